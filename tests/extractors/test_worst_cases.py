"""No extractor slows down without bound: 200,000 characters of what each finds hardest are read in seconds."""

from __future__ import annotations

import time

import pytest

from extractors.base import Extractor, Reading, extractors, run
from tests.support import document

_SIZE = 200_000  # characters
_SECONDS = 10.0  # processor time for one extractor and all that it rests on; a quiet machine needs a tenth

_HOSTILE = {
    "capitals": "SUMMIT WORKERS UNION ",
    "one word": "Summit ",
    "laws without end": "Act Of The ",
    "bills": "the bill S. 12 and H.R. 7 of the ",
    "names and locals": "said Ana Ruiz of Local 9 and ",
    "titles": "President Jane Doe, Senator John Roe, ",
    "speech never closed": "“We will not ",
    "digits": "1234567890 ",
    "money": "$5 million, up from ",
    "parentheses": "(((",
    "commas": ", , ",
    "one sentence": "the union that represents workers asked the company which makes robots to bargain and ",
    "coalitions": "a coalition of unions, the New Alliance for ",
    "must": "The bill would require employers to notify workers. ",
    "list items": "Ensure workers have a say in AI, and\n- ",
    "lines": "Union\n",
    "deals": "won a contract with a deal and ",
}


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    """Each text opened once: sentences and names are found by the first extractor that asks."""
    return {name: Reading(document((piece * (_SIZE // len(piece) + 1))[:_SIZE])) for name, piece in _HOSTILE.items()}


@pytest.mark.parametrize("kind", extractors(), ids=lambda kind: kind.name)
def test_reads_its_worst_case_in_bounded_time(kind: type[Extractor], readings: dict[str, Reading]) -> None:
    took = {}
    for name, reading in readings.items():
        began = time.process_time()
        run(kind, reading)
        took[name] = time.process_time() - began
    slow = {name: round(seconds, 1) for name, seconds in took.items() if seconds > _SECONDS}
    assert not slow, f"seconds by text: {slow}"
