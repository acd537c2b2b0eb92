"""Kinds of documents: written cases, and the shares that must be right on real ones."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from extractors.readers import read
from extractors.readers.doctype import document_type
from tests.support import SHARED, needs_shared

CASES = {
    "press_release": (
        "FOR IMMEDIATE RELEASE\n\nSenators introduce bill on scheduling programs\n\nWASHINGTON "
        "– Today Senator Ann Lee (D-OR) introduced a bill that makes employers explain their "
        "scheduling programs.\n\n“People deserve an answer,” said Senator Lee.\n\n###"
    ),
    "agreement": (
        "MEMORANDUM OF UNDERSTANDING\n\nThis Memorandum is made between Harbor "
        "County and Harbor Clerks Union, Local 88.\n\nThe parties agree on this:\n\n1. The "
        "Employer shall give sixty days of notice.\n\n2. The Union shall name two members of "
        "the committee.\n\nFor the Union        For the Employer"
    ),
    "legislation": (
        "A BILL\n\nTo require notice of scheduling programs.\n\nBe it enacted by the Senate and "
        "House of Representatives,\n\nSECTION 1. SHORT TITLE.\n\nThis Act may be cited as the "
        "Notice Act.\n\nSEC. 2. NOTICE. An employer shall give notice."
    ),
    "news": (
        "Dockers walk out over cranes\n\nDockers in three ports walked out on Tuesday over "
        "cranes without drivers, according to people who were there.\n\n“They did not ask us,” "
        "said Bo Ray, who has worked there for years.\n\nThe company declined to comment. A "
        "spokesperson for the port said that ships were waiting."
    ),
    "guide": (
        "How to bargain over scheduling programs: a guide for stewards\n\nThis guide goes step "
        "by step through what your union can do.\n\n1. Ask your employer for a list.\n\n2. "
        "Demand the data.\n\nYou should keep a log."
    ),
    "report": (
        "Working with machines: a study of depots\n\nExecutive summary\n\nThis report examines "
        "how depots use programs. We interviewed forty workers.\n\nMethodology\n\nThe "
        "interviews took an hour (Lee et al. 2024).\n\nFindings\n\nRespondents said that routes "
        "changed daily.\n\nConclusion"
    ),
    "other": "Notes from the garden\n\nThe beans are up and the weather has been kind.",
}


@pytest.mark.parametrize("kind", CASES)
def test_written_cases(kind: str) -> None:
    parsed = read(CASES[kind].encode(), url="a.txt")
    assert document_type(parsed.blocks, parsed.title) == kind


def share(paths: Iterable[Path], kinds: dict[str, str] | str) -> float:
    right = []
    for path in paths:
        wanted = kinds if isinstance(kinds, str) else kinds.get(path.name)
        if wanted:
            parsed = read(path.read_bytes(), url=path.name)
            found = document_type(parsed.blocks, parsed.title, publisher=parsed.publisher, authors=parsed.authors)
            right.append(found == wanted)
    return sum(right) / len(right)


@needs_shared
@pytest.mark.shared
def test_kinds_of_the_gold_documents() -> None:
    held = [json.loads(path.read_text(encoding="utf-8")) for path in (SHARED / "gold").glob("*.gold.json")]
    kinds = {gold["file"]: gold["document"]["document_type"] for gold in held if gold["file"].endswith(".txt")}
    paths = [path for path in SHARED.rglob("*.txt") if path.name in kinds]
    assert share(paths, kinds) >= 0.95


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize(("folder", "kind"), [("agreements", "agreement"), ("press-releases", "press_release")])
def test_kinds_of_the_corpus(folder: str, kind: str) -> None:
    assert share(sorted((SHARED / "corpus" / folder).glob("*.txt")), kind) >= 0.95
