from __future__ import annotations

import gzip
import os
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from records.model import Source
from sources import feeds, indexes
from sources.addresses import joined
from sources.discover import Discovery, Found, discover
from sources.feeds import read_feed
from sources.indexes import read_index
from sources.sitemaps import moment, read_sitemap
from tests.sources.web import QUICK, Page, Web, fetching

TODAY = date(2026, 11, 21)
XML = {"Content-Type": "application/xml"}


def source(kind: str, address: str, **more: object) -> Source:
    return Source("test", "Test", None, None, None, kind, address, **more)  # type: ignore[arg-type]


def asked(web: Web, folder: Path, made: Source, **more: object) -> Discovery:
    with fetching(folder, replace(QUICK, max_bytes=2_000_000)) as fetcher:
        return discover(made, fetcher, today=TODAY, **more)  # type: ignore[arg-type]


def codes(found: Discovery) -> list[tuple[str, str]]:
    return [(problem.code, problem.severity) for problem in found.problems]


def names(found: Discovery) -> list[str]:
    return [item.url.rpartition("/")[2] for item in found.found]


def rss(*items: tuple[str, str, str | None]) -> bytes:
    parts = "".join(
        f"<item><title>{title}</title><link>{link}</link>{f'<pubDate>{day}</pubDate>' if day else ''}</item>"
        for link, title, day in items
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{parts}</channel></rss>'.encode()


# --- feeds

RSS = rss(
    ("/old", "Old", "Mon, 02 Nov 2026 10:00:00 GMT"),
    ("/new?utm_source=feed&amp;id=7", "Machines &amp; members", "Fri, 20 Nov 2026 23:30:00 -0500"),
    ("/new?id=7#comments", "The same again", None),
    ("mailto:desk@union.example", "No page", None),
    ("/undated", "Undated", None),
)
ATOM = b"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">
<entry><title>Only updated</title><link rel="alternate" href="a"/><updated>2026-11-10T08:00:00Z</updated></entry>
<entry><title>Published</title><link rel="self" href="self"/><link rel="alternate" href="b"/>
<published>2026-11-12T08:00:00Z</published><updated>2026-11-19T08:00:00Z</updated></entry></feed>"""


def test_rss_newest_first(web: Web, tmp_path: Path) -> None:
    url = web.put("/feed", Page(RSS, headers=XML))
    found = asked(web, tmp_path, source("feed", url))
    assert found.found == (
        Found(web.url("/new?id=7"), "Machines & members", date(2026, 11, 21)),
        Found(web.url("/undated"), "Undated", None),
        Found(web.url("/old"), "Old", date(2026, 11, 2)),
    )
    assert [c.outcome for c in found.captures] == ["new"]
    assert found.problems == ()


def test_atom(web: Web, tmp_path: Path) -> None:
    url = web.put("/news/feed.atom", Page(ATOM, headers={"Content-Type": "application/atom+xml"}))
    found = asked(web, tmp_path, source("feed", url))
    assert found.found == (
        Found(web.url("/news/b"), "Published", date(2026, 11, 12)),
        Found(web.url("/news/a"), "Only updated", None),
    )


@pytest.mark.parametrize(
    ("body", "expected", "problems"),
    [
        (RSS.replace(b"</channel></rss>", b"<item><title>Cut off"), 3, [("damaged_listing", "warning")]),
        (RSS.replace(b"Undated<", b"Undated & unescaped <b><"), 3, [("damaged_listing", "warning")]),
        (b"<html><body><h1>Page not found</h1></body></html>", 0, [("unreadable_listing", "error")]),
        (b"", 0, [("unreadable_listing", "error")]),
        (b"\x00\x01\x02" * 100, 0, [("unreadable_listing", "error")]),
        (b"/etc/hostname", 0, [("unreadable_listing", "error")]),
        (rss(), 0, []),
    ],
)
def test_feeds_that_are_none(
    web: Web, tmp_path: Path, body: bytes, expected: int, problems: list[tuple[str, str]]
) -> None:
    found = asked(web, tmp_path, source("feed", web.put("/feed", Page(body, headers=XML))))
    assert (len(found.found), codes(found)) == (expected, problems)


def test_a_huge_feed_is_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "MAX_BYTES", 1_000)
    listing = read_feed(rss(*((f"/{n}", f"Item {n}", None) for n in range(100))), "http://a.example/feed")
    assert 5 < len(listing.notices) < 20
    assert "left out" in (listing.warning or "")


def test_a_huge_index_page_is_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexes, "MAX_BYTES", 1_000)
    listing = read_index(b"<p><a href='/x'>x</a></p>" * 100, "http://a.example/", "p a")
    assert 30 < len(listing.notices) < 50
    assert "left out" in (listing.warning or "")


def test_a_feed_loads_no_entities(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words")
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">'
    laugh = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    body = f'{head}{laugh}]><rss version="2.0"><channel><item><title>T &x; &l9;</title><link>http://a.example/1</link>'
    listing = read_feed(f"{body}</item></channel></rss>".encode(), "http://a.example/feed")
    assert "hidden" not in str(listing)
    assert len(str(listing)) < 10_000


def test_a_feed_that_did_not_change_is_read_from_the_archive(web: Web, tmp_path: Path) -> None:
    url = web.put("/feed", Page(RSS, headers=XML | {"ETag": '"1"'}), Page(b"", 304))
    with fetching(tmp_path) as fetcher:
        first = discover(source("feed", url), fetcher, today=TODAY)
    known = {capture.url: capture for capture in first.captures}
    with fetching(tmp_path, run="two") as fetcher:
        second = discover(source("feed", url), fetcher, earlier=known.get, today=TODAY)
    assert [c.outcome for c in second.captures] == ["not_modified"]
    assert second.found == first.found


@pytest.mark.parametrize(("limit", "count"), [(3, 3), (None, 50)])
def test_no_more_than_expected(web: Web, tmp_path: Path, limit: int | None, count: int) -> None:
    body = rss(*((f"/{n}", f"Item {n}", f"{n % 20 + 1:02} Nov 2026 10:00:00 GMT") for n in range(80)))
    found = asked(web, tmp_path, source("feed", web.put("/feed", Page(body)), expect_max=limit))
    days = [item.published_on for item in found.found]
    assert len(days) == count
    assert days == sorted(days, key=lambda day: day or date.min, reverse=True)
    assert days[0] == date(2026, 11, 20)


def test_include_and_exclude(web: Web, tmp_path: Path) -> None:
    body = rss(("/press/1", "1", None), ("/press/2-jobs", "2", None), ("/shop/3", "3", None))
    made = source("feed", web.put("/feed", Page(body)), include=("/press/",), exclude=("jobs$",))
    assert names(asked(web, tmp_path, made)) == ["1"]


def test_days_of_the_future_are_not_believed(web: Web, tmp_path: Path) -> None:
    body = rss(("/now", "Now", "20 Nov 2026 10:00:00 GMT"), ("/then", "Then", "20 Nov 2099 10:00:00 GMT"))
    found = asked(web, tmp_path, source("feed", web.put("/feed", Page(body))))
    assert [(item.title, item.published_on) for item in found.found] == [("Now", date(2026, 11, 20)), ("Then", None)]


# --- what is odd about a source


@pytest.mark.parametrize(
    ("settings", "problems"),
    [
        ({"silence_days": 1, "expect_min": 3}, []),
        ({"silence_days": 5}, []),
        ({"expect_min": 4}, [("low_yield", "warning")]),
        ({"exclude": ("new",), "silence_days": 19}, []),
        ({"exclude": ("new",), "silence_days": 18}, [("silent", "warning")]),
        ({"exclude": (".",)}, []),
        ({"expect_max": 2}, []),
        ({"expect_max": 1}, [("high_yield", "warning")]),
    ],
)
def test_silence_and_yield(
    web: Web, tmp_path: Path, settings: dict[str, object], problems: list[tuple[str, str]]
) -> None:
    found = asked(web, tmp_path, source("feed", web.put("/feed", Page(RSS)), **settings))
    assert codes(found) == problems


@pytest.mark.parametrize(
    ("answer", "code"),
    [(Page(b"", 404), "source_failed"), (Page(b"", 302, {"Location": "ftp://x/"}), "source_disallowed")],
)
@pytest.mark.parametrize("kind", ["feed", "sitemap", "index"])
def test_a_source_that_does_not_answer(web: Web, tmp_path: Path, kind: str, answer: Page, code: str) -> None:
    made = source(kind, web.put("/list", answer), selector="a", expect_min=1)
    found = asked(web, tmp_path, made)
    assert (found.found, codes(found)) == ((), [(code, "error")])
    assert len(found.captures) == 1


def test_a_source_without_its_key_is_left_out(web: Web, tmp_path: Path) -> None:
    made = source("feed", web.put("/feed", Page(RSS)), key="TEST_API_KEY")
    without = asked(web, tmp_path, made, environment={})
    assert (without.found, codes(without)) == ((), [("no_key", "warning")])
    assert "TEST_API_KEY" in without.problems[0].message
    assert web.asked == []
    assert len(asked(web, tmp_path / "b", made, environment={"TEST_API_KEY": "sesame"}).found) == 3
    assert web.asked[-1].headers["x-api-key"] == "sesame"


# --- sitemaps


def urlset(*pages: tuple[str, str | None], extra: str = "") -> bytes:
    parts = "".join(
        f"<url><loc>{loc}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}{extra}</url>" for loc, day in pages
    )
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{parts}</urlset>'.encode()


def index_of(*maps: tuple[str, str | None]) -> bytes:
    parts = "".join(
        f"<sitemap><loc>{loc}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</sitemap>" for loc, day in maps
    )
    return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{parts}</sitemapindex>'.encode()


def test_a_sitemap_of_sitemaps_with_gzip(web: Web, tmp_path: Path) -> None:
    new = urlset((web.url("/n1"), "2026-11-20"), (web.url("/n2"), "2026-11-19T08:00:00+01:00"))
    old = urlset((web.url("/o1"), "2025-01-01"))
    url = web.put(
        "/sitemap.xml", Page(index_of(("/old.xml", "2025-01-01"), ("/new.xml.gz", "2026-11-20")), headers=XML)
    )
    web.put("/new.xml.gz", Page(gzip.compress(new), headers={"Content-Type": "application/x-gzip"}))
    web.put("/old.xml", Page(gzip.compress(old), headers=XML | {"Content-Encoding": "gzip"}))
    found = asked(web, tmp_path, source("sitemap", url))
    assert names(found) == ["n1", "n2", "o1"]
    assert [item.published_on for item in found.found] == [None] * 3
    assert web.paths() == ["/sitemap.xml", "/new.xml.gz", "/old.xml"]
    web.asked.clear()
    assert names(asked(web, tmp_path / "b", source("sitemap", url, expect_max=2))) == ["n1", "n2"]
    assert web.paths() == ["/sitemap.xml", "/new.xml.gz"]


def test_a_sitemap_is_silent_by_the_day_of_its_last_change(web: Web, tmp_path: Path) -> None:
    url = web.put("/sitemap.xml", Page(urlset((web.url("/a"), "2026-10-01"), (web.url("/b"), "2026-11-01"))))
    assert codes(asked(web, tmp_path, source("sitemap", url, silence_days=20, expect_max=1))) == []
    assert codes(asked(web, tmp_path / "b", source("sitemap", url, silence_days=19))) == [("silent", "warning")]


def test_a_news_sitemap(web: Web, tmp_path: Path) -> None:
    news = (
        '<n:news xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><n:publication><n:name>Paper</n:name>'
        "</n:publication><n:publication_date>2026-11-18T06:00:00Z</n:publication_date>"
        "<n:title>Dockers and\n cranes</n:title></n:news>"
    )
    body = urlset((web.url("/story"), None), extra=news)
    found = asked(web, tmp_path, source("sitemap", web.put("/news.xml", Page(body))))
    assert found.found == (Found(web.url("/story"), "Dockers and cranes", date(2026, 11, 18)),)


def test_sitemaps_that_list_each_other_or_fail(web: Web, tmp_path: Path) -> None:
    url = web.put("/a.xml", Page(index_of(("/a.xml", None), ("/b.xml", None), ("/gone.xml", None), ("/c.xml", None))))
    web.put("/b.xml", Page(index_of(("/a.xml", None))))
    web.put("/c.xml", Page(urlset((web.url("/page"), None))))
    found = asked(web, tmp_path, source("sitemap", url))
    assert names(found) == ["page"]
    assert codes(found) == [("source_failed", "error")]


def test_not_every_sitemap_is_read(web: Web, tmp_path: Path) -> None:
    maps = [(f"/{n}.xml", None) for n in range(40)]
    url = web.put("/sitemap.xml", Page(index_of(*maps)))
    for path, _ in maps:
        web.put(path, Page(urlset((web.url(f"/page{path}"), None))))
    found = asked(web, tmp_path, source("sitemap", url))
    assert len(found.found) == 11
    assert codes(found) == [("many_sitemaps", "info")]


@pytest.mark.parametrize(
    ("body", "expected", "code"),
    [
        (urlset(("/a", None)).replace(b"</urlset>", b"<url><loc>/b</loc>"), 2, "damaged_listing"),
        (b"<html><body>Not found</body></html>", 0, "unreadable_listing"),
        (b"", 0, "unreadable_listing"),
        (b"plain words", 0, "unreadable_listing"),
        (b"\x1f\x8b broken gzip", 0, "unreadable_listing"),
        (gzip.compress(b"\0" * 50_000_000), 0, "unreadable_listing"),
    ],
)
def test_sitemaps_that_are_none(web: Web, tmp_path: Path, body: bytes, expected: int, code: str) -> None:
    found = asked(web, tmp_path, source("sitemap", web.put("/sitemap.xml", Page(body))))
    assert len(found.found) == expected
    assert [c for c, _ in codes(found)] == [code]


def test_a_sitemap_loads_no_entities(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden")
    laugh = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    head = f'<!DOCTYPE urlset [<!ENTITY x SYSTEM "{secret.as_uri()}">{laugh}]>'
    body = f"{head}<urlset><url><loc>http://a.example/&x;&l9;</loc></url><url><loc>/ok</loc></url></urlset>"
    listing = read_sitemap(body.encode(), "http://a.example/sitemap.xml", 10_000)
    assert "hidden" not in str(listing) and len(str(listing)) < 5_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-20", "2026-11-20T00:00:00+00:00"),
        ("2026-11-20T08:00:00Z", "2026-11-20T08:00:00+00:00"),
        ("2026-11-20T08:00:00+02:00", "2026-11-20T08:00:00+02:00"),
        ("2026-11", "2026-11-01T00:00:00+00:00"),
        ("2026", "2026-01-01T00:00:00+00:00"),
        ("20 November", None),
        ("", None),
        (None, None),
    ],
)
def test_moment(text: str | None, expected: str | None) -> None:
    made = moment(text)
    assert (made.isoformat() if made else None) == expected


# --- index pages

INDEX = b"""<html><head><base href="/reports/"></head><body><nav><a href="/about">About</a></nav>
<article><a href="one.pdf"><b>First</b> report</a> <time datetime="2026-11-03">3 November</time></article>
<article><time datetime="2026-11-09">9 November</time><h2><a href="two.html?utm_medium=web">Second</a></h2></article>
<article>Nothing to read</article><article><a href="javascript:void(0)">Menu</a></article>
<a class="next" href="?page=%d">Next</a></body></html>"""


def test_an_index_page(web: Web, tmp_path: Path) -> None:
    made = source("index", web.put("/list", Page(INDEX % 1)), selector="article")
    found = asked(web, tmp_path, made)
    assert found.found == (
        Found(web.url("/reports/two.html"), "Second", date(2026, 11, 9)),
        Found(web.url("/reports/one.pdf"), "First report", date(2026, 11, 3)),
    )
    links = replace(made, selector="article a[href$='.pdf']")
    assert names(asked(web, tmp_path / "b", links)) == ["one.pdf"]


def test_paging_is_bounded(web: Web, tmp_path: Path) -> None:
    for n in range(6):
        page = f'<ul><li><a href="/d{n}a">A</a><li><a href="/d{n}b">B</a></ul><a rel="next" href="/list?page={n + 1}">'
        web.put(f"/list?page={n}", Page(page.encode()))
    made = source("index", web.url("/list?page=0"), selector="li a", next_selector="a[rel=next]", page_limit=3)
    assert names(asked(web, tmp_path, made)) == ["d0a", "d0b", "d1a", "d1b", "d2a", "d2b"]
    assert len(web.paths()) == 3
    web.asked.clear()
    assert len(asked(web, tmp_path / "b", replace(made, expect_max=3)).found) == 3
    assert len(web.paths()) == 2


def test_a_source_may_ask_for_a_longer_pause(web: Web, tmp_path: Path) -> None:
    for n in range(3):
        web.put(f"/list?page={n}", Page(f'<li><a href="/d{n}">A</a><a rel="next" href="/list?page={n + 1}">'.encode()))
    made = source("index", web.url("/list?page=0"), selector="li a", next_selector="a[rel=next]", page_limit=3)
    asked(web, tmp_path, replace(made, delay_seconds=0.3))
    began = [request.began for request in web.asked if request.path != "/robots.txt"]
    assert len(began) == 3
    assert all(later - before >= 0.3 for before, later in pairwise(began))


def test_paging_in_a_circle_ends(web: Web, tmp_path: Path) -> None:
    page = b'<li><a href="/d">D</a></li><a rel="next" href="/list">more</a>'
    made = source("index", web.put("/list", Page(page)), selector="li a", next_selector="a[rel=next]", page_limit=9)
    assert names(asked(web, tmp_path, made)) == ["d"]
    assert web.paths() == ["/list"]


def test_an_index_page_that_changed(web: Web, tmp_path: Path) -> None:
    made = source("index", web.put("/list", Page(INDEX % 1)), selector="section.reports a", expect_min=1)
    found = asked(web, tmp_path, made)
    assert (found.found, codes(found)) == ((), [("damaged_listing", "warning")])


@pytest.mark.parametrize(
    "body", [b"", b"\x00\xff", b"<div>" * 20_000 + b"<a href='/x'>x</a>", b"<?xml version='1.0'?><r/>"]
)
def test_strange_pages_do_not_stop_an_index(body: bytes) -> None:
    read_index(body, "http://a.example/", "a")


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("b?x=1#y", "http://a.example/dir/b?x=1"),
        ("//c.example/d", "http://c.example/d"),
        ("https://u:p@c.example/d", "https://c.example/d"),
        ("?utm_source=x&page=2&fbclid=z", "http://a.example/dir/?page=2"),
        ("?q=a+b%20c", "http://a.example/dir/?q=a+b%20c"),
        ("mailto:x@y.example", None),
        ("javascript:void(0)", None),
        ("http://[broken", None),
        ("x" * 5_000, None),
    ],
)
def test_links(link: str, expected: str | None) -> None:
    assert joined("http://a.example/dir/", link) == expected


# --- folders


def test_a_folder(tmp_path: Path, web: Web) -> None:
    shelf = tmp_path / "shelf"
    (shelf / "inner").mkdir(parents=True)
    for number, name in enumerate(["a.pdf", "inner/b.html", "c.tmp", ".hidden"]):
        (shelf / name).write_text(name)
        os.utime(shelf / name, (1_700_000_000 + number, 1_700_000_000 + number))
    made = source("folder", str(shelf), exclude=(r"\.tmp$",))
    found = asked(web, tmp_path, made)
    assert [item.url for item in found.found] == [(shelf / "inner/b.html").as_uri(), (shelf / "a.pdf").as_uri()]
    assert (found.captures, found.problems) == ((), ())
    fewer = asked(web, tmp_path / "x", replace(made, expect_max=1))
    assert names(fewer) == ["b.html"] and codes(fewer) == [("more_than_expected", "warning")]
    gone = asked(web, tmp_path / "y", source("folder", str(tmp_path / "none"), expect_min=1))
    assert codes(gone) == [("missing_path", "error")]
