"""What a feed, sitemap or index page lists, before anything is chosen from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


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
