"""What kind of document a text is, judged by what it says.

Each kind has cues: phrases with a weight, looked for at the top, at the end or in the whole of the text. The kind with
the most weight wins if it has enough; a text with the marks of journalism is news, one without any marks is `other`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.blocks import Block
from extractors.readers.doctype_cues import CUES

_TOP, _END, _SAMPLE = 1_500, 1_500, 60_000
_ENOUGH, _SURE = 2.0, 3.0


_LINES_COUNTED = 3
_PRESS = re.compile(
    r"\b(?:news|times|post|tribune|herald|journal|magazine|gazette|ledger|chronicle|guardian|observer|reporter"
    r"|daily|weekly|today"
    r"|review|wire|bulletin|examiner|inquirer|independent|telegraph|star|globe|insider|reuters"
    r"|associated press|bloomberg|cnn|bbc|cnbc|npr|abc|nbc|cbs|fox)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:said|says|told|added|wrote)\b")
_URGES = re.compile(r"\b(?:can|should|must|need to|needs to|will need|may|ought to)\b")


def document_type(
    blocks: Sequence[Block],
    title: str | None,
    url: str | None = None,
    *,
    publisher: str | None = None,
    authors: Sequence[str] = (),
) -> str:
    """One of the codes of `records.codes.DOCUMENT_TYPES` for a text.

    Address, publisher and authors, where known, add to the cues; the text decides.
    """
    scores = score(blocks, title, url)
    if publisher and _PRESS.search(publisher):
        scores["news"] += 2
    if authors and scores["report"] < _SURE:
        scores["news"] += 1.5
    kind, best = max(scores.items(), key=lambda item: item[1])
    return kind if best >= _ENOUGH else "other"


def score(blocks: Sequence[Block], title: str | None, url: str | None = None) -> dict[str, float]:
    """The weight of the cues for each kind."""
    texts = [block.text for block in blocks]
    whole = "\n".join(texts)[:_SAMPLE]
    areas = {
        "title": title or (texts[0] if texts and len(texts[0]) < 250 else ""),
        "top": whole[:_TOP],
        "end": ("\n".join(texts[-12:]))[-_END:],
        "whole": whole.replace("\n", " "),
    }
    scores = dict.fromkeys(("agreement", "legislation", "press_release", "report", "guide", "news"), 0.0)
    for cue in CUES:
        if cue.where == "lines":
            hits = min(sum(1 for text in texts[:400] if cue.pattern.search(text[:300])), _LINES_COUNTED)
            scores[cue.kind] += cue.weight * hits / 2
        elif cue.pattern.search(areas[cue.where]):
            scores[cue.kind] += cue.weight
    _shape(whole, scores)
    _address(url, scores)
    return scores


def _shape(whole: str, scores: dict[str, float]) -> None:
    """Length and the share of duties tell contracts and laws from texts about them."""
    words = max(1, len(whole.split()))
    shall = len(re.findall(r"\bshall\b", whole))
    if shall * 1_000 > 6 * words and words > 300:
        scores["agreement" if scores["agreement"] >= scores["legislation"] else "legislation"] += 3
    elif shall < 2:
        scores["agreement"] *= 0.4
        scores["legislation"] *= 0.5
    says, urges = len(_SAYS.findall(whole)), len(_URGES.findall(whole))
    if says * 1_000 > 4 * words:
        scores["news"] += 1.5
    elif urges * 1_000 > 8 * words and says * 1_000 < 3 * words:
        scores["news"] *= 0.4  # comment, not reporting
    if scores["report"] >= _SURE:
        scores["news"] *= 0.6  # a study that says what it is reports on itself
    if len(whole) > 50_000:
        scores["press_release"] *= 0.3
        scores["news"] *= 0.3


def _address(url: str | None, scores: dict[str, float]) -> None:
    path = (url or "").lower()
    for kind, pattern, weight in (
        ("press_release", r"press-?release|/press/|newsroom|/media/|/statements?/", 1.5),
        ("agreement", r"agreement|contract|cba|\bmou\b|\bmoa\b|\bloa\b", 1.0),
        ("legislation", r"congress\.gov/bill|legislature|legiscan|/bills?/|billtext|eur-lex|legislation", 1.5),
        ("report", r"/reports?/|/research/|working-?paper", 1.0),
        ("guide", r"toolkit|/guides?/|how-to", 1.0),
        ("news", r"/news/|/20\d\d/\d\d/\d\d/", 0.5),
    ):
        if re.search(pattern, path):
            scores[kind] += weight
