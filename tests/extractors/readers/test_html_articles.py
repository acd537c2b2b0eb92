"""How much of the text of news pages is found, and how little else: a floor that is never lowered."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter

import pytest

from extractors.readers import read
from tests.support import SHARED, needs_shared

ARTICLES = SHARED / "corpus" / "articles"
FLOOR = 0.95


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def token_f1(found: Counter[str], true: Counter[str]) -> float:
    both = (found & true).total()
    return 2 * both / (found.total() + true.total()) if both else 0.0


@needs_shared
@pytest.mark.shared
def test_text_of_news_pages_is_found() -> None:
    truth = json.loads((ARTICLES / "ground-truth.json").read_text(encoding="utf-8"))
    scores = {}
    for name, article in truth.items():
        data = gzip.decompress((ARTICLES / "html" / f"{name}.html.gz").read_bytes())
        parsed = read(data, url=article["url"], media_type="text/html")
        assert parsed.status == "parsed", article["url"]
        scores[name] = token_f1(words("\n".join(b.text for b in parsed.blocks)), words(article["articleBody"]))
    mean = sum(scores.values()) / len(scores)
    assert mean >= FLOOR, f"token F1 {mean:.4f}; worst: {sorted(scores.items(), key=lambda pair: pair[1])[:5]}"
