"""One run of the pipeline: what it holds, what it noticed, and each stage as a plain method.

`flows.pipeline` calls the stages as Prefect tasks. What a stage makes is in the store before the next begins, so a
killed run loses no more than the batch in hand.
"""

from __future__ import annotations

import secrets
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

from extractors.base import extractors
from extractors.parse import parser_version, unread
from extractors.readers.blocks import Trouble
from flows.jobs import ExtractJob, ParseJob, extract_job, parse_job
from flows.pool import Lost, Pool
from flows.progress import Reporter
from flows.report import SourceTally
from flows.settings import Settings
from records.ids import copy_id, document_id, stable_id
from records.model import Capture, Document, Issue, Run, Source
from sources.archive import Archive, UnwritableError
from warehouse.store import Extraction, Known, Store

_KEEP_EVERY = 200  # captures


class Work:
    """The state of one run. Use as a context manager: the worker processes and the archive end with it."""

    def __init__(self, kind: str, settings: Settings, reporter: Reporter) -> None:
        started = datetime.now(UTC)
        self.settings = settings
        self.reporter = reporter
        self.run_id = f"{started:%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"
        self.run = Run(self.run_id, kind, started, None, None, None, 0, 0, 0, 0, 0)
        self.store = Store(settings.store, self.run_id)
        self.archive = Archive(settings.archive, self.run_id)
        self.pool = Pool(settings.workers, settings.limits)
        self.known: dict[str, Known] = self.store.known()
        self.held: dict[str, tuple[str | None, int | None]] = self.store.archived()
        self.sources: dict[str, Source] = {}
        self.asked: list[str] = []
        """Sources that this run is to ask."""
        self.tally = SourceTally()
        self.earlier: Mapping[str, Capture] = {}
        """The last capture of each address that had content."""
        self.resumed: Mapping[str, Capture] = {}
        """What a killed run captured a short while ago, by address: it is not asked for again."""
        self.declared: dict[str, str | None] = {}
        self.troubled = Counter[str]()
        self.lock = threading.RLock()
        self.halt: UnwritableError | None = None
        """Why nothing more can be captured."""
        self._declared: dict[tuple[str, str], str] = {}
        self._kept: tuple[list[Capture], list[Capture]] = ([], [])
        self._scribe = ThreadPoolExecutor(1, "scribe")  # Arrow keeps memory for each thread that ever wrote
        self._issues: list[Issue] = []
        self._noted = 0

    def __enter__(self) -> Work:
        self.store.add_run(self.run)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: object) -> None:
        self.pool.__exit__(kind, error, None)
        with self._scribe:
            for last in (self.settle, self.archive.close, self.save_issues):
                try:
                    last()
                except OSError as failure:
                    if error is None:
                        raise
                    self.reporter.say(f"warning: {failure}")  # the error that ends the run is the one to be told

    # --- what is noticed

    def note(
        self,
        stage: str,
        code: str,
        severity: str,
        message: str,
        *,
        source: str | None = None,
        document: str | None = None,
    ) -> None:
        """Notes an issue; it reaches the store with `save_issues`."""
        with self.lock:
            self._noted += 1
            issue = stable_id("issue", self.run_id, str(self._noted))
            noted = Issue(issue, self.run_id, stage, source, document, code, severity, message)
            self._issues.append(noted)
            self.tally.issue(noted)
            self.troubled[severity] += 1
        if severity != "info":
            self.reporter.say(f"{severity}: {message}")

    def save_issues(self) -> None:
        """Puts the issues noted so far into the store."""
        with self.lock:
            issues, self._issues = self._issues, []
        self.store.add_issues(issues)

    def count(self, **more: int) -> None:
        """Adds to the run's counts."""
        with self.lock:
            self.run = replace(self.run, **{name: getattr(self.run, name) + value for name, value in more.items()})

    # --- what is captured

    def keep(
        self, capture: Capture, declared: str | None = None, *, is_document: bool = True, is_restored: bool = False
    ) -> None:
        """Takes a capture into this run; it reaches the store, in company, no later than with `settle`.

        Where the run is killed before, the next one finds it in the archive. `declared` is the type a user gave it;
        what was restored from the archive was made by another run.
        """
        with self.lock:
            if declared and capture.content_sha256:
                self._declared[capture.content_sha256, capture.url] = declared
            self._kept[is_document].append(capture)
            if is_document and not is_restored:
                self.tally.capture(capture)
            is_time = sum(map(len, self._kept)) >= _KEEP_EVERY
        if is_time:
            self.settle()

    def take_up(self, capture: Capture) -> None:
        """Counts a document that a killed run captured as seen by this one."""
        self.count(documents_seen=1)
        with self.lock:
            self.tally.capture(capture)

    def settle(self) -> None:
        """Puts what was captured so far into the store, after what it refers to is safely in the archive.

        Raises UnwritableError where the store takes no more; what was captured is in the archive then.
        """
        self._scribe.submit(self._write_down).result()

    def _write_down(self) -> None:
        with self.lock:
            kept, self._kept = self._kept, ([], [])
        try:
            self.archive.sync()
            for is_document, captures in enumerate(kept):
                self.store.add_captures(captures, are_documents=bool(is_document))
        except OSError as error:
            raise UnwritableError(f"{self.settings.store} cannot be written to: {error}") from error

    def is_known(self, content_sha256: str, url: str) -> bool:
        """Whether this content was read as a document of this address."""
        return any(
            key in self.known and self.known[key].url == url
            for key in (document_id(content_sha256), copy_id(content_sha256, url))
        )

    def _identified(self, captures: Iterable[Capture]) -> dict[str, Capture]:
        """Captures of content never read, by the id each gets as a document.

        The address where a content was found first gives the document its plain id; the same content at another
        address is a document of its own, a duplicate. Found in one night, the address that sorts first counts: which
        server was the quickest is chance.
        """
        named: dict[str, Capture] = {}
        for capture in sorted(captures, key=lambda c: (c.url, c.content_sha256 or "")):
            sha256 = capture.content_sha256 or ""
            plain = document_id(sha256)
            is_taken = plain in self.known or plain in named
            named[copy_id(sha256, capture.url) if is_taken else plain] = capture
        return named

    # --- parse

    def to_parse(self, *, everything: bool = False) -> list[tuple[str, Capture]]:
        """Documents to read: content never read, read by another parser version, or now declared another type.

        Content that a killed run captured and did not read is among them, wherever it came from. With `everything`,
        all documents are.
        """
        self.settle()
        fresh = self._identified(self.store.waiting())
        self.count(documents_new=len(fresh))
        self.declared = {key: known.declared_type for key, known in self.known.items()}
        if self._declared:
            places = [(k.content_sha256, k.url, key) for key, k in self.known.items()]
            places += [(c.content_sha256 or "", c.url, key) for key, c in fresh.items()]
            said = {key: self._declared.get((sha256, url)) for sha256, url, key in places}
            self.declared |= {key: kind for key, kind in said.items() if kind}
        version = parser_version()
        stale = [
            known
            for key, known in self.known.items()
            if everything or known.parser_version != version or self.declared.get(key) != known.declared_type
        ]
        return [
            *((key, self._with_archive(capture)) for key, capture in fresh.items()),
            *sorted(self.store.captured(stale).items()),
        ]

    def _with_archive(self, capture: Capture) -> Capture:
        """The capture with the place in the archive that holds its content, perhaps another capture's."""
        if capture.warc_file is not None:
            return capture
        file, offset = self.held.get(capture.content_sha256 or "", (None, None))
        return replace(capture, warc_file=file, warc_offset=offset)

    def parse(self, captures: Sequence[tuple[str, Capture]]) -> None:
        """Reads captures and stores the documents."""
        limits = self.settings.limits
        documents = [self._too_large(key, capture) for key, capture in captures if capture.warc_file is None]
        jobs = [
            ParseJob(key, c, self.settings.archive, self._source(c), self.declared.get(key), limits)
            for key, c in captures
            if c.warc_file is not None
        ]
        results = self.pool.map(parse_job, jobs)
        for job, result in self.reporter.track(results, "reading documents", len(jobs)):
            if isinstance(result, Lost):
                trouble = Trouble(result.code, f"{job.capture.url} {result.what}", "error")
                documents.append(unread(job.capture, "failed", self._source(job.capture), job.document_id))
                self._note_trouble(job.document_id, job.capture, trouble)
            else:
                document, troubles = result
                documents.append(document)
                for trouble in troubles:
                    self._note_trouble(job.document_id, job.capture, trouble)
        self.known |= self.store.add_documents(documents, parser_version(), self.declared)
        self.save_issues()
        self.count(documents_parsed=len(documents))

    def _source(self, capture: Capture) -> Source | None:
        return self.sources.get(capture.source_id or "")

    def _too_large(self, key: str, capture: Capture) -> Document:
        limit = self.settings.limits.max_bytes
        message = f"{capture.url} has {capture.byte_count} bytes; more than {limit} are not read (STEWARD_MAX_BYTES)"
        self._note_trouble(key, capture, Trouble("too_large", message, "error"))
        return unread(capture, "failed", self._source(capture), key)

    def _note_trouble(self, key: str, capture: Capture, trouble: Trouble) -> None:
        message = trouble.message if capture.url in trouble.message else f"{capture.url}: {trouble.message}"
        self.note("parse", trouble.code, trouble.severity, message, source=capture.source_id, document=key)

    # --- extract

    def to_extract(self) -> dict[str, tuple[str, ...]]:
        """Documents to search, by id, with the extractors that have not searched this reading of them."""
        done = self.store.extracted()
        kinds = [(kind.name, kind.full_version()) for kind in extractors()]
        waiting = {
            known.document_id: tuple(name for name, version in kinds if (known.parse_id, name, version) not in done)
            for known in self.known.values()
            if known.status == "parsed"
        }
        return {key: names for key, names in sorted(waiting.items()) if names}

    def extract(self, waiting: Mapping[str, tuple[str, ...]]) -> None:
        """Searches documents and stores what is found."""
        versions = {kind.name: kind.full_version() for kind in extractors()}
        jobs = [
            ExtractJob(document, waiting[document.document_id] if document.language in ("en", None) else ())
            for document in self.store.documents(list(waiting))
        ]
        made: list[Extraction] = []
        for job, result in self.reporter.track(self.pool.map(extract_job, jobs), "finding facts", len(jobs)):
            document = job.document
            known = self.known[document.document_id].parse_id
            if isinstance(result, Lost):
                message = f"{document.url} {result.what}; no facts were taken from it"
                self.note("extract", result.code, "error", message, document=document.document_id)
                continue
            for found in result:
                if found.trouble is None:
                    version = versions[found.extractor]
                    made.append(Extraction(known, document.document_id, found.extractor, version, found.facts))
                else:
                    code, severity = found.trouble.code, found.trouble.severity
                    message = f"{document.url}: {found.trouble.message}"
                    self.note("extract", code, severity, message, document=document.document_id)
        self.store.add_extractions([*made, *self._unsearched(jobs, versions, waiting)])
        self.save_issues()
        self.count(documents_extracted=len(jobs))

    def _unsearched(
        self, jobs: Iterable[ExtractJob], versions: Mapping[str, str], waiting: Mapping[str, tuple[str, ...]]
    ) -> Iterator[Extraction]:
        """Ledger rows of documents in other languages: looked at, nothing taken."""
        for job in jobs:
            if not job.extractors:
                key = job.document.document_id
                for name in waiting[key]:
                    yield Extraction(self.known[key].parse_id, key, name, versions[name], ())

    # --- the end

    def standing_issues(self) -> int:
        """How many issues documents seen in this run have from earlier runs: unchanged, they are still not right."""
        again = self.store.met_again() | {(c.content_sha256 or "", c.url) for c in self.resumed.values()}
        unchanged = [key for key, known in self.known.items() if (known.content_sha256, known.url) in again]
        earlier = self.store.issues_of(unchanged, before=self.run_id)
        return sum(1 for _, _, severity in earlier if severity != "info")

    def finished(self, exit_code: int, snapshot_id: str | None) -> Run:
        """The run's row as it ends."""
        bad = self.troubled["warning"] + self.troubled["error"]
        now = datetime.now(UTC)
        self.run = replace(self.run, finished_at=now, exit_code=exit_code, snapshot_id=snapshot_id, issues=bad)
        return self.run
