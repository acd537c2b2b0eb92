"""Sentences of news, releases, reports and guides that ask, advise, promise, or tell what a law or contract says.

Each is a kind of sentence known by its words: what a law does ("The bill would require"), what a contract holds ("won
a deal including"), what is demanded ("calling for", "must" in a speech), advised (an imperative in a guide), promised
(an employer's policy). A list item carries the force of the sentence that leads to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from extractors.base import Reading
from extractors.bills import Law, find_legislation
from extractors.force import (
    AGREEMENT,
    DEMAND,
    LEGISLATION,
    RECOMMENDATION,
    advises,
    asks,
    goes_on,
    goes_on_contract,
    is_imperative,
    leads_to,
    ought,
    should_ask,
    speculates,
    told,
)
from extractors.marks import find_quoted
from extractors.quick import quick
from extractors.sentences import BODY, HEADLINE, NOTES, Sentence, sentences, split
from extractors.technologies import MEDIUM, STRONG, WEAK, Term, find_technologies, technologies

_NUMBER = re.compile(r"(?:[•▪◦●*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
_RUN_IN = re.compile(r"(?P<head>[A-Z“\"'‘][\w“”\"'‘’/&,() -]{2,70}?):\s+(?=[A-Z“\"])")
_LABEL = re.compile(
    r"(?:Workers|Unions|Employers|Companies|Governments|Policymakers|Lawmakers|Developers|Investors"
    r"|Organizers|Members|Stewards|Locals)"
    r"(?:,? (?:and|or|&)?\s?[a-z-]+){0,4} (?=[A-Z][a-z]+ [a-z])"
)
_ENOUGH = 0.5
_DENSE = 600  # characters a word of work in a text that is about work
_WORK = quick(
    r"\b(?:workers?|employees?|employers?|unions?|labou?r|bargain\w*|collective|workforce|workplaces?"
    r"|jobs?|staff|wages?"
    r"|lay-?offs?|laid off|boss(?:es)?|strikes?|job-?seekers?|occupation\w*|gig|hir(?:e|ing)|fired|firing)\b",
    re.IGNORECASE,
)
_DEAL = re.compile(r"\b(?:deal|agreement|pact|settlement|accord)s?\b", re.IGNORECASE)
_CONTRACT = re.compile(r"\b(?:contracts?|guilds?|clauses?|members?|locals?|language|it states)\b", re.IGNORECASE)
# Of the weak terms, those that mean technology also outside contracts.
_TELLING = re.compile(
    r"equipment|devices?|systems?|data|computers?|digital(?:ly)?|tools?|monitor(?:ing|ed)?|track(?:ing)?|high-tech|tech"
    r"|quotas?|metrics|electronic(?:ally)?|virtual",
    re.IGNORECASE,
)
_SHORTEST = 15  # characters
_EARLY = 60  # characters into a sentence within which a law named is what it is about


@dataclass(frozen=True)
class Directive:
    """A sentence with force: `force` is what it is (an instrument), `sure` how surely, `terms` what it names.

    `text` leaves out number and run-in heading; `lead` is the sentence whose list it stands in; `law` the law it is
    about where the text names one.
    """

    start: int
    end: int
    text: str
    lead: str
    force: str
    sure: float
    touches: float
    terms: tuple[Term, ...]
    law: Law | None
    quoted: bool
    heading: str | None
    imperative: bool


@dataclass(frozen=True)
class _Piece:
    """A sentence, or a cell of a table, ready to be judged."""

    start: int
    end: int
    text: str
    run_in: str | None
    heading: str | None
    item: bool
    opens: bool
    passage: int
    lead: _Lead | None = None


@dataclass(frozen=True)
class _Lead:
    """A sentence that leads to a list: its words and the force it gives each item."""

    text: str
    force: str | None
    touches: float
    law: Law | None


def find_directives(reading: Reading) -> tuple[Directive, ...]:
    """The sentences with directive force that touch technology, or stand in a text on it, in order."""
    terms = reading.get(find_technologies)
    if not any(t.strength != WEAK for t in terms):
        return ()
    return tuple(_Judge(reading, terms).read())


class _Judge:
    """Goes through a document once and keeps what the last sentences were about."""

    def __init__(self, reading: Reading, terms: Sequence[Term]) -> None:
        self.reading = reading
        self.kind = reading.document.document_type
        self.terms = terms
        self.starts = [t.start for t in terms]
        self.laws = reading.get(find_legislation)
        self.law_starts = [law.start for law in self.laws]
        self.quotes = reading.get(find_quoted)
        self.quote_starts = [q.start for q in self.quotes]
        self.about = self._about()
        enough = len(reading.text) // _DENSE + 1
        self.work = sum(1 for _ in islice(_WORK.finditer(reading.text), enough)) == enough
        self.last_law: tuple[int, Law | None] | None = None  # passage and law of the last sentence on a law's content
        self.last: tuple[int, str] | None = None  # passage and force of the last directive
        self.lead: _Lead | None = None

    def read(self) -> Iterator[Directive]:
        heading: str | None = None
        for sentence in self.reading.get(sentences):
            if sentence.passage.kind == "heading":
                heading = sentence.passage.text
                promised = leads_to(heading)
                self.lead = _Lead(heading, promised, self.about, None) if promised else None
                continue
            if sentence.region not in (BODY, NOTES):
                continue
            for piece in self._pieces(sentence, heading):
                found = self._judged(piece)
                if found is not None:
                    self.last = (piece.passage, found.force)
                    yield found

    def _about(self) -> float:
        """How far the document as a whole is about technology at work."""
        title = self.reading.document.title or ""
        first = [s.text for s in self.reading.get(sentences)[:12] if s.region == HEADLINE]
        head = technologies(" ".join([title, *first]))
        strong = sum(t.strength == STRONG for t in self.terms)
        if any(t.strength == STRONG for t in head) or strong * 500 > len(self.reading.text):
            return 0.5
        if any(t.strength == MEDIUM for t in head) or strong * 1200 > len(self.reading.text):
            return 0.35
        return 0.1 if strong else 0.0

    def _pieces(self, sentence: Sentence, heading: str | None) -> Iterator[_Piece]:
        if sentence.passage.kind == "table" or "\t" in sentence.text:
            yield from self._cells(sentence, heading)
            return
        text, start, item = sentence.text, sentence.start, sentence.passage.kind == "list_item"
        if (number := _NUMBER.match(text)) and number.end() < len(text):
            start, text, item = start + number.end(), text[number.end() :], True
        run_in = _RUN_IN.match(text)
        head = None
        if run_in and len(run_in["head"].split()) <= 8 and not ought(run_in["head"]):
            head = run_in["head"]
            start, text = start + run_in.end(), text[run_in.end() :]
        label = _LABEL.match(text)
        if label and is_imperative(text[label.end() :]):  # the first cell of a table's row, run into the second
            head = label.group().strip()
            start, text = start + label.end(), text[label.end() :]
        yield _Piece(
            start,
            sentence.end,
            text,
            head,
            heading,
            item,
            sentence.start == sentence.passage.char_start,
            sentence.passage.ordinal,
        )

    def _cells(self, sentence: Sentence, heading: str | None) -> Iterator[_Piece]:
        for cell in re.finditer(r"(?:(?!</?p>)[^\t])+", sentence.text):
            for start, end in split(cell.group()):
                at = sentence.start + cell.start() + start
                text = cell.group()[start:end]
                if len(text.split()) >= 5 and text[-1] in ".;>0123456789":
                    yield _Piece(at, at + len(text), text, None, heading, True, True, sentence.passage.ordinal)

    def _judged(self, piece: _Piece) -> Directive | None:
        inside = self.terms[bisect_left(self.starts, piece.start) : bisect_left(self.starts, piece.end)]
        own = [t for t in inside if t.strength != WEAK or _TELLING.fullmatch(t.text)]
        law = self._law(piece)
        lead = self.lead if piece.item or self._follows_lead(piece) else None
        if lead is None:
            self.lead = None
        touches = self._touches(piece, own, lead)
        leads = piece.text.rstrip().endswith(":")
        force, sure, imperative = self._force(piece, lead, whole=leads or touches >= _ENOUGH)
        if leads:
            self.lead = _Lead(piece.text, leads_to(piece.text) or force, touches, law)
            return None
        if force == LEGISLATION or (law is not None and law.start - piece.start < _EARLY):
            self.last_law = (piece.passage, law or (self.last_law[1] if self.last_law else None))
        if (
            force == AGREEMENT
            and _DEAL.search(piece.text)
            and not (_WORK.search(piece.text) or _CONTRACT.search(piece.text))
        ):
            return None  # a deal among firms
        if force is None or touches < _ENOUGH or len(piece.text) < _SHORTEST:
            return None
        return Directive(
            start=piece.start,
            end=piece.end,
            text=piece.text,
            lead=lead.text if lead else "",
            force=force,
            sure=sure,
            touches=touches,
            terms=tuple(own),
            law=law or (lead.law if lead else None) or self._known_law(force),
            quoted=self._quoted(piece),
            heading=piece.run_in or piece.heading,
            imperative=imperative,
        )

    def _follows_lead(self, piece: _Piece) -> bool:
        return self.lead is not None and self.kind != "news" and is_imperative(piece.text)

    def _force(self, piece: _Piece, lead: _Lead | None, whole: bool) -> tuple[str | None, float, bool]:
        """What a sentence does, how surely, and whether it is an imperative; only of laws and deals if not `whole`."""
        text = piece.text
        imperative = is_imperative(text)
        if speculates(text) and not (imperative and piece.item):
            return None, 0.0, False
        if lead is not None and lead.force and (imperative or (piece.item and piece.opens)):
            return lead.force, 0.85, imperative
        if (instrument := told(text, self._law_end(piece))) is not None:
            return instrument, 0.8, False
        if self.last_law is not None and piece.passage - self.last_law[0] <= 1 and goes_on(text):
            return LEGISLATION, 0.75, False
        if self.last == (piece.passage, AGREEMENT) and goes_on_contract(text):
            return AGREEMENT, 0.75, False
        if not whole:
            return None, 0.0, False
        announces = self.kind in ("press_release", "news")
        if imperative and not self._quoted(piece) and (piece.item or not announces):
            return DEMAND if announces else RECOMMENDATION, 0.75, True
        if asks(text):
            return RECOMMENDATION if self._is_advice(text) else DEMAND, 0.8, False
        if advises(text):
            return RECOMMENDATION, 0.7, False
        if ought(text):
            return DEMAND if announces or self._quoted(piece) else RECOMMENDATION, 0.65, False
        return None, 0.0, False

    def _is_advice(self, text: str) -> bool:
        """Whether a text advises to demand something, or tells that an employer or vendor urges it."""
        if self.kind in ("guide", "report", "other") and should_ask(text):
            return True
        return re.match(r"[A-Z]\w+ (?:has |have )?(?:urged|asked|called)\b", text) is not None and self.kind in (
            "report",
            "guide",
        )

    def _touches(self, piece: _Piece, own: Sequence[Term], lead: _Lead | None) -> float:
        """How far a sentence is about technology at work, by its words and by where it stands."""
        weight = 0.0
        if any(t.strength == STRONG for t in own):
            weight = 0.9
        elif any(t.strength == MEDIUM for t in own):
            weight = 0.6
        elif own:
            weight = 0.2
        around = self.about
        if lead is not None:
            around = max(around, 0.8 * lead.touches)
        if self.last is not None and piece.passage - self.last[0] <= 1:
            around += 0.15
        if piece.run_in or piece.heading:
            head = technologies(f"{piece.run_in or ''} {piece.heading or ''}")
            around += 0.2 if any(t.strength == STRONG for t in head) else 0.0
        if not (self.work or _WORK.search(piece.text)):
            return 0.0
        return min(1.0, weight + around)

    def _law_end(self, piece: _Piece) -> int | None:
        law = self._law(piece)
        return law.end - piece.start if law is not None and law.end < piece.end else None

    def _known_law(self, force: str) -> Law | None:
        return self.last_law[1] if self.last_law and force == LEGISLATION else None

    def _law(self, piece: _Piece) -> Law | None:
        inside = self.laws[bisect_left(self.law_starts, piece.start) : bisect_left(self.law_starts, piece.end)]
        return inside[0] if inside else None

    def _quoted(self, piece: _Piece) -> bool:
        """Whether a sentence stands, for the most part, between quotation marks."""
        index = bisect_right(self.quote_starts, piece.start + 2) - 1
        if index >= 0 and self.quotes[index].end >= piece.start + 0.5 * (piece.end - piece.start):
            return True
        inside = self.quotes[bisect_left(self.quote_starts, piece.start) : bisect_left(self.quote_starts, piece.end)]
        return sum(q.end - q.start for q in inside) > 0.5 * (piece.end - piece.start) or piece.text[:1] in '“"'
