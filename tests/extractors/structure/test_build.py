"""What articles, sections, appendices and leaves are found in documents made for the purpose."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.readers import Limits, read
from extractors.readers.blocks import Assembled, Block, assemble
from extractors.structure.build import passages
from extractors.text.sentences import LEAVES
from records.model import Passage
from tests.support import GOLD, SAMPLES, SHARED, needs_shared

BODY = (
    "The parties have talked at length about this matter and record here what they settled, so that each crew member "
    "knows what to expect from the other side while the contract is in force and for whatever follows it."
)
TITLES = ("RECOGNITION", "DUES", "HOURS OF WORK", "WAGES", "SICK LEAVE", "SENIORITY", "GRIEVANCE PROCEDURE", "DURATION")
PLAIN = ("Recognition", "Dues", "Hours of Work", "Wages", "Sick Leave", "Seniority", "Grievance Procedure", "Duration")
ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
WORDS = ("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT")


def made(*lines: str | tuple[str, str]) -> Assembled:
    """Text of blocks: a plain string is a paragraph, `# ` opens a heading, a pair gives kind and text."""
    blocks = []
    for line in lines:
        kind, text = line if isinstance(line, tuple) else ("paragraph", line)
        if text.startswith("# "):
            kind, text = "heading", text[2:]
        blocks.append(Block(kind, text, level=1 if kind == "heading" else 0))
    return assemble(blocks)


def found(assembled: Assembled, kind: str, document_type: str = "agreement") -> list[tuple[str | None, str | None]]:
    return [(p.number, p.heading) for p in passages("doc_1", assembled, document_type) if p.kind == kind]


def bodies(headings: list[str]) -> list[str]:
    return [line for heading in headings for line in (*heading.split("|"), BODY, BODY)]


def test_numbers_with_letters_between_whole_ones() -> None:
    numbers = ("1", "2", "3", "3T", "3.1A", "3.1B,C", "3.2C,H,K", "4")
    contents = [f"ARTICLE {n}--{t} ........ {page}" for page, (n, t) in enumerate(zip(numbers, TITLES, strict=True), 1)]
    body = bodies([f"ARTICLE {n}--{t}" for n, t in zip(numbers, TITLES, strict=True)])
    assert found(made(*contents, *body), "article") == list(zip(numbers, TITLES, strict=True))


def test_what_word_prints_for_a_lost_reference_is_no_title() -> None:
    body = bodies([f"ARTICLE {n} - {t}Error! Bookmark not defined." for n, t in enumerate(TITLES, 1)])
    assert found(made(*body), "article")[0] == ("1", "RECOGNITION")


STYLES = {
    "number and title": ([f"ARTICLE {n} - {t}" for n, t in enumerate(TITLES, 1)], "1"),
    "in Spanish": ([f"ARTÍCULO {n} - {t}" for n, t in enumerate(TITLES, 1)], "1"),
    "reader's marks": ([f"### ARTICLE {n}   {t}" for n, t in enumerate(TITLES, 1)], "1"),
    "title on the next line": ([f"ARTICLE {n}|{t}" for n, t in enumerate(TITLES, 1)], "1"),
    "small letters": ([f"Article {n}: {t}" for n, t in enumerate(PLAIN, 1)], "1"),
    "dash without spaces": ([f"ARTICLE {n}—{t}" for n, t in enumerate(TITLES, 1)], "1"),
    "roman": ([f"ARTICLE {n}. {t}" for n, t in zip(ROMANS, TITLES, strict=True)], "I"),
    "words": ([f"ARTICLE {n} {t}" for n, t in zip(WORDS, TITLES, strict=True)], "ONE"),
    "text on the same line": ([f"ARTICLE {n}. {t}. {BODY}" for n, t in enumerate(TITLES, 1)], "1"),
    "bare numbers": ([f"{n}. {t}" for n, t in enumerate(TITLES, 1)], "1"),
    "sections for articles": ([f"SECTION {n}. {t}" for n, t in enumerate(TITLES, 1)], "1"),
    "chapters": ([f"CHAPTER {n}|{t}" for n, t in enumerate(TITLES, 1)], "1"),
    "titles in brackets": ([f"ARTICLE {n}|({t})" for n, t in enumerate(TITLES, 1)], "1"),
    "plain titles on the next line": ([f"ARTICLE {n}|{t}" for n, t in enumerate(PLAIN, 1)], "1"),
    "rules": ([f"RULE {n}. {t}" for n, t in enumerate(TITLES, 1)], "1"),
    "roman without a word": ([f"{n}. {t}" for n, t in zip(ROMANS, TITLES, strict=True)], "I"),
}


@pytest.mark.parametrize("style", STYLES)
def test_articles_in_many_styles(style: str) -> None:
    headings, first = STYLES[style]
    articles = found(made("# AGREEMENT", *bodies(headings)), "article")
    assert articles[0][0] == first
    assert [(title or "").casefold() for _, title in articles] == [title.casefold() for title in TITLES]


def test_numbers_stay_as_printed() -> None:
    headings = [f"ARTICLE B-{n} {title}" for n, title in enumerate(TITLES, 1)]
    assert found(made(*bodies(headings)), "article")[1] == ("B-2", "DUES")
    headings = [f"ARTICLE {n}.{m} {t}" for n in (1, 2) for m, t in enumerate(TITLES[:4], 1)]
    assert [number for number, _ in found(made(*bodies(headings)), "article")][3:6] == ["1.4", "2.1", "2.2"]


def test_articles_without_titles_keep_their_number() -> None:
    headings = [f"ARTICLE {n}. {t}" for n, t in enumerate(TITLES, 1)]
    headings[2] = "ARTICLE 3"
    headings[5] = "ARTICLE 6."
    articles = found(made(*bodies(headings)), "article")
    assert articles[2] == ("3", None)
    assert articles[5] == ("6", None)
    assert len(articles) == 8


CONTENTS = [f"ARTICLE {n} - {t} ................................ {2 * n}" for n, t in enumerate(TITLES, 1)]
BARE_CONTENTS = [f"ARTICLE {n} - {t} {2 * n}" for n, t in enumerate(TITLES, 1)]
GARBLED = [f"ARTICLE {n} - {t} ..ssssssssssseceesssssss" for n, t in enumerate(TITLES, 1)]
NO_LEADERS = [f"ARTICLE {n} - {t}" for n, t in enumerate(TITLES, 1)]


@pytest.mark.parametrize("contents", [CONTENTS, BARE_CONTENTS, GARBLED, NO_LEADERS])
def test_the_table_of_contents_is_not_the_body(contents: list[str]) -> None:
    headings = [f"ARTICLE {n} - {t}" for n, t in enumerate(TITLES, 1)]
    assembled = made("# TABLE OF CONTENTS", *contents, *bodies(headings))
    articles = [p for p in passages("doc_1", assembled, "agreement") if p.kind == "article"]
    assert [p.number for p in articles] == [str(n) for n in range(1, 9)]
    assert articles[0].char_start > assembled.text.index(BODY) - 40


def test_running_heads_and_cross_references_open_nothing() -> None:
    lines: list[str] = []
    for number, title in enumerate(TITLES, 1):
        lines += [f"Article {number}", f"ARTICLE {number}. {title}", BODY, f"Article {number}", BODY]
        lines += [f"Article {max(1, number - 1)}, Section 2 applies to leave that was asked for in writing."]
        lines += [f"Article {(number * 5) % 8 + 1} shall not apply to crews on the night boat.", f"ARTICLE {number}"]
    assert found(made(*lines), "article") == [(str(n), title) for n, title in enumerate(TITLES, 1)]


def test_letters_and_appended_agreements_do_not_disturb_the_chain() -> None:
    body = bodies([f"ARTICLE {n} - {t}" for n, t in enumerate(TITLES, 1)])
    letters = ["# LETTER OF AGREEMENT #1 - ARTICLE 4 - WAGES", BODY, "ARTICLE 4 - WAGES", BODY]
    second = ["# APPENDIX A - FORMER AGREEMENT", *bodies([f"ARTICLE {n} - {t}" for n, t in enumerate(TITLES[:3], 1)])]
    assembled = made(*body, *letters, *second)
    assert found(assembled, "article") == [(str(n), title) for n, title in enumerate(TITLES, 1)]
    assert [number for number, _ in found(assembled, "side_letter")] == ["1"]
    assert found(assembled, "appendix") == [("A", "FORMER AGREEMENT")]


def test_a_damaged_heading_is_found_by_its_title_in_the_contents() -> None:
    headings = [f"ARTICLE {n} - {t}" for n, t in enumerate(TITLES, 1)]
    headings[3] = "ARTlCLE l4 WAGES"
    headings[6] = "GRIEVANCE PROCEDURE"
    articles = found(made("# TABLE OF CONTENTS", *CONTENTS, *bodies(headings)), "article")
    assert [number for number, _ in articles] == [str(n) for n in range(1, 9)]
    assert articles[6] == ("7", "GRIEVANCE PROCEDURE")


def test_titles_of_the_contents_make_the_articles_where_numbers_are_lost() -> None:
    assembled = made("# TABLE OF CONTENTS", *CONTENTS, *bodies([f"# {title}" for title in TITLES]))
    assert found(assembled, "article") == [(str(n), title) for n, title in enumerate(TITLES, 1)]
    bare = [f"{title} ................ {n}" for n, title in enumerate(TITLES, 1)]
    assembled = made("# TABLE OF CONTENTS", *bare, *bodies([f"# {title}" for title in TITLES]))
    assert found(assembled, "article") == [(None, title) for title in TITLES]


def test_a_letter_that_amends_articles_has_none_of_its_own() -> None:
    assembled = made(
        "# LETTER OF AGREEMENT",
        "The harbor and the pilots settle the following.",
        "Article 8 ~ Vacations, Section 1",
        BODY,
        "Article 13 ~ Wages, Section 4",
        BODY,
        "Article 11 shall be read as follows:",
        BODY,
    )
    assert found(assembled, "article") == []
    assert found(assembled, "side_letter") == []


def test_numbered_paragraphs_of_a_letter_are_sections() -> None:
    assembled = made(
        "# MEMORANDUM", BODY, *[f"{n}. The parties settle point {n} as they did before." for n in range(1, 6)]
    )
    assert found(assembled, "article") == []
    assert [number for number, _ in found(assembled, "section")] == ["1", "2", "3", "4", "5"]


SECTIONS = [
    (
        ["Section 1. Notice. The harbor tells the crew.", BODY, "Section 2. Training", BODY],
        [("1", "Notice"), ("2", "Training")],
    ),
    (["Sec. 1 Notice", BODY, "Sec. 2 Training", BODY], [("1", "Notice"), ("2", "Training")]),
    (
        ["3.1 Notice", BODY, "1.5 times the rate is paid.", "3.2 Training", BODY],
        [("3.1", "Notice"), ("3.2", "Training")],
    ),
    (
        ["A. Notice. The harbor tells the crew.", "B. Training. The crew learns.", BODY],
        [("A", "Notice"), ("B", "Training")],
    ),
    (["(a) the harbor tells the crew;", "(b) the crew learns.", BODY], [("a", None), ("b", None)]),
    (["1) the harbor tells the crew;", "2) the crew learns.", BODY], [("1", None), ("2", None)]),
    (["Section 1", BODY, "Section 2 of this Article does not apply.", "Section 2", BODY], [("1", None), ("2", None)]),
    (["Section 4. Tools", BODY, "4.1 Phones", BODY, "5.2 Other", BODY], [("4", "Tools"), ("4.1", "Phones")]),
]


def test_decimals_nest_by_depth() -> None:
    headings = [f"ARTICLE {n} - {t}" for n, t in enumerate(TITLES, 1)]
    lines = ["3.01 Purpose", "3.01.1 The harbor and the crew have these aims.", "3.02 Aims", BODY]
    made_of = passages("doc_1", made(*bodies(headings[:2]), headings[2], *lines, *bodies(headings[3:])), "agreement")
    nested = next(p for p in made_of if p.number == "3.01.1" and p.kind == "section")
    assert nested.heading_path == ("Article 3 HOURS OF WORK", "3.01 Purpose")


@pytest.mark.parametrize(("lines", "expected"), SECTIONS)
def test_sections(lines: list[str], expected: list[tuple[str, str | None]]) -> None:
    headings = [f"ARTICLE {n} - {t}" for n, t in enumerate(TITLES, 1)]
    assembled = made(*bodies(headings[:2]), headings[2], *lines, *bodies(headings[3:]))
    assert found(assembled, "section") == expected


def test_heading_paths_run_from_the_outside_in() -> None:
    headings = [f"ARTICLE {n} - {t}" for n, t in enumerate(PLAIN, 1)]
    assembled = made(
        *bodies(headings[:5]),
        "ARTICLE 6 - Technological Change",
        "Section 4. Notice",
        "# Scope",
        BODY,
        *bodies(headings[6:]),
    )
    leaf = next(p for p in passages("doc_1", assembled, "agreement") if p.text == BODY and len(p.heading_path) == 3)
    assert leaf.heading_path == ("Article 6 Technological Change", "Section 4 Notice", "Scope")
    article = next(p for p in passages("doc_1", assembled, "agreement") if p.kind == "article" and p.number == "6")
    assert article.heading == "Technological Change"
    assert article.text.startswith("ARTICLE 6")
    assert article.text.endswith(BODY)
    assert article.char_end >= leaf.char_end


def test_headings_of_other_documents_give_paths_and_numbered_ones_sections() -> None:
    assembled = assemble(
        [
            Block("heading", "Machines at sea", level=1),
            Block("heading", "1. Findings", level=2),
            Block("paragraph", BODY),
            Block("heading", "1.1 Cameras", level=3),
            Block("paragraph", BODY),
            Block("heading", "About us", level=2),
        ]
    )
    made_of = passages("doc_1", assembled, "report")
    assert [(p.number, p.heading) for p in made_of if p.kind == "section"] == [("1", "Findings"), ("1.1", "Cameras")]
    assert [p.heading_path for p in made_of if p.kind == "paragraph"][1] == ("1 Findings", "1.1 Cameras")


def test_a_bill_has_sections() -> None:
    assembled = made(
        "A BILL", "SECTION 1. Short title.", BODY, "SEC. 2. Notice to workers.", BODY, "Sec. 3. Penalties.", BODY
    )
    assert found(assembled, "section", "legislation") == [
        ("1", "Short title"),
        ("2", "Notice to workers"),
        ("3", "Penalties"),
    ]
    assert found(assembled, "article", "legislation") == []


def test_pages_come_from_where_the_text_stands() -> None:
    assembled = assemble([Block("paragraph", BODY, page=n) for n in (1, 1, 3)], page_count=4)
    assert [(p.page_start, p.page_end) for p in passages("doc_1", assembled, "report")] == [(1, 1), (1, 1), (3, 3)]
    assert passages("doc_1", made(BODY), "report")[0].page_start is None


LINES = st.lists(
    st.tuples(
        st.sampled_from(["heading", "paragraph", "list_item", "table"]),
        st.one_of(
            st.sampled_from(
                [
                    "ARTICLE 1",
                    "ARTICLE 2 - WAGES",
                    "Section 1. Notice",
                    "APPENDIX A",
                    "LETTER OF AGREEMENT",
                    "(a) one",
                    "4.2 Two",
                    "ARTICLE IV. TIME Section 1. Pay",
                    "1. TITLE",
                    "ARTICLE 3 ........ 9",
                    "TABLE OF CONTENTS",
                    BODY,
                ]
            ),
            st.text(min_size=1, max_size=60),
        ),
    ),
    max_size=40,
)


@settings(max_examples=150, deadline=None)
@given(LINES, st.sampled_from(["agreement", "legislation", "report", "news"]))
def test_leaves_hold_all_text_once_and_containers_hold_their_leaves(lines: list[tuple[str, str]], kind: str) -> None:
    assembled = assemble([Block(k, text, page=1 + n // 5) for n, (k, text) in enumerate(lines)], page_count=9)
    check(passages("doc_1", assembled, kind), assembled)


def check(made_of: tuple[Passage, ...], assembled: Assembled) -> None:
    leaves = [p for p in made_of if p.kind in LEAVES]
    assert [(p.char_start, p.char_end) for p in leaves] == [(b.start, b.end) for b in assembled.placed]
    assert all(p.text == assembled.text[p.char_start : p.char_end] for p in made_of)
    assert [p.ordinal for p in made_of] == list(range(len(made_of)))
    assert [p.char_start for p in made_of] == sorted(p.char_start for p in made_of)
    for outer in (p for p in made_of if p.kind not in LEAVES):
        inside = [p for p in made_of if p.ordinal > outer.ordinal and p.char_start < outer.char_end]
        assert inside
        assert all(p.char_end <= outer.char_end for p in inside)


@pytest.mark.parametrize("line", ["Article 1 ", "Section 1. ", "1. A ", "ARTICLE I ", "(a) ", "e" * 30 + " ", ". . . "])
def test_hostile_repetition_takes_no_long_time(line: str) -> None:
    once = time.monotonic()
    passages("doc_1", made(line * (200_000 // len(line))), "agreement")
    passages("doc_1", made(*[line] * 8_000), "agreement")
    assert time.monotonic() - once < 8


def test_articles_of_the_sample_contract() -> None:
    gold = json.loads((GOLD / "cba.gold.json").read_text(encoding="utf-8"))
    data = (SAMPLES / gold["file"]).read_bytes()
    parsed = read(data, url=f"file:///{gold['file']}", media_type=None, limits=Limits())
    articles = found(assemble(parsed.blocks, parsed.page_count), "article")
    assert articles == [(a["number"], a["title"]) for a in gold["articles"]]


@needs_shared
@pytest.mark.parametrize(
    "name",
    ["lane-county-foppo-collective-bargaining-agreement.txt", "yamhill-county-2023-to-2026-ycddaa-cba.txt",
     "washington-county-ssg-agreement-2025-2028.txt", "state-iaff-kingsley-firefighters-association-2025-2027.txt"],
)  # fmt: skip
def test_articles_of_real_agreements(name: str) -> None:
    gold = json.loads((SHARED / "gold" / f"{name.removesuffix('.txt')}.gold.json").read_text(encoding="utf-8"))
    data = (SHARED / "corpus" / "agreements" / name).read_bytes()
    parsed = read(data, url=f"file:///{name}", media_type=None, limits=Limits())
    articles = found(assemble(parsed.blocks, parsed.page_count), "article")
    assert [number for number, _ in articles] == [a["number"] for a in gold["articles"]]
