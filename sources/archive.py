"""The archive: everything ever captured, as WARC files (ISO 28500) that any web-archive tool reads.

A capture is written before anything reads it and is read back from here, so all that follows can be replayed without
the network. Files are named after the run, rotate by size, and are never opened for writing again. A record reaches the
operating system whole, in one piece, so a killed run loses none; what a full disk cuts short is taken back.
"""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO, FileIO
from pathlib import Path
from types import TracebackType
from typing import IO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.warcwriter import WARCWriter

ROTATE_BYTES = 500_000_000
ASKED = "Steward-Asked"
"""Header of a record with the content of a document: the address it was asked for by, redirects may have led on."""
SOURCE = "Steward-Source"
"""Header with the source a capture was made for."""
HELD = "Steward-Held"
"""Header of a revisit record: file and offset of the record that holds the content."""


class ArchiveError(OSError):
    """A record that cannot be read back."""


class UnwritableError(OSError):
    """The archive takes no more: the disk is full, or the folder may not be written to."""


class Archive:
    """The WARC files of one data folder, open for one run. Use as a context manager; threads may share it."""

    def __init__(self, folder: Path, run_id: str) -> None:
        self.folder = folder
        self.run_id = run_id
        self._file: FileIO | None = None
        self._count = 0
        self._size = 0
        self._lock = threading.RLock()

    def add_file(
        self, url: str, body: bytes, fetched_at: datetime, media_type: str | None, source_id: str | None = None
    ) -> tuple[str, int]:
        """Archives a local file's bytes as a resource record; returns the WARC file's name and the record's offset."""
        record = writer().create_warc_record(
            url,
            "resource",
            payload=BytesIO(body),
            length=len(body),
            warc_content_type=media_type or "application/octet-stream",
            warc_headers_dict={"WARC-Date": warc_date(fetched_at), **told(url, source_id)},
        )
        return self.write(record)

    def write(self, *records: ArcWarcRecord) -> tuple[str, int]:
        """Writes records one after the other; returns the file's name and the offset of the last.

        Raises UnwritableError where the disk is full or the folder may not be written to; then none of them is there.
        """
        made = [_bytes(record) for record in records]
        with self._lock:
            try:
                name = self._open()
                offset = self._size + sum(map(len, made[:-1]))
                self._append(b"".join(made))
            except OSError as error:
                raise UnwritableError(f"the archive {self.folder} cannot be written to: {error}") from error
            return name, offset

    def sync(self) -> None:
        """Puts what was written safely on disk; what a capture row refers to must be there before the row."""
        with self._lock:
            if self._file is not None:
                os.fsync(self._file.fileno())

    def close(self) -> None:
        """Ends the current file."""
        with self._lock:
            if self._file is not None:
                os.fsync(self._file.fileno())
                self._file.close()
            self._file = None

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _open(self) -> str:
        """The name of the current file, begun if there is none or the one there is has grown enough."""
        if self._file is not None and self._size > ROTATE_BYTES:
            self.close()
        if self._file is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._count += 1
            path = self.folder / f"steward-{self.run_id}-{self._count:05d}.warc.gz"
            self._file, self._size = FileIO(path, "xb"), 0
            about = {"software": "Steward", "format": "WARC File Format 1.1"}
            self._append(_bytes(writer().create_warcinfo_record(path.name, about)))
        return Path(str(self._file.name)).name

    def _append(self, data: bytes) -> None:
        """Adds to the current file, all or nothing; after a failure the next record begins another file."""
        if self._file is None:
            raise ArchiveError("the archive is closed")
        at = self._size
        try:
            while data:
                written = self._file.write(data) or 0
                self._size += written
                data = data[written:]
        except OSError:
            file, self._file = self._file, None
            with file:
                file.truncate(at)
            if at == 0:
                Path(str(file.name)).unlink()
            raise


_writers = threading.local()


def writer() -> WARCWriter:
    """What makes records and writes them down, into memory; each thread has its own."""
    if not hasattr(_writers, "made"):
        _writers.made = WARCWriter(BytesIO(), gzip=True)
    made: WARCWriter = _writers.made
    return made


def _bytes(record: ArcWarcRecord) -> bytes:
    made = writer()
    made.out.seek(0)
    made.out.truncate()
    made.write_record(record)
    content: bytes = made.out.getvalue()
    return content


def told(url: str, source_id: str | None) -> dict[str, str]:
    """Headers of a record with a document's content, from which its capture can be made again."""
    return {ASKED: url} | ({SOURCE: source_id} if source_id else {})


def read(folder: Path, warc_file: str, offset: int) -> bytes:
    """The content of an archived record, decoded as HTTP decodes it.

    Raises ArchiveError where the file is missing or holds no record at this offset.
    """
    path = folder / warc_file
    try:
        with path.open("rb") as file:
            record = _record(file, offset)
            if record.rec_type not in ("response", "resource"):
                raise ValueError(f"a {record.rec_type} record has no content of its own")
            content: bytes = record.content_stream().read()
            return content
    except (OSError, StopIteration, EOFError, ValueError, ArchiveLoadFailed) as error:
        raise ArchiveError(f"{path} holds no readable record at offset {offset}: {error}") from error


def _record(file: IO[bytes], offset: int) -> ArcWarcRecord:
    file.seek(offset)
    record = next(iter(ArchiveIterator(file)))
    if record.format != "warc":
        raise ValueError("this is no WARC record")
    return record


@dataclass(frozen=True)
class Original:
    """What a revisit record says of the record it refers to, as WARC writes it."""

    record_id: str
    url: str
    date: str
    payload_digest: str | None


def original(folder: Path, warc_file: str, offset: int) -> Original | None:
    """The record at a place in the archive, None where there is none to refer to."""
    try:
        with (folder / warc_file).open("rb") as file:
            headers = _record(file, offset).rec_headers
    except (OSError, StopIteration, EOFError, ValueError, ArchiveLoadFailed):
        return None
    record_id, url, date = (headers.get_header(f"WARC-{name}") for name in ("Record-ID", "Target-URI", "Date"))
    if not (record_id and url and date):
        return None
    return Original(record_id, url, date, headers.get_header("WARC-Payload-Digest"))


def warc_date(moment: datetime) -> str:
    """A time as WARC writes it: UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
