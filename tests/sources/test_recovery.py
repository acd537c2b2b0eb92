"""Captures made again from WARC files alone."""

from __future__ import annotations

import gzip
import os
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from warcio.warcwriter import WARCWriter

from records.model import Capture
from sources.archive import Archive, read
from sources.recovery import Content, Damage, Place, recover, warc_files
from tests.sources.web import HOST, Page, Web, body_of, fetching

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def recovered(folder: Path, recorded: frozenset[str] = frozenset()) -> tuple[list[Capture], list[Damage]]:
    contents: dict[Place, Content] = {}
    captures, damage = [], []
    for path in warc_files(folder):
        for found in recover(path, lambda url, at: url in recorded, contents):
            if isinstance(found, Damage):
                damage.append(found)
            else:
                captures.append(found)
    return captures, damage


def same(capture: Capture) -> Capture:
    """The capture without its id, to the second: what the archive can know of it."""
    return replace(capture, capture_id="", fetched_at=capture.fetched_at.replace(microsecond=0))


def test_documents_are_found_again_as_they_were_captured(web: Web, tmp_path: Path) -> None:
    tagged = Page(b"<p>text</p>", headers={"Content-Type": "text/html", "ETag": '"1"', "Last-Modified": "today"})
    page = web.put("/page", tagged, Page(b"", 304, {"ETag": '"1"'}))
    plain, failing = web.put("/plain", Page(b"plain")), web.put("/failing", Page(b"no", 404))
    led = web.put("/led", Page(b"", 302, {"Location": "/plain"}))
    listing = web.put("/feed", Page(b"<rss/>"))
    made = []
    with fetching(tmp_path) as fetcher:
        assert fetcher.fetch(listing, source_id="one").capture.outcome == "new"
        for url in (page, plain, led):
            made.append(fetcher.fetch(url, source_id="one", is_document=True).capture)
        assert fetcher.fetch(failing, is_document=True).capture.outcome == "failed"
        for earlier in (made[0], made[1]):
            made.append(fetcher.fetch(earlier.url, earlier=earlier, is_document=True).capture)
    assert [capture.outcome for capture in made] == ["new", "new", "new", "not_modified", "unchanged"]
    captures, damage = recovered(tmp_path / "archive")
    assert damage == []
    wanted = [replace(capture, source_id="one" if n < 3 else None) for n, capture in enumerate(made)]
    wanted[3] = replace(wanted[3], media_type=None, last_modified=None)  # what a 304 does not repeat
    assert [same(capture) for capture in captures] == [same(capture) for capture in wanted]
    assert body_of(tmp_path, captures[3]) == b"<p>text</p>"
    assert len({capture.capture_id for capture in captures}) == 5
    left, _ = recovered(tmp_path / "archive", frozenset({page, plain}))
    assert [capture.url for capture in left] == [led]


def test_files_are_found_again(tmp_path: Path) -> None:
    with Archive(tmp_path, "run") as made:
        place = made.add_file("file:///a.txt", b"words", NOW, "text/plain", "shelf")
    ((capture,), _) = recovered(tmp_path)
    assert (capture.url, capture.source_id, capture.media_type) == ("file:///a.txt", "shelf", "text/plain")
    assert (capture.warc_file, capture.warc_offset, capture.fetched_at, capture.outcome) == (*place, NOW, "new")


@pytest.mark.parametrize("cut", [100, 2_000, 9_700, 9_790])
def test_a_record_cut_short_is_left_out_and_those_before_are_whole(tmp_path: Path, cut: int) -> None:
    bodies = [os.urandom(9_500) for _ in range(3)]
    with Archive(tmp_path, "run") as made:
        for n, body in enumerate(bodies):
            made.add_file(f"file:///{n}", body, NOW, None)
    (path,) = tmp_path.iterdir()
    os.truncate(path, path.stat().st_size - cut)
    captures, damage = recovered(tmp_path)
    assert [capture.url for capture in captures] == ["file:///0", "file:///1"]
    assert [read(tmp_path, c.warc_file or "", c.warc_offset or 0) for c in captures] == bodies[:2]
    assert damage == []


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "steward-x-00001.warc.gz").write_bytes(b"\x1f\x8b" + b"no archive at all" * 30)
    captures, damage = recovered(tmp_path)
    assert captures == []
    assert "no record" in damage[0].message


def test_what_other_tools_archived_can_be_read(tmp_path: Path) -> None:
    with (tmp_path / "other.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for url, status in (("http://a.example/x", "200 OK"), ("http://a.example/robots.txt", "200 OK")):
            head = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n".encode()
            record = writer.create_warc_record(url, "response", payload=BytesIO(head + b"text"), length=len(head) + 4)
            writer.write_record(record)
    ((capture,), _) = recovered(tmp_path)
    assert (capture.url, capture.http_status, capture.media_type) == ("http://a.example/x", 200, "text/html")
    assert read(tmp_path, "other.warc.gz", capture.warc_offset or 0) == b"text"


def test_no_password_of_a_redirect_is_archived(web: Web, tmp_path: Path) -> None:
    url = web.put("/start", Page(b"", 302, {"Location": f"http://anna:hush@{HOST}:{web.port}/end"}))
    web.put("/end", Page(b"end"))
    with fetching(tmp_path) as fetcher:
        assert fetcher.fetch(url, is_document=True).body == b"end"
    assert all(b"hush" not in gzip.decompress(path.read_bytes()) for path in (tmp_path / "archive").iterdir())
