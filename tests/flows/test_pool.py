"""A document that takes too long, too much memory, or its process with it, costs that document alone."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

import pytest

from extractors.readers.limits import Limits
from flows.pool import Lost, Pool

LIMITS = Limits(max_seconds=3, max_memory=300_000_000)


def work(what: str) -> str:
    """What a worker does with a document of this name."""
    if what == "slow":
        time.sleep(60)
    elif what == "greedy":
        return str(len(bytearray(2_000_000_000)))
    elif what == "deadly":
        os._exit(9)
    elif what == "broken":
        raise ValueError("no such page")
    return what.upper()


def done(items: list[str], job: Callable[[str], str] = work) -> dict[str, str]:
    with Pool(2, LIMITS) as pool:
        results = list(pool.map(job, items))
    assert [item for item, _ in results] == items, "results come in the order of the items"
    return {item: result.code if isinstance(result, Lost) else result for item, result in results}


def test_one_bad_document_costs_itself() -> None:
    items = ["a", "slow", "b", "greedy", "c", "deadly", "d", "broken", "e"]
    assert done(items) == {
        "a": "A",
        "slow": "too_slow",
        "b": "B",
        "greedy": "too_much_memory",
        "c": "C",
        "deadly": "reader_crashed",
        "d": "D",
        "broken": "reader_failed",
        "e": "E",
    }


def test_many_items_pass_through_a_small_window() -> None:
    items = [f"document {n}" for n in range(300)]
    assert done(items) == {item: item.upper() for item in items}


@pytest.mark.parametrize("item", ["slow", "greedy", "deadly", "broken"])
def test_what_happened_is_said_in_words(item: str) -> None:
    with Pool(1, LIMITS) as pool:
        ((_, lost),) = pool.map(work, [item])
    assert isinstance(lost, Lost)
    assert len(lost.what.split()) > 4
