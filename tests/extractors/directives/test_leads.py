"""Lines and sentences that lead to a list."""

from __future__ import annotations

import pytest

from extractors.directives.leads import leads_to


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("The Fair Machines Act would:", "legislation"),
        ("The bill would require the department to give information on:", "legislation"),
        ("What the law says", "legislation"),
        ("Know your legal rights", "legislation"),
        ("The clerks ratified a three-year contract with the mill:", "agreement"),
        ("What the agreement means", "agreement"),
        ("Our demands", "demand"),
        ("We call on the city to:", "demand"),
        ("Three principles stand behind the union’s bargaining position:", "demand"),
        ("Recommendations for employers", "recommendation"),
        ("Best practices", "recommendation"),
        ("Sources:", None),
        ("What will the bill do?", None),
    ],
)
def test_leads(text: str, instrument: str | None) -> None:
    assert leads_to(text) == instrument
