"""The sample state bill as plain text: numbered lines, page feet, sections."""

import textwrap
from pathlib import Path

SOURCE = Path(__file__).with_name("bill-text.txt")
NUMBER = "HB 9042"
LINES_A_PAGE = 36
WIDTH = 66


def paragraph_lines(paragraph: str) -> list[str]:
    """One paragraph of the bill, wrapped and indented as print does it."""
    return textwrap.wrap(paragraph, WIDTH, initial_indent="    ", break_long_words=False, break_on_hyphens=False)


def make() -> bytes:
    """The text as UTF-8 bytes; from the title of the act on, lines are numbered, anew on each page."""
    paragraphs = SOURCE.read_text(encoding="utf-8").strip().split("\n\n")
    start = next(i for i, text in enumerate(paragraphs) if text.startswith("AN ACT"))
    out = []
    for text in paragraphs[:start]:
        out += [line.strip().center(WIDTH + 6).rstrip() for line in textwrap.wrap(text, WIDTH)] + [""]
    numbered = [line for text in paragraphs[start:] for line in paragraph_lines(text)]
    for first in range(0, len(numbered), LINES_A_PAGE):
        page = first // LINES_A_PAGE + 1
        chunk = numbered[first : first + LINES_A_PAGE]
        out += [f"{number:>3}  {line}" for number, line in enumerate(chunk, 1)]
        out += ["", f"p. {page}".center(WIDTH - 4) + NUMBER.rjust(10), ""]
    return ("\n".join(out).rstrip() + "\n").encode()
