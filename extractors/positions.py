"""Which organizations support or oppose which laws: endorsement lists, verbs of support, praise, officers' words.

A person's endorsement is no position; an officer who speaks of the bill for the organization ("we support", praise)
gives the organization's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from extractors.base import Extractor, Reading
from extractors.bills import Law, find_legislation, legislation_in
from extractors.coalitions import find_coalitions
from extractors.enumerations import Listed, document_name, organization_of, organizations_listed
from extractors.lawplaces import sentence_at
from extractors.names import Name, find_organizations, organizations_in
from extractors.people import Person, people_in
from extractors.quick import quick
from extractors.quotes import Attributed, find_attributed
from extractors.sentences import BODY, HEADLINE, Sentence, sentences
from records.facts import Fact, LegislationPosition

SUPPORT, OPPOSE = "support", "oppose"

_ADVERB = (
    r"(?:\s?(?:also|strongly|fully|proudly|publicly|formally|both|all|enthusiastically|firmly|vigorously|has"
    r"|have|had|is|are|was|were|been|already|officially|recently|jointly|widely|vocally|today|immediately))*\s"
)
_LISTED_BY = quick(
    r"\b(?:(?:ha(?:s|ve|d)|with|won|earned|received|drawn|enjoys) (?:also )?(?:the )?(?:broad |strong |full )?"
    r"(?P<has>support|backing|endorsements?) (?:of|from)|(?:(?P<support>endorsed|supported|backed|championed|applauded"
    r"|praised|welcomed|cheered)|(?P<oppose>opposed"
    r"|criticized|criticised|condemned|slammed|fought))"
    r"\sby)\b(?:\s(?:the following|a (?:broad|wide|diverse)? ?(?:coalition|range|group|number) of|over|more than"
    r"|several|numerous|leading|major|\w+ (?:organizations|groups|unions)))*"
    r"(?:\s(?:organi[sz]ations|groups|unions|stakeholders|associations|companies|labor unions|entities"
    r"|institutions))?(?:,?\s(?:including|such as))?\s?:?\s*"
)
_SIDE = quick(
    r"\b(?:(?P<support>[Ss]upporters|[Bb]ackers|[Ee]ndorsers)|(?P<oppose>[Oo]pponents|[Cc]ritics)) of [^.;“”]{3,110}?"
    r"(?:,? (?:including|such as)|\s(?:also )?include) (?:the )?"
)
_BROUGHT_IN = quick(r"\b(?:(?:co-?)?sponsored|introduced|unveiled|drafted|proposed)(?:,? [a-z]+){0,3} by (?:the )?")
_LIST_MARKS = re.compile(r"(?:\s?\([^()]{1,20}\))?(?:,? and (?:the )?|, (?:the )?)?")
_BRINGING = ("union", "federation", "ngo", "employer_association", "coalition")
_SUPPORT_VERB = (
    r"endorse[sd]?|support(?:s|ed)?|back(?:s|ed)?|applaud(?:s|ed)?|prais(?:es|ed|e)|welcom(?:es|ed|e)|commend(?:s"
    r"|ed)?|champion(?:s|ed)?|hail(?:s|ed)?"
    r"|celebrate[sd]?|cheer(?:s|ed)?|thank(?:s|ed)?|appreciate[sd]?|advocat(?:es|ed) for|lobb(?:ies|ied) for"
    r"|campaign(?:s|ed) for|push(?:es|ed) for"
    r"|rall(?:ies|ied) (?:for|behind)|stands? (?:behind|with)|urge[sd]? (?:[\w’.]+\s){1,5}?to (?:pass|support|sign"
    r"|enact|adopt|advance|cosponsor|approve|swiftly|quickly)"
    r"|call(?:s|ed)? (?:on|upon) (?:[\w’.]+\s){1,6}?to (?:pass|support|sign|enact|adopt|advance|approve|swiftly"
    r"|quickly)|call(?:s|ed)? for (?:the )?(?:passage|adoption|enactment)"
    r"|(?:is|are) (?:very |extremely |so )?(?:proud|pleased|honored|delighted|grateful|thrilled|glad|happy"
    r"|excited) (?:to (?:support|endorse|back|stand|see|join|partner|champion)|that|for)"
    r"|(?:gave|gives|lent|offered|voiced|expressed) (?:its |their )?(?:strong )?support (?:for|to)|in support of"
    r"|aimed at passing"
)
_OPPOSE_VERB = (
    r"oppos(?:es|ed|e|ing)|reject(?:s|ed)?|condemn(?:s|ed)?|criticiz(?:es|ed|e)|criticis(?:es|ed|e)|slam(?:s|med)?"
    r"|denounc(?:es|ed|e)|fought|fights? against|lobb(?:ies|ied) against|campaign(?:s|ed) against"
    r"|urge[sd]? (?:[\w’.]+\s){1,5}?to (?:oppose|reject|veto|vote (?:no|against)|repeal|withdraw|scrap|rescind)"
    r"|call(?:s|ed)? (?:on|upon) (?:[\w’.]+\s){1,6}?to (?:oppose|reject|veto|repeal|withdraw|scrap|rescind)"
    r"|call(?:s|ed)? for (?:the )?(?:repeal|withdrawal|rejection)|came out against|blast(?:s|ed)?|decr(?:ies|ied)"
    r"|warn(?:s|ed)? against|sued (?:to block|over)"
)
_VERB = re.compile(rf"\b(?:(?P<oppose>{_OPPOSE_VERB})|(?P<support>{_SUPPORT_VERB}))\b")
_NEGATED = re.compile(
    r"\b(?:not|never|n[’']t|no longer|declined to|refus\w+ to|has yet to|would|could|might|may|if|whether"
    r"|to)\s(?:\w+\s)?\Z"
)
_LOBBYING = quick(
    r"\b(?:lobb(?:y|ying)|campaign(?:s|ing)?)\b[^;:“”]{0,120}?\b(?:aimed at passing|to pass|for passage|in favou?r of"
    r"|in support of|aimed at)\b"
)
_COALITION_NOUN = re.compile(
    r"\b[Tt]he (?:\w+\s)?(?:coalition|alliance|campaign|partnership|network|committee|group)\b"
)
_HEADING = re.compile(
    r"\A(?:the\s)?(?:(?:bill|legislation|act)\sis\s)?(?:(?P<support>endorsing organi[sz]ations|endorse(?:ments|d by"
    r"|rs)|support(?:ing organi[sz]ations|ed by|ers)|organi[sz]ations? (?:endorsing|supporting)"
    r"|(?:list of )?(?:supporters|endorsers)"
    r"|organi[sz]ational (?:support|endorsements)|full list of (?:endorsing|supporting|endorsements|supporters))"
    r"|(?P<oppose>oppos(?:ed by|ing organi[sz]ations|ition)))\b[^.]{0,90}:?\Z",
    re.IGNORECASE,
)
_SPEECH_SUPPORT = re.compile(
    r"\b(?:support|endorse|applaud|commend|proud|pleased|thank|grateful|appreciate|welcome|praise|important step"
    r"|critical step|vital step|major step|step forward|step toward|urge Congress to pass"
    r"|essential|much-needed|long overdue|will help|would help|helps|ensures?|offers a|provides|strengthens?"
    r"|common-?sense|right (?:approach|direction)|timely|paradigm shift|critical|pragmatic|bipartisan|protects?"
    r"|crucial|game.changer|landmark|historic)\b",
    re.IGNORECASE,
)
_SPEECH_OPPOSE = re.compile(
    r"\b(?:oppos(?:e|es|ed|ing|ition)|reject(?:s|ed)?|veto|vote (?:no|against)|(?:dangerous|harmful|disastrous"
    r"|reckless|bad|flawed|cruel|anti-worker) (?:bill|legislation|order|law|measure)"
    r"|attack on|giveaway|power grab|unlawful|illegal|withdraw|scrap)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[“\"]|[.;:]\s|,\s(?:and|but|while|as)\s(?=[a-z])|\b(?:that|because|when|said|says)\s|—")
_OFFICIAL = frozenset({"legislature", "government", "media"})


@dataclass(frozen=True)
class Stand:
    """An organization for or against a law, and the sentence that tells it."""

    law: Law
    organization: str
    position: str
    sentence: Sentence
    confidence: float


class Positions(Extractor):
    """Finds who supports and who opposes the laws a document names."""

    name: ClassVar[str] = "positions"
    version: ClassVar[str] = "1"
    tables: ClassVar[tuple[type[Fact], ...]] = (LegislationPosition,)

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """A row per organization and law, at the plainest sentence that tells it."""
        if reading.document.document_type in ("agreement", "legislation") or not reading.get(find_legislation):
            return
        best: dict[tuple[str, str], Stand] = {}
        for stand in _stands(reading):
            key = (stand.law.name, stand.organization.casefold())
            if key not in best or stand.confidence > best[key].confidence:
                best[key] = stand
        for stand in best.values():
            yield LegislationPosition(
                span=reading.span(stand.sentence.start, stand.sentence.end),
                confidence=stand.confidence,
                legislation_name=stand.law.name,
                organization_name=stand.organization,
                position=stand.position,
            )


def _stands(reading: Reading) -> Iterator[Stand]:
    every = [s for s in reading.get(sentences) if s.region in (BODY, HEADLINE)]
    for index, sentence in enumerate(every):
        laws = legislation_in(reading, sentence.start, sentence.end)
        yield from _listed(reading, every, index, laws)
        if laws:
            yield from _sides(reading, sentence, laws)
            yield from _by_verb(reading, sentence, laws)
        if law := _headed(reading, sentence):
            yield from _under_heading(reading, every, index, law)
    yield from _spoken(reading)


def _sides(reading: Reading, sentence: Sentence, laws: Sequence[Law]) -> Iterator[Stand]:
    """ "Opponents of the bill include A and B", and organizations that sponsor or bring in a bill."""
    for match in islice(_SIDE.finditer(sentence.text), 2):
        meant = [law for law in laws if match.start() < law.start - sentence.start < match.end()]
        for listed in organizations_listed(reading, sentence.start + match.end(), sentence.end) if meant else ():
            yield Stand(meant[-1], listed.name, SUPPORT if match["support"] else OPPOSE, sentence, 0.85)
    for match in islice(_BROUGHT_IN.finditer(sentence.text), 2):
        meant = [law for law in laws if law.end <= sentence.start + match.start()]
        at = sentence.start + match.end()
        for name in organizations_in(reading, at, sentence.end) if meant else ():
            if name.kind not in _BRINGING or not _LIST_MARKS.fullmatch(reading.text, at, name.start):
                break
            at = name.end
            yield Stand(meant[-1], document_name(reading, name), SUPPORT, sentence, 0.8)


def _listed(reading: Reading, every: Sequence[Sentence], index: int, laws: Sequence[Law]) -> Iterator[Stand]:
    """ "The bill is endorsed by A; B; and C", also where the list stands in the items that follow."""
    sentence = every[index]
    for match in islice(_LISTED_BY.finditer(sentence.text), 3):
        before = [law for law in laws if law.end <= sentence.start + match.start()]
        law = before[-1] if before else _law_meant(reading, sentence)
        if law is None or (
            not before
            and not re.match(r"\W*(?:[Ii]t|[Tt]his|[Tt]he|[Ee]ndorsed|[Ss]upported|[Oo]pposed)\b", sentence.text)
        ):
            continue
        if not before and not re.match(
            r"\W*(?:(?:[Ii]t|[Tt]his)\s(?:is|has)|[Ee]ndorsed|[Ss]upported|[Oo]pposed)\b", sentence.text
        ):
            continue
        position = SUPPORT if match["support"] or match["has"] else OPPOSE
        for listed in organizations_listed(reading, sentence.start + match.end(), sentence.end):
            yield Stand(law, listed.name, position, sentence, 0.92)
        if not sentence.text[match.end() :].strip():
            yield from _under_heading(reading, every, index, (law, position))


def _law_meant(reading: Reading, sentence: Sentence) -> Law | None:
    before = [law for law in reading.get(find_legislation) if law.start < sentence.start]
    return before[-1] if before else None


def _headed(reading: Reading, sentence: Sentence) -> tuple[Law, str] | None:
    text = sentence.text.strip()
    match = _HEADING.match(text) if len(text) < 140 else None
    if not match:
        return None
    own = legislation_in(reading, sentence.start, sentence.end)
    law = own[-1] if own else _law_meant(reading, sentence)
    return (law, SUPPORT if match["support"] else OPPOSE) if law else None


def _under_heading(reading: Reading, every: Sequence[Sentence], index: int, meant: tuple[Law, str]) -> Iterator[Stand]:
    """The organizations of the items or short lines that follow a heading such as "Endorsing organizations:"."""
    law, position = meant
    for item in every[index + 1 : index + 200]:
        text = item.text.strip()
        if len(text) > 400 and ";" not in text and text.count(",") < 5:
            return
        if item.passage.kind == "list_item" or (len(text) < 110 and not re.search(r"[.!?”\"]\Z|[“\"]|:\Z", text)):
            found: Sequence[Listed | None] = [organization_of(reading, item.start, item.end)]
        elif text.count(",") + text.count(";") >= 3 and not re.search(r"[“\"]|\b(?:is|are|would|will|said)\b", text):
            found = organizations_listed(reading, item.start, item.end)
        else:
            return
        for listed in found:
            if listed:
                yield Stand(law, listed.name, position, item, 0.85)


def _by_verb(reading: Reading, sentence: Sentence, laws: Sequence[Law]) -> Iterator[Stand]:
    """ "A and B both endorse the X Act", "A's president praised the order", "the coalition lobbies for the X Act"."""
    text = sentence.text
    lobbying = _LOBBYING.search(text)
    matches: list[tuple[int, int, str]] = [
        (m.start(), m.end(), SUPPORT if m["support"] else OPPOSE) for m in _VERB.finditer(text)
    ]
    if lobbying:
        matches.append((lobbying.start(), lobbying.end(), SUPPORT))
    for start, end, position in matches:
        law = _object_of(sentence, laws, end)
        if law is None or _NEGATED.search(text[max(0, start - 60) : start]):
            continue
        for organization in _subjects(reading, sentence, start):
            yield Stand(law, organization, position, sentence, 0.88)


def _object_of(sentence: Sentence, laws: Sequence[Law], verb_end: int) -> Law | None:
    """The law a verb speaks of: the next one named, or the one before where the object is "it"."""
    at = sentence.start + verb_end
    if re.match(r"\s(?:it|both|them)\b(?!\sto\b)", sentence.text[verb_end:]):
        return next((law for law in reversed(laws) if law.end <= at), None)
    law = next((law for law in laws if law.start >= at), None)
    return law if law and _object(sentence.text[verb_end : law.start - sentence.start]) else None


def _object(between: str) -> bool:
    """Whether the law is what the verb before it speaks of: no new clause between them."""
    if len(between) > 170 or re.search(r"\b(?:in|under|within|by|like|as)\s(?:the\s)?\Z", between):
        return False
    return not re.search(r"[.;:]\s|[“”\"]|\b(?:because|but|while|although|whereas|said|says|which|against)\b", between)


def _subjects(reading: Reading, sentence: Sentence, verb: int) -> list[str]:
    """The organizations that are the subject of the verb at `verb`; a person stands for the organization led."""
    text = sentence.text
    first = max(0, verb - 600)
    cut = [m.end() for m in _CLAUSE.finditer(text, first, verb)]
    begin = sentence.start + (cut[-1] if cut else first)
    end = sentence.start + verb
    if begin >= end:
        return []
    people = people_in(reading, begin, end)
    organizations = [
        n
        for n in organizations_in(reading, begin, end)
        if not any(law.start <= n.start < law.end for law in legislation_in(reading, begin, end))
    ]
    if coalition := _coalition(reading, sentence, begin, end):
        return coalition
    if people:
        return _led(reading, people, organizations, end)
    return [
        document_name(reading, n)
        for n in organizations
        if n.kind not in _OFFICIAL and not _inside_clause(reading.text, n, begin, end)
    ]


def _led(reading: Reading, people: Sequence[Person], organizations: Sequence[Name], end: int) -> list[str]:
    person = people[-1]
    if person.party or not person.organization or person.organization_kind in _OFFICIAL:
        return []
    near = [n for n in organizations if n.name == person.organization]
    return [document_name(reading, near[0])] if near and end - person.end < 60 else []


def _coalition(reading: Reading, sentence: Sentence, begin: int, end: int) -> list[str]:
    groups = [g for g in reading.get(find_coalitions) if g.kind == "coalition"]
    text = reading.text[begin : min(end, begin + 60)]
    named = [g.name for g in groups if g.name in text]
    if named:
        return named
    if groups and _COALITION_NOUN.search(text):
        before = [g for g in groups if g.start <= sentence.start]
        return [before[-1].name] if before else []
    return []


def _inside_clause(text: str, name: Name, begin: int, end: int) -> bool:
    """Whether the organization only stands in a side clause or as an owner: "members of X", "X's"."""
    before = text[begin : name.start]
    if re.search(
        r"\b(?:which|who|at|of|in|with|to|by|for|against|from|than|represents?|representing|under|on)\s(?:the\s)?\Z",
        before,
    ):
        return True
    return bool(re.match(r"[’']s?\s", text[name.end : end])) or bool(re.search(r"\bwhich\b[^,]*\Z", before))


def _spoken(reading: Reading) -> Iterator[Stand]:
    """Words of an organization's officer about a bill: for it where they praise, against it where they attack."""
    for said in reading.get(find_attributed):
        organization = _speaking_for(reading, said)
        start, end = said.quoted.start, said.quoted.end
        own = legislation_in(reading, start, end)
        if not organization or not own:
            continue
        words = reading.text[start:end]
        opposed, praised = _SPEECH_OPPOSE.search(words), _SPEECH_SUPPORT.search(words)
        if bool(praised) == bool(opposed):
            continue
        law = own[0]
        sentence = sentence_at(reading, law.start)
        yield Stand(law, organization, SUPPORT if praised else OPPOSE, sentence, 0.7)


def _speaking_for(reading: Reading, said: Attributed) -> str | None:
    """The organization an officer speaks for; None for lawmakers, officials and people without an organization."""
    organization = said.voice.organization
    if not organization:
        return None
    name = next((n for n in reading.get(find_organizations) if n.name == organization), None)
    if (
        name is None
        or name.kind in _OFFICIAL
        or re.search(r"\b(?:[Ss]enator|[Cc]ongress|[Rr]epresentative|[Rr]anking)\b", said.voice.role or "")
    ):
        return None
    return document_name(reading, name)
