from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from sources.files import Content, Problem, load, walk


def told(*paths: Path) -> tuple[list[str], list[tuple[str, str, str]]]:
    """Names of the files found, and name, code and severity of the problems."""
    items = list(walk(paths))
    files = [item.name for item in items if isinstance(item, Path)]
    return files, [(item.path.name, item.code, item.severity) for item in items if isinstance(item, Problem)]


def test_folders_in_the_order_of_names_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a/one.txt", "c.txt", ".git/config", "a/.hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert told(tmp_path) == (["one.txt", "two.txt", "c.txt"], [])
    assert told(tmp_path / "a" / ".hidden") == ([".hidden"], [])


def test_each_file_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert told(tmp_path, tmp_path / "a.txt", tmp_path) == (["a.txt"], [])


def test_a_loop_of_links_is_told_and_left(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.txt").write_text("a")
    (tmp_path / "inner" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "inner" / "self").symlink_to("self")
    files, problems = told(tmp_path)
    assert files == ["a.txt"]
    assert ("up", "directory_loop", "warning") in problems
    assert [name for name, *_ in problems] == ["self", "up"]


def test_a_link_to_another_folder_is_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    inside = tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "a.txt").write_text("a")
    (inside / "link").symlink_to(outside, target_is_directory=True)
    assert told(inside) == (["a.txt"], [])


def test_two_files_of_one_name_are_both_read(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(folder)
    files, problems = told(tmp_path)
    assert files == ["same.txt", "same.txt"]
    assert problems == [("same.txt", "same_name", "warning")]


def test_missing_paths_and_other_things(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    assert told(tmp_path / "none", tmp_path) == (
        [],
        [("none", "missing_path", "error"), ("broken", "missing_path", "error"), ("pipe", "not_a_file", "error")],
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_unreadable_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0)
    (tmp_path / "file.txt").write_text("x")
    (tmp_path / "file.txt").chmod(0)
    files, problems = told(tmp_path)
    assert (files, problems) == (["file.txt"], [("shut", "unreadable", "error")])
    loaded = load(tmp_path / "file.txt", 100)
    assert isinstance(loaded, Problem) and "permissions" in loaded.message
    (tmp_path / "shut").chmod(0o700)


def test_load(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"0123456789")
    digest = hashlib.sha256(b"0123456789").hexdigest()
    assert load(path, 10) == Content(b"0123456789", digest, 10, "application/pdf")
    assert load(path, 9) == Content(None, digest, 10, "application/pdf")
    gone = load(tmp_path / "gone.txt", 10)
    assert isinstance(gone, Problem) and gone.code == "unreadable"
    assert load(tmp_path / "none-yet", 10) != load(path, 10)
