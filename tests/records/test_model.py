"""Spans: sliced, never typed; pages found by offset."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.ids import fold_name
from records.model import SpanError
from tests.support import document

TEXT = st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=80)


@given(TEXT, st.integers(-5, 90), st.integers(-5, 90))
def test_a_span_is_exactly_a_slice_without_outer_space_or_it_is_refused(text: str, start: int, end: int) -> None:
    made = replace(document("x"), text=text)
    try:
        span = made.span(start, end)
    except SpanError:
        assert not (0 <= start < end <= len(text)) or not text[start:end].strip()
        return
    assert span.quote == text[span.start : span.end] == text[start:end].strip()
    assert start <= span.start < span.end <= end


@pytest.mark.parametrize(("offset", "page"), [(0, 1), (9, 1), (10, 2), (19, 2), (20, 4), (99, 4)])
def test_the_page_of_an_offset(offset: int, page: int) -> None:
    """The third page is empty: it starts where the fourth does."""
    made = replace(document("x"), text="a" * 100, page_starts=(0, 10, 20, 20))
    assert made.page_at(offset) == page
    assert made.span(offset, offset + 1).page == page


def test_no_pages_no_page() -> None:
    assert document("Some text").span(0, 4).page is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("The AFL-CIO", "afl cio"), ("Unión  Sindical", "union sindical"), ("Workers’ Union", "Workers' Union")],
)
def test_names_fold_to_one_key(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)
