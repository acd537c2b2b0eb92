"""Which clauses of agreements and laws are on technology, and which only seem to be."""

from __future__ import annotations

import time

import pytest

from extractors.directives.clauses import find_clauses
from tests.support import reading


def clauses(text: str, kind: str = "agreement") -> list[str]:
    opened = reading(text, document_type=kind)
    return [opened.text[c.start : c.end] for c in opened.get(find_clauses)]


@pytest.mark.parametrize(
    "text",
    [
        "The Employer shall not use telematics to discipline drivers.",
        "Before a new time clock is installed, the Town shall meet with the Union.",
        "On-line courses shall have no more than twenty students.",
        "No clerk shall be laid off because of automation.",
        "Two days a week clerks may work remotely if they request it.",
        "The College shall pay for the software that instructors need.",
        "Recordings shall be erased after thirty days and shall not be used in evaluations.",
        "Whenever machinery of a new kind comes in, the rates for new equipment shall be negotiated.",
    ],
)
def test_clauses_on_technology(text: str) -> None:
    assert clauses(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The intercom shall not be used to listen to what teachers say in classrooms.",
        "The Mill pays for an app that it wants on a driver’s own phone.",
        "On request the Town tells the Union which automated tool ranks applicants.",
        "Where greater skills are needed for the newer method of operation, clerks shall be given time to learn them.",
        "A complaint that new machinery came in without notice may be taken to arbitration.",
    ],
)
def test_clauses_in_other_words(text: str) -> None:
    assert clauses(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "A deputy on the electronic monitoring program for offenders shall get a car.",
        "A recall list made from computer-generated data shall be checked each week.",
        "A nurse who floats to the telemetry unit shall be paid for it.",
        "Surveillance of disease on the ward is a task of the infection nurse.",
        "The Town shall give the Union a list of members from its human resource information system.",
        "This contract shall be automatically renewed each July.",
        "Dues shall be taken off by automatic payroll deduction.",
        "Ties shall be broken by a computerized drawing of lots.",
        "Either party may make a verbatim recording of the hearing.",
        "The Union shall receive a seniority list by e-mail in an electronic format.",
        "An automated external defibrillator shall hang in each station.",
        "Employees shall record their leave in the timekeeping system.",
        "A committee on safety shall meet monthly with the Union.",
        "Biometric screening is offered each spring as a part of the wellness plan.",
        "The Town shall mow the lawn with its own equipment.",
        "Staff who work remotely in another state may be subject to its sick leave rules.",
        "The Company shall keep the rules of the Trustees on the prompt reporting and recording of such amounts.",
        "The premium is paid for journey level repair of closed circuit television in the shop.",
        "Changes in technology have made the class specifications old.",
        "The steward’s name shall be posted at every time clock.",
        "A list of staff shall be printed in the order of the random computer selection.",
        "A list of subjects such as art, music, technology, or sports shall be kept by teachers.",
        "Consent to video testimony and video conferencing technology is required in arbitrations.",
        "No recording device shall be used at Step 1 of this procedure.",
        "Student data collection shall be done on these days.",
        "Teachers in the Virtual Academy will work the same year as others.",
        "Clerks who are asked to a telephonic hearing during working hours shall use a phone of the Town.",
        "Unit Two is comprised of all clerks who work in Payroll, Information Systems and Elections.",
        "A telehealth line is offered through the coverage and members may reach a physician by secure video.",
        "The visit shall be announced over the intercom system by the school.",
        "The plan will be based on data collected by the District and may be changed.",
        "Taping tools shall be furnished by the Mill and the seams require taping.",
        "The square footage of each wall shall be checked by the employee.",
        "A firm whose home office is in another state shall be able to pay wages.",
        "The packet shall hold a digital copy of this Agreement.",
        "The report may be used for recording formal commendations of employees.",
        "Seniority shall not be required in assigning employees machines or places of work.",
        "The parties may hold the meeting by electronic means such as video.",
        "A tool or machine that is dangerous shall not be used until it is mended.",
        "I understand that personal information is collected for this purpose and may be used.",
        "The file shall hold letters and notes, including electronic records, that the chair received.",
        "The North Surveillance Unit shall be rated by its sergeant and may be tested.",
        "Technology......................................................................17",
    ],
)
def test_false_friends(text: str) -> None:
    assert clauses(text) == []


def test_a_heading_on_technology_speaks_for_its_section_only() -> None:
    text = "# Technological Change\nThe Employer shall write to the Union.\n" + "\n".join(
        f"# Article {n}\nThe wage of grade {n} shall be posted in the hall of the Town." for n in range(300)
    )
    assert clauses(text) == ["The Employer shall write to the Union."]


def test_a_heading_on_records_of_people_is_not_enough() -> None:
    text = "The Town shall send a notice to a clerk whose licence ends."
    assert clauses(f"# Personal Information\n{text}") == []
    assert clauses(f"# The Staff Database\n{text}") == []
    assert clauses(f"# Data Privacy and Security\n{text}") == [text]


def test_a_heading_does_not_lift_what_holds_for_everybody() -> None:
    text = (
        "# Remote Work\nRequests shall be answered in ten days. Clerks shall report an injury at once.\n"
        "# Closures for Weather\nRemote Work Agreements. A clerk may ask on any day for the agreement to be changed."
    )
    assert clauses(text) == ["Requests shall be answered in ten days."]


def test_what_goes_on_about_the_technology_counts_too() -> None:
    text = (
        "Some rules on trucks follow here.\n"
        "The Company may fit trucks with cameras. Such equipment shall not record sound. "
        "The recordings shall be kept for ten days. Drivers shall wear boots."
    )
    assert clauses(text) == [
        "The Company may fit trucks with cameras.",
        "Such equipment shall not record sound.",
        "The recordings shall be kept for ten days.",
    ]


def test_a_term_the_document_defines_is_technology() -> None:
    text = (
        "The software for scheduling (“Shift Tool”) is run by the Town.\n"
        + "Nothing here is on machines and the like, as one can see.\n" * 8
        + "Supervisors shall not change hours by means of the Shift Tool alone."
    )
    assert clauses(text)[-1] == "Supervisors shall not change hours by means of the Shift Tool alone."


def test_an_abbreviation_of_something_else_is_not() -> None:
    text = (
        "Overtime is called by the radio system and by the clerk of calls (OIC).\n"
        "The OIC shall call the first name on the list."
    )
    assert "The OIC shall call the first name on the list." not in clauses(text)


def test_an_acronym_that_is_spelled_out_otherwise_is_no_technology() -> None:
    text = "The Growth and Performance System (“GPS”) shall rate coaches.\nArmy Instructors (AI) shall be rated.\n"
    assert clauses(text + "Each coach shall get the GPS guide, and the AI shall use it.") == []
    text = "The Global Positioning System (GPS) is new.\nArtificial intelligence (AI) is new.\n"
    assert clauses(text + "Coaches shall not be rated by GPS.")[-1] == "Coaches shall not be rated by GPS."


def test_headings_of_many_things_and_of_jobs_lift_nothing() -> None:
    text = "The parties shall set up a committee on such matters."
    assert clauses(f"# Supplies, Textbooks, Technology, and Keys\n{text}") == []
    assert clauses("# Valley Virtual School Staff\nThe parties shall meet on such matters each spring.") == []
    assert clauses("# Salary Grade 5\nMay also install and service process control systems in the shop.") == []


def test_items_inherit_from_the_sentence_that_leads_to_them() -> None:
    text = (
        "The Employer shall not use artificial intelligence for these ends:\n"
        "- to set the pace of the line;\n- to choose who is let go from the unit;\nLunch is at noon for all shifts."
    )
    assert clauses(text) == ["to set the pace of the line;", "to choose who is let go from the unit;"]


def test_numbers_and_run_in_headings_are_left_out() -> None:
    opened = reading("(a) Drones. The Employer shall not fly drones over the yard.", document_type="agreement")
    (clause,) = opened.get(find_clauses)
    assert opened.text[clause.start : clause.end] == "The Employer shall not fly drones over the yard."
    assert clause.headings[0] == "Drones"


def test_major_change_is_what_the_agreement_says_it_is() -> None:
    told = "The Trust must tell employees of the decision to introduce the major change."
    defined = "This term applies to a major change to production, structure or technology that the Trust decides on."
    assert clauses(f"# Consultation\n{defined}\n# Major change\n{told}")[-1] == told
    assert clauses(f"# Consultation\nThe Trust tells of moves.\n# Major change\n{told}") == []


def test_a_heading_counts_no_more_where_its_section_went_on_to_other_things() -> None:
    others = [f"The notice of leave number {n} shall be sent to the office." for n in range(20)]
    found = clauses("# Lie Detectors\nNo lie detector shall be used.\n" + "\n".join(others))
    assert 1 < len(found) < 15


def test_of_a_long_row_of_powers_only_those_on_technology_are_taken() -> None:
    powers = "to hire, promote, assign and lay off clerks and all other people who work at the counters of the Town; "
    text = f"The Town keeps the right {powers * 4}to introduce new equipment and improved methods; {powers * 3}"
    (found,) = clauses(text)
    assert found == "to introduce new equipment and improved methods;"


def test_a_product_is_known_by_its_name_where_the_document_says_what_it_is() -> None:
    text = "The Town will bring in Chronox, an electronic attendance system.\nChronox shall not be used in evaluations."
    assert clauses(text) == text.split("\n")


def test_items_numbered_without_a_space_are_items() -> None:
    assert clauses("1.The term “Flight Data” means data of a flight data recorder.")[0].startswith("The term")


def test_formal_sections_of_a_law_are_no_clauses() -> None:
    text = (
        "An act on automated decision systems and electronic monitoring at work\n"
        "This act may be cited as the fair machines act.\n"
        "An employer shall keep a record of each automated decision.\n"
        "“Employer” means a person who employs ten people."
    )
    assert clauses(text, "legislation") == ["An employer shall keep a record of each automated decision."]


def test_a_long_agreement_takes_less_than_a_second_a_megabyte_or_so() -> None:
    line = "The Employer shall pay the rate of the grade, and the Union may ask for the list of names by grade. "
    text = "\n".join([line * 4, "The new equipment shall be used with care. Such equipment shall be safe."] * 700)
    opened = reading(text, document_type="agreement")
    began = time.process_time()
    assert opened.get(find_clauses)
    assert time.process_time() - began < 4
