"""The floors of quality hold, and were never lowered."""

from __future__ import annotations

import json
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from tests.floors import FILE, gold_hash, reached

ROOT = FILE.parent.parent


def test_what_is_reached_is_no_lower_than_its_floor(ingested: Path) -> None:
    """`scan.pdf` can be read only where OCR is installed, so without it the floors are not held."""
    if shutil.which("tesseract") is None:
        pytest.skip("tesseract is not installed: the facts of scan.pdf are missing")
    now = reached(ingested)
    floors = json.loads(FILE.read_text(encoding="utf-8"))["floors"]
    assert {name: now.get(name) for name, floor in floors.items() if now.get(name, 0.0) < floor} == {}


def test_the_floors_belong_to_this_gold() -> None:
    assert json.loads(FILE.read_text(encoding="utf-8"))["gold"] == gold_hash(), "run: python -m tests.floors DATA"


def test_floors_only_go_up() -> None:
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("no history here")
    name = FILE.relative_to(ROOT).as_posix()
    log = ["git", "log", "--format=%H", "--", name]
    commits = subprocess.run(log, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    texts = [FILE.read_text(encoding="utf-8")]
    for commit in commits:
        shown = subprocess.run(
            ["git", "show", f"{commit}:{name}"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        texts += [shown.stdout] if shown.returncode == 0 else []
    versions = [json.loads(text) for text in texts]  # newest first
    for newer, older in pairwise(versions):
        if newer["gold"] == older["gold"]:
            fallen = [key for key, floor in older["floors"].items() if newer["floors"].get(key, 0.0) < floor]
            assert fallen == []
