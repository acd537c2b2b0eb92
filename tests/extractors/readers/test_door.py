"""Whatever comes in, the door answers: the right reader, or a trouble that a person understands."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.readers import Limits, read
from records.codes import SEVERITIES, STATUSES

PROSE = (
    "The local voted on Tuesday to accept the new rules on scheduling software, and the company will publish them "
    "before the end of the month so that every shift knows what to expect."
)
PAGE = (
    f"<html><head><title>Vote at the depot</title></head><body><article><h1>Vote at the "
    f"depot</h1><p>{PROSE}</p><p>{PROSE}</p></article></body></html>"
)


def zipped(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("page.html", PAGE.encode(), "text/html"),
        ("page", PAGE.encode(), "text/html"),
        ("note.txt", PROSE.encode(), "text/plain"),
        ("note.md", b"# Vote\n\n" + PROSE.encode(), "text/markdown"),
        (
            "feed.xml",
            (
                f"<rss version='2.0'><channel><item><title>A</title><description>"
                f"{PROSE}</description></item></channel></rss>"
            ).encode(),
            "application/rss+xml",
        ),
    ],
)
def test_format_comes_from_the_bytes(name: str, data: bytes, media_type: str) -> None:
    parsed = read(data, url=f"https://example.org/{name}")
    assert (parsed.status, parsed.media_type) == ("parsed", media_type)
    assert any("scheduling software" in block.text for block in parsed.blocks)
    assert parsed.troubles == ()


@pytest.mark.parametrize(
    ("url", "declared", "data", "media_type"),
    [
        ("https://example.org/a.pdf", None, PAGE.encode(), "text/html"),
        ("https://example.org/a.docx", None, PROSE.encode(), "text/plain"),
        ("https://example.org/a", "application/pdf", PROSE.encode(), "text/plain"),
        ("https://example.org/a.txt", None, PAGE.encode(), "text/html"),
    ],
)
def test_wrong_name_is_said_and_the_document_read(url: str, declared: str | None, data: bytes, media_type: str) -> None:
    parsed = read(data, url=url, media_type=declared)
    assert (parsed.status, parsed.media_type) == ("parsed", media_type)
    assert [(t.code, t.severity) for t in parsed.troubles] == [("wrong_extension", "warning")]


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (b"", "empty", "empty_file"),
        (b" \n\t ", "empty", "empty_file"),
        (bytes(range(256)) * 40, "unsupported", "unsupported_format"),
        (b"\x7fELF\x02\x01\x01" + bytes(200), "unsupported", "unsupported_format"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "unsupported", "unsupported_format"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "unsupported", "unsupported_format"),
        (json.dumps({"a": [1, 2, 3]}).encode(), "unsupported", "unsupported_format"),
        (b"{\\rtf1 hello}", "unsupported", "unsupported_format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "unsupported", "unsupported_format"),
        (zipped("a.txt"), "unsupported", "unsupported_format"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "unsupported", "unsupported_format"),
        (b"PK\x03\x04 broken", "unsupported", "unsupported_format"),
        (b"\x1f\x8b\x08 not really gzip", "failed", "damaged_archive"),
        (b"<html><head><title>T</title></head></html>", "empty", "no_body"),
        (b"<html><body><script>let a = 1</script></body></html>", "empty", "no_body"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, status: str, code: str) -> None:
    parsed = read(data, url="file:///tmp/thing")
    assert parsed.status == status
    assert [t.code for t in parsed.troubles if t.severity == "error"] == [code]
    assert all(len(t.message) > 30 and t.message.endswith(".") for t in parsed.troubles)


def test_gzip_is_opened() -> None:
    parsed = read(gzip.compress(PAGE.encode()), url="https://example.org/page.html.gz")
    assert (parsed.status, parsed.media_type, parsed.troubles) == ("parsed", "text/html", ())


def test_gzip_bomb_is_not_opened() -> None:
    parsed = read(gzip.compress(bytes(3_000_000)), url="a.gz", limits=Limits(max_expanded=1_000_000))
    assert (parsed.status, parsed.troubles[0].code) == ("failed", "expands_too_far")


def test_large_text_is_read_in_part() -> None:
    parsed = read((PROSE + "\n").encode() * 50, url="a.txt", limits=Limits(max_text=500))
    assert parsed.status == "parsed"
    assert [t.code for t in parsed.troubles] == ["too_large"]
    assert sum(len(block.text) for block in parsed.blocks) <= 500


def test_a_reader_that_breaks_becomes_a_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("no good")

    monkeypatch.setattr("extractors.readers.text.read_text", broken)
    parsed = read(PROSE.encode(), url="a.txt")
    assert (parsed.status, parsed.troubles[0].code) == ("failed", "reader_failed")
    assert "ZeroDivisionError" in parsed.troubles[0].message


@pytest.mark.parametrize("data", [PAGE.encode(), PROSE.encode(), b"# A\n\n- b\n- c\n", PAGE.encode("utf-16")])
def test_same_bytes_same_answer(data: bytes) -> None:
    assert read(data, url="https://example.org/a") == read(data, url="https://example.org/a")


def test_two_thousand_pages_are_read_up_to_the_limit() -> None:
    text = "\f".join(f"Clause {n} of the long contract says that rule {n} applies to depot {n}." for n in range(2_000))
    parsed = read(text.encode(), url="a.txt")
    assert (parsed.page_count, [t.code for t in parsed.troubles]) == (2_000, ["too_many_pages"])
    assert parsed.coverage is not None
    assert parsed.coverage.unread == tuple(range(1_501, 2_001))
    assert parsed.blocks[-1].page == 1_500


def honest(data: bytes, url: str) -> None:
    parsed = read(data, url=url)
    assert parsed.status in STATUSES
    assert not any(trouble.code == "reader_failed" for trouble in parsed.troubles), parsed.troubles
    assert all(trouble.severity in SEVERITIES for trouble in parsed.troubles)
    assert parsed.status == "parsed" or parsed.troubles
    assert all(block.text.strip() for block in parsed.blocks)


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=400), name=st.sampled_from(["a.html", "a.txt", "a.md", "a.xml", "a.docx", "a"]))
def test_arbitrary_bytes_never_break_a_reader(data: bytes, name: str) -> None:
    if b"%PDF-" not in data:
        honest(data, name)


@settings(max_examples=150, deadline=None)
@given(
    text=st.text(max_size=400),
    start=st.sampled_from(["", "<html>", "# ", "---\n", "<rss version='2.0'><channel><item>", "\f"]),
)
def test_arbitrary_text_never_breaks_a_reader(text: str, start: str) -> None:
    honest((start + text).encode("utf-8", "replace"), "a.md" if start == "# " else "a")


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(PAGE)),
            st.sampled_from(["<", ">", "</p>", "<table>", "<!--", '"', "\x00", "&#x0;", "<li>", "é"]),
        ),
        max_size=12,
    )
)
def test_mutated_pages_never_break_the_reader(changes: list[tuple[int, str]]) -> None:
    page = PAGE
    for at, inserted in changes:
        page = page[:at] + inserted + page[at + 1 :]
    honest(page.encode(), "https://example.org/a.html")
