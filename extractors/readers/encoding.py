"""Bytes to text: which encoding they are in, and what could not be read."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from extractors.readers.blocks import Trouble

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"(?:<\?xml[^>]{0,200}?\bencoding|<meta[^>]{0,300}?\bcharset)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I
)
_LATIN = frozenset({"iso8859-1", "latin-1", "ascii", "cp1252"})
_SAMPLE = 200_000


@dataclass(frozen=True)
class Decoded:
    """Text, the encoding it was in (Python's name), and what was noticed."""

    text: str
    encoding: str
    troubles: tuple[Trouble, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`: by byte order mark, UTF-16 without one, UTF-8, the declared encoding, and what fits best.

    `declared` is a charset named outside the bytes (a Content-Type header); a charset named inside (XML declaration,
    meta element) is found here. Never fails: bytes that no encoding explains are replaced and reported.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _lossy(data[len(mark) :], encoding, unusual=encoding != "utf-8")
    if wide := utf16_without_mark(data):
        return _lossy(data, wide, unusual=True)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        near_end = error.reason == "unexpected end of data" and any(byte > 0x7F for byte in data[: error.start])
        if near_end:  # the last character was cut off
            return _lossy(data, "utf-8", unusual=False)
    for name in (_declared_inside(data), declared):
        known = _known(name)
        if known and known != "utf-8" and (text := _strict(data, known)) is not None:
            return Decoded(text, known, (_detected(known),))
    if _mostly_utf8(data):
        return _lossy(data, "utf-8", unusual=False)
    encoding = _guess(data)
    return _lossy(data, encoding, unusual=True)


def utf16_without_mark(data: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` where every second byte of mostly Latin text is zero, else None."""
    sample = data[:4096]
    sample = sample[: len(sample) // 2 * 2]
    if len(sample) < 8:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _declared_inside(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    return found.group(1).decode("ascii") if found else None


def _known(name: str | None) -> str | None:
    """Python's name of an encoding; what the web calls Latin-1 is Windows-1252."""
    if not name:
        return None
    try:
        found = codecs.lookup(name.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    return "cp1252" if found in _LATIN else found


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None
    return text if isinstance(text, str) else None


def _mostly_utf8(data: bytes) -> bool:
    """Whether nearly all bytes above ASCII belong to well-formed UTF-8 characters: a few are damaged."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("�")
    good = sum(1 for character in text if character > "\x7f") - bad
    return good >= 4 * bad


def _guess(data: bytes) -> str:
    """The encoding that fits best: Windows-1252 for Western text, else what charset-normalizer finds likeliest."""
    sample = data[:_SAMPLE]
    high = sum(byte > 0x7F for byte in sample)
    if high < 0.1 * len(sample) or (len(sample) < 100 and high < 0.5 * len(sample)):
        undefined = sum(sample.count(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D))
        if undefined * 20 <= max(high, 1):
            return "cp1252"
    best = from_bytes(sample).best()
    return (best and _known(best.encoding)) or "cp1252"


def _lossy(data: bytes, encoding: str, *, unusual: bool) -> Decoded:
    text = data.decode(encoding, errors="replace")
    troubles = [_detected(encoding)] if unusual else []
    bad = text.count("�") - _written_out(data, encoding)
    if bad > 0:
        troubles.append(
            Trouble(
                "invalid_bytes",
                f"{bad} places could not be read as {encoding} text and stand as � in it; "
                "compare the document with its source, or fetch it again.",
            )
        )
    return Decoded(text, encoding, tuple(troubles))


def _written_out(data: bytes, encoding: str) -> int:
    """How often the replacement character itself is in the bytes."""
    try:
        return data.count("�".encode(encoding))
    except UnicodeError:
        return 0


def _detected(encoding: str) -> Trouble:
    return Trouble(
        "encoding_detected",
        f"The text is not in UTF-8 and does not say what it is in; it was read as {encoding}. "
        "Look whether its accents and quotation marks are right.",
    )
