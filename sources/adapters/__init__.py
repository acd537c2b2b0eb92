"""The ways of finding documents, one module each. A new one is found by being here; nothing else is edited."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache

from sources.adapters.base import Adapter


@cache
def adapters() -> Mapping[str, Adapter]:
    """Every way of the package by the name it has in a catalogue file."""
    for module in pkgutil.iter_modules(__path__, prefix=f"{__name__}."):
        importlib.import_module(module.name)
    return {made.kind: made for made in sorted(_made(Adapter), key=lambda made: made.kind)}  # type: ignore[type-abstract]


def _made(kind: type[Adapter]) -> Iterator[Adapter]:
    for child in kind.__subclasses__():
        if hasattr(child, "kind") and child.__module__.startswith(f"{__name__}."):
            yield child()
        yield from _made(child)
