"""From words with places to lines in reading order: columns, rows, ruled tables, margin line numbers.

Columns are found by their common left edge (a gutter that no line crosses), bands of full-width lines part them
(a recursive cut along x and y after Nagy & Seth, 1984). What PDFium's own order says is not relied on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from extractors.readers.pdf_page import PageText
from extractors.readers.pdf_segments import Segment, Word, segments_of
from extractors.readers.pdf_tables import RuledTable, ruled_tables

_NUMBER = re.compile(r"\d{1,3}")
_MARGIN = 0.115  # share of the page's width
_COLUMN = 7  # lines that make a column; fewer beside each other are cells


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column. `cells` are its pieces between wide gaps; `table` is set for a ruled table instead."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    hyphen: bool
    first_width: float
    cells: tuple[Segment, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """Lines of one column, top to bottom, and its edges."""

    lines: tuple[Line, ...]
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A page's regions in reading order. `number` is 1-based."""

    number: int
    width: float
    height: float
    regions: tuple[Region, ...]


def arrange(page: PageText, number: int) -> PageLayout:
    """The page's text in reading order."""
    segments = _without_line_numbers(page.segments, page.width)
    tables = ruled_tables(page.edges, segments) if page.edges else ()
    if tables:
        inside = {segment for table in tables for segment in table.segments}
        segments = tuple(segment for segment in segments if segment not in inside)
    ordered = sorted(segments, key=lambda segment: (segment.top, segment.x0))
    regions = [region for part in _cut(ordered) if (region := _region(part))]
    return PageLayout(number, page.width, page.height, _with_tables(regions, tables))


def _without_line_numbers(segments: tuple[Segment, ...], width: float) -> tuple[Segment, ...]:
    """Segments without the numbers that bills and pleadings print beside their lines."""
    firsts = [(segment, segment.words[0]) for segment in segments if _NUMBER.fullmatch(segment.words[0].text)]
    if len(firsts) < 8:
        margin = sorted((f for f in firsts if f[1].x1 < _MARGIN * width), key=lambda f: f[1].top)
        return _unnumbered(segments, margin) if _few_line_numbers(segments, margin) else segments
    left = Counter(round(word.x0 / 3) for _, word in firsts).most_common(1)[0][0] * 3
    right = Counter(round(word.x1 / 3) for _, word in firsts).most_common(1)[0][0] * 3
    aligned = [f for f in firsts if abs(f[1].x0 - left) <= 4 or abs(f[1].x1 - right) <= 4]
    margin = sorted(aligned, key=lambda f: f[1].top)
    edge = max(word.x1 for _, word in margin)
    numbers = [int(word.text) for _, word in margin]
    steps = sum(b - a == 1 for a, b in pairwise(numbers))
    others = [s.words[0].x0 for s in segments if not _NUMBER.fullmatch(s.words[0].text)]
    others += [s.words[1].x0 for s, _ in margin if len(s.words) > 1]
    outside = sum(x0 > edge + 2 for x0 in others)
    beside = [word.text for s in segments for word in s.words[s.words[0].x0 <= edge :]]
    prose = sum(text.isalpha() for text in beside) > 0.6 * len(beside) and len(beside) > 4 * len(margin)
    alone = sum(len(s.words) == 1 and not any(_beside_each_other(s, other) for other in segments) for s, _ in margin)
    if not (prose or alone > 2) or len(margin) < 8 or steps < 0.8 * (len(margin) - 1) or outside < 0.9 * len(others):
        return segments
    return _unnumbered(segments, margin)


def _few_line_numbers(segments: Sequence[Segment], margin: Sequence[tuple[Segment, Word]]) -> bool:
    """Whether a page of few lines, such as a cover, counts all of them but heads and feet 1, 2, 3 in its margin."""
    if len(margin) < 2 or [word.text for _, word in margin] != [str(n) for n in range(1, len(margin) + 1)]:
        return False
    edge = max(word.x1 for _, word in margin)
    own = {id(segment) for segment, _ in margin}
    others = [segment for segment in segments if id(segment) not in own]
    return all(
        segment.x0 > edge
        and (
            segment.bottom < margin[0][1].top
            or segment.top > margin[-1][1].bottom
            or any(_beside_each_other(number, segment) for number, _ in margin)
        )
        for segment in others
    )


def _unnumbered(segments: Sequence[Segment], margin: Sequence[tuple[Segment, Word]]) -> tuple[Segment, ...]:
    """The segments without the numbers that some begin with or consist of."""
    numbered = {id(segment) for segment, _ in margin}
    kept: list[Segment] = []
    for segment in segments:
        if id(segment) not in numbered:
            kept.append(segment)
        elif len(segment.words) > 1:
            kept.extend(segments_of([(list(segment.words[1:]), segment.size, segment.bold, segment.hyphen)]))
    return tuple(kept)


def _beside_each_other(number: Segment, other: Segment) -> bool:
    return other.x0 > number.x1 and min(number.bottom, other.bottom) - max(number.top, other.top) > 0.3 * number.size


def _cut(segments: Sequence[Segment]) -> Iterator[Sequence[Segment]]:
    """Parts of single columns, in reading order."""
    gutter = _gutter(segments) if len(segments) >= 2 * _COLUMN else None
    if gutter is None:
        if segments:
            yield segments
        return
    left: list[Segment] = []
    right: list[Segment] = []
    across: list[Segment] = []
    for segment in segments:
        if segment.x0 < gutter - 1 and segment.x1 > gutter + 1:
            if left or right:
                yield from _band(left, right, across)
                left, right, across = [], [], []
            across.append(segment)
        else:
            (left if segment.x1 <= gutter + 1 else right).append(segment)
    yield from _band(left, right, across)


def _band(left: list[Segment], right: list[Segment], across: list[Segment]) -> Iterator[Sequence[Segment]]:
    if not right:
        yield from ([across + left] if across or left else [])
        return
    if across:
        yield across
    for column in (left, right):
        yield from _cut(column)


def _gutter(segments: Sequence[Segment]) -> float | None:
    """The x where a right column begins that stands beside a left one, or None."""
    low, high = min(s.x0 for s in segments), max(s.x1 for s in segments)
    width = high - low
    starts = Counter(round(s.x0 / 3) for s in segments if low + 0.2 * width < s.x0 < low + 0.85 * width)
    best, best_count = None, 0
    for start, count in sorted(starts.items()):
        if count < 3 and count + starts.get(start + 1, 0) < 4:
            continue
        edge = start * 3 - 3.0
        found = _beside(segments, edge, low, high)
        if found > best_count:
            best, best_count = edge, found
    return best


def _beside(segments: Sequence[Segment], edge: float, low: float, high: float) -> int:
    """Lines of prose on the weaker side of `edge`, 0 where the two sides are no columns."""
    crossing = [s for s in segments if s.x0 < edge - 1 and s.x1 > edge + 1]
    if len(crossing) > 0.5 * len(segments):
        return 0
    left = [s for s in segments if s.x1 <= edge + 1]
    right = [s for s in segments if s.x0 >= edge - 1]
    left = [s for s in left if right and s.bottom > right[0].top - 2 * s.size]
    if min(len(left), len(right)) < _COLUMN:
        return 0
    if min(s.x0 for s in right) - max(s.x1 for s in left) < 0.5 * median(s.size for s in segments):
        return 0
    for side in (left, right):
        widths = sorted(s.x1 - s.x0 for s in side)
        usual = widths[int(0.8 * (len(widths) - 1))]
        filled = sum(width > 0.6 * usual for width in widths)
        if usual < 0.15 * (high - low) or filled < max(3, 0.5 * len(side)):
            return 0
        extent = max(s.bottom for s in side) - min(s.top for s in side)
        dense = 1.25 * sum(s.size for s in side) > 0.3 * extent  # cells of a table leave gaps
        if sum(len(s.words) for s in side) < 3 * len(side) or not dense:
            return 0
    return min(len(left), len(right))


def _region(segments: Sequence[Segment]) -> Region | None:
    if not segments:
        return None
    return region_of([_line(row) for row in _rows(segments)])


def region_of(lines: Sequence[Line]) -> Region:
    """A region of these lines, with the edges they reach; short lines do not widen it to the right."""
    wide = [line for line in lines if len(line.text) > 20] or lines
    return Region(tuple(lines), min(line.x0 for line in lines), max(line.x1 for line in wide))


def _rows(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Segments of the same height, left to right; rows top to bottom."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (s.top + s.bottom, s.x0)):
        middle = (segment.top + segment.bottom) / 2
        for row in reversed(rows[-3:]):
            head = max(row, key=lambda s: s.x1 - s.x0)
            if (head.top < middle < head.bottom or segment.top < (head.top + head.bottom) / 2 < segment.bottom) and (
                abs(middle - (head.top + head.bottom) / 2) < 0.5 * max(head.size, segment.size)
                and not any(min(s.x1, segment.x1) - max(s.x0, segment.x0) > 0.5 * segment.size for s in row)
            ):
                row.append(segment)
                break
        else:
            rows.append([segment])
    for row in rows:
        row.sort(key=lambda s: s.x0)
    return rows


def _line(row: list[Segment]) -> Line:
    main = max(row, key=lambda s: sum(len(w.text) for w in s.words))
    first = row[0].words[0]
    cells = [row[0]]
    for segment in row[1:]:
        gap = segment.x0 - cells[-1].x1
        if gap > 1.2 * main.size:
            cells.append(segment)
        else:
            cells[-1] = _joined(cells[-1], segment, gap < 0.06 * main.size)
    return Line(
        text=" ".join(segment.text for segment in cells),
        x0=row[0].x0,
        x1=max(s.x1 for s in row),
        top=main.top,
        bottom=main.bottom,
        size=main.size,
        bold=all(s.bold for s in row),
        hyphen=row[-1].hyphen,
        first_width=first.x1 - first.x0,
        cells=tuple(cells),
    )


def _joined(left: Segment, right: Segment, touching: bool) -> Segment:
    """Two pieces of a line as one; touching ones (a raised letter after a figure) make one word."""
    words = (*left.words, *right.words)
    if touching:
        a, b = left.words[-1], right.words[0]
        word = Word(a.text + b.text, a.x0, b.x1, min(a.top, b.top), max(a.bottom, b.bottom))
        words = (*left.words[:-1], word, *right.words[1:])
    return replace(left, words=words, x1=max(left.x1, right.x1), hyphen=right.hyphen)


def _with_tables(regions: list[Region], tables: Sequence[RuledTable]) -> tuple[Region, ...]:
    """Regions with each table put, as one line, before the first line below it in the region it overlaps."""
    for table in tables:
        line = Line("", table.x0, table.x1, table.top, table.bottom, 0.0, False, False, 0.0, table=table.rows)
        for index, region in enumerate(regions):
            overlap = min(region.x1, table.x1) - max(region.x0, table.x0)
            below = next((n for n, other in enumerate(region.lines) if other.top >= table.top), None)
            if overlap > 0.3 * min(region.x1 - region.x0, table.x1 - table.x0) and below is not None:
                lines = (*region.lines[:below], line, *region.lines[below:])
                regions[index] = replace(region, lines=lines)
                break
        else:
            regions.append(Region((line,), table.x0, table.x1))
    return tuple(regions)
