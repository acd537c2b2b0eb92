"""Tables and tables of contents in text that keeps its layout."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from extractors.readers.lines import Line

_COLUMNS = re.compile(r"\s{2,}")
_WIDE = re.compile(r"\s{3,}")
_LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}|_{6,}\s*\d{1,3}$")
_PAGE_AT_END = re.compile(r"\s{3,}(?:page\s+|p\.\s*)?(\d{1,3})$", re.IGNORECASE)
_ITEM = re.compile(r"(?:\(?[A-Za-z0-9]{1,3}[.)]|\d+(?:\.\d+)+\.?|[•▪●*-]|Section \d+\.?)$")
_SMALLEST = 3


def cells(line: Line) -> list[str]:
    """The cells of a row: what two spaces or more separate; the mark of an item stays with what follows it."""
    parts = _COLUMNS.split(line.text)
    if len(parts) > 1 and _ITEM.match(parts[0]):
        parts[:2] = [f"{parts[0]} {parts[1]}"]
    return parts


def _columns(line: Line) -> tuple[set[int], set[int]]:
    """Where the cells after the first begin and end."""
    starts, ends = set(), set()
    at = 0
    for match in _WIDE.finditer(line.text):
        if at:
            ends.add(line.indent + match.start())
        starts.add(line.indent + match.end())
        at = match.end()
    ends.add(line.end)
    return starts, ends


def toc_lines(found: Sequence[Line]) -> frozenset[int]:
    """Indexes of lines of a table of contents: dotted lines, and runs of lines that end in rising page numbers."""
    own = {index for index, line in enumerate(found) if _LEADERS.search(line.text)}
    run: list[int] = []
    last = 0
    for index, line in enumerate(found):
        match = _PAGE_AT_END.search(line.text)
        number = int(match.group(1)) if match else None
        if number is not None and number >= last and len(cells(line)) <= 3 and (not run or index - run[-1] <= 2):
            run.append(index)
            last = number
            continue
        if run and number is None and index - run[-1] < 2:
            continue
        own.update(run if len(run) >= 4 else ())
        run, last = ([index], number) if number is not None and len(cells(line)) <= 3 else ([], 0)
    own.update(run if len(run) >= 4 else ())
    return frozenset(own | _between(found, sorted(own)))


def _between(found: Sequence[Line], own: Sequence[int]) -> set[int]:
    """The few short lines between lines of a table of contents, whose page numbers were lost."""
    gaps: set[int] = set()
    for before, after in pairwise(own):
        if (
            1 < after - before <= 4
            and found[before].page == found[after].page
            and all(len(found[i].text) < 100 for i in range(before, after))
        ):
            gaps.update(range(before + 1, after))
    return gaps


def table_runs(found: Sequence[Line], taken: Collection[int]) -> dict[int, int]:
    """For each line that is a row of a table, the number of its table.

    A table is three rows or more of two cells or more, each with a column that lines up with one of the row before;
    its cells are short, so that justified prose is none.
    """
    tables: dict[int, int] = {}
    run: list[int] = []
    for index in range(len(found) + 1):
        line = found[index] if index < len(found) else None
        row = line is not None and index not in taken and len(cells(line)) > 1 and bool(_WIDE.search(line.text))
        if row and line is not None and run and line.gap <= 1 and line.page == found[run[-1]].page:
            aligned = _aligned(found[run[-1]], line)
        else:
            aligned = False
        if aligned:
            run.append(index)
            continue
        if len(run) >= _SMALLEST and _is_table([found[i] for i in run]):
            tables.update(dict.fromkeys(run, run[0]))
        run = [index] if row else []
    return tables


def _aligned(above: Line, below: Line) -> bool:
    starts, ends = _columns(above)
    more_starts, more_ends = _columns(below)
    near = sum(any(abs(a - b) <= 1 for b in starts) for a in more_starts)
    right = sum(any(abs(a - b) <= 1 for b in ends) for a in more_ends)
    return max(near, right) >= 0.5 * len(more_starts)


def _is_table(rows: Sequence[Line]) -> bool:
    held = [cell for row in rows for cell in cells(row)]
    words = [len(cell.split()) for cell in held]
    figures = sum(any(character.isdigit() for character in cell) for cell in held)
    several = sum(len(cells(row)) >= 3 for row in rows)
    return sum(words) <= 5 * len(words) and (
        figures >= 0.25 * len(held) or several >= 0.6 * len(rows) or max(words) <= 6
    )
