"""Articles of agreements whose headings a scan damaged, or that their table of contents nearly hides."""

from __future__ import annotations

import pytest

from extractors.structure.numbers import as_roman, number_key, repaired, roman
from tests.extractors.structure.test_build import BODY, ROMANS, TITLES, bodies, found, made

WHOLE = list(zip(ROMANS, TITLES, strict=True))


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Il", "II"),
        ("Ill", "III"),
        ("|", "I"),
        ("XIll", "XIII"),
        ("Vili", "VIII"),
        ("IT", "II"),
        ("VIH", "VIII"),
        ("XXIl", "XXII"),
        ("XVI", None),
        ("11", None),
        ("XxXIl", None),
        ("H", None),
        ("C1", None),
        ("Pay", None),
    ],
)
def test_damaged_roman_numbers(printed: str, read: str | None) -> None:
    assert repaired(printed) == read


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("6", (6,)), ("6T", (6, 0, 20)), ("6.1", (6, 1)), ("6.1A", (6, 1, 1)), ("6.1A,C", (6, 1, 1)), ("B-2", (2, 2)),
        ("6.1A, C, D", (6, 1, 1)), ("16-A", (16, 0, 1)),
    ],
)  # fmt: skip
def test_order_of_numbers(number: str, key: tuple[int, ...]) -> None:
    assert number_key(number) == key


@pytest.mark.parametrize(
    ("step", "title", "articles"), [(2, "PAY OF CREW", 14), (3, "PAY OF CREW", 0), (2, "Pay of Crew", 0)]
)
def test_bare_numbers_of_a_scan_that_lost_half_of_them(step: int, title: str, articles: int) -> None:
    headings = [
        f"{number}. {title} {'ABCDEFGHIJKLMN'[count]}" for count, number in enumerate(range(2, 2 + 14 * step, step))
    ]
    assert len(found(made(*bodies(headings)), "article")) == articles


@pytest.mark.parametrize("value", range(1, 90))
def test_roman_numbers_there_and_back(value: int) -> None:
    assert roman(as_roman(value)) == value
    assert number_key(as_roman(value)) == (value,)


DAMAGE = {
    "strokes": ["I", "Il", "Ill", "IV", "V", "Vl", "VIl", "VIH"],
    "lost strokes": ["I", "II", "Il", "IV", "V", "VI", "VII", "VIL"],
    "ghosts": ["I", "II", "III", "Iv", "vV", "vVI", "VII", "VIII"],
    "lost numbers": ["I", "II", "", "IV", "V", "", "VII", "VIII"],
    "specks": ["I", "II", "§", "IV", "V", "Tit", "VII", "VIII"],
}


@pytest.mark.parametrize("kind", DAMAGE)
@pytest.mark.parametrize("joint", ["|", " - "])
def test_damaged_numbers_are_read_by_their_place(kind: str, joint: str) -> None:
    headings = [f"ARTICLE {n}{joint}{t}" for n, t in zip(DAMAGE[kind], TITLES, strict=True)]
    assert found(made("# AGREEMENT", *bodies(headings)), "article") == WHOLE


def test_arabic_numbers_that_a_scan_lost_or_broke() -> None:
    headings = [f"ARTICLE {n}. {t}" for n, t in enumerate(TITLES, 1)]
    headings[0], headings[3], headings[5] = "ARTICLE I. RECOGNITION", "ARTI 4. WAGES", "ARTICLE 6, SENIORITY"
    assert found(made(*bodies(headings)), "article") == [(str(n), title) for n, title in enumerate(TITLES, 1)]


def test_a_number_that_the_agreement_skips_is_not_made_up() -> None:
    headings = [f"ARTICLE {n}. {t}" for n, t in enumerate(TITLES, 1)]
    lines = bodies(headings[:4])
    lines += ["ARTICLE 4, WAGES", BODY, "ARTICLE 4, WAGES", BODY, "ARTICLE", BODY]
    lines += [f"ARTICLE {n} AND THE BOATS", BODY] if (n := 12) else []
    assert [number for number, _ in found(made(*lines, *bodies(headings[5:])), "article")] == [
        "1", "2", "3", "4", "6", "7", "8",
    ]  # fmt: skip


def test_a_heading_with_a_comma_is_one_where_no_other_is() -> None:
    headings = [f"ARTICLE {n}, {t}" for n, t in enumerate(TITLES, 1)]
    assert found(made(*bodies(headings)), "article") == [(str(n), title) for n, title in enumerate(TITLES, 1)]
    references = [f"Article {n}, {t.title()}, applies to whoever asks in writing." for n, t in enumerate(TITLES, 1)]
    assert found(made(*bodies(references)), "article") == []


def test_a_title_may_repeat_its_number() -> None:
    headings = [f"ARTICLE {n}|{k}.0 {t}" for k, (n, t) in enumerate(WHOLE, 1)]
    assert found(made(*bodies(headings)), "article") == WHOLE


def test_a_table_of_contents_with_sections_in_it_is_not_the_body() -> None:
    contents = [
        line
        for n, t in WHOLE
        for line in (f"ARTICLE {n} - {t}", *[f"Section {k} - On boats and crews" for k in "12345"])
    ]
    text = made("# CONTENTS", *contents, *bodies([f"ARTICLE {n}|{t}" for n, t in WHOLE]))
    assert found(text, "article") == WHOLE
    bare = made("# CONTENTS", *contents, *bodies([f"ARTICLE {n}" for n in ROMANS]))
    assert found(bare, "article") == WHOLE


def test_sections_that_hold_the_text_go_before_a_numbered_list_in_it() -> None:
    sections = [f"SECTION {n}.00 - {t}" for n, t in enumerate(TITLES, 1)]
    listed = [f"{n}. {t}" for n, t in enumerate(("RADIO", "RAFT", "ROPE", "LAMP", "FLARE", "MAP"), 1)]
    assembled = made("# MEMORANDUM", *bodies(sections[:6]), *listed, *bodies(sections[6:]))
    assert [number for number, _ in found(assembled, "article")] == [f"{n}.00" for n in range(1, 9)]
