"""Text in every encoding documents come in."""

from __future__ import annotations

import codecs

import pytest

from extractors.readers.encoding import decode

TEXT = "The union’s “joint” committee – created in 2024 – met at Zürich’s café. It will meet again in May."


@pytest.mark.parametrize(
    ("data", "encoding", "codes"),
    [
        (TEXT.encode(), "utf-8", []),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8", []),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le", ["encoding_detected"]),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be", ["encoding_detected"]),
        (TEXT.encode("utf-16-le"), "utf-16-le", ["encoding_detected"]),
        (TEXT.encode("utf-16-be"), "utf-16-be", ["encoding_detected"]),
        (TEXT.encode("cp1252"), "cp1252", ["encoding_detected"]),
    ],
)
def test_encodings_are_recognized(data: bytes, encoding: str, codes: list[str]) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, [t.code for t in decoded.troubles]) == (TEXT, encoding, codes)
    assert all(t.severity == "warning" for t in decoded.troubles)


@pytest.mark.parametrize("declared", ["windows-1251", '"windows-1251"'])
def test_declared_encoding_is_used(declared: str) -> None:
    assert decode("Профсоюз подписал договор".encode("cp1251"), declared).text == "Профсоюз подписал договор"


def test_encoding_declared_inside_a_page_is_used() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Związek zawodowy</body></html>'
    assert "Związek" in decode(page.encode("iso-8859-2")).text


def test_damaged_bytes_are_replaced_and_told() -> None:
    data = TEXT.encode() + b" and \xff\xfe then more"
    decoded = decode(data)
    assert decoded.text.startswith(TEXT)
    assert decoded.text.endswith("then more")
    assert [(t.code, t.severity) for t in decoded.troubles] == [("invalid_bytes", "warning")]


def test_unknown_declared_encoding_does_no_harm() -> None:
    assert decode("café".encode("cp1252"), "no-such-encoding").text == "café"
