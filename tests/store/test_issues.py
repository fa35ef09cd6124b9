"""The issues file: beside the output, one line for each skipped input, written also when there are none."""

import json
from pathlib import Path

from dragoman.model.article import Skipped
from dragoman.store import issues_path, write_issues


def test_each_skipped_input_is_a_line(tmp_path: Path) -> None:
    """File, reason and detail, in this order."""
    path = write_issues(tmp_path / "events.csv", [Skipped(file="a.txt", reason="empty", detail="no characters")])
    assert path == tmp_path / "events.issues.jsonl" == issues_path(tmp_path / "events.csv")
    assert list(json.loads(path.read_text()).items()) == [
        ("file", "a.txt"),
        ("reason", "empty"),
        ("detail", "no characters"),
    ]


def test_no_issues_make_an_empty_file(tmp_path: Path) -> None:
    """Their absence can be seen, and an old list does not stay behind."""
    write_issues(tmp_path / "events.jsonl", [Skipped(file="a.txt", reason="empty")])
    assert write_issues(tmp_path / "events.jsonl", []).read_bytes() == b""
