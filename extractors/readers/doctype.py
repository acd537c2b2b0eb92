"""What kind of document a text is, judged by what it says.

Each kind has cues: phrases with a weight, looked for at the top, at the end or in the whole of the text, and the build
of the text adds to them (`doctype_shape`). Agreements and laws are told by their cues alone, and a text that says what
it is is believed (`doctype_labels`). Between the other kinds a linear model decides (`doctype_model`), which weighs the
cues and the traits of the text (`doctype_traits`); it knows English only, and texts too short for it or in other
languages are of the kind with the most weight, if it has enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractors.lexicon import entries
from extractors.readers.blocks import Block
from extractors.readers.doctype_cues import CUES
from extractors.readers.doctype_labels import memo_on_agreement, told_kind
from extractors.readers.doctype_lead import reporting
from extractors.readers.doctype_model import chances, features
from extractors.readers.doctype_shape import Shape, shape, weights
from extractors.readers.doctype_traits import traits
from extractors.readers.fronts_lines import published
from extractors.readers.language import language_of
from records.ids import fold_name

_TOP, _END, _SAMPLE = 1_500, 1_500, 60_000
_ENOUGH, _SURE = 2.0, 3.0
_MARKED = ("agreement", "legislation")
_TELLING = 50  # words from which a text can be told to report
_SPEAKING = 10  # "I", "we" or "you" in 1,000 words, from which a text speaks for itself


_LINES_COUNTED = 3
_PRESS = re.compile(
    r"\b(?:news|times|post|tribune|herald|journal|magazine|gazette|ledger|chronicle|guardian|observer|reporter"
    r"|daily|weekly|today"
    r"|review|wire|bulletin|examiner|inquirer|independent|telegraph|star|globe|insider|reuters"
    r"|associated press|bloomberg|cnn|bbc|cnbc|npr|abc|nbc|cbs|fox)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"\b(?:open|joint) (?:letter|statement)\b|\bwe,? the undersigned\b|^dear\b.{2,80},?$", re.IGNORECASE | re.MULTILINE
)
_ANNOUNCED = re.compile(
    r"\b(?:press|media|news) (?:release|contacts?|office|enquiries|inquiries)\b|\bimmediate release\b"
    r"|\bnotes? to editors?\b|^\s*(?:#\s?#\s?#|ends|contact:.{0,200})\s*$",
    re.IGNORECASE | re.MULTILINE,
)
# Spanish contracts have no "shall", Australian ones say "must" and "will".
_WITHOUT_SHALL = re.compile(r"^\W*art[íi]culo \d|\bnominal(?:ly)? expir", re.IGNORECASE | re.MULTILINE)
_THIS_LAW = re.compile(r"\b(?:of|under|in|by|to|with) this (?:section|subsection|chapter|act)\b", re.IGNORECASE)
_SHALL = re.compile(r"\bshall\b")
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
    scores = evidence(blocks, title, url, publisher=publisher, authors=authors)
    kind, best = max(scores.items(), key=lambda item: item[1])
    if best >= _ENOUGH and kind in _MARKED:
        return kind
    if told := told_kind(blocks, title, publisher):
        return told
    if _rules(_body("\n".join(block.text for block in blocks))):
        return "other"
    if shape(blocks, title).words >= _TELLING and language_of(blocks) == "en":
        known = chances(features(scores, traits(blocks, title)))
        return max(known, key=lambda kind: known[kind])
    if best >= _ENOUGH:
        return kind
    return "news" if _third_person(blocks, title) else "other"


def evidence(
    blocks: Sequence[Block], title: str | None, url: str | None, *, publisher: str | None, authors: Sequence[str]
) -> dict[str, float]:
    """What the cues of each kind weigh in a text, its address, publisher and authors counted in."""
    scores = score(blocks, title, url)
    if publisher and is_press(publisher):
        scores["news"] += 2
    if authors and scores["report"] < _SURE:
        scores["news"] += 1.5
    if not publisher and _bare_letter(blocks, title):
        scores["press_release"] *= 0.2
    return scores


def _third_person(blocks: Sequence[Block], title: str | None) -> bool:
    """Whether a text of some length tells of others: no essay or letter of an "I" or "we", no advice to "you"."""
    seen = shape(blocks, title)
    letter = _LETTER.search("\n".join(block.text for block in blocks[:8])[:_TOP])
    whole = "\n".join(block.text for block in blocks)[:_SAMPLE]
    if _comments(whole):
        return False
    return seen.words >= _TELLING and max(seen.i, seen.we, seen.you) < _SPEAKING and not letter and seen.hashtags < 4


def is_press(publisher: str) -> bool:
    """Whether a publisher is a newsroom: by the lexicon where it knows the name, else by the words in it."""
    known = known_kind(publisher)
    return known == "media" if known else bool(_PRESS.search(publisher))


def known_kind(name: str) -> str | None:
    """The kind of organization the lexicon gives a name; None where it does not know it."""
    return _kinds().get(fold_name(name))


@cache
def _kinds() -> dict[str, str | None]:
    return {fold_name(name): entry.kind for entry in entries() for name in (entry.name, *entry.aliases)}


def _bare_letter(blocks: Sequence[Block], title: str | None) -> bool:
    """Whether a text is a letter or joint statement with nothing around it that publishes it."""
    top = "\n".join(block.text for block in blocks[:8])[:_TOP]
    letter = _LETTER.search(f"{title or ''}\n{top}")
    whole = "\n".join(block.text for block in blocks)[:_SAMPLE]
    announced = _ANNOUNCED.search(whole) or any(published(block.text) for block in blocks[:8])
    return bool(letter) and not announced and not shape(blocks, title).dateline


def score(blocks: Sequence[Block], title: str | None, url: str | None = None) -> dict[str, float]:
    """The weight of the cues for each kind."""
    texts = [block.text for block in blocks]
    text = "\n".join(texts)
    whole = text[:_SAMPLE]
    areas = {
        "title": title or (texts[0] if texts and len(texts[0]) < 250 else ""),
        "top": whole[:_TOP],
        "end": ("\n".join(texts[-12:]))[-_END:],
        "whole": whole.replace("\n", " "),
    }
    scores = dict.fromkeys(("agreement", "legislation", "news", "press_release", "report", "guide"), 0.0)
    for cue in CUES:
        if cue.where == "lines":
            hits = min(sum(1 for text in texts[:400] if cue.pattern.search(text[:300])), _LINES_COUNTED)
            scores[cue.kind] += cue.weight * hits / 2
        elif cue.pattern.search(areas[cue.where]):
            scores[cue.kind] += cue.weight
    _duties(_body(text), scores)
    if memo_on_agreement(texts):
        scores["agreement"] *= 0.3
    seen = shape(blocks, title)
    for kind, weight in weights(seen).items():
        scores[kind] += weight
    told = reporting(blocks)
    if told["news"] >= _SURE > told["press_release"]:
        scores["press_release"] *= 0.5  # an office's name and a place before a dash stand in news, too
    for kind, weight in told.items():
        scores[kind] += weight
    _voice(seen, scores)
    _address(url, scores)
    return scores


def _rules(whole: str) -> bool:
    """Whether a text of some length says what shall be, as contracts, laws and an office's own rules do."""
    words = len(whole.split())
    return words > 300 and len(_SHALL.findall(whole)) * 1_000 > 6 * words


def _body(text: str) -> str:
    """The part of a text that shows its duties: its beginning, or what comes next where that is contents and index."""
    first, second = text[:_SAMPLE], text[_SAMPLE : 2 * _SAMPLE]
    return second if len(second) == _SAMPLE and _SHALL.search(second) and not _SHALL.search(first) else first


def _voice(seen: Shape, scores: dict[str, float]) -> None:
    """Who speaks: an essay says "I", an organization "we", a live thread has hashtags; none of them reports."""
    if seen.i >= 8 and seen.i > seen.you:
        scores["news"] *= 0.5
        scores["report"] *= 0.6
        scores["guide"] *= 0.6
    elif seen.we >= 12 and not seen.issue:
        scores["news"] *= 0.6
    if seen.hashtags >= 4:
        scores["news"] *= 0.4
        scores["report"] *= 0.6


def _duties(whole: str, scores: dict[str, float]) -> None:
    """Length and the share of duties tell contracts and laws from texts about them."""
    words = max(1, len(whole.split()))
    shall = len(_SHALL.findall(whole))
    if _rules(whole) and scores["agreement"] + scores["legislation"]:
        scores["agreement" if scores["agreement"] >= scores["legislation"] else "legislation"] += 3
    elif len(_THIS_LAW.findall(whole)) * 1_000 > 4 * words and scores["legislation"] >= scores["agreement"]:
        scores["legislation"] += 3  # laws in plain words say "must"
    elif shall < 2 and not _WITHOUT_SHALL.search(whole):
        scores["agreement"] *= 0.4
        scores["legislation"] *= 0.5
    if len(_SAYS.findall(whole)) * 1_000 > 4 * words:
        scores["news"] += 1.5
    elif _comments(whole):
        scores["news"] *= 0.4
    if scores["report"] >= _SURE:
        scores["news"] *= 0.6  # a study that says what it is reports on itself
    if len(whole) > 50_000:
        scores["press_release"] *= 0.3
        scores["news"] *= 0.3


def _comments(whole: str) -> bool:
    """Whether a text says what should be rather than what somebody said."""
    words = max(1, len(whole.split()))
    return len(_URGES.findall(whole)) * 1_000 > 8 * words and len(_SAYS.findall(whole)) * 1_000 < 3 * words


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
