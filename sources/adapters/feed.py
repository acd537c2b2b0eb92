"""A feed, RSS or Atom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from sources.adapters.base import Adapter
from sources.asking import Asking
from sources.feeds import read_feed
from sources.listing import Notice


class Feed(Adapter):
    """The items of one feed."""

    kind: ClassVar[str] = "feed"
    is_whole: ClassVar[bool] = True

    def notices(self, asking: Asking) -> Iterable[Notice]:
        """The items in the feed's order."""
        got = asking.get(asking.source.address)
        return asking.noted(read_feed(got.body, got.url, got.media_type)).notices if got else ()
