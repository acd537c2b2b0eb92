"""Who is in a coalition or signed a letter: lists in prose, bullets, conveners, subjects, signature blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from extractors.base import Reading
from extractors.groups.find import INDIVIDUALS, LETTER, SIGNING, Group, counted, tells_of
from extractors.groups.names import NOUN
from extractors.names.enumerations import Listed, organization_of, organizations_listed
from extractors.names.organizations import organizations_in
from extractors.text.dates import MONTHS
from extractors.text.quick import quick
from extractors.text.sentences import BODY, Sentence, sentences

_MEMBERS_AFTER = re.compile(
    r"\b(?:including|include[sd]?|such as|comprises|comprising|consists of|made up of|composed of|brings? together"
    r"|bringing together|unites|uniting|members are|joined by|alongside|signed by|[Bb]acked by"
    r"|representing|consisting of|between|are|namely"
    r"|among them|among others|supported by|from|(?:statement|letter|declaration|appeal|call) by"
    r"|signed by)\b:?\s"
    r"(?=(?:the\s|The\s)?(?:(?:[a-z][\w-]*\s){1,4}(?:unions?|groups?|organi[sz]ations?|nonprofits?|charities"
    r"|federations?)\s)?[A-Z0-9])"
)
_UNDERSIGNED = re.compile(
    r"\b[Ww]e,?\s(?:the\s)?undersigned\s(?:[\w-]+\s){0,5}[\w-]*[,:–—]\s(?P<list>[^;]{5,4000}?)"
    r",?\s(?:are writing|write|urge|call on|strongly|ask|express|respectfully|represent|believe|join|stand|support"
    r"|oppose|demand)\b"
)
_IN_STATEMENT = quick(
    r"\b[Ii]n (?:a|an|their) (?:joint |open |new |public )?(?:letter|statement|declaration"
    r"|appeal)\b[^,;]{0,60},\s(?P<list>[^;“”]{5,1500}?)\s"
    r"(?:have |has |also |jointly |today )*(?:call(?:ed|s)?|urged?|urges|said|say|warn(?:ed)?|demand(?:ed)?"
    r"|ask(?:ed)?|wrote"
    r"|condemn(?:ed)?|welcome[d]?|accused|told|argued?|oppose[d]?|back(?:ed)?|set out)\b"
)
_CONVENED = re.compile(
    r"\b(?:coordinated|co-ordinated|convened|organi[sz]ed|initiated|spearheaded|facilitated|drafted|led|co-led"
    r"|brought together|launched|hosted|founded)\sby\s(?=(?:the\s|The\s)?[A-Z0-9])"
)
_SUBJECT_ACT = re.compile(
    r"\b(?:have |has |had |today |jointly |recently |also |this week )*(?:joined forces|banded together|teamed up"
    r"|united|formed|launched|founded|established|created|announced|sent|signed|co-signed|issued|released|wrote"
    r"|published|are (?:launching|forming|joining|among|(?:founding )?members of|part of))\b"
)
_CALLS = re.compile(
    r"\b(?:have |has |today |jointly )*(?:call(?:ed|s)? (?:up)?on|urged?|wrote to|warn(?:ed)?|demand(?:ed)?|told"
    r"|asked)\b"
)
_LEAD = re.compile(
    r"(?:[A-Z][\w.,/ -]{2,40}?\s[–—-]\s)?"
    r"(?:(?:Today|Yesterday|(?:On|This|In)\s(?:\w+day|week|morning|month"
    rf"|\d{{1,2}}\s[A-Z][a-z]+|(?:{MONTHS})"
    r"(?:\s\d{1,4})?)|In a \w+ letter),?\s)?"
)
# "A and more than 140 organizations": the one that is named among those who act.
_AND_MORE = re.compile(
    r"(?P<who>(?:[Tt]he\s)?[A-Z][^,;–—]{1,90}?)\s(?:and|along with|joined by)\s(?:(?:more than|over|nearly|almost"
    r"|about|some|at least|a coalition of|another|dozens of|hundreds of|scores of)\s)*(?:[\d,]+\+?\s)?(?:other\s)?"
    r"(?:[a-z-]+\s){0,3}?(?:organi[sz]ations|groups|unions|signatories|partners|associations)\b"
)
_CLAUSE_ENDS = re.compile(
    r"\s(?:and (?:is|was|has|will|calls?|urges?)|which|who|that|to|in|on|ahead|for|agreed|said|[–—-])\s"
)
_PART_OF = re.compile(
    r"(?:\A|[.;:]\s)(?P<who>[A-Z][^,;.“”]{2,80}?)(?:,\s[^,;.“”]{2,120},)?\s(?:(?:also|have|has|had|is|are|was"
    r"|were)\s){0,3}"
    r"(?:part of|(?:a )?(?:founding )?members? of|joined)\s(?:the|this)\s(?:[\w-]+\s){0,2}?(?:coalition"
    r"|alliance|campaign|network)\b"
)
_SENT_FROM = re.compile(
    r"\b(?:signed|sent|letter|statement|signatories|signatures|support|representatives|leaders)\b[^,;]{0,12}\Z"
)
_OPENS_LIST = re.compile(r":\Z|\binclude\Z")
_BODY_WORD = re.compile(
    r"\b(?:association|federation|union|institute|foundation|alliance|coalition|council|league|society"
    r"|network|cent(?:er|re)"
    r"|congress|guild|fund|group|university|action|workers|teachers|employees|nurses|project|campaign|chamber|company"
    r"|law|rights|justice|international|national|america|local \d+|committee|board|trust|watch|lab)\b",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"\A(?:signed|sincerely|signatories|signed by|undersigned|respectfully(?: submitted)?|in solidarity|endorsed by"
    r"|signatory organi[sz]ations|organi[sz]ational signatories|members|member organi[sz]ations|founding members"
    r"|coalition members|our members|signing organi[sz]ations|yours (?:sincerely|faithfully))\b[^.]{0,60}[:,]?\Z",
    re.I,
)


def members(reading: Reading, group: Group, groups: Sequence[Group]) -> list[tuple[Listed, str, Sentence]]:
    role = "signatory" if group.kind == LETTER else "member"
    found: dict[str, tuple[Listed, str, Sentence]] = {}
    every = reading.get(sentences)
    for index, sentence in enumerate(every):
        if not tells_of(sentence, group, groups):
            continue
        if sentence.region == BODY or _CONVENED.search(sentence.text):
            for listed, part in _in_sentence(reading, sentence, role, group):
                _keep(found, listed, part, sentence, group)
        if sentence.region == BODY and (_OPENS_LIST.search(sentence.text) or _is_listed_next(reading, index)):
            for item in every[index + 1 :]:
                if item.passage.kind != "list_item":
                    break
                for listed in _in_item(reading, item):
                    _keep(found, listed, role, item, group)
    for listed, sentence in _signatures(reading, group):
        _keep(found, listed, role, sentence, group)
    return list(found.values())


def _is_listed_next(reading: Reading, index: int) -> bool:
    """Whether the organizations that a sentence counts ("We are ten unions") are listed right after it."""
    every = reading.get(sentences)
    if counted(every[index]) is None:
        return False
    items = []
    for item in every[index + 1 : index + 101]:
        if item.passage.kind != "list_item":
            break
        items.append(item)
    named = sum(organization_of(reading, item.start, item.end) is not None for item in items)
    return len(items) > 2 and named * 10 >= len(items) * 9 and all(len(item.text) < 120 for item in items)


def _keep(
    found: dict[str, tuple[Listed, str, Sentence]], listed: Listed, role: str, sentence: Sentence, group: Group
) -> None:
    key = listed.name.casefold()
    law = re.search(r"\b(?:act|bill|directive)$", key)
    if law or key == group.name.casefold() or (key in found and role != "convener"):
        return
    found[key] = (listed, role, sentence)


def _in_sentence(reading: Reading, sentence: Sentence, role: str, group: Group) -> Iterator[tuple[Listed, str]]:
    for match in islice(_CONVENED.finditer(sentence.text), 2):
        for listed in organizations_listed(
            reading, sentence.start + match.end(), _clause_end(reading, sentence, match.end())
        ):
            yield listed, "convener"
    for pattern in (_UNDERSIGNED, _IN_STATEMENT):
        named = pattern.search(sentence.text)
        if named is None:
            continue
        for listed in organizations_listed(
            reading, sentence.start + named.start("list"), sentence.start + named.end("list")
        ):
            yield listed, role
    after = list(_MEMBERS_AFTER.finditer(sentence.text))
    for match in after[-1:]:
        lead = sentence.text[: match.start()]
        of_paper = re.search(r"\b(?:statement|letter|declaration|appeal|call)\Z", lead.rstrip())
        if match.group().split()[0] in ("from", "are", "between", "alongside") and not (
            SIGNING.search(lead) or of_paper
        ):
            continue
        if match.group().startswith("from") and not _SENT_FROM.search(sentence.text[: match.start()]):
            continue
        for listed in organizations_listed(reading, sentence.start + match.end(), sentence.end):
            yield listed, role
    yield from ((listed, role) for listed in _belonging(reading, sentence))
    yield from ((listed, role) for listed in _acting(reading, sentence, group))


def _acting(reading: Reading, sentence: Sentence, group: Group) -> Iterator[Listed]:
    """The subject of the sentence that tells of the deed: "A, B and C sent", "A and more than 90 groups wrote"."""
    speaks = group.kind == LETTER and sentence == group.sentence
    act = _SUBJECT_ACT.search(sentence.text) or (_CALLS.search(sentence.text) if speaks else None)
    opening = _LEAD.match(sentence.text)
    first = opening.end() if opening else 0
    if act is None or act.start() <= first:
        return
    subject = sentence.text[first : act.start()]
    more = _AND_MORE.match(sentence.text, first)
    if more and not INDIVIDUALS.search(more["who"]):
        yield from organizations_listed(reading, sentence.start + more.start("who"), sentence.start + more.end("who"))
    elif (
        not re.search(rf"\b{NOUN}\b", sentence.text[: act.start()], re.I)
        and re.match(r"(?:[Tt]he\s)?[A-Z]", sentence.text[first:])
        and re.search(r",| and ", subject)
        and len(subject) > 8
        and not INDIVIDUALS.search(subject)
    ):
        yield from organizations_listed(reading, sentence.start + first, sentence.start + act.start())


def _belonging(reading: Reading, sentence: Sentence) -> Iterator[Listed]:
    """Who is said to be in it one by one: "A, a nurses' group, is also part of the coalition"."""
    for match in islice(_PART_OF.finditer(sentence.text), 2):
        yield from organizations_listed(reading, sentence.start + match.start("who"), sentence.start + match.end("who"))


def _clause_end(reading: Reading, sentence: Sentence, at: int) -> int:
    """Where the clause that begins at `at` ends; "to", "in" and "for" inside a known name end none."""
    named = [(n.start, n.end) for n in organizations_in(reading, sentence.start + at, sentence.end)]
    for stop in _CLAUSE_ENDS.finditer(sentence.text, at):
        offset = sentence.start + stop.start()
        if not any(start <= offset < end for start, end in named):
            return offset
    return sentence.end


def _in_item(reading: Reading, item: Sentence) -> Iterator[Listed]:
    cue = re.search(r"\b(?:such as|including|like|e\.g\.|:)\s(?=(?:the\s)?[A-Z0-9])", item.text)
    if cue:
        text = item.text[cue.end() :]
        stop = re.search(r"\s(?:and\s)?(?:individuals|people|academics|experts)\b|\srepresenting\b", text)
        yield from organizations_listed(
            reading, item.start + cue.end(), item.start + cue.end() + (stop.start() if stop else len(text))
        )
    elif listed := organization_of(reading, item.start, item.end):
        yield listed


def _signatures(reading: Reading, group: Group) -> Iterator[tuple[Listed, Sentence]]:
    """The organizations of a signature block or members' list: the short lines under "Signed," or "Members:".

    A block in which few lines are organizations by name is one of persons, and gives none.
    """
    every = reading.get(sentences)
    opened = False
    block: list[tuple[Listed, Sentence]] = []
    for sentence in every:
        text = sentence.text.strip()
        if sentence.start > group.sentence.start and len(text) < 80 and _SIGNATURE.match(text):
            opened = True
        elif opened and (len(text) > 120 or (text.endswith(".") and len(text.split()) > 8)):
            opened = False
        elif opened and (listed := organization_of(reading, sentence.start, sentence.end)):
            block.append((listed, sentence))
    sure = sum(_is_organization(reading, listed) for listed, _ in block)
    if sure * 5 >= len(block) * 2:
        yield from block


def _is_organization(reading: Reading, listed: Listed) -> bool:
    return bool(organizations_in(reading, listed.start, listed.end) or _BODY_WORD.search(listed.name))
