"""Who made an agreement: the parties its preamble, its cover or its recognition clause names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.base import Reading
from extractors.lexicon import lookup
from extractors.names import find_organizations, organizations_in
from extractors.sentences import leaves
from extractors.structure_headings import is_capital, is_listed

UNION_WORDS = re.compile(
    r"\b(?:unions?|locals?|association|assn|federation|brotherhood|guild|council \d+|teamsters|workers|employees|nurses|teachers"
    r"|fire ?fighters|officers|deputies|troopers|machinists|engineers|pilots|musicians|players|professors|faculty|carriers"
    r"|afl-?cio|afscme|seiu|ibew|iaff|iatse|iuoe|aft|nea|uaw|ufcw|cwa|usw|aee|opeu|ibt|unite here|sag-aftra|wga|onа)\b",
    re.IGNORECASE,
)
EMPLOYER_WORDS = re.compile(
    r"\b(?:county|city|town|village|borough|state of|commonwealth|department|district|authority|agency|bureau|commission"
    r"|university|college|school|schools|board of|trustees|regents|hospital|health|medical center|clinic|company"
    r"|corporation|corp|inc|llc|l\.l\.c|ltd|co\.|airlines?|railway|port of|library|court|sheriff|studios?|theatre|theater"
    r"|producers|employers|contractors|league|basketball association|government|office of|housing)\b",
    re.IGNORECASE,
)
_UNION_ALIAS = re.compile(
    r"\b(?:unions?|association|federation|guild|local|brotherhood|bargaining (?:agent|representative)|council|teamsters)\b",
    re.IGNORECASE,
)
_EMPLOYER_ALIAS = re.compile(
    r"\b(?:employer|county|city|town|company|agency|agencies|state|district|authority|university|college|school|board|hospital"
    r"|department|management|administration|port|commission|library|court|sheriff|attorney|bureau|clinic|center|corporation)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\b(?:the )?parties to this (?:agreement|memorandum|letter|contract) are[\s:]+|\b(?:agreement|contract|memorandum(?: of (?:agreement|understanding))?|mo[au]|loa|letter)\b[^.;:]{0,90}?"
    r"\b(?:(?:by and )?between|(?:entered into|made)[^.;:]{0,40}? by(?: and (?:between|among))?)[\s:]+",
    re.IGNORECASE,
)
_ALIAS = re.compile(
    r"[,;]?\s*\(?\s*(?:(?:each )?(?:herein ?after|herein|here ?after|jointly|collectively)\b[^,;.()]{0,40}?"
    r"(?:referred to|called|known|designated|termed)?(?: collectively| jointly| individually)?(?: to)?(?: as)?"
    r"|(?:referred to|known) as)[\s,]*(?:the\s+)?(?P<q>[\"“”'‘’]?)(?P<alias>[A-Z][\w .’'&-]{0,40}?)(?P=q)?[\"“”'‘’]?\s*(?=[,;.)(]|\b(?:and|which|for)\b|$)\)?"
    r"|\s*\((?:the\s+)?[\"“”'‘’]?(?:hereinafter[^()]{0,40}?[\"“”'‘’])?(?P<short>[^()\d][^()]{0,60}?)[\"“”'‘’]?\)"
)
_CLAUSE_END = re.compile(
    r",?\s+(?:for the (?:purpose|period|term)|has as its purpose|and constitutes|and is binding|in order to|to set forth|wherein|whereby"
    r"|pursuant to|agree(?:s|d)? (?:to|that|as)|witnesseth|the purpose of|do hereby|hereby)\b"
    r"|(?<![A-Z])(?<!\bInc)(?<!\bCo)(?<!\bNo)(?<!\bCorp)(?<!\bLtd)(?<!\bSt)\.\s+(?=[A-Z])|\.\s*$",
    re.IGNORECASE,
)
_DESCRIPTION = re.compile(
    r"\s*,?\s*(?:a(?:n)? (?:political subdivision|county service district|municipal|public|ohio|delaware|non-?profit|joint venture|home rule"
    r"|body corporate|corporation|quasi|special|[A-Z][a-z]+ (?:non-?profit )?corporation)|acting\b|(?:by and )?through (?:its|the|their)\b"
    r"|by (?:and through )?(?:its|the)\b|representing\b|which (?:shall|is|includes)\b|as (?:the )?(?:sole|exclusive|bargaining)\b|in their\b"
    r"|for (?:the|its|all|employees)\b|located (?:at|in)\b|and its successors|,? its successors|for and on behalf).*$",
    re.IGNORECASE | re.DOTALL,
)
_ON_BEHALF = re.compile(r"\s*,?\s*(?:acting )?on behalf of\s+(?:the\s+)?", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:[\s,;:/&–—”\"’-]|(?:and/or|and|or|the|by|between|with)\b(?!\s*(?:of|for)\b))+", re.IGNORECASE
)
_TRAILING = re.compile(
    r"[\s,;:/(–—-]+$|\s+(?:and|the|or)$|\s+\((?:the )?(?:county|city|union|employer|company|association)\)$",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\bagrees? to be bound by\b", re.IGNORECASE)
_AFFILIATED = re.compile(
    r"(?:^|\s*,?\s*(?:representing|and)?\s*)(?:the )?(?:(?:below|above|following|undersigned|herein)[ -]?(?:listed|named)? )?"
    r"local unions?(?: nos?\.? ?[\d_]+)?,?(?: which local union is)? (?:of|affiliated with) (?:the )?",
    re.IGNORECASE,
)
_SIDE_BY_SIDE = re.compile(r",?\s+(?i:and\s+the)\s+(?=[A-Z])|;\s+(?i:and)\s+(?=[A-Z])")
_ALSO = re.compile(
    r"(?:^|[.;]\s+)([A-Z][^;]{3,300}?)\s+(?:is|are)\s+(?:also\s+)?(?:a\s+)?part(?:y|ies)\s+to\s+this\s+(?:agreement|contract)\b",
    re.IGNORECASE,
)
_RECOGNIZES = re.compile(r"\brecogni[sz]es?\b.{0,200}?\bas\b.{0,40}?\b(?:exclusive|sole)\b", re.IGNORECASE | re.DOTALL)
_GOVERNORS = re.compile(
    r",?\s+(?:by (?:and through )?(?:its|the) )?Board of (?:County )?(?:Commissioners|Supervisors|Trustees)$",
    re.IGNORECASE,
)
_COVER_END = re.compile(
    r"^\s*(?:table of contents|contents|index|preamble|article\b|section\b|this document|signature|labor relations\b|human resources\b)",
    re.IGNORECASE,
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_COVER_LINE = re.compile(
    rf"[A-Z#\d-]{{2,12}}-\d{{2,4}}|(?:[A-Z]{{1,4}} ?)?\d{{4}}-\d+.{{0,20}}|(?:for the )?(?:period|term|effective|expires?|upon ratification)\b.*"
    rf"|.*\b{_MONTH}\b.*\b(?:19|20)\d\d.*|page\b.*|[\d\W]+|reviewed|draft|final|signed(?: copy)?|recitals:?",
    re.IGNORECASE,
)
_JUNK = re.compile(r"(?:[^\W\d_]{1,2}\b|[\W\d_])+")
_COVER_TITLE = re.compile(
    r"^\s*(?:(?:19|20)\d\d\s*[-–—]\s*(?:19|20)?\d\d\s*)?(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:collective bargaining |labor |labour |working |master )?"
    r"(?:agreement|contract|memorandum of (?:agreement|understanding)(?: \(\w+\))?)\b(?: of agreement)?(?:\s+(?:by and )?between)?\s*$",
    re.IGNORECASE,
)
_AND_LINE = re.compile(
    r"\s*\n\s*and(?: the)?\s*\n\s*|\s+and(?: the)?\s*\n\s*|\s*\n\s*and(?: the)?\s+|\s+and(?: the)?\s+", re.IGNORECASE
)
_SMALL_WORDS = frozenset({"of", "and", "the", "for", "in", "on", "at", "to", "by", "or", "a", "an"})
_SUFFIXES = frozenset({"inc", "co", "corp", "ltd"})
_ROLE = re.compile(
    r"(?:part(?:y|ies)|unions?|locals?|members?|association|county|city|employer|company|agency|state|district|employees?|management|department|supervisor"
    r"|federation|guild|director|agreement|article|section)s?",
    re.IGNORECASE,
)
_LOCAL = re.compile(
    r"(?:[\s,/()–-]+(?:and\s+)?(?:its\s+)?(?:locals?|councils?|lodge|district|division|union|no\.?|number|#?\d[\w-]{0,5}|AFL-?CIO|CLC|CTW|[A-Z]{2,6}(?=\))))+\)?$",
    re.IGNORECASE,
)
_PREAMBLE_WITHIN = 60_000
_CLAUSE = 1_400
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
    named = [parties for parties in (_best(_preambles(reading)), _cover(reading)) if parties is not None]
    if not any(parties.employers and parties.unions for parties in named):
        named += [parties for parties in (_cover_organizations(reading), _recognized(reading)) if parties is not None]
    if not named:
        return None
    employers = next((parties.employers for parties in named if parties.employers), ())
    unions = next((parties.unions for parties in named if parties.unions), ())
    return Parties((*employers, *_also(reading, employers)), unions, named[0].start, named[0].end)


def _also(reading: Reading, employers: tuple[str, ...]) -> tuple[str, ...]:
    """Further employers that a sentence of the preamble says are parties, too."""
    found: list[str] = []
    for leaf in reading.get(leaves):
        if leaf.char_start > _PREAMBLE_WITHIN:
            break
        for match in _ALSO.finditer(leaf.text) if "part" in leaf.text else ():
            clause = re.split(r"(?<!\bInc)(?<!\bCo)(?<!\bCorp)(?<!\bLtd)\.\s+(?=[A-Z])", match.group(1))[-1]
            pieces = re.split(r"\s*\([^()]*\)\s*,?\s*(?:and\s+)?|,?\s+and\s+(?=[A-Z])", clause)
            names = [_tidy(piece) for piece in pieces if _looks(piece) == "employer"]
            found += [name for name in names if name and _is_proper(name) and name not in employers]
    return tuple(dict.fromkeys(found))


def _cover_organizations(reading: Reading) -> Parties | None:
    """Organizations that the cover names, where it does not say who is between whom."""
    _, start, end = _cover_lines(reading)
    return _by_kind(reading, start, end)


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
        if leaf.kind in ("table", "heading") or is_listed(leaf.text):
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
        yield match.end(), window[: stop.start()] if stop else window
    bound = _BOUND.search(text)
    if bound:
        before = text[: bound.start()]
        start = max(
            (m.end() for m in re.finditer(r"[.:]\s+(?=(?:The )?[A-Z])(?<!Inc\.\s)(?<!Co\.\s)(?<!No\.\s)", before)),
            default=0,
        )
        yield start, before[start:]


def sides(clause: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Employers and unions in the words after "between": "X (County) and Y, hereinafter the Union"."""
    employers: list[str] = []
    unions: list[str] = []
    for chunk, alias in _chunks(clause):
        side, names = _side(chunk, alias)
        (unions if side == "union" else employers).extend(names) if side else None
    return tuple(dict.fromkeys(employers)), tuple(dict.fromkeys(unions))


def _chunks(clause: str) -> Iterator[tuple[str, str | None]]:
    """Pieces of a clause, each with the short name it is given; without short names, the two sides of an "and"."""
    start, found = 0, []
    for match in _ALIAS.finditer(clause):
        chunk = clause[start : match.start()]
        alias = (match["alias"] or match["short"] or "").strip()
        if re.search(r"part(?:y|ies)$", alias, re.IGNORECASE):
            start = match.end()
            continue
        if match["short"] and (alias.isupper() or _is_acronym(alias)) and not _ROLE.fullmatch(alias):
            continue  # an acronym belongs to the name
        found.append((chunk, alias))
        start = match.end()
    rest = clause[start:]
    if not found:
        yield from ((side, None) for side in _split(clause))
        return
    for number, (chunk, alias) in enumerate(found):
        pieces = _split(chunk) if number == 0 and len(found) == 1 else [chunk]
        yield from ((piece, alias if piece is pieces[-1] else None) for piece in pieces)
    if re.match(r"[\s,”\"’]*(?:and|,)\s", rest) and len(rest.strip()) > 6:
        yield rest, None


def _is_acronym(text: str) -> bool:
    return bool(re.fullmatch(r"[A-Z][A-Za-z-]{0,3}[A-Z]{1,6}|[A-Z]{2,}(?:[- ]\d+)?", text))


def _split(text: str) -> list[str]:
    """Two sides of an "and": the split that leaves a union on one side and an employer on the other."""
    best: tuple[float, list[str]] = (0.0, [text])
    for match in _AND_LINE.finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        kinds = (_looks(left), _looks(right))
        if None in kinds or kinds[0] == kinds[1]:
            continue
        alone = match.group().count("\n")
        score = 1.0 + alone + 0.5 * ("the" in match.group().casefold()) + 0.2 * bool(re.match(r"\s*[A-Z]", right))
        if score > best[0]:
            best = (score, [left, right])
    return best[1]


def _looks(text: str) -> str | None:
    """Whether words look like a union's or an employer's name, None where they look like neither."""
    entry = lookup(_tidy(text) or "-")
    if entry and entry.kind in ("union", "federation"):
        return "union"
    if entry and entry.kind in ("employer", "employer_association", "government", "media", "research"):
        return "employer"
    unions = len(UNION_WORDS.findall(text))
    employers = len(EMPLOYER_WORDS.findall(text))
    if re.search(
        r"\b(?:association|union|federation|brotherhood|guild|local|unit|group|afl-cio)\b(?:[\s,.)#\d]|of\b|no\b|inc\b)*$",
        text.strip(),
        re.IGNORECASE,
    ):
        unions += 2
    if unions or employers:
        return (
            "union"
            if unions > 0
            and (
                unions >= employers
                or re.search(r"\b(?:local|union|brotherhood|federation|guild|association of)\b", text, re.IGNORECASE)
            )
            else "employer"
        )
    return None


def _side(chunk: str, alias: str | None) -> tuple[str | None, list[str]]:
    if _ON_BEHALF.match(chunk):
        _, *later = _SIDE_BY_SIDE.split(chunk)
        chunk = later[-1] if later and _looks(later[-1]) == "union" else ""
    side = None
    if alias:
        side = "union" if _UNION_ALIAS.search(alias) else "employer" if _EMPLOYER_ALIAS.search(alias) else None
    side = side or _looks(chunk)
    if side is None:
        return None, []
    pieces = [piece for piece in _SIDE_BY_SIDE.split(chunk) if _looks(piece) in (side, None)] or [chunk]
    if side == "union":
        parts = [_ON_BEHALF.split(part) for piece in pieces for part in _AFFILIATED.split(piece)]
        names = [name for first, *rest in parts for name in (first, *(r for r in rest if _UNION_ALIAS.search(r)))]
    else:
        names = [_ON_BEHALF.split(piece)[0] for piece in pieces]
    tidied = [_tidy(name) for name in names]
    proper = [name for name in tidied if name and _is_proper(name)]
    return side, _with_internationals(proper) if side == "union" else proper


def _is_proper(name: str) -> bool:
    """Whether a name has more in it than the roles of parties ("the Company", "County and Union")."""
    capitals = re.findall(r"[^\W\d_a-z][\w.’'-]+", name)
    return any(not _ROLE.fullmatch(word) for word in capitals)


def _with_internationals(names: list[str]) -> list[str]:
    """Unions as named, and the national union a local or council belongs to where its name says so."""
    found = list(names)
    for name in names:
        base = _LOCAL.sub("", name)
        entry = lookup(base) or lookup(re.sub(r"^(?:the\s+)?", "", base.split(" (")[0], flags=re.IGNORECASE))
        if (
            re.search(r"\d", name[len(base) :])
            and entry
            and entry.kind in ("union", "federation")
            and entry.name not in found
        ):
            found.append(entry.name)
    return found


def _tidy(name: str) -> str | None:
    """A name without articles, descriptions and what else stands around it; capitals brought to title case."""
    name = re.sub(r"\s*\((?:here|the ).*$", "", " ".join(name.split()))
    name = _DESCRIPTION.sub("", _LEADING.sub("", name))
    for _ in range(3):
        name = _TRAILING.sub("", name)
    name = _GOVERNORS.sub("", name).strip(" \"“”'‘’.")
    if (
        not 3 <= len(name) <= 200
        or not re.match(r"[A-Z0-9]", name)
        or re.search(r"[“”\"]|\b(?:means|shall|will|is|are|was)\b|__", name)
    ):
        return None
    return cased(name) if is_capital(name) else name


def cased(name: str) -> str:
    """A name in capitals as names are written: `LANE COUNTY, OREGON` as `Lane County, Oregon`; acronyms stay."""
    given = name.split(" ")
    words = []
    for number, word in enumerate(given):
        bare = re.sub(r"[^A-Za-z]", "", word)
        initials = "".join(w[0] for w in given[number + 1 :] if w.casefold() not in _SMALL_WORDS and w[0].isalpha())
        short = 2 <= len(bare) <= 7 and (lookup(word.strip("(),.")) is not None or initials.startswith(bare))
        if word.strip(",.").casefold() in _SUFFIXES:
            words.append(word.capitalize())
        elif short or re.fullmatch(r"\(\w+\),?", word) or not re.search(r"[AEIOUY]", bare):
            words.append(word)
        elif word.casefold() in _SMALL_WORDS and number:
            words.append(word.casefold())
        else:
            words.append(
                re.sub(r"[A-Za-z]+(?:['’][A-Za-z]+)?", lambda m: m.group()[:1].upper() + m.group()[1:].lower(), word)
            )
    return " ".join(words)


def _cover(reading: Reading) -> Parties | None:
    """Parties from the cover: the names around a line that says "and", before contents and first article."""
    lines, start, end = _cover_lines(reading)
    cover = "\n".join(lines)
    between = re.search(r"(?:^|\n|\s)(?:by and )?between\s+", cover, re.IGNORECASE)
    cover = cover[between.end() :] if between else cover
    cover = "\n".join(line for line in cover.split("\n") if not _COVER_TITLE.match(line))
    pieces = _split(cover)
    if len(pieces) < 2:
        return None
    again = re.search(
        r"\n[^\n]*\b(?:AGREEMENT|CONTRACT)\b[^\n]*(?:\n|$)|\n\s*(?:by and )?between\b", pieces[1], re.IGNORECASE
    )
    pieces[1] = pieces[1][: again.start()] if again else pieces[1]
    employers: list[str] = []
    unions: list[str] = []
    for piece in pieces:
        side, names = _side(piece.replace("\n", " "), None)
        (unions if side == "union" else employers).extend(names) if side else None
    return Parties(tuple(employers), tuple(unions), start, end) if employers or unions else None


def _cover_lines(reading: Reading) -> tuple[list[str], int, int]:
    """The lines of the cover that may name parties, and where they stand."""
    lines: list[str] = []
    start = end = 0
    for leaf in reading.get(leaves)[:_COVER]:
        text = leaf.text.strip()
        stop = re.search(r"\s*\b(?:TABLE OF CONTENTS|INDEX)\b|\bRecitals\b", text)
        sentence = leaf.kind != "heading" and len(text) > 90 and text[-1:] in ".;"
        if _COVER_END.match(text) or is_listed(text) or sentence or len(text) > 260 or leaf.kind == "table":
            break
        lines += (text[: stop.start()] if stop else text).split("\n")
        end = leaf.char_end
        if stop:
            break
    kept = [line for line in lines if line.strip() and not _COVER_LINE.fullmatch(line.strip())]
    return [line for line in kept if line.strip().casefold() in ("and", "&") or not _JUNK.fullmatch(line)], start, end
