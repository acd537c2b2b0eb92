"""`make run`: ingests the samples of this repository and shows what they hold."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

from flows.ask import open_warehouse
from flows.progress import Reporter
from flows.running import run
from flows.settings import Settings, settings
from flows.show import rows
from flows.status import ended
from warehouse import schema

SAMPLES = Path(__file__).resolve().parent.parent / "tests" / "samples"
READABLE = (".html", ".xml", ".pdf", ".txt", ".docx", ".md")
_SHOWN = ("provisions", "legislation", "statistics")
_QUERY = "select topic, demands, recommendations, clauses, laws from topic_across_instruments order by documents desc"


def main() -> int:
    """Ingests the samples and prints documents by type, facts by table, three facts, and what to try next."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=None)
    known = settings(parser.parse_args().data)
    samples = sorted(str(path) for path in SAMPLES.iterdir() if path.suffix in READABLE and path.name != "README.md")
    report = run(lambda pipeline, reporter: pipeline.ingest(samples, known, None, reporter), Reporter())
    console = Console(soft_wrap=True, highlight=False)
    console.print()
    ended(known, report, console)
    if report.failure is None:
        _found(known, console)
    return 0 if report.exit_code in (0, 3) else report.exit_code


def _found(known: Settings, console: Console) -> None:
    with open_warehouse(known) as con:
        console.print(Text("\ndocuments by type", style="bold"))
        for row in rows(con, "select document_type, count(*) as n from documents group by 1 order by 2 desc, 1"):
            console.print(f"  {row['n']:5}  {row['document_type']}")
        console.print(Text("\nfacts by table", style="bold"))
        for table in schema.fact_tables():
            counted = rows(con, f"select count(*) as n from {table.name}")[0]["n"]
            console.print(f"  {counted:5}  {table.name}")
        console.print(Text("\nthree facts with their sentences", style="bold"))
        for table_name in _SHOWN:
            for row in rows(
                con,
                "select fact, quote, page, title, url from fact_evidence where table_name = ? and length(quote) < 400 "
                "order by confidence desc, length(quote) desc, fact_id limit 1",
                table_name,
            ):
                where = f", page {row['page']}" if row["page"] else ""
                console.print(f"  {table_name}: {row['fact']}", markup=False)
                console.print(Text(f"    “{' '.join(row['quote'].split())}”", style="italic"))
                console.print(f"    {row['title'] or row['url']}{where}", markup=False)
    here = os.path.relpath(known.data) if known.data.is_relative_to(Path.cwd()) else str(known.data)
    console.print(Text("\ntry next", style="bold"))
    console.print(f'  .venv/bin/steward query --data {here} "{_QUERY}"', markup=False)
    console.print(f"  .venv/bin/steward show --data {here} cba.pdf", markup=False)


if __name__ == "__main__":
    sys.exit(main())
