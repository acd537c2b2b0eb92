"""Who supports or opposes a law."""

from __future__ import annotations

import pytest

from extractors.positions import Positions
from records.facts import LegislationPosition
from tests.support import reading

HEAD = "Union news of the week\n"


def stands(text: str) -> set[tuple[str, str, str]]:
    found = Positions().extract(reading(HEAD + text))
    return {(f.organization_name, f.position, f.legislation_name) for f in found if isinstance(f, LegislationPosition)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The TUC and its member the Fire Brigades Union (FBU), which organizes crews, both "
         "endorse the Fair Hours Act.",
         {("TUC", "support"), ("Fire Brigades Union", "support")}),
        ("The Fair Hours Act is endorsed by Google; Third Way; Dr. Eva Brandt, Professor at Stanford; and the AFL-CIO.",
         {("Google", "support"), ("Third Way", "support"), ("AFL-CIO", "support")}),
        ("The Fair Hours Act is new. This bill is endorsed by Common Cause and Consumer Reports.",
         {("Common Cause", "support"), ("Consumer Reports", "support")}),
        ("The Teamsters oppose the Fair Hours Act.", {("Teamsters", "oppose")}),
        ("Members cheered as the AFL-CIO-backed Fair Hours Act passed.", {("AFL-CIO", "support")}),
        ("The House shelved the Teamsters-opposed Fair Hours Act.", {("Teamsters", "oppose")}),
        ("The Republican-backed Fair Hours Act failed.", set()),
        ("Representatives from the AFL-CIO and the UAW support the Fair Hours Act.",
         {("AFL-CIO", "support"), ("UAW", "support")}),
        ("The Fair Hours Act is opposed by the U.S. Chamber of Commerce.", {("U.S. Chamber of Commerce", "oppose")}),
        ("The TUC welcomed the Fair Hours Bill, but the Confederation of British Industry criticised it.",
         {("TUC", "support"), ("Confederation of British Industry", "oppose")}),
        ("AFL-CIO President Ada Reed praised the Fair Hours Act.", {("AFL-CIO", "support")}),
        ("“Microsoft strongly supports the Fair Hours Act,” said Fred Hale, Vice President at "
         "Microsoft.", {("Microsoft", "support")}),
        ("Today, Rep. Ann Poe (D-OR), SAG-AFTRA, and the California Labor Federation celebrate the Fair Hours "
         "Act.", {("SAG-AFTRA", "support"), ("California Labor Federation", "support")}),
        ("As the governor weighs the Fair Hours Act, SAG-AFTRA and two women’s groups are pushing him to approve "
         "it.", {("SAG-AFTRA", "support")}),
        ("The TUC criticised peers after the Lords rejected the Fair Hours Bill.", {("TUC", "support")}),
        ("The Teamsters, who drive, were a prominent backer of the Fair Hours Act.", {("Teamsters", "support")}),
        ("The AFL-CIO met. The federation is sponsoring the Fair Hours Act.", {("AFL-CIO", "support")}),
        ("The ETUC is calling for it to include an EU Directive on machines at work.", {("ETUC", "support")}),
        ("The Fair Hours Act is endorsed by Reps. Luis Gama (D-IL), Jan Shaw (D-IL), the National Network to End "
         "Silence, Food Research & Action Center, and Public Citizen.",
         {("National Network to End Silence", "support"), ("Food Research & Action Center", "support"),
          ("Public Citizen", "support")}),
        ("Senator Ann Lee (D-VT) applauds the Fair Hours Act.", set()),
        ("The federation supports the Fair Hours Act.", set()),
        ("The AFL-CIO did not endorse the Fair Hours Act.", set()),
        ("The AFL-CIO opposes cuts in the Fair Hours Act.", set()),
        ("The AFL-CIO met about the Fair Hours Act.", set()),
        ("The AFL-CIO called on senators to strip a provision from the Fair Hours Act.", set()),
        ("# National Nurses United Commends Sen. Lee for Introducing Fair Hours Act",
         {("National Nurses United", "support")}),
        ("The UAW worked alongside the Teamsters, SEIU California and the NAACP to pass the Fair Hours Act.",
         {("UAW", "support"), ("Teamsters", "support"), ("SEIU California", "support"), ("NAACP", "support")}),
        ("The Teamsters and allies from the AFL-CIO and Public Citizen urged lawmakers to pass the Fair Hours Act.",
         {("Teamsters", "support"), ("AFL-CIO", "support"), ("Public Citizen", "support")}),
        ("Members of the UAW and Jobs With Justice marched to demand passage of the Fair Hours Act.",
         {("UAW", "support"), ("Jobs With Justice", "support")}),
        ("Workers at Google urged Congress to pass the Fair Hours Act.", set()),
        ("The AFL-CIO is fighting for the Fair Hours Act and joined the NAACP to win passage of it.",
         {("AFL-CIO", "support")}),
        ("TechNet fought to defeat the Fair Hours Act.", {("TechNet", "oppose")}),
        ("The Fair Hours Act is new. Supporters include the NAACP and Third Way.",
         {("NAACP", "support"), ("Third Way", "support")}),
        ("Groups backing the Fair Hours Act include the ACLU and Common Cause.",
         {("ACLU", "support"), ("Common Cause", "support")}),
        ("The Fair Hours Act drew fierce opposition from TechNet and the National Retail Federation.",
         {("TechNet", "oppose"), ("National Retail Federation", "oppose")}),
        ("Endorsed by the UAW and Public Citizen, the Fair Hours Act moves on.",
         {("UAW", "support"), ("Public Citizen", "support")}),
        ("TechNet asked the governor not to sign the Fair Hours Act.", {("TechNet", "oppose")}),
        ("TechNet called the Fair Hours Act “a solution in search of a problem.”", {("TechNet", "oppose")}),
        ("TechNet called the Fair Hours Act “a text of forty pages.”", set()),
        ("Ada Reed, president of the UAW, said the Fair Hours Act would protect clerks.", {("UAW", "support")}),
        ("The National Retail Federation argued that the Fair Hours Act would burden small shops.",
         {("National Retail Federation", "oppose")}),
        ("The UAW said the Fair Hours Act would apply to clerks.", set()),
        ("The Fair Hours Act is new. TechNet asked the governor for a veto.", {("TechNet", "oppose")}),
        ("The Fair Hours Act is new. The National Retail Federation still presses for repeal.",
         {("National Retail Federation", "oppose")}),
        ("TechNet wrote to members that it cannot support the Fair Hours Act.", {("TechNet", "oppose")}),
        ("TechNet is against the Fair Hours Act.", {("TechNet", "oppose")}),
        ("TechNet would fight the Fair Hours Act.", {("TechNet", "oppose")}),
        ("Unions behind the Fair Hours Act include the UAW and the AFL-CIO, whose president spoke.",
         {("UAW", "support"), ("AFL-CIO", "support")}),
        ("The UAW met on Monday. It backs the Fair Hours Act.", {("UAW", "support")}),
        ("The Fair Hours Act is new. The Teamsters back it.", {("Teamsters", "support")}),
        ("The Fair Hours Act is supported by the Guild of Port and Dock Hands, the UAW and Ann Lee, Professor of Law "
         "at Oak.", {("Guild of Port and Dock Hands", "support"), ("UAW", "support")}),
    ],
)  # fmt: skip
def test_positions(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(organization, position) for organization, position, _ in stands(text)} == expected


def test_each_verb_takes_its_own_law() -> None:
    text = "The California Labor Federation supports AB 1018, while the California Chamber of Commerce opposes SB 7."
    assert stands(text) == {
        ("California Labor Federation", "support", "AB 1018"),
        ("California Chamber of Commerce", "oppose", "SB 7"),
    }


def test_one_verb_for_several_laws() -> None:
    text = "SAG-AFTRA sponsored both AB 2602 and AB 1836. The Teamsters oppose both bills."
    laws = ("AB 2602", "AB 1836")
    assert stands(text) == {
        *(("SAG-AFTRA", "support", law) for law in laws),
        *(("Teamsters", "oppose", law) for law in laws),
    }


def test_a_package_of_bills_listed_below() -> None:
    text = (
        "The California Labor Federation is sponsoring a package of bills on robots.\n"
        "- Senate Bill 947 by Sen. Jo Poe, on dismissals\n- Assembly Bill 1331, on cameras"
    )
    assert {law for _, _, law in stands(text)} == {"Senate Bill 947", "Assembly Bill 1331"}


def test_endorsers_in_items_under_a_heading() -> None:
    text = (
        "The Fair Hours Act is new.\n# Endorsing organizations:\n- AFL-CIO\n- National Nurses United\n- Public Citizen"
    )
    assert {name for name, *_ in stands(text)} == {"AFL-CIO", "National Nurses United", "Public Citizen"}


def test_a_coalition_that_lobbies_for_a_law_supports_it() -> None:
    text = (
        "More than 20 unions formed a new coalition called the Clerks First Alliance.\n"
        "The coalition has announced lobbying campaigns in several capitals aimed at passing the Fair Hours Act."
    )
    assert stands(text) == {("Clerks First Alliance", "support", "Fair Hours Act")}


BILL = "Senator Ada Byrne introduced the Fair Shifts Act in March. It would bar firms from cutting shifts by machine.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Clerks Guild backs it.", {("Clerks Guild", "support")}),
        ("Shops are not amused. The Retail Federation is against it.", {("Retail Federation", "oppose")}),
        ("The Retail Federation is firmly opposed to it, the Clerks Guild said.", {("Retail Federation", "oppose")}),
        ("The Nurses Federation also came out in favour.", {("Nurses Federation", "support")}),
        ("The Retail Federation, by contrast, rejects the draft.", {("Retail Federation", "oppose")}),
        ("The Retail Federation wants it withdrawn.", {("Retail Federation", "oppose")}),
        (
            "The Clerks Guild supports the bill. The Elm Hospital Association does not.",
            {("Clerks Guild", "support"), ("Elm Hospital Association", "oppose")},
        ),
        (
            "Signed in PRO at that hearing: the Clerks Guild; Nurses Federation.\n"
            "Signed in CON: Retail Federation; Elm Hospital Association.",
            {
                ("Clerks Guild", "support"),
                ("Nurses Federation", "support"),
                ("Retail Federation", "oppose"),
                ("Elm Hospital Association", "oppose"),
            },
        ),
        ("The Trucking Federation is neutral on it.", set()),
        ("The Clerks Guild has not taken a side. It does not comment.", set()),
        (
            "The Clerks Guild met. The hall is old. Its roof leaks. A fair was held. It rained. The UAW backs it.",
            set(),
        ),
    ],
)
def test_it_is_the_only_law_told_of(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(name, side) for name, side, _ in stands(BILL + text)} == expected


def test_the_bill_is_none_that_was_passed_long_ago() -> None:
    text = (
        "The bill would amend the Trade Union and Labour Relations Act 1992 and the Elm Labour Code.\n"
        "The Bankers Federation said it could not support the bill as drafted."
    )
    assert stands(BILL + text) == {("Bankers Federation", "oppose", "Fair Shifts Act")}


def test_a_list_is_of_the_bill_the_text_is_about() -> None:
    text = "The Fair Shifts Act is new. The Fair Shifts Act is long. Byrne brought the Fair Shifts Act. "
    text += "A companion, Senate Bill 60, waits.\nSigned in PRO: the Clerks Guild; Nurses Federation."
    assert {law for *_, law in stands(BILL + text)} == {"Fair Shifts Act"}


def test_what_is_done_to_a_law_is_no_part_of_its_name() -> None:
    text = "The Clerks Guild applauds Governor Poe for Signing the Fair Shifts at Work Act.\n"
    assert {law for *_, law in stands(text)} == {"Fair Shifts at Work Act"}
