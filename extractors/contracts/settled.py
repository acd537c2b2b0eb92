"""Agreements told of by what was settled or where they hold, rather than as a deal made by two named parties.

"The union and Acme agreed in 2031 that no score …", "At Acme, the 2031 contract guarantees …", "A works agreement at
the broker Acme gives …", "a clause in the Guild’s contract", "Nurses at Acme settled for a contract clause",
"the bank had breached its enterprise agreement", "Their contract ran out".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from extractors.base import Reading
from extractors.contracts.around import union_meant
from extractors.contracts.named import EMPLOYER_KINDS, UNION_KINDS, Described, parties_of, written
from extractors.names.organizations import Name, find_organizations, organizations_in
from extractors.names.places import is_place
from extractors.text.dates import MONTHS
from extractors.text.quick import Several, quick
from extractors.text.sentences import HEADLINE, Sentence, body_sentences

_WORD = r"[A-Z][\w’'&.-]*"
_NAME = rf"(?P<name>{_WORD}(?:\s(?:(?:of|and|for|the|de|&)\s)?{_WORD}){{0,5}})"
_STAFF_UNION = re.compile(
    rf"(?P<name>(?:{_WORD}\s(?:(?:of|and|&)\s)?){{1,5}}(?<=\s)(?:Union|Guild)\b|(?:{_WORD}\s(?:(?:of|and|&)\s)?){{0,4}}"
    r"(?:Staff|Workers|Employees|Nurses|Teachers|Officers|Pilots|Journalists|Drivers|Writers|Actors|Clerks)[’']?\s"
    r"(?:Association|Federation|Alliance|Council)\b)"
)
_KIND = (
    r"(?:collective|enterprise|works|company|union|labou?r|house|plant|group|sectoral|framework|pay|wage|technology)"
)
_DEAL = r"(?:agreement|contract|deal|pact|accord|CBA|memorandum of (?:understanding|agreement))"
_ADJECTIVES = (
    r"(?:(?:new|first|latest|current|existing|recent|tentative|national|master|local|(?:19|20)\d\d|[a-z]+-year)\s){0,3}"
)
_HOLDS = (
    r"(?:gives?|gave|lets?|guarantees?|guaranteed|requires?|required|provides?|provided|keeps?|kept|bars?|barred|bans?"
    r"|banned|forbids?|limits?|limited|says|states?|sets?|allows?|allowed|protects?|protected|grants?|granted|caps?"
    r"|capped|obliges?|obliged|rules out|ruled out|stops|prevents?|promises?|spells out|lays down|prohibits?|prohibited"
    r"|includes?|included|contains?|contained|covers?|covered|commits?|entitles?|restricts?|restricted|ensures?|puts?"
    r"|makes?|made|makes sure|now|also|already)"
)
_WHEN = r"(?:\s(?:in\s(?:\w+\s)?(?:19|20)\d\d|in\s[A-Z]\w+|(?:last|this|earlier)\s[\w\s]{3,16}?|on\s\w+day|recently))?"
_TALKS = (
    r"(?!to\s(?:meet|talk|resume|return|negotiate|bargain|discuss|consider|review|mediat\w+|continue|extend|hold|enter"
    r"|go|sit|work|study|look|cooperate|disagree|pause|postpone|delay|send|submit|end|suspend)\b)"
)
_CREW = (
    r"(?:workers|employees|staff|nurses|journalists|drivers|teachers|reporters|writers|members|clerks|operators|crews"
    r"|technicians|pilots|editors|agents|porters|cleaners|dockers|miners|actors|librarians)"
)
_AGREED = quick(
    rf"\b(?:have\s|has\s|had\s)?agreed{_WHEN}\s{_TALKS}(?P<what>that|to)\s(?P<rest>[^.;]{{8,200}})", re.IGNORECASE
)
_FORCE = re.compile(r"\b(?:may|must|will|would|shall|should|can|cannot|never|no|only|be|is paid|are paid)\b")
_AFTER_TALKS = quick(
    r"\b(?:[Aa]fter|[Ff]ollowing)\s(?:[a-z]+\s){0,3}?(?:talks|negotiations|bargaining|discussions|a dispute|a strike"
    r"|a campaign|pressure|mediation)\s(?:with|from|by)\s(?:the\s)?(?P<union>[A-Z][^.;:]{2,80}?),\s(?:the\s)?"
    rf"(?:[a-z-]+\s){{0,3}}?{_NAME}\s(?:has\s|have\s)?agreed{_WHEN}\s{_TALKS}(?:that|to)\s"
)
# "Workers at Acme won a set of protections.", where the next sentence goes on with the agreement.
_CREW_GAINED = quick(
    rf"\b(?i:{_CREW})\s(?:at|with)\s(?:the\s)?(?:[a-z-]+\s){{0,3}}?{_NAME}\s(?:have\s|has\s)?"
    r"(?:won|secured|gained|negotiated|landed|obtained)\s(?:[\w’'-]+\s){0,6}?(?:provisions?|protections?|rules"
    r"|guarantees?|safeguards|guardrails|limits|rights)\b"
)
_NEXT_DEAL = re.compile(rf"\b(?:[Tt]he|[Tt]heir|[Ii]ts)\s{_ADJECTIVES}(?:{_KIND}\s)?(?:bargaining\s)?{_DEAL}\b")
_WITH_THE_UNION = quick(
    rf"(?:\A|[\s“(]){_NAME}[’']s?\s(?P<deal>{_ADJECTIVES}(?:{_KIND}\s)?(?:bargaining\s)?{_DEAL})\swith\sthe\sunions?\b"
    rf"(?:,\s[^.;:,]{{2,60}},)?\s(?:has\s|have\s)?{_HOLDS}\b"
)
_AT = quick(
    rf"(?:\A|,\s)[Aa]t\s(?:the\s)?(?:[a-z-]+\s){{0,3}}?{_NAME}(?:\sin\s{_WORD}(?:\s{_WORD})?)?,\s"
    rf"(?:the|a|an|its|their)\s(?P<deal>{_ADJECTIVES}(?:{_KIND}\s)?(?:bargaining\s)?{_DEAL})\s{_HOLDS}\b"
)
_WORKS = quick(
    rf"\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother)\s(?P<deal>{_ADJECTIVES}{_KIND}\s(?:bargaining\s)?{_DEAL})\s(?:at|with)\s"
    rf"(?:the\s)?(?:(?:{_WORD}\s)?[a-z-]+\s){{0,3}}?{_NAME}(?:\sin\s{_WORD}(?:\s{_WORD})?)?"
    rf"(?:,\s[^.;:,]{{2,60}},)?\s{_HOLDS}\b"
)
_CREW_WON = quick(
    rf"\b(?i:{_CREW})\s(?:at|with|of)\s(?:the\s)?(?:[a-z-]+\s){{0,3}}?{_NAME}[^.;:]{{0,60}}?\s"
    r"(?:settled\s(?:for|on)|won|secured|got|gained|bargained|negotiated|landed|obtained|agreed\s(?:to|on))\s"
    r"(?:[\w’'-]+\s){0,6}?(?:contract|agreement)\s(?:clauses?|language|provisions?|terms?|rules?|protections?)\b"
)
_WON_IN = quick(
    r"\b(?:won|wins|secured|secures|gained|negotiated|got|obtained|bargained|landed)\s(?:[\w’'-]+,?\s){1,12}?in\s"
    rf"(?:an?|the|its|their)\s(?P<deal>{_ADJECTIVES}(?:{_KIND}\s)?(?:bargaining\s|contract\s)?{_DEAL})(?:\s\w+day)?"
    rf"\s(?:with|at)\s(?:the\s)?(?:[a-z-]+\s){{0,3}}?{_NAME}"
)
_OWN_UNION = quick(
    rf"(?:\A|[\s“(]){_NAME}[’']s?\s(?:[a-z]+\s)?(?:union|guild)\s(?:has\s|have\s)?(?:ratified|approved|reached|won|signed"
    rf"|secured|negotiated|struck|inked|landed)\s(?:an?|its|their)\s(?P<deal>{_ADJECTIVES}(?:{_KIND}\s)?"
    rf"(?:bargaining\s)?{_DEAL})\b"
)
_PLACED = Several((_AT, _WORKS, _CREW_WON, _WITH_THE_UNION, _WON_IN, _OWN_UNION))
_OF_THE_UNION = (_WITH_THE_UNION, _WON_IN)  # they speak of "the union", named elsewhere
_CLAUSE_IN = re.compile(
    r"\b(?:provisions?|clauses?|language|articles?|rules?|terms|protections?|guardrails|limits)\s(?:in|of|under)\s"
    r"(?:an?\s|the\s|its\s)?(?:new\s|recent\s|latest\s)?\Z"
)
_ITS_DEAL = re.compile(
    rf"(?:\s\([^()]{{2,12}}\))?(?:['’]s?)?\s{_ADJECTIVES}(?:{_KIND}\s)?(?:bargaining\s)?{_DEAL}\b"
    r"(?!\s(?:talks|proposals?|offer|demands?|negotiations?|campaign|fight))"
)
_ONE = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Tt]he)\s(?:new\s|recent\s|(?:19|20)\d\d\s)?\Z")
_THAT = re.compile(r"\s(?:that|which|under which)\s")
_BREACHED = quick(
    r"\b(?:breach(?:ed|es|ing)?|violat(?:ed|es|ing)|broke|broken|ignor(?:ed|es|ing)|(?:was|is|were|are)\sin\sbreach\sof"
    rf"|a\sbreach\sof)\s(?:its|their|the)\s{_ADJECTIVES}(?P<deal>{_KIND}\s(?:bargaining\s)?{_DEAL})\b"
)
_ENDED = quick(
    rf"\b(?:[Tt]he|[Tt]heir|[Ii]ts|[Oo]ur)\s(?:(?:last|old|previous|current|existing|prior|{_KIND}|bargaining)\s){{0,3}}"
    rf"{_DEAL}\s(?:ran\sout|runs\sout|expired|expires|lapsed|lapses|ended|(?:has|had)\s(?:expired|lapsed|run\sout)"
    r"|(?:is|was)\s(?:set|due)\sto\s(?:expire|run\sout))\b"
)
_IN_THE = quick(
    rf"\b(?:[Ii]n|[Uu]nder)\s(?:the|their|its)\s(?P<deal>(?:(?:new|latest|current|recent)\s)?"
    rf"{_KIND}\s(?:bargaining\s)?{_DEAL})(?:,|\s(?:{_CREW}|management|the)\b)"
)
_REFERRED = Several((_BREACHED, _ENDED, _IN_THE))
_NOT_MADE = re.compile(
    r"\b(?:if|unless|until|without|would|could|should|might|hop(?:es?|ing)|seek(?:s|ing)?|demand(?:s|ed|ing)?"
    r"|want(?:s|ed)?|fighting|negotiating|draft|model|propos\w+|toward|next|yet|no|not|never|n[’']t|offer\w*)\b"
    r"[^.;:]{0,50}\Z",
    re.IGNORECASE,
)
_NO_EMPLOYER = re.compile(
    rf"(?:Congress|AI|{MONTHS}|\w+day|American|President|Local|Union|Guild|Europe|Issue|Least|First|Last|Home|Work)\b"
)
_YEAR = re.compile(r"\b(?:19[89]\d|20[0-4]\d)\b")
_LONGEST = 1_500


def find_settled(reading: Reading) -> tuple[Described, ...]:
    """The agreements a document tells of in such words, in order; the same one may come several times."""
    found: list[Described] = []
    before: Sentence | None = None
    for sentence in reading.get(body_sentences):
        if len(sentence.text) <= _LONGEST:
            for finder in (_agreed, _placed, _clauses, _referred):
                found += finder(reading, sentence)
            if before and _CREW_GAINED.may(before.text) and _NEXT_DEAL.search(sentence.text[:200]):
                found += _gained(reading, before, sentence)
            before = sentence
    return tuple(found)


def _agreed(reading: Reading, sentence: Sentence) -> Iterator[Described]:
    """A union and an employer that agreed on a rule: both the subject, or one after talks with the other."""
    for talked in _AFTER_TALKS.finditer(sentence.text):
        start = sentence.start + talked.start("union")
        with_ = parties_of(organizations_in(reading, start, start + len(talked["union"])))[0]
        if with_ and (agreed := _employer(reading, sentence, talked)):
            yield _made(sentence, with_, (agreed,), "")
    match = _AGREED.search(sentence.text)
    if match is None or (match["what"].lower() == "that" and not _FORCE.search(match["rest"])):
        return
    before = sentence.text[: match.start()]
    if _NOT_MADE.search(before[-60:]):
        return
    named = organizations_in(reading, sentence.start, sentence.start + match.start())
    unions = [n for n in named if n.kind in UNION_KINDS]
    employers = [n for n in named if n.kind in EMPLOYER_KINDS]
    if len(unions) != 1 or len(employers) != 1:
        return
    union, employer = unions[0], employers[0]
    first, last = sorted((union, employer), key=lambda n: n.start)
    joined = re.fullmatch(r"(?:\s\([^()]{2,20}\))?,?\sand\s(?:[a-z’'-]+\s){0,4}", reading.text[first.end : last.start])
    if joined and sentence.start + match.start() - last.end < 4:
        year = re.search(r"\d{4}", match.group()[: match.start("rest") - match.start()])
        yield _made(sentence, (written(union),), (written(employer),), year.group() if year else "")


def _placed(reading: Reading, sentence: Sentence) -> Iterator[Described]:
    """An agreement at an employer, known or not, and what it holds or what its staff won in it."""
    for pattern in _PLACED.those(sentence.text):
        for match in pattern.finditer(sentence.text):
            if _NOT_MADE.search(sentence.text[: match.start()]) or not _of_labor(reading):
                continue
            if employer := _employer(reading, sentence, match):
                meant = union_meant(reading, sentence.start, sentence.end) if pattern in _OF_THE_UNION else None
                named = organizations_in(reading, sentence.start, sentence.start + match.end())
                unions = (written(meant),) if meant else parties_of(named)[0]
                yield _made(sentence, unions, (employer,), match.groupdict().get("deal") or "")


def _gained(reading: Reading, sentence: Sentence, following: Sentence) -> Iterator[Described]:
    """What staff at an employer won, where the following sentence speaks of their agreement, perhaps of its union."""
    match = _CREW_GAINED.search(sentence.text)
    if match and not _NOT_MADE.search(sentence.text[: match.start()]) and _of_labor(reading):
        unions = parties_of(organizations_in(reading, sentence.start, following.end))[0]
        if employer := _employer(reading, sentence, match):
            yield _made(sentence, unions, (employer,), "")


def _clauses(reading: Reading, sentence: Sentence) -> Iterator[Described]:
    """The agreement whose clause is told of: "a provision in a Guild contract that bars …"."""
    for name in organizations_in(reading, sentence.start, sentence.end):
        if name.kind not in UNION_KINDS:
            continue
        deal = _ITS_DEAL.match(reading.text, name.end, sentence.end)
        before = sentence.text[: name.start - sentence.start]
        lead = _CLAUSE_IN.search(before) or (
            _ONE.search(before) if deal and _THAT.match(reading.text, deal.end()) else None
        )
        if deal and lead and not _NOT_MADE.search(before[: lead.start()]):
            yield _made(sentence, (written(name),), (), deal.group())


def _referred(reading: Reading, sentence: Sentence) -> Iterator[Described]:
    """The agreement of the one union and the one employer a document is about, broken, expired or in force."""
    for pattern in _REFERRED.those(sentence.text):
        match = pattern.search(sentence.text)
        if match is None or (pattern is not _BREACHED and _NOT_MADE.search(sentence.text[: match.start()])):
            continue
        union, employer = _main(reading, UNION_KINDS), _main(reading, ("employer", "employer_association"))
        meant = union_meant(reading, sentence.start, sentence.end)
        if employer and (union or pattern is _BREACHED) and (meant is None or written(meant) == union):
            named = _STAFF_UNION.search(sentence.text)
            who = union or (named["name"] if named else None)
            yield _made(sentence, (who,) if who else (), (employer,), "")


def _made(sentence: Sentence, unions: tuple[str, ...], employers: tuple[str, ...], dated: str) -> Described:
    year = _YEAR.search(dated)
    held = int(year.group()) if year else None
    return Described(sentence.start, sentence.end, None, unions, employers, held, sentence.region == HEADLINE)


def _employer(reading: Reading, sentence: Sentence, match: re.Match[str]) -> str | None:
    """The employer that a match names, as the text writes it; None for unions, places, months."""
    start, end = sentence.start + match.start("name"), sentence.start + match.end("name")
    known = next((n for n in organizations_in(reading, start, end) if n.start == start), None)
    if known is not None:
        return None if known.kind in (*UNION_KINDS, "legislature", "coalition") else written(known)
    name = re.sub(r"(?:[’']s?|[.,])+$", "", match["name"])
    return None if _NO_EMPLOYER.match(name) or is_place(name.split()) else name


def _of_labor(reading: Reading) -> bool:
    return any(name.kind in UNION_KINDS for name in reading.get(find_organizations))


def _main(reading: Reading, kinds: tuple[str, ...]) -> str | None:
    """The organization of such a kind that a document names at least twice, and twice as often as any other."""
    counted: Counter[str] = Counter()
    shown: dict[str, Name] = {}
    for name in reading.get(find_organizations):
        if name.kind in kinds:
            counted[name.name] += 1
            shown.setdefault(name.name, name)
    best = counted.most_common(2)
    if not best or best[0][1] < 2 or (len(best) > 1 and best[0][1] < 2 * best[1][1]):
        return None
    return written(shown[best[0][0]])
