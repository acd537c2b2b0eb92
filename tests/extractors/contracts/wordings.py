"""What the tests of parties and terms share: an agreement around the wording that is tried."""

from __future__ import annotations

from extractors.agreements import Agreements
from records.facts import Agreement
from tests.support import reading

BODY = "\n# ARTICLE 1 - RECOGNITION\nThe work is done in shifts.\n# ARTICLE 2 - PAY\nPay is monthly."


def of(text: str) -> Agreement:
    (fact,) = [f for f in Agreements().extract(reading(text, document_type="agreement")) if f.is_full_text]
    return fact


def plain(names: tuple[str, ...]) -> list[str]:
    return [name.replace(".", "").casefold() for name in names]
