"""Collective agreements: the one a document is, with its parties and term, and those a document tells of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from extractors.base import Extractor, Reading
from extractors.contracts.called import find_name
from extractors.contracts.covers import Parties
from extractors.contracts.parties import find_parties
from extractors.contracts.terms import Term, find_term
from extractors.contracts.told import find_told
from extractors.names.jurisdictions import code_of, leading_state
from extractors.text.sentences import leaves
from records.facts import Agreement

_COVERED = re.compile(
    r"\b(?:cover(?:s|ing|ed)|represent(?:s|ing)?)\s+(?:approximately|about|some|over|more than|nearly|roughly)?\s*"
    r"(?P<count>\d{1,3}(?:,\d{3})+|\d{2,7})\s+(?:[\w-]+\s+){0,3}?(?:employees|workers|members|nurses|teachers"
    r"|drivers|players)\b",
    re.IGNORECASE,
)
_FEDERAL = re.compile(r"\b(?:National Labor Relations (?:Act|Board)|Taft-Hartley|Fair Labor Standards Act)\b")
_STATE_BEHIND = re.compile(r",\s*([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:\s*\(\w+\))?$")
_NAMED_LIKE_A_STATE = re.compile(r"\b[A-Z][a-z]+ (?:City|County|Township|Beach)\b")  # in another state, often
_PUBLIC = re.compile(
    r"\b(?:County|City|Town|Village|Municipality|Borough|District|School|University|College|Authority|State|Port|Board|Department"
    r"|Office)\b"
)
_FRONT = 20_000


class Agreements(Extractor):
    """One fact for the agreement that a document is, else one for each agreement it tells of."""

    name = "agreements"
    version = "1"
    tables = (Agreement,)

    def extract(self, reading: Reading) -> Iterable[Agreement]:
        """The agreement itself (`is_full_text`), or the agreements a news item, release or report tells of."""
        if reading.document.document_type == "agreement":
            return full_text(reading)
        return find_told(reading)


def full_text(reading: Reading) -> tuple[Agreement, ...]:
    """The agreement that a document is: parties, term, name and place as stated; empty where it states none."""
    parties, term = reading.get(find_parties), reading.get(find_term)
    if not reading.text.strip():
        return ()
    start, end = _evidence(reading, parties, term)
    return (
        Agreement(
            span=reading.span(start, end),
            confidence=_confidence(parties, term),
            name=find_name(reading),
            unions=parties.unions if parties else (),
            employers=parties.employers if parties else (),
            effective_on=term.effective_on if term else None,
            expires_on=term.expires_on if term else None,
            year=term.year if term else None,
            jurisdiction=_jurisdiction(reading, parties),
            workers_covered=_covered(reading),
            is_full_text=True,
        ),
    )


def _evidence(reading: Reading, parties: Parties | None, term: Term | None) -> tuple[int, int]:
    """The clause that names the parties, else that of the term, else the first words."""
    for clause in (parties, term):
        if clause and clause.end > clause.start:
            return clause.start, clause.end
    first = reading.get(leaves)[0]
    return first.char_start, first.char_end


def _confidence(parties: Parties | None, term: Term | None) -> float:
    sides = bool(parties and parties.employers) + bool(parties and parties.unions)
    return round(0.5 + 0.18 * sides + 0.1 * bool(term and term.expires_on), 2)


def _jurisdiction(reading: Reading, parties: Parties | None) -> str | None:
    """The state that the employer's name, the front matter or most of the text's mentions of states point to."""
    for name in (*(parties.employers if parties else ()), *(parties.unions if parties else ())):
        behind = _STATE_BEHIND.search(name)
        words = re.findall(r"[A-Z][a-z]+", _NAMED_LIKE_A_STATE.sub("", name))
        for known in (*(behind.groups() if behind else ()), *words, *(" ".join(pair) for pair in pairwise(words))):
            code = code_of(known)
            if code and code.startswith("US-"):
                return code
    public = any(_PUBLIC.search(name) for name in (parties.employers if parties else ()))
    if public:
        return leading_state(reading)
    return "US" if _FEDERAL.search(reading.text) else None


def _covered(reading: Reading) -> int | None:
    match = _COVERED.search(reading.text[:_FRONT])
    return int(match["count"].replace(",", "")) if match else None
