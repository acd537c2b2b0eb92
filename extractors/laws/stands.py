"""An organization's stand on a law."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.laws.law import Law
from extractors.text.sentences import Sentence

SUPPORT, OPPOSE = "support", "oppose"
OFFICIAL = frozenset({"legislature", "government", "media"})
"""Kinds of organizations whose words about a law are its making or its telling, not a side."""


def side(match: re.Match[str]) -> str:
    """The side of words found by a pattern: support where a group of such a name matched, else opposition."""
    groups = match.groupdict()
    return SUPPORT if any(groups.get(name) for name in ("support", "praise", "hail", "favor")) else OPPOSE


@dataclass(frozen=True)
class Stand:
    """An organization for or against a law, and the sentence that tells it."""

    law: Law
    organization: str
    position: str
    sentence: Sentence
    confidence: float
