"""The words that show a provision's topic."""

from __future__ import annotations

import csv
import re

import pytest

from extractors import lexicon
from extractors.directives.topics import core, ranked, weights
from records.codes import TOPICS


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The Employer shall give 60 days’ notice before it installs new machines.", "advance_notice"),
        ("The Employer shall disclose which systems it uses.", "information_disclosure"),
        ("The parties shall bargain over the effects of the new technology.", "consultation_bargaining"),
        ("A joint committee of six members shall meet twice a year.", "joint_committee"),
        ("Workers shall take part in the design of the tool.", "worker_voice_in_design"),
        ("The Employer shall carry out an impact assessment of the software.", "impact_assessment"),
        ("The union may have the algorithm audited by an outside expert.", "audit"),
        ("Every decision to hire shall be made by a human being.", "human_oversight"),
        ("An employee may contest an automated decision.", "explanation_contest"),
        ("The system shall be free of bias.", "anti_discrimination"),
        ("The Company shall not track the location of employees off duty.", "monitoring_limits"),
        ("No one shall be disciplined on the basis of such data.", "discipline_limits"),
        ("Personal data shall not be sold.", "data_rights"),
        ("No employee shall be laid off because of automation.", "job_security"),
        ("The employee keeps the former rate of pay.", "wage_protection"),
        ("Clerks have the first claim to a vacant position and may be recalled.", "transfer_recall"),
        ("The Employer shall retrain them at its expense.", "training"),
        ("The new work shall stay in the bargaining unit.", "bargaining_unit_work"),
        ("A digital replica requires the performer’s consent.", "likeness_consent"),
        ("Authors keep the copyright and their byline.", "authorship_credit"),
        ("AI shall not be used to write articles.", "use_restriction"),
        ("No quota shall prevent rest breaks.", "pace_quotas"),
        ("The ergonomic design of screens protects health.", "health_safety"),
        ("A tax on companies that automate jobs", "automation_tax"),
        ("It creates a tax credit for workforce courses.", "public_incentives"),
        ("It protects the right to organize.", "organizing_rights"),
        ("A worker may bring a civil action for damages.", "remedies"),
        ("The Employer retains the sole right to introduce new equipment.", "management_rights"),
        ("The Mill shall brief the Union twice a year on new machines.", "information_disclosure"),
        ("No camera shall be placed in a locker room.", "monitoring_limits"),
        ("A nurse may follow her own judgment and override the score.", "human_oversight"),
        ("No device shall be used to listen to union meetings.", "organizing_rights"),
        ("Clerks at a display terminal shall have their eyes examined.", "health_safety"),
        ("The work on such machines shall be assigned to members of the unit.", "bargaining_unit_work"),
        ("Nurses shall provide input on the choice of the pump.", "worker_voice_in_design"),
        ("No machine shall run until the parties mutually agree.", "consultation_bargaining"),
        ("Employees who work remotely get a laptop from the City.", "equipment_costs"),
    ],
)
def test_main_topic(text: str, topic: str) -> None:
    assert ranked(weights(text))[0] == topic


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("They want new laws on AI to protect workers’ rights.", "use_restriction"),
        ("Remove the part that would ban states from passing laws on the safety of AI.", "other"),
        ("It lets bosses outsource decisions about our jobs to AI.", "human_oversight"),
        ("The contract has language to govern AI.", "use_restriction"),
        ("It limits injuries and keeps the workplace safety rules.", "health_safety"),
    ],
)
def test_main_topic_in_news(text: str, topic: str) -> None:
    assert ranked(weights(text, told=True))[0] == topic


@pytest.mark.parametrize(
    ("text", "short"),
    [
        (
            "The bill would allow bosses to leave hiring to software, jeopardizing our safety and our rights.",
            "The bill would allow bosses to leave hiring to software",
        ),
        (
            "As software spreads into every office, the state must require notice of it.",
            "the state must require notice of it.",
        ),
        ("They must act, as it is late.", "They must act, as it is late."),
    ],
)
def test_the_core_of_a_sentence(text: str, short: str) -> None:
    assert core(text) == short


def test_definitions_need_the_modality() -> None:
    weighed = weights("“Wearable” means a device that measures the heart rate.")
    assert ranked(weighed, "definition")[0] == "definition"
    assert "definition" not in ranked(weighed, "obligation")


def test_the_bargaining_unit_and_a_safety_committee_are_only_names() -> None:
    assert "consultation_bargaining" not in weights("A driver of the bargaining unit on board keeps watch.")
    assert weights("The Mill shall meet with the health and safety committee on robots.")["health_safety"] < 2


def test_a_heading_speaks_for_its_sentences() -> None:
    assert ranked(weights("The following applies.")) == ()
    assert ranked(weights("The following applies.", ("Surveillance Cameras",))) == ("monitoring_limits",)


def test_a_list_of_all_that_management_may_do_is_on_management_rights() -> None:
    text = (
        "The Employer retains the sole right to hire, promote, transfer, discipline, discharge and lay off employees, "
        "to train them, to set quotas, and to introduce new equipment."
    )
    assert ranked(weights(text), "right") == ("management_rights",)


def test_keeping_pace_is_no_pace_and_a_tax_credit_no_levy() -> None:
    assert "pace_quotas" not in weights("They keep pace with change.")
    assert "automation_tax" not in weights("a tax credit for AI education")


def test_cues_are_known_topics_and_patterns_without_open_repeats() -> None:
    rows = []
    for name in ("cues.csv", "cues_agreed.csv"):
        with (lexicon.FOLDER / "technology" / name).open(encoding="utf-8") as file:
            rows += csv.DictReader(file)
    assert {row["topic"] for row in rows} == set(TOPICS)
    for row in rows:
        assert not re.search(r"\.[*+]|\][*+]\S*[*+]", row["pattern"]), row["pattern"]
