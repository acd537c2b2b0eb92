"""Technology told by what is done with it, without a term that names it."""

from __future__ import annotations

import time

import pytest

from extractors.directives.unnamed import tells_of_technology


@pytest.mark.parametrize(
    "text",
    [
        "No more than four calls of an operator may be listened to in a month.",
        "The public address system shall not be set so that the office can hear what is said in a classroom.",
        "The Mill shall bargain over new and improved bottling machinery that is introduced.",
        "Six weeks before the purchase of a press or other equipment the Mill shall write to the Union.",
        "A change in the tooling that alters a job standard is one on which the Union shall be trained.",
        "Trams shall not be run without an operator on the car.",
        "Clerks need not answer messages on their day off.",
        "Teachers keep their right to privacy in their letters and e-mails.",
        "The Airline shall negotiate rates before a new aircraft type is placed in revenue service.",
        "The Bakery shall notify the Union of any substantial change in processes, machinery or work methods.",
        "Phones at the dispatch desk may be recorded.",
    ],
)
def test_told_by_what_is_done(text: str) -> None:
    assert tells_of_technology(text)


@pytest.mark.parametrize(
    "text",
    [
        "The nurse shall monitor the patient through the night.",
        "A deputy shall monitor dispatch calls for service.",
        "New employees who are introduced to the crew shall get a locker.",
        "Changes in the equipment room shall be painted.",
        "Trucks shall not be washed without a brush.",
        "Clerks need not answer the door after noon.",
        "Before the installation of a new roof the hall shall be cleared.",
    ],
)
def test_other_work_is_left_out(text: str) -> None:
    assert not tells_of_technology(text)


def test_long_sentences_take_linear_time() -> None:
    began = time.process_time()
    for piece in (
        "new and improved ",
        "prior to install ",
        "monitor calls ",
        "not required to answer ",
        "changes in the ",
    ):
        tells_of_technology(piece * (100_000 // len(piece)))
    assert time.process_time() - began < 5
