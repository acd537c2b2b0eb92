"""What texts say outright of their kind."""

from __future__ import annotations

import pytest

from extractors.readers.blocks import Block
from extractors.readers.doctype_labels import told_kind

LONG = "The crews of the east quay asked for rules on cranes, and the port has not answered them yet. " * 3


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["Crews ask for rules", "Press Release", LONG], "press_release"),
        (["Crews ask for rules", "FOR IMMEDIATE RELEASE | March 3, 2026", LONG], "press_release"),
        (["Cranes need people", "Opinion", LONG], "other"),
        (["Cranes and the law", "Client Alert", LONG], "guide"),
        (["Cranes and wages", "Working Paper No. 12", LONG], "report"),
        (["A directive on cranes", "Brussels, 13 October 2025", "Dear Members of the Parliament,", LONG], "other"),
        (["Brothers and sisters,", LONG], "other"),
        (["Open letter: rules for cranes", "Dear Minister,", LONG], None),
        (["Cranes and the law", "Lee Park LLP | Labor & Employment Alert", LONG], "guide"),
        (["Rules for cranes", "Media release, Wellington, 5 November 2025", LONG], "press_release"),
        (["NEWS: Ruiz Welcomes Rules", LONG], "press_release"),
        (["Crews send letter", "Press contact: Ann Lee", "Dear Minister,", LONG], None),
        (["FACT SHEET: Governor Announces Steps on Cranes", LONG], "press_release"),
        (["Fact sheet: cranes at work", LONG], None),
        (
            [
                "Interoffice memorandum",
                "Date: July 8, 2031",
                "To: Administration",
                "From: Ann Lee, Director",
                "Re: Clerks’ CBA - final changes",
                LONG,
            ],
            "other",
        ),
        (["Memorandum", "From: Ann Lee, Director", "Re: Summary of changes, clerks’ labor agreement", LONG], "other"),
        (["Memorandum", "From: Ann Lee, Director", "Re: Cranes at the east quay", LONG], None),
        (["Memorandum", "Re: Clerks’ labor agreement", LONG], None),
        (["Memorandum", "From: Ann Lee", "Subject: Executed contract", LONG * 60], None),
        (["Ask the port for rules", "Add your name:", LONG], "other"),
        (["Crane Workshop", "9:00 a.m. Welcome", "10:00 – 11:00 Panel", "11:15 a.m. Cranes", LONG], "other"),
        (["Crews ask for rules", "PORTVILLE, Feb. 20, 2026 /PRNewswire/ -- " + LONG], "press_release"),
        (["Crews ask for rules", "PORTVILLE, Feb. 20, 2026 (GLOBE NEWSWIRE) -- " + LONG], "press_release"),
        (["Crews ask for rules", "News provided by", "Quay Crews International", LONG], "press_release"),
        (["Crews ask for rules", LONG + " The text ran on a wire, /PRNewswire/ among them."], None),
        (["Crews ask for rules", LONG, "They met at 9:00 a.m. on Monday."], None),
        (["The press release said nothing of cranes, and the crews want to know why.", LONG], None),
    ],
)
def test_labels(lines: list[str], kind: str | None) -> None:
    assert told_kind([Block("paragraph", line) for line in lines], lines[0]) == kind


def test_a_letter_given_out_by_a_publisher_is_its_news() -> None:
    blocks = [Block("paragraph", line) for line in ("Rules for cranes", "Dear Minister,", LONG)]
    assert (told_kind(blocks, None), told_kind(blocks, None, "Quay Workers' Federation")) == ("other", None)
