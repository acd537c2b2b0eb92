"""Polite fetching: robots.txt, one request at a time per host, conditional requests, bounded patience, an archive.

Whatever is fetched is in the archive before the caller sees it. `Fetcher` may be shared by threads: requests to one
host queue up, different hosts are asked side by side.
"""

from __future__ import annotations

import os
import random
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import metadata
from types import TracebackType
from urllib.parse import urljoin, urlsplit

from records.model import Capture
from sources.addresses import ForbiddenError, Guard, Resolve, hide, origin, resolve
from sources.archive import Archive
from sources.keeping import Fetched, Keeper
from sources.politeness import Host, retry_after
from sources.robots import AGENT, HEAD_BYTES, Robots, Rules
from sources.secret import NO_SECRET, Secret
from sources.wire import Answer, Ask, FetchLimits, Line, NoAnswerError

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NEVER_PASSING = frozenset({501, 505})


class _Ended(Exception):  # noqa: N818 - it is an outcome, not an error
    """A fetch that ended without content."""

    def __init__(self, outcome: str, message: str) -> None:
        super().__init__(message)
        self.outcome = outcome


def user_agent(contact: str | None = None) -> str:
    """How Steward names itself to servers; `contact` (or STEWARD_CONTACT) is an address or page of the operator."""
    try:
        about = metadata.metadata("steward")
        version, pages = about["Version"], about.get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        version, pages = "0", []
    page = pages[0].rpartition(", ")[2] if pages else "dataset on AI and labor, operator not named"
    who = " ".join((contact or os.environ.get("STEWARD_CONTACT") or page).split())
    return f"{AGENT}/{version} (+{who})".encode("latin-1", "replace").decode("latin-1")


class Fetcher:
    """Fetches addresses into an archive. Use as a context manager; the archive is the caller's to close.

    `allow_hosts` names hosts that may lie in a private network. `seen` gives the archived capture that holds a content,
    by sha256, so that the same content under another address is not archived twice.
    """

    def __init__(
        self,
        archive: Archive,
        limits: FetchLimits | None = None,
        allow_hosts: frozenset[str] = frozenset(),
        *,
        contact: str | None = None,
        seen: Callable[[str], Capture | None] | None = None,
        resolver: Resolve = resolve,
    ) -> None:
        self.limits = limits or FetchLimits()
        self._keeper = Keeper(archive, seen)
        self._guard = Guard(allow_hosts, resolver)
        self._agent = user_agent(contact)
        self._hosts: dict[str, Host] = {}
        self._lock = threading.Lock()
        self._robots = Robots(self._robots_answer, self._guard)

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for host in self._hosts.values():
            host.line.close()

    def fetch(
        self,
        url: str,
        *,
        source_id: str | None = None,
        earlier: Capture | None = None,
        secret: Secret = NO_SECRET,
        is_document: bool = False,
    ) -> Fetched:
        """Gets what is at an address; every way it can end is an outcome of the capture, with `error` in words.

        `earlier` is the last capture of this address that had content: it makes the request conditional and unchanged
        content a revisit record. `secret` goes to the address's own origin only and is written down nowhere.
        The archive tells a document (`is_document`) from what only leads to some. Raises `archive.UnwritableError`.
        """
        began = datetime.now(UTC)
        usable = earlier if earlier is not None and self._keeper.original(earlier) else None
        asked = hide(url)
        try:
            asked = self._guard.clean(url)
            answer = self._followed(asked, usable, secret)
        except _Ended as end:
            return self._keeper.without_answer(asked, began, source_id, end.outcome, str(end))
        except ForbiddenError as error:
            return self._keeper.without_answer(asked, began, source_id, "disallowed", str(error))
        return self._keeper.keep(asked, answer, source_id, usable, is_document=is_document)

    def slow_down(self, url: str, seconds: float) -> None:
        """Asks the host of an address no more often than every so many seconds, for the rest of the run."""
        self._host(url).slow_down(seconds)

    def content(self, fetched: Fetched) -> bytes | None:
        """The content of what was fetched, from the archive where the server said that it did not change."""
        return self._keeper.content(fetched)

    # --- asking

    def _followed(self, url: str, earlier: Capture | None, secret: Secret) -> Answer:
        at, been = url, {url}
        while True:
            is_home = origin(at) == origin(url)
            answer = self._answer(Ask(at, _conditions(earlier, at), secret if is_home else NO_SECRET))
            target = answer.header("Location")
            if answer.status not in _REDIRECTS or not target:
                return answer
            self._keeper.archive_answer(answer)
            at = self._guard.clean(urljoin(at, target.encode("latin-1", "replace").decode("utf-8", "replace")))
            if at in been:
                raise _Ended("failed", f"{hide(url)} redirects in a circle, back to {at}")
            been.add(at)
            if len(been) > self.limits.redirects + 1:
                raise _Ended("failed", f"{hide(url)} redirects more than {self.limits.redirects} times")

    def _answer(self, ask: Ask) -> Answer:
        url = ask.url
        host = self._host(url)
        if host.rest:
            raise _Ended("skipped", f"{url} was not asked for: {host.rest}")
        rules = self._robots.rules(url)
        _require(rules, url)
        host.slow_down(rules.delay)
        if host.rest:
            raise _Ended("skipped", f"{url} was not asked for: {host.rest}")
        try:
            answer = self._patiently(host, ask)
        except NoAnswerError as error:
            host.answered(well=not _may_pass(error))
            raise _Ended("failed", f"{url}: {error}") from error
        host.answered(well=not _may_pass(answer))
        return answer

    def _patiently(self, host: Host, ask: Ask) -> Answer:
        """The answer, asked for again where an error may pass. Raises NoAnswerError where none came in the end."""
        for tries in range(self.limits.attempts, 0, -1):
            with host.turn() as line:
                if host.rest:
                    raise NoAnswerError(host.rest, may_pass=False)
                result = _result(line, ask)
                if _may_pass(result):
                    host.hold(self._pause(result, self.limits.attempts - tries))
            if tries == 1 or host.rest or not _may_pass(result):
                if isinstance(result, NoAnswerError):
                    raise result
                return result
        raise NoAnswerError("it was not asked for: the setting for attempts is below 1", may_pass=False)

    def _pause(self, result: Answer | NoAnswerError, failures: int) -> float:
        """Seconds until the next try: what the server wishes, else longer with each failure, give or take a half."""
        wanted = retry_after(result.header("Retry-After")) if isinstance(result, Answer) else None
        if wanted is not None:
            return wanted
        backoff = self.limits.backoff_seconds * float(2**failures) * random.uniform(0.5, 1.5)
        return min(backoff, self.limits.patience_seconds)

    def _robots_answer(self, url: str) -> Answer:
        host = self._host(url)
        if host.rest:
            raise NoAnswerError(host.rest, may_pass=False)
        try:
            answer = self._patiently(host, Ask(url, head_bytes=HEAD_BYTES))
        except NoAnswerError as error:
            host.answered(well=not _may_pass(error))
            raise
        self._keeper.archive_answer(answer)
        return answer

    def _host(self, url: str) -> Host:
        name = (urlsplit(url).hostname or "").lower()
        with self._lock:
            if name not in self._hosts:
                self._hosts[name] = Host(name, self._guard, self.limits, self._agent)
            return self._hosts[name]


def _conditions(earlier: Capture | None, url: str) -> dict[str, str]:
    if earlier is None or url != (earlier.final_url or earlier.url):
        return {}
    fields = {"If-None-Match": earlier.etag, "If-Modified-Since": earlier.last_modified}
    return {name: value for name, value in fields.items() if value}


def _require(rules: Rules, url: str) -> None:
    if rules.is_down:
        raise _Ended("failed", f"{url} was not asked for: {rules.trouble}")
    if rules.trouble:
        raise _Ended("disallowed", f"{url} was not asked for: {rules.trouble}")
    if not rules.allow(url):
        raise _Ended("disallowed", f"robots.txt of {origin(url)} does not allow {url}")


def _result(line: Line, ask: Ask) -> Answer | NoAnswerError:
    try:
        return line.get(ask)
    except NoAnswerError as error:
        return error


def _may_pass(result: Answer | NoAnswerError) -> bool:
    """Whether asking again has a point: after 429, most server errors, and broken or missing answers."""
    if isinstance(result, NoAnswerError):
        return result.may_pass
    return result.status == 429 or (result.status >= 500 and result.status not in _NEVER_PASSING)
