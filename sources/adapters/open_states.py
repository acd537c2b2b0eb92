"""The API of Open States, version 3: bills of the states of the United States."""

from __future__ import annotations

import json
from typing import ClassVar

from sources.adapters.base import Answered, Api, Parameters, asked, inner, rows, text
from sources.addresses import joined, origin
from sources.asking import Asking, Got
from sources.listing import Listing, Notice
from sources.sitemaps import moment

_PARTS = ["abstracts", "actions", "sponsorships", "versions"]
_BEST = ("text/html", "application/xml", "text/xml", "text/plain", "application/pdf")


class OpenStates(Api):
    """Bills that hold the words of `query`, those changed last first, and the newest text of each.

    The address may name a `jurisdiction` (`…/bills?jurisdiction=ca`) and more.
    """

    kind: ClassVar[str] = "open_states"
    takes: ClassVar[frozenset[str]] = frozenset({"query", "pages"})
    needs_key: ClassVar[bool] = True

    def first(self, asking: Asking) -> str:
        """The first page."""
        wanted: Parameters = {
            "q": asking.source.query or "",
            "sort": "updated_desc",
            "per_page": min(asking.limit, 20),
            "page": 1,
        }
        return asked(asking.source.address, wanted)

    def page(self, answer: Answered) -> Listing | None:
        """The records of the bills, each with its actions."""
        found = rows(answer.data, "results")
        if found is None:
            return None
        notices = []
        for row in found:
            name = text(row, "id") or ""
            if name.startswith("ocd-bill/"):
                link = asked(f"{origin(answer.url)}/bills/{name}", {"include": _PARTS})
                notices.append(Notice(link, text(row, "title"), changed_at=moment(text(row, "updated_at"))))
        current, last = inner(answer.data, "pagination", "page"), inner(answer.data, "pagination", "max_page")
        more = isinstance(current, int) and isinstance(last, int) and current < last
        return Listing(tuple(notices), next_page=asked(answer.url, {"page": current + 1}) if more else None)

    def onward(self, got: Got, follow: str | None) -> Listing:
        """The newest text of a bill, in the form that is read best."""
        try:
            data = json.loads(got.body)
        except (ValueError, RecursionError):
            return super().onward(got, follow)
        versions = sorted(rows(data, "versions") or [], key=lambda row: text(row, "date") or "", reverse=True)
        for version in versions:
            links = {text(row, "media_type"): text(row, "url") for row in rows(version, "links") or []}
            for form in (*_BEST, *links):
                link = joined(got.url, links.get(form) or "") if links.get(form) else None
                if link:
                    return Listing((Notice(link, text(data, "title")),))
        return Listing()
