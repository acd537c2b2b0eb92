"""Coalitions that go by what they put out: a campaign, plan, charter or pledge that many organizations launch together.

Who acts is judged apart from what is done: the subject ("a coalition of 30 groups", "45 unions and charities", "A, B
and C"), the act ("launched", "was unveiled by", "have signed") and the name may be worded and ordered freely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.base import Reading
from extractors.names.organizations import organizations_in
from extractors.text.quick import Several, quick
from extractors.text.sentences import Sentence

_SMALL = r"(?:(?:of|for|and|the|on|in|to|with|over|at|not|our|by|from|a)\s){0,2}"
_ALLIANCE = (
    r"(?:campaign|coalition|alliance|network|partnership|consortium|collaborative|movement|initiative|project"
    r"|task ?force|working group|committee|council|forum|collective|front)"
)
_PAPER = (
    r"(?:(?:action\s)?plan|charter|pledge|declaration|manifesto|principles|agenda|platform|compact|roadmap"
    r"|bill of rights|statement|demands|blueprint|framework|guidelines|call to action)"
)
_WORDS = rf"[A-Z][\w’'&-]*(?:\s{_SMALL}[A-Z][\w’'&-]*){{1,7}}"
_TITLE = (
    rf"(?P<name>(?:[A-Z0-9][\w’'&.-]*\s{_SMALL}){{0,7}}"
    rf"(?:(?P<alliance>(?i:{_ALLIANCE}))|(?P<paper>(?i:{_PAPER})))\b"
    r"(?:\s(?:of|for|on|against|to|and)(?:\sthe)?(?:\s[A-Z][\w’'-]*){1,6}){0,2})"
)
_FOUND = (
    r"launch(?:ed|es|ing)?|unveil(?:ed|s|ing)?|form(?:ed|s|ing)?|found(?:ed|ing)?|establish(?:ed|es|ing)?"
    r"|creat(?:e|ed|es|ing)|set(?:s|ting)? up|start(?:ed|s|ing)?|kick(?:ed|s|ing)? off|roll(?:ed|s|ing)? out"
    r"|introduc(?:ed|es|ing)|announc(?:ed|es|ing)|present(?:ed|s|ing)|debut(?:ed|s|ing)|convened"
)
_PUT_OUT = (
    r"releas(?:ed|es|ing)|publish(?:ed|es|ing)?|issu(?:ed|es|ing)|put(?:s|ting)? (?:forward|out)|set(?:s|ting)? out"
    r"|sign(?:ed|ing)?(?: on to| onto)?|adopt(?:ed|s|ing)?|agreed(?: on)?|outlin(?:ed|es|ing)|drafted|drew up|draw up"
)
_BETWEEN = (
    r"(?:(?:the|a|an|its|their|this|new|newly|joint|first|nationwide|national|global|international|major|public|bold"
    r"|ambitious|labor|labour|union|formation|launch|creation|publication|release|of|today|yesterday|\w+day"
    r"|[a-z]+-(?:wide|led|point|backed)|called|named)\s){0,6}[“\"‘]?"
)
_KIND = (
    r"(?:a|an|the|its|their)\s(?:[\w-]+\s){0,4}?(?:campaign|coalition|alliance|network|partnership|consortium"
    r"|initiative"
    r"|effort|project|charter|pledge|manifesto|declaration|platform)"
)
_ACTIVE = quick(rf"\b(?P<act>{_FOUND}|{_PUT_OUT})\s{_BETWEEN}{_TITLE}")
_PASSIVE = quick(
    rf"{_TITLE}[”\"’]?(?:\s\([A-Z][\w&.-]{{1,15}}\))?,?\s"
    r"(?:(?:which|that|was|were|is|has been|have been|jointly|first|being)\s){0,3}"
    rf"(?P<act>{_FOUND}|{_PUT_OUT}|written|backed|supported|coordinated|endorsed)\s(?:[\w,]+\s){{0,5}}?by\s"
)
_MEMBERS_OF = quick(
    r"\b(?:are|make up|belong to|among)\s"
    rf"(?:(?:the|all|among|founding|members|part|of|its|\d+\+?|signatories|to)\s){{1,6}}{_TITLE}"
)
_UNDER_NAME = quick(
    r"\b(?:[Kk]nown as|[Dd]ubbed|[Cc]alled|[Uu]nder the (?:name|banner|slogan|umbrella)(?: of)?)\s(?:the\s"
    r"|The\s)?[“\"‘]?"
    rf"(?P<name>{_WORDS})[”\"’]?,\s(?=(?P<who>[^.;:]{{3,160}}))"
)
# "launched a joint campaign, Hands on the Wheel" and "launched Hands on the Wheel, a campaign".
_APPOSED = quick(
    rf"\b(?:{_FOUND})\s(?:{_KIND}(?:\s(?:called|named|known as|dubbed)\s|[:,]\s"
    rf"|\s[–—-]\s)(?:the\s)?[“\"‘]?(?P<name>{_WORDS})"
    rf"|[“\"‘]?(?P<first>{_WORDS})[”\"’]?,[”\"’]?\s{_KIND}\b)"
)
_ACTS = Several((_ACTIVE, _PASSIVE, _MEMBERS_OF, _UNDER_NAME, _APPOSED))
_PLURAL = (
    r"(?:unions|organi[sz]ations|groups|associations|guilds|federations|locals|nonprofits|non-profits|NGOs|charities"
    r"|confederations|centrals|councils|campaigners|advocates)"
)
_NUMBER = (
    r"(?:\d[\d,]*\+?|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|dozens|scores"
    r"|hundreds|a dozen)"
)
_COUNTED = re.compile(rf"\b{_NUMBER}\s(?:of\s)?(?:[\w’'/&-]+,?\s){{0,9}}?{_PLURAL}\b", re.IGNORECASE)
_OF_GROUPS = re.compile(
    r"\b(?:a|an|the|this|our)\s(?:[\w-]+,?\s){0,4}?(?:coalition|alliance|network|group|grouping|consortium"
    r"|collection|bloc)\s"
    rf"(?:of|between|made up of|including|comprising|led by|representing"
    rf"|uniting)\s[^.;:]{{0,160}}?(?:{_PLURAL}|unionists|workers|teachers"
    r"|nurses|artists|creators|writers|actors|performers|journalists|musicians|activists|organizers|parents)\b",
    re.IGNORECASE,
)
_COALITION = re.compile(
    r"\b(?:a|an)\s(?:(?:broad|wide|wide-ranging|broad-based|new|diverse|growing|national|nationwide|statewide"
    r"|global|international"
    r"|cross-sector|labor|labour|union|union-led|civil society|large|unprecedented)(?:,\s"
    r"|\s)(?:and\s)?){0,4}(?:coalition|alliance)\b"
    r"(?!\s(?:of|government|between|partner|agreement))",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    rf"(?:\A|[,:]\s)(?:today,?\s|leading\s|major\s|several\s|labou?r\s"
    rf"|[A-Z]\w+\s){{0,3}}(?:[\w’-]+\s){{0,3}}?{_PLURAL}\s(?:and|,)\s(?:[\w-]+\s){{0,4}}?{_PLURAL}\b",
    re.IGNORECASE,
)
_LABOR_GROUPS = re.compile(
    r"(?:\A|,\s)(?:today,?\s)?(?:[A-Z]\w+\s){0,2}(?:[\w-]+\s)?(?:labou?r|union|worker|civil rights"
    r"|civil society|community)\s(?:groups|organi[sz]ations|federations)\b",
    re.IGNORECASE,
)
_OFFICIALS = re.compile(
    r"\b(?:bipartisan|lawmakers|legislators|senators|representatives|attorneys general|governors|mayors"
    r"|states|countries|nations"
    r"|governments?|ministers|MPs|MEPs|voters|investors|democrats|republicans|caucus|party|parties"
    r"|white house|commission|department|agency|secretary|president|minister|company)\b",
    re.IGNORECASE,
)
_BUSINESS = re.compile(
    r"\b(?:companies|firms|employers|manufacturers|developers|retailers|industry|business(?:es)?|tech giants"
    r"|start-?ups|banks)\b",
    re.IGNORECASE,
)
_LABOR = re.compile(
    r"\b(?:unions?|labou?r|workers?|civil|consumer|community|advoca\w+|artists|creators|nonprofits?|charities"
    r"|NGOs|guilds?)\b",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"The", "A", "An", "This", "That", "Our", "Its", "Their", "New", "Joint", "Action"})
_CLAUSE = re.compile(r"[.;:“”\"]\s?|\s[–—-]\s|,\s(?:which|who|while|as|after|when)\s|\b(?:said|says|that)\s")
_ALLIES = ("union", "federation", "ngo", "coalition")
_FIRMS = ("legislature", "government", "media", "employer", "employer_association")
_LONGEST = 1_200


def launched_in(reading: Reading, sentence: Sentence) -> Iterator[tuple[str, int]]:
    """The names under which many organizations act together in a sentence, and where each name starts in the text."""
    text = sentence.text[:_LONGEST]
    for match, start, end in _acts(text):
        group = "name" if match["name"] else "first"
        if _allied(reading, sentence, start, end):
            name = re.sub(r"^(?:The|A|An)\s", "", match[group])
            yield name, sentence.start + match.end(group) - len(name)


def _acts(text: str) -> Iterator[tuple[re.Match[str], int, int]]:
    """The acts of launching that a sentence tells of by name, and where it says who acts."""
    if not _ACTS.may(text):
        return
    for match in _ACTIVE.finditer(text):
        if _is_name(match):
            yield match, _clause_start(text, match.start()), match.start()
    for match in _PASSIVE.finditer(text):
        if _is_name(match):
            yield match, match.end(), _clause_stop(text, match.end())
    for match in _MEMBERS_OF.finditer(text):
        if _is_name(match):
            yield match, _clause_start(text, match.start()), match.start("name")
    for match in _UNDER_NAME.finditer(text):
        yield match, match.start("who"), min(match.start("who") + 60, len(text))
    for match in _APPOSED.finditer(text):
        yield match, _clause_start(text, match.start()), match.start()


def _is_name(match: re.Match[str]) -> bool:
    """Whether a title has words of its own: "Fair Work Charter", not "Charter" or "Action Plan"."""
    head = match["alliance"] or match["paper"]
    before, _, after = match["name"].partition(head)
    if head[0].islower() and (match["paper"] or not before):
        return False
    return any(
        word[0].isupper() and word not in _ARTICLES
        for word in (before if head[0].islower() else before + after).split()
    )


def _clause_start(text: str, at: int) -> int:
    return max((m.end() for m in _CLAUSE.finditer(text, 0, at)), default=0)


def _clause_stop(text: str, at: int) -> int:
    stop = _CLAUSE.search(text, at)
    return stop.start() if stop else len(text)


def of_firms(text: str) -> bool:
    """Whether a sentence speaks of firms and not of workers, consumers or advocates."""
    return _BUSINESS.search(text) is not None and _LABOR.search(text) is None


def _allied(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch of a sentence names organizations acting together; states, parties and firms are none."""
    who = sentence.text[start:end]
    if _OFFICIALS.search(who) or of_firms(who):
        return False
    if any(pattern.search(who) for pattern in (_COUNTED, _OF_GROUPS, _COALITION, _SEVERAL, _LABOR_GROUPS)):
        return True
    named = {n.name: n.kind for n in organizations_in(reading, sentence.start + start, sentence.start + end)}
    allies = [name for name, kind in named.items() if kind in _ALLIES]
    return len(allies) > 1 and not any(kind in _FIRMS for kind in named.values())
