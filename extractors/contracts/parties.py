"""Who made an agreement: the parties its preamble, its cover or its recognition clause names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.base import Reading
from extractors.contracts.sides import is_proper, is_union, looks, side_of, sides, split_sides, tidy
from extractors.names.jurisdictions import code_of
from extractors.names.organizations import find_organizations, organizations_in
from extractors.structure.headings import is_listed
from extractors.text.dates import MONTHS
from extractors.text.sentences import leaves

_OPENING = re.compile(
    r"\b(?:the )?parties to this (?:agreement|memorandum|letter|contract) are[\s:]+"
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
_PLACE = re.compile(r"(?:city|county|state|town|village|township) (?:and county )?of\b", re.IGNORECASE)
_ANEW = re.compile(r"\bby and between\s+(?:the\s+)?(?=\S)", re.IGNORECASE)
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
_COVER_END = re.compile(
    r"^\s*(?:table of contents|contents|(?:alphabetical |subject )?index|preamble|article\b|section\b|this document"
    r"|signature|(?:subject|re)\s*:|(?:chapter|clause|rule|part) (?:\d|[ivx]+\b|one\b)"
    rf"|1[.)]? +(?!{MONTHS})[A-Z]"
    r"|labor relations\b|human resources\b)",
    re.IGNORECASE,
)
_COVER_LINE = re.compile(
    rf"[A-Z#\d-]{{2,12}}-\d{{2,4}}|(?:[A-Z]{{1,4}} ?)?\d{{4}}-\d+.{{0,20}}|(?:for the )?(?:period|term|effective"
    rf"|expires?|upon ratification)\b.*"
    rf"|.*\b(?:{MONTHS})\b.*\b(?:19|20)\d\d.*|page\b.*|[\d\W]+|reviewed|draft|final|signed(?: copy)?|recitals:?",
    re.IGNORECASE,
)
_DESIGNATION = re.compile(
    r"^(?:local|lodge|district|council|chapter|division|unit|branch)\b"
    r"|\b(?:local|lodge|district|council|chapter|branch)(?: union)?,?(?: no\.?| #)? ?#?\d+[A-Z]?$",
    re.IGNORECASE,
)
_PART_OF_NAME = re.compile(
    r"\W*(?:of\b|and\b|&|affiliated|representing|local|lodge|district|council|chapter|division|unit|branch|AFL|CLC|CTW)",
    re.IGNORECASE,
)
_JUNK = re.compile(r"(?:[^\W\d_]{1,2}\b|[\W\d_])+")
_COVER_TITLE = re.compile(
    r"^\s*(?:(?:19|20)\d\d\s*[-–—]\s*(?:19|20)?\d\d\s*)?(?:the\s+)?(?:[\w-]+\s+){0,5}?(?:collective bargaining "
    r"|labor |labour |working |master )?"
    r"(?:agreement|contract|memorandum of (?:agreement"
    r"|understanding)(?: \(\w+\))?)\b(?: of agreement)?(?:\s+(?:19|20)\d\d)?(?:\s+(?:by and )?between)?\s*$",
    re.IGNORECASE,
)
_COVER_START = re.compile(_COVER_TITLE.pattern.removesuffix(r"\s*$") + r"(?:\s*$|(?<=between)\s)", re.IGNORECASE)
_FAR = 90  # leaves within which a cover may stand behind other papers
_PREAMBLE_WITHIN = 60_000
_CLAUSE = 1_400
_LONGEST_NAME = 160
_COVER = 24


@dataclass(frozen=True)
class Parties:
    """Employers and unions as named, and where the clause that names them stands."""

    employers: tuple[str, ...]
    unions: tuple[str, ...]
    start: int
    end: int


def find_parties(reading: Reading) -> Parties | None:
    """The parties of the agreement that a document is, None where neither preamble nor cover names any."""
    named = [parties for parties in (_best(_preambles(reading)), *_covers(reading)) if parties is not None]
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
    evidence = next((parties for parties in named if parties.end), named[0])
    return Parties((*employers, *_also(reading, employers)), unions, evidence.start, evidence.end)


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
    _, start, end = _cover_lines(reading, 0)
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
        for later in held[number + 1 : number + 5]:
            if reading.text[end - 1] in ".;:" or later.kind == "table" or len(leaf.text) > _CLAUSE:
                break
            end = later.char_end
        for start, clause in _clauses(
            reading.text[leaf.char_start : min(end, leaf.char_start + 4_000)].replace("\n", " ")
        ):
            employers, unions = sides(clause)
            if employers or unions:
                yield Parties(employers, unions, leaf.char_start + start, leaf.char_start + start + len(clause))


def _clauses(text: str) -> Iterator[tuple[int, str]]:
    """Where a clause with parties begins in a paragraph, and the clause."""
    for match in _OPENING.finditer(text):
        window = text[match.end() : match.end() + _CLAUSE]
        stop = _CLAUSE_END.search(window)
        window = window[: stop.start()] if stop else window
        anew = _ANEW.search(window)
        yield match.end() + (anew.end() if anew else 0), window[anew.end() :] if anew else window
    bound = _BOUND.search(text)
    if bound:
        before = text[: bound.start()]
        start = max(
            (m.end() for m in re.finditer(r"[.:]\s+(?=(?:The )?[A-Z])(?<!Inc\.\s)(?<!Co\.\s)(?<!No\.\s)", before)),
            default=0,
        )
        yield start, before[start:]


def _covers(reading: Reading) -> Iterator[Parties | None]:
    """Parties from the first page, and from a cover that stands behind a resolution or a letter."""
    yield _cover(reading, 0)
    for number, leaf in enumerate(reading.get(leaves)[:_FAR]):
        if number and leaf.kind != "table" and _COVER_START.match(leaf.text) and not is_listed(leaf.text):
            yield _cover(reading, number)
            return


def _cover(reading: Reading, first: int) -> Parties | None:
    """Parties from a cover: the names around a line that says "and", before contents and first article."""
    lines, start, end = _cover_lines(reading, first)
    cover = "\n".join(lines)
    between = re.search(r"(?:^|\n|\s)(?:by and )?between\s+", cover, re.IGNORECASE)
    cover = cover[between.end() :] if between else cover
    cover = "\n".join(line for line in cover.split("\n") if not _COVER_TITLE.match(line))
    pieces = split_sides(cover)
    pieces = pieces if len(pieces) > 1 else _side_by_side(cover.split("\n")) if between else []
    if len(pieces) < 2:
        return None
    again = re.search(
        r"\n[^\n]*\b(?:AGREEMENT|CONTRACT)\b[^\n]*(?:\n|$)|\n\s*(?:by and )?between\b", pieces[1], re.IGNORECASE
    )
    pieces[1] = pieces[1][: again.start()] if again else pieces[1]
    employers: list[str] = []
    unions: list[str] = []
    kinds = [looks(piece) for piece in pieces]
    for piece, kind in zip(pieces, kinds, strict=True):
        alias = None if kind or "union" not in kinds else "Employer"
        side, names = side_of(_without_rest(_without_place(piece), kind).replace("\n", " "), alias)
        (unions if side == "union" else employers).extend(names) if side else None
    return Parties(tuple(employers), tuple(unions), start, end) if employers or unions else None


def _without_place(piece: str) -> str:
    """A name of several lines without a last one that is the place: "EGRET PAPER MILLS", "KNOT FALLS, WISCONSIN"."""
    *lines, last = piece.rstrip().split("\n")
    place = re.fullmatch(r"\s*[A-Z][\w.’' -]{2,30}, ([A-Z][A-Za-z. ]+?)\s*", last)
    named = place.group(1).strip().title() if place and lines else ""
    state = named == "Washington" or code_of(named)
    ends = not lines or re.search(r"(?:\b(?:of|and|the|for)|,)\s*$", lines[-1], re.IGNORECASE)
    return "\n".join(lines) if state and not ends and not looks(last) else piece


def _without_rest(piece: str, kind: str | None) -> str:
    """A union's name without lines behind the number of its local that name no part of it, such as the workplace."""
    lines = piece.split("\n")
    for number, line in enumerate(lines[:-1], 1):
        ends = _DESIGNATION.search(line.strip()) and re.search(r"\d[A-Z]?\s*$", line)
        if kind == "union" and ends and not _PART_OF_NAME.match(lines[number]) and looks(lines[number]) != "union":
            return "\n".join(lines[:number])
    return piece


def _both(line: str) -> bool:
    """Whether a line names both sides, whatever else it says."""
    return len(split_sides(line)) > 1


def _side_by_side(lines: Sequence[str]) -> list[str]:
    """Two names that stand under "between" without an "and": the lines up to the first of the other side, and on."""
    for number in range(1, len(lines)):
        sides_of = looks(" ".join(lines[:number])), looks(lines[number])
        if None not in sides_of and sides_of[0] != sides_of[1]:
            return ["\n".join(lines[:number]), "\n".join(lines[number:])]
    return []


def _cover_lines(reading: Reading, first: int) -> tuple[list[str], int, int]:
    """The lines of the cover from leaf `first` on that may name parties, and where they stand."""
    lines: list[str] = []
    held = reading.get(leaves)[first : first + _COVER]
    start = end = held[0].char_start if held and first else 0
    for leaf in held:
        text = leaf.text.strip()
        stop = re.search(r"\s*\b(?:ALPHABETICAL |SUBJECT )?(?:TABLE OF CONTENTS|INDEX)\b|\bRecitals\b", text)
        sentence = leaf.kind != "heading" and len(text) > 90 and text[-1:] in ".;"
        listed = is_listed(text) and not _DESIGNATION.search(text)
        if _COVER_END.match(text) or listed or sentence or len(text) > 260 or leaf.kind == "table":
            break
        lines += (text[: stop.start()] if stop else text).split("\n")
        end = leaf.char_end
        if stop:
            break
    kept = [line for line in lines if line.strip() and not _is_told(line)]
    kept = [line for line in kept if not _COVER_LINE.fullmatch(line.strip()) or _both(line)]
    return [line for line in kept if line.strip().casefold() in ("and", "&") or not _JUNK.fullmatch(line)], start, end


def _is_told(line: str) -> bool:
    """Whether a line of a cover is a sentence about the document, such as a printer's note, and no name."""
    words = line.split()
    return line.rstrip().endswith(".") and len(words) > 3 and sum(word[0].islower() for word in words) > len(words) / 2
