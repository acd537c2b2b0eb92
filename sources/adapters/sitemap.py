"""A sitemap, or an index of sitemaps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from sources.adapters.base import Adapter
from sources.asking import Asking
from sources.listing import LONG_AGO, Notice, newest_first
from sources.sitemaps import read_sitemap

_MAPS = 12
_DEPTH = 2


class Sitemap(Adapter):
    """The pages of a sitemap and of those it lists, the ones changed last first."""

    kind: ClassVar[str] = "sitemap"

    def notices(self, asking: Asking) -> Iterable[Notice]:
        """The pages wanted; sitemaps that can hold nothing newer than what was found are not asked for."""
        found: list[Notice] = []
        waiting = [(0, Notice(asking.source.address))]
        been: set[str] = set()
        while waiting:
            depth, place = waiting.pop(0)
            if place.url in been or _is_enough(found, place, asking.limit):
                continue
            if len(been) >= _MAPS:
                asking.problem("many_sitemaps", f"of its sitemaps only the {_MAPS} changed last were read", "info")
                break
            been.add(place.url)
            got = asking.get(place.url)
            if got is None:
                continue
            listing = asking.noted(read_sitemap(got.body, got.url, asking.max_bytes))
            found += asking.wanted(listing.notices)
            if depth < _DEPTH:
                waiting += [(depth + 1, further) for further in newest_first(listing.maps)]
        return found


def _is_enough(found: list[Notice], place: Notice, limit: int) -> bool:
    """Whether a sitemap changed last at `place.changed_at` can add nothing newer than what was found."""
    if place.at is None or len(found) < limit:
        return False
    oldest = sorted((notice.at or LONG_AGO for notice in found), reverse=True)[limit - 1]
    return place.at < oldest
