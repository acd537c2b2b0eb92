"""Plain text to blocks: one table of cases for each way of laying text out."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.readers.blocks import assemble
from extractors.readers.limits import Limits
from extractors.readers.text import read_text

CONTRACT = """\
                         AGREEMENT
                          between
                    HARBOR COUNTY
                            and
          HARBOR CLERKS UNION, LOCAL 88
\fHarbor County and Local 88                                             Page 2

### ARTICLE 1 - HOURS

Section 1. Workday. The regular workday is eight (8) hours, and no employee shall be sched-
uled for more than ten hours unless the employee has said yes in writing, as set out in
Article 4, and then only where
\fHarbor County and Local 88                                             Page 3

the department has given two days of notice to the steward who is on duty in that part of
the building.
Section 2. Breaks
      (a) Each employee has a rest break of fifteen minutes in every half shift of at least four
          hours.
      (b) Breaks are paid; and
      (c) Breaks are never combined.

Pay steps are these.

     Step        Hourly        Monthly
     One         18.20         3,154
     Two         19.10         3,310
     Three       20.40         3,536
\fHarbor County and Local 88                                             Page 4

### ARTICLE 2 - DURATION

This Agreement runs for three years.
"""


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_text(text, Limits()).blocks]


def test_a_contract_with_its_layout() -> None:
    parsed = read_text(CONTRACT, Limits())
    found = [(b.kind, " ".join(b.text.split()) if b.kind != "table" else b.text, b.page) for b in parsed.blocks]
    assert ("heading", "ARTICLE 1 - HOURS", 2) in found
    assert (
        "paragraph",
        "Section 1. Workday. The regular workday is eight (8) hours, and no employee shall be scheduled for more than "
        "ten hours unless the employee has said yes in writing, as set out in Article 4, and then only where the "
        "department has given two days of notice to the steward who is on duty in that part of the building.",
        2,
    ) in found
    assert ("heading", "Section 2. Breaks", 3) in found
    assert [text for kind, text, _ in found if kind == "list_item"] == [
        "(a) Each employee has a rest break of fifteen minutes in every half shift of at least four hours.",
        "(b) Breaks are paid; and",
        "(c) Breaks are never combined.",
    ]
    assert ("table", "Step\tHourly\tMonthly\nOne\t18.20\t3,154\nTwo\t19.10\t3,310\nThree\t20.40\t3,536", 3) in found
    assert ("heading", "ARTICLE 2 - DURATION", 4) in found
    assert not any("Page" in text for _, text, _ in found)
    assert parsed.page_count == 4
    assert parsed.title == "AGREEMENT between HARBOR COUNTY and HARBOR CLERKS UNION, LOCAL 88"
    assert parsed.published_on is None


def test_contents_stay_line_by_line() -> None:
    text = (
        "CONTENTS\n\nARTICLE 1 - HOURS ............ 3\nARTICLE 2 - PAY .............. "
        "7\nARTICLE 3 - LEAVE ............ 9\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["heading", "paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (
            "The employer shall tell the stewards of any new system at least sixty days before it is",
            "put to use.",
            True,
        ),
        (
            "The employer shall tell the stewards of any new system in writing, as Section",
            "4 of this contract says.",
            True,
        ),
        (
            "The employer pays overtime to everyone who has worked more than thirty-eight",
            "(38) hours between Monday and Sunday.",
            True,
        ),
        (
            "The employer shall tell the stewards of any new system at least sixty days before its use.",
            "Section 4. Use",
            False,
        ),
        (
            "The employer shall tell the stewards of any new system at least sixty days before its use.",
            "(b) The union may ask.",
            False,
        ),
        (
            "The employer shall tell the stewards of any new system at least sixty days before its use;",
            "4.2 Notice is in writing.",
            False,
        ),
    ],
)
def test_lines_are_joined_only_where_the_sentence_goes_on(first: str, second: str, joined: bool) -> None:
    filler = "Every line of this paragraph is about as long as the others are, so that the margin is\nclear to see. "
    text = f"{filler}\n\n{first}\n{second}\n"
    assert any(first in block and second in block for _, block in kinds(text)) is joined


def test_double_spacing_is_seen_through() -> None:
    lines = [
        "The parties met four times in the spring and came to an understanding on how cameras in the",
        "depot are used, who may look at what they record, and how long the recordings are kept before",
        "they are erased. The understanding is part of the contract from the first of July, and it may be",
        "ended by either party with ninety days of notice to the other party, on paper and sent by mail to",
        "the address that stands at the end of this document, or handed over in person to the steward of",
        "the depot or to the manager of the depot.",
    ]
    assert kinds("\n\n".join(lines)) == [("paragraph", " ".join(lines))]


def test_line_numbers_in_the_margin_go() -> None:
    body = [
        "A BILL",
        "to give workers notice of software that",
        "decides on their schedules, and for other",
        "purposes.",
        "Be it enacted by the council,",
        "SECTION 1. NOTICE.",
        "An employer shall give sixty days of notice",
        "before it uses such software, in writing,",
        "to every worker whom it concerns.",
    ]
    text = "\n".join(f"{number:>3}   {line}" for number, line in enumerate(body, 1))
    found = kinds(text)
    assert ("heading", "A BILL") in found
    assert (
        "paragraph",
        (
            "An employer shall give sixty days of notice before it uses such software, in "
            "writing, to every worker whom it concerns."
        ),
    ) in found


def test_pages_with_a_table_have_line_numbers_where_most_pages_do() -> None:
    def page(numbers: int, lines: int, opening: str) -> str:
        held = [f"{n:>3}   {opening if n == 1 else f'the crews of berth {n} asked for a rule on cranes and'}" for n in
                range(1, numbers + 1)]  # fmt: skip
        table = [f"              {n}.00 %                To qualify for berth {n}" for n in range(2, lines + 2)]
        return "\n\n".join([*held[:7], *table, *held[7:]])

    pages = [page(12, 0, "In the spring") for _ in range(4)]
    found = kinds("\f".join([*pages, page(9, 14, "ARTICLE 17"), page(4, 0, "ARTICLE 18")]))
    openings = [text.split("\n")[0][:10] for _, text in found]
    assert "ARTICLE 17" in openings
    assert "ARTICLE 18" in openings


def test_a_list_on_a_page_without_line_numbers_keeps_its_own() -> None:
    listed = "\n".join(f"{n:>3}   bring the tools of berth {n} back to the shed" for n in range(1, 6))
    plain = "\n".join(f"The crews of berth {n} asked the port for a rule on cranes." for n in range(1, 12))
    assert any("1 " in text for _, text in kinds("\f".join([plain, plain, plain, f"{plain}\n{listed}"])))


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("ARTICLE&nbsp;1 - Recognition", "ARTICLE 1 - Recognition"),
        ("Tools &amp; gear", "Tools & gear"),
        ("the crew&rsquo;s right &ndash; always", "the crew’s right – always"),
        ("berth &#8220;A&#8221;", "berth “A”"),
        ("AT&T; and R&D;", "AT&T; and R&D;"),
        ("salt & pepper", "salt & pepper"),
    ],
)
def test_entities_left_in_a_copied_page_are_read(line: str, text: str) -> None:
    assert kinds(line)[0][1] == text


def test_a_marked_heading_ends_with_its_line() -> None:
    long = (
        "New crews are paid at the first step unless the port says otherwise in writing, and so on for each berth. " * 4
    )
    text = f"### ARTICLE 14 - WAGES\n1. WAGE STEPS\n{long}\n### ARTICLE 15 - HOURS\nREGULAR HOURS\n{long}"
    assert [held for _, held in kinds(text)][:2] == ["ARTICLE 14 - WAGES", "1. WAGE STEPS"]
    assert "ARTICLE 15 - HOURS" in [held for _, held in kinds(text)]


def test_one_paragraph_a_line() -> None:
    long = "The federation said that its members had read the plan and would answer it before the summer recess. " * 3
    text = (
        f"Federation answers plan on software\n\nBy Ann Lee and Bo Ray\n\nMarch 3, "
        f"2026\n\n{long}\n\nWhat comes next\n\n{long}\n- first demand\n- second demand"
    )
    parsed = read_text(text, Limits())
    assert [b.kind for b in parsed.blocks] == [
        "heading",
        "paragraph",
        "paragraph",
        "paragraph",
        "heading",
        "paragraph",
        "list_item",
        "list_item",
    ]
    assert parsed.title == "Federation answers plan on software"
    assert parsed.authors == ("Ann Lee", "Bo Ray")
    assert parsed.published_on == date(2026, 3, 3)
    assert parsed.language == "en"


def test_a_first_line_that_is_a_sentence_is_no_title() -> None:
    assert read_text("The union voted on Monday.\n\nThe count took all night.\n", Limits()).title is None


def test_marks_of_converters_go() -> None:
    text = (
        "# Rules for software\n\nSee the **joint** [handbook](https://example.org/x) on "
        "scheduling.\n\n> “We were asked,” she said.\n"
    )
    assert kinds(text) == [
        ("heading", "Rules for software"),
        ("paragraph", "See the joint handbook on scheduling."),
        ("paragraph", "“We were asked,” she said."),
    ]


def test_short_lines_of_an_address_stay_apart() -> None:
    text = "Harbor Clerks Union\n12 Quay Street\nAstoria, Oregon\n"
    assert [block for _, block in kinds(text)] == ["Harbor Clerks Union", "12 Quay Street", "Astoria, Oregon"]


def test_a_paragraph_that_runs_over_a_page_has_both_pages() -> None:
    parsed = read_text(CONTRACT, Limits())
    made = assemble(parsed.blocks, parsed.page_count)
    assert made.text[made.page_starts[2] :].startswith("the department has given two days")
    assert made.text[made.page_starts[1] :].startswith("ARTICLE 1")
