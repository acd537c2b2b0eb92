"""Bills in JSON as the APIs of Congress.gov, Open States and LegiScan give them."""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import Any

from extractors.readers.bill_record import BillRecord, day, federal_number, parsed, state_number, steps
from extractors.readers.blocks import Parsed

_MEDIA_TYPE = "application/json"
_JURISDICTION = re.compile(r"country:([a-z]{2})(?:/(?:state|district|territory):([a-z]{2}))?/")
_CHAMBERS = {"H": "House", "S": "Senate", "A": "Assembly", "upper": "Senate", "lower": "House"}


def read_bill_json(data: bytes) -> Parsed | None:
    """A bill's record as a document; None where the JSON is none of these."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        return None
    record = _record(whole)
    return parsed(record, _MEDIA_TYPE) if record else None


def enclosed(data: bytes) -> tuple[bytes, str | None] | None:
    """The file, and its media type, that LegiScan encloses in its answer for a bill's text; None where it is none."""
    try:
        whole = json.loads(data)
        text = _inner(whole, "text")
        encoded = _text(text, "doc")
        if not isinstance(text, dict) or "doc_id" not in text or not encoded:
            return None
        return base64.b64decode(encoded, validate=True), _text(text, "mime")
    except (ValueError, RecursionError, binascii.Error):
        return None


def _record(whole: Any) -> BillRecord | None:
    bill = _inner(whole, "bill")
    if _text(bill, "bill_id") and _text(bill, "bill_number"):
        return _legiscan(bill)
    if _text(bill, "congress") and _text(bill, "number") and _text(bill, "type"):
        return _congress(bill)
    request = _inner(whole, "request")
    if _text(request, "billNumber") and _text(request, "billType") and _rows(whole, "actions"):
        return _congress_actions(whole, request)
    if (_text(whole, "id") or "").startswith("ocd-bill/") and _text(whole, "identifier"):
        return _open_states(whole)
    return None


def _congress(bill: Any) -> BillRecord:
    latest = _inner(bill, "latestAction")
    introduced = _text(bill, "introducedDate")
    rows = [(_text(latest, "actionDate"), None, _text(latest, "text"))]
    return BillRecord(
        number=federal_number(_text(bill, "type") or "", _text(bill, "number") or ""),
        jurisdiction="US",
        title=_text(bill, "title"),
        session=congress_name(_text(bill, "congress")),
        introduced_on=day(introduced),
        sponsors=_names(_rows(bill, "sponsors"), "fullName"),
        steps=steps([(introduced, None, f"Introduced in {_text(bill, 'originChamber') or 'Congress'}"), *rows]),
    )


def _congress_actions(whole: Any, request: Any) -> BillRecord:
    actions = _rows(whole, "actions")
    return BillRecord(
        number=federal_number(_text(request, "billType") or "", _text(request, "billNumber") or ""),
        jurisdiction="US",
        session=congress_name(_text(request, "congress")),
        steps=steps(
            (_text(row, "actionDate"), chamber_of(_text(row, "sourceSystem", "name")), _text(row, "text"))
            for row in reversed(actions)
        ),
    )


def _open_states(whole: Any) -> BillRecord:
    place = _JURISDICTION.search(_text(whole, "jurisdiction", "id") or "")
    sponsors = [row for row in _rows(whole, "sponsorships") if row.get("primary") is not False]
    return BillRecord(
        number=state_number(_text(whole, "identifier") or ""),
        jurisdiction="-".join(part.upper() for part in place.groups() if part) if place else None,
        title=_text(whole, "title"),
        session=_text(whole, "session"),
        introduced_on=day(_text(whole, "first_action_date")),
        sponsors=_names(sponsors, "name"),
        steps=steps(
            (_text(row, "date"), _text(row, "organization", "name"), _text(row, "description"))
            for row in _rows(whole, "actions")
        ),
        summaries=_names(_rows(whole, "abstracts"), "abstract"),
    )


def _legiscan(bill: Any) -> BillRecord:
    state = (_text(bill, "state") or "").upper()
    title, description = _text(bill, "title"), _text(bill, "description")
    history = _rows(bill, "history")
    return BillRecord(
        number=state_number(_text(bill, "bill_number") or ""),
        jurisdiction="US" if state == "US" else f"US-{state}" if re.fullmatch("[A-Z]{2}", state) else None,
        title=title,
        session=_text(bill, "session", "session_name") or _text(bill, "session", "name"),
        introduced_on=day(_text(history[0], "date")) if history else None,
        sponsors=_names(_rows(bill, "sponsors"), "name"),
        steps=steps(
            (_text(row, "date"), _CHAMBERS.get(_text(row, "chamber") or ""), _text(row, "action")) for row in history
        ),
        summaries=(description,) if description and description != title else (),
    )


def congress_name(number: str | None) -> str | None:
    """`119th Congress` of `119`."""
    if not number or not number.isdigit():
        return None
    ending = "th" if number[-2:-1] == "1" else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
    return f"{number}{ending} Congress"


def chamber_of(system: str | None) -> str | None:
    """The chamber whose system recorded an action of Congress; None for the Library of Congress and the like."""
    return next((name for name in ("House", "Senate") if name in (system or "")), None)


def _inner(data: Any, *path: str) -> Any:
    for name in path:
        data = data.get(name) if isinstance(data, dict) else None
    return data


def _text(data: Any, *path: str) -> str | None:
    found = _inner(data, *path)
    return str(found).strip() or None if isinstance(found, str | int) and not isinstance(found, bool) else None


def _rows(data: Any, name: str) -> list[dict[str, Any]]:
    found = _inner(data, name)
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []


def _names(rows: list[dict[str, Any]], field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for row in rows if (name := _text(row, field))))
