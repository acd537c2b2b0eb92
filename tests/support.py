"""What tests share: documents made from text, and the shared corpus where it is present."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from extractors.base import Reading
from extractors.readers.blocks import Block, assemble
from records.ids import document_id, sha256_hex
from records.model import Document, Passage

SHARED = Path(__file__).resolve().parents[2] / "shared"
SAMPLES = Path(__file__).parent / "samples"
GOLD = Path(__file__).parent / "gold"

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared corpus is not beside the project")


def document(
    text: str, *, document_type: str = "news", published_on: date | None = None, title: str | None = None
) -> Document:
    """A parsed document whose paragraphs are the lines of `text`: `# ` opens a heading, `- ` a list item."""
    blocks = []
    for line in text.strip().split("\n"):
        stripped = line.strip()
        if stripped.startswith("# "):
            blocks.append(Block("heading", stripped[2:], level=1))
        elif stripped.startswith("- "):
            blocks.append(Block("list_item", stripped[2:]))
        else:
            blocks.append(Block("paragraph", stripped))
    made = assemble(blocks)
    sha = sha256_hex(text.encode())
    identity = document_id(sha)
    passages = tuple(
        Passage(
            passage_id=f"{identity}-{n}",
            document_id=identity,
            ordinal=n,
            kind=placed.block.kind,
            number=None,
            heading=made.text[placed.start : placed.end] if placed.block.kind == "heading" else None,
            heading_path=(),
            page_start=None,
            page_end=None,
            char_start=placed.start,
            char_end=placed.end,
            text=made.text[placed.start : placed.end],
        )
        for n, placed in enumerate(made.placed)
    )
    return Document(
        document_id=identity,
        source_id=None,
        url="https://example.org/page",
        title=title,
        publisher=None,
        authors=(),
        published_on=published_on,
        document_type=document_type,
        language="en",
        fetched_at=datetime(2026, 3, 1, tzinfo=UTC),
        media_type="text/html",
        content_sha256=sha,
        text_sha256=sha256_hex(made.text.encode()),
        page_count=None,
        character_count=len(made.text),
        text=made.text,
        rights="quote",
        passages=passages,
    )


def reading(text: str, **known: object) -> Reading:
    """`document`, opened for extractors."""
    return Reading(document(text, **known))  # type: ignore[arg-type]
