"""Bad input never stops a run and never disappears: each gives an issue that a person understands, and a status."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.conftest import Ended

GOOD = "The union and the employer met on Monday.\n\nThey agreed that no driver is punished on what a camera saw.\n"


def pdf(pages: int, *, text: bool = True, password: str | None = None) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(password, ownerPassword="owner") if password else None)
    for page in range(pages):
        if text:
            canvas.drawString(72, 700, f"Page {page + 1} tells of a meeting of dockers with the port.")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def bomb(megabytes: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(megabytes):
                part.write(b" " * 1_000_000)
    return buffer.getvalue()


# name: content, statuses that are sensible, whether the text must be there all the same
CASES: dict[str, tuple[bytes, set[str]]] = {
    "empty.txt": (b"", {"empty"}),
    "truncated.pdf": (pdf(3)[:700], {"failed", "empty"}),
    "password.pdf": (pdf(2, password="secret"), {"failed"}),
    "blank.pdf": (pdf(2, text=False), {"empty", "needs_ocr"}),
    "long.pdf": (pdf(2000), {"parsed"}),
    "broken-xref.pdf": (pdf(2).replace(b"startxref\n", b"startxref\n9"), {"parsed"}),
    "nested.html": (
        b"<html><body>" + b"<div>" * 100_000 + b"deep" + b"</div>" * 100_000,
        {"parsed", "empty", "failed"},
    ),
    "large.html": (b"<html><body><p>" + b"All work and no pay. " * 2_500_000, {"failed", "parsed"}),
    "no-body.html": (b"<html><head><title>Nothing</title></head></html>", {"empty", "failed"}),
    "page.pdf": (b"<html><body><article><p>" + GOOD.encode() + b"</p></article></body></html>", {"parsed"}),
    "binary.bin": (bytes(range(256)) * 40, {"unsupported"}),
    "utf16.txt": (GOOD.encode("utf-16"), {"parsed"}),
    "windows.txt": ((GOOD + "Les employés “négocient” l’été.\n").encode("cp1252"), {"parsed"}),
    "invalid.txt": (
        GOOD.encode() + b"caf\xe9 \xff\xfe\x80 and more words after that \xc3\x28\n" + GOOD.encode(),
        {"parsed"},
    ),
    "bomb.docx": (bomb(400), {"failed"}),
}


@pytest.fixture(scope="module")
def ran(steward: Callable[..., Ended], tmp_path_factory: pytest.TempPathFactory) -> tuple[Ended, Path, Path]:
    """One run over all of it: how it ended, the folder of documents, the data folder."""
    base = tmp_path_factory.mktemp("bad")
    folder, data = base / "documents", base / "data"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    for name, (content, _) in CASES.items():
        (folder / name).write_bytes(content)
    for part in ("a", "b"):
        (folder / part).mkdir()
        (folder / part / "same.txt").write_text(GOOD + f"\nThis is the text of folder {part}.\n")
    (folder / "loop").symlink_to(folder)
    (folder / "locked.txt").write_text(GOOD + "\nNobody may read this.\n")
    (folder / "locked.txt").chmod(0)
    return steward("ingest", folder, base / "not-there.pdf", "--data", data, timeout=540), folder, data


@pytest.fixture(scope="module")
def warehouse(ran: tuple[Ended, Path, Path]) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(str(ran[2] / "warehouse.duckdb"), read_only=True)


def test_the_run_ends_well_and_says_that_not_all_was_read(ran: tuple[Ended, Path, Path]) -> None:
    ended = ran[0]
    assert ended.code == 3, ended.err
    assert "Traceback" not in ended.err


def test_the_good_document_went_through(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = warehouse.execute("select status, text from documents where url like '%/good.txt'").fetchone()
    assert found is not None
    assert found[0] == "parsed"
    assert found[1] == GOOD.strip()


@pytest.mark.parametrize("name", CASES)
def test_each_has_a_status_and_an_issue_in_words(name: str, warehouse: duckdb.DuckDBPyConnection) -> None:
    found = warehouse.execute("select document_id, status from documents where url like '%/' || ?", [name]).fetchone()
    assert found is not None, f"{name} disappeared"
    assert found[1] in CASES[name][1]
    told = warehouse.execute(
        "select message from issues where document_id = ? and severity in ('warning', 'error')", [found[0]]
    ).fetchall()
    assert len(told) >= 1
    assert all(name in message and len(message) > len(name) + 30 for (message,) in told)


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ("missing_path", "not-there.pdf"),
        ("directory_loop", "loop"),
        ("same_name", "same.txt"),
        ("unreadable", "locked.txt"),
    ],
)
def test_what_is_no_document_is_an_issue(code: str, named: str, warehouse: duckdb.DuckDBPyConnection) -> None:
    if code == "unreadable" and os.geteuid() == 0:
        pytest.skip("the superuser may read every file")
    told = warehouse.execute("select message from issues where code = ?", [code]).fetchall()
    assert len(told) == 1
    assert named in told[0][0]


def test_both_files_of_the_same_name_are_documents(warehouse: duckdb.DuckDBPyConnection) -> None:
    assert warehouse.execute("select count(*) from documents where url like '%/same.txt'").fetchone() == (2,)


def test_text_in_other_encodings_is_read_right(warehouse: duckdb.DuckDBPyConnection) -> None:
    texts = dict(
        warehouse.execute("select parse_filename(url), text from documents where status = 'parsed'").fetchall()
    )
    assert texts["utf16.txt"] == GOOD.strip()
    assert "Les employés “négocient” l’été." in texts["windows.txt"]
    assert "no driver is punished on what a camera saw" in texts["page.pdf"]


def test_limits_are_settings(steward: Callable[..., Ended], tmp_path: Path) -> None:
    (tmp_path / "small.txt").write_text(GOOD)
    (tmp_path / "big.txt").write_text(GOOD * 100)
    data = tmp_path / "data"
    ended = steward(
        "ingest", tmp_path / "small.txt", tmp_path / "big.txt", "--data", data, env={"STEWARD_MAX_BYTES": "1000"}
    )
    assert ended.code == 3
    con = duckdb.connect(str(data / "warehouse.duckdb"), read_only=True)
    found = dict(con.execute("select parse_filename(url), status from documents").fetchall())
    assert found == {"small.txt": "parsed", "big.txt": "failed"}
    wrong = steward("status", "--data", data, env={"STEWARD_MAX_BYTES": "many"})
    assert wrong.code == 2
    assert "STEWARD_MAX_BYTES" in wrong.err
