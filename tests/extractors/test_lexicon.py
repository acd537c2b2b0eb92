"""The lexicon: its tables load, its names are found under every spelling."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from extractors.lexicon import FOLDER, LexiconError, canonical, entries, load, lookup
from records.codes import ORGANIZATION_KINDS

HEADER = "name,kind,acronym,aliases,country,parent,wikidata_id,source\n"


def _table(folder: Path, rows: str, header: str = HEADER) -> Path:
    path = folder / "unions.csv"
    path.write_text(header + rows, encoding="utf-8")
    return path


def test_rows_become_entries(tmp_path: Path) -> None:
    path = _table(tmp_path, "Guild of Pilots,union,GP,Pilots' Guild|?Pilots,US,,,own site\n?Unison,union,,,GB,,Q1,x\n")
    first, second = load(path)
    assert (first.name, first.kind, first.acronym, first.country) == ("Guild of Pilots", "union", "GP", "US")
    assert first.aliases == ("Pilots' Guild", "Pilots")
    assert first.risky == {"Pilots"}
    assert (second.name, second.risky, second.wikidata_id) == ("Unison", {"Unison"}, "Q1")


@pytest.mark.parametrize(
    ("header", "row", "says"),
    [
        ("name,kind\n", "A,union\n", "acronym"),
        (HEADER, ",union,,,,,,\n", "no name"),
        (HEADER, "A,guild,,,,,,\n", "guild"),
    ],
)
def test_broken_tables_say_what_to_do(tmp_path: Path, header: str, row: str, says: str) -> None:
    with pytest.raises(LexiconError, match=says):
        list(load(_table(tmp_path, row, header)))


def test_lookup_by_name_acronym_and_spelling() -> None:
    found = lookup("united steelworkers")
    assert found is not None
    assert found.kind == "union"
    assert lookup("USW") == found == canonical("The United Steelworkers")
    assert lookup("No Such Guild At All") is None


def test_every_entry_is_sound() -> None:
    assert len(entries()) > 1000
    assert all(entry.kind is None or entry.kind in ORGANIZATION_KINDS for entry in entries())
    twice = [name for name, count in Counter(entry.name for entry in entries()).items() if count > 1]
    assert twice == []


def test_parents_are_entries() -> None:
    missing = {entry.parent for entry in entries() if entry.parent and lookup(entry.parent) is None}
    assert missing == set()


def test_tables_lie_beside_the_code() -> None:
    assert {path.name for path in FOLDER.glob("*.csv")} >= {"unions.csv", "employers.csv", "institutions.csv"}
