"""What an extractor is, how it is found, and how it is run.

A new extractor is one module in this package with one class that derives from `Extractor`. Nothing else is edited:
`extractors()` imports every module of the package and collects the classes.
"""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, TypeVar, cast

from extractors.calibration import calibrated
from records.facts import Fact
from records.model import Document, Span

T = TypeVar("T")
_HERE = Path(__file__).parent
_IMPORT = re.compile(r"^\s*from (extractors[\w.]*) import (\([^)]*\)|[^\n]*)", re.MULTILINE)
_NAME = re.compile(r"\w+")


class Reading:
    """One document being searched for facts, and what has been noticed in it so far.

    Finders are plain functions of a Reading; `get` runs each once, so the extractors share sentences, names and people.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text or ""
        self._noticed: dict[Callable[[Reading], Any], Any] = {}

    def get(self, finder: Callable[[Reading], T]) -> T:
        """What `finder` finds in this document, computed on first use."""
        if finder not in self._noticed:
            self._noticed[finder] = finder(self)
        return cast(T, self._noticed[finder])

    def span(self, start: int, end: int) -> Span:
        """The document's span; see `Document.span`."""
        return self.document.span(start, end)


class Extractor(ABC):
    """Finds the facts of one or more tables in a document.

    `name` and `version` go into every row. `extract` is a pure function of the document: no clock, no network, no
    other document. It yields facts whose ids are empty; they are given later.
    """

    name: ClassVar[str]
    version: ClassVar[str]
    tables: ClassVar[tuple[type[Fact], ...]]

    @classmethod
    def is_on(cls) -> bool:
        """Whether it takes part; one that needs what not everybody has says no where that is missing."""
        return True

    @abstractmethod
    def extract(self, reading: Reading) -> Iterable[Fact]:
        """The facts of this document, in any order."""

    @classmethod
    def full_version(cls) -> str:
        """`version` and a fingerprint of all code and data the extractor rests on: changed code extracts anew."""
        return f"{cls.version}+{fingerprint(cls.__module__)}"


def extractors() -> tuple[type[Extractor], ...]:
    """Every extractor of the package that is on, by name."""
    return tuple(kind for kind in _registered() if kind.is_on())


@cache
def _registered() -> tuple[type[Extractor], ...]:
    for module in pkgutil.iter_modules([str(_HERE)], prefix="extractors."):
        importlib.import_module(module.name)
    return tuple(sorted(_derived(Extractor), key=lambda kind: kind.name))  # type: ignore[type-abstract]


def _derived(kind: type[Extractor]) -> Iterator[type[Extractor]]:
    for child in kind.__subclasses__():
        if child.__module__.startswith("extractors."):
            yield child
        yield from _derived(child)


def run(kind: type[Extractor], reading: Reading) -> list[Fact]:
    """The facts one extractor finds, in the order of their spans, equal facts once, their confidence calibrated."""
    found = sorted(set(kind().extract(reading)), key=lambda fact: (fact.span, repr(fact)))
    return [replace(fact, confidence=calibrated(fact.table, fact.confidence)) for fact in found]


@cache
def fingerprint(module: str) -> str:
    """Eight hex digits over the source of `module`, of the modules of this project it imports, and of all data."""
    digest = hashlib.sha256()
    for path in sorted(_closure(module)):
        digest.update(path.name.encode() + path.read_bytes())
    digest.update(_data())
    return digest.hexdigest()[:8]


@cache
def _data() -> bytes:
    return b"".join(path.read_bytes() for path in sorted(_HERE.rglob("*.csv")))


def _closure(module: str) -> set[Path]:
    """Files of `module` and of all `extractors` modules it reaches by import."""
    found: set[Path] = set()
    waiting = [module]
    while waiting:
        path = _file(waiting.pop())
        if path is None or path in found:
            continue
        found.add(path)
        waiting.extend(_imports(path))
    return found


@cache
def _file(module: str) -> Path | None:
    if not module.startswith("extractors."):
        return None
    relative = Path(*module.split(".")[1:])
    for path in (_HERE / relative.with_suffix(".py"), _HERE / relative / "__init__.py"):
        if path.is_file():
            return path
    return None


@cache
def _imports(path: Path) -> frozenset[str]:
    """Names of this package that a module imports: modules, or what it takes from them."""
    found: set[str] = set()
    for module, names in _IMPORT.findall(path.read_text(encoding="utf-8")):
        found.add(module)
        found.update(f"{module}.{name}" for name in _NAME.findall(names))
    return frozenset(found)
