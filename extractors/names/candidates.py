"""Capitalised phrases that can be the names of people."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.base import Reading
from extractors.names.given_names import GIVEN_NAMES
from extractors.names.heads import KINDS
from extractors.names.organizations import TERMS_IN_CAPITALS, organizations_in
from extractors.names.phrases import SMALL
from extractors.names.places import PARTIES, PEOPLES, PLACES, is_group, is_place
from extractors.names.rows import Name, Row, rows
from extractors.names.titles import TITLE_MODIFIERS, TITLE_WORDS
from extractors.text.tokens import CONNECTOR, WORD, word_set

_REGULAR = re.compile(r"[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:[’'‑-][^\W\d_]+)*")
_INITIAL = re.compile(r"[A-Z](?:\.?[A-Z])?")
_PARTY = re.compile(r"[DRI]-[A-Z]")  # D-Mass
_DIRECTIONS = word_set("North South East West Northern Southern Eastern Western New Upper Lower Greater Central")
_PRESIDENTS = word_set("Trump Biden Obama Harris")
_THEIR_STAFF = re.compile(
    r"(?:['’]s?)? (?:administration|campaign|team|White House|era|camp|allies|officials?|presidency|advis[eo]rs?|aides?"
    r"|[Aa]dministration|Administration|voters?|supporters?|loyalists?)\b|-era\b|[-–]"
)
_PARTICLES = word_set("de del la le van von der di da du bin al el")
_SUFFIX = word_set("Jr Sr II III IV MD PhD Ph.D")
_BEFORE_PLACES = word_set("San Santa Saint St Port Fort Los Mount Mt Lake Camp")
_TITLES_AS_SURNAMES = word_set(
    "Dean Judge Head Speaker Sheriff Mayor Fellow Council Bank House Post Court Young Press Green Field Justice"
)
_NEVER = word_set(
    "Economics Physics Chemistry Medicine Literature Pro Tempore Task Emoluments Bipartisan Artificial"
    " Intelligence Machine Learning Silicon Executive Big"
)
# Letters after a name that are no initials.
_LETTERS = word_set("MP MPs MEP MSP QC KC CBE OBE MBE")
# Verbs of headlines, in which they bear capitals.
_HEADLINE_VERBS = word_set(
    "Introduce Introduces Reintroduce Reintroduces Announce Announces Urge Urges Call Calls Push Pushes Unveil Unveils"
    " Applaud Applauds Join Joins Demand Demands Propose Proposes Pass Passes Say Says Tell Tells Warn Warns Sign Signs"
    " Win Wins Secure Secures Release Releases Launch Launches Host Hosts Seek Seeks Want Wants Ask Asks Oppose Opposes"
    " Support Supports Endorse Endorses Lead Leads Back Backs Slam Slams Vow Vows Send Sends Praise Praises Co-Lead"
    " Files File Pens Votes Vote Hails Hail Delivers Deliver Highlights Highlight Leads Celebrates Criticizes Opens"
    " Condemns Condemn Meets Meet Visits Visit Backs Names Named Honors Honor Welcomes Welcome Reveals Reveal Sues Sue"
    " Fights Fight Speaks Speak Recognizes Recognize Advances Advance Takes Makes Gets Gives Warns Rips Touts Tours"
    " Secured Introduced Announced Joined Urged Led Voted Passed Signed Released Called Applauded"
    " Question Questions Discuss Statement Statements Respond Responds Blast Blasts Raise Raises Cosponsor"
)
_NOT_LAST = word_set(
    "Act Bill Street Avenue Road Award Day Center Prize Lecture Church County City Island River Lake Park Square Hall"
    " District Districts Counties Dam Parks Park Clause Nationalism Force Forces Legislation Irrigation Project Program"
    " Fund Game Games Bowl Cup Week Month Era Doctrine Theory Test Model Models Cloud Studio Platform Suite Engine"
    " Ave Blvd Street Plaza Tower Stadium Arena Theater Theatre Museum Library Hospital Campus Forest Valley Creek"
    " Rights Policy Caucus Democrats Republicans Workers Union Team Show Times Book Books Series Strategy Summit"
    " House Building Airport Bridge Memorial Institute Law Effect Amendment Administration Report Commission Plan News"
    " Grants Loans Scholarships Agreement Contract Deal Accord"
    " Protocol Charter Directive Regulation Initiative Program Strike Campaign"
)


@dataclass(frozen=True)
class Candidate:
    """Tokens `first` to `last` (exclusive) of a row that can be a person's name; `full` with a given name."""

    row: Row
    first: int
    last: int
    start: int
    end: int
    text: str
    full: bool


@dataclass(frozen=True)
class Line:
    """A row, the organizations named in it, and the phrases in it that can be people."""

    row: Row
    organizations: tuple[Name, ...]
    candidates: tuple[Candidate, ...]
    starting: dict[int, Name]
    ending: dict[int, Name]

    def named(self, start: int, end: int) -> tuple[Name, ...]:
        """The organizations that are named wholly between two offsets."""
        if not self.organizations:
            return ()
        first = bisect_left(self.organizations, start, key=lambda name: name.start)
        last = bisect_left(self.organizations, end, key=lambda name: name.start)
        return tuple(name for name in self.organizations[first:last] if name.end <= end)

    def people(self, start: int, end: int) -> tuple[Candidate, ...]:
        """The phrases that can be people and begin between two offsets."""
        if not self.candidates:
            return ()
        first = bisect_left(self.candidates, start, key=lambda candidate: candidate.start)
        last = bisect_left(self.candidates, end, key=lambda candidate: candidate.start)
        return self.candidates[first:last]


def lines(reading: Reading) -> tuple[Line, ...]:
    """The document's sentences, prepared for the search for people."""
    found = []
    for row in rows(reading):
        if row.tokens:
            named = organizations_in(reading, row.sentence.start, row.sentence.end)
            people = tuple(_candidates(reading.text, row, named))
            if reading.document.document_type in TERMS_IN_CAPITALS:
                people = tuple(c for c in people if c.full and c.text.split()[0] in GIVEN_NAMES)
            starting, ending = {name.start: name for name in named}, {name.end: name for name in named}
            found.append(Line(row, named, people, starting, ending))
    return tuple(found)


def _candidates(text: str, row: Row, organizations: tuple[Name, ...]) -> Iterator[Candidate]:
    taken = _taken(row, organizations)
    at = 0
    while at < len(row.tokens):
        end = _end(row, at, taken)
        if end == at:
            at += 1
            continue
        if at and row.tokens[at].joined and _PARTY.match(row.tokens[at - 1].text):
            at = end  # "D-South Los Angeles" is where somebody was elected
            continue
        first = _given(row, at, end)
        end = _short(row, first, end) if row.capitals and row.sentence.passage.kind != "list_item" else end
        words = [token.text for token in row.tokens[first:end] if token.shape == WORD]
        if words and not _is_no_person(words):
            last = _with_suffix(row, end)
            start, finish = row.tokens[first].start, row.tokens[last - 1].end
            full = len([word for word in words if len(word) > 1]) > 1
            if not full and words[0] in PARTIES and _THEIR_STAFF.match(text, finish):
                at = max(end, last)
                continue
            yield Candidate(row, first, last, start, finish, text[start:finish], full)
            end = max(end, last)
        at = end


def _taken(row: Row, organizations: tuple[Name, ...]) -> set[int]:
    """The tokens that are part of the name of an organization."""
    taken: set[int] = set()
    names = iter(organizations)
    name = next(names, None)
    for at, token in enumerate(row.tokens):
        while name is not None and name.end <= token.start:
            name = next(names, None)
        if name is not None and name.start <= token.start:
            taken.add(at)
    return taken


def _end(row: Row, at: int, taken: set[int]) -> int:
    """The end of the run of name-like words from token `at`; `at` itself where there is none."""
    end = at
    while end < len(row.tokens) and end not in taken:
        token = row.tokens[end]
        if token.text in _HEADLINE_VERBS and (end == at or row.capitals or row.tokens[at].text not in GIVEN_NAMES):
            break
        if end > at and (not token.joined or row.tokens[end - 1].owner):
            break
        if token.shape == CONNECTOR:
            joined = end > at and token.text in _PARTICLES and end + 1 < len(row.tokens)
            if not (joined and row.tokens[end + 1].joined and row.tokens[end + 1].shape == WORD):
                break
        elif token.shape != WORD or not _is_namelike(token.text, row.shouting):
            shown = end > at and (row.tokens[end - 1].text in GIVEN_NAMES or len(row.tokens[end - 1].text) == 1)
            surname = token.text in _TITLES_AS_SURNAMES and shown
            if not surname and not (end == at and _is_given_title(row, at, taken)):
                break
        end += 1
    return end


def _is_given_title(row: Row, at: int, taken: set[int]) -> bool:
    """Whether "Dean" is a given name: one surname and a comma follow, and no title stands before."""
    last = at + 2
    if row.tokens[at].text != "Dean" or last >= len(row.tokens) or last - 1 in taken or row.tokens[last].text != ",":
        return False
    titled = at > 0 and row.tokens[at].joined and row.tokens[at - 1].shape == WORD
    surname = row.tokens[at + 1]
    return not titled and surname.joined and surname.shape == WORD and _is_namelike(surname.text, row.shouting)


def _is_namelike(word: str, shouting: bool) -> bool:
    if word in TITLE_WORDS or word in SMALL or word in KINDS or word in _NEVER or word in _LETTERS:
        return False
    if (word in TITLE_MODIFIERS and word not in GIVEN_NAMES) or _PARTY.match(word):
        return False
    if _INITIAL.fullmatch(word):
        return True
    return _REGULAR.fullmatch(word) is not None and (shouting or not (word.isupper() and len(word) > 2))


def _given(row: Row, first: int, end: int) -> int:
    """Where the name begins in a run: at its first given name, if other words come before it."""
    last = end - 1 if row.tokens[end - 1].text in _SUFFIX else end
    for at in range(first, last - 1):
        if row.tokens[at].text in GIVEN_NAMES and (at == first or row.tokens[at - 1].text not in _BEFORE_PLACES):
            return at
    return first


def _short(row: Row, first: int, end: int) -> int:
    """The end of a name in a title, where every word has a capital: after two words, initials aside."""
    if end < len(row.tokens) and row.tokens[end].text in ("(", ",", ")"):
        return end
    words = 0
    for at in range(first, end):
        words += len(row.tokens[at].text) > 1 and row.tokens[at].shape == WORD
        if words == 2:
            return at + 1
    return end


def _is_no_person(words: list[str]) -> bool:
    if len(words) > 5 or words[-1] in _NOT_LAST or is_place(words) or (is_group(words) and words[0] not in _PRESIDENTS):
        return True
    if all(len(word) < 2 for word in words) or (len(words) > 1 and words[0] in _DIRECTIONS):
        return True
    return words[0] not in GIVEN_NAMES and (
        words[0] in PEOPLES or (len(words) > 1 and (words[0] in PLACES or words[-1] == "Grant"))
    )


def _with_suffix(row: Row, end: int) -> int:
    """The end of the name with "Jr." and the like, a comma before it or not."""
    size = len(row.tokens)
    if end < size and row.tokens[end].text in _SUFFIX and row.tokens[end].joined:
        return end + 1
    if end + 1 < size and row.tokens[end].text == "," and row.tokens[end + 1].text in _SUFFIX:
        return end + 2
    return end
