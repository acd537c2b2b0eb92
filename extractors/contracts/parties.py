"""Who made an agreement: the parties its preamble, its cover or its recognition clause names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.base import Reading
from extractors.contracts.covers import COVER_END, PART_OF_NAME, Parties, cover_lines, covers, without_places
from extractors.contracts.sides import (
    ALIAS,
    international,
    is_proper,
    is_union,
    looks,
    side_of,
    sides,
    tidy,
)
from extractors.names.organizations import find_organizations, organizations_in
from extractors.structure.headings import is_listed
from extractors.text.sentences import leaves

_OPENING = re.compile(
    r"\b(?:the )?parties to this (?:agreement|contract|(?:memorandum|letter)(?: of (?:agreement|understanding))?"
    r"|mo[au]|loa)"
    r"(?:\s*\([^()]{1,60}\))? are[\s:]+"
    r"|\b(?:convenio|contrato|acuerdo|memorando)\b[^.;:]{0,90}?\bentre[\s:]+(?:(?-i:el|la|los|las)\s+)?"
    r"|(?<!mutual )(?<!written )(?<!by )(?<!upon )\b(?:agreement|contract"
    r"|memorandum(?: of (?:agreement|understanding))?|mo[au]|loa|letter)\b[^.;:]{0,90}?"
    r"\b(?:(?:by and )?between|(?:entered into|made)[^.;:]{0,80}? by(?: and (?:between|among))?)[\s:]+",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r",?\s+(?:for the (?:purpose|period|term)|has as its purpose|and (?:thus )?is made to|and constitutes"
    r"|and is binding|covers? (?:the |all )?[a-z]"
    r"|in order to|which (?:expired|is|was)|represents? the|set(?:s|ting)? forth|governing wages"
    r"|to set forth|wherein|whereby|whereas|by which|and with the intention"
    r"|pursuant to|agree(?:s|d)? (?:to|that|as)|witnesseth|the purpose of|do hereby|hereby)\b"
    r"|(?-i:(?<![A-Z])(?<!\bInc)(?<!\bCo)(?<!\bNo)(?<!\bNos)(?<!\bCorp)(?<!\bLtd)(?<!\bSt)\.\s+(?=[A-Z]))|\.\s*$",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\bagrees? to be bound by\b|\b(?:have|having) (?:jointly )?met(?: and conferred| on a number| in good faith)\b",
    re.IGNORECASE,
)
_AGREE = re.compile(r"\bagrees? (?:to|that|in|as)\b|\bare (?:the )?parties to (?:a|an|the)\b", re.IGNORECASE)
_PLACE = re.compile(r"(?:city|county|state|town|village|township) (?:and county )?of\b", re.IGNORECASE)
_ANEW = re.compile(r"(?:\bby and between|^(?:and )?entered into by)\s+(?:the\s+)?(?=\S)", re.IGNORECASE)
_SAID_ANEW = re.compile(
    r"this (?:(?:collective|bargaining|labor) )*(?:agreement|contract|memorandum|letter)\b", re.IGNORECASE
)
_GOES_ON = re.compile(r"\b(?:No|Nos|St|Mt|Ft)\.$")
_OPENS = re.compile(r"(?:this|the)?\s*(?:\w+ ){0,3}(?:agreement|contract|memorandum[\w ]*)\W*", re.IGNORECASE)
_ALSO = re.compile(
    r"(?:^|[.;]\s+)([A-Z][^;]{3,300}?)\s+(?:is|are)\s+(?:also\s+)?(?:a\s+)?part(?:y"
    r"|ies)\s+to\s+this\s+(?:agreement|contract)\b",
    re.IGNORECASE,
)
_DEFINES = re.compile(
    r"[\"“](?P<alias>(?:the )?(?:Union|Association|Guild|Local|Federation|Employer|Company|College|University|Board"
    r"|District|Hospital|City|County))[,.]?[\"”](?: or [\"“]\w+[\"”])? (?:shall )?(?:means?|refers? to|be) (?:the )?"
    r"(?P<name>[A-Z][^.;:\n]{4,120})",
    re.IGNORECASE,
)
_RECOGNIZES = re.compile(
    r"\b(?:hereby )?recogni[sz]es?\b(.{0,200}?)\bas\b.{0,40}?\b(?:exclusive|sole)\b", re.IGNORECASE | re.DOTALL
)
_EMPLOYING = re.compile(
    r"\b(?:City and County|City|County|Town|Village|Township|Borough|Port|Board of Education|University) of"
    r"(?: [A-Z][\w.’'-]+){1,3}"
)
_DOCUMENT_NUMBER = re.compile(r"document (?:no\b|number|#)", re.IGNORECASE)
_LOCAL_UNION = re.compile(r"\blocal\b[\s\w.#]{0,8}\d", re.IGNORECASE)
_PREAMBLE_WITHIN = 60_000
_CLAUSE = 1_400
_LINES = 5  # of a clause set in lines, such as on a cover; more where they go on with a name
_LONGEST_NAME = 160


def find_parties(reading: Reading) -> Parties | None:
    """The parties of the agreement that a document is, None where neither preamble nor cover names any."""
    on_covers = [parties for parties in covers(reading) if parties is not None]
    named = [parties for parties in (_best(_preambles(reading)), *on_covers) if parties is not None]
    named.sort(key=lambda parties: not (parties.employers and parties.unions))
    if not any(parties.employers and parties.unions for parties in named):
        further = (
            _defined(reading),
            _recognizing(reading),
            _cover_organizations(reading),
            _recognized(reading),
            _mentioned(reading),
        )
        named += [parties for parties in further if parties is not None]
    if not named:
        return None
    employers = next((parties.employers for parties in named if parties.employers), ())
    unions = next((parties.unions for parties in named if parties.unions), ())
    employers = tuple(name for name in employers if not is_union(name))
    unions = tuple(name for name in unions if is_union(name) or not _PLACE.match(name))
    unions = _with_local(unions, on_covers)
    evidence = next((parties for parties in named if parties.end), named[0])
    return Parties((*employers, *_also(reading, employers)), unions, evidence.start, evidence.end)


def _with_local(unions: tuple[str, ...], on_covers: Sequence[Parties]) -> tuple[str, ...]:
    """The unions, with the local that the cover alone tells: "AFSCME LOCAL 12" before "AFSCME Council 7"."""
    known = {entry.name for entry in map(international, unions) if entry}
    if not known or any(_LOCAL_UNION.search(union) for union in unions):
        return unions
    for parties in on_covers:
        for union in parties.unions:
            entry = international(union) if _LOCAL_UNION.search(union) else None
            if entry and entry.name in known:
                councils = [name for name in unions if name != entry.name and re.search(r"\d", name)]
                others = [name for name in unions if international(name) is None]
                return (_local_part(union), *councils, entry.name, *others)
    return unions


def _local_part(union: str) -> str:
    """A local's name without the whole name of its union behind it: "AFSCME Local 12, American Federation of …"."""
    before, *behind = re.split(r",\s+(?=[A-Z])", union)
    return before if behind and international(before) and _LOCAL_UNION.search(before) else union


def _defined(reading: Reading) -> Parties | None:
    """The parties that the definitions name: "Association" means the Heron Faculty Association."""
    sides_of: dict[str, str] = {}
    start = end = 0
    for leaf in reading.get(leaves):
        match = _DEFINES.search(leaf.text) if '"' in leaf.text or "“" in leaf.text else None
        side = None if match is None or leaf.kind == "table" else side_of(match["name"], match["alias"])
        if match and side and side[0] and side[1] and looks(side[1][0]) == side[0]:
            sides_of.setdefault(side[0], side[1][0])
            start, end = leaf.char_start, leaf.char_start + match.end()
    employer, union = sides_of.get("employer"), sides_of.get("union")
    return Parties((employer,) if employer else (), (union,) if union else (), start, end) if sides_of else None


def _also(reading: Reading, employers: tuple[str, ...]) -> tuple[str, ...]:
    """Further employers that a sentence of the preamble says are parties, too."""
    found: list[str] = []
    for leaf in reading.get(leaves):
        if leaf.char_start > _PREAMBLE_WITHIN:
            break
        for match in _ALSO.finditer(leaf.text) if "part" in leaf.text else ():
            clause = re.split(r"(?<!\bInc)(?<!\bCo)(?<!\bCorp)(?<!\bLtd)\.\s+(?=[A-Z])", match.group(1))[-1]
            pieces = re.split(r"\s*\([^()]*\)\s*,?\s*(?:and\s+)?|,?\s+and\s+(?=[A-Z])", clause)
            names = [tidy(piece) for piece in pieces if looks(piece) == "employer"]
            found += [name for name in names if name and is_proper(name) and name not in employers]
    return tuple(dict.fromkeys(found))


def _cover_organizations(reading: Reading) -> Parties | None:
    """Organizations that the cover names, where it does not say who is between whom."""
    _, start, end = cover_lines(reading, 0)
    return _by_kind(reading, start, end)


def _recognizing(reading: Reading) -> Parties | None:
    """The names before and after the word in "Heron College recognizes the Heron Guild as the exclusive …"."""
    for leaf in reading.get(leaves):
        match = _RECOGNIZES.search(leaf.text) if leaf.kind != "table" and "recogni" in leaf.text.casefold() else None
        if match is None or len(leaf.text) > _CLAUSE:
            continue
        before = re.split(r"[.:;]\s+(?=[A-Z])|,\s+(?=the\b)", leaf.text[: match.start()])[-1]
        found = dict([side_of(before if len(before) < _LONGEST_NAME else "", None), side_of(match.group(1), None)])
        if found.get("employer") or found.get("union"):
            named = tuple(found.get("employer", ())), tuple(found.get("union", ()))
            return Parties(*named, leaf.char_start, leaf.char_start + match.end())
    return None


def _mentioned(reading: Reading) -> Parties | None:
    """The city, county or board that an agreement without parties speaks of most, and its union."""
    public = Counter(tidy(name) for name in _EMPLOYING.findall(reading.text))
    unions = Counter(n.name for n in reading.get(find_organizations) if n.kind == "union")
    return Parties(_leading(public), _leading(unions), 0, 0) if public or unions else None


def _leading(counts: Counter[str] | Counter[str | None]) -> tuple[str, ...]:
    """The name that is there three times and twice as often as any other, if one is."""
    first, second = [*counts.most_common(2), (None, 0), (None, 0)][:2]
    return (first[0],) if first[0] and first[1] >= max(3, 2 * second[1]) else ()


def _recognized(reading: Reading) -> Parties | None:
    """The organizations of the clause in which an employer recognizes a union."""
    for leaf in reading.get(leaves):
        match = _RECOGNIZES.search(leaf.text) if leaf.kind != "table" and "recogni" in leaf.text.casefold() else None
        if match:
            found = _by_kind(reading, leaf.char_start, leaf.char_start + match.end())
            if found:
                return found
    return None


def _by_kind(reading: Reading, start: int, end: int) -> Parties | None:
    """Unions and employers among the organizations named between two offsets."""
    named = organizations_in(reading, start, end)
    unions = dict.fromkeys(_fullest(reading, n.name) for n in named if n.kind in ("union", "federation"))
    employers = dict.fromkeys(n.name for n in named if n.kind in ("employer", "employer_association", "government"))
    return Parties(tuple(employers), tuple(unions), start, end) if unions or employers else None


def _fullest(reading: Reading, name: str) -> str:
    """The longer name a document uses most for the union that it also calls `name`."""
    words = name.split()
    if len(words) > 2:
        return name
    mentions = Counter(n.name for n in reading.get(find_organizations) if n.kind == "union" and n.name != name)
    longer = {other: count for other, count in mentions.items() if set(words) <= set(other.split()) and count > 2}
    return max(longer, key=lambda other: longer[other], default=name)


def _best(found: Iterator[Parties]) -> Parties | None:
    first: Parties | None = None
    for parties in found:
        if parties.employers and parties.unions:
            return parties
        first = first or parties
    return first


def _preambles(reading: Reading) -> Iterator[Parties]:
    """Parties of the clauses that say between whom the agreement is, in order."""
    held = [leaf for leaf in reading.get(leaves) if leaf.char_start < _PREAMBLE_WITHIN]
    for number, leaf in enumerate(held):
        following = held[number + 1].text if number + 1 < len(held) else ""
        goes_on = _OPENS.fullmatch(leaf.text) and re.match(r"(?:is|was|made|entered|dated)\b", following)
        if leaf.kind == "table" or (leaf.kind == "heading" and not goes_on) or is_listed(leaf.text):
            continue
        end = leaf.char_end
        for line, later in enumerate(held[number + 1 : number + 2 * _LINES], 1):
            if _ends(reading.text[leaf.char_start : end]) or later.kind == "table":
                break
            if _SAID_ANEW.match(later.text) or COVER_END.match(later.text) or _DOCUMENT_NUMBER.match(later.text):
                break
            if line >= _LINES and not PART_OF_NAME.match(later.text):
                break
            end = later.char_end
        window = without_places(reading.text[leaf.char_start : min(end, leaf.char_start + 4_000)])
        for start, clause in _clauses(window.replace("\n", " "), len(leaf.text)):
            employers, unions = sides(clause)
            if employers or unions:
                yield Parties(employers, unions, leaf.char_start + start, leaf.char_start + start + len(clause))


def _ends(text: str) -> bool:
    """Whether a paragraph ends here: with a stop, or because it is long."""
    return (text[-1:] in ".;:" and not _GOES_ON.search(text[-5:])) or len(text) > _CLAUSE


def _clauses(text: str, length: int) -> Iterator[tuple[int, str]]:
    """Where a clause with parties begins in `text`, a paragraph of `length` and those it goes on in, and the clause."""
    for match in _OPENING.finditer(text):
        window = text[match.end() : match.end() + _CLAUSE]
        stop = _CLAUSE_END.search(window)
        window = window[: stop.start()] if stop else window
        anew = _ANEW.search(window)
        yield match.end() + (anew.end() if anew else 0), window[anew.end() :] if anew else window
    bound = _BOUND.search(text)
    if bound is None:
        bound = _AGREE.search(text)
        named = list(ALIAS.finditer(text[: bound.start()])) if bound else []
        bound = bound if len(named) > 1 and named[0].start() < length else None
    if bound:
        before = text[: bound.start()]
        start = max(
            (m.end() for m in re.finditer(r"[.:]\s+(?=(?:The )?[A-Z])(?<!Inc\.\s)(?<!Co\.\s)(?<!No\.\s)", before)),
            default=0,
        )
        yield start, before[start:]
