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
    """Which side words tell that were found by a pattern with a group `support`, and whose other words oppose."""
    return SUPPORT if match["support"] else OPPOSE


@dataclass(frozen=True)
class Stand:
    """An organization for or against a law, and the sentence that tells it."""

    law: Law
    organization: str
    position: str
    sentence: Sentence
    confidence: float
