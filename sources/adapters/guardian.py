"""The Guardian's content API."""

from __future__ import annotations

from typing import ClassVar

from sources.adapters.base import Answered, Api, Parameters, asked, inner, rows, text
from sources.asking import Asking
from sources.listing import Listing, Notice
from sources.sitemaps import moment


class Guardian(Api):
    """Articles that hold the words of `query`, newest first; the address may name sections and tags."""

    kind: ClassVar[str] = "guardian"
    takes: ClassVar[frozenset[str]] = frozenset({"query", "pages"})
    needs_key: ClassVar[bool] = True
    key_parameter: ClassVar[str | None] = "api-key"

    def first(self, asking: Asking) -> str:
        """The first page."""
        wanted: Parameters = {
            "q": asking.source.query or "",
            "order-by": "newest",
            "page-size": min(asking.limit, 50),
            "page": 1,
        }
        return asked(asking.source.address, wanted)

    def page(self, answer: Answered) -> Listing | None:
        """The articles' pages on the web."""
        found = rows(answer.data, "response", "results")
        if found is None:
            return None
        notices = [
            Notice(link, text(row, "webTitle"), moment(text(row, "webPublicationDate")))
            for row in found
            if (link := text(row, "webUrl"))
        ]
        current, last = inner(answer.data, "response", "currentPage"), inner(answer.data, "response", "pages")
        more = isinstance(current, int) and isinstance(last, int) and current < last
        return Listing(tuple(notices), next_page=asked(answer.url, {"page": current + 1}) if more else None)
