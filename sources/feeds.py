"""RSS and Atom feeds: what they announce."""

from __future__ import annotations

import calendar
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import feedparser

from sources.addresses import joined
from sources.listing import Listing, Notice

MAX_BYTES = 5_000_000
_HARMLESS = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)


def read_feed(body: bytes, url: str, media_type: str | None = None) -> Listing:
    """The items of a feed with what went wrong in reading it; links are made absolute against `url`."""
    headers = {"content-location": url} | ({"content-type": media_type} if media_type else {})
    try:
        parsed = feedparser.parse(
            BytesIO(body[:MAX_BYTES]), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError) as error:
        return Listing(error=f"{url} is a feed too damaged to be read ({_said(error)}); its publisher should know")
    notices = [notice for entry in parsed.entries if (notice := _notice(entry, url)) is not None]
    trouble = parsed.get("bozo_exception") if parsed.get("bozo") else None
    if not parsed.entries and (trouble is not None or not parsed.get("version")):
        return Listing((), error=f"{url} is no feed that can be read ({_said(trouble)}); check the source's address")
    if len(body) > MAX_BYTES:
        message = f"{url} is larger than {MAX_BYTES} bytes; {len(notices)} items were read, later ones left out"
        return Listing(tuple(notices), warning=message)
    if trouble is not None and not isinstance(trouble, _HARMLESS):
        message = f"{url} is not well-formed ({_said(trouble)}); {len(notices)} items were read, others may be missing"
        return Listing(tuple(notices), warning=message)
    return Listing(tuple(notices))


def _said(trouble: Any) -> str:
    return " ".join(str(trouble).split())[:200] if trouble else "no RSS or Atom in it"


def _notice(entry: Any, base: str) -> Notice | None:
    link = joined(base, entry.get("link") or "") if entry.get("link") else None
    if link is None:
        return None
    title = " ".join((entry.get("title") or "").split()) or None
    return Notice(link, title, _moment(entry, "published_parsed"), _moment(entry, "updated_parsed"))


def _moment(entry: Any, name: str) -> datetime | None:
    value = entry.get(name) if name in entry.keys() else None  # noqa: SIM118 - `in entry` maps updated to published
    try:
        return datetime.fromtimestamp(calendar.timegm(value), UTC) if value else None
    except (ValueError, OverflowError, TypeError):
        return None
