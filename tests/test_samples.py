"""The bundled samples and their gold agree: quotes are in the documents, codes are valid, builds are repeatable."""

import html
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from docx import Document

from records import codes

ROOT = Path(__file__).parent
SAMPLES = ROOT / "samples"
GOLD = ROOT / "gold"
MARK = "Sample document written for the Steward project"
MADE = ("bill.txt", "cba.pdf", "report.pdf", "scan.pdf", "side-letter.docx")
FILES = sorted(p.name for p in SAMPLES.iterdir() if p.is_file() and p.name != "README.md")
GOLD_FILES = sorted(GOLD.glob("*.gold.json"))
DEV_FILES = sorted((GOLD / "dev").glob("*.gold.json"))
DEV_MARK = "Sample document, written for Steward; not a real publication."
CODES: dict[tuple[str, str], set[str]] = {
    ("provisions", "instrument"): set(codes.INSTRUMENTS),
    ("provisions", "modality"): set(codes.MODALITIES),
    ("provisions", "duty_bearer"): set(codes.DUTY_BEARERS),
    ("organizations", "kind"): set(codes.ORGANIZATION_KINDS),
    ("legislation", "status"): set(codes.LEGISLATION_STATUSES),
    ("positions", "position"): set(codes.POSITIONS),
    ("events", "kind"): set(codes.EVENT_KINDS),
    ("statistics", "unit"): {*codes.UNITS, "USD", "EUR", "GBP", "AUD", "CAD"},
}
DATES = ("published_on", "announced_on", "effective_on", "expires_on", "occurred_on")
KEYS = (
    "coalitions",
    "legislation",
    "positions",
    "agreements",
    "provisions",
    "affiliations",
    "organizations",
    "statistics",
    "quotes",
    "events",
)
FURNITURE = re.compile(
    r"^(Page \d+|\d+|Tamarack County and Local 482 .*|Who Checks the Machine\? Alg.* Cascadia Institute"
    r"|[1-3] (The estimate|Employment Outlook|Member states) .*)\s*$",
    re.MULTILINE,
)


def pdf_pages(data: bytes | Path) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [document[number].get_textpage().get_text_range() for number in range(len(document))]


def pdf_text(path: Path) -> str:
    pages = [page.replace("\ufffe", "").replace("\x02", "") for page in pdf_pages(path)]
    return FURNITURE.sub("", "\n".join(pages))


def numbered_text(text: str) -> str:
    """A printed bill without its line numbers and page feet."""
    return re.sub(r"(?m)^ {1,2}\d+  |^ +p\. \d+ +HB 9042$", "", text)


def document_text(path: Path) -> str:
    """The visible text, by the simplest means that serves each format."""
    if path.suffix == ".pdf":
        return pdf_text(path)
    if path.suffix == ".docx":
        document = Document(str(path))
        cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
        return "\n".join([p.text for p in document.paragraphs] + cells)
    text = path.read_text(encoding="utf-8")
    if path.suffix in {".html", ".xml"}:
        text = re.sub(r"(?is)<(script|style|head)\b.*?</\1>", " ", text)
        return html.unescape(re.sub(r"<(?:[^<>\[]|\[CDATA\[)*?>", "", text))
    return numbered_text(text) if path.name == "bill.txt" else text


def fold(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).replace("\u00ad", "")).strip()


def read_gold(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return gold


def gold_of(name: str) -> dict[str, Any]:
    return next(gold for gold in map(read_gold, GOLD_FILES) if gold["file"] == name)


def items(gold: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(table, item) for table in KEYS for item in gold.get(table, [])]


def test_there_are_enough_samples_and_they_are_small() -> None:
    assert len(FILES) >= 12
    assert sum(p.stat().st_size for p in SAMPLES.rglob("*") if p.suffix != ".pyc") < 1_500_000
    assert (SAMPLES / "scan.pdf").stat().st_size < 400_000


def test_every_sample_has_its_gold_and_every_gold_its_sample() -> None:
    assert sorted(read_gold(path)["file"] for path in GOLD_FILES) == FILES


@pytest.mark.parametrize("name", FILES)
def test_a_sample_says_that_it_is_one(name: str) -> None:
    path = SAMPLES / name
    if name != "scan.pdf":
        assert MARK in fold(document_text(path))
    if path.suffix == ".pdf":
        assert pypdfium2.PdfDocument(path).get_metadata_dict()["Subject"] == f"{MARK}."
    if path.suffix == ".docx":
        assert MARK in Document(str(path)).core_properties.subject


def test_the_dev_split_is_whole_and_says_what_it_is() -> None:
    texts = sorted((GOLD / "dev").glob("*.txt"))
    assert [read_gold(path)["file"] for path in DEV_FILES] == [path.name for path in texts]
    assert [path.name for path in texts if DEV_MARK not in fold(path.read_text(encoding="utf-8"))] == []
    assert all(set(read_gold(path)) >= {"document", *KEYS} for path in DEV_FILES)


@pytest.mark.parametrize("path", [*GOLD_FILES, *DEV_FILES], ids=lambda p: p.name)
def test_every_quote_of_the_gold_is_in_its_document(path: Path) -> None:
    gold = read_gold(path)
    if gold["file"] == "scan.pdf":
        pytest.skip("scan.pdf has no text; its gold is for machines with OCR")
    folder = path.parent if path in DEV_FILES else SAMPLES
    text = fold(document_text(folder / gold["file"]))
    quotes = [item["quote"] for _, item in items(gold) if "quote" in item]
    assert [quote for quote in quotes if fold(quote) not in text] == []


@pytest.mark.parametrize("path", [*GOLD_FILES, *DEV_FILES], ids=lambda p: p.name)
def test_the_gold_uses_the_codes_of_the_dataset(path: Path) -> None:
    gold = read_gold(path)
    assert gold["document"].get("document_type") in {*codes.DOCUMENT_TYPES, None}
    for table, item in items(gold):
        for (where, field), allowed in CODES.items():
            if where == table and item.get(field) is not None:
                assert item[field] in allowed, (table, item)
        if table == "provisions":
            assert item["topics"] and set(item["topics"]) <= set(codes.TOPICS), item
    for item in [gold["document"], *(item for _, item in items(gold))]:
        for field in DATES:
            assert item.get(field) is None or re.fullmatch(r"\d{4}-\d\d-\d\d", item[field]), item


@pytest.mark.parametrize("path", GOLD_FILES, ids=lambda p: p.name)
def test_the_gold_names_no_fact_twice(path: Path) -> None:
    seen = [json.dumps([table, item], sort_keys=True) for table, item in items(read_gold(path))]
    assert len(seen) == len(set(seen))


def test_the_open_letter_has_twenty_signatories() -> None:
    block = re.search(r'class="signatories">(.*?)</ul>', (SAMPLES / "open-letter.html").read_text("utf-8"), re.S)
    assert block
    printed = [html.unescape(name) for name in re.findall(r"<li>(.*?)</li>", block[1])]
    assert len(printed) == 20
    assert gold_of("open-letter.html")["coalitions"][0]["members"] == printed


def test_the_agreement_is_as_long_and_as_rich_as_a_real_one() -> None:
    pages = pdf_pages(SAMPLES / "cba.pdf")
    gold = gold_of("cba.pdf")
    headings = re.findall(r"(?m)^ARTICLE (\d+) – ([^.\r\n]+?)\s*$", "\n".join(pages[3:]))
    assert len(pages) >= 18
    assert [(a["number"], a["title"]) for a in gold["articles"]] == headings
    assert len(headings) >= 25
    assert len(gold["provisions"]) >= 8
    quotes = " ".join(p["quote"] for p in gold["provisions"])
    for trap in ("automatically renewed", "computerized tie-break", "automatic payroll deduction of dues"):
        assert trap in fold(" ".join(pages)), trap
        assert trap not in quotes, trap


def test_the_scan_has_no_text() -> None:
    assert [page.strip() for page in pdf_pages(SAMPLES / "scan.pdf")] == ["", ""]


def test_the_report_breaks_words_and_has_footnotes() -> None:
    pages = pdf_pages(SAMPLES / "report.pdf")
    assert len(pages) >= 5
    assert "manage\ufffement" in "".join(pages)
    assert any("1 The estimate appeared" in page for page in pages)


def test_the_reprint_has_the_words_of_the_release() -> None:
    def words(name: str) -> list[str]:
        text = document_text(SAMPLES / name)
        return fold(text[text.index("WASHINGTON, D.C.") : text.index("its supporters are invented.")]).split()

    assert words("release-bill.html") == words("news-copy.html")


def test_the_made_samples_can_be_made_again(tmp_path: Path) -> None:
    pytest.importorskip("reportlab", reason="the makers of the PDF samples need reportlab (make install)")
    make_all = pytest.importorskip("tests.samples.make.__main__").make_all
    first = {path.name: path.read_bytes() for path in make_all(tmp_path)}
    second = {path.name: path.read_bytes() for path in make_all(tmp_path)}
    assert first == second
    assert sorted(first) == sorted(MADE)
    for name, data in first.items():  # compressed bytes depend on the zlib of the machine, the text does not
        if name == "bill.txt":
            assert data == (SAMPLES / name).read_bytes()
        else:
            assert document_text(tmp_path / name) == document_text(SAMPLES / name)
