"""What an extractor is, how it is found, and how it is run.

A new extractor is one module in this package with one class that derives from `Extractor`. Nothing else is edited:
`extractors()` imports every module of the package and collects the classes.
"""

from __future__ import annotations

import ast
import hashlib
import importlib
import pkgutil
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

    @abstractmethod
    def extract(self, reading: Reading) -> Iterable[Fact]:
        """The facts of this document, in any order."""

    @classmethod
    def full_version(cls) -> str:
        """`version` and a fingerprint of all code and data the extractor rests on: changed code extracts anew."""
        return f"{cls.version}+{fingerprint(cls.__module__)}"


@cache
def extractors() -> tuple[type[Extractor], ...]:
    """Every extractor of the package, by name."""
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
    for path in sorted(_HERE.rglob("*.csv")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


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


def _file(module: str) -> Path | None:
    if not module.startswith("extractors."):
        return None
    relative = Path(*module.split(".")[1:])
    for path in (_HERE / relative.with_suffix(".py"), _HERE / relative / "__init__.py"):
        if path.is_file():
            return path
    return None


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
