"""Organizations named in a document: known ones, and unknown ones recognized by how they are written.

A name is known from the lexicon; or it is a capitalised phrase with a head word ("Alliance for …", "… Guild"); or the
words around it say so ("employees at …", a list of unions); or it is an acronym that the document gives with a name.
Every mention carries the fullest name of its organization.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.base import Reading
from extractors.lexicon import lookup
from extractors.names.bearers import held_at
from extractors.names.belief import believed, is_surname
from extractors.names.bills import named_in_bills
from extractors.names.branches import branches
from extractors.names.chambers import as_meant, is_elsewhere, is_european, is_of_a_state
from extractors.names.committees import committees
from extractors.names.cues import Cued, cued, may_name
from extractors.names.gazetteer import Known, known_names
from extractors.names.given_names import GIVEN_NAMES
from extractors.names.heads import GENERIC, KINDS, kind_of
from extractors.names.lists import name_lists
from extractors.names.phrases import Phrase, phrases
from extractors.names.places import PLACES, is_group, is_place
from extractors.names.rows import Name, Row, SmallWords, rows
from extractors.names.shortened import shortened
from extractors.text.tokens import MARK, Token, word_set
from records.ids import fold_name

__all__ = ["Name", "as_written", "find_organizations", "main_union", "organizations_in", "told_name", "written_name"]

_UNNAMED = frozenset(
    {
        "european union",
        "eu",
        "democratic party",
        "republican party",
        "labour party",
        "the labor party",
        "electoral college",
    }
)
_LAWS = word_set(
    "Act Acts Bill Agreement Rule Order Summit Award Awards Treaty Directive Amendment Amendments Resolution Challenge"
    " Law Contract Package Protocol Accord Standards Pledge Principles Framework Regulation Ordinance Covenant"
)
# Documents that write their defined terms with capitals.
TERMS_IN_CAPITALS = frozenset({"agreement", "legislation"})
_TITLED = word_set(
    "House Plan Agenda Journal Review Prize Award Awards Fellowship Scholarship Medal Cup Stadium Arena Tower Building"
)
_OF_STAFF = word_set("Guild Union")
_FEDERATIONS = word_set("AFL-CIO AFL–CIO CLC")
_ARTICLE = re.compile(r"(?:article|section) \d", re.IGNORECASE)
_LONGEST_LAW = 24  # words and marks of a law's name
_DEFINITION = re.compile(r"(?:['’]s?)?\s?\(\s?[“\"]?(?:the )?[“\"]?(?P<short>[A-Z][A-Za-z0-9&.\-]{1,14})[”\"]?\)")
_SHORT_FORM = re.compile(r"(?<=[a-z]) \((?P<short>[A-Z]{2,6})\)")
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
_DEPARTMENT_OF = re.compile(r"\b(?:President|Director|Head|VP|Manager|Lead|Leader|Officer),? (?:of|for) \Z")
_AT_ITS_COMPANY = re.compile(r" (?:at|for|with) (?:the )?[A-Z]")
_BODIES = word_set("Committee Commission Council Board Office Taskforce Authority Agency Bureau Fund Center Centre")
_ONE = re.compile(r"\b(?:[Aa]n?|any|each|every) (?:[a-z-]+ )?[“\"‘']?\Z")
_NO_NOUN = re.compile(
    r"[,.;:)”\"’](?! [A-Z])|\Z| (?:to|made|that|which|composed|consisting|with|within|and|where|whose|comprising|in)\b"
)
_PART_OF_ACRONYM = re.compile(r"\A[^()]+ \(([A-Z][\w-]+)\)")  # "Full Name (FN) Local 9" is FN Local 9
_OURS = re.compile(r"(?<![\w’'])(?:[Oo]ur|[Mm]y) \Z")  # "our Disputes Group" is a part of its speaker's house
_EXPANDED = re.compile(r"[A-Z][A-Za-z0-9&.\-]{1,14}(?= \($)")


def find_organizations(reading: Reading) -> tuple[Name, ...]:
    """Mentions of organizations in reading order, never overlapping."""
    lines = rows(reading)
    if reading.document.document_type in TERMS_IN_CAPITALS:
        return tuple(_resolved(_of_terms(reading.text, lines)))
    doubtful = [(row, known) for row in lines for known in _sure(reading.text, row, row.capitals)]
    _drop_laws(lines)
    _believe(reading.text, doubtful)
    _cued(reading.text, lines, doubtful)
    name_lists(lines, doubtful)
    committees(lines)
    _repeat(reading.text, lines, doubtful)
    _acronyms(lines, _defined(reading.text, lines))
    other, abroad = _other_meanings(reading.text), is_elsewhere(reading.text)
    european = is_european(reading.text)
    own = (as_meant(name, european) for name in _named(lines) if not _is_other(name, other))
    return tuple(_resolved([name for name in own if not is_of_a_state(reading.text, name, abroad)]))


def _other_meanings(text: str) -> dict[str, str]:
    """What the text spells acronyms out as, where their letters fit: "CAAP" for "Clean Air Action Plan (CAAP)"."""
    found = {}
    for match in _SHORT_FORM.finditer(text):
        words = _CAPITAL.findall(text, max(0, match.start() - 90), match.start())[-len(match["short"]) :]
        if "".join(word[0] for word in words) == match["short"]:
            found[match["short"]] = text[text.rfind(words[0], 0, match.start()) : match.start()].strip()
    return found


def _is_other(name: Name, spelled: dict[str, str]) -> bool:
    """Whether an acronym is spelled out in the text as something else than the organization it was taken for."""
    long = spelled.get(name.text)
    if long is None or fold_name(long) == fold_name(name.name):
        return False
    entry = lookup(long)
    return (entry is None or entry.name != name.name) and fold_name(long) not in fold_name(name.name)


def _named(lines: Sequence[Row]) -> list[Name]:
    found = (name for row in lines for _, (_, name) in sorted(row.names.items()))
    return [name for name in found if fold_name(name.name) not in _UNNAMED]


def _of_terms(text: str, lines: Sequence[Row]) -> list[Name]:
    """The names in an agreement or bill, whose terms bear capitals too: known ones and strong phrases alone."""
    doubtful = [(row, known) for row in lines for known in _sure(text, row, True) if known.acronym]
    _drop_laws(lines)
    full = {name.name for row in lines for _, name in row.names.values()}
    for row, known in doubtful:
        if known.entry.name in full and row.free(known.first, known.last):
            _take(row, known)
    small = SmallWords(text)
    for row in lines:
        for first, (last, name) in list(row.names.items()):
            words = [word for word in row.words(first, last) if word[0].isupper() and word not in KINDS]
            told = any(word in PLACES or word.casefold() not in small for word in words)
            if _ARTICLE.match(name.text) or (lookup(name.name) is None and not told):
                row.drop(first)
    _acronyms(lines, _defined(text, lines))
    return sorted([*_named(lines), *named_in_bills(text, lines)])


def organizations_in(reading: Reading, start: int, end: int) -> tuple[Name, ...]:
    """The mentions that lie wholly between two offsets."""
    found, starts = reading.get(find_organizations), reading.get(_starts)
    first = bisect_left(starts, start)
    last = bisect_left(starts, end, first)
    return tuple([name for name in found[first:last] if name.end <= end]) if first < last else ()


def _starts(reading: Reading) -> list[int]:
    return [name.start for name in reading.get(find_organizations)]


def as_written(name: Name) -> str:
    """An organization as a sentence names it, or its full name where what stands there could mean others as well."""
    written = " ".join(name.text.split())
    if not name.name.startswith("The "):
        written = written.removeprefix("The ")
    entry = lookup(written)
    return written if entry is None or entry.name == name.name else name.name


def told_name(reading: Reading, name: Name) -> str:
    """An organization as written; an acronym by the full name where the document gives that too."""
    written = as_written(name)
    if not written.isupper() or name.name == written:
        return written
    return name.name if _plain_marks(name.name) in reading.get(_plain_text) else written


def written_name(reading: Reading, name: str) -> str:
    """An organization by the longest name the document writes for it; as it is known where only acronyms stand there.

    `name` is the name of `Name.name`.
    """
    return reading.get(_written_names).get(name, name)


def _written_names(reading: Reading) -> dict[str, str]:
    found: dict[str, str] = {}
    for mention in reading.get(find_organizations):
        written = as_written(mention)
        known = lookup(written)
        if " " in written and known is not None and known.name == mention.name and not written.isupper():
            found[mention.name] = max(found.get(mention.name, ""), written, key=len)
    return found


def _plain_text(reading: Reading) -> str:
    return _plain_marks(reading.text)


def _plain_marks(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'")


def main_union(reading: Reading) -> Name | None:
    """The union a document names most, None where two are named alike often."""
    unions = {name.name: name for name in reading.get(find_organizations) if name.kind == "union"}
    counted = Counter(name.name for name in reading.get(find_organizations) if name.name in unions).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] == counted[1][1]):
        return None
    return unions[counted[0][0]]


def _sure(text: str, row: Row, capitals: bool) -> list[Known]:
    """Take a sentence's certain names; the uncertain ones are returned. `capitals`: other words bear capitals too."""
    known = list(known_names(row.tokens))
    if row.shouting:
        known = [k for k in known if k.last - k.first > 1]
    for begin, end, whole in () if row.shouting else branches(row.tokens, known):
        written = " ".join(text[row.tokens[begin].start : row.tokens[end - 1].end].split())
        row.take(begin, end, _PART_OF_ACRONYM.sub(r"\1", written), whole.entry.kind)
    for phrase in () if row.shouting else phrases(row.tokens, known, capitals):
        owned = phrase.head == "Group" and _OURS.search(
            text[max(0, row.tokens[phrase.first].start - 5) : row.tokens[phrase.first].start]
        )
        planned = owned or _is_part_or_plan(text, row, phrase)
        if row.free(phrase.first, phrase.last) and not planned and not _covered(phrase, known):
            last = row.tokens[phrase.last - 1]
            name = text[row.tokens[phrase.first].start : last.end]
            row.take(phrase.first, phrase.last, _plain(name), _branch(row, phrase, known) or kind_of(name, phrase.head))
    doubtful = []
    for k in known:
        if not row.free(k.first, k.last) or _is_suffix(row, k) or _is_titled(row, k):
            continue
        if not k.acronym and is_surname(row.tokens, k):
            continue
        if k.risky:
            doubtful.append(k)
        else:
            _take(row, k)
    return doubtful


def _is_part_or_plan(text: str, row: Row, phrase: Phrase) -> bool:
    """Whether a phrase names a department told with its company, or a body that is only to be: "a Joint Committee"."""
    start, end = row.tokens[phrase.first].start, row.tokens[phrase.last - 1].end
    before = text[max(row.sentence.start, start - 40) : start]
    if _DEPARTMENT_OF.search(before) and _AT_ITS_COMPANY.match(text, end, row.sentence.end):
        return True
    return phrase.head in _BODIES and _ONE.search(before) is not None and _NO_NOUN.match(text, end) is not None


def _branch(row: Row, phrase: Phrase, known: Sequence[Known]) -> str | None:
    """The kind of the known organization of which a phrase names a part: "American Civil Liberties Union of Ohio"."""
    whole = next((k for k in known if k.first == phrase.first and k.last < phrase.last and not k.risky), None)
    return whole.entry.kind if whole and row.tokens[whole.last].text == "of" and whole.last - whole.first > 1 else None


def _is_titled(row: Row, known: Known) -> bool:
    """Whether a name opens that of a journal, prize or the like: "Harvard Law School Journal on Legislation"."""
    if known.last >= len(row.tokens) or row.tokens[known.last - 1].owner or not row.tokens[known.last].joined:
        return False
    return row.tokens[known.last].text in _TITLED


def _is_suffix(row: Row, known: Known) -> bool:
    """Whether "AFL-CIO" stands after a comma as the last part of the long name of an affiliate."""
    if known.written not in _FEDERATIONS or known.first < 2 or row.tokens[known.first - 1].text != ",":
        return False
    before = next((first for first, (last, _) in row.names.items() if last == known.first - 1), None)
    if before is None or known.first - 1 - before < 3 or row.names[before][1].kind not in ("union", "federation"):
        return False
    after = row.words(known.last, known.last + 3)
    listed = after[:1] == ["and"] or (after[:1] == [","] and len(after) > 1 and row.tokens[known.last + 1].joined)
    return not listed


def _take(row: Row, known: Known) -> None:
    row.take(known.first, known.last, known.entry.name, known.entry.kind, known.entry.acronym)


def _plain(name: str) -> str:
    """A name without what stands in parentheses inside it, white space as one space."""
    return " ".join(re.sub(r" \([^()]*\)", "", name).split())


def _covered(phrase: Phrase, known: Sequence[Known]) -> bool:
    """Whether known names tell more than a phrase: they hold it, or stand side by side in it up to its end."""
    for k in known:
        if not k.risky and k.first <= phrase.first and k.last >= phrase.last:
            return True
        if k.first + 1 == phrase.first and k.last < phrase.last and phrase.head in _OF_STAFF:
            continue
        if k.first < phrase.first < k.last < phrase.last or phrase.first < k.first < phrase.last < k.last:
            return not k.risky
    inside = [k for k in known if k.first >= phrase.first and k.last <= phrase.last]
    if not inside or inside[-1].last != phrase.last or inside[0].first != phrase.first or len(inside) < 2:
        return False
    return inside[-1].last - inside[-1].first > 1


def _drop_laws(lines: Sequence[Row]) -> None:
    """Take back names that are part of the name of a law, agreement or event, wherever they stand."""
    laws: set[str] = set()
    for row in lines:
        for at, token in enumerate(row.tokens):
            if token.text in _LAWS and at and token.joined:
                start = _law_start(row.tokens, at)
                inside = (row.names[first] for first in range(start, at) if first in row.names)
                laws.update(name.name for last, name in inside if last <= at + 1)
    for row in lines:
        for first, (last, name) in list(row.names.items()):
            cited = last < len(row.tokens) and row.tokens[last].joined and row.tokens[last].text in ("of", "(")
            if (_ARTICLE.match(name.text) and cited) or (name.name in laws and lookup(name.text) is None):
                row.drop(first)


def _law_start(line: Sequence[Token], at: int) -> int:
    """The first token of the name of the law that ends with token `at`."""
    floor = max(0, at - _LONGEST_LAW)
    while at > floor and line[at].joined:
        before = line[at - 1]
        if before.shape == MARK and before.text not in (",", "(", ")", "&"):
            break
        if before.text == "the" or (before.owner and not before.text.endswith("s")):
            break
        at -= 1
    return at


def _believe(text: str, doubtful: Sequence[tuple[Row, Known]]) -> None:
    """Take the doubtful names that their sentence speaks for, or whose full name the document gives."""
    plain = SmallWords(text)
    sure: set[str] = set()
    for row, k in doubtful:
        if row.free(k.first, k.last) and believed(text, row.tokens, k, row.initial(k.first), row.capitals, plain):
            _take(row, k)
            sure.add(k.entry.name)


def _cued(text: str, lines: Sequence[Row], doubtful: Sequence[tuple[Row, Known]]) -> None:
    """Take unknown names that the words around them show, and their kinds."""
    risky = {(id(row), known.first): known for row, known in doubtful}
    for row in lines:
        if row.capitals or row.shouting:
            continue
        start, end = row.sentence.start, row.sentence.end
        for cue in (*cued(text, row.tokens, start, end), *held_at(text, row.tokens, start, end)):
            known = risky.get((id(row), cue.first))
            if known is not None and known.last == cue.last and row.free(cue.first, cue.last):
                _take(row, known)
            else:
                _take_cued(row, cue)


def _take_cued(row: Row, cue: Cued) -> None:
    if cue.first and row.tokens[cue.first].text in _FEDERATIONS and row.tokens[cue.first - 1].text == ",":
        return
    if cue.first in row.names:
        last, name = row.names[cue.first]
        if lookup(name.name) is None and cue.kind and (name.kind is None or cue.kind == "coalition"):
            row.names[cue.first] = (last, replace(name, kind=cue.kind))
        return
    words = row.words(cue.first, cue.last)
    if row.free(cue.first, cue.last) and may_name(words) and not (len(words) == 1 and row.initial(cue.first)):
        row.take(cue.first, cue.last, None, cue.kind)


def _short(words: tuple[str, ...], name: Name, small: SmallWords) -> tuple[tuple[str, ...], ...]:
    """How a company of several words is called for short: "Brightloom" for "Brightloom Software"."""
    first = words[0]
    rare = len(first) > 4 and first not in GENERIC and first not in KINDS and not is_place([first]) and first.isalpha()
    if name.kind != "employer" or len(words) < 2 or not rare or first in GIVEN_NAMES or first.casefold() in small:
        return ()
    return () if is_group([first]) or lookup(first) or words[1] in ("of", "for") else ((first,),)


def _repeat(text: str, lines: Sequence[Row], doubtful: Sequence[tuple[Row, Known]]) -> None:
    """Take the other mentions of names that were recognized by context."""
    kinds: dict[str, str | None] = {}
    small = SmallWords(text)
    named: dict[str, list[tuple[tuple[str, ...], Name]]] = {}
    for row in lines:
        for first, (last, name) in row.names.items():
            kinds.setdefault(name.name, name.kind)
            words = tuple(row.words(first, last))
            for form in (words, *_short(words, name, small)):
                same = named.setdefault(form[0], [])
                if all(other != form for other, _ in same):
                    same.append((form, name))
    for row, k in doubtful:
        if row.free(k.first, k.last) and k.entry.name in kinds and not (row.initial(k.first) and k.last - k.first == 1):
            _take(row, k)
    for row in lines if not all(row.shouting for row in lines) else ():
        for at, token in enumerate(row.tokens):
            for words, name in named.get(token.text, ()):
                last = at + len(words)
                fits = row.words(at, last) == list(words) and row.free(at, last)
                if fits and not (len(words) == 1 and (row.initial(at) or row.capitals)):
                    row.take(at, last, name.name, name.kind, name.acronym)


def _defined(text: str, lines: Sequence[Row]) -> dict[str, Name]:
    """Acronyms that the document gives with a name: "Full Name (FN)", "FN (Full Name)"."""
    defined: dict[str, Name] = {}
    for row in lines:
        for _, name in list(row.names.values()):
            match = _DEFINITION.match(text, name.end)
            before = _EXPANDED.search(text, max(0, name.start - 18), name.start)
            short = match["short"] if match else before.group() if before else ""
            if short and stands_for(short, name.text):
                defined.setdefault(short, replace(name, acronym=short))
    return defined


def stands_for(short: str, name: str) -> bool:
    """Whether `short` can be the acronym of `name`: its capitals come in the name in that order, from the first."""
    letters = [c.casefold() for c in short if c.isalnum() and not c.islower()]
    words = re.findall(r"[^\W_]+", name.casefold())
    if len(letters) < 2 or len(words) < 2 or letters[0] not in {word[0] for word in words[:3]}:
        return False
    rest = iter("".join(words))
    return all(letter in rest for letter in letters)


def _acronyms(lines: Sequence[Row], defined: dict[str, Name]) -> None:
    for row in lines if defined else ():
        for at, token in enumerate(row.tokens):
            full = defined.get(token.text)
            if full is None:
                continue
            if at in row.names and row.names[at][0] == at + 1:
                row.drop(at)
            if row.free(at, at + 1):
                row.take(at, at + 1, full.name, full.kind, full.acronym)


def _resolved(found: Sequence[Name]) -> Iterator[Name]:
    """The mentions, each with its organization's fullest name, kind and acronym."""
    best: dict[str, Name] = {}
    for name in found:
        key = fold_name(name.name)
        entry = lookup(name.name)
        if entry is not None:
            best[key] = replace(name, name=entry.name, kind=entry.kind or name.kind, acronym=entry.acronym)
        elif key not in best or (best[key].kind is None and name.kind):
            acronym = name.acronym or (best[key].acronym if key in best else None)
            best[key] = replace(name, acronym=acronym)
        elif name.acronym and best[key].acronym is None:
            best[key] = replace(best[key], acronym=name.acronym)
    short = shortened(found)
    for name in found:
        full = best[fold_name(short.get(name.name, name.name))]
        yield replace(name, name=full.name, kind=full.kind or name.kind, acronym=full.acronym or name.acronym)
