"""Who asks, whom, and who is bound."""

from __future__ import annotations

import pytest

from extractors.directives.duties import actor, addressee, advises_employers, bearer
from extractors.directives.modality import modality
from extractors.directives.prose import find_directives
from tests.support import reading

ABOUT = "# Unions and artificial intelligence at work\nWorkers and employers talk about algorithms in many jobs.\n"


@pytest.mark.parametrize(
    ("text", "kind", "bound"),
    [
        ("The bill would require employers to test algorithms for bias.", "news", "employer"),
        ("The bill would create a commission on AI and jobs, which would publish a report.", "news", "government"),
        ("The union urged Congress to fund training in AI for workers.", "press_release", "government"),
        ("The clerks won a contract that bars AI from writing letters to patients.", "news", "employer"),
        ("Unions should demand a list of all algorithms from managers.", "guide", "union"),
        ("Ban the use of emotion recognition at work.", "guide", "employer"),
        ("Request a list of every AI tool.", "guide", "union"),
        ("Congress should limit tracking of workers by AI.", "report", "government"),
        ("Labor inspectors should look at the AI tools that employers use on workers.", "report", "government"),
        ("The bill would direct the Labor Office to collect data on AI at work.", "news", "government"),
        ("The bill would create a federal framework to track how AI changes jobs.", "news", "government"),
        ("The bill would establish a voluntary reporting system on AI at work.", "news", "government"),
        ("The bill states that employers must test algorithms for bias.", "news", "employer"),
        ("The clerks won a contract that allows either party to reopen talks on AI.", "news", "both"),
    ],
)
def test_bearer(text: str, kind: str, bound: str) -> None:
    (found,) = reading(ABOUT + text, document_type=kind).get(find_directives)
    assert bearer(found, modality(found.text, defines=False), ()) == bound


def test_actor_is_the_speaker_or_the_name_before_the_verb() -> None:
    opened = reading(
        ABOUT + "“Algorithms must never fire workers,” said Ada Byrne, president of the Teamsters.\n"
        "The AFL-CIO is calling on Congress to limit the use of AI against workers.",
        document_type="news",
    )
    first, second = opened.get(find_directives)
    assert actor(opened, first) == "Ada Byrne"
    assert actor(opened, second) == "AFL-CIO"
    assert addressee(second) == "Congress"
    assert addressee(first) is None


def test_who_only_tells_is_no_actor() -> None:
    text = "Clerks won a contract that bars AI from writing letters, according to the UC Berkeley Labor Center."
    opened = reading(ABOUT + text, document_type="news")
    (found,) = opened.get(find_directives)
    assert actor(opened, found) is None


@pytest.mark.parametrize(
    ("title", "told"), [("What employers need to know about cameras", True), ("Cameras: a guide for locals", False)]
)
def test_texts_for_employers_say_so_in_their_title(title: str, told: bool) -> None:
    assert advises_employers(reading("Keep records of all cameras.", title=title)) is told
