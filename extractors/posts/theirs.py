"""Posts at an organization that is not named beside them: "the union's president", "our general secretary"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from extractors.base import Reading
from extractors.names.candidates import Candidate
from extractors.names.organizations import find_organizations, main_union
from extractors.names.rows import Name
from extractors.names.titles import is_role
from extractors.posts.post import Post

_THEIRS = re.compile(r"(?:the|that) (?P<noun>\w+)['’]s? ", re.IGNORECASE)
# Whom nouns may mean: kinds of organizations.
_KINDS_OF = {
    "union": ("union", "federation"),
    "guild": ("union",),
    "federation": ("federation", "union"),
    "local": ("union",),
    "company": ("employer", "media"),
    "firm": ("employer",),
    "startup": ("employer",),
    "giant": ("employer",),
    "group": ("ngo", "employer_association", "coalition", "research"),
    "association": ("ngo", "employer_association", "union"),
    "organization": ("ngo", "research", "union", "federation", "employer_association", "coalition"),
    "organisation": ("ngo", "research", "union", "federation", "employer_association", "coalition"),
    "nonprofit": ("ngo", "research"),
    "coalition": ("coalition",),
    "alliance": ("coalition", "ngo", "employer_association"),
    "chamber": ("employer_association",),
    "hospital": ("employer",),
    "agency": ("government",),
    "department": ("government",),
    "university": ("research",),
    "committee": ("legislature", "government"),
    "newspaper": ("media",),
    "paper": ("media",),
}
_FOR_THE = re.compile(
    r"\b(?P<role>(?:[a-z-]+ ){0,2}(?:spokes\w+|president|director|secretary|leader|chair\w*|organi[sz]er|officer"
    r"|lawyer)) (?:for|of|at|with) the (?P<noun>\w+), \Z"
)
_WHO_LEADS = re.compile(r", who (?P<does>leads|heads|chairs|co-chairs|directs) the (?P<noun>\w+)(?=[,.])")
_DOES = {"leads": "leader", "heads": "head", "chairs": "chair", "co-chairs": "co-chair", "directs": "director"}
_REPORTS = re.compile(
    r"(?:(?:[\w-]+ ){0,3}(?:reporter|correspondent|columnist|editor)|staff writer|senior writer)", re.IGNORECASE
)
_WRITTEN_BY = re.compile(r"\bBy (?P<role>[a-z][a-z -]{2,40}) \Z")
_TOP = 600  # characters at the top of a text in which it names its writer
_OFFICER = re.compile(
    r"(?:(?:international|national|interim|acting|general|vice|executive|senior|deputy) ){0,2}"
    r"(?:chief executive(?: officer)?|ceo|chief \w+ officer|general secretary|executive director|director[- ]general"
    r"|general manager|secretary-treasurer|vice president|president)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"[A-Z][\w’'-]+['’]s? [^.]{0,40}\Z|\b(?:former|then|ex-)\s?\Z|[A-Z][\w’'-]+ \Z")
_OURS = re.compile(r"\b[Oo]ur (?:new |own )?\Z")


def of_theirs(reading: Reading, post: Post) -> Post:
    """A post at "the union", "the company", at the organization of that kind that the text named last before."""
    if post.organization is not None or post.role is None:
        return post
    inside = (post.person.end, post.end) if post.start >= post.person.start else (post.start, post.person.start)
    theirs = _THEIRS.search(reading.text, max(0, inside[0] - 22), inside[1])
    if theirs is None or theirs["noun"].casefold() not in _KINDS_OF:
        return post
    role = post.role
    for form in (f"{theirs['noun']}’s ", f"{theirs['noun']}'s ", f"{theirs['noun']} "):
        role = role.removeprefix(form)
    held = meant(reading, theirs["noun"], theirs.start())
    return replace(post, role=role, organization=held) if is_role(role) else post


def of_ours(reading: Reading, post: Post) -> Post:
    """A post told with "our": in the union that the text is by, and names most."""
    begin = min(post.start, post.person.start)
    if post.organization is not None or not _OURS.search(reading.text, max(0, begin - 12), begin):
        return post
    return replace(post, organization=reading.get(main_union))


def of_the_issuer(reading: Reading, post: Post) -> Post:
    """A post told without its organization, at who publishes the text: a reporter at the paper, a release's officer.

    Only where the paper's own line names the reporter ("By Jane Doe, staff writer"), and for officers whose like the
    issuer of a release has.
    """
    document = reading.document
    if post.organization is not None or post.role is None or not document.publisher:
        return post
    begin = min(post.start, post.person.start)
    paper = _REPORTS.fullmatch(post.role) and begin < _TOP
    states = post.start < post.person.start and post.role.endswith("President")  # "President Jane Doe" may be anybody's
    release = document.document_type == "press_release" and not states and _OFFICER.fullmatch(post.role)
    if not paper and not (release and not _ELSEWHERE.search(reading.text, max(0, begin - 60), begin)):
        return post
    name = document.publisher
    whole = _WRITTEN_BY.search(reading.text, max(0, post.person.start - 60), post.person.start) if paper else None
    post = replace(post, start=whole.start("role"), role=whole["role"]) if whole else post
    return replace(post, organization=Name(begin, begin, name, name, "media" if paper else None))


def posts_at_theirs(reading: Reading, person: Candidate) -> Iterator[Post]:
    """ "A spokesperson for the alliance, Jane Doe", "Jane Doe, who leads the federation"."""
    text = reading.text
    told = _FOR_THE.search(text, max(0, person.start - 90), person.start)
    if told and (held := meant(reading, told["noun"], told.start())):
        yield Post(told.start("role"), person.end, person, told["role"], held)
    leads = _WHO_LEADS.match(text, person.end)
    if leads and (held := meant(reading, leads["noun"], person.start)):
        yield Post(person.start, leads.end(), person, _DOES[leads["does"]], held)


def meant(reading: Reading, noun: str, at: int) -> Name | None:
    """The organization that a noun means: the one of its kind that the text named last before an offset."""
    kinds = _KINDS_OF.get(noun.casefold(), ())
    earlier = reading.get(find_organizations)
    before = bisect_left(earlier, at, key=lambda name: name.start)
    near = [name for name in reversed(earlier[max(0, before - 24) : before]) if name.kind in kinds]
    called = [name for name in near if noun.casefold() in name.name.casefold().split()]
    return next(iter([*called, *near]), None)
