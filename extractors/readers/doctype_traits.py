"""The traits of a text that tell who speaks in it: words of ways of telling, and counts of how it is built.

The words (`genre_words.csv`) belong to ways of telling: verbs of saying and of taking sides, days, persons of the
speaker, words for documents and for advice; none belongs to a subject. They are counted outside quotation marks,
since a release quotes its senator's "we" and a study its workers' "I".
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from extractors.readers.blocks import Block

_WORDS = Path(__file__).parent.parent / "genre_words.csv"
_SAMPLE, _TOP, _LEAD, _LINE = 20_000, 1_500, 600, 90
_FEWEST = 60  # words a text is taken to have at least, so that shares of a few lines are not wild
_QUOTED = re.compile(r"“[^”“\n]{0,1500}(?:”|$)|(?<!\w)\"[^\"\n]{1,1500}(?:\"|$)", re.MULTILINE)
_WORD = re.compile(r"[a-zà-þ]+(?:[’'][a-z]+)?", re.IGNORECASE)
_NUMBER = re.compile(r"\b\d[\d,.]*%?")
_SOURCED = re.compile(r"\b(?:said|says|told|according|wrote|announced|warned|added|explained)\b")
_URGES = re.compile(r"\b(?:can|should|must|needs? to|will need|may|ought to)\b")
_SENTENCE = re.compile(r"[.!?](?:\s|$)")
_VERB = re.compile(r"\b\w+[a-z]s\b(?! (?:of|and|in|for|at|on)\b)")
_NAME = re.compile(
    r"\b[A-Z][\w’'-]+(?: (?:of|and|for|the|[A-Z][\w’'-]+)){0,5} [A-Z][\w’'-]+|\b[A-Z]{2,}\b|(?<=[a-z,] )[A-Z][a-z]+\b"
)
_SPEAKER = r"(?:[A-Z][\w.’-]+ )"
_PLACE = r"(?:[ ,/.]+[A-Z][\w.’'-]*){0,4}\)?[.,]?\s?(?:\([^)\n]{0,40}\)\s?)?[–—-]{1,2}\s?"
_AT_TOP: Mapping[str, re.Pattern[str]] = {
    "agency": re.compile(r"\((?:AP|CNS|UPI|AFP|CP|AAP|PA|TNS|Reuters|[KW][A-Z]{2,3})\)\s?[–—-]"),
    "wire": re.compile(r"/\s?(?:PR ?Newswire|CNW|EIN Presswire|PRWEB)|GLOBE NEWSWIRE|BUSINESS WIRE|Business Wire"),
    "place": re.compile(r"^\(?[A-ZÀ-Þ][A-Za-zÀ-þ.’'-]{2,}" + _PLACE, re.MULTILINE),
    "capital_place": re.compile(r"^[A-ZÀ-Þ]{4,}" + _PLACE, re.MULTILINE),
}
_ANYWHERE: Mapping[str, re.Pattern[str]] = {
    "party": re.compile(r"\([DRI][-–—][A-Z]"),
    "district": re.compile(r"\([A-Z]{2}-\d{1,2}\)"),
    "footnote": re.compile(r"\[\d{1,3}\]|(?<=[a-z.,”\"])\d{1,2}(?=\s|$)"),
    "cited": re.compile(r"\b[A-Z][a-z]+(?: et al\.?| (?:and|&) [A-Z][a-z]+)?,? \(?(?:19|20)\d\d[a-z]?[);:]"),
    "address": re.compile(r"\w@\w|https?://|www\.|\b\d{3}[-.) ]{1,2}\d{3}[-. ]\d{4}\b"),
    "ticker": re.compile(r"[(\[](?:NYSE|NASDAQ|Nasdaq|TSX)\b"),
    "dollars": re.compile(r"[$£€]\s?\d"),
    "ended": re.compile(r"^\s*(?:#\s?#\s?#|-\s?30\s?-|ENDS)\s*$", re.MULTILINE),
    "about": re.compile(r"^About [A-Z].{0,60}$|^Notes? to (?:editors|the editor)", re.MULTILINE),
    "said_colon": re.compile(r"\b(?:said|says|commented|added|stated)(?: [\w’',-]+){0,6}:\s{0,3}[“\"]"),
    "said_name": re.compile(rf"[”\"]\s*(?:[a-z]+ )?(?:said|says|added|explained|wrote|told) {_SPEAKER}{{1,4}}"),
    "name_said": re.compile(rf"[”\"]\s*{_SPEAKER}{{1,3}}(?:said|says|added|explained|told|wrote)\b"),
    "said_in": re.compile(
        r"\b(?:said|says|wrote|told)(?: [\w’']+){0,4} in (?:a|an|the|their|its) (?:\w+ )?"
        r"(?:statement|interview|email|release|post|tweet|video|letter|report)\b"
    ),
    "told_press": re.compile(r"\btold (?:reporters|the [A-Z]|[A-Z]\w+)"),
    "body_said": re.compile(
        r"\b(?:the|both) (?:unions?|groups?|organi[sz]ations?|company|coalition|federation|guild|report|letter|authors"
        r"|study|survey|statement|department|agency|bill) (?:\w+ )?(?:said|says|added|argue[ds]|claim(?:s|ed)"
        r"|warn(?:s|ed)|wrote|noted|noting|found|finds|stated)\b|\bsaid (?:it|they|that it|its)\b"
    ),
    "officer_said": re.compile(
        r"\b(?:said|says)\b[^.“\"\n]{0,80}\b(?:president|general secretary|director|chief|ceo|chair|senator|vice"
        r"|officer)\b",
        re.IGNORECASE,
    ),
    "officer_before": re.compile(
        r"\b(?:[Pp]resident|[Gg]eneral [Ss]ecretary|[Dd]irector|CEO|[Cc]hair|Congress(?:wo)?man|Senator|Rep\.|Sen\.)"
        rf" {_SPEAKER}{{1,3}}(?:said|says|added|commented)\b"
    ),
    "takes_side": re.compile(
        r"\b(?:calls? (?:on|for)|(?:is|are) calling|welcomes?|applauds?|commends?|condemns?|denounces?|urges|demands"
        r"|is (?:demanding|urging|warning|disappointed|concerned|encouraged|proud)|stands? with"
        r"|continues? to (?:fight|call|push))\b"
    ),
    "took_side": re.compile(
        r"\b(?:called (?:on|for)|has (?:called|urged|warned|criticised|criticized|welcomed|condemned)"
        r"|have (?:called|urged|warned)|criticised|criticized|accused|argued|claimed)\b"
    ),
    "our_own": re.compile(
        r"\bour (?:members|union|affiliates|campaign|organi[sz]ation|work|team|research|report|analysis|study"
        r"|customers|clients|guide|readers|position|demands)\b"
    ),
    "a_report": re.compile(
        r"\b(?:an?|the|its|their|new|recent|latest|[A-Z]\w+[’']s) (?:new |recent |latest |\d+-page )?"
        r"(?:report|study|survey|paper|poll|white paper)\b"
    ),
    "this_report": re.compile(
        r"\b(?:[Tt]his|[Oo]ur) (?:\w+ )?(?:report|study|paper|brief|article|survey|research|analysis|findings)\b"
    ),
    "this_guide": re.compile(
        r"\b[Tt]his (?:\w+ )?(?:guide|toolkit|resource|explainer|handbook|post|checklist|section|page|primer)\b"
        r"|\b[Hh]ere(?:[’']s| is| are) (?:how|what|some|a few|the)\b|\b[Ww]hat (?:you|to) (?:need|can|do|know|should)\b"
    ),
    "more_here": re.compile(
        r"\b(?:for more information|learn more|find out more|read (?:more|the full)|click here|available here|see here"
        r"|full (?:text|report|letter|statement)|download)\b",
        re.IGNORECASE,
    ),
    "imperative": re.compile(
        r"^(?:[-•*] |\d+[.)] )?(?:ask|demand|negotiate|request|insist|establish|form|build|push|require|start|make|find"
        r"|talk|propose|bargain|avoid|consider|define|leverage|use|check|seek|keep|know|learn|write|read|get|join"
        r"|document|review|conduct|ensure|maintain|provide|train|identify|develop|include|limit|promote|stay|create"
        r"|contact|monitor|evaluate)\b[^?\n]{3,}$",
        re.IGNORECASE | re.MULTILINE,
    ),
}


def traits(blocks: Sequence[Block], title: str | None) -> dict[str, float]:
    """The traits of a text by name, each from 0 to 2; those a text does not have are left out."""
    texts = [block.text for block in blocks]
    rest = [text for text in texts if text != title]
    whole = "\n".join(rest)[:_SAMPLE]
    top = "\n".join(rest[:10])[:_TOP]
    spoken = _QUOTED.sub(" ", whole)
    words = _WORD.findall(spoken)
    count = max(_FEWEST, len(words))
    found = {name: float(bool(pattern.search(top))) for name, pattern in _AT_TOP.items()}
    found |= {name: min(1.0, len(pattern.findall(whole)) / 3) for name, pattern in _ANYWHERE.items()}
    found |= _told(words, count)
    found |= _built(blocks, texts, whole, spoken)
    found |= _titled(title)
    found |= _named(whole, rest, count)
    return {name: round(value, 4) for name, value in found.items() if value}


@cache
def _listed() -> Mapping[str, str]:
    """Each word counted, with the trait it counts for."""
    with _WORDS.open(encoding="utf-8", newline="") as file:
        return {word: row["trait"] for row in csv.DictReader(file) for word in row["words"].split()}


def _told(words: Sequence[str], count: int) -> dict[str, float]:
    """How often the words of each way of telling stand in the text, and of which form and case its words are."""
    listed = _listed()
    low = [word.lower().replace("’", "'") for word in words]
    totals = Counter(trait for word in low if (trait := listed.get(word)))
    small = [word for word in words if word[0].islower()]
    return {f"word:{trait}": min(2.0, 60 * number / count) for trait, number in totals.items()} | {
        "past": min(1.5, 15 * sum(word.endswith("ed") for word in small) / count),
        "lasting": min(1.5, 15 * sum(word.endswith("ing") for word in small) / count),
        "capitals": min(1.5, 4 * (len(words) - len(small)) / count),
    }


def _built(blocks: Sequence[Block], texts: Sequence[str], whole: str, spoken: str) -> dict[str, float]:
    """How the text is built: of lists and short lines, of quotes, figures, questions, long sentences."""
    count = max(_FEWEST, len(_WORD.findall(spoken)))
    lines = [text for text in texts if len(text) < _LINE]
    sourced, urges = len(_SOURCED.findall(spoken)), len(_URGES.findall(spoken))
    listed = sum(b.kind == "list_item" or b.text.lstrip()[:1] in tuple("•-*") for b in blocks)
    return {
        "short_lines": len(lines) / max(1, len(texts)),
        "lists": listed / max(1, len(texts)),
        "quotes": min(1.0, 2 * (1 - len(spoken) / max(1, len(whole)))),
        "figures": min(1.5, 25 * len(_NUMBER.findall(spoken)) / count),
        "unsourced": float(not sourced),
        "comments": float(1_000 * urges > 8 * count and 1_000 * sourced < 3 * count),
        "questions": min(1.0, sum(text.rstrip().endswith("?") for text in lines) / 4),
        "long_sentences": min(1.5, count / max(1, len(_SENTENCE.findall(spoken))) / 30),
    }


def _titled(title: str | None) -> dict[str, float]:
    """What the title looks like."""
    if not title:
        return {"no_title": 1.0}
    long = [word for word in _WORD.findall(title) if len(word) > 3]
    return {
        "title_capitals": sum(word[0].isupper() for word in long) / max(1, len(long)),
        "title_long": min(1.5, len(title.split()) / 12),
        "title_colon": float(": " in title),
        "title_verb": float(bool(_VERB.search(title))),
        "title_asks": float(title.rstrip().endswith("?")),
    }


def _named(whole: str, rest: Sequence[str], count: int) -> dict[str, float]:
    """How often the text comes back to one name, and to a name that it begins with."""
    lead = _QUOTED.sub(" ", "\n".join(text for text in rest if len(text) >= _LINE)[:_LEAD])
    names = Counter(_NAME.findall(whole))
    begun = max((names[name] for name in _NAME.findall(lead[:250])), default=0)
    return {
        "one_name": min(1.5, 40 * max(names.values(), default=0) / count),
        "first_name": min(1.5, 40 * begun / count),
    }
