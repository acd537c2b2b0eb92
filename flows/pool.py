"""Worker processes that read and search documents, each document within bounds of time and memory.

A document that takes too long, takes too much memory or kills its process costs that document alone.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import resource
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as OutOfTime
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

from extractors.readers.limits import Limits

T = TypeVar("T")
R = TypeVar("R")
_AHEAD = 4  # jobs waiting per worker: enough to keep them busy, few enough to keep memory flat
_PRELOAD = ["flows.jobs"]


@dataclass(frozen=True)
class Lost(Generic[T]):
    """A job that gave no result: the item, a code, and what happened in words that follow the document's name."""

    item: T
    code: str
    what: str


class Pool:
    """Processes bound by `limits`. Use as a context manager."""

    def __init__(self, workers: int, limits: Limits) -> None:
        self.workers = workers
        self.limits = limits
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(_PRELOAD)
        self._pool: Any = ProcessPool(
            max_workers=workers, max_tasks=500, initializer=_bound, initargs=(limits.max_memory,), context=context
        )

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            self._pool.close()
        else:
            self._pool.stop()
        self._pool.join()

    def map(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[tuple[T, R | Lost[T]]]:
        """Each item with what `work` makes of it, in the order of the items."""
        waiting: deque[tuple[T, Any]] = deque()
        source = iter(items)
        for item in source:
            waiting.append((item, self._start(work, item)))
            if len(waiting) >= self.workers * _AHEAD:
                yield self._finish(*waiting.popleft())
        while waiting:
            yield self._finish(*waiting.popleft())

    def _start(self, work: Callable[[T], R], item: T) -> Any:
        return self._pool.schedule(work, args=(item,), timeout=self.limits.max_seconds)

    def _finish(self, item: T, future: Any) -> tuple[T, R | Lost[T]]:
        try:
            return item, future.result()
        except OutOfTime:
            return item, Lost(item, "too_slow", f"took more than {self.limits.max_seconds} seconds and was stopped")
        except MemoryError:
            megabytes = self.limits.max_memory // 1_000_000
            return item, Lost(item, "too_much_memory", f"needed more than {megabytes} MB of memory and was stopped")
        except ProcessExpired as error:
            return item, Lost(item, "reader_crashed", f"crashed the process that read it (exit code {error.exitcode})")
        except Exception as error:
            return item, Lost(item, "reader_failed", f"could not be handled: {type(error).__name__}: {error}")


def _bound(memory: int) -> None:
    """Bounds this process's memory, beyond what it holds already, and keeps libraries to one thread.

    What was loaded before the first document stays for good: the garbage collector need not look at it again.
    """
    gc.collect()
    gc.freeze()
    os.environ["OMP_THREAD_LIMIT"] = "1"
    held = _address_space()
    resource.setrlimit(resource.RLIMIT_AS, (held + memory, resource.RLIM_INFINITY))


def _address_space() -> int:
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
            return int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 1_000_000_000
