"""What legislatures' databases say of a bill: its record, as one document that a person can read.

The record is laid out as a heading, a table of what the bill is, and a table of what happened to it, a row a step:
day, chamber, what. `extractors.bill_records` reads these tables again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from extractors.readers.blocks import Block, Parsed, clean, clean_table

RECORD = "Bill record"
HISTORY = "History"
_NUMBER = re.compile(r"([A-Za-z]+)\s*(\d+)")
_FEDERAL = {
    "HR": "H.R.",
    "S": "S.",
    "HJRES": "H.J.Res.",
    "SJRES": "S.J.Res.",
    "HCONRES": "H.Con.Res.",
    "SCONRES": "S.Con.Res.",
    "HRES": "H.Res.",
    "SRES": "S.Res.",
}


@dataclass(frozen=True)
class Step:
    """Something that happened to a bill; `chamber` is empty where it is not told."""

    day: date
    chamber: str
    what: str


@dataclass(frozen=True)
class BillRecord:
    """A bill as a database tells of it: `number` as printed, `jurisdiction` an ISO code."""

    number: str
    jurisdiction: str | None
    title: str | None = None
    session: str | None = None
    introduced_on: date | None = None
    sponsors: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    summaries: tuple[str, ...] = ()


def federal_number(kind: str, number: str) -> str:
    """A number of Congress as it is printed: `H.R. 21` of `hr` and `21`."""
    return f"{_FEDERAL.get(kind.upper(), kind.upper())} {number}"


def state_number(number: str) -> str:
    """A number of a state's bill with a space between letters and digits: `AB 1018`."""
    match = _NUMBER.fullmatch(number.strip())
    return f"{match[1].upper()} {match[2]}" if match else number.strip()


def parsed(record: BillRecord, media_type: str) -> Parsed:
    """The record as a document; it was last changed on the day of its last step."""
    steps = sorted(set(record.steps), key=lambda step: (step.day, record.steps.index(step)))
    about: list[tuple[str, str]] = [(RECORD, record.number)]
    about += [
        (name, value)
        for name, value in (
            ("Jurisdiction", record.jurisdiction),
            ("Session", record.session),
            ("Introduced", record.introduced_on.isoformat() if record.introduced_on else None),
        )
        if value
    ]
    about += [("Sponsor", sponsor) for sponsor in record.sponsors]
    named = f"{record.number}: {record.title}" if record.title else record.number
    blocks = [Block("heading", named, level=1), Block("table", clean_table(about))]
    if steps:
        rows = [(step.day.isoformat(), step.chamber, step.what) for step in steps]
        blocks += [Block("heading", HISTORY, level=2), Block("table", clean_table(rows))]
    if record.summaries:
        blocks += [Block("heading", "Summary", level=2), *(Block("paragraph", text) for text in record.summaries)]
    return Parsed(
        blocks=tuple(blocks),
        media_type=media_type,
        title=named,
        published_on=steps[-1].day if steps else record.introduced_on,
        language="en",
        document_type="legislation",
    )


def day(value: str | None) -> date | None:
    """The day of `2026-03-04`, with or without a time behind it."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def steps(rows: Iterable[tuple[str | None, str | None, str | None]]) -> tuple[Step, ...]:
    """Steps from (day, chamber, what); a row without a day or words is left out."""
    found = []
    for when, chamber, what in rows:
        on, words = day(when), clean(what or "").replace("\n", " ")
        if on and words:
            found.append(Step(on, clean(chamber or ""), words))
    return tuple(found)
