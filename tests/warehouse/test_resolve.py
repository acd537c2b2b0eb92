"""Ids: one for one thing, whatever documents call it, and none that moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from records.lexicon import Entry
from warehouse import resolve
from warehouse.likeness import Shared

LEXICON = resolve.Lexicon(
    [
        Entry("International Brotherhood of Teamsters", "union", "IBT", ("Teamsters",), "US", "AFL-CIO"),
        Entry("AFL-CIO", "federation", "AFL-CIO", (), "US"),
    ]
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Teamsters", "the International Brotherhood of Teamsters"),
        ("IBT", "TEAMSTERS"),
        ("Café Workers’ Union", "Cafe Workers' Union"),
        ("The Alliance of Makers", "Alliance of Makers"),
    ],
)
def test_one_organization_has_one_id(one: str, other: str) -> None:
    assert LEXICON.organization_id(one) == LEXICON.organization_id(other)


def test_different_organizations_have_different_ids() -> None:
    names = ["Teamsters", "AFL-CIO", "Teamsters Local 177", "Teamsters Local 25", "Alliance of Makers"]
    assert len({LEXICON.organization_id(name) for name in names}) == len(names)


def test_ids_do_not_move() -> None:
    """The very values: another hash, key or prefix would break every link that users made."""
    assert LEXICON.organization_id("AFL-CIO") == "org_736e899957d2a915"
    assert resolve.person_id("Ana B. Ortiz") == resolve.person_id("Ana Ortiz")


def test_organizations_take_the_lexicon_first_and_bring_their_parents() -> None:
    mentions = [
        resolve.Mention("Teamsters", "employer", None, 3),
        resolve.Mention("Alliance of Makers", "ngo", "AOM", 1),
        resolve.Mention("Alliance of Makers", "coalition", None, 2),
    ]
    rows = {row.name: row for row in resolve.organizations(LEXICON, mentions)}
    assert set(rows) == {"International Brotherhood of Teamsters", "AFL-CIO", "Alliance of Makers"}
    teamsters = rows["International Brotherhood of Teamsters"]
    assert (teamsters.kind, teamsters.acronym, teamsters.aliases) == ("union", "IBT", ("IBT", "Teamsters"))
    assert teamsters.parent_organization_id == rows["AFL-CIO"].organization_id
    assert (rows["Alliance of Makers"].kind, rows["Alliance of Makers"].acronym) == ("coalition", "AOM")


def test_a_bill_known_by_number_takes_the_id_of_its_name() -> None:
    named = resolve.LawTold("No Robot Foremen Act of 2031", "S. 9919", "US")
    later = resolve.LawTold("No Robot Foremen Act", None, None)
    number = resolve.LawTold("S. 9919", "S. 9919", "US")
    elsewhere = resolve.LawTold("S 9919", "S 9919", "US-NY")
    ids = resolve.legislation_ids([named, later, number, elsewhere])
    assert ids[named] == ids[later] == ids[number] != ids[elsewhere]


def test_letters_are_told_apart_by_number_and_day() -> None:
    one = resolve.coalition_id("Letter to Congress", 24, date(2026, 1, 5))
    assert one != resolve.coalition_id("Letter to Congress", 70, date(2026, 1, 5))
    assert resolve.coalition_id("Human Work Alliance", 24, None) == resolve.coalition_id(
        "the Human Work Alliance", 70, None
    )


def told(union: str, year: int | None, document: str, **known: object) -> resolve.AgreementTold:
    made = resolve.AgreementTold((union,), ("Parcel Inc.",), year, None, None, document)
    return replace(made, **known)  # type: ignore[arg-type]


def test_agreements_of_the_same_parties_differ_by_year() -> None:
    def made(*args: object, **known: object) -> str:
        return resolve.agreement_id(LEXICON, told(*args, **known))  # type: ignore[arg-type]

    assert made("Teamsters", 2023, "a") == made("IBT", 2023, "b") != made("IBT", 2028, "b")
    assert made("IBT", 2023, "a", employers=()) != made("IBT", 2023, "b", employers=())


def test_the_last_year_tells_agreements_without_a_first_one_apart() -> None:
    def key(year: int | None, until: int | None) -> str:
        return resolve.agreement_id(LEXICON, told("IBT", year, "", until=until))

    assert key(None, 2031) != key(None, 2033)
    assert key(None, 2031) == key(None, 2031)
    assert key(2031, 2033) == key(2031, 2034)  # an extension of the same agreement
    assert key(None, 2031) != key(2031, None)


def test_texts_of_several_units_are_agreements_of_their_own() -> None:
    def shared(one: str, other: str) -> Shared:
        return Shared(0.9, 0.95) if {one, other} == {"depot", "depot as a page"} else Shared(0.4, 0.6)

    depot, page, office = (told("IBT", 2023, name, whole=True) for name in ("depot", "depot as a page", "office"))
    news = told("Teamsters", 2023, "news")
    ids = resolve.agreement_ids(LEXICON, [depot, page, office, news], shared)
    assert ids[depot] == ids[page]
    assert len({ids[depot], ids[office], ids[news]}) == 3
    alone = resolve.agreement_ids(LEXICON, [depot, page, news], shared)
    assert alone[depot] == alone[page] == alone[news]
