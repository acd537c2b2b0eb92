"""Agreements that a text tells of: a contract ratified, a deal won, a pact between a union and an employer.

An employer's offer, a demand, and a contract still bargained over are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from extractors.base import Reading
from extractors.contracts.around import employer_after_with, told_terms, union_meant
from extractors.contracts.lists import ListedDeal, find_listed
from extractors.contracts.named import UNION_KINDS, find_described, parties_of, written
from extractors.contracts.settled import find_settled
from extractors.names.jurisdictions import places_in
from extractors.names.organizations import Name, organizations_in
from extractors.text.quick import Several, quick
from extractors.text.sentences import HEADLINE, Sentence, body_sentences
from records.facts import Agreement
from records.ids import fold_name

_NOUN = (
    r"(?:(?:collective[- ]bargaining|collective|union|labou?r|first|new|tentative|historic|landmark|multi-?year"
    r"|\w+-year|master|national|neutrality|sectoral|company|wage|side|interim|supplemental|global|technology|AI"
    r"|20\d\d\s?[-–/]\s?(?:20)?\d\d|fair|framework|local|current|existing|recent|strong|their|its|a|the"
    r"|20\d\d)\s+){0,5}"
    r"(?:(?-i:[A-Z][\w/&’'-]*\s+){1,4})?"
    r"(?:(?:collective[- ]bargaining |labou?r |union |tentative )?(?:agreements?|contracts?|deals?|pacts?"
    r"|settlements?|memorandums?|memoranda)|CBAs?|MOUs?|MOAs?|side letters?|letters? of (?:agreement"
    r"|understanding))\b"
)
_DONE = (
    r"(?:ratif(?:y|ies|ied|ying)|approv(?:e|es|ed)|reach(?:es|ed)?|won|wins?|sign(?:s|ed)|secur(?:es|ed)"
    r"|negotiat(?:es|ed)|struck|inked"
    r"|landed|finali[sz]ed|settled(?: on)?|clinched|concluded|achieved|adopted|agreed (?:in principle )?(?:to"
    r"|on|upon)"
    r"|voted through|sealed"
    r"|hammered out|c[ao]me to terms on|accepted|backed|endorsed|announced|vot(?:e"
    r"|ed) (?:[\w.%]+ ){0,5}?in favou?r of)"
)
_VERB_FIRST = quick(
    rf"\b(?P<verb>{_DONE})\s+(?:one of the\s+(?:[\w-]+\s+){{0,3}}?)?(?:(?!(?:with|and|at|by|in|on|to|for|from|that"
    rf"|the)\b)[\w’'“”\"-]+\s+){{0,4}}?(?P<noun>{_NOUN})",
    re.IGNORECASE,
)
_NOUN_FIRST = quick(
    rf"\b(?P<noun>{_NOUN})(?=\s+(?:(?:that|which|was|were|has been|have been|had been|,)\s+)?"
    r"(?:(?:between|covering)\b|(?:(?:the|by)\s+)?(?:[A-Z][\w’'&.-]*\s+(?:(?:of|and|for|the|in)\s+){0,2}){1,7}"
    r"(?:had |has |have )?(?:negotiated|reached|won|signed|secured|struck|ratified|concluded)\b"
    r"|(?:negotiated|reached|won|signed|secured|struck|ratified|agreed|concluded)\b))"
)
_HAVE = quick(
    rf"\b(?:has|have|had)\s(?P<noun>(?:(?:an?|its|their)\s)?{_NOUN})(?=\s(?:with|at|that|which|in place|covering"
    rf"|through|until|running|for)\b"
    rf"|,\s(?:the|[A-Z]))"
)
_OWNED = quick(rf"(?<=[’'])s?\s+(?P<noun>(?:20\d\d\s+)?{_NOUN})\s+with\b")
_CODIFIED = quick(r"\bcodif(?:ied|ying|ies)\b", re.IGNORECASE)
_RULE_WON = quick(
    r"\b(?:won|secured|gained|negotiated|accept(?:ed)?|agreed to)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:rules?|language|protections?|clauses?"
    r"|provisions?|guarantees?|safeguards?|guardrails|limits)\b",
    re.IGNORECASE,
)
_MENTIONS = Several((_VERB_FIRST, _NOUN_FIRST, _OWNED, _HAVE, _CODIFIED, _RULE_WON))
_BARGAINED = re.compile(r"\b(?:strike|contract|agreement|deal|collective bargaining)s?\b", re.IGNORECASE)
_NOT_YET = re.compile(
    r"\b(?:if|unless|until|without|would|could|should|might|(?-i:may)|must|can|will|hopes?|hoping|seek(?:s|ing)?"
    r"|demand(?:s|ed|ing)?|urg(?:e|es|ed|ing)"
    r"|call(?:s|ed|ing)? (?:for|on)|yet to|fail(?:s|ed|ing)? to|not|never|n[’']t|fighting|trying|in the midst of"
    r"|working (?:to|toward)|ask(?:s|ed|ing)? (?:for|to)"
    r"|offer(?:s|ed)?|propos(?:e|es|ed|al)|reject(?:s|ed)?|voted? down|expected to|plans? to|how to|help(?:s|ing)?"
    r"|need to|want to|aims? to|refus\w+)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\bto\s+(?:[\w-]+\s+)?$")
_VOTED = re.compile(r"\b(?:vot(?:e|es|ed|ing)|agree[ds]?)\s+(?:[\w-]+\s+){0,3}?to\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_LABOR = re.compile(
    r"\b(?:union|ratif\w+|collective|labou?r|guild|bargain\w*|strike|walkout|workers|employees|staff|members at)\b",
    re.IGNORECASE,
)
_OTHER_DEAL = re.compile(
    r"\b(?:trade|licen[cs]ing|peace|climate|merger|purchase|lease|loan|data|defen[cs]e|government|federal|service"
    r"|supply|power|energy|land|development"
    r"|research|cooperative|plea|nuclear|security|partnership|funding|credit|sales?|player|record|book|film"
    r"|investment|bipartisan|budget|spending"
    r"|consent|settlement|user|confidentiality|non-disclosure|appropriations|hosting)\s+(?:agreements?|contracts?"
    r"|deals?|pacts?|settlements?)\b",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(r"\b(?:after|when|while|since|because|although|as)\s|[;:–—]\s")
_CLAUSE_END = re.compile(
    r"[;:–—]\s|\band the (?:pact|deal|contract|agreement)\b|,\s+(?:while|when|after|but|although|which)\b"
    r"|,\s+(?!cover|represent|includ|involv|affect)[a-z]{3,12}ing\s+(?:the\s+)?(?=[A-Z])"
)
_ALSO = re.compile(
    r",?\s+and\s+(?P<name>(?:[A-Z][\w’'&.-]*\s+){1,5}?)(?=(?:in|last|on|this|earlier)\s+(?:[A-Z]|month|year|week"
    r"|spring|summer|fall))"
)
_THE_DEAL = re.compile(r"\b(?:the|this|their) (?:[\w-]+ ){0,2}(?:contract|agreement|deal|pact)\b", re.IGNORECASE)
_SAYS_SO = re.compile(r"\b(?:announc|confirm|report)\w*\b", re.IGNORECASE)
_LANGUAGE = re.compile(r"\blanguage (?:that|which|saying|stating|on|in)\b")
_IN_YEAR = re.compile(r"\bin (?:19|20)\d\d\b|\b20\d\d strike\b")
_WITH_MANAGEMENT = re.compile(r"(?:\s+(?:deal|agreement))?\s+with\s+(?:the\s+)?(?:management|their employers?)\b")
_OF_STAFF = re.compile(
    r"\b(?:unions?|guild|local|members|workers|staff|nurses|teachers|journalists)[’']?\Z", re.IGNORECASE
)
_NOUN_ALONE = re.compile(_NOUN, re.IGNORECASE)
_YEAR = re.compile(r"(?<!through )(?<!until )\b(20\d\d|19[89]\d)\b")
_SPAN = re.compile(r"\b(20\d\d)\s?[-–/]\s?20\d\d\b")
_COUNT = re.compile(
    r"\b(?:cover(?:s|ing)?|representing|for|on behalf of)\s+(?:(?:approximately|about|some|over|more than|nearly"
    r"|roughly|around)\s+)?"
    r"(?P<count>\d{1,3}(?:,\d{3})+|\d{2,7})\s+(?:[\w-]+\s+){0,3}?(?:employees|workers|members|nurses|teachers"
    r"|drivers|staff)\b",
    re.IGNORECASE,
)
_LONGEST = 1_500  # characters of a sentence that is read
_EMPLOYER_KINDS = ("employer", "employer_association")
_WITH_KINDS = ("government", "media", "research", "other", "ngo", None)
_WITH = re.compile(
    r"\b(?:with|at|between|by|and|for|employer|company,?|workers? (?:at|of)|employees (?:at|of))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"(?:\s\([^()]{2,20}\))?\s(?:and|&)\s(?:the\s)?")
_AND = re.compile(r"\s+and\s+(?:the\s+)?[A-Z]")
_WORKFORCE = re.compile(
    r"^(?:[’']s?)?\s+(?:[\w-]+\s+){0,2}?(?:workers|employees|staff|drivers|writers|journalists|nurses|actors"
    r"|members|developers)\b"
)


@dataclass(frozen=True)
class _Told:
    """One telling: where it stands and who made the agreement."""

    start: int
    end: int
    unions: tuple[str, ...]
    employers: tuple[str, ...]
    year: int | None
    count: int | None
    headline: bool
    jurisdiction: str | None
    name: str | None = None
    effective_on: date | None = None
    expires_on: date | None = None


def find_told(reading: Reading) -> tuple[Agreement, ...]:
    """The agreements a document tells of, each once, with the parties that the telling names."""
    described = (
        _Told(d.start, d.end, d.unions, d.employers, d.year, None, d.headline, None, d.name)
        for d in (*reading.get(find_described), *reading.get(find_settled))
    )
    deals = reading.get(find_listed)
    listed = (
        _Told(d.sentence.start, d.sentence.end, d.unions, d.employers, d.year, None, d.headline, None, d.name)
        for d in deals
        if not d.follows
    )
    told = _once([*_told(reading), *described, *listed])
    told = _termed(reading, _with_firms(told, [deal for deal in deals if deal.follows]))
    return tuple(
        Agreement(
            span=reading.span(t.start, t.end),
            confidence=0.75 if t.unions and t.employers else 0.55,
            name=t.name,
            unions=t.unions,
            employers=t.employers,
            effective_on=t.effective_on,
            expires_on=t.expires_on,
            year=t.year,
            jurisdiction=t.jurisdiction,
            workers_covered=t.count,
        )
        for t in told
    )


def _told(reading: Reading) -> Iterator[_Told]:
    sentences = reading.get(body_sentences)
    for number, sentence in enumerate(sentences):
        if len(sentence.text) > _LONGEST:
            continue
        following = sentences[number + 1] if number + 1 < len(sentences) else None
        before = sentences[number - 1] if number else None
        for start, end, strong in _mentions(sentence.text):
            yield from _with_parties(reading, sentence, before, following, start, end, strong)


def _mentions(text: str) -> Iterator[tuple[int, int, bool]]:
    """Clauses of a sentence that tell of an agreement made, and whether they say so in words of labor."""
    if not _MENTIONS.may(text):
        return
    for match in _VERB_FIRST.finditer(text):
        lead = text[: match.start()]
        opened = max((m.end() for m in _CLAUSE_START.finditer(lead) if "," not in lead[m.end() :]), default=0)
        clause = lead[opened:]
        verb = match["verb"].casefold()
        wish = _TO.search(clause) and not _VOTED.search(clause)
        bare = (
            verb in ("ratify", "approve", "reach", "win", "negotiate")
            and not _VOTED.search(clause)
            and not _plural(clause)
        )
        if wish or bare or _NOT_YET.search(clause[-70:]) or _OTHER_DEAL.search(match.group()):
            continue
        stop = _CLAUSE_END.search(text, match.end())
        strong = bool(
            re.match(r"ratif", verb)
            or re.search(r"union|collective|labou?r|tentative", match["noun"], re.IGNORECASE)
            or _WITH_MANAGEMENT.match(text, match.end())
        )
        yield opened, stop.start() if stop else len(text), strong
    for pattern in (_NOUN_FIRST, _OWNED, _HAVE):
        for match in pattern.finditer(text):
            lead = text[max(0, match.start() - 40) : match.start()]
            if (
                _NOT_YET.search(lead)
                or _OTHER_DEAL.search(match["noun"])
                or _VERB_FIRST.search(text[max(0, match.start() - 60) : match.end()])
            ):
                continue
            owned = pattern is _OWNED and _OF_STAFF.search(text[: match.start()]) is not None
            stop = _CLAUSE_END.search(text, match.end())
            opened = 0 if pattern in (_OWNED, _HAVE) or _SAYS_SO.search(text[: match.start()]) else match.start()
            yield opened, min(stop.start() if stop else len(text), match.end() + 220), pattern is _NOUN_FIRST or owned
    for pattern in (_CODIFIED, _RULE_WON):
        told = pattern.search(text)
        if told and not _NOT_YET.search(text[max(0, told.start() - 120) : told.start()]):
            yield 0, len(text), False


def _plural(clause: str) -> bool:
    """Whether a clause ends in a subject that a present-tense verb in the plural fits (headlines)."""
    return bool(re.search(r"(?:s|staff|workers at \w+|at (?:[A-Z]\w+ ?)+)\s*$", clause))


def _with_parties(
    reading: Reading,
    sentence: Sentence,
    before: Sentence | None,
    following: Sentence | None,
    start: int,
    end: int,
    strong: bool,
) -> Iterator[_Told]:
    offset = sentence.start
    clause = sentence.text[start:end]
    named = organizations_in(reading, offset + start, offset + end)
    also = _also(clause, [(n.start - offset - start, n.end - offset - start) for n in named])
    unions = _each_once(written(n) for n in named if n.kind in UNION_KINDS)
    employers = _employers(reading, named, offset + start + also.start() if also else None)
    if made_with := employer_after_with(reading, offset + start, offset + end):
        others = (name for name in employers if not name.startswith(f"{made_with} "))
        employers = _each_once((made_with, *others))
    if not unions and following and _THE_DEAL.search(following.text[:200]) and strong and not start:
        subject = organizations_in(reading, following.start, following.start + 90)
        unions = parties_of(subject)[0][:1]
    if not unions and employers and strong:
        around = organizations_in(reading, sentence.start, sentence.end)
        every = parties_of(around)[0]
        unions = every if len(every) == 1 else ()
    if not unions and (employers or strong) and (meant := union_meant(reading, offset, offset + end)):
        unions = (written(meant),)
    if unions and not employers:
        employers = _beside_union(reading, sentence)
    if _LANGUAGE.search(clause) and named and named[0].start - offset < 5 and named[0].kind in ("media", "employer"):
        employers = (written(named[0]),)
    codified = bool(_CODIFIED.search(clause))
    won = _RULE_WON.search(clause) and _LANGUAGE.search(clause)
    if not unions and not _LABOR.search(sentence.text):
        return
    if not (unions or (employers and (strong or won))) or (codified and not unions):
        return
    if _RULE_WON.search(clause) and not (codified or _NOUN_ALONE.search(clause) or _IN_YEAR.search(clause) or won):
        return
    if codified and not _BARGAINED.search((before.text if before else "") + " " + clause):
        return
    if not strong and not unions and not _LABOR.search(clause):
        return
    years = _YEAR.findall(clause) or (_YEAR.findall(before.text) if codified and before else [])
    count = _COUNT.search(sentence.text) or (_COUNT.search(following.text) if following and not start else None)
    places = [p.code for p in places_in(reading, offset + start, offset + end)]
    told = _Told(
        offset if not start else offset + start,
        offset + end,
        unions,
        employers,
        int(years[0]) if len(set(years)) == 1 else _span_year(clause),
        int(count["count"].replace(",", "")) if count else None,
        sentence.region == HEADLINE,
        places[0] if len(set(places)) == 1 else None,
    )
    yield told
    if also:
        other = [
            n
            for n in organizations_in(reading, offset + start + also.start(), offset + start + also.end())
            if n.kind not in UNION_KINDS
        ]
        name = written(other[0]) if other else also["name"].strip()
        yield _Told(told.start, told.end, (), (name,), None, None, told.headline, None)


def _beside_union(reading: Reading, sentence: Sentence) -> tuple[str, ...]:
    """The employer that says together with its union what was agreed: "The union and Acme announced that members …"."""
    named = organizations_in(reading, sentence.start, sentence.end)
    for one, other in pairwise(named):
        sides = {one.kind in UNION_KINDS, other.kind in UNION_KINDS}
        if len(sides) == 2 and _TOGETHER.fullmatch(reading.text, one.end, other.start):
            employer = other if one.kind in UNION_KINDS else one
            return (written(employer),) if employer.kind in (*_EMPLOYER_KINDS, "media", "research") else ()
    return ()


def _also(clause: str, names: list[tuple[int, int]]) -> re.Match[str] | None:
    """A second party with a year of its own ("…, and Acme in 2031"); an "and" inside one name opens none."""
    match = _ALSO.search(clause)
    return None if match and any(start < match.start() < end for start, end in names) else match


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    """Names without those that differ in marks and case only."""
    return tuple({fold_name(name): name for name in reversed(tuple(names))}.values())[::-1]


def _span_year(clause: str) -> int | None:
    """The first year of the only span of years ("their 2024-2027 agreement"), None where years stand apart."""
    spans = _SPAN.findall(clause)
    return int(spans[0]) if len(spans) == 1 and len(_YEAR.findall(clause)) == 2 else None


def _employers(reading: Reading, named: tuple[Name, ...], before: int | None) -> tuple[str, ...]:
    found: list[str] = []
    for name in named:
        if before is not None and name.start >= before:
            continue
        lead = reading.text[max(0, name.start - 40) : name.start]
        follow = reading.text[name.end : name.end + 40]
        joined = _AND.match(follow) and any(
            other.kind in UNION_KINDS and other.start - name.end < 10 for other in named
        )
        linked = bool(_WITH.search(lead) or _WORKFORCE.match(follow) or joined)
        if name.kind in _EMPLOYER_KINDS or (name.kind in _WITH_KINDS and linked):
            found.append(written(name))
    return tuple(dict.fromkeys(found))


def _once(told: list[_Told]) -> list[_Told]:
    """Each agreement once, in the telling that names most parties; a headline only where nothing else tells of it."""
    kept: list[_Told] = []
    for telling in sorted(told, key=lambda t: (t.headline, -len(t.unions) - len(t.employers), t.start)):
        twin = next((n for n, other in enumerate(kept) if _same(other, telling)), None)
        if twin is None:
            kept.append(telling)
        else:
            kept[twin] = replace(kept[twin], name=kept[twin].name or telling.name, year=kept[twin].year or telling.year)
    return sorted(_completed(kept), key=lambda t: t.start)


def _completed(told: list[_Told]) -> list[_Told]:
    """One agreement where a text tells of one with its union alone and of one with its employer alone."""
    if len(told) != 2 or any(t.name for t in told):
        return told
    one, other = sorted(told, key=lambda t: (t.headline, t.start))
    halves = {bool(t.unions) for t in told} == {True, False} and {bool(t.employers) for t in told} == {True, False}
    if not halves or bool(one.unions) == bool(one.employers) or (one.year and other.year and one.year != other.year):
        return told
    return [
        replace(
            one,
            unions=one.unions or other.unions,
            employers=one.employers or other.employers,
            year=one.year or other.year,
            count=one.count or other.count,
            jurisdiction=one.jurisdiction or other.jurisdiction,
        )
    ]


def _with_firms(told: list[_Told], deals: list[ListedDeal]) -> list[_Told]:
    """The agreements with the firms that a later sentence lists for the deal told of last before it."""
    for deal in deals:
        before = [n for n, t in enumerate(told) if t.start < deal.sentence.start]
        if before and set(told[before[-1]].employers) <= set(deal.employers):
            told[before[-1]] = replace(told[before[-1]], employers=deal.employers)
    return told


def _termed(reading: Reading, told: list[_Told]) -> list[_Told]:
    """The agreements with the days that the text gives for them: for the one told of last before, or the only one."""
    for term in reading.get(told_terms) if told else ():
        before = [n for n, t in enumerate(told) if t.start <= term.start]
        at = before[-1] if before else 0 if len(told) == 1 else None
        if at is not None:
            own = told[at]
            told[at] = replace(
                own,
                effective_on=own.effective_on or term.effective_on,
                expires_on=own.expires_on or term.expires_on,
            )
    return told


def _same(one: _Told, other: _Told) -> bool:
    if one.year and other.year and one.year != other.year:
        return False
    if one.name and other.name and one.name.casefold() != other.name.casefold():
        return False
    if one.employers and other.employers:
        return bool(set(one.employers) & set(other.employers))
    return bool(set(one.unions) & set(other.unions)) and not (one.employers and other.employers)
