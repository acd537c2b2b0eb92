"""Topics by all the words of a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.directives.topic_model import chances, features, stem
from extractors.directives.topics import likely, weights
from flows.fit_topics import read

SENTENCES = Path(__file__).parents[2] / "topics" / "sentences.txt"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        # what the sentence does, not what it mentions
        (
            "The employer must disclose in writing that it uses monitoring to rate performance.",
            "information_disclosure",
        ),
        (
            "A joint committee of bakers and owners shall look at training and safety of the ovens’ software.",
            "joint_committee",
        ),
        ("No baker shall be fired because of what a camera saw.", "discipline_limits"),
        ("The bill would make bakeries consult the union before they monitor ovens.", "consultation_bargaining"),
        ("Bakers must have a say when robots are chosen.", "worker_voice_in_design"),
        ("The labor commissioner shall fine a bakery that breaks these rules.", "remedies"),
        ("The oven’s software may advise, but a human being must decide who bakes.", "human_oversight"),
        ("Lawmakers should tax bakeries that put in robots.", "automation_tax"),
        ("The state should help small bakeries with grants.", "public_incentives"),
        ("Congress must not stop states from writing laws on AI.", "other"),
        ("The bakery shall supply and repair the tablets at its own cost.", "equipment_costs"),
    ],
)
def test_main_topic(text: str, topic: str) -> None:
    assert likely(text, weights(text, told=True))[0] == topic


def test_a_definition_and_what_tells_nothing() -> None:
    assert likely("“Robot” means a machine that moves.", {}, "definition") == ("definition",)
    assert likely("", {}) == ()


def test_chances_are_shares() -> None:
    found = chances("The bakery shall train bakers.", {"training": 3.0})
    assert sum(found.values()) == pytest.approx(1)
    assert max(found, key=lambda topic: found[topic]) == "training"


def test_features_are_stems_pairs_and_what_follows_the_duty() -> None:
    found = features("The bakery’s owner shall assess risks", {"audit": 9.0})
    assert {"word:baker", "pair:assess risk", "main:assess", "cue:audit", "bias"} <= set(found)
    assert "main:baker" not in found
    assert found["cue:audit"] == 2.0
    assert stem("assessments") == stem("assess")


def test_the_weights_are_those_of_the_sentences() -> None:
    held = list(read(SENTENCES.read_text(encoding="utf-8")))[::10]
    found = [likely(text, weights(text, told=True), kind(topics), told=True) for text, topics in held]
    right = sum(got[:1] == tuple(topics[:1]) for got, (_, topics) in zip(found, held, strict=True))
    assert right >= 0.75 * len(held), f"{right} of {len(held)}: fit the weights anew (flows/fit_topics.py)"


def kind(topics: list[str]) -> str | None:
    return "definition" if topics[0] == "definition" else None
