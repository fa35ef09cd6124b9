"""`dragoman export` writes layouts, tells what it left out, and refuses what makes no sense."""

from pathlib import Path

import pytest

from dragoman.store.export import LAYOUTS, REASONS
from dragoman.store.lines import line
from tests import factory
from tests.cli.conftest import Run


@pytest.fixture
def events(tmp_path: Path) -> Path:
    path = tmp_path / "events.jsonl"
    path.write_bytes(b"".join(line(one) for one in factory.visit().records))
    return path


def test_a_layout_is_written_and_what_was_left_out_is_told(run: Run, events: Path) -> None:
    output = events.with_name("events.tab")
    answer = run("export", str(events), "--to", "icews", "-o", str(output))
    assert answer.exit_code == 0
    assert answer.stdout == ""
    assert answer.stderr.splitlines()[:2] == [
        "icews: 1 of 4 records written, as 1 rows",
        "3 left out, some for several reasons",
    ]
    assert len(output.read_text().splitlines()) == 2


def test_more_is_taken_when_asked(run: Run, events: Path) -> None:
    answer = run("export", str(events), "--to", "polecat", "--include", "negation, future", "--include", "uncertain")
    assert len(answer.stdout.splitlines()) == 4
    assert run("export", str(events), "--to", "polecat", "--quiet").stderr == ""


def test_standard_input_and_output(run: Run, events: Path) -> None:
    answer = run("export", str(events), "--to", "plover")
    assert len(answer.stdout.splitlines()) == 3


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (["--to", "excel"], 2, "layout 'excel' is not known; there are plover, polecat, icews"),
        (["--to", "icews", "--include", "figures"], 2, "--include 'figures': the layout 'icews' can take negation"),
        (["--to", "icews", "-o", "missing/a.tab"], 3, "there is no folder"),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, events: Path, options: list[str], code: int, message: str) -> None:
    answer = run("export", str(events), *options)
    assert answer.exit_code == code
    assert message in answer.stderr


def test_a_file_of_something_else_is_refused_and_the_output_stays(run: Run, events: Path) -> None:
    output = events.with_name("old.tab")
    output.write_text("old")
    events.write_text("a,b\n1,2\n")
    answer = run("export", str(events), "--to", "icews", "-o", str(output))
    assert answer.exit_code == 1
    assert "events.jsonl:1: no record" in answer.stderr
    assert output.read_text() == "old"


def test_the_help_tells_every_layout_and_all_that_can_be_included(run: Run) -> None:
    told = " ".join(run("export", "--help").stdout.replace("-\n", "-").split()).replace(
        "panel- parquet", "panel-parquet"
    )
    assert [name for name in (*LAYOUTS, *REASONS) if name not in told] == []
