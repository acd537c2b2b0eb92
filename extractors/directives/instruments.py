"""The agreement or law that a provision stands in, or that a sentence tells of."""

from __future__ import annotations

from extractors.agreements import full_text
from extractors.base import Reading
from extractors.contracts.told import find_told
from extractors.laws.find import find_legislation
from records.facts import Agreement


def name_of_text(reading: Reading) -> str | None:
    """The name of the agreement or law that the document is, None where it gives none."""
    if reading.document.document_type == "agreement":
        return next((agreement.name for agreement in reading.get(full_text)), None)
    laws = [law for law in reading.get(find_legislation) if law.named]
    return laws[0].name if laws else None


def agreement_told(reading: Reading, start: int, end: int) -> Agreement | None:
    """The agreement that the text from `start` to `end` tells of, None where it names none."""
    told = reading.get(find_told)
    return next((a for a in told if a.span.start < end and a.span.end > start), None)
