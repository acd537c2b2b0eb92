"""Names that documents give to technologies."""

from __future__ import annotations

import pytest

from extractors.directives.defined import defined_terms, mentions, pattern_of
from extractors.directives.technologies import MEDIUM, STRONG, find_technologies
from tests.support import reading


def names(text: str) -> dict[str, str]:
    opened = reading(text, document_type="agreement")
    return defined_terms(opened, opened.get(find_technologies))


@pytest.mark.parametrize(
    ("text", "name", "strength"),
    [
        ("Vehicles carry telematics (“Tele-Box”).", "Tele-Box", STRONG),
        ("The scheduling software (Shift Tool) is run by the Town.", "Shift Tool", MEDIUM),
        ("“Badge System” means a time clock that reads badges.", "Badge System", MEDIUM),
        ("Orion, an electronic scheduling system, will come in May.", "Orion", MEDIUM),
        ("A major change to production, structure or technology is told ahead.", "major change", MEDIUM),
    ],
)
def test_names_of_technologies(text: str, name: str, strength: str) -> None:
    assert names(text) == {name: strength}


@pytest.mark.parametrize(
    "text",
    [
        "The Town (“Employer”) has telematics.",
        "The Crime Records Data System (CRDS) is run by the State.",
        "Information Systems (IS) is a division of the Town.",
        "“Proof” means letters, photographs, videos and telematics.",
        "“Proof” means any of the following: telematics and letters.",
        "The Appendix, the payroll system aside, is right.",
        "Clerks may do remote work (Home Days) in May.",
    ],
)
def test_what_is_no_name_of_one(text: str) -> None:
    assert names(text) == {}


def test_mentions_of_a_name() -> None:
    text = "The Shift Tool is old. The shift tool is new."
    defined = {"Shift Tool": MEDIUM}
    (term,) = mentions(text, pattern_of(defined), defined, ())
    assert (term.text, term.strength, term.family) == ("Shift Tool", MEDIUM, "defined")
    assert list(mentions(text, pattern_of({}), {}, ())) == []
