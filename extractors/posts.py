"""People's posts: a role, at an organization where one is named, before or after the person's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.base import Reading
from extractors.candidates import Candidate, Line, lines
from extractors.given_names import GIVEN_NAMES
from extractors.rows import Name
from extractors.titles import (
    HONORIFICS,
    LAWMAKERS,
    PLURALS,
    ROLE_HEADS,
    TITLE_MODIFIERS,
    TITLE_WORDS,
    is_role,
    singular,
)
from extractors.tokens import WORD, word_set

_PARTY = re.compile(
    r"\.?\s?\((?P<party>[DRI])(?:em|ep|nd)?\.?(?:\s?[-–—]\s?"
    r"|, )(?P<state>[A-Z][A-Za-z.]{1,5})(?:[-–]\d{1,2}|[-–]At Large)?\)"
    r"|\.?\s?\((?P<seat>[A-Z]{2})[-–]\d{1,2}\)"
)
_ASIDE = re.compile(r"\s?\([^()]{1,40}\)")
_COPULA = re.compile(
    r" (?:is|was|serves as|served as|became|has been named|was named|was elected|has been) (?:(?:a|an|the) )?"
)
_OPENING = re.compile(
    r",? (?:who (?:is|was|serves as) )?(?:(?:a|an|the|its|their|our|one of the|former|then|currently) )*"
)
_BREAK = re.compile(
    r"[;:“”\"()\n]| [–—-] | (?:who|whom|whose|which|that|said|says|told|wrote|added|announced|called"
    r"|argued|warned|has|had"
    r"|have|is|are|was|were|will|would|joined|led|today|introduced|urged|praised|explained|noted"
    r"|described|as|after|when"
    r"|because|about)\b"
)
_PLACE_OF = re.compile(r" (?:at|in|from|with|on|near|based) ")
_LINK = re.compile(
    r",?\s?(?:(?:at|of|for|with|from|to|in|representing|on behalf of|and)\s)?"
    r"(?:[A-Z][\w.]{0,20}(?: [A-Z]\w{0,20})?['’]s\s)?"
    r"(?:(?:the|its|a|an|his|her|their|UK|US|U\.S\.|American|British|global|tech|parent|\w+-based)\s)*"
    r"(?:(?:union|company|firm|giant|startup|think tank|group|nonprofit|charity|vendor|retailer|newspaper|local)\s)?$"
)
_LED_BY = re.compile(
    r"(?:['’]s?)?(?:\s?\([^()]{1,20}\))?,?(?: (?:under|led by|headed by|chaired by|founded by|and its"
    r"|whose|through its))?"
    r"(?: (?:its|the|new|former|then|interim|acting|current|longtime|long-time|outgoing|incoming))*\s?"
)
_LOWER_ROLE = re.compile(r"(?<![\w’'-])(?:[a-z][\w’'&/-]*,? (?:and )?){1,6}$")
_CONTACT = re.compile(r"(?P<role>(?:(?:Press|Media|News|Communications) )?[Cc]ontacts?)(?: information)?:\s*$")
_STRONG_ROLE = re.compile(r"\b(?:union|guild|bargaining committee|bargaining team|shop steward|union steward)\b")
_GOES_ON = word_set("of for to in on and & with at emeritus / –")
# Titles that are used with a surname alone.
_BEFORE_SURNAMES = HONORIFICS | word_set(
    "President Chair Chairman Chairwoman Leader Speaker Secretary Senator Senators Sen Sens Rep Reps Representative"
    " Representatives Congressman Congresswoman Congressmen Congresswomen Governor Governors Gov Mayor Minister"
    " Professor Commissioner Member Chancellor Director"
)
_LEADING = word_set("and the The a an of for by our its their Former former") | {""}
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


def find_posts(reading: Reading) -> tuple[Post, ...]:
    """All posts told in a document, in reading order."""
    found: list[Post] = []
    known = reading.get(lines)
    for index, line in enumerate(known):
        inherited: Post | None = None
        for person in line.candidates:
            before = list(_before(reading.text, line, person))
            listed = not before and inherited is not None and _in_list(reading.text, inherited, person)
            if listed and inherited is not None:
                before = [replace(inherited, start=person.start, person=person)]
            inherited = before[0] if listed or (before and _plural(reading.text, before[0])) else None
            found.extend(_posts(reading.text, line, person, before))
        if index + 1 < len(known):
            found.extend(_signature(reading.text, line, known[index + 1]))
    return tuple(found)


def _posts(text: str, line: Line, person: Candidate, before: Sequence[Post]) -> Iterator[Post]:
    party = _PARTY.match(text, person.end)
    after = party.end() if party else person.end + (text[person.end : person.end + 2] == ".,")
    state = (party["state"] or party["seat"]) if party else None
    about = {"party": party["party"] if party else None, "state": state}
    later = list(_after(text, line, person, after)) if person.full or before else []
    for post in before:
        lone = post.organization is None and not later
        at = _organization_after(text, line, after) if lone else None
        end = at.end if at else max(after, post.end) if post.start != person.start else after
        yield replace(post, end=end, organization=at or post.organization, party=about["party"], state=about["state"])
    for post in later:
        yield replace(post, party=about["party"], state=about["state"])


def _plural(text: str, post: Post) -> bool:
    """Whether the title before a name is for several people."""
    title = [word.rstrip(".") for word in text[post.start : post.person.start].split()]
    return any(word in PLURALS and word.endswith("s") for word in title)


def _in_list(text: str, before: Post, person: Candidate) -> bool:
    between = text[before.person.end : person.start]
    return re.fullmatch(r"\.?(?:\s?\([^()]{1,20}\))?(?: of [A-Z][\w‘’' ]{2,20})?,?(?: and)? ", between) is not None


def is_of_the_union(role: str) -> bool:
    """Whether a role is held in a union though none is named: "member of the bargaining committee"."""
    return _STRONG_ROLE.search(role) is not None


# Roles before the name


def _before(text: str, line: Line, person: Candidate) -> Iterator[Post]:
    start = line.row.sentence.start
    lead = text[max(start, person.start - 60) : person.start]
    contact = _CONTACT.search(lead)
    if contact:
        yield Post(person.start - len(contact.group()), person.end, person, contact["role"].rstrip("s"), None)
        return
    post = _title(text, line, person) or _lower_title(text, line, person)
    while post is not None:
        yield post
        post = _joined_title(text, line, post)


def _title(text: str, line: Line, person: Candidate) -> Post | None:
    """A title in capitals before the name, and the organization before or inside it."""
    row, at = line.row, person.first
    first = at
    while (
        first > 0 and row.tokens[first].joined and row.tokens[first - 1].text not in (",", ";", ":", "(", ")", "“", '"')
    ):
        if _ending(line.organizations, row.tokens[first - 1].end) or row.tokens[first - 1].owner:
            break
        first -= 1
    held = _ending(line.organizations, row.tokens[first - 1].end) if first > 0 and row.tokens[first].joined else None
    if held is None and first > 2 and row.tokens[first - 1].text == ")" and row.tokens[first].joined:
        held = _ending(line.organizations, row.tokens[first - 3].start - 2)
    if not _may_bear(line, person):
        return None
    if held is not None and first == at:
        return _title_of(text, line, person, held)
    words = row.words(first, at)
    if held is not None and any(word in TITLE_WORDS - HONORIFICS for word in words):
        return Post(
            held.start, person.end, person, _clean(singular(text[row.tokens[first].start : person.start])), held
        )
    return _plain_title(text, line, person, first)


def _may_bear(line: Line, person: Candidate) -> bool:
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


def _title_of(text: str, line: Line, person: Candidate, held: Name) -> Post | None:
    """ "Policy Officer for Some Group Jane Doe": the organization stands between the role and the name."""
    row = line.row
    at = next((n for n, token in enumerate(row.tokens) if token.start == held.start), 0)
    first = at
    while first > 0 and row.tokens[first].joined and row.tokens[first - 1].text not in (",", ";", ":", "(", ")"):
        first -= 1
    role = _clean(re.sub(r" (?:of|for|at)(?: the)?\s?$", "", text[row.tokens[first].start : held.start]))
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
            token.shape == WORD and not token.owner and (token.text in TITLE_WORDS or token.text in TITLE_MODIFIERS)
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
    words = [word for word in row.words(first, person.first) if word in TITLE_WORDS - HONORIFICS]
    role = _clean(text[row.tokens[first].start : person.start])
    if not words or not is_role(singular(role)):
        return None
    return Post(row.tokens[first].start, person.end, person, singular(role), None)


def _lower_title(text: str, line: Line, person: Candidate) -> Post | None:
    """A role in small letters before the name: "president Jane Doe", "senior analyst, Jane Doe"."""
    start = max(line.row.sentence.start, person.start - 80)
    match = _LOWER_ROLE.search(text, start, person.start)
    if match is None:
        return None
    words = match.group().replace(",", "").split()
    if not words or words[-1].casefold() not in ROLE_HEADS:
        return None
    held = next((n for n in reversed(line.organizations) if n.end <= match.start()), None)
    if held is not None and _LED_BY.fullmatch(text, held.end, match.start()) and text[match.start() - 1] != ",":
        begin = match.start()
        lead = re.match(
            r"(?:under|led by|headed by|chaired by|and its|its|the|new|former) ", text[begin : person.start]
        )
        while lead:
            begin += lead.end()
            lead = re.match(r"(?:under|led by|headed by|by|its|the|new|former) ", text[begin : person.start])
        role = _clean(text[begin : person.start])
        return Post(held.start, person.end, person, role, held) if is_role(role) else None
    kept = len(words)
    while kept and (words[kept - 1].casefold() in ROLE_HEADS or words[kept - 1] in _ROLE_ADJECTIVES):
        kept -= 1
    role = " ".join(words[kept:])
    if "," in match.group().rstrip()[-1:] and not held:
        return None
    begin = person.start - len(match.group()) + match.group().rfind(words[kept]) if kept < len(words) else person.start
    return Post(begin, person.end, person, role, None) if role else None


_ROLE_ADJECTIVES = frozenset(
    ["senior", "general", "vice", "deputy", "assistant", "chief", "executive", "managing", "prime", "lead", "former",
     "associate", "staff", "policy", "research", "political", "national", "legislative", "communications"]
)  # fmt: skip


def _joined_title(text: str, line: Line, post: Post) -> Post | None:
    """Another post before one: "Local 12 member and Acme analyst, Jane Doe"."""
    if post.organization is None:
        return None
    match = re.search(r"((?:[a-z][\w’'-]* ){1,4})and (?:the )?$", text[max(0, post.start - 60) : post.start])
    held = match and _ending(line.organizations, max(0, post.start - 60) + match.start() - 1)
    if not match or not held or not is_role(match.group(1)):
        return None
    return Post(held.start, post.end, post.person, match.group(1).strip(), held)


def _ending(organizations: Sequence[Name], end: int) -> Name | None:
    return next((name for name in organizations if name.end == end), None)


def _clean(role: str) -> str:
    """A role without honorifics, articles and marks at its ends."""
    words = role.replace("’s", "").split()
    doubled = len(words) > 1 and words[-1] in LAWMAKERS and is_role(words[-2]) and words[-2] not in TITLE_MODIFIERS
    words = words[:-1] if doubled else words
    while words and (words[-1].strip(".,") in HONORIFICS or words[-1] in (",", "and", "&", "of")):
        words.pop()
    while words and words[0].strip(",") in _LEADING:
        words.pop(0)
    return " ".join(words).strip(" ,")


# Roles after the name


def _after(text: str, line: Line, person: Candidate, at: int) -> Iterator[Post]:
    end = line.row.sentence.end
    of = re.compile(r" (?:from|of|with) (?:the )?").match(text, at, end)
    named = of and next((n for n in line.organizations if n.start == of.end()), None)
    if named and person.full:
        yield Post(person.start, named.end, person, None, named)
        return
    copula = _COPULA.match(text, at, end)
    opening = copula or _OPENING.match(text, at, end)
    if opening is None or opening.end() == at:
        return
    comma = text[at : at + 1] == ","
    title_follows = not comma and not copula and _is_title_line(text, line, opening.end())
    if comma or copula or title_follows:
        for post in _roles(text, line, person, opening.end()):
            if not copula or post.organization is not None:
                yield post


def _is_title_line(text: str, line: Line, at: int) -> bool:
    """Whether a line is nothing but a name and, without a comma, a title: "Jane Doe Senior Advisor to …"."""
    word = re.match(r"[A-Z][\w-]+", text[at : at + 30])
    known = word is not None and (word.group() in TITLE_WORDS or word.group() in TITLE_MODIFIERS)
    return known and len(line.row.sentence.text) < 140 and line.row.sentence.text[-1] not in '.!?”"'


def _roles(text: str, line: Line, person: Candidate, at: int) -> Iterator[Post]:
    """The roles told from `at` on: "Organizer of A and Fellow at B"."""
    limit = min(line.row.sentence.end, at + 260)
    names = [name for name in line.organizations if name.start >= at]
    cut = _next_person(text, line, person, at, _break(text, at, limit, names))
    if cut <= at or text[at:cut].split(maxsplit=1)[0].strip(".") in HONORIFICS:
        return
    ahead = [name for name in names if name.end <= cut]
    if ahead and ahead[0].start == at:
        inner = re.match(r"(?:['’]s)? ((?:[\w’'&/-]+ ?){1,6})", text[ahead[0].end : cut])
        told = re.split(r",| (?:and|in|at|from|on|for) ", inner.group(1))[0] if inner else ""
        if inner and is_role(told):
            end = ahead[0].end + inner.start(1) + len(told.rstrip())
            yield Post(person.start, end, person, told.strip(), ahead[0])
        return
    first = _segment(text, at, cut)
    held = _held(text, at, first, cut, ahead)
    if held is None:
        alone = told_role(_PLACE_OF.split(text[at:first])[0].strip(" ,."))
        if alone:
            yield Post(person.start, at + len(alone), person, _clean(alone), None)
        return
    told = told_role(re.split(r" at (?:the )?(?=[A-Z])", _LINK.sub("", text[at : held.start]))[0])
    if not told:
        return
    yield Post(person.start, held.end, person, _clean(told), held)
    more = re.compile(r"(?:['’]s)?(?: \([^()]+\))?,? and (?:(?:a|an|the) )?").match(text, held.end, cut)
    if more:
        yield from _roles(text, line, person, more.end())


def _break(text: str, at: int, limit: int, names: Sequence[Name]) -> int:
    """Where what is said of the person ends: at a verb or mark that no name of an organization holds."""
    passed = at
    for match in _BREAK.finditer(text, at, limit):
        if match.start() < passed or any(name.start <= match.start() < name.end for name in names):
            continue
        aside = _ASIDE.match(text, match.start()) if match.group() == "(" else None
        if aside is None:
            return match.start()
        passed = aside.end()
    return limit


def told_role(phrase: str) -> str:
    """The role a phrase begins with: "nurse working nights" is a nurse; empty where it is none ("Senator Doe won")."""
    words = phrase.split()
    heads = [n for n, word in enumerate(words[:9]) if is_role(word)]
    if not heads or len(words) > _LONGEST:
        return ""
    last = heads[0]
    while last + 1 < len(words) and not words[last].endswith(","):
        if not is_role(words[last + 1]) and words[last + 1].strip(".,") not in TITLE_MODIFIERS:
            break
        last += 1
    following = words[last + 1] if last + 1 < len(words) else ""
    if not following or words[last].endswith(",") or following in _GOES_ON:
        return phrase
    if following[0].isupper() or not is_role(words[last]):
        return ""
    return " ".join(words[: last + 1])


def _next_person(text: str, line: Line, person: Candidate, at: int, limit: int) -> int:
    """Where the next person is named, from the comma before on: a title there is not this one's."""
    for other in line.candidates:
        titled = other.first > 0 and line.row.tokens[other.first - 1].text in TITLE_WORDS
        named = _may_bear(line, other) and (titled or (other.full and other.text.split()[0] in GIVEN_NAMES))
        if at <= other.start < limit and other.start > person.start and named:
            return max(at, text.rfind(",", at, other.start))
    return limit


def _segment(text: str, at: int, cut: int) -> int:
    """The end of the first comma-separated part."""
    comma = text.find(",", at, cut)
    return cut if comma < 0 else comma


def _held(text: str, at: int, first: int, cut: int, ahead: Sequence[Name]) -> Name | None:
    """The organization a role is held at: linked in the same part, or following a comma and closing what is said."""
    if not is_role(text[at:first]):
        return None
    for index, name in enumerate(ahead):
        closing = re.fullmatch(r"(?:\s?\([^()]*\))?[\s.,)]*(?:and\b.*)?", text[name.end : cut], re.DOTALL) is not None
        if name.start < first:
            linked = _LINK.search(text, at, name.start)
            if not (linked and linked.group().strip(" ,") and linked.group().strip() not in ("and", "the")):
                continue
            other = ahead[index + 1] if index + 1 < len(ahead) else None
            if (
                other
                and re.fullmatch(r", ", text[name.end : other.start])
                and text[other.end : other.end + 1] in ".;,("
            ):
                unknown = text[name.start : name.end].rsplit(maxsplit=1)[-1] in (
                    "Initiative",
                    "Program",
                    "Lab",
                    "Division",
                    "Office",
                )
                return other if unknown else name
            return name
        if re.search(r", (?:the )?$", text[at : name.start]) and closing:
            return name
        if re.search(r" (?:at|of|for|with) (?:the )?$", text[at : name.start]):
            return name
    return None


def _organization_after(text: str, line: Line, at: int) -> Name | None:
    """The organization after "President Jane Doe, ", if what is said ends with it."""
    for name in line.organizations:
        if name.start == at + 2 and text[at : name.start] == ", ":
            rest = text[name.end : name.end + 30]
            return name if re.match(r"(?: \([^()]+\))?(?:[;.,)]|$|\n)", rest) else None
    return None


def _signature(text: str, line: Line, following: Line) -> Iterator[Post]:
    """A name on a line of its own, and the role on the next."""
    people = [c for c in line.candidates if c.full]
    sentence, after = line.row.sentence, following.row.sentence
    if len(people) != 1 or sentence.text.strip(" ,–—-*•") != people[0].text or len(after.text) > 120:
        return
    if after.text[-1] in ".!?”" or after.passage.kind == "heading" or following.candidates:
        return
    word = re.match(r"[A-Z][\w-]+", after.text)
    if word and (word.group() in TITLE_WORDS or word.group() in TITLE_MODIFIERS):
        yield from _roles(text, following, people[0], after.start)
