"""What is said of pages that were not read, and which text is not what its page shows."""

from __future__ import annotations

import pytest

from extractors.readers import Limits, read
from extractors.readers.coverage import Coverage, is_garbled, named, ranges
from tests.extractors.readers.pdfs import page, pdf, picture

SAID = (
    "The Port and the Pilots agree that cameras aboard are for safety and that no pilot is ranked by what they show. "
    "An employee who asks shall be told what was recorded of him, by whom, and how long it will be kept ashore. "
)


def shifted(text: str, by: int = -29) -> str:
    """Text as a font without a map gives it: each letter moved by the same number."""
    return "".join(chr(ord(c) + by) if c.isalpha() else c for c in text)


GARBLED = {
    "a font without a map": shifted(SAID * 2),
    "three letters on": "".join(chr((ord(c) - 97 + 3) % 26 + 97) if c.islower() else c for c in SAID.lower()).upper()
    * 2,
    "unmapped": "\ufffd\ue0a1\ue0b2 " * 80,
    "invisible": "\u200b\u200c\u2060 " * 80,
    "read as another encoding": "– “cafés” ’twas naïve — déjà vu … ".encode().decode("cp1252", "replace") * 8,
    "consonants": "bcdfg hjklm npqrst vwxz bcd fgh jkl mnp qrs tvw xz " * 10,
}
SOUND = {
    "a sentence": SAID * 2,
    "capitals": SAID.upper() * 2,
    "wages": "STEP 1 2 3 4 5\n" + "Pilot II 41.20 43.26 45.42 47.69 50.08\n" * 20,
    "codes": "XRQ-12 BCD-14 KLM-19 TRW-22 " * 10,
    "Spanish": "La empresa avisará al sindicato con treinta días antes de poner cámaras en la cabina del barco. " * 3,
    "German": "Der Betriebsrat wird unterrichtet, bevor Kameras auf den Schiffen eingebaut werden dürfen. " * 3,
    "short": shifted("The Port"),
}


@pytest.mark.parametrize("kind", GARBLED)
def test_garbled_text_is_noticed(kind: str) -> None:
    assert is_garbled(GARBLED[kind])


@pytest.mark.parametrize("kind", SOUND)
def test_sound_text_is_left_alone(kind: str) -> None:
    assert not is_garbled(SOUND[kind])


def test_pages_are_named_in_ranges() -> None:
    assert ranges((1, 2, 3, 9)) == "1-3, 9"
    assert ranges(()) == ""
    assert named((4,)) == "page 4"
    assert named(tuple(range(1, 90, 2))).endswith(" and more")


def test_pictures_and_pages_beyond_the_limit_are_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEWARD_OCR", "off")
    data = pdf(page([SAID[:60]]), picture(["A note"]), page([SAID[:60]]), page([SAID[:60]]))
    parsed = read(data, media_type="application/pdf", url="file:///box/a.pdf", limits=Limits(max_pages=3))
    assert parsed.coverage == Coverage(0, None, (2, 4))


def test_a_page_on_its_side_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEWARD_OCR", "off")

    def turned(canvas: object) -> None:
        canvas.rotate(90)  # type: ignore[attr-defined]
        for number in range(6):
            canvas.drawString(80, -100 - 14 * number, f"Line {number} of the rota for the night boats")  # type: ignore[attr-defined]

    parsed = read(pdf(turned), media_type="application/pdf", url="file:///box/a.pdf", limits=Limits())
    assert parsed.coverage == Coverage()
    assert "Line 0 of the rota" in parsed.blocks[0].text


def test_pages_of_a_text() -> None:
    pages = [SAID, GARBLED["a font without a map"], SAID, "", "", ""]
    parsed = read("\f".join(pages).encode(), media_type="text/plain", url="file:///box/a.txt", limits=Limits())
    assert parsed.page_count == 5  # what follows the last form feed is no page
    assert parsed.coverage == Coverage(unread=(2,))
    assert [t.code for t in parsed.troubles] == ["text_garbled"]
    pages = [SAID, "", "", "", SAID]
    parsed = read("\f".join(pages).encode(), media_type="text/plain", url="file:///box/a.txt", limits=Limits())
    assert [t.code for t in parsed.troubles] == ["pages_without_text"]
    assert "pages 2-4" in parsed.troubles[0].message
    parsed = read(
        "\f".join([SAID] * 4).encode(), media_type="text/plain", url="file:///box/a.txt", limits=Limits(max_pages=3)
    )
    assert (parsed.page_count, parsed.coverage) == (4, Coverage(unread=(4,)))
