"""Discovery: which documents a source offers, newest first, and no more than it is expected to bring."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from records.model import Capture, Source
from sources.adapters import adapters
from sources.asking import EXPECT_MAX, Asking, Earlier, Got, Problem, is_own, is_wanted, key_of
from sources.http import Fetcher
from sources.listing import Notice, newest_first
from sources.secret import NO_SECRET, Secret

_FAR = 2  # times as many documents as expected are odd
ONWARD = 20
"""Most documents that one document leads to."""


@dataclass(frozen=True)
class Found:
    """A document that a source offers; `url` is a file: URI for a folder's files."""

    url: str
    title: str | None = None
    published_on: date | None = None


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
    adapter = adapters()[source.discovery]
    asking = Asking(source, fetcher, earlier or _nothing, adapter.secret(key_of(source, environment)), day)
    if source.delay_seconds:
        fetcher.slow_down(source.address, source.delay_seconds)
    wanted = _wanted(source, adapter.notices(asking), day)
    chosen = wanted[: source.expect_max or (None if source.discovery == "folder" else EXPECT_MAX)]
    failed = any(problem.severity != "info" for problem in asking.problems)
    odd = _odd(source, wanted, day, failed=failed, is_whole=adapter.is_whole)
    found = tuple(_found(notice) for notice in chosen)
    return Discovery(found, tuple(asking.captures), (*asking.problems, *odd))


def onward(source: Source, got: Got) -> tuple[Found, ...]:
    """The documents that a document of the source leads to: one step, where the source says so."""
    listing = adapters()[source.discovery].onward(got, source.follow)
    rules = replace(source, include=(), titles=())  # these choose among what is listed, not what that leads to
    found: dict[str, Found] = {}
    for notice in listing.notices:
        if notice.url != got.url and is_wanted(rules, notice):
            found.setdefault(notice.url, _found(notice))
    return tuple(found.values())[:ONWARD]


def secret_for(source: Source, url: str, environment: Mapping[str, str] = os.environ) -> Secret:
    """The source's key as its server wants it, for addresses of that server only."""
    if not is_own(source, url):
        return NO_SECRET
    return adapters()[source.discovery].secret(key_of(source, environment))


def _nothing(_url: str) -> None:
    return None


def _wanted(source: Source, notices: Iterable[Notice], day: date) -> list[Notice]:
    """The documents wanted, each once, newest first. A day of publication still to come is not believed."""
    tomorrow = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=2)
    believed = tuple(_believed(notice, tomorrow) for notice in notices if is_wanted(source, notice))
    found: dict[str, Notice] = {}
    for notice in newest_first(believed):
        found.setdefault(notice.url, notice)
    return list(found.values())


def _found(notice: Notice) -> Found:
    return Found(notice.url, notice.title, notice.published_at.date() if notice.published_at else None)


def _believed(notice: Notice, before: datetime) -> Notice:
    times = [at if at is None or at < before else None for at in (notice.published_at, notice.changed_at)]
    return Notice(notice.url, notice.title, times[0], times[1])


def _odd(source: Source, wanted: Sequence[Notice], day: date, *, failed: bool, is_whole: bool) -> Iterator[Problem]:
    """What is odd about how much is offered, and how old it is.

    A way that is not whole reads only until it has enough, so that what it finds beyond that says nothing.
    """
    name, count = source.source_id, len(wanted)
    if source.expect_min is not None and count < source.expect_min and not failed:
        message = f"{name}: {count} documents found, at least {source.expect_min} were expected; see its address"
        yield Problem(name, "low_yield", message, "warning")
    if is_whole and source.expect_max is not None and count > _FAR * source.expect_max:
        message = (
            f"{name}: {count} documents found, at most {source.expect_max} were expected; the newest are taken. "
            "See whether its page or feed has changed"
        )
        yield Problem(name, "high_yield", message, "warning")
    newest = max((notice.at.date() for notice in wanted if notice.at), default=None)
    if newest is not None and source.silence_days is not None and (day - newest).days > source.silence_days:
        message = f"{name}: nothing new since {newest}, longer than the {source.silence_days} days that are normal"
        yield Problem(name, "silent", message, "warning")
