from __future__ import annotations

import os
from pathlib import Path

import pytest

from records.codes import DOCUMENT_TYPES, RIGHTS
from sources.catalogue import BUNDLED, load

GOOD = """\
title: Dock workers
document_type: news
homepage: https://dock.example
discovery:
  kind: feed
  address: https://dock.example/feed
rights: quote
rights_basis: None stated
language: en
country: NL
expect_min: 1
expect_max: 5
"""


def write(folder: Path, text: str, name: str = "dock.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_bundled_source_is_good() -> None:
    sources, problems = load()
    assert problems == ()
    assert len(sources) == len(list(BUNDLED.glob("*.yaml"))) >= 40
    assert {source.document_type for source in sources} >= set(DOCUMENT_TYPES) - {"other"}
    assert len({source.country for source in sources} - {None}) >= 5
    for source in sources:
        assert source.rights in RIGHTS and source.rights_basis and source.contact
        assert source.silence_days and source.cadence_hours and source.expect_max
        assert source.address.startswith("https://")


def test_a_good_file(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    write(tmp_path, "no source", "README.md")
    (source,), problems = load(tmp_path)
    assert problems == ()
    assert (source.source_id, source.title, source.discovery) == ("dock", "Dock workers", "feed")
    assert (source.address, source.expect_max, source.include) == ("https://dock.example/feed", 5, ())


def test_an_index_and_a_folder(tmp_path: Path) -> None:
    index = (
        "  kind: index\n  address: https://dock.example/list\n  selector: 'article > a'\n  next: a.next\n  pages: 3\n"
    )
    feed = "  kind: feed\n  address: https://dock.example/feed\n"
    write(tmp_path, GOOD.replace(feed, index + "  include: ['/news/']\n"), "index.yaml")
    write(tmp_path, GOOD.replace(feed, "  kind: folder\n  address: inbox\n"), "shelf.yaml")
    (listed, shelf), problems = load(tmp_path)
    assert problems == ()
    assert (listed.selector, listed.next_selector, listed.page_limit) == ("article > a", "a.next", 3)
    assert listed.include == ("/news/",)
    assert shelf.address == str(tmp_path / "inbox")


@pytest.mark.parametrize(
    ("was", "becomes", "line", "words"),
    [
        ("title: Dock workers\n", "", 1, "`title` is missing; add it"),
        ("title: Dock workers", "title: ''", 1, "`title`"),
        ("homepage:", "homepge:", 3, "did you mean `homepage`?"),
        ("document_type: news", "document_type: gossip", 2, "use one of news, press_release"),
        ("https://dock.example\n", "dock.example\n", 3, "begins with https://"),
        ("https://dock.example/feed", "file:///etc/hosts", 4, "begins with https://"),
        (
            "https://dock.example/feed",
            "https://me:pw@dock.example/feed",
            4,
            "name its environment variable under `key`",
        ),
        ("https://dock.example/feed", "https://dock.example/feed?api_key=1", 4, "under `key`"),
        ("kind: feed", "kind: gopher", 5, "'gopher'"),
        ("kind: feed", "kind: index", 4, "needs `selector`: the CSS selector"),
        ("kind: feed", "kind: feed\n  selector: a", 4, "`selector` is for index, not for feed; take it out"),
        ("kind: feed", "kind: feed\n  query: robots", 4, "`query` is for cellar, federal_register"),
        ("kind: feed", "kind: cellar", 4, "`cellar` needs `query`"),
        ("kind: feed", "kind: guardian", 1, "`guardian` needs `key`"),
        ("kind: feed", "kind: feed\n  follow: 'a['", 6, "no CSS selector"),
        ("kind: feed", "kind: feed\n  keep_pages: false", 4, "`keep_pages: false` needs `follow`"),
        ("kind: feed", "kind: feed\n  titles: ['[']", 6, "no regular expression"),
        ("kind: feed", "kind: index\n  selector: 'a['", 6, "no CSS selector"),
        ("kind: feed", "kind: index\n  selector: a\n  pages: 4", 4, "need `next`"),
        ("kind: feed", "kind: feed\n  include: ['(']", 6, "no regular expression"),
        ("rights: quote", "rights: all", 7, "use one of full, quote, metadata"),
        ("country: NL", "country: nl", 10, "two capitals"),
        ("country: NL", "country: NO", 10, "put it in quotes"),
        ("language: en", "language: english", 9, "two small letters"),
        ("expect_min: 1", "expect_min: some", 11, "`expect_min` is 'some'"),
        ("expect_min: 1", "expect_min: 9", 1, "exchange them"),
        ("expect_max: 5", "expect_max: 0", 12, "`expect_max` is 0"),
        ("expect_max: 5", "delay_seconds: 0", 12, "`delay_seconds` is 0"),
        ("expect_max: 5", "key: my key", 12, "name of an environment variable"),
        ("expect_max: 5", "title: again", 12, "`title` is given twice"),
        ("expect_max: 5", "  odd: [", 12, "not valid YAML"),
        ("expect_max: 5", "notes: !!python/object/apply:os.system [id]", 12, "not valid YAML"),
        ("expect_max: 5", "notes: &a x\ncontact: *a", 13, "aliases"),
        ("expect_max: 5", "? [a, b]\n: c", 12, "name of a field"),
    ],
)
def test_mistakes_name_line_and_remedy(tmp_path: Path, was: str, becomes: str, line: int, words: str) -> None:
    assert was in GOOD
    path = write(tmp_path, GOOD.replace(was, becomes, 1))
    write(tmp_path, GOOD, "other.yaml")
    sources, problems = load(tmp_path)
    assert [source.source_id for source in sources] == ["other"]
    assert len(problems) == 1, problems
    assert (problems[0].file, problems[0].line) == (path, line), problems[0]
    assert words in problems[0].message
    assert str(problems[0]).startswith(f"{path}:{line}: ")


def test_several_mistakes_are_all_told(tmp_path: Path) -> None:
    write(tmp_path, GOOD.replace("rights: quote", "rights: all").replace("language: en", "language: e"))
    assert [problem.line for problem in load(tmp_path)[1]] == [7, 9]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("dock.yml", GOOD.encode(), "rename it to dock.yaml"),
        ("Dock Workers.yaml", GOOD.encode(), "small letters"),
        ("empty.yaml", b"", "missing"),
        ("list.yaml", b"- a\n- b\n", "list of fields"),
        ("latin.yaml", "title: Gewerkschaft für alle".encode("latin-1"), "not UTF-8"),
        ("huge.yaml", b"# " + b"x" * 200_000, "larger than"),
        ("deep.yaml", b"title: " + b"[" * 20_000, "YAML"),
        ("two.yaml", b"title: a\n---\ntitle: b\n", "YAML"),
    ],
)
def test_files_that_cannot_be_used(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    sources, problems = load(tmp_path)
    assert sources == ()
    assert problems and words in problems[0].message, problems


def test_a_missing_folder(tmp_path: Path) -> None:
    sources, (problem,) = load(tmp_path / "none")
    assert sources == () and "does not exist" in problem.message


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_an_unreadable_file(tmp_path: Path) -> None:
    write(tmp_path, GOOD).chmod(0)
    assert "permissions" in load(tmp_path)[1][0].message
