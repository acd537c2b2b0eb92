"""What the documentation says is so: links lead somewhere, commands and SQL run, examples work, settings are told."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import duckdb
import pytest
import typer.main

from extractors.base import extractors
from extractors.readers.limits import Limits
from flows.cli import app
from flows.settings import Settings
from sources.catalogue import Entry, Finding, load
from tests import bench

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "sql" / "queries"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)\s]+)\)")


def fenced(page: Path, language: str) -> list[str]:
    return [text for kind, text in FENCE.findall(page.read_text(encoding="utf-8")) if kind == language]


def prose(page: Path) -> str:
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """The ids a renderer gives the headings of a page."""
    titles = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.casefold()).strip().replace(" ", "-") for title in titles}


# --- links


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(prose(page)):
        if target.startswith(("http://", "https://", "mailto:")):
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), f"{page.name}: {target} leads nowhere"
        assert there.is_relative_to(ROOT), f"{page.name}: {target} leads out of the project"
        assert not anchor or anchor in anchors(there), f"{page.name}: {target} names no heading"


def test_every_page_is_linked_from_the_readme() -> None:
    linked = {(ROOT / target.partition("#")[0]).resolve() for target in LINK.findall(prose(ROOT / "README.md"))}
    assert set(PAGES) - {ROOT / "README.md"} <= linked


# --- commands


def command_lines(page: Path) -> Iterator[list[str]]:
    """The commands of the shell blocks and of inline code, as words, without variables set before them."""
    found = [line for block in fenced(page, "sh") for line in block.replace("\\\n", " ").splitlines()]
    found += re.findall(r"`((?:\.venv/bin/)?(?:steward|make) [^`\n]+)`", prose(page))
    for line in found:
        for part in re.split(r" && | > |;", line):
            words = shlex.split(part, comments=True)
            while words and re.fullmatch(r"[A-Z_]+=\S*", words[0]):
                words.pop(0)
            if words:
                yield words


def parsed(arguments: list[str]) -> dict[str, Any]:
    """The parameters of a `steward` command. Raises the usage error of Click (of Typer's own copy) where it is none."""
    command: Any = typer.main.get_command(app)
    context = command.make_context("steward", list(arguments))
    while hasattr(command, "resolve_command"):
        rest = [*context._protected_args, *context.args]
        name, command, rest = command.resolve_command(context, rest)
        context = command.make_context(name, rest, parent=context)
    return dict(context.params)


COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
STEWARD = [
    pytest.param(words[1:], id=f"{page.name}: {' '.join(words)[:60]}")
    for page in PAGES
    for words in command_lines(page)
    if Path(words[0]).name == "steward" and "--help" not in words
]


@pytest.mark.parametrize("arguments", STEWARD)
def test_commands_are_understood(arguments: list[str]) -> None:
    if len(arguments) == 1 and arguments[0] in COMMANDS:
        return  # a command spoken of, not given
    known = parsed(arguments)
    sql = known.get("sql")
    if isinstance(sql, str) and " " not in sql and sql != "…" and sql != "SQL":
        assert (QUERIES / f"{sql}.sql").is_file(), f"no question is named {sql}"


def test_a_wrong_option_would_be_noticed() -> None:
    for wrong in (["query", "select 1", "--color", "red"], ["sources", "mend"], ["show"]):
        with pytest.raises(Exception, match=r"No such|Missing"):
            parsed(wrong)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_make_targets_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    asked = {word for words in command_lines(page) if words[0] == "make" for word in words[1:] if "=" not in word}
    assert asked <= targets


# --- SQL and answers

SQL = [
    pytest.param(sql, id=f"{page.name} {number}")
    for page in PAGES
    for number, sql in enumerate(
        [
            *fenced(page, "sql"),
            *(
                words[2]
                for words in command_lines(page)
                if Path(words[0]).name == "steward" and words[1] == "query" and " " in words[2]
            ),
        ]
    )
]


@pytest.fixture(scope="module")
def warehouse(ingested: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(ingested / "warehouse.duckdb"), read_only=True) as con:
        yield con


@pytest.mark.parametrize("sql", SQL)
def test_sql_runs_on_the_samples(sql: str, warehouse: duckdb.DuckDBPyConnection) -> None:
    warehouse.execute(sql).fetchall()


def answers(page: Path) -> Iterator[tuple[str, list[str], list[list[str]]]]:
    """(SQL, columns, rows) of each answer shown as a table: the question is the SQL or named query before it."""
    question = ""
    for block in re.split(r"\n\n+", page.read_text(encoding="utf-8")):
        named = re.search(r"steward query ([a-z-]+)$", block.removesuffix("\n```"))
        if block.startswith("```sql"):
            question = block.removeprefix("```sql").removesuffix("```")
        elif block.startswith("```sh") and named:
            question = (QUERIES / f"{named[1]}.sql").read_text(encoding="utf-8")
        elif block.startswith("| ") and question:
            lines = [[cell.strip() for cell in line.strip("| ").split(" |")] for line in block.strip().splitlines()]
            width = len(lines[0])
            yield question, lines[0], [[*row, *[""] * (width - len(row))] for row in lines[2:]]
            question = ""


ANSWERS = [
    pytest.param(*answer, id=f"{page.name} {number}") for page in PAGES for number, answer in enumerate(answers(page))
]


def cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize(("sql", "columns", "rows"), ANSWERS)
def test_answers_are_what_the_samples_give(
    sql: str, columns: list[str], rows: list[list[str]], warehouse: duckdb.DuckDBPyConnection
) -> None:
    """Counts are left out: they move with the rules."""
    cursor = warehouse.execute(sql)
    names = [column[0] for column in cursor.description]
    assert set(columns) <= set(names)
    counts = {name for name, kind in zip(names, (c[1] for c in cursor.description), strict=True) if "INT" in str(kind)}
    told = [name for name in columns if name not in counts]
    given = [dict(zip(names, map(cell, row), strict=True)) for row in cursor.fetchall()]
    for row in rows:
        shown = dict(zip(columns, row, strict=True))
        assert {n: shown[n] for n in told} in [{n: answer[n] for n in told} for answer in given]


def test_there_are_answers_to_check() -> None:
    assert len(ANSWERS) >= 4


# --- examples


@pytest.mark.parametrize("text", fenced(ROOT / "docs" / "add-a-source.md", "yaml"))
def test_example_sources_are_in_order(text: str, tmp_path: Path) -> None:
    (tmp_path / "example.yaml").write_text(text, encoding="utf-8")
    known, problems = load(tmp_path)
    assert problems == ()
    assert [source.source_id for source in known] == ["example"]


def test_every_field_of_a_source_is_explained() -> None:
    text = prose(ROOT / "docs" / "add-a-source.md")
    examples = "\n".join(fenced(ROOT / "docs" / "add-a-source.md", "yaml"))
    explained = set(re.findall(r"^\| `(\w+)` \| (?:yes)? ?\|", text, re.MULTILINE))
    assert explained == set(Entry.model_fields)
    assert all(f"{name}:" in examples for name in Finding.model_fields)


def test_the_example_extractor_works(tmp_path: Path) -> None:
    module, test = fenced(ROOT / "docs" / "add-an-extractor.md", "python")
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "vote_shares.py").write_text(module, encoding="utf-8")
    (tmp_path / "test_vote_shares.py").write_text(test, encoding="utf-8")
    beside = f"""
        import extractors
        extractors.__path__.append({str(tmp_path / "package")!r})
    """
    (tmp_path / "conftest.py").write_text(textwrap.dedent(beside), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(tmp_path)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "5 passed" in done.stdout


def test_the_bench_measures_every_stage() -> None:
    known = [case for case in bench.cases(with_shared=False) if case.name in ("guide.md", "side-letter.docx")]
    told = bench.report(bench.measured(known, repeats=1, seconds=1))
    stages = {"read docx", "read text", "structure", *(f"extract {kind.name}" for kind in extractors())}
    assert {stage for stage in stages if not re.search(rf"^{stage} .*\d", told, re.MULTILINE)} == set()


def test_every_setting_is_told_with_its_default() -> None:
    text = prose(ROOT / "docs" / "operating.md")
    told = dict(re.findall(r"^\| `STEWARD_(\w+)` \| ([^|]+?) \|", text, re.MULTILINE))
    defaults = {field.name.upper(): str(field.default) for field in fields(Limits)}
    defaults |= {"BATCH": str(Settings(Path()).batch), "DELAY": str(Settings(Path()).delay_seconds)}
    assert {name: told.get(name) for name in defaults} == defaults


def test_every_variable_the_code_reads_is_told() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for room in ("flows", "sources", "extractors")
        for path in (ROOT / room).rglob("*.py")
    )
    told = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    read = set(re.findall(r"\bSTEWARD_[A-Z_]+[A-Z]\b", code))
    assert [name for name in sorted(read) if name not in told] == []
