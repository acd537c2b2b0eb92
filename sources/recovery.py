"""Captures made again from the archive, where their rows were lost: a run was killed, or the store is gone.

The WARC files are the journal: the record of a document says for which address and source it was captured, so the
archive alone is enough to go on from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from records.ids import sha256_hex, stable_id
from records.model import Capture
from sources.archive import ASKED, HELD, SOURCE
from sources.keeping import GOOD

Place = tuple[str, int]
"""File and offset of a record."""


@dataclass(frozen=True)
class Content:
    """What lies at a place in the archive."""

    place: Place
    byte_count: int | None
    sha256: str


@dataclass(frozen=True)
class Damage:
    """Why a file could be read in part only, in a sentence."""

    message: str


def warc_files(folder: Path, run_id: str | None = None) -> list[Path]:
    """The archive's files, all or those of one run, in the order in which they were written."""
    return sorted(folder.glob(f"steward-{run_id}-*.warc.gz" if run_id else "*.warc.gz"))


def recover(
    path: Path, is_recorded: Callable[[str, datetime], bool], contents: dict[Place, Content]
) -> Iterator[Capture | Damage]:
    """The captures of documents in a file, those left out that are recorded, by their address and second.

    `contents` says what lies where in the archive, for records that only refer to it; what is found is added to it. A
    file that ends in the middle of a record, as a killed run leaves it, is read as far as it is whole.
    """
    count = 0
    try:
        with path.open("rb") as file:
            records = ArchiveIterator(file, check_digests=True)
            for record in records:
                count += record.format == "warc" and record.rec_headers.get_header("WARC-Type") is not None
                body = record.content_stream().read()
                place = (path.name, records.get_record_offset())
                if not _is_whole(record, _is_ours(place)):
                    continue
                content = _referred(record, contents) if record.rec_type == "revisit" else _content(record, place, body)
                if content is None:
                    continue
                contents.setdefault(content.place, content)
                capture = _capture(record, place, content)
                if not is_recorded(capture.url, capture.fetched_at):
                    yield capture
    except (OSError, EOFError, ValueError, ArchiveLoadFailed) as error:
        yield Damage(f"{path} could be read in part only, up to record {count}: {error}")
    else:
        if count == 0:
            yield Damage(f"{path} holds no record that can be read")


def _is_whole(record: ArcWarcRecord, is_ours: bool) -> bool:
    """Whether nothing is missing, as far as the record says what it should be."""
    headers = record.rec_headers
    if record.rec_type == "revisit":  # its payload digest is that of content elsewhere
        return record.http_headers is not None
    if headers.get_header("WARC-Block-Digest") or headers.get_header("WARC-Payload-Digest"):
        return bool(record.digest_checker.passed)
    return not is_ours and headers.get_header("Content-Length") is not None


def _is_ours(place: Place) -> bool:
    """Whether Steward wrote the file: then each record has a digest, and that of a document our header."""
    return place[0].startswith("steward-")


def _content(record: ArcWarcRecord, place: Place, body: bytes) -> Content | None:
    """The content of a record of a document, None where it holds none.

    Where Steward wrote the file, a record without our header is of what leads to documents, not of one.
    """
    if record.rec_type not in ("response", "resource") or record.format != "warc":
        return None
    if _is_ours(place) and record.rec_headers.get_header(ASKED) is None:
        return None
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    if record.rec_type == "response" and (_status(record) not in GOOD or urlsplit(url).path == "/robots.txt"):
        return None
    return Content(place, len(body), sha256_hex(body))


def _referred(record: ArcWarcRecord, contents: dict[Place, Content]) -> Content | None:
    """The content that a revisit record of ours refers to."""
    file, _, offset = (record.rec_headers.get_header(HELD) or "").rpartition(" ")
    return contents.get((file, int(offset))) if file and offset.isdigit() else None


def _capture(record: ArcWarcRecord, place: Place, content: Content) -> Capture:
    headers = record.rec_headers
    target = headers.get_header("WARC-Target-URI")
    said = record.http_headers
    return Capture(
        capture_id=stable_id("capture", place[0], str(place[1])),
        source_id=headers.get_header(SOURCE),
        url=headers.get_header(ASKED) or target,
        final_url=target,
        fetched_at=_moment(headers.get_header("WARC-Date")),
        http_status=_status(record),
        media_type=said.get_header("Content-Type") if said else headers.get_header("Content-Type"),
        byte_count=content.byte_count,
        content_sha256=content.sha256,
        etag=said.get_header("ETag") if said else None,
        last_modified=said.get_header("Last-Modified") if said else None,
        warc_file=content.place[0],
        warc_offset=content.place[1],
        outcome=_outcome(record),
        error=None,
    )


def _outcome(record: ArcWarcRecord) -> str:
    if record.rec_type != "revisit":
        return "new"
    return "not_modified" if _status(record) == 304 else "unchanged"


def _status(record: ArcWarcRecord) -> int | None:
    code = record.http_headers.get_statuscode() if record.http_headers else ""
    return int(code) if code and code.isdigit() else None


def _moment(date: str | None) -> datetime:
    try:
        return datetime.fromisoformat(date or "").astimezone(UTC)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
