# ruff: noqa: E501  (files as they are served)
"""Word files, Markdown, feeds and languages."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from extractors.readers import Limits, read
from extractors.readers.feed import entries
from extractors.readers.language import language
from extractors.readers.limits import Limits as Bounds
from extractors.readers.markdown import read_markdown

SENTENCE = (
    "The employer shall tell the union about any new program that plans shifts, at least sixty days before its use."
)


def saved(document: object) -> bytes:
    held = io.BytesIO()
    document.save(held)  # type: ignore[attr-defined]
    return held.getvalue()


def test_a_word_file_in_its_order() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Header of every page"
    document.add_heading("Letter on programs", level=1)
    document.add_paragraph(SENTENCE)
    document.add_paragraph("cameras", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip([c for row in table.rows for c in row.cells], ["Step", "Pay", "One", "18.20"], strict=True):
        cell.text = text
    document.add_paragraph("Signed by both parties.")
    parsed = read(saved(document), url="a.docx")
    assert [(b.kind, b.text) for b in parsed.blocks] == [
        ("heading", "Letter on programs"),
        ("paragraph", SENTENCE),
        ("list_item", "cameras"),
        ("table", "Step\tPay\nOne\t18.20"),
        ("paragraph", "Signed by both parties."),
    ]
    assert (parsed.title, parsed.status, parsed.troubles) == ("Letter on programs", "parsed", ())


def test_tracked_changes_are_accepted() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Notice is given ")
    for tag, inner, text in (("w:del", "w:delText", "thirty"), ("w:ins", "w:t", "sixty")):
        change, run, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
        words.text = text
        run.append(words)
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run(" days before.")
    assert [b.text for b in read(saved(document), url="a.docx").blocks] == ["Notice is given sixty days before."]


def test_numbers_that_word_counts_are_written_out() -> None:
    document = docx.Document()
    for text in ("first rule", "second rule"):
        document.add_paragraph(text, style="List Number")
    assert [b.text for b in read(saved(document), url="a.docx").blocks] == ["1. first rule", "2. second rule"]


def test_a_word_bomb_is_not_opened() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "x")
        archive.writestr("word/document.xml", bytes(5_000_000))
    parsed = read(held.getvalue(), url="a.docx", limits=Limits(max_expanded=1_000_000))
    assert (parsed.status, [t.code for t in parsed.troubles]) == ("failed", ["expands_too_far"])


def test_a_damaged_word_file_is_told() -> None:
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    data = saved(document)
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for part in old.infolist():
            new.writestr(part.filename, b"<broken" if part.filename == "word/document.xml" else old.read(part))
    parsed = read(held.getvalue(), url="a.docx")
    assert (parsed.status, [t.code for t in parsed.troubles]) == ("failed", ["damaged_docx"])
    assert qn("w:p") not in parsed.troubles[0].message


def test_markdown() -> None:
    text = (
        f"---\ntitle: Guide to programs\nauthor: Ann Lee\ndate: 2026-03-04\npublisher: Harbor "
        f"Center\n---\n\n# Guide\n\n{SENTENCE}\nIt is *short*.\n\n- one\n- two\n\n1. ask\n2. "
        f"wait\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    parsed = read_markdown(text, Bounds())
    assert [(b.kind, b.text) for b in parsed.blocks] == [
        ("heading", "Guide"),
        ("paragraph", SENTENCE + " It is short."),
        ("list_item", "one"),
        ("list_item", "two"),
        ("list_item", "1. ask"),
        ("list_item", "2. wait"),
        ("table", "a\tb\n1\t2"),
    ]
    assert (parsed.title, parsed.authors, parsed.publisher) == ("Guide to programs", ("Ann Lee",), "Harbor Center")
    assert parsed.published_on == date(2026, 3, 4)


FEED = f"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Depot notes</title>
<item><title>Drivers &amp; programs</title><link>/a</link><pubDate>Wed, 04 Mar 2026 09:00:00 GMT</pubDate>
<dc:creator>Ann Lee</dc:creator><description>&lt;p&gt;{SENTENCE}&lt;/p&gt;</description></item>
<item><title>Undated</title><link>https://depot.example/b</link></item></channel></rss>"""


def test_entries_of_a_feed() -> None:
    first, second = entries(FEED.encode(), "https://depot.example/feed")
    assert (first.url, first.title, first.published_on, first.authors) == (
        "https://depot.example/a",
        "Drivers & programs",
        date(2026, 3, 4),
        ("Ann Lee",),
    )
    assert SENTENCE in (first.summary_html or "")
    assert (second.url, second.published_on, second.authors, second.content_html) == (
        "https://depot.example/b",
        None,
        (),
        None,
    )


def test_a_feed_is_a_document_too() -> None:
    parsed = read(FEED.encode(), url="feed.xml")
    assert (parsed.media_type, parsed.title, parsed.document_type) == ("application/rss+xml", "Depot notes", None)
    assert [(b.kind, b.text) for b in parsed.blocks] == [
        ("heading", "Drivers & programs"),
        ("paragraph", SENTENCE),
        ("heading", "Undated"),
    ]


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY x "&a;&a;&a;&a;">]>',
    ],
)
def test_entities_of_a_feed_are_never_expanded(declaration: str) -> None:
    feed = FEED.replace('<?xml version="1.0"?>', f'<?xml version="1.0"?>{declaration}').replace("Undated", "q&x;q")
    assert all(
        "ha" not in (entry.title or "").replace("&a;", "")
        for entry in entries(feed.encode(), "")
        if (entry.title or "").startswith("q")
    )


def test_a_broken_feed_gives_what_can_be_read() -> None:
    parsed = read(FEED[: FEED.index("Undated")].encode(), url="feed.xml")
    assert any(SENTENCE in block.text for block in parsed.blocks)
    assert [t.code for t in parsed.troubles] == ["broken_feed"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (SENTENCE, "en"),
        (SENTENCE.upper(), "en"),
        ("El sindicato pide que la empresa explique cómo decide el programa y que una persona revise cada caso.", "es"),
        ("Le syndicat demande que l'entreprise explique comment le programme décide et qu'une personne vérifie.", "fr"),
        ("Die Gewerkschaft verlangt, dass der Betrieb erklärt, wie das Programm entscheidet und wer es prüft.", "de"),
        ("Too short to tell", None),
        ("1 2 3 4 5 6 7 8 9 " * 30, None),
    ],
)
def test_languages(text: str, code: str | None) -> None:
    assert language(text) == code
