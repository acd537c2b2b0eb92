"""An index page that links to documents, and the pages after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from sources.adapters.base import Adapter
from sources.asking import Asking
from sources.indexes import read_index
from sources.listing import Notice


class Index(Adapter):
    """Links found by a CSS selector, page after page."""

    kind: ClassVar[str] = "index"
    is_whole: ClassVar[bool] = True
    takes: ClassVar[frozenset[str]] = frozenset({"selector", "next", "pages"})
    needs: ClassVar[Mapping[str, str]] = {"selector": "the CSS selector of the links to documents on its page"}

    def notices(self, asking: Asking) -> Iterable[Notice]:
        """The links of the pages, in their order."""
        source = asking.source
        found: list[Notice] = []
        url: str | None = source.address
        been: set[str] = set()
        while url is not None and url not in been and len(been) < (source.page_limit or 1):
            been.add(url)
            got = asking.get(url)
            if got is None:
                break
            listing = asking.noted(read_index(got.body, got.url, source.selector or "a", source.next_selector))
            found += listing.notices
            if asking.is_enough(found):
                break
            url = listing.next_page
        return found
