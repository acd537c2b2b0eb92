"""Topics of a provision from the words that show them: cues, and a model that weighs them with all other words.

Each cue is a topic, a weight and a pattern: `lexicon/technology/cues.csv` for all texts, beside it `cues_agreed.csv`
for contracts and laws and `cues_told.csv` for what tells of them. A sentence's topics are those whose cues weigh
enough, heaviest first. A heading speaks for the sentences under it with less weight.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from extractors import lexicon
from extractors.directives.topic_model import chances
from extractors.text.quick import Quick, Several, quick

_ENOUGH = 1.0
_SHARE = 0.45  # of the main topic's weight, for a topic to stand beside it
_HEADING = 0.6
_TOLD = 0.7  # of the weight of a word of news beside the closer words of contracts
_FEWEST = 6  # words that a sentence must keep without its side clauses
_DEFINES = 4.0  # what a sentence that defines weighs for the topic more than its cues tell
_LEAST = 0.1  # chance from which a topic is told at all
_ALONE = 0.2  # the same in contracts where no cue stands beside the words
_BESIDE = 0.25  # of the likeliest topic's chance, for a topic to stand beside it
_MANY = 3  # topics beside management rights that make a sentence a list of them

# Topics whose words in contracts are too wide for news: there only the rows of `cues_told.csv` show them.
_ONLY_TOLD = frozenset(["health_safety", "anti_discrimination", "joint_committee", "bargaining_unit_work"])
_BESIDES = re.compile(
    r",? (?:thereby |thus |while |often |potentially )?(?:jeopardi[sz]ing|threatening|leaving|putting"
    r"|undermining|violating"
    r"|risking|harming|endangering|raising (?:concerns|fears|questions)|causing|exposing|eroding|amid)\b[^;]*\Z"
    r"|, (?:which (?:could|would|may|might|can|have|has|are|is)|because|since|as (?:it|they|AI|companies|employers"
    r"|artificial|automation|technolog\w+|the))\b[^;]*\Z"
    r"|\A(?:As|While|Although|Though|After|Amid|Because|Since|With|Despite|Without|Following) [^,;]{8,200}, (?=\w)",
)

_FOLDER = lexicon.FOLDER / "technology"
_ORDER = (  # of two topics that weigh the same, the more particular one comes first
    "likeness_consent automation_tax definition advance_notice human_oversight discipline_limits monitoring_limits "
    "job_security data_rights audit explanation_contest anti_discrimination impact_assessment training "
    "joint_committee consultation_bargaining worker_voice_in_design information_disclosure transfer_recall "
    "bargaining_unit_work authorship_credit use_restriction pace_quotas organizing_rights health_safety "
    "public_incentives remedies wage_protection management_rights equipment_costs other"
)
_RANK = {topic: n for n, topic in enumerate(_ORDER.split())}


@cache
def _cues(name: str) -> tuple[tuple[tuple[str, float, Quick], ...], Several]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        cues = tuple(
            (row["topic"], float(row["weight"]), quick(row["pattern"], re.IGNORECASE)) for row in csv.DictReader(file)
        )
    return cues, Several(pattern for _, _, pattern in cues)


def _likely(name: str, text: str) -> Iterator[tuple[str, float, Quick]]:
    """The cues of a file that `text` may hold, in the order of the file."""
    cues, several = _cues(name)
    return (cues[number] for number in several.likely(text))


def weights(text: str, headings: Sequence[str] = (), *, told: bool = False) -> dict[str, float]:
    """How much each topic weighs in a sentence under `headings` (nearest first); topics without a cue are left out.

    With `told` true the wider words of news, releases and guides count as well as those of contracts and laws.
    """
    weighed = defaultdict(float, _own_weights(text, told))
    share = _HEADING if not weighed else _HEADING / 2  # the sentence's own words come first
    for heading in headings[:1]:
        for topic, weight, pattern in _likely("cues.csv", heading):
            if pattern.search(heading):
                weighed[topic] += share * weight
    return dict(weighed)


@lru_cache(maxsize=64)
def _own_weights(text: str, told: bool) -> Mapping[str, float]:
    """What a sentence alone tells: it is asked after under several headings in a row."""
    weighed: dict[str, float] = defaultdict(float)
    for topic, weight, pattern in _likely("cues.csv", text):
        if not (told and topic in _ONLY_TOLD) and pattern.search(text):
            weighed[topic] += weight
    for topic, weight, pattern in () if told else _likely("cues_agreed.csv", text):
        if pattern.search(text):
            weighed[topic] += weight
    for topic, weight, pattern in _likely("cues_told.csv", text) if told else ():
        if _TOLD * weight > weighed.get(topic, 0.0) and pattern.search(text):
            weighed[topic] = _TOLD * weight
    return weighed


def core(text: str) -> str:
    """What a sentence of news says, without the clause that only gives the occasion or what might come of it."""
    short = _BESIDES.sub("", text)
    return short if len(short.split()) >= _FEWEST else text


def ranked(weighed: dict[str, float], modality: str | None = None) -> tuple[str, ...]:
    """The topics, heaviest first: at most three, none far lighter than the first; empty where nothing weighs enough."""
    if modality == "definition":
        weighed = {**weighed, "definition": weighed.get("definition", 0.0) + _DEFINES}
    else:
        weighed = {topic: weight - 4 * (topic == "definition") for topic, weight in weighed.items()}
    if _lists_powers(weighed, modality):
        return ("management_rights",)
    order = sorted(weighed, key=lambda topic: (-weighed[topic], _RANK[topic]))
    if not order or weighed[order[0]] < _ENOUGH:
        return ()
    top = weighed[order[0]]
    return tuple(topic for topic in order[:3] if weighed[topic] >= max(_ENOUGH, _SHARE * top))


def likely(text: str, weighed: dict[str, float], modality: str | None = None, *, told: bool = False) -> tuple[str, ...]:
    """The topics of a sentence whose cues weigh `weighed`, likeliest first, at most three; empty where none stands out.

    Without a cue the words of a contract must tell more, since a clause may go on with the topic of the one before.
    """
    if modality == "definition":
        return ("definition",)
    chance = chances(text, weighed)
    chance.pop("definition", None)
    order = sorted(chance, key=lambda topic: (-chance[topic], _RANK[topic]))[:3]
    if "management_rights" in order and _lists_powers(weighed, modality):
        return ("management_rights",)
    least = max(_LEAST if weighed or told else _ALONE, _BESIDE * chance[order[0]]) if order else 1.0
    return tuple(topic for topic in order if chance[topic] >= least)


def _lists_powers(weighed: Mapping[str, float], modality: str | None) -> bool:
    """Whether a sentence lists all that management may do."""
    return "management_rights" in weighed and modality != "prohibition" and len(weighed) > _MANY
