"""Labelled clauses: which are found, which attributes are right."""

from __future__ import annotations

from typing import Any

from warehouse.measure import Measured
from warehouse.measure_clauses import CLAUSES, add_clauses


def row(topic: str, modality: str = "obligation", notice: int | None = None) -> dict[str, Any]:
    return {
        "primary_topic": topic,
        "topics": (topic,),
        "instrument": "agreement",
        "modality": modality,
        "duty_bearer": "employer",
        "notice_days": notice,
    }


def gold(key: str, *, relevant: bool, **known: Any) -> dict[str, Any]:
    return {"id": key, "relevant": relevant, "text": key, **known}


def test_found_missed_wrong_and_rightly_left_out() -> None:
    result = Measured()
    add_clauses(
        result,
        [
            (gold("a", relevant=True), [row("training")]),
            (gold("b", relevant=True), []),
            (gold("c", relevant=False), [row("training")]),
            (gold("d", relevant=False), []),
        ],
        CLAUSES,
    )
    tally = result.tables[CLAUSES]
    assert (tally.gold, tally.found, tally.right) == (2, 2, 1)
    assert [(verdict, key) for verdict, key, _ in result.misses] == [("missed", "b"), ("wrong", "c")]


def test_the_first_sentence_is_judged_and_the_first_notice() -> None:
    result = Measured()
    wanted = gold(
        "a", relevant=True, topics=["training"], modality="prohibition", duty_bearer="employer", notice_days=30
    )
    add_clauses(result, [(wanted, [row("training"), row("advance_notice", "prohibition", 30)])])
    assert result.attributes == {
        (CLAUSES, "topic"): (1, 1),
        (CLAUSES, "modality"): (0, 1),
        (CLAUSES, "duty_bearer"): (1, 1),
        (CLAUSES, "notice_days"): (1, 1),
    }


def test_what_gold_leaves_out_is_not_judged() -> None:
    result = Measured()
    add_clauses(result, [(gold("a", relevant=True, topics=[], notice_days=None), [row("training")])])
    assert result.attributes == {}
    assert result.misses == []
