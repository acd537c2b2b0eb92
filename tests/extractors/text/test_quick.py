"""Patterns with a first look: the same matches as the plain pattern, and most texts turned away at the look."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.quick import Several, needed, quick
from extractors.text.tokens import word_set

_PATTERNS = (
    r"\b(?:won|win(?:s|ning)?)\s+(?:[\w-]+\s+){0,3}?(?:deals?|pacts?)\b",
    r"\bratif\w+|\bvot(?:e|es|ed)\b(?! down)",
    r"(?:deal|pact)s?\b",
    r"\b(?:the|a)?\s?(?P<noun>union|bill)\b",
    r"\d+(?:st|nd)?\s?(?:of|in)\s\d",
    r"\b\d{1,3}\s?%",
    r"[\s-]fold\b|[“\"]deal",
    r"\bun(?:der|til) the\b|\bo['’]clock",
    r"(?i:bill)\b.{0,9}\bAct\b|[Ll]aw\W+(?=deal)",
    r"(?<=the )deal(?:\s+is)*\s+won",
    r"[^a-m]|x*",
)
_PIECES = sorted(
    word_set(
        "won win the a deal deals pact pacts union bill Bill Act law Law ratified votes vote down 12 3rd 5% 100 in of"
        " under until o’clock fold x-fold twofold “deal” THE Won is İ ſ é"
    )
)
_TEXTS = st.lists(st.sampled_from([*_PIECES, " ", " ", " ", ", ", "-", "\n", "."]), max_size=24).map("".join)


@given(_TEXTS, st.sampled_from(_PATTERNS), st.sampled_from((0, re.IGNORECASE)), st.integers(0, 9))
def test_finds_what_the_plain_pattern_finds(text: str, pattern: str, flags: int, start: int) -> None:
    plain, found = re.compile(pattern, flags), quick(pattern, flags)
    spans = [match.span() for match in plain.finditer(text)]
    assert [match.span() for match in found.finditer(text)] == spans
    first, expected = found.search(text, start), plain.search(text, start)
    assert (first and first.span()) == (expected and expected.span())


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\bstrik(?:e|ing)\b", ("\0strike\0", "\0striking\0")),
        (r"\bthe\s+(?:new\s+)?(?:deal|pact)\b", ("\0deal\0", "\0pact\0")),
        (r"\bratif\w+", ("\0ratif",)),
        (r"\bcalls? on\b", ("\0call\0 \0on\0", "\0calls\0 \0on\0")),
        (r"\b(?:won\b|win)\s+(?:\w+\s+){0,3}?contracts\b", ("\0contracts\0",)),
        (r"\d{1,3}", ("\1",)),
        (r"(?:union)?|\w+", ()),
        (r"union|\w+ed", ("ed", "union")),
        (r"union|\w+", ()),
    ],
)
def test_words_any_match_must_hold(pattern: str, words: tuple[str, ...]) -> None:
    assert needed(re.compile(pattern)) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They ratified the pact.", True),
        ("They RATIFIED it.", True),
        ("They gratified us.", False),
        ("An impact was felt.", False),
        ("", False),
    ],
)
def test_looks_at_edges_of_words(text: str, expected: bool) -> None:
    assert quick(r"\b(?:ratif\w+|pact)\b", re.IGNORECASE).may(text) is expected


def test_of_several_patterns_only_those_that_may_match_are_named() -> None:
    several = Several([quick(r"\brobots?\b"), quick(r"\bunion\b"), quick(r"\w"), quick(r"\bunion members\b")])
    assert several.likely("The union met.") == [1, 2]
    assert several.likely("Union members met.") == [1, 2, 3]
    assert several.likely("Robots came.") == [0, 2]
    assert several.likely("It rained.") == [2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union met.", [r"\bunions?\b"]),
        ("Robots and union members came.", [r"\brobots?\b", r"\bunions?\b", r"\bunion members\b"]),
        ("Reunions of nurses.", []),
        ("Some 12 robotic arms.", [r"\d{2}"]),
        ("", []),
    ],
)
def test_several_patterns_that_may_match_in_their_order(text: str, expected: list[str]) -> None:
    several = Several(map(quick, (r"\brobots?\b", r"\bunions?\b", r"\bunion members\b", r"\d{2}")))
    assert [found.pattern.pattern for found in several.those(text)] == expected
    assert several.may(text) is bool(expected)


def test_a_pattern_first_asked_later_sees_texts_that_others_were_asked_about() -> None:
    text = "The committee met in the old depot."
    assert quick(r"\bunion\b").search(text) is None
    assert quick(r"\bold depot\b").search(text)
    assert quick(r"\bdepot\b").match(text, text.index("depot"))
    assert quick(r"\bdepot\b").match(text) is None
