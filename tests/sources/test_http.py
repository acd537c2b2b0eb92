from __future__ import annotations

import gzip
import socket
import zlib
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from records.ids import sha256_hex
from records.model import Capture
from sources.http import user_agent
from sources.secret import Secret
from tests.sources.web import HOST, QUICK, Page, Web, body_of, fetching, records

HTML = {"Content-Type": "text/html; charset=utf-8"}


# --- content and archive


@pytest.mark.parametrize("encoding", ["", "gzip", "x-gzip", "deflate", "raw deflate", "two gzip members", "false gzip"])
def test_content_is_decoded_and_replays_the_same(web: Web, tmp_path: Path, encoding: str) -> None:
    content = "<p>Der Betriebsrat fragt: wer prüft die Maschine?</p>".encode() * 50
    raw = zlib.compressobj(wbits=-15)
    sent = {
        "": content,
        "gzip": gzip.compress(content),
        "x-gzip": gzip.compress(content),
        "deflate": zlib.compress(content),
        "raw deflate": raw.compress(content) + raw.flush(),
        "two gzip members": gzip.compress(content[:100]) + gzip.compress(content[100:]),
        "false gzip": content,
    }[encoding]
    declared = {"": {}, "x-gzip": {"Content-Encoding": "x-gzip"}}.get(
        encoding, {"Content-Encoding": "deflate" if "deflate" in encoding else "gzip"}
    )
    url = web.put("/page", Page(sent, headers=HTML | declared | {"ETag": '"1"', "Last-Modified": "yesterday"}))
    with fetching(tmp_path) as fetcher:
        fetched = fetcher.fetch(url, source_id="afl-cio")
    capture = fetched.capture
    assert fetched.body == content
    assert body_of(tmp_path, capture) == content
    assert (capture.outcome, capture.error, capture.http_status) == ("new", None, 200)
    assert (capture.url, capture.final_url, capture.source_id) == (url, url, "afl-cio")
    assert (capture.content_sha256, capture.byte_count) == (sha256_hex(content), len(content))
    assert (capture.etag, capture.last_modified) == ('"1"', "yesterday")
    assert capture.media_type == "text/html; charset=utf-8"


def test_chunked_content_replays_the_same(web: Web, tmp_path: Path) -> None:
    def chunked(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for piece in (b"first ", b"second ", b"third"):
            handler.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        handler.wfile.write(b"0\r\n\r\n")

    with fetching(tmp_path) as fetcher:
        fetched = fetcher.fetch(web.put("/chunked", chunked))
    assert fetched.body == body_of(tmp_path, fetched.capture) == b"first second third"


def test_archive_holds_request_and_response_and_no_secrets(web: Web, tmp_path: Path) -> None:
    url = web.put("/page", Page(b"hello", headers={"Set-Cookie": "session=abc", "X-Kind": "page"}))
    with fetching(tmp_path) as fetcher:
        marked = url.replace("http://", "http://anna:hush@") + "#part"
        capture = fetcher.fetch(marked, secret=Secret({"X-Api-Key": "topsecret"})).capture
        fetcher.fetch(url)
    assert capture.url == url
    kinds = [(kind, uri) for kind, uri, *_ in records(tmp_path) if uri and uri.endswith("/page")]
    assert kinds == [("request", url), ("response", url)] * 2
    request, response = (item for item in records(tmp_path)[-4:-2])
    assert request[2].startswith("/page") or "GET /page" in request[2]
    assert request[4]["host"] == f"{HOST}:{web.port}" and request[4]["user-agent"].startswith("Steward/")
    assert response[4]["x-kind"] == "page" and "set-cookie" not in response[4]
    asked = [a for a in web.asked if a.path == "/page"]
    assert asked[0].headers["x-api-key"] == "topsecret"
    assert all("authorization" not in a.headers and "cookie" not in a.headers for a in web.asked)
    for path in (tmp_path / "archive").iterdir():
        whole = gzip.decompress(path.read_bytes())
        assert not any(secret in whole for secret in (b"topsecret", b"hush", b"session=abc"))


def test_secret_headers_do_not_follow_to_another_origin(web: Web, tmp_path: Path) -> None:
    other = Web()
    try:
        target = other.put("/target", Page(b"there"))
        url = web.put("/start", Page(b"", 302, {"Location": target}))
        with fetching(tmp_path) as fetcher:
            assert fetcher.fetch(url, secret=Secret({"X-Api-Key": "topsecret"})).body == b"there"
        assert all("x-api-key" not in asked.headers for asked in other.asked)
    finally:
        other.close()


def test_a_key_in_the_address_is_sent_and_written_down_nowhere(web: Web, tmp_path: Path) -> None:
    url = web.url("/api?op=search")
    web.put("/api?op=search&key=top+secret%2Fkey", Page(b'{"asked": "key=top+secret%2Fkey", "key": "top secret/key"}'))
    web.put("/api?op=moved&key=top+secret%2Fkey", Page(b"", 302, {"Location": "/api?op=search&key=top+secret%2Fkey"}))
    web.put("/api?op=broken&key=top+secret%2Fkey", Page(b"half", headers={"Content-Length": "900"}))
    secret = Secret(parameters={"key": "top secret/key"})
    with fetching(tmp_path) as fetcher:
        asked, moved, broken = (
            fetcher.fetch(web.url(f"/api?op={name}"), secret=secret) for name in ("search", "moved", "broken")
        )
    assert asked.body == moved.body == b'{"asked": "key=[key]", "key": "[key]"}'
    assert asked.capture.url == url and moved.capture.final_url == url
    assert broken.capture.outcome == "failed"
    assert not any("top" in repr(fetched) for fetched in (asked, moved, broken, secret))
    for path in (tmp_path / "archive").iterdir():
        assert b"top" not in gzip.decompress(path.read_bytes())


def test_a_server_that_is_gone_is_told_of_without_the_key(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    gone = Web()
    url = gone.url("/api?op=search")
    gone.close()
    with caplog.at_level("DEBUG", logger="root"), fetching(tmp_path) as fetcher:
        fetched = fetcher.fetch(url, secret=Secret(parameters={"key": "topsecret"}))
    assert fetched.capture.outcome == "failed"
    assert "topsecret" not in repr(fetched) + caplog.text


# --- the second time


def test_etag_and_date_are_sent_and_304_becomes_a_revisit(web: Web, tmp_path: Path) -> None:
    first = Page(b"text", headers=HTML | {"ETag": '"v1"', "Last-Modified": "Mon, 02 Nov 2026 10:00:00 GMT"})
    url = web.put("/page", first, Page(b"", 304, {"ETag": '"v1"'}), Page(b"", 304))
    with fetching(tmp_path) as fetcher:
        one = fetcher.fetch(url)
    with fetching(tmp_path, run="two") as fetcher:
        two = fetcher.fetch(url, earlier=one.capture)
        three = fetcher.fetch(url, earlier=two.capture)
        assert fetcher.content(three) == b"text"
    asked = [a.headers for a in web.asked if a.path == "/page"]
    assert "if-none-match" not in asked[0]
    for headers in asked[1:]:
        assert headers["if-none-match"] == '"v1"'
        assert headers["if-modified-since"] == "Mon, 02 Nov 2026 10:00:00 GMT"
    for later in (two, three):
        assert later.body is None
        assert (later.capture.outcome, later.capture.http_status) == ("not_modified", 304)
        assert later.capture.content_sha256 == one.capture.content_sha256
        assert later.capture.media_type == "text/html; charset=utf-8"
        assert body_of(tmp_path, later.capture) == b"text"
    assert len({one.capture.capture_id, two.capture.capture_id, three.capture.capture_id}) == 3
    assert [kind for kind, uri, *_ in records(tmp_path) if uri == url].count("revisit") == 2


def test_unchanged_content_is_a_revisit_and_changed_content_is_new(web: Web, tmp_path: Path) -> None:
    url = web.put("/page", Page(b"one"), Page(b"one"), Page(b"two"))
    with fetching(tmp_path) as fetcher:
        first = fetcher.fetch(url)
        second = fetcher.fetch(url, earlier=first.capture)
        third = fetcher.fetch(url, earlier=second.capture)
    assert [f.capture.outcome for f in (first, second, third)] == ["new", "unchanged", "new"]
    assert second.body == b"one"
    assert (second.capture.warc_file, second.capture.warc_offset) == (
        first.capture.warc_file,
        first.capture.warc_offset,
    )
    assert body_of(tmp_path, third.capture) == b"two"
    assert [kind for kind, uri, *_ in records(tmp_path) if uri == url and kind != "request"] == [
        "response",
        "revisit",
        "response",
    ]


def test_a_revisit_names_its_original(web: Web, tmp_path: Path) -> None:
    url = web.put("/page", Page(b"one"))
    with fetching(tmp_path) as fetcher:
        first = fetcher.fetch(url)
        fetcher.fetch(url, earlier=first.capture)
    path = next((tmp_path / "archive").iterdir())
    with path.open("rb") as file:
        made = [r.rec_headers for r in ArchiveIterator(file) if r.rec_headers.get_header("WARC-Target-URI") == url]
    response, revisit = (h for h in made if h.get_header("WARC-Type") in ("response", "revisit"))
    assert revisit.get_header("WARC-Refers-To") == response.get_header("WARC-Record-ID")
    assert revisit.get_header("WARC-Refers-To-Date") == response.get_header("WARC-Date")
    assert revisit.get_header("WARC-Refers-To-Target-URI") == url
    assert revisit.get_header("WARC-Payload-Digest") == response.get_header("WARC-Payload-Digest")


def test_content_known_from_another_address_is_not_archived_twice(web: Web, tmp_path: Path) -> None:
    seen: dict[str, Capture] = {}
    with fetching(tmp_path, seen=seen.get) as fetcher:
        first = fetcher.fetch(web.put("/a", Page(b"same"))).capture
        seen[first.content_sha256 or ""] = first
        second = fetcher.fetch(web.put("/b", Page(b"same"))).capture
    assert (second.outcome, second.url) == ("unchanged", web.url("/b"))
    assert body_of(tmp_path, second) == b"same"
    assert sum(body == b"same" for *_, body, _headers in records(tmp_path)) == 1


def test_a_lost_archive_is_filled_again(web: Web, tmp_path: Path) -> None:
    url = web.put("/page", Page(b"text", headers={"ETag": '"1"'}))
    with fetching(tmp_path) as fetcher:
        first = fetcher.fetch(url).capture
    for path in (tmp_path / "archive").iterdir():
        path.unlink()
    with fetching(tmp_path, run="two") as fetcher:
        second = fetcher.fetch(url, earlier=first).capture
    assert "if-none-match" not in web.asked[-1].headers
    assert second.outcome == "new"
    assert body_of(tmp_path, second) == b"text"


def test_a_304_nobody_asked_for_is_a_failure(web: Web, tmp_path: Path) -> None:
    with fetching(tmp_path) as fetcher:
        capture = fetcher.fetch(web.put("/page", Page(b"", 304))).capture
    assert (capture.outcome, capture.content_sha256) == ("failed", None)
    assert "304" in (capture.error or "")


# --- robots.txt


def test_robots_forbids(web: Web, tmp_path: Path) -> None:
    web.put("/robots.txt", Page(b"User-agent: *\nDisallow: /\n\nUser-agent: Steward\nDisallow: /private\n"))
    private = web.put("/private/x", Page(b"secret"))
    public = web.put("/public", Page(b"open"))
    hop = web.put("/hop", Page(b"", 302, {"Location": "/private/x"}))
    with fetching(tmp_path) as fetcher:
        outcomes = [fetcher.fetch(url).capture for url in (private, public, hop)]
    assert [c.outcome for c in outcomes] == ["disallowed", "new", "disallowed"]
    assert "robots.txt" in (outcomes[0].error or "")
    assert web.paths() == ["/public", "/hop"]
    assert [a.path for a in web.asked].count("/robots.txt") == 1


@pytest.mark.parametrize(
    ("robots", "outcome"),
    [
        (Page(b"gone", 404), "new"),
        (Page(b"no", 403), "new"),
        (Page(b"slow down", 429), "disallowed"),
        (Page(b"broken", 503), "disallowed"),
        (Page(b"", 302, {"Location": "/robots.txt"}), "new"),
        (Page(b"", 302, {"Location": "http://localhost/robots.txt"}), "disallowed"),
        (Page(b"\xff\xfe\x00 no robots at all <html>"), "new"),
    ],
)
def test_robots_that_fail(web: Web, tmp_path: Path, robots: Page, outcome: str) -> None:
    web.put("/robots.txt", robots)
    with fetching(tmp_path) as fetcher:
        capture = fetcher.fetch(web.put("/page", Page(b"x"))).capture
    assert capture.outcome == outcome
    assert web.paths() == (["/page"] if outcome == "new" else [])


def test_robots_of_an_enormous_size_is_read_as_far_as_it_counts(web: Web, tmp_path: Path) -> None:
    web.put("/robots.txt", Page(b"User-agent: *\nDisallow: /no\n" + b"# filler\n" * 100_000))
    with fetching(tmp_path, replace(QUICK, max_bytes=1_000_000)) as fetcher:
        assert fetcher.fetch(web.put("/no", Page(b"x"))).capture.outcome == "disallowed"
        assert fetcher.fetch(web.put("/yes", Page(b"x"))).capture.outcome == "new"


def test_crawl_delay_is_kept_and_an_unreasonable_one_means_to_stay_away(web: Web, tmp_path: Path) -> None:
    web.put("/robots.txt", Page(b"User-agent: *\nCrawl-delay: 0.15\n"))
    url = web.put("/page", Page(b"x"))
    with fetching(tmp_path) as fetcher:
        for _ in range(3):
            fetcher.fetch(url)
    times = [a.began for a in web.asked]
    assert all(later - sooner >= 0.14 for sooner, later in pairwise(times))
    web.put("/robots.txt", Page(b"User-agent: *\nCrawl-delay: 3600\n"))
    with fetching(tmp_path, run="two") as fetcher:
        capture = fetcher.fetch(url).capture
    assert capture.outcome == "skipped" and "3600 s" in (capture.error or "")


# --- redirects and forbidden addresses


def test_redirects_are_followed_and_archived(web: Web, tmp_path: Path) -> None:
    web.put("/end", Page(b"end"))
    web.put("/middle", Page(b"", 307, {"Location": web.url("/end#part")}))
    url = web.put("/start", Page(b"", 301, {"Location": "middle"}))
    with fetching(tmp_path) as fetcher:
        capture = fetcher.fetch(url).capture
    assert (capture.url, capture.final_url, capture.outcome) == (url, web.url("/end"), "new")
    answered = [uri for kind, uri, *_ in records(tmp_path) if kind == "response" and uri]
    assert [uri.rpartition("/")[2] for uri in answered] == ["robots.txt", "start", "middle", "end"]


def test_redirects_without_end(web: Web, tmp_path: Path) -> None:
    circle = web.put("/a", Page(b"", 302, {"Location": "/b"}))
    web.put("/b", Page(b"", 302, {"Location": "/a"}))
    for n in range(9):
        web.put(f"/n{n}", Page(b"", 302, {"Location": f"/n{n + 1}"}))
    with fetching(tmp_path) as fetcher:
        errors = [fetcher.fetch(url).capture for url in (circle, web.url("/n0"))]
    assert [c.outcome for c in errors] == ["failed", "failed"]
    assert "in a circle" in (errors[0].error or "") and "more than 4 times" in (errors[1].error or "")


@pytest.mark.parametrize(
    "target",
    [
        "http://localhost:{port}/inner",
        "http://127.0.0.2:{port}/inner",
        "http://[::1]:{port}/inner",
        "http://[::ffff:127.0.0.1]:{port}/inner",
        "http://2130706433:{port}/inner",
        "http://10.0.0.1/inner",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/inner",
        "http://0.0.0.0:{port}/inner",
        "ftp://127.0.0.1/inner",
        "file:///etc/hostname",
    ],
)
def test_private_addresses_and_other_schemes_are_refused(web: Web, tmp_path: Path, target: str) -> None:
    web.put("/inner", Page(b"inner"))
    where = target.format(port=web.port)
    url = web.put("/start", Page(b"", 302, {"Location": where}))
    with fetching(tmp_path) as fetcher:
        redirected, direct = fetcher.fetch(url).capture, fetcher.fetch(where).capture
    assert [c.outcome for c in (redirected, direct)] == ["disallowed", "disallowed"], redirected.error
    assert redirected.error and direct.error
    assert "/inner" not in web.paths()


@pytest.mark.parametrize(
    "address", ["http://", "http:///page", "http://[::1", "http://x:99999/", "data:,x", "", "page"]
)
def test_what_is_no_address(tmp_path: Path, address: str) -> None:
    with fetching(tmp_path) as fetcher:
        capture = fetcher.fetch(address).capture
    assert (capture.outcome, capture.url) == ("disallowed", address)
    assert capture.error


def test_a_name_that_changes_its_address_gains_nothing(web: Web, tmp_path: Path) -> None:
    answers = iter([["93.184.216.34", HOST], [HOST], [HOST]])
    with fetching(tmp_path, resolver=lambda host, port: next(answers)) as fetcher:
        capture = fetcher.fetch(web.url("/page", "rebinding.example")).capture
    assert capture.outcome == "disallowed" and HOST in (capture.error or "")
    assert web.asked == []


def test_an_unknown_name(web: Web, tmp_path: Path) -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    with fetching(tmp_path, resolver=unknown) as fetcher:
        capture = fetcher.fetch("http://nowhere.example/page").capture
    assert capture.outcome == "failed" and "not known" in (capture.error or "")


def test_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEWARD_CONTACT", "ops@union.example\r\nX-Bad: 1")
    assert user_agent().startswith("Steward/") and user_agent().endswith("(+ops@union.example X-Bad: 1)")
    assert user_agent("https://desk.example").endswith("(+https://desk.example)")
    monkeypatch.delenv("STEWARD_CONTACT")
    assert "(+" in user_agent()
