"""`python -m flows.fit_topics SENTENCES`: the weights by which topics of provisions are told apart, fitted anew.

SENTENCES is a text: a line `# topic`, then sentences of that topic, one a line, further topics after ` | `. Multinomial
logistic regression by accelerated gradient descent; each sentence is read as one of a contract and as one of news.
Weights are drawn to zero, those of a topic's own cues to one, so that cues count where few sentences show them.
Features that a single sentence shows, and weights that tell nothing, are left out. The same sentences give the same
weights.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from extractors.directives.topic_model import BIAS, CUE, FILE, features
from extractors.directives.topics import weights
from flows.descent import descend, likely
from records.codes import TOPICS

Array = npt.NDArray[np.float32]
_DRAWN, _STEPS, _FEWEST, _TELLING = 0.0025, 150, 2, 0.08
_BESIDE = 0.15  # of a sentence, for each topic beside the main one


@dataclass(frozen=True)
class Table:
    """A sparse matrix: `values` at `rows` and `columns`, in the order of rows."""

    rows: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int64]
    values: Array
    shape: tuple[int, int]

    def times(self, other: Array) -> Array:
        """The matrix times `other`."""
        return _summed(other[self.columns] * self.values[:, None], self.rows, self.shape[0])

    def turned(self) -> Table:
        """Its transpose."""
        order = np.argsort(self.columns, kind="stable")
        return Table(self.columns[order], self.rows[order], self.values[order], self.shape[::-1])


def main() -> None:
    """Reads the sentences, fits the weights and writes them."""
    labelled = list(read(Path(sys.argv[1]).read_text(encoding="utf-8")))
    seen = [(features(text, weights(text, told=told)), topics) for told in (True, False) for text, topics in labelled]
    shown = Counter(name for found, _ in seen for name in found)
    names = sorted(name for name, number in shown.items() if number >= 2 * _FEWEST or name.startswith(CUE))
    codes = sorted(TOPICS)
    fitted = fit([found for found, _ in seen], [topics for _, topics in seen], names, codes)
    rows = [
        (name, code, f"{weight:.2f}")
        for name, line in zip(names, fitted, strict=True)
        for code, weight in zip(codes, line, strict=True)
        if abs(weight) >= _TELLING or name == BIAS
    ]
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("feature", "topic", "weight"))
        writer.writerows(rows)
    print(f"wrote {FILE.name}: {len(rows)} weights from {len(labelled)} sentences")


def read(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each sentence and its topics, the main one first. Raises KeyError for a topic that is no code."""
    topic = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("#"):
            topic = line.removeprefix("#").strip()
            continue
        sentence, _, beside = line.partition(" | ")
        topics = [topic, *filter(None, (code.strip() for code in beside.split(",")))]
        if unknown := set(topics) - set(TOPICS):
            raise KeyError(f"{unknown.pop()!r} is no topic: {line}")
        yield sentence.strip(), topics


def fit(found: Sequence[dict[str, float]], topics: Sequence[list[str]], names: list[str], codes: list[str]) -> Array:
    """Weights, a line per feature and a column per topic, under which the topics are likeliest."""
    table = _table(found, names)
    back = table.turned()
    truth = np.array([_shares(held, codes) for held in topics], dtype=np.float32)
    often = Counter(held[0] for held in topics)
    worth = np.array([often[held[0]] ** -0.5 for held in topics], dtype=np.float32)[:, None]
    worth /= worth.sum()
    drawn = np.array([1e-4 if name == BIAS else _DRAWN for name in names], dtype=np.float32)[:, None]
    start = np.array([[float(name == CUE + code) for code in codes] for name in names], dtype=np.float32)
    step = 1 / (0.55 * _largest(table, back, worth) + _DRAWN)

    def slope(at: Array) -> Array:
        return back.times((likely(table.times(at)) - truth) * worth) + drawn * (at - start)

    return descend(start, slope, step, _STEPS)


def _shares(topics: list[str], codes: list[str]) -> list[float]:
    beside = dict.fromkeys(topics[1:], _BESIDE)
    return [1 - sum(beside.values()) if code == topics[0] else beside.get(code, 0.0) for code in codes]


def _table(found: Sequence[dict[str, float]], names: list[str]) -> Table:
    place = {name: n for n, name in enumerate(names)}
    cells = [
        (row, place[name], value) for row, held in enumerate(found) for name, value in held.items() if name in place
    ]
    rows, columns, values = zip(*cells, strict=True)
    return Table(np.array(rows), np.array(columns), np.array(values, dtype=np.float32), (len(found), len(names)))


def _summed(values: Array, groups: npt.NDArray[np.int64], size: int) -> Array:
    """The sums of the lines of `values` by group; groups are in order."""
    first = np.flatnonzero(np.r_[True, groups[1:] != groups[:-1]])
    sums = np.zeros((size, values.shape[1]), dtype=np.float32)
    sums[groups[first]] = np.add.reduceat(values, first, axis=0)
    return sums


def _largest(table: Table, back: Table, worth: Array) -> float:
    """How steep the loss can get: the largest eigenvalue, by a few rounds of multiplication."""
    vector = np.ones((table.shape[1], 1), dtype=np.float32)
    size = 1.0
    for _ in range(20):
        vector = back.times(table.times(vector) * worth)
        size = float(np.linalg.norm(vector))
        vector /= size
    return size


if __name__ == "__main__":
    main()
