"""Rows of organizations named in a document."""

from __future__ import annotations

from extractors.base import run
from extractors.organizations import OrganizationMentions
from records.facts import OrganizationMention
from tests.support import reading


def _rows(text: str, **known: object) -> list[OrganizationMention]:
    return [fact for fact in run(OrganizationMentions, reading(text, **known)) if isinstance(fact, OrganizationMention)]


def test_a_row_for_each_organization_of_a_sentence() -> None:
    rows = _rows("Microsoft told Microsoft staff that Google agreed. Later Microsoft paid.")
    assert [(row.organization_name, row.span.quote) for row in rows] == [
        ("Google", "Microsoft told Microsoft staff that Google agreed."),
        ("Microsoft", "Microsoft told Microsoft staff that Google agreed."),
        ("Microsoft", "Later Microsoft paid."),
    ]


def test_rows_bear_kind_and_acronym_and_no_id() -> None:
    rows = _rows("The Guild of Zembla Pilots (GZP) met. GZP voted.")
    assert {(row.organization_name, row.kind, row.acronym, row.organization_id) for row in rows} == {
        ("Guild of Zembla Pilots", "union", "GZP", None)
    }


def test_teasers_and_footnotes_count_but_menus_do_not() -> None:
    text = """Robots at the port
The port bought robots. Nobody was asked.
Also read: Google cuts staff
Share this on Microsoft Teams
"""
    assert {row.organization_name for row in _rows(text)} == {"Google"}


def test_a_document_without_organizations_has_no_rows() -> None:
    assert _rows("Nothing happened. Nobody came.") == []
