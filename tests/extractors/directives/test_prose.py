"""Sentences with force in texts that tell of laws, contracts, demands and advice."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from extractors.base import Reading
from extractors.directives.prose import find_directives
from tests.support import document, reading

ABOUT = "# Unions and artificial intelligence at work\nWorkers and employers talk about algorithms in many jobs.\n"


def forces(text: str, kind: str = "news") -> list[tuple[str, str]]:
    opened = reading(ABOUT + text, document_type=kind)
    return [(d.force, d.text) for d in opened.get(find_directives)]


@pytest.mark.parametrize(
    ("text", "kind", "force"),
    [
        ("Nurses called for a law that would tax robots in hospitals.", "news", "demand"),
        ("The bill would require employers to test algorithms for bias.", "news", "legislation"),
        ("The clerks won a contract that bars AI from writing letters to patients.", "news", "agreement"),
        ("The company has pledged not to replace workers with robots.", "news", "policy"),
        ("Locals should train stewards to read data from algorithms.", "report", "recommendation"),
        ("Negotiate limits on tracking software.", "guide", "recommendation"),
        ("“Algorithms must never fire anyone,” said Ada Byrne, a union steward.", "news", "demand"),
        ("AI policies must protect the health of data workers.", "press_release", "demand"),
        ("The nurses' union recommended stronger laws on AI that watches staff.", "news", "demand"),
        ("A clause, part of the budget bill, would keep states from limiting AI at work.", "news", "legislation"),
        (
            "Drivers urge senators to back HB 212, a bill that would require a person in AI trucks.",
            "news",
            "legislation",
        ),
        ("The paper finds that laws on AI are weak and calls for new rights for workers.", "report", "recommendation"),
        ("Measures proposed by the council of unions would oblige firms to consult on AI.", "news", "demand"),
        ("The unions are mounting a push for state rules to shield workers from AI.", "news", "demand"),
        ("The union has lobbied for laws that prohibit AI from firing workers.", "news", "demand"),
        ("The findings show the urgent need for stricter rules on AI in hospitals.", "press_release", "demand"),
        ("Speaking of the bill, Lee said it would “finally give workers notice of AI.”", "news", "legislation"),
        ("The guild wrote to the studios to demand “a fair deal on AI”.", "news", "demand"),
        ("The bill states that employers must test algorithms for bias.", "news", "legislation"),
        ("The bill does not ban scoring algorithms but requires tests for bias.", "news", "legislation"),
        (
            "The law spares small firms but otherwise requires employers to log what algorithms decide.",
            "news",
            "legislation",
        ),
        ("The amendment will ‘require employers to show how a scoring algorithm works’.", "news", "legislation"),
        ("A leading thinktank has called for a levy on robots at work.", "report", "recommendation"),
        ("The Institute for Fair Shifts has called on employers to let staff vote on AI.", "news", "recommendation"),
    ],
)
def test_kinds(text: str, kind: str, force: str) -> None:
    assert [found for found, _ in forces(text, kind)] == [force]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Unions can bargain over artificial intelligence.", "guide"),
        ("Algorithmic management refers to software that directs workers with AI.", "guide"),
        ("A survey found that 40% of workers want limits on AI.", "news"),
        ("A tax on robots would alter what firms buy.", "news"),
        ("Will artificial intelligence require new unions?", "news"),
        ("Employers use AI to hire.", "news"),
        ("The deal allows the chip maker to expand its sale of AI chips.", "news"),
        ("Students learn the AI skills they need to thrive.", "news"),
        ("It is endorsed by Fight for the Future, which studies algorithms.", "news"),
        ("If an agreement is not found, members will refuse AI scans.", "news"),
        ("The ballot asked members whether they would refuse AI scans.", "news"),
        ("The list does not say what employers should do about AI.", "news"),
        ("Employment law is failing to keep pace with AI.", "news"),
        ("As a lawyer I advise on workers and AI.", "news"),
        ("Actors refused to sign an agreement that would give AI their voices.", "news"),
        ("Witnesses stressed the need for better data on AI and jobs.", "news"),
        ("“We need to realize that AI is a chance for workers,” said Ada Byrne, a union steward.", "press_release"),
        ("“We don’t want to see the office for algorithms at work undone,” said Ada Byrne.", "press_release"),
    ],
)
def test_what_has_no_force(text: str, kind: str) -> None:
    assert forces(text, kind) == []


def test_measures_only_asked_for_are_demands() -> None:
    text = (
        "The unions are calling for new rules on AI at work.\n"
        "The measures would require employers to consult staff on algorithms.\n"
        "Such agreements would include training in AI."
    )
    assert [force for force, _ in forces(text)] == ["demand", "demand", "demand"]


def test_measures_of_a_law_are_legislation() -> None:
    text = (
        "The Fair Machines Act would limit AI at work.\n"
        "The measures would require employers to consult staff on algorithms."
    )
    assert [force for force, _ in forces(text)] == ["legislation", "legislation"]


def test_items_inherit_the_force_of_their_lead() -> None:
    text = "The unions urge Congress to:\n- Protect the pay of workers who train AI;\n- Ban secret scoring."
    assert forces(text, "press_release") == [
        ("demand", "Protect the pay of workers who train AI;"),
        ("demand", "Ban secret scoring."),
    ]
    text = "The Fair Machines Act would:\n- Require audits of algorithms;\n- Allow workers to sue."
    assert [force for force, _ in forces(text, "press_release")] == ["legislation", "legislation"]


def test_a_sentence_goes_on_about_the_law_before() -> None:
    text = "The Fair Machines Act would ban firing by algorithm. It would also require a review by a person."
    assert [force for force, _ in forces(text)] == ["legislation", "legislation"]


def test_the_bill_is_still_spoken_of_after_a_quote() -> None:
    text = (
        "The Fair Machines Act would ban firing by algorithm.\n“I am glad,” said Ada Byrne.\n"
        "The data on AI gathered by the ministry would be printed for workers each spring."
    )
    assert [force for force, _ in forces(text)] == ["legislation", "legislation"]


def test_it_is_the_bill_that_has_no_name() -> None:
    text = "A bill on scoring would reach the floor soon.\nIt would regulate how employers use algorithms on staff."
    assert ("legislation", "It would regulate how employers use algorithms on staff.") in forces(text)


def test_a_demand_is_spelled_out() -> None:
    text = (
        "The union demands rules on AI at work. That means a human who checks each dismissal by algorithm.\n"
        "The word AI means little to drivers."
    )
    assert [force for force, _ in forces(text)] == ["demand", "demand"]


def test_a_contract_is_still_spoken_of_in_the_next_sentence() -> None:
    text = "Under the deal, AI may not score clerks. Clerks may use it, but no shop is permitted to require algorithms."
    assert [force for force, _ in forces(text)] == ["agreement", "agreement"]


def test_clauses_of_a_resolution_are_no_headlines() -> None:
    text = "WHEREAS, teachers must be asked before AI is used in schools; and"
    assert [force for force, _ in forces(text, "guide")] != []


def test_headlines_in_the_body_are_none() -> None:
    assert forces("Nurses join others to call for a ban on AI in hospitals", "press_release") == []


def test_a_run_in_heading_is_left_out() -> None:
    assert forces("- Form a committee: Establish a committee of workers on AI.", "guide") == [
        ("recommendation", "Establish a committee of workers on AI.")
    ]


def test_texts_that_are_not_about_work_or_technology_give_nothing() -> None:
    opened = reading("The bill would require schools to teach art. Schools must act on it.", document_type="news")
    assert opened.get(find_directives) == ()
    opened = reading("The bill would require banks to test algorithms.\n" * 3, document_type="news")
    assert opened.get(find_directives) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The bill would require the agency to disclose how facial recognition is used at the border.", False),
        ("The senator urged the department to pause its contracts for artificial intelligence.", False),
        ("The act would fund algorithms that find holes in the roads, and careers in road building.", False),
        ("Congress must keep artificial intelligence out of the decision to fire a missile.", False),
        ("The bill would also pay to retrain workers displaced by artificial intelligence.", True),
        ("The senator urged the department to keep nurses in charge where artificial intelligence is used.", True),
        ("The act would let musicians see whether artificial intelligence was trained on their songs.", True),
    ],
)
def test_a_text_about_something_else_tells_only_of_those_whose_work_it_names(text: str, told: bool) -> None:
    assert (text in in_a_text_of(0.1, text)) is told


def test_a_text_about_work_and_technology_tells_also_where_it_names_no_worker() -> None:
    text = "The bill would require the agency to disclose how its facial recognition software is used."
    assert text in in_a_text_of(0.8, text)
    assert text not in in_a_text_of(0.1, text)


def test_a_text_that_speaks_of_workers_all_along_is_about_work() -> None:
    text = "The bill would require the agency to disclose how its facial recognition software is used."
    talk = (
        "The union says that workers and staff fear the strike, and that employees want artificial intelligence gone.\n"
    )
    opened = replace(document(talk * 3 + text, document_type="press_release"), relevance=0.2)
    assert text in [found.text for found in Reading(opened).get(find_directives)]


def in_a_text_of(relevance: float, text: str) -> list[str]:
    other = "Teachers, employers and educators came to the fair, where artificial intelligence drew a crowd.\n"
    opened = replace(document(other * 2 + text, document_type="press_release"), relevance=relevance)
    return [found.text for found in Reading(opened).get(find_directives)]


def test_a_long_document_takes_linear_time() -> None:
    text = ABOUT + "The union demands that the bill which would limit AI be passed, and it must not wait.\n" * 2000
    opened = reading(text, document_type="report")
    began = time.process_time()
    assert opened.get(find_directives)
    assert time.process_time() - began < 10
