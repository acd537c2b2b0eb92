"""Which words of a clause name employers, which name unions, and how the names read without what surrounds them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.lexicon import lookup
from extractors.structure.headings import is_capital
from records.lexicon import Entry

UNION_WORDS = re.compile(
    r"\b(?:unions?|locals?|association|assn|federation|brotherhood|guild|council \d+|teamsters|workers|employees"
    r"|nurses|teachers|lodge|fraternal order|f\.?o\.?p|benevolent|protective|patrolm[ae]n|sergeants|bargaining unit"
    r"|labor committee|coalition|league"
    r"|fire ?fighters|officers|deputies|troopers|machinists|engineers|pilots|musicians|players|professors|faculty"
    r"|carriers"
    r"|sindicato|uni[óo]n de|federaci[óo]n|hermandad|asociaci[óo]n|trabajadores|empleados"
    r"|afl-?cio|afscme|seiu|ibew|iaff|iatse|iuoe|aft|nea|uaw|ufcw|cwa|usw|aee|opeu|ibt|unite here|sag-aftra|wga"
    r"|ona)\b",
    re.IGNORECASE,
)
EMPLOYER_WORDS = re.compile(
    r"\b(?:county|city|town|village|borough|state of|commonwealth|department|district|authority|agency|bureau"
    r"|commission"
    r"|university|college|school|schools|board of|trustees|regents|hospital|health|medical center|clinic|company"
    r"|corporation|corp|inc|llc|l\.l\.c|ltd|co\.|airlines?|railway|port of|library|court|sheriff|studios?|theatre"
    r"|theater"
    r"|limited|plc|pty|foundation|museum|institute|society|cooperative|services|enterprises|industries|mills|airways"
    r"|railroad|partners|holdings|broadcasting|television|symphony|orchestra|opera|ballet|zoo|aquarium|diocese|archdiocese"
    r"|parish|metropolitan government|airport|utilit(?:y|ies)|newspapers?|hotels?|stores?|markets?|foods"
    r"|producers|employers|contractors|builders|manufacturers|publishers"
    r"|condado|ciudad de|estado de|municipio|departamento|compa[ñn][íi]a|empresa|s\.a|distrito|universidad|autoridad"
    r"|league|basketball association|government|office of|housing)\b",
    re.IGNORECASE,
)
_EMPLOYERS = re.compile(  # associations of employers: their names read like those of unions
    r"\b(?:contractors|employers|producers|builders|manufacturers|publishers|hotels|hoteliers|shipowners|operators"
    r"|hospitals)['’]?s? (?:[A-Z][\w'’]+ )?(?:association|conference|council|league|federation|alliance)\b(?! of)",
    re.IGNORECASE,
)
MONTH = (
    r"(?:j ?anuary|f ?ebruary|m ?arch|a ?pril|may|j ?une|j ?uly|a ?ugust|s ?eptember|o ?ctober|n ?ovember|d ?ecember)"
)
_UNION_NAME = re.compile(
    r"\b(?:local|union|brotherhood|federation|guild|association of|fraternal order|lodge|benevolent"
    r"|(?:officer['’]?s|sergeants|police)['’]? (?:association|coalition|league))\b",
    re.IGNORECASE,
)
_UNION_ALIAS = re.compile(
    r"\b(?:unions?|association|federation|guild|local|brotherhood|bargaining (?:agent|representative)|council"
    r"|sindicato|uni[óo]n|asociaci[óo]n|federaci[óo]n"
    r"|teamsters|lodge|f\.?o\.?p|exclusive representative)\b",
    re.IGNORECASE,
)
_EMPLOYER_ALIAS = re.compile(
    r"\b(?:employers?|county|city|town|company|agency|agencies|state|district|authority|university|college|school"
    r"|board|hospital"
    r"|department|management|administration|port|commission|library|court|sheriff|attorney|bureau|clinic|center"
    r"|patr[óo]n|patrono|empleador|condado|estado|ciudad|empresa|compa[ñn][íi]a|distrito|departamento"
    r"|corporation)\b",
    re.IGNORECASE,
)
ALIAS = re.compile(
    r"[,;]?\s*\(?\s*(?:(?:each )?(?:herein ?after|herein|here ?after|jointly|collectively)\b[^,;.()]{0,40}?"
    r"(?:referred to|called|known|designated|termed)?(?: collectively| jointly| individually)?(?: to)?(?: as)?"
    r"|(?:referred to|known) as"
    r"|(?:en adelante|en lo sucesivo)(?:,? (?:denominad|llamad|conocid|referid)[oa]s?(?: como)?)?)"
    r"[\s,]*(?:(?:the|el|la)\s+)?(?P<q>[\"“”'‘’]?)(?P<alias>(?:[A-Z]|exclusive r)[\w"
    r" .’'&-]{0,40}?)(?P=q)?[\"“”'‘’!]?\s*(?=[,;.)(]|\b(?:and|which|for)\b|$)\)?"
    r"|,?\s+(?:the\s+)?[\"“](?P<bare>[A-Z]\w{2,20}),?[\"”](?=\s*(?:,|;|\.|and\b|$))"
    r"|\s*\((?:the\s+)?[\"“”'‘’]?(?:hereinafter[^()]{0,40}?[\"“”'‘’])?(?P<short>[^()\d][^()]{0,60}?)[\"“”'‘’]?\)"
)
_DESCRIPTION = re.compile(
    r"(?:\s*,\s*|\s+)(?:an? (?:political subdivision|county service district|municipal|public|ohio|delaware"
    r"|non-?profit|joint venture|home rule|body|organization|charter|domestic|labor organization"
    r"|corporation|quasi|special|division|subsidiary|affiliate|wholly|limited liability"
    r"|[A-Z][a-z]+ (?:non-?profit |municipal |public )?(?:corporation|company))|acting\b"
    r"|and (?:its|their) (?:agents?|respective|members)\b|the (?:sole|exclusive)\b|to (?:secure|provide|establish)\b"
    r"|(?:having|have|has) (?:met|reached|agreed)\b|under the\b|as municipal\b"
    r"|(?:by and )?through (?:its|the|their)\b"
    r"|by (?:and through )?(?:its|the)\b|representing\b|which (?:shall|is|includes)\b|as (?:the )?(?:sole"
    r"|exclusive|bargaining)\b|in their\b|publishers? of\b|chartered (?:by|under)\b|doing business as\b|d/b/a\b|dba\b"
    r"|for (?:the|its|all|employees)\b|located (?:at|in)\b|and its successors|,? its successors"
    r"|with respect to\b|relating to\b|concerning\b"
    r"|for and on behalf).*$",
    re.IGNORECASE | re.DOTALL,
)
_BEHIND = re.compile(  # what stands behind a name on a cover
    rf"[\s,(–—-]+(?:(?:for|covering|during) (?:the )?(?:period|terms?|fiscal|contract|(?:calendar )?years?|{MONTH})\b"
    r"|(?:effective|expir(?:es|ing|ation)|term|amended|revised|received|original|and superseding|regarding"
    r"|table of contents|contents|index|contact information|as a result of|document (?:no\b|number|#)"
    r"|labor relations"
    r"|page \d|fiscal years?|fy \d|date[ds]?)\b"
    rf"|(?:\w+ )?day of\b|{MONTH}\s+\d{{1,2}}\b|\(?(?:19|20)\d\d ?[-–—/] ?(?:19|20)?\d\d\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE = re.compile(  # what stands before a name in a title or a clause
    r"^(?:(?:[\w&’'-]+\s+){0,4}?(?:memorandum (?:of )?(?:understanding|agreement)|(?:bargaining|labor|master|working)"
    r" (?:agreement|contract))(?: of)?\b[\s:,–—-]*|(?:by and )?between\s+|(?:the )?(?:(?:designated|authorized"
    r"|undersigned|duly)\s+){0,3}(?:management )?representatives?\s+(?:of|for)\s+(?:management (?:of|for) )?)+",
    re.IGNORECASE,
)
_ON_BEHALF = re.compile(r"\s*,?\s*(?:acting )?on behalf of\s+(?:the\s+)?", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:[\s,;:/&–—”\"’-]|(?:19|20)\d\d\s|(?-i:el|la|los|las|y|entre)\s"
    r"|(?:el|la)\s(?=(?:estado|condado|ciudad|compa|empresa|sindicato|uni[óo]n|asociaci|federaci|distrito)\w*\b)|(?:and/or|and|or|the|by|between|with|undersigned)\b(?!\s*(?:of|for)\b))+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"[\s,;:/(–—-]+$|\s+(?:and|the|or)$|\s+\((?:the )?(?:county|city|union|employer|company|association)\)$",
    re.IGNORECASE,
)
_GOVERNMENT = re.compile(r"(?:State|Commonwealth|City|County|Town|Village|Borough) of [A-Z]", re.IGNORECASE)
_AFFILIATED = re.compile(
    r"(?:^|\s*,?\s*(?:representing|and)?\s*)(?:the )?(?:(?:below|above|following|undersigned|herein)[ -]?(?:listed"
    r"|named)? )?"
    r"local unions?(?: nos?\.? ?[\d_]+)?,?(?: which local union is)? (?:of|affiliated with) (?:the )?",
    re.IGNORECASE,
)
_REPRESENTED = re.compile(r"^.{0,200}?\brepresented by\s+(?:the\s+)?(?=[A-Z])", re.DOTALL)
_LOCAL_SHORT = re.compile(r"\b(?:local|lodge|council|chapter)\b.{0,12}\d", re.IGNORECASE)
_OF_WHOM = re.compile(
    r"^\s*of the (?=[A-Z])"
)  # behind the short name of who acts for it: "(Management) of the County of …"
_UNIT = re.compile(r"(?<=\d),?\s+(?:[\w&/-]+\s+){1,4}(?:bargaining\s+)?units?$", re.IGNORECASE)
_SIDE_BY_SIDE = re.compile(r",?\s+(?i:and\s+the)\s+(?=[A-Z])|;\s+(?i:and)\s+(?=[A-Z])|\s+/\s+(?=[A-Z])")
_FOLLOWING = re.compile(r"\bon behalf of the following\b", re.IGNORECASE)
_GOVERNORS = re.compile(
    r",?\s+(?:by (?:and through )?(?:its|the) )?Board of (?:County )?(?:Commissioners|Supervisors|Trustees)$",
    re.IGNORECASE,
)
_AND_LINE = re.compile(
    r"\s+[-–—]\s*\n\s*|\s*\n[\s–—-]*and(?: the)?[\s–—-]*\n\s*"
    r"|\s*\n\s*y(?: (?:el|la|los|las))?\s*\n\s*|,?\s+y (?:el|la|los|las)\s+"
    r"|\s+and(?: the)?\s*\n\s*|\s*\n\s*and(?: the)?\s+|\s+and(?: the)?\s+",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*\([^()]{1,30}\)\W*$")
_SMALL_WORDS = frozenset({"of", "and", "the", "for", "in", "on", "at", "to", "by", "or", "a", "an"})
_SUFFIXES = frozenset({"inc", "co", "corp", "ltd"})
_ROLE = re.compile(
    r"(?:the|part(?:y|ies)|board|faculty|university|college|hospital|crew|first|second|part|unions?|locals?|members?"
    r"|association|county|city|employer|company|agency|state|district"
    r"|employees?|management|department|supervisor"
    r"|federation|guild|lodge|director|agreement|article|section)s?",
    re.IGNORECASE,
)
_WITH_ROLE = re.compile(r"(?:County|City|Town|State|District|Employer|Company|Union|Association) (?:and|&) [A-Z]{2,}")
_PART = re.compile(r",?\s*\bpart(?:y|ies) of the (?:first|second|third|one|other) part\b,?", re.IGNORECASE)
_PERSON = re.compile(
    r"(?:the )?(?:president|chair(?:person|man)?|director|dean|manager|superintendent|sheriff|supervisor|head"
    r"|commissioner|city manager"
    r"|secretary|steward"
    r"|(?:(?:authorized|management|designated) ){0,3}representatives?|designees?)(?: of\b| or\b|$)",
    re.IGNORECASE,
)
_LOCAL = re.compile(
    r"(?:[\s,/()–-]+(?:and\s+)?(?:its\s+)?(?:locals?|councils?|lodge|district|division|union|no\.?|number"
    r"|#?\d[\w-]{0,5}|AFL-?CIO|CLC|CTW|[A-Z]{2,6}(?=\))))+\)?$",
    re.IGNORECASE,
)


def sides(clause: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Employers and unions in the words after "between": "X (County) and Y, hereinafter the Union"."""
    listed = _FOLLOWING.search(clause)
    if listed and all(sides(clause[: listed.start()])):
        return sides(clause[: listed.start()])
    found = [(chunk, alias, *side_of(chunk, alias)) for chunk, alias in _chunks(_PART.sub("", clause))]
    if len(found) > 1 and not any(side == "employer" for *_, side, _ in found):
        found[0] = _other_side(*found[0], against=found[1:])
    employers = [name for *_, side, names in found if side == "employer" for name in names]
    unions = [name for *_, side, names in found if side == "union" for name in names]
    return tuple(dict.fromkeys(employers)), tuple(dict.fromkeys(unions))


_Side = tuple[str, str | None, str | None, list[str]]


def _other_side(chunk: str, alias: str | None, side: str | None, names: list[str], *, against: list[_Side]) -> _Side:
    """The first party as the employer where a later one is surely the union and it is not: the "Harbor Symphony"."""
    strong = any(
        s == "union" and n and (is_union(n[0]) or re.search(r"\bunion\b", a or "", re.I)) for _, a, s, n in against
    )
    weak = side is None or (
        not any(is_union(name) for name in names) and not re.search(r"\bunion\b", alias or "", re.I)
    )
    if not (strong and weak and alias):
        return chunk, alias, side, names
    name = tidy(_BEFORE.sub("", _LEADING.sub("", chunk)))
    return (chunk, alias, "employer", [name]) if name and is_proper(name) else (chunk, alias, side, names)


def _chunks(clause: str) -> Iterator[tuple[str, str | None]]:
    """Pieces of a clause, each with the short name it is given; without short names, the two sides of an "and"."""
    start, found = 0, []
    for match in ALIAS.finditer(clause):
        chunk = clause[start : match.start()]
        alias = (match["alias"] or match["short"] or match["bare"] or "").strip()
        if re.search(r"part(?:y|ies)$", alias, re.IGNORECASE):
            start = match.end()
            continue
        acronym = alias.isupper() or _is_acronym(alias) or _LOCAL_SHORT.search(alias)
        if match["short"] and acronym and not _ROLE.fullmatch(alias):
            continue  # an acronym belongs to the name
        found.append((chunk, alias))
        start = match.end()
    rest = clause[start:]
    if not found:
        yield from ((side, None) for side in split_sides(clause))
        return
    for number, (chunk, alias) in enumerate(found):
        pieces = split_sides(chunk) if number == 0 and len(found) == 1 else [chunk]
        yield from ((piece, alias if piece is pieces[-1] else None) for piece in pieces)
    if re.match(r"[\s,”\"’]*(?:and|,)\s", rest) and len(rest.strip()) > 6:
        yield rest, None


def _is_acronym(text: str) -> bool:
    return bool(re.fullmatch(r"[A-Z][A-Za-z-]{0,3}[A-Z]{1,6}|[A-Z]{2,}(?:[- ]\d+)?", text))


def split_sides(text: str) -> list[str]:
    """Two sides of an "and": the split that leaves a union on one side and an employer on the other."""
    best: tuple[float, list[str]] = (0.0, [text])
    for match in _AND_LINE.finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        kinds = (looks(left), looks(right))
        alone = match.group().count("\n")
        once = len(text.split()) < 20 and text.casefold().count(" and ") == 1 and _LOCAL_SHORT.search(text)
        lone = (alone == 2 or once) and "union" in kinds and is_proper(left) and is_proper(right)
        if kinds[0] == kinds[1] or (None in kinds and not lone):
            continue
        score = (
            1.0
            - 0.9 * (None in kinds)
            + alone
            + 0.5 * ("the" in match.group().casefold())
            + 0.2 * bool(re.match(r"\s*[A-Z]", right))
        )
        if score > best[0]:
            best = (score, [left, right])
    return best[1]


def looks(text: str) -> str | None:
    """Whether words look like a union's or an employer's name, None where they look like neither."""
    entry = lookup(tidy(text) or "-")
    if entry and entry.kind in ("union", "federation"):
        return "union"
    if entry and entry.kind in ("employer", "employer_association", "government", "media", "research"):
        return "employer"
    if _EMPLOYERS.search(text) and not _LOCAL_SHORT.search(text):
        return "employer"
    text = _IN_BRACKETS.sub("", text)
    unions = len(UNION_WORDS.findall(text))
    employers = len(EMPLOYER_WORDS.findall(text))
    if re.search(
        r"\b(?:association|union|federation|brotherhood|guild|local|lodge|club|unit|group"
        r"|afl-cio)\b(?:[\s,.)#\d]|of\b|no\b"
        r"|inc\b)*$",
        text.strip(),
        re.IGNORECASE,
    ):
        unions += 2
    if unions or employers:
        return "union" if unions > 0 and (unions >= employers or _UNION_NAME.search(text)) else "employer"
    return None


def is_union(name: str) -> bool:
    """Whether a name says by itself that it is a union's."""
    return _UNION_NAME.search(name) is not None


def side_of(chunk: str, alias: str | None) -> tuple[str | None, list[str]]:
    chunk = _OF_WHOM.sub("", chunk)
    if _ON_BEHALF.match(chunk):
        _, *later = _SIDE_BY_SIDE.split(chunk)
        chunk = later[-1] if later and looks(later[-1]) == "union" else ""
    side = None
    if alias:
        side = "union" if _UNION_ALIAS.search(alias) else "employer" if _EMPLOYER_ALIAS.search(alias) else None
    side = side or looks(chunk)
    if side is None:
        return None, []
    pieces = [piece for piece in _SIDE_BY_SIDE.split(chunk) if looks(piece) in (side, None)] or [chunk]
    if side == "union":
        pieces = [_REPRESENTED.sub("", piece) for piece in pieces]
        parts = [_ON_BEHALF.split(part) for piece in pieces for part in _affiliated(piece)]
        names = [name for first, *rest in parts for name in (first, *(r for r in rest if _UNION_ALIAS.search(r)))]
    else:
        bare = [[_BEFORE.sub("", _LEADING.sub("", part)) for part in _ON_BEHALF.split(piece)] for piece in pieces]
        named = [[part for part in parts if not _PERSON.match(part)] for parts in bare]
        names = [_principal(parts) for parts in named if parts]
    tidied = [tidy(part) for name in names for part in _each_known(name)]
    proper = [name for name in tidied if name and is_proper(name)]
    return side, _with_internationals(proper) if side == "union" else proper


def _principal(parts: list[str]) -> str:
    """The state or city an agent acts for, else who acts: "the Department, on behalf of the State"."""
    return next((part for part in parts[1:] if _GOVERNMENT.match(part)), parts[0])


def _each_known(name: str) -> list[str]:
    """The unions of a list that holds known ones only: "UNISON, GMB and Unite the Union"."""
    parts = [part for part in re.split(r",?\s+and\s+|,\s*", name) if part]
    if len(parts) < 2 or lookup(name):
        return [name]
    known = [lookup(re.sub(r"^\s*the\s+", "", part, flags=re.IGNORECASE)) for part in parts]
    return parts if all(entry and entry.kind in ("union", "federation") for entry in known) else [name]


def _affiliated(piece: str) -> list[str]:
    """A local and the union it is said to be of; a local without a number is left out."""
    parts = _AFFILIATED.split(piece)
    return [piece, *parts[1:]] if len(parts) > 1 and not parts[0].strip() and re.match(r"\D{0,40}\d", piece) else parts


def is_proper(name: str) -> bool:
    """Whether a name has more in it than the roles of parties ("the Company", "County and Union")."""
    if _PERSON.match(name) or _WITH_ROLE.fullmatch(name):
        return False
    capitals = re.findall(r"[^\W\d_a-z][\w.’'-]+", name)
    return any(not _ROLE.fullmatch(word) for word in capitals)


def _with_internationals(names: list[str]) -> list[str]:
    """Unions as named, and the national union a local or council belongs to where its name says so."""
    found = list(names)
    for name in names:
        entry = international(name)
        if entry and re.search(r"\d", name[len(_LOCAL.sub("", name)) :]) and entry.name not in found:
            found.append(entry.name)
    return found


def international(name: str) -> Entry | None:
    """The known union that a name is, or that the local or council it names belongs to."""
    base = _LOCAL.sub("", name)
    short = re.sub(r"^(?:the\s+)?", "", base.split(" (")[0], flags=re.IGNORECASE)
    acronym = re.match(r"[A-Z]{3,8}(?= (?:Local|Council)\b)", name)
    for known in (base, short, acronym.group() if acronym else ""):
        entry = lookup(known) if known else None
        if entry and entry.kind in ("union", "federation"):
            return entry
    return None


def tidy(name: str) -> str | None:
    """A name without articles, descriptions and what else stands around it; capitals brought to title case."""
    name = re.sub(r"\s*\((?:here|the |[“\"‘']\w+[”\"’']?\)).*$", "", " ".join(name.split()))
    name = _LEADING.sub("", _BEFORE.sub("", _LEADING.sub("", name)))
    name = _without_emblem(name)
    name = _UNIT.sub("", _BEHIND.sub("", _DESCRIPTION.sub("", name)))
    for _ in range(3):
        name = _TRAILING.sub("", name)
    name = _GOVERNORS.sub("", name).strip(" \"“”'‘’.")
    if (
        not 3 <= len(name) <= 200
        or not re.match(r"[A-Z0-9]", name)
        or re.search(r"[“”\"]|\b(?:means|shall|will|is|are|was|have|has|whereas|this)\b|__", name, re.IGNORECASE)
    ):
        return None
    return cased(name) if is_capital(name) else name


def _without_emblem(name: str) -> str:
    """A name without the letters or the word of an emblem before it: "HLA THE HERON LABOR ASSOCIATION"."""
    match = re.match(r"([A-Z]{3,12}) (?:(?i:the) )?(?=[A-Z])", name)
    if match is None:
        return name
    rest = name[match.end() :]
    initials = {
        "".join(w[0] for w in rest.split() if w.casefold() not in small).upper() for small in ((), _SMALL_WORDS)
    }
    again = re.search(rf" {match.group(1)}\b", rest) and " THE " in match.group().upper()
    return rest if again or any(i.startswith(match.group(1)) for i in initials) else name


def _is_known_acronym(word: str) -> bool:
    entry = lookup(word)
    return entry is not None and word in (entry.acronym, entry.name)


def cased(name: str) -> str:
    """A name in capitals as names are written: `LANE COUNTY, OREGON` as `Lane County, Oregon`; acronyms stay."""
    given = name.split(" ")
    words = []
    for number, word in enumerate(given):
        bare = re.sub(r"[^A-Za-z]", "", word)
        initials = "".join(w[0] for w in given[number + 1 :] if w.casefold() not in _SMALL_WORDS and w[0].isalpha())
        short = 2 <= len(bare) <= 7 and (_is_known_acronym(word.strip("(),.")) or initials.startswith(bare))
        if word.strip(",.").casefold() in _SUFFIXES:
            words.append(word.capitalize())
        elif short or re.fullmatch(r"\(\w+\),?", word) or not re.search(r"[AEIOUY]", bare):
            words.append(word)
        elif word.casefold() in _SMALL_WORDS and number:
            words.append(word.casefold())
        else:
            words.append(
                re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda m: m.group()[:1].upper() + m.group()[1:].lower(), word)
            )
    return re.sub(r"\bAfl-Cio\b", "AFL-CIO", " ".join(words))
