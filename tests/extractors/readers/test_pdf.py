"""PDFs made here, page by page, and what the reader must make of them."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import date

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.readers.blocks import Parsed, assemble
from extractors.readers.limits import Limits
from extractors.readers.pdf import read_pdf
from tests.support import SHARED, needs_shared

LETTER = (612.0, 792.0)
WIDTH = 468.0
LIMITS = Limits()
needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")

HOURS = (
    "The regular workweek of a dispatcher begins on Monday and has forty hours. The County posts the roster two weeks "
    "ahead, and a change after that needs the consent of the employee. Overtime is shared out evenly among those who "
    "ask for it, and nobody works more than twelve hours in a row."
)
TOOLS = (
    "Before a new program for rosters comes into use, the County shows it to the Union and says what it counts. The "
    "Union may bring an adviser. Results of the program alone are no ground for a warning or a transfer. Records "
    "older than one year are erased."
)


def pdf(*pages: Callable[[Canvas], object], size: tuple[float, float] = LETTER, **known: object) -> bytes:
    """A PDF with one page for each function, which draws it."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size, invariant=1, **known)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def wrapped(canvas: Canvas, text: str, width: float, font: str, size: float) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and canvas.stringWidth(f"{line} {word}", font, size) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def put(
    canvas: Canvas,
    text: str | Sequence[str],
    x: float,
    y: float,
    width: float = WIDTH,
    font: str = "Times-Roman",
    size: float = 11.0,
) -> float:
    """Draws text, wrapped, or the lines given, from baseline y (from the bottom) down; returns the next baseline."""
    canvas.setFont(font, size)
    for line in wrapped(canvas, text, width, font, size) if isinstance(text, str) else text:
        canvas.drawString(x, y, line)
        y -= 1.25 * size
    return y


def page(*paragraphs: str) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        y = 720.0
        for text in paragraphs:
            y = put(canvas, text, 72, y) - 8

    return draw


def read(data: bytes, limits: Limits = LIMITS) -> Parsed:
    return read_pdf(data, limits)


def texts(parsed: Parsed, kind: str | None = None) -> list[str]:
    return [block.text for block in parsed.blocks if kind in (None, block.kind)]


def codes(parsed: Parsed) -> list[str]:
    return [trouble.code for trouble in parsed.troubles]


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


def test_margin_line_numbers_are_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 12)
        for n, line in enumerate(wrapped(canvas, f"{HOURS} {TOOLS} {HOURS}", 400, "Times-Roman", 12), 1):
            canvas.drawRightString(88, 720 - 24 * n, str(n))
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
        (["Tools that act on their own are self-", "acting tools in the sense of acting."], "self-acting"),
    ],
)
def test_hyphens_at_line_ends(lines: list[str], expected: str) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, lines, 72, 700)

    assert expected in texts(read(pdf(draw)))[0]


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
        "Section 4 of this Agreement, and",
    ]

    def draw(canvas: Canvas) -> None:
        put(
            canvas,
            [
                lines[0],
                "Section 4 of the agreement, and nothing said in the course of it binds either of the parties",
                "to it.",
            ],
            72,
            700,
        )

    assert len(texts(read(pdf(draw)))) == 1


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
    made = assemble(read(pdf(page("The ofﬁce of the ﬁrst clerk"))).blocks).text
    assert "�" not in made and "of the" in made


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


def test_title_authors_and_date() -> None:
    def draw(canvas: Canvas) -> None:
        y = put(canvas, "Rosters in the Harbor", 72, 740, font="Helvetica-Bold", size=20)
        y = put(canvas, ["Ines Calder and Tom Okafor"], 72, y - 8)
        y = put(canvas, ["March 4, 2025"], 72, y - 8)
        put(canvas, HOURS, 72, y - 8)

    def make(title: str, author: str) -> bytes:
        target = io.BytesIO()
        canvas = Canvas(target, pagesize=LETTER, invariant=1)
        canvas.setTitle(title)
        canvas.setAuthor(author)
        draw(canvas)
        canvas.save()
        return target.getvalue()

    good = read(make("Rosters in the Harbor", "Ines Calder; Tom Okafor"))
    assert (good.title, good.authors, good.published_on) == (
        "Rosters in the Harbor",
        ("Ines Calder", "Tom Okafor"),
        date(2025, 3, 4),
    )
    poor = read(make("Microsoft Word - final_v3.docx", "jdoe"))
    assert (poor.title, poor.authors) == ("Rosters in the Harbor", ())


def test_a_term_is_no_publication_date() -> None:
    assert read(pdf(page("July 1, 2025", "through", "June 30, 2028", HOURS))).published_on is None


def picture(lines: Sequence[str]) -> Callable[[Canvas], None]:
    """A page that is a picture of text."""

    def draw(canvas: Canvas) -> None:
        source = pypdfium2.PdfDocument(pdf(lambda c: put(c, lines, 72, 700, font="Helvetica", size=13)))
        image = source[0].render(scale=200 / 72, grayscale=True).to_pil()
        canvas.drawImage(ImageReader(image), 0, 0, *LETTER)

    return draw


SCANNED = [
    "The Port shall not use cameras to rank",
    "the pilots. Recordings are erased after",
    "thirty days unless a court asks for them.",
]


@needs_tesseract
def test_scanned_page_is_recognized(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STEWARD_OCR", raising=False)
    parsed = read(pdf(page(HOURS), picture(SCANNED)))
    assert parsed.status == "parsed"
    assert texts(parsed) == [HOURS, " ".join(SCANNED)]
    assert parsed.blocks[1].page == 2
    (trouble,) = parsed.troubles
    assert (trouble.code, trouble.severity) == ("ocr_used", "info")
    assert "page 2" in trouble.message


def test_without_ocr_pictures_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEWARD_OCR", "off")
    partly = read(pdf(page(HOURS), picture(SCANNED)))
    assert (partly.status, codes(partly)) == ("parsed", ["pages_need_ocr"])
    assert "page 2" in partly.troubles[0].message
    wholly = read(pdf(picture(SCANNED), picture(SCANNED)))
    assert (wholly.status, wholly.blocks, codes(wholly)) == ("needs_ocr", (), ["pages_need_ocr"])


def test_garbled_text_layer_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEWARD_OCR", "off")
    shifted = "".join(chr(ord(c) - 29) if c.isalpha() and c.islower() else c for c in HOURS * 3)
    parsed = read(pdf(page(shifted)))
    assert (parsed.status, codes(parsed)) == ("needs_ocr", ["text_garbled"])


def test_empty_pages() -> None:
    parsed = read(pdf(lambda canvas: None, lambda canvas: None))
    assert (parsed.status, parsed.page_count, parsed.blocks) == ("empty", 2, ())


@pytest.mark.parametrize(("user", "status"), [("secret", "failed"), ("", "parsed")])
def test_passwords(user: str, status: str) -> None:
    data = pdf(page(HOURS), encrypt=StandardEncryption(user, ownerPassword="owner"))
    parsed = read(data)
    assert parsed.status == status
    assert codes(parsed) == (["password_protected"] if user else [])


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"not a pdf at all", b"\x00" * 4000])
def test_what_is_no_pdf(data: bytes) -> None:
    parsed = read(data)
    assert (parsed.status, codes(parsed)) == ("failed", ["damaged_pdf"])
    assert parsed.troubles[0].severity == "error"


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_truncated(share: float) -> None:
    data = pdf(page(HOURS), page(TOOLS), page(HOURS))
    parsed = read(data[: int(share * len(data))])
    assert "damaged_pdf" in codes(parsed)
    assert parsed.status in ("failed", "parsed", "empty")


def test_broken_cross_references_are_repaired() -> None:
    data = pdf(page(HOURS))
    head, _, _ = data.rpartition(b"startxref")
    parsed = read(head + b"startxref\n999999\n%%EOF\n")
    assert (parsed.status, texts(parsed)) == ("parsed", [HOURS])
    assert [(t.code, t.severity) for t in parsed.troubles] == [("damaged_pdf", "warning")]


def test_page_limit() -> None:
    parsed = read(pdf(*(page(f"This is leaf {n} of many.") for n in range(2000))))
    assert parsed.page_count == 2000
    assert max(block.page or 0 for block in parsed.blocks) == 1500
    assert codes(parsed) == ["too_many_pages"]


def test_text_limit() -> None:
    parsed = read(pdf(*(page(HOURS) for _ in range(10))), Limits(max_text=600))
    assert codes(parsed) == ["text_cut"]
    assert "after page 3" in parsed.troubles[0].message


def test_the_same_bytes_give_the_same_blocks() -> None:
    data = pdf(page(HOURS, TOOLS), page(TOOLS, HOURS))
    assert read(data) == read(data)


_GOOD = pdf(page(HOURS, TOOLS), page(TOOLS))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.integers(0, len(_GOOD) - 1), st.binary(min_size=1, max_size=6)), max_size=8),
    st.integers(0, len(_GOOD)),
)
def test_mutated_bytes_never_raise(changes: list[tuple[int, bytes]], end: int) -> None:
    data = bytearray(_GOOD[: max(end, 9)])
    for place, piece in changes:
        data[place : place + len(piece)] = piece
    parsed = read(bytes(data))
    assert parsed.status in ("parsed", "empty", "failed", "needs_ocr")
    assemble(parsed.blocks, parsed.page_count)


@needs_shared
def test_quotes_of_the_labelled_agreement_are_found() -> None:
    name = "ups-teamsters-national-master-2023-2028"
    gold = json.loads((SHARED / "gold" / f"{name}.gold.json").read_text(encoding="utf-8"))
    parsed = read((SHARED / "corpus" / "agreements" / f"{name}.pdf").read_bytes())

    def plain(text: str) -> str:
        return re.sub(r"[\s\u0002-]+", "", text)

    text = plain(assemble(parsed.blocks).text)
    quotes = [row["quote"] for rows in gold.values() if isinstance(rows, list) for row in rows if row.get("quote")]
    assert sum(plain(quote) in text for quote in quotes) >= 0.97 * len(quotes) > 50
