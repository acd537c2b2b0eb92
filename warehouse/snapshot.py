"""One published version of the dataset: a directory that is complete before it is named, and never changed afterwards.

    snapshots/<snapshot_id>/   <table>.parquet …, warehouse.duckdb, manifest.json, dictionary.md, README.md, SHA256SUMS
    snapshots/latest           a file that holds the newest snapshot_id, moved into place last

The text of a document whose `rights` are not `full` is not in it: `documents.text` and `passages.text` are NULL there.
Quotes stay, unless `rights` is `metadata`: such a document has no facts in the snapshot.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from warehouse import schema
from warehouse.build import add_views, quoted
from warehouse.dictionary import dictionary
from warehouse.store import RECORDS

_NOT_CONTENT = frozenset({*RECORDS, "changes"})
CONTRACT = "1"


@dataclass(frozen=True)
class Snapshot:
    """A published version: its id and folder, and whether this publication made it or it was there already."""

    snapshot_id: str
    folder: Path
    is_new: bool


def latest(folder: Path) -> Path | None:
    """The folder of the newest complete snapshot, None where there is none."""
    try:
        name = (folder / "latest").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    found = folder / name
    return found if (found / "manifest.json").is_file() else None


def content_hash(con: duckdb.DuckDBPyConnection) -> str:
    """A hash of everything the warehouse says about the world: the same content, the same hash, in any row order.

    What tells of runs and sources is left out: a night without news publishes nothing.
    """
    digest = hashlib.sha256(CONTRACT.encode())
    for name, table in schema.tables().items():
        if name not in _NOT_CONTENT:
            columns = ", ".join(table.names())
            rows = con.execute(
                f"select count(*), bit_xor(md5_number(r::varchar)) from (select {columns} from {name}) as r"
            ).fetchone()
            digest.update(f"{name}:{rows}".encode())
    return digest.hexdigest()


def publish(warehouse: Path, folder: Path, versions: dict[str, str], now: datetime | None = None) -> Snapshot:
    """Publishes the built warehouse under `folder`, unless the latest snapshot says the same.

    `versions` names the code that found the facts; it goes into the manifest. The changes against the snapshot before
    are written into the warehouse, too. Returns the snapshot that says what the warehouse says; the caller moves
    `latest` with `point` when the warehouse is in place.
    """
    before = latest(folder)
    con = duckdb.connect(str(warehouse))
    try:
        digest = content_hash(con)
        same = _with_content(folder, digest, before)
        if same is not None:
            _add_changes(con, same, None)
            return Snapshot(same.name, same, is_new=False)
        created = now or datetime.now(UTC)
        snapshot_id = f"{created:%Y%m%dT%H%M%S}-{digest[:8]}"
        hidden = folder / f".{snapshot_id}.building"
        shutil.rmtree(hidden, ignore_errors=True)
        hidden.mkdir(parents=True)
        if before is not None:
            _add_changes(con, before, snapshot_id)
        files = _write(con, hidden, snapshot_id, versions)
    finally:
        con.close()
    manifest = {
        "snapshot_id": snapshot_id,
        "created_at": created.isoformat(timespec="seconds"),
        "contract": CONTRACT,
        "content_hash": digest,
        "previous": before.name if before else None,
        "versions": {**versions, **_machine_versions()},
        "files": files,
    }
    (hidden / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    _sums(hidden)
    final = folder / snapshot_id
    hidden.replace(final)
    return Snapshot(snapshot_id, final, is_new=True)


def _with_content(folder: Path, digest: str, before: Path | None) -> Path | None:
    """The complete snapshot that says the same: the latest, or one that a run killed before pointing to it left."""
    later = (f for f in sorted(folder.glob(f"*-{digest[:8]}"), reverse=True) if before is None or f.name > before.name)
    for found in (before, *later):
        if found is not None and (found / "manifest.json").is_file() and _manifest(found)["content_hash"] == digest:
            return found
    return None


def point(folder: Path, snapshot_id: str) -> None:
    """Moves `latest` to a snapshot that is complete."""
    hidden = folder / ".latest.part"
    with hidden.open("w", encoding="utf-8") as file:
        file.write(snapshot_id + "\n")
        file.flush()
        os.fsync(file.fileno())
    hidden.replace(folder / "latest")


def _write(con: duckdb.DuckDBPyConnection, target: Path, snapshot_id: str, versions: dict[str, str]) -> dict[str, Any]:
    """Parquet for every table and the public DuckDB file; row counts and checksums by file."""
    public = duckdb.connect()
    files: dict[str, Any] = {}
    try:
        public.execute("set timezone = 'UTC'")
        public.execute(f"attach '{quoted(target / 'warehouse.duckdb')}' as published (storage_version 'v1.0.0')")
        public.execute("use published")
        for name, table in schema.tables().items():
            public.execute(table.ddl())
            rows = con.execute(_public(table)).to_arrow_table()
            public.register("incoming", rows)
            public.execute(f"insert into {name} select {', '.join(table.names())} from incoming")
            public.unregister("incoming")
            file = target / f"{name}.parquet"
            public.execute(f"copy (from {name}) to '{quoted(file)}' (format parquet, compression zstd)")
            files[file.name] = {"rows": rows.num_rows, **_measure(file)}
        add_views(public)
        public.execute("use memory; checkpoint published; detach published")
    finally:
        public.close()
    files["warehouse.duckdb"] = _measure(target / "warehouse.duckdb")
    (target / "dictionary.md").write_text(dictionary(), encoding="utf-8")
    (target / "README.md").write_text(_about(snapshot_id, files, versions), encoding="utf-8")
    return files


def _public(table: schema.Table) -> str:
    columns = ", ".join(table.names())
    if table.name == "documents":
        columns = columns.replace(" text,", " if(rights = 'full', text, null) as text,")
        return f"select {columns} from documents order by document_id"
    if table.name == "passages":
        columns = ", ".join(f"p.{name}" for name in table.names() if name != "text")
        return (
            f"select {columns}, if(d.rights = 'full', p.text, null) as text from passages p "
            "join documents d using (document_id) where d.rights <> 'metadata' order by document_id, ordinal"
        )
    if table.is_fact:
        return (
            f"select {columns} from {table.name} semi join (from documents where rights <> 'metadata') "
            "using (document_id) order by document_id, char_start, fact_id"
        )
    if table.name == "clause_comparisons":  # its redlines hold the words of both agreements
        told = (
            "(select agreement_id from agreement_links join documents using (document_id) where rights <> 'metadata')"
        )
        kept = f"agreement_id in {told} and against_id in {told}"
        return f"select {columns} from clause_comparisons where {kept} order by all"
    if table.name == "organizations":  # those that public facts name, and the parents of those
        naming = [fact for fact in schema.fact_tables() if "organization_id" in fact.names()]
        named = " union ".join(f"(select organization_id from ({_public(fact)}))" for fact in naming)
        return (
            f"with recursive told as (select organization_id from ({named}) union "
            "select o.parent_organization_id from organizations o join told using (organization_id)) "
            f"select {columns} from organizations semi join told using (organization_id) order by organization_id"
        )
    return f"select {columns} from {table.name} order by all"


def _add_changes(con: duckdb.DuckDBPyConnection, before: Path, snapshot_id: str | None) -> None:
    """Carries over the changes recorded so far and adds those of a new snapshot against the one before.

    A fact that comes or goes while its document stays was changed by the extractor; else the source changed.
    """
    con.execute("delete from changes")
    con.execute("insert into changes from read_parquet($1)", [str(before / "changes.parquet")])
    if snapshot_id is None:
        return
    con.execute(
        "create temp table stayed as select document_id from documents semi join read_parquet($1) using (document_id)",
        [str(before / "documents.parquet")],
    )
    for table in schema.fact_tables():
        file = before / f"{table.name}.parquet"
        there = set(pq.read_schema(file).names) if file.is_file() else set(table.names())
        told = ", ".join(name for name in table.names() if name in there - {"extractor", "extractor_version", "page"})
        said = "select fact_id, document_id, md5(x::varchar) as said from (select {told} from {table}) as x"
        # a table or column that came with a newer Steward is not in the snapshot before
        earlier = f"read_parquet('{quoted(file)}')" if file.is_file() else f"(from {table.name} limit 0)"
        old = said.format(told=told, table=earlier)
        new = said.format(told=told, table=f"({_public(table)})")
        con.execute(
            f"insert into changes with o as ({old}), n as ({new}) "
            "select $1, $2, coalesce(n.fact_id, o.fact_id), "
            "case when o.fact_id is null then 'added' when n.fact_id is null then 'removed' else 'changed' end, "
            "if(coalesce(n.document_id, o.document_id) in (from stayed), 'extractor', 'source') "
            "from n full join o on n.fact_id = o.fact_id where n.said is distinct from o.said",
            [snapshot_id, table.name],
        )
    con.execute("drop table stayed")


def _measure(file: Path) -> dict[str, Any]:
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        while chunk := opened.read(1 << 20):
            digest.update(chunk)
    return {"bytes": file.stat().st_size, "sha256": digest.hexdigest()}


def _sums(folder: Path) -> None:
    lines = [f"{_measure(file)['sha256']}  {file.name}\n" for file in sorted(folder.iterdir())]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def _manifest(folder: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return loaded


def _machine_versions() -> dict[str, str]:
    return {"python": platform.python_version(), "duckdb": duckdb.__version__, "pyarrow": pa.__version__}


def _about(snapshot_id: str, files: dict[str, Any], versions: dict[str, str]) -> str:
    rows = "\n".join(f"| {name} | {told['rows']} |" for name, told in files.items() if "rows" in told)
    return (
        f"# Steward snapshot {snapshot_id}\n\n"
        "Facts about AI and labor, each with the sentence it stands on, "
        f"found by Steward {versions.get('steward', '')}.\n\n"
        "`warehouse.duckdb` holds every table and view (DuckDB 1.0 and later); each table is a Parquet file, too.\n"
        "`dictionary.md` explains every column, `manifest.json` says what made this snapshot, and\n"
        "`sha256sum -c SHA256SUMS` proves that it is whole.\n\n"
        f"| file | rows |\n|---|---|\n{rows}\n"
    )
