"""`make bench`: how many pages a second each stage takes in on this machine, and our PDF reading beside pdfplumber's.

A page is a page of a PDF, or 3,000 characters of text where a format has no pages. The documents are the bundled
samples, each in several copies with other numbers in them (so that nothing is answered from memory), and, where the
shared corpus lies beside the project, some of that. The scanned sample is left out: its time is tesseract's.

    python -m tests.bench [--repeats 5] [--seconds 110] [--no-shared]
"""

from __future__ import annotations

import argparse
import gzip
import io
import os
import platform
import re
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import pdfplumber

from extractors.base import Extractor, Reading, extractors, run
from extractors.parse import parse
from extractors.readers import Limits, read
from extractors.readers.blocks import Assembled, Parsed, assemble
from extractors.structure.build import passages
from records.ids import document_id, sha256_hex
from records.model import Capture, Document
from tests.support import SAMPLES, SHARED

T = TypeVar("T")
PAGE = 3_000  # characters
LIMITS = Limits(max_pages=30)
COPIES = 2  # of each sample
FORMATS = {
    ".html": "html",
    ".gz": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".txt": "text",
    ".md": "text",
    ".xml": "feed",
}
NOT_READ = ("README.md", "scan.pdf")
SHARED_FILES = (
    ("articles/html", "*.gz", 20),
    ("web", "*.txt", 10),
    ("press-releases", "*.txt", 10),
    ("agreements", "ups-*.pdf", 2),
)
_NUMBER = re.compile(rb"(?<![\d.,#&;:/-])[1-9]\d(?![\d.,:;/-])")
_PARTED = ("html", "text", "feed")
"""Formats whose bytes are text, so that a number in them can be another one."""


@dataclass(frozen=True)
class Case:
    """One document to measure on."""

    name: str
    format: str
    data: bytes


@dataclass
class Stage:
    """What one stage took: pages and documents, and seconds by document (in a result: by repeat)."""

    pages: float = 0.0
    documents: int = 0
    seconds: list[float] = field(default_factory=list)

    def note(self, pages: float, seconds: float) -> None:
        """Adds a document's pages and seconds."""
        self.pages += pages
        self.documents += 1
        self.seconds.append(seconds)


@dataclass(frozen=True)
class Bench:
    """All that was measured, by stage in the order of a document's way, and the paired ratios of PDF reading."""

    stages: dict[str, Stage]
    ratios: list[float]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--repeats", type=int, default=5, help="how often everything is measured at most")
    parser.add_argument("--seconds", type=float, default=110.0, help="when no further repeat is begun")
    parser.add_argument("--no-shared", action="store_true", help="leave the shared corpus out")
    known = parser.parse_args(arguments)
    known_cases = cases(with_shared=not known.no_shared)
    print(f"{len(known_cases)} documents; {machine()}\n", flush=True)
    print(report(measured(known_cases, max(1, known.repeats), known.seconds)))
    return 0


def cases(*, with_shared: bool) -> list[Case]:
    """The documents to measure on: copies of the samples, and some of the shared corpus if it is there."""
    found = []
    for path in sorted(SAMPLES.iterdir()):
        if path.suffix in FORMATS and path.name not in NOT_READ:
            kind = FORMATS[path.suffix]
            found += [Case(path.name, kind, _varied(path.read_bytes(), kind, copy)) for copy in range(COPIES)]
    if with_shared:
        for folder, pattern, count in SHARED_FILES:
            for path in sorted((SHARED / "corpus" / folder).glob(pattern))[:count]:
                data = path.read_bytes()
                unpacked = gzip.decompress(data) if path.suffix == ".gz" else data
                found.append(Case(path.name, FORMATS[path.suffix], unpacked))
    return found


def _varied(data: bytes, kind: str, copy: int) -> bytes:
    """The same document with every number of two digits raised by `copy`; PDF and DOCX stay as they are."""
    if kind not in _PARTED:
        return data
    return _NUMBER.sub(lambda match: str(10 + (int(match.group()) - 10 + copy) % 90).encode(), data)


def measured(known: Sequence[Case], repeats: int, seconds: float) -> Bench:
    """Makes every document once unmeasured (imports, word lists), then measures up to `repeats` times in `seconds`."""
    began = time.monotonic()
    documents = [(case, _document(case)) for case in known]
    for _, document in documents[:: COPIES * 3]:
        _search(document, extractors())()
    pdfs = list(dict.fromkeys(case.data for case in known if case.format == "pdf"))
    result = Bench(defaultdict(Stage), [])
    begin = time.monotonic()
    for repeat in range(repeats):
        if repeat and time.monotonic() - began + (time.monotonic() - begin) / repeat > seconds:
            break
        one: dict[str, Stage] = defaultdict(Stage)
        for case, document in documents:
            _once(case, document, one)
        result.ratios.extend(_ratio(data, ours_first=repeat % 2 == 0) for data in pdfs)
        for name, stage in one.items():
            total = result.stages[name]
            total.pages, total.documents = stage.pages, stage.documents
            total.seconds.append(sum(stage.seconds))
    return result


def _once(case: Case, document: Document, stages: dict[str, Stage]) -> None:
    """Takes one document through reading, structure and every extractor, and notes how long each took."""
    took, (parsed, assembled) = _timed(partial(_opened, case))
    pages = _pages(parsed, len(assembled.text))
    stages[f"read {case.format}"].note(pages, took)
    divided = partial(passages, document.document_id, assembled, document.document_type)
    stages["structure"].note(pages, _timed(divided)[0])
    if document.language in ("en", None):
        for kind in extractors():
            stages[f"extract {kind.name}"].note(pages, _timed(_search(document, (kind,)))[0])
        stages["extract, all together"].note(pages, _timed(_search(document, extractors()))[0])


def _opened(case: Case) -> tuple[Parsed, Assembled]:
    parsed = read(case.data, url=f"file:///{case.name}", limits=LIMITS)
    return parsed, assemble(parsed.blocks, parsed.page_count)


def _search(document: Document, kinds: Sequence[type[Extractor]]) -> Callable[[], list[int]]:
    """Searches a document that nothing has been noticed in yet."""

    def search() -> list[int]:
        reading = Reading(document)
        return [len(run(kind, reading)) for kind in kinds]

    return search


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result


def _pages(parsed: Parsed, characters: int) -> float:
    return float(min(parsed.page_count, LIMITS.max_pages)) if parsed.page_count else characters / PAGE


def _document(case: Case) -> Document:
    """The whole document as the pipeline makes it; not measured."""
    sha = sha256_hex(case.data)
    capture = Capture(
        capture_id="bench",
        source_id=None,
        url=f"file:///{case.name}",
        final_url=None,
        fetched_at=datetime(2026, 1, 1, tzinfo=UTC),
        http_status=None,
        media_type=None,
        byte_count=len(case.data),
        content_sha256=sha,
        etag=None,
        last_modified=None,
        warc_file=None,
        warc_offset=None,
        outcome="new",
        error=None,
    )
    return parse(case.data, capture, identity=document_id(sha), limits=LIMITS)[0]


def _ratio(data: bytes, *, ours_first: bool) -> float:
    """How many times as fast as pdfplumber's plain `extract_text` we read the same pages, one right after the other."""
    took = {}
    for reader in (_read, _plumbed) if ours_first else (_plumbed, _read):
        took[reader] = _timed(partial(reader, data))[0]
    return took[_plumbed] / took[_read]


def _read(data: bytes) -> object:
    return read(data, url="file:///document.pdf", limits=LIMITS)


def _plumbed(data: bytes) -> object:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [page.extract_text() for page in pdf.pages[: LIMITS.max_pages]]


def machine() -> str:
    """The machine and what runs on it, in one line."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("pypdfium2", "pdfplumber", "trafilatura"))
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{_processor()}, {os.cpu_count()} cores{load}; {platform.system()}, "
        f"Python {platform.python_version()}, {libraries}"
    )


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or platform.machine()
    found = re.search(r"^model name\s*:\s*(.+)$", told, re.MULTILINE)
    return found.group(1) if found else platform.machine()


def report(bench: Bench) -> str:
    """The table: pages a second of each stage, from the median of its repeats."""
    return "\n".join(_lines(bench))


def _lines(bench: Bench) -> Iterator[str]:
    repeats = max(len(stage.seconds) for stage in bench.stages.values())
    yield f"{'stage':34}{'documents':>10}{'pages':>8}{'seconds':>10}{'pages/s':>10}{'slowest':>10}{'fastest':>10}"
    for name in sorted(bench.stages, key=_order):
        stage = bench.stages[name]
        middle = statistics.median(stage.seconds)
        speeds = [stage.pages / seconds for seconds in (middle, max(stage.seconds), min(stage.seconds))]
        told = "".join(f"{speed:10,.0f}" if speed >= 10 else f"{speed:10.1f}" for speed in speeds)
        yield f"{name:34}{stage.documents:10}{stage.pages:8.0f}{middle:10.3f}{told}"
    yield f"\nmedian of {repeats} repeats, one process; an extractor alone also does the reading it shares with others"
    if bench.ratios:
        yield (
            f"PDF: {statistics.median(bench.ratios):.2f} times as fast as pdfplumber's plain extract_text on the same "
            f"pages (median of {len(bench.ratios)} pairs, {min(bench.ratios):.2f} to {max(bench.ratios):.2f})"
        )


def _order(name: str) -> tuple[int, str]:
    """Reading, structure, extractors, then all extractors together."""
    opening = ("read ", "structure", "extract ", "extract,")
    return next(place for place, begin in enumerate(opening) if name.startswith(begin)), name


if __name__ == "__main__":
    sys.exit(main())
