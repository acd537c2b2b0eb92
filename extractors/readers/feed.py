"""Feeds (RSS, Atom): their entries for finding documents, and a feed read as a document of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin

import feedparser
import lxml.html

from extractors.readers.blocks import Block, Parsed, Trouble, clean
from extractors.readers.encoding import decode
from extractors.readers.html_blocks import tree_blocks
from extractors.readers.language import language_of
from extractors.readers.limits import Limits
from extractors.readers.text import cut

_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,2000}(?:\[.*?\]\s*)?>|<!ENTITY[^>]{0,5000}>", re.IGNORECASE | re.DOTALL)
_NAMED = re.compile(r"\s*[\w.@+-]+@[\w.-]+\s*\(([^)]{2,80})\)\s*|\s*([^<>@]{2,80})\s*(?:<[^>]*>)?")
_DECLARED = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")


@dataclass(frozen=True)
class Entry:
    """One entry of a feed: an address and what the feed says of it, None or empty where it does not."""

    url: str | None
    title: str | None
    published_on: date | None
    authors: tuple[str, ...]
    summary_html: str | None
    content_html: str | None


def entries(data: bytes, url: str) -> tuple[Entry, ...]:
    """The entries of a feed in their order, addresses made absolute with `url`; of broken XML what can be read."""
    return _entries(_parse(data), url)


def read_feed(data: bytes, limits: Limits) -> Parsed:
    """A feed as one document: each entry a heading and its paragraphs."""
    parsed = _parse(data[: limits.max_markup])
    head = parsed.get("feed", {})
    blocks: list[Block] = []
    for entry in _entries(parsed, ""):
        if entry.title:
            blocks.append(Block("heading", entry.title, level=2))
        blocks.extend(_html_blocks(entry.content_html or entry.summary_html))
    troubles = []
    if parsed.get("bozo") and not isinstance(parsed.get("bozo_exception"), feedparser.CharacterEncodingOverride):
        troubles.append(
            Trouble(
                "broken_feed",
                f"The feed's XML is broken ({_reason(parsed)}); what could be read of it was. Tell its publisher.",
            )
        )
    if not blocks:
        troubles.append(Trouble("empty_feed", "The feed holds no entries with text. Check its address.", "error"))
    title = clean(head.get("title") or "") or None
    kept, more = cut(blocks, limits)
    return Parsed(
        blocks=tuple(kept),
        media_type="application/atom+xml"
        if str(parsed.get("version", "")).startswith("atom")
        else "application/rss+xml",
        status="parsed" if kept else "empty",
        title=title,
        publisher=clean(str(head.get("publisher") or "")) or None,
        language=language_of(kept) or (str(head.get("language") or "")[:2].lower() or None),
        canonical_url=None,
        troubles=(*troubles, *more),
    )


def _reason(parsed: Any) -> str:
    return str(parsed.get("bozo_exception") or "unknown reason").replace("<unknown>:", "line ")[:120]


def _parse(data: bytes) -> Any:
    """The feed without its document type: so no entity is ever expanded and nothing fetched."""
    text = _DECLARED.sub("", _DOCTYPE.sub("", decode(data).text.replace("\x00", "")))
    return feedparser.parse(
        text.encode("utf-8", "replace"),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _entries(parsed: Any, url: str) -> tuple[Entry, ...]:
    found = []
    for item in parsed.get("entries", ()):
        link = item.get("link") or next(
            (value.get("href") for value in item.get("links", ()) if value.get("href")), None
        )
        contents = [value.get("value") for value in item.get("content", ()) if value.get("value")]
        found.append(
            Entry(
                url=urljoin(url, link.strip()) if link else None,
                title=_plain(item.get("title")),
                published_on=_day(item.get("published_parsed") or item.get("created_parsed")),
                authors=_authors(item),
                summary_html=item.get("summary") or None,
                content_html=max(contents, key=len) if contents else None,
            )
        )
    return tuple(found)


def _plain(title: str | None) -> str | None:
    if not title:
        return None
    if "<" in title or "&" in title:
        title = " ".join(block.text for block in _html_blocks(title))
    return clean(title).replace("\n", " ") or None


def _day(parts: Any) -> date | None:
    try:
        return date(parts.tm_year, parts.tm_mon, parts.tm_mday) if parts else None
    except (ValueError, AttributeError):
        return None


def _authors(item: Any) -> tuple[str, ...]:
    found = []
    for author in item.get("authors", ()) or ([{"name": item.get("author")}] if item.get("author") else ()):
        match = _NAMED.fullmatch(author.get("name") or "")
        name = clean((match.group(1) or match.group(2)) if match else "")
        if name:
            found.append(name)
    return tuple(dict.fromkeys(found))


def _html_blocks(html: str | None) -> list[Block]:
    if not html or not html.strip():
        return []
    try:
        tree = lxml.html.fragment_fromstring(html[:2_000_000], create_parent="div")
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return [Block("paragraph", clean(re.sub(r"<[^<>]{0,2000}>", " ", html)))]
    return list(tree_blocks(tree))
