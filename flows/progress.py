"""How a run shows that it moves: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from flows.report import Report

T = TypeVar("T")
_EVERY = 10.0  # seconds between plain lines


class Reporter:
    """Writes to standard error; `quiet` writes nothing. `report` tells how the run ended, once it has."""

    report: Report | None = None

    def __init__(self, quiet: bool = False) -> None:
        self.console = Console(stderr=True, quiet=quiet, soft_wrap=True, highlight=False)

    def say(self, text: str) -> None:
        """One line."""
        self.console.print(text, markup=False)

    def track(self, items: Iterable[T], what: str, total: int) -> Iterator[T]:
        """The items, shown as they pass."""
        if total == 0:
            yield from items
        elif self.console.is_terminal:
            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            with Progress(*columns, console=self.console) as progress:
                yield from progress.track(items, total=total, description=what)
        else:
            yield from self._lines(items, what, total)

    def _lines(self, items: Iterable[T], what: str, total: int) -> Iterator[T]:
        said = time.monotonic()
        for count, item in enumerate(items, 1):
            yield item
            if time.monotonic() - said > _EVERY:
                said = time.monotonic()
                self.say(f"{what}: {count} of {total}")
        self.say(f"{what}: {total} of {total}")
