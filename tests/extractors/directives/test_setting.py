"""What a document as a whole is."""

from __future__ import annotations

import pytest

from extractors.directives.setting import Setting, find_setting
from tests.support import reading


def setting(text: str, kind: str = "guide") -> Setting:
    return reading(text, document_type=kind).get(find_setting)


def test_how_far_a_text_is_about_technology() -> None:
    assert setting("# Unions on artificial intelligence\nThey met.").about == 0.5
    assert setting("They met. " * 300 + "Artificial intelligence came up.").about == 0.1
    assert setting("They met in a hall.").about == 0.0


@pytest.mark.parametrize(
    ("text", "kind", "demands"),
    [
        ("An open letter to the mayor.", "guide", True),
        ("We demand a say. Our members wait. We urge the port to listen.", "report", True),
        ("The port is old.", "report", False),
        ("The port is old.", "news", True),
    ],
)
def test_texts_that_ask(text: str, kind: str, demands: bool) -> None:
    assert setting(text, kind).demands is demands


def test_models_of_contracts_and_texts_of_unions() -> None:
    assert setting("A model contract for clerks. This sample clause is short.").model
    assert not setting("The contract is long.").model
    assert setting("The union met another union and a third union.").of_unions
