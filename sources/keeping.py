"""What was fetched, archived and written down as a capture."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from records.ids import sha256_hex, stable_id
from records.model import Capture
from sources import archive as archives
from sources import exchange
from sources.archive import HELD, Archive, Original, told
from sources.wire import Answer

GOOD = frozenset({200, 203})
_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class Fetched:
    """A capture and its decoded content; `body` is None where none came (`Fetcher.content` gives earlier content)."""

    capture: Capture
    body: bytes | None


@dataclass(frozen=True)
class _Content:
    """Where a capture's content lies in the archive, and what it is."""

    warc_file: str
    warc_offset: int
    byte_count: int | None = None
    sha256: str | None = None


def _never(_sha256: str) -> None:
    return None


class Keeper:
    """Archives answers and makes captures of them. May be shared by threads.

    `seen` gives the archived capture that holds a content, by sha256.
    """

    def __init__(self, archive: Archive, seen: Callable[[str], Capture | None] | None = None) -> None:
        self._archive = archive
        self._seen = seen or _never
        self._counting = threading.Lock()
        self._asked = 0

    def original(self, capture: Capture) -> Original | None:
        """The archived record that holds a capture's content, None where it cannot be read any more."""
        if capture.warc_file is None or capture.warc_offset is None or capture.content_sha256 is None:
            return None
        return archives.original(self._archive.folder, capture.warc_file, capture.warc_offset)

    def content(self, fetched: Fetched) -> bytes | None:
        """What was fetched, from the archive where the server only said that it did not change."""
        capture = fetched.capture
        if capture.outcome != "not_modified" or capture.warc_file is None:
            return fetched.body
        return archives.read(self._archive.folder, capture.warc_file, capture.warc_offset or 0)

    def archive_answer(self, answer: Answer, about: Mapping[str, str] = _NOTHING) -> tuple[str, int]:
        """Archives an answer; returns file and offset of its record. `about` are headers of the record itself."""
        return exchange.write_response(self._archive, answer, about)

    def keep(
        self, url: str, answer: Answer, source_id: str | None, earlier: Capture | None, *, is_document: bool
    ) -> Fetched:
        """Archives the last answer to a request and makes its capture."""
        about = told(url, source_id) if is_document else _NOTHING
        if answer.status == 304 and earlier is not None:
            held = self._revisited(answer, earlier, about)
            if held is not None:
                return Fetched(self._capture(url, answer, source_id, held, "not_modified", earlier=earlier), None)
        if answer.status not in GOOD:
            content = _Content(*self.archive_answer(answer))
            error = f"{url} answered {answer.status} {answer.reason}".rstrip()
            return Fetched(self._capture(url, answer, source_id, content, "failed", error=error), None)
        sha256 = sha256_hex(answer.body)
        same = earlier if earlier is not None and earlier.content_sha256 == sha256 else self._seen(sha256)
        kept = self._revisited(answer, same, about) if same is not None else None
        content = kept or _Content(*self.archive_answer(answer, about), len(answer.body), sha256)
        outcome = "new" if same is None else "unchanged"
        return Fetched(self._capture(url, answer, source_id, content, outcome), answer.body)

    def without_answer(self, url: str, at: datetime, source_id: str | None, outcome: str, error: str) -> Fetched:
        """The capture of a request that was not made, or not answered; `error` says why."""
        capture = Capture(
            capture_id=self._id(url),
            source_id=source_id,
            url=url,
            final_url=None,
            fetched_at=at,
            http_status=None,
            media_type=None,
            byte_count=None,
            content_sha256=None,
            etag=None,
            last_modified=None,
            warc_file=None,
            warc_offset=None,
            outcome=outcome,
            error=error,
        )
        return Fetched(capture, None)

    def _revisited(self, answer: Answer, holder: Capture, about: Mapping[str, str]) -> _Content | None:
        """Archives an answer whose content is in the archive already; None where that cannot be read any more."""
        original = self.original(holder)
        if original is None or holder.warc_file is None or holder.warc_offset is None:
            return None
        held = about and {**about, HELD: f"{holder.warc_file} {holder.warc_offset}"}
        exchange.write_revisit(self._archive, answer, original, held)
        return _Content(holder.warc_file, holder.warc_offset, holder.byte_count, holder.content_sha256)

    def _capture(
        self,
        url: str,
        answer: Answer,
        source_id: str | None,
        content: _Content,
        outcome: str,
        *,
        error: str | None = None,
        earlier: Capture | None = None,
    ) -> Capture:
        return Capture(
            capture_id=self._id(url),
            source_id=source_id,
            url=url,
            final_url=answer.url,
            fetched_at=answer.asked_at,
            http_status=answer.status,
            media_type=answer.header("Content-Type") or (earlier.media_type if earlier else None),
            byte_count=content.byte_count,
            content_sha256=content.sha256,
            etag=answer.header("ETag") or (earlier.etag if earlier else None),
            last_modified=answer.header("Last-Modified") or (earlier.last_modified if earlier else None),
            warc_file=content.warc_file,
            warc_offset=content.warc_offset,
            outcome=outcome,
            error=error,
        )

    def _id(self, url: str) -> str:
        with self._counting:
            self._asked += 1
            return stable_id("capture", self._archive.run_id, url, str(self._asked))
