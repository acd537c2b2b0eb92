"""A document's structure: leaf passages that hold the text once, and the articles, sections, appendices around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.readers.blocks import Assembled, Placed
from extractors.structure.articles import articles
from extractors.structure.headings import Candidate, Head, attachment, inner_section, opens, tidy
from extractors.structure.sections import numbered_sections, sections
from records.model import Passage

_FRONT = 12  # blocks in which "Letter of Agreement" names the document itself
ARTICLED = frozenset({"agreement", "legislation"})


@dataclass(frozen=True)
class _Range:
    """A container: its heading and the blocks `first` up to `last`, exclusive."""

    head: Head
    first: int
    last: int


def passages(document_id: str, assembled: Assembled, document_type: str) -> tuple[Passage, ...]:
    """The passages of a document, in reading order, containers before the leaves they hold.

    Every block is one leaf. Agreements and laws get their articles, sections, appendices and letters, everything else
    sections for its numbered headings. Neither guesses: what is not recognized stays a plain heading or paragraph.
    """
    placed, text = assembled.placed, assembled.text
    if document_type in ARTICLED:
        ranges = _agreement_ranges(placed, text, document_type)
    else:
        ranges = _nested([(head, head.level) for head in numbered_sections(placed, text)], len(placed))
    return _passages(document_id, assembled, ranges)


def _agreement_ranges(placed: Sequence[Placed], text: str, document_type: str) -> list[_Range]:
    chain = articles(placed, text, worded=document_type != "agreement")
    tops = [(_article(candidate), 0) for candidate in chain]
    start = chain[0].index if chain else 0
    taken = {index for c in chain for index in range(c.index, c.index + c.blocks)}
    for index in range(start, len(placed)):
        if index not in taken and document_type == "agreement" and index:
            head = attachment(placed, index, text)
            if head is not None and (chain or head.kind == "appendix" or index >= _FRONT):
                tops.append((head, 0))
    tops.sort(key=lambda top: top[0].index)
    tops = _without_running(tops)
    bounds = [head.index for head, _ in tops] + [len(placed)]
    marks: list[tuple[Head, int]] = list(tops)
    if not tops or start == 0 or not chain:
        marks += [(h, h.level) for h in sections(placed, text, 0, bounds[0], None)]
    for (head, _), end in zip(tops, bounds[1:], strict=True):
        number = head.number if head.kind == "article" else None
        inner = inner_section(placed, head.index + head.blocks - 1, text) if number else None
        marks += [(inner, inner.level)] if inner else []
        marks += [(h, h.level) for h in sections(placed, text, head.index + head.blocks, end, number)]
    marks.sort(key=lambda mark: (mark[0].index, mark[1]))
    return _nested(marks, len(placed))


def _article(candidate: Candidate) -> Head:
    title = tidy(candidate.title) if candidate.title else None
    return Head(
        candidate.index,
        "article",
        candidate.number or None,
        title,
        "Article",
        candidate.blocks,
        candidate.whole,
        level=0,
    )


def _without_running(tops: list[tuple[Head, int]]) -> list[tuple[Head, int]]:
    """Attachments whose heading is repeated as a running head open once."""
    kept: list[tuple[Head, int]] = []
    for top in tops:
        head = top[0]
        before = kept[-1][0] if kept else None
        if (
            before is not None
            and head.kind != "article"
            and before.kind == head.kind
            and before.number == head.number
            and (before.title or "").casefold() == (head.title or "").casefold()
        ):
            continue
        kept.append(top)
    return kept


def _nested(marks: Sequence[tuple[Head, int]], end: int) -> list[_Range]:
    """Ranges from marks in order: each lasts until the next mark of its level or a lower one."""
    ranges: list[_Range] = []
    waiting: list[tuple[Head, int]] = []

    def close(level: int, at: int) -> None:
        while waiting and waiting[-1][1] >= level:
            head, _ = waiting.pop()
            ranges.append(_Range(head, head.index, at))

    for head, level in marks:
        close(level, head.index)
        waiting.append((head, level))
    close(0, end)
    ranges.sort(key=lambda r: (r.first, -r.last))
    return ranges


def _label(head: Head) -> str:
    named = head.word if head.kind != "side_letter" else None
    return " ".join(part for part in (named, head.number, head.title) if part) or head.kind


def _passages(document_id: str, assembled: Assembled, ranges: Sequence[_Range]) -> tuple[Passage, ...]:
    placed, text = assembled.placed, assembled.text
    made: list[Passage] = []
    above: list[_Range] = []
    free: list[tuple[int, str]] = []
    titles = {r.first + n: r.head for r in ranges if r.head.whole for n in range(r.head.blocks)}
    upcoming = 0

    def add(kind: str, number: str | None, heading: str | None, path: tuple[str, ...], start: int, end: int) -> None:
        ordinal = len(made)
        made.append(
            Passage(
                passage_id=f"{document_id}-{ordinal}",
                document_id=document_id,
                ordinal=ordinal,
                kind=kind,
                number=number,
                heading=heading,
                heading_path=path,
                page_start=_page(assembled.page_starts, start),
                page_end=_page(assembled.page_starts, end - 1),
                char_start=start,
                char_end=end,
                text=text[start:end],
            )
        )

    for index, block in enumerate(placed):
        while above and above[-1].last <= index:
            above.pop()
        while upcoming < len(ranges) and ranges[upcoming].first == index:
            opened = ranges[upcoming]
            upcoming += 1
            free.clear()
            path = tuple(_label(r.head) for r in above)
            add(opened.head.kind, opened.head.number, opened.head.title, path, block.start, placed[opened.last - 1].end)
            above.append(opened)
        path = tuple(_label(r.head) for r in above)
        title = titles.get(index)
        if title is not None:
            own = index == title.index
            heading = title.title if own or title.blocks > 1 else tidy(text[block.start : block.end])
            add("heading", title.number if own else None, heading, path, block.start, block.end)
        elif block.block.kind == "heading":
            while free and free[-1][0] >= block.block.level:
                free.pop()
            heading = text[block.start : block.end]
            add("heading", None, heading, path + tuple(name for _, name in free), block.start, block.end)
            free.append((block.block.level, heading))
        else:
            number = _item_number(text[block.start : block.end])
            add(block.block.kind, number, None, path + tuple(name for _, name in free), block.start, block.end)
    return tuple(made)


def _item_number(text: str) -> str | None:
    """The number or letter that a paragraph or list item begins with."""
    return leading_number(text) if opens(text[:80]) else None


def leading_number(text: str) -> str | None:
    """`a` of "(a) Employees …", `4.2` of "4.2 Notice", None where a text begins otherwise."""
    first = text[:20].split(maxsplit=1)[:1]
    number = first[0].strip("().:") if first else ""
    return number if number and len(number) <= 8 and (number[0].isdigit() or len(number) == 1) else None


def _page(starts: tuple[int, ...], offset: int) -> int | None:
    return max(1, bisect_right(starts, offset)) if starts else None
