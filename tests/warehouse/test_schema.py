"""The schema: one declaration, the contract's columns, the same in Parquet, DuckDB and the dictionary."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.support import SHARED, needs_shared
from warehouse import schema
from warehouse.dictionary import dictionary

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("table", schema.tables().values(), ids=lambda table: table.name)
def test_tables_are_made_as_declared_and_commented(table: schema.Table) -> None:
    con = duckdb.connect()
    con.execute(table.ddl())
    made = con.execute(
        "select column_name, data_type, is_nullable, comment from duckdb_columns() where table_name = ? "
        "order by column_index",
        [table.name],
    ).fetchall()
    kinds = {"TIMESTAMPTZ": "TIMESTAMP WITH TIME ZONE"}
    assert made == [(f.name, kinds.get(f.type, f.type), f.nullable, f.doc) for f in table.fields]
    told = con.execute("select comment from duckdb_tables() where table_name = ?", [table.name]).fetchone()
    assert told == (table.doc,)
    assert table.arrow().names == list(table.names())


def test_every_fact_opens_with_its_evidence() -> None:
    for table in schema.fact_tables():
        assert table.names()[:9] == (
            "fact_id",
            "document_id",
            "char_start",
            "char_end",
            "page",
            "quote",
            "confidence",
            "extractor",
            "extractor_version",
        )


@needs_shared
def test_every_column_of_the_contract_is_there() -> None:
    """`dataset.md` lists columns in back quotes after a table's name in bold."""
    text = (SHARED / "dataset.md").read_text(encoding="utf-8").split("## Tables")[1].split("## Topics")[0]
    for block in text.split("\n\n"):
        if not block.startswith("**") or "`" not in block:
            continue
        name = block.split("**")[1]
        if name not in schema.tables():
            continue
        listed = block.split("`")[1].replace("\n", " ").split(",")
        wanted = {column.strip().split(" ")[0]: column.strip().split(" ")[1:] for column in listed}
        have = {field.name: field.type for field in schema.tables()[name].fields}
        assert not set(wanted) - set(have), name
        for column, kind in wanted.items():
            if kind:
                assert have[column] == kind[0], f"{name}.{column}"


def test_the_published_dictionary_is_fresh() -> None:
    published = (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert published == dictionary(), "the schema changed: run `make dictionary`"
