# ruff: noqa: E501  (answers as they are served)
"""The ways of asking APIs: what is asked for, page after page, within bounds, and what is said where an answer is none."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from records.model import Source
from sources.adapters import adapters
from sources.adapters.base import asked, text
from sources.asking import Got
from sources.discover import ONWARD, Discovery, discover, onward
from sources.following import follow
from tests.sources.web import QUICK, Page, Web, fetching

TODAY = date(2026, 11, 21)
KEY = {"TEST_KEY": "sesame-4711-open"}


def source(kind: str, address: str, **more: Any) -> Source:
    return Source("test", "Test", None, None, None, kind, address, key="TEST_KEY", **more)


def answer(made: Any) -> Page:
    return Page(json.dumps(made).encode(), headers={"Content-Type": "application/json"})


def query(path: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(path).query))


def codes(found: Discovery) -> list[str]:
    return [problem.code for problem in found.problems]


class Script:
    """Answers in turn, whatever is asked for, and what was asked."""

    def __init__(self, web: Web, *answers: Page) -> None:
        self.web = web
        self.answers = list(answers)
        web.answers = self  # type: ignore[assignment]

    def get(self, path: str, default: Any) -> Any:
        if path == "/robots.txt":
            return default
        return [self.answers.pop(0)] if self.answers else default


def run(web: Web, folder: Path, made: Source, *answers: Any) -> Discovery:
    Script(web, *(one if isinstance(one, Page) else answer(one) for one in answers))
    with fetching(folder, replace(QUICK, max_bytes=2_000_000)) as fetcher:
        return discover(made, fetcher, today=TODAY, environment=KEY)


def test_the_federal_register(web: Web, tmp_path: Path) -> None:
    rows = [
        {"title": "Rule one", "publication_date": "2026-11-19", "body_html_url": "https://fr.example/1.html"},
        {
            "title": "Rule two",
            "publication_date": "2026-11-18",
            "body_html_url": None,
            "html_url": "https://fr.example/2",
        },
        {"title": "No address"},
    ]
    first = {"count": 3, "results": rows[:1], "next_page_url": web.url("/api/v1/documents?page=2")}
    made = source("federal_register", web.url("/api/v1/documents.json?conditions[type][]=RULE"), query="robots at work")
    found = run(web, tmp_path, made, first, {"count": 3, "results": rows[1:]})
    assert [item.url for item in found.found] == ["https://fr.example/1.html", "https://fr.example/2"]
    assert [item.published_on for item in found.found] == [date(2026, 11, 19), date(2026, 11, 18)]
    assert query(web.paths()[0]) == {
        "conditions[type][]": "RULE",
        "conditions[term]": "robots at work",
        "order": "newest",
        "per_page": "50",
        "fields[]": "body_html_url",
    }
    assert web.paths()[1] == "/api/v1/documents?page=2"
    assert run(web, tmp_path / "b", made, {"count": 0}).problems == ()


def test_gov_uk(web: Web, tmp_path: Path) -> None:
    rows = [
        {"title": f"T{n}", "link": f"/government/{n}", "public_timestamp": f"2026-11-{9 - n:02}T09:00:00Z"}
        for n in range(3)
    ]
    made = source("gov_uk", web.url("/api/search.json"), query="algorithms", expect_max=3)
    found = run(web, tmp_path, made, {"results": rows[:2], "total": 3}, {"results": rows[2:], "total": 3})
    assert [item.url for item in found.found] == [web.url(f"/government/{n}") for n in range(3)]
    assert [(query(path)["start"], query(path)["count"]) for path in web.paths()] == [("0", "3"), ("2", "3")]
    assert query(web.paths()[0])["order"] == "-public_timestamp"


def test_the_guardian_sends_its_key_in_the_address_and_records_it_nowhere(web: Web, tmp_path: Path) -> None:
    rows = [{"webUrl": "https://g.example/a", "webTitle": "A", "webPublicationDate": "2026-11-20T10:00:00Z"}]
    one = {"response": {"status": "ok", "currentPage": 1, "pages": 2, "results": rows}}
    two = {"response": {"status": "ok", "currentPage": 2, "pages": 2, "results": [{"webUrl": "https://g.example/b"}]}}
    found = run(web, tmp_path, source("guardian", web.url("/search?section=money"), query="AI"), one, two)
    assert [item.url for item in found.found] == ["https://g.example/a", "https://g.example/b"]
    assert [(query(p)["page"], query(p)["api-key"], query(p)["section"]) for p in web.paths()] == [
        ("1", KEY["TEST_KEY"], "money"),
        ("2", KEY["TEST_KEY"], "money"),
    ]
    assert KEY["TEST_KEY"] not in repr(found)


def test_govinfo(web: Web, tmp_path: Path) -> None:
    def package(name: str, title: str) -> dict[str, str]:
        return {"packageId": name, "title": title, "lastModified": "2026-11-19T08:00:00Z"}

    after = web.url("/collections/BILLSTATUS/2026-10-22T00:00:00Z?offsetMark=abc&pageSize=100")
    one = {
        "packages": [package("BILLSTATUS-119hr1", "Robots Act"), package("BILLS-119s2is", "Robot Act")],
        "nextPage": after,
    }
    two = {"packages": [package("odd", "Robots"), package("BILLSTATUS-119sres3", "Ships")], "nextPage": None}
    made = source("govinfo", web.url("/collections/BILLSTATUS?congress=119"), titles=("robot",))
    found = run(web, tmp_path, made, one, two)
    assert [item.url for item in found.found] == [
        "https://www.govinfo.gov/bulkdata/BILLSTATUS/119/hr/BILLSTATUS-119hr1.xml",
        "https://www.govinfo.gov/content/pkg/BILLS-119s2is/xml/BILLS-119s2is.xml",
    ]
    assert urlsplit(web.paths()[0]).path == "/collections/BILLSTATUS/2026-10-22T00:00:00Z"
    assert query(web.paths()[0]) == {"congress": "119", "offsetMark": "*", "pageSize": "100"}
    assert all(a.headers["x-api-key"] == KEY["TEST_KEY"] for a in web.asked if a.path != "/robots.txt")


def test_bulk_data_newest_first(web: Web, tmp_path: Path) -> None:
    def row(name: str, at: str) -> dict[str, Any]:
        return {"link": f"https://b.example/{name}", "formattedLastModifiedTime": at, "folder": False}

    files = [
        row("old.xml", "02-Jan-2026 10:00"),
        row("all.zip", "20-Nov-2026 10:00"),
        row("new.xml", "19-Nov-2026 23:36"),
    ]
    found = run(web, tmp_path, source("bulkdata", web.url("/bulkdata/json/BILLSTATUS/119/s")), {"files": files})
    assert [item.url for item in found.found] == ["https://b.example/new.xml", "https://b.example/old.xml"]


def test_congress_brings_record_actions_and_newest_text_of_bills_wanted(web: Web, tmp_path: Path) -> None:
    def bill(number: int, title: str, updated: str) -> dict[str, Any]:
        url = web.url(f"/v3/bill/119/hr/{number}?format=json")
        return {"number": str(number), "title": title, "updateDate": updated, "url": url}

    listed = {
        "bills": [
            bill(1, "Ships Act", "2026-11-20"),
            bill(2, "Robots Act", "2026-11-18"),
            bill(3, "ROBOT Act", "2026-11-19"),
        ]
    }
    versions = [
        {"date": "2026-01-05", "formats": [{"type": "Formatted XML", "url": "https://c.example/old.xml"}]},
        {"date": "2026-03-05", "formats": [{"type": "PDF", "url": "https://c.example/new.pdf"},
                                           {"type": "Formatted Text", "url": "https://c.example/new.htm"}]},
    ]  # fmt: skip
    made = source("congress", web.url("/v3/bill/119"), titles=("robot",), expect_max=6)
    found = run(web, tmp_path, made, listed, {"textVersions": versions}, {"textVersions": []})
    assert [item.url.replace(web.url("/v3/bill/119"), "") for item in found.found] == [
        "/hr/3?format=json",
        "/hr/3/actions?format=json&limit=250",
        "https://c.example/new.htm",
        "/hr/2?format=json",
        "/hr/2/actions?format=json&limit=250",
    ]
    assert [urlsplit(path).path for path in web.paths()] == [
        "/v3/bill/119",
        "/v3/bill/119/hr/3/text",
        "/v3/bill/119/hr/2/text",
    ]
    assert run(web, tmp_path / "b", replace(made, expect_max=1), listed, {}).found[0].url.endswith("/hr/3?format=json")


def test_open_states(web: Web, tmp_path: Path) -> None:
    rows = [{"id": f"ocd-bill/{n}", "title": f"Bill {n}", "updated_at": f"2026-11-1{n}T00:00:00+00:00"} for n in (1, 2)]
    one = {"results": rows[:1], "pagination": {"page": 1, "max_page": 2}}
    two = {"results": [*rows[1:], {"id": "ocd-person/9"}], "pagination": {"page": 2, "max_page": 2}}
    found = run(web, tmp_path, source("open_states", web.url("/bills?jurisdiction=ca"), query="robots"), one, two)
    parts = "?include=abstracts&include=actions&include=sponsorships&include=versions"
    assert [item.url for item in found.found] == [web.url(f"/bills/ocd-bill/{n}{parts}") for n in (2, 1)]
    assert [query(path)["page"] for path in web.paths()] == ["1", "2"]
    assert query(web.paths()[0]) == {
        "jurisdiction": "ca",
        "q": "robots",
        "sort": "updated_desc",
        "per_page": "20",
        "page": "1",
    }


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        ([], None),
        ([{"date": "2026-02-01", "links": [{"media_type": "application/pdf", "url": "/b.pdf"}]},
          {"date": "2026-01-01", "links": [{"media_type": "text/html", "url": "/a.html"}]}], "http://o.example/b.pdf"),
        ([{"date": "2026-02-01", "links": [{"media_type": "application/pdf", "url": "/b.pdf"},
                                           {"media_type": "text/html", "url": "https://l.example/b"}]}], "https://l.example/b"),
        ([{"date": "2026-02-01", "links": [{"media_type": "application/msword", "url": "/b.doc"}]}], "http://o.example/b.doc"),
        ([{"date": "2026-02-01", "links": [{"url": "javascript:void(0)"}]}], None),
    ],
)  # fmt: skip
def test_a_bill_of_open_states_leads_to_its_newest_text(versions: list[Any], expected: str | None) -> None:
    body = json.dumps({"id": "ocd-bill/1", "title": "Bill", "versions": versions}).encode()
    found = onward(source("open_states", "http://o.example/bills"), Got(body, "http://o.example/bills/1", None))
    assert [item.url for item in found] == ([expected] if expected else [])


def test_legiscan(web: Web, tmp_path: Path) -> None:
    def page(number: int, *bills: int) -> dict[str, Any]:
        rows = {
            str(n): {"bill_id": b, "title": f"Bill {b}", "last_action_date": f"2026-11-{b:02}"}
            for n, b in enumerate(bills)
        }
        return {"status": "OK", "searchresult": {"summary": {"page_current": str(number), "page_total": 2}, **rows}}

    made = source("legiscan", web.url("/?state=CO"), query="robots")
    found = run(web, tmp_path, made, page(1, 3, 9), page(2, 5))
    assert [item.url for item in found.found] == [web.url(f"/?op=getBill&id={n}") for n in (9, 5, 3)]
    assert query(web.paths()[0]) == {
        "op": "getSearch",
        "state": "CO",
        "query": "robots",
        "page": "1",
        "key": KEY["TEST_KEY"],
    }
    told = {"status": "ERROR", "alert": {"message": "Invalid API Key"}}
    failed = run(web, tmp_path / "b", made, told)
    assert codes(failed) == ["unreadable_listing"] and "Invalid API Key" in failed.problems[0].message


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([{"doc_id": 1, "date": "2026-01-01", "state_link": "https://l.example/1"},
          {"doc_id": 2, "date": "2026-02-01", "state_link": "https://l.example/2"}], "https://l.example/2"),
        ([{"doc_id": 3, "date": "2026-02-01", "state_link": ""}], "http://s.example/?op=getBillText&id=3"),
        ([], None),
    ],
)  # fmt: skip
def test_a_bill_of_legiscan_leads_to_its_newest_text(texts: list[Any], expected: str | None) -> None:
    body = json.dumps({"status": "OK", "bill": {"bill_id": 7, "title": "Bill", "texts": texts}}).encode()
    found = onward(source("legiscan", "http://s.example/"), Got(body, "http://s.example/?op=getBill&id=7", None))
    assert [item.url for item in found] == ([expected] if expected else [])


def test_cellar_asks_in_sparql(web: Web, tmp_path: Path) -> None:
    def row(n: int) -> dict[str, Any]:
        return {
            "item": {"value": f"http://e.example/{n}/DOC_1"},
            "title": {"value": f"Act {n}"},
            "date": {"value": f"2026-10-0{n}"},
        }

    made = source("cellar", web.url("/sparql"), query='platform work OR "machines" }', language="fr", expect_max=7)
    found = run(web, tmp_path, made, {"results": {"bindings": [row(1), row(2)]}})
    assert [(item.url, item.published_on) for item in found.found] == [
        ("http://e.example/2/DOC_1", date(2026, 10, 2)),
        ("http://e.example/1/DOC_1", date(2026, 10, 1)),
    ]
    sent = query(web.paths()[0])["query"]
    assert 'filter(contains(lcase(str(?title)), "platform work") || contains(lcase(str(?title)), "machines"))' in sent
    assert "authority/language/FRA>" in sent and "limit 7" in sent and '"2024-11-21"^^xsd:date' in sent


APIS = sorted(set(adapters()) - {"feed", "folder", "index", "sitemap"})


@pytest.mark.parametrize("kind", APIS)
@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (Page(b"<html>down for maintenance</html>"), "unreadable_listing"),
        (Page(b"[" * 100_000), "unreadable_listing"),
        (answer({"error": "no such thing"}), "unreadable_listing"),
        (answer([1, 2]), "unreadable_listing"),
        (answer({"results": "none", "bills": 3, "packages": {}, "files": None, "response": []}), "unreadable_listing"),
        (Page(b"", 403), "source_failed"),
    ],
    ids=["html", "nested", "other", "list", "wrong types", "forbidden"],
)
def test_answers_that_are_none_are_said_to_be(web: Web, tmp_path: Path, kind: str, sent: Page, code: str) -> None:
    found = run(web, tmp_path, source(kind, web.url("/api"), query="robots", expect_min=1), sent)
    assert (found.found, codes(found)) == ((), [code])


@pytest.mark.parametrize("kind", APIS)
def test_rows_of_odd_shapes_are_passed_over(web: Web, tmp_path: Path, kind: str) -> None:
    odd = [{}, 7, None, {"id": 3, "url": [], "link": {}, "title": 5, "item": "x", "packageId": None, "webUrl": False}]
    bodies = {"results": odd, "bills": odd, "packages": odd, "files": odd, "response": {"results": odd}}
    if kind == "cellar":
        bodies = {"results": {"bindings": odd}}  # type: ignore[dict-item]
    if kind == "legiscan":
        bodies = {"searchresult": {"summary": [], "0": {}, "1": 7}}  # type: ignore[dict-item]
    found = run(web, tmp_path, source(kind, web.url("/api"), query="robots"), bodies)
    assert (found.found, codes(found)) == ((), [])


def test_paging_ends_at_the_bound_and_in_a_circle(web: Web, tmp_path: Path) -> None:
    def page(n: int, following: str) -> dict[str, Any]:
        return {"results": [{"html_url": f"https://fr.example/{n}"}], "next_page_url": web.url(following)}

    made = source("federal_register", web.url("/api"), page_limit=3)
    assert len(run(web, tmp_path, made, *(page(n, f"/api?page={n + 2}") for n in range(9))).found) == 3
    web.asked.clear()
    circle = [page(1, "/api?page=2"), page(2, "/api?page=2"), page(3, "/api?page=3")]
    assert len(run(web, tmp_path / "b", made, *circle).found) == 2


def test_a_query_is_added_to_what_an_address_says() -> None:
    assert (
        asked("https://a.example/x?b=1&c=2", {"c": 3, "d": ["e", "f"], "g": ""})
        == "https://a.example/x?b=1&c=3&d=e&d=f"
    )
    assert text({"a": {"b": " x \n y "}}, "a", "b") == "x y"
    assert [text({"a": value}, "a") for value in (True, None, [], "", 7)] == [None, None, None, None, "7"]


# --- following


PAGE = b"""<html><body><a href="/about.pdf">About</a><main><a href="a.pdf#page=2">A</a><a href="/b.pdf">B</a>
<a href="a.pdf">again</a><a href="/skip/c.pdf">C</a><a href="mailto:x@y.example">mail</a></main></body></html>"""


def test_links_of_a_page_are_followed_one_step(web: Web, tmp_path: Path) -> None:
    url = web.put("/list/page", Page(PAGE, headers={"Content-Type": "text/html"}))
    web.put("/list/a.pdf", Page(b"%PDF-1.4 a <main><a href='/deeper.pdf'>"))
    web.put("/b.pdf", Page(b"", 404))
    made = Source(
        "test", "T", None, None, None, "feed", web.url("/feed"), follow="main a", exclude=("/skip/",), include=("page",)
    )
    with fetching(tmp_path) as fetcher:
        got = list(follow(made, url, fetcher, lambda _url: None, environment={}))
        led = list(follow(replace(made, keep_pages=False), url, fetcher, lambda _url: None, environment={}))
        alone = list(
            follow(replace(made, keep_pages=False), web.url("/list/a.pdf"), fetcher, lambda _url: None, environment={})
        )
        plain = list(follow(replace(made, follow=None), url, fetcher, lambda _url: None, environment={}))
    assert [(urlsplit(one.fetched.capture.url).path, one.fetched.capture.outcome, one.is_document) for one in got] == [
        ("/list/page", "new", True),
        ("/list/a.pdf", "new", True),
        ("/b.pdf", "failed", True),
    ]
    assert [one.is_document for one in led] == [False, True, True]
    assert [one.is_document for one in alone] == [True]
    assert len(plain) == 1


def test_a_page_that_did_not_change_is_followed_from_the_archive(web: Web, tmp_path: Path) -> None:
    url = web.put("/page", Page(PAGE, headers={"ETag": '"1"'}), Page(b"", 304))
    for path in ("/a.pdf", "/b.pdf"):
        web.put(path, Page(b"%PDF", headers={"ETag": '"2"'}), Page(b"", 304))
    made = Source(
        "test", "T", None, None, None, "feed", web.url("/feed"), follow="main a[href*='.pdf']", exclude=("/skip/",)
    )
    with fetching(tmp_path) as fetcher:
        known = {
            one.fetched.capture.url: one.fetched.capture
            for one in follow(made, url, fetcher, lambda _url: None, environment={})
        }
    with fetching(tmp_path, run="two") as fetcher:
        again = [one.fetched.capture.outcome for one in follow(made, url, fetcher, known.get, environment={})]
    assert again == ["not_modified"] * 3


def test_following_is_bounded() -> None:
    body = "".join(f"<a href='/{n}.pdf'>{n}</a>" for n in range(100)).encode()
    made = Source("test", "T", None, None, None, "feed", "http://a.example/feed", follow="a")
    assert len(onward(made, Got(body, "http://a.example/", "text/html"))) == ONWARD
