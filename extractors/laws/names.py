"""Names and numbers of laws, bills, orders and regulations as they are written, before they are told apart.

`titles` walks back from a head word ("Act", "Bill", "Directive" ...) over the capitalised words of the name; `numbers`
knows how legislatures number their bills. Neither knows which law is meant: `extractors.laws.find` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.laws.known import known_laws, law_key
from extractors.laws.numbers import CONNECTORS, NAME, TOKEN, Written, directives_in, numbers_in, orders_in

_HEADS = frozenset(("Act", "ACT", "Bill", "Law", "Directive", "Regulation", "Regulations", "Ordinance", "Statute"))
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "my", "our", "its", "their", "your"))
_VERBS = frozenset(
    str.split(
        "introduce introduces introduced introducing reintroduce reintroduces reintroduced reintroducing announce "
        "announces announced announcing unveil unveils unveiled unveiling applaud applauds urge urges endorse endorses "
        "endorsing oppose opposes opposing cosponsor cosponsors sponsor sponsors supports praises praise passes passed "
        "leads backs joins signs votes highlights celebrates celebrate champion championed champions pushes calls "
        "commends welcomes slams rejects vetoes vetoed signed file files filed tout touts see pass sign veto back join "
        "advance condemn condemns support boost"
    )
)
_TITLES = frozenset(
    str.split(
        "bipartisan bicameral senator senators sen sens rep reps representative representatives congressman "
        "congresswoman president governor gov mayor chairman chairwoman chair because although while when if under "
        "unlike since after before today yesterday monday tuesday wednesday thursday friday however "
        "meanwhile re proposed landmark historic"
    )
)
_OWNERS = frozenset(
    str.split(
        "children women men people nation america worker employee driver veteran states workers employees veterans "
        "students farmers "
        "consumers kids patients servicemembers families seniors creators artists teachers nurses citizens users "
        "parents "
        "players "
        "taxpayers ratepayers residents mechanics tenants renters homeowners today tomorrow child student patient "
        "consumer "
        "musicians performers survivors victims states\u2019 pilots miners builders seafarers firefighters officers "
        "everyone "
        "member members"
    )
)
_NO_END = frozenset(("of", "in", "into", "by", "for", "to", "under", "a", "the", "on", "with", "become"))
_NOT_FIRST = frozenset(
    str.split(
        "in under on with by from and but as if since while when after before unlike like through via both or of to at "
        "alongside amid despite besides following regarding concerning per against among within without beyond about "
        "including plus also then now instead thanks pursuant where whether that how why what which is are was were"
    )
)
_LEADING = re.compile(
    r"(?:(?:Sections?|Sec\.|Titles?|Articles?|Chapters?|Parts?|Schedules?|Annex(?:es)?|Division|Subtitle"
    r"|Recitals?)\s+[\dIVXLC]{1,6}"
    r"(?:\([^)]{1,5}\))*(?:\s?(?:and|to|–|-)\s?[\dIVXLC()]{1,6})?\s+(?:of|to|in)\s+(?:the\s+)?"
    r"|(?:Introduction|Passage|Enactment|Implementation|Support|Statement|Text|Supporters|Opponents|Critics|Backers|Endorsers|Architects?|Provisions|Sponsors?"
    r"|Summary|Overview"
    r"|Signing|Markup|Vote|Author|Repeal|Adoption|Violations?|Reintroduction|Consideration)\s+(?:of|on|for"
    r"|in)\s+(?:the\s+)?"
    r"|(?:The|A|An|This|That|Our|Their|His|Her|My|Its|New(?!\s(?:York|Jersey|Mexico|Hampshire|Zealand|South|Orleans"
    r"|England|Brunswick)\b)|Proposed|Potential|Draft|Existing|Current|Each|Any|Such|So-called|Forthcoming|Upcoming"
    r"|Republicans?[’']?|Democratic|GOP)\s+"
    r"|[A-Z][\w’'-]*-(?:authored|led|backed|supported|endorsed|opposed|sponsored|introduced|written|passed|enacted)\s+"
    r"|[A-Z][a-z]+ly,?\sthe\s"
    r"|(?:It|This|That|There|Here)\s(?:is|was)\s(?:the|an?)\s|(?:19|20)\d\d\s+|[&,]\s*)"
)  # fmt: skip
_BEFORE_NAME = re.compile(
    r"\b(?:(?:Reauthorization|Introduction|Passage|Enactment|Implementation|Repeal|Signing|Consideration|Priorities"
    r"|Wins|Provisions|Stage|Reading|Debate|Text|Version|Sections?|Spending|Funding|Programs?) (?:of|in|on) (?:the )?"
    r"|(?:from|under|within) the (?=[A-Z\d])"
    r"|in the (?=[A-Z])|(?:[A-Z][a-z]+(?:ed|s)|Extend|Amend|Reauthorize|Repeal|Upholding|Enact|Codify|Codifying"
    r"|Passing|Implementing) (?:the|an|a) (?=[A-Z]))"
)
_ASKED = re.compile(
    r"(?:Make|Protect|Save|Strengthen|Expand|Fund|Improve|Restore|Defend|Keep|Enforce|Update)\s(?=[A-Z])"
)
_OF_KNOWN = re.compile(r"\s(?:in|under|of|to|from|for|on|with)\s(?:the\s)?(?=[A-Z])")
_SHORT_TITLE = re.compile(
    r"\bmay be (?:known and )?(?:cited|known)(?: and may be cited)? as (?:the )?"
    r"[“\"](?P<name>[a-z][a-z ,’'-]{4,110}? act)[,.]?[”\"]"
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


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    text: str


def written_laws(text: str, offset: int) -> list[Written]:
    """The names and numbers in one passage, in order, none overlapping; `offset` is where the passage starts."""
    found = [*numbers_in(text), *orders_in(text), *directives_in(text)]
    found += _cited(text)
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
        words = match["name"].split()
        name = " ".join(w if w in CONNECTORS and n else w[:1].upper() + w[1:] for n, w in enumerate(words))
        yield Written(match.start("name"), match.end("name"), NAME, name)


def _moved(law: Written, offset: int) -> Written:
    values = {**law.__dict__, "start": law.start + offset, "end": law.end + offset}
    return Written(**values)


def _titles(text: str) -> Iterator[Written]:
    if text.isupper() or not any(head in text for head in _HEADS):
        return
    heading = _title_case(text)
    tokens = [_Token(m.start(), m.end(), m.group()) for m in TOKEN.finditer(text)]
    for index, token in enumerate(tokens):
        if token.text == "Bill" and heading:
            continue  # in a headline any bill is a Bill
        if token.text in _HEADS and not _NO_LAW_AFTER.match(text, token.end):
            title = _title(text, tokens, index, heading)
            if title:
                yield title


def _title_case(text: str) -> bool:
    words = re.findall(r"[A-Za-z]{4,}", text[:400])
    return (
        text[:1].isupper()
        and len(text) < 250
        and text[-1:] not in '.!?:”"'
        and sum(w[0].isupper() for w in words) * 4 >= 3 * len(words)
    )


def _title(text: str, tokens: Sequence[_Token], head: int, heading: bool) -> Written | None:
    walk = _Walk(text, tokens, head, heading).run()
    if walk.first is None:
        return None
    start, end = tokens[walk.first].start, tokens[head].end
    start = _trimmed(text, start, end)
    word = tokens[head].text
    before = text[start : tokens[head].start].strip(' \u201c"\u2018')
    if not re.search(r"[A-Z0-9]", before) or not _believable(before, word, text[end : end + 30]):
        return None
    name = re.sub(
        r"\s*\((?!No\b)(?:[“\"‘][^()]{1,25}[”\"’]|[A-Z][A-Z&.-]{1,14}|(?:[A-Z]{2,}[\w-]*\s?){1,4})\)",
        "",
        text[start:end],
    )
    name = re.sub(r"\s+", " ", re.sub(r"[“”\"]", "", name)).strip()
    inner = re.search(r"\([“\"‘]?([A-Z][A-Z&.-]{1,14})[”\"’]?\)", text[start:end])
    short = f"{inner[1]} {word}" if inner else None
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
    return Written(start, end, NAME, name, year=year, year_text=year_text, short=short, owner=walk.owner)


@dataclass
class _Walk:
    """The walk from a head word back over its name; `first` is the index of the leftmost word that belongs to it.

    `listed` is 1 once an "and" was passed, 2 once a comma of a list was; `quoted` tells that the name ends in a mark.
    """

    text: str
    tokens: Sequence[_Token]
    head: int
    heading: bool
    first: int | None = None
    owner: str | None = None
    listed: int = 0
    quoted: bool = False

    def run(self) -> _Walk:
        """Walks as far as the name goes, 32 tokens at most."""
        at: int | None = self.head - 1
        while at is not None and at >= 0 and self.head - at < 32:
            token = self.tokens[at]
            if "\n" in self.text[token.end : self.tokens[at + 1].start]:
                break
            at = self._step(at, token.text)
        return self

    def _step(self, at: int, word: str) -> int | None:
        if word[0].isalnum() or word == "&":
            return self._word(at, word)
        if word == ")":
            return self._bracket(at)
        if word in (",", ";"):
            return self._comma(at)
        if word == "." and at > 1 and re.fullmatch(r"[A-Z]", self.tokens[at - 1].text):
            return at - 1  # the initial in "the John R. Lewis Voting Rights Act"
        self.quoted = word in '”"' and at == self.head - 1
        return at - 1 if self.quoted else None

    def _bracket(self, at: int) -> int | None:
        opened = next((k for k in range(at - 1, max(at - 7, -1), -1) if self.tokens[k].text == "("), None)
        if opened is None:
            return None
        inside = self.text[self.tokens[opened].end : self.tokens[at].start]
        return None if re.match(r"[RDI]\s?[-–]|[A-Z]{2}-\d", inside) else opened - 1

    def _comma(self, at: int) -> int | None:
        beside_and = self.tokens[at + 1].text in ("and", "&", "or")
        if (not self.listed and not beside_and) or (self.listed == 1 and not _one_word_item(self.tokens, at)):
            return None
        if at and self.tokens[at - 1].text in _HEADS:
            return None
        self.listed = 2
        return at - 1

    def _word(self, at: int, word: str) -> int | None:
        self.owner = _owner(self.tokens, at, self.head)
        if self.owner:
            return None
        if word[0].isupper() or word[0].isdigit():
            if _stops(self.text, self.tokens, at, self.head, self.heading):
                return None
            self.first = at
        elif word not in CONNECTORS or _parts(self.tokens, at) or (self.first is None and word in _DETERMINERS):
            return None
        self.listed = self.listed or int(word in ("and", "&"))
        return at - 1


def _stops(text: str, tokens: Sequence[_Token], at: int, head: int, heading: bool) -> bool:
    """Whether a capitalised word cannot belong to the name: a headline's verb, a title, the head of another law."""
    word = tokens[at].text
    if word in _HEADS:
        following = _after_bracket(tokens, at + 1)
        if tokens[at + 1].text == "of" and tokens[at + 2].text == "Rights":
            return False
        inner = text[tokens[at].end : tokens[at + 1].start] == " " and tokens[following].text[0].isupper()
        return not inner or word == tokens[at + 1].text or (word == "Bill" and at < head - 1) or word == "ACT"
    told = word.rstrip(".").casefold()
    opens = not at or tokens[at - 1].text in (".", "!", "?", ":", "—", "–", "“", "•")
    return (
        told in _TITLES
        or (told in _VERBS and (opens or heading))
        or (at == head - 1 and word in ("Public", "Common", "Case"))
    )


def _after_bracket(tokens: Sequence[_Token], at: int) -> int:
    """The token after a short bracket that opens at `at` ("Act (VAWA) Reauthorization Act"), else `at` itself."""
    closed = next((k for k in range(at + 1, min(at + 5, len(tokens) - 1)) if tokens[k].text == ")"), None)
    return closed + 1 if tokens[at].text == "(" and closed is not None else at


def _one_word_item(tokens: Sequence[_Token], comma: int) -> bool:
    """Whether "and" comes at once after the comma or after one word: "Commerce, Justice and Science ... Act"."""
    return any(token.text in ("and", "&", "or") for token in tokens[comma + 1 : comma + 3])


def _parts(tokens: Sequence[_Token], at: int) -> bool:
    """Whether a connecting word before the name belongs to the sentence: "and the X Act", "2025 the X Act"."""
    word, before = tokens[at].text, tokens[at - 1].text if at else ""
    if word in ("the", "a", "an", "this", "that"):
        return (
            not before
            or before in ("and", "or", "that", "than", ",", "&")
            or before[0].isdigit()
            or not before[0].isalpha()
        )
    return False


def _owner(tokens: Sequence[_Token], at: int, head: int) -> str | None:
    word = tokens[at].text
    match = re.fullmatch(r"(.+?)(?:[’']s|(?<=s)[’'])", word)
    if not match or match[1].casefold() in _OWNERS:
        return None
    if at == head - 1 and tokens[head].text != "Bill" and (at == 0 or not tokens[at - 1].text[0].isupper()):
        return None  # "Emmett's Law"
    start = at
    while (
        start
        and tokens[start - 1].text[0].isupper()
        and at - start < 3
        and tokens[start - 1].end + 1 == tokens[start].start
    ):
        start -= 1
    return " ".join([*(t.text for t in tokens[start:at]), match[1]])


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
    if head in ("Directive", "Ordinance", "Statute"):
        return len(words) >= 2 or before in ("AI", "ePrivacy")
    return False
