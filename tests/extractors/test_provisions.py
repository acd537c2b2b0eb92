"""Rows of provisions from texts of both registers, and floors on the sample documents."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from extractors.base import Reading, run
from extractors.provisions import Provisions
from records.facts import Provision
from tests.support import document, reading


def rows(text: str, kind: str) -> list[Provision]:
    return [fact for fact in run(Provisions, reading(text, document_type=kind)) if isinstance(fact, Provision)]


def test_a_clause_of_an_agreement() -> None:
    (row,) = rows(
        "# New Machines\nThe Employer shall give the Union sixty (60) days’ written notice before it installs robots.",
        "agreement",
    )
    assert row.span.quote.startswith("The Employer shall give")
    assert (row.instrument, row.primary_topic, row.modality) == ("agreement", "advance_notice", "obligation")
    assert (row.duty_bearer, row.notice_days, row.technologies) == ("employer", 60, ("robots",))
    assert row.heading == "New Machines"
    assert row.topics[0] == row.primary_topic


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Cameras in the yard shall be of one make.", "monitoring_limits"),
        ("Robots shall not be on the night shift.", "use_restriction"),
        ("The digital replica shall have a name of its own.", "likeness_consent"),
        ("A screen of the VDT shall have a matte finish.", "health_safety"),
    ],
)
def test_where_no_word_tells_the_topic_the_technology_does(text: str, topic: str) -> None:
    (row,) = rows(text, "agreement")
    assert row.primary_topic == topic


def test_days_of_notice_speak_for_the_topic() -> None:
    (row,) = rows("Thirty (30) days before any scanner comes in, the Union shall be told of its training.", "agreement")
    assert (row.notice_days, row.primary_topic) == (30, "advance_notice")


def test_items_take_the_prohibition_of_their_lead() -> None:
    found = rows(
        "The following uses of artificial intelligence are prohibited:\n"
        "- Secret recognition of faces in the shop;\n- Decisions on pay that require no human review.",
        "agreement",
    )
    assert [row.modality for row in found] == ["prohibition", "prohibition"]
    assert found[1].primary_topic == "human_oversight"


def test_a_clause_without_words_of_its_own_keeps_the_topic_of_the_one_before() -> None:
    found = rows(
        "# Automation\nNo one shall be laid off because of automation. The same shall apply to such machines.",
        "agreement",
    )
    assert [row.primary_topic for row in found] == ["job_security", "job_security"]


def told(text: str, kind: str = "news") -> list[tuple[str, str]]:
    lead = "Workers and unions talk about artificial intelligence at work. "
    return [(row.instrument, row.primary_topic) for row in rows("# AI at work\n" + lead + text, kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union deal locks in a raise of 60 percent and keeps its limits on automation.", ["agreement"]),
        ("The guild proposed protections against AI, such as the right to remove a byline.", ["demand"]),
        ("Local Law 77 took effect in May, requiring yearly bias audits of AI tools.", ["legislation"]),
        ("The letter urges senators not to infringe on the right of states to protect workers from AI.", ["demand"]),
        ("She said Harbor Freightways would offer retraining to workers that AI displaces.", ["policy"]),
        ("The ministry stresses the need for human oversight of AI at work.", ["recommendation"]),
        ("The union and the port reached a critical agreement on automation.", []),
        ("This short brief describes laws on AI that would protect workers.", []),
        ("Tracking runs wild without new laws on AI to protect workers, they warned.", []),
        ("It called on lawmakers for rules limiting AI that could affect hiring.", ["demand"]),
        ("If passed, it would mark a shift in the rules on AI.", []),
    ],
)
def test_instruments_of_what_news_tell(text: str, expected: list[str]) -> None:
    assert [instrument for instrument, _ in told(text)] == expected


def test_items_under_an_advice_are_advice() -> None:
    found = told(
        "The approaches include:\n\n- Ensuring human oversight of AI.\n- Training workers in AI.\n", kind="report"
    )
    assert found == [("recommendation", "human_oversight"), ("recommendation", "training")]


def test_labels_within_a_list_keep_what_its_lead_promises() -> None:
    text = (
        "# Unions and artificial intelligence at work\nWorkers talk about algorithms in many jobs.\n\n"
        "The tentative agreement has raises and includes limits on artificial intelligence:\n\n"
        "Pay:\n\n- A bonus of $900 for each clerk\n\nAI:\n\n- A clause that rules out layoffs caused only by AI\n"
        "- Two more weeks of severance where AI plays a part in layoffs"
    )
    found = [(row.instrument, row.span.quote) for row in rows(text, "news")]
    assert ("agreement", "A clause that rules out layoffs caused only by AI") in found
    assert not any("bonus" in quote for _, quote in found)


def test_a_bill_that_defines_gives_a_definition() -> None:
    (row,) = rows(
        "# Unions and artificial intelligence at work\nWorkers talk about algorithms in many jobs.\n"
        "The bill defines a ‘shift system’ as an algorithm or artificial intelligence that gives out shifts.",
        "news",
    )
    assert (row.instrument, row.modality, row.primary_topic, row.duty_bearer) == (
        "legislation",
        "definition",
        "definition",
        None,
    )


def test_what_a_rule_does_instead_is_its_modality() -> None:
    (row,) = rows(
        "# Unions and artificial intelligence at work\nWorkers talk about algorithms in many jobs.\n"
        "The bill does not ban scoring algorithms but requires employers to test them for bias.",
        "news",
    )
    assert (row.instrument, row.modality, row.duty_bearer) == ("legislation", "obligation", "employer")


def test_grants_of_a_bill_that_name_no_technology_are_left_out() -> None:
    found = told(
        "The bill on AI at work would provide:\n\n- $2 million for training in AI at the college.\n"
        "- $3 million for a new road to the airport.\n"
    )
    assert [topic for _, topic in found][-1:] == ["training"]


def test_what_contracts_should_hold_is_advice() -> None:
    found = told(
        "New terms are needed in union contracts to address:\n\n- training for workers in AI\n"
        "- limits on surveillance\n",
        kind="guide",
    )
    assert [instrument for instrument, _ in found if instrument != "recommendation"] == []
    assert "training" in [topic for _, topic in found]


def test_agreements_have_no_topics_of_governments() -> None:
    found = rows("The Town shall fund the training on the new software from a federal grant.", "agreement")
    assert found
    assert all("public_incentives" not in row.topics for row in found)


def test_a_sentence_of_a_release() -> None:
    text = (
        "# Senators on artificial intelligence at work\n"
        "The Fair Machines Act would ban employers from firing workers on the basis of an algorithm alone.\n"
        "It was a fine day for workers, employers and unions in the city."
    )
    (row,) = rows(text, "press_release")
    assert (row.instrument, row.primary_topic, row.modality) == ("legislation", "human_oversight", "prohibition")
    assert row.duty_bearer == "employer"
    assert row.instrument_name == "Fair Machines Act"


def test_demands_on_pay_alone_are_not_on_technology() -> None:
    text = (
        "# Strike over wages and artificial intelligence\n"
        "The union wants higher wages for all workers and shorter breaks for managers."
    )
    assert rows(text, "news") == []


def test_texts_in_other_languages_are_not_searched() -> None:
    made = document("The Employer shall not use GPS.", document_type="agreement")
    assert list(Provisions().extract(Reading(replace(made, language="es")))) == []
    assert list(Provisions().extract(Reading(made)))


@pytest.mark.parametrize("kind", ["agreement", "legislation", "news", "guide"])
def test_200_kilobytes_of_one_sentence_take_linear_time(kind: str) -> None:
    text = "the employer shall not use any algorithm if the bill would require notice and " * 2600
    began = time.process_time()
    rows(text, kind)
    assert time.process_time() - began < 15


def test_an_empty_document_gives_nothing() -> None:
    assert rows(".", "agreement") == []
