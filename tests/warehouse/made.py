"""Documents, captures and facts made by hand, stored and built the way a run does it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

from records import facts
from records.ids import stable_id
from records.lexicon import Entry
from records.model import Capture, Document, Run, Span
from tests.support import document
from warehouse import build
from warehouse.store import Extraction, Store, parse_id

PARSER = "parser-1"
FINDER = ("finder", "1")
MORNING = datetime(2026, 3, 1, 6, tzinfo=UTC)
LEXICON = (
    Entry("Harbor Workers United", "union", "HWU", ("Harbor Workers",), "US", "Congress of Unions"),
    Entry("Congress of Unions", "federation", None, (), "US"),
)


def capture(made: Document, *, run: str = "run-1", hours: int = 0, **changes: Any) -> Capture:
    """The capture a document came from, archived."""
    plain = Capture(
        capture_id=stable_id("capture", run, made.url, str(hours)),
        source_id=None,
        url=made.url,
        final_url=made.url,
        fetched_at=MORNING + timedelta(hours=hours),
        http_status=200,
        media_type="text/html",
        byte_count=100,
        content_sha256=made.content_sha256,
        etag=None,
        last_modified=None,
        warc_file=f"{run}.warc.gz",
        warc_offset=7,
        outcome="new",
        error=None,
    )
    return replace(plain, **changes)


def at(made: Document, quote: str, number: int = 0) -> Span:
    """The span of the `number`-th place (from 0) where the document's text says `quote`."""
    text = made.text or ""
    start = -1
    for _ in range(number + 1):
        start = text.index(quote, start + 1)
    return made.span(start, start + len(quote))


def page(text: str, name: str, **known: Any) -> Document:
    """A document at an address of its own."""
    changes = {key: known.pop(key) for key in ("rights", "page_starts", "page_count", "fetched_at") if key in known}
    return replace(document(text, **known), url=f"https://example.org/{name}", **changes)


def add(
    store: Store,
    documents: Mapping[Document, Iterable[facts.Fact]],
    *,
    parser: str = PARSER,
    finder: tuple[str, str] = FINDER,
) -> None:
    """Stores readings of documents and what one extractor found in them."""
    store.add_documents(list(documents), parser, {})
    store.add_extractions(
        [
            Extraction(parse_id(made, parser), made.document_id, *finder, tuple(found))
            for made, found in documents.items()
        ]
    )


def built(
    store: Store, target: Path, *extractors: tuple[str, str], lexicon: tuple[Entry, ...] = LEXICON
) -> duckdb.DuckDBPyConnection:
    """The warehouse of the store, built into `target` and opened."""
    build.build(store, target, build.Inputs(extractors or (FINDER,), lexicon))
    return duckdb.connect(str(target))


def run(run_id: str = "run-1") -> Run:
    """A run's row as it begins."""
    return Run(run_id, "ingest", MORNING, None, None, None, 0, 0, 0, 0, 0)
