"""Web addresses: which may be printed as a link, and which may be asked for."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

LONGEST = 2000
"""Characters of the longest address that is believed; browsers and sites agree on about this."""
_EMBEDDED = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that a gateway turns into the IPv4 address in their last 32 bits (RFC 6052)."""


def web_address(text: str) -> str:
    """The text if it is an http or https address with a host and without spaces, else empty: no ``javascript:``."""
    text = text.strip()
    if len(text) > LONGEST or any(
        letter.isspace() or ord(letter) < 32 or letter in '<>"\\' for letter in text
    ):
        return ""
    try:
        parts = urlsplit(text)
        return text if parts.scheme.lower() in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""


def host(url: str) -> str:
    """The host of an address without ``www.``: what a reader calls the site. Empty where there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def without_password(url: str) -> str:
    """The address as it may be printed and stored."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if "@" not in parts.netloc:
        return url
    return parts._replace(netloc="…@" + parts.netloc.rpartition("@")[2]).geturl()


def is_public(address: str) -> bool:
    """Whether an IP address lies in the public internet, also one wrapped in another (::ffff:127.0.0.1)."""
    found = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if found in _EMBEDDED:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None and not is_public(str(inner)):
            return False
        if found.ipv4_mapped:
            return True
    return found.is_global and not found.is_multicast
