"""A second opinion: facts that a language model proposes, off unless `STEWARD_MODEL_URL` names an endpoint.

The endpoint speaks the chat-completions protocol of OpenAI. A proposal enters only where its quote stands in the text,
letter for letter but for white space, where every name in it stands in the text, too, and every code is one of the
dataset's; and only where the rules found no fact of that table in those words. Its rows carry the model's name.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any, ClassVar, get_args, get_type_hints

import requests

from extractors.base import Extractor, Reading, extractors
from records.codes import UNITS
from records.columns import Column
from records.facts import FACT_TYPES, Fact, OrganizationMention

_PART = 12_000  # characters sent at once
_MOST_PARTS = 25
_SECONDS = 120
_UNSURE = 0.5  # nothing is known of how often a model is right
_IDS = re.compile(r"_id$")
_CODED = {  # columns whose codes are a standard's
    "jurisdiction": re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?(?:;[A-Z]{2}(?:-[A-Z0-9]{1,3})?)*"),
    "unit": re.compile(rf"{'|'.join(UNITS)}|[A-Z]{{3}}"),
}
_TABLES: Mapping[str, type[Fact]] = {kind.table: kind for kind in FACT_TYPES if kind is not OrganizationMention}
_TASK = (
    "You find facts about AI and labor in a text. Answer with JSON only: "
    '{"facts": [{"table": …, "quote": …, "fields": {…}}]}. '
    "`quote` is one sentence, copied from the text without any change. Names in `fields` are copied from the text. "
    "Leave out what the text does not say. Days are written YYYY-MM-DD. Tables and their fields:\n"
)


class OpinionError(RuntimeError):
    """The endpoint gave no usable answer; the message says why, without its key."""


class Opinion(Extractor):
    """Facts proposed by the model that `STEWARD_MODEL` names at `STEWARD_MODEL_URL`."""

    name: ClassVar[str] = f"model:{os.environ.get('STEWARD_MODEL', 'unnamed')}"
    version: ClassVar[str] = "1"
    tables: ClassVar[tuple[type[Fact], ...]] = tuple(_TABLES.values())

    @classmethod
    def is_on(cls) -> bool:
        """Whether an endpoint is named."""
        return bool(os.environ.get("STEWARD_MODEL_URL"))

    def extract(self, reading: Reading) -> Iterable[Fact]:
        """What the model proposes and the text bears out. Not a pure function: the model may answer differently.

        Raises OpinionError where the endpoint cannot be reached or does not answer in the form asked for.
        """
        known = [fact for kind in extractors() if kind is not Opinion for fact in kind().extract(reading)]
        for part in _parts(reading.text):
            for proposal in _proposals(part):
                fact = _borne_out(reading, proposal)
                if fact is not None and not any(_same(fact, other) for other in known):
                    yield fact


def _same(fact: Fact, other: Fact) -> bool:
    return fact.table == other.table and fact.span.start < other.span.end and other.span.start < fact.span.end


def _parts(text: str) -> Iterator[str]:
    """The text in parts that end between paragraphs where they can, as many as may be sent."""
    start = 0
    for _ in range(_MOST_PARTS):
        if start >= len(text):
            return
        end = min(start + _PART, len(text))
        if end < len(text):
            end = max(text.rfind("\n\n", start + 1, end), text.rfind("\n", start + _PART // 2, end), start) or end
            end = end if end > start else start + _PART
        yield text[start:end]
        start = end


def _proposals(part: str) -> Iterator[Mapping[str, Any]]:
    body = {
        "model": os.environ.get("STEWARD_MODEL", ""),
        "temperature": 0,
        "response_format": {"type": "json_object"},
        "messages": [{"role": "system", "content": _TASK + _told_tables()}, {"role": "user", "content": part}],
    }
    key = os.environ.get("STEWARD_MODEL_KEY")
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    address = os.environ["STEWARD_MODEL_URL"].rstrip("/") + "/chat/completions"
    try:
        answer = requests.post(address, json=body, headers=headers, timeout=_SECONDS, allow_redirects=False)
        if answer.status_code != 200:
            raise OpinionError(f"the model's endpoint answered {answer.status_code}")
        content = answer.json()["choices"][0]["message"]["content"]
        found = json.loads(content)["facts"]
    except requests.RequestException as error:
        raise OpinionError(f"the model's endpoint could not be asked: {type(error).__name__}") from None
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise OpinionError(f"the model's endpoint answered in another form than asked for: {error!r}") from None
    if isinstance(found, list):
        yield from (item for item in found if isinstance(item, dict))


@cache
def _told_tables() -> str:
    lines = []
    for name, kind in _TABLES.items():
        told = [
            f"{field} ({', '.join(column.codes) if column.codes else column.doc})"
            for field, (_, column) in _columns(kind).items()
        ]
        lines.append(f"{name}: {'; '.join(told)}")
    return "\n".join(lines)


def _columns(kind: type[Fact]) -> Mapping[str, tuple[Any, Column]]:
    """The fields a model may fill: type without None, and column."""
    hints = get_type_hints(kind, include_extras=True)
    found: dict[str, tuple[Any, Column]] = {}
    for field in fields(kind):
        column = next((m for m in getattr(hints[field.name], "__metadata__", ()) if isinstance(m, Column)), None)
        if column is not None and not _IDS.search(field.name):
            inner = get_args(hints[field.name])[0]
            found[field.name] = (next((a for a in get_args(inner) if a is not type(None)), inner), column)
    return found


def _borne_out(reading: Reading, proposal: Mapping[str, Any]) -> Fact | None:
    """The proposal as a fact, None where the text or the dataset's codes do not bear it out."""
    kind = _TABLES.get(str(proposal.get("table")))
    place = _place(reading.text, proposal.get("quote"))
    given = proposal.get("fields")
    if kind is None or place is None or not isinstance(given, dict):
        return None
    values: dict[str, Any] = {}
    for name, (wanted, column) in _columns(kind).items():
        raw = given.get(name)
        if raw is None or raw in ("", []):
            continue
        value = _coded(name, raw) if name in _CODED else _value(raw, wanted, column, reading.text)
        if value is None:
            return None
        values[name] = value
    try:
        return kind(span=reading.span(*place), confidence=_UNSURE, **values)
    except TypeError:  # a field that a row must have is missing
        return None


def _place(text: str, quote: object) -> tuple[int, int] | None:
    """Where the text says the quote, white space aside."""
    words = quote.split() if isinstance(quote, str) else []
    if not words:
        return None
    match = re.search(r"\s+".join(map(re.escape, words)), text)
    return match.span() if match else None


def _coded(name: str, raw: object) -> str | None:
    return raw if isinstance(raw, str) and _CODED[name].fullmatch(raw) else None


def _value(raw: object, wanted: Any, column: Column, text: str) -> object:
    """A field's value in its type; None where it is of another type, no code, or a name the text does not hold."""
    if get_args(wanted):  # a tuple of texts
        items = raw if isinstance(raw, list) else [raw]
        made = [_text(item, column, text) for item in items]
        return None if None in made else tuple(made)
    if wanted is str:
        return _text(raw, column, text)
    if wanted is date:
        try:
            return date.fromisoformat(str(raw))
        except ValueError:
            return None
    if wanted is bool:
        return raw if isinstance(raw, bool) else None
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        return None
    return float(raw) if wanted is float else int(raw)


def _text(raw: object, column: Column, text: str) -> str | None:
    if not isinstance(raw, str):
        return None
    if column.codes is not None:
        return raw if raw in column.codes else None
    return raw if _place(text, raw) else None
