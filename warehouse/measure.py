"""The warehouse measured against gold facts: precision, recall and F1 per table, attributes on the right facts.

Gold files are `NAME.gold.json`, one per document, paired with documents by file name. Facts pair one to one, best
match first; a gold key that is absent is not judged, an attribute that gold leaves out neither.
"""

from __future__ import annotations

import json
import re
import urllib.parse
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

import duckdb

from warehouse.likeness import fold, names_alike, quotes_alike, text

Item = Mapping[str, Any]
Score = Callable[[Item, Item], float]
Judge = Callable[[Item, Item], bool | None]
SAME_NAME = 0.8


@dataclass
class Tally:
    """Facts in the gold set, found, and right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """Share of the found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that is found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.gold + self.found) if self.right else 0.0


@dataclass
class Measured:
    """A measurement: tallies by table, (right, judged) by (table, attribute), gold documents that are missing."""

    tables: dict[str, Tally] = field(default_factory=dict)
    attributes: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    misses: list[tuple[str, str, Item]] = field(default_factory=list)
    """(`missed` or `wrong`, file, fact) of the table asked for."""
    sureness: dict[str, list[tuple[float, bool]]] = field(default_factory=dict)
    """Confidence of each found fact by table, and whether it is right."""


@dataclass(frozen=True)
class Rule:
    """How a table's facts are paired: likeness of a gold and a found fact, the least that pairs, attributes judged."""

    score: Score
    least: float
    judges: tuple[tuple[str, Judge], ...] = ()
    query: str = ""
    gold: str = ""


def measure(con: duckdb.DuckDBPyConnection, folder: Path, misses: str = "") -> Measured:
    """Measures the open warehouse against the gold files of a folder; `misses` names a table to list misses of."""
    by_file = {_file(url): key for key, url in con.execute("select document_id, url from documents").fetchall()}
    result = Measured(tables={name: Tally() for name in RULES})
    judged: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        document = by_file.get(gold["file"])
        if document is None:
            result.missing.append(gold["file"])
        for name, rule in RULES.items():
            wanted = _wanted(gold, name, rule)
            if wanted is not None:
                found = _found(con, gold, name, rule, document) if document else []
                pairs = _paired(wanted, found, rule)
                _tally(result.tables[name], wanted, found, pairs)
                _sureness(result.sureness.setdefault(name, []), found, pairs)
                _judge(judged, name, rule, [(wanted[i], found[j]) for i, j in pairs])
                if name == misses:
                    result.misses += _missed(gold["file"], wanted, found, pairs)
        if document and "document" in gold:
            row = _rows(con, "select * exclude (text) from documents where document_id = ?", document)[0]
            _judge(judged, "documents", _DOCUMENT, [(gold["document"], row)])
    result.attributes = {key: (right, total) for key, (right, total) in judged.items()}
    return result


def _file(url: str) -> str:
    return PurePosixPath(urllib.parse.unquote(urllib.parse.urlsplit(url).path)).name


def _wanted(gold: Item, name: str, rule: Rule) -> list[Item] | None:
    if name == "coalition_members":
        return [{"organization_name": m} for c in gold.get("coalitions", []) for m in c.get("members") or []]
    found: list[Item] | None = gold.get(rule.gold or name)
    return found


def _found(con: duckdb.DuckDBPyConnection, gold: Item, name: str, rule: Rule, document: str) -> list[dict[str, Any]]:
    query = rule.query or f"select * from {name} where document_id = ?"
    if name == "agreements" and gold.get("document", {}).get("document_type") == "agreement":
        query += " and is_full_text"  # not those that an agreement mentions
    return _rows(con, query, document)


def _rows(con: duckdb.DuckDBPyConnection, sql: str, *values: Any) -> list[dict[str, Any]]:
    cursor = con.execute(sql, list(values))
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _paired(wanted: Sequence[Item], found: Sequence[Item], rule: Rule) -> list[tuple[int, int]]:
    scores = ((rule.score(g, f), i, j) for i, g in enumerate(wanted) for j, f in enumerate(found))
    ranked = sorted((entry for entry in scores if entry[0] >= rule.least), reverse=True)
    pairs: list[tuple[int, int]] = []
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for _, i, j in ranked:
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((i, j))
    return pairs


def _tally(tally: Tally, wanted: Sequence[Item], found: Sequence[Item], pairs: Sequence[tuple[int, int]]) -> None:
    tally.gold += len(wanted)
    tally.found += len(found)
    tally.right += len(pairs)


def _sureness(known: list[tuple[float, bool]], found: Sequence[Item], pairs: Sequence[tuple[int, int]]) -> None:
    right = {j for _, j in pairs}
    known += [(row["confidence"], j in right) for j, row in enumerate(found) if "confidence" in row]


def _judge(judged: dict[tuple[str, str], list[int]], name: str, rule: Rule, pairs: Sequence[tuple[Item, Item]]) -> None:
    for g, f in pairs:
        for attribute, judge in rule.judges:
            verdict = judge(g, f)
            if verdict is not None:
                judged[name, attribute][0] += verdict
                judged[name, attribute][1] += 1


def _missed(
    file: str, wanted: Sequence[Item], found: Sequence[Item], pairs: Sequence[tuple[int, int]]
) -> list[tuple[str, str, Item]]:
    hit_gold, hit_found = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = [("missed", file, item) for i, item in enumerate(wanted) if i not in hit_gold]
    return missed + [("wrong", file, item) for j, item in enumerate(found) if j not in hit_found]


# --- how facts are paired and judged


def _quote(column: str = "quote") -> Score:
    return lambda g, f: quotes_alike(text(g.get("quote")), text(f[column] or f["quote"]))


def _name(gold: str, found: str) -> Score:
    return lambda g, f: names_alike(text(g.get(gold)), text(f[found]))


def _number(value: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(value))


def _law(g: Item, f: Item) -> float:
    if g.get("bill_number") and f["bill_number"] and _number(g["bill_number"]) == _number(f["bill_number"]):
        return 1.0
    return names_alike(text(g.get("name")), text(f["name"]))


def _position(g: Item, f: Item) -> float:
    law = names_alike(text(g["legislation"]), text(f["legislation_name"]))
    return min(law, names_alike(text(g["organization"]), text(f["organization_name"])))


def _coalition(g: Item, f: Item) -> float:
    quoted = quotes_alike(g["quote"], f["quote"]) if g.get("quote") else 0.0
    return max(names_alike(text(g["name"]), text(f["name"])), quoted)


def _agreement(g: Item, f: Item) -> float:
    parties = [*(f["unions"] or []), *(f["employers"] or [])]
    for side in ("unions", "employers"):
        wanted = g.get(side) or []
        if wanted and not _any_alike(wanted, f[side] or []):
            return 0.0
    named = g.get("parties") or []
    return float(bool(parties) and (not named or _any_alike(named, parties)))


def _any_alike(wanted: Sequence[str], have: Sequence[str]) -> bool:
    return any(names_alike(w, h) >= SAME_NAME for w in wanted for h in have)


def _person(g: Item, f: Item) -> float:
    person = names_alike(text(g["person_name"]), text(f["person_name"]))
    if not g.get("organization_name"):
        return person
    return min(person, names_alike(text(g["organization_name"]), text(f["organization_name"])))


def _figure(g: Item, f: Item) -> float:
    if g["value"] is None or f["value"] is None:
        return 0.0
    wanted = float(g["value"])
    if abs(wanted - float(f["value"])) > 1e-6 * max(1.0, abs(wanted)):
        return 0.0
    units = {fold(text(g.get("unit"))), fold(text(f["unit"]))}
    return float(len(units) == 1 or units <= {"people", "count"})


def _event(g: Item, f: Item) -> float:
    return quotes_alike(g["quote"], f["quote"]) if fold(g["kind"]) == fold(f["kind"]) else 0.0


def _article(g: Item, f: Item) -> float:
    if fold(text(g["number"])) != fold(text(f["number"])):
        return 0.0
    return 0.5 + names_alike(g["title"], text(f["heading"])) / 2 if g.get("title") else 1.0


def _equal(key: str) -> tuple[str, Judge]:
    return key, lambda g, f: None if g.get(key) is None else fold(text(g[key])) == fold(text(f[key]))


def _same_name(key: str) -> tuple[str, Judge]:
    return key, lambda g, f: None if g.get(key) is None else names_alike(text(g[key]), text(f[key])) >= SAME_NAME


def _same_names(key: str) -> tuple[str, Judge]:
    def judge(g: Item, f: Item) -> bool | None:
        if not g.get(key):
            return None
        have = f[key] or []
        return len(have) == len(g[key]) and all(_any_alike([w], have) for w in g[key])

    return key, judge


def _topic(g: Item, f: Item) -> bool | None:
    if not g.get("topics"):
        return None
    return f["primary_topic"] in g["topics"] or g["topics"][0] in (f["topics"] or [])


RULES: dict[str, Rule] = {
    "coalitions": Rule(
        _coalition, 0.75, (_equal("member_count"), _equal("workers_represented"), _equal("announced_on"))
    ),
    "coalition_members": Rule(_name("organization_name", "organization_name"), SAME_NAME),
    "legislation": Rule(
        _law, 0.8, (_equal("status"), _equal("jurisdiction"), _equal("bill_number"), _same_names("sponsors"))
    ),
    "legislation_positions": Rule(_position, 0.8, (_equal("position"),), gold="positions"),
    "agreements": Rule(
        _agreement,
        0.9,
        (_equal("effective_on"), _equal("expires_on"), _equal("year"), _same_names("unions"), _same_names("employers")),
    ),
    "provisions": Rule(
        _quote(),
        0.5,
        (("topic", _topic), _equal("instrument"), _equal("modality"), _equal("duty_bearer"), _equal("notice_days")),
    ),
    "affiliations": Rule(_person, 0.8, (_same_name("role"),)),
    "organizations": Rule(
        _name("name", "name"),
        SAME_NAME,
        (_equal("kind"),),
        query="select distinct o.name, o.kind, '' as quote from organization_mentions m "
        "join organizations o using (organization_id) where m.document_id = ?",
    ),
    "statistics": Rule(_figure, 0.9, (_equal("direction"), _same_name("attributed_to"))),
    "quotes": Rule(_quote("text"), 0.5, (_same_name("speaker_name"), _same_name("organization_name"))),
    "events": Rule(_event, 0.3, (_equal("occurred_on"),)),
    "articles": Rule(
        _article,
        0.7,
        query="select number, heading, text as quote from passages where kind = 'article' and document_id = ? "
        "order by ordinal",
    ),
}
_DOCUMENT = Rule(
    lambda g, f: 1.0,  # noqa: ARG005
    0.0,
    (_equal("document_type"), _equal("published_on"), _same_name("publisher"), _same_name("title")),
)
