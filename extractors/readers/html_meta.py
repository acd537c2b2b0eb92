"""What an HTML page says of itself: title, authors, day, publisher, address, language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from extractors.readers.blocks import clean
from extractors.readers.doctype import is_press, known_kind
from extractors.readers.fronts_lines import DATE, as_date, published

_TYPES = re.compile(r"Article|Posting|Report|WebPage|Legislation|CreativeWork|Document", re.IGNORECASE)
_TITLE_PARTS = re.compile(r"\s+[|–—·»:-]\s+|\s*\|\s*|\s+::\s+")
_AUTHOR_WORDS = re.compile(
    r"https?:|@|\b(?:admin|editor|staff|webmaster|press|team|user|communications|newsroom|office)\b", re.IGNORECASE
)
_DATE_NAMES = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "citation_publication_date",
    "publish-date",
    "publish_date",
    "pubdate",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "published-date",
    "cxenseparse:recs:publishtime",
)
_ISO = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")
_DATE_CLASS = re.compile(
    r"\b(?:publish|posted|pub-?date|entry-date|post-date|article-date|dateline|release-date|date)", re.IGNORECASE
)
_RELEASE = re.compile(
    r"\b(?:press|news|media) releases?\b|\bimmediate release\b|\b(?:pr ?newswire|business ?wire|globe ?newswire"
    r"|newswise|ein ?presswire|pr ?web)\b",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\b(?:gov|office|department|ministry|senat\w*|congress\w*|parliament|representatives?|commission|council|agency|union"
    r"|unions|workers|federation|guild|association|institute|foundation|university|campaign|coalition|alliance|party)\b",
    re.IGNORECASE,
)
_VERSION = re.compile(  # "S. 1 (Introduced in Senate) - ", as sites of legislatures title the text of a bill
    r"^(?:text - )?[A-Z][\w. ]{1,20}\d{1,6}\s*\((?:introduced|reported|engrossed|enrolled|placed|received|referred)"
    r"[^()]{0,40}\)\s*[-–—:]\s+(?=\S)",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s{0,200}([}\]])")  # left over before a closing bracket
_LABEL = 60  # characters: a longer line that names a release tells of one
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Meta:
    """What a page says of itself; None or empty where it does not."""

    title: str | None
    authors: tuple[str, ...]
    published_on: date | None
    publisher: str | None
    canonical_url: str | None
    language: str | None
    document_type: str | None = None


def meta(tree: Any) -> Meta:
    """Reads `tree` (lxml), before anything is taken away from it."""
    named = _named(tree)
    linked = [node for node in _linked(tree) if _TYPES.search(_type(node))]
    publisher = (
        _site(named.get("og:site_name"))
        or _publisher(linked)
        or _site(named.get("dc.publisher"))
        or _site(named.get("citation_publisher"))
    )
    return Meta(
        title=_title(tree, named, linked, publisher),
        authors=_authors(tree, named, linked),
        published_on=_day(tree, named, linked),
        publisher=publisher,
        canonical_url=_canonical(tree, named),
        language=_language(tree, named),
        document_type="news" if _is_news(tree, named, linked, publisher) else None,
    )


def _named(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop")
        if name and node.get("content"):
            found.setdefault(name.strip().lower(), node.get("content"))
    return found


def _linked(tree: Any) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD; what is broken in it is left out."""
    for node in tree.iter("script"):
        if (node.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            held = (node.text or "").strip().removeprefix("<!--").removesuffix("-->")
            waiting = [json.loads(_COMMA.sub(r"\1", held), strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting.extend(value[:50])
            elif isinstance(value, dict):
                yield value
                waiting.extend(
                    value[key]
                    for key in ("@graph", "mainEntity", "mainEntityOfPage")
                    if isinstance(value.get(key), list | dict)
                )


def _type(node: dict[str, Any]) -> str:
    kind = node.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")


def _text(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    text = clean(re.sub(r"<[^<>]{1,200}>", "", value)).replace("\n", " ")
    return text or None


def _site(value: Any) -> str | None:
    """The name of a site; an address is none, and the mark before a handle no part of one."""
    name = (_text(value) or "").lstrip("@")
    return None if not name or re.match(r"https?:|www\.", name) else name


def _is_news(tree: Any, named: dict[str, str], linked: list[dict[str, Any]], publisher: str | None) -> bool:
    """Whether the page declares itself an article of a newsroom.

    Agencies, unions and news wires mark their own announcements as news articles too: the publisher must not be known
    as something other than a newsroom, and the page must not call itself a release.
    """
    kinds = " ".join(_type(node) for node in linked)
    newsroom = "NewsMediaOrganization" in _types_of_publishers(linked) or (
        publisher is not None and is_press(publisher)
    )
    marked = "NewsArticle" in kinds or ("Article" in kinds and newsroom)
    article = (named.get("og:type") or "").strip().lower() == "article"
    if not ((marked and (newsroom or not _announces(publisher))) or (article and newsroom)):
        return False
    shown = [_text(" ".join(node.itertext())) or "" for node in tree.xpath("//h1 | //h2 | //p")[:20]]
    labels = [named.get("article:section") or "", publisher or "", *(text for text in shown if len(text) < _LABEL)]
    return not any(_RELEASE.search(label) for label in labels)


def _types_of_publishers(linked: list[dict[str, Any]]) -> str:
    publishers = [node.get("publisher") for node in linked]
    return " ".join(_type(one) for one in publishers if isinstance(one, dict))


def _announces(publisher: str | None) -> bool:
    """Whether a publisher's articles are its own announcements, by its name."""
    return publisher is not None and (known_kind(publisher) not in (None, "media") or bool(_OFFICIAL.search(publisher)))


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    for node in linked:
        publisher = node.get("publisher")
        publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
        name = _site(publisher.get("name") if isinstance(publisher, dict) else publisher)
        if name:
            return name
    return None


def _title(tree: Any, named: dict[str, str], linked: list[dict[str, Any]], publisher: str | None) -> str | None:
    heads = [text for node in tree.iter("h1") if (text := _text(" ".join(node.itertext())))]
    element = next((_text(" ".join(node.itertext())) for node in tree.iter("title")), None)
    headline = next(
        (text for node in linked if "Article" in _type(node) and (text := _text(node.get("headline")))), None
    )
    given = (
        _text(named.get("og:title")) or headline or _text(named.get("dc.title")) or _text(named.get("twitter:title"))
    )
    if given:
        return _bare_title(given, heads, publisher)
    if element:
        whole = _bare_title(element, heads, publisher)
        if len(heads) == 1 and len(heads[0].split()) > 2 and _same(heads[0]) in _same(element):
            return heads[0]
        return whole
    return heads[0] if heads else None


def _bare_title(title: str, heads: list[str], publisher: str | None) -> str:
    """The title without the name of the site at its end or beginning, or a bill's number and version."""
    title = _VERSION.sub("", title)
    for head in heads:
        if len(head.split()) > 2 and _same(head) != _same(title) and _same(title).startswith(_same(head)):
            return head
    parts = _TITLE_PARTS.split(title)
    if len(parts) < 2:
        return title
    if publisher:
        known = _same(publisher)
        if _same(parts[-1]) == known:
            return _cut_last(title, parts[-1])
        if _same(parts[0]) == known:
            return title[title.index(parts[0]) + len(parts[0]) :].lstrip(" |–—·»:-")
    if "|" in title:
        longest = max(re.split(r"\s*\|\s*", title), key=len)
        return longest or title
    last = parts[-1]
    if (
        len(parts[0].split()) >= 4
        and len(last.split()) <= 5
        and not title.rstrip().endswith(("?", "!"))
        and re.search(r"\s[-–—·»]\s+\S+(?:\s\S+){0,4}$", title)
        and _names_site(last)
    ):
        return _cut_last(title, last)
    return title


def _names_site(text: str) -> bool:
    words = text.split()
    return all(word[0].isupper() or word.lower() in ("of", "the", "and", "for", "on", "&") for word in words)


def _cut_last(title: str, last: str) -> str:
    return title[: title.rindex(last)].rstrip(" |–—·»:-")


def _same(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _authors(tree: Any, named: dict[str, str], linked: list[dict[str, Any]]) -> tuple[str, ...]:
    found: list[str] = []
    for node in linked:
        given = node.get("author") or node.get("creator")
        for author in given if isinstance(given, list) else [given]:
            kind = _type(author) if isinstance(author, dict) else ""
            name = _text(author.get("name")) if isinstance(author, dict) else _text(author)
            if name and kind != "Organization":
                both = re.split(r"\s+and\s+", name)
                found.extend(both if all(map(_is_person, both)) else [name])
    if not found:
        for key in (
            "author",
            "article:author",
            "dc.creator",
            "citation_author",
            "parsely-author",
            "sailthru.author",
            "byl",
        ):
            name = _text(named.get(key))
            if name:
                found.extend(re.split(r"\s*(?:,|;|&|\band\b)\s+", re.sub(r"(?i)^by\s+", "", name)))
                break
    if not found:
        found = [
            text
            for node in tree.xpath("//a[@rel='author'] | //*[@itemprop='author']")[:5]
            if (text := _text(" ".join(node.itertext())))
        ]
        found = [re.sub(r"(?i)^by\s+", "", name) for name in found]
    kept = [name for name in dict.fromkeys(found) if _is_person(name)]
    return tuple(kept[:20])


def _is_person(name: str) -> bool:
    words = name.split()
    return (
        2 <= len(words) <= 6
        and len(name) < 60
        and name[0].isalpha()
        and not _AUTHOR_WORDS.search(name)
        and not any(c.isdigit() for c in name)
    )


def _day(tree: Any, named: dict[str, str], linked: list[dict[str, Any]]) -> date | None:
    for node in linked:
        if day := _date(node.get("datePublished")):
            return day
    for name in _DATE_NAMES:
        if day := _date(named.get(name)):
            return day
    return _visible_day(tree)


def _visible_day(tree: Any) -> date | None:
    """The day a page shows: in its time elements near the head of the text, or an element named after a date."""
    times = list(tree.iter("time"))
    marked = [node for node in times if node.get("pubdate") is not None or node.get("itemprop") == "datePublished"]
    for node in marked or (times if len(times) == 1 else times[:1] if _in_header(times[:1]) else []):
        if day := _date(node.get("datetime")) or _date(" ".join(node.itertext())):
            return day
    for node in tree.xpath("//*[@itemprop='datePublished']")[:3]:
        if day := _date(node.get("content")) or _date(" ".join(node.itertext())):
            return day
    days = set()
    for node in tree.xpath("//*[contains(@class,'date') or contains(@class,'publish') or contains(@class,'posted')]")[
        :40
    ]:
        text = clean(" ".join(node.itertext()))
        if (
            len(text) < 80
            and _DATE_CLASS.search(node.get("class") or "")
            and not re.search("updated|modified|copyright|©", text, re.I)
        ):
            day = published(text)
            if day:
                days.add(day)
    return days.pop() if len(days) == 1 else None


def _in_header(nodes: list[Any]) -> bool:
    return any(parent.tag in ("header", "article", "main") for node in nodes for parent in node.iterancestors())


def _date(value: Any) -> date | None:
    """The day in a machine's or a person's writing; None where it is no full date."""
    if not isinstance(value, str):
        return None
    iso = _ISO.match(value)
    try:
        if iso:
            return date(*map(int, iso.groups()))
    except ValueError:
        return None
    match = DATE.search(value[:100])
    return as_date(match) if match else None


def _canonical(tree: Any, named: dict[str, str]) -> str | None:
    for node in tree.iter("link"):
        if "canonical" in (node.get("rel") or "").lower().split() and (node.get("href") or "").strip().startswith(
            "http"
        ):
            return str(node.get("href")).strip()
    address = (named.get("og:url") or "").strip()
    return address if address.startswith("http") else None


def _language(tree: Any, named: dict[str, str]) -> str | None:
    root = tree if tree.tag == "html" else next(tree.iter("html"), tree)
    given = (
        root.get("lang")
        or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or named.get("og:locale")
        or named.get("content-language")
    )
    match = _LANGUAGE.fullmatch((given or "").strip())
    return match.group(1).lower() if match else None
