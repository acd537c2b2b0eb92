"""Who introduced a bill: the lawmakers before the verb, after "by", or who own it ("Senator Lee's Data Act")."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from extractors.base import Reading
from extractors.laws.find import legislation_in
from extractors.laws.law import Law
from extractors.laws.places import sentence_at
from extractors.laws.status import Evidence
from extractors.names.jurisdictions import MEMBER
from extractors.names.people import find_people, people_in
from extractors.text.sentences import BODY, HEADLINE, Sentence, sentences

_ASSEMBLY = r"Assembly\s?(?:[Mm]an|[Ww]oman|[Mm]embers?)"
_WORD = r"[A-Z][\w’'‘ʻ-]*\.?"
_TAGGED = re.compile(
    rf"(?<![\w.’'-])(?P<name>{_WORD}(?:\s(?:{_WORD}|[“\"]{_WORD}[”\"]|de|del|la|van|von)){{0,5}}(?:,?\s(?:Jr|Sr|II|III"
    rf"|IV)\.?)?),?\s(?={MEMBER.pattern}|\([RD]\s?[-–]\s?[A-Z][a-z]+(?:\s[A-Z][a-z]+){{0,2}}\))"
)
_GLUE = re.compile(
    r"(?:\s?\([^()]*\)|,\s[DRI]-[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2}(?=,|\s(?:and|&)\s))?"
    r"(?:\sof\s[A-Z][\w‘’ʻ']+(?:\s[A-Z]\w+)?)?(?:,\s(?:and\s)?|\s(?:and|&)\s)(?:(?:U\.S\.|US"
    r"|[Ff]ellow|Democratic|Republican)\s)?"
    r"(?:(?:Sens?|Reps?|Senators?|Representatives?|Congress(?:man|woman|member)"
    rf"|{_ASSEMBLY}|Asm|Delegate|MPP?|MLA|Del|Dr)\b\.?\s)?"
)
_NAME = re.compile(
    r"(?P<name>(?![DRI]-)[A-Z][\w’'‘ʻ-]+(?:\s(?:[A-Z]\.|de|del|la|van"
    r"|von)){0,2}\s[A-Z][\w’'‘ʻ-]+(?:\s[A-Z][\w’'‘ʻ-]+)?)(?=,"
    r"|\s\(|\s[a-z]|\.|\Z)"
)
_TITLES = re.compile(
    r"\A(?:(?:U\.S\.|US|Today|On|This|Ranking|Member|Chairman|Chairwoman|Chair|Vice|Democratic|Republican|Leader"
    r"|Majority|Minority|Whip|Speaker|Senate|House|State|Sens?\.?|Reps?\.?|Senators?"
    rf"|Representatives?|Congress(?:man|woman|member|members|men|women)|{_ASSEMBLY}|Asm\.?|Delegate|Governor"
    r"|Gov\.?|President|Reverend|Rev\.?|Hon\.?|Dr\.?|MPs?|Cosponsors?|Labour|Conservative|Tory|Liberal|Green|MEPs?"
    r"|Joined|By|With|And|Also|Fellow)\s)+"
)
_VERB = re.compile(
    r"\b(?:re-?)?introduc(?:ed|es|ing|e)\b|\bunveil(?:ed|s|ing)?\b|(?<!-)\b(?:leads?|led|leading|tabled|published"
    r"|brought|sponsors"
    r"|sponsored"
    r"|authors|authored|carries|filed|files|announced|announces)\b",
    re.IGNORECASE,
)
_TITLE_BEFORE = (
    r"\s(?:(?:[A-Z][\w’']+\s)?(?:[a-z]+\s){0,2}(?:minister|secretary|senator|lawmaker|representative|member"
    r"|peer)s?\s)?(?:(?:U\.S\."
    r"|his|her|their|colleagues?|fellow|bipartisan|state|original|lead|Republican|Democratic)\s){0,3}"
    rf"(?:(?:Sens?|Reps?|Senators?|Representatives?|Congress(?:man|woman|member)|{_ASSEMBLY}|Asm|Delegate"
    r"|MP|[A-Z][a-z]+)"
    r"\b\.?,?\s){0,3}\Z"
)
_BY = re.compile(
    r"\b(?:[Ii]ntroduced|(?<![Cc]o-)[Ss]ponsored|[Aa]uthored|[Ll]ed|[Ww]ritten|[Cc]arried|[Cc]hampioned|[Dd]rafted"
    r"|[Rr]eintroduced|tabled|filed|brought (?:in|into|forward|before)"
    r"|[Cc]o-led|[Ss]pearheaded|[Bb]rought forward)"
    rf"(?: [\w’'-]+){{0,6}}? by{_TITLE_BEFORE}"
)
_WITH = re.compile(
    rf"\b(?:alongside|together with|along with|joined by|joined|joins|joining|joins with|with){_TITLE_BEFORE}"
)
_BY_LAW = re.compile(
    r"(?:\s\([^()]*\))?,?\s(?:(?:a|the)\s(?:bill|measure|legislation)\s)?(?:by|from)\s"
    r"(?:(?:state|State|U\.S\.)\s)?(?:(?:Sens?|Reps?|Senators?|Representatives?|Congress(?:man|woman|member)"
    r"|Assembly(?:man|woman|member)|Delegate|MP)\b\.?\s)?"
)
_WHO = re.compile(r"\)?(?:\s?\([^()]*\))?,?\s(?:which|that)\s(?:(?:then-?|state\s|U\.S\.\s|[A-Z][a-z]+\.?\s?){0,3})")
_AUTHOR = re.compile(r"(?<!-)\b(?:[Aa]uthor|[Ss]ponsor|who (?:\w+ ){0,2}(?:wrote|carri|introduc|fil|led))")
_TAG = r"(?:\s?\([^()]*\)|,\s[DRI]-[\w.’ ]{2,24},?|,\s(?:a|an|the)\s[\w’ -]{3,50})?"
_AUTHOR_OF = re.compile(
    rf"{_TAG}(?:,|\s(?:is|are|was|were))?\s(?:(?:the|an?)\s(?:\w+\s){{0,2}}(?:author|sponsor)s?\sof"
    r"|who\s(?:\w+\s){0,2}?(?:sponsor(?:s|ed|ing)?|author(?:s|ed|ing)?|wrote|writing|carri(?:es|ed)|carrying"
    r"|introduced|filed|led|leads))"
    r"\s(?:the\s)?(?:(?:bipartisan|proposed)\s)?[“\"]?"
)
_ITS_AUTHOR = re.compile(
    r"(?:\b[Ii]ts|[’']s?)\s(?:\w+\s)?(?:author|sponsor)s?(?:,|\s(?:is|are|was))?\s(?:(?:state|State|U\.S\."
    r"|Democratic|Republican)\s)?"
    r"(?:(?:Sens?|Reps?|Senators?|Representatives?|Congress\w+|Assembly\w+|Delegate|MP|Del)\b\.?\s)?\Z"
)
_PEER = re.compile(r"\b(?:Lord|Baroness|Lady|Viscount|Earl)\s\Z")
_BRACKETED = re.compile(r"\s\((?:(?:Sen|Rep)\.\s)?(?P<name>[A-Z][a-z][\w’'-]+)\)")
_FRONT_BY = re.compile(
    r"^(?:By|Introduced by|Sponsored by)\s(?:Representatives?|Senators?|Assembly ?[Mm]embers?|Reps?\.|Sens?\.)\s"
    r"(?P<names>[A-Z][^\n]{1,300}?)(?:\s--[^\n]*)?$",
    re.MULTILINE,
)
_FRONT_FOR = re.compile(r"^(?:Mr|Ms|Mrs)\.\s[^\n]{2,600}?\sintroduced the following (?:bill|resolution)", re.MULTILINE)
_FRONT_NAME = re.compile(r"\b(?:Mr|Ms|Mrs)\.\s([A-Z][\w’'-]+(?:\s(?!of\b)[A-Z][\w’'-]+)?)")
_CREDIT = re.compile(
    r"(?:[Jj]oint |[Pp]rincipal )?(?:[Aa]uthor(?:ed)?|[Ss]ponsor(?:ed|s)?|[Ii]ntroduced|[Cc]arried|[Ll]ed)(?:"
    r" by|:)\s"
)
_COMPANION = re.compile(
    r"\b[Cc]ompanion (?:[\w-]+ ){0,3}(?:legislation|bill|measure|version)\b[^.;]{0,80}?\b(?:introduced|led"
    r"|sponsored|filed)\b"
    r"[^.;]{0,60}?\bby "
)
_SEAT = re.compile(r"[DRI]-[A-Z]")  # "D-South Gate" after a lawmaker's name
_COSPONSOR = re.compile(r"\bco-?sponsor\w*", re.IGNORECASE)
_COSPONSORED = re.compile(r"\bco-?sponsored(?:\s\w+){0,2}\sby\b", re.IGNORECASE)
_SPEECH = re.compile(
    r"[“”\"]|\bI\s|\bI[’'][md]|\b(?:my|our|we|said|says|told|added|applaud\w*|thank\w*|commend\w*|urg\w+)\b"
)


class Lawmaker(NamedTuple):
    """A person who may be a sponsor, as named from `start` to `end`."""

    start: int
    end: int
    name: str


def sponsors(reading: Reading, found: Sequence[Evidence], mentions: Sequence[Law]) -> tuple[str, ...]:
    """The sponsors the document names for a law: those of the first sentence that has any.

    `found` are the tellings of the law, which are asked before its plain `mentions`. Cosponsors who only joined later
    are left out.
    """
    ordered = sorted(found, key=lambda e: (e.sentence.region == HEADLINE, e.start))
    for item in ordered[:20]:
        if names := introducers(reading, item.sentence, item.law, subject=item.status in ("introduced", "proposed")):
            return names
    places = [(sentence_at(reading, law.start), law) for law in mentions[:20]]
    for look in (_authors, _owners, introducers):
        for sentence, law in places:
            if names := look(reading, sentence, law):
                return names
    return ()


def credited(reading: Reading, mentions: Sequence[Law]) -> tuple[str, ...]:
    """The lawmakers of the line under a heading that names the law: "Authored by Sen. Jane Doe"."""
    every = reading.get(sentences)
    for law in mentions:
        at = bisect_right(every, law.start, key=lambda sentence: sentence.start) - 1
        if len(every[at].text) > 90 or every[at].text[-1:] in ".!?":
            continue
        for following in every[at + 1 : at + 3]:
            if _CREDIT.match(following.text):
                return tuple(person.name for person in lawmakers(reading, following.start, following.end))
    return ()


def cosponsors(reading: Reading, mentions: Sequence[Law]) -> tuple[str, ...]:
    """The lawmakers by whom a law is cosponsored; for laws of which no one is named who introduced them."""
    for law in mentions:
        sentence = sentence_at(reading, law.start)
        match = _COSPONSORED.search(reading.text, law.end, min(sentence.end, law.end + 120))
        people = lawmakers(reading, match.end(), sentence.end) if match else []
        if match and people and people[0].start - match.end() < 40:
            return tuple(dict.fromkeys(person.name for person in row(reading.text, people, last=False)))
    return ()


def companions(reading: Reading) -> tuple[str, ...]:
    """The lawmakers who brought in the companion of the document's bill in the other chamber."""
    for sentence in reading.get(sentences):
        match = _COMPANION.search(sentence.text) if "ompanion" in sentence.text else None
        if match and sentence.region == BODY:
            found = lawmakers(reading, sentence.start + match.end(), sentence.end)
            first = found[0].start - sentence.start - match.end() if found else 99
            return tuple(person.name for person in found) if first < 40 else ()
    return ()


def bracketed(reading: Reading, mentions: Sequence[Law]) -> tuple[str, ...]:
    """The author in brackets after a state bill's number ("SB 12 (Reyes)"), under the fullest name known."""
    for law in mentions:
        match = _BRACKETED.match(reading.text, law.end) if law.family == "state" else None
        if match:
            return (_fullest(reading, Lawmaker(match.start("name"), match.end("name"), match["name"])).name,)
    return ()


def own_sponsors(text: str) -> tuple[str, ...]:
    """The sponsors a bill's front names: "By Representatives A and B", "Ms. A (for herself and Mr. B) introduced"."""
    front = text[:3000]
    if line := _FRONT_BY.search(front):
        names = re.split(r",\s(?:and\s)?|\sand\s|;\s", line["names"])
    elif introduced := _FRONT_FOR.search(front):
        names = _FRONT_NAME.findall(introduced.group())
    else:
        return ()
    clean = (name.strip(" .").title() if name.isupper() else name.strip(" .") for name in names)
    return tuple(dict.fromkeys(name for name in clean if name))


def lawmakers(reading: Reading, start: int, end: int) -> list[Lawmaker]:
    """The persons named between two offsets, those with a party tag and those joined to them by "and" or commas too."""
    text = reading.text
    people = (p for p in people_in(reading, start, end) if not _SEAT.match(p.text))
    found = {p.start: Lawmaker(p.start, p.end, p.name) for p in people}
    for match in _TAGGED.finditer(text, start, end):
        title = _TITLES.match(match["name"] + " ")
        begin = match.start("name") + (title.end() if title else 0)
        over = [a for a in found.values() if a.start < match.end("name") and begin < a.end]
        if begin < match.end("name") and all(begin <= a.start and a.end < match.end("name") for a in over):
            for shorter in over:
                del found[shorter.start]
            found[begin] = Lawmaker(begin, match.end("name"), text[begin : match.end("name")])
    for known in sorted(found.values()):
        _joined(reading, known, end, found)
    inside = [(law.start, law.end) for law in legislation_in(reading, start, end)]
    own = [lawmaker for lawmaker in found.values() if not any(a <= lawmaker.start < b for a, b in inside)]
    return sorted(_peer(text, lawmaker) or _fullest(reading, lawmaker) for lawmaker in own)


def _peer(text: str, lawmaker: Lawmaker) -> Lawmaker | None:
    """A peer under the whole title: "Lord Holmes of Richmond"."""
    title = _PEER.search(text, max(0, lawmaker.start - 10), lawmaker.start)
    if title is None:
        return None
    seat = re.match(r"\sof\s[A-Z]\w+", text[lawmaker.end : lawmaker.end + 30])
    end = lawmaker.end + (seat.end() if seat else 0)
    return Lawmaker(title.start(), end, text[title.start() : end])


def _joined(reading: Reading, known: Lawmaker, end: int, found: dict[int, Lawmaker]) -> None:
    at = known.end
    while glue := _GLUE.match(reading.text, at, end):
        match = _NAME.match(reading.text, glue.end(), end)
        if not match or match.start() in found or _TITLES.match(match["name"] + " "):
            return
        found[match.start()] = Lawmaker(match.start(), match.end(), match["name"])
        at = match.end()


def _fullest(reading: Reading, lawmaker: Lawmaker) -> Lawmaker:
    last = lawmaker.name.split()[-1]
    names = [p.name for p in reading.get(find_people) if p.name.split()[-1] == last]
    best = max([lawmaker.name, *names], key=lambda name: len(name.split()))
    first = lawmaker.name.split()[0]
    return lawmaker._replace(name=best) if len(lawmaker.name.split()) == 1 or best.startswith(first) else lawmaker


def introducers(reading: Reading, sentence: Sentence, law: Law, *, subject: bool = False) -> tuple[str, ...]:
    """The lawmakers whom a sentence has introduce `law`; `subject` tells that who stands before the verb does so."""
    start, end = max(sentence.start, law.start - 1500), min(sentence.end, law.end + 1500)
    people = lawmakers(reading, start, end)
    verbs = [m.start() for m in _VERB.finditer(reading.text, start, end)]
    if not people:
        return ()
    early = [at for at in verbs if at < law.start]
    verb = early[-1] if early else verbs[0] if verbs else sentence.start
    chosen: list[Lawmaker] = []
    for index, person in enumerate(people):
        before = reading.text[max(sentence.start, person.start - 160) : person.start]
        if _COSPONSOR.search(before[-90:]):
            continue
        listed = (
            bool(chosen) and people[index - 1] == chosen[-1] and _linked(reading.text[chosen[-1].end : person.start])
        )
        acting = subject and person.end <= verb <= law.start and not _SPEECH.search(reading.text[person.end : verb])
        by = _BY.search(before) or (subject and person.start > verb and _WITH.search(before))
        after = reading.text[law.end : person.start] if person.start > law.end else None
        described = after is not None and (
            _BY_LAW.fullmatch(after) or (subject and verb > person.end and _WHO.fullmatch(after))
        )
        if (acting and not _aside(before)) or by or described or listed:
            chosen.append(person)
    return tuple(dict.fromkeys(person.name for person in chosen))


def _linked(between: str) -> bool:
    return len(between) < 60 and _GLUE.fullmatch(between) is not None


def _aside(before: str) -> bool:
    """Whether the person before the verb stands in a side remark: "President X's order", "after Y signed"."""
    return bool(
        re.search(r"\b(?:[Pp]resident|[Gg]overnor|Gov\.|after|against|to block|like|former)\s(?:\w+\s)?\Z", before)
    )


def _authors(reading: Reading, sentence: Sentence, law: Law) -> tuple[str, ...]:
    """Who is called the author or sponsor: "X, author of the Y Act", "X, who sponsors it", "the bill's author, X"."""
    text = reading.text
    start, end = max(sentence.start, law.start - 400), min(sentence.end + 160, law.end + 400)
    if not _AUTHOR.search(text, start, end):
        return ()
    people = lawmakers(reading, start, end)
    for index, person in enumerate(people):
        if person.end <= law.start and _AUTHOR_OF.fullmatch(text, person.end, law.start):
            return tuple(p.name for p in row(text, people[: index + 1], last=True))
        if person.start >= law.end and _ITS_AUTHOR.search(text, law.end - 4, person.start):
            return tuple(p.name for p in row(text, people[index:], last=False))
    return ()


def row(text: str, people: Sequence[Lawmaker], *, last: bool) -> list[Lawmaker]:
    """Of persons in order the row of those joined by "and" or commas that ends (`last`) or opens with an end of it."""
    ordered = list(reversed(people)) if last else list(people)
    joined = ordered[:1]
    for person in ordered[1:]:
        first, second = sorted((joined[-1], person))
        if not _linked(text[first.end : second.start]):
            break
        joined.append(person)
    return sorted(joined)


def _owners(reading: Reading, sentence: Sentence, law: Law) -> tuple[str, ...]:
    begin = max(sentence.start, law.start - 80)
    before = reading.text[begin : law.start]
    people = lawmakers(reading, begin, law.start)
    if people and re.fullmatch(
        r"(?:\s?\([^)]*\)|\sMPs?)?[’']s?\s(?:(?!(?:of|signing|signature|veto|approval|support|opposition"
        r"|on)\b)[\w-]+\s){0,3}[“\"]?",
        before[people[-1].end - law.start :],
    ):
        owners = [people[-1]]
        for person in reversed(people[:-1]):
            if not re.fullmatch(
                r"(?:\s?\([^)]*\))?(?:[’']s?)?(?:,| and| &)\s(?:and\s)?(?:[A-Z][a-z]+\.?\s)?",
                reading.text[person.end : owners[0].start],
            ):
                break
            owners.insert(0, person)
        return tuple(person.name for person in owners)
    return ()
