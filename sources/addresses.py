"""Which addresses may be asked: http and https only, and no machine of a private network.

The check is made on what a name resolves to, at the moment of connecting, and the connection goes to the very address
that was checked; a name that answers differently the second time (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from requests.adapters import HTTPAdapter
from urllib3 import PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

MAX_URL = 4_000
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_USER = re.compile(r"^(\s*(?:[A-Za-z][A-Za-z0-9+.-]*:)?//)[^/?#]*@")
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")
Resolve = Callable[[str, int], list[str]]


class ForbiddenError(Exception):
    """An address that policy keeps Steward from asking; the message says which and why."""


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a host name. Raises socket.gaierror where there are none."""
    return list(dict.fromkeys(str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def allowed_hosts(text: str | None) -> frozenset[str]:
    """Host names from a comma-separated setting such as STEWARD_ALLOW_HOSTS."""
    return frozenset(part.strip().lower() for part in (text or "").split(",") if part.strip())


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open Internet, IPv4 inside IPv6 looked through."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


@dataclass(frozen=True)
class Guard:
    """Decides about addresses. `allow_hosts` names hosts that may lie in a private network, for tests and intranets."""

    allow_hosts: frozenset[str] = frozenset()
    resolve: Resolve = field(default=resolve)

    def clean(self, url: str) -> str:
        """The address as it is asked and recorded: without user name, password and fragment.

        Raises ForbiddenError for any scheme but http and https and for what is no address.
        """
        try:
            parts = urlsplit(url.strip())
            host, port = parts.hostname, parts.port
        except ValueError as error:
            raise ForbiddenError(f"{hide(url)[:200]!r} is no address: {error}") from error
        if parts.scheme.lower() not in ("http", "https") or not host or len(url) > MAX_URL:
            raise ForbiddenError(f"{hide(url)[:200]!r} is not asked: only http and https addresses are")
        place = f"[{host}]" if ":" in host else host
        return urlunsplit((parts.scheme.lower(), f"{place}:{port}" if port else place, parts.path, parts.query, ""))

    def addresses(self, host: str, port: int) -> list[str]:
        """The IP addresses to connect to. Raises ForbiddenError where one of them is not public."""
        found = self.resolve(host, port)
        if host.lower() not in self.allow_hosts:
            for address in found:
                if not is_public(address):
                    raise ForbiddenError(
                        f"{host} leads to {address}, an address of a private network; "
                        "it is not asked unless STEWARD_ALLOW_HOSTS names the host"
                    )
        return found


def hide(url: str) -> str:
    """The address without user name and password, for messages and records."""
    return _USER.sub(r"\1", url)


def origin(url: str) -> str:
    """Scheme, host and port of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def joined(base: str, link: str) -> str | None:
    """A link found at `base` as an absolute http(s) address without fragment and tracking; None where it is none."""
    try:
        parts = urlsplit(urljoin(base, link.strip()))
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        query = parts.query
        if any(mark in query for mark in _TRACKING):
            kept = [(n, v) for n, v in parse_qsl(query, keep_blank_values=True) if not n.startswith(_TRACKING)]
            query = urlencode(kept)
        whole = urlunsplit(parts._replace(query=query, fragment="", netloc=parts.netloc.rpartition("@")[2]))
    except ValueError:
        return None
    return whole if len(whole) <= MAX_URL else None


class Wire:
    """The connection a host's session uses at the moment, so that a request that takes too long can be cut off."""

    def __init__(self) -> None:
        self.connection: HTTPConnection | None = None

    def cut(self) -> None:
        """Ends the connection under whoever waits on it."""
        held = getattr(self.connection, "sock", None)
        if held is not None:
            try:
                socket.socket.shutdown(held, socket.SHUT_RDWR)
            except OSError:
                return


class GuardedAdapter(HTTPAdapter):
    """A requests adapter that connects only where a guard lets it, and tells a Wire what it connects with."""

    def __init__(self, guard: Guard, wire: Wire) -> None:
        self._guard = guard
        self._wire = wire
        super().__init__(pool_connections=2, pool_maxsize=1, max_retries=0)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kwargs: Any) -> None:
        """Makes the pool with connections of our kind."""
        manager = PoolManager(num_pools=connections, maxsize=maxsize, block=block, **kwargs)
        manager.pool_classes_by_scheme = _pools(self._guard, self._wire)
        self.poolmanager = manager


def _pools(guard: Guard, wire: Wire) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(_connection(HTTPConnection, guard, wire)):  # type: ignore[misc]
        pass

    class Secure(_connection(HTTPSConnection, guard, wire)):  # type: ignore[misc]
        pass

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _connection(base: type[HTTPConnection], guard: Guard, wire: Wire) -> type[HTTPConnection]:
    class Guarded(base):  # type: ignore[valid-type,misc]
        def _new_conn(self) -> socket.socket:
            wire.connection = self
            name: str = self.host
            try:
                found = guard.addresses(name, self.port)
            except (socket.gaierror, UnicodeError) as error:
                raise NameResolutionError(self.host, self, socket.gaierror(str(error))) from error
            failure: Exception = NewConnectionError(self, f"{name} has no address")
            for address in found[:4]:
                try:
                    self._dns_host = address
                    made: socket.socket = super()._new_conn()
                    return made
                except (ConnectTimeoutError, NewConnectionError) as error:
                    failure = error
                finally:
                    self._dns_host = name
            raise failure

        def request(self, *args: Any, **kwargs: Any) -> None:
            wire.connection = self
            super().request(*args, **kwargs)

    return Guarded
