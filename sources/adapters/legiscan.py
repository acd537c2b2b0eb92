"""The API of LegiScan: bills of the states and of Congress."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from sources.adapters.base import Answered, Api, Parameters, asked, inner, parameter, rows, text
from sources.addresses import joined, origin
from sources.asking import Asking, Got
from sources.listing import Listing, Notice
from sources.sitemaps import moment


class LegiScan(Api):
    """Bills that hold the words of `query`, and the newest text of each; the address may name a `state`."""

    kind: ClassVar[str] = "legiscan"
    takes: ClassVar[frozenset[str]] = frozenset({"query", "pages"})
    needs_key: ClassVar[bool] = True
    key_parameter: ClassVar[str | None] = "key"

    def first(self, asking: Asking) -> str:
        """The first page; the API sorts by relevance, so pages are read until enough is found."""
        state = parameter(asking.source.address, "state") or "ALL"
        wanted: Parameters = {"op": "getSearch", "state": state, "query": asking.source.query or "", "page": 1}
        return asked(asking.source.address, wanted)

    def page(self, answer: Answered) -> Listing | None:
        """The records of the bills, each with its history; results are numbered beside a summary of them."""
        result = inner(answer.data, "searchresult")
        if not isinstance(result, dict):
            told = text(answer.data, "alert", "message")
            return Listing(error=f"{answer.url} answered: {told}") if told else None
        notices = []
        for name, row in result.items():
            number = text(row, "bill_id") if name != "summary" else None
            if number:
                link = asked(f"{origin(answer.url)}/", {"op": "getBill", "id": number})
                notices.append(Notice(link, text(row, "title"), changed_at=moment(text(row, "last_action_date"))))
        current, last = (_number(inner(result, "summary", name)) for name in ("page_current", "page_total"))
        more = bool(notices) and current < last
        return Listing(tuple(notices), next_page=asked(answer.url, {"page": current + 1}) if more else None)

    def onward(self, got: Got, follow: str | None) -> Listing:
        """The newest text of a bill: at the legislature, else LegiScan's copy."""
        try:
            data = json.loads(got.body)
        except (ValueError, RecursionError):
            return super().onward(got, follow)
        versions = rows(data, "bill", "texts") or []
        for version in sorted(versions, key=lambda row: text(row, "date") or "", reverse=True):
            number, state_link = text(version, "doc_id"), text(version, "state_link")
            link = joined(got.url, state_link) if state_link else None
            if link is None and number:
                link = asked(f"{origin(got.url)}/", {"op": "getBillText", "id": number})
            if link:
                return Listing((Notice(link, text(data, "bill", "title")),))
        return Listing()


def _number(value: Any) -> int:
    return int(value) if isinstance(value, int) or (isinstance(value, str) and value.isdigit()) else 0
