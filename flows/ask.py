"""Questions to the warehouse: opened read-only, answered as a table, CSV, JSON or Parquet."""

from __future__ import annotations

import json
import math
import sys
from contextlib import nullcontext
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
from rich.console import Console
from rich.table import Table

from flows.settings import Settings

FORMATS = ("table", "csv", "json", "parquet")
QUERIES = Path(__file__).resolve().parent.parent / "sql" / "queries"
_MOST_ROWS = 200


class AskError(ValueError):
    """A question that cannot be answered; the message says why and what to do."""


def open_warehouse(settings: Settings) -> duckdb.DuckDBPyConnection:
    """The warehouse, read-only, unable to touch files or the network. Raises AskError where there is none."""
    if not settings.warehouse.is_file():
        raise AskError(
            f"there is no warehouse under {settings.data}; run `steward ingest`, or name its folder with --data"
        )
    try:
        con = duckdb.connect(str(settings.warehouse), read_only=True)
    except duckdb.Error as error:
        raise AskError(f"{settings.warehouse} cannot be opened: {error}") from error
    con.execute("set timezone = 'UTC'; set enable_external_access = false; set lock_configuration = true")
    return con


def named(sql: str) -> str:
    """The SQL itself, or that of the file of this name in sql/queries."""
    path = QUERIES / f"{sql.strip().removesuffix('.sql')}.sql"
    return path.read_text(encoding="utf-8") if "/" not in sql and path.is_file() else sql


def ask(settings: Settings, sql: str, format: str, output: Path | None) -> None:
    """Runs `sql` and writes the answer to `output` or the terminal.

    Raises AskError for SQL that does not run, and for an answer that cannot be written there or in this format.
    """
    if format == "parquet" and output is None:
        raise AskError("Parquet is not for a terminal; name a file with --output")
    with open_warehouse(settings) as con:
        try:
            answered = con.execute(named(sql))
            answer = answered.to_arrow_table() if answered else None
        except duckdb.Error as error:
            raise AskError(f"the query does not run: {error}") from error
    if answer is None:
        raise AskError('there is no query; see the names in sql/queries, or try "from clauses limit 5"')
    try:
        _written(answer, format, output)
    except OSError as error:
        raise AskError(f"{output} cannot be written: {error.strerror}") from error
    except pa.ArrowException as error:
        raise AskError(f"the answer cannot be written as {format}: {error}") from error


def _written(answer: pa.Table, format: str, output: Path | None) -> None:
    if format == "table":
        _table(answer, output)
    elif format == "json":
        lines = (json.dumps(row, default=_plain, ensure_ascii=False) for row in map(_finite, answer.to_pylist()))
        _write("[" + ",\n ".join(lines) + "]\n", output)
    elif format == "csv":
        _csv(answer, output)
    elif output is not None:
        pyarrow.parquet.write_table(answer, output, compression="zstd")


def _finite(row: dict[str, Any]) -> dict[str, Any]:
    """The row with null for what JSON has no number for."""
    return {name: None if isinstance(v, float) and not math.isfinite(v) else v for name, v in row.items()}


def _table(answer: pa.Table, output: Path | None) -> None:
    shown = Table(*answer.column_names, header_style="bold", show_lines=False)
    for row in answer.slice(0, _MOST_ROWS).to_pylist():
        shown.add_row(*(_cell(value) for value in row.values()))
    more = answer.num_rows - _MOST_ROWS
    with output.open("w", encoding="utf-8") if output else nullcontext(sys.stdout) as file:
        console = Console(file=file, width=None if file.isatty() else 200, highlight=False, markup=False)
        console.print(shown)
        console.print(f"{answer.num_rows} rows" + (f", the first {_MOST_ROWS} shown" if more > 0 else ""))


def _csv(answer: pa.Table, output: Path | None) -> None:
    """Lists become `a; b`, so that spreadsheets open the file."""
    columns = [
        pa.array([_cell(value) if value is not None else None for value in column.to_pylist()])
        if pa.types.is_nested(column.type)
        else column
        for column in answer.columns
    ]
    sink = pa.BufferOutputStream()
    pyarrow.csv.write_csv(pa.table(columns, names=answer.column_names), sink)
    _write(sink.getvalue().to_pybytes().decode(), output)


def _write(text: str, output: Path | None) -> None:
    if output:
        output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(str(item) for item in value)
    if isinstance(value, float):
        return f"{value:g}" if abs(value) < 1e6 else f"{value:,.0f}"
    return str(value)


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
