"""What the top of a text says of it: title, date, authors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from extractors.readers.blocks import Block, clean

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), 1
    )
    for name in names.split()
}  # fmt: skip
_MONTH = (
    r"(?P<month{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DATE = re.compile(
    rf"\b{_MONTH.format(1)}\s+(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year1>(?:19|20)\d\d)\b"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH.format(2)},?\s+(?P<year2>(?:19|20)\d\d)\b"
    r"|\b(?P<year3>(?:19|20)\d\d)-(?P<month3>\d\d)-(?P<day3>\d\d)(?!\d)"
    r"|\b(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<year4>(?:19|20)?\d\d)\b",
    re.IGNORECASE,
)
_DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_LABEL = re.compile(
    r"\W*(?:(?:published|posted|released?|issued|date|dated|publication date|for immediate release"
    r"|immediate release|press release"
    r"|news release|statement|first published|last published)\b[\s:|,–—-]*(?:on\b|at\b|:)?\s*){0,3}" + _DAY,
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[\s|,•·–—-]*(?:(?:at\s+)?\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,5}T?)?)?[\s"
    r"|•·–—-]*(?:\d+ min(?:ute)?s?(?: read)?)?\W*",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"[^!?:;]{0,60}?[\s,(–—-]*")
_DASH = re.compile(r"\)?\s*(?:[-–—:…]|\.\.\.|\(|//)")
_AMERICAN = re.compile(r"D\.?C\.?|WASHINGTON|Washington|,\s*[A-Z][a-z.A-Z]{1,5}\b|U\.S\.")
_BYLINE = re.compile(r"(?:written\s+)?by:?\s+(?P<names>[^|•\n]{3,90}?)\s*(?:[|•·–—].*)?", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w.'’-]*(?:\s+(?:de|van|von|der|la|le|bin|al|di|da|[A-Z][\w.'’-]*)){1,4}")
_KICKER = re.compile(
    r"\W*(?:for (?:immediate )?release|immediate release|press releases?|news(?: releases?| room)?|newsroom"
    r"|media (?:release|advisory|statement)|statements?|blog|opinion|reports?|articles?|home|menu"
    r"|skip to .{0,30}|search|embargoed.{0,60}|share|print|(?:media|press|news)?\s*contacts?\b.{0,120}"
    r"|back to .{0,40}|note to editors|nota de prensa|comunicado)\W*",
    re.IGNORECASE,
)
SKIP = re.compile(
    r"skip to (?:main |the )?(?:content|navigation|search)|(?:toggle|open|close) (?:navigation|menu)", re.IGNORECASE
)
_OFFICE = re.compile(r"(?:representatives?|senators?|sens?|reps?|mr|ms|the)\b\.?", re.IGNORECASE)
_NEAR_TOP = 8


@dataclass(frozen=True)
class Front:
    """Title, day of publication and authors, each None or empty where the top of the text does not say."""

    title: str | None = None
    published_on: date | None = None
    authors: tuple[str, ...] = field(default=())


def front(blocks: Sequence[Block], *, dated: bool = True) -> Front:
    """What the first blocks say. `dated` is False for documents whose first dates are terms, not publication."""
    top = blocks[:_NEAR_TOP]
    day = next((found for block in top if (found := published(block.text))), None) if dated else None
    authors = next((names for block in top if (names := byline(block.text))), ())
    return Front(title_of(blocks), day, authors)


def title_of(blocks: Sequence[Block]) -> str | None:
    """The first block that reads as a title and has a text under it; a first line that is a sentence is none."""
    top = [block for block in blocks[:_NEAR_TOP] if block.kind != "table"]
    marked = next((block for block in top if block.kind == "heading" and block.level == 1), None)
    if marked:
        return _titled(marked.text)
    if cover := _cover(blocks):
        return cover
    for block in top:
        text = clean(block.text)
        if _KICKER.fullmatch(text) or published(text) or byline(text) or not any(c.isalpha() for c in text):
            continue
        if block.kind not in ("heading", "paragraph") or not reads_as_title(text):
            return None
        again = next((b.text for b in top if b is not block and len(b.text) > 15 and text.startswith(b.text)), None)
        return _titled(again or text)  # a page's title with the site's name, and its headline below
    return None


_AGREED = re.compile(r"\b(?:agreement|contract|memorandum|letter of understanding)\b", re.IGNORECASE)
_COVER_END = re.compile(r"table of contents|contents|preamble|article\s|section\s|\d", re.IGNORECASE)


def _cover(blocks: Sequence[Block]) -> str | None:
    """The title on the cover of an agreement: its short lines up to the first text, read as one."""
    parts: list[str] = []
    first = blocks[0].page if blocks else None
    if first is None:
        return None
    for block in blocks[:14]:
        text = clean(block.text).replace("\n", " ")
        if block.page != first or len(text) > 150 or (parts and _COVER_END.match(text)) or block.kind == "table":
            break
        if sum(character.isalpha() for character in text) > 2:
            parts.append(text)
        if sum(map(len, parts)) > 160:
            break
    while parts and parts[-1].lower() in ("and", "between", "by and between", "by"):
        parts.pop()
    whole = " ".join(dict.fromkeys(parts))
    return whole if _AGREED.search(whole) and len(whole.split()) > 1 else None


def reads_as_title(text: str) -> bool:
    """Whether a line of its own can be a title: not long, no sentence closed by a full stop."""
    return 3 <= len(text) <= 250 and not text.rstrip("\"'”’)").endswith((".", ",", ";", ":")) and len(text.split()) >= 2


def _titled(text: str) -> str | None:
    return clean(text).replace("\n", " ") or None


def published(text: str) -> date | None:
    """The full date a line or dateline gives: alone, after a word like "Published", or before a dash."""
    head = text[:200]
    match = DATE.search(head)
    if match is None or (len(text) > 120 and match.start() > 80):
        return None
    before, after = head[: match.start()], head[match.end() :]
    american = bool(_AMERICAN.search(before))
    if _LABEL.fullmatch(before) and (
        _AFTER.fullmatch(after) or _DASH.match(after) or re.search("release|published|posted|issued", before, re.I)
    ):
        return as_date(match, american=american)
    caps = sum(c.isupper() for c in before) or american
    if caps and _DATELINE.fullmatch(before) and len(before.split()) <= 8 and _DASH.match(after):
        return as_date(match, american=american)
    return None


def as_date(match: re.Match[str], *, american: bool = False) -> date | None:
    """The day a match of DATE names; of 1/2/26 only where the order of day and month is certain."""
    held = match.groupdict()
    if held["a"]:
        first, second = int(held["a"]), int(held["b"])
        if first > 12 or (second <= 12 and first != second and not american):
            if not (first > 12 >= second):
                return None
            first, second = second, first
        year = int(held["year4"])
        return _day(year + 2000 if year < 100 else year, first, second)
    if held["year3"]:
        return _day(int(held["year3"]), int(held["month3"]), int(held["day3"]))
    which = "1" if held["year1"] else "2"
    return _day(int(held["year" + which]), _MONTHS[held["month" + which].lower()], int(held["day" + which]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def byline(text: str) -> tuple[str, ...]:
    """The names in "By Ann Lee and Bo Ray", none where the line says more than names."""
    if len(text) > 120:
        return ()
    match = _BYLINE.fullmatch(text.strip())
    if match is None:
        return ()
    named = match.group("names")
    day = DATE.search(named)
    named = named[: day.start()] if day else named
    parts = [part.strip(" ,.") for part in re.split(r",|;|&|\band\b", named)]
    names = tuple(part for part in parts if _NAME.fullmatch(part) and not _OFFICE.match(part))
    return names if len(names) == len([part for part in parts if part]) else names[:1]
