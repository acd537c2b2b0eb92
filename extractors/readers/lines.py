"""Plain text as lines with their place on the page, without what is printed on every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz import fuzz

_PAGE_NUMBER = re.compile(
    r"[-–—~\[(|. ]*(?:(?:page|pg\.?|p\.)\s*)?(?:[A-Z]-)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:of"
    r"|/)\s*\d{1,4})?[-–—~\])|. ]*"
    r"|\d{1,4}\s*\|\s*p\s?a\s?g\s?e",
    re.IGNORECASE,
)
_MARKS = re.compile(r"(#{1,6})\s+")
_MOSTLY = 0.5  # share of pages with numbered lines
_NUMBERED = re.compile(r"(\s{0,12}(\d{1,3}))(?:(\s+)(\S.*)|\s*)$")
_NOT_LETTERS = re.compile(r"[^a-z]+")
_LOOKALIKES = str.maketrans("", "", "il")
_NUMBER_AT_END = re.compile(r"\S\s{3,}[-–—|]?\s*(?:page|pg\.?)?\s*(\d{1,4})\s*[-–—|]?$", re.IGNORECASE)
_SPECK = re.compile(r"[^\w\s•▪●o#*$%-]{1,2}")
_GAP = re.compile(r" {100,}")
_LAID_OUT = 400
_EDGE = 5
_OPENING = re.compile(r"(?:article|section|sec|appendix|chapter|title|part|exhibit|schedule)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """A line that holds text. Columns count from 0.

    `gap` is the number of empty lines before it, `top` that it is the first of its page, `marks` how many number signs
    a converter put before it.
    """

    text: str
    indent: int
    page: int | None = None
    gap: int = 0
    top: bool = False
    marks: int = 0

    @property
    def end(self) -> int:
        """The column after its last character."""
        return self.indent + len(self.text)


def lines(text: str, max_pages: int) -> tuple[list[Line], int | None, int]:
    """The lines of `text` that hold something, how many pages are read, and how many there are.

    Pages end at form feeds; without any the number of pages is None. Running headers and footers, page numbers and
    line numbers in the margin are left out.
    """
    pieces = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4).split("\f")
    if len(pieces) > 1 and not pieces[-1].strip():
        pieces.pop()
    if len(pieces) == 1:
        return _spaced(_without_margin_numbers(_page(pieces[0], None))), None, 0
    kept = pieces[:max_pages]
    pages = _without_line_numbers([_page(piece, number) for number, piece in enumerate(kept, 1)])
    found: list[Line] = []
    headed: set[str] = set()
    for trimmed, whole in zip(_without_running(pages), pages, strict=True):
        page = _without_article_footer(trimmed, len(trimmed) < len(whole), headed)
        headed.update(line.text for line in page if _OPENING.match(line.text))
        found.extend(_first_marked(_spaced(page)))
    return found, len(kept), len(pieces)


def _page(text: str, number: int | None) -> list[Line]:
    found: list[Line] = []
    gap = 0
    for given in text.split("\n"):
        raw = _bounded(given)
        stripped = raw.strip()
        if not stripped or (number is not None and _SPECK.fullmatch(stripped)):
            gap += 1
            continue
        marks = _MARKS.match(stripped)
        if marks:
            stripped = stripped[marks.end() :].strip()
        indent = len(raw) - len(raw.lstrip())
        found.append(Line(stripped, indent, number, gap, marks=len(marks.group(1)) if marks else 0))
        gap = 0
    return found


def _bounded(line: str) -> str:
    """The line with its columns; in a long line, which has no layout, and in very wide gaps they do not matter."""
    if len(line) > _LAID_OUT:
        return " ".join(line.split())
    return _GAP.sub(" " * 100, line) if " " * 100 in line else line


def _first_marked(page: list[Line]) -> list[Line]:
    return [replace(page[0], top=True), *page[1:]] if page else page


def _key(text: str) -> str:
    """What stays the same in a running line from page to page, also where it was scanned: its letters but i and l."""
    return _NOT_LETTERS.sub("", text.lower()).translate(_LOOKALIKES)


def _without_running(pages: Sequence[list[Line]]) -> list[list[Line]]:
    tops: Counter[str] = Counter()
    bottoms: Counter[str] = Counter()
    for page in pages:
        tops.update({_key(line.text) for line in page[:_EDGE]})
        bottoms.update({_key(line.text) for line in page[-_EDGE:]})
    floor = max(3, len(pages) // 20)
    offsets = _offsets(pages)
    top_keys = {key for key, count in tops.items() if count >= floor and len(key) > 3}
    bottom_keys = {key for key, count in bottoms.items() if count >= floor and len(key) > 3}
    trimmed = [_trimmed(page, top_keys, bottom_keys, offsets) for page in pages]
    return trimmed if any(trimmed) else list(pages)


def _offsets(pages: Sequence[list[Line]]) -> set[int]:
    """By how much page numbers at the end of running lines differ from the count of pages, where they keep step."""
    seen: Counter[int] = Counter()
    for page in pages:
        seen.update({offset for line in page[:1] + page[-2:] if (offset := _offset(line)) is not None})
    return {offset for offset, count in seen.items() if count >= max(3, len(pages) // 5)}


def _offset(line: Line) -> int | None:
    match = _NUMBER_AT_END.search(line.text)
    return int(match.group(1)) - line.page if match and line.page else None


def _trimmed(page: list[Line], top_keys: set[str], bottom_keys: set[str], offsets: set[int]) -> list[Line]:
    start, end = 0, len(page)
    while start < min(end, _EDGE) and _is_running(page[start], top_keys, offsets):
        start += 1
    low = max(start, end - _EDGE)
    while end > low and _is_running(page[end - 1], bottom_keys, offsets):
        end -= 1
    return page[start:end]


def _without_article_footer(page: list[Line], had_footer: bool, headed: set[str]) -> list[Line]:
    """The page without "ARTICLE 7" as its last line where that article was opened before: it belongs to the footer."""
    if not page or not had_footer or len(page[-1].text) >= 20 or not _OPENING.match(page[-1].text):
        return page
    last = page[-1].text
    return page[:-1] if last in headed or any(line.text == last for line in page[:-1]) else page


def _is_running(line: Line, keys: set[str], offsets: set[int]) -> bool:
    if _PAGE_NUMBER.fullmatch(line.text) or _offset(line) in offsets:
        return True
    if len(line.text) > 160 or (_OPENING.match(line.text) and len(line.text) < 20):
        return False
    key = _key(line.text)
    if key in keys:
        return True
    return len(key) > 8 and any(abs(len(key) - len(k)) < 6 and fuzz.ratio(key, k) >= 85 for k in keys)


def _without_line_numbers(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without the numbers of their lines; where most have them, less tells that a page with a table does."""
    cleaned = [_without_margin_numbers(page) for page in pages]
    numbered = sum(after is not before for after, before in zip(cleaned, pages, strict=True))
    if numbered < 3 or numbered < _MOSTLY * sum(len(page) > 3 for page in pages):
        return cleaned
    return [
        _without_margin_numbers(before, most=0.0) if after is before else after
        for after, before in zip(cleaned, pages, strict=True)
    ]


def _without_margin_numbers(page: list[Line], most: float = 0.6) -> list[Line]:
    """The page without the numbers that count its lines, if `most` lines begin with one and they count up by one."""
    numbers = [_NUMBERED.match(" " * line.indent + line.text) for line in page]
    counted = [int(match.group(2)) for match in numbers if match]
    steps = sum(after - before == 1 for before, after in pairwise(counted))
    few = len(counted) < 8 if most else len(counted) < 3 or counted[0] != 1
    if few or len(counted) < most * len(page) or steps < 0.85 * (len(counted) - 1):
        return page
    found: list[Line] = []
    gap = 0
    for line, match in zip(page, numbers, strict=True):
        if match is None:
            found.append(replace(line, gap=line.gap + gap))
            gap = 0
        elif match.group(4):
            indent = len(match.group(1)) + len(match.group(3))
            found.append(replace(line, text=match.group(4).strip(), indent=indent, gap=gap))
            gap = 0
        else:
            gap += 1
    return found


def _spaced(page: list[Line]) -> list[Line]:
    """The page with one empty line less between lines where it is typed with double spacing."""
    followed = [(before, line) for before, line in pairwise(page) if line.gap]
    wrapped = sum(before.text[-1] not in ".:;!?" and line.text[0].islower() for before, line in followed)
    if len(page) < 6 or len(followed) < 0.7 * (len(page) - 1) or wrapped < 0.35 * len(followed):
        return page
    return [replace(line, gap=max(0, line.gap - 1)) for line in page]


def margin(page: Iterable[Line]) -> int:
    """The column at which lines are wrapped: what nine in ten of the long ones stay within."""
    ends = sorted(line.end for line in page if len(line.text) > 25)
    return ends[int(0.9 * (len(ends) - 1))] if ends else 80
