"""Sitemaps (sitemaps.org 0.9): lists of pages, lists of sitemaps, gzip, and the news extension."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from lxml import etree

from sources.addresses import joined
from sources.decoding import DecodingError, TooLargeError, gunzipped
from sources.listing import Listing, Notice


def read_sitemap(body: bytes, url: str, max_bytes: int) -> Listing:
    """The pages and further sitemaps that a sitemap lists. Entities are left as they are, nothing else is loaded."""
    try:
        content = gunzipped(body, max_bytes)
    except (DecodingError, TooLargeError) as error:
        return Listing(error=f"{url} could not be unpacked ({error}); check the source's address")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return Listing(error=f"{url} is no sitemap ({error}); check the source's address")
    kind = _name(root) if root is not None else ""
    if kind not in ("urlset", "sitemapindex"):
        return Listing(error=f"{url} is no sitemap (its root is <{kind}>); check the source's address")
    entries = tuple(_notices(root, url))
    fault = parser.error_log[0].message if len(parser.error_log) else None
    warning = f"{url} is not well-formed ({fault}); {len(entries)} addresses were read" if fault else None
    if kind == "urlset":
        return Listing(entries, warning=warning)
    return Listing(maps=entries, warning=warning)


def _notices(root: etree._Element, base: str) -> Iterator[Notice]:
    for entry in root:
        if _name(entry) not in ("url", "sitemap"):
            continue
        values: dict[str, str] = {}
        for part in entry.iter():
            if _name(part) and part.text and part.text.strip():
                values.setdefault(_name(part), " ".join(part.text.split()))
        link = joined(base, values.get("loc", "")) if values.get("loc") else None
        if link is not None:
            yield Notice(
                link, values.get("title"), moment(values.get("publication_date")), moment(values.get("lastmod"))
            )


def _name(element: etree._Element) -> str:
    """The tag without its namespace; empty for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def moment(text: str | None) -> datetime | None:
    """A W3C date or time (ISO 8601), UTC where no zone is given; None where it is none."""
    value = (text or "").strip()
    if len(value) in (4, 7):
        value += "-01-01"[: 10 - len(value)]
    try:
        made = datetime.fromisoformat(value)
    except ValueError:
        return None
    return made if made.tzinfo else made.replace(tzinfo=UTC)
