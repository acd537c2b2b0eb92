"""Kinds of directive sentence."""

from __future__ import annotations

import time

import pytest

from extractors.directives import force
from extractors.directives.imperatives import is_imperative


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Demand a list of all tools.", True),
        ("Specifically, block keystroke logging.", True),
        ("If there is a new tool, then ask who bought it.", True),
        ("Instead of waiting, negotiate a clause.", True),
        ("Do not sign it.", True),
        ("Let's face it.", False),
        ("Study findings:", False),
        ("Demand is rising.", False),
        ("Employers should ask first.", False),
        ("Train drivers were not asked.", True),  # words alone do not tell; the touch of technology does
        ("The union asked.", False),
        ("Fourth, keep a record of each score.", True),
        ("Schedule a meeting on each tool.", True),
        ("Promise no one a bonus.", True),
        ("Find out who reads the scores.", True),
        ("Find out more.", False),
        ("Consider a yearly test of the tool.", True),
    ],
)
def test_imperatives(text: str, expected: bool) -> None:
    assert is_imperative(text) is expected


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("The bill would require employers to explain scores.", "legislation"),
        ("Legislators passed a bill, backed by nurses, that bans robots from wards.", "legislation"),
        ("Under the new law, shops must post a notice.", "legislation"),
        ("She introduced legislation to limit tracking at work.", "legislation"),
        ("The contract includes limits on tracking.", "agreement"),
        ("Their agreements require notice of new tools.", "agreement"),
        ("The local won a clause on cameras.", "agreement"),
        ("The company pledged not to replace clerks.", "policy"),
        ("The union can win a contract with limits.", None),
        ("The bill was introduced on Monday.", None),
        ("He called for a law that would tax robots.", None),
        ("The agreement sets a precedent and shows that it is possible to protect jobs.", None),
        ("The studio agreed to give the guild notice of new tools.", "agreement"),
        ("The aim of the bill is also meant to better regulate scoring.", "legislation"),
        ("It rained.", None),
        ("The law, which goes into effect on Jan. 1, 2027, bars shops from tracking clerks.", "legislation"),
        ("The governor vetoed a bill, which would have permitted robots on roads.", "legislation"),
        ("The new provisions of the measure require shops to explain quotas.", "legislation"),
        ("The directive on scoring at work should provide for reviews.", None),
        ("The council calls for the Fair Shifts Act to require notice.", None),
        ("These rules are meant to prevent secret scoring.", "legislation"),
        ("The Safe Shop (Scores) Regulations 2019 provide for a written notice.", "legislation"),
        ("A draft bill written by two law firms would add a right to be heard.", "legislation"),
        ("The bill – which is free for all to use – governs scoring.", "legislation"),
        ("This bill translates principles into duties.", "legislation"),
        ("This bill lets drivers read the terms.", "legislation"),
        ("The bill faces a vote.", None),
        ("The Fair Shifts Act already entitles clerks to a week of warning.", "legislation"),
        ("House Bill 52, passed in May, forbids secret scores.", "legislation"),
        ("She filed a proposal to make employers list their tools.", "legislation"),
        ("The chain has undertaken not to replace cashiers.", "policy"),
        ("The chain has pledged in writing that no cashier will go.", "policy"),
        ("HB 41 would tally the jobs that robots take.", "legislation"),
        ("This legislation will finally shed light on who is scored.", "legislation"),
        ("The governor’s order directed the ministry to list all tools.", "legislation"),
        ("The bill would cost shops millions.", None),
        ("The bill will be heard on Friday.", None),
        ("The measure would probably die in the Senate.", None),
    ],
)
def test_what_is_told(text: str, instrument: str | None) -> None:
    assert force.told(text) == instrument


def test_the_name_of_a_law_may_be_what_does_something() -> None:
    text = "The order on safe machines, which limits tracking, is old."
    assert force.told(text, text.index(",")) == "legislation"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nurses are calling for a ban on robots.", True),
        ("Employers at the big studios want to replace us with software.", False),
        ("Thousands marched, demanding safe staffing.", True),
        ("Today we want to share our view of this study.", False),
        ("We demand that managers decide.", True),
        ("The demand for workers fell.", False),
        ("They did not ask for it.", False),
        ("She asks who checks the tool.", False),
        ("We invite all employers to sign the charter.", True),
        ("He would like the council to go further and list all tools.", True),
        ("They would like us to believe in fate.", False),
        ("It is a tool for any city that wants to be fair.", False),
        ("The course equips stewards to advocate for safer machines.", False),
        ("The rules can enable drivers to push for a say.", False),
        ("Drivers push for a say.", True),
        ("They met to call on ministers to take action.", False),
        ("They met to call on ministers to take action on secret scoring.", True),
    ],
)
def test_asking(text: str, expected: bool) -> None:
    assert force.asks(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Workers must have a say.", True),
        ("It should not be used to spy.", True),
        ("We must act now.", False),
        ("We do not speak of the rights that clerks and drivers should have.", False),
        ("Clerks and drivers should have rights.", True),
        ("He said, let's try it.", False),
        ("Let's ban it.", True),
        ("It is therefore vital that clerks know the score.", True),
        ("The cuts came out of a need to save money.", False),
        ("We have to be prepared for the change.", False),
        ("Scores may only be kept for a week.", True),
        ("It means involving clerks in each trial.", True),
        ("The public needs to understand the scale of this.", False),
        ("Firms must meet several requirements.", False),
        ("Workers like it.", False),
    ],
)
def test_what_ought_to_be(text: str, expected: bool) -> None:
    assert force.ought(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Publishers are reluctant to accept a clause on chatbots.", True),
        ("Publishers still oppose any binding clauses.", True),
        ("The port failed to negotiate over its cranes.", True),
        ("The port negotiated over its cranes.", False),
    ],
)
def test_terms_not_agreed_to(text: str, expected: bool) -> None:
    assert force.unwilling(text) is expected


def test_what_studies_suggest_is_no_advice() -> None:
    assert not force.advises("New data suggest that drivers drive less.")
    assert force.advises("The panel suggests that drivers drive less.")


def test_long_sentences_take_linear_time() -> None:
    began = time.process_time()
    for piece in ("the bill which would ", "agreement and ", "If a, ", "called on a law that ", "won a new "):
        text = piece * (50_000 // len(piece))
        force.told(text)
        force.asks(text)
        force.ought(text)
        is_imperative(text)
    assert time.process_time() - began < 8
