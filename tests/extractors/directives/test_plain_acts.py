"""What sentences forbid or give in plain words."""

from __future__ import annotations

import pytest

from extractors.directives.plain_acts import plain_act


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("no layoffs at the mill because of the new looms", "prohibition"),
        ("Voice clones are off the table.", "prohibition"),
        ("make it illegal to film weavers in their breaks", "prohibition"),
        ("It is a violation of the code for a mill to rank weavers by age with software.", "prohibition"),
        ("weavers’ patterns not to be copied by a program", "prohibition"),
        ("Protect weavers from firing by algorithm", "prohibition"),
        ("The bill would stop mills from watching looms around the clock.", "prohibition"),
        ("The council passed a rule that bars robots from the night shift.", "prohibition"),
        ("The deal provides that a weaver may not be tracked at lunch.", "prohibition"),
        ("paid time off for courses on the new looms", "right"),
        ("access for unions to the loom’s records", "right"),
        ("Guarantee every worker a copy of the score", "right"),
        ("It lets workers see the score first.", "right"),
        ("The letter allows either party to reopen talks.", "right"),
        ("You can appeal a score.", "right"),
        ("Workers should be able to switch the sensor off.", "right"),
        ("They won contracts that limit how films of the looms can be used.", "prohibition"),
        # neither
        ("Mills must ask first, tell why, and allow workers to object.", None),
        ("No later than May the mill shall tell the union.", None),
        ("The mill must train its weavers.", None),
        ("A weaver should work with care.", None),
        ("The mill will talk to the union.", None),
    ],
)
def test_plain_act(text: str, kind: str | None) -> None:
    assert plain_act(text) == kind
