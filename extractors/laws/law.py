"""A law as a document mentions it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Law:
    """A mention of a law: `text` stands from `start` to `end`; the rest is what the document tells of the law anywhere.

    `named` is false for a reference ("the bill"). `family` tells whose numbering the number follows, `order` for
    orders of an executive, None for a name alone. `owners` are words that own it ("Colorado" of "Colorado's AI Act").
    """

    start: int
    end: int
    text: str
    name: str
    bill_number: str | None = None
    jurisdiction: str | None = None
    year: int | None = None
    named: bool = True
    family: str | None = None
