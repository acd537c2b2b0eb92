"""The API of Congress.gov, version 3: bills of the United States Congress with their actions and texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from sources.adapters.base import Answered, Api, asked, rows, text
from sources.addresses import joined
from sources.asking import Asking
from sources.listing import Listing, Notice, newest_first
from sources.sitemaps import moment

_FORMATS = ("Formatted XML", "Formatted Text", "PDF")
_PER_BILL = 3


class Congress(Api):
    """Bills, those changed last first: of each its record, its actions, and its newest text.

    The address names a Congress (`…/v3/bill/119`), perhaps a kind of bill. The API has no search: choose by `titles`.
    """

    kind: ClassVar[str] = "congress"
    needs_key: ClassVar[bool] = True

    def first(self, asking: Asking) -> str:
        """The first page."""
        return asked(asking.source.address, {"format": "json", "sort": "updateDate+desc", "limit": 250, "offset": 0})

    def page(self, answer: Answered) -> Listing | None:
        """The records of the bills."""
        found = rows(answer.data, "bills")
        if found is None:
            return None
        notices = []
        for row in found:
            link = joined(answer.url, text(row, "url") or "") if text(row, "url") else None
            if link:
                changed = moment(text(row, "updateDateIncludingText") or text(row, "updateDate"))
                notices.append(Notice(asked(link, {"format": "json"}), text(row, "title"), changed_at=changed))
        return Listing(tuple(notices), next_page=text(answer.data, "pagination", "next"))

    def notices(self, asking: Asking) -> Iterable[Notice]:
        """What belongs to each bill that is wanted, as many bills as the source's bound leaves room for."""
        bills = newest_first(asking.wanted(super().notices(asking)))[: max(1, asking.limit // _PER_BILL)]
        return [notice for bill in bills for notice in _documents(bill, asking)]


def _documents(bill: Notice, asking: Asking) -> Iterator[Notice]:
    yield bill
    record = bill.url.partition("?")[0]
    yield Notice(asked(f"{record}/actions", {"format": "json", "limit": 250}), bill.title, changed_at=bill.changed_at)
    newest = _newest_text(asking.json(asked(f"{record}/text", {"format": "json"})))
    if newest:
        yield Notice(newest, bill.title, changed_at=bill.changed_at)


def _newest_text(data: Any) -> str | None:
    """Where the newest version's text lies, in the form that is read best; None where there is none yet."""
    versions = rows(data, "textVersions") or []
    for version in sorted(versions, key=lambda row: text(row, "date") or "", reverse=True):
        links = {text(row, "type"): text(row, "url") for row in rows(version, "formats") or []}
        for name in _FORMATS:
            if links.get(name):
                return links[name]
    return None
