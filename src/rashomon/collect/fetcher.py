"""The one door to the network: polite, bounded, and deaf to addresses inside your own network."""

from __future__ import annotations

import math
import socket
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag, urljoin, urlsplit

from rashomon.collect import robots
from rashomon.collect.addresses import is_public, web_address, without_password
from rashomon.config import Collect
from rashomon.errors import TooLarge, Unreachable

if TYPE_CHECKING:
    import httpx

REDIRECTS = 5
PATIENCE = 3
"""A whole answer may take this many times ``timeout``: a server that sends a byte now and then is left."""
TRIES = 3
"""Addresses of one host that are tried: many have an IPv6 address that not every network reaches."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer."""

    url: str
    """Where redirects ended."""
    content: bytes
    """After decompression."""
    media_type: str = ""


class Fetcher:
    """Fetches addresses one at a time, waiting between two requests to one host.

    It connects to the very IP address it has checked, so that a host name cannot point elsewhere a moment later. It
    takes nothing from the environment: no proxy, no passwords, and keeps no cookies.
    """

    def __init__(self, settings: Collect, wait: Callable[[float], None] = time.sleep) -> None:
        import httpx

        self._settings = settings
        self._wait = wait
        self._client = httpx.Client(
            timeout=settings.timeout,
            follow_redirects=False,
            trust_env=False,
            headers={"User-Agent": settings.user_agent, "Accept-Encoding": "gzip"},
        )
        self._last: dict[str, float] = {}
        self._robots: dict[str, robots.Rules] = {}

    def fetch(self, url: str) -> Fetched:
        """What lies at an address.

        Raises:
            Unreachable: no page, a refusal (by robots.txt too), or an address that may not be asked.
            TooLarge: more than ``max_bytes``, also after decompression.
        """
        return self._follow(url, self._settings.max_bytes, polite=True)

    def _follow(self, url: str, limit: int, polite: bool, cut: bool = False) -> Fetched:
        first = url
        for _ in range(REDIRECTS + 1):
            url = urldefrag(url.strip()).url
            # Every step is checked anew: a public page may redirect into the private network.
            addresses = self._checked(url)
            delay = self._settings.delay
            if polite:
                rules = self._rules(url)
                delay = max(delay, rules.delay)
                if not rules.allow(url):
                    raise Unreachable(
                        url, "robots.txt of the site asks not to fetch it", "Save it by hand from a browser."
                    )
            answer, onward = self._ask(url, addresses, limit, delay, cut)
            if onward is None:
                return answer
            url = urljoin(url, onward)
        raise Unreachable(first, f"more than {REDIRECTS} redirects")

    def _ask(
        self, url: str, addresses: list[str], limit: int, delay: float, cut: bool
    ) -> tuple[Fetched, str | None]:
        """The answer, or where it points to instead."""
        import httpx

        target = httpx.URL(url)
        self._pause(target.host, delay)
        end = time.monotonic() + PATIENCE * self._settings.timeout
        for number, address in enumerate(addresses, 1):
            try:
                with self._client.stream(
                    "GET",
                    target.copy_with(host=address),
                    headers={"Host": target.netloc.decode("ascii")},
                    extensions={"sni_hostname": target.raw_host.decode("ascii")},
                ) as answer:
                    self._client.cookies.clear()
                    if answer.is_redirect:
                        return Fetched(url, b""), answer.headers.get("location", "")
                    if not answer.is_success:
                        raise Unreachable(url, f"it answered {answer.status_code}")
                    content = b"".join(_bounded(answer, url, limit, end, cut))
                    return Fetched(url, content, answer.headers.get("content-type", "")), None
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                if number == len(addresses):
                    raise Unreachable(url, f"no connection: {error or type(error).__name__}") from error
            except (httpx.HTTPError, httpx.InvalidURL, ValueError, zlib.error) as error:
                raise Unreachable(url, str(error) or type(error).__name__) from error
        raise Unreachable(url, "its host has no address")

    def _pause(self, host: str, delay: float) -> None:
        since = time.monotonic() - self._last.get(host, -math.inf)
        if since < delay:
            self._wait(delay - since)
        self._last[host] = time.monotonic()

    def _rules(self, url: str) -> robots.Rules:
        """What the site asks of us. After RFC 9309 a site without robots.txt allows all, one that fails nothing."""
        parts = urlsplit(url)
        home = f"{parts.scheme}://{parts.netloc}"
        if home not in self._robots:
            name = self._settings.user_agent.split("/")[0].strip()
            try:
                found = self._follow(f"{home}/robots.txt", robots.MOST_BYTES, polite=False, cut=True)
                self._robots[home] = robots.parse(found.content.decode("utf-8", "replace"), name)
            except Unreachable as error:
                if not error.detail.startswith("it answered 4"):
                    raise Unreachable(url, f"the site's robots.txt cannot be read: {error.detail}") from error
                self._robots[home] = robots.Rules()
        return self._robots[home]

    def _checked(self, url: str) -> list[str]:
        """IP addresses of the host, none of them private unless that is allowed."""
        if not web_address(url):
            raise Unreachable(
                url, "only http and https addresses are fetched", "Write it as https://host/path."
            )
        if "@" in urlsplit(url).netloc:
            raise Unreachable(
                without_password(url), "addresses with a name or password in them are not fetched"
            )
        import httpx

        try:
            target = httpx.URL(url)
            found = socket.getaddrinfo(
                target.raw_host.decode("ascii"), target.port or 443, proto=socket.IPPROTO_TCP
            )
        except (OSError, ValueError, httpx.InvalidURL) as error:
            raise Unreachable(
                url, f"its host is not known: {getattr(error, 'strerror', None) or error}"
            ) from error
        addresses = list(dict.fromkeys(str(one[4][0]) for one in found))
        if not self._settings.private_addresses and not all(map(is_public, addresses)):
            remedy = "Set private_addresses = true under [collect] in rashomon.toml if you mean it."
            raise Unreachable(url, "it lies inside a private network", remedy)
        return addresses[:TRIES]


def _bounded(answer: httpx.Response, url: str, limit: int, end: float, cut: bool) -> Iterator[bytes]:
    """The body, unpacked piece by piece and never further than the limit: a few bytes may hold gigabytes.

    With ``cut`` a longer body ends at the limit instead of raising TooLarge.
    """
    packing = answer.headers.get("content-encoding", "identity").strip().lower() or "identity"
    if packing not in ("identity", "gzip", "x-gzip"):
        raise Unreachable(url, f"it is packed as {packing[:40]!r}, which we did not ask for")
    unpacker: Any = None if packing == "identity" else zlib.decompressobj(16 + zlib.MAX_WBITS)
    size = taken = 0
    for packed in answer.iter_raw():
        taken += len(packed)
        part = packed if unpacker is None else unpacker.decompress(packed, limit + 1 - size)
        size += len(part)
        if size > limit or taken > limit:
            if cut:
                yield part[: len(part) - (size - limit)] if size > limit else part
                return
            raise TooLarge(url, f"more than {limit:,} bytes")
        if time.monotonic() > end:
            raise Unreachable(url, "it answers too slowly")
        yield part
