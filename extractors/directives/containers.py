"""Where in a document's structure a place stands: its article, section and nearest heading."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from extractors.base import Reading
from records.model import Passage

_CONTAINERS = frozenset({"article", "section", "appendix", "side_letter"})


@dataclass(frozen=True)
class Place:
    """The containers and headings around a leaf passage, innermost facts first.

    `section_id` tells leaves of one section (or article, or stretch under one heading) from those of another.
    """

    article: str | None
    section: str | None
    heading: str | None
    headings: tuple[str, ...]
    kind: str | None
    section_id: int


def find_places(reading: Reading) -> dict[int, Place]:
    """The place of each leaf passage, by ordinal."""
    places: dict[int, Place] = {}
    open_: list[Passage] = []
    loose: Passage | None = None
    for passage in reading.document.passages:
        while open_ and open_[-1].char_end <= passage.char_start:
            open_.pop()
            loose = None
        if passage.kind in _CONTAINERS:
            open_.append(passage)
            loose = None
            continue
        if passage.kind == "heading" and not (open_ and open_[-1].char_start == passage.char_start):
            loose = passage
        places[passage.ordinal] = _place(open_, loose)
    return places


def place_at(reading: Reading, offset: int) -> Place | None:
    """The place of the leaf passage that holds `offset`, None where there is none."""
    places = reading.get(find_places)
    leaves = [p for p in reading.document.passages if p.ordinal in places]
    index = bisect_right([p.char_start for p in leaves], offset) - 1
    return places[leaves[index].ordinal] if index >= 0 else None


def _place(open_: list[Passage], loose: Passage | None) -> Place:
    article = next((p for p in reversed(open_) if p.kind != "section"), None)
    sections = [p for p in open_ if p.kind == "section"]
    inner = sections[-1] if sections else None
    heads = [loose.text] if loose is not None else []
    heads += [p.heading for p in reversed(open_) if p.heading]
    holder = loose or (open_[-1] if open_ else None)
    return Place(
        article=article.number if article is not None and article.kind == "article" else None,
        section=inner.number if inner is not None else None,
        heading=heads[0] if heads else None,
        headings=tuple(heads),
        kind=article.kind if article is not None else None,
        section_id=holder.ordinal if holder is not None else -1,
    )
