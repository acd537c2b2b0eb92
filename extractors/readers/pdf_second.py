"""A second opinion on single pages: pdfplumber, slower, for those that PDFium cannot read or reads as garbage.

The two libraries decode fonts and damaged content streams differently; where one fails, the other often does not.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import groupby
from typing import Any

import pdfplumber

from extractors.readers.pdf_page import PageText
from extractors.readers.pdf_segments import Word, segments_of

MOST_PAGES = 60  # at some 20 pages a second: seconds, not minutes
_LINE = 3.0  # points by which the tops of words on one line may differ


def read_pages(data: bytes, numbers: Sequence[int]) -> dict[int, PageText]:
    """The text of pages (1-based), the first `MOST_PAGES` of them; a page without text, or unreadable, is not in it."""
    found: dict[int, PageText] = {}
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            for number in numbers[:MOST_PAGES]:
                text = _page(document.pages[number - 1])
                if text is not None:
                    found[number] = text
    except Exception:  # what pdfminer raises on damaged files is open-ended; the caller reports the page either way
        return found
    return found


def _page(page: Any) -> PageText | None:
    try:
        words = page.extract_words(y_tolerance=_LINE, extra_attrs=["size", "fontname"])
    except Exception:  # see above: the other pages may be sound
        return None
    lines = []
    for _, group in groupby(words, key=lambda word: (round(word["top"] / _LINE), round(word["size"], 1))):
        row = list(group)
        boxes = [Word(w["text"], w["x0"], w["x1"], w["top"], w["bottom"]) for w in row]
        lines.append((boxes, float(row[0]["size"]), "bold" in row[0]["fontname"].casefold(), False))
    characters = sum(len(word["text"]) for word in words)
    return PageText(segments_of(lines), float(page.width), float(page.height), characters) if words else None
