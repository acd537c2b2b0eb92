"""Posts told before the name: "Acme president Jane Doe", "Senator Doe", "led by chair Jane Doe"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from extractors.names.candidates import Candidate, Line
from extractors.names.given_names import GIVEN_NAMES
from extractors.names.phrases import SMALL
from extractors.names.rows import Name, Row
from extractors.names.titles import HONORIFICS, ROLE_HEADS, TITLE_MODIFIERS, TITLE_WORDS, is_plural, is_role, singular
from extractors.posts.offices import offices_before
from extractors.posts.post import CHAMBER, Post, clean_role, may_bear
from extractors.text.tokens import WORD, word_set

_LONGEST = 14  # words of a title
_STOPS = frozenset(',;:()“"')
_LED_BY = re.compile(
    r"\)?(?:['’]s?)?(?: [A-Z][a-z]+)?(?:\s?\([^()]{1,20}\))?,?"
    r"(?: (?:under|led by|headed by|chaired by|founded by|and its"
    r"|whose|through its))?"
    r"(?: (?:its|the|new|former|then|interim|acting|current|longtime|long-time|outgoing|incoming))*\s?"
)
_SPEAKS = re.compile(
    r"['’]s (?:\w+ )?(?:observation|words|view|remark|argument|report|book)s?\b|,? (?:said|says|told|argued"
    r"|warned|noted|added)\b"
)
_LOWER_ROLE = re.compile(r"(?<![\w’'-])(?:[a-z][\w’'&/-]*,? (?:and )?){1,6}$")
_HEAD_OF = re.compile(r"(?:^| )(?:head|director|chief|president|secretary|minister|professor|editor) (?:of|for) [a-z]")
_APPOSED = re.compile(r"(?:['’]s|\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Aa]n?)) ?$")
_THE_OFFICE = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur) (?P<role>[a-z][a-z-]+ (?:secretary|minister|commissioner|treasurer)), $"
)
_SPOKEN_FOR = re.compile(
    r"(?:^|\b(?:[Tt]he|[Aa]n?|[Ii]ts|As) )(?P<role>(?:[A-Za-z][A-Za-z-]+ ){1,4})(?:for|of|at|with) (?:the )?$"
)
_ANOTHERS = re.compile(r"['’]s?,")
_PART_OF_IT = re.compile(r"(?: [a-z]+){0,3}, ")
_OPENED = re.compile(r"(?<![\w’'-])([A-Z][\w-]+) $")
_NO_OPENING = word_set(
    "Former New Longtime Its Our Their His Her Then Union Company Local Even Fellow As When And Also"
)
_CONTACT = re.compile(
    r"(?P<role>\b(?i:(?:(?:press|media|news|communications) )?contacts?|(?:press|media) (?:enquiries|inquiries)))"
    r"(?: [Ii]nformation)?:\s*$"
)
_LISTED = re.compile(r"(?:\s?\([^()]{1,20}\))?(?:, | and | & )(?=[A-Z])")
_ROLE_ADJECTIVES = frozenset(
    ["senior", "general", "vice", "deputy", "assistant", "chief", "executive", "managing", "prime", "lead", "former",
     "associate", "staff", "policy", "research", "political", "national", "legislative", "communications"]
)  # fmt: skip


def posts_before(text: str, line: Line, person: Candidate) -> Iterator[Post]:
    start = line.row.sentence.start
    lead = text[max(start, person.start - 60) : person.start]
    contact = _CONTACT.search(lead)
    if contact:
        yield Post(person.start - len(contact.group()), person.end, person, contact_role(contact["role"]), None)
        return
    post = _fuller(_title(text, line, person), next(offices_before(text, line, person), None))
    post = post or _lower_title(text, line, person) or _owned(text, line, person)
    apposed = _apposed(text, line, person, post.start if post else person.start)
    if apposed and (post is None or post.organization is None):
        yield apposed
    while post is not None:
        yield post
        post = _joined_title(text, line, post)


def contact_role(label: str) -> str:
    """The role that the label of a contact line gives: "Media Contact" for "MEDIA CONTACTS"."""
    label = label.title() if label.isupper() else label
    return label.removesuffix("s") if label.casefold().endswith("contacts") else label


def _fuller(title: Post | None, office: Post | None) -> Post | None:
    """Of a title read word by word and as a phrase the one that tells more: an organization, or more words."""
    if title is None or office is None:
        return title or office
    if title.organization or len(title.role or "") >= len(office.role or ""):
        return title
    return office


def _apposed(text: str, line: Line, person: Candidate, begin: int) -> Post | None:
    """ "A spokesperson for Acme, Jane Doe": the name or its title, at `begin`, stands after role and organization."""
    near = line.named(max(0, begin - 120), begin)
    held = near[-1] if near else None
    if held is None or not _PART_OF_IT.fullmatch(text, held.end, begin):
        return None
    if person.text.split()[0] not in GIVEN_NAMES:
        return None
    told = _SPOKEN_FOR.search(text, max(line.row.sentence.start, held.start - 70), held.start)
    role = clean_role(told["role"]) if told else ""
    return Post(told.start("role"), person.end, person, role, held) if told and is_role(role) else None


def _owned(text: str, line: Line, person: Candidate) -> Post | None:
    """ "Acme's Jane Doe": somebody of an organization without a role."""
    held = line.ending.get(person.start - 3) or line.ending.get(person.start - 2)
    if held is None or not re.fullmatch(r"(?:['’]s|(?<=s)['’]) ", text[held.end : person.start]):
        return None
    words = person.text.split()
    shown = words[0] in GIVEN_NAMES or _SPEAKS.match(text, person.end) is not None
    return Post(held.start, person.end, person, None, held) if person.full and shown else None


def _title(text: str, line: Line, person: Candidate) -> Post | None:
    """A title in capitals before the name, and the organization before or inside it."""
    row, at = line.row, person.first
    nearby = line.people(person.start - 300, person.start)
    others = [c.last for c in nearby if c.last <= at and c.text.split()[0] in GIVEN_NAMES]
    first, floor = at, max(0, at - _LONGEST, *others)
    while first > floor and row.tokens[first].joined and row.tokens[first - 1].text not in _STOPS:
        before = row.tokens[first - 1]
        if line.ending.get(before.end) or before.owner or before.text in ("by", "from", "with", "against"):
            break
        first -= 1
    held = line.ending.get(row.tokens[first - 1].end) if first > 0 and row.tokens[first].joined else None
    if held is None and first > 2 and row.tokens[first - 1].text == ")" and row.tokens[first].joined:
        held = line.ending.get(row.tokens[first - 3].start - 2)
    if not may_bear(line, person):
        return None
    if held is not None and first == at:
        return _title_of(text, line, person, held)
    words = row.words(first, at)
    if held is not None and any(word in TITLE_WORDS - HONORIFICS for word in words):
        if CHAMBER.fullmatch(held.text):
            return Post(held.start, person.end, person, clean_role(singular(text[held.start : person.start])), None)
        return Post(
            held.start, person.end, person, clean_role(singular(text[row.tokens[first].start : person.start])), held
        )
    return _plain_title(text, line, person, first)


def _title_of(text: str, line: Line, person: Candidate, held: Name) -> Post | None:
    """ "Policy Officer for Some Group Jane Doe": the organization stands between the role and the name."""
    row = line.row
    at = bisect_left(row.tokens, held.start, key=lambda token: token.start)
    first, floor = at, max(0, at - _LONGEST)
    while first > floor and row.tokens[first].joined and row.tokens[first - 1].text not in _STOPS:
        first -= 1
    role = clean_role(re.sub(r" (?:of|for|at)(?: the)?\s?$", "", text[row.tokens[first].start : held.start]))
    linked = re.search(r" (?:of|for|at)(?: the)? $", text[: held.start][-10:])
    if first == at or not linked or not is_role(role):
        return None
    return Post(row.tokens[first].start, person.end, person, singular(role), held)


def _plain_title(text: str, line: Line, person: Candidate, floor: int) -> Post | None:
    """A title before the name without an organization: the words of titles directly before it."""
    row, first = line.row, person.first
    while first > floor and row.tokens[first].joined:
        token = row.tokens[first - 1]
        small = token.text in ("and", "of", "for", "&", "the") and first - 1 > floor and token.joined
        if (
            token.shape == WORD
            and not token.owner
            and (token.text in TITLE_WORDS or token.text in TITLE_MODIFIERS or _is_worker(row, first, person))
        ) or (small and row.tokens[first - 2].text in TITLE_WORDS | TITLE_MODIFIERS and first < person.first):
            first -= 1
        else:
            break
    while first < person.first and row.tokens[first].text in ("and", "of", "for", "&", "the"):
        first += 1
    while (
        first < person.first
        and row.tokens[person.first - 1].text in HONORIFICS
        and row.tokens[first].text in HONORIFICS
    ):
        first += 1
    titles = TITLE_WORDS - HONORIFICS
    words = [w for w in row.words(first, person.first) if w in titles or _is_head(w)]
    role = clean_role(text[row.tokens[first].start : person.start])
    if not words or not is_role(singular(role)):
        return None
    return Post(row.tokens[first].start, person.end, person, singular(role), None)


def _is_worker(row: Row, at: int, person: Candidate) -> bool:
    """Whether the token before `at` is an occupation directly before a known given name: "Nurse Jane Doe"."""
    known = at == person.first and person.text.split()[0] in GIVEN_NAMES and not row.capitals
    return known and _is_head(row.tokens[at - 1].text)


def _lower_title(text: str, line: Line, person: Candidate) -> Post | None:
    """A role in small letters before the name: "president Jane Doe", "senior analyst, Jane Doe"."""
    start = max(line.row.sentence.start, person.start - 80)
    match = _LOWER_ROLE.search(text, start, person.start)
    if match is None or (is_plural(match.group()) and not _LISTED.match(text, person.end)):
        return None
    words = match.group().replace(",", "").split()
    if not words or not (_is_head(words[-1]) or _HEAD_OF.search(match.group())):
        return None
    before = line.named(max(0, match.start() - 160), match.start())
    held = before[-1] if before else None
    if held is not None and _ANOTHERS.match(text, held.end):
        held = None
    if held is not None and _LED_BY.fullmatch(text, held.end, match.start()) and text[match.start() - 1] != ",":
        begin = match.start()
        lead = re.match(
            r"(?:under|led by|headed by|chaired by|and its|its|the|new|former) ", text[begin : person.start]
        )
        while lead:
            begin += lead.end()
            lead = re.match(r"(?:under|led by|headed by|by|its|the|new|former) ", text[begin : person.start])
        role = clean_role(re.split(r"\b(?:its|their|his|her|our) ", text[begin : person.start])[-1])
        if " the " not in role:
            role = singular(role)
            return Post(held.start, person.end, person, role, held) if is_role(role) else None
    opening = _OPENED.search(text, start, match.start()) if match.group()[:1].islower() else None
    if opening and opening.start() == line.row.sentence.start and opening[1] not in GIVEN_NAMES:
        role = clean_role(text[opening.start() : person.start])
        small = opening[1] in SMALL or opening[1] in _NO_OPENING or (held and held.start <= opening.start())
        if not small and "," not in match.group() and len(words) < 4 and is_role(role):
            return Post(opening.start(), person.end, person, role, None)
    kept = len(words)
    while kept and (_is_head(words[kept - 1]) or words[kept - 1] in _ROLE_ADJECTIVES):
        kept -= 1
        if kept > 1 and words[kept - 1] == "and" and _is_head(words[kept - 2]):
            kept -= 1
    if words[-1] == "officer" and "chief" in words[-5:]:
        kept = len(words) - 1 - words[::-1].index("chief")
    role = " ".join(words[kept:])
    last = match.group().rsplit(",", 1)[-1].strip()
    role = last if "," in match.group().rstrip(" ,") and role.endswith(last) and is_role(last) else role
    begin = person.start - len(match.group()) + match.group().rfind(words[kept]) if kept < len(words) else person.start
    if "," in match.group().rstrip()[-1:] and not held and not _APPOSED.search(text, start, match.start()):
        return _office(text, person, start)
    return Post(begin, person.end, person, singular(role), None) if role else None


def _office(text: str, person: Candidate, start: int) -> Post | None:
    """An office of state before a comma: "the business secretary, Jane Doe"."""
    named = _THE_OFFICE.search(text, start, person.start)
    if named is None or person.text.split()[0] not in GIVEN_NAMES:
        return None
    return Post(named.start("role"), person.end, person, singular(named["role"]), None)


def _is_head(word: str) -> bool:
    """Whether a word heads roles, for one person or several: "nurse", "organizers"."""
    return singular(word).casefold() in ROLE_HEADS


def _joined_title(text: str, line: Line, post: Post) -> Post | None:
    """Another post before one: "Local 12 member and Acme analyst, Jane Doe"."""
    if post.organization is None:
        return None
    match = re.search(r"((?:[a-z][\w’'-]* ){1,4})and (?:the )?$", text[max(0, post.start - 60) : post.start])
    held = line.ending.get(max(0, post.start - 60) + match.start() - 1) if match else None
    if not match or not held or not is_role(match.group(1)):
        return None
    return Post(held.start, post.end, post.person, match.group(1).strip(), held)
