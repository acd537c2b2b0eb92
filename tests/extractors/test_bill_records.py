"""Records of bills: the bill, how far it is, and the steps of its way."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from extractors.base import Reading, run
from extractors.bill_records import BillRecords, kind_of
from extractors.legislation import Legislation as Laws
from extractors.parse import parse
from records.facts import Legislation, LegislationEvent
from records.ids import sha256_hex
from records.model import Capture
from tests.extractors.readers.test_bills import ACTIONS, OPEN_STATES, STATUS


def reading(data: bytes) -> Reading:
    url, at = "https://a.example/bill", datetime(2026, 5, 1, tzinfo=UTC)
    capture = Capture(
        "c", None, url, url, at, 200, None, len(data), sha256_hex(data), None, None, "w", 0, "new", None
    )  # fmt: skip
    return Reading(parse(data, capture)[0])


def test_a_record_gives_the_bill_and_its_history() -> None:
    read = reading(STATUS.encode())
    found = run(BillRecords, read)
    (law,) = (fact for fact in found if isinstance(fact, Legislation))
    assert (law.name, law.bill_number, law.jurisdiction) == ("Human Review at Work Act", "S. 9917", "US")
    assert (law.status, law.status_on, law.year) == ("passed_chamber", date(2026, 4, 22), 2026)
    assert law.sponsors == ("Ada Ortiz-Vale",)
    steps = [
        (fact.kind, fact.occurred_on, fact.chamber, fact.happened, fact.span.quote)
        for fact in found
        if isinstance(fact, LegislationEvent)
    ]
    assert steps == [
        ("introduced", date(2026, 3, 4), None, "Introduced in Senate", "2026-03-04\t\tIntroduced in Senate"),
        (
            "passed_chamber",
            date(2026, 4, 22),
            "Senate",
            "Passed Senate by Voice Vote.",
            "2026-04-22\tSenate\tPassed Senate by Voice Vote.",
        ),
    ]


def test_what_reads_laws_elsewhere_leaves_the_recorded_one_alone() -> None:
    assert run(Laws, reading(STATUS.encode())) == []


def test_a_record_without_a_name_goes_by_its_number() -> None:
    found = run(BillRecords, reading(json.dumps(ACTIONS).encode()))
    assert {fact.name for fact in found if isinstance(fact, Legislation)} == {"S. 9917"}
    assert {fact.legislation_name for fact in found if isinstance(fact, LegislationEvent)} == {"S. 9917"}
    longer = {**OPEN_STATES, "title": "An act to amend the Labor Code, relating to the Worker Data Act."}
    assert {f.name for f in run(BillRecords, reading(json.dumps(longer).encode())) if isinstance(f, Legislation)} == {
        "AB 9918"
    }


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><h1>S. 9917</h1><table><tr><td>Number</td><td>S. 9917</td></tr><tr><td>2026-03-04</td>"
        "<td>Senate</td><td>Introduced</td></tr></table></body></html>",
        "<html><body><p>Bill record S. 9917 was introduced on March 4, 2026.</p></body></html>",
    ],
)
def test_other_documents_are_no_records(page: str) -> None:
    assert run(BillRecords, reading(page.encode())) == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Introduced in House", "introduced"),
        ("Read first time. To print.", "introduced"),
        ("Prefiled", "introduced"),
        ("Read twice and referred to the Committee on Finance.", "referred"),
        ("REFERRED TO LABOR", "referred"),
        ("Assigned to Committee on Rules", "referred"),
        ("Committee on Small Business. Hearings held.", "hearing"),
        ("In committee: Set, first hearing. Hearing canceled at the request of author.", "hearing"),
        ("Ordered to be Reported by the Yeas and Nays: 24 - 17.", "reported"),
        ("From committee: Do pass and re-refer to Com. on APPR.", "reported"),
        ("Passed/agreed to in House: On passage Passed by voice vote.", "passed_chamber"),
        ("Passed Senate without amendment by Unanimous Consent.", "passed_chamber"),
        ("Read third time. Passed. Ordered to the Senate. (Ayes 60. Noes 12.)", "passed_chamber"),
        ("Third Reading - Passed (031-004)", "passed_chamber"),
        ("Motion to reconsider laid on the table Agreed to without objection.", "other"),
        ("Read second time and amended.", "amended"),
        ("Enrolled and presented to the Governor at 3 p.m.", "passed"),
        ("Presented to President.", "passed"),
        ("Chaptered by Secretary of State - Chapter 777, Statutes of 2026.", "enacted"),
        ("Approved by the Governor.", "enacted"),
        ("Became Public Law No: 119-777.", "enacted"),
        ("Signed by Governor", "enacted"),
        ("Vetoed by Governor.", "vetoed"),
        ("Failed to pass Senate", "failed"),
        ("Indefinitely Postponed", "failed"),
        ("Died in committee", "failed"),
        ("SIGNED CHAP.777", "enacted"),
        ("Governor Signed", "enacted"),
        ("Governor Approved", "enacted"),
        ("Signed by the President of the Senate", "other"),
        ("Chapter 777, 2026 Laws.", "enacted"),
        ("Approved P.L.2026, c.777.", "enacted"),
        ("assigned PA 777'26 with immediate effect", "enacted"),
        ("Enacted and laid before the Governor", "passed"),
        ("Delivered to Governor.", "passed"),
        ("Sent to the Governor", "passed"),
        ("Passed Both Houses", "passed"),
        ("PASSED SENATE", "passed_chamber"),
        ("Passed by the Senate (38-0)", "passed_chamber"),
        ("Passed as amended", "passed_chamber"),
        ("Passed", "passed_chamber"),
        ("Third reading, passed; yeas, 58; nays, 39", "passed_chamber"),
        ("Third consideration and final passage, June 3, 2026 (202-1)", "passed_chamber"),
        ("Passed to 3rd reading", "other"),
        ("SUBSTITUTED BY A9999", "other"),
        ("Committee substitute adopted", "amended"),
        ("Passed by indefinitely in Commerce and Labor", "failed"),
        ("Senate Committee on Finance Postpone Indefinitely", "failed"),
        ("Session Sine Die", "failed"),
        ("Total Veto Stands", "vetoed"),
        ("Introduction and first reading, referred to Labor", "introduced"),
        ("Rule 19(a) / Re-referred to Rules Committee", "referred"),
        ("Consideration of Governor's veto pending.", "other"),
        ("Held at the desk.", "other"),
        ("On motion to recommit with instructions Failed by recorded vote: 201 - 220.", "other"),
        ("Cloture motion on the measure withdrawn by unanimous consent in Senate.", "other"),
        ("The committee substitute withdrawn by Unanimous Consent.", "other"),
        ("Rule H. Res. 999 passed House.", "other"),
        ("Veto message received in Senate. Ordered held at the desk.", "other"),
        ("Amendment SA 7 proposed by Senator Trask.", "other"),
        ("Message on Senate action sent to the House.", "other"),
        ("On motion to suspend the rules and pass the bill, as amended Agreed to by voice vote.", "passed_chamber"),
        ("Passed/agreed to in House: On motion to suspend the rules and pass the bill Agreed to.", "passed_chamber"),
        ("On passage Failed by the Yeas and Nays: 190 - 230.", "failed"),
        ("Failed of passage in Senate by Yea-Nay Vote.", "failed"),
    ],
)
def test_kinds_of_steps(words: str, kind: str) -> None:
    assert kind_of(words) == kind
