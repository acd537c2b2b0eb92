from __future__ import annotations

import threading
import time
from dataclasses import replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from pathlib import Path

import pytest

from sources.politeness import retry_after
from tests.sources.web import HOST, QUICK, Page, Web, fetching, records


def test_one_request_at_a_time_with_a_pause(web: Web, tmp_path: Path) -> None:
    def slow(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.03)
        Page(b"x")(handler)

    urls = [web.put(f"/{n}", slow) for n in range(5)]
    with fetching(tmp_path, replace(QUICK, delay_seconds=0.05)) as fetcher:
        threads = [threading.Thread(target=fetcher.fetch, args=(url,)) for url in urls]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    asked = sorted(web.asked, key=lambda a: a.began)
    assert len(asked) == 6
    for sooner, later in pairwise(asked):
        assert later.began - sooner.began >= 0.045
    assert len([item for item in records(tmp_path) if item[0] == "response"]) == 6


def test_hosts_are_asked_side_by_side(web: Web, tmp_path: Path) -> None:
    gate = threading.Barrier(3, timeout=5)

    def meet(handler: BaseHTTPRequestHandler) -> None:
        gate.wait()
        Page(b"x")(handler)

    web.put("/page", meet)
    names = ["one.example", "two.example", "three.example"]
    outcomes = []
    with fetching(tmp_path, allow_hosts=frozenset(names), resolver=lambda host, port: [HOST]) as fetcher:

        def get(name: str) -> None:
            outcomes.append(fetcher.fetch(web.url("/page", name)).capture.outcome)

        threads = [threading.Thread(target=get, args=(name,)) for name in names]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert outcomes == ["new"] * 3


def test_retry_after_is_waited_for(web: Web, tmp_path: Path) -> None:
    url = web.put("/page", Page(b"", 429, {"Retry-After": "1"}), Page(b"x"))
    with fetching(tmp_path) as fetcher:
        assert fetcher.fetch(url).capture.outcome == "new"
    first, second = (a.began for a in web.asked if a.path == "/page")
    assert second - first >= 0.95


def test_a_long_retry_after_leaves_the_host_alone(web: Web, tmp_path: Path) -> None:
    url = web.put("/page", Page(b"", 503, {"Retry-After": "7200"}))
    other = web.put("/other", Page(b"x"))
    with fetching(tmp_path) as fetcher:
        first, second = fetcher.fetch(url).capture, fetcher.fetch(other).capture
    assert (first.outcome, first.http_status) == ("failed", 503)
    assert second.outcome == "skipped" and "7200 s" in (second.error or "")
    assert web.paths() == ["/page"]


@pytest.mark.parametrize(
    ("status", "tries"), [(404, 1), (403, 1), (410, 1), (501, 1), (204, 1), (500, 3), (502, 3), (429, 3)]
)
def test_only_what_may_pass_is_asked_for_again(web: Web, tmp_path: Path, status: int, tries: int) -> None:
    with fetching(tmp_path) as fetcher:
        capture = fetcher.fetch(web.put("/page", Page(b"", status))).capture
    assert (capture.outcome, capture.http_status, capture.content_sha256) == ("failed", status, None)
    assert str(status) in (capture.error or "")
    assert len(web.paths()) == tries


def test_an_error_that_passes(web: Web, tmp_path: Path) -> None:
    with fetching(tmp_path) as fetcher:
        fetched = fetcher.fetch(web.put("/page", Page(b"", 500), Page(b"", 502), Page(b"well")))
    assert fetched.body == b"well"


def test_a_host_that_does_not_answer_is_left_alone(web: Web, tmp_path: Path) -> None:
    web.put("/robots.txt", Page(b""))
    urls = [web.put(f"/{n}", Page(b"", 500)) for n in range(6)]
    with fetching(tmp_path, replace(QUICK, attempts=1)) as fetcher:
        outcomes = [fetcher.fetch(url).capture.outcome for url in urls]
    assert outcomes == ["failed"] * 3 + ["skipped"] * 3


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 5 ", 5.0),
        ("Sat, 21 Nov 2026 12:01:00 GMT", 60.0),
        ("Sat, 21 Nov 2026 11:00:00 GMT", 0.0),
        ("soon", None),
        ("-3", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after(header: str | None, seconds: float | None) -> None:
    assert retry_after(header, datetime(2026, 11, 21, 12, tzinfo=UTC)) == seconds
