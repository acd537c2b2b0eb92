"""GOV.UK's search API: what the government of the United Kingdom publishes."""

from __future__ import annotations

from typing import ClassVar

from sources.adapters.base import Answered, Api, Parameters, asked, parameter, rows, text
from sources.addresses import joined
from sources.asking import Asking
from sources.listing import Listing, Notice
from sources.sitemaps import moment


class GovUk(Api):
    """Pages that hold the words of `query`, those changed last first; the address may filter further."""

    kind: ClassVar[str] = "gov_uk"
    takes: ClassVar[frozenset[str]] = frozenset({"query", "pages"})

    def first(self, asking: Asking) -> str:
        """The first page."""
        wanted: Parameters = {
            "q": asking.source.query or "",
            "order": "-public_timestamp",
            "count": min(asking.limit, 100),
            "start": 0,
            "fields": ["title", "link", "public_timestamp"],
        }
        return asked(asking.source.address, wanted)

    def page(self, answer: Answered) -> Listing | None:
        """The pages found. What the API calls public time is the last change, not the first day."""
        found = rows(answer.data, "results")
        if found is None:
            return None
        notices = []
        for row in found:
            link = joined(answer.url, text(row, "link") or "")
            if link and text(row, "link"):
                notices.append(Notice(link, text(row, "title"), changed_at=moment(text(row, "public_timestamp"))))
        start = int(parameter(answer.url, "start") or 0) + len(found)
        total = answer.data.get("total")
        more = bool(found) and isinstance(total, int) and start < total
        return Listing(tuple(notices), next_page=asked(answer.url, {"start": start}) if more else None)
