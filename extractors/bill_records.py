"""Bills as legislatures' databases record them: the bill, how far it is, and each step of its way.

The record is laid out by `extractors.readers.bill_record`: a table of what the bill is, a table of its history.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from extractors.base import Extractor, Reading
from extractors.readers.bill_record import HISTORY, RECORD
from records.facts import Fact, Legislation, LegislationEvent
from records.model import Passage

_CERTAIN = 0.98
_ACT = re.compile(r"\b(?:Act|Law|Code|Resolution)\b")
_LONG = re.compile(r"^(?:A (?:bill|resolution|joint resolution)|An act|To|Relating to|Providing)\b")
_CHAMBER = r"(?:by )?(?:the )?(?:house|senate|assembly|chamber|general assembly)\b"
_SIGNER = r"(?:the )?(?:president(?! (?:of the|pro)\b)|governor)"
_KINDS = (
    ("failed", r"^on passage\b.{0,80}\bfailed\b|^failed (?:of passage|to pass|passage|in|on)\b"
               r"|^passed by indefinitely\b"),
    ("passed_chamber", rf"^passed/agreed to in\b|^passed {_CHAMBER}|^on passage\b.{{0,80}}\bpassed\b"
                       r"|^on motion to suspend the rules and (?:pass|agree)\b.{0,80}\bagreed to\b"
                       r"|\bthird reading\b.{0,60}\b(?:passed|ayes)\b|^read (?:the )?third time\b.{0,60}\bpassed\b"
                       r"|\bfinal passage\b|\bengrossed\b|^passed(?: as amended)?(?: \(|[.;,]|$)"),
    # the business of a chamber about a bill: votes on motions, rules and amendments decide nothing of the bill itself
    ("other", r"^(?:on (?:motion|agreeing|ordering)|motion|cloture|rule h\. res"
              r"|the (?:previous|committee|chair|house|speaker|clerk)|m[rs]s?\. |debate|general debate|floor summary"
              r"|unfinished business|vacating|considered|consideration|[hs]\. ?amdt|amendment|veto message"
              r"|committee of the whole|message on|measure laid|point of order|order of procedure)"),
    ("vetoed", r"\bvetoed\b|\b(?:pocket|total|amendatory) veto\b"),
    ("passed", rf"\b(?:presented|delivered|sent|transmitted) to {_SIGNER}|\blaid before the governor\b|\benrolled\b"
               r"|\bpassed (?:both|the legislature)\b|\bcleared for (?:the )?white house"),
    ("enacted", rf"\bbecame (?:public |private )?law\b|\b(?:signed|approved) by {_SIGNER}"
                r"|\bgovernor (?:signed|approved)\b|\bchaptered\b|\bsigned (?:into law|chap)"
                r"|\bchapter \d+, (?:20\d\d|laws|statutes|acts)\b|\benacted\b"
                r"|\bpublic act\b|\bapproved p\.l\.|\bassigned pa\b|^act no\. \d|\bgovernor['’]s action approv"),
    ("failed", r"\bfailed\b|\bdied\b|\bindefinitely postponed\b|\bpostponed? indefinitely\b|\bwithdrawn\b|\bdefeated\b"
               r"|\bnot passed\b|\bsine die\b|\bno further action\b"),
    ("hearing", r"\bhearings?\b"),
    ("reported", r"\breported\b|\bdo pass\b|\bcommittee report\b|\bfrom committee:|\bfavorable report\b"),
    ("passed_chamber", rf"\bpassed {_CHAMBER}"),
    ("amended", r"\bamended\b|\bamendments? (?:agreed|adopted|concurred)|\bsubstitute (?:adopted|agreed)\b"),
    ("introduced", r"\bintroduc(?:ed|tion)\b|\bpre-?filed\b|\bread (?:the )?first time\b|\bfirst reading\b|^filed\b"),
    ("referred", r"\breferred\b|\bre-?referred\b|\bassigned to\b|^to (?:com|the committee)\b"),
)  # fmt: skip
_LISTED = re.compile(r"(?:[A-Z][a-z]{2,8}\. )?([^,\[\]]+), ([^,\[\]]+?)(?:, (?:Jr|Sr|I{2,3}|IV)\.?)? \[[^\]]*\]")
_STEPS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _KINDS)
_STATUSES = ("introduced", "passed_chamber", "passed", "enacted", "vetoed", "failed")


@dataclass(frozen=True)
class _Row:
    """A row of a table and where it stands in the text."""

    cells: tuple[str, ...]
    start: int
    end: int


class BillRecords(Extractor):
    """Reads the record of a bill."""

    name: ClassVar[str] = "bill_records"
    version: ClassVar[str] = "1"
    tables: ClassVar[tuple[type[Fact], ...]] = (Legislation, LegislationEvent)

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """The bill at the rows that say what it is, and a row for each step."""
        about = reading.get(about_bill)
        if not about:
            return
        told = {row.cells[0]: row.cells[1] for row in about}
        number = told[RECORD]
        name = _name(reading, number)
        tables = [passage for passage in reading.document.passages if passage.kind == "table"]
        steps = [step for table in tables[1:] if HISTORY in _headings(table) for step in _steps(_rows(table))]
        reached = [(kind, on) for kind, on, _ in steps if kind in _STATUSES]
        status, status_on = reached[-1] if reached else ("introduced", None)
        introduced = _day(told.get("Introduced"))
        yield Legislation(
            span=reading.span(about[0].start, about[-1].end),
            confidence=_CERTAIN,
            name=name,
            bill_number=number,
            jurisdiction=told.get("Jurisdiction"),
            status=status,
            status_on=status_on or introduced,
            year=introduced.year if introduced else None,
            sponsors=tuple(_straight(row.cells[1]) for row in about if row.cells[0] == "Sponsor"),
        )
        for kind, on, row in steps:
            yield LegislationEvent(
                span=reading.span(row.start, row.end),
                confidence=_CERTAIN,
                legislation_name=name,
                kind=kind,
                happened=row.cells[2],
                occurred_on=on,
                chamber=row.cells[1] or None,
            )


def about_bill(reading: Reading) -> tuple[_Row, ...]:
    """The rows that say what the bill is of which the document is a record; none where it is no such record."""
    table = next((passage for passage in reading.document.passages if passage.kind == "table"), None)
    if table is None or not table.text.startswith(f"{RECORD}\t"):
        return ()
    return tuple(row for row in _rows(table) if len(row.cells) == 2)


def recorded_laws(reading: Reading) -> frozenset[str]:
    """The names of the bill of which the document is a record, its number among them."""
    about = reading.get(about_bill)
    return frozenset({about[0].cells[1], _name(reading, about[0].cells[1])}) if about else frozenset()


def _name(reading: Reading, number: str) -> str:
    """The bill's short title, as the first heading gives it after the number; the number where it has none."""
    heading = next((passage.text for passage in reading.document.passages if passage.kind == "heading"), "")
    title = heading.removeprefix(f"{number}: ")
    return title if title != heading and _ACT.search(title) and not _LONG.match(title) else number


def kind_of(happened: str) -> str:
    """What kind of step a record's words tell of."""
    return next((kind for kind, words in _STEPS if words.search(happened)), "other")


def _straight(name: str) -> str:
    """`Lucia Barrientos` of `Sen. Barrientos, Lucia [D-NM]`; other names as they are."""
    match = _LISTED.fullmatch(name)
    return f"{match[2]} {match[1]}" if match else name


def _headings(table: Passage) -> tuple[str, ...]:
    return (*table.heading_path, table.heading or "")


def _rows(table: Passage) -> Iterator[_Row]:
    start = table.char_start
    for line in table.text.split("\n"):
        yield _Row(tuple(line.split("\t")), start, start + len(line))
        start += len(line) + 1


def _steps(rows: Iterable[_Row]) -> Iterator[tuple[str, date, _Row]]:
    for row in rows:
        on = _day(row.cells[0])
        if on is not None and len(row.cells) == 3:
            yield kind_of(row.cells[2]), on, row


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
