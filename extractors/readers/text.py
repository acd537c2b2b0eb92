"""Plain text to blocks: typed, converted from PDF with its layout, or one paragraph a line."""

from __future__ import annotations

from dataclasses import replace

from extractors.readers.blocks import Block, Parsed, Trouble
from extractors.readers.fronts import SKIP, front
from extractors.readers.language import language_of
from extractors.readers.layout import blocks
from extractors.readers.limits import Limits
from extractors.readers.lines import Line, lines


def read_text(text: str, limits: Limits) -> Parsed:
    """What `text` says, in blocks; pages where it has form feeds."""
    troubles = []
    if len(text) > limits.max_text:
        troubles.append(_too_long(limits))
        text = text[: limits.max_text]
    found, pages, total = lines(text, limits.max_pages)
    if pages and total > pages:
        troubles.append(too_many_pages(total, pages))
    made = blocks(_without_skips(found))
    known = front(made, dated=not pages or pages < 4)
    return Parsed(
        blocks=tuple(made),
        media_type="text/plain",
        status="parsed" if made else "empty",
        title=known.title,
        authors=known.authors,
        published_on=known.published_on,
        publisher=known.publisher,
        language=language_of(made),
        page_count=pages,
        troubles=tuple(troubles),
    )


def too_many_pages(total: int, read: int) -> Trouble:
    """Said where a document has more pages than are read."""
    return Trouble(
        "too_many_pages",
        f"The document has {total} pages; the first {read} were read. Raise the limit on pages to read all of it.",
    )


def _too_long(limits: Limits) -> Trouble:
    return Trouble(
        "too_large",
        f"The text is longer than {limits.max_text:,} characters; only its beginning was read. "
        "Raise the limit on text, or split the document.",
    )


def _without_skips(found: list[Line]) -> list[Line]:
    """The lines without "Skip to content" and the like, which a page copied as text begins with."""
    kept = [line for index, line in enumerate(found) if index > 5 or not SKIP.fullmatch(line.text)]
    return [replace(kept[0], gap=0), *kept[1:]] if kept else kept


def cut(made: list[Block], limits: Limits) -> tuple[list[Block], tuple[Trouble, ...]]:
    """The blocks within the limit on text, and a trouble where some are left out."""
    length = 0
    for index, block in enumerate(made):
        length += len(block.text)
        if length > limits.max_text:
            return made[:index], (_too_long(limits),)
    return made, ()
