"""One source being asked what it offers: what was captured on the way, what went wrong, and how much is wanted."""

from __future__ import annotations

import json
import os
import re
import urllib.parse
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from records.model import Capture, Source
from sources.addresses import origin
from sources.archive import ArchiveError
from sources.http import Fetcher
from sources.listing import Listing, Notice
from sources.secret import NO_SECRET, Secret

EXPECT_MAX = 50
Earlier = Callable[[str], Capture | None]


@dataclass(frozen=True)
class Problem:
    """What is wrong with a source: a short `code`, a sentence, and a severity of `codes.SEVERITIES`."""

    source_id: str
    code: str
    message: str
    severity: str = "error"


@dataclass(frozen=True)
class Got:
    """The content at an address, the address that gave it, and its media type."""

    body: bytes
    url: str
    media_type: str | None


class Asking:
    """One source being asked on one `day`; `secret` is its key, for the origin of its address alone."""

    def __init__(self, source: Source, fetcher: Fetcher, earlier: Earlier, secret: Secret, day: date) -> None:
        self.source = source
        self.day = day
        self.captures: list[Capture] = []
        self.problems: list[Problem] = []
        self.max_bytes = fetcher.limits.max_bytes
        self._fetcher = fetcher
        self._earlier = earlier
        self._secret = secret

    @property
    def limit(self) -> int:
        """Most documents wanted."""
        return self.source.expect_max or EXPECT_MAX

    def get(self, url: str) -> Got | None:
        """What is at an address; None with a problem noted."""
        fetched = self._fetcher.fetch(
            url,
            source_id=self.source.source_id,
            earlier=self._earlier(url),
            secret=self._secret if is_own(self.source, url) else NO_SECRET,
        )
        capture = fetched.capture
        self.captures.append(capture)
        try:
            body = self._fetcher.content(fetched)
        except ArchiveError as error:
            self.problem("archive_unreadable", f"{error}")
            return None
        if body is None:
            self.problem(f"source_{capture.outcome}", capture.error or f"{url} gave nothing")
            return None
        return Got(body, capture.final_url or url, capture.media_type)

    def json(self, url: str) -> Any:
        """The JSON at an address; None with a problem noted."""
        got = self.get(url)
        if got is None:
            return None
        try:
            return json.loads(got.body)
        except (ValueError, RecursionError):
            self.problem("unreadable_listing", f"{url} did not answer with JSON; check the source's address")
            return None

    def noted(self, listing: Listing) -> Listing:
        """The listing, what is wrong with it noted."""
        if listing.error:
            self.problem("unreadable_listing", listing.error)
        if listing.warning:
            self.problem("damaged_listing", listing.warning, "warning")
        return listing

    def problem(self, code: str, message: str, severity: str = "error") -> None:
        """Notes what is wrong, in a sentence."""
        self.problems.append(Problem(self.source.source_id, code, f"{self.source.source_id}: {message}", severity))

    def wanted(self, notices: Iterable[Notice]) -> list[Notice]:
        """Those that the source's `include`, `exclude` and `titles` let through."""
        return [notice for notice in notices if is_wanted(self.source, notice)]

    def is_enough(self, notices: Iterable[Notice]) -> bool:
        """Whether as many documents are wanted among these as a reading takes."""
        return len({notice.url for notice in self.wanted(notices)}) >= self.limit


def is_wanted(source: Source, notice: Notice) -> bool:
    """Whether a document's address and title are what the source's patterns ask for; a title unknown is no reason."""
    url = urllib.parse.unquote(notice.url.removeprefix("file://")) if notice.url.startswith("file:") else notice.url
    if source.include and not any(re.search(pattern, url) for pattern in source.include):
        return False
    if any(re.search(pattern, url) for pattern in source.exclude):
        return False
    title = notice.title
    return not source.titles or not title or any(re.search(p, title, re.IGNORECASE) for p in source.titles)


def is_own(source: Source, url: str) -> bool:
    """Whether an address lies where the source's own does: only there its key is sent."""
    return "://" in source.address and origin(url) == origin(source.address)


def key_of(source: Source, environment: Mapping[str, str] = os.environ) -> str | None:
    """The source's access key, None where it has or needs none."""
    return environment.get(source.key) or None if source.key else None
