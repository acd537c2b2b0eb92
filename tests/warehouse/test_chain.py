"""Which agreements follow one another, whose letters change which, and which are sisters."""

from __future__ import annotations

from datetime import date

import pytest

from records.lexicon import Entry
from warehouse.chain import SharedBy, Term, links, sisters
from warehouse.likeness import Shared
from warehouse.resolve import AgreementTold, Lexicon, agreement_id, part_of

LEXICON = Lexicon([Entry("Brotherhood of Dock Hands", "union", "BDH", ("Dock Hands",), "US")])


def term(name: str, begins: int | None, ends: int | None, **known: object) -> Term:
    parties = {"unions": ("Dock Hands Local 7",), "employers": ("Port of Elm",)} | known
    first = date(begins, 7, 1) if begins else None
    last = date(ends, 6, 30) if ends else None
    return Term(f"{name} {begins} {ends}", f"doc {name}", name, begins=first, ends=last, **parties)  # type: ignore[arg-type]


OLD, NEW = term("Agreement", 2020, 2023), term("Agreement", 2023, 2026)


def words(of_both: float) -> SharedBy:
    return lambda _one, _other: Shared(of_both, 1.2 * of_both)


SOME = words(0.3)


def linked(*terms: Term, shared: SharedBy = SOME) -> dict[str, tuple[str, str | None, str | None]]:
    rows = links(terms, LEXICON, shared)
    return {row.agreement_id: (row.series_id, row.predecessor_id, row.amends_id) for row in rows}


def test_the_next_agreement_of_the_same_parties_follows() -> None:
    found = linked(NEW, OLD)
    assert found[OLD.agreement_id] == (OLD.agreement_id, None, None)
    assert found[NEW.agreement_id] == (OLD.agreement_id, OLD.agreement_id, None)


def test_a_third_agreement_follows_the_second() -> None:
    third = term("Contract", 2026, 2029)
    assert linked(third, OLD, NEW)[third.agreement_id] == (OLD.agreement_id, NEW.agreement_id, None)


@pytest.mark.parametrize(
    "changes",
    [
        {"unions": ("BDH, Local 7", "Brotherhood of Dock Hands")},
        {"unions": ("Dock Hands Local #7",)},
        {"unions": ("Dock Hands Local Union No. 7",)},
        {"employers": ("Port of Elm, Oregon",)},
        {"employers": ("The Port of Elm", "Elm Ferry Company")},
    ],
)
def test_parties_named_a_little_otherwise_are_the_same(changes: dict[str, object]) -> None:
    later = term("Agreement", 2023, 2026, **changes)
    assert linked(OLD, later)[later.agreement_id][1] == OLD.agreement_id


@pytest.mark.parametrize(
    "changes",
    [
        {"unions": ("Dock Hands Local 8",)},
        {"unions": ("Crane Drivers Association",)},
        {"employers": ("Port of Oak",)},
        {"employers": ()},
        {"unions": ()},
    ],
)
def test_other_parties_make_no_successor(changes: dict[str, object]) -> None:
    later = term("Agreement", 2023, 2026, **changes)
    assert linked(OLD, later)[later.agreement_id] == (later.agreement_id, None, None)


def test_of_several_units_each_follows_the_agreement_whose_words_it_has() -> None:
    old = [term(f"Agreement, {unit}", 2020, 2023) for unit in ("Pilots", "Clerks", "Divers")]
    new = [term(f"Agreement, {unit}", 2023, 2026) for unit in ("Clerks", "Pilots", "Cooks")]

    def shared(one: str, other: str) -> Shared:
        return Shared(0.65, 0.8) if one == other else Shared(0.4, 0.6)

    found = linked(*old, *new, shared=shared)
    assert found[new[0].agreement_id][1] == old[1].agreement_id
    assert found[new[1].agreement_id][1] == old[0].agreement_id
    assert found[new[2].agreement_id][1] is None


def test_of_two_that_hold_at_the_same_time_the_liker_follows() -> None:
    new = [term(f"Agreement, {unit}", 2023, 2026) for unit in ("Pilots", "Clerks")]
    found = linked(OLD, *new, shared=lambda one, _other: Shared(0.6 if "Clerks" in one else 0.7, 0.9))
    assert [found[later.agreement_id][1] for later in new] == [OLD.agreement_id, None]


def test_the_only_one_of_the_same_parties_may_have_other_words_but_not_all() -> None:
    assert linked(OLD, NEW, shared=words(0.15))[NEW.agreement_id][1] == OLD.agreement_id
    assert linked(OLD, NEW, shared=words(0.02))[NEW.agreement_id][1] is None


def test_agreements_that_hold_at_the_same_time_do_not_follow_each_other() -> None:
    twin = term("Rates", 2020, 2023)
    assert linked(OLD, twin)[twin.agreement_id][1] is None


def test_an_agreement_without_a_term_follows_nothing() -> None:
    undated = term("Agreement", None, None)
    assert linked(OLD, undated)[undated.agreement_id] == (undated.agreement_id, None, None)


def test_a_letter_belongs_to_the_agreement_of_its_day() -> None:
    letter = term("Letter of Agreement on Cranes", 2024, None)
    assert linked(OLD, NEW, letter)[letter.agreement_id] == (letter.agreement_id, None, NEW.agreement_id)


def test_a_letter_without_a_day_belongs_to_the_only_agreement_or_to_none() -> None:
    letter = term("Memorandum of Understanding", None, None)
    assert linked(OLD, letter)[letter.agreement_id][2] == OLD.agreement_id
    assert linked(OLD, NEW, letter)[letter.agreement_id][2] is None


def test_supplements_follow_supplements_of_their_name() -> None:
    north = [term("Northern Supplement 2020", 2020, 2023), term("Northern Supplement 2023", 2023, 2026)]
    south = term("Southern Supplement 2023", 2023, 2026)
    found = linked(OLD, NEW, south, *north)
    assert found[north[1].agreement_id] == (north[0].agreement_id, north[0].agreement_id, NEW.agreement_id)
    assert found[south.agreement_id] == (south.agreement_id, None, NEW.agreement_id)


def test_sisters_hold_at_the_same_time_for_one_employer() -> None:
    other = term("Agreement", 2024, 2027, unions=("Crane Drivers Association",))
    elsewhere = term("Agreement", 2024, 2027, employers=("Port of Oak",))
    pairs = {(a.agreement_id, b.agreement_id) for a, b in sisters([OLD, NEW, other, elsewhere], LEXICON)}
    assert pairs == {(NEW.agreement_id, other.agreement_id), (other.agreement_id, NEW.agreement_id)}


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Collective Bargaining Agreement", "agreement"),
        (None, "agreement"),
        ("Agreement with the Extension Service Staff", "agreement"),
        ("Letter of Agreement 12: Cameras", "letter"),
        ("Memoranda of Understanding", "letter"),
        ("Contract Extension", "letter"),
        ("Western Supplemental Agreement", "supplement"),
        ("Air Rider", "supplement"),
    ],
)
def test_a_name_tells_which_part_an_agreement_is(name: str | None, part: str) -> None:
    assert part_of(name) == part


def test_letters_of_the_same_parties_and_year_have_ids_of_their_own() -> None:
    def key(name: str, document: str) -> str:
        return agreement_id(LEXICON, AgreementTold(("BDH",), ("Port of Elm",), 2024, None, name, document))

    assert key("Agreement", "a") == key("Contract", "b")
    assert key("Letter of Agreement", "a") != key("Letter of Agreement", "b")
    assert key("Northern Supplement", "a") == key("Northern Supplement", "b")
    assert key("Northern Supplement", "a") != key("Southern Supplement", "a")
