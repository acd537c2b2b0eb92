# ruff: noqa: E501  (a page as it is served)
"""Web pages: their text, its structure, and what they say of themselves."""

from __future__ import annotations

import time
from datetime import date

import pytest

from extractors.readers.html import nesting, read_html
from extractors.readers.limits import Limits

FIRST = (
    "The drivers' union and the parcel company agreed on Monday that no driver will be dismissed on the word of a "
    "program alone, and that a manager has to look at every case."
)
SECOND = (
    "The agreement covers nine thousand drivers. It was reached after two weeks of talks in a hotel near the airport."
)
PAGE = f"""<html lang="en"><head><title>Drivers win review | Depot Daily</title>
<meta property="og:site_name" content="Depot Daily"><link rel="canonical" href="https://depotdaily.example/review">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Drivers win review",
 "datePublished": "2026-03-04T10:00:00+01:00", "author": [{{"@type": "Person", "name": "Ann Lee"}}]}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<div class="cookie-banner">We use cookies to make this page better for you.</div>
<article><h1>Drivers win review</h1><p>{FIRST}</p><h2>What it covers</h2><p>{SECOND}</p>
<ul><li>Warnings by text message end in June of this year.</li><li>Routes are shown to the steward each week.</li></ul></article>
<div class="related-stories"><h3>Related</h3><a href="/x">Bus lanes reopen</a><a href="/y">Snow tonight</a></div>
<section class="comments"><p>First! I think all this is far too late and I have said so for years to anyone.</p></section>
<footer>© 2026 Depot Daily</footer></body></html>"""


def page(body: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


def test_two_authors_in_one_name_are_two() -> None:
    linked = '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Ann Lee and Bo Ray"}}'
    parsed = read_html(page("<p>x</p>", f'<script type="application/ld+json">{linked}</script>'), Limits())
    assert parsed.authors == ("Ann Lee", "Bo Ray")


def test_a_news_page() -> None:
    parsed = read_html(PAGE.encode(), Limits())
    text = "\n".join(block.text for block in parsed.blocks)
    assert FIRST in text and SECOND in text
    assert ("heading", "What it covers") in [(b.kind, b.text) for b in parsed.blocks]
    assert [b.text for b in parsed.blocks if b.kind == "list_item"] == [
        "Warnings by text message end in June of this year.",
        "Routes are shown to the steward each week.",
    ]
    for furniture in ("cookies", "Bus lanes", "First!", "©", "Home"):
        assert furniture not in text
    assert parsed.title == "Drivers win review"
    assert parsed.authors == ("Ann Lee",)
    assert parsed.publisher == "Depot Daily"
    assert parsed.published_on == date(2026, 3, 4)
    assert parsed.canonical_url == "https://depotdaily.example/review"
    assert parsed.language == "en"


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ('<meta property="article:published_time" content="2026-03-04">', "", date(2026, 3, 4)),
        ('<meta name="dc.date" content="2026">', "", None),
        ("", '<time datetime="2026-03-04">Wednesday</time>', date(2026, 3, 4)),
        ("", "<p>FOR IMMEDIATE RELEASE, March 4, 2026</p>", date(2026, 3, 4)),
        ("", '<span class="post-date">Posted March 4, 2026</span>', date(2026, 3, 4)),
        ("", "<footer>Copyright 2026. Last updated March 4, 2026</footer>", None),
        ('<script type="application/ld+json">{"@type": "Article", "datePublished": broken</script>', "", None),
    ],
)
def test_dates(head: str, body: str, day: date | None) -> None:
    assert read_html(page(f"{body}<p>{FIRST}</p><p>{SECOND}</p>", head), Limits()).published_on == day


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Drivers win a first review | Depot Daily</title>", "Drivers win a first review"),
        ("<title>Drivers win a first review - Depot Daily</title>", "Drivers win a first review"),
        ("<title>Work-life balance: what drivers want</title>", "Work-life balance: what drivers want"),
        ('<title>x</title><meta property="og:title" content="Drivers win">', "Drivers win"),
        ("", None),
    ],
)
def test_titles(head: str, title: str | None) -> None:
    assert read_html(page(f"<p>{FIRST}</p><p>{SECOND}</p>", head), Limits()).title == title


def test_a_bill_in_pre_keeps_its_sections() -> None:
    rows = [
        "119th CONGRESS",
        "2d Session",
        "",
        "A BILL",
        "To give workers notice of software that decides on schedules.",
        "",
    ]
    rows += [
        "Be it enacted by the Senate and House of Representatives of the",
        "United States of America in Congress assembled,",
        "",
    ]
    for number in range(1, 12):
        rows += [
            f"SECTION {number}. NOTICE OF KIND {number}.",
            "",
            f"    (a) In general.--An employer shall give notice {number} in writing, and",
            "shall keep a copy of it.",
            "",
        ]
    parsed = read_html(page("<pre>" + "\n".join(rows) + "</pre>"), Limits())
    found = [(b.kind, b.text) for b in parsed.blocks]
    assert ("heading", "SECTION 11. NOTICE OF KIND 11.") in found
    assert any(
        text == "(a) In general.--An employer shall give notice 7 in writing, and shall keep a copy of it."
        for _, text in found
    )


def test_a_contract_published_as_a_page_loses_nothing() -> None:
    articles = "".join(
        (
            f"<h2>Article {n} - Rule {n}</h2><div>{n}.1 The Employer shall do what rule {n} "
            f"says.</div><div>{n}.2 The parties agree.</div>"
        )
        for n in range(1, 31)
    )
    parsed = read_html(
        page(
            f"<div id='main'><p>This collective bargaining agreement is made between the "
            f"parties, hereinafter the Union and the Employer, and covers all drivers of the "
            f"depot.</p>{articles}</div>"
        ),
        Limits(),
    )
    texts = [block.text for block in parsed.blocks]
    for n in range(1, 31):
        assert f"Article {n} - Rule {n}" in texts
        assert f"{n}.1 The Employer shall do what rule {n} says." in texts


def test_a_table_keeps_its_cells() -> None:
    table = (
        "<table><tr><th>Step</th><th>Pay</th></tr><tr><td>One</td><td>18.20</td></tr><tr><td>"
        "Two</td><td>19.10</td></tr></table>"
    )
    parsed = read_html(page(f"<article><p>{FIRST}</p>{table}<p>{SECOND}</p><p>{FIRST}</p></article>"), Limits())
    assert "Step\tPay\nOne\t18.20\nTwo\t19.10" in [b.text for b in parsed.blocks if b.kind == "table"]


def test_deep_nesting_is_read_flat_and_fast() -> None:
    start = time.perf_counter()
    parsed = read_html(page("<div>" * 100_000 + f"<p>{FIRST}</p>" + "</div>" * 100_000), Limits())
    assert time.perf_counter() - start < 10
    assert [t.code for t in parsed.troubles] == ["too_deep"]
    assert [b.text for b in parsed.blocks] == [FIRST]


def test_a_page_beyond_the_limit_is_read_in_part() -> None:
    parsed = read_html(page(f"<p>{FIRST}</p>" * 500), Limits(max_markup=20_000))
    assert parsed.status == "parsed"
    assert [t.code for t in parsed.troubles] == ["too_large"]


@pytest.mark.parametrize(
    ("text", "depth"),
    [
        ("<div><p>a<p>b</div>", 1),
        ("<div><span></span></div>", 2),
        ("<br><br/><img src='a>b'>", 0),
        ("</div></div><i>", 1),
    ],
)
def test_nesting_is_counted(text: str, depth: int) -> None:
    assert nesting(text, 100) == depth
