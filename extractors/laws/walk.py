"""The walk back from a head word ("Act", "Bill") over the words of a law's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.laws.numbers import CONNECTORS, TOKEN

HEADS = frozenset(
    ("Act", "ACT", "Bill", "Law", "Directive", "Regulation", "Regulations", "Ordinance", "Statute", "Code")
)
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "my", "our", "its", "their", "your"))
_VERBS = frozenset(
    str.split(
        "introduce introduces introduced introducing reintroduce reintroduces reintroduced reintroducing announce "
        "announces announced announcing unveil unveils unveiled unveiling applaud applauds urge urges endorse endorses "
        "endorsing oppose opposes opposing cosponsor cosponsors sponsor sponsors supports praises praise passes passed "
        "leads backs joins signs votes highlights celebrates celebrate champion championed champions pushes calls "
        "commends welcomes slams rejects vetoes vetoed signed file files filed tout touts see pass sign veto back join "
        "advance condemn condemns support boost reject oppose "
        "enact enacts enacted enacting approve approves approved adopt adopts demand demands"
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
_PARTS = frozenset(
    str.split(
        "highlights summary overview text passage introduction implementation enactment repeal expansion extension "
        "priorities wins provisions funding amendments changes"
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
_ASIDE, _SPELLED = 7, 20  # tokens of a bracket inside a name, and of one that spells it out: "NO FAKES (…) Act"
_SPELLED_OUT = re.compile(r"\s?\((?:the\s)?[“\"]?(?P<short>[A-Z][A-Z& -]{2,16})(?:\sAct)?[”\"]?\)")


@dataclass(frozen=True)
class Token:
    """A word or mark as it stands in a passage."""

    start: int
    end: int
    text: str


def tokens_of(text: str) -> list[Token]:
    """The words and marks of a text; a mark that closes a quotation is no part of a head word: "‘No Fakes Act’"."""
    return [_token(m.start(), m.group()) for m in TOKEN.finditer(text)]


def _token(start: int, word: str) -> Token:
    word = word[:-1] if word[-1] in "’'" and word[:-1] in HEADS else word
    return Token(start, start + len(word), word)


@dataclass
class Walk:
    """The walk from a head word back over its name; `first` is the index of the leftmost word that belongs to it.

    `listed` is 1 once an "and" was passed, 2 once a comma of a list was; `quoted` tells that the name ends in a mark.
    `acronym` is that of the name, in the brackets before or after the head word.
    """

    text: str
    tokens: Sequence[Token]
    head: int
    heading: bool
    first: int | None = None
    owner: str | None = None
    listed: int = 0
    quoted: bool = False
    acronym: str = ""

    def run(self) -> Walk:
        """Walks as far as the name goes, 32 tokens at most."""
        after = _SPELLED_OUT.match(self.text, self.tokens[self.head].end)
        self.acronym = re.sub(r"[^A-Z]", "", after["short"]) if after else ""
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
        reach = _SPELLED if at == self.head - 1 else _ASIDE
        opened = next((k for k in range(at - 1, max(at - reach, -1), -1) if self.tokens[k].text == "("), None)
        if opened is None or (at - opened > _ASIDE and not (opened and self.tokens[opened - 1].text.isupper())):
            return None
        inside = self.text[self.tokens[opened].end : self.tokens[at].start]
        if at == self.head - 1 and re.fullmatch(r"[A-Z][A-Z& -]{1,20}", inside):
            self.acronym = re.sub(r"[^A-Z]", "", inside)
        return None if re.match(r"[RDI]\s?[-–]|[A-Z]{2}-\d", inside) else opened - 1

    def _comma(self, at: int) -> int | None:
        beside_and = self.tokens[at + 1].text in ("and", "&", "or")
        if self._spelling(at):
            return at - 1
        if (not self.listed and not beside_and) or (self.listed == 1 and not _one_word_item(self.tokens, at)):
            return None
        if at and self.tokens[at - 1].text in HEADS:
            return None
        self.listed = 2
        return at - 1

    def _spelling(self, comma: int) -> bool:
        """Whether the words after a comma spell the end of the acronym, and not yet all of it."""
        words = [token.text for token in self.tokens[comma + 1 : self.head]]
        words = words[: words.index("(")] if "(" in words else words
        initials = "".join(word[0] for word in words if word[0].isupper())
        return bool(initials) and len(initials) < len(self.acronym) and self.acronym.endswith(initials)

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


def _stops(text: str, tokens: Sequence[Token], at: int, head: int, heading: bool) -> bool:
    """Whether a capitalised word cannot belong to the name: a headline's verb, a title, the head of another law."""
    word = tokens[at].text
    if word in HEADS:
        following = _after_bracket(tokens, at + 1)
        if tokens[at + 1].text == "of" and tokens[at + 2].text == "Rights":
            return False
        inner = text[tokens[at].end : tokens[at + 1].start] == " " and tokens[following].text[0].isupper()
        return not inner or word == tokens[at + 1].text or (word == "Bill" and at < head - 1) or word == "ACT"
    told = word.rstrip(".").casefold()
    if told in _PARTS and tokens[at + 1].text in ("of", "in", "from", "on", "to"):
        return True
    opens = not at or tokens[at - 1].text in (".", "!", "?", ":", "—", "–", "“", "•")
    return (
        told in _TITLES
        or (told in _VERBS and (opens or heading))
        or (at == head - 1 and word in ("Public", "Common", "Case"))
    )


def _after_bracket(tokens: Sequence[Token], at: int) -> int:
    """The token after a short bracket that opens at `at` ("Act (VAWA) Reauthorization Act"), else `at` itself."""
    closed = next((k for k in range(at + 1, min(at + 5, len(tokens) - 1)) if tokens[k].text == ")"), None)
    return closed + 1 if tokens[at].text == "(" and closed is not None else at


def _one_word_item(tokens: Sequence[Token], comma: int) -> bool:
    """Whether "and" comes at once after the comma or after one word: "Commerce, Justice and Science ... Act"."""
    return any(token.text in ("and", "&", "or") for token in tokens[comma + 1 : comma + 3])


def _parts(tokens: Sequence[Token], at: int) -> bool:
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


def _owner(tokens: Sequence[Token], at: int, head: int) -> str | None:
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
