"""The line under a title that names who publishes: an outlet, a union, an institute, an agency, a firm."""

from __future__ import annotations

import re
from functools import cache

from extractors.lexicon import entries
from records.ids import fold_name

MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
"""The alternatives of a pattern, in small letters."""
_MONTH = rf"(?:{MONTH})\.?"
_DAY = rf"(?:\w+day,?\s)?(?:\d{{1,2}}\s{_MONTH}|{_MONTH}\s\d{{1,2}}),?\s20\d\d\b.{{0,40}}|20\d\d-\d\d-\d\d\b.{{0,40}}"
_DATED = re.compile(rf"(?P<name>.{{2,80}}?)(?:,\s|\s?[|·•–—-]\s?)(?:{_DAY})", re.IGNORECASE)
_EDITION = re.compile(
    r"(?P<name>.{2,60}?)\s\((?:(?:[A-Z]\w+|print|online|web|digital) (?:edition|desk|service)|online|print)\)"
)
_OFFICE = re.compile(
    r"(?P<name>.{4,80}?),\s(?:[A-Z][\w&]+\s(?:and\s|of\s|for\s|&\s)?){0,4}(?:Department|Division|Unit|Office|Team|Desk"
    r"|Section|Service|Committee|Bureau|Programme|Program|Secretariat)"
)
_BEHIND = re.compile(r"(?P<name>.{2,80}?)\s[|–—]\s(?P<more>\S.{1,70})")
_TAGLINE = re.compile(
    r"(?:the|a|an)\s(?:[\w’'-]+,?\s){0,4}?(?:union|association|network|alliance|coalition|federation|campaign|voice"
    r"|newspaper|magazine|charity|think[- ]tank|institute|society|guild|weekly|news site)\b",
    re.IGNORECASE,
)
_WORD = r"(?:[A-Z0-9À-Þ][\w’'.&/-]*|&)"
_SMALL = r"(?:of|for|and|the|on|in|at|to|de|des|du|der|la|y|e|et|und)"
_NAME = re.compile(rf"(?:[Tt]he )?{_WORD}(?:,? (?:{_SMALL} ){{0,2}}{_WORD}){{0,9}}")
_PAPER = re.compile(
    r"\b(?:Times|Post|Tribune|Herald|Journal|Magazine|Gazette|Ledger|Chronicle|Guardian|Observer|Weekly|Daily|Wire"
    r"|Examiner|Inquirer|Enquirer|Telegraph|Courier|Dispatch|Despatch|Sentinel|Gazetteer|Mercury|Argus|Echo|Bulletin"
    r"|Star|Globe|Mail|Record|Register|Standard|Monitor|Mirror|Advertiser|Beacon|Argosy|Press|News|Review|Report"
    r"|Independent|Broadcasting|Radio|Newswire)(?: Online| Canada| Australia| Europe| America| Asia| UK| USA)?\Z"
)
_NAMED_PAPER = re.compile(r"The [A-Z][\w’'&-]+(?: [A-Z][\w’'&-]+){0,2}")
_RUBRIC = re.compile(
    r"(?:(?:Labou?r|Business|Tech(?:nology)?|Polit\w+|World|Local|National|International|Union|Industry|Members?|Health"
    r"|Education|Latest|Breaking|Company|Legal|Econom\w+|Workplace|Employment|Jobs?|Media|Press|Daily|Weekly|Annual|Final"
    r"|Full|Interim|Special|State|City|Science|Culture|Sports?|Opinion|Features?|Top|Good|AI|In|Policy|Research|Technical"
    r"|Staff|Issue|Survey|Progress|Book|Case|Year|Market|Quarterly|Monthly|Minority|Majority|Committee|Campaign|Action"
    r"|Law|and|&) ?)+(?:News|Review|Report|Bulletin|Press|Wire|Monitor|Record|Update)"
)
_FIRM = re.compile(
    r"\b(?:LLP|LLC|PLLC|P\.?C\.|L\.?L\.?P\.|Solicitors|Attorneys at Law|Law Group|Law Offices?|Advocates)\Z"
)
_BODY = re.compile(
    r"\b(?:Institutes?|Cent(?:er|re)|Council|Union|Federation|Confederation|Foundation|Network|Association|Laboratory"
    r"|Alliance|Coalition|Society|Trust|Forum|Observatory|Brotherhood|Guild|Think Tank|Policy Lab|Institut|Local \d+"
    r"|Labor Congress|Trades? Union Congress)\b"
)
_STATE = re.compile(
    r"\b(?:Authority|Commission|Agency|Department|Ministry|Inspectorate|Ombudsman|Bureau|Directorate)\b"
)
_NONE = re.compile(
    r"\b(?:Parliament|Senate|Assembly|House of|University|College|School|Hotel|Hall|Convention|Conference|Summit"
    r"|Subcommittee|Committee|Case|Court|Agreement|Contract|Act|Bill|Letter|Members? of|Director|President|Secretary"
    r"|Chair\w*|Chief|Minister|Commissioner|Officer|Fellow|Analyst|Editor|Reporter|Writer|Correspondent|Counsel"
    r"|Professor|Dr|Mr|Ms|Hon|Photo\w*|Logo|Contact|Volume|Vol|Issue|Edition|No|Posted|Published|Updated|Hague|Bronx)\b"
)
_HELD = ("legislature", "employer", "coalition", "other")  # a name of these kinds alone on a line may be a subject


def outlet(line: str, *, official: bool) -> str | None:
    """The publisher that a line under a title names: "The Harbor Dispatch", "Institute for Quays | June 3, 2031".

    `official` says whether an agency or ministry may be it (in a letter it is who is written to). None for persons,
    venues, rubrics ("Business News"), parliaments and names that no word marks as those of a publisher.
    """
    line = " ".join(line.split())
    if len(line) > 140 or line.endswith((".", ":", "?", "!")):
        return None
    dated = _DATED.fullmatch(line)
    held = dated or _EDITION.fullmatch(line)
    if held:
        name = held["name"].strip(" ,|")
        sure = bool(_NAMED_PAPER.fullmatch(name)) or not dated
        return _publisher(name, official) or (name if sure and _named(name) else None)
    if part := _OFFICE.fullmatch(line):
        return _publisher(part["name"], official)
    if (behind := _BEHIND.fullmatch(line)) and not _whole(line):
        if _TAGLINE.match(behind["more"]):
            return behind["name"] if _named(behind["name"]) else None
        return _publisher(behind["name"], official)
    return _publisher(line, official)


def is_paper(name: str) -> bool:
    """Whether a name is that of a newspaper, magazine or agency, by its last word, "The" or the lexicon."""
    named = _NAMED_PAPER.fullmatch(name) and not _BODY.search(name)
    return bool(named or _PAPER.search(name)) or _known(name)[1] == "media"


def known_name(name: str) -> str | None:
    """The lexicon's spelling of an organization's name or acronym; None where it holds none, or two."""
    return _known(name)[0]


def _named(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and not _NONE.search(name) and not _RUBRIC.fullmatch(name)


def _whole(line: str) -> bool:
    return known_name(line) is not None


def _publisher(name: str, official: bool) -> str | None:
    """The name where the lexicon or its words make it one of who publishes."""
    known, kind = _known(name)
    if known:
        return known if kind not in _HELD and (official or kind != "government") else None
    if not _named(name):
        return None
    if _PAPER.search(name):
        return name if len(name.split()) > 1 else None
    marked = _FIRM.search(name) or _BODY.search(name) or (official and _STATE.search(name))
    return name if marked and len(name.split()) > 1 else None


def _known(name: str) -> tuple[str | None, str | None]:
    return _names().get(fold_name(name), (None, None))


@cache
def _names() -> dict[str, tuple[str | None, str | None]]:
    found: dict[str, tuple[str | None, str | None]] = {}
    for entry in entries():
        for name in {fold_name(name) for name in (entry.name, *entry.aliases) if name not in entry.risky}:
            same = found.get(name, (entry.name, None))[0] == entry.name
            found[name] = (entry.name, entry.kind) if same else (None, None)
    return found
