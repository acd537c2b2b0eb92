"""Lists in prose and the organizations they name: "A, B led by C, and the D and E", semicolon lists, list items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.base import Reading
from extractors.lexicon import lookup
from extractors.names.jurisdictions import MEMBER, STATE_CODES
from extractors.names.organizations import Name, find_organizations, organizations_in
from extractors.names.people import people_in

_LONGEST = 12_000  # no list of names is longer; what follows is other text
_SUFFIX = re.compile(
    r",\s(?:Inc|LLC|L\.L\.C|Ltd|Corp|Co|LLP|PLC|N\.A|S\.A|[A-Z]{2}|D\.C|AFL[-–]CIO|CLC|AFT|SEIU|Local \d+)\b\.?(?=$"
    r"|[\s,;.)])"
)
_LEAD = re.compile(
    r"\A(?:[\s•*–—-]*(?:(?:and|or|as well as|along with|together with|plus|both|also|such as|including|like|from|with"
    r"|by|namely|its|their|our)\b"
    r"|(?:workers?|members?|organizers?|employees|staff|activists|leaders|representatives|people"
    r"|others)\s(?:\w+\s){0,2}(?:with|from|of|at|in|by)\b"
    r"|(?:(?:[a-z]|[A-Z](?=[a-z]+\s(?:trade|labor|labour)\s))[\w’'-]*\s){1,4}(?:unions?|groups?|organi[sz]ations?"
    r"|nonprofits?|charity|charities|federations?)\s(?:[–—-]\s)?(?:the\s)?(?=[A-Z])"
    r"|(?:affiliates?|unions?|groups?|organi[sz]ations?|associations?|partners?|companies|its affiliate"
    r"|chapters?)\s(?:(?:such as|like|including)?\b|[–—-]\s)"
    r"|(?:[a-z][\w-]*\s){1,4}(?:such as|like|including)\b"
    r"|[Tt]he\b|[Aa]n?\b)\s*)*"
)  # fmt: skip
_TAIL = re.compile(
    r"\s(?:[–—](?=\s)|(?:under|led by|headed by|represented by|which|who|whose|that|representing|with its|with more"
    r"|through|via"
    r"|and many|and others?"
    r"|and (?:numerous|several|dozens|more|other|over|additional|hundreds)|among (?:others|many)|have|has|are|is|were"
    r"|was|said|urge[sd]?|to(?!\s[A-Z])|calling|announced"
    r"|joined|signed|sent|wrote|launched|endorse\w*|support\w*|today|on (?:Monday|Tuesday|Wednesday|Thursday"
    r"|Friday))\b).*\Z",
    re.DOTALL,
)
_PERSON_TITLE = re.compile(
    r"\A(?:Dr|Prof|Professor|Sens?|Senators?|Reps?|Representatives?|Congress(?:man|woman)|Mayor|Gov|Governor|Mr|Mrs"
    r"|Ms|Sir|Lord|Baroness"
    r"|Chair(?:man|woman)?|Rev|Judge|Attorney General|MP|MEP|Secretary|Commissioner|Councilmember|Assembly(?:member"
    r"|man|woman))\b\.?\s[A-Z]"
    r"|\A(?:(?:[A-Z][a-z]+\s)?Professor|Director|President|Fellow|Lecturer|Chair)\s(?:of|at|in)\s"
    r"|\A(?:President|Director|Dean|Chancellor)\s[A-Z][\w.’-]+\s(?:[A-Z]\.\s)?[A-Z][\w’-]+"
)
_ROLE_AFTER = re.compile(
    r",\s(?:[A-Z][\w&’'-]*\s){0,4}(?:Professor|Director|President|CEO|Chair|Analyst|Officer|Fellow|Manager|Secretary"
    r"|Founder|Co-?[Ff]ounder|Dean"
    r"|Researcher|Senator|Attorney|Lead|Head|Economist|Author|Partner|Editor|Lecturer|Scientist|Counsel)\b"
)

_ACRONYM_LAST = re.compile(r"(?:\A|\s)[A-Z]{2,8}\Z")
_ACRONYM_FIRST = re.compile(r"[A-Z]{2,8}(?=\Z|[,.;:]|\s[a-z])")
_ORGANIZATION_HEAD = (
    r"(?:Association|Federation|Union|Institute|Foundation|Alliance|Coalition|Council|League|Society|Network|Center"
    r"|Centre|Congress|Guild|Fund|Group"
    r"|University|College|Action|Workers|Teachers|Employees|Nurses|Project|Campaign|Brotherhood|Chamber|Corporation"
    r"|Company|Inc\.)"
)


@dataclass(frozen=True)
class Listed:
    """An organization named in a list: `name` is its fullest name in the document."""

    start: int
    end: int
    name: str


def list_items(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """Where the items of the list between two offsets lie.

    Semicolons separate where there are any, else commas and the last "and"; brackets hold together, and so do names
    that are known to hold a comma or an "and".
    """
    end = min(end, start + _LONGEST)
    text = reading.text[start:end]
    flat = _flattened(text)
    if ";" in flat:
        return list(_cut(start, text, [m.span() for m in re.finditer(r";\s*(?:and\s+|&\s+)?", flat)]))
    names = [(n.start - start, n.end - start) for n in organizations_in(reading, start, end)]
    suffixes = [m.start() for m in _SUFFIX.finditer(flat) if _belongs(flat, m)]
    cuts = [
        m.span()
        for m in re.finditer(r",\s+(?:and\s+|as well as\s+|&\s+)?", flat)
        if m.start() not in suffixes and not any(a < m.start() and m.end() <= b for a, b in names)
    ]
    plain = [(a, b) for a, b in cuts if "as well" not in flat[a:b]]  # "A and B, as well as C" are two lists
    last = plain[-1][1] if plain else 0
    oxford = bool(plain) and re.search(r"and|&", flat[plain[-1][0] : plain[-1][1]]) is not None
    for match in re.finditer(r"\s(?:and|&|as well as|along with|together with)\s+", flat):
        if any(a <= match.start() < b for a, b in cuts):
            continue
        left = re.split(r"[,;]\s", flat[: match.start()])[-1].strip()
        spanning = [flat[a:b] for a, b in names if a < match.start() and match.end() < b]
        inside = bool(spanning) and (any(map(lookup, spanning)) or not _two_names(left, flat[match.end() :]))
        acronyms = _ACRONYM_LAST.search(left) and _ACRONYM_FIRST.match(flat, match.end())
        last_name = match.start() >= last
        either = any(b == match.start() or a == match.end() for a, b in names)
        both = _ends(names, match.start()) and _begins(names, match.end())
        beside = bool(acronyms) or both or (either and (last_name or not re.search(r"\b(?:of|for)\s[\w’'-]+\Z", left)))
        if "&" in match.group() and not (_ends(names, match.start()) and _begins(names, match.end())):
            continue  # "Food Research & Action Center" is one name
        article = re.match(r"(?:the|its|our)\s", flat[match.end() :]) is not None
        final = match.start() >= last and not oxford and "&" not in match.group()
        if (
            article
            or len(match.group()) > 6
            or (final and not inside)
            or (beside and not inside and (not oxford or acronyms))
        ) and not (inside and not article):
            cuts.append(match.span())
    return list(_cut(start, text, sorted(cuts)))


def _ends(names: list[tuple[int, int]], at: int) -> bool:
    return any(end == at for _, end in names)


def _begins(names: list[tuple[int, int]], at: int) -> bool:
    return any(start == at for start, _ in names)


def organizations_listed(reading: Reading, start: int, end: int) -> list[Listed]:
    """The organizations the list between two offsets names; persons, and persons with their employers, are left out."""
    found: list[Listed] = []
    for begin, finish in list_items(reading, start, end):
        listed = organization_of(reading, begin, finish)
        if listed and all(listed.name != other.name for other in found):
            found.append(listed)
    return found


def organization_of(reading: Reading, start: int, end: int) -> Listed | None:
    """The organization that a list item names, None where it names a person or nothing by name."""
    text = reading.text[start:end]
    lead = _LEAD.match(text)
    begin = start + (lead.end() if lead else 0)
    item = reading.text[begin:end]
    if _PERSON_TITLE.match(item) or _ROLE_AFTER.search(item) or MEMBER.search(item):
        return None
    tail = _TAIL.search(item)
    finish = begin + tail.start() if tail else end
    item = reading.text[begin:finish]
    people = people_in(reading, begin, finish)
    if people and people[0].start - begin < 3 and people[0].end > begin + 3:
        return None
    name = _known(reading, begin, finish)
    if name:
        return name
    plain = re.sub(r"\s+", " ", re.sub(r"\s*\([^()]{1,30}\)", "", item)).strip(' ,;.:–—-•*“”"')
    words = plain.split()
    if not words or len(words) > 12 or not (plain[0].isupper() or plain[0].isdigit() or re.match(r"[a-z][A-Z]", plain)):
        return None
    if not any(c.isalpha() for c in plain) or sum(w[0].islower() for w in words) > len(words) / 2:
        return None
    if words[-1].islower() and "." not in words[-1]:
        return None
    if words[-1] in ("NGOs", "CSOs", "MPs", "MEPs") and words[0][0].isdigit():
        return None  # "41 NGOs" counts, and names none
    if len(words) == 1 and re.fullmatch(r"[A-Z][a-z]{4,}ly|Today|Yesterday", plain):
        return None
    return Listed(begin, finish, plain)


def _known(reading: Reading, start: int, end: int) -> Listed | None:
    """The organization that `find_organizations` sees over the whole item, not just over a part of a longer name."""
    for name in organizations_in(reading, start, end):
        rest = reading.text[name.end : end]
        outside = re.sub(r"\([^)]*\)|[\s.,;:]", "", rest)
        if name.start - start <= 4 and (
            not outside or not re.match(r"\s?(?:\([^)]*\)\s)?(?:[A-Z]|&\s[A-Z]|of\b|for\b)|[’']s?\s[A-Z]", rest)
        ):
            return Listed(name.start, name.end, document_name(reading, name))
    return None


def document_name(reading: Reading, name: Name) -> str:
    """The organization's full name where the document has it, else the longest form the document uses."""
    if name.name in reading.text and not _shorter(name):
        return _bare(name.name)
    forms = [other.text for other in reading.get(find_organizations) if other.name == name.name]
    return _bare(max(forms, key=len, default=name.text))


def _shorter(name: Name) -> bool:
    """Whether the list's name is only the acronym of what is written here in full."""
    return " " not in name.name and len(name.text.split()) > 2


def _bare(name: str) -> str:
    return re.sub(r"^[Tt]he\s", "", name)


def _two_names(left: str, right: str) -> bool:
    """Whether what stands around an "and" is two whole names: "Society of Authors and Common Cause"."""
    right = re.split(r"[,.;]", right)[0].strip()
    left = re.sub(r"^(?:the|The) ", "", left)
    if lookup(f"{left} and {right}"):
        return False
    whole = bool(lookup(left)) or bool(
        re.search(rf"\b{_ORGANIZATION_HEAD}(?:\s(?:of|for)\s(?:the\s)?[A-Z][\w.]+(?:\s[A-Z]\w+)?)?\Z", left)
    )
    return whole and (bool(lookup(right)) or len(right.split()) >= 2)


def _belongs(flat: str, match: re.Match[str]) -> bool:
    """Whether ", AFL-CIO" or ", Inc." belongs to the name before it rather than being an item of its own."""
    if re.match(r",\s(?:Inc|LLC|L\.L\.C|Ltd|Corp|Co|LLP|PLC|N\.A|S\.A|D\.C)\b", match.group()):
        return True
    if re.fullmatch(rf",\s(?:{STATE_CODES})", match.group()):
        return True
    before = flat[: match.start()].rsplit(",", 1)[-1].split()
    return len(before) >= 3 and bool(re.match(r",\s(?:AFL|CLC|Local)", match.group()))


def _flattened(text: str) -> str:
    """The text with what stands in brackets blanked out, so that only the list's own marks separate."""
    return re.sub(r"\([^()]{0,200}\)", lambda m: "_" * len(m.group()), text)


def _cut(offset: int, text: str, cuts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in [*cuts, (len(text), len(text))]:
        piece = text[at:start]
        if piece.strip():
            begin = at + len(piece) - len(piece.lstrip())
            yield offset + begin, offset + at + len(piece.rstrip())
        at = max(at, end)
