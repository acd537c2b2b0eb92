"""The name of the law or agreement a provision stands in."""

from __future__ import annotations

from extractors.directives.instruments import agreement_told, name_of_text
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
