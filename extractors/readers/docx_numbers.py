"""The numbers Word prints before paragraphs; they are not in the text and are counted here as Word counts them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from docx.oxml.ns import qn

_PLACE = re.compile(r"%(\d)")
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


class Numbers:
    """Counts the numbered paragraphs of one document in their order."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return
        for abstract in root.findall(qn("w:abstractNum")):
            self._levels[abstract.get(qn("w:abstractNumId"))] = {
                int(level.get(qn("w:ilvl")) or 0): (
                    _value(level, "w:numFmt") or "decimal",
                    _value(level, "w:lvlText") or "",
                    _whole(_value(level, "w:start"), 1),
                )
                for level in abstract.findall(qn("w:lvl"))
            }
        for number in root.findall(qn("w:num")):
            self._lists[number.get(qn("w:numId"))] = _value(number, "w:abstractNumId") or ""

    def level(self, paragraph: Any, style: Any) -> int | None:
        """How deep in a list the paragraph stands, from 0; None where it is in none."""
        held = self._place(paragraph, style)
        return held[1] if held else None

    def next(self, paragraph: Any, style: Any) -> str:
        """The number or nothing that Word prints before the paragraph; to be asked once for each, in order."""
        held = self._place(paragraph, style)
        if held is None:
            return ""
        abstract, level = held
        levels = self._levels.get(abstract, {})
        if level not in levels:
            return ""
        counts = self._counts[abstract]
        counts[level] = counts[level] + 1 if level in counts else levels[level][2]
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        form, pattern, _ = levels[level]
        if form in ("bullet", "none"):
            return ""

        def shown(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            kind, _, start = levels.get(at, ("decimal", "", 1))
            return _written(counts.get(at, start), kind)

        return _PLACE.sub(shown, pattern).strip()

    def _place(self, paragraph: Any, style: Any) -> tuple[str, int] | None:
        found = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if found is None:
            found = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") if style is not None else None
        if found is None:
            return None
        abstract = self._lists.get(_value(found, "w:numId") or "")
        return (abstract, _whole(_value(found, "w:ilvl"), 0)) if abstract else None


def _value(node: Any, tag: str) -> str | None:
    child = node.find(qn(tag))
    value = child.get(qn("w:val")) if child is not None else None
    return str(value) if value is not None else None


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isdigit() else otherwise


def _written(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        text = ""
        for value, sign in _ROMAN:
            text += sign * (number // value)
            number %= value
        return text.upper() if form == "upperRoman" else text
    return f"{number:02d}" if form == "decimalZero" else str(number)
