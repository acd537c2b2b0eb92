"""The store: what has been captured, read and found so far, as Parquet parts that are only ever added.

    store/<kind>/<sequence>-<run>.parquet

A part is written beside and renamed into place, so a killed run leaves whole parts or none. Later parts win over
earlier ones for the same document; nothing is rewritten, so what a run did stays to be seen. Kinds are the tables of
the dataset and `extractions`, the ledger of which extractor has searched which reading of which document.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from records.facts import Fact
from records.ids import stable_id
from records.model import Capture, Document, Issue, Passage, Run
from warehouse import schema
from warehouse.duplicates import signature

EXTRACTIONS = "extractions"
RECORDS = {
    "captures": "capture_id",
    "runs": "run_id",
    "source_runs": "run_id, source_id",
    "sources": "source_id",
    "issues": "issue_id",
    "quality": "gold_set, table_name, measure",
}
"""Tables that tell of runs and sources, not of the world, with what their rows are told apart by."""
MOST_PARTS = 100
"""Parts of such a table, beyond which they are put together."""
_DOCUMENT_EXTRA = {
    "page_starts": pa.list_(pa.int32()),
    "parser_version": pa.string(),
    "declared_type": pa.string(),
    "parse_id": pa.string(),
    "signature": pa.list_(pa.uint32()),
}
_RUN_OF_PART = "regexp_extract(parse_filename(filename), '^[0-9]+-(.*?)[.]parquet$', 1)"
_LEDGER = pa.schema(
    [(name, pa.string()) for name in ("extraction_id", "parse_id", "document_id", "extractor", "extractor_version")]
)


@dataclass(frozen=True)
class Extraction:
    """One extractor's work on one reading of one document. `parse_id` names the reading."""

    parse_id: str
    document_id: str
    extractor: str
    extractor_version: str
    facts: tuple[Fact, ...]

    @property
    def extraction_id(self) -> str:
        """The same work has the same id."""
        return stable_id("ext", self.parse_id, self.extractor, self.extractor_version)


@dataclass(frozen=True)
class Known:
    """What is known of a document already read."""

    document_id: str
    content_sha256: str
    url: str
    parse_id: str
    parser_version: str
    declared_type: str | None
    status: str


def parse_id(document: Document, parser_version: str) -> str:
    """Names one reading of one document: the same text, type, date and structure have the same id."""
    structure = "|".join(f"{p.kind}:{p.number}:{p.heading}:{p.char_start}:{p.char_end}" for p in document.passages)
    told = (document.text_sha256, document.document_type, document.language, document.published_on, document.title)
    return stable_id("parse", document.document_id, repr(told), structure, parser_version)


class Store:
    """The parts under one folder. One run at a time writes, from any of its threads; it holds the folder's lock."""

    def __init__(self, folder: Path, run_id: str) -> None:
        self.folder = folder
        self.run_id = run_id
        self._lock = threading.Lock()
        self._sequence = max((int(p.name.split("-")[0]) for p in folder.glob("**/*.parquet")), default=0)

    def add_captures(self, captures: Sequence[Capture], *, are_documents: bool = True) -> None:
        """Records attempts to get something: documents, or the feeds and pages that lead to them."""
        table = schema.arrow_rows(schema.tables()["captures"], captures)
        self._add("captures", table.append_column("is_document", pa.array([are_documents] * len(captures), pa.bool_())))

    def add_issues(self, issues: Iterable[Issue]) -> None:
        """Records issues."""
        self._add("issues", schema.arrow_rows(schema.tables()["issues"], issues))

    def add_run(self, run: Run) -> None:
        """Records a run: once when it begins, once when it ends; the later row counts."""
        self._add("runs", schema.arrow_rows(schema.tables()["runs"], [run]))

    def add_rows(self, table: str, rows: Sequence[Any]) -> None:
        """Records rows of a table without evidence (sources, quality)."""
        self._add(table, schema.arrow_rows(schema.tables()[table], rows))

    def add_documents(
        self, documents: Sequence[Document], parser_version: str, declared: Mapping[str, str | None]
    ) -> dict[str, Known]:
        """Records readings of documents and their passages. Passages first: a document's row makes them count.

        `declared` holds the type a user gave by hand, by document id, so that a later reading keeps to it. Returns what
        is known of them now.
        """
        passages = schema.tables()["passages"]
        ids = {d.document_id: parse_id(d, parser_version) for d in documents}
        rows = [p for d in documents for p in d.passages]
        owners = pa.array([ids[p.document_id] for p in rows], pa.string())
        self._add("passages", schema.arrow_rows(passages, rows).append_column("parse_id", owners))
        table = schema.arrow_rows(schema.tables()["documents"], documents)
        extra: dict[str, list[Any]] = {
            "page_starts": [list(d.page_starts) for d in documents],
            "parser_version": [parser_version] * len(documents),
            "declared_type": [declared.get(d.document_id) for d in documents],
            "parse_id": [ids[d.document_id] for d in documents],
            "signature": [list(signature(d)) for d in documents],
        }
        for name, kind in _DOCUMENT_EXTRA.items():
            table = table.append_column(name, pa.array(extra[name], kind))
        self._add("documents", table)
        return {
            d.document_id: Known(
                d.document_id,
                d.content_sha256,
                d.url,
                ids[d.document_id],
                parser_version,
                declared.get(d.document_id),
                d.status,
            )
            for d in documents
        }

    def add_extractions(self, extractions: Sequence[Extraction]) -> None:
        """Records found facts, then the ledger rows that make them count."""
        for table in schema.fact_tables():
            rows = [(e, f) for e in extractions for f in e.facts if f.table == table.name]
            if rows:
                self._add(table.name, _fact_table(table, rows))
        ledger = [
            [getattr(e, name) for e in extractions]
            for name in ("extraction_id", "parse_id", "document_id", "extractor", "extractor_version")
        ]
        self._add(EXTRACTIONS, pa.table(ledger, schema=_LEDGER))

    def known(self) -> dict[str, Known]:
        """Documents already read, by id, as last read."""
        rows = self._query(
            "documents",
            "select document_id, content_sha256, url, parse_id, parser_version, declared_type, status from {parts} "
            "qualify row_number() over (partition by document_id order by filename desc) = 1",
        )
        return {row[0]: Known(*row) for row in rows}

    def extracted(self) -> set[tuple[str, str, str]]:
        """(parse_id, extractor, extractor_version) of all work done."""
        return set(self._query(EXTRACTIONS, "select distinct parse_id, extractor, extractor_version from {parts}"))

    def last_captures(self) -> dict[str, Capture]:
        """The last capture of each address that had content."""
        return {c.url: c for c in self._captures("content_sha256 is not null", "url", "filename desc, row desc")}

    def waiting(self) -> list[Capture]:
        """Captures of documents whose content was not read as a document of that address, the first of each."""
        where = "content_sha256 is not null and is_document"
        if self.has("documents"):
            where += f" and (content_sha256, url) not in (select (content_sha256, url) from {self.parts('documents')})"
        return self._captures(where, "content_sha256, url", "filename, row")

    def made_by(self, run_ids: Iterable[str]) -> dict[str, Capture]:
        """The captures of documents with content that these runs recorded, by address, the last of each."""
        runs = ", ".join(f"'{run_id}'" for run_id in run_ids)
        where = f"content_sha256 is not null and is_document and {_RUN_OF_PART} in ({runs or 'null'})"
        return {c.url: c for c in self._captures(where, "url", "filename desc, row desc")}

    def unfinished(self) -> list[str]:
        """The runs since the last that published, this one aside: they were killed, or something kept them from it."""
        rows = self._query(
            "runs",
            "select run_id, max(printf('%s %09d', filename, file_row_number)) as told, "
            "bool_or(finished_at is not null and exit_code <> 1) as ended "
            f"from {{parts}} where run_id <> '{self.run_id}' group by run_id order by told",
        )
        ends = [at for at, row in enumerate(rows) if row[2]]
        return [str(row[0]) for row in rows[ends[-1] + 1 if ends else 0 :]]

    def recorded(self) -> set[tuple[str, int]]:
        """Address and second of every capture of a document with content."""
        sql = (
            "select url, epoch(fetched_at)::bigint from {parts} where content_sha256 is not null and is_document "
            "group by all"
        )
        return {(str(row[0]), int(row[1])) for row in self._query("captures", sql)}

    def contents(self) -> list[tuple[str, int, int | None, str]]:
        """(file, offset, bytes, sha256) of every content in the archive."""
        sql = (
            "select distinct warc_file, warc_offset, byte_count, content_sha256 from {parts} "
            "where warc_file is not null and content_sha256 is not null"
        )
        return [(str(row[0]), int(row[1]), row[2], str(row[3])) for row in self._query("captures", sql)]

    def met_again(self) -> set[tuple[str, str]]:
        """Content hash and address of what this run found as it was before."""
        sql = (
            "select distinct content_sha256, url from {parts} where content_sha256 is not null and outcome <> 'new' "
            f"and {_RUN_OF_PART} = '{self.run_id}'"
        )
        return {(str(row[0]), str(row[1])) for row in self._query("captures", sql)}

    def _captures(self, where: str, per: str, order: str) -> list[Capture]:
        """Captures that fulfil a condition, the first of each `per` in `order`; `row` is their place in a part."""
        names = schema.tables()["captures"].names()
        rows = self._query(
            "captures",
            f"select {', '.join(names)} from (select *, file_row_number as row from {{parts}}) where {where} "
            f"qualify row_number() over (partition by {per} order by {order}) = 1 order by filename, row",
        )
        return [Capture(**dict(zip(names, row, strict=True))) for row in rows]

    def archived(self) -> dict[str, tuple[str | None, int | None]]:
        """WARC file and offset of every content in the archive, by its hash."""
        found = self._captures("warc_file is not null and content_sha256 is not null", "content_sha256", "filename")
        return {capture.content_sha256 or "": (capture.warc_file, capture.warc_offset) for capture in found}

    def captured(self, documents: Iterable[Known]) -> dict[str, Capture]:
        """The first capture of each document, by document id, with the place in the archive that holds its content."""
        wanted = list(documents)
        archived = self.archived()
        every = self._captures("content_sha256 is not null", "content_sha256, url", "filename, row")
        first = {(capture.content_sha256, capture.url): capture for capture in every}
        found: dict[str, Capture] = {}
        for known in wanted:
            capture_of = first.get((known.content_sha256, known.url))
            if capture_of is not None:
                file, offset = archived.get(known.content_sha256, (None, None))
                found[known.document_id] = replace(capture_of, warc_file=file, warc_offset=offset)
        return found

    def documents(self, document_ids: Sequence[str]) -> Iterator[Document]:
        """Documents as last read, whole, with their passages."""
        if not document_ids or not self.has("documents"):
            return
        con = duckdb.connect()
        con.execute("create table wanted as select unnest($1::varchar[]) as document_id", [list(document_ids)])
        names = schema.tables()["documents"].names()
        parts = self._parts("documents")
        rows = con.execute(
            f"select {', '.join(names)}, page_starts, parse_id from {parts} semi join wanted using (document_id) "
            "qualify row_number() over (partition by document_id order by filename desc) = 1"
        ).fetchall()
        passages = self._passages(con, [row[-1] for row in rows])
        for row in rows:
            values = dict(zip(names, row[: len(names)], strict=True))
            values["authors"] = tuple(values["authors"])
            yield Document(**values, page_starts=tuple(row[-2]), passages=tuple(passages.get(row[-1], ())))

    def issues_of(self, document_ids: Iterable[str], before: str) -> list[tuple[str, str, str]]:
        """(document_id, code, severity) of what reading these documents brought up in runs other than `before`."""
        wanted = set(document_ids)
        rows = self._query(
            "issues",
            "select distinct document_id, code, severity from {parts} where stage = 'parse' "
            f"and run_id <> '{before}'",
        )
        return [(str(row[0]), str(row[1]), str(row[2])) for row in rows if row[0] in wanted]

    def last_runs(self, count: int | None = None) -> list[Run]:
        """The last runs, newest first; all of them without a count."""
        names = schema.tables()["runs"].names()
        rows = self._query(
            "runs",
            f"select {', '.join(names)} from {{parts}} "
            "qualify row_number() over (partition by run_id order by filename desc, file_row_number desc) = 1 "
            "order by filename desc, file_row_number desc "
            f"limit {'all' if count is None else count}",
        )
        return [Run(**dict(zip(names, row, strict=True))) for row in rows]

    def has(self, kind: str) -> bool:
        """Whether there is any part of this kind."""
        return any((self.folder / kind).glob("*.parquet"))

    def parts(self, kind: str) -> str:
        """The SQL table function over all parts of a kind; column `filename` orders them."""
        return self._parts(kind)

    def _passages(self, con: duckdb.DuckDBPyConnection, parse_ids: list[str]) -> Mapping[str, list[Passage]]:
        found: dict[str, list[Passage]] = {}
        if not self.has("passages"):
            return found
        names = schema.tables()["passages"].names()
        con.execute("create table readings as select unnest($1::varchar[]) as parse_id", [parse_ids])
        rows = con.execute(
            f"select distinct on (parse_id, ordinal) parse_id, {', '.join(names)} from {self._parts('passages')} "
            "semi join readings using (parse_id) order by parse_id, ordinal"
        ).fetchall()
        for owner, *values in rows:
            passage = Passage(**dict(zip(names, values, strict=True)))
            found.setdefault(owner, []).append(replace(passage, heading_path=tuple(passage.heading_path)))
        return found

    def _parts(self, kind: str) -> str:
        pattern = str(self.folder / kind / "*.parquet").replace("'", "''")
        return f"read_parquet('{pattern}', filename = true, file_row_number = true, union_by_name = true)"

    def _query(self, kind: str, sql: str) -> list[tuple[Any, ...]]:
        if not self.has(kind):
            return []
        return duckdb.connect().execute(sql.format(parts=self._parts(kind))).fetchall()

    def _add(self, kind: str, table: pa.Table) -> None:
        if table.num_rows == 0:
            return
        with self._lock:
            self._sequence += 1
            sequence = self._sequence
        folder = self.folder / kind
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{sequence:010d}-{self.run_id}.parquet"
        hidden = folder / f".{name}.part"
        with hidden.open("wb") as file:
            pq.write_table(table, file, compression="zstd")
            file.flush()
            os.fsync(file.fileno())
        hidden.replace(folder / name)
        _settle(folder)

    def compact(self, most: int = MOST_PARTS) -> None:
        """Puts the parts of each table that tells of runs together, where there are more than `most`.

        The last row of each key stays. Killed between writing the whole and removing the parts, it leaves rows twice,
        which count once.
        """
        for kind, key in RECORDS.items():
            parts = sorted((self.folder / kind).glob("*.parquet"))
            if len(parts) > most:
                last = f"row_number() over (partition by {key} order by filename desc, file_row_number desc) = 1"
                sql = (
                    f"select * exclude (filename, file_row_number) from {self._parts(kind)} qualify {last} "
                    "order by filename, file_row_number"
                )
                self._add(kind, duckdb.connect().execute(sql).to_arrow_table())
                for part in parts:
                    part.unlink()


def _settle(folder: Path) -> None:
    """Puts a folder's names safely on disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _fact_table(table: schema.Table, rows: Sequence[tuple[Extraction, Fact]]) -> pa.Table:
    """Facts as Arrow, without ids (given at the build), with the extraction that found them."""
    values: dict[str, list[Any]] = {
        "document_id": [f.span.document_id for _, f in rows],
        "char_start": [f.span.start for _, f in rows],
        "char_end": [f.span.end for _, f in rows],
        "page": [f.span.page for _, f in rows],
        "quote": [f.span.quote for _, f in rows],
        "confidence": [f.confidence for _, f in rows],
        "extractor": [e.extractor for e, _ in rows],
        "extractor_version": [e.extractor_version for e, _ in rows],
    }
    own = [field for field in table.fields if field not in schema.EVIDENCE]
    values |= {field.name: [getattr(f, field.name) for _, f in rows] for field in own}
    kinds = {field.name: field.type for field in table.fields}
    made = pa.table({name: schema.column(column, kinds[name]) for name, column in values.items()})
    return made.append_column("extraction_id", pa.array([e.extraction_id for e, _ in rows], pa.string()))
