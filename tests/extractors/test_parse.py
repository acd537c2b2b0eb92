"""From bytes to documents: every kind of input leaves a document, with what went wrong said."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

import pytest

from extractors import parse as module
from extractors.parse import parse, parser_version
from extractors.readers import Limits
from records.ids import document_id, sha256_hex
from records.model import Capture, Document, Source
from tests.support import SAMPLES

PAGE = b"""<html lang="en"><head><title>Crews win a say over cameras</title></head><body><article>
<h1>Crews win a say over cameras</h1><p>The union of the ferry crews said on Friday that the company will not put
cameras into cabins before both sides have talked about what artificial intelligence reads from the pictures.</p>
<p>Workers had asked for a rule since spring, when the first automated cameras came aboard and were not explained.</p>
</article></body></html>"""


def capture(data: bytes, url: str = "file:///box/item.txt", media_type: str | None = None) -> Capture:
    return Capture(
        capture_id="cap_1", source_id=None, url=url, final_url=None, fetched_at=datetime(2031, 3, 1, tzinfo=UTC),
        http_status=None, media_type=media_type, byte_count=len(data), content_sha256=sha256_hex(data), etag=None,
        last_modified=None, warc_file=None, warc_offset=None, outcome="new", error=None,
    )  # fmt: skip


SOURCE = Source(
    source_id="ferry", title="Ferry news", publisher="Ferry Crews Union", document_type="press_release", homepage=None,
    discovery="feed", address="https://ferry.example/feed", rights="full",
)  # fmt: skip


def read(data: bytes, **known: object) -> Document:
    return parse(data, capture(data), **known)[0]  # type: ignore[arg-type]


def test_a_page_becomes_a_document() -> None:
    document, troubles = parse(PAGE, capture(PAGE, "https://ferry.example/cameras", "text/html"), source=SOURCE)
    assert document.document_id == document_id(sha256_hex(PAGE))
    assert document.title == "Crews win a say over cameras"
    assert document.status == "parsed"
    assert document.document_type == "press_release"
    assert document.publisher == "Ferry Crews Union"
    assert document.rights == "full"
    assert document.language == "en"
    assert document.relevance is not None
    assert document.relevance > 0.5
    assert document.text is not None
    assert document.text_sha256 == sha256_hex(document.text.encode())
    assert document.character_count == len(document.text)
    assert next(p.text for p in document.passages if p.kind == "paragraph").startswith("The union of the ferry crews")
    assert not [t for t in troubles if t.severity == "error"]


def test_what_is_declared_goes_before_what_is_recognized() -> None:
    assert read(PAGE, declared_type="report", source=SOURCE).document_type == "report"
    assert read(PAGE, source=SOURCE).document_type == "press_release"
    unsure = dataclasses.replace(SOURCE, document_type=None)
    assert read(PAGE, source=unsure).document_type == read(PAGE).document_type


def test_a_file_given_by_hand_may_only_be_quoted_and_has_no_title_from_its_name() -> None:
    document = read(b"plain words about nothing much, and no more than that.\n")
    assert document.rights == "quote"
    assert document.title is None
    assert document.source_id is None


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"", "empty"),
        (b"   \n\n ", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "unsupported"),
        (b"%PDF-1.7 and then nothing that is one", "failed"),
    ],
)
def test_what_cannot_be_read_is_kept_and_said(data: bytes, status: str) -> None:
    document, troubles = parse(data, capture(data))
    assert document.status == status
    assert document.text is None
    assert document.passages == ()
    assert document.character_count == 0
    assert document.content_sha256 == sha256_hex(data)
    assert troubles


def test_an_error_of_the_parser_itself_is_told_and_not_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("inside")

    monkeypatch.setattr(module, "passages", broken)
    document, troubles = parse(PAGE, capture(PAGE))
    assert document.status == "failed"
    assert document.text is None
    assert troubles[0].code == "parser_error"
    assert "KeyError" in troubles[0].message
    assert troubles[0].severity == "error"


def test_articles_that_only_the_contents_list_are_told() -> None:
    titles = ("RECOGNITION", "DUES", "HOURS", "WAGES", "LEAVE", "SENIORITY", "DURATION")
    body = "Both sides record here what they settled about this matter, so that everybody can rely on it later. " * 3
    listed = [f"ARTICLE {n} - {title} .............. {n}" for n, title in enumerate(titles, 1)]
    held = [f"ARTICLE {n} - {title}\n\n{body}\n" for n, title in enumerate(titles[:6], 1)]
    data = "\n\n".join(["COLLECTIVE BARGAINING AGREEMENT", "TABLE OF CONTENTS", "\n".join(listed), *held]).encode()
    _, troubles = parse(data, capture(data), declared_type="agreement")
    assert [t.message.count("7 DURATION") for t in troubles if t.code == "article_missing"] == [1]


HELD = "Both sides record here what they settled about this matter, so that everybody can rely on it later. " * 3


def articles(numbers: list[int]) -> bytes:
    lines = [
        f"ARTICLE {n} - {title}\n\n{HELD}\n"
        for n, title in zip(numbers, ("DUES", "PAY", "LEAVE", "HOURS", "TOOLS", "TERM"), strict=True)
    ]
    return "\n\n".join(["COLLECTIVE BARGAINING AGREEMENT", *lines]).encode()


@pytest.mark.parametrize(
    ("numbers", "code", "said"),
    [
        ([1, 2, 3, 4, 5, 6], None, ""),
        ([1, 2, 4, 5, 6, 7], "article_numbers_missing", "number 3:"),
        ([5, 6, 7, 8, 9, 10], "agreement_in_parts", "begin with number 5"),
    ],
)
def test_numbers_that_no_article_has_are_told(numbers: list[int], code: str | None, said: str) -> None:
    data = articles(numbers)
    _, troubles = parse(data, capture(data), declared_type="agreement")
    assert [t.code for t in troubles] == ([code] if code else [])
    assert all(said in t.message for t in troubles)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "It is effective on July 1, 20292031 and expires June 30, 20312033, as of 20292031, 20302032 and 20292031.",
            True,
        ),
        ("BLACKLINE DRAFT AS OF MAY 2", True),
        ("Redline of the clerks' contract", True),
        ("It is effective on July 1, 2031 and expires June 30, 2033.", False),
        ("Call 20312033 about file 20202060.", False),
        ("The crews' breadline closed.", False),
    ],
)
def test_a_redline_that_lost_its_marks_is_told(said: str, told: bool) -> None:
    data = articles([1, 2, 3, 4, 5, 6]).replace(b"AGREEMENT\n", f"AGREEMENT\n\n{said}\n".encode(), 1)
    _, troubles = parse(data, capture(data), declared_type="agreement")
    assert [t.code for t in troubles] == (["redline_without_marks"] if told else [])


def test_a_document_says_how_many_of_its_pages_were_read() -> None:
    data = f"{HELD}\f{HELD}\f\f{HELD}".encode()
    document = read(data)
    assert (document.page_count, document.pages_read, document.pages_blank) == (4, 3, 1)
    assert (document.pages_unread, document.unread_pages, document.pages_by_ocr) == (0, None, 0)
    assert document.ocr_confidence is None
    page = read(PAGE, declared_type="news")
    assert (page.pages_read, page.pages_unread) == (None, None)


def test_the_same_bytes_give_the_same_document() -> None:
    data = (SAMPLES / "cba.pdf").read_bytes()
    first, second = read(data), read(data)
    assert first == second
    assert first.document_type == "agreement"
    assert first.page_count == 20
    assert all(first.page_at(p.char_start) == p.page_start for p in first.passages)


def test_limits_are_passed_on() -> None:
    data = b"word " * 5_000
    document, troubles = parse(data, capture(data), limits=Limits(max_text=1_000))
    assert document.character_count <= 1_000
    assert troubles


def test_the_version_is_stable_within_one_state_of_the_code() -> None:
    assert parser_version() == parser_version()
    assert parser_version().startswith("1+")
