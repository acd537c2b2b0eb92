"""Events: their kinds, days, places, names, and what is no event."""

from __future__ import annotations

import time
from datetime import date

import pytest

from extractors.events import Events
from records.facts import Event
from tests.support import reading

LEAD = "The depot is large.\n"


def events(text: str, **known: object) -> list[Event]:
    return [fact for fact in Events().extract(reading(LEAD + text, **known)) if isinstance(fact, Event)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Senators Ana Ruiz and Bo Lind introduced the Fair Shifts Act.", ["bill_introduced"]),
        ("Ruiz joined Lind in introducing bipartisan legislation on scheduling.", ["bill_introduced"]),
        (
            "The alliance backs the Fair Shifts Act, which Senators Ruiz and Lind introduced in 2023.",
            ["bill_introduced"],
        ),
        ("The agreement that the Writers Guild reached with the studios covers scripts.", ["agreement_reached"]),
        ("We write as 20 unions about the bill.", ["letter"]),
        ("The governor signed the Fair Shifts Act into law.", ["law_signed"]),
        ("The president issued an executive order on surveillance at work.", ["law_signed"]),
        ("Nurses voted to ratify a contract with the hospital.", ["agreement_reached"]),
        ("The union reached a tentative agreement with the port.", ["agreement_reached"]),
        ("The dockers voted to authorize a strike in May.", ["vote"]),
        ("The House passed the measure on Tuesday.", ["vote"]),
        ("Union drivers walked off the job at dawn.", ["strike"]),
        ("Teachers went on strike over grading software.", ["strike"]),
        ("The guild has filed a charge with the labor board over the cameras.", ["lawsuit"]),
        ("More than 30 groups sent a letter to the mayor.", ["letter"]),
        ("The committee held a hearing on warehouse quotas.", ["hearing"]),
        ("She will speak at the Global Shift Summit in Geneva.", ["summit"]),
        ("The institute released a report on warehouse injuries.", ["report_release"]),
        ("The studio announced a new round of layoffs in May.", ["layoff"]),
        ("Six unions launched a coalition against scoring apps.", ["launch"]),
        ("The port convened a listening session for drivers.", ["other"]),
        ("Senate Bill 77, introduced by Senator Ana Ruiz, would limit tracking.", ["bill_introduced"]),
        ("Lawmakers stood beside nurses on Tuesday to announce legislation on scheduling.", ["bill_introduced"]),
        ("A companion bill, H.R. 4077, was introduced in the House by two members.", ["bill_introduced"]),
        ("On Friday the governor signed S.B. 77, which limits tracking.", ["law_signed"]),
        ("The European Union adopted the Fair Platforms Directive in spring.", ["law_signed"]),
        ("Today's vote in the parliament is a signal.", ["vote"]),
        ("Delegates backed a motion on scoring apps.", ["vote"]),
        ("The clock runs down for 9,000 hotel workers who plan to strike next week.", ["strike"]),
        ("At a news conference by the harbour she spoke of robots.", ["other"]),
        ("The union's annual conference is taking place in Hull.", ["summit"]),
        ("The clerks presented concerns to the Senate Labor Committee.", ["hearing"]),
        ("The council has published a framework for fair software.", ["report_release"]),
        ("New polling, done for the council by telephone, shows wide support.", ["report_release"]),
        ("Recent layoffs, also at Harbor Freightways, were blamed on software.", ["layoff"]),
        ("The quota bill was narrowly approved by the State Senate in June.", ["vote"]),
        ("The request was adopted by 31 votes to nine.", ["vote"]),
        ("The ratification vote opened Friday and closes next week.", ["vote"]),
        ("SB 77, once Senate Bill 12, was first introduced by Senator Ana Ruiz.", ["bill_introduced"]),
        ("The labor office issued detailed best practices for scoring software.", ["report_release"]),
        ("The pilots won limits on cockpit cameras as part of contract talks with the airline.", ["agreement_reached"]),
        ("Porters will hold actions, from marches to vigils, at nine ports.", ["other"]),
        ("The ministry launched an inquiry into scoring software.", ["other"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [fact.kind for fact in events(text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Workers have a right to strike.",
        "The study ended when he took the stand under the Fair Shifts Act.",
        "The firms signed a $2 billion cloud contract with the army.",
        "I am excited to build ties and win a great contract for our members.",
        "The White House advances its policy on software.",
        "Consent may be withdrawn during strikes of the guild.",
        "The deal averts a looming strike of port workers.",
        "More than 30 states have introduced bills on scheduling.",
        "About 12% of companies laid off workers because of software.",
        "Over the past 20 years software has eliminated 9,000 jobs.",
        "Companies cut thousands of jobs when software arrives.",
        "The agreement established a joint committee on software.",
        "Clerks will be hired once talks end and the union agreement is ratified.",
        "We must strike a balance between speed and safety.",
        "The drone strike hit a depot where employees slept.",
        "The contract has layoff protections.",
        "If the mayor signed the bill into law, stores would close.",
        "The bill will be sent to be signed into law.",
        "Unions could file a lawsuit.",
        "A team will house advanced scanners in the depot.",
        "In a survey released last year, most clerks disliked the cameras.",
        "While the ministry has published a framework, more is needed.",
        "The bill has $3 million for a new survey of warehouse injuries.",
        "The raise is above the fiscal year 2025 enacted level for law enforcement.",
        "The panel has no demonstrated capacity in such cases.",
        "Two studies have demonstrated that breaks help at work.",
        "The strike-deadline extension ran to Sunday.",
        "Work stops for studios that signed the old contract with the guild.",
        "Two members will vote against ratifying the contract.",
        "Deputies called on the ministry to put forward a bill on rosters.",
        "The phone was slow at launch and partly at sea.",
        "How many complaints have been filed with the board since January?",
        "Lind had rallied to beat Ruiz in the first match.",
        "According to a 2022 study, watched clerks quit sooner.",
        "She was hearing about the cameras for the first time.",
        "“We introduced a bill on this and we will pass it,” said Senator Ana Ruiz.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It was presented to the Commons in January by a member for Elm.", ["bill_introduced"]),
        ("The bill received first reading on Monday.", ["bill_introduced"]),
        ("The Fair Shifts Bill, which Senator Byrne brought before the Seanad in May, waits.", ["bill_introduced"]),
        ("The docks were shut for nine days in May when the local struck.", ["strike"]),
        ("Picket lines come down at noon.", ["strike"]),
        ("Ballots must be received by June 1.", ["vote"]),
        ("The plenary is due to vote in July.", ["vote"]),
        ("The local and Elm Docks came to terms late on Monday.", ["agreement_reached"]),
        ("The guild and the council signed a protocol on software.", ["agreement_reached"]),
        ("The guild lodged a dispute with the Fair Work Commission over the tool.", ["lawsuit"]),
        ("In May the guild complained to the Elm Labour Board about cameras.", ["lawsuit"]),
        ("The committee is to take evidence on software on May 9.", ["hearing"]),
        ("The matter is listed for conference before a commissioner.", ["hearing"]),
        ("The demand was set out in a letter on Monday.", ["letter"]),
        ("Staff learned that 900 desk jobs would vanish within two years.", ["layoff"]),
        ("The clock struck nine as the port struck a match.", []),
        ("Ballots are printed on paper.", []),
        ("The port complained to its supplier.", []),
        ("Evidence on software is thin.", []),
    ],
)
def test_kinds_in_more_words(text: str, kinds: list[str]) -> None:
    assert [fact.kind for fact in events(text)] == kinds


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On January 17, 2026, Ruiz introduced the Fair Shifts Act.", date(2026, 1, 17)),
        ("Today, Ruiz introduced the Fair Shifts Act.", date(2026, 3, 2)),
        ("Yesterday, the House passed the Fair Shifts Act.", date(2026, 3, 1)),
        ("In January, Ruiz introduced the Fair Shifts Act.", None),
        ("On 1 November, 30 groups sent a letter to the mayor.", None),
        ("PORTVILLE, Feb. 9, 2026 — Clerks rallied at the depot on Thursday, February 12.", None),
        ("Ruiz introduced the Fair Shifts Act Friday.", date(2026, 2, 27)),
        ("Today, Ruiz announced funds under the bill recently signed into law.", None),
        ("The council will hold a rally against cameras on Thursday.", date(2026, 3, 5)),
        ("The institute published a report on rosters today (March 2).", date(2026, 3, 2)),
    ],
)
def test_day(text: str, day: date | None) -> None:
    assert events(text, published_on=date(2026, 3, 2))[0].occurred_on == day


def test_relative_days_need_the_day_of_publication() -> None:
    assert events("Today, Ruiz introduced the Fair Shifts Act.")[0].occurred_on is None


@pytest.mark.parametrize(
    "where", ["Annual Review", "Medicare Advantage", "Community Health Workers", "Diesel Technology"]
)
def test_what_is_no_place(where: str) -> None:
    (fact,) = events(f"Ruiz introduced the Fair Shifts Act in {where}.")
    assert fact.place is None


def test_name_place_and_organizations() -> None:
    (fact,) = events("The Communications Workers of America spoke at the Global Shift Summit in Geneva, its first.")
    assert (fact.name, fact.place) == ("Global Shift Summit", "Geneva")
    assert fact.organizations == ("Communications Workers of America",)


def test_an_event_told_again_counts_once() -> None:
    text = (
        "# Ruiz introduces bill on shifts\n"
        "Senator Ana Ruiz introduced the Fair Shifts Act.\n"
        "Ruiz and Lind introduced the Fair Shifts Act to end on-call work.\n"
        "The bill was introduced with broad support."
    )
    (fact,) = [f for f in Events().extract(reading(text)) if isinstance(f, Event)]
    assert fact.span.quote == "Senator Ana Ruiz introduced the Fair Shifts Act."


def test_two_bills_are_two_events() -> None:
    text = "Ruiz introduced the Fair Shifts Act.\nLind introduced the Camera Limits Act."
    assert [fact.name for fact in events(text)] == ["Fair Shifts Act", "Camera Limits Act"]


def test_asides_late_in_a_text_are_no_news_of_its_own() -> None:
    filler = "\n".join(f"The depot has a gate called {letter}." for letter in "ABCDEFGH")
    assert events(f"{filler}\nShe visited Toledo with her brother.") == []


@pytest.mark.parametrize("kind", ["agreement", "legislation"])
def test_agreements_and_laws_are_not_searched(kind: str) -> None:
    assert events("Members voted to ratify a contract.", document_type=kind) == []


@pytest.mark.parametrize("unit", ["sent a the ", "workers strike, ", "introduced the bill and ", "in the of Act "])
def test_long_texts_take_linear_time(unit: str) -> None:
    opened = reading(unit * (40_000 // len(unit)))
    start = time.perf_counter()
    list(Events().extract(opened))
    assert time.perf_counter() - start < 15


def test_a_deal_or_protest_told_twice_is_one_event() -> None:
    found = events(
        "The dockers’ union and Harbor Freightways reached a tentative agreement. Members wait for the text. "
        "The newly signed contract bans robots. The agreement was reached at night."
    )
    assert [fact.kind for fact in found] == ["agreement_reached"]
    found = events("Nurses rallied outside the clinic on Monday. Rain fell. Ana Ruiz joined the protest at noon.")
    assert [fact.kind for fact in found] == ["other"]


def test_a_tentative_agreement_and_its_ratification_are_two() -> None:
    found = events("Actors voted to approve a contract with studios. A tentative agreement was reached in May.")
    assert [fact.kind for fact in found] == ["agreement_reached", "agreement_reached"]


def test_a_relative_clause_tells_of_the_same_event() -> None:
    (fact,) = events("Nine unions have formed the Shift Alliance, which was launched on March 3, 2026, in Hull.")
    assert (fact.kind, fact.occurred_on) == ("launch", date(2026, 3, 3))


def test_the_day_something_is_announced_is_not_its_day() -> None:
    text = "Ruiz announced today that the committee will hold a hearing on robots."
    assert [fact.occurred_on for fact in events(text, published_on=date(2026, 3, 2))] == [None]


def test_a_text_that_tells_of_itself_came_out_on_its_own_day() -> None:
    (fact,) = events("We, 20 unions, write to you about robots.", published_on=date(2026, 3, 2))
    assert (fact.kind, fact.occurred_on) == ("letter", date(2026, 3, 2))


def test_another_strike_is_not_the_first() -> None:
    found = events("Clerks walked off the job on Monday. A second stoppage is planned for 16 February.")
    assert [fact.kind for fact in found] == ["strike", "strike"]


def test_strikes_of_two_unions_are_two() -> None:
    found = events("United Auto Workers members went on strike in May. Teamsters went on strike at the mill.")
    assert [fact.kind for fact in found] == ["strike", "strike"]


def test_the_end_of_a_stretch_is_no_day_of_an_event() -> None:
    (fact,) = events("Between 4 March 2025 and 9 April 2025 six bills were introduced on tracking.")
    assert fact.occurred_on is None


def test_a_deadline_is_no_day_of_the_letter() -> None:
    (fact,) = events("Ruiz sent a letter to the mill asking for the list by Tuesday, February 17, 2026.")
    assert fact.occurred_on is None


def test_the_line_that_dates_the_text_dates_no_event() -> None:
    text = "6 March 2026\n\nThe union told a Senate committee that software cuts jobs."
    assert [fact.occurred_on for fact in events(text, published_on=date(2026, 3, 6))] == [None]


TOLD_OTHERWISE = [
    ("After its passage through the Oregon Senate Labor Committee, the bill heads to the floor.", ["vote"]),
    ("The measure cleared the Assembly on a 52-20 count.", ["vote"]),
    ("The bill won final approval from the city council.", ["vote"]),
    ("Nurses at the Mercy clinic have overwhelmingly rejected the hospital's offer.", ["vote"]),
    ("The bargaining committee voted to recommend ratification of the pact.", ["vote"]),
    ("Lawmakers advanced the plan out of committee by 9 votes to 4.", ["vote"]),
    ("The committee approved the measure along party lines.", ["vote"]),
    ("If talks fail, the union will ballot its members.", []),
    ("The union urges members to vote for the deal.", []),
    ("The campaign asks supporters to sign a petition.", []),
    ("Members did not vote to strike.", []),
    (
        "Senators Ana Ruiz and Bo Lind have put forward a proposal that would make firms count lost jobs.",
        ["bill_introduced"],
    ),
    ("Two lawmakers in Albany tabled a bill on robot taxis.", ["bill_introduced"]),
    ("The Commission unveiled a proposal for a directive on platform work.", ["bill_introduced"]),
    ("A measure introduced by Assemblymember Lee would curb scanners.", ["bill_introduced"]),
    ("The union introduced a proposal on AI at the bargaining table.", []),
    ("The governor is expected to sign the bill into law.", []),
    ("A survey of 900 clerks by the Postal Guild found that most fear cameras.", ["report_release"]),
    ("A report from the Work Institute warns that software sets wages.", ["report_release"]),
    ("The study, published by Leeds University, looks at 40 depots.", ["report_release"]),
    ("Research released Monday by the Labor Center shows that quotas hurt.", ["report_release"]),
    ("The Guild unveiled a Charter for Human Work.", ["launch"]),
    ("More than 50 groups unveiled the People's Robot Plan today.", ["launch"]),
    ("The federation announced a Bill of Rights for Drivers.", ["launch"]),
    ("The strike, which began on May 4, goes on.", ["strike"]),
    ("Drone strikes hit the port.", []),
    ("Dockworkers walked off the job on Monday.", ["strike"]),
    ("About 300 nurses rallied outside the hospital on Tuesday over an algorithm.", ["other"]),
    ("The company will cut 400 jobs as it moves to AI.", ["layoff"]),
    ("She spoke at the World Robot Forum in Osaka.", ["summit"]),
    ("Delegates met in Osaka for the World Robot Conference.", ["summit"]),
    ("The union took the ministry to court over the scanners.", ["lawsuit"]),
    ("Forty unions wrote to the premier to ask for a ban.", ["letter"]),
    ("The union ratified the contract on June 3.", ["agreement_reached"]),
    ("Teachers and the district came to terms on a new contract.", ["agreement_reached"]),
    ("Members of the guild approved a three-year contract with the studios.", ["agreement_reached"]),
    ("A symposium on robots was held in the old library.", ["summit"]),
    ("The forum listened to clerks who had already lost their jobs to AI.", []),
    ("It was a sticking point in disputes, such as the writers strike.", []),
    ("The union works with lawmakers to introduce bills on robots.", []),
    ("The judge threw out the suit.", ["lawsuit"]),
    ("A Senate panel heard testimony on AI at work on Wednesday.", ["hearing"]),
    ("The nine-day strike by hotel housekeepers ended on Sunday.", ["strike"]),
    ("About 3,000 nurses are striking at six hospitals in Oregon.", ["strike"]),
    ("Railway staff to strike on 3 April over driverless trains", ["strike"]),
    ("Workers overwhelmingly approved strike action.", ["vote"]),
    ("Striking a balance between speed and safety is hard.", []),
    ("Actors voted to accept the new contract.", ["agreement_reached"]),
    ("Teamsters, UPS reach deal to avert strike", ["agreement_reached"]),
    ("A new collective agreement was signed in Berlin last week.", ["agreement_reached"]),
    ("The pilots will leave if a deal is not reached.", []),
    ("The case was heard by the Employment Tribunal in May.", ["lawsuit"]),
    ("Couriers bring suit against the maker of a chatbot", ["lawsuit"]),
    ("The law allows lawsuits against employers.", []),
    ("The entire copy desk was laid off on Thursday.", ["layoff"]),
    ("The insurer said dozens of roles would be impacted.", ["layoff"]),
    ("The insurer will reverse its decision to cut 45 jobs.", ["other"]),
    ("Software could cut thousands of jobs.", []),
    ("Employees circulated a petition against the cameras.", ["letter"]),
    ("Attorneys general pen letter to makers of chatbots", ["letter"]),
    ("This inaugural Robot Summit brings together clerks and engineers.", ["summit"]),
    ("Next month's jobs summit will bring together unions and firms.", ["summit"]),
    ("At a conference on automation in Turin last week, unions set out demands.", ["summit"]),
    ("A conference call was held.", []),
    ("A new task force on automation was created by the governor in May.", ["launch"]),
    ("Launching a campaign takes courage.", []),
    ("Stagehands gathered in front of the theatre to demand a fair deal.", ["other"]),
    ("Couriers took to the streets of Turin against the app.", ["other"]),
    ("Testifying before lawmakers, the union's president warned of job losses.", ["hearing"]),
    ("They raised demands for dignity, hearing cries of joy.", []),
    ("The survey of 2,000 members, released Monday, found cameras everywhere.", ["report_release"]),
    ("Members plan to hold a rally outside the mill on Friday.", ["other"]),
    ("Members plan to hold a rally outside the mill.", []),
    ("A bill introduced in Albany would require notice.", ["bill_introduced"]),
    ("The proposed legislation would introduce a tax on robots.", []),
    ("In May we set up a Digital Work Council with three seats for unions.", ["launch"]),
    ("House Bill 88 was signed in August and takes effect in 2027.", ["law_signed"]),
    ("When it becomes law, no boss will film a change room.", []),
    ("The union took the matter to the Labor Court.", ["lawsuit"]),
    (
        "Dockers have voted 81 per cent in favour of a new contract, ending a strike of nine days.",
        ["agreement_reached", "strike"],
    ),
    ("After talks with the union, the store agreed last May to switch off the buzzer.", ["agreement_reached"]),
    ("There are no redundancies at the mill.", []),
    ("The group put 19 editors at risk of redundancy.", ["layoff"]),
    ("Anyone dismissed ought to be entitled to a hearing in front of a person.", []),
    ("The council wrote to all MPs that it cannot back the bill.", ["letter"]),
    ("The measure squeaked through the state Senate.", ["vote"]),
    ("The Prairie Policy Forum is a registered charity.", []),
    ("An action in Hull drew hundreds of clerks to protest the scanners.", ["other"]),
    ("It's great to ratify a fair contract, she thinks.", []),
    ("The union does not agree and will present the findings to the Labor Committee on 24 March.", ["hearing"]),
]


@pytest.mark.parametrize(("text", "kinds"), TOLD_OTHERWISE)
def test_kinds_in_other_words(text: str, kinds: list[str]) -> None:
    assert [event.kind for event in events(text)] == kinds


def test_a_strike_is_quoted_where_its_day_is_told() -> None:
    text = (
        "The guild has a deal with the studios after ten months of strike.\n"
        "The strike, which began on July 26 of 2024, ends at noon."
    )
    (strike,) = [event for event in events(text) if event.kind == "strike"]
    assert strike.span.quote.startswith("The strike, which")
    assert strike.occurred_on == date(2024, 7, 26)


def test_a_line_under_the_headline_gives_way_to_the_sentence() -> None:
    text = (
        "Forty groups launch campaign for human work\nToday forty groups launched a new campaign against scoring apps."
    )
    (launch,) = [event for event in events(text) if event.kind == "launch"]
    assert launch.span.quote.startswith("Today")


def test_a_study_only_cited_later_is_no_release() -> None:
    filler = "The town has a port. The port has a crane. The crane is red. The crane is old.\n"
    assert events(filler + "A survey by the Postal Guild found that most fear cameras.") == []


def test_author_and_day_are_no_item_of_a_calendar() -> None:
    text = "Clerks want a say\n\nAna Ruiz\nMar 2, 2026 1:00 PM\n\nClerks in Portville want a say in rosters, they say."
    assert events(text, published_on=date(2026, 3, 2)) == []


def test_bills_of_other_lawmakers_are_bills_of_their_own() -> None:
    text = (
        "Sens. Ana Ruiz, D-Ohio, and Bo Lind, R-Utah, introduced a measure on labels.\n\n"
        "Rep. Cy Tamm, D-Calif., introduced a bill that would direct an office to collect reports."
    )
    assert [fact.kind for fact in events(text)] == ["bill_introduced", "bill_introduced"]
