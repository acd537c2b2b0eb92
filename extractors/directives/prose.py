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
from functools import lru_cache

from extractors.base import Reading
from extractors.directives.continued import goes_on, goes_on_contract, goes_on_demand, would
from extractors.directives.force import (
    AGREEMENT,
    DEMAND,
    LEGISLATION,
    POLICY,
    RECOMMENDATION,
    advises,
    asks,
    directs,
    ought,
    should_ask,
    told,
    unwilling,
    wants_law,
)
from extractors.directives.frames import framed
from extractors.directives.imperatives import is_imperative
from extractors.directives.leads import leads_to
from extractors.directives.pieces import Piece, is_like_item, is_line, is_past, is_title, pieces, says_more, section
from extractors.directives.setting import AT_WORK, MODEL, PACE, WORK, find_setting
from extractors.directives.speculation import speculates
from extractors.directives.technologies import MEDIUM, STRONG, WEAK, Term, find_technologies, technologies
from extractors.laws.find import find_legislation
from extractors.laws.law import Law
from extractors.text.marks import find_quoted
from extractors.text.sentences import BODY, NOTES, sentences

_ENOUGH = 0.5
_ELSEWHERE = re.compile(
    r"\b(?:consumers?|customers|child|children|kids|minors|military|army|missiles?|weapons?|deceptive|housing"
    r"|lending)\b",
    re.IGNORECASE,
)
_DEAL = re.compile(r"\b(?:deal|agreement|pact|settlement|accord)s?\b", re.IGNORECASE)
_CONTRACT = re.compile(r"\b(?:contracts?|guilds?|clauses?|members?|locals?|language|it states)\b", re.IGNORECASE)
# Of the weak terms, those that mean technology also outside contracts.
_TELLING = re.compile(
    r"equipment|devices?|systems?|data|computers?|digital(?:ly)?|tools?|monitor(?:ing|ed)?|track(?:ing)?"
    r"|high-tech|tech"
    r"|quotas?|metrics|electronic(?:ally)?|virtual",
    re.IGNORECASE,
)
_HEADLINE = re.compile(r"(?<![;,] and)(?<![;,] or)(?<=\w)\s*\Z")
_HANGS_ON = re.compile(r"\b(?:must|should|shall|would|will)\s*\Z")
_STILL = 2  # passages over which "it" is still the contract
_FAR = 5  # passages, quotes among them, after which "would" is no longer about the bill
_PAPER_ASKS = re.compile(
    r"(?:The|This|These|Its|Their|\w+[’']s) (?:[\w’'-]+ ){0,4}?(?:frameworks?|guidance|guidelines?|principles"
    r"|reports?|guides?"
    r"|papers?|blueprint|toolkit|study|authors|researchers|roadmap) (?:[^.;]{1,160} and )?(?:also )?(?:urges?"
    r"|calls?|asks?|recommends?)\b"
)
_UNION_ADVISES = re.compile(
    r"\b(?:[A-Z]{3,}(?:-[A-Z]+)*|[Uu]nions?|Federation|Guild|Teamsters|[Cc]oalition"
    r"|[Cc]ampaigners) (?:\w+ )?recommend(?:s|ed)?\b"
)
_PROPOSED = re.compile(
    r"\W*(?:(?:The|These|Those|Such|Its|Their) (?:[\w-]+ ){0,3}?(?:measures?|proposals?|plans?|reforms?|rules"
    r"|safeguards"
    r"|protections|changes|agreements)|(?:\w+ ){0,2}?[Aa]greements) (?:also )?(?:would|will|should|must"
    r"|requires?|includes?)\b"
)
_SOMEBODY_MUST = re.compile(
    r"\b(?:[Ww]e|I|our|[Cc]ongress|[Ll]awmakers|[Gg]overnments?|[Pp]oliticians|[Ll]abou?r|it|they|laws|legislation) "
    r"(?:\w+ )?(?:must|should|need|ought|have to)\b|\bshould\b|\bneeds? to\b"
)
_HEADLIKE = 7  # words of a first sentence that only names what its list item says
_FEWEST = 5  # words of a list item that says something
_SUBJECT = 110  # characters in which a sentence names who asks
_SHORTEST = 15  # characters
_LABEL = re.compile(r"\W*[A-Z][\w&-]*(?: (?:and |& )?[\w-]+){0,2}\s?:")
_A_BILL = re.compile(r"\b(?:bill|legislation|ordinance)\b(?! of (?:rights|lading))")
_THINKER = re.compile(
    r"\b(?:think[- ]?tanks?|[Ii]nstitute|[Cc]ent(?:er|re) for|[Ff]oundation|[Rr]esearchers|[Aa]uthors|[Rr]eport"
    r"|[Pp]aper|[Ss]tudy|[Ii]nquiry)\b"
    r"[^.;]{0,60}\b(?:call(?:s|ed)?|urg(?:e[sd]?|ing)|recommend\w*|propos\w+|ask(?:s|ed)?)\b"
)
_TO_KNOW = re.compile(
    r"\bneed for (?:(?:better|more|good|reliable|clear) )*(?:data|research|evidence|information|debate)\b"
)
# What people are to think, which is nothing to do.
_ONLY_THINKS = re.compile(
    r"\b(?:[Ww]e|I) (?:need|have|ought) to (?:reali[sz]e|remember|recogni[sz]e|acknowledge|be (?:honest|aware))\b"
    r"|n[’']t want to see\b"
)
_RULED = re.compile(r"\b(?:must|should|shall|requir\w+|ban\w*|prohibit\w*|ensur\w+|guarantee\w*|limit\w*)\b")
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
class _Lead:
    """A sentence that leads to a list: its words and the force it gives each item."""

    text: str
    force: str | None
    touches: float
    law: Law | None
    passage: int = -1


def find_directives(reading: Reading) -> tuple[Directive, ...]:
    """The sentences with directive force that touch technology, or stand in a text on it, in order."""
    terms = reading.get(find_technologies)
    if not any(t.strength != WEAK or PACE.fullmatch(t.text) for t in terms):
        return ()
    return tuple(_Judge(reading, terms).read())


@lru_cache(maxsize=64)
def _is_technical(heading: str) -> bool:
    """Whether a heading, which many sentences stand under, names a technology."""
    return any(term.strength == STRONG for term in technologies(heading))


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
        self.setting = reading.get(find_setting)
        self.section: str | None = None  # what the heading or the last line like one names: a law or a contract
        self.last_law: tuple[int, Law | None] | None = None  # passage and law of the last sentence on a law's content
        self.last: tuple[int, str] | None = None  # passage and force of the last directive
        if not self.laws and _A_BILL.search(reading.document.title or ""):
            self.last_law = (0, None)
        self.lead: _Lead | None = None
        self.listed = False  # whether the lead has had list items, so that a paragraph ends its list
        self.contract = -9  # passage of the last sentence on what a contract says
        self.deal = -9  # passage of the last sentence that names a deal

    def read(self) -> Iterator[Directive]:
        heading: str | None = None
        for sentence in self.reading.get(sentences):
            if sentence.passage.kind == "heading":
                heading = sentence.passage.text
                promised = leads_to(heading)
                self.lead = _Lead(heading, promised, self.setting.about, None) if promised else None
                self.section = section(heading)
                self.listed = False
                continue
            if sentence.region not in (BODY, NOTES):
                continue
            if is_line(sentence):
                self.section = section(sentence.text) or self.section
            if is_title(sentence.text):
                continue
            for piece in pieces(sentence, heading):
                found = self._judged(piece)
                if found is not None:
                    self.last = (piece.passage, found.force)
                    yield found

    def _judged(self, piece: Piece) -> Directive | None:
        inside = self.terms[bisect_left(self.starts, piece.start) : bisect_left(self.starts, piece.end)]
        own = [t for t in inside if t.strength != WEAK or _TELLING.fullmatch(t.text)]
        law = self._law(piece)
        before = self.lead
        lead = self._lead(piece)
        if before is not None and _LABEL.fullmatch(piece.text) and not leads_to(piece.text):
            named = 0.9 if technologies(piece.text) else 0.0  # "Pay:", "AI:": parts of what the lead promises
            self.lead, self.listed = _Lead(piece.text, before.force, named, before.law, piece.passage), False
            return None
        touches = self._touches(piece, own, lead)
        leads = piece.text.rstrip().endswith(":") or _HANGS_ON.search(piece.text) is not None
        force, sure, imperative = self._force(piece, lead, whole=leads or touches >= _ENOUGH)
        if leads:
            promised = leads_to(piece.text) or force
            if promised == DEMAND and not self.setting.demands:
                promised = RECOMMENDATION
            self.lead = _Lead(piece.text, self._in_model(promised), touches, law, piece.passage)
            self.listed = False
            if not says_more(piece.text):
                return None
        self.contract = piece.passage if force == AGREEMENT else self.contract
        self.deal = piece.passage if _DEAL.search(piece.text) else self.deal
        if force == LEGISLATION or (law is not None and law.start - piece.start < _EARLY):
            self.last_law = (piece.passage, law or (self.last_law[1] if self.last_law else None))
        elif not self.laws and _A_BILL.search(piece.text):
            self.last_law = (piece.passage, None)
        if (
            force == AGREEMENT
            and _DEAL.search(piece.text)
            and not (self.setting.of_unions or WORK.search(piece.text) or _CONTRACT.search(piece.text))
        ):
            return None  # a deal among firms
        if force is None or touches < _ENOUGH or len(piece.text) < _SHORTEST or self._is_head(piece):
            return None
        if lead is None and not piece.item and piece.alone and _HEADLINE.search(piece.text):
            return None  # a headline, or what stands under one
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

    def _lead(self, piece: Piece) -> _Lead | None:
        """The sentence whose list a piece stands in, None where it stands in none; a piece outside ends the list."""
        lead = self.lead
        if lead is None:
            return None
        set_apart = self.listed and lead.passage >= 0
        if piece.item or (self.kind != "news" and not set_apart and is_imperative(piece.text)):
            self.listed = self.listed or piece.item
            return lead
        if lead.passage >= 0 and not self.listed and is_like_item(piece):
            return lead
        if lead.passage < 0 and not piece.item and lead.force == RECOMMENDATION:
            return None  # a heading speaks for all the lists under it
        self.lead = None
        return None

    def _is_head(self, piece: Piece) -> bool:
        """Whether a short first sentence of a list item only names what the rest of it says."""
        listed = piece.item or self.lead is not None
        return listed and piece.opens and not piece.alone and len(piece.text.split()) <= _HEADLIKE

    def _in_model(self, force: str | None) -> str | None:
        """A contract that is only a model or a draft demands what it says."""
        return DEMAND if force == AGREEMENT and self.setting.model else force

    def _force(self, piece: Piece, lead: _Lead | None, whole: bool) -> tuple[str | None, float, bool]:
        """What a sentence does, how surely, and whether it is an imperative; only of laws and deals if not `whole`."""
        text = piece.text
        imperative = is_imperative(text)
        item = piece.item or lead is not None
        held = lead is not None and lead.force in (AGREEMENT, LEGISLATION) and not text.rstrip().endswith("?")
        instrument = told(text, self._law_end(piece)) or self._follows(piece)
        proposed = instrument in (AGREEMENT, LEGISLATION, None) and self._only_proposed(piece, lead)
        if not (whole or instrument or proposed or (lead is not None and lead.force)):
            return None, 0.0, False
        counted = instrument in (AGREEMENT, LEGISLATION) and not speculates(text, counted=False)
        if not (imperative and item) and not held and not counted and speculates(text):
            return None, 0.0, False
        instrument = DEMAND if proposed else instrument
        goes = piece.opens or imperative or not piece.item or directs(text)
        if lead is not None and lead.force and (imperative or item) and goes and not is_past(text):
            return lead.force, 0.85, imperative
        quoted = self._quoted(piece)
        if instrument is not None:
            return self._of_model(instrument, text), 0.8, False
        return self._said(piece, imperative, quoted) if whole else (None, 0.0, False)

    def _only_proposed(self, piece: Piece, lead: _Lead | None) -> bool:
        """Whether "the measures" or "such agreements" are but what the demand right before asks for."""
        near = self.last is not None and self.last[1] == DEMAND and piece.passage - self.last[0] <= _STILL
        return near and lead is None and self._law(piece) is None and _PROPOSED.match(piece.text) is not None

    def _follows(self, piece: Piece) -> str | None:
        """The law or contract of the sentences before that a sentence goes on about: "It would also require"."""
        after_law = piece.passage - self.last_law[0] if self.last_law is not None else _FAR
        if (after_law <= 1 and goes_on(piece.text)) or (after_law < _FAR and would(piece.text)):
            return LEGISLATION
        near = piece.passage - self.contract <= _STILL
        return AGREEMENT if near and goes_on_contract(piece.text) else None

    def _said(self, piece: Piece, imperative: bool, quoted: bool) -> tuple[str | None, float, bool]:
        """The same for what a sentence outside lists asks, advises, or tells by its frame."""
        text = piece.text
        if _TO_KNOW.search(text) or (_ONLY_THINKS.search(text) and not _RULED.search(text)):
            return None, 0.0, False
        if imperative and not quoted and (piece.item or not self.setting.announces):
            return DEMAND if self.setting.announces else RECOMMENDATION, 0.75, True
        if asks(text):
            return RECOMMENDATION if self._is_advice(text) else DEMAND, 0.8, False
        if _ELSEWHERE.search(text) and not WORK.search(text):
            return None, 0.0, False
        wished = advises(text) and wants_law(text)
        if not wished and (instrument := self._framed(piece, quoted)) is not None:
            return self._of_model(instrument, text), 0.7, False
        if advises(text):
            return DEMAND if _UNION_ADVISES.search(text) else RECOMMENDATION, 0.7, False
        if ought(text):
            return DEMAND if self.setting.demands or quoted else RECOMMENDATION, 0.65, False
        if (instrument := framed(text, (DEMAND, RECOMMENDATION), ())) is not None:
            speaks = quoted or (self.setting.announces and '"' in text.replace("”", '"'))
            instrument = DEMAND if speaks and not advises(text) else instrument
            advice = instrument == RECOMMENDATION or (ought(text) and not (self.setting.demands or quoted))
            return RECOMMENDATION if advice else DEMAND, 0.6, False
        if self.last and self.last[1] in (DEMAND, RECOMMENDATION) and piece.passage - self.last[0] <= _STILL:
            return (self.last[1], 0.6, False) if goes_on_demand(text) else (None, 0.0, False)
        return None, 0.0, False

    def _goes_with_item(self, piece: Piece) -> bool:
        """Whether a list item stands right after one, or after a sentence, that tells of a law or a contract."""
        if (
            not piece.item
            or not piece.opens
            or self.last is None
            or len(piece.text.split()) < _FEWEST
            or is_past(piece.text)
        ):
            return False
        return self.last[1] in (AGREEMENT, LEGISLATION) and piece.passage - self.last[0] <= 1

    def _of_model(self, force: str, text: str) -> str:
        return DEMAND if force == AGREEMENT and (self.setting.model or MODEL.search(text)) else force

    def _framed(self, piece: Piece, quoted: bool) -> str | None:
        """The law, contract or policy that a sentence tells of by its frame and by what stands before it."""
        contexts = ["law_line"]
        somebody = _SOMEBODY_MUST.search(piece.text) is not None
        if self.kind != "press_release" and not quoted and not self.setting.demands:
            contexts.append("guide")
        near = self.last_law is not None and piece.passage - self.last_law[0] <= 1
        if (near or self.section == LEGISLATION) and not quoted and not somebody:
            contexts.append("law")
        if piece.run_in and (section(piece.run_in) == LEGISLATION or self.section == LEGISLATION):
            contexts.append("run_in_law")
        if (piece.passage - self.contract <= 1 or self.section == AGREEMENT) and not quoted and not somebody:
            contexts.append("contract")
        if piece.passage - self.deal < _FAR and not quoted:
            contexts.append("deal")
        if self.section == AGREEMENT and framed(piece.text, (AGREEMENT, LEGISLATION), ("contract", "law_line")):
            return AGREEMENT
        if ought(piece.text) and (quoted or somebody):
            return None
        if self._goes_with_item(piece):
            return self.last[1] if self.last else None
        if (
            not self.laws
            and (self.setting.of_unions or self.deal >= 0)
            and piece.item
            and framed(piece.text, (LEGISLATION,), ("law_line",))
        ):
            return AGREEMENT  # "Requires notice …" in a list of what contracts hold
        found = framed(piece.text, (LEGISLATION, AGREEMENT, POLICY), contexts)
        lacking = wants_law if found == LEGISLATION else unwilling
        return None if found in (LEGISLATION, AGREEMENT) and lacking(piece.text) else found

    def _is_advice(self, text: str) -> bool:
        """Whether a text advises to demand something, or tells that an employer or vendor urges it."""
        if self.kind in ("guide", "report", "other") and should_ask(text):
            return True
        if _PAPER_ASKS.match(text) or _THINKER.search(text[:_SUBJECT]):
            return True
        return re.match(r"[A-Z]\w+ (?:has |have )?(?:urged|asked|called)\b", text) is not None and self.kind in (
            "report",
            "guide",
        )

    def _touches(self, piece: Piece, own: Sequence[Term], lead: _Lead | None) -> float:
        """How far a sentence is about technology at work, by its words and by where it stands."""
        if self._elsewhere(piece, own, lead) or not (self.setting.work or WORK.search(piece.text)):
            return 0.0
        weight = 0.0
        if any(t.strength == STRONG for t in own):
            weight = 0.9
        elif any(t.strength == MEDIUM for t in own):
            weight = 0.6
        elif own:
            weight = 0.2
        around = self.setting.about
        if lead is not None:
            around = max(around, 0.8 * lead.touches)
        if self.last is not None and piece.passage - self.last[0] <= 1:
            around += 0.15
        if piece.run_in or piece.heading:
            around += 0.2 if _is_technical(f"{piece.run_in or ''} {piece.heading or ''}") else 0.0
        if self.laws and self.setting.about and not own and told(piece.text, self._law_end(piece)) == LEGISLATION:
            around += 0.15  # what else a bill on the subject holds
        return min(1.0, weight + around)

    def _elsewhere(self, piece: Piece, own: Sequence[Term], lead: _Lead | None) -> bool:
        """Whether a sentence of a text about something else does not itself tell of technology at somebody's work."""
        if not self.setting.elsewhere:
            return False
        led = lead.text if lead is not None else ""
        named = any(t.strength == STRONG for t in own)
        return not named or not (AT_WORK.search(piece.text) or AT_WORK.search(led))

    def _law_end(self, piece: Piece) -> int | None:
        law = self._law(piece)
        return law.end - piece.start if law is not None and law.end < piece.end else None

    def _known_law(self, force: str) -> Law | None:
        return self.last_law[1] if self.last_law and force == LEGISLATION else None

    def _law(self, piece: Piece) -> Law | None:
        inside = self.laws[bisect_left(self.law_starts, piece.start) : bisect_left(self.law_starts, piece.end)]
        return inside[0] if inside else None

    def _quoted(self, piece: Piece) -> bool:
        """Whether a sentence stands, for the most part, between quotation marks."""
        index = bisect_right(self.quote_starts, piece.start + 2) - 1
        if index >= 0 and self.quotes[index].end >= piece.start + 0.5 * (piece.end - piece.start):
            return True
        inside = self.quotes[bisect_left(self.quote_starts, piece.start) : bisect_left(self.quote_starts, piece.end)]
        return sum(q.end - q.start for q in inside) > 0.5 * (piece.end - piece.start) or piece.text[:1] in '“"'
