"""The Prefect flows. `ingest` and `refresh` are the only ways through the house.

discover → fetch → parse → extract → resolve → load → check → publish. A task is a source, or a batch of documents that
processes share. A run goes on without Prefect where its API goes away (`flows.told`).
"""

from __future__ import annotations

import urllib.parse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from prefect import State, flow
from prefect.artifacts import create_markdown_artifact
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from prefect.states import Completed, Failed

from extractors.base import extractors
from extractors.parse import parser_version
from flows import capture
from flows.api import was_ours
from flows.catalogue import UnknownSourceError
from flows.lock import locked
from flows.progress import Reporter
from flows.publish import CheckError, Published, publish
from flows.report import NOT_PUBLISHED, OK, WITH_FAILURES, Report, as_markdown, deliver, told_of_crashes
from flows.resume import restore, resume
from flows.settings import Settings
from flows.settings import settings as from_environment
from flows.told import Teller
from flows.work import Work
from sources.archive import UnwritableError
from sources.catalogue import load as load_catalogue
from sources.http import Fetcher
from sources.recovery import warc_files

T = TypeVar("T")


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


@flow(name="ingest", validate_parameters=False, persist_result=False)
def ingest(
    paths: list[str],
    settings: Settings,
    declared_type: str | None = None,
    reporter: Reporter | None = None,
    *,
    from_archive: bool = False,
) -> Report | State[Report]:
    """Files, folders and addresses through the whole pipeline; with `from_archive`, all that was ever captured, too.

    Raises `flows.lock.BusyError` where another run holds the data folder.
    """
    local = [path for path in paths if "://" not in path or path.startswith("file://")]
    remote = [path for path in paths if path not in local]
    reporter, teller = reporter or Reporter(), Teller()
    with told_of_crashes("ingest", reporter), locked(settings.data), Work("ingest", settings, reporter) as work:
        resume(work)
        if from_archive:
            teller.do("look through the archive", partial(_read_archive, work))
        if local:
            files = [Path(_path(path)) for path in local]
            teller.do("look at files", partial(capture.capture_files, work, files, declared_type))
        if remote:
            teller.do("fetch addresses", partial(capture.capture_urls, work, remote, declared_type))
        return _through(work, teller, everything=from_archive)


@flow(name="refresh", validate_parameters=False, persist_result=False)
def refresh(
    source_ids: list[str] | None = None,
    settings: Settings | None = None,
    catalogue: Path | str | None = None,
    reporter: Reporter | None = None,
) -> Report | State[Report]:
    """What is new at the sources, all or the named ones, through the whole pipeline. Sources are read side by side.

    Without `settings` those of the environment hold, as in a deployment. Raises `flows.lock.BusyError` where another
    run holds the data folder, UnknownSourceError for an unknown id.
    """
    settings, reporter, teller = settings or from_environment(), reporter or Reporter(), Teller()
    known, problems = load_catalogue(Path(catalogue) if catalogue else None)
    unknown = set(source_ids or ()) - {source.source_id for source in known}
    if unknown:
        raise UnknownSourceError(f"no source is named {', '.join(sorted(unknown))}; see `steward sources list`")
    with told_of_crashes("refresh", reporter), locked(settings.data), Work("refresh", settings, reporter) as work:
        for problem in problems:
            work.note("discover", "catalogue", "error", str(problem))
        work.sources = {source.source_id: source for source in known}
        work.store.add_rows("sources", known)
        resume(work)
        work.asked = [source.source_id for source in known if not source_ids or source.source_id in source_ids]
        with capture.fetcher(settings, work.archive) as fetching:
            teller.do_all("read source", {name: partial(_read_source, work, name, fetching) for name in work.asked})
        if work.halt is not None:
            raise work.halt
        work.save_issues()
        return _through(work, teller)


def _path(text: str) -> str:
    return urllib.parse.unquote(text.removeprefix("file://")) if text.startswith("file://") else text


def _read_archive(work: Work) -> None:
    """Puts into the store what only the archive knows of."""
    count = restore(work, warc_files(work.settings.archive))
    work.held, work.earlier = work.store.archived(), work.store.last_captures()
    work.reporter.say(f"{count} captures were found in the archive and not in the store")


def _read_source(work: Work, source_id: str, fetching: Fetcher) -> None:
    """Asks one source what is new and fetches it; whatever goes wrong concerns this source alone."""
    try:
        capture.capture_source(work, fetching, work.sources[source_id])
    except UnwritableError as error:
        work.halt = error
    except Exception as error:
        message = f"{source_id} could not be read: {type(error).__name__}: {error}"
        work.note("discover", "source_failed", "error", message, source=source_id)


def _through(work: Work, teller: Teller, *, everything: bool = False) -> Report | State[Report]:
    """From captures to a published snapshot: what every flow ends with. `everything` is read again, if asked for."""
    for batch in _batches(work.to_parse(everything=everything), work.settings.batch):
        teller.do("read documents", partial(work.parse, batch))
    for waiting in _batches(list(work.to_extract().items()), work.settings.batch):
        teller.do("find facts", partial(work.extract, dict(waiting)))
    troubled = work.troubled["warning"] + work.troubled["error"] + work.standing_issues()
    exit_code = WITH_FAILURES if troubled else OK
    failure = None
    published = Published(None, is_new=False)
    sources = work.tally.rows(work.run_id, work.asked)
    work.store.add_rows("source_runs", sources)
    try:
        published = teller.do("build, check, publish", partial(publish, work, exit_code))
    except Exception as error:  # whatever it is: the old warehouse stays, and the run says why
        exit_code, failure = NOT_PUBLISHED, str(error) if isinstance(error, CheckError | OSError) else repr(error)
        work.note("publish", "not_published", "error", f"nothing was published: {failure}")
    run = work.finished(exit_code, published.snapshot_id)
    report = Report(run, exit_code, published.snapshot_id, published.is_new, failure, tuple(sources))
    if not was_ours():
        teller.tell("the report", partial(_artifact, report))
    report = replace(report, untold=teller.lost)
    for trouble in (report.untold, deliver(report, work.settings.data)):
        if trouble:
            work.note("report", "untold", "info", trouble)
            work.reporter.say(f"warning: {trouble}")
    work.save_issues()
    work.store.add_run(run)
    if exit_code != NOT_PUBLISHED:
        work.store.compact()
    work.reporter.report = report
    return _as_state(report)


def _artifact(report: Report) -> None:
    create_markdown_artifact(as_markdown(report), key="steward-refresh", description="How the run went, by source")


def _as_state(report: Report) -> Report | State[Report]:
    """What Prefect shows of the run: a run that published nothing has failed, whatever its tasks did."""
    if report.exit_code == NOT_PUBLISHED:
        return Failed(message=f"Nothing was published: {report.failure}")
    if report.exit_code == WITH_FAILURES:
        what = f"{report.run.issues} issues; see the artifact steward-refresh, or steward status"
        return Completed(name="PublishedWithFailures", message=what, data=report)
    return report


def _batches(items: Sequence[T], size: int) -> Iterator[list[T]]:
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch
