"""Whether a text reports or announces, by how its first lines tell of the day, the place and who speaks.

A newsroom dates by the weekday ("on Wednesday urged"), an office by "today"; both may open with a place and a dash.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.blocks import Block

_BODY = 90  # characters from which a block is text rather than a title, a date or a name
_LEAD = 700
_SAMPLE = 20_000
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)|Oct(?:ober|\.)"
    r"|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
_QUOTED = re.compile(r"[“\"][^”“\"\n]{0,1500}(?:[”\"]|$)", re.MULTILINE)
_WIRE_SERVICE = re.compile(
    r"/\s?(?:PR\s?Newswire|CNW|EIN Presswire|PRWEB)[^/\n]{0,20}/|\bGLOBE NEWSWIRE\b|\bBusiness Wire\b|\bPR ?Newswire\b",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"^.{0,80}?\((?:AP|CNS|UPI|AFP|CP|AAP|PA|CN|TNS|Reuters|[KW][A-Z]{2,3}(?:[/ -]\w+)?)\)", re.MULTILINE
)
_TODAY = re.compile(
    r"(?:^|[.:–—-]\s|[”\"]\s)\s*(?:Earlier )?[Tt]oday(?:,|\s(?=[A-Z]))"
    r"|\b[Tt]oday[’']s (?:\w+ )?(?:vote|decision|announcement|ruling|news|move|report|action|order|launch|statement)\b"
    r"|\bhas today\b|\btoday(?=\s*\n|\s(?:to|in|at|with|as|on)\b)"
    r"|\btoday (?:\w+ly )?(?!\w*need)\w+(?:ed|sent|led|wrote)\b|\bthis morning\b"
    r"|\b(?:\w+ed|sent|wrote|led) (?:[\w’'.-]+ ){0,2}?(?:today|this afternoon)\b",
    re.MULTILINE,
)
_WEEKDAY = re.compile(rf"(?<!\()\b{_DAY}\b(?!\s*,?\s*(?:{_DAY}|[A-Z][a-z]+ \d))")
_DATED_WEEKDAY = re.compile(rf"\b(?:today|[Yy]esterday),? ?\(?(?:on )?{_DAY}\b|\b{_DAY}, (?:[A-Z][a-z]+\.? \d|\d)")
_LATELY = re.compile(
    r"\b(?:last (?:week|month|year|night|fall|spring|summer|winter)|earlier this (?:week|month|year)"
    r"|over the past \w+|this week|late \w+ night"
    r"|(?:[Nn]early|[Mm]ore than|[Aa]lmost) (?:a|one|two|\w+) (?:year|month|week)s? (?:after|of))\b"
)
_ON_DATE = re.compile(rf"\b[Oo]n (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})\b")
_IN_A_STATEMENT = re.compile(
    r"\b(?:said|says|wrote|added) in (?:a|an|the|their|its) (?:statement|interview|email|news release|press release"
    r"|post|tweet|video)|\bin (?:a|an emailed) statement|\btold reporters|\breached out\b"
    r"|\bdid not (?:immediately )?respond|\ba (?:press|news) release (?:issued|said|noted)\b|[’']s office said\b"
)
_SAID_COLON = re.compile(
    r"\b(?:said|says|added|commented|stated):\s*\n?\s*[“\"]",
    re.MULTILINE,
)
_REACTING = re.compile(
    r"^(?:Commenting|Responding|Reacting) (?:on|to)\b|^[A-Z].{5,90} (?:commented|responded|reacted) (?:on|to) ", re.M
)
_OWN = re.compile(r"\b(?:Congress(?:man|woman)|Rep\.|Sen\.|Reps\.|Sens\.) [A-Z]")
_LABELLED = re.compile(
    r"^\W*(?:release|issue date|press statement|media release|statement from|joint statement|icymi|wtas)\b\W", re.I
)
_DISTRICT = re.compile(r"\([A-Z]{2}-\d{1,2}\)|\([RDI]-[A-Z]{2}-\d{1,2}\)")


def reporting(blocks: Sequence[Block]) -> dict[str, float]:
    """The weight of what the first lines and the way of quoting add to news and to press_release."""
    texts = [block.text for block in blocks[:60]]
    body = [text for text in texts if len(text) >= _BODY]
    lead = _QUOTED.sub(" ", "\n".join(body[:3])[:_LEAD])
    top = "\n".join(texts[:6])[:1_200]
    whole = "\n".join(texts)[:_SAMPLE]
    today = _TODAY.search(lead[:450])
    weekday = not today and _WEEKDAY.search(_DATED_WEEKDAY.sub(" ", lead))
    news = (
        (5.0 if _AGENCY.search("\n".join(body[:2])[:_LEAD]) else 0)
        + (3.0 if weekday else 0)
        + (1.0 if _LATELY.search(lead) and not today else 0)
        + (1.5 if _ON_DATE.search(lead) and not today else 0)
        + (1.5 if _IN_A_STATEMENT.search(whole) else 0)
    )
    release = (
        (6.0 if _WIRE_SERVICE.search(top) else 0)
        + (3.0 if today else 0)
        + (1.5 if _SAID_COLON.search(whole) else 0)
        + (2.5 if _REACTING.search("\n".join(texts[:4])[:_LEAD]) else 0)
        + (2.5 if _DISTRICT.search(lead) else 0)
        + (1.5 if texts and _OWN.search(texts[0][:250]) else 0)
        + (3.0 if any(_LABELLED.match(text) for text in texts[:4]) else 0)
    )
    return {"news": news, "press_release": release}
