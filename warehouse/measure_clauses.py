"""Labelled clauses measured: is a clause told from one that is not on technology, and is it read rightly.

A gold folder may hold `clauses.jsonl` beside its documents: one clause of an agreement a line, with `relevant` and,
where that is true, `topics`, `modality`, `duty_bearer` and `notice_days`. What was found in each comes from the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from warehouse.measure import RULES, Item, Measured, Tally

CLAUSES = "clauses"


def add_clauses(result: Measured, clauses: Iterable[tuple[Item, Sequence[Item]]], misses: str = "") -> None:
    """Adds to a measurement the tally of labelled clauses, each with the provisions found in its text.

    A clause counts as found where anything is found in it. Of one with several sentences the first is judged, and the
    first notice. `misses` equal to `CLAUSES` lists what was missed and what is wrong.
    """
    tally = result.tables[CLAUSES] = Tally()
    judged: dict[tuple[str, str], list[bool]] = {}
    for gold, rows in clauses:
        relevant, found = bool(gold["relevant"]), bool(rows)
        tally.gold += relevant
        tally.found += found
        tally.right += relevant and found
        if misses == CLAUSES and relevant != found:
            result.misses.append(("missed" if relevant else "wrong", str(gold.get("id") or CLAUSES), gold))
        if not (relevant and found):
            continue
        days = next((row["notice_days"] for row in rows if row["notice_days"]), None)
        first = {**rows[0], "notice_days": days}
        for attribute, judge in RULES["provisions"].judges:
            verdict = judge(gold, first)
            if verdict is not None:
                judged.setdefault((CLAUSES, attribute), []).append(verdict)
    result.attributes |= {key: (sum(verdicts), len(verdicts)) for key, verdicts in judged.items()}
