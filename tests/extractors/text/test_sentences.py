"""Sentences and regions: where sentences end, what part of a document they stand in."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.text.sentences import body_sentences, fact_sentences, sentences, split
from tests.support import document, reading


def _split(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["The vote is over.", "The count begins."],
        ["Dr. Ruiz met Sen. Vance in St. Paul.", "They agreed."],
        ["The U.S. Senate voted.", "It failed."],
        ["Workers came from the U.S.", "The rest did not."],
        ["Clause No. 2 covers cameras.", "Clause No. 3 does not."],
        ["Is that all?", "The answer is no.", "We go on."],
        ["She works for Acme Inc. in Ohio.", "He works for Bolt Inc.", "The firms are rivals."],
        ["Hours fell 4.5 percent.", "Pay rose 2.25 percent."],
        ["The model, version 4.5 Turbo, was sold widely.", "It failed."],
        ["“We will not stop.”", "The crowd cheered."],
        ["“Will you sign?” asked Lee.", "Nobody did."],
        ["They waited…", "The doors stayed shut."],
        ["J. K. Moreno spoke at 9 a.m. on Friday.", "She left at 10 p.m.", "The hall was full."],
        ["Pay is due on Jan. 5 and on Feb. 6.", "See art. 12 and sec. 4(b)."],
        ["See Appendix A.", "It lists the sites."],
        ["The rule stands.[12]", "It is old."],
        ["Costs rose.14", "Wages did not."],
        ["Meet Ana P. Ortiz, of Local 9.", "She drives."],
        ["Stop now!", "(This is the end.)"],
        ["Tools, e.g. cameras, count.", "So do logs, i.e. records."],
        ["The state of the art.", "We know it."],
    ],
)  # fmt: skip
def test_split(parts: list[str]) -> None:
    assert _split(" ".join(parts)) == parts


def test_line_breaks_end_short_lines_only() -> None:
    assert _split("Ana Ruiz\nChief Steward") == ["Ana Ruiz", "Chief Steward"]
    wrapped = "The committee that was set up last spring to look into cameras met with\nActing Director Ruiz again."
    assert _split(wrapped) == [wrapped]
    assert _split("The union wrote to\nMayor Ruiz.") == ["The union wrote to\nMayor Ruiz."]


def test_bullets_inside_a_paragraph() -> None:
    assert _split("We ask for: • notice • training") == ["We ask for:", "• notice", "• training"]


@given(st.text(alphabet="Ab .!?…\"”“')\n\t•1U.S,;—é", max_size=200))
@settings(max_examples=200, deadline=None)
def test_spans_slice_and_cover(text: str) -> None:
    end = 0
    covered = ""
    for start, stop in split(text):
        assert start >= end
        assert text[end:start].strip() == ""
        assert text[start:stop] == text[start:stop].strip() != ""
        covered += text[start:stop]
        end = stop
    assert "".join(covered.split()) == "".join(text.split())


@given(st.lists(st.text(alphabet='Ab. "”!No', min_size=1, max_size=40), min_size=1, max_size=6))
@settings(max_examples=100, deadline=None)
def test_document_sentences_are_exact(lines: list[str]) -> None:
    if not any(line.strip() for line in lines):
        return
    opened = reading("\n".join(line for line in lines if line.strip()))
    for sentence in opened.get(sentences):
        assert opened.text[sentence.start : sentence.end] == sentence.text
        assert opened.span(sentence.start, sentence.end).quote == sentence.text


RELEASE = """Skip to content
Press release
Drivers win notice of new cameras at Harbor Freight
Drivers at the port won a contract on Tuesday. It gives them ninety days of notice.
"We will watch the watchers," said Ana Ruiz, president of Local 12.
Also read: Cameras in trucks explained
12 Ana Ruiz, "Watching the Watchers," Journal of Work, vol. 3, no. 2 (2021), https://example.org/a.
ENDS
Notes to editors
The union will hold a rally on 3 May 2025.
About the Drivers Union
The Drivers Union has 9,000 members.
"""


def _regions(text: str, kind: str = "press_release") -> dict[str, str]:
    return {s.text: s.region for s in reading(text, document_type=kind).get(sentences)}


def test_regions_of_a_release() -> None:
    found = _regions(RELEASE)
    assert found["Skip to content"] == "furniture"
    assert found["Drivers win notice of new cameras at Harbor Freight"] == "headline"
    assert found["It gives them ninety days of notice."] == "body"
    assert found["Also read: Cameras in trucks explained"] == "teaser"
    assert next(region for text, region in found.items() if text.startswith("12 Ana Ruiz")) == "footnote"
    assert found["The union will hold a rally on 3 May 2025."] == "notes"
    assert found["The Drivers Union has 9,000 members."] == "boilerplate"


def test_body_and_fact_sentences() -> None:
    opened = reading(RELEASE, document_type="press_release")
    body = {s.text for s in opened.get(body_sentences)}
    facts = {s.text for s in opened.get(fact_sentences)}
    assert "The union will hold a rally on 3 May 2025." in body
    assert "The Drivers Union has 9,000 members." not in body
    assert facts - body == {"About the Drivers Union", "The Drivers Union has 9,000 members."}


def test_teasers_end_where_sentences_begin_again() -> None:
    text = """# Robots at the port
The port bought robots. Nobody was asked.
## Related stories
- Cranes without crews
- Ships without sailors
The council meets again next week, and the union will be there.
"""
    found = _regions(text, "news")
    assert found["Cranes without crews"] == "teaser"
    assert found["The council meets again next week, and the union will be there."] == "body"


def test_about_sections_of_reports_end_at_the_next_heading() -> None:
    text = """# Work and robots
First we look back. Then we look ahead.
# About the Institute
The institute studies work.
# Findings
Half of all workers are watched.
"""
    found = _regions(text, "report")
    assert found["The institute studies work."] == "boilerplate"
    assert found["Half of all workers are watched."] == "body"


def test_author_note_is_boilerplate() -> None:
    text = "# Robots\nOne thing. Two things.\nAnother day.\nAna Ruiz is a reporter who covers labor for the Daily."
    assert _regions(text, "news")["Ana Ruiz is a reporter who covers labor for the Daily."] == "boilerplate"


@pytest.mark.parametrize("unit", [".", ". ", "A. ", "Ab\n", "“", "( ", "No. ", "• ", " \n"])
def test_speed_does_not_depend_on_content(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    began = time.process_time()
    list(split(text))
    assert time.process_time() - began < 2.0


def test_empty_document() -> None:
    assert sentences(reading(" ")) == ()
    assert document(" ").text == ""
