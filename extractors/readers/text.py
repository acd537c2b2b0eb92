"""Plain text to blocks: typed, converted from PDF with its layout, or one paragraph a line."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from extractors.readers.blocks import Block, Parsed, Trouble
from extractors.readers.coverage import Coverage, is_garbled, named
from extractors.readers.fronts import SKIP, front
from extractors.readers.language import language_of
from extractors.readers.layout import blocks
from extractors.readers.limits import Limits
from extractors.readers.lines import Line, lines

# what a page copied as text leaves of its markup
_ENTITY = re.compile(
    r"&(?:nbsp|amp|quot|apos|lt|gt|[nm]dash|[lr][sd]quo|hellip|bull|sect|#\d{2,5}|#x[0-9A-Fa-f]{2,4});"
)
_MANY_EMPTY = 0.15  # share of pages


def read_text(text: str, limits: Limits) -> Parsed:
    """What `text` says, in blocks; pages where it has form feeds."""
    troubles = []
    text = _ENTITY.sub(_character, text) if "&" in text else text
    if len(text) > limits.max_text:
        troubles.append(_too_long(limits))
        text = text[: limits.max_text]
    found, pages, total = lines(text, limits.max_pages)
    if pages and total > pages:
        troubles.append(too_many_pages(total, pages))
    garbled = _garbled(text.split("\f")[:pages]) if pages else ()
    if garbled or (not pages and is_garbled(text)):
        where = f", {named(garbled)}" if garbled else ""
        message = f"The text is garbled{where}: letters that form no language. Get the original, and read it by OCR."
        troubles.append(Trouble("text_garbled", message))
    empty = tuple(n for n, page in enumerate(text.split("\f")[:pages], 1) if not page.strip()) if pages else ()
    if pages and len(empty) >= max(3, _MANY_EMPTY * pages):
        message = (
            f"No text on {named(empty)}; if this was made from a PDF, they may be scans that nothing was read from."
        )
        troubles.append(Trouble("pages_without_text", message, "info"))
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
        page_count=total if pages else None,
        coverage=Coverage(unread=(*garbled, *range(pages + 1, total + 1))) if pages else None,
        troubles=tuple(troubles),
    )


def _character(entity: re.Match[str]) -> str:
    return unescape(entity.group()).replace("\xa0", " ")


def _garbled(pages: list[str]) -> tuple[int, ...]:
    """The numbers of pages whose text is not what the page shows."""
    return tuple(number for number, page in enumerate(pages, 1) if is_garbled(page))


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
