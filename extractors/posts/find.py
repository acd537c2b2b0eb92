"""People's posts: a role, at an organization where one is named, before or after the person's name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.base import Reading
from extractors.names.candidates import Candidate, Line, lines
from extractors.names.given_names import GIVEN_NAMES
from extractors.names.organizations import main_union, organizations_in
from extractors.names.rows import Name
from extractors.names.titles import is_plural, is_role
from extractors.posts.after import posts_after, posts_told
from extractors.posts.before import posts_before
from extractors.posts.post import Post, is_of_the_union
from extractors.posts.pronouns import possessed
from extractors.posts.shared import posts_shared
from extractors.posts.signed import posts_signed
from extractors.posts.theirs import of_ours, of_the_issuer, of_theirs, posts_at_theirs
from extractors.text.sentences import leaves

_LETTERS = re.compile(
    r",? (?:(?P<seat>MP|MEP|MSP)|QC|KC|CBE|OBE|MBE)\b(?! (?:for|of)\b)"
    r"|(?:, (?:RN|MD|M\.D\.|Ph\.?D\.?|JD|J\.D\.|Esq\.?|MPH|MBA|MSW|LCSW|CPA|DO|DNP|MSN|BSN|LPN|CNA|NP|PA-C|Ed\.D\.)"
    r"(?![\w-])){1,3}(?=,| and (?:an? |the )?[a-z])(?P<degree>(?: and)?)"
)
_EACH_A_PARTY = re.compile(
    r"\s?\([DRI][-–][A-Za-z.]{1,6}(?:-\d+)?\),? (?:and )?(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+ ?\([DRI][-–]"
)
_DISTRICT = re.compile(r" of (?:[A-Z0-9][\w.]*(?:['’]s)? ?){1,6}(?=,)")
# Whose officer a "CEO" is goes without saying where a text has named one company only.
_OF_A_COMPANY = re.compile(r"(?:[Cc]o-?)?(?:[Ff]ounder and )?(?:CEO|CTO|CFO|COO|[Cc]hief [Ee]xecutive(?: [Oo]fficer)?)")
_NAMED_WITHIN = 300  # characters before the title in which it must be the only one
_DOCTOR = re.compile(r"\b(?:Dr|Prof|Professor|Mr|Ms|Mrs)\.? $")
_WHO_IS = re.compile(r", who (?:is|was|serves as|served as|chairs|leads|heads|co-chairs|runs)\b")
_AUTHOR = re.compile(
    r"(?:(?:lead|study|report|senior|one of the) )*(?:co-?)authors?(?: of .*)?$|(?:lead|study|report) author"
)
_SIGNED = re.compile(r"[”\"]\s*(?:[–—~-]+\s*)\Z")
_SPEECH = re.compile(r":\s?[“\"]")
_LED_BY = re.compile(
    r"(?:\)|\s?\([^()]{1,24}\))?,? (?:represented|led|headed|chaired|run|founded|fronted|directed) by (?:its |the )?"
    r"(?:new |then |former |current )?"
)
_HALF_IN_SMALL = re.compile(r"(?:['’]s)?(?:\s?\([^()]{1,24}\))? (?P<role>(?:[a-z][a-z-]+ ){1,4}(?:and|&) )")
_ASIDE = re.compile(r"\s*(?:\([^()]{1,20}\))?\s*")
_LONGEST_LEAD = 110  # characters of an organization's name over or before a speech
_AN = re.compile(r"(?: (?:an?|the))? ?")
_CONTACT = re.compile(r"(?:\w+ )?[Cc]ontact")
_PARTY = re.compile(
    r"\.?\s?\((?P<party>[DRI])(?:em|ep|nd)?\.?(?:\s?[-–—]\s?"
    r"|, )(?P<state>[A-Z][A-Za-z.]{1,5})(?:[-–]\d{1,2}|[-–]At Large)?\)"
    r"|\.?\s?\((?P<seat>[A-Z]{2})[-–]\d{1,2}\)"
    r"|, (?P<side>[DRI])-[A-Z][\w.]+(?: [A-Z][\w.]+){0,2}(?=[,.;]| and\b| [a-z])"
)


def find_posts(reading: Reading) -> tuple[Post, ...]:
    """All posts told in a document, in reading order."""
    found: list[Post] = []
    known = reading.get(lines)
    firsts = _first_names(known)
    for index, line in enumerate(known):
        inherited: Post | None = None
        for person in line.candidates:
            before = list(posts_before(reading.text, line, person)) or list(_post_leading(reading.text, line, person))
            listed = not before and inherited is not None and _in_list(reading.text, inherited, person)
            if listed and inherited is not None:
                before = [replace(inherited, start=person.start, person=person)]
            inherited = before[0] if listed or (before and _shared(reading.text, before[0])) else None
            told = list(_posts(reading.text, line, person, before, firsts))
            if all(post.organization is None for post in told) and (theirs := possessed(reading, line, person)):
                told = [theirs, *(post for post in told if post.role and not _is_part(post.role, theirs.role))]
            found.extend(told)
            found.extend(posts_at_theirs(reading, person) if person.full else ())
        found.extend(posts_shared(reading.text, line))
        if index + 1 < len(known):
            found.extend(posts_signed(reading.text, line, known[index + 1 : index + 3]))
    own = (_of_the_lead(reading, of_ours(reading, of_theirs(reading, post))) for post in found if not _is_author(post))
    placed = (_of_the_company(reading, _of_the_led(reading, post)) for post in own)
    return tuple(of_the_issuer(reading, _of_the_union(reading, post)) for post in placed)


def _is_part(role: str, whole: str | None) -> bool:
    """Whether a role is but the end or the start of another: "director" of "social affairs director"."""
    return whole is not None and (role.casefold() in whole.casefold() or whole in role)


def _first_names(known: Sequence[Line]) -> frozenset[str]:
    """The first words of names that may stand for them alone: "Jane" after "Jane Doe"."""
    full = {c.text for line in known for c in line.candidates if c.full and len(c.text.split()) < 4}
    counted = Counter(name.split()[0] for name in full)
    return frozenset(first for first, count in counted.items() if count == 1 and len(first) > 2)


def _is_author(post: Post) -> bool:
    """Whether a post is no more than a part in a text: "co-author of the report"."""
    return post.organization is None and post.role is not None and _AUTHOR.match(post.role) is not None


def _of_the_lead(reading: Reading, post: Post) -> Post:
    """The post told in the signature of a speech, at the organization over it: "Acme: “…” — Jane Doe, President"."""
    begin = min(post.start, post.person.start)
    if post.organization is not None or post.role is None:
        return post
    passages = reading.get(leaves)
    at = bisect_right(passages, begin, key=lambda passage: passage.char_start) - 1
    own = passages[at]
    if _SPEECH.match(reading.text, post.person.end):
        return _of_the_opening(reading, post, own.char_start)
    if not _SIGNED.search(reading.text, max(0, begin - 12), begin):
        return post
    colon = reading.text.find(":", own.char_start, min(own.char_end, own.char_start + _LONGEST_LEAD))
    held = _alone(reading, own.char_start, colon) if colon > 0 else None
    if held is None and at and passages[at - 1].char_end - passages[at - 1].char_start < _LONGEST_LEAD:
        held = _alone(reading, passages[at - 1].char_start, passages[at - 1].char_end)
    return replace(post, organization=held) if held else post


def _post_leading(text: str, line: Line, person: Candidate) -> Iterator[Post]:
    """ "Acme Senior Vice President, Policy and Outreach Jane Doe: “…”", whose last words are no title's."""
    held = line.organizations[0] if line.organizations else None
    if held is None or not _SPEECH.match(text, person.end) or held.end > person.start:
        return
    title = text[held.end : person.start].strip()
    opens = not re.search(r"\w", text[line.row.sentence.start : held.start].replace("The", ""))
    if opens and title[:1].isupper() and len(title) < _LONGEST_LEAD and is_role(title.split(",")[0]):
        yield Post(held.start, person.end, person, title, held)


def _of_the_opening(reading: Reading, post: Post, start: int) -> Post:
    """ "Acme Senior Vice President, Policy Jane Doe: “…”": the line opens with the organization and tells the rest."""
    named = organizations_in(reading, start, post.person.start)
    if not named or post.role is None or re.search(r"\w", reading.text[start : named[0].start].replace("The", "")):
        return post
    title = reading.text[named[0].end : post.person.start].strip()
    whole = not title.startswith(",") and title.endswith(post.role) and is_role(title.split(",")[0])
    role = title if whole and len(title) < _LONGEST_LEAD else post.role
    return replace(post, start=named[0].start, role=role, organization=named[0])


def _of_the_led(reading: Reading, post: Post) -> Post:
    """A post told without its organization: "Acme, led by Director Jane Doe", "Acme chairman and CEO Jane Doe"."""
    begin = min(post.start, post.person.start)
    if post.organization is not None or post.role is None:
        return post
    near = organizations_in(reading, max(0, begin - 140), begin)
    led = near and _LED_BY.fullmatch(reading.text, near[-1].end, begin)
    if led:
        return replace(post, start=near[-1].start, organization=near[-1])
    joint = near and _HALF_IN_SMALL.fullmatch(reading.text, near[-1].end, begin)
    if joint and is_role(joint["role"]):
        role = f"{joint['role']}{post.role}"
        return replace(post, start=near[-1].start, role=role, organization=near[-1])
    return post


def _alone(reading: Reading, start: int, end: int) -> Name | None:
    """The organization whose name, with its acronym perhaps, is all that stands between two offsets."""
    named = organizations_in(reading, start, end)
    rest = reading.text[named[0].end : end] if named else ""
    lead = reading.text[start : named[0].start] if named else "-"
    return named[0] if named and not re.search(r"\w", lead.replace("The", "")) and _ASIDE.fullmatch(rest) else None


def _of_the_company(reading: Reading, post: Post) -> Post:
    """The post of a chief executive without a company, at the only one that is named shortly before."""
    if post.organization is not None or not _OF_A_COMPANY.fullmatch(post.role or ""):
        return post
    named = organizations_in(reading, max(0, post.start - _NAMED_WITHIN), post.start)
    firms = [name for name in named if name.kind in ("employer", "media")]
    beside = bool(firms) and reading.text[firms[-1].end : post.start] == ", "
    alone = len({name.name for name in firms}) == 1
    return replace(post, organization=firms[-1]) if beside or alone else post


def _of_the_union(reading: Reading, post: Post) -> Post:
    """A post in a union that is not named beside it, at the union the document is about."""
    if post.organization is None and post.role is not None and is_of_the_union(post.role):
        return replace(post, organization=reading.get(main_union))
    return post


def _posts(text: str, line: Line, person: Candidate, before: Sequence[Post], firsts: frozenset[str]) -> Iterator[Post]:
    letters = _LETTERS.match(text, person.end)
    begin = letters.end() if letters else person.end
    party = _PARTY.match(text, begin)
    after = party.end() if party else begin + (text[begin : begin + 2] == ".,")
    district = _DISTRICT.match(text, after, line.row.sentence.end) if before else None
    after = district.end() if district else after
    state = (party["state"] or party["seat"]) if party else None
    about = {"party": (party["party"] or party["side"]) if party else None, "state": state}
    known = person.full or bool(before) or person.text in GIVEN_NAMES or person.text in firsts
    known = (
        known
        or _WHO_IS.match(text, person.end) is not None
        or _DOCTOR.search(text[max(0, person.start - 12) : person.start]) is not None
    )
    article = _AN.match(text, after) if letters and letters["degree"] else None
    if article:
        later = list(posts_told(text, line, person, article.end()))
    else:
        later = list(posts_after(text, line, person, after)) if known else []
    if later and before and before[0].role and _CONTACT.fullmatch(before[0].role):
        before = []
    if later and before and later[0].role is None and before[0].organization is None:
        later[0] = replace(later[0], start=before[0].start, role=before[0].role)
        before = before[1:]
    if letters and letters["seat"] and not before and not later:
        later = [Post(person.start, letters.end(), person, letters["seat"], None)]
    for post in before:
        lone = post.organization is None and not later
        at = _organization_after(text, line, after) if lone else None
        end = at.end if at else max(after, post.end) if post.start != person.start else after
        yield replace(post, end=end, organization=at or post.organization, party=about["party"], state=about["state"])
    for post in later:
        yield replace(post, party=about["party"], state=about["state"])


def _shared(text: str, post: Post) -> bool:
    """Whether the title before a name is for several people: a plural, or one with a party for each ("(D-Ohio)")."""
    title = text[post.organization.end if post.organization else post.start : post.person.start]
    return is_plural(title) or _EACH_A_PARTY.match(text, post.person.end) is not None


def _in_list(text: str, before: Post, person: Candidate) -> bool:
    between = text[before.person.end : person.start]
    return (
        re.fullmatch(
            r"\.?(?:\s?\([^()]{1,20}\)|, [DRI]-[A-Z][\w. ]{2,30})?(?: of [A-Z][\w‘’' ]{2,20})?,?(?: and)? ", between
        )
        is not None
    )


def _organization_after(text: str, line: Line, at: int) -> Name | None:
    """The organization after "President Jane Doe, ", if what is said ends with it."""
    name = line.starting.get(at + 2)
    if name is None or text[at : name.start] != ", ":
        return None
    closes = re.match(r"(?: \([^()]+\))?(?:[;.,)]|$|\n)", text[name.end : name.end + 30])
    return name if closes else None
