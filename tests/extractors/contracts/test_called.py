"""What agreements call themselves, on covers worded for the purpose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.base import Reading
from extractors.contracts.called import find_name
from tests.extractors.contracts.wordings import BODY, of
from tests.support import reading

SIDES = "Plover County and the Plover Clerks Union"
NAMES = [
    (f"REVIEWED LEGAL COUNSEL Memorandum of Understanding between {SIDES}", "Memorandum of Understanding"),
    (f"Oe, i es \\) Memorandum of Understanding (MOU) between {SIDES}", "Memorandum of Understanding (MOU)"),
    (f"CITY SECRETARY Contract No. 77 WORKING AGREEMENT between {SIDES}", "Working Agreement"),
    (f"Contract No: LABOR AGREEMENT between {SIDES}", "Labor Agreement"),
    (f"bi iw City of Plover Labor Agreement between {SIDES}", "Labor Agreement"),
    (f"Type of Service: Labor Agreement between {SIDES}", "Labor Agreement"),
    (f"Clerks’ Master Contract between {SIDES}", "Clerks’ Master Contract"),
    (f"Agreement of the Union’s Clerks between {SIDES}", "Agreement of the Union’s Clerks"),
    ("ACUERDO DE NEGOCIACIÓN COLECTIVA ENTRE EL ESTADO Y LA UNIÓN", "Acuerdo De Negociación Colectiva"),
    ("Memorando de entendimiento entre el condado y la unión", "Memorando de entendimiento"),
    (f"REV:L¥VEQMem trandum of Understanding between {SIDES}", "Memorandum of Understanding"),
    (f"LEGAL COUNS emorandum of Agreement between {SIDES}", "Memorandum of Agreement"),
    (f"Memorandum ofAgreement on Boots between {SIDES}", "Memorandum of Agreement on Boots"),
    (f"Adopt the Memorandum of Understanding between {SIDES}", None),
    (f"Term of Agreement between {SIDES}", None),
    ("Arbitration, 5,10.2,21, LOA, Contract, 7", None),
]


@pytest.mark.parametrize(("line", "name"), NAMES)
def test_names(line: str, name: str | None) -> None:
    assert of(f"# {line}{BODY}").name == name


def test_a_letter_behind_a_whole_agreement_is_not_its_name() -> None:
    articles = "\n".join(f"# ARTICLE {number} - PART {number}\nIt is done in shifts." for number in range(1, 9))
    held = reading(
        f"# PLOVER COUNTY\nThis Working Agreement is made by and between {SIDES}.\n{articles}\n"
        "# LETTER OF AGREEMENT - BOOTS\nBoots are paid.",
        document_type="agreement",
    ).document
    heads = tuple(
        replace(passage, kind="article") for passage in held.passages if (passage.heading or "").startswith("ARTICLE")
    )
    assert find_name(Reading(replace(held, passages=(*held.passages, *heads)))) == "Working Agreement"


def test_a_letter_is_its_own_name() -> None:
    assert of(f"# PLOVER COUNTY\n# LETTER OF AGREEMENT - BOOTS\n{SIDES} agree.").name == "Letter of Agreement - Boots"
