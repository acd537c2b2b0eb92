"""Names and numbers of laws, bills, orders and regulations as they are written, before they are told apart.

`titles` walks back from a head word ("Act", "Bill", "Directive" ...) over the capitalised words of the name; `numbers`
knows how legislatures number their bills. Neither knows which law is meant: `extractors.laws.find` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.laws.known import known_laws, law_key
from extractors.laws.numbers import CONNECTORS, NAME, Written, directives_in, forward, numbers_in, orders_in
from extractors.laws.walk import HEADS, Token, Walk, tokens_of
from extractors.names.jurisdictions import code_of
from extractors.text.quick import quick

_NO_END = frozenset(("of", "in", "into", "by", "for", "to", "under", "a", "the", "on", "with", "become"))
_NOT_FIRST = frozenset(
    str.split(
        "in under on with by from and but as if since while when after before unlike like through via both or of to at "
        "alongside amid despite besides following regarding concerning per against among within without beyond about "
        "including plus also then now instead thanks pursuant where whether that how why what which is are was were"
    )
)
_VERSIONS = frozenset(
    str.split("Original Substitute Engrossed Enrolled Amended Companion Printed Committee Omnibus Private Draft Final")
)
_LEADING = re.compile(
    r"(?:(?:Sections?|Sec\.|Titles?|Articles?|Chapters?|Parts?|Schedules?|Annex(?:es)?|Division|Subtitle"
    r"|Recitals?)\s+[\dIVXLC]{1,6}"
    r"(?:\([^)]{1,5}\))*(?:\s?(?:and|to|–|-)\s?[\dIVXLC()]{1,6})?\s+(?:of|to|in)\s+(?:the\s+)?"
    r"|(?:Introduction|Passage|Enactment|Implementation|Support|Statement|Text|Supporters|Opponents|Critics|Backers"
    r"|Endorsers|Architects?|Provisions|Sponsors?"
    r"|Summary|Overview"
    r"|Signing|Markup|Vote|Author|Repeal|Adoption|Violations?|Reintroduction|Consideration)\s+(?:of|on|for"
    r"|in)\s+(?:the\s+)?"
    r"|(?:The|A|An|This|That|Our|Their|His|Her|My|Its|New(?!\s(?:York|Jersey|Mexico|Hampshire|Zealand|South|Orleans"
    r"|England|Brunswick)\b)|Proposed|Potential|Draft|Existing|Current|Each|Any|Such|So-called|Forthcoming|Upcoming"
    r"|Republicans?[’']?|Democratic|GOP)\s+"
    r"|[A-Z][\w’'-]*-(?i:authored|led|backed|supported|endorsed|opposed|sponsored|introduced|written|passed|enacted)\s+"
    r"|(?:(?:Also|Formally|Officially|Better)\s)?(?:Known|Called|Titled|Dubbed|Named)\s(?:as\s)?(?:the\s)?"
    r"|[A-Z][a-z]+ly,?\sthe\s"
    r"|(?:It|This|That|There|Here)\s(?:is|was)\s(?:the|an?)\s|(?:19|20)\d\d\s+|[&,]\s*)"
)  # fmt: skip
_BEFORE_NAME = re.compile(
    r"\b(?:(?:Reauthorization|Introduction|Passage|Enactment|Implementation|Repeal|Signing|Consideration|Priorities"
    r"|Wins|Provisions|Stage|Reading|Debate|Text|Version|Sections?|Spending|Funding|Programs?) (?:of|in|on) (?:the )?"
    r"|(?:from|under|within) the (?=[A-Z\d])"
    r"|(?:is|are|was|were) (?:against|for|in|under|with) (?:the|an?) (?=[A-Z])"
    r"|in the (?=[A-Z])|(?:[A-Z][a-z]+(?:ed|s)|Extend|Amend|Reauthorize|Repeal|Upholding"
    r"|(?:Re-?)?[Ii]ntroducing|Signing|Supporting|Backing|Endorsing|Opposing|Championing|Advancing|Vetoing|Applauding"
    r"|Welcoming|Sponsoring|Enact|Codify|Codifying"
    r"|Passing|Implementing) (?:the|an|a) (?=[A-Z]))"
)
_ASKED = re.compile(
    r"(?:Make|Protect|Save|Strengthen|Expand|Fund|Improve|Restore|Defend|Keep|Enforce|Update)\s(?=[A-Z])"
)
_OF_THE = re.compile(r"\sof\s(?:the\s)?(?=[A-Z])")
_OF_KNOWN = re.compile(r"\s(?:in|under|of|to|from|for|on|with)\s(?:the\s)?(?=[A-Z])")
_SHORT_TITLE = re.compile(
    r"\bmay be (?:known and )?(?:cited|known)(?: and may be cited)? as (?:the )?"
    r"(?:[“\"](?P<name>[a-z][a-z ,’'-]{4,110}? act)[,.]?[”\"]|(?P<plain>[a-z][a-z ,’'-]{4,110}? act)(?=\.))"
)
_AN_ACT = quick(
    r"(?:[“\"‘](?P<quoted>An [Aa]ct [^”\"’\n]{8,200}?)[,.]?[”\"’]|\b(?P<plain>An Act (?=[A-Z]))"
    r"|\ban? [“\"](?P<bare>Act [A-Z][^”\"\n]{8,160}?)[,.]?[”\"])"
)
_YEAR_AFTER = re.compile(r"(?:,? of (?P<of>(?:19|20)\d\d)\b|,? (?P<plain>(?:19|20)\d\d)\b(?!/))")
_ACRONYM_AFTER = re.compile(
    r"\s?\((?:(?:or|also|known as|aka|the)\s+)*[“\"‘]?(?P<short>[A-Z][\w&.\-]*(?:[ ][\w&.\-]+){0,4})[”\"’]?\)"
)
_NO_LAW_AFTER = re.compile(
    r"\s+(?:School|Center|Centre|Group|Firm|Review|Journal|Professor|Project|Library|Foundation|Institute|Society"
    r"|Clinic"
    r"|Association|Enforcement|Department|Explorer|Working Group|Task Force|Coalition|Alliance|Campaign|Now\b"
    r"|Of Rights|of Rights"
    r"|[A-Z][a-z]+ \((?:R|D|I)-)"
)


_SPELLED_INSIDE = re.compile(r"(?P<short>[A-Z0-9][A-Z0-9 &-]+) \([A-Z][^()]{25,140}\) \w+")


def written_laws(text: str, offset: int) -> list[Written]:
    """The names and numbers in one passage, in order, none overlapping; `offset` is where the passage starts."""
    found = [*numbers_in(text), *orders_in(text), *directives_in(text)]
    found += [*_cited(text), *_an_act(text)]
    taken = [(law.start, law.end) for law in found]
    titles: list[Written] = []
    for law in _titles(text):
        if titles and law.start <= titles[-1].start:
            titles.pop()  # "X Act (XA) Reauthorization Act" is one law
        titles.append(law)
    found += [law for law in titles if not any(start < law.end and law.start < end for start, end in taken)]
    return [_moved(law, offset) for law in sorted(found, key=lambda law: law.start)]


def _cited(text: str) -> Iterator[Written]:
    """Short titles that a bill gives itself in small letters: 'may be cited as the "fair hours act"'."""
    for match in _SHORT_TITLE.finditer(text):
        words = (match["name"] or match["plain"]).split()
        name = " ".join(w if w in CONNECTORS and n else w[:1].upper() + w[1:] for n, w in enumerate(words))
        group = match.lastgroup or "name"
        yield Written(match.start(group), match.end(group), NAME, name)


def _an_act(text: str) -> Iterator[Written]:
    """Bills that go by their long title: "An Act relative to fair schedules", in quotation marks or in capitals."""
    for match in _AN_ACT.finditer(text):
        group = match.lastgroup or "plain"
        start, end = match.span(group)
        if group == "plain":
            end = forward(text, end)
            if len(text[start:end].split()) < 4:
                continue
        yield Written(start, end, NAME, re.sub(r"\s+", " ", text[start:end]))


def _moved(law: Written, offset: int) -> Written:
    values = {**law.__dict__, "start": law.start + offset, "end": law.end + offset}
    return Written(**values)


def _titles(text: str) -> Iterator[Written]:
    if text.isupper() or not any(head in text for head in HEADS):
        return
    heading = _title_case(text)
    tokens = tokens_of(text)
    for index, token in enumerate(tokens):
        if token.text == "Bill" and heading and not _YEAR_AFTER.match(text, token.end):
            continue  # in a headline any bill is a Bill
        if token.text in HEADS and not _NO_LAW_AFTER.match(text, token.end):
            title = _title(text, tokens, index, heading)
            if title:
                yield title


def _title_case(text: str) -> bool:
    words = re.findall(r"[A-Za-z]{4,}", text[:400])
    return (
        (text[:1].isupper() or text[:1].isdigit())
        and len(text) < 250
        and text[-1:] not in '.!?:”"'
        and sum(w[0].isupper() for w in words) * 4 >= 3 * len(words)
    )


def _title(text: str, tokens: Sequence[Token], head: int, heading: bool) -> Written | None:
    walk = Walk(text, tokens, head, heading).run()
    if walk.first is None:
        return None
    start, end = tokens[walk.first].start, tokens[head].end
    start = _trimmed(text, start, end)
    word = tokens[head].text
    if word == "Code":
        start = max([start, *(m.end() for m in _OF_THE.finditer(text, start, end))])  # "Part 2 of the Labor Code"
    before = text[start : tokens[head].start].strip(' \u201c"\u2018')
    owned = word == "Law" and walk.owner is not None and code_of(walk.owner) is not None
    if not re.search(r"[A-Z0-9]", before) or not (owned or _believable(before, word, text[end : end + 30])):
        return None
    name = re.sub(
        r"\s*\((?!No\b)(?:[“\"‘][^()]{1,25}[”\"’]|[A-Z][A-Z&.-]{1,14}|(?:[A-Z]{2,}[\w-]*\s?){1,4})\)",
        "",
        text[start:end],
    )
    name = re.sub(r"\s+", " ", re.sub(r"[“”\"]", "", name)).strip()
    inner = re.search(r"\([“\"‘]?([A-Z][A-Z&.-]{1,14})[”\"’]?\)", text[start:end])
    short = f"{inner[1]} {word}" if inner else None
    led = f"{inner[1]}{text[start + inner.end() : end]}" if inner else None
    spelled = _SPELLED_INSIDE.fullmatch(name)
    if spelled:
        name = f"{spelled['short']} {word}"
    year, year_text = None, ""
    if close := re.match(r"[”\"’]", text[end : end + 1]):
        end += (
            close.end()
            if re.match(r"[”\"’](?:,? of (?:19|20)|\s?\()", text[end : end + 8]) or "“" in text[start:end]
            else 0
        )
    if after := _YEAR_AFTER.match(text, end):
        year = int(after["of"] or after["plain"])
        year_text, end = after.group(), after.end()
    if bracket := _ACRONYM_AFTER.match(text, end):
        given = bracket["short"]
        if not re.match(r"(?:S|H|HR|H\.R|SB|AB|HB|A|LD|R|D|I)(?:[. -]|\d)|the$", given + " ") and not given.islower():
            short, end = given, bracket.end()
    return Written(start, end, NAME, name, year=year, year_text=year_text, short=short, led=led, owner=walk.owner)


def _trimmed(text: str, start: int, end: int) -> int:
    """Where the name really starts: after "Section 7 of the", "Passage of the", "Advanced the", "Priorities in the"."""
    for cut in _BEFORE_NAME.finditer(text, start, end):
        least = (
            4
            if cut.group().startswith("in ")
            else 2
            if re.match(r"\w+ed the |.* (?:of|in|on) the ", cut.group())
            else 3
        )
        if len(text[cut.end() : end].split()) >= least:
            start = cut.end()
    asked = _ASKED.match(text, start, end)
    if asked and law_key(text[asked.end() : end]) in known_laws():
        start = asked.end()  # "Save Affordable Care Act" subsidies
    for cut in _OF_KNOWN.finditer(text, start, end):
        if law_key(text[cut.end() : end]) in known_laws():
            start = cut.end()
    while True:
        match = _LEADING.match(text, start, end)
        if match and match.end() < end and text[match.end()].isalnum():
            start = match.end()
            continue
        word = re.match(r"(\w+)[\s,]+(?:the\s+)?", text[start:end])
        rest = text[start + word.end() : end] if word else ""
        if word and word[1].casefold() in _NOT_FIRST and " " in rest:
            start += word.end()
            continue
        return start


def _believable(before: str, head: str, after: str) -> bool:
    words = before.split()
    if before in ("AN", "A") or words[-1].casefold() in _NO_END or before in ("Senate", "House", "Assembly"):
        return False
    if head == "Bill" and before in _VERSIONS:
        return False
    if head in ("Act", "ACT"):
        return not re.match(r"\s(?:Two|Three|One|I|II|III|[1-9])\b", after)
    if re.match(
        r"(?:Legislation|Center|Centre|School|Institute|Committee|Resolution|Statement|Efforts?|Provisions?|Rules)\b",
        before,
    ):
        return False
    if head in ("Regulation", "Regulations"):
        known = len(words) >= 2 and (
            " ".join(words[-3:]) == "General Data Protection"
            or (head == "Regulation" and words[-1] in ("AI", "ePrivacy"))
        )
        dated = len(words) >= 2 and words[0] != "Code" and bool(re.match(r"\s(?:(?:19|20)\d\d|\()", after))
        return known or dated
    if head == "Law":
        return (len(words) >= 2 and not re.match(r"\s[A-Z]", after)) or bool(re.search(r"[’']s$", before))
    if head == "Bill":
        if re.fullmatch(r"(?:Private )?Members?[’']?s?", before):
            return False
        return not re.match(r"\s(?:of\b|[A-Z][a-z])", after)
    if head == "Code":
        return words[-1] in ("Labour", "Labor", "Employment", "Working", "Work") and not re.match(r"\s[A-Z]", after)
    if head == "Statute" and before in ("Workers’", "Workers'"):
        return True
    if head in ("Directive", "Ordinance", "Statute"):
        return len(words) >= 2 or before in ("AI", "ePrivacy")
    return False
