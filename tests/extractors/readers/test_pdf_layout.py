"""What stands where on a page, and what must become of it: columns, heads and feet, paragraphs, lists, tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extractors.readers.blocks import assemble
from tests.extractors.readers.pdfs import HOURS, LETTER, TOOLS, WIDTH, page, pdf, put, read, texts, wrapped


def test_paragraphs_are_joined_from_lines() -> None:
    parsed = read(pdf(page(HOURS, TOOLS)))
    assert texts(parsed) == [HOURS, TOOLS]
    assert (parsed.status, parsed.page_count, parsed.media_type) == ("parsed", 1, "application/pdf")
    assert not parsed.troubles


def test_first_line_indent_begins_a_paragraph() -> None:
    def draw(canvas: Canvas) -> None:
        y = 720.0
        for text in (HOURS, TOOLS):
            lines = list(wrapped(canvas, text, WIDTH - 20, "Times-Roman", 11))
            y = put(canvas, lines[:1], 92, y)
            y = put(canvas, " ".join(lines[1:]), 72, y)

    assert texts(read(pdf(draw))) == [HOURS, TOOLS]


def test_two_columns_are_read_one_after_the_other() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, "Rosters made by machines", 72, 740, font="Helvetica-Bold", size=18)
        canvas.setFont("Times-Roman", 10)
        left = list(wrapped(canvas, HOURS + " " + HOURS, 220, "Times-Roman", 10))
        right = list(wrapped(canvas, TOOLS + " " + TOOLS, 220, "Times-Roman", 10))
        for n in range(max(len(left), len(right))):  # drawn row by row across the columns, as some writers do
            for x, lines in ((72, left), (320, right)):
                if n < len(lines):
                    canvas.drawString(x, 700 - 12.5 * n, lines[n])

    parsed = read(pdf(draw))
    assert texts(parsed) == ["Rosters made by machines", f"{HOURS} {HOURS}", f"{TOOLS} {TOOLS}"]
    assert parsed.blocks[0].kind == "heading"


def test_three_columns_under_a_head_over_all() -> None:
    columns = [f"Column {name} opens. {HOURS} {TOOLS}" for name in ("one", "two", "three")]

    def draw(canvas: Canvas) -> None:
        put(canvas, [f"{'A notice that runs over the whole width of the page. ' * 2}"], 72, 740, size=10)
        for n, text in enumerate(columns):
            put(canvas, text, 72 + 160 * n, 700 - 3 * n, width=145, size=9)

    found = texts(read(pdf(draw)))
    assert found[1:] == columns


def test_two_short_columns_side_by_side_are_a_table() -> None:
    rows = [
        ("Clerks of the harbor office", "three weeks of leave each year"),
        ("Pilots on the outer route", "four weeks"),
    ] * 2

    def draw(canvas: Canvas) -> None:
        for n, row in enumerate(rows):
            canvas.drawString(72, 700 - 16 * n, row[0])
            canvas.drawString(320, 700 - 16 * n, row[1])

    assert texts(read(pdf(draw)), "table") == ["\n".join("\t".join(row) for row in rows)]


def test_a_sentence_goes_on_in_the_next_column_and_page() -> None:
    words = (HOURS + " " + TOOLS).split(" ")
    halves = " ".join(words[:55]), " ".join(words[55:])

    def first(canvas: Canvas) -> None:
        put(canvas, halves[0], 72, 150)

    def second(canvas: Canvas) -> None:
        put(canvas, halves[1], 72, 720)

    parsed = read(pdf(first, second))
    assert texts(parsed) == [f"{HOURS} {TOOLS}"]
    assert parsed.blocks[0].page == 1


def test_running_heads_and_page_numbers_are_left_out() -> None:
    def numbered(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            put(canvas, ["Agreement of the Harbor Pilots"], 72, 760, size=9)
            put(canvas, [f"Article {1 + number // 3}"], 480, 760, size=9)
            put(canvas, f"On page {number} the parties agree on matter number {number}. {HOURS}", 72, 700)
            put(canvas, [f"- {number} -"], 300, 40, size=9)

        return draw

    parsed = read(pdf(*(numbered(n) for n in range(1, 13))))
    text = assemble(parsed.blocks).text
    assert "Harbor Pilots" not in text and "Article" not in text and "- 3 -" not in text
    assert all(f"matter number {n}." in text for n in range(1, 13))


@pytest.mark.parametrize("style", ["{}", "Page {} of 9", "[{}]", "Contract 2024-2027 {}", "{} Contract"])
def test_page_number_styles(style: str) -> None:
    def numbered(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            put(canvas, HOURS, 72, 700)
            put(canvas, [style.format(number)], 280, 36, size=9)

        return draw

    assert texts(read(pdf(*(numbered(n) for n in range(1, 10))))) == [HOURS] * 9


def test_articles_that_begin_pages_stay() -> None:
    def article(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            put(canvas, [f"ARTICLE {number}"], 72, 720)
            put(canvas, f"Matter {number} is settled as follows. {HOURS}", 72, 690)
            put(canvas, [str(number + 4)], 300, 40, size=9)

        return draw

    parsed = read(pdf(*(article(n) for n in range(1, 9))))
    assert texts(parsed, "heading") == [f"ARTICLE {n}" for n in range(1, 9)]


def test_heads_of_articles_stay_below_running_heads() -> None:
    def numbered(leaf: int) -> Callable[[Canvas], None]:
        number, opens = 1 + leaf // 2, leaf % 2 == 0

        def draw(canvas: Canvas) -> None:
            put(canvas, [f"Article {number}"], 480, 760, size=9)
            if opens:
                put(canvas, [f"ARTICLE {number}"], 270, 720, font="Times-Bold")
            put(canvas, f"Matter {leaf} is settled as follows. {HOURS}", 72, 690 if opens else 720)
            put(canvas, [str(leaf + 1)], 300, 40, size=9)

        return draw

    parsed = read(pdf(*(numbered(leaf) for leaf in range(24))))
    assert texts(parsed, "heading") == [f"ARTICLE {n}" for n in range(1, 13)]
    assert "Article" not in "".join(texts(parsed, "paragraph"))


def test_a_line_that_happens_to_open_several_pages_stays() -> None:
    opening = "In witness of this the parties have set their hands below."

    def draw(number: int) -> Callable[[Canvas], None]:
        return page(opening if number % 4 == 0 else f"Matter {number} is open.", f"Matter {number} goes on. {HOURS}")

    assert texts(read(pdf(*(draw(n) for n in range(16))))).count(opening) == 4


@pytest.mark.parametrize("right", [True, False])
def test_margin_line_numbers_are_left_out(right: bool) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 12)
        for n, line in enumerate(wrapped(canvas, f"{HOURS} {TOOLS} {HOURS}", 400, "Times-Roman", 12), 1):
            (canvas.drawRightString if right else canvas.drawString)(88 if right else 72, 720 - 24 * n, str(n))
            canvas.drawString(110, 720 - 24 * n, line)

    assert texts(read(pdf(draw))) == [f"{HOURS} {TOOLS} {HOURS}"]


def test_first_column_of_a_table_is_no_margin() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, HOURS, 72, 740)
        for n in range(1, 13):
            canvas.drawString(72, 660 - 14 * n, str(n))
            canvas.drawString(160, 660 - 14 * n, f"${20 + n}.50")
            canvas.drawString(260, 660 - 14 * n, f"${22 + n}.75")

    tables = texts(read(pdf(draw)), "table")
    assert tables == ["\n".join(f"{n}\t${20 + n}.50\t${22 + n}.75" for n in range(1, 13))]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["The parties shall meet for bar-", "gaining every spring in the town."], "bargaining every"),
        (["They say part-time work is counted as part-", "time work in every such case here."], "as part-time work"),
        (["The rule names the Secretary-", "Treasurer of the local union first."], "Secretary-Treasurer"),
        (["The driver loads and/", "or unloads the truck in the yard."], "and/or unloads"),
        (["Tools that act on their own are self-", "acting tools in the sense of acting."], "self-acting"),
    ],
)
def test_hyphens_at_line_ends(lines: list[str], expected: str) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, lines, 72, 700)

    assert expected in texts(read(pdf(draw)))[0]


def test_words_torn_by_kerning_are_mended() -> None:
    def draw(canvas: Canvas) -> None:
        y = put(canvas, HOURS, 72, 720)
        canvas.drawString(72, y, "The")
        canvas.drawString(94, y, "f")
        canvas.drawString(94 + canvas.stringWidth("f") + 1.2, y, "ollowing rule holds on each of a pilot's days.")

    assert texts(read(pdf(draw)))[-1] == "The following rule holds on each of a pilot's days."


def test_letters_set_apart_are_words() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Bold", 14)
        canvas.drawString(150, 720, "AGREEMENT OF PILOTS", charSpace=6)
        put(canvas, HOURS, 72, 680)

    assert texts(read(pdf(draw))) == ["AGREEMENT OF PILOTS", HOURS]


def test_footnotes_come_after_the_paragraph() -> None:
    def first(canvas: Canvas) -> None:
        put(canvas, HOURS, 72, 720)
        put(
            canvas,
            ["The last sentence of this page is not finished where the page ends because the", "rest of it stands on"],
            72,
            160,
        )
        put(canvas, ["1 Figures are those of the county clerk."], 72, 80, size=8)

    def second(canvas: Canvas) -> None:
        put(canvas, "the page after it, where it comes to its end. " + HOURS, 72, 720)

    parsed = read(pdf(first, second))
    found = texts(parsed)
    assert found[0] == HOURS
    assert "the rest of it stands on the page after it, where" in found[1]
    assert found[2] == "1 Figures are those of the county clerk."
    assert [block.page for block in parsed.blocks] == [1, 1, 1]


def test_headings_by_size_weight_and_capitals() -> None:
    def draw(canvas: Canvas) -> None:
        y = put(canvas, "Machines at the counter", 72, 740, font="Helvetica-Bold", size=20) - 10
        y = put(canvas, "What we saw", 72, y, font="Times-Bold", size=14) - 6
        y = put(canvas, HOURS, 72, y) - 10
        y = put(canvas, "THE LAST WORD", 72, y) - 6
        put(canvas, TOOLS, 72, y)

    parsed = read(pdf(draw))
    headings = [(block.text, block.level) for block in parsed.blocks if block.kind == "heading"]
    assert headings == [("Machines at the counter", 1), ("What we saw", 2), ("THE LAST WORD", 3)]
    assert parsed.title == "Machines at the counter"


@pytest.mark.parametrize(
    "head",
    ["ARTICLE 7 – HOURS", "Article 6", "ARTICLE IX: PAY", "Section 2. Notice", "APPENDIX B – WAGES", "7.1 Rest breaks"],
)
def test_numbered_heads_begin_blocks(head: str) -> None:
    def draw(canvas: Canvas) -> None:
        y = put(canvas, HOURS, 72, 740)
        y = put(canvas, [head], 72, y)
        put(canvas, TOOLS, 72, y)

    assert texts(read(pdf(draw))) == [HOURS, head, TOOLS]


def test_cross_references_at_a_line_start_do_not() -> None:
    lines = [
        "A grievance over the matters named above is heard in the way that is set out in full under",
        "Section 4 of the agreement, and nothing said in the course of it binds either of the parties",
        "to it.",
    ]

    def draw(canvas: Canvas) -> None:
        put(canvas, lines, 72, 700)

    assert texts(read(pdf(draw))) == [" ".join(lines)]


def test_lists() -> None:
    items = [
        "• rosters are shown two weeks ahead",
        "• nobody is ranked in public",
        "(a) the Union is told first",
        "2. the County answers in writing",
    ]

    def draw(canvas: Canvas) -> None:
        y = put(canvas, HOURS, 72, 740)
        put(canvas, items, 90, y - 6)

    parsed = read(pdf(draw))
    assert texts(parsed, "list_item") == [items[0][2:], items[1][2:], items[2], items[3]]


def test_contents_lines_are_blocks_of_their_own() -> None:
    entries = [
        f"ARTICLE {n} {word} {'.' * (80 - n)} {n + 3}"
        for n, word in enumerate(("HOURS", "PAY", "TOOLS", "REST", "TERM", "NOTICE"), 1)
    ]

    def draw(canvas: Canvas) -> None:
        put(canvas, entries, 72, 700)

    parsed = read(pdf(draw, page(HOURS)))
    assert texts(parsed) == [*entries, HOURS]
    assert not texts(parsed, "heading")


def test_ruled_table() -> None:
    rows = [("Step", "Clerk", "Pilot"), ("1", "$21.10", "$34.00"), ("2", "$22.40", "$36.50")]

    def draw(canvas: Canvas) -> None:
        put(canvas, HOURS, 72, 740)
        for n in range(4):
            canvas.line(72, 600 - 20 * n, 372, 600 - 20 * n)
            canvas.line(72 + 100 * n, 600, 72 + 100 * n, 540)
        for n, row in enumerate(rows):
            for m, cell in enumerate(row):
                canvas.drawString(78 + 100 * m, 586 - 20 * n, cell)
        put(canvas, TOOLS, 72, 500)

    parsed = read(pdf(draw))
    assert [block.kind for block in parsed.blocks] == ["paragraph", "table", "paragraph"]
    assert parsed.blocks[1].text == "\n".join("\t".join(row) for row in rows)


def test_table_cell_over_two_lines_and_rows() -> None:
    def draw(canvas: Canvas) -> None:
        for y in (700, 660, 640, 620):
            canvas.line(172 if y == 640 else 72, y, 372, y)
        for x in (72, 172, 372):
            canvas.line(x, 700, x, 620)
        put(canvas, ["Harbor", "pilots"], 78, 685)
        put(canvas, ["paid by the", "tide"], 178, 685)
        put(canvas, ["Night"], 78, 645)
        put(canvas, ["double"], 178, 645)
        put(canvas, ["triple on holidays"], 178, 625)

    assert texts(read(pdf(draw)), "table") == ["Harbor pilots\tpaid by the tide\nNight\tdouble\n\ttriple on holidays"]


def test_ligatures_are_opened_in_the_text() -> None:
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))

    def draw(canvas: Canvas) -> None:
        put(canvas, "The of\ufb01ce of the \ufb01rst clerk on the second \ufb02oor", 72, 700, font="Vera")

    made = assemble(read(pdf(draw)).blocks).text
    assert made == "The office of the first clerk on the second floor"


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_rotated_pages(angle: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(angle)
        canvas.saveState()
        width, height = LETTER if angle == 180 else LETTER[::-1]  # the canvas turns its page box as well
        canvas.translate(*{90: (width, 0), 180: (width, height), 270: (0, height)}[angle])
        canvas.rotate(angle)
        put(canvas, HOURS, 72, 500)
        canvas.restoreState()

    assert texts(read(pdf(draw))) == [HOURS]


def test_text_set_sideways_comes_after_the_rest() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, HOURS, 72, 720)
        canvas.rotate(90)
        put(canvas, TOOLS, 72, -560)

    assert texts(read(pdf(draw))) == [HOURS, TOOLS]


def test_a_paragraph_that_runs_over_a_page_has_both_pages() -> None:
    lines = list(wrapped(Canvas(None), f"{HOURS} {TOOLS}", WIDTH, "Times-Roman", 11))
    first, second = lines[:2], lines[2:]
    parsed = read(pdf(lambda canvas: put(canvas, first, 72, 100), lambda canvas: put(canvas, second, 72, 720)))
    made = assemble(parsed.blocks, parsed.page_count)
    assert len(made.placed) == 1
    assert made.text[made.page_starts[1] :].startswith(second[0])


def test_capitals_in_bold_are_no_line_of_the_contents_below() -> None:
    def cover(canvas: Canvas) -> None:
        for n, line in enumerate(("AGREEMENT", "BETWEEN", "HERON COUNTY", "AND", "HERON CLERKS", "LOCAL 9")):
            put(canvas, [line], 220, 740 - 20 * n, font="Times-Bold", size=12)

    def draw(canvas: Canvas) -> None:
        put(canvas, "TABLE OF CONTENTS", 220, 740, font="Times-Bold", size=12)
        rows = [("Recognition", "3"), ("Dues", "4"), ("Hours of Work", "5"), ("Wages", "6"), ("Duration", "7")]
        put(canvas, [name.ljust(60, ".") + number for name, number in rows], 72, 720)

    assert "TABLE OF CONTENTS" in texts(read(pdf(cover, draw, page(HOURS))))


def test_line_numbers_of_a_cover_go() -> None:
    def cover(canvas: Canvas) -> None:
        for n, line in enumerate(("AGREEMENT", "between", "HERON COUNTY", "and", "HERON CLERKS"), 1):
            put(canvas, [str(n)], 50, 740 - 20 * n, size=8)
            put(canvas, [line], 260, 740 - 20 * n, size=12)
        put(canvas, ["- 1 -"], 300, 40)

    assert " ".join(texts(read(pdf(cover)))) == "AGREEMENT between HERON COUNTY and HERON CLERKS"


def test_a_list_of_numbers_beside_words_is_kept() -> None:
    def steps(canvas: Canvas) -> None:
        for n, line in enumerate(("first year", "second year", "third year"), 1):
            put(canvas, [str(n)], 90, 740 - 20 * n)
            put(canvas, [line], 130, 740 - 20 * n)

    assert all(str(n) in " ".join(texts(read(pdf(steps)))) for n in (1, 2, 3))
