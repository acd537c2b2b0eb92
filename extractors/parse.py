"""From the bytes of a capture to a document: read, put together, recognized, divided into passages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypedDict

from extractors.base import fingerprint
from extractors.readers import read
from extractors.readers.blocks import Assembled, Parsed, Trouble, assemble
from extractors.readers.coverage import Coverage, ranges
from extractors.readers.doctype import document_type
from extractors.readers.language import language
from extractors.readers.limits import Limits
from extractors.relevance import relevance
from extractors.structure.articles import lacking, skipped
from extractors.structure.build import passages
from records import codes, ids
from records.model import Capture, Document, Passage, Source

_VERSION = "1"
_MANUAL_RIGHTS = "quote"
_REDLINE = re.compile(r"\b(?:blackline|redline|strike-?through|track(?:ed)? changes)\b", re.IGNORECASE)
_TWO_YEARS = re.compile(r"\b(?P<old>20\d\d)(?P<new>20\d\d)\b")
_LABEL_WITHIN, _JOINED, _LONGEST_TERM = 3_000, 5, 6  # characters; times; years
_LATE = 3  # articles missing at the start that make a document a later part


def parser_version() -> str:
    """Version of everything that makes a document out of bytes: changed code or data parses anew."""
    return f"{_VERSION}+{fingerprint(__name__)}"


def parse(
    data: bytes,
    capture: Capture,
    *,
    identity: str | None = None,
    source: Source | None = None,
    declared_type: str | None = None,
    limits: Limits | None = None,
) -> tuple[Document, tuple[Trouble, ...]]:
    """The document that `data` is, and what was noticed on the way.

    `capture` tells the content's hash and address; `identity` is the document's id where it is not the content's own.

    There is always a document: what cannot be read has a status that says so and no text. The kind of document is
    `declared_type` where given, else what its source brings, else what it declares itself, else recognized from the
    text. Nothing is raised: an error of our own makes a document of status failed and a trouble that names it.
    """
    limits = limits or Limits()
    identity = identity or ids.document_id(capture.content_sha256 or ids.sha256_hex(data))
    try:
        return _parsed(identity, data, capture, source, declared_type, limits)
    except Exception as error:
        trouble = Trouble(
            "parser_error",
            f"{capture.url} could not be read because of an error in the parser ({type(error).__name__}: {error}). "
            "Please report it with the file; the document is kept without text.",
            "error",
        )
        return _document(identity, capture, source, declared_type or "other", Parsed(status="failed")), (trouble,)


def unread(capture: Capture, status: str, source: Source | None, identity: str) -> Document:
    """The document of a capture whose bytes were not read: `status` says how it ended, there is no text."""
    return _document(identity, capture, source, "other", Parsed(status=status))


def _parsed(
    identity: str, data: bytes, capture: Capture, source: Source | None, declared_type: str | None, limits: Limits
) -> tuple[Document, tuple[Trouble, ...]]:
    parsed = read(data, media_type=capture.media_type, url=capture.final_url or capture.url, limits=limits)
    assembled = assemble(parsed.blocks, parsed.page_count)
    declared = (declared_type, source.document_type if source else None, parsed.document_type)
    kind = next((code for code in declared if code in codes.DOCUMENT_TYPES), None)
    if kind is None:
        kind = _recognized(parsed, capture) if assembled.text else "other"
    found = passages(identity, assembled, kind)
    troubles = parsed.troubles
    if kind == "agreement":
        troubles += (*_missing(assembled), *_redlined(assembled.text))
    return _document(identity, capture, source, kind, parsed, assembled, found), troubles


def _recognized(parsed: Parsed, capture: Capture) -> str:
    return document_type(parsed.blocks, parsed.title, capture.url, publisher=parsed.publisher, authors=parsed.authors)


def _document(
    identity: str,
    capture: Capture,
    source: Source | None,
    kind: str,
    parsed: Parsed,
    assembled: Assembled | None = None,
    found: tuple[Passage, ...] = (),
) -> Document:
    text = assembled.text if assembled else ""
    status = "empty" if parsed.status == "parsed" and not text else parsed.status
    return Document(
        document_id=identity,
        source_id=source.source_id if source else None,
        url=capture.url,
        title=parsed.title or None,
        publisher=parsed.publisher or (source.publisher if source else None),
        authors=parsed.authors,
        published_on=parsed.published_on,
        document_type=kind,
        language=parsed.language or (language(text) if text else None),
        fetched_at=capture.fetched_at,
        media_type=parsed.media_type,
        content_sha256=capture.content_sha256 or "",
        text_sha256=ids.sha256_hex(text.encode()) if text else None,
        page_count=parsed.page_count,
        character_count=len(text),
        text=text or None,
        rights=source.rights if source else _MANUAL_RIGHTS,
        relevance=relevance(text, parsed.title) if text else None,
        status=status,
        **_pages(parsed, assembled),
        page_starts=assembled.page_starts if assembled else (),
        passages=found,
    )


class _Pages(TypedDict, total=False):
    """The columns that say how much of a document was read."""

    pages_read: int
    pages_by_ocr: int
    ocr_confidence: float | None
    pages_blank: int
    pages_unread: int
    unread_pages: str | None


def _pages(parsed: Parsed, assembled: Assembled | None) -> _Pages:
    if parsed.page_count is None:
        return {}
    coverage = parsed.coverage or Coverage()
    unread = set(coverage.unread)
    read = {placed.block.page for placed in assembled.placed} - unread if assembled else set()
    sure = coverage.confidence
    return {
        "pages_read": len(read),
        "pages_by_ocr": coverage.recognized,
        "ocr_confidence": None if sure is None else round(sure, 1),
        "pages_blank": parsed.page_count - len(read) - len(unread),
        "pages_unread": len(unread),
        "unread_pages": ranges(coverage.unread) or None,
    }


def _redlined(text: str) -> Iterator[Trouble]:
    """A trouble where an agreement shows what changes, and its text no longer tells struck words from new ones."""
    labelled = _REDLINE.search(text[:_LABEL_WITHIN])
    joined = [m for m in _TWO_YEARS.finditer(text) if 0 < int(m["new"]) - int(m["old"]) <= _LONGEST_TERM]
    if labelled or len(joined) >= _JOINED:
        example = f" ({joined[0].group()})" if joined else ""
        yield Trouble(
            "redline_without_marks",
            f"The agreement is a redline, and its text holds struck and new words side by side{example} without "
            "telling which are struck. Read its clauses and days against the original, or add the final agreement.",
        )


def _missing(assembled: Assembled) -> Iterator[Trouble]:
    """What the articles of an agreement show to be missing from it."""
    missing = lacking(assembled.placed, assembled.text)
    if missing:
        listed = "; ".join(" ".join(part for part in (c.number, c.title) if part) for c in missing[:10])
        yield Trouble(
            "article_missing",
            f"The table of contents lists articles that were not found in the body: {listed}. "
            "Compare with the original: they may be missing there, or their headings damaged.",
        )
    gone = skipped(assembled.placed, assembled.text)
    begin = next((n for n, number in enumerate(gone) if number != n + 1), len(gone))
    if begin >= _LATE:
        yield Trouble(
            "agreement_in_parts",
            f"The articles begin with number {begin + 1}: what stands before may be in another file. Add that file.",
        )
    elif gone:
        yield Trouble(
            "article_numbers_missing",
            f"No article has number {ranges(gone, 20)}: the agreement leaves it out, or its heading was not read.",
            "info",
        )
