"""What a document as a whole is, as far as its sentences are judged by it: on technology, on work, a plea, a model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from extractors.base import Reading
from extractors.directives.technologies import MEDIUM, STRONG, Term, find_technologies, technologies
from extractors.text.quick import quick
from extractors.text.sentences import HEADLINE, sentences

_RELEVANT = 0.4  # relevance below which a text is about something else, if it does not speak of workers all along
_LABORED = 1250  # characters a word of workers, staff or unions in a text that does
_DENSE = 600  # characters a word of work in a text that is about work
_LOOSE = 1800  # the same in a text whose subject is technology
_UNIONS = 3  # mentions of unions in a text whose agreements are theirs
WORK = quick(
    r"\b(?:workers?|employees?|employers?|unions?|labou?r|bargain\w*|collective|workforce|workplaces?"
    r"|jobs?|staff|works (?:councils?|agreements?)|wages?|careers?|professionals?|personnel|educators?|teachers?"
    r"|nurses?|drivers?|journalists?"
    r"|writers?|actors?|clerks?|cashiers?|contracts?|artists?|performers?|creators?|musicians?|authors?|skills?"
    r"|hiring|recruit\w*"
    r"|lay-?offs?|laid off|boss(?:es)?|strikes?|job-?seekers?|occupation\w*|gig|hir(?:e|ing)|fired|firing)\b",
    re.IGNORECASE,
)
# Those whose work it is: what a text about something else must name beside a technology to tell of technology at work.
AT_WORK = quick(
    r"\b(?:workers?|workforce|workplaces?|employees?|(?:trade |labou?r )?unions?(?! station)|collective bargaining"
    r"|jobs?(?= (?:loss|cut|displace|secur|quality))|layoffs?|laid off|dislocated|displaced|gig work\w*|freelancers?"
    r"|artists?|performers?|actors?|musicians?|songwriters?|screenwriters?|journalists?|nurses?|teachers?|educators?"
    r"|(?:truck|bus|delivery|platform|ride-?share|taxi) drivers?|dockworkers?)\b",
    re.IGNORECASE,
)
_LABOR = quick(
    r"\b(?:workers?|workplaces?|employees?|unions?|staff|bargaining|layoffs?|collective agreements?|strikes?)\b",
    re.IGNORECASE,
)
PACE = re.compile(r"(?:production |productivity |work )?quotas?", re.IGNORECASE)
_PACED = 3  # mentions of quotas in a text that is about them
_ADVOCATES = re.compile(
    r"\b(?:[A-Z]{3,}|[Uu]nions?|[Ff]ederation|[Cc]ongress|[Cc]oalition|[Aa]lliance) (?:\w+ )?(?:calls? (?:for"
    r"|on)|demands?|urges?)\b"
    r"|\b[Rr]esolution [Cc]alling\b|\bDear (?:Members?|Minister|Senators?|Representatives?|Commissioner"
    r"|President|Prime)\b"
    r"|\b(?:[Ww]e|WE) (?:\w+ly |also |all )?(?:demand|call (?:on|for|upon)|urge|ask|insist|oppose|reject|request|want"
    r"|fight|are fighting|stand|resolve|pledge|commit)\b|\b[Oo]ur (?:demands|position|members|campaign|union|fight)\b"
    r"|\b[Ss]ign (?:the|our|this|on)\b|\b[Tt]ake [Aa]ction\b|\b[Jj]oin (?:us|the fight)\b|\b[Tt]he undersigned\b"
    r"|\b[Oo]pen [Ll]etter\b"
)
_PLEA = re.compile(
    r"\b(?:[Rr]esolution|[Oo]pen [Ll]etter|Dear \w+|[Mm]anifesto|[Mm]otion|[Pp]etition|[Cc]harter|[Dd]emands?"
    r"|Position [Pp]aper"
    r"|[Ss]ubmission to|Bill of Rights|[Pp]ledge)\b"
)
_HEAD = 300  # characters in which a text says that it is a plea
MODEL = quick(
    r"\b(?:model|draft|sample|template|proposed) (?:collective |union |contract |bargaining )*(?:agreements?"
    r"|contracts?|clauses?|language)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Setting:
    """How far a document is about technology at work (0 to 1), whether it is about something else altogether, is about
    work, tells much of unions, announces, asks for something, and speaks of contracts that are only models."""

    about: float
    elsewhere: bool
    work: bool
    of_unions: bool
    announces: bool
    demands: bool
    model: bool


def find_setting(reading: Reading) -> Setting:
    """What the document is."""
    text = reading.text
    about = _about(reading, reading.get(find_technologies))
    enough = len(text) // (_LOOSE if about >= 0.35 else _DENSE) + 1
    announces = reading.document.document_type in ("press_release", "news")
    advocates = sum(1 for _ in islice(_ADVOCATES.finditer(text), 2)) > 1
    return Setting(
        about=about,
        elsewhere=_elsewhere(reading),
        work=sum(1 for _ in islice(WORK.pattern.finditer(text), enough)) == enough,
        of_unions=text.casefold().count("union") >= _UNIONS,
        announces=announces,
        demands=announces or advocates or _PLEA.search(text[:_HEAD]) is not None,
        model=sum(1 for _ in islice(MODEL.pattern.finditer(text), 2)) > 1,
    )


def _elsewhere(reading: Reading) -> bool:
    """Whether a text is about something else than technology at work: by its relevance, and few words of labor."""
    relevance = reading.document.relevance
    if relevance is None or relevance >= _RELEVANT:
        return False
    return sum(1 for _ in _LABOR.finditer(reading.text)) * _LABORED < len(reading.text)


def _about(reading: Reading, terms: Sequence[Term]) -> float:
    """How far the document as a whole is about technology at work."""
    title = reading.document.title or ""
    first = [s.text for s in reading.get(sentences)[:12] if s.region == HEADLINE]
    head = technologies(" ".join([title, *first]))
    strong = sum(t.strength == STRONG for t in terms)
    if any(t.strength == STRONG for t in head) or strong * 500 > len(reading.text):
        return 0.5
    paced = sum(PACE.fullmatch(t.text) is not None for t in terms)
    if any(t.strength == MEDIUM for t in head) or strong * 1200 > len(reading.text) or paced >= _PACED:
        return 0.35
    return 0.1 if strong else 0.0
