"""Lists of names: what stands between two organizations in a list of organizations is one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.names.cues import may_name, run_end
from extractors.names.gazetteer import Known
from extractors.names.rows import Row
from extractors.text.tokens import CONNECTOR, WORD

_SHORTEST = 3  # items that make a list
_LINES = 4  # lines that make a list of names


# What is listed after these are organizations, people and laws aside.
_ANNOUNCED = re.compile(
    r"\b(?:(?:endorsed|supported|backed) by|(?:organi[sz]ations?|groups|unions|companies|employers|firms|universities"
    r"|charities|orgs|associations|newsrooms|outlets|giants|agencies)\b[^,;.:]{0,40}?"
    r"(?:,? (?:including|such as|like|are)|include|:)?) (?:the )?$"
)


_HEADED = re.compile(r"\b([Uu]nions|[Cc]ompanies|[Ee]mployers):?\s*$")


@dataclass(frozen=True)
class _Item:
    first: int
    last: int
    known: bool
    whole: bool  # nothing but list marks stands around it


def name_lists(lines: Sequence[Row], doubtful: Sequence[tuple[Row, Known]]) -> None:
    """Take the unknown and doubtful names in lists most of whose items are organizations."""
    risky: dict[int, dict[int, Known]] = {}
    for row, known in doubtful:
        risky.setdefault(id(row), {})[known.first] = known
    for row in lines:
        if row.names and not row.capitals:
            for chain in _chains(row, risky.get(id(row), {})):
                _complete(row, chain, risky.get(id(row), {}))
    for before, group in _groups(lines):
        _complete_lines(group, risky, _told_kind(before))


def _chains(row: Row, risky: dict[int, Known]) -> Iterator[list[_Item]]:
    """The lists of a sentence, split by semicolons where it has any, else by commas."""
    marks = (";",) if any(token.text == ";" for token in row.tokens) else (",", "/", "•")
    chain: list[_Item] = []
    at, size = 0, len(row.tokens)
    opened = True
    while at < size:
        token = row.tokens[at]
        if token.shape != WORD:
            if chain:
                yield chain
            chain, opened, at = [], token.text not in (",", "(", "and", "&", "of", "for"), at + 1
            continue
        if chain and not token.joined:
            yield chain
            chain, opened = [], True
        last = _item_end(row, at, risky)
        after = _after_aside(row, last)
        following = _separator(row, after, marks)
        ends = after >= size or row.tokens[after].text in (")", "”", '"', "•") or not row.tokens[after].joined
        chain.append(
            _Item(at, last, at in row.names, opened and (following > 0 or ends) and not row.tokens[last - 1].owner)
        )
        if following:
            at, opened = following, True
        else:
            yield chain
            chain, opened, at = [], False, last
    if chain:
        yield chain


def _item_end(row: Row, at: int, risky: dict[int, Known]) -> int:
    if at in row.names:
        return row.names[at][0]
    if at in risky:
        return risky[at].last
    end = run_end(row.tokens, at)
    while end < len(row.tokens) and end not in row.taken and row.tokens[end].text == "of":
        further = run_end(row.tokens, end + 1)
        if not row.tokens[end].joined or further <= end + 1 or not row.tokens[end + 1].joined:
            break
        end = further
    return max(end, at + 1)


def _after_aside(row: Row, at: int) -> int:
    """The token after "(ABC)", if such follows."""
    texts = row.words(at, at + 3)
    return at + 3 if len(texts) == 3 and texts[0] == "(" and texts[2] == ")" else at


def _separator(row: Row, at: int, marks: tuple[str, ...]) -> int:
    """The token after a list mark, an "and" or both; 0 where none follows directly."""
    step = at
    if step < len(row.tokens) and row.tokens[step].text in marks and row.tokens[step].joined:
        step += 1
    if step < len(row.tokens) and row.tokens[step].text in ("and", "&") and row.tokens[step].joined:
        step += 1
    if step > at and step < len(row.tokens) and row.tokens[step].text == "the" and row.tokens[step].joined:
        step += 1
    followed = at < step < len(row.tokens) and row.tokens[step].joined and row.tokens[step].shape == WORD
    return step if followed else 0


def _complete(row: Row, chain: Sequence[_Item], risky: dict[int, Known]) -> None:
    known = [row.names[item.first][1].kind for item in chain if item.known]
    before = row.sentence.text[: row.tokens[chain[0].first].start - row.sentence.start][-60:]
    announced = bool(known) and _ANNOUNCED.search(before) is not None
    if len(chain) < _SHORTEST or not (announced or (len(known) > 1 and len(known) * 2 >= len(chain))):
        return
    common = Counter(known).most_common(1)[0]
    kind = common[0] if common[1] == len(known) else None
    for item in chain:
        if item.known or not item.whole or not row.free(item.first, item.last):
            continue
        doubt = risky.get(item.first)
        if doubt is not None and doubt.last == item.last:
            row.take(doubt.first, doubt.last, doubt.entry.name, doubt.entry.kind, doubt.entry.acronym)
        elif may_name(row.words(item.first, item.last)):
            row.take(item.first, item.last, None, kind)


def _groups(lines: Sequence[Row]) -> Iterator[tuple[Row | None, list[Row]]]:
    """Runs of consecutive lines that are nothing but one capitalised phrase each, and the line before each run."""
    group: list[Row] = []
    before: Row | None = None
    for row in lines:
        if _is_phrase(row):
            group.append(row)
        else:
            if len(group) >= _LINES:
                yield before, group
            before, group = row, []
    if len(group) >= _LINES:
        yield before, group


def _told_kind(before: Row | None) -> str | None:
    """What the line above a list says its items are: "Participating unions:"."""
    text = before.sentence.text[-60:] if before else ""
    told = _HEADED.search(text) if len(before.sentence.text if before else "") < 120 else None
    return {"u": "union", "c": "employer", "e": "employer"}[told[1][0].lower()] if told else None


def _is_phrase(row: Row) -> bool:
    if not row.tokens or len(row.sentence.text) > 90 or row.sentence.text[-1] in ".:?!,":
        return False
    inside = all(token.joined and (token.shape in (WORD, CONNECTOR) or token.text == "&") for token in row.tokens[1:])
    covers = row.tokens[0].start - row.sentence.start < 3 and row.sentence.end - row.tokens[-1].end < 2
    return inside and covers and row.tokens[0].shape == WORD


def _complete_lines(group: Sequence[Row], risky: dict[int, dict[int, Known]], kind: str | None) -> None:
    whole = [row for row in group if 0 in row.names and row.names[0][0] == len(row.tokens)]
    if len(whole) * 5 < len(group) * 2:
        return
    for row in group:
        words = [token.text for token in row.tokens if token.shape == WORD]
        doubt = risky.get(id(row), {}).get(0)
        if row.names:
            continue
        if doubt is not None and doubt.last == len(row.tokens):
            row.take(0, doubt.last, doubt.entry.name, doubt.entry.kind, doubt.entry.acronym)
        elif may_name(words[:5]):
            row.take(0, len(row.tokens), None, kind)
