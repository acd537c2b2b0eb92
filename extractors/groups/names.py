"""The names of coalitions, and the words that show that organizations act under them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.base import Reading
from extractors.groups.launches import launched_in, of_firms
from extractors.names.organizations import organizations_in
from extractors.text.dates import MONTHS
from extractors.text.quick import Several, quick
from extractors.text.sentences import BODY, Sentence, sentences

_DATED = re.compile(rf"\s(?:on|in|by)\s(?:{MONTHS}|\w+day)\b.*$")
_WEAK = re.compile(r"\b(?:Council|Committee|Initiative|Table|Project|Forum|Front|Network|Partnership|Campaign)\b")
_ALLIED = re.compile(
    r"\b(?:coalition|alliance|unions|groups|organi[sz]ations|organi[sz]ers|nonprofits|NGOs|guilds|associations"
    r"|federations|campaigners)\b"
)
_POST = re.compile(
    r"\b(?:Analyst|Director|President|Manager|Officer|Coordinator|Chair|Secretary|Counsel|Advisor|Adviser)\b"
)
_FEWEST = 2  # organizations that make a coalition
_MEMBERS_ARE = re.compile(
    r"\b(?:[Mm]embers|[Pp]artners|[Pp]articipants|[Ss]ignatories)\b[^.;:]{0,60}?\b(?:include|are|will include)\b:?\s"
    r"|\b(?:bring(?:s|ing)? together|joined by|made up of|comprising)\s"
)
_NEXT_OF_A_LIST = re.compile(r"(?:,|\band)\s\Z")
NOUN = (
    r"(?:coalition|alliance|partnership|network|campaign|committee|front|collective|consortium|movement|group"
    r"|bloc|taskforce|task force)"
)
HEAD = (
    r"(?:Coalition|Alliance|Partnership|Network|Campaign|Committee|Front|Collective|Consortium|Movement|Council"
    r"|Initiative|Table|Collaborative|Project|Forum|Union Network)"
)
ORGANIZATIONS = (
    r"(?:unions?|organi[sz]ations?|organi[sz]ers|groups?|associations?|guilds?|federations?|locals|nonprofits"
    r"|non-profits|NGOs|charities"
    r"|affiliates|institutions|companies|employers|signatories|partners|bodies|confederations|campaigners|councils)"
)
_NAME = (
    r"(?:the\s|The\s)?[“\"‘]?(?P<name>(?:[A-Z0-9][\w’'&.-]*)(?:(?:\s(?:of|for|and|the|on|in|to|against|with|&|a"
    r"|by|Our))*\s(?:[A-Z0-9][\w’'&-]*)){0,9})"
)
_CALLED = quick(
    rf"\b(?i:{NOUN})\b(?:\s(?:of|between|among|made up of|comprising)\s[^.;:“\"]{{0,120}}?)?,?\s(?:that is\s"
    r"|which is\s|is\s)?"
    r"(?:called|named|known as|dubbed|calling (?:itself|themselves)|under the (?:name|banner) of"
    rf"|branded)\s(?:as\s)?{_NAME}"
)
_TOGETHER_AS = quick(
    r"\b(?:(?:pulled|came|come|coming|banded|joined|working|organi[sz]ed|united|grouped|gathered) together (?:as"
    r"|under|in|to form|to launch|to create)"
    r"|join(?:ed|ing)? forces (?:as|under|in|to form|to launch|to create)|united (?:as|under)|organi[sz]ed (?:as"
    r"|under)|acting (?:as|under))"
    rf"\s(?:the (?:name|banner|umbrella) of\s)?{_NAME}"
)
_OF_MANY = quick(
    rf"\b(?i:{NOUN})\sof\s[^.;:,“\"]{{0,100}}?{ORGANIZATIONS},\s{_NAME},\s(?=(?:launched|announced|has|have|will"
    r"|today|said|is|was|called|formed|are)\b)"
)
_NEW = quick(
    r"\b(?:new|newly[- ](?:formed|launched|created|founded|announced"
    rf"|established))\s(?P<name>(?:[A-Z0-9][\w’'&.-]*\s(?:(?:of|for|and|the|on|in|to|&)\s)*){{1,7}}{HEAD})\b"
)
_APPOSED = quick(
    rf"{_NAME}(?:\s\([A-Z][\w&.-]{{1,15}}\))?[”\"’]?(?:,|\s[–—-])\s(?:is\s)?(?:a|an"
    rf"|the)\s(?:[\w-]+,?\s){{0,5}}?(?:coalition|alliance|consortium|umbrella group|group(?=\sof)|network|partnership"
    rf"|campaign)"
    rf"\s(?:of|that|which|bringing|representing|made|comprising|between|formed|launched|uniting)\b"
)
_FORMED = quick(
    r"\b(?:form(?:ed|ing|ation of)?|launch(?:ed|es|ing|\sof)?|found(?:ed|ing)|establish(?:ed|ing|ment of)?"
    r"|creat(?:ed|ing|ion of)|announc(?:ed|ing|es)|unveil(?:ed|ing)|start(?:ed|ing))\s"
    r"(?:(?:the|a|an|formation|launch|creation|of|new|nationwide|national|global|international|cross-industry|joint"
    rf"|labor|union)\s){{0,5}}[“\"]?"
    rf"(?P<name>(?:[A-Z0-9][\w’'&.-]*\s(?:(?:of|for|and|the|on|in|to|&)\s)*){{0,7}}{HEAD}\b"
    rf"(?:\s(?:of|for|on|against|to|at|in|and)(?:\sthe)?(?:\s[A-Z][\w’'-]*){{1,6}}){{0,3}})"
)
_UNITES = quick(
    rf"{_NAME}(?:\s\([A-Z][\w&.-]{{1,15}}\))?(?:,\swhich)?\s(?:brings? together|unites|comprises|consists of"
    rf"|is made up of"
    rf"|is composed of|is a (?:[\w-]+\s){{0,4}}(?:coalition|alliance|consortium|network)\b)"
)
_THEMSELVES = quick(rf"\bcalling (?:itself|themselves)\s{_NAME}")
_LISTING = quick(
    rf"{_NAME}(?:\s\([A-Z][\w&.-]{{1,15}}\))?,?\s(?:representing|uniting|comprising|made up of|composed of"
    r"|which (?:represents|includes|unites|comprises|brings together))\s(?=(?:the\s)?[A-Z])"
)
# "a new alliance, Workers First, was launched", "launched a new coalition, Fair Code Now, on Monday"
_NEWLY = quick(
    r"\b[Nn]ew(?:ly[- ]\w+)?\s(?:[\w-]+\s){0,2}?(?:coalition|alliance|partnership|network|campaign|consortium),\s"
    rf"{_NAME}"
    r"[”\"’]?,\s(?=(?:was|were|is|has|have|will|today|on|launched|formed|aims|brings|unites|in|at|of)\b)"
)
_COMMON = quick(
    r"\b(?:launch(?:ed|es|ing)?|form(?:ed|ing|s)?|set(?:ting)? up|establish(?:ed|es|ing)|creat(?:ed|es|ing)"
    r"|announc(?:ed|es|ing))\s(?:the\s(?:formation|creation|launch)\sof\s)?(?:a|an|its|their)\s(?:new|joint)\s"
    r"(?P<name>(?:[A-Z][\w-]*\s|national\s|global\s|worker\s|union\s|labou?r\s){1,4}"
    r"(?:taskforce|task force|working group|coalition|alliance|network|partnership|consortium))\b"
)
_NAMING = Several(
    (_CALLED, _OF_MANY, _NEW, _NEWLY, _TOGETHER_AS, _THEMSELVES, _APPOSED, _FORMED, _UNITES, _LISTING, _COMMON)
)
_STRICT = (_THEMSELVES, _APPOSED, _FORMED, _UNITES)  # they name a group only where many organizations are told of
_UNNAMED = quick(
    r"\b(?:launch(?:ed|es|ing)?|form(?:ed|ing|s)?|unveil(?:ed|s)|announc(?:ed|es|ing)|creat(?:ed|es|ing)"
    r"|start(?:ed|s))\s"
    r"(?:[a-z]+\s){0,5}?(?i:coalition|alliance|group)\b"
    r"|\b(?i:a|new|newly formed)\s(?:[\w-]+\s){0,2}(?:coalition|alliance)\sof\b"
    r"|\b(?i:a|the)\snew\s(?:[\w-]+\s){0,2}(?:coalition|alliance)\b(?:[^.;]|\.\d){0,120}?\s(?:was|were"
    r"|has been)\s(?:launched|unveiled|formed"
    r"|announced|created|founded|established)\b"
)
_BORNE = re.compile(
    r"\b(?P<name>(?:[A-Z][\w’'&.-]*\s(?:(?:of|for|and|the|on|to)\s)?){1,8}(?:Coalition|Alliance)"
    r"(?:\s(?:of|for|on|against|to)(?:\sthe)?(?:\s[A-Z][\w’'-]*){1,4})?)"
)


def _is_listed(text: str, at: int) -> bool:
    """Whether a name at an offset is one of the members that a sentence lists."""
    follows = _NEXT_OF_A_LIST.search(text, max(0, at - 5), at) is not None
    return follows and _MEMBERS_ARE.search(text, 0, at) is not None


def names_in(reading: Reading, sentence: Sentence) -> Iterator[tuple[str, int]]:
    """The names of groups that a sentence tells of acting or being formed, and where each starts."""
    text = sentence.text
    for pattern in _NAMING.those(text):
        for match in pattern.finditer(text):
            if pattern is _APPOSED and _is_listed(text, match.start()):
                continue
            name = _DATED.sub("", re.sub(r"[’']s$", "", match["name"])).rstrip(".,")
            if len(name) < 3 or re.fullmatch(HEAD, name) or _POST.search(name):
                continue
            if pattern in (_NEW, _FORMED) and _WEAK.search(name) and (pattern is _FORMED or not _ALLIED.search(text)):
                continue  # who launched it tells whether it is a coalition's: see `launched_in`
            if pattern in (_FORMED, _APPOSED, _UNITES) and of_firms(text):
                continue
            if (
                pattern in _STRICT
                and not _many(text)
                and not text.endswith(":")
                and not (pattern is _FORMED and re.search(r"Coalition|Alliance", name))
            ):
                continue
            if pattern in (_UNITES, _LISTING) and not re.search(HEAD, name):
                continue
            if pattern is _LISTING and _organizations(reading, sentence.start + match.end(), sentence.end) < _FEWEST:
                continue
            if pattern is _COMMON and not _has_members(reading):
                continue
            yield name, sentence.start + match.start("name")
    for name, start in launched_in(reading, sentence):
        yield _DATED.sub("", re.sub(r"[’']s$", "", name)).rstrip(".,"), start


def name_borne(sentences_: Sequence[Sentence]) -> tuple[str, int, Sentence] | None:
    """The one coalition a text names after telling of a new one without its name; None where it names two or none."""
    if not any(_UNNAMED.search(sentence.text) for sentence in sentences_[:6]):
        return None
    found = [(m["name"], s.start + m.start("name"), s) for s in sentences_[:40] for m in _BORNE.finditer(s.text)]
    names = {_DATED.sub("", re.sub(r"^The\s", "", name)) for name, *_ in found}
    if len(names) != 1:
        return None
    _, start, sentence = next((item for item in found if item[2].region == BODY), found[0])
    return names.pop(), start, sentence


def _many(text: str) -> bool:
    return re.search(rf"\b{ORGANIZATIONS}\b", text, re.IGNORECASE) is not None


def _organizations(reading: Reading, start: int, end: int) -> int:
    named = organizations_in(reading, start, end)
    return len({name.name for name in named if name.kind not in ("legislature", "government")})


def _has_members(reading: Reading) -> bool:
    """Whether the document tells which organizations are members of something."""
    return any(
        _organizations(reading, sentence.start + match.end(), sentence.end) >= _FEWEST
        for sentence in reading.get(sentences)
        if sentence.region == BODY and (match := _MEMBERS_ARE.search(sentence.text))
    )
