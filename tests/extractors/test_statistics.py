"""Statistics: which numbers are figures, their unit, direction, period, population and source."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from extractors.base import Reading
from extractors.statistics import Statistics
from records.facts import Statistic
from tests.support import document, reading


def statistics(text: str, **known: object) -> list[Statistic]:
    return [fact for fact in Statistics().extract(reading(text, **known)) if isinstance(fact, Statistic)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("In the fourth quarter of 2024 grievances over scheduling rose 35%.", [(35, "percent")]),
        ("Sales may climb from nearly $7 billion in 2022 to $61 billion in 2029.", [(7e9, "USD"), (61e9, "USD")]),
        ("In warehouses 36% feared the cameras, in offices 58%.", [(36, "percent"), (58, "percent")]),
        ("At the depot 24 out of 25 drivers refused the app.", [(96, "percent")]),
        ("The fund holds 5 Million € for training.", [(5e6, "EUR")]),
        ("Almost a third (32%) of clerks are watched.", [(32, "percent")]),
        ("Nearly 1 in 5 packers (19%) quit, and one in four clerks (26%) may.", [(19, "percent"), (26, "percent")]),
        ("All 50 states have looked at it, and around 40 have acted.", [(50, "count"), (40, "count")]),
        ("About 900 of the union's 1,200 members voted.", [(900, "people"), (1200, "people")]),
        ("The pause would last two to three years.", [(2, "years"), (3, "years")]),
        ("It is used by 99% of Fortune 500 firms.", [(99, "percent")]),
        ("It covers about 12,000 U.S. call-center jobs.", [(12000, "count")]),
        ("More than half of nurses say the tool is wrong.", [(50, "percent")]),
        ("Last night 31 organizations mailed a letter.", [(31, "count")]),
        ("The panel had 12 industry executives, five academics and one labor leader.",
         [(12, "people"), (5, "people"), (1, "people")]),
        ("Unions representing 1.4 million workers signed.", [(1.4e6, "people")]),
        ("Drivers walked out for 48 hours.", [(48, "hours")]),
        ("The three-year contract covers 60 testers.", [(3, "years"), (60, "count")]),
        ("The studio cancelled six games and delayed four more.", [(6, "count"), (4, "count")]),
        ("A poll of 1,850 hourly workers closed on Friday.", [(1850, "people")]),
        ("Just 12 of the 58 agreements mention software.", [(12, "count"), (58, "count")]),
        ("Complaints grew threefold.", [(3, "multiple")]),
        ("Watched clerks are three times as likely to quit.", [(3, "multiple")]),
        ("Between 20 and 30 percent of shifts changed.", [(20, "percent"), (30, "percent")]),
    ],
)  # fmt: skip
def test_figures_are_found(text: str, figures: list[tuple[float, str]]) -> None:
    assert [(fact.value, fact.unit) for fact in statistics(text)] == figures


@pytest.mark.parametrize(
    "text",
    [
        "The driver, 45 years old, lost her route.",
        "A 19-year-old packer spoke first.",
        "Much changed in the last two years.",
        "The plan rests on three principles.",
        "The law passed in 2019.",
        "The hearing is on March 4, 2026.",
        "Section 12 of H.R. 4021 and Article 19 apply.",
        "Call 202-555-0142 or write to 400 North Capitol Street.",
        "Give notice 60 days before the system starts.",
        "Members of Local 300 met at 7 p.m. in room 12.",
        "That was two years ago.",
        "One of the drivers spoke.",
        "The senate needs a two-thirds majority.",
        "GPT-4 and COVID-19 came up.",
        "Trucks weighing more than 10,000 pounds need a driver, and so do 80,000 pound vans.",
        "The unions won the eight-hour workday; few jobs need a four-year degree.",
        "It covers layoffs of 25 or more workers or 25% of the staff, whichever is less.",
        "3.2 Human decisions come first",
        "Staff must be told 30 days ahead.",
        "Turnout in the 2020 elections was high.",
    ],
)
def test_other_numbers_are_no_statistics(text: str) -> None:
    assert statistics(text) == []


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Wages rose 4% last year.", "increase"),
        ("Employment fell by 12% in call centers.", "decrease"),
        ("A 15% increase in pay was agreed.", "increase"),
        ("Union density stood at 10%.", "level"),
        ("Of all clerks, 32% are watched, up from 24% in April.", "increase"),
        ("Only 8% of clerks agree.", None),
        ("The share is lower than the 69% of managers who know.", None),
    ],
)
def test_direction(text: str, direction: str | None) -> None:
    assert statistics(text)[0].direction == direction


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Complaints rose 35% in the fourth quarter of 2024.", "fourth quarter of 2024"),
        ("Jobs in printing fell 9% from 2019 to 2024.", "2019 to 2024"),
        ("Organizing surged 250% year-over-year.", "year-over-year"),
        ("An October survey found that 32% of clerks are watched.", "October"),
        ("In 2024, 18% of drivers wore a sensor.", "2024"),
        ("Some 18% of drivers wear a sensor.", None),
    ],
)
def test_period(text: str, period: str | None) -> None:
    assert statistics(text)[0].period == period


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Posts for typists fell by 8 percent in two years, the Bureau of Labor Statistics reports.",
            "Bureau of Labor Statistics",
        ),
        ("Output rose 3.2% and injuries rose 15%, the Harbor Safety Center reported in May.", "Harbor Safety Center"),
        ("Of the clerks asked, 72% were against it, YouGov found.", "YouGov"),
        ("Only one in five had been told, said Ana Ruiz, research director of the Dock Institute.", "Ana Ruiz"),
        ("The figure, compiled by the Harbor Safety Center, stands at 63%.", "Harbor Safety Center"),
        ("Economists at Elm University estimate that 30,000 drivers are scored by machines.", "Elm University"),
        ("Following the vote, Senator Ada Byrne has won $2 million for projects in Elm.", None),
        ("This includes $10 million for coatings such as those produced by the Harbor Paint Group.", None),
        ("The guild said that, of the tariffs of 25%, the US put most in place.", None),
    ],
)
def test_who_says_so_at_the_end_or_beside_the_figure(text: str, source: str | None) -> None:
    assert statistics(text)[0].attributed_to == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to the AFL-CIO, 18% of drivers wear a sensor.", "AFL-CIO"),
        ("Senator Maya Crane said that 18% of drivers wear a sensor.", "Maya Crane"),
        ("“Some 18% of our drivers wear a sensor,” said Senator Maya Crane.", "Maya Crane"),
        ("It lists the prediction from Senator Maya Crane that 18% of drivers will go.", "Maya Crane"),
        ("Senator Maya Crane released a report claiming that 18% of drivers will go.", "Maya Crane"),
        ("A survey of drivers by Gallup put the share at 18%.", "Gallup"),
        ("Some 18% of drivers wear a sensor.", None),
    ],
)
def test_who_says_so(text: str, source: str | None) -> None:
    assert statistics(text)[0].attributed_to == source


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Grievances over scheduling rose 35% in 2025.", "Grievances over scheduling"),
        ("Analysts say spending would grow from $7 billion in 2022 to $61 billion in 2029.", "spending"),
        ("About 36% of clerks knew of the tools.", "clerks knew of the tools"),
        ("The fund paid $6 million, a plus of $2 million, for training.", "The fund paid"),
    ],
)
def test_metric_is_in_the_words_of_the_sentence(text: str, metric: str) -> None:
    assert statistics(text)[0].metric == metric


def test_population_of_a_share() -> None:
    (fact,) = statistics("In all, 82% of US respondents supported a union.")
    assert fact.population == "US respondents"


def test_a_figure_told_twice_counts_once_in_the_body() -> None:
    text = "# 24 groups write to the mayor\nToday 24 groups sent a letter to the mayor.\nBehind it stand 24 groups."
    (fact,) = statistics(text)
    assert fact.span.quote == "Today 24 groups sent a letter to the mayor."


@pytest.mark.parametrize("kind", ["agreement", "legislation"])
def test_figures_of_agreements_and_laws_are_terms(kind: str) -> None:
    assert statistics("Wages rise 4% on July 1, 2026 for 300 employees.", document_type=kind) == []


@pytest.mark.parametrize(
    "unit", ["12 workers and ", "5% of x up from 4 ", "$5, an increase of $1, ", "survey by of 3 "]
)
def test_long_texts_take_linear_time(unit: str) -> None:
    opened = reading(unit * (40_000 // len(unit)))
    start = time.perf_counter()
    list(Statistics().extract(opened))
    assert time.perf_counter() - start < 15


def test_a_poll_of_the_opening_stands_behind_its_answers() -> None:
    found = statistics(
        "Packers dislike cameras, a survey by the Harbor Institute has found.\n\n"
        "In all 71% said they would mind them.\n\nA further 15% reported that they were filmed."
    )
    assert [fact.attributed_to for fact in found] == ["Harbor Institute", "Harbor Institute"]


def test_a_poll_stands_behind_the_figures_around_it() -> None:
    text = (
        "Most clerks are worried, two surveys found, and 36% fear for their jobs.\n"
        "The surveys, conducted by Harbor Polling, asked 900 clerks. The worry crossed trades, with 52% of packers.\n"
        "Of the clerks who use apps, 20% are worried, the surveys found."
    )
    assert {fact.value: fact.attributed_to for fact in statistics(text)} == dict.fromkeys(
        (36.0, 900.0, 52.0, 20.0), "Harbor Polling"
    )


def test_who_asked_goes_before_whom_it_was_for() -> None:
    (fact,) = statistics("A poll for the Clerks Union conducted by Harbor Polling found that 62% want rules.")
    assert fact.attributed_to == "Harbor Polling"


IN_OTHER_WORDS = [
    ("It may end between one million and three million clerical jobs.", [(1e6, "count"), (3e6, "count")]),
    ("Some 4.7 million work a second job.", [(4.7e6, "people")]),
    ("The number of firms has multiplied nearly six times.", [(6, "multiple")]),
    (
        "It passed with 451 votes in favour, 45 against and 153 abstentions.",
        [(451, "count"), (45, "count"), (153, "count")],
    ),
    ("Idleness is at a four-year high of 4.7%.", [(4.7, "percent")]),
    ("Among those aged 25 to 34 fear is common, at 62%.", [(62, "percent")]),
    ("Tell us within two business days of the change.", []),
    ("The 30 Iron Harbor actors who walked out are back.", [(30, "people")]),
    ("The guild speaks for 350 film and television studios.", [(350, "count")]),
    ("It has 5,000-plus artist, technician and writer members.", [(5000, "people")]),
    ("The union balloted the 7,000 of its members who work on soaps.", [(7000, "people")]),
    ("The firm cut 14,000 jobs, a number that could reach 30,000 next year.", [(14000, "count"), (30000, "count")]),
    ("Some 1,200 nurses and care aides struck.", [(1200, "people")]),
    ("Three in five clerks said they feel watched.", [(60, "percent")]),
    ("One in four workers use AI each day.", [(25, "percent")]),
    ("Seven out of ten drivers want a say.", [(70, "percent")]),
    ("Pay rose by 4.5 per cent, against 2 per cent a year before.", [(4.5, "percent"), (2, "percent")]),
    ("Spending doubled to $3.4bn.", [(3400000000, "USD")]),
    ("The fund is worth £25m.", [(25000000, "GBP")]),
    ("It would cost between €200,000 and €300,000.", [(200000, "EUR"), (300000, "EUR")]),
    ("Between 20 and 25 percent of tasks could go.", [(20, "percent"), (25, "percent")]),
    ("The strike lasted 118 days.", [(118, "days")]),
    ("The contract covers more than 19,000 hospital workers at 46 sites.", [(19000, "people"), (46, "count")]),
    ("Productivity grew threefold.", [(3, "multiple")]),
    ("Amazon employs 1.5 million people.", [(1500000, "people")]),
    ("Only a quarter of managers had been trained.", [(25, "percent")]),
    ("Half of the 800 artists polled had lost work.", [(50, "percent"), (800, "people")]),
    ("Members approved the deal with 87% in favour.", [(87, "percent")]),
    ("A majority of teachers (58%) use it weekly.", [(58, "percent")]),
    ("AI could affect 40% of jobs worldwide, the fund says.", [(40, "percent")]),
    ("Wages are $2 an hour below the median of $19.50.", [(2, "USD"), (19.5, "USD")]),
    ("Turnout was 71 percent.", [(71, "percent")]),
    ("She has worked there for 22 years.", [(22, "years")]),
    ("Twelve states have passed such laws.", [(12, "count")]),
    ("The survey of 1,004 adults has a margin of 3 points.", [(1004, "people")]),
    ("They won a raise of 22 percent over five years.", [(22, "percent"), (5, "years")]),
    ("Membership fell to 80,000 from 95,000.", [(80000, "count"), (95000, "count")]),
    ("The vote was 4,120 to 310.", []),
    ("Hundreds of workers marched.", []),
    ("Five of its points are new.", []),
]


@pytest.mark.parametrize(("text", "figures"), IN_OTHER_WORDS)
def test_figures_in_other_words(text: str, figures: list[tuple[float, str]]) -> None:
    assert [(found.value, found.unit) for found in statistics(text)] == figures


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("In Ottawa and across Canada, the fund for Ontario holds $5 million.", "CAD"),
        ("In Australia the fund for New South Wales holds $5 million.", "AUD"),
        ("In Australia the fund for New South Wales holds US$5 million.", "USD"),
        ("The Australian union says Australians pay $5 million.", "AUD"),
        ("The fund for Ohio and Canada holds $5 million.", "USD"),
        ("The fund holds $5 million.", "USD"),
    ],
)
def test_whose_dollars_they_are(text: str, unit: str) -> None:
    assert [found.unit for found in statistics(text)] == [unit]


def test_dollars_on_a_canadian_site() -> None:
    made = replace(document("The fund holds $5 million."), url="https://news.example.ca/fund")
    (found,) = Statistics().extract(Reading(made))
    assert isinstance(found, Statistic)
    assert found.unit == "CAD"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The bill has $3 million for the City of Raxton to finish a study of its streets.", None),
        ("It gives $3 million to the Harbor Institute to fund a survey of the coast.", None),
        ("$500,000 for the Harbor Institute report on floods came through.", None),
        ("The Harbor Institute survey found that 40 percent of crews are tired.", "Harbor Institute"),
        ("A new Harbor Institute report puts the loss at $3 million.", "Harbor Institute"),
    ],
)
def test_who_gets_money_is_no_source(text: str, source: str | None) -> None:
    assert {fact.attributed_to for fact in statistics(text)} == {source}
