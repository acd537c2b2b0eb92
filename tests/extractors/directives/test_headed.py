"""Which sentences under a heading on technology are on its matter, without naming a technology."""

from __future__ import annotations

import time

import pytest

from extractors.directives.headed import speaks_of


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Such requests shall be answered in ten days.", "Remote Work"),
        ("The supervisor shall answer the request in writing.", "Telework"),
        ("This Section stands above any rider on the same subject.", "Technological Change"),
        ("The parties shall put on paper what they could not settle.", "Technological Change"),
        ("Clerks keep the seniority they had when they are laid off.", "Automation"),
        ("The Mill shall write to the Union.", "New Technology"),
        ("Nobody shall punch another person’s card.", "Time Clocks"),
        ("A clerk may see the record of their time for last week.", "Time Clocks"),
        ("Clerks keep their alternate workspace safe.", "Working Remotely"),
        ("Footage of the yard is wiped after a month.", "Yard Cameras and Footage"),
    ],
)
def test_on_the_matter_of_the_heading(text: str, heading: str) -> None:
    assert speaks_of(text, [heading])


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("The hours of work shall be those of Article 9.", "Remote Work Requests"),
        ("A clerk shall tell the supervisor of an injury at once.", "Remote Worksite"),
        ("The Town pays for no loss of personal property.", "Remote Worksite"),
        ("The Mill shall hand out forms for the hours worked.", "Time Clocks"),
        ("All other terms hold as to wages, hours and conditions.", "New Methods"),
        ("Lunch shall be at noon.", "Cameras"),
    ],
)
def test_what_holds_for_everybody_is_not(text: str, heading: str) -> None:
    assert not speaks_of(text, [heading])


def test_long_sentences_take_no_time() -> None:
    began = time.process_time()
    assert not speaks_of("the any all no " * 4_000, ["Cameras"])
    assert time.process_time() - began < 2
