"""The command line: help that teaches, exit codes that tell the truth, answers in every format."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pyarrow.parquet
import pytest
from typer.testing import CliRunner, Result

from flows.cli import app
from flows.lock import locked
from tests.conftest import Ended
from tests.support import GOLD

COMMANDS = ("ingest", "refresh", "query", "show", "status", "evaluate", "sources")


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs a command that runs no flow, in this process."""
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments: str | Path) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], prog_name="steward")

    return run


def test_the_help_teaches_how_to_begin(say: Callable[..., Result]) -> None:
    told = say("--help")
    assert told.exit_code == 0
    for command in COMMANDS:
        assert f"\n  {command} " in told.output
    assert '\n  Then ask:                          steward query "from clauses limit 5"\n' in told.output
    assert say().output == told.output


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_says_what_it_does(command: str, say: Callable[..., Result]) -> None:
    told = say(command, "--help")
    assert told.exit_code == 0
    assert f"steward {command} [OPTIONS]" in told.output
    assert command == "sources" or "--data" in told.output
    assert len(told.output.split("Options:")[0].split()) > 10


def test_the_command_itself_runs(steward: Callable[..., Ended], ingested: Path) -> None:
    ended = steward("query", "select count(*) as n from documents", "--data", ingested, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    assert json.loads(ended.out)[0]["n"] > 10
    wrong = steward("ingest", "--type", "poem", "x.txt")
    assert wrong.code == 2
    assert "poem" in wrong.err
    assert "press_release" in wrong.err


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["query", "select 1", "--format", "xlsx", "--data", "{data}"], "xlsx"),
        (["query", "select 1", "--data", "{nowhere}"], "steward ingest"),
        (["query", "select nonsense from documents", "--data", "{data}"], "nonsense"),
        (["query", "no-such-query", "--data", "{data}"], "does not run"),
        (["query", "", "--data", "{data}"], "no query"),
        (["query", "select 1", "--format", "parquet", "--data", "{data}"], "--output"),
        (["query", "select 1", "--output", "{nowhere}/answer.csv", "--data", "{data}"], "cannot be written"),
        (["query", "select interval 1 day", "--format", "csv", "--data", "{data}"], "cannot be written as csv"),
        (["show", "nothing-of-this-name", "--data", "{data}"], "no document fits"),
        (["show", "a", "--data", "{data}"], "documents fit"),
        (["show", "cba.pdf", "--data", "{nowhere}"], "steward ingest"),
        (["evaluate", "{nowhere}", "--data", "{data}"], "gold.json"),
        (["evaluate", "{gold}", "--misses", "poems", "--data", "{data}"], "poems"),
        (["evaluate", "{gold}", "--data", "{nowhere}"], "steward ingest"),
        (["dance"], "dance"),
        (["ingest"], "--from-archive"),
    ],
    ids=lambda part: " ".join(part[:3]) if isinstance(part, list) else part,
)
def test_wrong_usage_is_2_and_says_what_to_do(
    arguments: list[str], word: str, say: Callable[..., Result], ingested: Path, tmp_path: Path
) -> None:
    places = {"data": ingested, "nowhere": tmp_path / "nowhere", "gold": GOLD}
    told = say(*(argument.format(**places) for argument in arguments))
    assert told.exit_code == 2
    assert word in told.stderr
    assert "Traceback" not in told.stderr


def test_csv_opens_in_spreadsheets(say: Callable[..., Result], ingested: Path) -> None:
    sql = "select name, sponsors, status_on, year from legislation order by name"
    told = say("query", sql, "--format", "csv", "--data", ingested)
    rows = list(csv.DictReader(io.StringIO(told.output)))
    assert rows
    assert set(rows[0]) == {"name", "sponsors", "status_on", "year"}
    assert any("; " in row["sponsors"] for row in rows)
    assert all("[" not in row["sponsors"] for row in rows)


def test_json_parses(say: Callable[..., Result], ingested: Path, tmp_path: Path) -> None:
    sql = "select title, fetched_at, authors, 'nan'::double as odd, null as nothing from documents"
    rows = json.loads(say("query", sql, "--format", "json", "--data", ingested).output, parse_constant=pytest.fail)
    assert len(rows) > 10
    assert rows[0]["odd"] is rows[0]["nothing"] is None
    assert isinstance(rows[0]["authors"], list)
    assert rows[0]["fetched_at"].endswith("+00:00")
    assert json.loads(say("query", "from runs limit 0", "--format", "json", "--data", ingested).output) == []
    file = tmp_path / "answer.json"
    assert say("query", sql, "--format", "json", "-o", file, "--data", ingested).output == ""
    assert len(json.loads(file.read_text())) == len(rows)


def test_parquet_is_written(say: Callable[..., Result], ingested: Path, tmp_path: Path) -> None:
    file = tmp_path / "answer.parquet"
    told = say("query", "from provisions", "--format", "parquet", "--output", file, "--data", ingested)
    assert told.exit_code == 0, told.output
    table = pyarrow.parquet.read_table(file)
    assert table.num_rows > 10
    assert "topics" in table.column_names


def test_a_table_counts_its_rows(say: Callable[..., Result], ingested: Path) -> None:
    told = say("query", "select range as n from range(300)", "--data", ingested)
    assert "300 rows, the first 200 shown" in told.output
    assert "│ 199 │" in told.output
    assert "│ 200 │" not in told.output


def test_show_finds_a_document_by_each_of_its_names(
    say: Callable[..., Result], ingested: Path, samples: list[Path]
) -> None:
    con = duckdb.connect(str(ingested / "warehouse.duckdb"), read_only=True)
    row = con.execute("select document_id, url, title from documents where url like '%/cba.pdf'").fetchone()
    con.close()
    assert row is not None
    cba = next(path for path in samples if path.name == "cba.pdf")
    told = {
        name: say("show", name, "--data", ingested).output for name in ("cba.pdf", *row, str(cba), row[2][3:40].upper())
    }
    assert len(set(told.values())) == 1, {name: text[:80] for name, text in told.items()}
    text = told["cba.pdf"]
    assert f"{row[0]} · parsed" in text
    assert "provisions: instrument agreement" in text
    assert "page " in text
    assert "organizations: " in text


def test_show_holds_an_agreement_against_the_one_before_it(say: Callable[..., Result], ingested: Path) -> None:
    text = say("show", "cba.pdf", "--against", "cba-2022.txt", "--data", ingested).output
    assert "changed  article 7 · TECHNOLOGICAL CHANGE · page 6" in text
    assert "at least [-thirty (30)-] {+ninety (90)+} days before it is put into operation." in text
    assert "dropped  article 4 · TECHNOLOGICAL CHANGE\n    [-The County shall pay for the training" in text
    same, changed, added, dropped = map(
        int, re.search(r"(\d+) same, (\d+) changed, (\d+) added, (\d+) dropped", text).groups()
    )  # type: ignore[union-attr]
    con = duckdb.connect(str(ingested / "warehouse.duckdb"), read_only=True)
    told = con.execute(
        "select count(*) filter (change = 'same'), count(*) filter (change = 'changed'), "
        "count(*) filter (change = 'added'), count(*) filter (change = 'dropped') from redlines "
        "where relation = 'predecessor'"
    ).fetchone()
    con.close()
    assert told == (same, changed, added, dropped)
    refused = say("show", "spanish-release.html", "--against", "bill.html", "--data", ingested)
    assert (refused.exit_code, "neither document holds contract language" in refused.stderr) == (2, True)


def test_show_puts_facts_beside_their_sentences_in_reading_order(say: Callable[..., Result], ingested: Path) -> None:
    con = duckdb.connect(str(ingested / "warehouse.duckdb"), read_only=True)
    quotes = con.execute(
        "select distinct char_start, quote from provisions join documents using (document_id) "
        "where url like '%/open-letter.html' order by 1"
    ).fetchall()
    con.close()
    text = say("show", "open-letter.html", "--data", ingested).output
    places = [text.index(" ".join(quote.split())) for _, quote in quotes]
    assert len(places) > 1
    assert places == sorted(places)


def test_status_tells_of_runs_documents_and_freshness(
    say: Callable[..., Result], ingested: Path, tmp_path: Path
) -> None:
    text = say("status", "--data", ingested).output
    assert "ingest: exit 0" in text or "ingest: exit 3" in text
    assert (ingested / "snapshots" / "latest").read_text().strip() in text
    assert "hours old" in text
    assert "documents by type: " in text
    assert "agreement" in text
    assert "facts: organization_mentions " in text
    assert "issues of the last run: " in text
    nothing = say("status", "--data", tmp_path)
    assert (nothing.exit_code, nothing.output) == (0, f"Nothing has run under {tmp_path} yet.\n")


def test_a_warehouse_that_is_none_is_said_to_be_none(say: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "warehouse.duckdb").write_text("not a database")
    told = say("query", "select 1", "--data", tmp_path)
    assert told.exit_code == 2
    assert "cannot be opened" in told.stderr


def test_labelled_clauses_are_measured_beside_documents(
    say: Callable[..., Result], ingested: Path, tmp_path: Path
) -> None:
    data = shutil.copytree(ingested, tmp_path / "data")
    clauses = [
        {"id": "a", "relevant": True, "topics": ["advance_notice"], "modality": "obligation", "notice_days": 60},
        {"id": "b", "relevant": False},
        {"id": "c", "relevant": True},
    ]
    texts = (
        "The Employer shall give the Union sixty (60) days’ notice before it installs robots.",
        "This contract shall be automatically renewed each July.",
        "The parties shall meet each spring to talk of the picnic.",
    )
    lines = [json.dumps(clause | {"text": text}) for clause, text in zip(clauses, texts, strict=True)]
    (tmp_path / "clauses.jsonl").write_text("\n".join(lines))
    told = say("evaluate", tmp_path, "--data", data, "--misses", "clauses")
    assert told.exit_code == 0, told.output
    counts = next(line.split() for line in told.output.splitlines() if line.startswith("clauses"))
    assert counts[1:4] == ["2", "1", "1"]
    assert "missed c" in told.output
    assert next(line.split()[1:4] for line in told.output.splitlines() if "clauses.notice_days" in line) == [
        "1",
        "of",
        "1",
    ]

    (tmp_path / "clauses.jsonl").write_text('{"text": "no label"}')
    told = say("evaluate", tmp_path, "--data", data)
    assert told.exit_code == 2
    assert "line 1" in told.stderr


def test_a_measurement_is_printed_kept_and_in_the_warehouse_after_the_next_run(
    say: Callable[..., Result], steward: Callable[..., Ended], ingested: Path, samples: list[Path], tmp_path: Path
) -> None:
    data = shutil.copytree(ingested, tmp_path / "data")
    told = say("evaluate", GOLD, "--data", data, "--misses", "statistics")
    assert told.exit_code == 0, told.output
    facts, sureness = told.output.split("\nconfidence: ")
    lines = {line.split()[0]: line.split() for line in facts.splitlines() if line.strip()}
    gold, found, right, precision, recall, f1 = lines["provisions"][1:]
    reliable = next(line.split()[1:] for line in sureness.splitlines() if line.startswith("provisions"))
    assert [sum(part) for part in zip(*(map(int, cell.split("/")) for cell in reliable), strict=True)] == [
        int(right),
        int(found),
    ]
    assert float(precision) == round(int(right) / int(found), 3)
    assert float(recall) == round(int(right) / int(gold), 3)
    assert float(f1) > 0
    assert "provisions.topic" in told.output
    with locked(data):
        busy = say("evaluate", GOLD, "--data", data)
    assert busy.exit_code == 1
    assert "in use" in busy.stderr

    latest = (data / "snapshots" / "latest").read_text()
    ended = steward("ingest", samples[0], "--data", data)
    assert ended.code in (0, 3), ended.err
    assert (data / "snapshots" / "latest").read_text() == latest
    con = duckdb.connect(str(data / "warehouse.duckdb"), read_only=True)
    kept = con.execute(
        "select gold, found, correct, round(f1, 3), gold_set from quality "
        "where table_name = 'provisions' and measure = 'facts'"
    ).fetchall()
    con.close()
    assert kept == [(int(gold), int(found), int(right), float(f1), "gold")]
