"""The Prefect flows. `ingest` and `refresh` are the only ways through the house.

discover → fetch → parse → extract → resolve → load → check → publish. Tasks run per source, or per batch of
documents, which processes share.
"""

from __future__ import annotations

import urllib.parse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.futures import wait
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

from extractors.base import extractors
from extractors.parse import parser_version
from flows import capture
from flows.catalogue import UnknownSourceError
from flows.lock import locked
from flows.progress import Reporter
from flows.publish import CheckError, Published, publish
from flows.resume import restore, resume
from flows.settings import Settings
from flows.work import Work
from records.model import Run
from sources.archive import UnwritableError
from sources.catalogue import load as load_catalogue
from sources.recovery import warc_files

T = TypeVar("T")
OK, NOT_PUBLISHED, WRONG_USAGE, WITH_FAILURES = 0, 1, 2, 3


@dataclass(frozen=True)
class Report:
    """How a run ended. `exit_code` as in `Run`; `is_new` says whether a snapshot was made."""

    run: Run
    exit_code: int
    snapshot_id: str | None
    is_new: bool
    failure: str | None = None


def prepare() -> None:
    """Loads what every run needs: the extractors and their versions. Done while Prefect's API comes up."""
    parser_version()
    for kind in extractors():
        kind.full_version()


@contextmanager
def without_heartbeat() -> Iterator[None]:
    """Flows without Prefect's heartbeat, which tells a lasting server of a crash and keeps ours a second longer."""
    with temporary_settings(updates={PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        yield


class Batch:
    """Things for one task, closed to Prefect, which would otherwise walk through every document."""

    def __init__(self, items: Sequence[Any]) -> None:
        self.items = items

    def __repr__(self) -> str:
        return f"{len(self.items)} items"


@task(name="look at files", cache_policy=NO_CACHE, persist_result=False)
def capture_files(work: Work, paths: Batch, declared_type: str | None) -> None:
    """Archives what is new under the paths."""
    capture.capture_files(work, [Path(path) for path in paths.items], declared_type)


@task(name="fetch addresses", cache_policy=NO_CACHE, persist_result=False)
def capture_urls(work: Work, urls: Batch, declared_type: str | None) -> None:
    """Fetches web addresses."""
    capture.capture_urls(work, urls.items, declared_type)


@task(name="look through the archive", cache_policy=NO_CACHE, persist_result=False)
def read_archive(work: Work) -> None:
    """Puts into the store what only the archive knows of."""
    count = restore(work, warc_files(work.settings.archive))
    work.held, work.earlier = work.store.archived(), work.store.last_captures()
    work.reporter.say(f"{count} captures were found in the archive and not in the store")


@task(name="read source", task_run_name="{source_id}", cache_policy=NO_CACHE, persist_result=False)
def read_source(work: Work, source_id: str, fetching: Batch) -> None:
    """Asks one source what is new and fetches it; whatever goes wrong concerns this source alone."""
    try:
        capture.capture_source(work, fetching.items[0], work.sources[source_id])
    except UnwritableError as error:
        work.halt = error
    except Exception as error:
        message = f"{source_id} could not be read: {type(error).__name__}: {error}"
        work.note("discover", "source_failed", "error", message, source=source_id)


@task(name="read documents", cache_policy=NO_CACHE, persist_result=False)
def parse(work: Work, captures: Batch) -> None:
    """Reads a batch of captures."""
    work.parse(captures.items)


@task(name="find facts", cache_policy=NO_CACHE, persist_result=False)
def extract(work: Work, documents: Batch) -> None:
    """Searches a batch of documents."""
    work.extract(dict(documents.items))


@task(name="build, check, publish", cache_policy=NO_CACHE, persist_result=False)
def load(work: Work, exit_code: int) -> Published:
    """Builds the warehouse, checks it, publishes a snapshot."""
    return publish(work, exit_code)


@flow(name="ingest", validate_parameters=False, persist_result=False)
def ingest(
    paths: list[str],
    settings: Settings,
    declared_type: str | None = None,
    reporter: Reporter | None = None,
    *,
    from_archive: bool = False,
) -> Report:
    """Files, folders and addresses through the whole pipeline; with `from_archive`, all that was ever captured, too.

    Raises `flows.lock.BusyError` where another run holds the data folder.
    """
    local = [path for path in paths if "://" not in path or path.startswith("file://")]
    remote = [path for path in paths if path not in local]
    with locked(settings.data), Work("ingest", settings, reporter or Reporter()) as work:
        resume(work)
        if from_archive:
            read_archive(work)
        if local:
            capture_files(work, Batch([_path(path) for path in local]), declared_type)
        if remote:
            capture_urls(work, Batch(remote), declared_type)
        return _through(work, everything=from_archive)


@flow(name="refresh", validate_parameters=False, persist_result=False)
def refresh(
    source_ids: list[str], settings: Settings, catalogue: Path | None = None, reporter: Reporter | None = None
) -> Report:
    """What is new at the sources, all or the named ones, through the whole pipeline. Sources are read side by side.

    Raises `flows.lock.BusyError` where another run holds the data folder, UnknownSourceError for an unknown id.
    """
    known, problems = load_catalogue(catalogue)
    unknown = set(source_ids) - {source.source_id for source in known}
    if unknown:
        raise UnknownSourceError(f"no source is named {', '.join(sorted(unknown))}; see `steward sources list`")
    with locked(settings.data), Work("refresh", settings, reporter or Reporter()) as work:
        for problem in problems:
            work.note("discover", "catalogue", "error", str(problem))
        work.sources = {source.source_id: source for source in known}
        work.store.add_rows("sources", known)
        resume(work)
        asked = [source.source_id for source in known if not source_ids or source.source_id in source_ids]
        with capture.fetcher(settings, work.archive) as fetching:
            wait([read_source.submit(work, source_id, Batch([fetching])) for source_id in asked])
        if work.halt is not None:
            raise work.halt
        work.save_issues()
        return _through(work)


def _path(text: str) -> str:
    return urllib.parse.unquote(text.removeprefix("file://")) if text.startswith("file://") else text


def _through(work: Work, *, everything: bool = False) -> Report:
    """From captures to a published snapshot: what every flow ends with. `everything` is read again, if asked for."""
    for batch in _batches(work.to_parse(everything=everything), work.settings.batch):
        parse(work, Batch(batch))
    for waiting in _batches(list(work.to_extract().items()), work.settings.batch):
        extract(work, Batch(waiting))
    troubled = work.troubled["warning"] + work.troubled["error"] + work.standing_issues()
    exit_code = WITH_FAILURES if troubled else OK
    failure = None
    published = Published(None, is_new=False)
    try:
        published = load(work, exit_code)
    except Exception as error:  # whatever it is: the old warehouse stays, and the run says why
        exit_code, failure = NOT_PUBLISHED, str(error) if isinstance(error, CheckError | OSError) else repr(error)
        work.note("publish", "not_published", "error", f"nothing was published: {failure}")
    run = work.finished(exit_code, published.snapshot_id)
    work.save_issues()
    work.store.add_run(run)
    work.store.compact()
    return Report(run, exit_code, published.snapshot_id, published.is_new, failure)


def _batches(items: Sequence[T], size: int) -> Iterator[list[T]]:
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch
