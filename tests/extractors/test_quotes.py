"""Quotes: how marks pair, who is said to speak, what is a term and no quote."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.quotes import Quotes
from extractors.text.marks import find_quoted
from records.facts import Quote
from tests.support import reading

CRANE = "Maya Crane, president of Teamsters Local 12"


CRANE_ = "Maya Crane"


def quotes(text: str, **known: object) -> list[Quote]:
    return [fact for fact in Quotes().extract(reading(text, **known)) if isinstance(fact, Quote)]


def marked(text: str) -> list[str]:
    opened = reading(text)
    return [opened.text[q.start : q.end] for q in opened.get(find_quoted)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We stay,” she said. “We win.”", ["We stay,", "We win."]),
        ('"We stay," she said, "and we win."', ["We stay,", "and we win."]),
        ('“We stay," she said.', ["We stay,"]),
        ("She said “they called it ‘smart’ and left.”", ["they called it ‘smart’ and left."]),
        ("She said “they wrote “no robots” on the wall” and sat.", ["they wrote “no robots” on the wall"]),
        ("The workers’ rights and the drivers' pay aren't marked.", []),
        ("‘We will not be scored by a camera,’ said the driver.", ["We will not be scored by a camera,"]),
        ('A 5" screen and a 6" screen.', []),
        ("He said “we never agreed to this and left", ["we never agreed to this and left"]),
        ("We never agreed to any of this,” said the driver.", ["We never agreed to any of this,"]),
        ("“We start.\n“We go on.\n“We end.”", ["We start.", "We go on.", "We end."]),
        ("“We start.\nWe go on.\nWe end.”", ["We start.", "We go on.", "We end."]),
    ],
)
def test_marks_pair(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (f"“The app decides our breaks now,” said {CRANE}.", ["Maya Crane"]),
        (f"{CRANE}, heralded the deal, which covers 700 clerks, as a new “gold standard” for docks.", ["Maya Crane"]),
        (f"Ports use it to “sort and rank” loads, so as to save time and space, says {CRANE}.", ["Maya Crane"]),
        (f"{CRANE}, said while cranes can help, she is “very concerned” about the app.", ["Maya Crane"]),
        (
            f"Maya Crane left, says {CRANE}. However, she says, ports should expect “more robust laws” soon.",
            ["Maya Crane"],
        ),
        (f"{CRANE}, informed staff that “the ports that win will have focus” this year.", ["Maya Crane"]),
        (f"{CRANE}, said: “The app decides our breaks now.”", ["Maya Crane"]),
        (f"“The app decides,” said {CRANE}, “and nobody asked us about it.”", ["Maya Crane", "Maya Crane"]),
        (f"“The app decides,” said {CRANE}. “Nobody asked us about it.”", ["Maya Crane", "Maya Crane"]),
        ("“The app decides our breaks,” Senator Maya Crane wrote. “It must stop.”", ["Maya Crane", "Maya Crane"]),
        (f"“The app is new,” said {CRANE}.\nThe firm declined.\n“It must stop at once,” she said.", ["Maya Crane"] * 2),
        (f"{CRANE}, said:\n“The app decides.\n“Nobody asked us.\n“It must stop.”", ["Maya Crane"] * 3),
        (f"“The app decides.\n“Nobody asked us about it,” said {CRANE}.", ["Maya Crane"] * 2),
        (f"“The app decides,” said {CRANE}.\n“Nobody asked us about any of it.”", ["Maya Crane"] * 2),
        # several quoted phrases in one sentence, attribution in brackets, what somebody will say
        (f"{CRANE}, called it “a cage for drivers” and “a toy for bosses”.", ["Maya Crane"] * 2),
        (f"The reply: “It would freeze the rules for years to come” ({CRANE}).", ["Maya Crane"]),
        ("Maya Crane will speak. “They will trust it if it costs no jobs,” she will argue.", ["Maya Crane"]),
        (f"{CRANE}, said that the new rules must keep pace with the “sweeping changes” of work.", ["Maya Crane"]),
        (
            "According to Maya Crane, a packer who left in May, the staff “are paying for it with their health”.",
            [CRANE_],
        ),
        ("“They call it the future,” Maya Crane bellowed. “Over my dead body.”", [CRANE_] * 2),
        ("“Someone has to stand up and say, ‘Whoa, stop it,’” Maya Crane said.", [CRANE_]),
        ("Maya Crane said in a note that her bill does no harm but “sets guardrails for all”.", [CRANE_]),
        ("“It is a long game,” said to The New York Times Dr. Crane, a vice president of the Quay Guild.", ["Crane"]),
        ("“It was a terrible night,” said Kyiv resident Oksana Quill, 55.", ["Oksana Quill"]),
        (
            "Max Stone left.\nIt is over, said Local 9 union president Maya Crane. “We are out of a job,” she said.",
            [CRANE_],
        ),
        # a byline is no speaker
        (f"By Oren Pike\n{CRANE}, said the app is new.\n“It must stop at once,” he said.", ["Maya Crane"]),
        # roles in small letters before the name, a title before a comma
        ("“The app decides our breaks,” chief negotiator Maya Crane said.", ["Maya Crane"]),
        ("Teamsters General Secretary, Maya Crane, said the app is “a cage for drivers”.", ["Maya Crane"]),
        ("“Did it work? Did they do their best?” Maya Crane tells Reuters.", ["Maya Crane"]),
        (
            f"In a speech, {CRANE}, outlined what went wrong.\n“We must make sure that the app serves us.”",
            ["Maya Crane"],
        ),
        ("Senator Maya Crane released the following statement.\n“The app decides our breaks.”", ["Maya Crane"]),
        ("Senator Maya Crane called the plan “a gift to the machines” on Monday.", ["Maya Crane"]),
        ("In her letter to Senator Omar Reyes, Senator Maya Crane wrote that “time is short.”", ["Maya Crane"]),
    ],
)
def test_speaker_is_found(text: str, speakers: list[str]) -> None:
    assert [fact.speaker_name for fact in quotes(text)] == speakers


def test_speaker_keeps_role_and_organization_in_later_quotes() -> None:
    first, second = quotes(f"“The app decides,” said {CRANE}.\nThe firm declined.\n“It must stop now,” Crane said.")
    assert first.organization_name == second.organization_name == "Teamsters Local 12"
    assert second.speaker_name == "Maya Crane"
    assert second.speaker_role == "president"


@pytest.mark.parametrize(
    "text",
    [
        "The letter says: “Scheduling by software must end this year.”",
        "In an open letter to the minister, the groups warn that the “people most exposed were never asked”.",
        "“Scheduling by software must end this year,” the lawmakers wrote.",
    ],
)
def test_letters_and_groups_speak_without_a_person(text: str) -> None:
    (fact,) = quotes(text)
    assert fact.speaker_name is None


@pytest.mark.parametrize(
    "text",
    [
        "A packer in a laundry told us: “The carts had been counting our steps.”",
        "“The carts had been counting our steps,” said one packer.",
        "A video showed a crane. “All of this is run by a robot,” he said, pointing at it.",
        "The party’s platform spelled it out, claiming, “Robots will bring new work to all ports.”",
        "A union source told the site, “Nobody gets all they want from a deal.”",
    ],
)
def test_unnamed_speakers_are_quoted_without_a_name(text: str) -> None:
    (fact,) = quotes(text)
    assert (fact.speaker_name, fact.organization_name) == (None, None)


def test_it_and_the_university_speak() -> None:
    (first,) = quotes("Zembla Bank bought an app which it said would make it “easier and faster” to get help.")
    assert (first.speaker_name, first.organization_name) == (None, "Zembla Bank")
    (second,) = quotes("Zembla University met. The university then claimed, “No robot will mark essays here.”")
    assert (second.speaker_name, second.organization_name) == (None, "Zembla University")


def test_according_to_names_the_speaker() -> None:
    (fact,) = quotes("The figures “probably understate the problem,” according to Maya Crane, president of Local 12.")
    assert fact.speaker_name == "Maya Crane"


def test_an_organization_speaks() -> None:
    (fact,) = quotes("The Communications Workers of America said the deal brings “real limits on cameras”.")
    assert (fact.speaker_name, fact.organization_name) == (None, "Communications Workers of America")


@pytest.mark.parametrize(
    "text",
    [
        "Firms call for a list of “black box” tools before bargaining starts.",
        "A coalition called “Hands Off Our Shifts” met in June.",
        "The bill, titled “An Act on Scheduling Software”, is short.",
        "The union says many points are open, among them cameras, “just cause” rules and pay.",
        "Managers often call it a “pilot”.",
        "The “Robot Tax Now” campaign grew.",
    ],
)
def test_terms_and_titles_are_no_quotes(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“The app decides our breaks,” a Microsoft spokesperson said.",
        "“The app decides our breaks,” said a spokesperson for Microsoft.",
        "“The app decides our breaks,” analysts at Microsoft wrote in a report.",
    ],
)
def test_staff_speak_for_their_organization(text: str) -> None:
    (fact,) = quotes(text)
    assert (fact.speaker_name, fact.organization_name) == (None, "Microsoft")


@pytest.mark.parametrize(
    "text",
    [
        "The Quay Guild contract states that robots “may be used by the crew as a tool” only.",
        "In a panel titled “What the robots bring to the docks”, they spoke.",
        "This year’s theme, “A turning point”, was new, Maya Crane said.",
        "The union spoke of “crane ghosts,” the term for empty cabs.",
        "Maya Crane came. Placards said no; chants of “open the doors” rose.",
    ],
)
def test_contracts_do_not_speak_and_titles_are_none(text: str) -> None:
    assert quotes(text) == []


def test_a_person_named_in_a_quote_is_not_who_speaks() -> None:
    first, second = quotes("“It hurts us all,” she said. “We never fought with [Omar Reyes]. He fought with us.”")
    assert first.speaker_name is None
    assert second.speaker_name is None


def test_she_is_whom_the_paragraph_is_about() -> None:
    text = (
        "“The app decides,” said Omar Reyes.\n"
        "The school pays no leave, so Maya Crane went back in May.\n"
        "In the fall, Crane won’t return. It was hard. “I gave my whole life to this work,” she said."
    )
    assert [fact.speaker_name for fact in quotes(text)] == ["Maya Crane", "Omar Reyes"]  # longest first


def test_words_quoted_again_in_part_give_one_row() -> None:
    text = (
        "# Union president: camera plan is “a step too far”\n"
        f"“This plan is a step too far for every driver,” said {CRANE}.\n"
        f"Maya Crane told reporters it was “a step too far” again."
    )
    assert [fact.text for fact in quotes(text)] == ["This plan is a step too far for every driver,"]


def test_text_and_span_lie_between_the_marks() -> None:
    text = f"“The app decides our breaks now,” said {CRANE}."
    (fact,) = quotes(text)
    assert fact.text == fact.span.quote == "The app decides our breaks now,"
    assert text[fact.span.start - 1] == "“"


@pytest.mark.parametrize("kind", ["agreement", "legislation"])
def test_agreements_and_laws_are_not_searched(kind: str) -> None:
    assert quotes("“Employer” means the county, said Maya Crane. “We agree to it,” she said.", document_type=kind) == []


@given(st.text(alphabet="“”\"‘’' ab.,\nS", max_size=80))
def test_pairs_never_overlap_and_lie_in_the_text(text: str) -> None:
    if not text.strip():
        return
    opened = reading("Start\n" + text + "\nEnd")
    end = 0
    for quoted in opened.get(find_quoted):
        assert end <= quoted.outer_start <= quoted.start < quoted.end <= quoted.outer_end <= len(opened.text)
        end = quoted.outer_end


@pytest.mark.parametrize("unit", ["“a b c ", '"a b, ', "‘ab cd ", "“Ha we do,” they said. ", "“Open speech.\n"])
def test_long_texts_take_linear_time(unit: str) -> None:
    opened = reading(unit * (60_000 // len(unit)))
    start = time.perf_counter()
    list(Quotes().extract(opened))
    assert time.perf_counter() - start < 10
