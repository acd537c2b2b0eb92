"""The sections inside an article, an appendix or a letter, and the numbered headings of other documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extractors.readers.blocks import Placed
from extractors.structure.headings import (
    Head,
    counted_head,
    decimal_head,
    is_title,
    lettered_head,
    section_head,
    tidy,
)
from extractors.structure.numbers import number_key

_Finder = Callable[[Sequence[Placed], int, str], Head | None]
_OUTLINE = re.compile(
    r"(?:(?i:chapter|part|section|sec\.) )?(\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}(?=[.)]))[.):]?\s+(?=\S)"
)


def sections(placed: Sequence[Placed], text: str, first: int, last: int, article: str | None) -> list[Head]:
    """The sections between two blocks, in order: levels 2 and, for decimals inside sections, 3.

    `article` is the number of the article around them. Where the word Section is used, it makes the sections; else
    decimals (`4.2` in article 4), else the letters or numbers that run on from the first.
    """
    worded = _worded(placed, text, first, last)
    decimals = _found(decimal_head, placed, text, first, last)
    if worded:
        return sorted([*worded, *_inside(worded, decimals)], key=lambda head: head.index)
    own = [head for head in decimals if article is not None and (head.number or "").split(".")[0] == article]
    if own:
        return [_at(head, 1 + (head.number or "").count(".")) for head in own]
    runs = [_running(_found(finder, placed, text, first, last)) for finder in (lettered_head, counted_head)]
    runs = [run for run in runs if len(run) > 1]
    return [_at(head, 2) for head in min(runs, key=lambda run: run[0].index)] if runs else []


def numbered_sections(placed: Sequence[Placed], text: str) -> list[Head]:
    """The numbered headings of a report, guide or bill as sections; levels from the depth of their numbers."""
    found = []
    for index, block in enumerate(placed):
        line = text[block.start : block.end]
        match = _OUTLINE.match(line) if block.block.kind == "heading" else None
        if match and is_title(line[match.end() :]):
            level = 1 + match.group(1).count(".")
            found.append(Head(index, "section", match.group(1), tidy(line[match.end() :]), None, 1, True, level))
    return found


def _found(finder: _Finder, placed: Sequence[Placed], text: str, first: int, last: int) -> list[Head]:
    heads = (finder(placed, index, text) for index in range(first, last))
    return [head for head in heads if head is not None]


def _worded(placed: Sequence[Placed], text: str, first: int, last: int) -> list[Head]:
    """Sections with the word, each number once in a row: a running head repeats it."""
    kept: list[Head] = []
    for head in _found(section_head, placed, text, first, last):
        if not kept or kept[-1].number != head.number or (head.title and head.title != kept[-1].title):
            kept.append(head)
    return kept


def _inside(worded: Sequence[Head], decimals: Sequence[Head]) -> list[Head]:
    """Decimals whose first part is the number of the section they stand in."""
    found = []
    for head in decimals:
        around = [section for section in worded if section.index < head.index]
        if around and (head.number or "").startswith(f"{around[-1].number}."):
            found.append(_at(head, 3))
    return found


def _running(heads: Sequence[Head]) -> list[Head]:
    """The heads that count on from the first number or letter, one by one."""
    run: list[Head] = []
    for head in heads:
        number = head.number or ""
        key = (ord(number.upper()) - 64,) if number.isalpha() else number_key(number)
        if key != (len(run) + 1,):
            continue
        if run and (run[0].number or "").isupper() != number.isupper() and number.isalpha():
            continue
        run.append(head)
    return run


def _at(head: Head, level: int) -> Head:
    return Head(head.index, "section", head.number, head.title, head.word, head.blocks, head.whole, level)
