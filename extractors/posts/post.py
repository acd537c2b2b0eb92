"""A post: a person, a role, an organization; and what can be said of roles from their words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.names.candidates import Candidate, Line
from extractors.names.given_names import GIVEN_NAMES
from extractors.names.rows import Name
from extractors.names.titles import HONORIFICS, LAWMAKERS, TITLE_MODIFIERS, is_role
from extractors.text.tokens import WORD, word_set

_STRONG_ROLE = re.compile(r"\b(?:union|guild|bargaining committee|bargaining team|shop steward|union steward)\b")
_GOES_ON = word_set("of for to in on and & with at emeritus / –")
CHAMBER = re.compile(r"(?:(?:U\.S\.|US|State) )?(?:Senate|House|Assembly|Congress|Commons|Lords)")
# Titles that are used with a surname alone.
_BEFORE_SURNAMES = HONORIFICS | word_set(
    "President Chair Chairman Chairwoman Leader Speaker Secretary Senator Senators Sen Sens Rep Reps Representative"
    " Representatives Congressman Congresswoman Congressmen Congresswomen Governor Governors Gov Mayor Minister"
    " Professor Commissioner Member Chancellor Director MP MEP MSP Assemblymember Assemblyman Assemblywoman Delegate"
    " Councilmember Councillor Premier Justice"
)
_AGED = re.compile(r"(?:\d{2}|\w+)-year-old,? ")
_LEADING = word_set("and the The a an of for by our its their Former former with With by from as As") | {""}
# "A plan to train a pilot", "which even a mayor doubts": what follows these is somebody else.
_NO_ROLE_BEFORE = frozenset(("by", "to", "that", "which", "who", "whose"))
_LONGEST = 14  # words of a role


@dataclass(frozen=True)
class Post:
    """A person's role; `start` and `end` bound the words that tell it, `named` the person's name among them.

    `role` is None where only the organization is told ("Jane Doe from …").
    """

    start: int
    end: int
    person: Candidate
    role: str | None
    organization: Name | None
    party: str | None = None
    state: str | None = None


def is_of_the_union(role: str) -> bool:
    """Whether a role is held in a union though none is named: "shop steward"."""
    return _STRONG_ROLE.search(role) is not None


def told_role(phrase: str) -> str:
    """The role a phrase begins with: "nurse working nights" is a nurse; empty where it is none ("Senator Doe won")."""
    words = phrase.split()
    heads = [n for n, word in enumerate(words[:9]) if is_role(word)]
    if not heads or len(words) > _LONGEST or not _NO_ROLE_BEFORE.isdisjoint(words[: heads[0]]):
        return ""
    last = heads[0]
    while last + 1 < len(words) and not words[last].endswith(","):
        near = [word.strip(".,") for word in words[last : last + 6]]
        if words[last] == "chief" and "officer" in near:
            last += near.index("officer")
            continue
        ranked = words[last] in ("deputy", "assistant", "associate", "vice") and near[1].capitalize() in TITLE_MODIFIERS
        if not is_role(words[last + 1]) and near[1] not in TITLE_MODIFIERS and not ranked:
            further = next((head for head in heads if head > last), 0)
            modified = all(w.capitalize() in TITLE_MODIFIERS for w in words[last + 1 : further])
            titled = all(w[0].isupper() and w[-1] != "," for w in words[last:further])
            if not further or not (titled or modified):
                break  # "executive vice president" is one title, "nurse who leads" is not
            last = further
            continue
        last += 1
    following = words[last + 1] if last + 1 < len(words) else ""
    if not following or words[last].endswith(",") or following in _GOES_ON:
        return phrase
    if following[0].isupper() or not is_role(words[last]):
        return ""
    return " ".join(words[: last + 1])


def clean_role(role: str) -> str:
    """A role without honorifics, articles and marks at its ends."""
    words = _AGED.sub("", role).replace("’s", "").split()
    doubled = len(words) > 1 and words[-1] in LAWMAKERS and is_role(words[-2]) and words[-2] not in TITLE_MODIFIERS
    words = words[:-1] if doubled else words
    while words and (words[-1].strip(".,") in HONORIFICS or words[-1] in (",", "and", "&", "of")):
        words.pop()
    while words and words[0].strip(",") in _LEADING:
        words.pop(0)
    if (
        len(words) > 2
        and words[1] == "and"
        and words[2][0].islower()
        and words[0][0].isupper()
        and not is_role(words[0])
    ):
        words = words[2:]  # "Ruiz and co-founder": the first is another person
    return " ".join(words).strip(" ,")


def may_bear(line: Line, person: Candidate) -> bool:
    """Whether a phrase after a title can be its bearer: no part of it, a lone surname only after a strong one."""
    row = line.row
    inside = person.last < len(row.tokens) and row.tokens[person.last].joined and row.tokens[person.last].shape == WORD
    if inside and not row.tokens[person.last - 1].owner:
        return False
    if person.text.split()[0] in GIVEN_NAMES:
        return True
    if row.capitals or len(person.text.split()) > 3:
        return False
    return person.full or (person.first > 0 and row.tokens[person.first - 1].text in _BEFORE_SURNAMES)
