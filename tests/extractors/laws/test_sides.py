"""Who takes a side in hearings, memos, contrasts and afterthoughts."""

from __future__ import annotations

import pytest

from extractors.positions import Positions
from records.facts import LegislationPosition
from tests.support import reading


def stands(text: str) -> set[tuple[str, str]]:
    found = Positions().extract(reading(f"# News of the week\nThe Fair Hours Act is before the panel.\n{text}"))
    return {(f.organization_name, f.position) for f in found if isinstance(f, LegislationPosition)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who came to a hearing
        ("Speaking in favor were the UAW, TechEquity and the Dockside Workers' Project.",
         {("UAW", "support"), ("TechEquity", "support"), ("Dockside Workers' Project", "support")}),
        ("Testifying against the bill were TechNet and the Lakeside Grocers Association.",
         {("TechNet", "oppose"), ("Lakeside Grocers Association", "oppose")}),
        ("Among those backing it are the UAW and TechEquity.", {("UAW", "support"), ("TechEquity", "support")}),
        ("TechNet urged a no vote.", {("TechNet", "oppose")}),
        ("TechNet wants it vetoed, as does the Lakeside Grocers Association.",
         {("TechNet", "oppose"), ("Lakeside Grocers Association", "oppose")}),
        ("The UAW wants it signed.", {("UAW", "support")}),
        ("techUK and TechNet have both come out against it.", {("techUK", "oppose"), ("TechNet", "oppose")}),
        # with whom
        ("The UAW co-sponsored the bill with the California Nurses Association, sources say.",
         {("UAW", "support"), ("California Nurses Association", "support")}),
        ("TechNet opposes the bill, with the UAW warning of delays.", {("TechNet", "oppose")}),
        # on the other side
        ("TechNet opposes the bill. On the other side, the UAW and TechEquity gathered names.",
         {("TechNet", "oppose"), ("UAW", "support"), ("TechEquity", "support")}),
        ("The UAW met. On the other side, TechNet gathered names.", set()),
        # of the text or the vote
        ("The UAW hailed the vote.", {("UAW", "support")}),
        ("TechEquity and the UAW joined the praise.", {("TechEquity", "support"), ("UAW", "support")}),
        ("TechNet rejected the text.", {("TechNet", "oppose")}),
        ("TechNet joined the criticism.", {("TechNet", "oppose")}),
        ("TechNet read the text.", set()),
        ("The UAW joined the march.", set()),
        # a list that ends where another clause begins
        ("The Fair Hours Act had the support of the UAW, TechEquity and Public Citizen; TechNet dropped its doubts.",
         {("UAW", "support"), ("TechEquity", "support"), ("Public Citizen", "support")}),
        ("The Fair Hours Act is endorsed by the UAW; TechEquity; and Public Citizen.",
         {("UAW", "support"), ("TechEquity", "support"), ("Public Citizen", "support")}),
    ],
)  # fmt: skip
def test_sides(text: str, expected: set[tuple[str, str]]) -> None:
    assert stands(text) == expected


def test_the_text_of_another_law_is_nobodys() -> None:
    assert stands("The Clean Docks Act passed. It is long. Nobody read it. TechNet rejected the text.") == set()
