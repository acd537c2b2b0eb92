"""Agreements that a text describes rather than reports: by name ("the 2025 Harbor Master Contract"), by owner ("the
Acme contract requires …"), or in the heading of a section that goes on to tell what it holds.

A contract still bargained over, a model, and an agreement of another trade (licences, data, supply) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extractors.base import Reading
from extractors.lexicon import entries
from extractors.names.organizations import Name, find_organizations, organizations_in
from extractors.text.quick import quick
from extractors.text.sentences import HEADLINE, Sentence, body_sentences
from records.ids import fold_name

_YEARS = r"(?:(?:19|20)\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?)"
_NOUN = (
    r"(?:collective(?:[- ]bargaining)? (?:agreement|contract)|union (?:contract|agreement)|labou?r (?:agreement"
    r"|contract)"
    r"|(?:enterprise(?: bargaining)?|works|company) agreement"
    r"|agreement|contract|CBA|MOU|MOA|side letter|letter of agreement|memorandum of (?:understanding|agreement)"
    r"|deal|pact)"
)
_ADJECTIVE = (
    rf"(?:{_YEARS}|first|new|newest|latest|current|existing|recent|landmark|historic|national|master|local|tentative"
    r"|framework|neutrality|statewide|regional|sectoral|company|\w+-year|union|labou?r|AI|technology)"
)
_HOLDS = (
    r"(?:provides?|provided|specif(?:y|ies|ied)|requires?|required|includes?|included|contains?|contained"
    r"|address(?:es|ed)"
    r"|covers?|covered|bans?|banned|prohibits?|prohibited|guarantees?|guaranteed|gives?|gave|protects?"
    r"|protected|states?"
    r"|stated|says|sets?|allows?|allowed|limits?|limited|defines?|defined|ensures?|ensured|established|establishes"
    r"|stipulates?|restricts?|restricted|bars?|barred|grants?|granted|entitles?|obliges?|obliged|forbids?|adds?|added"
    r"|now|already|also|runs|expires?|expired|took effect|takes effect|was (?:ratified|signed|reached"
    r"|extended|renewed|approved|concluded|struck|agreed)"
    r"|lets?|keeps?|kept|rules out|caps|forbade"
    r"|makes?|made|calls for|commits?|created?|creates|has (?:language|a clause|provisions)|mandates?"
    r"|mandated|offers?"
    r"|offered|secured|won|raised|raises)"
)
# "The Acme contract requires …", "Guild's 2024 agreement with Acme bans …": after the owner's name.
_OWNED = re.compile(
    rf"(?:\s\([^()]{{2,12}}\))?(?:['’]s?)?\s(?:{_ADJECTIVE}\s){{0,4}}{_NOUN}\b(?!\s(?:talks|negotiations?|fight"
    r"|campaign|proposals?|offer|dispute|demands?|bargaining|workers?|employees?|law|work|vote))"
    rf"(?P<with>\s(?:with|at|between|for)\s[^.;:,]{{2,60}}?)?(?:,\s(?:[^.;:,]|(?<=\d),(?=\d)){{2,60}},)?\s{_HOLDS}\b"
)
# A name in capitals: "2023 Minimum Basic Agreement", "Hilltop/Guild Agreement".
_TITLE = re.compile(
    rf"(?P<years>{_YEARS}\s)?(?P<name>(?:[A-Z][\w&’'.-]*(?:/[A-Z0-9][\w&’'.-]*)?\s(?:(?:and|of|for|&)\s)?){{1,6}}"
    r"(?:Agreement|Contract|Accord|Compact|Memorandum of (?:Understanding|Agreement)|CBA)\b"
    rf"|(?<=\d\s)Agreement(?=\s(?:for|on)\s[A-Z]))(?P<subject>\s(?:for|on)\s[A-Z]\w+(?:\s(?:and\s)?[A-Z]\w+){{0,4}})?"
)
_YEAR_ALONE = re.compile(rf"(?P<years>{_YEARS})\s(?P<name>[\w-]*\s?(?:Agreement|Contract|agreement|contract))\b")
_YEAR_BEHIND = re.compile(rf",?\s{_YEARS}\b")
_CALLED_AFTER = quick(rf"\b[Tt]he\s(?P<years>{_YEARS}\s)?(?P<name>[A-Z][\w-]+)\s(?:agreement|contract)\b")
_NOT_YET = re.compile(
    r"\s(?:Campaign|Talks|Negotiations?|Fight|Bargaining|Proposals?|Demands|Updates?|Dispute|Survey|Rally"
    r"|Vote)\b"
)
_GENERIC = re.compile(r"(?:(?:New|First|Tentative|Collective|Bargaining|Union|Labou?r)\s){0,4}(?:Agreement|Contract)")
_HEADLINE_VERB = re.compile(
    r"\b(?:Approv|Ratif|Reach|Secur|Sign|Announc|Negotiat|Demand|Reject|Accept)(?:e?s|ed|ing|y|ies|ied)?\b"
    r"|\b(?:Wins?|Won|Win|Vote[sd]?|Lands?|Inks?|Gets?|Seeks?|Push(?:es)?|Fights?|Agrees?|Strikes?|Over)\b"
)
_TITLE_END = re.compile(rf"[\s,]*\((?:[^()\d]*,?\s?)?(?P<years>{_YEARS})?[^()]{{0,40}}\)")
_SLASHED = re.compile(r"(?P<one>[A-Z0-9][\w.’'-]+)/(?P<two>[A-Z0-9][\w.’'-]*[\w])(?=\s|\))")
_IN_BRACKETS = re.compile(r"\s\((?P<names>[A-Z][\w./’' -]{1,40}/[A-Z][\w./’' -]{1,40})\)")
_OF_OTHERS = re.compile(
    r"\b(?:Trade|Licen[cs]\w+|Peace|Climate|Paris|Green|User|Service|Services|Purchase|Data|Privacy|Confidentiality"
    r"|Non-?\w+|Participation|Cooperation|Model|Sample|Template|Free|Terms|Loan|Merger|Credit|Grant|Social|Plea"
    r"|Settlement|Partnership|Processing|Hosting|Subscription|Consent|Cooperative|Research|Schengen|Employment"
    r" Contract)"
    r"\b(?! for Employment)"
)
_BROKEN = quick(
    r"\b(?:violat\w+|breach\w*|broke|broken|ignor\w+|honou?r\w*|enforc\w+|under|extend\w*|renew\w*|ratif\w+"
    r"|signed|in)\s"
    rf"(?:its|their|the|a)\s(?:{_ADJECTIVE}\s){{0,4}}(?:collective[- ]bargaining (?:agreement|contract)"
    rf"|union contract"
    rf"|labou?r (?:agreement|contract)|CBA|{_YEARS}\s(?:agreement|contract)|\w+-year (?:deal|contract|agreement))\b"
)
# "In its contract with Acme, the union …": an agreement of the one who acts with the one it names.
_ITS_OWN = quick(
    rf"\b(?:[Ii]n|[Uu]nder|[Tt]hrough|[Tt]hanks to|[Pp]er|[Bb]y)\s(?:its|their"
    rf"|the)\s(?:{_ADJECTIVE}\s){{0,4}}{_NOUN}\s(?:with|at|between)\b"
)
_UNDER = re.compile(r"\b(?:[Ii]n|[Uu]nder|[Tt]hrough|[Tt]hanks to|[Pp]er)\s(?:the\s)?(?:(?:19|20)\d\d\s)?\Z")
_UNDER_WHAT = re.compile(rf"(?:['’]s?)?\s(?:{_ADJECTIVE}\s){{0,4}}{_NOUN}(?=,|\s(?:with|at)\b)")
_CONTRACT_HOLDS = re.compile(rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s(?:{_ADJECTIVE}\s){{0,3}}{_NOUN}\s{_HOLDS}\b")
_NOT_MADE = re.compile(
    r"\b(?:if|unless|until|without|would|could|should|might|hop(?:es?|ing)|seek(?:s|ing)?|demand(?:s|ed|ing)?"
    r"|want(?:s|ed)?"
    r"|fighting|bargain(?:s|ing) (?:for|over)|(?:re-?)?negotiating|draft|model|propos\w+|toward|next|yet|no|not|n[’']t"
    r"|offer\w*)\b"
    r"[^.;:]{0,40}\Z",
    re.IGNORECASE,
)
_LABOR = re.compile(
    r"\b(?:unions?|guild|collective|bargaining|ratif\w+|workers?|members|employees|strike|labou?r|journalists|writers"
    r"|performers|actors|nurses|newsroom|layoffs?)\b",
    re.IGNORECASE,
)
_AFTER_TITLE = re.compile(r"\s(?:with|between|and|for|at)\s(?:the\s)?|.{0,40}\sand\s(?:the\s)?")
UNION_KINDS = ("union", "federation")
EMPLOYER_KINDS = ("employer", "employer_association", "media")
_SHORT = 160  # characters of a heading


@dataclass(frozen=True)
class Described:
    """An agreement as one place describes it: where, its name, its parties, its year."""

    start: int
    end: int
    name: str | None
    unions: tuple[str, ...]
    employers: tuple[str, ...]
    year: int | None
    headline: bool


def find_described(reading: Reading) -> tuple[Described, ...]:
    """The agreements a document describes by name or owner, in order; the same one may come several times."""
    found: list[Described] = []
    heading: Described | None = None
    about: tuple[str, ...] = ()
    for sentence in reading.get(body_sentences):
        if sentence.passage.kind == "heading":
            if len(sentence.text) <= _SHORT:
                heading = _heading(reading, sentence)
                about = parties_of(organizations_in(reading, sentence.start, sentence.end))[0]
                found += [heading] if heading else []
            continue
        if len(sentence.text) < 1_500:
            found += (_inherited(told, heading, about) for told in _described(reading, sentence))
            found += _successors(sentence, heading) if heading else ()
    return tuple(found)


def _inherited(told: Described, heading: Described | None, about: tuple[str, ...]) -> Described:
    """A telling with what the heading of its section says of the same agreement."""
    unions = told.unions or (about if len(about) == 1 and told.employers else ())
    if heading is None or told.name or not set(told.unions) <= set(heading.unions) or told.employers:
        return Described(told.start, told.end, told.name, unions, told.employers, told.year, told.headline)
    year = told.year or heading.year
    if told.year and heading.year and told.year != heading.year:
        return told
    return Described(
        told.start, told.end, heading.name, unions or heading.unions, heading.employers, year, told.headline
    )


def _successors(sentence: Sentence, heading: Described) -> Iterator[Described]:
    """A later agreement of the parties of the heading, called after one of them: "The 2024 Courierly2 agreement"."""
    match = _CALLED_AFTER.search(sentence.text)
    if match and any(fold_name(match["name"]).startswith(fold_name(party)) for party in heading.employers):
        year = _year(match["years"]) or heading.year
        yield _made(sentence, f"{match['name']} agreement", heading.unions, heading.employers, year)


def _heading(reading: Reading, sentence: Sentence) -> Described | None:
    """The agreement a heading names together with a party: "Dockers United – 2025 Master Contract"."""
    text = sentence.text
    title = _TITLE.search(text) or _YEAR_ALONE.search(text)
    if (
        title is None
        or _OF_OTHERS.search(title["name"])
        or _HEADLINE_VERB.search(title["name"])
        or text.startswith(("Source", "See", "Read"))
        or _NOT_YET.match(text, title.end())
    ):
        return None
    unions, employers = parties_of(organizations_in(reading, sentence.start, sentence.end))
    more = _slashed(text)
    unions, employers = _merged(unions, more[0]), _merged(employers, more[1])
    after = _TITLE_END.match(text, title.end())
    years = title["years"] or (after["years"] if after else None)
    if not unions and not (employers and more[0]):
        return None
    name = title["name"].strip() if " " in title["name"].strip() or "/" in title["name"] else None
    name = None if name and _GENERIC.fullmatch(name) else name
    return Described(sentence.start, sentence.end, name, unions, employers, _year(years), True)


def _described(reading: Reading, sentence: Sentence) -> Iterator[Described]:
    named = organizations_in(reading, sentence.start, sentence.end)
    yield from _titled(reading, sentence, named)
    for name in named:
        yield from _owned(reading, sentence, name)
    yield from _acting(sentence, named)
    broken = _BROKEN.search(sentence.text)
    if broken and not _NOT_MADE.search(sentence.text[: broken.start()]):
        before = [n for n in named if n.end <= sentence.start + broken.start()]
        if before and before[-1].kind in (*UNION_KINDS, *EMPLOYER_KINDS):
            with_ = [n for n in named if n.start >= sentence.start + broken.end()][:1]
            linked = [n for n in with_ if re.search(r" with (?:the )?$", reading.text[n.start - 12 : n.start])]
            unions, employers = parties_of((before[-1], *linked))
            yield _made(sentence, None, unions, employers, _year(broken.group()))


def _acting(sentence: Sentence, named: tuple[Name, ...]) -> Iterator[Described]:
    """An agreement of whoever acts under it ("In its contract with Acme, the union …") or heads an item on it."""
    own = _ITS_OWN.search(sentence.text)
    if own and len(named) > 1 and not _NOT_MADE.search(sentence.text[: own.start()]):
        unions, employers = parties_of(named)
        if len(unions) == 1 and len(employers) == 1:
            yield _made(sentence, None, unions, employers, _year(own.group()))
    first = named[0] if named and named[0].start - sentence.start < 6 else None
    if first and first.kind in UNION_KINDS:
        at = first.end - sentence.start
        headed = re.match(r"\s?(?:\([^()]{2,40}\))?\s?[:–—-]\s", sentence.text[at:])
        if headed and _CONTRACT_HOLDS.search(sentence.text, at + headed.end()):
            yield _made(sentence, None, *parties_of(named[:1]), _year(headed.group()))


def _titled(reading: Reading, sentence: Sentence, named: tuple[Name, ...]) -> Iterator[Described]:
    """Agreements named in capitals with a party in the sentence: its maker, its owner, or part of the name."""
    text = sentence.text
    for match in _TITLE.finditer(text) if "Agreement" in text or "Contract" in text or "CBA" in text else ():
        if (
            _OF_OTHERS.search(match["name"])
            or _HEADLINE_VERB.search(match["name"])
            or _NOT_YET.match(text, match.end())
            or _NOT_MADE.search(text[: match.start()])
        ):
            continue
        start, end = sentence.start + match.start(), sentence.start + match.end()
        inside = [n for n in named if start <= n.start and n.end <= end]
        after = [n for n in named if n.start >= end and _AFTER_TITLE.fullmatch(reading.text, end, n.start)]
        before = [n for n in named if n.end <= start][-1:]
        unions, employers = parties_of((*before, *inside, *after))
        brackets = _IN_BRACKETS.match(text, match.end())
        more = _slashed(brackets["names"] + " ") if brackets else _slashed(match["name"])
        unions, employers = _merged(unions, more[0]), _merged(employers, more[1])
        if unions or (employers and _LABOR.search(text)):
            behind = _YEAR_BEHIND.match(text, match.end())
            years = match["years"] or (match.group() if re.search(_YEARS, match.group()) else behind and behind.group())
            name = None if _GENERIC.fullmatch(match["name"]) else match["name"] + (match["subject"] or "")
            yield _made(sentence, name, unions, employers, _year(years))


def _owned(reading: Reading, sentence: Sentence, name: Name) -> Iterator[Described]:
    """What the agreement of a named union or employer holds: "The Acme contract requires …"."""
    if name.kind not in (*UNION_KINDS, *EMPLOYER_KINDS):
        return
    match = _OWNED.match(reading.text, name.end, sentence.end)
    before = sentence.text[: name.start - sentence.start]
    if match is None and name.kind in UNION_KINDS and (under := _UNDER.search(before)):
        told = _UNDER_WHAT.match(reading.text, name.end, sentence.end)
        if told and _LABOR.search(sentence.text):
            yield _made(sentence, None, *parties_of((name,)), _year(under.group() + told.group()))
        return
    if match is None or _NOT_MADE.search(before[-60:]):
        return
    labor = name.kind in UNION_KINDS or re.search(r"collective|union|labou?r|enterprise|works|CBA", match.group())
    if not labor and not _LABOR.search(sentence.text):
        return
    other = organizations_in(reading, match.start("with"), match.end("with")) if match["with"] else ()
    unions, employers = parties_of((name, *other))
    if match["with"] and " the union" in match["with"] and not unions:
        earlier = [n for n in reading.get(find_organizations) if n.kind == "union" and n.start < name.start]
        unions = tuple(written(n) for n in earlier[-1:])
    yield _made(sentence, None, unions, employers, _year(match.group()))


def _made(
    sentence: Sentence, name: str | None, unions: tuple[str, ...], employers: tuple[str, ...], year: int | None
) -> Described:
    return Described(sentence.start, sentence.end, name, unions, employers, year, sentence.region == HEADLINE)


def parties_of(named: Sequence[Name]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The unions and the employers among names, each once, as the text writes them."""
    unions = dict.fromkeys(written(n) for n in named if n.kind in UNION_KINDS)
    employers = dict.fromkeys(written(n) for n in named if n.kind in EMPLOYER_KINDS)
    return tuple(unions), tuple(employers)


def written(name: Name) -> str:
    """A name as the text has it; an acronym as what it stands for, "International" after it aside."""
    if name.text.isupper() or name.text == name.acronym:
        return name.name
    return re.sub(r"^(?:[Tt]he|000)\s+|(?<=[A-Z]{3}) International$", "", name.text)  # "10,000 Acme workers"


def _slashed(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Parties joined by a slash, one of them at least a known union: "Hilltop/Guild Agreement"."""
    match = _SLASHED.search(text)
    kinds = {part: known_kind(part) for part in (match["one"], match["two"])} if match else {}
    if not any(kind in UNION_KINDS for kind in kinds.values()):
        return (), ()
    unions = tuple(part for part, kind in kinds.items() if kind in UNION_KINDS)
    return unions, tuple(part for part in kinds if part not in unions)


def known_kind(name: str) -> str | None:
    """The kind of a name that a list holds, also one that is believed only in context; else None."""
    return _kinds().get(fold_name(name))


@cache
def _kinds() -> dict[str, str | None]:
    """The kinds of all known names, those too that are believed only in context."""
    found: dict[str, str | None] = {}
    for entry in entries():
        for name in (entry.name, entry.acronym, *entry.aliases):
            if name:
                found.setdefault(fold_name(name), entry.kind)
    return found


def _merged(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    known = {fold_name(name) for name in one}
    return (*one, *(name for name in other if fold_name(name) not in known))


def _year(text: str | None) -> int | None:
    match = re.search(r"(?:19|20)\d\d", text or "")
    return int(match.group()) if match else None
