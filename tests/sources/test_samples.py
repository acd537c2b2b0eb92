"""Every source of the catalogue reads its saved sample through the real code: found, fetched, followed, parsed."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest

from extractors.parse import parse
from records.codes import DOCUMENT_TYPES
from records.model import Capture, Document, Source
from sources.adapters import adapters
from sources.addresses import origin
from sources.asking import is_own
from sources.catalogue import load
from sources.discover import discover
from sources.following import follow
from tests.sources.sampled import SAMPLES, Requested, sample_of, serving

TODAY = date(2026, 11, 21)
CATALOGUE = load()[0]
KEY = "sesame-4711-open"


def test_every_source_has_a_sample_and_every_sample_a_source() -> None:
    """What to do: save the shape of the new source's pages, in words of your own; see docs/add-a-source.md."""
    assert sorted(path.stem for path in SAMPLES.iterdir()) == sorted(source.source_id for source in CATALOGUE)


def test_the_catalogue_covers_every_kind_and_every_way() -> None:
    assert len(CATALOGUE) >= 40
    assert {source.document_type for source in CATALOGUE} >= set(DOCUMENT_TYPES) - {"other"}
    assert len({source.country for source in CATALOGUE} - {None}) >= 5
    assert {source.discovery for source in CATALOGUE} == set(adapters()) - {"folder"}


@pytest.mark.parametrize("source", CATALOGUE, ids=lambda source: source.source_id)
def test_a_source_reads_its_sample(source: Source, tmp_path: Path) -> None:
    sample = sample_of(source.source_id)
    environment = {source.key: KEY} if source.key else {}
    captures: list[Capture] = []
    read: dict[str, Document] = {}
    with serving(sample, tmp_path) as (fetcher, asked):
        offered = discover(source, fetcher, today=TODAY, environment=environment)
        assert [problem for problem in offered.problems if problem.severity != "info"] == []
        assert tuple(found.url for found in offered.found) == sample.offers
        for found in offered.found:
            for got in follow(source, found.url, fetcher, lambda _url: None, environment=environment):
                captures.append(got.fetched.capture)
                body = got.fetched.body
                assert body is not None, got.fetched.capture.error
                if got.is_document:
                    document, troubles = parse(body, got.fetched.capture, source=source)
                    assert [t.message for t in troubles if t.severity == "error"] == []
                    read[document.url] = document
    for expected in sample.documents:
        document = read[expected["url"]]
        told = (document.status, document.title, document.published_on, document.document_type, document.language)
        assert told == ("parsed", expected["title"], expected["published_on"], expected["type"], "en")
        assert expected["says"] in (document.text or "").replace("\n", " ")
        assert (document.publisher, document.rights) != (None, None)
    assert set(read) >= {expected["url"] for expected in sample.documents}
    told_of = repr((offered, captures, read)) + "".join(
        gzip.decompress(path.read_bytes()).decode("utf-8", "replace") for path in (tmp_path / "archive").iterdir()
    )
    _key_went_where_it_should(source, asked, told_of)


def _key_went_where_it_should(source: Source, asked: list[Requested], told_of: str) -> None:
    """The key went with every request to the source's own server, with no other, and is nowhere on record."""
    assert KEY not in told_of
    for request in asked:
        has_key = KEY in request.url or KEY in request.headers.values()
        assert has_key == (source.key is not None and is_own(source, request.url)), origin(request.url)


@pytest.mark.parametrize("source", [source for source in CATALOGUE if source.key], ids=lambda source: source.source_id)
def test_without_its_key_a_source_is_left_out_and_says_so(source: Source, tmp_path: Path) -> None:
    with serving(sample_of(source.source_id), tmp_path) as (fetcher, asked):
        offered = discover(source, fetcher, today=TODAY, environment={})
    (problem,) = offered.problems
    assert (offered.found, asked, problem.code) == ((), [], "no_key")
    assert source.key and source.key in problem.message
