"""Weights of topics fitted on sentences."""

from __future__ import annotations

import pytest

from extractors.directives.topic_model import features
from flows.fit_topics import fit, read


def test_sentences_are_read_with_their_topics() -> None:
    text = "# training\n\nTeach bakers. | job_security, other\nTeach cooks.\n# audit\nCheck it.\n"
    assert list(read(text)) == [
        ("Teach bakers.", ["training", "job_security", "other"]),
        ("Teach cooks.", ["training"]),
        ("Check it.", ["audit"]),
    ]
    with pytest.raises(KeyError, match="no topic"):
        list(read("# cooking\nBake."))


def test_words_of_a_topic_get_its_weight() -> None:
    lines = [
        ("teach bakers", ["training"]),
        ("teach cooks", ["training"]),
        ("check ovens", ["audit"]),
        ("check it", ["audit"]),
    ]
    found = [features(text, {}) for text, _ in lines]
    names = sorted({name for held in found for name in held})
    weights = fit(found, [topics for _, topics in lines], names, ["audit", "training"])
    audit, training = weights[names.index("word:teach")]
    assert training > 0.2 > audit
