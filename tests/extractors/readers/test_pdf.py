"""What a PDF says of itself, pages that are pictures, files that are damaged or too large."""

from __future__ import annotations

import io
import json
import re
import shutil
from datetime import date
from difflib import SequenceMatcher

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from extractors.readers.blocks import assemble
from extractors.readers.limits import Limits
from extractors.readers.pdf_page import read_page
from extractors.readers.pdf_second import read_pages
from tests.extractors.readers.pdfs import HOURS, LETTER, TOOLS, codes, page, pdf, picture, put, read, texts
from tests.support import SAMPLES, SHARED, needs_shared

needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")


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


@needs_tesseract
def test_dirt_at_the_edge_of_a_scan_is_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STEWARD_OCR", raising=False)
    dirty = [f"| {SCANNED[0]}", *SCANNED[1:-1], f"{SCANNED[-1]} _"]
    assert texts(read(pdf(picture(dirty)))) == [" ".join(SCANNED)]


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


@pytest.mark.parametrize("size", [0.0, 0.0001])
def test_absurd_font_sizes_do_not_cost_the_page(size: float) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, HOURS, 72, 720)
        put(canvas, ["x y", "x y"], 72, 300, size=size)

    assert texts(read(pdf(draw)))[0] == HOURS


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


def test_the_other_library_reads_pages_alike() -> None:
    """The second reader gives the words of a page in the same order, so that it can stand in for the first."""
    data = (SAMPLES / "cba.pdf").read_bytes()
    second = read_pages(data, [8])[8]
    first = read_page(pypdfium2.PdfDocument(data)[7])
    ours, theirs = ([word for s in page.segments for word in s.text.split()] for page in (first, second))
    assert len(ours) > 100
    assert SequenceMatcher(None, ours, theirs, autojunk=False).ratio() > 0.95


def test_a_page_that_the_first_cannot_read_is_read_by_the_second(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(page: object) -> object:
        raise RuntimeError("no such font")

    monkeypatch.setattr("extractors.readers.pdf.read_page", broken)
    parsed = read(pdf(page(HOURS), page(TOOLS)))
    assert parsed.status == "parsed"
    assert codes(parsed) == ["second_reader"]
    assert TOOLS.split()[3] in " ".join(texts(parsed))
