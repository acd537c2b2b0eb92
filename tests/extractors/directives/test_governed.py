"""What a sentence rules on, and what it only names."""

from __future__ import annotations

import pytest

from extractors.directives.governed import is_governed
from extractors.directives.technologies import MEDIUM, technologies


def governed(text: str) -> bool:
    return is_governed(text, 0, [t for t in technologies(text) if t.strength == MEDIUM])


@pytest.mark.parametrize(
    "text",
    [
        "The Mill shall provide each clerk with a laptop.",
        "There shall be no recording of nurses at the desk.",
        "Nobody is laid off because of a new scheduling system.",
        "Laptops shall be returned at the end of the year.",
        "Training in the use of instructional technology is given in paid time.",
        "A telework agreement may be ended on ten days of notice.",
        "The crew list will be set up by software that both sides know.",
        "Where technology alters the duties of a job, its pay is discussed.",
        "The time recorder may not be moved without notice.",
        "An automated mixing plant shall be manned by an operator.",
    ],
)
def test_what_is_ruled_on(text: str) -> None:
    assert governed(text)


@pytest.mark.parametrize(
    "text",
    [
        "A teacher who is ill shall report it through the automated substitute service.",
        "Calls to a room may be made by the use of other technology.",
        "Leave is earned when the automated finder is without success.",
        "Marks shall stay within the information system of the school.",
        "A degree in computer science, art or educational technology counts.",
        "Credit for distance learning counts towards the salary lane.",
    ],
)
def test_what_is_only_named(text: str) -> None:
    assert not governed(text)
