"""Coalitions, joint letters and joint statements: organizations acting together, how many they are, and which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import ClassVar

from extractors.base import Extractor, Reading
from extractors.dates import dates
from extractors.enumerations import Listed, organization_of, organizations_listed
from extractors.names import organizations_in
from extractors.numbers import NUMBER, Number, numbers
from extractors.sentences import BODY, HEADLINE, Sentence, sentences
from records.facts import Coalition as CoalitionFact
from records.facts import CoalitionMember, Fact

COALITION, LETTER = "coalition", "letter"

_NOUN = r"(?:coalition|alliance|partnership|network|campaign|committee|front|collective|consortium|movement|group|bloc|taskforce|task force)"
_HEAD = r"(?:Coalition|Alliance|Partnership|Network|Campaign|Committee|Front|Collective|Consortium|Movement|Council|Initiative|Table|Collaborative|Project|Forum|Union Network)"
_ORGANIZATIONS = (
    r"(?:unions?|organi[sz]ations?|organi[sz]ers|groups?|associations?|guilds?|federations?|locals|nonprofits|non-profits|NGOs|charities"
    r"|affiliates|institutions|companies|employers|signatories|partners|bodies|confederations|campaigners|councils)"
)
_NAME = r"(?:the\s|The\s)?[“\"‘]?(?P<name>(?:[A-Z0-9][\w’'&.-]*)(?:(?:\s(?:of|for|and|the|on|in|to|against|with|&|a|by|Our))*\s(?:[A-Z0-9][\w’'&-]*)){0,9})"
_CALLED = re.compile(
    rf"\b(?i:{_NOUN})\b(?:\s(?:of|between|among|made up of|comprising)\s[^.;:“\"]{{0,120}}?)?,?\s(?:that is\s|which is\s|is\s)?"
    rf"(?:called|named|known as|dubbed|calling (?:itself|themselves)|under the (?:name|banner) of|branded)\s(?:as\s)?{_NAME}"
)
_TOGETHER_AS = re.compile(
    rf"\b(?:(?:pulled|came|come|coming|banded|joined|working|organi[sz]ed|united|grouped|gathered) together (?:as|under|in|to form|to launch|to create)"
    rf"|join(?:ed|ing)? forces (?:as|under|in|to form|to launch|to create)|united (?:as|under)|organi[sz]ed (?:as|under)|acting (?:as|under))"
    rf"\s(?:the (?:name|banner|umbrella) of\s)?{_NAME}"
)
_OF_MANY = re.compile(
    rf"\b(?i:{_NOUN})\sof\s[^.;:,“\"]{{0,100}}?{_ORGANIZATIONS},\s{_NAME},\s(?=(?:launched|announced|has|have|will|today|said|is|was|called|formed|are)\b)"
)
_NEW = re.compile(
    rf"\b(?:new|newly[- ](?:formed|launched|created|founded|announced|established))\s(?P<name>(?:[A-Z0-9][\w’'&.-]*\s(?:(?:of|for|and|the|on|in|to|&)\s)*){{1,7}}{_HEAD})\b"
)
_APPOSED = re.compile(
    rf"{_NAME}(?:\s\([A-Z][\w&.-]{{1,15}}\))?[”\"’]?(?:,|\s[–—-])\s(?:is\s)?(?:a|an|the)\s(?:[\w-]+,?\s){{0,5}}?(?:coalition|alliance|consortium|umbrella group|network|partnership|campaign)"
    rf"\s(?:of|that|which|bringing|representing|made|comprising|between|formed|launched|uniting)\b"
)
_FORMED = re.compile(
    rf"\b(?:form(?:ed|ing|ation of)?|launch(?:ed|es|ing|\sof)?|found(?:ed|ing)|establish(?:ed|ing|ment of)?|creat(?:ed|ing|ion of)|announc(?:ed|ing|es)|unveil(?:ed|ing)|start(?:ed|ing))\s"
    rf"(?:(?:the|a|an|formation|launch|creation|of|new|nationwide|national|global|international|cross-industry|joint|labor|union)\s){{0,5}}[“\"]?"
    rf"(?P<name>(?:[A-Z0-9][\w’'&.-]*\s(?:(?:of|for|and|the|on|in|to|&)\s)*){{1,7}}{_HEAD}(?:\s(?:of|for|on|against|to)(?:\sthe)?(?:\s[A-Z][\w’'-]*){{1,6}})?)"
)
_UNITES = re.compile(
    rf"{_NAME}(?:\s\([A-Z][\w&.-]{{1,15}}\))?\s(?:brings? together|unites|comprises|consists of|is made up of|is composed of|is a (?:[\w-]+\s){{0,4}}(?:coalition|alliance|consortium|network)\b)"
)
_LETTER = re.compile(
    r"\b(?P<kind>(?:(?:joint|open|public|coalition|sign-on|group)\s){0,2}(?:letter|statement|declaration|petition|call|appeal))"
    r"(?:\s(?:sent|addressed|written|delivered|released|published|today|this week|on \w+))?\sto\s(?P<to>(?:(?:the|all|both|UK|U\.S\.|US|EU|House|Senate)\s)*"
    r"[A-Z][\w’'.-]*(?:(?:\s(?:of|and|the|for|on|&))*\s[A-Z][\w’'.-]*){0,8})",
)
_JOINT = re.compile(
    r"\b(?P<kind>(?:[Jj]oint|[Oo]pen|JOINT|OPEN)\s(?:[\w-]+\s)?(?:[Ll]etter|[Ss]tatement|[Dd]eclaration|LETTER|STATEMENT))\b(?P<on>\s(?:on|about|against)\s(?:(?!(?:sets?|calls?|was|is|has|have|said|that|which|who|backed|signed|issued|released|published|today|and|to|urg\w+|from|by)\b)[\w’'-]+\s?){1,10})?"
)
_SIGNING = re.compile(
    r"\b(?:sign(?:s|ed|ing|atories|ers)?|sent|send|sends|wrote|write|issued?|released?|joined|publish(?:ed)?|co-?signed|coordinated|call(?:ed|ing)? on|urg(?:ed|ing|es))\b",
    re.I,
)
_PLURAL = r"(?:unions|organi[sz]ations|groups|associations|guilds|federations|nonprofits|non-profits|NGOs|charities|confederations|campaigners|coalition)"
_PLURAL_ACT = re.compile(
    rf"\b{_PLURAL}\b[^.;]{{0,80}}?\b(?:sign(?:ed)?|sent|send|wrote|write|issued?|released?|published|delivered|address(?:ed)?|urg(?:ed|e)|call(?:ed)? on|warn(?:ed)?)\b"
    rf"|\b(?:signed|sent|from|issued|coordinated|written|endorsed|backed|supported)\s(?:by\s)?[^.;]{{0,60}}?\b{_PLURAL}\b",
    re.IGNORECASE,
)
_INDIVIDUALS = re.compile(
    r"\b(?:[Ss]enators|[Ll]awmakers|[Rr]epresentatives|members of Congress|[Mm]embers of [Pp]arliament|[Cc]olleagues|attorneys general|governors|MPs|MEPs|legislators"
    r"|Congress(?:man|woman)|Senator|Democrats|Republicans|[Rr]anking [Mm]ember)\b|\b(?:Sen|Sens|Rep|Reps)\."
)
_JOINED = re.compile(
    r"\b(?:joined? forces|banded together|come together|came together|united to|teamed up|formed|coalition|alliance|sign(?:s|ed|atories)?|sent|letter|statement|together|undersigned|joint)\b",
    re.I,
)
_COUNTED = re.compile(
    rf"\A(?:\+|-plus)?\s(?:(?!of\b|million\b|years?\b|percent\b)[\w’'/&.-]+,?\s){{0,6}}?{_ORGANIZATIONS}\b",
    re.IGNORECASE,
)
_WORKERS = re.compile(
    r"\A\s(?:(?!percent\b|dollars?\b|years?\b)[\w’'-]+,?\s){0,4}?(?:workers|members|people|employees|professionals|educators|nurses|teachers|drivers|creators|performers|journalists|actors|writers|staff|artists)\b"
)
_REPRESENT = re.compile(
    r"\b(?:represent(?:s|ing|ed)?|on behalf of|speaking for|with|covering|totall?ing|combined|totaling)\s(?:[\w-]+\s){0,5}\Z",
    re.I,
)
_PLACE = re.compile(
    r"\b(?:in|from)\s(?P<place>(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|AI|Congress|English|Parliament|Tech|Monday|Artificial|Big)\b)[A-Z][\w.’-]+(?:\s[A-Z][\w.’-]+){0,2}(?:,\s(?:D\.C\.|DC|[A-Z][a-z]+))?)(?=[,.;]|\s(?:with|on|to|this|and|last|today|where|by)\b|\Z)"
)
_LAUNCHING = re.compile(r"\b(?:announc|launch|form|found|unveil|establish|creat|introduc|gather|conven)\w*", re.I)
_REFERRED = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Oo]ur|[Ii]ts)\s(?:[\w-]+\s){{0,2}}?(?P<noun>coalition|alliance|group|partnership|network|committee|campaign|letter|statement|declaration|signatories|signers|signator(?:y|ies)|unions|organi[sz]ations|groups|members|consortium)\b|\b(?:[Ss]ignatories|[Ss]igners|[Ss]igned by|[Mm]embers include|[Ww]e)\b"
)
_MEMBERS_AFTER = re.compile(
    r"\b(?:including|include[sd]?|such as|comprises|comprising|consists of|made up of|composed of|brings? together|bringing together|unites|uniting|members are|joined by|alongside|signed by|consisting of|between|are|namely|among them|from)\b:?\s(?=(?:the\s|The\s)?[A-Z0-9])"
)
_CONVENED = re.compile(
    r"\b(?:coordinated|co-ordinated|convened|organi[sz]ed|initiated|spearheaded|facilitated|drafted|led|co-led|brought together|launched|hosted|founded)\sby\s(?=(?:the\s|The\s)?[A-Z0-9])"
)
_SUBJECT_ACT = re.compile(
    r"\b(?:have |has |had |today |jointly |recently |also |this week )*(?:joined forces|banded together|teamed up|united|formed|launched|founded|established|created|announced|sent|signed|co-signed|issued|released|wrote|published|are (?:launching|forming|joining))\b"
)
_SIGNATURE = re.compile(
    r"\A(?:signed|sincerely|signatories|signed by|undersigned|respectfully(?: submitted)?|in solidarity|endorsed by|signatory organi[sz]ations|organi[sz]ational signatories|members|member organi[sz]ations|founding members|coalition members|our members|signing organi[sz]ations|yours (?:sincerely|faithfully))\b[^.]{0,60}[:,]?\Z",
    re.I,
)


@dataclass(frozen=True)
class Group:
    """Organizations acting together in this document: under a name (`kind` coalition) or by a letter or statement.

    `start` and `end` are those of the naming words, `sentence` where they stand.
    """

    name: str
    kind: str
    start: int
    end: int
    sentence: Sentence


def find_coalitions(reading: Reading) -> tuple[Group, ...]:
    """The coalitions and joint letters the document tells of acting, each once, in order of their naming."""
    if reading.document.document_type == "agreement":
        return ()
    own = [s for s in reading.get(sentences) if s.region in (BODY, HEADLINE)]
    found: list[Group] = []
    for sentence in own:
        found += _named(sentence)
    if not found:
        found += _letters(reading, own)
    unique: dict[str, Group] = {}
    for group in found:
        unique.setdefault(group.name.casefold(), group)
    return tuple(sorted(unique.values(), key=lambda group: group.start))


def _named(sentence: Sentence) -> Iterator[Group]:
    text = sentence.text
    for pattern, strict in (
        (_CALLED, False),
        (_OF_MANY, False),
        (_NEW, False),
        (_TOGETHER_AS, False),
        (_APPOSED, True),
        (_FORMED, True),
        (_UNITES, True),
    ):
        for match in pattern.finditer(text):
            name = re.sub(r"[’']s$", "", match["name"]).rstrip(".,")
            if len(name) < 3 or (strict and not re.search(rf"\b{_ORGANIZATIONS}\b", text, re.I)):
                continue
            if pattern is _UNITES and not re.search(_HEAD, name):
                continue
            start = sentence.start + match.start("name")
            yield Group(name, COALITION, start, start + len(name), sentence)


def _letters(reading: Reading, own: Sequence[Sentence]) -> list[Group]:
    """The letters and statements that organizations (not individuals) sent or signed together, under the fullest name."""
    found: list[Group] = []
    for sentence in own:
        match = _LETTER.search(sentence.text)
        if match and _by_organizations(reading, sentence, own):
            name = re.sub(r"\s+", " ", f"{match['kind']} to {match['to']}").rstrip(".,’'")
            found.append(_group(name, sentence, match))
    for sentence in own if not found else ():
        match = _JOINT.search(sentence.text)
        if match and _by_organizations(reading, sentence, own):
            name = re.sub(r"\s+", " ", match["kind"] + (match["on"] or "")).rstrip("., ")
            found.append(_group(name, sentence, match))
    if not found:
        return []
    best = max(found, key=lambda g: (bool(_count(g.sentence)), g.sentence.region == BODY, -g.start))
    words = set(best.name.casefold().split())
    fuller = [group.name for group in found if words <= set(group.name.casefold().split())]
    name = max(fuller, key=lambda n: len(n.split()))
    return [replace(best, name=name[0].upper() + name[1:])]


def _group(name: str, sentence: Sentence, match: re.Match[str]) -> Group:
    return Group(name, LETTER, sentence.start + match.start(), sentence.start + match.end(), sentence)


def _by_organizations(reading: Reading, sentence: Sentence, own: Sequence[Sentence]) -> bool:
    """Whether organizations sent or signed the letter of this sentence: it counts, groups or lists them, or the lead does."""
    text = sentence.text
    if _count(sentence):
        return True
    if _INDIVIDUALS.search(text[: max(40, len(text) // 2)]):
        return False
    if _PLURAL_ACT.search(text):
        return True
    act = _SIGNING.search(text)
    if act:
        listed = organizations_in(reading, sentence.start, sentence.start + act.start())
        if len({name.name for name in listed if name.kind not in ("legislature", "government")}) > 1:
            return True
    return any(
        _count(s)
        and (_SIGNING.search(s.text) or _JOINED.search(s.text) or s.text.startswith("We "))
        and not _INDIVIDUALS.search(s.text)
        for s in own[:12]
    )


@lru_cache(maxsize=512)
def _numbers(text: str) -> tuple[Number, ...]:
    return numbers(text)


def _count(sentence: Sentence) -> int | None:
    """The number of organizations a sentence counts ("more than 70 international labor unions"), None where it does not."""
    for number in _numbers(sentence.text[:2000]):
        after = sentence.text[number.end : number.end + 110]
        if (
            number.kind == NUMBER
            and number.value >= 2
            and number.value < 100_000
            and (counted := _COUNTED.match(after))
        ):
            if re.search(
                r"\b(?:member|affiliated?)\s(?:unions|organi[sz]ations)\b", counted.group()
            ) and not _JOINED.search(sentence.text):
                continue
            return int(number.value)
    return None


def _represented(sentence: Sentence) -> int | None:
    for number in _numbers(sentence.text[:2000]):
        before, after = (
            sentence.text[max(0, number.start - 60) : number.start],
            sentence.text[number.end : number.end + 60],
        )
        if number.kind == NUMBER and number.value >= 100 and _REPRESENT.search(before) and _WORKERS.match(after):
            return int(number.value)
    return None


class Coalitions(Extractor):
    """Finds coalitions and joint letters, and the organizations in them."""

    name: ClassVar[str] = "coalitions"
    version: ClassVar[str] = "1"
    tables: ClassVar[tuple[type[Fact], ...]] = (CoalitionFact, CoalitionMember)

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """A row per coalition at the sentence that names it, and a row per member at the place that lists it."""
        groups = reading.get(find_coalitions)
        for group in groups:
            telling = _telling(reading, group, groups)
            yield CoalitionFact(
                span=reading.span(group.sentence.start, group.sentence.end),
                confidence=0.85 if group.kind == COALITION else 0.8,
                name=group.name,
                announced_on=_announced(reading, telling),
                place=_place(group),
                member_count=next((n for s in telling if (n := _count(s)) is not None), None),
                workers_represented=next((n for s in telling if (n := _represented(s)) is not None), None),
            )
            for listed, role, sentence in _members(reading, group, groups):
                yield CoalitionMember(
                    span=reading.span(sentence.start, sentence.end), confidence=0.8,
                    coalition_name=group.name, organization_name=listed.name, role=role,
                )  # fmt: skip


def _telling(reading: Reading, group: Group, groups: Sequence[Group]) -> list[Sentence]:
    """The sentences that tell of the group: the naming one, those that name or mean it, the lead, the headline."""
    own = [s for s in reading.get(sentences) if s.region == BODY and _tells_of(s, group, groups)]
    headlines = [s for s in reading.get(sentences) if s.region == HEADLINE and _JOINED.search(s.text)]
    lead = [s for s in reading.get(sentences) if s.region in (BODY, HEADLINE)][:4]
    joined = [s for s in lead if _JOINED.search(s.text)]
    return list(dict.fromkeys([group.sentence, *own, *joined, *headlines, *(lead if len(groups) == 1 else [])]))


def _tells_of(sentence: Sentence, group: Group, groups: Sequence[Group]) -> bool:
    text = sentence.text.casefold()
    if sentence == group.sentence or group.name.casefold() in text:
        return True
    if any(other.name.casefold() in text for other in groups if other is not group):
        return False
    match = _REFERRED.search(sentence.text)
    if not match:
        return False
    nearest = max((g for g in groups if g.start <= sentence.start), key=lambda g: g.start, default=groups[0])
    return nearest is group


def _announced(reading: Reading, telling: Sequence[Sentence]) -> date | None:
    for sentence in telling[:3]:
        if _LAUNCHING.search(sentence.text) or _SIGNING.search(sentence.text) or _JOINED.search(sentence.text):
            for mention in dates(sentence.text, reading.document.published_on):
                if mention.day:
                    return mention.day
    return None


def _place(group: Group) -> str | None:
    if group.kind != COALITION or not _LAUNCHING.search(group.sentence.text):
        return None
    match = _PLACE.search(group.sentence.text, group.end - group.sentence.start)
    return match["place"].rstrip(".") if match else None


def _members(reading: Reading, group: Group, groups: Sequence[Group]) -> list[tuple[Listed, str, Sentence]]:
    role = "signatory" if group.kind == LETTER else "member"
    found: dict[str, tuple[Listed, str, Sentence]] = {}
    every = reading.get(sentences)
    for index, sentence in enumerate(every):
        if not _tells_of(sentence, group, groups):
            continue
        if sentence.region == BODY or _CONVENED.search(sentence.text):
            for listed, part in _in_sentence(reading, sentence, group, role):
                _keep(found, listed, part, sentence, group)
        if sentence.region == BODY and re.search(r":\Z|\binclude\Z", sentence.text):
            for item in every[index + 1 :]:
                if item.passage.kind != "list_item":
                    break
                for listed in _in_item(reading, item):
                    _keep(found, listed, role, item, group)
    for listed, sentence in _signatures(reading, group):
        _keep(found, listed, role, sentence, group)
    return list(found.values())


def _keep(
    found: dict[str, tuple[Listed, str, Sentence]], listed: Listed, role: str, sentence: Sentence, group: Group
) -> None:
    key = listed.name.casefold()
    if key == group.name.casefold() or (key in found and role != "convener"):
        return
    found[key] = (listed, role, sentence)


def _in_sentence(reading: Reading, sentence: Sentence, group: Group, role: str) -> Iterator[tuple[Listed, str]]:
    for match in islice(_CONVENED.finditer(sentence.text), 2):
        for listed in organizations_listed(reading, sentence.start + match.end(), _clause_end(sentence, match.end())):
            yield listed, "convener"
    after = list(_MEMBERS_AFTER.finditer(sentence.text))
    for match in after[-1:]:
        if match.group().split()[0] in ("from", "are", "between", "alongside") and not _SIGNING.search(
            sentence.text[: match.start()]
        ):
            continue
        for listed in organizations_listed(reading, sentence.start + match.end(), sentence.end):
            yield listed, role
    act = _SUBJECT_ACT.search(sentence.text)
    if (
        act
        and not re.search(rf"\b{_NOUN}\b", sentence.text[: act.start()], re.I)
        and re.match(r"(?:The\s)?[A-Z]", sentence.text)
    ):
        subject = sentence.text[: act.start()]
        if re.search(r",| and ", subject) and len(subject) > 8 and not _INDIVIDUALS.search(subject):
            for listed in organizations_listed(reading, sentence.start, sentence.start + act.start()):
                yield listed, role


def _clause_end(sentence: Sentence, at: int) -> int:
    stop = re.search(
        r"\s(?:and (?:is|was|has|will|calls?|urges?)|which|who|that|to|in|on|ahead|for)\s", sentence.text[at:]
    )
    return sentence.start + at + stop.start() if stop else sentence.end


def _in_item(reading: Reading, item: Sentence) -> Iterator[Listed]:
    cue = re.search(r"\b(?:such as|including|like|e\.g\.|:)\s(?=(?:the\s)?[A-Z0-9])", item.text)
    if cue:
        text = item.text[cue.end() :]
        stop = re.search(r"\s(?:and\s)?(?:individuals|people|academics|experts)\b|\srepresenting\b", text)
        yield from organizations_listed(
            reading, item.start + cue.end(), item.start + cue.end() + (stop.start() if stop else len(text))
        )
    elif listed := organization_of(reading, item.start, item.end):
        yield listed


def _signatures(reading: Reading, group: Group) -> Iterator[tuple[Listed, Sentence]]:
    """The organizations of a signature block or members' list: the short lines under "Signed," or "Members:"."""
    every = reading.get(sentences)
    opened = False
    for sentence in every:
        text = sentence.text.strip()
        if sentence.start > group.sentence.start and len(text) < 80 and _SIGNATURE.match(text):
            opened = True
        elif opened and (len(text) > 120 or (text.endswith(".") and len(text.split()) > 8)):
            opened = False
        elif opened and (listed := organization_of(reading, sentence.start, sentence.end)):
            yield listed, sentence
