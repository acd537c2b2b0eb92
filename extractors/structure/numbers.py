"""Numbers of headings as printed, and their order: `6`, `XXII`, `Twenty-One`, `B-2`, `1.10`, and damaged Roman ones."""

from __future__ import annotations

import re

Key = tuple[int, ...]

UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_WORDS = {word: n for n, word in enumerate((*UNITS, *_TEENS), 1)}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ROMAN = re.compile(r"(?=[IVXLC])(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SIGNS = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
WORD_NUMBER = "|".join([*_TENS, *sorted(_WORDS, key=len, reverse=True)])
# what OCR makes of Roman numbers: strokes as l, 1, ! or |, two strokes as H or U, capitals as small letters
DAMAGED = r"[IVXLCivxl1!|\]HUTJ]{1,9}"
_DAMAGED = re.compile(DAMAGED)
_STROKES = str.maketrans({"l": "I", "1": "I", "!": "I", "|": "I", "]": "I", "i": "I", "v": "V", "x": "X"})
_MORE_STROKES = str.maketrans({"T": "I", "J": "I", "H": "II", "U": "II"})
_GHOST = re.compile(r"v(?=V)|x(?=X)")


def number_key(number: str) -> Key | None:
    """The order of a number as printed: `6` (6,), `XXII` (22,), `Twenty-One` (21,), `B-2` (2, 2), `1.10` (1, 10).

    `6T` (6, 0, 20) stands between `6` and `6.1`; `6.1A,C` stands where `6.1A` would.
    """
    digits = re.fullmatch(r"(\d+)(?:\.(\d+))?-?([A-Z])?(?:, ?[A-Z])*", number)
    if digits:
        parts = [int(part) for part in digits.group(1, 2) if part]
        parts += [0] if len(parts) == 1 and digits.group(3) else []
        return tuple([*parts, ord(digits.group(3)) - 64] if digits.group(3) else parts)
    if _ROMAN.fullmatch(number):
        return (roman(number),)
    lettered = re.fullmatch(r"([A-Z])(?:-?(\d+))?", number)
    if lettered:
        return tuple(n for n in (ord(lettered.group(1)) - 64, int(lettered.group(2) or 0)) if n)
    words = re.split(r"[- ]", number.casefold())
    if words[0] in _TENS:
        return (_TENS[words[0]] + (_WORDS.get(words[1], 0) if len(words) > 1 else 0),)
    return (_WORDS[words[0]],) if words[0] in _WORDS else None


def is_roman(number: str) -> bool:
    """Whether a number is a Roman one in capitals."""
    return _ROMAN.fullmatch(number) is not None


def repaired(number: str) -> str | None:
    """The Roman number that OCR damaged (`Il`, `XIll`, `VIH`).

    None where it is whole, lettered, or cannot be one, and for `XxIl`: whether the small letter counts is not told.
    """
    if is_roman(number) or number.isdigit() or re.fullmatch(r"[CLHTUJ]\d*", number) or _GHOST.search(number):
        return None
    read = strokes(number)
    return read if is_roman(read) else None


def strokes(number: str) -> str:
    """The Roman signs that the strokes of a damaged number suggest; the number itself where it is none."""
    if not _DAMAGED.fullmatch(number):
        return number
    return _GHOST.sub("", number).translate(_STROKES).translate(_MORE_STROKES)


def roman(number: str) -> int:
    """The value of a Roman number."""
    total = 0
    for sign, following in zip(number, number[1:] + " ", strict=True):
        value = _ROMAN_VALUES[sign]
        total += -value if _ROMAN_VALUES.get(following, 0) > value else value
    return total


def as_roman(value: int) -> str:
    """A number from 1 on in Roman signs."""
    signs = ""
    for worth, sign in _SIGNS:
        while value >= worth:
            signs, value = signs + sign, value - worth
    return signs
