"""The archive: everything ever captured, as WARC files (ISO 28500) that any web-archive tool reads.

A capture is written before anything reads it and is read back from here, so all that follows can be replayed without
the network. Files are named after the run, rotate by size, and are never opened for writing again.
"""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import IO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.warcwriter import WARCWriter

ROTATE_BYTES = 500_000_000


class ArchiveError(OSError):
    """A record that cannot be read back."""


class Archive:
    """The WARC files of one data folder, open for one run. Use as a context manager; threads may share it."""

    def __init__(self, folder: Path, run_id: str) -> None:
        self.folder = folder
        self.run_id = run_id
        self._file: IO[bytes] | None = None
        self._writer: WARCWriter | None = None
        self._count = 0
        self._lock = threading.RLock()

    def add_file(self, url: str, body: bytes, fetched_at: datetime, media_type: str | None) -> tuple[str, int]:
        """Archives a local file's bytes as a resource record; returns the WARC file's name and the record's offset."""
        with self._lock:
            record = self._open().create_warc_record(
                url,
                "resource",
                payload=BytesIO(body),
                length=len(body),
                warc_content_type=media_type or "application/octet-stream",
                warc_headers_dict={"WARC-Date": warc_date(fetched_at)},
            )
            return self.write(record)

    def write(self, *records: ArcWarcRecord) -> tuple[str, int]:
        """Writes records one after the other; returns the file's name and the offset of the last."""
        with self._lock:
            writer = self._open()
            if self._file is None:
                raise ArchiveError("the archive is closed")
            offset = 0
            for record in records:
                offset = self._file.tell()
                writer.write_record(record)
            return Path(self._file.name).name, offset

    @property
    def writer(self) -> WARCWriter:
        """The writer of the current file, to make records with."""
        return self._open()

    def sync(self) -> None:
        """Puts what was written safely on disk; what a capture row refers to must be there before the row."""
        with self._lock:
            if self._file is not None:
                self._file.flush()
                os.fsync(self._file.fileno())

    def settle(self, warc_file: str) -> None:
        """Lets readers see what was written to this file, if it is the one being written."""
        with self._lock:
            if self._file is not None and Path(self._file.name).name == warc_file:
                self._file.flush()

    def close(self) -> None:
        """Ends the current file."""
        with self._lock:
            if self._file is not None:
                self.sync()
                self._file.close()
            self._file = self._writer = None

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _open(self) -> WARCWriter:
        if self._file is not None and self._file.tell() > ROTATE_BYTES:
            self.close()
        if self._writer is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._count += 1
            path = self.folder / f"steward-{self.run_id}-{self._count:05d}.warc.gz"
            self._file = path.open("xb")
            self._writer = WARCWriter(self._file, gzip=True)
            about = {"software": "Steward", "format": "WARC File Format 1.1"}
            self._writer.write_record(self._writer.create_warcinfo_record(path.name, about))
        return self._writer


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
