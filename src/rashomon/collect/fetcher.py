"""The one door to the network: polite, bounded, and deaf to addresses inside your own network."""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from rashomon.config import Collect
from rashomon.errors import TooLarge, Unreachable

REDIRECTS = 5
ROBOTS_BYTES = 500_000


class Fetcher:
    """Fetches addresses one at a time, waiting between two requests to one host."""

    def __init__(self, settings: Collect, wait: Callable[[float], None] = time.sleep) -> None:
        import httpx

        self._settings = settings
        self._wait = wait
        self._client = httpx.Client(
            timeout=settings.timeout, follow_redirects=False, headers={"User-Agent": settings.user_agent}
        )
        self._last: dict[str, float] = {}
        self._robots: dict[str, RobotFileParser | None] = {}

    def get(self, url: str) -> bytes:
        """The bytes at an address, after decompression.

        Raises:
            Unreachable: no page, a refusal (by robots.txt too), or an address that may not be asked.
            TooLarge: more than ``max_bytes``.
        """
        for _ in range(REDIRECTS + 1):
            self._check(url)
            if not self._allowed(url):
                raise Unreachable(url, "robots.txt of the site asks not to fetch it")
            content, onward = self._once(url, self._settings.max_bytes)
            if onward is None:
                return content
            url = urljoin(url, onward)
        raise Unreachable(url, f"more than {REDIRECTS} redirects")

    def _once(self, url: str, limit: int) -> tuple[bytes, str | None]:
        import httpx

        self._pause(urlsplit(url).netloc)
        try:
            with self._client.stream("GET", url) as answer:
                if answer.is_redirect:
                    return b"", answer.headers.get("location", "")
                if answer.status_code != 200:
                    raise Unreachable(url, f"it answered {answer.status_code}")
                parts, size = [], 0
                for part in answer.iter_bytes():
                    size += len(part)
                    if size > limit:
                        raise TooLarge(url, f"more than {limit} bytes")
                    parts.append(part)
                return b"".join(parts), None
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise Unreachable(url, str(error) or type(error).__name__) from error

    def _pause(self, host: str) -> None:
        since = time.monotonic() - self._last.get(host, -1e9)
        if since < self._settings.delay:
            self._wait(self._settings.delay - since)
        self._last[host] = time.monotonic()

    def _allowed(self, url: str) -> bool:
        parts = urlsplit(url)
        home = f"{parts.scheme}://{parts.netloc}"
        if home not in self._robots:
            rules = RobotFileParser()
            try:
                content, onward = self._once(f"{home}/robots.txt", ROBOTS_BYTES)
                rules.parse("" if onward else content.decode("utf-8", "replace").splitlines())
                self._robots[home] = rules
            except (Unreachable, TooLarge):
                self._robots[home] = None
        found = self._robots[home]
        return found is None or found.can_fetch(self._settings.user_agent, url)

    def _check(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise Unreachable(url, "only http and https addresses are fetched")
        if self._settings.private_addresses:
            return
        try:
            answers = socket.getaddrinfo(parts.hostname, parts.port or 443, proto=socket.IPPROTO_TCP)
        except (OSError, UnicodeError) as error:
            raise Unreachable(url, f"its host is not known: {error}") from error
        for answer in answers:
            if not ipaddress.ip_address(str(answer[4][0]).split("%")[0]).is_global:
                raise Unreachable(
                    url, "it lies inside a private network", "Set [collect] private_addresses if you mean it."
                )
