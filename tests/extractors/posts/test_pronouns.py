"""Posts told with "its", "their", "the union's" and short names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.base import Reading
from extractors.posts.find import find_posts
from tests.support import document, reading


@pytest.mark.parametrize(
    ("text", "role", "organization"),
    [
        (
            "The Teamsters called the plan reckless. Its national officer for ports, Ada Byrne, said the port hid it.",
            "national officer for ports",
            "Teamsters",
        ),
        (
            "The Teamsters said so. Ada Byrne, its national officer for ports, wants a vote.",
            "national officer for ports",
            "Teamsters",
        ),
        (
            "The Teamsters are angry. Its social affairs director, Ada Byrne, wrote on Monday.",
            "social affairs director",
            "Teamsters",
        ),
        ("The Teamsters and their president, Ada Byrne, went to court.", "president", "Teamsters"),
        ("The Elm Gateway Corporation agreed. Elm Gateway’s chief clerk, Ada Byrne, signed.", "chief clerk", None),
        (
            "The Teamsters are against it. “It is broad,” said the union’s director for harbor affairs, Ada Byrne.",
            "director for harbor affairs",
            "Teamsters",
        ),
        ("The Teamsters met. Union president Ada Byrne spoke.", "president", "Teamsters"),
    ],
)
def test_whose_post_it_is(text: str, role: str, organization: str | None) -> None:
    posts = [post for post in reading(text).get(find_posts) if post.person.text == "Ada Byrne"]
    held = [post.organization.name if post.organization else None for post in posts]
    assert [post.role for post in posts] == [role]
    assert organization is None or held == [organization]


@pytest.mark.parametrize(
    "text",
    [
        "The port has cranes. Its members, Ada Byrne said, are tired.",
        "The Teamsters asked for their app until the port’s chief clerk, Ada Byrne, came.",
        "The Teamsters met. The union wants to thank Ada Byrne.",
        "Its cranes are old. Ada Byrne spoke.",
        "The Teamsters met. The weather was bad.\nIts chair, Ada Byrne, stayed away.",
    ],
)
def test_no_organization_is_guessed(text: str) -> None:
    posts = [post for post in reading(text).get(find_posts) if post.person.text == "Ada Byrne"]
    assert all(post.organization is None for post in posts)


@pytest.mark.parametrize(
    ("text", "kind", "held"),
    [
        ("By harbor reporter Ada Byrne\nThe port is old.", "news", True),
        ("By Ada Byrne, staff writer\nThe port is old.", "news", True),
        ("“We will act,” said Chief Executive Ada Byrne.", "press_release", True),
        ("Ada Byrne, executive director, said so.", "press_release", True),
        ("“We will act,” said Chief Executive Ada Byrne.", "news", False),
        ("We wrote to President Ada Byrne.", "press_release", False),
        ("Tri-County General Manager Ada Byrne refused.", "press_release", False),
    ],
)
def test_posts_at_who_publishes_the_text(text: str, kind: str, held: bool) -> None:
    opened = Reading(replace(document(text, document_type=kind), publisher="The Elm Gazette"))
    posts = [post for post in opened.get(find_posts) if post.person.text == "Ada Byrne"]
    assert posts
    assert posts[0].role != "reporter"
    assert any(post.organization is not None and post.organization.name == "The Elm Gazette" for post in posts) is held
