"""The name of the law or agreement a provision stands in."""

from __future__ import annotations

import pytest

from extractors.directives.instruments import agreement_told, instrument, name_of_text
from extractors.directives.prose import find_directives
from tests.support import reading


def test_a_law_gives_its_name() -> None:
    text = "Section 1. This Act may be cited as the “Fair Machines Act of 2026”.\nAn employer shall keep a log."
    assert name_of_text(reading(text, document_type="legislation")) == "Fair Machines Act of 2026"
    assert name_of_text(reading("An employer shall keep a log.", document_type="legislation")) is None


def test_an_agreement_told_of_is_found_at_its_place() -> None:
    text = "The Teamsters reached a contract with UPS in 2023 that limits cameras. It rained for two days after that."
    opened = reading(text)
    told = agreement_told(opened, 0, 60)
    assert told is not None
    assert told.unions
    assert agreement_told(opened, text.index("It rained"), len(text)) is None


@pytest.mark.parametrize(
    ("lead", "items", "expected"),
    [
        (
            "Under the executive order on artificial intelligence, these principles apply:",
            ["Employers should tell workers which AI tools they use.", "Managers should train staff in AI."],
            ["recommendation", "recommendation"],
        ),
        (
            "The bill on AI at work would:",
            ["Require employers to tell workers of AI.", "Ban algorithms that fire workers."],
            ["legislation", "legislation"],
        ),
        (
            "If passed, the Fair Looms Act (S. 12 / H.R. 40) would:",
            ["Bar mills from using AI to fire workers.", "Give each worker a copy of the AI score."],
            ["legislation", "legislation"],
        ),
        (
            "The union is demanding:",
            ["a ban on AI cameras at work", "a right for workers to see what algorithms say of them"],
            ["demand", "demand"],
        ),
    ],
)
def test_what_says_should_is_no_law(lead: str, items: list[str], expected: list[str]) -> None:
    text = f"# Artificial intelligence and workers\nUnions and workers talk of it.\n{lead}\n" + "\n".join(
        f"- {item}" for item in items
    )
    found = reading(text, document_type="press_release").get(find_directives)
    assert [instrument(directive) for directive in found] == expected


def test_a_rule_of_this_section_is_a_laws() -> None:
    text = (
        "# AI and workers\nWorkers and employers talk of AI.\n"
        "An employer that uses AI on workers must follow the requirements of this section."
    )
    (found,) = reading(text, document_type="guide").get(find_directives)
    assert instrument(found) == "legislation"


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Under the Fair Looms Act, employers must tell workers which AI they use.", "guide", "legislation"),
        ("Employers of any size would have to tell workers of AI.", "news", "legislation"),
        (
            "The union urged the Senate to strike a clause that would ban state laws on AI and workers.",
            "news",
            "demand",
        ),
        ("Employers should tell workers of any AI tool, the guidance says.", "news", "recommendation"),
    ],
)
def test_who_speaks_tells_the_instrument(text: str, kind: str, expected: str) -> None:
    (found,) = reading(f"# AI and workers\nWorkers and employers talk of AI.\n{text}", document_type=kind).get(
        find_directives
    )
    assert instrument(found) == expected
