"""`dragoman demo` and `dragoman schema`."""

import json
from pathlib import Path

import pytest

from dragoman.store import schema
from tests.cli.conftest import Run


@pytest.mark.usefixtures("prepared")
def test_demo_prints_the_chronology_and_writes_a_folder(run: Run, tmp_path: Path) -> None:
    """Records as JSON lines and CSV, and a page, each named at the end."""
    result = run("demo", "-o", str(tmp_path / "demo"))
    assert result.exit_code == 0
    assert "20 Dec 2019" in result.stdout
    assert "visit" in result.stdout
    names = {"events.jsonl", "events.csv", "index.html"}
    assert {path.name for path in (tmp_path / "demo").iterdir()} == names
    assert all(f"demo/{name}" in result.stdout.replace("\n", "") for name in names)


@pytest.mark.usefixtures("prepared")
def test_demo_says_when_its_folder_cannot_be_made(run: Run, tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "demo").write_text("")
    assert run("demo", "-o", str(tmp_path / "demo")).exit_code == 3


def test_schema_is_printed_as_json(run: Run) -> None:
    """The same as `store.schema()`."""
    assert json.loads(run("schema").stdout) == json.loads(json.dumps(schema()))
