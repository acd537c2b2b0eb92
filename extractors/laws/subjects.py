"""Which organizations are the subject of a verb: named before it, meant by "the union", or led by the person named.

What a subject names stands in rows of names ("A, B and the C"). A row counts by the words before it: "labor groups
including A", "leaders of A", "allies from A", "along with A"; not "workers at A", "which represents A", "A's plan".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.base import Reading
from extractors.coalitions import find_coalitions
from extractors.laws.find import legislation_in
from extractors.laws.position_words import CLAUSE, COALITION_NOUN, STANDS_FOR
from extractors.laws.stands import OFFICIAL
from extractors.names.enumerations import document_name
from extractors.names.organizations import Name, organizations_in
from extractors.names.people import Person, people_in
from extractors.text.sentences import Sentence

_AND = re.compile(
    r"(?:\s?\([^()]{1,40}\))?(?:,\s(?:and\s|as well as\s)?|\s(?:and|or|&|as well as|plus)\s)(?:its affiliate,?\s"
    r"|both\s)?(?:the\s)?"
)
_ADVERBS = re.compile(
    r"(?:\s?\([^()]{1,30}\))?,?(?:\sand\s(?:[\w’'-]+\s){1,4}(?:groups|organi[sz]ations|unions|others|allies))?"
    r"(?:\s(?:\w+ly|have|has|is|are|been|all|both|also|today|jointly))*\s"
)
_MEMBERS_OF = re.compile(
    r"\b(?:[Rr]epresentatives|[Ll]eaders?|[Oo]fficials|[Pp]residents?|[Hh]eads|[Mm]embers|[Aa]llies|[Dd]elegates"
    r"|[Oo]rgani[sz]ers|[Aa]ctivists|[Aa]dvocates|[Ll]obbyists|[Ss]pokes(?:person|man|woman|people)|[Aa]ffiliates"
    r"|[Ll]ocals|[Cc]hapters|[Cc]oalition|[Aa]lliance|[Gg]roup|[Uu]nions|[Ll]awyers|[Aa]ttorneys)"
    r"\s(?:from|of|for|with|in)\s(?:unions? like\s|groups like\s)?(?:the\s)?\Z"
)
_ALSO = re.compile(
    r"\b(?:with|alongside|by|as well as|in partnership with|in coalition with|and allies at)\s(?:its affiliates?,?\s"
    r"|unions like\s|groups like\s|groups such as\s|partners\s(?:like\s)?)?(?:the\s)?\Z"
)
_TOGETHER = re.compile(
    r"\b(?:together|along|alongside|joined|joining|joins|join|partnered|partnering|working|worked|teamed up"
    r"|partnership|coalition|backed|supported|stood)\b"
)
_INCLUDING = re.compile(
    r"\b(?:groups?|organi[sz]ations?|unions?|associations?|advocates|opponents|supporters|critics|lobb(?:y|ies)"
    r"|federations?|nonprofits?|coalition|alliance|industry|interests|bodies|charities|companies|giants|firms|allies"
    r"|others"
    r"|chapters|affiliates),?\s(?:including|such as|like|led by|—|–|-)\s?(?:both\s)?(?:the\s)?\Z"
)
_SIDE = re.compile(
    r"\b(?:which|who|whose|at|of|in|with|to|by|for|against|from|than|representing|represents?|under|on|over|like"
    r"|including|such as|between|among|about|inside|against|targeting|despite|after|when|if|sued|told|called"
    r"|joined|met|left|bought|owns)\s(?:the\s)?\Z"
)
_WORKERS_OF = re.compile(
    r"\b(?:workers|employees|staff|drivers|teachers|nurses)\s(?:at|of|from|for|with|in)\s(?:the\s)?\Z"
)
_PRONOUN = re.compile(r"\s*(?:[Ii]t|[Tt]hey)\s(?:(?:also|has|have|now|still)\s){0,2}")
_THAT = re.compile(r"\b(?:said|says|told|wrote|writes|announced|stated|warned|added)\b[^“”;]{0,80}?\s(?:that|it)?\s?\Z")
_JUST_BEFORE = 260  # characters before "It" in which it is named
_KINDS_OF = {"union": ("union",), "guild": ("union",), "federation": ("federation", "union"),
             "confederation": ("federation",), "chamber": ("employer_association",)}  # fmt: skip
_BRINGING_KINDS = ("ngo", "employer_association", "coalition", "union", "federation", "other")
_RECALLED = 1_200  # characters before "the union" in which it is named


def subjects(reading: Reading, sentence: Sentence, verb: int) -> list[str]:
    """The organizations that are the subject of the verb at `verb` of the sentence's text."""
    begin, end = _clause(sentence, verb), sentence.start + verb
    if begin >= end:
        return []
    if _PRONOUN.fullmatch(reading.text, begin, end):
        return _it(reading, sentence, begin)
    if coalition := _coalition(reading, sentence, begin, end):
        return coalition
    named = [
        name
        for name in organizations_in(reading, begin, end)
        if not any(law.start <= name.start < law.end for law in legislation_in(reading, begin, end))
    ]
    people = people_in(reading, begin, end)
    if people and (meant := _meant(reading, people[-1].end, end)):
        return meant
    if people:
        return _listed_before(reading, named, people[-1].end, end) or _led(reading, people, named, end)
    return _of_rows(reading, named, begin, end) if named else _meant(reading, begin, end)


def _it(reading: Reading, sentence: Sentence, begin: int) -> list[str]:
    """The organization that "it" means: the subject of "X wrote that it ...", else the one named last before."""
    before = reading.text[sentence.start : begin]
    if said := _THAT.search(before):
        return subjects(reading, sentence, said.start())
    earlier = organizations_in(reading, max(0, sentence.start - _JUST_BEFORE), sentence.start)
    own = [n for n in earlier if n.kind in _BRINGING_KINDS]
    return [document_name(reading, own[-1])] if own and not before.strip() else []


def joined_in(reading: Reading, start: int, end: int) -> list[str]:
    """The organizations between two offsets that act along with a subject: "worked alongside A, B and C to pass"."""
    named = organizations_in(reading, start, end)
    found = []
    for row in _rows(reading.text, named):
        if _ALSO.search(reading.text[start : row[0].start]):
            found += [document_name(reading, name) for name in row if name.kind not in OFFICIAL]
    return found


def row_at(reading: Reading, at: int, end: int) -> list[str]:
    """The organizations of the row that begins at an offset: "A, B and the C"; none where no name stands there."""
    row = next(_rows(reading.text, organizations_in(reading, at, end)), [])
    if not row or row[0].start != at:
        return []
    return [document_name(reading, name) for name in row if name.kind not in OFFICIAL]


def _clause(sentence: Sentence, verb: int) -> int:
    """Where the clause of the verb begins in the document; a list's last item opens none: "A, B, and the C support"."""
    text = sentence.text
    first = max(0, verb - 600)
    cuts = [first, *(m.end() for m in CLAUSE.finditer(text, first, verb))]
    begin = cuts[-1]
    while (
        len(cuts) > 1
        and re.search(r",\s(?:and|as)\s\Z", text[max(0, begin - 8) : begin])
        and re.match(r"(?:the|its)\s[A-Z]", text[begin : begin + 6])
    ):
        cuts.pop()
        begin = cuts[-1]
    return sentence.start + begin


def _rows(text: str, named: Sequence[Name]) -> Iterator[list[Name]]:
    """The names in rows: those with only "and" or a comma between them together."""
    row: list[Name] = []
    for name in named:
        if row and not _AND.fullmatch(text[row[-1].end : name.start]):
            yield row
            row = []
        row.append(name)
    if row:
        yield row


def _of_rows(reading: Reading, named: Sequence[Name], begin: int, end: int) -> list[str]:
    found: list[str] = []
    for row in _rows(reading.text, named):
        before = reading.text[begin : row[0].start]
        owner = re.match(r"[’']s?\s(?!own\b)", reading.text[row[-1].end : end])
        led = owner and re.match(
            r"[’']s?\s(?:[\w-]+\s){0,3}(?:leaders?|members|president|lobbyists|affiliates)\s",
            reading.text[row[-1].end : end],
        )
        if (owner and not led) or re.search(r"\bwhich\b[^,]*\Z", before) or not _acts(before, row, bool(found)):
            continue
        found += [document_name(reading, n) for n in row if n.kind not in OFFICIAL]
    return found


def _acts(before: str, row: Sequence[Name], others: bool) -> bool:
    """Whether a row of names is a subject by the words before it; `others` tells that a row before it is."""
    if _WORKERS_OF.search(before):
        return row[0].kind in ("union", "federation")
    if _MEMBERS_OF.search(before):
        return row[0].kind != "employer"
    if _INCLUDING.search(before):
        return True
    if _ALSO.search(before) and _TOGETHER.search(before[-60:]):
        return others
    return not _SIDE.search(before)


def _listed_before(reading: Reading, organizations: Sequence[Name], start: int, end: int) -> list[str]:
    """The organizations that stand last before the verb, after the persons of the same list: "Rep. Poe, A, and B"."""
    found: list[Name] = []
    until = end
    for name in reversed(organizations):
        gap = reading.text[name.end : until]
        if name.start < start or not (_AND.fullmatch(gap) if found else _ADVERBS.fullmatch(gap)):
            break
        found.append(name)
        until = name.start
    return [document_name(reading, n) for n in reversed(found) if n.kind not in OFFICIAL]


def _meant(reading: Reading, begin: int, end: int) -> list[str]:
    """The organization that "the union", "the federation" before a verb means: the one of its kind named last."""
    match = STANDS_FOR.search(reading.text, begin, end)
    if not match:
        return []
    kinds = _KINDS_OF.get(match["noun"], _BRINGING_KINDS)
    named_so = [n for n in organizations_in(reading, 0, begin) if match["noun"].capitalize() in n.name.split()]
    near = [n for n in organizations_in(reading, max(0, begin - _RECALLED), begin) if n.kind in kinds]
    before = near if match["noun"] in ("union", "group") else named_so or near
    if re.search(r"\b(?:inter)?national|parent\b", match.group()):
        before = [n for n in before if "Local" not in n.name]
    return [document_name(reading, before[-1])] if before else []


def _led(reading: Reading, people: Sequence[Person], organizations: Sequence[Name], end: int) -> list[str]:
    """The organization that the person before the verb leads and with which the person is named."""
    person = people[-1]
    if person.party or not person.organization or person.organization_kind in OFFICIAL:
        return []
    near = [n for n in organizations if n.name == person.organization]
    return [document_name(reading, near[0])] if near and end - max(person.end, near[-1].end) < 60 else []


def _coalition(reading: Reading, sentence: Sentence, begin: int, end: int) -> list[str]:
    groups = [g for g in reading.get(find_coalitions) if g.kind == "coalition"]
    text = reading.text[begin : min(end, begin + 60)]
    named = [g.name for g in groups if g.name in text]
    if named:
        return named
    if groups and COALITION_NOUN.search(text):
        before = [g for g in groups if g.start <= sentence.start]
        return [before[-1].name] if before else []
    return []
