"""Posts told after the name: "Jane Doe, director of research at Acme"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.names.candidates import Candidate, Line
from extractors.names.given_names import GIVEN_NAMES
from extractors.names.rows import Name
from extractors.names.titles import HONORIFICS, TITLE_MODIFIERS, TITLE_WORDS, is_function, is_role
from extractors.posts.post import CHAMBER, Post, clean_role, may_bear, told_role

_ASIDE = re.compile(r"\s?\([^()]{1,40}\)")
_COPULA = re.compile(
    r" (?:is|was|serves as|served as|became|has been named|was named|was elected|has been) (?:(?:a|an|the) )?"
)
# "The board named Jane Doe as the country's first minister of labour."
_CHOSEN = re.compile(
    r"\b(?:appoint(?:s|ed|ing)|nam(?:es|ed|ing)|elect(?:s|ed|ing)|re-elected|hir(?:es|ed|ing)|tapped|picked|chose|chosen"
    r"|nominat(?:es|ed|ing)|installed|promoted|confirmed)\b[^.;]{0,80}\Z"
)
_AS = re.compile(
    r",? (?:as|to be|to serve as) (?:(?:an?|the|its|their|our|his|her)(?: (?!head)[a-z]+[’']s)? )?"
    r"(?:(?:first|second|next|new|interim|acting)(?:-ever)? )*"
)
_OPENING = re.compile(
    r",? (?:who (?:is|was|serves as|served as|works as|worked as|has worked as|is employed as|has been) )?"
    r"(?:(?:a|an|the|its|their|our|one of the|former|then|currently|now|also) )*"
)
# What somebody does, and the role that doing so gives; None where it gives none by name.
_DOES = {
    "chairs": "chair", "co-chairs": "co-chair", "leads": "leader", "heads": "head", "heads up": "head",
    "directs": "director", "founded": "founder", "co-founded": "co-founder", "cofounded": "co-founder", "runs": None,
}  # fmt: skip
_WHO_DOES = re.compile(
    r",? who (?:(?P<does>co-chairs|chairs|leads|heads up|heads|directs|co-?founded|founded|runs)"
    r"|(?:works|worked|is|was|teaches|writes|drives|volunteers|organi[sz]es|represents \w+) (?:for|at|with|from))"
    r" (?:the )?"
)
_THE_ROLE = re.compile(r" the (?=(?:[\w’'.-]+ ){0,4}?(?:MP|MEP|MSP|president|leader|director|secretary|chair|head)\b)")
_SEPARATOR = re.compile(r"(?:,| [–—-]|:| \|) (?:the )?")
_BYLINE = re.compile(r"(?:^|\n|[.•|–—-] )(?:[Ww]ritten )?[Bb]y:? $")
_ELSEWHERE = re.compile(r",? (?:to|in|by|into|outside|after|before|during|on|near) ")
_SPEECH = re.compile(r"(?:I|We|My|Our|It|He|She|This|That|They|You)\b")
_IS = re.compile(r"(?:is|was|has been|had been|are|were|has|had|will|would) (?P<article>(?:an?|the) )?")
_OPENS = re.compile(r"(?:.*[”\"] ?)?[\s*•–—▪-]*(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs|Rev|Sir)\b\.? )?", re.DOTALL)
_FEDERATION = re.compile(
    r"(?:,? (?:AFL[-–]CIO|CLC|AFT|NEA|CWA|SEIU|UAW|IBT|LiUNA|AFSCME|USW|IUE|TUC)\b(?:[/,–-] ?(?:AFL[-–]CIO|CLC)\b)?)?"
)
_BREAK = re.compile(
    r"[;:“”\"()\n]| [–—-] | (?:who|whom|whose|which|that|said|says|told|wrote|added|announced|called"
    r"|argued|warned|affirmed|confirmed|stated|insisted|stressed"
    r"|continued|responded|replied"
    r"|has|had"
    r"|have|is|are|was|were|will|would|joined|led|today|introduced|urged|praised|explained|noted"
    r"|described|as|after|when"
    r"|because|about)\b"
)
_FROM = re.compile(r"(?:,? (?:from|of)| with) (?:the )?(?:[A-Z][\w.]*-based )?")
_CLOSING = re.compile(
    r"(?:,? (?:P\.?C|L\.?L\.?[CP]|Inc|Ltd)\b)?(?:\s?\([^()]*\))?"
    r"(?:[\s.,)]*(?:and\b.*)?|, (?!(?:of|for|at|in)\b)[a-z].*)",
    re.DOTALL,
)
_MORE = re.compile(r"(?:['’]s)?(?: \([^()]{1,40}\))?(?:,? and (?:(?:a|an|the) )?|; (?=[A-Z]))")
_PART_OF = re.compile(r" (?:at|of) (?:the )?")
_VERB = re.compile(
    r", (?:[a-z]+ed|spoke|left|won|met|took|made|gave|got|came|went|held|wrote|ran|sent|saw|spent|told|began|brought)\b"
)
_PLACE_OF = re.compile(r" (?:at|in|from|with|on|near|based) ")
_AT_ONCE = re.compile(r"\b(?:CEO|CFO|CTO|COO|President|Director|Chair|Founder|Officer|Manager|Counsel) $")
_LINK = re.compile(
    r",?\s?(?:(?:at|of|for|with|from|to|in|representing|on behalf of|and)\s)?"
    r"(?:[A-Z][\w.]{0,20}(?: [A-Z]\w{0,20})?['’]s\s)?"
    r"(?:(?:[Tt]he|its|a|an|his|her|their|UK|US|U\.S\.|American|British|global|tech|parent|\w+-based)\s)*"
    r"(?:(?:(?:trade )?union|company|firm|giant|startup|think tank|group|nonprofit|charity|vendor|retailer"
    r"|newspaper|local)\s)?$"
)


def posts_after(text: str, line: Line, person: Candidate, at: int) -> Iterator[Post]:
    end = line.row.sentence.end
    of = _FROM.match(text, at, end)
    named = line.starting.get(of.end()) if of else None
    given = person.text.split()[0] in GIVEN_NAMES
    if named and (given or (person.full and text[at : at + 5] != " with")):
        yield Post(person.start, named.end, person, None, named)
        return
    aside = list(_beside(text, line, person, at, end)) if given or person.full else []
    if aside:
        yield from aside
        return
    made = _AS.match(text, at, end)
    if made and _CHOSEN.search(text, max(line.row.sentence.start, person.start - 120), person.start):
        yield from posts_told(text, line, person, made.end())
        return
    copula = _COPULA.match(text, at, end)
    opening = copula or _OPENING.match(text, at, end)
    if opening is None or opening.end() == at or text.startswith("and ", opening.end()):
        return
    comma = text[at : at + 1] == ","
    title_follows = (
        not comma
        and not copula
        and (_is_title_line(text, line, opening.end()) or _THE_ROLE.match(text, at, end) is not None)
    )
    said = _IS.match(text, opening.end(), end)
    if said and not said["article"]:
        return
    if comma or copula or title_follows:
        for post in posts_told(text, line, person, said.end() if said else opening.end()):
            if not copula or post.organization is not None:
                yield post


def _beside(text: str, line: Line, person: Candidate, at: int, end: int) -> Iterator[Post]:
    """Posts told by what somebody does, in brackets, or in a list of names: "who chairs Acme", "(Acme)", "– Acme"."""
    does = _WHO_DOES.match(text, at, end)
    named = line.starting.get(does.end()) if does else None
    if does and named:
        yield Post(person.start, named.end, person, _DOES.get(does["does"] or ""), named)
        return
    if text[at : at + 2] == " (":
        named = line.starting.get(at + 2) or line.starting.get(at + 6 if text.startswith("the ", at + 2) else -1)
        if named and text[named.end : named.end + 1] == ")":
            yield Post(person.start, named.end, person, None, named)
        elif is_role(text[at + 2 : text.find(")", at, at + 120)]):
            yield from posts_told(text, line, person, at + 2)
        return
    given = person.text.split()[0] in GIVEN_NAMES
    byline = _BYLINE.search(text, max(line.row.sentence.start - 1, person.start - 13, 0), person.start)
    named = line.starting.get(at + 2) or line.starting.get(at + 6 if text.startswith(", the ", at) else -1)
    if byline and named and text[at : at + 1] == "," and not text[named.end : end].strip(" ."):
        yield Post(person.start, named.end, person, None, named)
        return
    separator = _SEPARATOR.match(text, at, end)
    if separator and _OPENS.fullmatch(text, max(line.row.sentence.start, person.start - 400), person.start):
        named = line.starting.get(separator.end())
        if named and not text[named.end : end].strip(" .)"):
            yield Post(person.start, named.end, person, None, named)
        elif (
            separator.group()[0] != ","
            and not _SPEECH.match(text, separator.end())
            and (given or (person.full and separator.group()[0] == " "))
        ):
            yield from posts_told(text, line, person, separator.end())


def _is_title_line(text: str, line: Line, at: int) -> bool:
    """Whether a line is nothing but a name and, without a comma, a title: "Jane Doe Senior Advisor to …"."""
    word = re.match(r"[A-Z][\w-]+", text[at : at + 30])
    known = word is not None and (word.group() in TITLE_WORDS or word.group() in TITLE_MODIFIERS)
    return known and len(line.row.sentence.text) < 140 and line.row.sentence.text[-1] not in '.!?”"'


def posts_told(text: str, line: Line, person: Candidate, at: int, limit: int | None = None) -> Iterator[Post]:
    """The roles told from `at` on, up to `limit`: "Organizer of A and Fellow at B"."""
    limit = min(line.row.sentence.end, at + 260) if limit is None else limit
    names = line.named(at, limit)
    cut = _next_person(text, line, person, at, _break(text, at, limit, names))
    if cut <= at or text[at:cut].split(maxsplit=1)[0].strip(".") in HONORIFICS:
        return
    ahead = [name for name in names if name.end <= cut]
    if ahead and ahead[0].start == at:
        inner = re.match(r"(?:['’]s)? ((?:[\w’'&/-]+ ?){1,6})", text[ahead[0].end : cut])
        told = re.split(r",| (?:and|in|at|from|on|for) ", inner.group(1))[0] if inner else ""
        if inner and is_role(told) and CHAMBER.fullmatch(ahead[0].text):
            end = ahead[0].end + inner.start(1) + len(told.rstrip())
            yield Post(person.start, end, person, text[at:end], None)
        elif inner and is_role(told):
            end = ahead[0].end + inner.start(1) + len(told.rstrip())
            home = next((name for name in ahead[1:] if text[end : name.start] == ", "), None)
            if home and not text[home.end : cut].strip(" .)"):
                yield Post(person.start, home.end, person, text[at:end], home)
                return
            yield Post(person.start, end, person, told.strip(), ahead[0])
            more = _MORE.match(text, end, cut)
            if more:
                yield from posts_told(text, line, person, more.end(), cut)
        return
    other = _other_post(text, at, cut, ahead)
    if other:
        yield from posts_told(text, line, person, at, other[0])
        yield from posts_told(text, line, person, other[1], cut)
        return
    first = _segment(text, at, cut, ahead)
    held = _held(text, at, first, cut, ahead)
    if held is None:
        alone = told_role(_PLACE_OF.split(text[at:first])[0].strip(" ,."))
        if alone:
            yield Post(person.start, at + len(alone), person, clean_role(alone), None)
        return
    owners = [name for name in ahead if name.end <= held.start and text[name.end : held.start] in ("’s ", "'s ")]
    said = re.split(r" at (?:an? |the )?", _LINK.sub("", text[at : (owners[-1] if owners else held).start]))[0]
    told = told_role(said) or (said if is_function(said.strip(" ,")) else "")
    if not told:
        return
    yield Post(person.start, held.end, person, clean_role(told), held)
    more = _MORE.match(text, held.end, cut)
    if more:
        yield from posts_told(text, line, person, more.end())


def _other_post(text: str, at: int, cut: int, ahead: Sequence[Name]) -> tuple[int, int] | None:
    """Where a first role ends and a second with its organization before it begins: "nurse and GMB member"."""
    for name in ahead:
        joint = re.search(r",? and (?:(?:a|an|the) )?$", text[at : name.start])
        after = re.match(r"(?:['’]s)? ((?:[A-Za-z][\w’'-]* ?){1,4})", text[name.end : cut])
        if joint and after and is_role(after[1]) and is_role(text[at : at + joint.start()]):
            return at + joint.start(), name.start
    return None


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


def _segment(text: str, at: int, cut: int, ahead: Sequence[Name]) -> int:
    """The end of the first comma-separated part; commas inside names of organizations do not count."""
    comma = text.find(",", at, cut)
    while comma >= 0 and (inside := next((name for name in ahead if name.start < comma < name.end), None)):
        comma = text.find(",", inside.end, cut)
    return cut if comma < 0 else comma


def _held(text: str, at: int, first: int, cut: int, ahead: Sequence[Name]) -> Name | None:
    """The organization a role is held at: linked in the same part, or following a comma and closing what is said."""
    if not (is_role(text[at:first]) or is_function(text[at:first])):
        return None
    for index, name in enumerate(ahead):
        owns = re.match(r"['’]s? $", text[name.end : name.end + 3]) and index + 1 < len(ahead)
        if owns and ahead[index + 1].start <= name.end + 3:
            continue
        after = _FEDERATION.match(text, name.end, cut)
        rest = text[after.end() if after else name.end : cut]
        part = _PART_OF.match(rest)
        if part and index + 1 < len(ahead) and name.end + part.end() == ahead[index + 1].start:
            rest = text[ahead[index + 1].end : cut]  # "Fellow, Mercatus Center at George Mason University"
        closing = _CLOSING.fullmatch(rest) is not None
        if name.start < first:
            linked = _LINK.search(text, at, name.start)
            beside = closing and _AT_ONCE.search(text, at, name.start)
            if not beside and not (
                linked and linked.group().strip(" ,") and linked.group().strip() not in ("and", "the")
            ):
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
        if re.search(r", (?:[Tt]he )?$", text[at : name.start]) and closing:
            return name
        if re.search(r" (?:at|of|for|with) (?:[Tt]he )?$", text[at : name.start]) and not (
            _VERB.match(text, first) or _ELSEWHERE.search(text, first, name.start)
        ):
            return name
    return None
