"""Capitalised words, the connecting words between them, and punctuation: what names are made of."""

from __future__ import annotations

import re
from typing import NamedTuple


def word_set(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


WORD, CONNECTOR, MARK = "word", "connector", "mark"
CONNECTORS = word_set(
    "of and for the on in at to de du des del la le et y e à with by from against und für der die van von"
)
_TOKEN = re.compile(
    r"(?<![^\W_])(?:(?P<word>ver\.di\b|(?:(?:[a-z]{1,2}|industri|open|the|tech)(?=[A-Z]))?[A-Z0-9À-ÖØ-Þ][^\W_]*(?:(?:['’‘ʻ.&](?!s\b)|[-‑](?=[A-Z0-9]|(?:in|of|at)-[A-Z])|(?<=Co)-(?=op))[^\W_]+)*)"
    r"(?P<owner>['’](?:s\b)?(?![^\W_]))?"
    rf"|(?P<connector>(?:{'|'.join(sorted(CONNECTORS))})\b))"
    r"|(?P<mark>[,;:&()\[\]|“”\"–—•\t/]|\s-\s)"
)
_LOOSE = " .\n\xa0\u202f"


class Token(NamedTuple):
    """A capitalised word or number, a connecting word, or a punctuation mark.

    `owner` tells that an apostrophe-s follows; `joined` that nothing but a space or full stop lies between this token
    and the one before. Offsets are those of the document.
    """

    start: int
    end: int
    text: str
    shape: str
    owner: bool
    joined: bool


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`, in order; other words show only as a token that is not joined."""
    found: list[Token] = []
    last = start
    for match in _TOKEN.finditer(text, start, end):
        shape = match.lastgroup or MARK
        begin, finish = match.span()
        gap = text[last:begin]
        joined = bool(found) and (len(gap) == 1 or len(gap) == 2) and not gap.strip(_LOOSE)
        if begin == last and bool(found):
            joined = True
        last = finish
        if shape == "owner":
            shape = WORD
            finish = match.end("word")
        if shape == MARK:
            mark = match.group().strip()
            found.append(Token(begin, finish, mark, MARK, False, joined))
        elif joined and text[begin:finish] == "Of" and found[-1].shape == WORD and not found[-1].owner:
            found.append(Token(begin, finish, "of", CONNECTOR, False, True))
        else:
            found.append(Token(begin, finish, text[begin:finish], shape, last != finish, joined))
    return found
