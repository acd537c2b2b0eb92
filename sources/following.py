"""From a document that was found to what is read: the document itself, and those it leads to, one step."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from records.model import Source
from sources.archive import ArchiveError
from sources.asking import Earlier, Got
from sources.discover import onward, secret_for
from sources.http import Fetcher
from sources.keeping import Fetched


@dataclass(frozen=True)
class Followed:
    """Something fetched; `is_document` is false for a page that only leads to documents (`keep_pages: false`)."""

    fetched: Fetched
    is_document: bool = True


def follow(
    source: Source,
    url: str,
    fetcher: Fetcher,
    earlier: Earlier,
    environment: Mapping[str, str] = os.environ,
) -> Iterator[Followed]:
    """Fetches what a source offers at an address, then the documents it leads to where the source says so.

    `earlier` gives the last capture of an address that had content.
    """

    def fetch(address: str) -> Fetched:
        secret = secret_for(source, address, environment)
        return fetcher.fetch(address, source_id=source.source_id, earlier=earlier(address), secret=secret)

    fetched = fetch(url)
    try:
        body = fetcher.content(fetched)
    except ArchiveError:
        body = None  # the record of its first capture cannot be read any more; the document is none the worse
    capture = fetched.capture
    further = onward(source, Got(body, capture.final_url or url, capture.media_type)) if body else ()
    yield Followed(fetched, is_document=source.keep_pages or not further)
    for found in further:
        yield Followed(fetch(found.url))
