"""Tables drawn with ruled lines: cells from the lines, words into cells.

The lines come from PDFium with the words, so no second library has to read the page again; the way of joining edges
into a grid is that of Nurminen (2013), as pdfplumber and Camelot have it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.readers.pdf_page import Edge
from extractors.readers.pdf_segments import Segment, Word

_NEAR = 3.0
_MAX_CELLS = 10_000  # a drawing rather than a table


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table's cells as text, its box, and the segments inside it."""

    rows: tuple[tuple[str, ...], ...]
    x0: float
    x1: float
    top: float
    bottom: float
    segments: tuple[Segment, ...]


def ruled_tables(edges: Sequence[Edge], segments: Sequence[Segment]) -> tuple[RuledTable, ...]:
    """The tables of a page, top to bottom: grids of at least two rows and two columns with words in most rows."""
    if sum(edge.upright for edge in edges) < 2 or sum(not edge.upright for edge in edges) < 3:
        return ()
    found = [table for group in _groups(_merged(edges)) if (table := _table(group, segments))]
    return tuple(sorted(found, key=lambda table: (table.top, table.x0)))


def _merged(edges: Iterable[Edge]) -> list[Edge]:
    """Edges that continue or double each other, as one."""
    merged: list[Edge] = []
    for edge in sorted(edges, key=lambda e: (e.upright, round(e.at / 2), e.start)):
        last = merged[-1] if merged else None
        if last and last.upright == edge.upright and abs(last.at - edge.at) <= 2 and edge.start <= last.end + _NEAR:
            merged[-1] = Edge(last.upright, last.at, last.start, max(last.end, edge.end))
        else:
            merged.append(edge)
    return merged


def _groups(edges: Sequence[Edge]) -> list[list[Edge]]:
    """Edges that touch one another, directly or through others."""
    parent = list(range(len(edges)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    upright = [n for n, edge in enumerate(edges) if edge.upright]
    level = [n for n, edge in enumerate(edges) if not edge.upright]
    if len(upright) * len(level) > 250_000:
        return []
    for n in upright:
        a = edges[n]
        for m in level:
            b = edges[m]
            if a.start - _NEAR <= b.at <= a.end + _NEAR and b.start - _NEAR <= a.at <= b.end + _NEAR:
                parent[root(n)] = root(m)
    groups: dict[int, list[Edge]] = {}
    for n, edge in enumerate(edges):
        groups.setdefault(root(n), []).append(edge)
    return [group for group in groups.values() if len(group) >= 5]


def _distinct(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _table(edges: Sequence[Edge], segments: Sequence[Segment]) -> RuledTable | None:
    xs = _distinct(edge.at for edge in edges if edge.upright)
    ys = _distinct(edge.at for edge in edges if not edge.upright)
    if len(xs) < 3 or len(ys) < 3 or len(xs) * len(ys) > _MAX_CELLS:
        return None
    inside = tuple(
        segment
        for segment in segments
        if xs[0] - 2 < (segment.x0 + segment.x1) / 2 < xs[-1] + 2
        and ys[0] - 2 < (segment.top + segment.bottom) / 2 < ys[-1] + 2
    )
    cells: dict[tuple[int, int], list[Word]] = {}
    owner = _owners(edges, xs, ys)
    for segment in inside:
        for word in segment.words:
            column = _slot((word.x0 + word.x1) / 2, xs)
            row = _slot((word.top + word.bottom) / 2, ys)
            cells.setdefault(owner[row, column], []).append(word)
    if _is_half_drawn([_lines(words) for words in cells.values()]):
        return None
    rows = []
    for row in range(len(ys) - 1):
        texts = tuple(_cell(cells.get((row, column), ())) for column in range(len(xs) - 1))
        if any(texts):
            rows.append(texts)
    used = [column for column in range(len(xs) - 1) if any(row[column] for row in rows)]
    if len(rows) < 2 or len(used) < 2 or sum(len([c for c in row if c]) > 1 for row in rows) < 0.4 * len(rows):
        return None
    kept = tuple(tuple(row[column] for column in used) for row in rows)
    return RuledTable(kept, xs[0], xs[-1], ys[0], ys[-1], inside)


def _slot(value: float, bounds: Sequence[float]) -> int:
    """Index of the interval of `bounds` that holds `value`, the nearest one outside."""
    for index in range(1, len(bounds) - 1):
        if value < bounds[index]:
            return index - 1
    return len(bounds) - 2


def _owners(edges: Sequence[Edge], xs: Sequence[float], ys: Sequence[float]) -> dict[tuple[int, int], tuple[int, int]]:
    """For each place of the grid the place at the top left of the cell it belongs to: cells may span several."""
    upright = {at: [e for e in edges if e.upright and abs(e.at - at) <= _NEAR] for at in xs}
    level = {at: [e for e in edges if not e.upright and abs(e.at - at) <= _NEAR] for at in ys}

    def drawn(lines: dict[float, list[Edge]], at: float, middle: float) -> bool:
        return any(e.start - 1 <= middle <= e.end + 1 for e in lines[at])

    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            y, x = (ys[row] + ys[row + 1]) / 2, (xs[column] + xs[column + 1]) / 2
            if column and not drawn(upright, xs[column], y):
                owner[row, column] = owner[row, column - 1]
            elif row and not drawn(level, ys[row], x):
                owner[row, column] = owner[row - 1, column]
            else:
                owner[row, column] = (row, column)
    return owner


def _is_half_drawn(cells: Sequence[Sequence[Sequence[Word]]]) -> bool:
    """Whether most words stand in cells that are tables themselves, their rows or columns not being ruled."""
    total = sum(len(line) for cell in cells for line in cell)
    gapped = 0
    for cell in cells:
        wide = sum(any(b.x0 - a.x1 > a.bottom - a.top for a, b in pairwise(line)) for line in cell)
        if len(cell) >= 4 and wide > 0.5 * len(cell):
            gapped += sum(map(len, cell))
    tall = Counter(len(cell) for cell in cells if len(cell) >= 5 and all(len(line) < 3 for line in cell))
    stacked = sum(lines * count for lines, count in tall.items() if count >= 3)
    return gapped > 0.4 * total or stacked > 0.5 * total


def _cell(words: Iterable[Word]) -> str:
    return " ".join(word.text for line in _lines(words) for word in line)


def _lines(words: Iterable[Word]) -> list[list[Word]]:
    """Words by line, left to right."""
    ordered = sorted(words, key=lambda word: (word.top + word.bottom, word.x0))
    rows: list[list[Word]] = []
    for word in ordered:
        if rows and (word.top + word.bottom) / 2 < rows[-1][0].bottom:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.x0) for row in rows]
