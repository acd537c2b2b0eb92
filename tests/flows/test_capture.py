"""How the addresses of a list are shared among threads: by host, and no error is lost."""

from __future__ import annotations

import threading
from collections import defaultdict

import pytest

from flows.capture import _fetch_all

HOSTS = 5
URLS = [f"http://h{host}.example/{n}" for n in range(4) for host in range(HOSTS)]


def test_hosts_side_by_side_and_each_in_order() -> None:
    meeting = threading.Barrier(HOSTS, timeout=30)  # passed only if one of each host is under way at once
    asked: defaultdict[str, list[str]] = defaultdict(list)

    def fetch(url: str) -> None:
        meeting.wait()
        asked[url.rpartition("/")[0]].append(url)

    assert sorted(_fetch_all(URLS, fetch)) == sorted(URLS)
    assert sorted(url for urls in asked.values() for url in urls) == sorted(URLS)
    assert all(urls == sorted(urls) for urls in asked.values())


def test_one_host_needs_no_threads() -> None:
    here = threading.current_thread()
    seen: list[threading.Thread] = []
    urls = ["http://a.example/1", "http://a.example/2"]
    assert list(_fetch_all(urls, lambda url: seen.append(threading.current_thread()))) == urls
    assert set(seen) == {here}
    assert list(_fetch_all([], seen.append)) == []  # type: ignore[arg-type]


def test_what_goes_wrong_ends_the_list() -> None:
    def fetch(url: str) -> None:
        if url == "http://h3.example/1":
            raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        list(_fetch_all(URLS, fetch))
