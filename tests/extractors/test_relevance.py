"""What counts as being about AI or automation and labor."""

from __future__ import annotations

import time

from extractors.relevance import relevance

ABOUT = """The dockers' union says the port's new scheduling algorithm decides who works and who waits.
Workers want a contract that keeps a human in charge of automated decisions about shifts and discipline.
The employer bought artificial intelligence cameras to monitor employees; stewards filed a grievance."""
TECHNOLOGY = """The senator toured a laboratory where machine learning predicts storms.
Artificial intelligence, she said, will help pilots and farmers read the sky. The model runs on a new computer."""
LABOR = """Nurses and the hospital settled a contract with better wages and safer staffing.
The union said employees had waited for two years. The employer called the bargaining fair."""
NEITHER = """The library opens at nine. Its garden has roses, and a pond with carp.
Visitors bring bread, although a sign asks them not to."""
ONCE = NEITHER * 12 + "\nThe budget also names AI research.\n" + NEITHER * 12 + "\nIt creates jobs.\n"


def test_both_subjects_together_are_relevant() -> None:
    assert relevance(ABOUT) >= 0.6


def test_one_subject_alone_is_not() -> None:
    assert relevance(TECHNOLOGY) < 0.2
    assert relevance(LABOR) < 0.2
    assert relevance(NEITHER) == 0.0


def test_a_word_in_passing_is_not_enough() -> None:
    assert relevance(ONCE) < 0.1


def test_a_title_about_it_counts() -> None:
    plain = relevance(TECHNOLOGY + ABOUT)
    assert relevance(TECHNOLOGY + ABOUT, "Workers and AI") >= plain
    assert relevance(NEITHER, "Workers and AI") == 0.0


def test_it_stays_within_bounds() -> None:
    assert relevance("") == 0.0
    assert relevance("AI workers union " * 50, "AI and workers") == 1.0


def test_quotas_at_work_count_and_those_of_a_fishery_do_not() -> None:
    pace = (
        "Warehouse workers may no longer be held to quotas that they were not told of, and employers must explain them."
    )
    catch = "The council set the quotas for herring, and the boats will sail in May."
    assert relevance(pace) > 0.5
    assert relevance(catch) == 0.0


def test_a_word_inside_another_is_not_counted() -> None:
    assert relevance("The chair said the repair of the stairs would reunion the laborious family again.") == 0.0


def test_a_long_text_takes_no_long_time() -> None:
    once = time.monotonic()
    relevance("automation of work and digital workers " * 20_000)
    assert time.monotonic() - once < 5
