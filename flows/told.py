"""The steps of a run, told to Prefect as tasks for as long as its API can be reached.

An API that goes away in mid-run must not take the data work with it. So a step whose task cannot be begun or ended is
done all the same, once, and the run says that Prefect does not know of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import httpx
from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.exceptions import PrefectHTTPStatusError
from prefect.futures import PrefectFuture

T = TypeVar("T")
UNREACHABLE = (httpx.TransportError, PrefectHTTPStatusError)
_SIDE_BY_SIDE = 16  # steps at once where Prefect does not run them


class Step:
    """Something to do once, whoever asks for it: Prefect's task, or the run itself when Prefect is gone."""

    def __init__(self, do: Callable[[], Any]) -> None:
        self._do = do
        self._ended = False
        self._result: Any = None
        self._error: Exception | None = None

    def __call__(self) -> Any:
        """Does it, or gives what came of it. Raises what it raised."""
        if not self._ended:
            try:
                self._result = self._do()
            except Exception as error:
                self._error = error
            self._ended = True
        if self._error is not None:
            raise self._error
        return self._result

    @property
    def has_ended(self) -> bool:
        """Whether it was done, well or not."""
        return self._ended


class Teller:
    """Tells Prefect of steps. `lost` says from when on it could not be told, and why; None while it can."""

    def __init__(self) -> None:
        self.lost: str | None = None

    def do(self, name: str, do: Callable[[], T]) -> T:
        """Does one step and gives what comes of it. Raises what the step raises, nothing of Prefect's."""
        step = Step(do)
        if self.lost is None:
            try:
                _task(name, step)()
            except UNREACHABLE as error:
                self.miss(name, error)
            except Exception:
                if not step.has_ended:
                    raise
        result: T = step()
        return result

    def do_all(self, kind: str, steps: Mapping[str, Callable[[], None]]) -> None:
        """Does steps of a kind side by side, each under its name; waits for all. Raises what the first raises."""
        waiting = {name: Step(do) for name, do in steps.items()}
        futures: dict[str, PrefectFuture[Any]] = {}
        if self.lost is None:
            try:
                for name, step in waiting.items():
                    futures[name] = _task(kind, step, name).submit()
            except UNREACHABLE as error:
                self.miss(name, error)
        for name, future in futures.items():
            try:
                future.wait()
            except UNREACHABLE as error:
                self.miss(name, error)
        left = {name: step for name, step in waiting.items() if not step.has_ended}
        if left:
            self.miss(next(iter(left)), None)
            with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
                list(pool.map(_quietly, left.values()))
        for step in waiting.values():
            step()

    def tell(self, name: str, tell: Callable[[], object]) -> None:
        """Tells Prefect something that is no step, such as an artifact, where it can be told."""
        if self.lost is None:
            try:
                tell()
            except UNREACHABLE as error:
                self.miss(name, error)

    def miss(self, name: str, error: Exception | None) -> None:
        """Remembers that Prefect could not be told of this step, nor of what comes after it."""
        if self.lost is None:
            where = os.environ.get("PREFECT_API_URL", "its address")
            why = f" ({type(error).__name__})" if error else ""
            self.lost = (
                f"Prefect's API at {where} could not be reached{why}: from “{name}” on its record of this run is not "
                "complete. The run itself went on; `steward status` tells how it ended"
            )


def _task(name: str, step: Step, run_name: str | None = None) -> Any:
    told = task(name=name, task_run_name=run_name or name, cache_policy=NO_CACHE, persist_result=False)
    return told(step)


def _quietly(step: Step) -> None:
    try:
        step()
    except Exception:  # raised again by whoever asks for the step's result
        return
