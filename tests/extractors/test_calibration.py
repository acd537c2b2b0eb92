"""Confidence is mapped to the share of right rows, rising with the raw value and never past the ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import calibration
from extractors.calibration import calibrated, fit

JUDGED = st.lists(st.tuples(st.sampled_from([0.3, 0.5, 0.7, 0.8, 0.9, 0.95]), st.booleans()), min_size=1, max_size=200)


@given(JUDGED)
def test_the_map_rises_and_stays_within_bounds(judged: list[tuple[float, bool]]) -> None:
    points = fit(judged)
    assert sum(rows for _, _, rows in points) == len(judged)
    assert list(points) == sorted(points)
    assert all(0 <= share <= 1 for _, share, _ in points)
    assert [share for _, share, _ in points] == sorted(share for _, share, _ in points)


def test_many_rows_give_their_own_share() -> None:
    judged = [(0.9, n % 10 != 0) for n in range(1000)] + [(0.5, n % 2 == 0) for n in range(1000)]
    low, high = fit(judged)
    assert low == (0.5, pytest.approx(0.5, abs=0.01), 1000)
    assert high == (0.9, pytest.approx(0.9, abs=0.01), 1000)


def test_between_two_points_on_their_line_and_raw_without_a_map(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibration, "_maps", lambda: {"quotes": [(0.5, 0.4), (0.9, 0.8)]})
    assert calibrated("quotes", 0.1) == 0.4
    assert calibrated("quotes", 0.7) == pytest.approx(0.6)
    assert calibrated("quotes", 0.99) == 0.8
    assert calibrated("events", 0.77) == 0.77
