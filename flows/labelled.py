"""The clauses of a gold folder's `clauses.jsonl`, each read as the text of an agreement and searched for provisions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from extractors.base import Reading, run
from extractors.parse import parse
from extractors.provisions import Provisions
from flows.ask import AskError
from records.facts import Provision
from records.ids import sha256_hex
from records.model import Capture

FILE = "clauses.jsonl"
_READ_AT = datetime(2026, 1, 1, tzinfo=UTC)  # a clause has no day, and what is found must not depend on one


def labelled(path: Path) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Each labelled clause and the provisions found in its text. Raises AskError where a line cannot be read."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            clause = json.loads(line)
            text, _ = str(clause["text"]), bool(clause["relevant"])
        except (ValueError, TypeError, KeyError) as error:
            raise AskError(f"{path}, line {number}: not a clause with `text` and `relevant` ({error})") from error
        yield clause, _found(text)


def _found(text: str) -> list[dict[str, Any]]:
    data = text.encode()
    digest = sha256_hex(data)
    address = f"file:///{digest}.txt"
    capture = Capture(
        capture_id=digest,
        source_id=None,
        url=address,
        final_url=address,
        fetched_at=_READ_AT,
        http_status=None,
        media_type=None,
        byte_count=len(data),
        content_sha256=digest,
        etag=None,
        last_modified=None,
        warc_file=None,
        warc_offset=None,
        outcome="new",
        error=None,
    )
    document, _ = parse(data, capture, declared_type="agreement")
    rows = [fact for fact in run(Provisions, Reading(document)) if isinstance(fact, Provision)]
    return [{field.name: getattr(row, field.name) for field in fields(Provision)} for row in rows]
