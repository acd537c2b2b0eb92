"""Whose figures they are, where a sentence does not say so itself: the source named before it carries on.

A report is named once and then spoken of ("the survey also found", "another 12%"); a text about one report gives its
figures all along.
"""

from __future__ import annotations

import re

from extractors.base import Reading
from extractors.figures.nouns import Figure, figures
from extractors.speech.sourcing import cited
from extractors.speech.voices import Voice
from extractors.text.patterns import any_of
from extractors.text.quick import quick
from extractors.text.sentences import BODY, HEADLINE, Sentence, body_sentences

_STUDY = any_of(
    "reports? surveys? study studies polls? data figures analysis research findings respondents index participants",
    "paper researchers authors pollsters analysts forecast estimates? numbers statistics results brief census tracker",
)
_SPOKEN_OF = quick(rf"\b(?:the|this|that|same|these|those|its|their)\s+(?:[\w’'-]+\s+){{0,2}}?(?:{_STUDY})\b", re.I)
_GOES_ON = re.compile(
    r"(?:And |But |Yet |Still, |Meanwhile, |Overall, |However, |Also, |In addition, |By contrast, |At the same time, )?"
    r"(?:(?:It|They) (?:also |further )?(?:found|find|finds|shows?|showed|says?|said|estimates?|estimated|reported|put)"
    r"|(?:Of|Among) (?:[a-z]+ ){0,2}(?:those|these|them|the|all|workers|adults|people|employees)|Another|A further"
    r"|An additional|Only|Just|Nearly|Almost|Around|About"
    r"|More than|Less than|Fewer than|Over|Some|Roughly|Approximately|At least|A majority|A quarter|A third|Half|\d"
    r"|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine)[- ](?:in|out|thirds|fifths|quarters)|employers|workers"
    r"|women|men"
    r"|Those|That (?:is|was|compares|figure|number|share|rate)|The (?:figure|number|share|total|rate|proportion"
    r"|average))\b"
)
_ANSWERED = quick(
    r"\b(?:said|say|saying|agree[ds]?|believ\w+|think|feel|felt|would (?:not )?be|(?:un)?comfortable|reported|reporting"
    r"|support(?:s|ed)?|oppos\w+|want|fear|worr(?:y|ied)|expect|report|likely|confident|prefer)\b",
    re.IGNORECASE,
)
_POLLED = quick(r"\b(?:survey(?:ed|s)?|poll(?:s|ed|ing)?|respondents)\b", re.IGNORECASE)
_REACH = 6  # sentences over which a named source is spoken of
_LONGEST = 1200  # characters of a sentence; longer ones are lists
_STUDIES = quick(r"\b(?:surveys?|polls?|polled|surveyed|reports?|study|studies|analysis|data)\b")
_OPENING = 4  # sentences in which a text names the report it is about


def figures_of(reading: Reading, sentence: Sentence) -> tuple[Figure, ...]:
    """The figures of a sentence, read once."""
    known = reading.get(_known_figures)
    key = (sentence.start, sentence.end)
    if key not in known:
        known[key] = figures(sentence.text, headline=sentence.region == HEADLINE)
    return known[key]


def source_of(reading: Reading, sentence: Sentence) -> Voice | None:
    """Whom a sentence names as the source of its figures, sought once."""
    known = reading.get(_known_sources)
    key = (sentence.start, sentence.end)
    if key not in known:
        known[key] = cited(reading, sentence.start, sentence.end)
    return known[key]


def _known_figures(_: Reading) -> dict[tuple[int, int], tuple[Figure, ...]]:
    return {}


def _known_sources(_: Reading) -> dict[tuple[int, int], Voice | None]:
    return {}


def _is_told_on(sentence: Sentence, shares: bool, beside: bool, near: bool, polled: bool) -> bool:
    """Whether a sentence gives more of what the source named last found.

    `shares`: it has a percentage; `beside`: it stands in the paragraph that names the source; `near`: the source is a
    survey named a few sentences before; `polled`: the text opens with a survey.
    """
    goes_on = _GOES_ON.match(sentence.text) is not None
    if beside and (goes_on or (near and shares)):
        return True
    answered = (polled or near) and _ANSWERED.search(sentence.text) is not None
    return shares and (answered or (near and goes_on))


def credited(reading: Reading) -> dict[int, Voice]:
    """For sentences, by their start, whose figures they give: the source they name, or that carries on from before."""
    found: dict[int, Voice] = {}
    last: Voice | None = None
    topic: Voice | None = None
    nouns: set[str] = set()
    polled = False  # whether the text opens with a survey, whose answers it then gives
    asked = False  # whether the source named last is a survey
    passage, named = -1, 0
    waiting: list[int] = []  # starts of sentences that give what "a survey" found before the text says whose it is
    own = [s for s in reading.get(body_sentences) if s.region == BODY]
    for number, sentence in enumerate(own):
        numbered = figures_of(reading, sentence) if len(sentence.text) <= _LONGEST else ()
        source = source_of(reading, sentence) if numbered or _STUDIES.search(sentence.text) else None
        if source:
            last, passage, named = source, sentence.passage.ordinal, number
            topic = topic or (source if number < _OPENING else None)
            asked = _POLLED.search(sentence.text) is not None
            polled = polled or (number < _OPENING and asked)
            found.update(dict.fromkeys(waiting if asked else (), source))
            waiting = []
        elif last and number - named <= _REACH and _SPOKEN_OF.search(sentence.text):
            source, passage = last, sentence.passage.ordinal
        elif last and _is_told_on(
            sentence,
            any(figure.unit == "percent" for figure in numbered),
            passage == sentence.passage.ordinal,
            asked and number - named <= _REACH,
            polled,
        ):
            source = last
        elif topic and nouns.intersection(f.noun for f in numbered if f.noun):
            source = topic
        elif last is None and number < _OPENING and numbered and _POLLED.search(sentence.text):
            waiting.append(sentence.start)
        if source is None:
            continue
        if source == topic:
            nouns.update(f.noun for f in numbered if f.noun and f.unit == "count")
        found[sentence.start] = source
    return found
