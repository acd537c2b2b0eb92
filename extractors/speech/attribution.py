"""Who says so: the person, organization or group to whom a text gives words or figures.

The speaker is found beside a quote (after it, before it, on a line of its own), the source of a figure in its
sentence ("according to …", "a survey by …").
"""

from __future__ import annotations

import re

from extractors.base import Reading
from extractors.names.organizations import organizations_in
from extractors.names.people import people_in
from extractors.names.titles import is_role
from extractors.speech.subjects import owner, subject
from extractors.speech.voices import (
    PROVIDE,
    REFERENCE,
    ROLE_WORDS,
    SAY,
    Voice,
    candidates,
    principal,
    referred,
    unknown,
    voice_of,
)
from extractors.text.patterns import any_of
from extractors.text.sentences import split

_SAYING = re.compile(rf"\b(?:{SAY}|{PROVIDE})\b", re.IGNORECASE)
_NAMING = re.compile(
    r"(?:call|describ|dub|brand|label|slam|blast|decri|denounc|condemn|tout|prais|hail|herald|character)\w*\Z", re.I
)
_SAYS_AT_LAST = re.compile(rf"[,—–] ?(?i:{SAY})(?= [A-Z])")
_AS = re.compile(r"\A[^.;:“”\"]{0,160} as(?: an?| the)?(?: [\w-]+){0,2}\Z")
# "… , she is “deeply worried”": the words tell of who says them.
_OF_THEMSELVES = re.compile(
    r"\b(?:he|she|they|it)(?: (?:is|was|are|were|has|had|have|would|feels?|felt|remains?)(?: \w+ly)?)?\Z"
)
# "However, he says, …": a verb of saying between commas, after which its sentence goes on.
_INSERTED = re.compile(r",\s(?:[\w.’'-]+\s){1,4}\Z")
_AFTER_VERB = re.compile(
    r"[\s,.)\]*_–—-]*(?:(?:as|and|is how|are how)\s+)?(?:(?:has|have|had|also|later|previously|further|then)\s+){0,3}"
    rf"(?:{SAY})\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"[\s,.*_)\]–—-]*")
_TOPIC = re.compile(r"\W*(?:on|about|regarding|asked about|when asked about)\s", re.IGNORECASE)
_DOCUMENT = re.compile(r"\b(?:statement|letter|excerpts?|text|remarks|testimony|speech|post|tweet)\b")
_STATEMENT = re.compile(
    r"\b(?:issued|released|made|gave|offered|shared|delivered)\s+(?:the\s*|this\s+|a\s+)(?:(?:following|below"
    r"|joint)\s*)*"
    r"(?:statements?|remarks|comments?)\b|\bthe\s*following\s*(?:statements?|remarks|comments?)\b"
)
_UNNAMED = re.compile(r"\W*(?:an?|one|another|some|many|several|two|three)\s+[a-z]", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\((?P<who>[^()]{3,120})\)")
_SPOKESPERSON = re.compile(
    rf"[\s,]*(?:an?|the)\s+(?:[A-Z][\w&.’'-]*\s+(?:(?:of|for|and)\s+)?){{1,6}}(?:spokes\w+|officials?|representatives?)\s+(?:{SAY})\b"
)
_TOLD = re.compile(r"\s+to\s+")
_STAFF_OF = re.compile(
    r"(?:an?|the|its)? ?(?:[a-z]+ ){0,2}(?:analysts?|researchers?|economists?|officials?|spokes\w+|representatives?"
    r"|lawyers?|attorneys?|executives?|authors?|scientists?|experts?|leaders?) (?:at|for|from|with|of) (?:the )?"
)
_ACCORDED = re.compile(r"[\s,]*according to\s+", re.IGNORECASE)
_STOP_BETWEEN = re.compile(r"\b(?:to|about|against|on|before|after|during|that|who|which|when|as|while|because|if)\b")
ACCORDING = re.compile(
    r"\b(?:according to|per|as reported by|reported by|data from|figures from|estimates? (?:by|from)"
    r"|research (?:by|from)"
    r"|(?:predictions?|projections?|forecasts?|warnings?|calculations?) (?:by|from))\s+",
    re.I,
)
_CLAIM = any_of(
    "observations? remarks? comments? words claims? assertions? arguments? views? belief statements? testimony calls?",
    "promises? pledges? warnings? descriptions? criticisms? contention questions? responses? answers? reply replies",
    "letters? op-ed posts? tweets? messages? vow motto slogan mantra predictions? suggestions? admissions? concerns?",
    "complaints? phrase quip conclusions? findings? demands? appeals? proposals? declaration insistence plea rhetoric",
    "refrain speech interview press_release report memo website advice maxim dictum definition",
)
_CLAIM_REACH = 260  # characters before a quote in which "X's claim that" is looked for
_CLAIMED = re.compile(
    r"(?P<who>[A-Z][\w&.-]*(?:\s(?:(?:of|for|and|the|&)\s)?[A-Z][\w&.-]*){0,5})['’]s?\s+(?:[\w-]+\s+){0,4}?"
    rf"(?:{_CLAIM})\b[^.;:“”\"]{{0,40}}[\s,:]*\Z"
)
_FOR_ONE = re.compile(r"(?:For|To)\s+(?=[A-Z])|In the words of\s+|As\s+(?=[A-Z])|(?:From|In) (?:the )?(?=[A-Z])")
_ONE_SAID = re.compile(
    r"[\s,]*(?:an?|one|another|some|many|several|two|three|most|other)\s+(?:[a-z][\w’'-]*\s+){1,5}?"
    rf"(?:(?:who|in|from|at)\s+[^.;“”\"]{{3,80}}?\s)?(?:{SAY})\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\s*(?:\Z|[.,;:—–)]|(?:in|on|at|during|after|before|to|of|about|when|as|while|following|upon|with|from|via|by"
    r"|today|yesterday|this|last|recently|later|earlier|recalling|adding|citing|referring|noting)\b)"
)


def says(text: str) -> bool:
    """Whether a verb of saying stands in `text`."""
    return _SAYING.search(text) is not None


def after(reading: Reading, start: int, end: int, last: Voice | None, finished: bool) -> Voice | None:
    """The speaker named in the words after a quote (`start` to `end`): "said X, president of Y" or "X said".

    `finished` tells that the quoted words end as speech does; only then may the subject come before the verb.
    """
    text = reading.text
    first = next(split(text[start:end]), None)
    if first is None:
        return None
    end = start + first[1]
    bracket = _IN_BRACKETS.match(text, start, end)
    told = people_in(reading, bracket.start("who"), bracket.end("who")) if bracket else ()
    if bracket and told and (told[0].start == bracket.start("who") or told[0].end == bracket.end("who")):
        return voice_of(reading, told[0])
    verb = _AFTER_VERB.match(text, start, end)
    if verb:
        found = _following(reading, verb.end(), end, last)
        if found:
            return found
        return Voice() if finished and _UNNAMED.match(text, verb.end(), end) else None
    spoken = _SPOKESPERSON.match(text, start, end) if finished else None
    held = organizations_in(reading, start, spoken.end()) if spoken else ()
    if held:
        return Voice(None, None, held[0].name)
    if finished and _ONE_SAID.match(text, start, end):
        return Voice()
    according = _ACCORDED.match(text, start, end)
    if according:
        return source_after(reading, according.end(), end)
    if finished and (found := _leading(reading, start, end, last)):
        return found
    return _closing(reading, start, end, last)


def _closing(reading: Reading, start: int, end: int, last: Voice | None) -> Voice | None:
    """The speaker named last in the sentence in which a quoted phrase stands: "… of it, she added."."""
    text = reading.text
    stop = start + len(text[start:end].rstrip(" .\n"))
    comma = max(text.rfind(",", start, stop), text.rfind("—", start, stop), text.rfind("–", start, stop))
    if comma < start or stop - comma > 120 or any(mark in text[start:stop] for mark in '“”"'):
        return None
    inverted = _SAYS_AT_LAST.search(text, start, stop)
    if inverted:
        return _following(reading, inverted.end(), end, last)
    verb = _SAYING.search(text, comma, stop)
    if verb is None or not _BARE.match(text, verb.end(), end):
        return None
    return _leading(reading, comma, end, last)


def _following(reading: Reading, start: int, end: int, last: Voice | None) -> Voice | None:
    """The subject that follows its verb, whom it was said to left out."""
    text = reading.text
    told = _TOLD.match(text, start, end)
    hearer = (
        next((o for o in organizations_in(reading, told.end(), end) if o.start == told.end()), None) if told else None
    )
    start = hearer.end if hearer else start
    reference = REFERENCE.match(text, _OPEN.match(text, start, end).end())  # type: ignore[union-attr]
    persons = people_in(reading, start, min(end, start + 260))
    person = next((p for p in persons if not _STOP_BETWEEN.search(text, start, p.start)), None)
    if (
        reference
        and reference.end() <= end
        and not (person and person.start < reference.end() + 40 and "," in text[reference.end() : person.start])
    ):
        return referred(reading, reference, last)
    if person:
        return voice_of(reading, person)
    offset = start + len(text[start:end]) - len(text[start:end].lstrip())
    staff = _STAFF_OF.match(text, offset, end)
    reach = max(offset + 5, staff.end()) if staff else offset + 5
    named = [o for o in organizations_in(reading, start, end) if o.start <= reach]
    if named:
        return Voice(None, None, named[0].name)
    return unknown(reading, offset, end)


def _leading(reading: Reading, start: int, end: int, last: Voice | None) -> Voice | None:
    """The subject that stands right after the quote, before its verb."""
    text = reading.text
    opening = _OPEN.match(text, start, end)
    at = opening.end() if opening else start
    verb = _SAYING.search(text, at, min(end, at + 200))
    if verb is None or verb.start() == at:
        return None
    told = verb.group().casefold() in ("told", "tells")
    if text[start - 2 : start - 1] in (".", "!", "?") and not (told or _BARE.match(text, verb.end(), end)):
        return None
    for candidate in candidates(reading, at, verb.start(), last):
        gap = text[at : candidate.start]
        if candidate.kind != "person" and gap.strip() and not _STAFF_OF.fullmatch(gap):
            continue
        led = candidate.kind != "person" or gap[:1].isupper() or gap[:1].isdigit() or is_role(gap)
        if gap.strip() and not led:
            continue
        between = text[candidate.end : verb.start()]
        if candidate.kind == "organization" and people_in(reading, candidate.end, verb.start()):
            continue
        if candidate.kind == "person" or len(between.split()) <= 4 or between.startswith((",", " (")):
            return candidate.voice
    if text[at : at + 1].isupper() and len(text[at : verb.start()].split()) <= 4:
        return unknown(reading, at, verb.start())
    return None


def before(reading: Reading, start: int, end: int, last: Voice | None, words: int, speech: bool) -> Voice | None:
    """The speaker named in the words before a quote, of the sentence that leads into it.

    `words` is the length of the quote, `speech` whether it is a sentence of its own.
    """
    text = reading.text
    pieces = list(split(text[start:end]))
    if not pieces:
        return None
    start, tail = start + pieces[-1][0], text[end - 1 : end]
    according = list(ACCORDING.finditer(text, start, end))
    if according:
        source = source_after(reading, according[-1].end(), end)
        if source and len(text[according[-1].end() : end].split()) < 45:
            return source
    claimed = _CLAIMED.search(text, max(start, end - _CLAIM_REACH), end)
    if claimed and (found := _called(reading, claimed.start("who"), claimed.end("who"))):
        return found
    stripped = text[start:end].rstrip()
    verbs = list(_SAYING.finditer(text, start, end))
    for verb in reversed(verbs):
        between = text[verb.end() : start + len(stripped)]
        naming = bool(_NAMING.match(verb.group()))
        if _INSERTED.search(text, max(start, verb.start() - 60), verb.start()):
            between = between.lstrip(" ,")
        if not _close(between, words, speech, stripped.endswith(":")) and not (naming and _AS.search(between)):
            break
        found = subject(reading, start, verb.start(), last, naming=naming)
        if found:
            return found
    unnamed = speech and verbs and _UNNAMED.match(text, start)
    if stripped.endswith(":"):
        named = _introduced(reading, start, start + len(stripped), last)
        return named or (Voice() if unnamed else None)
    if stripped.endswith(",") and (unnamed or (speech and verbs and verbs[-1].end() == start + len(stripped) - 1)):
        return Voice()
    one = _FOR_ONE.match(text, start, end)
    if one and words >= 4 and (found := _called(reading, one.end(), min(end, one.end() + 60))):
        return found
    if (
        re.search(r"\b(?:message|words|slogan|motto|statement|demand|argument|view)\b[^.]{0,60}\Z", stripped)
        and tail.isspace()
    ):
        names = organizations_in(reading, start, end)
        return Voice(None, None, names[-1].name) if names else None
    return None


def _close(between: str, words: int, speech: bool, colon: bool) -> bool:
    count = len(between.split())
    if colon:
        return True
    if speech and between.rstrip().endswith((",", "that", "saying")):
        return count <= 14
    if "that" in between.split()[:7]:
        return count <= 30
    if count <= 30 and _OF_THEMSELVES.search(between):
        return True
    if words <= 3:
        return count <= 6 and "," not in between.rstrip(" ,")
    return count <= (30 if words >= 8 else 18 if words >= 5 else 9)


def _called(reading: Reading, start: int, end: int) -> Voice | None:
    """The person or organization whose name starts at `start`, also a name that is in no list."""
    person = next((c for c in candidates(reading, start, end, None) if c.start <= start + 4), None)
    if person and person.kind in ("person", "organization"):
        return person.voice
    voice = owner(reading, start, end) or unknown(reading, start, end)
    if voice is None or voice.organization:
        return voice
    lead = reading.text[max(0, start - 3) : start]
    at = start - len(lead) + len(lead.rstrip(" s").rstrip("’'")) if re.search(r"['’]s? \Z", lead) else -1
    employer = next((o.name for o in organizations_in(reading, max(0, start - 80), start) if o.end == at), None)
    return Voice(voice.name, voice.role, employer)


def led_in(reading: Reading, start: int, end: int, last: Voice | None) -> Voice | None:
    """The subject of a verb of saying in the sentence before a quote, the last one between `start` and `end`."""
    text = reading.text
    pieces = list(split(text[start:end]))
    if not pieces:
        return None
    begin = start + pieces[-1][0]
    for verb in _SAYING.finditer(text, begin, end):
        found = subject(reading, begin, verb.start(), last)
        if found and found.label:
            return found
    return None


def _introduced(reading: Reading, start: int, end: int, last: Voice | None) -> Voice | None:
    """Who is named in words that end with a colon: "Jane Doe, CEO of X:", "Local 9:", "On the new bill:"."""
    text = reading.text
    if _TOPIC.match(text, start, end):
        return last or principal(reading)
    named = organizations_in(reading, start, end)
    led = bool(named) and not re.search(r"\w", text[start : named[0].start].replace("The", ""))
    for person in candidates(reading, start, end, last):
        if person.kind != "person":
            continue
        title = text[named[0].end if led and named[0].end < person.start else start : person.start]
        if len(title.split()) <= 6 or (led and "." not in title and len(title) < 90):
            return person.voice
    if named and len(text[start : named[0].start].split()) <= 2:
        rest = text[named[0].end : end]
        if len(rest.split()) <= 3 or (led and rest.startswith(", ") and len(rest.split()) <= 6):
            return Voice(None, None, named[0].name)
    reference = REFERENCE.search(text, start, end)
    if reference and _DOCUMENT.search(text, start, end):
        return referred(reading, reference, last)
    line = text[start:end].strip(" :➡️>*-–—•")
    if 1 < len(line.split()) <= 9 and all(word[:1].isupper() or len(word) < 4 for word in line.split()):
        return Voice(None, None, line)
    return None


def statement(reading: Reading, start: int, end: int) -> Voice | None:
    """Who "released the following statement" in the sentences from `start` to `end`, None where nobody did."""
    match = _STATEMENT.search(reading.text, start, end)
    if match is None:
        return None
    persons = people_in(reading, start, match.start())
    if persons:
        return voice_of(reading, persons[0])
    named = organizations_in(reading, start, match.start())
    return Voice(None, None, named[0].name) if named else None


def named_line(reading: Reading, start: int, end: int) -> Voice | None:
    """The speaker of a line that is nothing but a name and what the person is ("— Ana Ruiz, president of Local 9")."""
    text = reading.text[start:end]
    if len(text) > 200 or not text.strip() or (_SAYING.search(text) and not text.rstrip().endswith(":")):
        return None
    persons, named = people_in(reading, start, end), organizations_in(reading, start, end)
    if persons and not re.search(r"\b[a-z]{4,}", ROLE_WORDS.sub("", reading.text[start : persons[0].start])):
        return voice_of(reading, persons[0])
    if (
        named
        and len(reading.text[start : named[0].start].split()) <= 1
        and len(text[named[0].end - start :].split()) <= 3
    ):
        return Voice(None, None, named[0].name)
    return None


def source_after(reading: Reading, start: int, end: int) -> Voice | None:
    """The first person or organization named within reach of "according to"."""
    reach = min(end, start + 110)
    persons, named = people_in(reading, start, reach), organizations_in(reading, start, reach)
    if persons and (not named or persons[0].start <= named[0].start or persons[0].start - start < 25):
        return voice_of(reading, persons[0])
    return Voice(None, None, named[0].name) if named else None
