"""The Federal Register's API: rules, proposed rules, notices and presidential documents of the United States."""

from __future__ import annotations

from typing import ClassVar

from sources.adapters.base import Answered, Api, Parameters, asked, rows, text
from sources.asking import Asking
from sources.listing import Listing, Notice
from sources.sitemaps import moment

_FIELDS = ["title", "publication_date", "html_url", "body_html_url"]


class FederalRegister(Api):
    """Documents that hold the words of `query`, the newest first; the address may name further conditions."""

    kind: ClassVar[str] = "federal_register"
    takes: ClassVar[frozenset[str]] = frozenset({"query", "pages"})

    def first(self, asking: Asking) -> str:
        """The first page: the conditions, and the fields wanted."""
        wanted: Parameters = {
            "conditions[term]": asking.source.query or "",
            "order": "newest",
            "per_page": min(asking.limit, 100),
            "fields[]": _FIELDS,
        }
        return asked(asking.source.address, wanted)

    def page(self, answer: Answered) -> Listing | None:
        """The text for machines where there is one, else the page."""
        found = rows(answer.data, "results")
        if found is None:
            # a search without results has no list
            return Listing() if isinstance(answer.data, dict) and answer.data.get("count") == 0 else None
        notices = []
        for row in found:
            link = text(row, "body_html_url") or text(row, "html_url")
            if link:
                notices.append(Notice(link, text(row, "title"), moment(text(row, "publication_date"))))
        return Listing(tuple(notices), next_page=text(answer.data, "next_page_url"))
