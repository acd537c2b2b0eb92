"""Who gains by a provision: the holder of a right, who gets notice or things, who is protected."""

from __future__ import annotations

import time

import pytest

from extractors.directives.gains import beneficiary
from extractors.directives.modality import duty_bearer, modality


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Employer shall not use cameras to rate drivers.", "employee"),
        ("No clerk shall be laid off because of automation.", "employee"),
        ("Vehicles may not be fitted with cameras that face inward.", "employee"),
        ("The Town shall notify the Union ninety days before it buys new software.", "union"),
        ("The Town shall not bring in scanners without bargaining with the Union.", "union"),
        ("The Guild shall be told of any new system thirty days ahead.", "union"),
        ("A copy of the recording shall be given to the Association.", "union"),
        ("The Mill shall train workers whose jobs the robots change.", "employee"),
        ("Drivers shall be trained on the new telematics.", "employee"),
        ("The College shall pay for the software that instructors need.", "employee"),
        ("Employees have the right to see footage of themselves.", "employee"),
        ("The Union may inspect the records of the system.", "union"),
        ("The City retains the right to install cameras.", "employer"),
        ("Footage may be used by the Employer in an inquiry.", "employer"),
        ("Employees shall not share their passwords.", "employer"),
        ("The parties shall meet each month on new technology.", "both"),
        ("Telematics means any device that sends where a truck is.", None),
        ("Time clocks shall be kept accurate.", None),
    ],
)
def test_who_gains(text: str, expected: str | None) -> None:
    kind = modality(text)
    assert beneficiary(text, kind, duty_bearer(text, kind)) == expected


def test_nobody_gains_where_nobody_is_bound() -> None:
    assert beneficiary("The rate is ten dollars.", "obligation", None) is None


def test_long_sentences_take_no_time() -> None:
    text = "The Employer shall give notice " + "of the report and copy of each " * 3_000
    began = time.process_time()
    beneficiary(text, "obligation", "employer")
    assert time.process_time() - began < 2
