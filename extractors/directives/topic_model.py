"""How likely each topic is for a sentence, by its words and the cues it shows: a small linear model.

The cues of `topics` know phrases; the model weighs them with all other words, pairs of words, and the words that follow
the first verb of duty, since what a sentence asks for stands there. Its weights are in
`lexicon/technology/topic_weights.csv`, fitted on sentences written for it (`python -m flows.fit_topics`).
"""

from __future__ import annotations

import csv
import math
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise

from extractors import lexicon
from extractors.text.tokens import word_set

FILE = lexicon.FOLDER / "technology" / "topic_weights.csv"
BIAS, CUE = "bias", "cue:"
_WORD = re.compile(r"[a-z]+|\d+")
_BROKEN = re.compile(r"[\x02\u00ad]|(?<=[a-z])- (?=[a-z])|[’'](?:s|t|re|ve|ll|d)?\b")  # hyphens of line ends, genitives
_SMALL = word_set(
    "the a an of to in and or is are be by for on with that this it its as at from their they any such which who has"
    " have been was were other"
)
_DUTY = word_set(
    "shall must will would should may can cannot agree agrees to require requires ban bans prohibit prohibits protect"
    " protects give gives create creates want wants demand demands call calls urge urges need needs has have"
)
_ENDINGS = (
    *("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "ies", "ied", "ed", "es", "er", "ly"),
    *("s", "e", "y"),
)
_KEPT = 4  # letters that an ending leaves
_MAIN = 8  # words after the verb of duty
_WORTH = 0.7  # of a pair or a word after the verb, beside a word's 1
_MOST, _UNIT = 6.0, 3.0  # the most that the cues of a topic count, and what counts as one word


def chances(text: str, cues: Mapping[str, float]) -> dict[str, float]:
    """How likely each topic is for a sentence whose cues weigh `cues`; together 1."""
    sums = dict(_sums_of_words(text))
    _add(sums, _of_cues(cues))
    if not sums:
        return {}
    top = max(sums.values())
    shares = {topic: math.exp(value - top) for topic, value in sums.items()}
    whole = sum(shares.values())
    return {topic: share / whole for topic, share in shares.items()}


def features(text: str, cues: Mapping[str, float]) -> dict[str, float]:
    """What the model weighs in a sentence, by name."""
    return {**_of_words(text), **_of_cues(cues)}


def _of_cues(cues: Mapping[str, float]) -> dict[str, float]:
    found = {f"{CUE}{topic}": min(weight, _MOST) / _UNIT for topic, weight in cues.items()}
    return {**found, BIAS: 1.0}


def _of_words(text: str) -> dict[str, float]:
    words = _WORD.findall(_BROKEN.sub("", text.lower()))
    stems = [stem(word) for word in words]
    telling = [s for s in stems if s not in _SMALL and len(s) > 1]
    found = {f"word:{s}": 1.0 for s in telling}
    found.update((f"pair:{first} {second}", _WORTH) for first, second in pairwise(telling))
    duty = next((n for n, word in enumerate(words) if word in _DUTY), 0)
    main = stems[duty : duty + _MAIN]
    found.update((f"main:{s}", _WORTH) for s in main if s not in _SMALL and len(s) > 1)
    return found


@lru_cache(maxsize=64)
def _sums_of_words(text: str) -> Mapping[str, float]:
    """What the words of a sentence make of each topic: a sentence is asked after with several sets of cues in a row."""
    sums: dict[str, float] = {}
    _add(sums, _of_words(text))
    return sums


def _add(sums: dict[str, float], found: Mapping[str, float]) -> None:
    known = _weights()
    for feature, value in found.items():
        for topic, weight in known.get(feature, ()):
            sums[topic] = sums.get(topic, 0.0) + weight * value


@cache
def stem(word: str) -> str:
    """A word without its ending: "assessments" and "assess" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _KEPT and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["feature"]].append((row["topic"], float(row["weight"])))
    return {feature: tuple(weights) for feature, weights in found.items()}
