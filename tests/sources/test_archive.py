from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from sources import archive
from sources.archive import Archive, ArchiveError, UnwritableError, read, warc_date
from sources.decoding import Decoder, DecodingError, TooLargeError, gunzipped

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def test_what_is_added_reads_back_the_same(tmp_path: Path) -> None:
    bodies = {f"file:///{n}.bin": bytes(range(256)) * n for n in range(5)}
    with Archive(tmp_path, "run") as made:
        places = {url: made.add_file(url, body, NOW, None) for url, body in bodies.items()}
        assert read(tmp_path, *places["file:///4.bin"]) == bodies["file:///4.bin"]
    for url, place in places.items():
        assert read(tmp_path, *place) == bodies[url]
    assert [p.name for p in tmp_path.iterdir()] == ["steward-run-00001.warc.gz"]


def test_other_tools_read_it(tmp_path: Path) -> None:
    with Archive(tmp_path, "run") as made:
        made.add_file("file:///a.txt", b"hello", NOW, "text/plain")
    with next(tmp_path.iterdir()).open("rb") as file:
        info, record = (
            (r.rec_type, dict(r.rec_headers.headers), r.content_stream().read())
            for r in ArchiveIterator(file, check_digests="raise")
        )
    assert info[0] == "warcinfo"
    assert record[0] == "resource" and record[2] == b"hello"
    assert record[1]["WARC-Target-URI"] == "file:///a.txt"
    assert record[1]["WARC-Date"] == "2026-11-21T12:00:00Z"
    assert record[1]["Content-Type"] == "text/plain"


def test_files_rotate_and_are_never_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "ROTATE_BYTES", 1)
    with Archive(tmp_path, "run") as made:
        places = [made.add_file(f"file:///{n}", b"x%d" % n, NOW, None) for n in range(3)]
    names = [name for name, _ in places]
    assert names == sorted(set(names)) and len(names) == 3
    assert [read(tmp_path, *place) for place in places] == [b"x0", b"x1", b"x2"]
    with Archive(tmp_path, "run") as again, pytest.raises(UnwritableError, match="exists"):
        again.add_file("file:///3", b"x3", NOW, None)


def test_an_archive_nothing_was_added_to_leaves_no_file(tmp_path: Path) -> None:
    with Archive(tmp_path / "archive", "run"):
        pass
    assert not (tmp_path / "archive").exists()


@pytest.mark.parametrize("damage", ["missing", "past the end", "between records", "cut off", "no archive"])
def test_what_cannot_be_read_says_where(tmp_path: Path, damage: str) -> None:
    with Archive(tmp_path, "run") as made:
        name, offset = made.add_file("file:///a", b"some words " * 100, NOW, None)
    path = tmp_path / name
    if damage == "missing":
        path.unlink()
    elif damage == "past the end":
        offset = path.stat().st_size + 10
    elif damage == "between records":
        offset += 3
    elif damage == "cut off":
        path.write_bytes(path.read_bytes()[: offset + 5])
    else:
        path.write_bytes(b"plain words, many of them " * 100)
    with pytest.raises(ArchiveError, match=name):
        read(tmp_path, name, offset)
    assert archive.original(tmp_path, name, offset) is None


def test_a_record_without_content_is_not_read_as_empty(tmp_path: Path) -> None:
    with Archive(tmp_path, "run") as made:
        place = made.add_file("file:///a", b"words", NOW, None)
    with pytest.raises(ArchiveError, match="warcinfo"):
        read(tmp_path, place[0], 0)


def test_the_original_of_a_revisit(tmp_path: Path) -> None:
    with Archive(tmp_path, "run") as made:
        place = made.add_file("file:///a", b"words", NOW, None)
    found = archive.original(tmp_path, *place)
    assert found is not None
    assert (found.url, found.date) == ("file:///a", "2026-11-21T12:00:00Z")
    assert found.record_id.startswith("<urn:uuid:")


def test_dates_are_in_utc() -> None:
    assert warc_date(datetime(2026, 11, 21, 1, 30, tzinfo=timezone(timedelta(hours=2)))) == "2026-11-20T23:30:00Z"


# --- content encodings


@given(st.binary(max_size=3000), st.integers(1, 500), st.sampled_from(["gzip", ""]))
def test_decoding_in_pieces(content: bytes, size: int, encoding: str) -> None:
    sent = gzip.compress(content) if encoding else content
    decoder = Decoder(encoding, 3000)
    pieces = [decoder.feed(sent[n : n + size]) for n in range(0, len(sent), size)]
    assert b"".join([*pieces, decoder.finish()]) == content


def test_decoding_is_bounded() -> None:
    bomb = gzip.compress(b"\0" * 10_000_000)
    with pytest.raises(TooLargeError, match="1000 bytes"):
        Decoder("gzip", 1000).feed(bomb)
    with pytest.raises(TooLargeError):
        gunzipped(gzip.compress(b"x" * 600) * 2, 1000)
    assert gunzipped(gzip.compress(b"x" * 500) * 2, 1000) == b"x" * 1000
    with pytest.raises(DecodingError, match="'br'"):
        Decoder("br", 1000)
