"""Technology named only in passing."""

from __future__ import annotations

import pytest

from extractors.asides import is_aside, is_elsewhere, is_formal, is_office_heading, is_praise
from extractors.technologies import technologies


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Leave is entered in the timekeeping system.", True),
        ("The Town shall introduce a timekeeping system in May.", False),
        ("Either side may make a verbatim recording.", True),
        ("A recording shall be shown to the employee first.", False),
        ("Staff may use a tablet.", True),
        ("The Town shall provide a tablet.", False),
        ("On a snow day staff may telework in view of the weather.", True),
        ("A request to telework shall be answered in a week.", False),
        ("A list on a spreadsheet goes out by e-mail.", True),
    ],
)
def test_asides(text: str, expected: bool) -> None:
    assert is_aside(text, 0, technologies(text)) is expected


def test_a_heading_may_make_remote_work_an_aside() -> None:
    text = "Staff may choose to work from home."
    assert not is_aside(text, 0, technologies(text), "Remote work")
    assert is_aside(text, 0, technologies(text), "Inclement weather")
    assert is_office_heading("Telephone calls off duty")


def test_medicine_and_formal_lines() -> None:
    assert is_elsewhere("The laboratory uses new technology.")
    assert not is_elsewhere("The shop uses new technology.")
    assert is_formal("This Act may be cited as the Robot Act.")
    assert is_formal("Cameras . . . . . . . 12")
    assert not is_formal("The Act shall be enforced.")


def test_praise_binds_nobody() -> None:
    assert is_praise("GPS is an important tool.")
    assert not is_praise("GPS is an important tool and shall be used with care.")
