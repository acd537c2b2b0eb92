"""Laws a document tells of: names, numbers, jurisdiction, status, sponsors, references."""

from __future__ import annotations

import time
from datetime import date

import pytest

from extractors.legislation import Legislation, find_legislation
from records.facts import Legislation as LegislationFact
from tests.support import reading

HEAD = "Union news of the week\n"


def laws(text: str, published_on: date | None = date(2026, 3, 4)) -> list[LegislationFact]:
    found = Legislation().extract(reading(HEAD + text, published_on=published_on))
    return [fact for fact in found if isinstance(fact, LegislationFact)]


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("They back the No Robot Foremen Act of 2031 for staff.", "No Robot Foremen Act of 2031", None),
        ("The No Robot Foremen Act (S. 2419) was introduced.", "No Robot Foremen Act", "S. 2419"),
        ("H.R. 7628, the Stop Spying Bosses Act, would help.", "Stop Spying Bosses Act", "H.R. 7628"),
        ("H.R. 7064 - AI in Clinics Study Act, is new.", "AI in Clinics Study Act", "H.R. 7064"),
        ("Lawmakers heard AB 1018 in June.", "AB 1018", "AB 1018"),
        ("Lawmakers heard Assembly Bill 5 in June.", "Assembly Bill 5", "Assembly Bill 5"),
        ("The governor of California vetoed Senate Bill No. 7 on Monday.", "Senate Bill No. 7", "Senate Bill No. 7"),
        ("Minnesota took up Senate File 1234 in May.", "Senate File 1234", "Senate File 1234"),
        ("Lawmakers heard A.4947/S.7623 in June.", "A.4947/S.7623", "A.4947/S.7623"),
        ("Lawmakers heard LD 1082 in June.", "LD 1082", "LD 1082"),
        ("The text of Directive (EU) 2024/2831 is out.", "Directive (EU) 2024/2831", "2024/2831"),
        ("It follows Regulation (EU) 2024/1689 (the EU AI Act).", "EU AI Act", "2024/1689"),
        ("It follows Executive Order 14110 closely.", "Executive Order 14110", "Executive Order 14110"),
        ("Peers debated the Digital Ports (No 2) Bill.", "Digital Ports (No 2) Bill", None),
        ("Peers debated the Workers (Surveillance) Act 2031.", "Workers (Surveillance) Act 2031", None),
        ("The Testing and Rules for Artificial Inference Networks (TRAIN) Act is new.",
         "Testing and Rules for Artificial Inference Networks Act", None),
        ("The Preventing Rate Increases for Clerks (“PRICE”) Act is "
         "new.", "Preventing Rate Increases for Clerks Act", None),
        ("See the Nurture Songs, Foster Art, and Keep Singers Safe "
         "Act.", "Nurture Songs, Foster Art, and Keep Singers Safe Act", None),
        ("See the Nurture Songs, Foster Art and Keep Singers Safe (NSFAKSS) Act.",
         "Nurture Songs, Foster Art and Keep Singers Safe Act", None),
        ("In Boston they heard H.1873, “An Act preventing a grim workplace.”",
         "An Act preventing a grim workplace", "H.1873"),
        ("Unions back An Act Relative to Fair Schedules for clerks.", "An Act Relative to Fair Schedules", None),
        ("Unions back the ‘Fair Hours Act’ today.", "Fair Hours Act", None),
        ("The Canada Labour Code obliges them.", "Canada Labour Code", None),
        ("It changes Part 5 of the California Labor Code.", "California Labor Code", None),
        ("Under Italy’s Workers’ Statute they may.", "Workers’ Statute", None),
        ("The Robots and Data Act, part of Bill C-27, died.", "Robots and Data Act", "Bill C-27"),
        ("The Fair Hours Act (S. 9931 / H.R. 9960) is new.", "Fair Hours Act", "S. 9931"),
        ("Known as the Fair Hours Act, it is new.", "Fair Hours Act", None),
        ("New York lawmakers heard S8928, a bill on layoffs.", "S8928", "S8928"),
        ("Under the Spain’s Rider Law platforms must tell.", "Rider Law", None),
        ("The AI Bill is here. The Artificial Intelligence (Hours) Bill is long.",
         "Artificial Intelligence (Hours) Bill", None),
        ("Under Section 7 of the National Labor Relations Act (NLRA) they may.", "National Labor Relations Act", None),
        ("It is a bill called the “Stop Spying Bosses Act” for short.", "Stop Spying Bosses Act", None),
        ("Voters kept Proposition 22 alive.", "Proposition 22", "Proposition 22"),
        ("New York City's Local Law 144 covers hirin"
         "g.", "New York City's Local Law 144", "Local Law 144"),
        ("The Executive Order on Quiet, Clean, and Sound Machine Tools, which he signed, helps.",
         "Executive Order on Quiet, Clean, and Sound Machine Tools", None),
        ("An executive order titled “Removing Barriers to Machine Tools” came "
         "out.", "Removing Barriers to Machine Tools", None),
        ("Senator Reyes's and Senator Cho's Fair Hours Act is back.", "Fair Hours Act", None),
        ("The States’ Right to Regulate Robots Act is back.", "States’ Right to Regulate Robots Act", None),
        ("Canada's Robots and Data Act, Bill C-27, is dead.", "Robots and Data Act", "Bill C-27"),
        ("Alongside the Fair Hours Act, little moved.", "Fair Hours Act", None),
        ("Thanks to the Fair Hours Act of 2022, it is so.", "Fair Hours Act of 2022", None),
        ("Peers sat for the Report Stage of the Robot Pay Bill (RPB).", "Robot Pay Bill", None),
        ("It pays for the Title VI Loan Program under the Old Housing Act of 1996.", "Old Housing Act of 1996", None),
        ("Advanced the STOIC Act out of committee.", "STOIC Act", None),
        ("Under the Federal Power Act they must.", "Federal Power Act", None),
        ("They fought the Republican Fair Hours Act.", "Fair Hours Act", None),
        ("It is the Rest for Nurses Act (RNA) Renewal Act.", "Rest for Nurses Act Renewal Act", None),
        ("The governor signed the Machine Bosses Act, Senate Bill (SB) 24-205.",
         "Machine Bosses Act", "SB 24-205"),
        ("Lawmakers passed SB 25B-004 in August.", "SB 25B-004", "SB 25B-004"),
        ("The BOSS Act (S7623A) is next.", "BOSS Act", "S7623A"),
        ("New York City Law 144 is in effect. Local Law 144 covers hiring.", "New York City Law 144", "Local Law 144"),
        ("It should include an EU Directive on machines and shifts at work that lists duties.",
         "Directive on machines and shifts at work", None),
        ("Ministers adopted the platform work directive on Monday.", "Platform Work Directive", None),
        ("The council adopted the Platform Work Directive on 11 March 2024.", "Platform Work Directive", None),
        ("This act may be cited as the \"fair hours and rest act\".", "Fair Hours and Rest Act", None),
        ("Tell the governor to sign the LOAF Act (S. 7543-B Ray).", "LOAF Act", "S. 7543-B"),
        ("They passed the Joan R. Levy Fair Voting Act.", "Joan R. Levy Fair Voting Act", None),
        ("She wrote the Renters' Bill of Rights Act.", "Renters' Bill of Rights Act", None),
        ("They fund it by the House-passed Fair Hours Act.", "Fair Hours Act", None),
        ("Minimum Pay in Inflation Reduction Act is back.", "Inflation Reduction Act", None),
        ("Specifically the Fair Hours Act is back.", "Fair Hours Act", None),
        ("They passed the Safe Roads for Those Who Serve Act.", "Safe Roads for Those Who Serve Act", None),
        ("Save Affordable Care Act credits.", "Affordable Care Act", None),
        ("They passed the Build Back Better Wages Act.", "Build Back Better Wages Act", None),
        ("Provisions from the Lee-authored Fair Hours Act are in it.", "Fair Hours Act", None),
        ("Congress set up the Task Force on Rest under the 21st Century Rest Act.", "21st Century Rest Act", None),
        ("Senator Poe announced the Fair Hours Act on Monday.\nSenate Bill 7 would cap shifts.",
         "Fair Hours Act", "Senate Bill 7"),
    ],
)  # fmt: skip
def test_names_and_numbers(text: str, name: str, number: str | None) -> None:
    (law,) = laws(text)
    assert (law.name, law.bill_number) == (name, number)


@pytest.mark.parametrize(
    "text",
    [
        "The White House put out its Blueprint for an AI Bill of Rights.",
        "We must Act now, said Bill Cassidy.",
        "She teaches at Harvard Law School and reads the Columbia Law Review.",
        "A bill that would make bosses report layoffs was introduced in New Jersey.",
        "The agency issued a request for information and a white paper.",
        "Lawmakers should pass legislation. The bill has to come soon.",
        "The new contract will act as a model; the law firm agreed.",
        "It was a blow to the Rule of Law, and to the Code of Federal Regulations (CFR).",
        "Labor Unions Push for State-Level AI Regulations as Robots Spread",
        "Bill To Help Clerks Rest, Part From Old Service Plans Set To Become Law",
        "Governor Signs Bills Regulating Robot Pay Into Law",
    ],
)
def test_what_is_no_named_law(text: str) -> None:
    assert laws(text) == []


def test_laws_in_a_row_stay_apart() -> None:
    text = "They back the Fair Hours Act, the Safe Data Act, and the Kids and Robots Act."
    assert {law.name for law in laws(text)} == {"Fair Hours Act", "Safe Data Act", "Kids and Robots Act"}


def test_a_name_and_a_number_far_from_each_other_stay_apart() -> None:
    text = "I was glad to see the Fair Hours Act pass. There is a need to think about Bill C-27 and data."
    assert {law.name for law in laws(text)} == {"Fair Hours Act", "Bill C-27"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The governor vetoed a bill Friday that would ban robots.\nAssembly Bill 316 would have.", {"vetoed"}),
        (
            "Gov. Poe signed two bills for actors.\nOne of them, AB 18, is long. The other, AB 26, is short.",
            {"enacted"},
        ),
        ("AB 18 is long. AB 26 is short.\nThe governor signed both bills on Friday.", {"enacted"}),
        ("Gov. Poe signed into law bills for nurses.\nAB 18 is long, and AB 26 is short.", {"enacted"}),
        ("AB 18 would ban it. It passed the state’s assembly in May and the state senate in June.", {"passed"}),
        ("In Ohio, a bill was introduced in May that would help. The bill, SB 22, is back.", {"introduced"}),
        ("AB 18 is long. AB 26 is short.\nThe three bills were signed on Friday.", {None}),
    ],
)
def test_laws_named_elsewhere(text: str, status: set[str | None]) -> None:
    assert {law.status for law in laws(text)} == status


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("California's SB 7 is up next.", "US-CA"),
        ("Washington House Bill 1709 is up next.", "US-WA"),
        ("LD 1082 is up next.", "US-ME"),
        ("S. 2419 is up next.", "US"),
        ("SB 915 is up next.", None),
        ("Colorado’s AI Act is up next.", "US-CO"),
        ("The Platform Work Directive is up next.", "EU"),
        ("MPs in the House of Commons debated the Robot Pay Bill.", "GB"),
        ("Sens. Ana Reyes (D-TX) and Bo Cho (R-UT) lead the Fair Hours Act.", "US"),
        ("They lobby in Brussels and in Washington, D.C. for the Fair Hours Act.", "EU;US"),
        ("The Ohio Senate took up the Fair Hours Act.", "US-OH"),
        ("Governor Gavin Newsom signed Executive Order N-12-23 in California.", "US-CA"),
        ("They like the Fair Hours Act.", None),
        ("Sens. Ann Lee, D-Hawaii, and Bo Ray, R-Utah, introduced the Fair Hours Act.", "US"),
        ("Wisconsin nurses like the Fair Hours Act of Rep. Ann Lee (D-Racine).", "US-WI"),
        ("Rep. Ann Lee (D-Racine) likes the Fair Hours Act.", "US"),
        ("Queensland may go first.\nThe Fair Hours Bill would cap shifts.", "AU-QLD"),
        ("Firms in the UK are wary.\nThe Fair Hours Act is a proposal of peers.", "GB"),
        ("Firms in Canada and in Mexico are wary.\nThe Fair Hours Act is new.", None),
    ],
)
def test_jurisdiction(text: str, code: str | None) -> None:
    (law,) = laws(text)
    assert law.jurisdiction == code


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Senator Reyes introduced the Fair Hours Act.", "introduced"),
        ("Senator Reyes reintroduced the Fair Hours Act.", "introduced"),
        ("Senator Reyes plans to introduce the Fair Hours Act.", "proposed"),
        ("The Senate passed the Fair Hours Act.", "passed_chamber"),
        ("The Fair Hours Act passed out of committee.", "passed_chamber"),
        ("Congress passed the Fair Hours Act.", "passed"),
        ("The governor signed the Fair Hours Act.", "enacted"),
        ("The Fair Hours Act was signed into law.", "enacted"),
        ("The Fair Hours Act received Royal Assent.", "enacted"),
        ("If enacted, the Fair Hours Act would end it.", "proposed"),
        ("The governor vetoed the Fair Hours Act.", "vetoed"),
        ("The Fair Hours Act failed in the Senate.", "failed"),
        ("The Fair Hours Act came into force.", "in_force"),
        ("The firm violated the Fair Hours Act.", "in_force"),
        ("Under the Fair Hours Act, bosses must post shifts.", "in_force"),
        ("Unions call on Congress to pass the Fair Hours Act.", "proposed"),
        ("The drive aimed at passing the Fair Hours Act goes on.", "proposed"),
        ("The Fair Hours Act would end it.", "proposed"),
        ("Rules will come within the forthcoming Fair Hours Act.", "proposed"),
        ("SB 9 amends the Fair Hours Act and seeks to protect staff.\nIt is long.", "in_force"),
        ("Fair Hours Act – In Effect", "in_force"),
        ("The governor weighs signing or vetoing the Fair Hours Act.", "proposed"),
        ("The governor can lead by signing the Fair Hours Act.", "proposed"),
        ("She applauds the Ohio Senate's passage of the Fair Hours Act.", "passed_chamber"),
        ("They cheer the governor's signature on the Fair Hours Act.", "enacted"),
        ("It needs the backing of a national Fair Hours Act.", "proposed"),
        ("Two attempts to adopt the Fair Hours Act had failed.", "proposed"),
        ("We applaud the reintroduction of the Fair Hours Act.", "introduced"),
        ("Despite the passage of the Fair Hours Act, little changed.", "passed"),
        ("I will keep pushing to get the Fair Hours Act signed into law.", "proposed"),
        ("In the 116th Congress, Rep. Ann Lee (D-VT) introduced the Fair Hours Act.", "introduced"),
        ("I was glad to see the Fair Hours Act recently passed.", "passed"),
        ("She helped get the bill passed into law as the Fair Hours Act.", "enacted"),
        ("The president issued Executive Order 14110.", "executive_order"),
        ("Executive Order 14110 was rescinded.", "repealed"),
        ("Unions like the Fair Hours Act.", None),
        ("The Senate took up SB 7, which bans cameras.", None),
        ("Parliament adopted the Fair Hours Act; it entered into force later.", "in_force"),
        ("The Senate introduced nothing. Congress passed the Fair Hours Act of 1964.", "in_force"),
        ("SB 18 and SB 26 now go to the governor’s desk.", "passed"),
        ("The Assembly passed SB 18, which awaits the governor’s signature.", "passed"),
        ("The Rosters Bill 2031, currently before the Legislative Council, is long.", "introduced"),
        ("The Rosters Bill 2031, now stuck in the upper house, is long.", "introduced"),
        ("They want to extend the Endangered Species Act to robots.", "in_force"),
        ("The Fair Hours Act is President Poe’s idea.", None),
    ],
)
def test_status(text: str, status: str | None) -> None:
    law = laws(text)[-1]
    assert law.status == status


def test_what_the_union_adopts_is_law() -> None:
    (law,) = laws("The European Union adopted the Platform Work Directive in spring 2024.")
    assert (law.jurisdiction, law.status) == ("EU", "enacted")


def test_status_of_a_law_is_merged_over_the_document() -> None:
    text = (
        "Senator Ana Reyes (D-TX) introduced the Fair Hours Act (S. 12) on May 5, 2025.\n"
        "The bill passed the Senate on February 2, 2026."
    )
    (law,) = laws(text)
    assert (law.status, law.status_on, law.bill_number) == ("passed_chamber", date(2026, 2, 2), "S. 12")
    assert law.sponsors == ("Ana Reyes",)
    assert "introduced" in law.span.quote


def test_a_relative_day_needs_the_day_of_publication() -> None:
    text = "Today, Senator Ana Reyes (D-TX) introduced the Fair Hours Act."
    assert laws(text)[0].status_on == date(2026, 3, 4)
    assert laws(text, published_on=None)[0].status_on is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("U.S. Senators Bob Lane of Ohio and Brian Moss of Hawai‘i today introduced a bill named the Fair Hours "
         "Act.", ("Bob Lane", "Brian Moss")),
        ("Rep. Al Fitz (R-PA-01) and Sen. Jo Oss (D-GA) reintroduced the Fair Hours Act.", ("Al Fitz", "Jo Oss")),
        ("Sen. Ann Lee (D-VT), Bob Ray (I-Vt.), and Cy Poe (R-Miss.) introduced the Fair Hours "
         "Act.", ("Ann Lee", "Bob Ray", "Cy Poe")),
        ("Congressman Al Fitz (NY-17) joined Congressman Jo Oss (NJ-05) in introducing the Fair Hours "
         "Act.", ("Al Fitz", "Jo Oss")),
        ("The governor signed the Fair Hours Act, authored by Senator Scott Wick.", ("Scott Wick",)),
        ("The Fair Hours Act was introduced by Sen. Ann Lee (D-VT).", ("Ann Lee",)),
        ("Sen. Ann Lee (D-VT) introduced the Fair Hours Act. The bill is co-sponsored by Sen. Bob Ray "
         "(I-VT).", ("Ann Lee",)),
        ("In California, Senate Bill 947 by Sen. Jo Reyes (D-Stockton), which would end it, is next.", ("Jo Reyes",)),
        ("In California, AB 288 (McKinley), the Right to Rest Act, is next.", ("McKinley",)),
        ("The governor vetoed the Fair Hours Act.", ()),
        ("“We need it,” said Assemblymember Ann Lee, the author of AB 1331.", ("Ann Lee",)),
        ("The bill’s author, Senator Ann Lee, said SB 7 would help.", ("Ann Lee",)),
        ("SB 7 is new. Its sponsor is Senator Ann Lee.", ("Ann Lee",)),
        ("Rep. Ann Lee (D-TX) is the lead sponsor of the Fair Hours Act. Co-sponsors include Reps. Bob Ray (D-NM) and "
         "Cy Poe (D-AZ).", ("Ann Lee",)),
        ("Sen. Ann Lee, D-Ore., who sponsors the Fair Hours Act, spoke.", ("Ann Lee",)),
        ("It moves. Sponsored by Senators Ann Lee and Bob Ray, the Fair Hours Act waits.", ("Ann Lee", "Bob Ray")),
        ("State Rep. Ann Lee filed the Fair Hours Act.", ("Ann Lee",)),
        ("The Fair Hours Act is carried by Sen. Ann Lee.", ("Ann Lee",)),
        ("Lord Lee of Perth introduced the Fair Hours Bill.", ("Lord Lee of Perth",)),
        ("Ann Lee MP’s Fair Hours Bill is back.", ("Ann Lee",)),
        ("The Fair Hours Bill, brought into Australia's Senate in May by independent senator Ann Lee, "
         "waits.", ("Ann Lee",)),
        ("Rep. Josué “Chuy” Gama (IL-04) introduced the Fair Hours Act.", ("Josué “Chuy” Gama",)),
        ("They cheered Governor Ann Poe’s signing of the Fair Hours Act.", ()),
        ("The Fair Hours Act is co-authored by Assemblymembers Ann Lee, D-South Gate, and Bob Ray, "
         "D-Chico.", ("Ann Lee", "Bob Ray")),
        (
            "The Fair Hours Act is authored by Assemblymembers Ann Lee (D-Portville), Asm. Bo Ray (D-Quay), and Asm."
            " Cy Orr (R-Hill).",
            ("Ann Lee", "Bo Ray", "Cy Orr"),
        ),
        ("The Fair Hours Act would cap shifts.\nBill sponsor Rep. Ann Lee (D-Portville) said it is due.", ("Ann Lee",)),
        ("The Fair Hours Act would cap shifts.\nSen. Ann Lee, the bill’s lead author, called it fair.", ("Ann Lee",)),
        (
            "The Fair Hours Act would cap shifts.\nReps. Ann Lee and Bo Ray, who wrote the bill, agree.",
            ("Ann Lee", "Bo Ray"),
        ),
        (
            "Firms would report under new legislation introduced Tuesday by Sens. Ann Lee, D-Va., and Bo Ray, R-Ohio."
            "\nThe Fair Hours Act would have them count.",
            ("Ann Lee", "Bo Ray"),
        ),
        (
            "In a release unveiling the Fair Hours Act, Sens. Ann Lee, D-Va., and Bo Ray, R-Ohio, said it is due.",
            ("Ann Lee", "Bo Ray"),
        ),
        (
            "Sen. Ann Lee, D-Ohio, will unveil two bills soon.\nThe first bill, the Fair Hours Act, would cap it.",
            ("Ann Lee",),
        ),
        ("The Fair Hours Act is co-sponsored by Reps. Ann Lee and Bo Ray.", ("Ann Lee", "Bo Ray")),
        (
            "Sen. Ann Lee (D-VT) introduced the Fair Hours Act. The Fair Hours Act is cosponsored by Sen. Bo Ray.",
            ("Ann Lee",),
        ),
        ("The Fair Hours Act would cap shifts.\nRep. Ann Lee, who opposed the bill, said it costs too much.", ()),
    ],
)  # fmt: skip
def test_sponsors(text: str, names: tuple[str, ...]) -> None:
    (law,) = laws(text)
    assert law.sponsors == names


def test_a_law_named_only_later_is_the_one_introduced() -> None:
    text = (
        "Today, Sen. Ann Lee (D-VT) introduced bipartisan legislation to protect clerks.\n"
        "The Fair Hours Act would make bosses post shifts."
    )
    (law,) = laws(text)
    assert (law.status, law.sponsors) == ("introduced", ("Ann Lee",))


def test_mentions_share_one_identity() -> None:
    text = (
        "The Fair Hours for Clerks Act (FHC Act) is new.\nThe FHC Act would help.\nThe bill is short.\n"
        "The Fair Hours for Clerks Act of 2025 is S. 12, the Fair Hours for Clerks Act."
    )
    found = reading(HEAD + text).get(find_legislation)
    assert {law.name for law in found} == {"Fair Hours for Clerks Act of 2025"}
    assert {law.year for law in found} == {2025}
    assert [law.text for law in found if not law.named] == ["The bill"]
    assert all(found[0].text != law.text or law.named for law in found)


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Learning in Every Trade (LET) Artificial Intelligence Act", "LET AI Act"),
        ("Safe Harbors for Inland Ports (SHIP) Automation Act", "SHIP Automation Act"),
        ("Keeping Our Workers Informed (KNOW) AI at Work Act of 2025", "KNOW AI at Work Act"),
        ("Protecting Elders from Lies (“PEAL”) by Machines Act", "PEAL by Machines Act"),
        ("Safe Harbors for Inland Ports (SHIP) Automation Act", "SHIP Act"),
    ],
)
def test_a_name_led_by_its_acronym_is_the_same_law(long: str, short: str) -> None:
    opened = reading(f"Senators introduced the {long} on Monday.\nThe {short} would help clerks.")
    assert len({law.name for law in opened.get(find_legislation)}) == 1


def test_an_order_is_not_the_bill() -> None:
    text = "The Fair Hours Act is new. Executive Order 14110 is old. The executive order stays. The bill comes."
    found = {law.text: law.name for law in reading(HEAD + text).get(find_legislation)}
    assert (found["The executive order"], found["The bill"]) == ("Executive Order 14110", "Fair Hours Act")


@pytest.mark.parametrize(
    "piece",
    ["Act ", "the Fair, ", "A and B, ", "(S. 12) ", "“Law” ", "Executive Order on A, ", "Bill C-1, ", "of the X "],
)
def test_long_repetitions_stay_fast(piece: str) -> None:
    opened = reading(HEAD + piece * (60_000 // len(piece)))
    started = time.perf_counter()
    opened.get(find_legislation)
    assert time.perf_counter() - started < 20  # seconds, on a busy machine; quadratic would take minutes


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("General Highlights of the Quay Funding Act, 2031:", "Quay Funding Act, 2031"),
        ("They cheered Passage of the Quay Funding Act.", "Quay Funding Act"),
        ("They saw the Wins in the Quay Funding Act.", "Quay Funding Act"),
    ],
)
def test_parts_and_steps_of_a_law_are_no_part_of_its_name(text: str, name: str) -> None:
    (law,) = laws(text)
    assert law.name == name


def test_a_headline_that_tells_of_a_law_names_none() -> None:
    assert laws("From Bonn to Boise: Idaho Enacts Law on Hiring Software") == []
