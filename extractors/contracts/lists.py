"""Who made an agreement, where a text lists them beside it: "signed by A, B and C", "between A and B".

The lists of such places name the parties whether or not they are known: what is no union is an employer, as far as
one union at least, or what the text told of before, makes the agreement one of labor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.base import Reading
from extractors.contracts.named import UNION_KINDS, known_kind, parties_of, written
from extractors.contracts.sides import is_union
from extractors.names.enumerations import Listed, organizations_listed
from extractors.names.organizations import organizations_in
from extractors.text.dates import MONTHS
from extractors.text.quick import Several, quick
from extractors.text.sentences import HEADLINE, Sentence, body_sentences

DEAL = (
    r"(?:(?:collective[- ]bargaining |collective |enterprise (?:bargaining )?|framework |labou?r |union |pay "
    r"|wage |tentative "
    r"|neutrality |works |company |sectoral |sector |in-principle )*(?:agreements?|contracts?|deals?|pacts?"
    r"|accords?|settlements?)"
    r"|[Mm]emorand(?:um|a) of (?:[Uu]nderstanding|[Aa]greement)|CBAs?|MOUs?|MoUs?|MOAs?|side letters?|protocols?)"
)
_MADE = (
    r"(?:signed|struck|reached|concluded|negotiated|hammered out|thrashed out|agreed|ratified|brokered|sealed"
    r"|inked|clinched"
    r"|made|entered into|won|secured|approved|settled|bargained|finali[sz]ed|endorsed|adopted|worked out|drawn up)"
)
_NAMED = (
    r"(?:(?P<name>(?:[A-Z][\w/&’'-]*\s(?:(?:and|of|for|on)\s)?){0,7}"
    r"(?:Agreement|Contract|Accord|Memorandum\sof\s(?:Understanding"
    r"|Agreement))(?:\sand\s(?:[A-Z]\w+\s){1,3}Agreement)?)"
    rf"|(?i:{DEAL}))"
)
# "the Memorandum of Understanding (MoU) signed in May by A and B", "an agreement on AI was reached between A and B"
_PASSIVE = quick(
    rf"\b{_NAMED}(?:\s\([A-Z]\w+\))?(?:\s(?:on|about|over|for|covering"
    rf"|governing)\s(?:[\w’'-]+\s?){{1,6}})?(?:,\s(?:which|that)\s[^,;.]{{1,60}}(?=,))?,?\s?"
    r"(?:(?:that|which|was|were|is|has been|have been|had been|been|first|originally|recently|already"
    r"|jointly)\s){0,3}"
    rf"{_MADE}(?:\s[\w,]+){{0,6}}?\s(?P<with>by|between|among|with)\s(?=(?:the\s|both\s|members\sof\s|its\s)*[A-Z])"
)
# "A, B and C entered into a memorandum", "A and B announced an agreement on AI"
_ACTIVE = quick(
    rf"\b(?:{_MADE}|enter into|c[ao]me to terms|reach|sign|agree|ratify|conclude|announced|have|signs|reaches"
    rf"|agrees|ratifies|concludes)(?:\s(?:on|to))?\s"
    rf"(?:(?:an?|the|their|its|new|first|historic|landmark|[\w-]+-year)\s){{1,4}}{_NAMED}"
)
_BETWEEN = quick(
    rf"\b{_NAMED}(?:\s\([A-Z]\w+\))?(?:\s(?:reached|in force|in place))?\s(?P<with>between)\s(?=(?:the\s)?[A-Z])"
)
_PARTIES = quick(
    rf"\b(?:[Pp]arties|[Ss]ignator(?:y|ies))(?: to| of)? the (?:[\w-]+\s)*?{_NAMED}\s(?P<with>are|include"
    rf"|were)\s(?=(?:the\s)?[A-Z])"
)
# What a sentence after the telling says of the deal: "The agreement covers A, B and C".
_COVERS = quick(
    rf"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]heir)\s(?:[\w-]+\s){{0,3}}?(?i:{DEAL})\b[^.;“”\"]{{0,80}}?\s"
    r"(?:covers|binds|applies to|is with|was signed by|was reached with|includes?|involves)\s"
    r"(?:[^.;]{0,80}?(?:[“\"]?which include|,? including|,? such as|,? among them|:)\s"
    r"|(?:the\s)?(?:[a-z]+\s){0,3}?(?:(?:companies|employers|studios|firms|publishers|producers):?\s)?)"
    r"(?=(?:the\s)?[A-Z])"
)
_SIGNATORY_FIRMS = quick(
    r"\b(?:(?:[Ss]ignatory|[Ss]truck|[Pp]articipating|[Bb]argaining|[Cc]overed)\s(?:companies|employers"
    r"|studios|producers|publishers)"
    r"\s(?:are|include|included|were|to the (?:deal|agreement|contract) are))[:\s]\s?(?=(?:the\s)?[A-Z])"
)
_ENDS_STRIKE = quick(  # what a deal does once it is accepted, too
    r"\b(?:[Ii]t|[Tt]he\s(?:tentative\s|new\s)?(?:deal|agreement|contract|pact))\s(?:will\s|would\s)?(?:end|ends|ended"
    r"|suspends?)\s(?:the|their|its)\s(?:[\w-]+\s)?strike\s(?:against|at)\s(?=(?:the\s)?[A-Z])"
)
# "an Equity–Pact agreement"
_JOINED = quick(
    r"\b(?P<one>[A-Z][\w’'&]*(?:\s[A-Z][\w’'&]*){0,3})\s?[-–/]\s?(?P<two>[A-Z][\w’'&]*(?:\s[A-Z][\w’'&]*){0,3})"
    rf"\s(?:(?:20\d\d|19\d\d|[a-z]+)\s){{0,2}}(?i:{DEAL})\b"
)
_OF_PARTIES = Several((_PASSIVE, _BETWEEN, _PARTIES))
_OF_FIRMS = Several((_COVERS, _SIGNATORY_FIRMS, _ENDS_STRIKE))
_NOT_MADE = re.compile(
    r"\b(?:if|unless|until|without|would|could|should|might|(?-i:may)|must|hop(?:es?|ing)|seek(?:s|ing)?|demand(?:s"
    r"|ed|ing)?|want(?:s|ed)?"
    r"|fighting|negotiating|bargaining|draft|model|propos\w+|offer\w*|toward|next|yet|no|not|never|n[’']t"
    r"|reject\w*|voted down|fail\w*"
    r"|refus\w+|disagree\w*|call(?:s|ed|ing)? (?:for|on)|expected|intend\w*|plan(?:s|ned)?|pursu\w+|aim\w*"
    r"|urg(?:e[sd]?|ing))\b[^.;:]{0,60}\Z",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"\.\s|;|\s[–—-]\s|[“”\"]|,?\s(?:which|who|that|after|when|while|because|but|to|for|in|on|at|with|last"
    r"|this|since|under|covering|setting|said|says"
    r"|entered|came|took|runs?|expires?|sets?|gives?|bans?|requires?|provides?|has|have|had|was|were|is|are"
    r"|will|would)\s"
)
_OTHER_TRADE = re.compile(
    r"\b(?:trade|licen[cs]ing|peace|merger|purchase|lease|loan|data|partnership|research|supply|service"
    r"|confidentiality|investment"
    r"|nuclear|energy|cooperation|settlement)\s(?:agreements?|contracts?|deals?|pacts?)\b",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\s(?:with|and)\s(?:(?:the|games?|tech|company|employer|retailer|carrier|publisher|union|giant|group)\s){0,3}(?=[A-Z])"
)
_HELPERS = re.compile(
    r"(?:,?\s(?:have|has|had|today|jointly|both|recently|finally|also|on \w+day|\w+day|that they|announced"
    r"|say|said))*\s*\Z"
)
_SUBJECT_STARTS = re.compile(
    r"(?:\A|\s)(?:[Oo]n|[Ii]n|[Ll]ast|[Tt]his|[Ee]arlier|[Aa]fter)\s[^,;]{2,40},\s|[.;:]\s|\s[–—-]\s"
    r"|\b(?:said|says|that|after)\s|\AOn \w+day\s"
)
_YEAR = re.compile(r"\b(?:20[0-4]\d|19[89]\d)\b")
_SINCE = re.compile(
    r"\b(?:since|of|from|in|dating from|dates from|updated in|signed in)\s(?P<year>20[0-4]\d|19[89]\d)\b"
)
_OF_LABOR = re.compile(r"\b(?:collective|union|labou?r|tentative|ratified|enterprise|pay|wage|CBA)\b", re.IGNORECASE)
_GENERIC = re.compile(
    r"(?:(?:New|First|Tentative|Collective|Bargaining|Union|Labou?r|The)\s)*(?:Agreement|Contract|Memorandum of \w+)"
)
_NO_PARTY = re.compile(rf"(?:\w+day|{MONTHS}|AI|Artificial|Congress|Parliament|Government)\b")
_NONE = ("legislature", "research")
_LONGEST = 1_500


@dataclass(frozen=True)
class ListedDeal:
    """An agreement with its parties as listed; `follows` where these are only the firms of a deal told of before."""

    sentence: Sentence
    name: str | None
    unions: tuple[str, ...]
    employers: tuple[str, ...]
    year: int | None
    follows: bool

    @property
    def headline(self) -> bool:
        return self.sentence.region == HEADLINE


def find_listed(reading: Reading) -> tuple[ListedDeal, ...]:
    """The agreements whose parties a sentence of the body lists, in order."""
    found: list[ListedDeal] = []
    for sentence in reading.get(body_sentences):
        if len(sentence.text) <= _LONGEST:
            found += _listed(reading, sentence)
    return tuple(found)


def _listed(reading: Reading, sentence: Sentence) -> Iterator[ListedDeal]:
    text = sentence.text
    for pattern in _OF_PARTIES.those(text):
        for match in pattern.finditer(text):
            if _NOT_MADE.search(text[max(0, match.start() - 80) : match.start()]) or _OTHER_TRADE.search(match.group()):
                continue
            end = _end(reading, sentence, match.end())
            unions, employers = _sides(reading, organizations_listed(reading, sentence.start + match.end(), end))
            after = _WITH.match(sentence.text, end - sentence.start)
            if after and unions and not employers:
                later = _end(reading, sentence, after.end())
                employers = _sides(reading, organizations_listed(reading, sentence.start + after.end(), later))[1]
            if match["with"] == "with" or (unions and not employers):
                more = _sides_before(reading, sentence, match.start())
                unions, employers = unions or more[0], employers or more[1]
            if unions and (employers or match["name"] or _OF_LABOR.search(match.group())):
                yield ListedDeal(sentence, _title(match["name"]), unions, employers, _year(text, match.start()), False)
    for match in _ACTIVE.finditer(text):
        yield from _acted(reading, sentence, match)
    for match in _JOINED.finditer(text):
        yield from _joined(sentence, match)
    for pattern in _OF_FIRMS.those(text):
        for match in pattern.finditer(text):
            listed = organizations_listed(reading, sentence.start + match.end(), sentence.end)
            unions, employers = _sides(reading, listed)
            made = pattern is _ENDS_STRIKE or not _NOT_MADE.search(text[: match.start()])
            if len(employers) > 1 and not unions and made:
                yield ListedDeal(sentence, None, (), employers, None, True)


def _acted(reading: Reading, sentence: Sentence, match: re.Match[str]) -> Iterator[ListedDeal]:
    """The agreement of a union and an employer: both the subject of the verb that made it, or one with the other."""
    text = sentence.text
    lead = _HELPERS.sub("", text[: match.start()])
    start = max((m.end() for m in _SUBJECT_STARTS.finditer(lead)), default=0)
    wished = re.search(r"\b(?:to|will|are|is)\s*\Z", text[: match.start()]) and not re.search(r"\bvoted?\b", lead[-60:])
    if wished or _NOT_MADE.search(lead[-80:]) or _OTHER_TRADE.search(match.group()):
        return
    listed = organizations_listed(reading, sentence.start + start, sentence.start + len(lead))
    unions, employers = _sides(reading, listed)
    sure = all(known_kind(name) for name in employers[1:])
    if not (unions and employers) and len(listed) == 1 and (after := _WITH.match(text, match.end())):
        end = _end(reading, sentence, after.end())
        more = _sides(reading, organizations_listed(reading, sentence.start + after.end(), end))
        unions, employers = unions or more[0], employers or more[1]
    if unions and employers and sure:
        yield ListedDeal(sentence, _title(match["name"]), unions, employers, _year(text, match.start()), False)


def _joined(sentence: Sentence, match: re.Match[str]) -> Iterator[ListedDeal]:
    """The agreement of two parties with a dash between their names, one of them a union."""
    if _NOT_MADE.search(sentence.text[max(0, match.start() - 60) : match.start()]):
        return
    unions = tuple(n for n in (match["one"], match["two"]) if known_kind(n) in UNION_KINDS)
    employers = tuple(n for n in (match["one"], match["two"]) if n not in unions)
    if len(unions) == len(employers) == 1:
        yield ListedDeal(sentence, None, unions, employers, _year(sentence.text, match.start()), False)


def _end(reading: Reading, sentence: Sentence, at: int) -> int:
    """Where the list that starts at `at` ends; words inside a known name end none."""
    named = [(n.start, n.end) for n in organizations_in(reading, sentence.start + at, sentence.end)]
    for stop in _STOP.finditer(sentence.text, at):
        offset = sentence.start + stop.start()
        if not any(start <= offset < end for start, end in named):
            return offset
    return sentence.end


_NUMBER = re.compile(r"(?:No\.?\s?)?\d[\w-]{0,5}|[A-Z]-\d+")
_LOCALS = re.compile(r",?\s(?:Locals|Lodges|Branches|Districts|Councils)\s(?:Nos?\.\s?)?[\w-]+\Z")


def _sides(reading: Reading, listed: list[Listed]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The unions and the employers of a list, as the text writes them."""
    unions: dict[str, None] = {}
    employers: dict[str, None] = {}
    for item in listed:
        known = next((n for n in organizations_in(reading, item.start, item.end) if n.start - item.start < 5), None)
        whole = known is not None and len(known.text) + 4 >= len(item.name)
        kind = known.kind if known and whole else known_kind(item.name)
        bare = re.sub(r"^(?:[A-Z][a-z]+\s?){1,2}[’']s\s", "", item.name)  # "Spain's CCOO"
        kind = known_kind(bare) if kind is None else kind
        name = written(known) if known and whole else bare if kind else item.name
        if _NUMBER.fullmatch(name):
            continue  # the second of "Locals 7-A and 7-B"
        name = _LOCALS.sub("", name)
        if kind in UNION_KINDS or (kind is None and is_union(name)):
            unions[name] = None
        elif kind not in _NONE and not _NO_PARTY.match(name) and " at " not in name:
            employers[name] = None
    guessed = [name for name in unions if known_kind(name) is None and not is_union(name)]
    if not employers and len(guessed) == 1 < len(unions):  # who stands with unions in a list may be whom they deal with
        del unions[guessed[0]]
        employers[guessed[0]] = None
    return tuple(unions), tuple(employers)


def _sides_before(reading: Reading, sentence: Sentence, at: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The known union and employer that a clause names before its agreement: "Staff at Acme have a deal with …"."""
    return parties_of(organizations_in(reading, sentence.start, sentence.start + at))


def _title(name: str | None) -> str | None:
    """The name of an agreement in capitals, None where it says no more than that it is one."""
    return name.strip() if name and len(name.split()) > 1 and not _GENERIC.fullmatch(name.strip()) else None


def _year(text: str, at: int) -> int | None:
    """The year an agreement is said to be of: the only one of the sentence, else the one after "since" or "of"."""
    years = set(_YEAR.findall(text))
    since = _SINCE.search(text, at)
    return int(years.pop()) if len(years) == 1 else int(since["year"]) if since else None
