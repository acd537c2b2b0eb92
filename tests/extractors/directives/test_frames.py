"""Frames of sentences with force."""

from __future__ import annotations

import time

import pytest

from extractors.directives.frames import framed

ALL = ("legislation", "agreement", "policy", "demand", "recommendation")


@pytest.mark.parametrize(
    ("text", "contexts", "force"),
    [
        ("Several states now require a notice when software sorts applicants.", (), "legislation"),
        ("Ohio and Maine have passed laws limiting cameras in break rooms.", (), "legislation"),
        ("Existing labor laws already apply to scores made by software.", (), "legislation"),
        ("Secret scoring of clerks may violate the state privacy law.", (), "legislation"),
        ("It is unlawful to record a break room.", (), "legislation"),
        ("Requires a person to check each dismissal", ("law_line",), "legislation"),
        ("Workers have a right to see their scores.", ("guide",), "legislation"),
        ("Workers have a right to see their scores.", (), "demand"),
        ("Violators would face fines of up to $900.", ("law",), "legislation"),
        ("An arbitrator found that the mill breached the clause on cameras.", (), "agreement"),
        ("Under the new contract, drivers cannot be scored by an app.", (), "agreement"),
        ("The company’s policy bars the use of chatbots in letters.", (), "policy"),
        ("The bank said it will not replace tellers with kiosks.", (), "policy"),
        ("We demand human review of every score.", (), "demand"),
        ("Our demands include a ban on secret cameras.", (), "demand"),
        ("It is worth asking who sold the tool.", (), "recommendation"),
        ("A shop that scores clerks in secret commits an unfair labor practice.", (), "legislation"),
        ("Scoring is still a mandatory subject of bargaining.", (), "legislation"),
        ("It is the first ordinance in the country to openly govern scoring.", (), "legislation"),
        ("The deal goes further by barring scores.", (), "agreement"),
        ("Much the same clauses are found in other contracts.", (), "agreement"),
        ("Severance is one common contract term.", (), "agreement"),
        ("Notice is a common contract clause.", (), "agreement"),
        ("Most contracts assert union rights.", (), "agreement"),
        ("The final terms guarantee severance.", (), "agreement"),
        ("The port heard both sides and agreed to a joint panel.", (), None),
        ("The hospital heard both sides and agreed to a joint panel.", (), "agreement"),
        ("It was the mayor that halted the rollout.", (), None),
        ("These safeguards are meant to restore trust and aim to prevent scoring.", (), "recommendation"),
        ("The guide puts much stress on the need for a clause.", (), "recommendation"),
        ("Secret scores breach rules of data protection.", (), "legislation"),
        ("Employers are allowed to film the gate.", ("guide",), "legislation"),
        ("A written reason is a requirement for any scoring.", (), "legislation"),
        ("Employers may wish to track clerks.", (), None),
        ("Employers may wish to ask clerks.", (), "recommendation"),
        ("The local made a say on kiosks its top demand.", (), "demand"),
        ("The union keeps its veto, and studios get broader rights to test.", ("deal",), "agreement"),
        ("The union keeps its veto, and studios get broader rights to test.", (), None),
        ("The guild’s members and the port agreed in May that no crane may run alone.", (), "agreement"),
        ("Union leaders also agreed that cranes are loud.", (), None),
        ("They have a pact under which a person checks each score.", (), "agreement"),
        ("The local got a panel with power to stop a tool.", (), "agreement"),
        ("An applicant may file a complaint with the board.", ("law",), "legislation"),
        ("When it takes effect, a shop will not film its clerks.", (), "legislation"),
        ("Norway permits cameras at the gate.", (), "legislation"),
        ("The hospital's final offer was a panel that meets twice a year.", (), "policy"),
        ("Another aim is to list all tools.", ("law",), "legislation"),
        ("That the app erred is no defense.", (), "legislation"),
        ("Hospitals and other employers are still liable for harm done by a tool.", (), "legislation"),
        ("Companies remain responsible for biased outcomes.", (), "legislation"),
        ("Even a short test may trigger notice requirements under the rule.", (), "legislation"),
        ("Your right to a private life also covers the van you drive.", ("guide",), "legislation"),
        ("You can ask to object, and you may appeal a score.", ("guide",), "legislation"),
        ("There are special protections for fingerprints.", (), "legislation"),
        ("Legislators in six states are working on rules that limit cameras.", (), "legislation"),
        ("Two cities have laws expressly covering scores.", (), "legislation"),
        ("The bank has scrapped plans to replace tellers with chatbots.", (), "policy"),
        ("The Teamsters will push for limits on driverless trucks and technology.", (), "demand"),
        ("There are mounting calls for a ban.", (), "demand"),
        ("A charter meant to protect drivers was shown.", (), "recommendation"),
        ("A say in each trial is non-negotiable.", (), "demand"),
        ("The clerks went home early.", ("law", "contract", "guide", "law_line"), None),
    ],
)
def test_frames(text: str, contexts: tuple[str, ...], force: str | None) -> None:
    assert framed(text, ALL, contexts) == force


def test_only_the_forces_asked_for_are_told() -> None:
    assert framed("We demand human review of every score.", ("legislation",), ()) is None


def test_long_sentences_take_linear_time() -> None:
    began = time.process_time()
    for piece in ("the bill which would ", "by law the state requiring to ", "employers and the union "):
        framed(piece * (20_000 // len(piece)), ALL, ("law", "guide", "contract", "law_line", "run_in_law"))
    assert time.process_time() - began < 8
