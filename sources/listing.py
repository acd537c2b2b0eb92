"""What a feed, sitemap, index page or API lists, before anything is chosen from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Notice:
    """A document announced: its address, title, time of publication, and time of its last change."""

    url: str
    title: str | None = None
    published_at: datetime | None = None
    changed_at: datetime | None = None

    @property
    def at(self) -> datetime | None:
        """The time it is sorted by."""
        return self.published_at or self.changed_at


@dataclass(frozen=True)
class Listing:
    """What was listed. `maps` are further sitemaps, `next_page` the index page after this one.

    `error` says why nothing could be read, `warning` why something may be missing; both are sentences.
    """

    notices: tuple[Notice, ...] = ()
    maps: tuple[Notice, ...] = ()
    next_page: str | None = None
    error: str | None = None
    warning: str | None = None


def newest_first(notices: Iterable[Notice]) -> list[Notice]:
    """Newest first; one without a time stays behind the one it follows."""
    everything = list(notices)
    times: list[datetime] = []
    known = [notice.at for notice in everything if notice.at is not None]
    last = known[0] if known else LONG_AGO
    for notice in everything:
        last = notice.at or last
        times.append(last)
    order = sorted(range(len(everything)), key=lambda n: times[n], reverse=True)
    return [everything[n] for n in order]
