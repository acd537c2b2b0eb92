"""The fitting of the weights that tell kinds of documents apart."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from extractors.readers.doctype_model import BIAS, KINDS
from flows.fit_kinds import fit, seen

NAMES = [BIAS, "cues:news", "said", "you"]
SHOWN = np.array([[1, 0.5, 1, 0], [1, 0.4, 0.8, 0], [1, 0, 0, 1], [1, 0.1, 0, 0.9]], dtype=float)
TRUTH = np.array([[1, 0, 0, 0, 0]] * 2 + [[0, 0, 0, 1, 0]] * 2, dtype=float)


def test_labels_come_out_right_and_the_same_each_time() -> None:
    fitted = fit(SHOWN, TRUTH, np.ones(4), NAMES)
    assert [KINDS[kind] for kind in (SHOWN @ fitted).argmax(1)] == ["news", "news", "guide", "guide"]
    assert np.array_equal(fitted, fit(SHOWN, TRUTH, np.ones(4), NAMES))


def test_cues_count_where_no_document_shows_them() -> None:
    held = np.array([[1.0, 0.0], [1.0, 0.0]])
    fitted = fit(held, np.array([[1.0, 0, 0, 0, 0], [0, 0, 0, 1.0, 0]]), np.ones(2), [BIAS, "cues:report"])
    assert fitted[1, KINDS.index("report")] == 1.0


def test_heavier_documents_count_for_more() -> None:
    same = np.ones((2, 1))
    truth = np.array([[1.0, 0, 0, 0, 0], [0, 1.0, 0, 0, 0]])
    fitted = fit(same, truth, np.array([1.0, 5.0]), [BIAS])
    assert fitted[0, KINDS.index("press_release")] > fitted[0, KINDS.index("news")]


def test_features_of_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Crane crews vote\n\nThe crews said on Tuesday that they vote this week.\n")
    found = seen(tmp_path / "a.txt")
    assert found[BIAS] == 1.0
    assert found["word:said"] > 0
