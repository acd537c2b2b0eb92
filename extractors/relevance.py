"""How far a text is about AI or automation and labor: a number from 0 to 1, from the words it uses.

Two vocabularies, weighted. A text is relevant where both are dense and stand close together; a release that names
"AI" once among other things, or jobs without technology, is not.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from extractors.text.quick import Several, quick

TECHNOLOGY: Mapping[str, float] = {
    r"AI": 2.0,
    r"artificial intelligence": 3.0,
    r"machine learning": 2.0,
    r"generative": 1.5,
    r"(?:large )?language models?": 1.5,
    r"chatbots?|chatgpt|copilots?": 1.5,
    r"deepfakes?|digital replicas?|synthetic performers?": 1.5,
    r"algorithm(?:s|ic|ically)?": 2.0,
    r"automat(?:e|es|ed|ing|ion)|automated decision(?:[- ]making)?": 1.5,
    r"robot(?:s|ic|ics)?|cobots?|humanoids?": 1.5,
    r"driverless|self-driving|autonomous (?:vehicles?|trucks?|systems?)|drones?": 1.5,
    r"platform work|digital labou?r platforms?|digital likeness(?:es)?": 1.0,
    r"(?:electronic|digital|worker|workplace|employee) (?:surveillance|monitoring)|bossware|surveillance": 1.5,
    r"facial recognition|biometrics?|telematics|keystrokes?|wearables?": 1.5,
    r"quotas?": 1.0,
    r"technological change|new technolog(?:y|ies)|emerging technolog(?:y|ies)": 1.5,
    r"technolog(?:y|ies|ical)|digital": 0.4,
    r"inteligencia artificial|automatización|algoritmos?": 2.0,
}
LABOR: Mapping[str, float] = {
    r"workers?": 1.0,
    r"workforce|workplaces?": 1.0,
    r"unions?|unioni[sz](?:e|ed|ing)|trade unionists?": 1.2,
    r"labou?r": 1.0,
    r"collective(?:ly)? bargain(?:ing|ed)?|collective agreements?|bargaining": 1.5,
    r"employees?|employers?|employment": 0.8,
    r"jobs?|occupations?": 0.7,
    r"wages?|pay|salaries": 0.4,
    r"layoffs?|laid off|displace[ds]?|displacement|job loss(?:es)?|severance": 1.3,
    r"strik(?:e|es|ing)|picket(?:s|ing)?|ratif(?:y|ied)": 0.8,
    r"stewards?|grievances?|teamsters|afl-cio|guilds?|shop floor": 1.0,
    r"performers?|actors?|screenwriters?|nurses|dockworkers?|longshoremen|truckers?|drivers|journalists": 0.6,
    r"(?:platform|gig) (?:work|workers?)|afscme|seiu|sag-aftra|newsguild|uaw|cwa": 1.0,
    r"upskilling|reskilling|apprenticeships?|job quality": 1.0,
    r"trabajador(?:es|as)?|sindicatos?|empleos?": 1.0,
}
_EXACT = quick(r"\bA\.?I\.?(?=\W|$)")
_WORD = re.compile(r"\w+")
_ENOUGH_TECHNOLOGY = 1.0
_ENOUGH_LABOR = 1.2
_ENOUGH_TOGETHER = 0.2
_TITLE = 0.25
_BESIDE = 0.25


class _Vocabulary:
    """Words with their weights, sought together."""

    def __init__(self, words: Mapping[str, float]) -> None:
        patterns = [_EXACT if one == "AI" else quick(rf"\b(?:{one})\b", re.IGNORECASE) for one in words]
        self._weighed = list(zip(patterns, words.values(), strict=True))
        self._patterns = Several(patterns)

    def weight(self, text: str) -> float:
        """What the words of a text weigh together."""
        weighed = (self._weighed[number] for number in self._patterns.likely(text))
        return sum(weight * sum(1 for _ in pattern.finditer(text)) for pattern, weight in weighed)


_TECHNOLOGY, _LABOR = _Vocabulary(TECHNOLOGY), _Vocabulary(LABOR)


def relevance(text: str, title: str | None = None) -> float:
    """From 0 (about something else) to 1: how far `text` is about AI or automation and labor, the title counting more.

    The geometric mean of three shares: how dense the words of technology are, how dense those of labor, and how many
    paragraphs have both; each counts fully from a usual density on. Where no paragraph has both, the lesser of the two
    densities counts for a quarter.
    """
    paragraphs = [paragraph for paragraph in text.split("\n") if paragraph.strip()]
    total = technology = labor = together = 0.0
    for paragraph in paragraphs:
        size = len(_WORD.findall(paragraph))
        here, there = _TECHNOLOGY.weight(paragraph), _LABOR.weight(paragraph)
        total, technology, labor = total + size, technology + here, labor + there
        if here >= 1 and there >= 0.7:
            together += size
    if not total:
        return 0.0
    shares = (
        _share(100 * technology / total, _ENOUGH_TECHNOLOGY),
        _share(100 * labor / total, _ENOUGH_LABOR),
        _share(together / total, _ENOUGH_TOGETHER),
    )
    beside = _BESIDE * min(shares[0], shares[1])  # in paragraphs of their own, where each has one subject
    score = math.cbrt(shares[0] * shares[1] * max(shares[2], beside))
    if title and _TECHNOLOGY.weight(title) >= 1:
        score += _TITLE * score * (1 if _LABOR.weight(title) >= 0.7 else 0.4)
    return round(min(1.0, score), 3)


def _share(density: float, enough: float) -> float:
    return (
        min(1.0, density / (2 * enough))
        if density < enough
        else min(1.0, 0.5 + 0.5 * (density - enough) / (3 * enough))
    )
