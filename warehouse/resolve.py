"""Ids that hold across documents: of organizations, people, bills, coalitions and agreements.

An id is a hash of the thing's key: its name folded (case, accents, punctuation, a leading "the"), looked up in the
lexicon first. So an id depends on no other document and does not move when documents are added. The exceptions are a
bill told of by number alone, which takes the id of the name that another document gives with that number, and the
agreements that one union and one employer have for several units: their texts tell them apart.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from records.ids import fold_name, stable_id
from records.lexicon import Entry
from records.model import Organization
from warehouse.likeness import Shared

_YEAR_SUFFIX = re.compile(r"\s+of\s+(?:19|20)\d\d$")
_INITIAL = re.compile(r"\b\w\b")
_NOT_NUMBER = re.compile(r"[^A-Z0-9/()]")
_SAME_TEXT = 0.8  # of the runs of words of two texts: one agreement as PDF and as a page
_LETTER = re.compile(r"(?:open |joint )?(?:letter|statement)\b", re.IGNORECASE)


class Lexicon:
    """Known organizations by any of their names."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_name: dict[str, Entry] = {}
        everything = list(entries)
        for names in (lambda e: (e.name,), lambda e: (e.acronym or "",), lambda e: e.aliases):
            for entry in everything:
                for name in names(entry):
                    if name:
                        self._by_name.setdefault(fold_name(name), entry)

    def find(self, name: str) -> Entry | None:
        """The entry this name belongs to."""
        return self._by_name.get(fold_name(name))

    def key(self, name: str) -> str:
        """What an organization of this name is hashed by."""
        entry = self.find(name)
        return fold_name(entry.name if entry else name)

    def organization_id(self, name: str) -> str:
        """The id of the organization of this name."""
        return stable_id("org", self.key(name))


@dataclass(frozen=True)
class Mention:
    """An organization as documents name it: with what kind and acronym, how often."""

    name: str
    kind: str | None
    acronym: str | None
    times: int


def organizations(lexicon: Lexicon, mentions: Sequence[Mention]) -> list[Organization]:
    """The organizations that documents name, and the parents of those; the lexicon's word goes before a document's."""
    seen: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        seen[lexicon.key(mention.name)].append(mention)
    rows: dict[str, Organization] = {}
    for key, group in seen.items():
        made = _organization(lexicon, key, group)
        rows[made.organization_id] = made
    for group in seen.values():
        entry = lexicon.find(group[0].name)
        while entry and entry.parent and (parent := lexicon.find(entry.parent)):
            made = _organization(lexicon, fold_name(parent.name), [Mention(parent.name, parent.kind, None, 0)])
            if made.organization_id in rows:
                break
            rows[made.organization_id] = made
            entry = parent
    return sorted(rows.values(), key=lambda row: row.organization_id)


def _organization(lexicon: Lexicon, key: str, group: Sequence[Mention]) -> Organization:
    entry = lexicon.find(group[0].name)
    names = Counter[str]()
    kinds = Counter[str]()
    acronyms = Counter[str]()
    for mention in group:
        names[mention.name] += mention.times
        if mention.kind:
            kinds[mention.kind] += mention.times
        if mention.acronym:
            acronyms[mention.acronym] += mention.times
    name = entry.name if entry else _most(names)
    aliases = {*names, *((*entry.aliases, entry.acronym) if entry else ())} - {name, None, ""}
    parent = entry.parent if entry else None
    return Organization(
        organization_id=stable_id("org", key),
        name=name or key,
        kind=(entry.kind if entry else None) or _most(kinds),
        acronym=(entry.acronym if entry else None) or _most(acronyms),
        aliases=tuple(sorted(alias for alias in aliases if alias)),
        country=entry.country if entry else None,
        parent_organization_id=lexicon.organization_id(parent) if parent else None,
        wikidata_id=entry.wikidata_id if entry else None,
    )


def _most(counted: Counter[str]) -> str | None:
    """The most frequent value, the alphabetically first of equals."""
    return min(counted, key=lambda value: (-counted[value], value), default=None)


def person_id(name: str) -> str:
    """The id of a person: initials between first and last name do not matter."""
    words = fold_name(name).split()
    kept = [word for n, word in enumerate(words) if n in (0, len(words) - 1) or not _INITIAL.fullmatch(word)]
    return stable_id("person", " ".join(kept))


def bill_key(number: str, jurisdiction: str | None) -> str:
    """A bill's number without points and spaces, with its jurisdiction."""
    return f"{jurisdiction or ''}:{_NOT_NUMBER.sub('', number.upper())}"


def law_key(name: str) -> str:
    """A law's name folded, without the year it ends in."""
    return _YEAR_SUFFIX.sub("", fold_name(name))


@dataclass(frozen=True)
class LawTold:
    """What a document tells of a law that can identify it."""

    name: str
    bill_number: str | None
    jurisdiction: str | None


def legislation_ids(told: Iterable[LawTold]) -> Mapping[LawTold, str]:
    """The id of each law told of: by name, or by number where no document gives the number a name."""
    everything = sorted(set(told), key=repr)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for law in everything:
        if law.bill_number and not _is_number(law):
            names[bill_key(law.bill_number, law.jurisdiction)][law_key(law.name)] += 1
    found: dict[LawTold, str] = {}
    for law in everything:
        key: str | None = law_key(law.name)
        if _is_number(law):
            number = bill_key(law.bill_number or law.name, law.jurisdiction)
            key = _most(names.get(number, Counter())) or number
        found[law] = stable_id("law", key or "")
    return found


def _is_number(law: LawTold) -> bool:
    return bool(law.bill_number) and bill_key(law.bill_number or "", None) == bill_key(law.name, None)


def coalition_id(name: str, member_count: int | None, announced_on: date | None) -> str:
    """The id of a coalition: its name; for a letter (many are named alike) its signatories' number and day too."""
    if _LETTER.match(name):
        return stable_id("coalition", fold_name(name), str(member_count or ""), str(announced_on or ""))
    return stable_id("coalition", fold_name(name))


_LETTER_NAME = re.compile(
    r"\b(?:letters? of (?:agreement|understanding|intent)|memorand(?:um|a) of (?:agreement|understanding)|side ?letter|"
    r"side agreement|MOU|MOA|LOA|LOU|amendment|(?:agreement|contract) extension|extension (?:letter|agreement|of))\b",
    re.IGNORECASE,
)
_SUPPLEMENT_NAME = re.compile(r"\b(?:supplement(?:al|ary)?|rider|addendum|local agreement)\b", re.IGNORECASE)


def part_of(name: str | None) -> str:
    """What an agreement of this name is: `letter` (it changes or extends one), `supplement`, or an `agreement`."""
    if name and _LETTER_NAME.search(name):
        return "letter"
    return "supplement" if name and _SUPPLEMENT_NAME.search(name) else "agreement"


@dataclass(frozen=True)
class AgreementTold:
    """What a document tells of an agreement that can identify it; `whole` where the document is its text."""

    unions: tuple[str, ...]
    employers: tuple[str, ...]
    year: int | None
    until: int | None
    name: str | None
    document_id: str
    whole: bool = False


def agreement_ids(
    lexicon: Lexicon, told: Iterable[AgreementTold], shared: Callable[[str, str], Shared]
) -> Mapping[AgreementTold, str]:
    """The id of each agreement told of; `shared` tells what the texts of two documents share.

    One union can have agreements for several units of one employer, of the same term: texts that differ are
    agreements of their own, with their document in the id.
    """
    found = {agreement: agreement_id(lexicon, agreement) for agreement in sorted(set(told), key=repr)}
    texts: dict[str, set[str]] = defaultdict(set)
    for agreement, key in found.items():
        if agreement.whole:
            texts[key].add(agreement.document_id)
    of_document = {
        (key, document): stable_id("agreement", key, version[0])
        for key, documents in texts.items()
        if len(versions := _versions(documents, shared)) > 1
        for version in versions
        for document in version
    }
    return {
        agreement: of_document.get((key, agreement.document_id), key) if agreement.whole else key
        for agreement, key in found.items()
    }


def _versions(documents: Iterable[str], shared: Callable[[str, str], Shared]) -> list[list[str]]:
    """The documents by the text they hold, copies and renderings of one text together."""
    versions: list[list[str]] = []
    for document in sorted(documents):
        same = next((v for v in versions if any(shared(document, other).of_both >= _SAME_TEXT for other in v)), None)
        if same is None:
            versions.append([document])
        else:
            same.append(document)
    return versions


def agreement_id(lexicon: Lexicon, told: AgreementTold) -> str:
    """The id of an agreement: its parties and first year; its name and document where a party is unknown.

    Without a first year, as where it begins when ratified, the year `until` which it runs tells one of a line of
    agreements from the next. A supplement has its name in the id, too, and a letter, of which parties sign many alike,
    its document.
    """
    if told.unions and told.employers:
        sides = (sorted(lexicon.key(party) for party in side) for side in (told.unions, told.employers))
        named, term = fold_name(told.name or ""), str(told.year or "") or (f"until {told.until}" if told.until else "")
        scope = {"agreement": (), "supplement": (named,), "letter": (named, told.document_id)}[part_of(told.name)]
        return stable_id("agreement", *("|".join(side) for side in sides), term, *scope)
    parties = sorted(map(lexicon.key, (*told.unions, *told.employers)))
    return stable_id("agreement", fold_name(told.name or ""), *parties, told.document_id)
