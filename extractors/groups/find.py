"""Coalitions, joint letters and joint statements as a document tells of them, and how many are in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extractors.base import Reading
from extractors.groups.names import ORGANIZATIONS, name_borne, names_in
from extractors.names.organizations import organizations_in
from extractors.text.dates import MONTHS
from extractors.text.numbers import NUMBER, Number, numbers
from extractors.text.quick import quick
from extractors.text.sentences import BODY, HEADLINE, Sentence, sentences

COALITION, LETTER = "coalition", "letter"

_LETTER = quick(
    r"\b(?P<kind>(?i:(?:(?:joint|open|public|coalition|sign-on|group)\s){0,2}"
    r"(?:letter|statement|declaration|petition|call|appeal)))"
    r"(?:\s(?:sent|addressed|written|delivered|released|published|issued|today|this week|on \w+|\w+day)){0,2},?\sto\s"
    r"(?P<to>(?:congressional|legislative|party|state|federal|union|world)\s(?:leaders|leadership|lawmakers"
    r"|officials)|the\s(?:[\w-]+\s){0,2}(?:secretary|minister|chancellor|commissioners?|premier|governor)"
    r"|lawmakers|senators"
    r"|legislators|ministers|(?:(?:the|all|both|UK|U\.S\.|US|EU|House|Senate)\s)*[A-Z][\w’'.-]*"
    r"(?:(?:\s(?:of|and|the|for|on|&))*\s[A-Z][\w’'.-]*){0,8}(?:\s(?:leaders|leadership|members|officials))?)",
)
_JOINT = quick(
    r"\b(?P<kind>(?:[Jj]oint|[Oo]pen|[Cc]ommon|[Cc]ollective|JOINT|OPEN)\s(?:[\w-]+\s){0,3}?(?:[Ll]etter"
    r"|[Ss]tatement|[Dd]eclaration|LETTER"
    r"|STATEMENT))\b(?P<on>\s(?:on|about|against)\s(?:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|(?:January|February|March|April|June|July|August|September|October|November|December)\b|\d)(?!(?:sets?"
    r"|calls?|was|is|has|have|said|that|which|who|backed"
    r"|signed|issued|released|published|today|and|to|urg\w+|from|by)\b)[\w’'-]+\s?){1,10})?"
)
_PLURAL = (
    r"(?:unions|organi[sz]ations|groups|associations|guilds|federations|nonprofits|non-profits|NGOs|charities"
    r"|confederations|campaigners"
    r"|(?<!bipartisan )coalition(?! of (?:\w+ )?(?:lawmakers|senators|members|attorneys|governors)))"
)
_LETTER_OF = re.compile(r"\b(?:letter|wrote|urg(?:ed|ing)|call(?:ed|ing) on|demand(?:ed|ing))\b")
_SENT_BY_MANY = re.compile(
    rf"\b{_PLURAL}\b(?: \w+){{0,4}} (?:sent|signed|wrote|issued|released|delivered|urged|called on)\b"
    rf"|\b(?:signed|sent|written) by (?:[\w+,-]+ ){{0,5}}{_PLURAL}\b",
    re.IGNORECASE,
)
_A_LETTER = re.compile(
    r"\b(?:(?:[Ii]n|[Tt]he|[Ss]ent|[Ss]igned|[Ww]rote|[Dd]elivered|[Jj]oined)\s(?:(?:a|an|the|their"
    r"|this)\s)?(?:(?:new|joint|open|recent"
    r"|strongly worded|coalition|public)\s){0,2}letter"
    r"|sign(?:s|ed|ing)?(?: on to| onto)?\s(?:a|the|this)\s(?:statement|declaration|petition|pledge)"
    r"|wrote to (?:the )?(?=[A-Z]))\b"
)
_ADDRESSED = re.compile(
    r"\b(?:w(?:rote|ritten|rites?|riting) to|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? on|ask(?:s|ed|ing)?"
    r"|tell(?:s|ing)?|told|warn(?:s|ed|ing)?)\s"
    r"(?P<to>(?:the\s)?(?:Senate|House|Congress|senators|lawmakers|legislators"
    r"|[A-Z][\w’.-]+(?:\s[A-Z][\w’.-]+){0,4}))\b"
)
SIGNING = re.compile(
    r"\b(?:sign(?:s|ed|ing|atories|ers)?|sent|send|sends|wrote|write|issued?|released?|joined|publish(?:ed)?"
    r"|co-?signed|coordinated|call(?:ed|ing)? on|urg(?:ed|ing|es))\b",
    re.I,
)
_PLURAL_ACT = re.compile(
    rf"\b{_PLURAL}\b[^.;]{{0,200}}?\b(?:sign(?:ed)?|sent|send|wrote|write|issued?|released?|published|delivered"
    r"|agreed|adopted|address(?:ed)?|urg(?:ed|e)|call(?:ed)? on|warn(?:ed)?)\b"
    r"|\b(?:signed|sent|from|issued|coordinated|written|endorsed|backed"
    rf"|supported)\s(?:by\s)?[^.;]{{0,60}}?\b{_PLURAL}\b",
    re.IGNORECASE,
)
# What a letter is told to say, where its signers stand before the verb: "In a letter to ministers, A and B warned".
_TELLS = re.compile(r"\b(?:warn(?:ed|s)?|said|says?|argu(?:ed|es?)|told|asks?|asked|press(?:ed|es)?|claim(?:ed|s)?)\b")
INDIVIDUALS = re.compile(
    r"\b(?:[Ss]enators|[Ll]awmakers|[Rr]epresentatives|members of Congress|[Mm]embers of [Pp]arliament|[Cc]olleagues"
    r"|attorneys general|governors|MPs|MEPs|legislators"
    r"|Congress(?:man|woman)|Senator|Democrats|Republicans|[Rr]anking [Mm]ember)\b|\b(?:Sen|Sens|Rep|Reps)\."
)
_FROM_INDIVIDUALS = re.compile(rf"\b(?:from|by|signed|joined)\s(?:by\s)?(?:[\w-]+\s){{0,4}}?(?:{INDIVIDUALS.pattern})")
_MADE_BY = re.compile(
    r"\b(?:signed|issued|released|published|co-?signed|backed|sent|made|written|endorsed) by\b"
    r"|\b(?:[Ss]tatement|[Ll]etter|[Dd]eclaration|[Aa]ppeal) (?:by|from)\b|\b[Ii]n (?:a|their) (?:joint|open)\b"
)
_UNDERSIGNED = re.compile(rf"\bundersigned\s(?:[\w-]+\s){{0,4}}?{_PLURAL}\b|\b[Ww]e,? the {_PLURAL}\b", re.IGNORECASE)
JOINED = re.compile(
    r"\b(?:joined? forces|banded together|come together|came together|united to|teamed up|formed|coalition|alliance"
    r"|sign(?:s|ed|atories)?|sent|letter|statement|together|undersigned|joint)\b",
    re.I,
)
_COUNTED = re.compile(
    rf"\A(?:\+|-plus)?\s(?:(?!(?:of|million|years?|percent|workers|members|people|employees|in|by|for|from|to|who"
    rf"|that|states|countries)\b)[\w’'/&.-]+,?\s){{0,6}}?{ORGANIZATIONS}\b",
    re.IGNORECASE,
)
_MEMBERSHIP = re.compile(
    rf"\+?\s(?:\w+\s)?members,?\s(?:including|such as|among them|from|across)\s[^.;]{{0,60}}?{ORGANIZATIONS}\b",
    re.IGNORECASE,
)
_WORKERS = re.compile(
    r"\A\s(?:(?!percent\b|dollars?\b|years?\b)[\w’'-]+,?\s){0,4}?(?:workers|members|people|employees|professionals"
    r"|educators|nurses|teachers|drivers|creators|performers|journalists|actors|writers|staff|artists)\b"
)
_REPRESENT = re.compile(
    r"\b(?:represent(?:s|ing|ed)?|on behalf of|speaking for|with|covering|totall?ing|combined"
    r"|totaling)\s(?:[\w-]+\s){0,5}\Z",
    re.I,
)
_REFERRED = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Oo]ur|[Ii]ts)\s(?:[\w-]+\s){0,2}?"
    r"(?P<noun>coalition|alliance|group|partnership|network|initiative|taskforce|task force|working group"
    r"|committee|campaign"
    r"|letter|statement"
    r"|declaration|signatories|signers|signator(?:y|ies)|unions|organi[sz]ations"
    r"|groups|members|consortium)\b|\b(?:[Ss]ignatories|[Ss]igners|[Ss]igned by|[Mm]embers include|[Ww]e)\b"
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
        found += [
            Group(name, COALITION, start, start + len(name), sentence) for name, start in names_in(reading, sentence)
        ]
    if not found and (borne := name_borne(own)):
        name, start, sentence = borne
        found.append(Group(name, COALITION, start, start + len(name), sentence))
    if not found:
        found += _letters(reading, own)
    unique: dict[str, Group] = {}
    for group in found:
        if not any(o.start <= group.start and group.end <= o.end and o.name != group.name for o in found):
            unique.setdefault(group.name.casefold(), group)  # of two readings of one name the longer holds
    return tuple(sorted(unique.values(), key=lambda group: group.start))


def _letters(reading: Reading, own: Sequence[Sentence]) -> list[Group]:
    """The letters and statements that organizations (not individuals) signed together, under the fullest name."""
    found: list[Group] = []
    for sentence in own:
        match = _LETTER.search(sentence.text)
        if match and _by_organizations(reading, sentence, own, match.start()):
            name = re.sub(r"\s+", " ", f"{match['kind']} to {match['to']}").rstrip(".,’'")
            name = re.sub(rf"\s(?:on|in|of)\s(?:{MONTHS}|\w+day)$", "", name)
            found.append(_group(name, sentence, match))
    for sentence in own if not found else ():
        match = _JOINT.search(sentence.text)
        if match and _by_organizations(reading, sentence, own, match.start()):
            name = re.sub(r"\s+", " ", match["kind"] + (match["on"] or "")).rstrip("., ")
            found.append(_group(name, sentence, match))
    if not found:
        return _plain_letter(reading, own)
    best = max(found, key=lambda g: (bool(counted(g.sentence)), g.sentence.region == BODY, -g.start))
    words = set(best.name.casefold().split())
    fuller = [group.name for group in found if words <= set(group.name.casefold().split())]
    name = max(fuller, key=lambda n: len(n.split()))
    return [replace(best, name=name[0].upper() + name[1:])]


def _plain_letter(reading: Reading, own: Sequence[Sentence]) -> list[Group]:
    """A letter that organizations wrote together, told of without its address: "In a new letter, A and B urge ..."."""
    for sentence in own[:12]:
        match = _A_LETTER.search(sentence.text) or _UNDERSIGNED.search(sentence.text)
        if not match or not _by_organizations(reading, sentence, own, match.start()):
            continue
        to = _ADDRESSED.search(sentence.text)
        paper = re.search(r"statement|declaration|petition|pledge", match.group())
        name = f"Joint {paper.group()}" if paper else f"Letter to {to['to']}" if to else "Joint letter"
        best = next((s for s in own[:8] if s.region == BODY and counted(s)), sentence)
        return [replace(_group(name, sentence, match), sentence=best)]
    return []


def _group(name: str, sentence: Sentence, match: re.Match[str]) -> Group:
    return Group(name, LETTER, sentence.start + match.start(), sentence.start + match.end(), sentence)


def _by_organizations(reading: Reading, sentence: Sentence, own: Sequence[Sentence], at: int) -> bool:
    """Whether organizations signed the letter of this sentence: it counts, groups or lists them, or the lead does."""
    text = sentence.text
    if re.search(
        r"\b(?:[Tt]he|[Bb]oth)\s(?:two\s)?(?:groups|sides|parties|companies|firms|partners|pair)\b", text[:at]
    ):
        return False  # who bargains with each other does not act together
    if _of_lawmakers(own) and not _SENT_BY_MANY.search(text):
        return False
    if counted(sentence):
        return True
    if INDIVIDUALS.search(text[:at]) or _FROM_INDIVIDUALS.search(text):
        return False
    if _PLURAL_ACT.search(text):
        return True
    for act in filter(None, (SIGNING.search(text), _TELLS.search(text, at))):
        listed = organizations_in(reading, sentence.start, sentence.start + act.start())
        if len({name.name for name in listed if name.kind not in ("legislature", "government")}) > 1:
            return True
    by = _MADE_BY.search(text)
    if by:
        listed = organizations_in(reading, sentence.start + by.end(), sentence.end)
        if len({name.name for name in listed if name.kind not in ("legislature", "government", "media")}) > 1:
            return True
    return any(
        _acting(other.text)
        or (
            counted(other)
            and not INDIVIDUALS.search(other.text)
            and (SIGNING.search(other.text) or JOINED.search(other.text) or other.text.startswith("We "))
        )
        for other in own[:12]
    )


def _of_lawmakers(own: Sequence[Sentence]) -> bool:
    """Whether the first sentences tell of lawmakers who wrote a letter; organizations that back it did not write it."""
    lead = [s.text[:600] for s in own if s.region == BODY][:4]
    return any(
        (letter := _LETTER_OF.search(text)) is not None and INDIVIDUALS.search(text[: letter.start()]) for text in lead
    )


def _acting(text: str) -> bool:
    return _UNDERSIGNED.search(text) is not None


@lru_cache(maxsize=512)
def _numbers(text: str) -> tuple[Number, ...]:
    return numbers(text)


def counted(sentence: Sentence) -> int | None:
    """The number of organizations a sentence counts ("more than 70 labor unions"), None where it does not."""
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
            ) and not JOINED.search(sentence.text):
                continue
            return int(number.value)
    return None


def membership(sentence: Sentence) -> int | None:
    """The number of members a sentence gives a coalition ("with over 40 members, including unions"), else None."""
    for number in _numbers(sentence.text[:2000]):
        if number.kind == NUMBER and 2 <= number.value < 1_000 and _MEMBERSHIP.match(sentence.text, number.end):
            return int(number.value)
    return None


def represented(sentence: Sentence) -> int | None:
    """The number of workers a sentence says they represent, None where it does not."""
    for number in _numbers(sentence.text[:2000]):
        before, after = (
            sentence.text[max(0, number.start - 60) : number.start],
            sentence.text[number.end : number.end + 60],
        )
        workers = _WORKERS.match(after)
        told = workers and (_REPRESENT.search(before) or re.match(r"\srepresented by\b", after[workers.end() :]))
        if number.kind == NUMBER and number.value >= 100 and told:
            return int(number.value)
    return None


def tells_of(sentence: Sentence, group: Group, groups: Sequence[Group]) -> bool:
    """Whether a sentence tells of the group: it names it, or says "the coalition", "the letter" after it."""
    text = sentence.text.casefold()
    if sentence == group.sentence or group.name.casefold() in text:
        return True
    if any(other.name.casefold() in text for other in groups if other is not group):
        return False
    match = _REFERRED.search(sentence.text) or (
        _A_LETTER.search(sentence.text) if group.kind == LETTER and len(groups) == 1 else None
    )
    if not match:
        return False
    nearest = max((g for g in groups if g.start <= sentence.start), key=lambda g: g.start, default=groups[0])
    return nearest is group
