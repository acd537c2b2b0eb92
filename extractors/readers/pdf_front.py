"""What a PDF's first pages and its own note about itself say of title, authors and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from extractors.readers.blocks import Block, clean

_WORD = re.compile(r"\w{2,}")
_NO_TITLE = re.compile(
    r"untitled|microsoft (?:word|powerpoint|excel)|\.(?:docx?|pdf|indd|pptx?|xlsx?|rtf|odt|qxd|pub|tmp)\b"
    r"|^layout \d|^(?:document|slide|page)\s*\d*$|^https?:|^[\w-]+_[\w-]+$|\\|/",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’.-]*(?: (?:[A-ZÀ-Þ]\.?|(?:de|van|von|la|di|del|der)|[A-ZÀ-Þ][\w'’-]+)){1,4}")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_MONTH = (
    r"jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sep(?:t(?:ember)?)?\.?"
    r"|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?"
)
_DATE = re.compile(
    rf"(?:(?:date|dated|published(?: on)?|released?(?: on)?|issued(?: on)?|posted(?: on)?)\s*:?\s*)?"
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    rf"(?:(?P<m1>{_MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>(?:19|20)\d\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{_MONTH}),?\s+(?P<y2>(?:19|20)\d\d)"
    rf"|(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d))\.?",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:table of )?contents\b|index\b", re.IGNORECASE)
_BEFORE_TERM = re.compile(r"\b(?:through|thru|until|effective|expir\w+|between|term|period|to|and)\W*$", re.IGNORECASE)
_AFTER_TERM = re.compile(r"\W*(?:through|thru|to|until|and)\b|\s*[-–—]", re.IGNORECASE)


def title_of(noted: str, blocks: Sequence[Block]) -> str | None:
    """The noted title if it is one and the first pages have its words, else the largest heading of the first page."""
    noted = clean(noted).replace("\n", " ")
    first = [block for block in blocks if block.page is not None and block.page <= 3]
    words = set(_WORD.findall(noted.casefold()))
    if len(words) > 1 and len(noted) <= 300 and not _NO_TITLE.search(noted):
        seen = set(_WORD.findall(" ".join(block.text for block in first[:60]).casefold()))
        if len(words & seen) >= 0.7 * len(words):
            return noted
    page = next((block.page for block in first if block.kind == "heading"), None)
    front = [block for block in first if block.page == page]
    levels = [block.level if block.kind == "heading" and not _CONTENTS.match(block.text) else 9 for block in front]
    top = min(levels, default=9)
    if top > 6:
        return None
    start = levels.index(top)
    end = next((n for n in range(start, min(len(levels), start + 4)) if levels[n] != top), min(len(levels), start + 4))
    title = clean(" ".join(block.text for block in front[start:end])).replace("\n", " ")
    return title if 3 < len(title) <= 300 else None


def authors_of(noted: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """Noted authors that are names and stand on the first pages: often the note only holds who typed the text."""
    front = " ".join(block.text for block in blocks[:60] if block.page is not None and block.page <= 3).casefold()
    names = [name.strip() for name in re.split(r"[;,]| and | & ", clean(noted)) if name.strip()]
    return tuple(dict.fromkeys(name for name in names if _NAME.fullmatch(name) and name.casefold() in front))


def date_of(blocks: Sequence[Block]) -> date | None:
    """The one full date that stands alone near the top of page 1, unless it begins or ends a term."""
    front = [clean(block.text) for block in blocks[:15] if block.page == 1 and block.kind != "table"]
    found: set[date] = set()
    for before, text, after in zip(["", *front], front, [*front[1:], ""], strict=False):
        match = _DATE.fullmatch(text) if len(text) < 60 else None
        if (
            match
            and not _BEFORE_TERM.search(before[-40:])
            and not _AFTER_TERM.match(after[:40])
            and (day := _day(match))
        ):
            found.add(day)
    return found.pop() if len(found) == 1 else None


def _day(match: re.Match[str]) -> date | None:
    month = match["m1"] or match["m2"] or match["m3"]
    number = int(month) if month.isdigit() else 1 + _MONTHS.index(month[:3].casefold())
    year, day = match["y1"] or match["y2"] or match["y3"], match["d1"] or match["d2"] or match["d3"]
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
