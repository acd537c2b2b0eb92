"""Parts of known organizations that are organizations of their own: "Teamsters Joint Council 9", "Acme Canada"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.names.gazetteer import Known
from extractors.text.tokens import WORD, Token, word_set

_NUMBERED = word_set("Local Locals Lodge Council District Region Branch Chapter Division Lodge Unit Conference Section")
_BEFORE_NUMBERED = word_set("Joint District State Area Regional National Executive Industrial Union Local")
_OF_UNIONS = word_set("Conference Division Branch Region District Sector Section")
_COUNTRIES = word_set(
    "America Australia Austria Belgium Brazil Britain Canada Denmark Europe Finland France Germany India Ireland Italy"
    " Japan Korea Mexico Netherlands Norway Poland Scotland Spain Sweden Switzerland UK US USA Wales"
)
_UNIONS = frozenset(["union", "federation"])
_COMPANIES = frozenset(["employer", "media"])
_LONGEST = 3  # words between the union's name and that of its part


def branches(row: Sequence[Token], known: Sequence[Known]) -> Iterator[tuple[int, int, Known]]:
    """The parts named with known organizations: first and last token (exclusive), and the whole they belong to."""
    for whole in known:
        if whole.last >= len(row) or row[whole.last - 1].owner or not row[whole.last].joined:
            continue
        bracket = [token.text for token in row[whole.last : whole.last + 3]]
        if whole.entry.kind in _UNIONS and bracket[:1] == ["("] and bracket[2:] == [")"]:
            last = _numbered(row, whole.last + 3) if bracket[1] == whole.entry.acronym else 0
        elif whole.entry.kind in _UNIONS:
            last = _numbered(row, whole.last) or _division(row, whole.last)
        elif whole.entry.kind in _COMPANIES and not whole.risky:
            last = _country(row, whole.last)
        else:
            last = 0
        if last:
            yield whole.first, last, whole


def _numbered(row: Sequence[Token], at: int) -> int:
    """The end of "Joint Council 9", "Local Lodge No. 12", "Region 9A" from `at`; 0 where none stands there."""
    for last in range(at, min(len(row) - 1, at + _LONGEST)):
        if row[last].shape != WORD or not row[last].joined:
            return 0
        if row[last].text in _NUMBERED:
            number = last + 1 + (row[last + 1].text == "No" and last + 2 < len(row))
            return number + 1 if row[number].joined and row[number].text[:1].isdigit() else 0
        if row[last].text not in _BEFORE_NUMBERED:
            return 0
    return 0


def _division(row: Sequence[Token], at: int) -> int:
    """The end of "Port Division" from `at`, 0 where none stands there."""
    last = at + 1
    named = last < len(row) and row[at].shape == WORD and row[last].joined and row[last].text in _OF_UNIONS
    return last + 1 if named and not row[at].text[0].isdigit() and row[at].text not in _NUMBERED else 0


def _country(row: Sequence[Token], at: int) -> int:
    """The end of a country's name that is the last word of a company's: "Acme Canada", not "Acme Canada Day"."""
    alone = at + 1 >= len(row) or not row[at + 1].joined or row[at + 1].shape != WORD
    return at + 1 if row[at].text in _COUNTRIES and alone else 0
