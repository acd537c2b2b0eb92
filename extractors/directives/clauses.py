"""Clauses on technology in the text of agreements and laws.

A clause counts by its own words (telematics, a new time clock that is to be installed), by the heading over it
("Technological Change"), by a term the document defined ("E-Tech", "the System"), or because it goes on about the
technology of the clause before it ("such equipment", "the recordings").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.base import Reading
from extractors.directives.asides import (
    is_aside,
    is_elsewhere,
    is_formal,
    is_job_content,
    is_job_heading,
    is_office_heading,
    is_praise,
    is_printout,
)
from extractors.directives.containers import Place, find_places
from extractors.directives.defined import defined_terms, mentions, pattern_of
from extractors.directives.governed import is_governed
from extractors.directives.headed import speaks_of
from extractors.directives.technologies import (
    MEDIUM,
    STRONG,
    WEAK,
    Term,
    find_other_acronyms,
    find_technologies,
    technologies,
)
from extractors.directives.unnamed import tells_of_technology
from extractors.text.sentences import FURNITURE, TEASER, Sentence, sentences

_ENUMERATOR = re.compile(
    r"(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Za-z]|[ivxlc]{1,5})[.)]+|\d{1,2}(?:\.\d{1,2}){1,3}|[•▪◦●*–—-])\s+"
    r"|(?:\d{1,2}|[a-z])[.)](?=[A-Z][a-z])"
    r"|(?:Section|Sec\.|SECTION|Article|ARTICLE) [\dIVXL.]{1,6}\s?[.:]?\s+(?=[A-Z])"
)
_SECTION = re.compile(r"(?:Section|Sec\.|SECTION|Article|ARTICLE) |\d{1,3}\.\d")
_RUN_IN = re.compile(r"(?P<head>[A-Z][\w/&,’' -]{2,60}?)(?:\.\s?[—–-]|\.|:)\s+(?=[A-Z(“\"])")
_FORCE = re.compile(
    r"\b(?:shall|will|must|may|should|agrees?|means|cannot|(?:is|are) (?:not )?to|(?:is"
    r"|are) not intended|(?:has|have|keeps?|holds?) the (?:sole |full |exclusive )?rights?|entitled"
    r"|prohibited|responsib\w+|require[sd]?|permitted|allowed|subject to"
    r"|reserves?|retains?|provides?|includes?|ensures?|defined|would|limits|is equal|considered|can|expected|eligible"
    r"|no (?:ground|basis|cause)|(?:is|are) (?:destroyed|erased|deleted|kept|checked|tested|given|told|shown|staffed)"
    r"|owns?|paid|pays|barred|banned|forbidden|need not|bound|granted|afforded|has to|have to"
    r"|encourage[sd]?|preclud\w+|refers?|undertakes?|commits?|endeavou?rs?|described|recogni[sz]es?"
    r"|only (?:with|upon|by|if|when))\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|has|have|keeps?|stays?|understand|applies|apply|does|do|belongs?|needs?|tells?|gives?|gets?|uses?"
    r"|falls?|remains?|receives?|constitutes?|takes?|makes?|hands?|looks?|shares?|meets?|draws?|holds?|decides?|sets?|sends?|goes|bars|forbids?)\b"
)
_LEADS = re.compile(r"(?::|—|–|: ?\[…\])\s*$")
_LINK = re.compile(
    r"\b(?:such|this|these|those|said|the|that|any such|above[- ]mentioned|aforementioned|the same"
    r"|its|their|in which)\s+(?:\w+[- ]){0,2}?"
    r"(?P<noun>systems?|equipment|devices?|technolog\w+|data|information|recordings?|footage|videos?"
    r"|images?|pictures?|cameras?|software|applications?|tools?|programs?|computers?|changes?|units?"
    r"|machines?|cards?|clocks?"
    r"|materials?|transmissions?|redirect|lists|method|procedure|pilot|replicas?|courses?|platforms?"
    r"|committee|notice|assessments?|agreements?|arrangements?|drafts?|assistant|models?|meeting"
    r"|prompts)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:It(?! (?:is|shall be|will be) (?:\w+ )?(?:required|agreed|understood|recogni[sz]ed|the|incumbent|necessary)\b)"
    r"|They|These|Those|In such (?:an? )?(?:event|circumstance|case|instance)s?,?"
    r"|The parties (?:further|also) agree) "
)
_TECHNICAL_LINK = re.compile(
    r"systems?$|equipment$|devices?$|technolog|data$|recordings?$|footage$|video|images?$|pictures?$"
    r"|cameras?$|software$|tools?$|computers?$|machines?$|clocks?$|replicas?$|redirect$"
    r"|transmissions?$|prompts?$|platforms?$",
    re.IGNORECASE,
)
_VAGUE = frozenset({"program", "programs"})  # of training, of insurance: "the program" tells nothing
_CHANGE_LINK = re.compile(
    r"\b(?:such|any|the|this|said|these|proposed|planned) (?:\w+ )?changes?\b(?! (?:in|to) (?:\w+ )?(?:past"
    r"|working|promotion\w*|these|hours|schedul\w*))"
    r"|\bimplement\w*\b(?! (?:of\b|or\b|and\b|shift))",
    re.IGNORECASE,
)
_GUARDING = re.compile(r"\b(?:privacy|protect\w*|security|breach\w*|rights?)\b", re.IGNORECASE)
_POWER = re.compile(r";\s+(?:and\s+|or\s+)?")
_OPENING = re.compile(r"[^;:]{1,400}(?::|\b(?:rights?|limited to)\b)")
_LONG, _ROW = 600, 3  # characters and semicolons that make a sentence a row of powers
_SCHOOL = re.compile(r"(?:Virtual|Online|Cyber) (?:School|Academy)")  # a place of work by its name
_ENOUGH = 0.5
_SHORT = 15_000  # characters; a longer agreement is not on one matter
_LINE = 160
_RUN_IN_LENGTH = 60
_TELLING, _FAR = 0.35, 12  # sentences under a heading on technology that say nothing of it, until it counts no more
_REACH = 5  # sentences back that "such equipment" may mean


@dataclass(frozen=True)
class Clause:
    """A sentence or item of an agreement or law that is about technology at work.

    `start` leaves out its number; `lead` is the sentence it completes ("The following are prohibited:"), `score` how
    surely it is about technology, `terms` what it names, `headings` what stands over it, nearest first.
    """

    start: int
    end: int
    text: str
    lead: str
    score: float
    terms: tuple[Term, ...]
    place: Place
    headings: tuple[str, ...]


@dataclass(frozen=True)
class _Unit:
    """A sentence with what is known of it before it is judged."""

    sentence: Sentence
    start: int
    text: str
    terms: tuple[Term, ...]
    place: Place
    run_in: str | None
    untold: bool
    """Whether it is on technology without a term that names one."""
    lead: _Unit | None = None


@dataclass(frozen=True)
class _Names:
    """What a document calls a technology: the names it defines; and the acronyms that stand for something else."""

    defined: re.Pattern[str] | None
    others: frozenset[str]


def find_clauses(reading: Reading) -> tuple[Clause, ...]:
    """The clauses on technology of an agreement or law, in order."""
    terms = reading.get(find_technologies)
    defined = defined_terms(reading, terms)
    named = pattern_of(defined)
    units = _units(reading, tuple(sorted((*terms, *mentions(reading.text, named, defined, terms)), key=_at)))
    law = reading.document.document_type == "legislation"
    about = law and _is_about_technology(reading)
    title = _title(reading) if len(reading.text) < _SHORT else None
    return tuple(_judged(units, about, title, _Names(named, reading.get(find_other_acronyms))))


def _at(term: Term) -> int:
    return term.start


def _title(reading: Reading) -> str | None:
    """What a letter or memorandum says it is on: its title, or its first line where that is no sentence."""
    first = next((p for p in reading.document.passages if p.kind in ("heading", "paragraph")), None)
    line = first.text if first and (first.kind == "heading" or first.text[-1] not in ".;:,") else None
    title = reading.document.title or line
    return title if title and len(title) < _LINE else None


def _units(reading: Reading, terms: tuple[Term, ...]) -> list[_Unit]:
    starts = [t.start for t in terms]
    places = reading.get(find_places)
    units: list[_Unit] = []
    lead: _Unit | None = None
    title: tuple[int, str] = (-1, "")
    for sentence in reading.get(sentences):
        if sentence.region in (FURNITURE, TEASER) or sentence.passage.kind in ("table", "heading"):
            lead = lead if sentence.passage.kind == "table" else None
            continue
        own = terms[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        unit = _unit(sentence, own, places[sentence.passage.ordinal])
        if _is_run_in(unit):
            title = (sentence.passage.ordinal, unit.text.rstrip("."))
        elif title[0] == sentence.passage.ordinal and unit.run_in is None:
            unit = replace(unit, run_in=title[1])
        item = sentence.passage.kind == "list_item"
        numbered = unit.start > sentence.start or item
        further = item and unit.start == sentence.start > sentence.passage.char_start  # a later sentence of an item
        if lead is not None and (not numbered or _begins_section(unit, lead)):
            lead = None
        if lead is not None and not further:
            unit = replace(unit, lead=lead)
        if _LEADS.search(sentence.text):
            lead = unit if unit.lead is None else unit.lead
        units.append(unit)
    return units


def _begins_section(unit: _Unit, lead: _Unit) -> bool:
    """Whether a numbered unit is no item of the list that `lead` opens, but the next article or section."""
    if lead.place.article != unit.place.article:
        return True
    return lead.place.section_id != unit.place.section_id and _SECTION.match(unit.sentence.text) is not None


def _unit(sentence: Sentence, terms: tuple[Term, ...], place: Place) -> _Unit:
    text, start = sentence.text, sentence.start
    head = None
    for _ in range(2):
        if (number := _ENUMERATOR.match(text)) and number.end() < len(text):
            start, text = start + number.end(), text[number.end() :]
    if (run_in := _RUN_IN.match(text)) and not _FORCE.search(run_in["head"]) and len(text) - run_in.end() > 15:
        head = run_in["head"]
        start, text = start + run_in.end(), text[run_in.end() :]
    telling = any(term.strength != WEAK for term in terms)
    return _Unit(sentence, start, text, terms, place, head, not telling and tells_of_technology(text))


def _is_run_in(unit: _Unit) -> bool:
    """Whether a sentence is a heading that runs into its paragraph: "Video Cameras." """
    if unit.run_in or unit.sentence.start != unit.sentence.passage.char_start or len(unit.text) > _RUN_IN_LENGTH:
        return False
    return (
        unit.text.endswith(".") and unit.text[0].isupper() and not (_FORCE.search(unit.text) or _VERB.search(unit.text))
    )


def _is_about_technology(reading: Reading) -> bool:
    """Whether a law is on technology as a whole: most of what it says in its opening is."""
    opening = reading.text[:2500]
    return sum(t.strength == STRONG for t in technologies(opening)) >= 2


def _judged(units: Sequence[_Unit], about: bool, title: str | None, named: _Names) -> Iterator[Clause]:
    """The units on technology; a sentence that only leads to a list of such is left to its items."""
    found: list[tuple[_Unit, float, tuple[str, ...]]] = []
    recent: list[tuple[int, _Unit, float]] = []
    heads: dict[str, float] = {}
    told = (-1, 0)  # the section that last said something of technology itself, and where
    for n, unit in enumerate(units):
        headings = tuple(h for h in (unit.run_in, *unit.place.headings, title) if h)
        scores = [_heading_score(h, heads, named) for h in headings]
        above = max((s if n == 0 else 0.8 * s for n, s in enumerate(scores[: 1 if unit.run_in else 2])), default=0.0)
        above = max(above, _heading_score(title, heads, named) if title else 0.0)
        if above < 0.6 and any(is_office_heading(h) for h in headings[1:2]):
            above = 0.0  # "Remote Work Agreements" in an article on closures for weather
        if told[0] != unit.place.section_id or _own(unit) >= _TELLING:
            told = (unit.place.section_id, n)
        elif n - told[1] > _FAR:
            above = 0.0
        recent = [r for r in recent if n - r[0] <= _REACH]
        score = _score(unit, above, about, recent, [h for h in headings if heads.get(h)])
        if score > _ENOUGH - 0.01 and not _is_fragment(unit):
            recent.append((n, unit, score))
            if is_printout(unit.text):
                continue
            found.append((unit, score, headings))
    leads = {unit.lead.start for unit, _, _ in found if unit.lead is not None}
    for unit, score, headings in found:
        if unit.start not in leads:
            for start, text, lead in _pieces(unit):
                end = start + len(text)
                terms = tuple(t for t in unit.terms if start <= t.start < end)
                yield Clause(start, end, text, lead, min(score, 1.0), terms, unit.place, headings)


def _pieces(unit: _Unit) -> Iterator[tuple[int, str, str]]:
    """Where a unit's clause begins, its text and what leads to it; of a long row of powers those on technology."""
    text = unit.text
    lead = unit.lead.text if unit.lead else ""
    telling = [t.start - unit.start for t in unit.terms if t.strength != WEAK]
    cuts = [match.end() for match in _POWER.finditer(text)] if len(text) > _LONG and telling else []
    if len(cuts) < _ROW:
        yield unit.start, text, lead
        return
    opened = _OPENING.match(text)
    opening = opened.group() if opened else text[: cuts[0]]
    for low, high in pairwise([0, *cuts, len(text)]):
        if any(low <= at < high for at in telling):
            yield unit.start + low, text[low:high].rstrip(), lead or (opening if low else "")


def _is_fragment(unit: _Unit) -> bool:
    text = unit.text
    if len(text) < 25 or is_formal(text):
        return True
    return unit.lead is None and not (_FORCE.search(text) or _VERB.search(text) or text[:1].islower())


def _heading_score(heading: str, known: dict[str, float], named: _Names) -> float:
    """How far a heading puts the sentences under it on technology; "Personal Information" helps, and is not enough."""
    if heading not in known:
        office = is_office_heading(heading)
        terms = [] if office else [t for t in technologies(heading) if t.family not in ("general", "recording")]
        terms = [t for t in terms if t.text.rstrip("s") not in named.others]
        strong = any(t.strength == STRONG for t in terms)
        records = bool(terms) and all(t.family in ("data", "system") for t in terms) and not _GUARDING.search(heading)
        listed = heading.count(",") > 1 and len(terms) == 1  # "Supplies, Textbooks, Technology and Keys"
        told = bool(terms) or (named.defined is not None and not office and named.defined.search(heading) is not None)
        known[heading] = 0.0 if listed else 0.6 if strong else 0.3 if records else 0.45 if told else 0.0
    return known[heading]


def _score(
    unit: _Unit,
    above: float,
    about: bool,
    recent: Sequence[tuple[int, _Unit, float]],
    headings: Sequence[str],
) -> float:
    """How surely a sentence is about technology at work; `_ENOUGH` and more is."""
    if not (unit.terms or unit.untold or above or about or recent or unit.lead):
        return 0.0
    text = unit.text
    own = _own(unit)
    force = bool(_FORCE.search(text)) or unit.lead is not None
    if unit.lead is not None and own < 0.6:
        own = max(own, 0.7 * _own(unit.lead))
    if (is_elsewhere(text) and own < 0.9) or is_praise(text) or is_job_content(text):
        return 0.0
    if own < 0.9 and any(is_job_heading(heading) for heading in unit.place.headings):
        return 0.0
    if own < 0.9 and above < 0.6:
        place, sentence = unit.place, unit.sentence
        if is_aside(sentence.text, sentence.start, unit.terms, place.heading, under=above > 0):
            return 0.0
    linked = _linked(unit, recent)
    if not force:
        return max(own - 0.3, linked - 0.2) + 0.4 * above
    score = max(own, linked) + 0.4 * above
    if above and (own >= 0.2 or linked):
        score += 0.2
    if above >= 0.45 and (own >= 0.2 or linked or speaks_of(text, headings)):
        score = max(score, 0.55)
    if about:
        score = max(score, 0.55)
    return score


def _own(unit: _Unit) -> float:
    """What a sentence's own words weigh."""
    strong = [t for t in unit.terms if t.strength == STRONG]
    medium = [t for t in unit.terms if t.strength == MEDIUM and not _SCHOOL.fullmatch(t.text)]
    weak = [t for t in unit.terms if t.strength == WEAK and t.text.casefold() not in _VAGUE]
    if strong:
        return 0.9
    if medium:
        families = {t.family for t in medium}
        if "defined" in families:
            return 0.6
        governed = is_governed(unit.text, unit.start, medium)
        if "learning" in families and governed:
            return 0.6
        acts = governed or "remote" in families or tells_of_technology(unit.text)
        return 0.35 + (0.2 if acts else 0.0) + (0.1 if len(medium) > 1 else 0.0) + (0.05 if weak else 0.0)
    if unit.untold:
        return 0.55
    return 0.2 if len(weak) > 1 else 0.15 if weak else 0.0


def _linked(unit: _Unit, recent: Sequence[tuple[int, _Unit, float]]) -> float:
    """How surely a sentence goes on about the technology of one shortly before it, in the same section."""
    best = 0.0
    if recent and _PRONOUN.match(unit.text) and recent[-1][1].sentence.end + 3 >= unit.sentence.start:
        best = 0.5  # "It shall not be used", right after the sentence on the technology
    for _, before, score in reversed(recent):
        if before.place.section_id != unit.place.section_id or score < 0.5:
            continue
        said = {t.text.casefold().rstrip("s") for t in before.terms if t.text.casefold() not in _VAGUE}
        families = {t.family for t in before.terms}
        for link in _LINK.finditer(unit.text):
            noun = link["noun"].casefold()
            same = any(word.endswith(noun.rstrip("s")) for word in said)
            if same or (_TECHNICAL_LINK.match(noun) and score >= 0.54):
                best = max(best, 0.55 if same else 0.5)
        changes = families & {"change", "equipment"} or any(t.text.casefold().startswith("major") for t in before.terms)
        if changes and _CHANGE_LINK.search(unit.text):
            best = max(best, 0.55)
    return best
