"""`steward evaluate`: the warehouse measured against gold, printed, and kept for the table `quality`."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from flows.ask import AskError, open_warehouse
from flows.labelled import FILE, labelled
from flows.lock import locked
from flows.settings import Settings
from records.model import Quality
from warehouse.measure import RULES, Measured, measure
from warehouse.measure_clauses import CLAUSES, add_clauses
from warehouse.store import Store


def evaluate(settings: Settings, gold: Path, misses: str, console: Console) -> None:
    """Measures, prints a line per table and attribute, and records the result. Raises AskError where it cannot."""
    clauses = gold / FILE
    if not any(gold.glob("*.gold.json")) and not clauses.is_file():
        raise AskError(f"{gold} holds no *.gold.json files and no {FILE}")
    if misses and misses not in (*RULES, CLAUSES):
        raise AskError(f"--misses is {misses!r}; it must be one of {', '.join((*RULES, CLAUSES))}")
    with open_warehouse(settings) as con:
        result = measure(con, gold, misses)
    if clauses.is_file():
        add_clauses(result, labelled(clauses), misses)
    for verdict, file, fact in result.misses:
        told = {key: value for key, value in fact.items() if value and not key.endswith("_id")}
        console.print(f"{verdict:7}{file}  {json.dumps(told, ensure_ascii=False, default=str)[:400]}", markup=False)
    _print(result, console)
    with locked(settings.data):
        Store(settings.store, f"evaluate-{datetime.now(UTC):%Y%m%dT%H%M%S}").add_rows("quality", _rows(result, gold))


def _print(result: Measured, console: Console) -> None:
    console.print(f"{'':28}{'gold':>6}{'found':>7}{'right':>7}{'prec':>8}{'recall':>8}{'F1':>8}")
    for name, tally in result.tables.items():
        if tally.gold or tally.found:
            counts = f"{tally.gold:6}{tally.found:7}{tally.right:7}"
            console.print(f"{name:28}{counts}{tally.precision:8.3f}{tally.recall:8.3f}{tally.f1:8.3f}")
    for (table, name), (right, judged) in result.attributes.items():
        console.print(f"  {f'{table}.{name}':40}{right:6} of {judged:<6}{right / judged:.3f}")
    _reliability(result, console)
    if result.missing:
        console.print(f"not in the warehouse: {', '.join(result.missing)}", markup=False)


def _reliability(result: Measured, console: Console) -> None:
    """Prints, per table, how many of the facts of about one confidence are right: near 0.9 it should be nine in ten."""
    bins = [(low / 10, (low + 1) / 10) for low in range(10)]
    console.print("\nconfidence: right of found, by what Steward was sure of")
    console.print(f"{'':28}" + "".join(f"{f'{low:.1f}-{high:.1f}':>11}" for low, high in bins[3:]))
    for name, judged in result.sureness.items():
        cells = []
        for low, high in bins[3:]:
            within = [right for sure, right in judged if low <= sure < high or (high == 1 and sure == 1)]
            cells.append(f"{f'{sum(within)}/{len(within)}' if within else '':>11}")
        if judged:
            console.print(f"{name:28}" + "".join(cells))


def _rows(result: Measured, gold: Path) -> list[Quality]:
    now = datetime.now(UTC)
    name = gold.resolve().name
    facts = [
        Quality(name, now, table, "facts", t.gold, t.found, t.right, t.precision, t.recall, t.f1)
        for table, t in result.tables.items()
        if t.gold or t.found
    ]
    attributes = [
        Quality(name, now, table, attribute, judged, judged, right, None, None, right / judged)
        for (table, attribute), (right, judged) in result.attributes.items()
    ]
    return facts + attributes
