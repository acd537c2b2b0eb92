"""What a way of finding documents is, and what those that ask an API share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from sources.asking import Asking, Got
from sources.indexes import read_index
from sources.listing import Listing, Notice
from sources.secret import NO_SECRET, Secret

Parameters = Mapping[str, str | int | list[str]]


class Adapter(ABC):
    """One way of finding documents: a module of this package with one class that derives from this one.

    `kind` is its name in a catalogue file. `takes` names the parts of `discovery` that it understands beside those
    every way has, `needs` those it cannot do without, each with what it is. A key goes where `key_header` or
    `key_parameter` says. `is_whole` tells a list that is read to its end from one that is read until there is enough.
    """

    kind: ClassVar[str]
    takes: ClassVar[frozenset[str]] = frozenset()
    needs: ClassVar[Mapping[str, str]] = {}
    needs_key: ClassVar[bool] = False
    is_whole: ClassVar[bool] = False
    key_header: ClassVar[str] = "X-Api-Key"
    key_parameter: ClassVar[str | None] = None

    @abstractmethod
    def notices(self, asking: Asking) -> Iterable[Notice]:
        """What the source announces, newest first where it can be had so; problems go to `asking`."""

    def onward(self, got: Got, follow: str | None) -> Listing:
        """Documents that a document of the source leads to: where `follow` is set, the links it selects on a page."""
        is_page = got.body[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
        return read_index(got.body, got.url, follow) if follow and is_page else Listing()

    def secret(self, key: str | None) -> Secret:
        """The key as this way's server wants it."""
        if key is None:
            return NO_SECRET
        return Secret(parameters={self.key_parameter: key}) if self.key_parameter else Secret({self.key_header: key})


@dataclass(frozen=True)
class Answered:
    """A page of an API: its JSON, and the address that was asked for it."""

    data: Any
    url: str


class Api(Adapter):
    """A way that asks an API for pages of JSON."""

    takes: ClassVar[frozenset[str]] = frozenset({"pages"})
    page_limit: ClassVar[int] = 5

    @abstractmethod
    def first(self, asking: Asking) -> str:
        """The address of the first page."""

    @abstractmethod
    def page(self, answer: Answered) -> Listing | None:
        """What a page lists, with the address of the next one; None where it is not what this API answers."""

    def notices(self, asking: Asking) -> Iterable[Notice]:
        """Pages until enough is found, none follows, or the source's `pages` are read."""
        found: list[Notice] = []
        url: str | None = self.first(asking)
        been: set[str] = set()
        while url is not None and url not in been and len(been) < (asking.source.page_limit or self.page_limit):
            been.add(url)
            data = asking.json(url)
            if data is None:
                break
            listing = self.page(Answered(data, url))
            if listing is None:
                asking.problem("unreadable_listing", f"{url} answered something else than a list; check the address")
                break
            found += asking.noted(listing).notices
            if asking.is_enough(found):
                break
            url = listing.next_page
        return found


def asked(address: str, parameters: Parameters) -> str:
    """The address with these query parameters; what it says of them itself is replaced, None and "" are left out."""
    parts = urlsplit(address)
    kept = [(name, value) for name, value in parse_qsl(parts.query) if name not in parameters]
    added = [
        (name, str(value))
        for name, values in parameters.items()
        for value in (values if isinstance(values, list) else [values])
        if value != ""
    ]
    return urlunsplit(parts._replace(query=urlencode([*kept, *added])))


def parameter(url: str, name: str) -> str | None:
    """The value of a query parameter."""
    return next((value for key, value in parse_qsl(urlsplit(url).query) if key == name), None)


def inner(data: Any, *path: str) -> Any:
    """What lies in nested JSON objects, None where it does not."""
    for name in path:
        data = data.get(name) if isinstance(data, dict) else None
    return data


def rows(data: Any, *path: str) -> list[dict[str, Any]] | None:
    """The objects of a list in nested JSON, None where there is no list."""
    found = inner(data, *path)
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else None


def text(data: Any, *path: str) -> str | None:
    """A text in nested JSON on one line, None where there is none; a number is written out."""
    found = inner(data, *path)
    if isinstance(found, bool) or not isinstance(found, str | int):
        return None
    return " ".join(str(found).split()) or None
