"""Bills in forms for machines: records and texts, as the databases of legislatures give them."""

from __future__ import annotations

import base64
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extractors.readers import Limits, read
from extractors.readers.bill_json import congress_name
from extractors.readers.bill_record import federal_number, state_number
from extractors.readers.blocks import Parsed

STATUS = """<?xml version="1.0" encoding="utf-8" standalone="no"?>
<billStatus><version>3.0.0</version><bill>
<number>9917</number><originChamber>Senate</originChamber><type>S</type><introducedDate>2026-03-04</introducedDate>
<congress>119</congress><actions>
<item><actionDate>2026-04-22</actionDate><text>Passed Senate by Voice Vote.</text>
<sourceSystem><name>Senate</name></sourceSystem></item>
<item><actionDate>2026-04-02</actionDate><actionCode>B00100</actionCode></item>
<item><actionDate>2026-03-04</actionDate><sourceSystem><name>Library of Congress</name></sourceSystem>
<text>Introduced in Senate</text></item></actions>
<sponsors><item><fullName>Sen. Ortiz-Vale, Ada [D-ME]</fullName></item></sponsors>
<summaries><summary><actionDate>2026-03-04</actionDate><text><![CDATA[<p><b>Human Review at Work Act</b></p>
<p>This bill requires a person to review automated decisions &amp; scores.</p>]]></text></summary>
<summary><actionDate>2025-01-01</actionDate><text>An older version's summary.</text></summary></summaries>
<title>Human Review at Work Act</title></bill></billStatus>"""

BILL = """<?xml version="1.0"?>
<!DOCTYPE bill PUBLIC "-//US Congress//DTDs/bill.dtd//EN" "bill.dtd" [<!ENTITY x SYSTEM "{secret}">]>
<bill bill-stage="Introduced-in-House"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dublinCore>
<dc:title>119 HR 9921 IH: Fair Pace Act</dc:title></dublinCore></metadata>
<form><distribution-code>I</distribution-code><congress>119th CONGRESS</congress><legis-num>H. R. 9921</legis-num>
<action><action-date date="20260310">March 10, 2026</action-date><action-desc><sponsor>Ms. Trask</sponsor> introduced
the following bill; which was referred to the <committee-name>Committee on Education and Workforce</committee-name>
</action-desc></action><legis-type>A BILL</legis-type>
<official-title>To limit quotas set by machines.</official-title></form>
<legis-body><section><enum>1.</enum><header>Short title</header><text>This Act may be cited as the
<quote><short-title>Fair Pace Act</short-title></quote>.&x;</text></section>
<title><enum>I</enum><header>Quotas</header><section><enum>101.</enum><header>Limits</header>
<subsection><enum>(a)</enum><header>In general</header><text>An employer shall not set a quota by machine unless</text>
<paragraph><enum>(1)</enum><text>workers know it; and</text></paragraph>
<paragraph><enum>(2)</enum><text>it leaves time for rest.</text></paragraph></subsection>
<subsection><enum>(b)</enum><text>Section 7 is amended by adding:</text><quoted-block><section><enum>7A.</enum>
<header>Records</header><text>Records of pace shall be kept.</text></section></quoted-block></subsection>
</section></title></legis-body></bill>"""

USLM = """<bill xmlns="http://schemas.gpo.gov/xml/uslm" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:html="http://www.w3.org/1999/xhtml"><!-- made by a program --><meta><dc:title>119 HR 9921 IH</dc:title>
<docNumber>9921</docNumber></meta><preface><slugLine>•HR 9921 IH</slugLine><distributionCode>I</distributionCode>
<congress value="119">119th CONGRESS</congress><dc:type>H. R. </dc:type><docNumber>9921</docNumber>
<dc:title>To limit quotas.</dc:title><action><date date="2026-03-10"><inline>March </inline>10, 2026</date>
<actionDescription><sponsor>Ms. Trask</sponsor> introduced the following bill</actionDescription></action></preface>
<main><longTitle><docTitle>A BILL</docTitle><officialTitle>To limit quotas.</officialTitle></longTitle>
<section><num value="1">SECTION 1. </num><heading>SHORT TITLE.</heading><content>This Act may be cited as the
<quotedText><shortTitle>Fair Pace Act</shortTitle></quotedText>.</content></section>
<section><num value="2">SEC. 2. </num><heading>LIMITS.</heading><subsection><num value="a">(a) </num>
<content>A quota shall leave time for rest.</content></subsection></section></main></bill>"""

CONGRESS = {
    "bill": {
        "congress": 119, "number": "9917", "type": "S", "title": "Human Review at Work Act", "originChamber": "Senate",
        "introducedDate": "2026-03-04", "sponsors": [{"fullName": "Sen. Ortiz-Vale, Ada [D-ME]"}],
        "latestAction": {"actionDate": "2026-04-22", "text": "Passed Senate by Voice Vote."},
    }
}  # fmt: skip
ACTIONS = {
    "actions": [
        {"actionDate": "2026-04-22", "text": "Passed Senate by Voice Vote.", "sourceSystem": {"name": "Senate"}},
        {"actionDate": "2026-03-04", "text": "Introduced in Senate", "sourceSystem": {"name": "Library of Congress"}},
    ],
    "request": {"billNumber": "9917", "billType": "s", "congress": "119"},
}
OPEN_STATES = {
    "id": "ocd-bill/0b9f", "identifier": "AB 9918", "title": "Worker Data Act", "session": "20252026",
    "jurisdiction": {"id": "ocd-jurisdiction/country:us/state:ca/government", "name": "California"},
    "first_action_date": "2026-01-07", "abstracts": [{"abstract": "Lets workers see data about them."}],
    "sponsorships": [{"name": "Delacroix", "primary": True}, {"name": "Trask", "primary": False}],
    "actions": [{"date": "2026-01-07", "description": "Read first time.", "organization": {"name": "Assembly"}},
                {"date": "2026-09-30T00:00:00", "description": "Chaptered by Secretary of State.",
                 "organization": {"name": "Legislature"}}],
}  # fmt: skip
LEGISCAN = {
    "status": "OK",
    "bill": {
        "bill_id": 77, "state": "NY", "bill_number": "S9919", "title": "Relates to machines that hire",
        "description": "Requires audits of machines that hire.", "session": {"session_name": "2025-2026"},
        "history": [{"date": "2026-02-03", "action": "REFERRED TO LABOR", "chamber": "S"},
                    {"date": "no day", "action": "PRINTED"}],
        "sponsors": [{"name": "Ada Okafor-Lind"}],
    },
}  # fmt: skip


def told(made: Any) -> Parsed:
    return read(json.dumps(made).encode(), url="https://api.example/bill", media_type="application/json")


def lines(parsed: Parsed) -> list[str]:
    return [line for block in parsed.blocks for line in block.text.split("\n")]


def test_a_status_of_congress() -> None:
    parsed = read(STATUS.encode(), url="https://a.example/BILLSTATUS-119s9917.xml")
    assert lines(parsed) == [
        "S. 9917: Human Review at Work Act",
        "Bill record\tS. 9917",
        "Jurisdiction\tUS",
        "Session\t119th Congress",
        "Introduced\t2026-03-04",
        "Sponsor\tSen. Ortiz-Vale, Ada [D-ME]",
        "History",
        "2026-03-04\t\tIntroduced in Senate",
        "2026-04-22\tSenate\tPassed Senate by Voice Vote.",
        "Summary",
        "Human Review at Work Act",
        "This bill requires a person to review automated decisions & scores.",
    ]
    assert [block.kind for block in parsed.blocks] == ["heading", "table"] * 2 + ["heading", "paragraph", "paragraph"]
    assert (parsed.status, parsed.document_type, parsed.published_on) == ("parsed", "legislation", date(2026, 4, 22))
    assert parsed.troubles == ()


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (CONGRESS, ["Bill record\tS. 9917", "2026-03-04\t\tIntroduced in Senate",
                    "2026-04-22\t\tPassed Senate by Voice Vote.",
                    "S. 9917: Human Review at Work Act", "Sponsor\tSen. Ortiz-Vale, Ada [D-ME]"]),
        (ACTIONS, ["Bill record\tS. 9917", "S. 9917", "2026-03-04\t\tIntroduced in Senate",
                   "2026-04-22\tSenate\tPassed Senate by Voice Vote.", "Session\t119th Congress"]),
        (OPEN_STATES, ["AB 9918: Worker Data Act", "Jurisdiction\tUS-CA", "Sponsor\tDelacroix",
                       "2026-01-07\tAssembly\tRead first time.",
                       "2026-09-30\tLegislature\tChaptered by Secretary of State.",
                       "Lets workers see data about them."]),
        (LEGISCAN, ["S 9919: Relates to machines that hire", "Jurisdiction\tUS-NY", "Session\t2025-2026",
                    "2026-02-03\tSenate\tREFERRED TO LABOR", "Requires audits of machines that hire."]),
    ],
    ids=["congress", "actions", "open states", "legiscan"],
)  # fmt: skip
def test_records_in_json(made: Any, expected: list[str]) -> None:
    parsed = told(made)
    assert (parsed.status, parsed.document_type, parsed.language) == ("parsed", "legislation", "en")
    assert set(expected) <= set(lines(parsed))
    assert not any("no day" in line or "Trask" in line for line in lines(parsed))


@pytest.mark.parametrize(
    "made",
    [
        {"bill": {"number": "9", "type": "S"}},
        {"bill": "S. 9"},
        {"bill": {"bill_id": 7}},
        {"id": "ocd-person/1", "identifier": "x"},
        {"actions": [], "request": {"billNumber": "9", "billType": "s"}},
        {"text": {"doc_id": 3, "doc": "%%%"}},
        {"text": {"doc_id": 3, "doc": base64.b64encode(b'{"text": {}}').decode()}},
        [1, 2],
    ],
)
def test_other_json_stays_unread(made: Any) -> None:
    assert told(made).status == "unsupported"


@pytest.mark.parametrize(
    "xml",
    ["<?xml version='1.0'?><catalog><item/></catalog>", "<?xml version='1.0'?><billStatus/>",
     "<?xml version='1.0'?><billStatus><bill><number>9</number></bill></billStatus>"],
)  # fmt: skip
def test_other_xml_stays_unread(xml: str) -> None:
    assert read(xml.encode(), url="https://a.example/x.xml").status == "unsupported"


def test_a_file_enclosed_in_json_is_read_as_what_it_is() -> None:
    page = b"<html><head><title>AB 9918</title></head><body><p>An employer shall give notice.</p></body></html>"
    parsed = told({"status": "OK", "text": {"doc_id": 3, "mime": "text/html", "doc": base64.b64encode(page).decode()}})
    assert (parsed.media_type, parsed.document_type) == ("text/html", "legislation")
    assert lines(parsed) == ["An employer shall give notice."]


def test_a_bill_reads_as_it_is_printed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words")
    parsed = read(BILL.replace("{secret}", secret.as_uri()).encode(), url="https://a.example/BILLS-119hr9921ih.xml")
    assert [(block.kind, block.text) for block in parsed.blocks] == [
        ("paragraph", "119th CONGRESS"),
        ("paragraph", "H. R. 9921"),
        ("paragraph", "March 10, 2026"),
        (
            "paragraph",
            "Ms. Trask introduced the following bill; which was referred to the Committee on Education and Workforce",
        ),
        ("paragraph", "A BILL"),
        ("paragraph", "To limit quotas set by machines."),
        ("heading", "SECTION 1. SHORT TITLE."),
        ("paragraph", "This Act may be cited as the “Fair Pace Act”."),
        ("heading", "I Quotas."),
        ("heading", "SEC. 101. LIMITS."),
        ("paragraph", "(a) In general.—An employer shall not set a quota by machine unless"),
        ("paragraph", "(1) workers know it; and"),
        ("paragraph", "(2) it leaves time for rest."),
        ("paragraph", "(b) Section 7 is amended by adding:"),
        ("paragraph", "SEC. 7A. RECORDS."),
        ("paragraph", "Records of pace shall be kept."),
    ]
    assert (parsed.title, parsed.published_on) == ("H. R. 9921: Fair Pace Act", date(2026, 3, 10))


def test_a_bill_in_uslm() -> None:
    parsed = read(f'<?xml version="1.0"?>{USLM}'.encode(), url="https://a.example/b.xml")
    assert [block.text for block in parsed.blocks] == [
        "119th CONGRESS",
        "H. R. 9921",
        "March 10, 2026",
        "Ms. Trask introduced the following bill",
        "A BILL",
        "To limit quotas.",
        "SECTION 1. SHORT TITLE.",
        "This Act may be cited as the “Fair Pace Act”.",
        "SEC. 2. LIMITS.",
        "(a) A quota shall leave time for rest.",
    ]
    assert (parsed.title, parsed.published_on) == ("H. R. 9921: Fair Pace Act", date(2026, 3, 10))


def test_broken_xml_is_read_as_far_as_it_goes() -> None:
    parsed = read(STATUS.replace("<sponsors>", "<sponsors><item>").encode(), url="https://a.example/x.xml")
    assert "Bill record\tS. 9917" in lines(parsed)
    assert [trouble.code for trouble in parsed.troubles] == ["broken_xml"]


def test_entities_and_depth_cost_nothing() -> None:
    laugh = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    bomb = f"<?xml version='1.0'?><!DOCTYPE bill [{laugh}]><bill><legis-num>S. 1&l9;</legis-num></bill>"
    assert len(str(read(bomb.encode(), url="https://a.example/b.xml"))) < 2_000
    deep = f"<?xml version='1.0'?><bill>{'<subsection>' * 5_000}words{'</subsection>' * 5_000}</bill>"
    read(deep.encode(), url="https://a.example/b.xml")
    large = json.dumps({"bill": {"bill_id": 1, "bill_number": "S1", "title": "x" * 5_000}}).encode()
    assert read(large, url="https://a.example/b", limits=Limits(max_markup=1_000)).status == "unsupported"


@pytest.mark.parametrize(
    ("kind", "number", "expected"),
    [("HR", "21", "H.R. 21"), ("s", "5", "S. 5"), ("sjres", "7", "S.J.Res. 7"), ("hconres", "9", "H.Con.Res. 9")],
)
def test_federal_numbers(kind: str, number: str, expected: str) -> None:
    assert federal_number(kind, number) == expected


@pytest.mark.parametrize(
    ("given", "expected"), [("AB1018", "AB 1018"), ("s 7", "S 7"), ("HB 5-2026", "HB 5-2026"), ("", "")]
)
def test_state_numbers(given: str, expected: str) -> None:
    assert state_number(given) == expected


@pytest.mark.parametrize(
    ("number", "name"),
    [("119", "119th Congress"), ("121", "121st Congress"), ("111", "111th Congress"), ("102", "102nd Congress"),
     ("113", "113th Congress"), (None, None), ("x", None)],
)  # fmt: skip
def test_congresses(number: str | None, name: str | None) -> None:
    assert congress_name(number) == name
