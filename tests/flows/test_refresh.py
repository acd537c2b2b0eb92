"""Refresh over a small web on loopback: what is new comes in, the rest costs nothing, a dead source only itself."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import duckdb
import pytest

from tests.conftest import Ended

PAGE = """<html lang="en"><head><title>{title}</title><meta property="og:site_name" content="Works Daily"></head><body>
<nav><a href="/">Home</a></nav><article><h1>{title}</h1><p>The Lakeside Workers Union said on Monday that the city must
give 90 days of notice before it brings in artificial intelligence.</p><p>“We want a human being to decide,” said Ana
Ortiz, president of the Lakeside Workers Union.</p><p>The union represents 4,000 workers in three cities, and it has
asked for a committee on technology that meets every month.</p></article></body></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Works Daily</title>{items}</channel></rss>"""
ITEM = (
    "<item><title>Story {n}</title><link>{base}/story-{n}</link>"
    "<pubDate>Mon, 0{n} Jun 2026 08:00:00 GMT</pubDate></item>"
)


class Site:
    """A site with a feed and stories; counts what it was asked."""

    def __init__(self) -> None:
        self.stories = [1, 2, 3]
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                body, kind = site.answer(self.path)
                tag = f'"{hash(body)}"'
                if body is None:
                    self.send_response(404)
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                elif self.headers.get("If-None-Match") == tag:
                    self.send_response(304)
                    self.end_headers()
                else:
                    self.send_response(200)
                    self.send_header("Content-Type", kind)
                    self.send_header("ETag", tag)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)

            def log_message(self, *arguments: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, path: str) -> tuple[bytes | None, str]:
        if path == "/robots.txt":
            return b"User-agent: *\nDisallow: /story-3\n", "text/plain"
        if path == "/feed":
            items = "".join(ITEM.format(n=n, base=self.base) for n in self.stories)
            return FEED.format(items=items).encode(), "application/rss+xml"
        if path.startswith("/story-"):
            return PAGE.format(title=f"Story {path[-1]}: city told to wait with machines").encode(), "text/html"
        return None, ""


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.server.shutdown()
    made.server.server_close()


def catalogue(folder: Path, base: str) -> Path:
    folder.mkdir()
    for name, path in (("works-daily", "/feed"), ("gone", "/no-feed-here")):
        (folder / f"{name}.yaml").write_text(
            f"title: {name}\npublisher: Works Daily\nhomepage: {base}/\nrights: quote\nrights_basis: a test\n"
            f"language: en\ncountry: US\ncontact: nobody\ndocument_type: news\n"
            f"discovery:\n  kind: feed\n  address: {base}{path}\n"
        )
    return folder


def test_two_nights(site: Site, steward: Callable[..., Ended], tmp_path: Path) -> None:
    folder, data = catalogue(tmp_path / "catalogue", site.base), tmp_path / "data"
    env = {"STEWARD_ALLOW_HOSTS": "127.0.0.1", "STEWARD_DELAY": "0"}

    def night() -> Ended:
        return steward("refresh", "--catalogue", folder, "--data", data, env=env)

    first = night()
    assert first.code == 3, first.err  # one source is gone
    con = duckdb.connect(str(data / "warehouse.duckdb"), read_only=True)
    documents = con.execute("select url, source_id, document_type, status from documents order by url").fetchall()
    assert documents == [(f"{site.base}/story-{n}", "works-daily", "news", "parsed") for n in (1, 2)]
    told = con.execute("select source_id, code from issues where severity <> 'info' order by 1, 2").fetchall()
    assert {source for source, _ in told} == {"gone", "works-daily"}
    assert ("works-daily", "disallowed") in told
    assert "/story-3" not in site.asked
    counted = con.execute("select count(*) from quotes where speaker_name = 'Ana Ortiz'").fetchone()
    assert counted == (2,)
    sources = con.execute("select source_id from sources order by 1").fetchall()
    assert sources == [("gone",), ("works-daily",)]
    con.close()
    snapshot = (data / "snapshots" / "latest").read_text()

    site.asked.clear()
    second = night()
    assert second.code == 3
    assert (data / "snapshots" / "latest").read_text() == snapshot
    con = duckdb.connect(str(data / "warehouse.duckdb"), read_only=True)
    outcomes = con.execute(
        "select outcome, count(*) from captures where url like '%/story-%' group by 1 order by 1"
    ).fetchall()
    assert dict(outcomes) == {"new": 2, "not_modified": 2, "disallowed": 2}
    last = con.execute("select documents_parsed, documents_new from runs order by started_at desc limit 1").fetchone()
    assert last == (0, 0)
    con.close()

    site.stories = [4, 1]
    night()
    con = duckdb.connect(str(data / "warehouse.duckdb"), read_only=True)
    assert con.execute("select count(*) from documents").fetchone() == (3,)
    added = con.execute(
        "select count(*), count(distinct change), min(cause) from changes where change = 'added'"
    ).fetchone()
    assert added is not None
    assert added[0] > 3
    assert added[1:] == (1, "source")


def test_an_address_given_by_hand(site: Site, steward: Callable[..., Ended], tmp_path: Path) -> None:
    env = {"STEWARD_ALLOW_HOSTS": "127.0.0.1", "STEWARD_DELAY": "0"}
    data = tmp_path / "data"
    ended = steward("ingest", f"{site.base}/story-1", f"{site.base}/nowhere", "--data", data, env=env)
    assert ended.code == 3
    shown = steward("show", f"{site.base}/story-1", "--data", data)
    assert "Ana Ortiz" in shown.out
    refused = steward("ingest", f"{site.base}/story-2", "--data", data, env={"STEWARD_DELAY": "0"})
    assert refused.code == 3
    assert "private" in refused.err or "loopback" in refused.err


def test_sources_are_listed_and_checked(site: Site, steward: Callable[..., Ended], tmp_path: Path) -> None:
    folder = catalogue(tmp_path / "catalogue", site.base)
    listed = steward("sources", "list", "--catalogue", folder)
    assert listed.code == 0
    assert "works-daily" in listed.out
    env = {"STEWARD_ALLOW_HOSTS": "127.0.0.1", "STEWARD_DELAY": "0"}
    checked = steward("sources", "check", "works-daily", "--catalogue", folder, env=env)
    assert "offers 3 documents" in checked.out
    assert checked.out.count("reads as news, ") == 2
    assert f"FAILED {site.base}/story-3: robots.txt" in checked.out
    assert checked.code == 3
    (folder / "broken.yaml").write_text("title: Broken\nrights: everything\n")
    problems = steward("sources", "check", "--catalogue", folder)
    assert problems.code == 3
    assert "broken.yaml:" in problems.out
    unknown = steward("refresh", "nobody", "--catalogue", folder, "--data", tmp_path / "data")
    assert unknown.code == 2
    assert "nobody" in unknown.err
    everything = steward("sources", "list", env={"LEGISCAN_API_KEY": "there"})
    assert everything.code == 0
    lines = everything.out.splitlines()
    assert len(lines) >= 42 and lines[-1] == f"{len(lines) - 2} sources"
    assert "CONGRESS_API_KEY (not set)" in everything.out
    assert "LEGISCAN_API_KEY (not set)" not in everything.out
    bundled = steward("sources", "check")
    assert bundled.code == 0, bundled.out
