"""One request to one host and its answer, within limits of time and size; redirects and second tries are others'."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from http.cookiejar import DefaultCookiePolicy

import requests
from requests.utils import requote_uri
from urllib3.exceptions import HTTPError, IncompleteRead, ReadTimeoutError

from sources.addresses import Guard, GuardedAdapter, Wire
from sources.decoding import Decoder, DecodingError, TooLargeError
from sources.secret import NO_SECRET, Secret

_PIECE = 65_536
_LOOK_SECONDS = 0.1
_IDLE_LOOKS = 50
logging.getLogger("urllib3").setLevel(logging.INFO)  # below that it tells whole addresses, with keys in them


@dataclass(frozen=True)
class FetchLimits:
    """How long, how much and how often. Times are in seconds, sizes in bytes of decoded content."""

    max_bytes: int = 50_000_000
    connect_seconds: float = 10.0
    read_seconds: float = 30.0
    """Longest silence within an answer."""
    total_seconds: float = 120.0
    """Longest time for one answer, from asking to its last byte."""
    redirects: int = 8
    attempts: int = 3
    """Tries in all where an error may pass: 429, server errors, timeouts, broken connections."""
    delay_seconds: float = 1.0
    """Pause between two requests to a host; robots.txt can only make it longer."""
    backoff_seconds: float = 2.0
    """Pause before the second try, doubled for each further one, give or take a half."""
    patience_seconds: float = 60.0
    """Longest pause a server may ask for; a host that asks for more is left alone for the rest of the run."""
    strikes: int = 3
    """Addresses of a host that may fail to answer one after the other before it is left alone."""


class NoAnswerError(Exception):
    """No usable answer came. `may_pass` says whether asking again has a point."""

    def __init__(self, message: str, *, may_pass: bool) -> None:
        super().__init__(message)
        self.may_pass = may_pass


@dataclass(frozen=True)
class Ask:
    """A request. Past `head_bytes` content is left out."""

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    secret: Secret = NO_SECRET
    head_bytes: int | None = None


@dataclass(frozen=True)
class Answer:
    """What a server answered: the body is decoded, the headers are as sent, in their order."""

    url: str
    asked_at: datetime
    status: int
    reason: str
    request_headers: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """The value of a header, None where it is not there."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


class _Watch:
    """Cuts connections off when their time is up: one thread for all that are being waited for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._deadlines: dict[Wire, float] = {}
        self._is_awake = False

    @contextmanager
    def over(self, wire: Wire, deadline: float) -> Iterator[None]:
        """Watches over a connection while the block runs."""
        with self._lock:
            self._deadlines[wire] = deadline
            if not self._is_awake:
                self._is_awake = True
                threading.Thread(target=self._look, name="watch", daemon=True).start()
        try:
            yield
        finally:
            with self._lock:
                self._deadlines.pop(wire, None)

    def _look(self) -> None:
        idle = 0
        while idle < _IDLE_LOOKS:
            time.sleep(_LOOK_SECONDS)
            with self._lock:
                idle = 0 if self._deadlines else idle + 1
                now = time.monotonic()
                for wire in [wire for wire, deadline in self._deadlines.items() if deadline <= now]:
                    del self._deadlines[wire]
                    wire.cut()
                if idle >= _IDLE_LOOKS:
                    self._is_awake = False


_WATCH = _Watch()


class Line:
    """The session with one host. One request at a time; `get` is not for two threads at once."""

    def __init__(self, guard: Guard, limits: FetchLimits, user_agent: str) -> None:
        self._wire = Wire()
        self._limits = limits
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.verify = os.environ.get("REQUESTS_CA_BUNDLE") or True
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._session.headers.clear()
        self._session.headers.update({"User-Agent": user_agent, "Accept": "*/*", "Accept-Encoding": "gzip, deflate"})
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, GuardedAdapter(guard, self._wire))

    def close(self) -> None:
        """Ends the connections."""
        self._session.close()

    def get(self, ask: Ask) -> Answer:
        """Asks, and reads the answer to its end.

        Raises NoAnswerError where no whole answer came, ForbiddenError where the host may not be asked.
        """
        asked_at = datetime.now(UTC)
        deadline = time.monotonic() + self._limits.total_seconds
        try:
            with _WATCH.over(self._wire, deadline), self._asked(ask) as response:
                body = self._body(response, deadline, ask.head_bytes)
        except (requests.RequestException, HTTPError, DecodingError, TooLargeError, OSError, ValueError) as error:
            told = self._told(error, is_late=time.monotonic() >= deadline)
            raise NoAnswerError(ask.secret.hide(str(told)), may_pass=told.may_pass) from error
        sent = response.request.headers.items()
        answer = Answer(
            url=ask.url,
            asked_at=asked_at,
            status=response.status_code,
            reason=response.reason or "",
            request_headers=tuple((k, str(v)) for k, v in sent if k not in ask.secret.headers),
            headers=tuple(response.raw.headers.items()),
            body=body,
        )
        return answer if ask.secret is NO_SECRET else _without(answer, ask.secret)

    @contextmanager
    def _asked(self, ask: Ask) -> Iterator[requests.Response]:
        wait = (self._limits.connect_seconds, self._limits.read_seconds)
        address = requote_uri(ask.secret.sent(ask.url))
        request = requests.Request("GET", address, headers={**ask.headers, **ask.secret.headers})
        prepared = self._session.prepare_request(request)
        response = self._session.send(prepared, stream=True, allow_redirects=False, timeout=wait, proxies={})
        try:
            yield response
        finally:
            response.close()

    def _body(self, response: requests.Response, deadline: float, head_bytes: int | None) -> bytes:
        limit = self._limits.max_bytes
        declared = response.headers.get("Content-Length", "")
        if head_bytes is None and declared.isdigit() and int(declared) > limit:
            raise TooLargeError(f"the content is {declared} bytes; more than {limit} are not fetched")
        decoder = Decoder(response.headers.get("Content-Encoding", ""), limit)
        pieces, count = [], 0
        while piece := response.raw.read1(_PIECE, decode_content=False):
            _hurry(deadline)
            pieces.append(decoder.feed(piece))
            count += len(pieces[-1])
            if head_bytes is not None and count >= head_bytes:
                return b"".join(pieces)[:head_bytes]
        _hurry(deadline)
        return b"".join(pieces) + decoder.finish()

    def _told(self, error: Exception, *, is_late: bool) -> NoAnswerError:
        limits = self._limits
        inner = _cause(error)
        if isinstance(error, TooLargeError):
            return NoAnswerError(f"{error}", may_pass=False)
        if isinstance(error, DecodingError):
            return NoAnswerError(f"{error}", may_pass="not asked for" not in str(error))
        if is_late:
            return NoAnswerError(f"no whole answer within {limits.total_seconds:g} s", may_pass=True)
        if isinstance(error, requests.ConnectTimeout):
            return NoAnswerError(f"no connection within {limits.connect_seconds:g} s", may_pass=True)
        if isinstance(error, requests.Timeout | ReadTimeoutError) or isinstance(inner, ReadTimeoutError):
            return NoAnswerError(f"the server was silent for {limits.read_seconds:g} s", may_pass=True)
        if isinstance(error, requests.exceptions.SSLError):
            return NoAnswerError(f"the server's certificate or encryption is not good: {inner}", may_pass=False)
        if isinstance(error, IncompleteRead) or isinstance(inner, IncompleteRead):
            return NoAnswerError("the answer stopped in the middle", may_pass=True)
        if isinstance(error, requests.exceptions.InvalidURL | requests.exceptions.InvalidHeader):
            return NoAnswerError(f"the address or a header is not valid: {error}", may_pass=False)
        return NoAnswerError(f"the connection failed: {inner}", may_pass=True)


def _without(answer: Answer, secret: Secret) -> Answer:
    """The answer without the key, should the server have repeated it."""
    headers = tuple((k, secret.hide(secret.left_out(v) if k.lower() == "location" else v)) for k, v in answer.headers)
    return replace(answer, headers=headers, body=secret.hide_bytes(answer.body))


def _hurry(deadline: float) -> None:
    """Ends a late answer; one cut off within its headers looks like a whole one without content."""
    if time.monotonic() >= deadline:
        raise requests.Timeout


def _cause(error: BaseException) -> BaseException:
    """The innermost reason requests and urllib3 wrapped."""
    for _ in range(6):
        inner = getattr(error, "reason", None) or next((a for a in error.args if isinstance(a, BaseException)), None)
        if not isinstance(inner, BaseException):
            break
        error = inner
    return error
