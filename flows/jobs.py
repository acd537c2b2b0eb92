"""What worker processes do: read one archived capture, search one document. Pure functions; no Prefect here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from extractors.base import Reading, extractors, run
from extractors.parse import parse
from extractors.readers.blocks import Trouble
from extractors.readers.limits import Limits
from records.facts import Fact
from records.model import Capture, Document, Source
from sources import archive


@dataclass(frozen=True)
class ParseJob:
    """A capture to read from the archive folder, the id of its document, and what is known of its source."""

    document_id: str
    capture: Capture
    archive: Path
    source: Source | None
    declared_type: str | None
    limits: Limits


@dataclass(frozen=True)
class ExtractJob:
    """A document to search with the named extractors."""

    document: Document
    extractors: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """What one extractor found, or why it found nothing."""

    extractor: str
    facts: tuple[Fact, ...]
    trouble: Trouble | None = None


def parse_job(job: ParseJob) -> tuple[Document, tuple[Trouble, ...]]:
    """Reads the capture's bytes from the archive and makes a document of them."""
    data = archive.read(job.archive, job.capture.warc_file or "", job.capture.warc_offset or 0)
    return parse(
        data,
        job.capture,
        identity=job.document_id,
        source=job.source,
        declared_type=job.declared_type,
        limits=job.limits,
    )


def extract_job(job: ExtractJob) -> tuple[Found, ...]:
    """Searches the document with each extractor; one that fails leaves the others' facts whole."""
    reading = Reading(job.document)
    found = []
    for kind in extractors():
        if kind.name not in job.extractors:
            continue
        try:
            found.append(Found(kind.name, tuple(run(kind, reading))))
        except MemoryError:
            raise
        except Exception as error:
            message = f"the extractor {kind.name} failed ({type(error).__name__}: {error}); the other facts are whole"
            found.append(Found(kind.name, (), Trouble("extractor_failed", message, "error")))
    return tuple(found)
