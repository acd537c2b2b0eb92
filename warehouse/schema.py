"""The one declaration of the dataset, derived from the record classes: Parquet schema, DuckDB tables, comments.

Nothing else names a column type. A column added to a record class appears in Parquet, DuckDB, the snapshot and the
data dictionary without another edit.
"""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from records import codes, facts, model
from records.columns import Column

_DUCKDB = {
    str: "VARCHAR",
    int: "INTEGER",
    float: "DOUBLE",
    bool: "BOOLEAN",
    date: "DATE",
    datetime: "TIMESTAMPTZ",
    tuple[str, ...]: "VARCHAR[]",
}
_ARROW = {
    "VARCHAR": pa.string(),
    "INTEGER": pa.int32(),
    "BIGINT": pa.int64(),
    "DOUBLE": pa.float64(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "TIMESTAMPTZ": pa.timestamp("us", tz="UTC"),
    "VARCHAR[]": pa.list_(pa.string()),
}


@dataclass(frozen=True)
class Field:
    """One column: its DuckDB type, whether it may be NULL, what it means, and its codes where the set is closed."""

    name: str
    type: str
    nullable: bool
    doc: str
    codes: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Table:
    """One table: `is_fact` where each row stands on a span; `record` is the class it comes from."""

    name: str
    doc: str
    fields: tuple[Field, ...]
    key: str
    is_fact: bool
    record: type

    def names(self) -> tuple[str, ...]:
        """Column names in order."""
        return tuple(field.name for field in self.fields)

    def arrow(self, extra: Mapping[str, pa.DataType] | None = None) -> pa.Schema:
        """The Parquet schema; `extra` columns (the store's own) come last."""
        columns = [pa.field(field.name, _ARROW[field.type], metadata={"doc": field.doc}) for field in self.fields]
        columns += [pa.field(name, kind) for name, kind in (extra or {}).items()]
        return pa.schema(columns)

    def ddl(self) -> str:
        """The CREATE TABLE and COMMENT statements."""
        columns = ",\n  ".join(f"{f.name} {f.type}{'' if f.nullable else ' NOT NULL'}" for f in self.fields)
        lines = [f"CREATE TABLE {self.name} (\n  {columns}\n)", f"COMMENT ON TABLE {self.name} IS {_literal(self.doc)}"]
        lines += [f"COMMENT ON COLUMN {self.name}.{f.name} IS {_literal(f.doc)}" for f in self.fields]
        return ";\n".join(lines) + ";"


EVIDENCE = (
    Field("fact_id", "VARCHAR", False, "stable: the same fact in the same content has the same id in every run"),
    Field("document_id", "VARCHAR", False, "the document that says so"),
    Field("char_start", "INTEGER", False, "start of the quote in `documents.text`, in Unicode code points"),
    Field("char_end", "INTEGER", False, "end of the quote, exclusive"),
    Field("page", "INTEGER", True, "1-based page the quote starts on; NULL where the format has no pages"),
    Field("quote", "VARCHAR", False, "exactly `text[char_start:char_end]`"),
    Field("confidence", "DOUBLE", False, "0 to 1: share of such rows that are right"),
    Field("extractor", "VARCHAR", False, "what found it"),
    Field("extractor_version", "VARCHAR", False, "version of what found it, with a fingerprint of its code and data"),
)
_KEYS = {
    "documents": "document_id",
    "captures": "capture_id",
    "passages": "passage_id",
    "organizations": "organization_id",
    "issues": "issue_id",
    "runs": "run_id",
    "sources": "source_id",
    "agreement_links": "agreement_id",
}
_ROWS = (
    model.Document, model.Capture, model.Passage, model.Organization, *facts.FACT_TYPES,
    model.AgreementLink, model.ClauseComparison, model.Change, model.Issue,
    model.Run, model.Source, model.SourceRun, model.Quality,
)  # fmt: skip


@cache
def tables() -> dict[str, Table]:
    """Every table of the dataset by name, in the order of the documentation."""
    return {table.name: table for table in map(_table, _ROWS)}


def fact_tables() -> tuple[Table, ...]:
    """The tables whose rows stand on a span."""
    return tuple(table for table in tables().values() if table.is_fact)


def columns_of(record: type) -> tuple[Field, ...]:
    """The columns a record class declares, in order."""
    hints = get_type_hints(record, include_extras=True)
    found = []
    for field in fields(record):
        hint = hints[field.name]
        column = next((m for m in getattr(hint, "__metadata__", ()) if isinstance(m, Column)), None)
        if column is None:
            continue
        kind, nullable = _plain(get_args(hint)[0])
        found.append(
            Field(field.name, column.type or _DUCKDB[kind], nullable or column.withheld, column.doc, column.codes)
        )
    return tuple(found)


def arrow_rows(table: Table, rows: Iterable[Any]) -> pa.Table:
    """Records as an Arrow table (facts: only the columns the extractor filled, see `fact_row` for the evidence)."""
    materialized = list(rows)
    return pa.table(
        {f.name: _column([getattr(row, f.name) for row in materialized], f.type) for f in table.fields},
        schema=table.arrow(),
    )


def column(values: list[Any], kind: str) -> pa.Array:
    """Values as an Arrow array of a DuckDB type."""
    return _column(values, kind)


def _column(values: list[Any], kind: str) -> pa.Array:
    return pa.array(values, type=_ARROW[kind], from_pandas=False)


def _table(record: type) -> Table:
    is_fact = issubclass(record, facts.Fact)
    own = columns_of(record)
    name: str = vars(record)["table"]
    return Table(
        name=name,
        doc=" ".join((record.__doc__ or "").split("\n\n")[0].split()),
        fields=(*EVIDENCE, *own) if is_fact else own,
        key="fact_id" if is_fact else _KEYS.get(name, ""),
        is_fact=is_fact,
        record=record,
    )


def _plain(hint: Any) -> tuple[Any, bool]:
    """The type without None, and whether None was in it."""
    if get_origin(hint) in (Union, types.UnionType):
        inner = [arg for arg in get_args(hint) if arg is not type(None)]
        return inner[0], len(inner) < len(get_args(hint))
    return hint, False


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def code_checks() -> tuple[tuple[str, Field], ...]:
    """Every (table, column) with a closed set of codes."""
    return tuple((t.name, f) for t in tables().values() for f in t.fields if f.codes is not None)


UNITS = frozenset(codes.UNITS)
