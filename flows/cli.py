"""The `steward` command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from flows.api import ApiError, leave
from flows.ask import FORMATS, AskError
from flows.ask import ask as asked
from flows.catalogue import UnknownSourceError, checked, listed
from flows.evaluate import evaluate as measured
from flows.lock import BusyError
from flows.progress import Reporter
from flows.report import NOT_PUBLISHED, WRONG_USAGE
from flows.running import run
from flows.settings import SettingError, Settings, age, settings
from flows.show import show as shown
from flows.show import show_against
from flows.status import ended, freshness
from flows.status import status as told
from records.codes import DOCUMENT_TYPES

app = typer.Typer(
    name="steward",
    help="""Reads what is said and signed about AI and labor into a dataset in which every fact shows its sentence.

\b
Begin with a folder of documents:  steward ingest my-documents/
Then ask:                          steward query "from clauses limit 5"
Or read one document's facts:      steward show my-documents/contract.pdf

Everything lies under one folder, --data (or STEWARD_DATA, else ./data): warehouse.duckdb, snapshots/, archive/.""",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
sources_app = typer.Typer(help="The sources that refresh reads.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(sources_app, name="sources")

Data = Annotated[Path | None, typer.Option("--data", help="Folder to work under. Default: STEWARD_DATA, else ./data.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing while working.")]
SourceIds = Annotated[list[str] | None, typer.Argument(metavar="[SOURCE_ID]...", help="Sources to read. Default: all.")]
Kind = Annotated[
    str | None, typer.Option("--type", help=f"What these documents are, if you know: {', '.join(DOCUMENT_TYPES)}.")
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="File to write instead of the terminal.")]
Catalogue = Annotated[
    Path | None, typer.Option("--catalogue", help="Folder of source files (*.yaml). Default: the one that comes along.")
]


@app.command()
def ingest(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH_OR_URL]...", help="Files, folders or web addresses.")
    ] = None,
    data: Data = None,
    kind: Kind = None,
    from_archive: Annotated[
        bool,
        typer.Option("--from-archive", help="Read again all that was ever captured, without the network."),
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Reads documents, finds their facts, and publishes the result.

    Reads HTML, PDF, DOCX, Markdown, plain text, RSS and Atom. What was read before is not read again. Exit code: 0 all
    well, 1 nothing could be published, 2 wrong usage, 3 published, but some documents could not be read well.
    """
    if kind is not None and kind not in DOCUMENT_TYPES:
        _stop(f"--type is {kind!r}; it must be one of {', '.join(DOCUMENT_TYPES)}")
    given = list(paths or ())
    if not given and not from_archive:
        _stop("name the files, folders or web addresses to read, or --from-archive")
    _run(
        lambda pipeline, known, reporter: pipeline.ingest(given, known, kind, reporter, from_archive=from_archive),
        data,
        quiet,
    )


@app.command()
def refresh(
    source_ids: SourceIds = None,
    catalogue: Catalogue = None,
    data: Data = None,
    quiet: Quiet = False,
) -> None:
    """Reads what is new at the sources of the catalogue, and publishes the result.

    A source that fails leaves the others whole. Exit code as for ingest; 3 also where a source failed.
    """
    _run(
        lambda pipeline, known, reporter: pipeline.refresh(list(source_ids or ()), known, catalogue, reporter),
        data,
        quiet,
    )


@app.command()
def query(
    sql: Annotated[str, typer.Argument(help="SQL, or the name of a file in sql/queries, e.g. training-rights.")],
    data: Data = None,
    format: Annotated[str, typer.Option("--format", help="table, csv, json or parquet (needs --output).")] = "table",
    output: Output = None,
) -> None:
    """Asks the warehouse, which is opened read-only.

    Try:  steward query "select topic, demands, clauses, laws from topic_across_instruments"
    """

    if format not in FORMATS:
        _stop(f"--format is {format!r}; it must be one of {', '.join(FORMATS)}")
    try:
        asked(_settings(data), sql, format, output)
    except AskError as error:
        _stop(str(error))


@app.command()
def show(
    document: Annotated[str, typer.Argument(help="A document's id, address, path, file name or part of its title.")],
    against: Annotated[
        str | None, typer.Option("--against", help="Another agreement: shows how the technology clauses differ.")
    ] = None,
    data: Data = None,
) -> None:
    """Shows one document's facts beside the sentences they stand on.

    With --against, an agreement's clauses on technology against those of its predecessor or any other agreement: same,
    changed (word by word), added, dropped.
    """
    console = Console(soft_wrap=True, highlight=False)
    try:
        if against is None:
            shown(_settings(data), document, console)
        else:
            show_against(_settings(data), document, against, console)
    except AskError as error:
        _stop(str(error))


@app.command()
def status(
    data: Data = None,
    max_age: Annotated[
        str | None,
        typer.Option("--max-age", help="For a watchdog: ends with 1 if no refresh has published within it, e.g. 36h."),
    ] = None,
) -> None:
    """Shows the last runs, the sources, the issues, and how fresh everything is."""
    known = _settings(data)
    if max_age is None:
        told(known, Console(soft_wrap=True, highlight=False))
        return
    try:
        old = freshness(known, age(max_age))
    except SettingError as error:
        _stop(f"--max-age is {error}")
        raise
    if old:
        _stop(old, NOT_PUBLISHED)


@app.command()
def evaluate(
    gold_dir: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of *.gold.json files.")],
    data: Data = None,
    misses: Annotated[str, typer.Option("--misses", help="Table whose missed and wrong facts are listed.")] = "",
) -> None:
    """Measures the warehouse against gold facts: precision, recall and F1 per table, attributes on the right facts.

    The measurement is kept, and is in the table `quality` from the next run on.
    """

    try:
        measured(_settings(data), gold_dir, misses, Console(soft_wrap=True, highlight=False))
    except AskError as error:
        _stop(str(error))
    except BusyError as error:
        _stop(f"the measurement was not kept: {error}", NOT_PUBLISHED)


@sources_app.command("list")
def sources_list(catalogue: Catalogue = None) -> None:
    """Lists the sources of the catalogue."""
    raise typer.Exit(listed(catalogue, Console(soft_wrap=True, highlight=False)))


@sources_app.command("check")
def sources_check(
    source_id: Annotated[str | None, typer.Argument(help="Source to try live. Default: check the files only.")] = None,
    catalogue: Catalogue = None,
) -> None:
    """Checks the catalogue's files; with a source's id, asks that source and says what it would bring."""
    raise typer.Exit(checked(catalogue, source_id, Console(soft_wrap=True, highlight=False)))


def _run(flow: Callable[[Any, Settings, Reporter], object], data: Path | None, quiet: bool) -> None:
    """Runs a flow, says how it ended, and leaves with its exit code."""
    known = _settings(data)
    try:
        report = run(lambda pipeline, reporter: flow(pipeline, known, reporter), Reporter(quiet))
    except BusyError as error:
        _stop(str(error), NOT_PUBLISHED)
        raise
    except UnknownSourceError as error:
        _stop(str(error))
        raise
    except Exception as error:
        if os.environ.get("STEWARD_DEBUG"):
            raise
        what = str(error) if isinstance(error, OSError | ApiError) else f"{type(error).__name__}: {error}"
        _stop(f"the run stopped: {what}. What was published before is untouched.", NOT_PUBLISHED)
        raise
    if not quiet:
        ended(known, report, Console(soft_wrap=True, highlight=False))
    if report.untold:  # Prefect would try for minutes to send what it still holds
        leave(report.exit_code)
    raise typer.Exit(report.exit_code)


def _settings(data: Path | None) -> Settings:
    try:
        return settings(data)
    except SettingError as error:
        _stop(str(error))
        raise


def _stop(message: str, code: int = WRONG_USAGE) -> None:
    print(f"steward: {message}", file=sys.stderr)
    raise typer.Exit(code)
