"""GovInfo of the United States: its API lists what was changed in a collection, its bulk data a folder's files."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import ClassVar

from sources.adapters.base import Answered, Api, asked, rows, text
from sources.asking import Asking
from sources.listing import Listing, Notice, newest_first
from sources.sitemaps import moment

_DAYS = 30
_PACKAGE = re.compile(r"(?P<collection>[A-Z]+)-(?P<congress>\d+)(?P<type>[a-z]+)\d+[a-z0-9]*")
_SITE = "https://www.govinfo.gov"


class GovInfo(Api):
    """Packages of a collection changed within the last 30 days, such as `…/collections/BILLSTATUS`."""

    kind: ClassVar[str] = "govinfo"
    needs_key: ClassVar[bool] = True

    def first(self, asking: Asking) -> str:
        """The first page of the collection that the address names."""
        since = asking.day - timedelta(days=_DAYS)
        address, _, query = asking.source.address.partition("?")
        place = f"{address.rstrip('/')}/{since.isoformat()}T00:00:00Z?{query}"
        return asked(place, {"offsetMark": "*", "pageSize": 100})

    def page(self, answer: Answered) -> Listing | None:
        """The packages' XML where everybody finds it without a key, on the public site."""
        found = rows(answer.data, "packages")
        if found is None:
            return None
        notices = []
        for row in found:
            link = _content(text(row, "packageId") or "")
            if link:
                changed = moment(text(row, "lastModified"))
                notices.append(Notice(link, text(row, "title"), changed_at=changed))
        return Listing(tuple(notices), next_page=text(answer.data, "nextPage"))


class BulkData(Api):
    """Files of a folder of the bulk data, such as `…/bulkdata/json/BILLSTATUS/119/hr`; no key is needed."""

    kind: ClassVar[str] = "bulkdata"
    takes: ClassVar[frozenset[str]] = frozenset()

    def first(self, asking: Asking) -> str:
        """The folder."""
        return asking.source.address

    def page(self, answer: Answered) -> Listing | None:
        """The XML files, those changed last first."""
        found = rows(answer.data, "files")
        if found is None:
            return None
        notices = [
            Notice(link, changed_at=_changed(text(row, "formattedLastModifiedTime")))
            for row in found
            if (link := text(row, "link")) and link.endswith(".xml")
        ]
        return Listing(tuple(newest_first(notices)))


def _content(package: str) -> str | None:
    """Where a package's XML lies; None for a name that is none."""
    match = _PACKAGE.fullmatch(package)
    if match is None:
        return None
    if match["collection"] == "BILLSTATUS":
        return f"{_SITE}/bulkdata/BILLSTATUS/{match['congress']}/{match['type']}/{package}.xml"
    return f"{_SITE}/content/pkg/{package}/xml/{package}.xml"


def _changed(value: str | None) -> datetime | None:
    """`13-Jul-2026 23:36` as a time, taken as UTC."""
    try:
        return datetime.strptime(value or "", "%d-%b-%Y %H:%M").replace(tzinfo=UTC)
    except ValueError:
        return None
