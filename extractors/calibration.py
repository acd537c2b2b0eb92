"""Confidence as a share of right rows: what an extractor gives is mapped to how often such rows were right.

The map is data (`calibration.csv`: table, raw, calibrated, rows), measured on documents no rule was written for, by
`python -m flows.calibrate`. A table without a map keeps its raw values. Method: isotonic regression by pooling
adjacent violators (Ayer et al. 1955), with the pools' shares drawn towards the table's own by a few imagined rows.
"""

from __future__ import annotations

import csv
import os
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

FILE = Path(__file__).with_name("calibration.csv")
_IMAGINED = 4.0  # rows that say what the whole table says, beside those of a pool


def calibrated(table: str, raw: float) -> float:
    """The calibrated confidence of a row of this table; between two measured points, on the line that joins them."""
    points = _maps().get(table)
    if not points:
        return raw
    place = bisect_left(points, (raw, 0.0))
    if place == 0:
        return points[0][1]
    if place == len(points):
        return points[-1][1]
    (x0, y0), (x1, y1) = points[place - 1], points[place]
    return round(y0 + (y1 - y0) * (raw - x0) / (x1 - x0), 4)


@cache
def _maps() -> dict[str, list[tuple[float, float]]]:
    maps: dict[str, list[tuple[float, float]]] = {}
    if os.environ.get("STEWARD_CALIBRATION", "").casefold() == "off" or not FILE.is_file():
        return maps
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            maps.setdefault(row["table"], []).append((float(row["raw"]), float(row["calibrated"])))
    return {table: sorted(points) for table, points in maps.items()}


def fit(judged: Iterable[tuple[float, bool]]) -> Sequence[tuple[float, float, int]]:
    """(raw, calibrated, rows) points from raw confidences and whether the rows were right; rising, never falling."""
    rows = sorted(judged)
    if not rows:
        return ()
    share = sum(right for _, right in rows) / len(rows)
    merged: list[list[float]] = []  # sums of raw and of right, number of rows
    for raw, group in groupby(rows, key=lambda row: row[0]):
        verdicts = [right for _, right in group]
        merged.append([raw * len(verdicts), float(sum(verdicts)), float(len(verdicts))])
        while len(merged) > 1 and _share(merged[-2], share) >= _share(merged[-1], share):
            last = merged.pop()
            merged[-1] = [a + b for a, b in zip(merged[-1], last, strict=True)]
    return tuple((round(p[0] / p[2], 3), round(_share(p, share), 3), int(p[2])) for p in merged)


def _share(pool: Sequence[float], whole: float) -> float:
    return (pool[1] + _IMAGINED * whole) / (pool[2] + _IMAGINED)
