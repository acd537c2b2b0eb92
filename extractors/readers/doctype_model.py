"""Which kind a text is of, by its traits and what its cues weigh: a linear model whose weights are data.

The weights (`genre_weights.csv`) come from labelled documents by `python -m flows.fit_kinds`. Agreements and laws are
not among its kinds: they are told by their marks.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent.parent / "genre_weights.csv"
KINDS = ("news", "press_release", "report", "guide", "other")
BIAS = "bias"
_CUES = ("news", "press_release", "report", "guide")
_MOST = 10.0  # more cues of a kind than this make it no likelier


def features(scores: Mapping[str, float], traits: Mapping[str, float]) -> dict[str, float]:
    """What the model weighs: the traits, the scores of the cues, and a constant."""
    return {**traits, **{f"cues:{kind}": min(scores[kind], _MOST) / 4 for kind in _CUES}, BIAS: 1.0}


def chances(held: Mapping[str, float]) -> dict[str, float]:
    """The probability of each kind for a text with these features; features without a weight count for nothing."""
    sums = dict.fromkeys(KINDS, 0.0)
    for name, value in sorted(held.items()):
        for kind, weight in zip(KINDS, _weights().get(name, ()), strict=False):
            sums[kind] += value * weight
    highest = max(sums.values())
    grown = {kind: math.exp(total - highest) for kind, total in sums.items()}
    return {kind: value / sum(grown.values()) for kind, value in grown.items()}


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return {row["feature"]: tuple(float(row[kind]) for kind in KINDS) for row in csv.DictReader(file)}
