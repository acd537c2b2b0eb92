"""`python -m flows.fit_kinds LABELS`: the weights by which kinds of documents are told apart, fitted anew.

LABELS is a CSV with the columns `path` (from its own folder), `document_type` and `weight`, one row per labelled
document; documents of kinds the model does not know are left out. Multinomial logistic regression whose weights are
drawn to zero, those of a kind's own cues to one (so cues count even where few documents show them), by accelerated
gradient descent. Features that fewer than ten documents show get no weight. The same documents give the same weights.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import numpy.typing as npt

from extractors.readers import read
from extractors.readers.doctype import evidence
from extractors.readers.doctype_model import BIAS, FILE, KINDS, features
from extractors.readers.doctype_traits import traits
from flows.descent import descend, likely

Array = npt.NDArray[np.float64]
_DRAWN, _STEPS, _FEWEST = 0.01, 2_000, 10


def main() -> None:
    """Reads the labelled documents, fits the weights and writes them."""
    labels = Path(sys.argv[1])
    with labels.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["document_type"] in KINDS]
    held = [seen(labels.parent / row["path"]) for row in rows]
    shown = Counter(name for found in held for name in found)
    names = sorted(name for name, number in shown.items() if number >= _FEWEST)
    matrix = np.array([[found.get(name, 0.0) for name in names] for found in held])
    truth = np.array([[float(row["document_type"] == kind) for kind in KINDS] for row in rows])
    worth = np.array([float(row.get("weight") or 1) for row in rows])
    fitted = fit(matrix, truth, worth, names)
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("feature", *KINDS))
        writer.writerows(
            (name, *(f"{weight:.3f}" for weight in line)) for name, line in zip(names, fitted, strict=True)
        )
    right = np.mean((matrix @ fitted).argmax(1) == truth.argmax(1))
    print(f"wrote {FILE.name}: {len(names)} features from {len(rows)} documents; of these {right:.1%} come out right")


def seen(path: Path) -> dict[str, float]:
    """The features of one document."""
    parsed = read(path.read_bytes(), url=path.name)
    found = evidence(parsed.blocks, parsed.title, None, publisher=parsed.publisher, authors=parsed.authors)
    return features(found, traits(parsed.blocks, parsed.title))


def fit(matrix: Array, truth: Array, worth: Array, names: list[str]) -> Array:
    """Weights, a line per feature and a column per kind, under which the labels are likeliest."""
    start = np.zeros((len(names), len(KINDS)))
    for kind in set(KINDS) & {name.removeprefix("cues:") for name in names}:
        start[names.index(f"cues:{kind}"), KINDS.index(kind)] = 1.0
    drawn = np.full((len(names), 1), _DRAWN)
    drawn[names.index(BIAS)] = 1e-4
    share = (worth / worth.sum())[:, None]
    step = 1 / (0.25 * np.linalg.norm(matrix * np.sqrt(share), 2) ** 2 + _DRAWN)

    def slope(at: Array) -> Array:
        found: Array = matrix.T @ ((likely(matrix @ at) - truth) * share) + drawn * (at - start)
        return found

    return descend(start, slope, float(step), _STEPS)


if __name__ == "__main__":
    main()
