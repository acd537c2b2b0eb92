"""What every reader gives: blocks of text in reading order. One place turns them into a document's text.

The text is made once, here, from cleaned blocks, and is never touched again; so every offset into it stays true.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from extractors.readers.coverage import Coverage

_SPACES = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" ?\n ?")
_CONTROLS = {c: None for c in range(0x20) if c not in (0x09, 0x0A)} | dict.fromkeys(range(127, 160))
_DROPPED = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_CLEAN = _CONTROLS | _DROPPED | _LIGATURES | {0xFFFE: None, 0xFFFF: None}
_PLAIN = re.compile(r"[\x20-\x7e\n]*")


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, list item or table as the reader saw it.

    `kind` is one of heading, paragraph, list_item, table. `level` is 1 to 6 for headings (6 where unknown), nesting
    depth for list items. `page` is 1-based, None where the format has no pages. Cells of a table are separated by
    tabs, its rows by line breaks. Lines of a paragraph are joined; a line break inside one is meant. `turns` tells the
    pages that begin inside the block: each page, and how many characters of `text` stand from there to its end.
    """

    kind: str
    text: str
    level: int = 0
    page: int | None = None
    turns: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Placed:
    """A block and where its text lies in the document's text."""

    block: Block
    start: int
    end: int


@dataclass(frozen=True)
class Trouble:
    """Something a reader noticed: becomes an issue. `severity` is info, warning or error."""

    code: str
    message: str
    severity: str = "warning"


@dataclass(frozen=True)
class Parsed:
    """What a reader makes of bytes.

    `status` is a code of `records.codes.STATUSES`. `page_count` is None where the format has no pages.
    `coverage` tells which pages were not read, and which by OCR; None says that all were read as they are.
    `document_type` is what the format or page itself declares (mostly None: recognized later from the content).
    """

    blocks: tuple[Block, ...] = ()
    media_type: str | None = None
    status: str = "parsed"
    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published_on: date | None = None
    language: str | None = None
    canonical_url: str | None = None
    document_type: str | None = None
    page_count: int | None = None
    coverage: Coverage | None = None
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True)
class Assembled:
    """A document's text, where its blocks lie, and where its pages start."""

    text: str
    placed: tuple[Placed, ...]
    page_starts: tuple[int, ...] = field(default=())


def clean(text: str) -> str:
    """Text composed (NFC), without control and invisible characters; ligatures opened, white space runs one space."""
    if not _PLAIN.fullmatch(text):
        text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").translate(_CLEAN))
    return _BREAKS.sub("\n", _SPACES.sub(" ", text)).strip()


def clean_table(rows: Iterable[Sequence[str | None]]) -> str:
    """Rows as text: cells cleaned and separated by tabs, rows by line breaks, empty rows left out."""
    lines = ("\t".join(clean(cell or "").replace("\n", " ") for cell in row) for row in rows)
    return "\n".join(line for line in lines if line.strip())


def assemble(blocks: Iterable[Block], page_count: int | None = None) -> Assembled:
    """The document's text: blocks cleaned and joined by an empty line, consecutive list items by a line break.

    With `page_count`, `page_starts` has an offset for each page; a page without blocks starts where the next begins.
    """
    parts: list[str] = []
    placed: list[Placed] = []
    starts: list[int | None] = [None] * (page_count or 0)
    offset, before = 0, ""
    for block in blocks:
        text = block.text if block.kind == "table" else clean(block.text)
        if not text.strip():
            continue
        if parts:
            joint = "\n" if block.kind == before == "list_item" else "\n\n"
            parts.append(joint)
            offset += len(joint)
        if page_count and block.page and starts[block.page - 1] is None:
            starts[block.page - 1] = offset
        for page, left in block.turns if page_count else ():
            if starts[page - 1] is None:
                starts[page - 1] = offset + max(0, len(text) - len(clean(block.text[-left:])))
        parts.append(text)
        placed.append(Placed(block, offset, offset + len(text)))
        offset, before = offset + len(text), block.kind
    return Assembled("".join(parts), tuple(placed), _filled(starts, offset))


def _filled(starts: list[int | None], end: int) -> tuple[int, ...]:
    filled: list[int] = []
    following = end
    for start in reversed(starts):
        following = following if start is None else start
        filled.append(following)
    filled.reverse()
    if filled:
        filled[0] = 0
    return tuple(filled)
