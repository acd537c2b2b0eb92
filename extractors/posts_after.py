"""Posts told after the name: "Jane Doe, director of research at Acme"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.candidates import Candidate, Line
from extractors.given_names import GIVEN_NAMES
from extractors.post import Post, clean_role, told_role
from extractors.posts_before import may_bear
from extractors.rows import Name
from extractors.titles import HONORIFICS, TITLE_MODIFIERS, TITLE_WORDS, is_role

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
_FROM = re.compile(r" (?:from|of|with) (?:the )?")
_MORE = re.compile(r"(?:['’]s)?(?: \([^()]{1,40}\))?,? and (?:(?:a|an|the) )?")
_VERB = re.compile(
    r", (?:[a-z]+ed|spoke|left|won|met|took|made|gave|got|came|went|held|wrote|ran|sent|saw|spent|told|began|brought)\b"
)
_PLACE_OF = re.compile(r" (?:at|in|from|with|on|near|based) ")
_LINK = re.compile(
    r",?\s?(?:(?:at|of|for|with|from|to|in|representing|on behalf of|and)\s)?"
    r"(?:[A-Z][\w.]{0,20}(?: [A-Z]\w{0,20})?['’]s\s)?"
    r"(?:(?:the|its|a|an|his|her|their|UK|US|U\.S\.|American|British|global|tech|parent|\w+-based)\s)*"
    r"(?:(?:union|company|firm|giant|startup|think tank|group|nonprofit|charity|vendor|retailer|newspaper|local)\s)?$"
)


def posts_after(text: str, line: Line, person: Candidate, at: int) -> Iterator[Post]:
    end = line.row.sentence.end
    of = _FROM.match(text, at, end)
    named = line.starting.get(of.end()) if of else None
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
        for post in posts_told(text, line, person, opening.end()):
            if not copula or post.organization is not None:
                yield post


def _is_title_line(text: str, line: Line, at: int) -> bool:
    """Whether a line is nothing but a name and, without a comma, a title: "Jane Doe Senior Advisor to …"."""
    word = re.match(r"[A-Z][\w-]+", text[at : at + 30])
    known = word is not None and (word.group() in TITLE_WORDS or word.group() in TITLE_MODIFIERS)
    return known and len(line.row.sentence.text) < 140 and line.row.sentence.text[-1] not in '.!?”"'


def posts_told(text: str, line: Line, person: Candidate, at: int) -> Iterator[Post]:
    """The roles told from `at` on: "Organizer of A and Fellow at B"."""
    limit = min(line.row.sentence.end, at + 260)
    names = line.named(at, limit)
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
            yield Post(person.start, at + len(alone), person, clean_role(alone), None)
        return
    told = told_role(re.split(r" at (?:the )?(?=[A-Z])", _LINK.sub("", text[at : held.start]))[0])
    if not told:
        return
    yield Post(person.start, held.end, person, clean_role(told), held)
    more = _MORE.match(text, held.end, cut)
    if more:
        yield from posts_told(text, line, person, more.end())


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


def _next_person(text: str, line: Line, person: Candidate, at: int, limit: int) -> int:
    """Where the next person is named, from the comma before on: a title there is not this one's."""
    for other in line.people(at, limit):
        titled = other.first > 0 and line.row.tokens[other.first - 1].text in TITLE_WORDS
        named = may_bear(line, other) and (titled or (other.full and other.text.split()[0] in GIVEN_NAMES))
        if other.start > person.start and named:
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
        if re.search(r" (?:at|of|for|with) (?:the )?$", text[at : name.start]) and not _VERB.match(text, first):
            return name
    return None


def posts_signed(text: str, line: Line, following: Line) -> Iterator[Post]:
    """A name on a line of its own, and the role on the next."""
    people = [c for c in line.candidates if c.full]
    sentence, after = line.row.sentence, following.row.sentence
    if len(people) != 1 or sentence.text.strip(" ,–—-*•") != people[0].text or len(after.text) > 120:
        return
    if after.text[-1] in ".!?”" or after.passage.kind == "heading" or following.candidates:
        return
    word = re.match(r"[A-Z][\w-]+", after.text)
    if word and (word.group() in TITLE_WORDS or word.group() in TITLE_MODIFIERS):
        yield from posts_told(text, following, people[0], after.start)
