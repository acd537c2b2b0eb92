"""Discovery: which documents a source offers, newest first, and no more than it is expected to bring."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from records.model import Capture, Source
from sources import files
from sources.archive import ArchiveError
from sources.feeds import read_feed
from sources.http import Fetcher
from sources.indexes import read_index
from sources.listing import Listing, Notice
from sources.secret import NO_SECRET, Secret
from sources.sitemaps import read_sitemap

EXPECT_MAX = 50
PAGE_LIMIT = 1
MAP_LIMIT = 12
MAP_DEPTH = 2
KEY_HEADER = "X-Api-Key"
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
Earlier = Callable[[str], Capture | None]


@dataclass(frozen=True)
class Found:
    """A document that a source offers; `url` is a file: URI for a folder's files."""

    url: str
    title: str | None = None
    published_on: date | None = None


@dataclass(frozen=True)
class Problem:
    """What is wrong with a source: a short `code`, a sentence, and a severity of `codes.SEVERITIES`."""

    source_id: str
    code: str
    message: str
    severity: str = "error"


@dataclass(frozen=True)
class Discovery:
    """What a source offers, the captures made on the way, and what is wrong."""

    found: tuple[Found, ...]
    captures: tuple[Capture, ...]
    problems: tuple[Problem, ...]


def unavailable(source: Source, environment: Mapping[str, str] = os.environ) -> str | None:
    """Why a source cannot be asked at present, None where it can."""
    if source.key and not environment.get(source.key):
        return f"{source.source_id} needs an access key: set {source.key} to use this source"
    return None


def discover(
    source: Source,
    fetcher: Fetcher,
    *,
    earlier: Earlier | None = None,
    today: date | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Discovery:
    """Asks a source what it offers.

    `earlier` gives the last capture of an address that had content: feeds and pages that did not change are then read
    from the archive. Nothing raises for what a source does; it becomes a problem.
    """
    reason = unavailable(source, environment)
    if reason:
        return Discovery((), (), (Problem(source.source_id, "no_key", reason, "warning"),))
    day = today or datetime.now(UTC).date()
    search = _Search(source, fetcher, earlier or _nothing, environment)
    if source.discovery == "folder":
        return search.folder(day)
    notices = {"feed": search.feed, "sitemap": search.sitemap, "index": search.index}[source.discovery]()
    chosen = _chosen(source, notices, day)
    problems = (*search.problems, *_yield(source, chosen, day, failed=bool(search.problems)))
    return Discovery(chosen, tuple(search.captures), problems)


def _nothing(_url: str) -> None:
    return None


class _Search:
    """One source being asked: what was captured and what went wrong so far."""

    def __init__(self, source: Source, fetcher: Fetcher, earlier: Earlier, environment: Mapping[str, str]) -> None:
        self.source = source
        self.captures: list[Capture] = []
        self.problems: list[Problem] = []
        self._fetcher = fetcher
        self._earlier = earlier
        self._secret = Secret({KEY_HEADER: environment[source.key]}) if source.key else NO_SECRET

    def feed(self) -> list[Notice]:
        """The items of the feed."""
        got = self._get(self.source.address)
        return list(self._noted(read_feed(*got)).notices) if got else []

    def index(self) -> list[Notice]:
        """The links of the index page and those after it, in their order."""
        notices: list[Notice] = []
        url: str | None = self.source.address
        been: set[str] = set()
        while url is not None and url not in been and len(been) < (self.source.page_limit or PAGE_LIMIT):
            been.add(url)
            got = self._get(url)
            if got is None:
                break
            listing = self._noted(read_index(got[0], got[1], self.source.selector or "a", self.source.next_selector))
            notices += listing.notices
            if len({n.url for n in notices if _wanted(self.source, n.url)}) >= _limit(self.source):
                break
            url = listing.next_page
        return notices

    def sitemap(self) -> list[Notice]:
        """The pages of the sitemap and of those it lists, the ones changed last first."""
        notices: list[Notice] = []
        waiting = [(0, Notice(self.source.address))]
        been: set[str] = set()
        while waiting:
            depth, place = waiting.pop(0)
            if place.url in been or self._is_enough(notices, place):
                continue
            if len(been) >= MAP_LIMIT:
                message = f"{self.source.source_id}: of its sitemaps only the {MAP_LIMIT} changed last were read"
                self._problem("many_sitemaps", message, "info")
                break
            been.add(place.url)
            got = self._get(place.url)
            if got is None:
                continue
            listing = self._noted(read_sitemap(got[0], got[1], self._fetcher.limits.max_bytes))
            notices += [notice for notice in listing.notices if _wanted(self.source, notice.url)]
            if depth < MAP_DEPTH:
                waiting += [(depth + 1, further) for further in _newest(listing.maps)]
        return notices

    def folder(self, day: date) -> Discovery:
        """The files of the folder, the ones changed last first."""
        notices = []
        for item in files.walk([Path(self.source.address)]):
            if isinstance(item, files.Problem):
                self._problem(item.code, item.message, item.severity)
            elif _wanted(self.source, item.as_posix()):
                notices.append(Notice(item.absolute().as_uri(), changed_at=_changed_at(item)))
        limit = self.source.expect_max or len(notices)
        if len(notices) > limit:
            message = f"{self.source.source_id}: {len(notices)} files, of which the {limit} changed last are taken"
            self._problem("more_than_expected", message, "warning")
        found = tuple(Found(notice.url) for notice in _newest(tuple(notices))[:limit])
        failed = any(problem.severity == "error" for problem in self.problems)
        return Discovery(found, (), (*self.problems, *_yield(self.source, found, day, failed=failed)))

    def _is_enough(self, notices: list[Notice], place: Notice) -> bool:
        """Whether a sitemap changed last at `place.changed_at` can add nothing newer than what was found."""
        limit = _limit(self.source)
        if place.at is None or len(notices) < limit:
            return False
        oldest = sorted((n.at or _LONG_AGO for n in notices), reverse=True)[limit - 1]
        return place.at < oldest

    def _get(self, url: str) -> tuple[bytes, str, str | None] | None:
        """The content at an address, the address that gave it, and its media type; None with a problem noted."""
        fetched = self._fetcher.fetch(
            url, source_id=self.source.source_id, earlier=self._earlier(url), secret=self._secret
        )
        capture = fetched.capture
        self.captures.append(capture)
        try:
            body = self._fetcher.content(fetched)
        except ArchiveError as error:
            self._problem("archive_unreadable", f"{self.source.source_id}: {error}")
            return None
        if body is None:
            what = capture.error or f"{url} gave nothing"
            self._problem(f"source_{capture.outcome}", f"{self.source.source_id}: {what}")
            return None
        return body, capture.final_url or url, capture.media_type

    def _noted(self, listing: Listing) -> Listing:
        if listing.error:
            self._problem("unreadable_listing", f"{self.source.source_id}: {listing.error}")
        if listing.warning:
            self._problem("damaged_listing", f"{self.source.source_id}: {listing.warning}", "warning")
        return listing

    def _problem(self, code: str, message: str, severity: str = "error") -> None:
        self.problems.append(Problem(self.source.source_id, code, message, severity))


def _changed_at(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return None


def _limit(source: Source) -> int:
    return source.expect_max or EXPECT_MAX


def _wanted(source: Source, url: str) -> bool:
    if source.include and not any(re.search(pattern, url) for pattern in source.include):
        return False
    return not any(re.search(pattern, url) for pattern in source.exclude)


def _newest(notices: tuple[Notice, ...]) -> list[Notice]:
    """Newest first; one without a time stays behind the one it follows."""
    times: list[datetime] = []
    known = [notice.at for notice in notices if notice.at is not None]
    last = known[0] if known else _LONG_AGO
    for notice in notices:
        last = notice.at or last
        times.append(last)
    order = sorted(range(len(notices)), key=lambda n: times[n], reverse=True)
    return [notices[n] for n in order]


def _chosen(source: Source, notices: list[Notice], day: date) -> tuple[Found, ...]:
    """The documents wanted, each once, newest first. A day of publication still to come is not believed."""
    tomorrow = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=2)
    believed = tuple(_believed(notice, tomorrow) for notice in notices if _wanted(source, notice.url))
    found: dict[str, Found] = {}
    for notice in _newest(believed):
        published = notice.published_at.date() if notice.published_at else None
        found.setdefault(notice.url, Found(notice.url, notice.title, published))
    return tuple(found.values())[: _limit(source)]


def _believed(notice: Notice, before: datetime) -> Notice:
    times = [at if at is None or at < before else None for at in (notice.published_at, notice.changed_at)]
    return Notice(notice.url, notice.title, times[0], times[1])


def _yield(source: Source, found: tuple[Found, ...], day: date, *, failed: bool) -> Iterator[Problem]:
    """What is odd about how much, and how old, the found is."""
    name = source.source_id
    if source.expect_min is not None and len(found) < source.expect_min and not failed:
        message = f"{name}: {len(found)} documents found, at least {source.expect_min} were expected; see its address"
        yield Problem(name, "low_yield", message, "warning")
    newest = max((item.published_on for item in found if item.published_on), default=None)
    if newest is not None and source.silence_days is not None and (day - newest).days > source.silence_days:
        message = f"{name}: nothing new since {newest}, longer than the {source.silence_days} days that are normal"
        yield Problem(name, "silent", message, "warning")
