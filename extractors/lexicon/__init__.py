"""The lexicon: organizations known by name, kept as tables in this folder.

Every `*.csv` here has the columns name, kind, acronym, aliases, country, parent, wikidata_id, source. Aliases are
separated by `|`; one that starts with `?` is risky: also an everyday word, to be believed only in context. A name
or acronym that starts with `?` is risky likewise.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from records.codes import ORGANIZATION_KINDS
from records.ids import fold_name
from records.lexicon import Entry

FOLDER = Path(__file__).parent
COLUMNS = ("name", "kind", "acronym", "aliases", "country", "parent", "wikidata_id", "source")


class LexiconError(ValueError):
    """A table of the lexicon that cannot be used; the message says which and why."""


def load(path: Path) -> Iterator[Entry]:
    """The entries of one table. Raises LexiconError where a column is missing or a kind is no code."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        missing = [column for column in COLUMNS if column not in (rows.fieldnames or ())]
        if missing:
            raise LexiconError(f"{path.name}: the columns {', '.join(missing)} are missing; add them to its first line")
        for row in rows:
            yield _entry(path.name, rows.line_num, {key: (row[key] or "").strip() for key in COLUMNS})


def _entry(file: str, line: int, row: dict[str, str]) -> Entry:
    if not row["name"].lstrip("?"):
        raise LexiconError(f"{file}, line {line}: the entry has no name; give it one or delete the line")
    if row["kind"] and row["kind"] not in ORGANIZATION_KINDS:
        known = ", ".join(ORGANIZATION_KINDS)
        raise LexiconError(f"{file}, line {line}: the kind {row['kind']!r} is none of {known}; correct it")
    listed = [alias.strip() for alias in row["aliases"].split("|") if alias.strip(" ?")]
    names = [row["name"], row["acronym"], *listed]
    return Entry(
        name=row["name"].lstrip("?").strip(),
        kind=row["kind"] or None,
        acronym=row["acronym"].lstrip("?").strip() or None,
        aliases=tuple(alias.lstrip("?").strip() for alias in listed),
        country=row["country"] or None,
        parent=row["parent"] or None,
        wikidata_id=row["wikidata_id"] or None,
        risky=frozenset(name.lstrip("?").strip() for name in names if name.startswith("?")),
    )


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry, table by table in the order of their file names."""
    return tuple(entry for path in sorted(FOLDER.glob("*.csv")) for entry in load(path))


@cache
def _by_name() -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in entries():
        found.setdefault(fold_name(entry.name), entry)
    for entry in entries():
        for alias in (entry.acronym, *entry.aliases):
            if alias and alias not in entry.risky:
                found.setdefault(fold_name(alias), entry)
    return found


def lookup(name: str) -> Entry | None:
    """The entry that bears this name, acronym or alias (see `records.ids.fold_name`); full names go first."""
    return _by_name().get(fold_name(name))


def canonical(name: str) -> Entry | None:
    """The entry a name stands for, as `lookup`; the form in which flows hand the lexicon to the warehouse."""
    return lookup(name)
