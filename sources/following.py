"""From a document that was found to what is read: the document itself, and those it leads to, one step."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from records.model import Source
from sources.archive import ArchiveError
from sources.asking import Earlier, Got
from sources.discover import onward, secret_for
from sources.http import Fetcher
from sources.keeping import Fetched


def _nothing(_url: str) -> None:
    return None


@dataclass(frozen=True)
class Followed:
    """Something fetched; `is_document` is false for a page that only leads to documents (`keep_pages: false`).

    `is_resumed` says that a killed run fetched it, and that it was not asked for again.
    """

    fetched: Fetched
    is_document: bool = True
    is_resumed: bool = False


def follow(
    source: Source,
    url: str,
    fetcher: Fetcher,
    earlier: Earlier,
    resumed: Earlier = _nothing,
    environment: Mapping[str, str] = os.environ,
) -> Iterator[Followed]:
    """Fetches what a source offers at an address, then the documents it leads to where the source says so.

    `earlier` gives the last capture of an address that had content, `resumed` what a killed run captured a short while
    ago.
    """

    def fetch(address: str) -> Fetched:
        held = resumed(address)
        if held is not None:
            return Fetched(replace(held, outcome="not_modified"), None)
        return fetcher.fetch(
            address,
            source_id=source.source_id,
            earlier=earlier(address),
            secret=secret_for(source, address, environment),
            is_document=source.keep_pages or address != url,
        )

    fetched = fetch(url)
    try:
        body = fetcher.content(fetched)
    except ArchiveError:
        body = None  # the record of its first capture cannot be read any more; the document is none the worse
    capture = fetched.capture
    further = onward(source, Got(body, capture.final_url or url, capture.media_type)) if body else ()
    is_document = source.keep_pages or not further
    yield Followed(fetched, is_document=is_document, is_resumed=resumed(url) is not None)
    for found in further:
        yield Followed(fetch(found.url), is_resumed=resumed(found.url) is not None)
