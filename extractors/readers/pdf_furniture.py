"""What pages carry beside their text: running heads, footers, page numbers, found by place and repetition."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from statistics import median

from extractors.readers.pdf_layout import Line, PageLayout, region_of

_ZONE = 0.15
_BARE = re.compile(
    r"(?:article|section|chapter|part|title|exhibit|appendix|schedule|attachment|annex)s?\W+[\w.-]{1,6}(?:\W+\d{1,3})*",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:article|section|chapter|part|title)\b", re.IGNORECASE)
_ROWS = 4
_STEP = 4.0
_PAGE_OF = re.compile(
    r"\W*page\s+(?:\d{1,4}|[ivxlc]{1,8})(?:\s*(?:of|/)\s*\d{1,4})?\W*|\W*\d{1,4}\s*(?:of|/)\s*\d{1,4}\W*",
    re.IGNORECASE,
)
_DECORATED = re.compile(r"[-–—|\[(·•]+\s*(?:\d{1,4}|[ivxlc]{1,8})\s*[-–—|\])·•]+", re.IGNORECASE)
_ROMAN = re.compile(r"(?=[ivxlc])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_PREFIXED = re.compile(r"[A-Z]{1,2}(?:-\d{1,2})?-(\d{1,4})")
_STRUCTURE = re.compile(
    r"(?:article|appendix|exhibit|schedule|section|attachment|addendum|annex|letter|memorandum|chapter|part|title)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line near the top or bottom of a page."""

    page: int
    line: Line
    at_top: bool
    depth: int

    @property
    def slot(self) -> tuple[bool, int]:
        return self.at_top, round(self.line.top / _STEP)

    @property
    def style(self) -> tuple[bool, int, int, bool, bool]:
        return *self.slot, round(self.line.size), self.line.bold, self.line.text.isupper()


def without_furniture(pages: Sequence[PageLayout]) -> tuple[PageLayout, ...]:
    """The pages without lines that repeat at one place of several pages, or count the pages."""
    edges = [edge for page in pages for edge in _edges(page)]
    removed = {id(edge.line) for edge in (*_counting(edges, len(pages)), *_slots(edges))}
    repeated = _repeated(edges, len(pages))
    removed |= {id(edge.line) for edge in _outside(repeated, edges, removed | {id(edge.line) for edge in repeated})}
    removed |= {id(edge.line) for edge in _alike(edges, removed)}
    removed |= {id(edge.line) for edge in _alone(pages, edges, removed)}
    removed = _outermost(pages, edges, removed)
    removed -= set(_only_titles([edge for edge in edges if id(edge.line) in removed], pages, removed))
    return tuple(_cleared(page, removed) for page in pages)


def _edges(page: PageLayout) -> list[_Edge]:
    drawn = (line for region in page.regions for line in region.lines if not line.table and line.top < page.height)
    lines = sorted(drawn, key=lambda line: line.top)
    top = [line for line in lines[: 2 * _ROWS] if line.top < _ZONE * page.height]
    bottom = [line for line in lines[-2 * _ROWS :] if line.bottom > (1 - _ZONE) * page.height and line not in top]
    found = [_Edge(page.number, line, True, depth) for depth, line in enumerate(top[:_ROWS])]
    return found + [_Edge(page.number, line, False, depth) for depth, line in enumerate(bottom[::-1][:_ROWS])]


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _repeated(edges: Iterable[_Edge], page_count: int) -> list[_Edge]:
    """Lines of which the words, or those of one piece, stand at the same height of several pages."""
    needed = 3 if page_count > 3 else 2
    groups: dict[str, list[_Edge]] = defaultdict(list)
    for edge in edges:
        cells = [cell.text for cell in edge.line.cells] if len(edge.line.cells) > 1 else []
        for text in {edge.line.text, *(cell for cell in cells if sum(map(str.isalpha, cell)) > 5)}:
            if key := _key(text):
                groups[key].append(edge)
    found: list[_Edge] = []
    for group in groups.values():
        heights = Counter(slot for edge in group for slot in (edge.slot, (edge.at_top, edge.slot[1] + 1)))
        for edge in group:
            near = max(heights[edge.slot], heights[edge.at_top, edge.slot[1] + 1])
            if near >= needed:
                found.append(edge)
    return found


def _outside(found: Iterable[_Edge], edges: Iterable[_Edge], removed: set[int]) -> list[_Edge]:
    """Of the lines found those that lie above or below where the text of most pages begins and ends."""
    first: dict[int, float] = {}
    last: dict[int, float] = {}
    for edge in edges:
        if id(edge.line) not in removed:
            if edge.at_top:
                first[edge.page] = min(edge.line.top, first.get(edge.page, edge.line.top))
            else:
                last[edge.page] = max(edge.line.top, last.get(edge.page, edge.line.top))
    begin = median(first.values()) if len(first) > 2 else float("inf")
    ends = sorted(last.values())
    end = ends[int(0.9 * (len(ends) - 1))] if len(ends) > 2 else 0.0
    return [edge for edge in found if (edge.line.top < begin - 1 if edge.at_top else edge.line.top > end + 1)]


def _counting(edges: Iterable[_Edge], page_count: int) -> list[_Edge]:
    """Lines that are a page number, or begin or end with one that grows with the pages."""
    found: list[_Edge] = []
    votes: dict[tuple[bool, str, int], list[_Edge]] = defaultdict(list)
    for edge in edges:
        text = edge.line.text.strip()
        if len(text) > 120 or _BARE.fullmatch(text):
            continue
        if _PAGE_OF.fullmatch(text) or _DECORATED.fullmatch(text):
            found.append(edge)
            continue
        words = text.split()
        for side, word in (("only", words[0]),) if len(words) == 1 else (("first", words[0]), ("last", words[-1])):
            if (number := page_number(word)) is not None:
                votes[edge.at_top, side, number - edge.page].append(edge)
    for (_, side, _), group in votes.items():
        if len({edge.page for edge in group}) >= (2 if side == "only" else 3 if page_count > 3 else 2):
            found.extend(group)
    return found


def page_number(word: str) -> int | None:
    """The number a page may be counted by, in Arabic or Roman digits or as `A-12`; None if it is none."""
    bare = word.strip("-–—|[]·•")
    if bare.isascii() and bare.isdigit() and len(bare) <= 6:
        return int(bare)
    if prefixed := _PREFIXED.fullmatch(bare):
        return int(prefixed.group(1))
    if bare and len(bare) <= 8 and _ROMAN.fullmatch(bare):
        values = [_ROMANS[letter] for letter in bare.casefold()]
        return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    return None


def _slots(edges: Iterable[_Edge]) -> list[_Edge]:
    """Lines in a place of the page that holds few different texts over many pages: heads that name the article."""
    groups: dict[tuple[bool, int], list[_Edge]] = defaultdict(list)
    for edge in edges:
        if len(edge.line.text) < 100:
            groups[edge.slot].append(edge)
    found: list[_Edge] = []
    for group in groups.values():
        keys = Counter(_key(edge.line.text) for edge in group)
        if len(group) >= 6 and len(keys) <= 0.6 * len(group):
            found.extend(group)
    return found


def _alike(edges: Sequence[_Edge], removed: set[int]) -> list[_Edge]:
    """Lines where many pages have a head of the same style, if they name an article or hold a page number."""
    places = Counter(edge.style for edge in edges if id(edge.line) in removed)
    found: list[_Edge] = []
    for edge in edges:
        words = edge.line.text.split()
        if places[edge.style] < 5 or len(edge.line.text) > 80 or id(edge.line) in removed:
            continue
        numbered = page_number(words[0]) is not None or page_number(words[-1]) is not None
        if edge.depth == 0 and ((numbered and len(words) < 6) or _BARE.fullmatch(edge.line.text)):
            found.append(edge)
    return found


def _alone(pages: Sequence[PageLayout], edges: Sequence[_Edge], removed: set[int]) -> list[_Edge]:
    """Page numbers that stand apart at the very edge of a page, though no other page confirms them."""
    shown = {page.number: [line for region in page.regions for line in region.lines] for page in pages}
    found: list[_Edge] = []
    for edge in edges:
        if id(edge.line) in removed or page_number(edge.line.text) is None or edge.depth > 1 or len(edge.line.text) > 8:
            continue
        others = [line for line in shown[edge.page] if line is not edge.line and id(line) not in removed]
        gaps = [line.top - edge.line.bottom if edge.at_top else edge.line.top - line.bottom for line in others]
        if min(gaps, default=0.0) > 1.2 * max(edge.line.size, 8.0):
            found.append(edge)
    return found


def _outermost(pages: Sequence[PageLayout], edges: Sequence[_Edge], removed: set[int]) -> set[int]:
    """Of the removed lines those that nothing but removed lines parts from the page's edge: body text may repeat, too.

    Three full lines and more are no head either, but the same text on several pages.
    """
    widths = {page.number: page.width for page in pages}
    sides: dict[tuple[int, bool], list[_Edge]] = defaultdict(list)
    for edge in edges:
        sides[edge.page, edge.at_top].append(edge)
    kept: set[int] = set()
    for (number, _), side in sides.items():
        outer = list(takewhile(lambda edge: id(edge.line) in removed, sorted(side, key=lambda edge: edge.depth)))
        full = [edge for edge in outer if edge.line.x1 - edge.line.x0 > 0.55 * widths[number]]
        kept |= {id(edge.line) for edge in outer if len(full) < 3 or edge not in full}
    return kept


def _only_titles(removed: Iterable[_Edge], pages: Sequence[PageLayout], ids: set[int]) -> list[int]:
    """Removed lines that are the only place where an article or appendix is named: the first of each stays."""
    heads: dict[str, int] = {}
    for edge in removed:
        text = edge.line.text
        bare = _COUNTED.match(text) and _BARE.fullmatch(text)  # there the body has a heading with its title
        if _STRUCTURE.match(text) and not bare and page_number(text.split()[-1]) is None:
            heads.setdefault(_key(edge.line.text), id(edge.line))
    if not heads:
        return []
    for page in pages:
        for region in page.regions:
            for line in region.lines:
                if id(line) not in ids and _STRUCTURE.match(line.text):
                    key = _key(line.text)
                    for head in [head for head in heads if key.startswith(head)]:
                        del heads[head]
    return list(heads.values())


def _cleared(page: PageLayout, removed: set[int]) -> PageLayout:
    kept = ([line for line in region.lines if id(line) not in removed] for region in page.regions)
    return replace(page, regions=tuple(region_of(lines) for lines in kept if lines))
