"""Article, section and heading of a place."""

from __future__ import annotations

from dataclasses import replace

from extractors.base import Reading
from extractors.directives.containers import find_places, place_at
from extractors.readers.blocks import Block, assemble
from extractors.structure.build import passages
from tests.support import document

BLOCKS = [
    Block("paragraph", "This Agreement is made between the Town and the Union."),
    *(
        block
        for number, title in ((1, "RECOGNITION"), (2, "NEW TECHNOLOGY"), (3, "HOURS"))
        for block in (
            Block("heading", f"ARTICLE {number} - {title}", level=1),
            Block("paragraph", f"{number}.1 The first rule of article {number} stands here for all."),
            Block("paragraph", f"{number}.2 The second rule of article {number} stands here for all."),
        )
    ),
]


def opened() -> Reading:
    made = assemble(BLOCKS)
    base = document(made.text, document_type="agreement")
    return Reading(replace(base, text=made.text, passages=passages(base.document_id, made, "agreement")))


def test_a_place_knows_its_article_and_heading() -> None:
    reading = opened()
    place = place_at(reading, reading.text.index("second rule of article 2"))
    assert place is not None
    assert place.article == "2"
    assert place.heading == "NEW TECHNOLOGY"
    assert place.section == "2.2"


def test_what_stands_before_the_first_article_has_none() -> None:
    reading = opened()
    place = place_at(reading, 3)
    assert place is not None
    assert (place.article, place.section) == (None, None)


def test_sections_are_told_apart() -> None:
    reading = opened()
    one, two = (place_at(reading, reading.text.index(f"{n} rule of article 2")) for n in ("first", "second"))
    assert one is not None and two is not None
    assert one.section_id != two.section_id


def test_plain_headings_count_where_there_are_no_articles() -> None:
    reading = Reading(document("# Cameras\nThe first line.\n# Robots\nThe second line."))
    places = [place.heading for place in reading.get(find_places).values()]
    assert places == ["Cameras", "Cameras", "Robots", "Robots"]
