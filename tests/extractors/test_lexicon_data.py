"""The lexicon of organizations is data; these checks keep it fit to be trusted by every extractor.

An alias or acronym that begins with `?` (`?Prospect`) means something else too: it counts only with supporting context.
Where a name itself is such a word, the row carries `?` plus its own name among the aliases.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path

import pytest

from records.ids import fold_name

LEXICON = Path(__file__).resolve().parents[2] / "extractors" / "lexicon"
HEADER = ["name", "kind", "acronym", "aliases", "country", "parent", "wikidata_id", "source"]
KINDS_OF_FILE = {
    "unions.csv": {"union", "federation"},
    "employers.csv": {"employer", "employer_association"},
    "institutions.csv": {"government", "legislature", "ngo", "research", "media", "coalition", "other"},
}
FLOORS = {"unions.csv": 400, "employers.csv": 150, "institutions.csv": 200}
# ISO 3166-1 alpha-2, and EU for bodies of the European Union or of Europe as a whole.
COUNTRIES = set(
    re.findall(
        r"[A-Z]{2}",
        """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO
    JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR
    MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO
    RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV
    TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW EU""",
    )
)

Row = dict[str, str]


def read(file: str) -> list[Row]:
    with (LEXICON / file).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def aliases(row: Row) -> list[str]:
    return row["aliases"].split("|") if row["aliases"] else []


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return [row for file in KINDS_OF_FILE for row in read(file)]


@pytest.mark.parametrize("file", KINDS_OF_FILE)
def test_header_and_width_are_the_agreed_ones(file: str) -> None:
    with (LEXICON / file).open(encoding="utf-8", newline="") as handle:
        lines = list(csv.reader(handle))
    assert lines[0] == HEADER
    assert [line for line in lines[1:] if len(line) != len(HEADER)] == []


@pytest.mark.parametrize("file", KINDS_OF_FILE)
def test_each_file_holds_its_kinds_sorted_and_enough_of_them(file: str) -> None:
    found = read(file)
    assert len(found) >= FLOORS[file]
    assert {row["kind"] for row in found} == KINDS_OF_FILE[file]
    order = [(row["kind"], row["name"].casefold(), row["name"]) for row in found]
    assert order == sorted(order)


def test_codes_are_valid_and_every_row_tells_its_source(rows: list[Row]) -> None:
    assert {row["country"] for row in rows if row["country"]} <= COUNTRIES
    assert [row["name"] for row in rows if not row["source"].strip()] == []
    assert [row["name"] for row in rows if not re.fullmatch(r"(Q[1-9]\d*)?", row["wikidata_id"])] == []
    identifiers = [row["wikidata_id"] for row in rows if row["wikidata_id"]]
    assert len(identifiers) == len(set(identifiers))


def test_cells_are_clean(rows: list[Row]) -> None:
    for row in rows:
        cells = [row["name"], row["acronym"], row["country"], row["parent"], row["source"], *aliases(row)]
        assert all(cell == " ".join(cell.split()) for cell in cells), row["name"]
        assert row["name"], row
        assert not row["name"].casefold().startswith("the "), row["name"]
        assert not row["name"].startswith("?"), row["name"]
        assert "|" not in row["name"] + row["acronym"], row["name"]


def test_no_form_is_shorter_than_two_characters(rows: list[Row]) -> None:
    forms = [form.removeprefix("?") for row in rows for form in (row["name"], row["acronym"] or "none", *aliases(row))]
    assert [form for form in forms if len(form) < 2] == []


def test_names_are_unique_over_all_files(rows: list[Row]) -> None:
    owners = defaultdict(list)
    for row in rows:
        owners[fold_name(row["name"])].append(row["name"])
    assert [names for names in owners.values() if len(names) > 1] == []


def test_a_form_belongs_to_one_organization(rows: list[Row]) -> None:
    """Risky ones too, so that what a form stands for never hangs on the order of the tables."""
    owners: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for form in filter(None, [row["name"], row["acronym"], *aliases(row)]):
            owners[fold_name(form.removeprefix("?"))].add(row["name"])
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_a_form_is_either_trusted_or_risky_within_a_row(rows: list[Row]) -> None:
    for row in rows:
        listed = aliases(row)
        forms = [row["acronym"], *listed]
        risky = {form[1:].casefold() for form in forms if form.startswith("?")}
        trusted = {form.casefold() for form in forms if form and not form.startswith("?")}
        assert not risky & trusted, row["name"]
        assert len(listed) == len(set(listed)), row["name"]


def test_parents_exist_and_lead_to_a_root(rows: list[Row]) -> None:
    parent_of = {row["name"]: row["parent"] for row in rows}
    assert [row["name"] for row in rows if row["parent"] and row["parent"] not in parent_of] == []
    for name in parent_of:
        seen, at = set(), name
        while at:
            assert at not in seen, f"{name} is its own ancestor"
            seen.add(at)
            at = parent_of[at]


@pytest.mark.parametrize(
    ("form", "name", "kind"),
    [
        ("International Brotherhood of Teamsters", "Teamsters", "union"),
        ("UAW", "United Auto Workers", "union"),
        ("TUC", "Trades Union Congress", "federation"),
        ("WGA West", "Writers Guild of America West", "union"),
        ("AMPTP", "Alliance of Motion Picture and Television Producers", "employer_association"),
        ("NLRB", "National Labor Relations Board", "government"),
        ("?Prospect", "Prospect", "union"),
        ("?Congress", "US Congress", "legislature"),
        ("The Guardian", "Guardian", "media"),
        ("UC Berkeley Labor Center", "UC Berkeley Labor Center", "research"),
    ],
)
def test_well_known_forms_lead_to_their_organization(rows: list[Row], form: str, name: str, kind: str) -> None:
    owners = [(row["name"], row["kind"]) for row in rows if form in (row["name"], row["acronym"], *aliases(row))]
    assert (name, kind) in owners
