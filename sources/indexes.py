"""Index pages: links to documents, found by a CSS selector."""

from __future__ import annotations

import warnings

from bs4 import BeautifulSoup, Tag, XMLParsedAsHTMLWarning
from soupsieve import SelectorSyntaxError

from sources.addresses import joined
from sources.listing import Listing, Notice
from sources.sitemaps import moment

MAX_BYTES = 2_000_000
MAX_LINKS = 2_000


def read_index(body: bytes, url: str, selector: str, next_selector: str | None = None) -> Listing:
    """The documents that a page links to.

    `selector` finds the links, or the items around them: then an item's first link counts, and a `<time datetime>` in
    it is the day of publication.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        soup = BeautifulSoup(body[:MAX_BYTES], "lxml")
    base = url
    declared = soup.find("base", href=True)
    if isinstance(declared, Tag):
        base = joined(url, str(declared["href"])) or url
    try:
        items = soup.select(selector, limit=MAX_LINKS)
        onward = soup.select(next_selector, limit=1) if next_selector else []
    except (SelectorSyntaxError, RecursionError) as error:
        return Listing(error=f"the selector {selector!r} cannot be used on {url}: {error}")
    notices = tuple(notice for item in items if (notice := _notice(item, base)) is not None)
    next_link = _link(onward[0]) if onward else None
    next_page = joined(base, str(next_link["href"])) if next_link else None
    warning = None
    if len(body) > MAX_BYTES:
        warning = f"{url} is larger than {MAX_BYTES} bytes; links after that were left out"
    if not notices:
        warning = f"{url} has no link where the selector {selector!r} looks; the page may have changed"
    return Listing(notices, next_page=next_page, warning=warning)


def _link(item: Tag) -> Tag | None:
    if item.name == "a" and item.get("href"):
        return item
    found = item.find("a", href=True)
    return found if isinstance(found, Tag) else None


def _notice(item: Tag, base: str) -> Notice | None:
    link = _link(item)
    url = joined(base, str(link["href"])) if link is not None else None
    if link is None or url is None:
        return None
    title = " ".join(link.get_text(" ").split()) or None
    time = item.find("time", datetime=True)
    return Notice(url, title, moment(str(time["datetime"])) if isinstance(time, Tag) else None)
