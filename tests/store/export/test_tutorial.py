"""The tutorial is true: its commands write the files, its Python loads them, and nothing is lost on the way."""

import re
import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman.cli.app import build
from dragoman.store import writing
from dragoman.store.export import LAYOUTS, gdelt_events, phoenix
from tests.store.export.written import sample, written

PAGE = Path(__file__).parents[3] / "docs" / "tutorial-exports.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
TABLES = {
    "plover": "plover",
    "polecat": "polecat",
    "icews": "icews",
    "gdelt": "gdelt-events",
    "mentions": "gdelt-mentions",
    "phoenix": "phoenix",
    "panel": "panel",
    "points": "geojson",
    "slides": "timelinejs",
    "foreseen": "ical",
    "entities": "ftm",
}
"""What the page calls a table, and the layout that it loads."""
UNREAD_BY_POLARS = {"mentions"}


def blocks(language: str) -> list[str]:
    return [text for kind, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")) if kind == language]


def commands() -> Iterable[list[str]]:
    return (shlex.split(line) for block in blocks("sh") for line in block.splitlines())


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """All names of the page's Python after it was run, block by block, over the sample."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("tutorial"))
        for command in commands():
            run(command)
        names: dict[str, Any] = {}
        for number, block in enumerate(blocks("python"), start=1):
            exec(compile(block, f"{PAGE.name}, block {number}", "exec"), names)  # noqa: S102 - the page is ours
        return names


def run(command: list[str]) -> None:
    """A command of the page; what the coder would give is taken from the run that all tests share."""
    if command[1] == "code":
        with writing(command[command.index("-o") + 1], dyads="--dyads" in command) as file:
            file.write(sample())
        return
    result = CliRunner().invoke(build(), command[1:], prog_name="dragoman")
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("name", TABLES)
def test_every_row_of_a_layout_is_loaded(name: str, loaded: dict[str, Any]) -> None:
    """As many in pandas and in polars as were written."""
    rows = written(sample(), TABLES[name])[1].rows
    assert rows > 0
    assert len(loaded[name]) == rows
    assert name in UNREAD_BY_POLARS or len(loaded[f"{name}_pl"]) == rows


def test_every_layout_is_shown() -> None:
    """In a command, hence (see above) in Python."""
    shown = {command[command.index("--to") + 1] for command in commands() if "--to" in command}
    assert shown == set(LAYOUTS)


def test_both_of_our_own_tables_have_every_record(loaded: dict[str, Any]) -> None:
    """CSV and Parquet, pandas and polars; counts of what happened agree."""
    names = ("events", "same", "events_pl", "same_pl")
    assert {len(loaded[name]) for name in names} == {len(sample())}
    assert loaded["by_type"].to_dict() == dict(loaded["by_type_pl"].iter_rows())
    assert loaded["exchanges"].to_dict() == pytest.approx({row[:2]: row[2] for row in loaded["exchanges_pl"].rows()})


@pytest.mark.parametrize(
    "name, column, codes",
    [
        ("icews", "CAMEO Code", r"\d{3,4}"),
        ("gdelt", "EventCode", r"\d{3,4}"),
        ("gdelt", "EventRootCode", r"\d{2}"),
        ("phoenix", "CAMEO", r"\d{3,4}"),
        ("same", "cameo", r"\d{3,4}"),
        ("panel", "actor_cow", r"\d{1,3}"),
    ],
)
def test_codes_stay_text_when_loaded_as_shown(name: str, column: str, codes: str, loaded: dict[str, Any]) -> None:
    """No leading nought is lost."""
    column_of = loaded[name][column].dropna()
    assert len(column_of) > 0
    assert column_of.map(lambda code: re.fullmatch(codes, code) is not None).all()


def test_a_balanced_panel_keeps_the_counts(loaded: dict[str, Any]) -> None:
    """Every pair has every month, and nothing more is counted than before."""
    panel, balanced = loaded["panel"], loaded["balanced"]
    assert balanced["records"].sum() == panel["records"].sum()
    assert len(balanced) == len(loaded["pairs_told"]) * len(loaded["months"])


def test_r_gets_the_names_of_columns_that_the_files_do_not_tell() -> None:
    """The lists in R are those of the program."""
    gdelt, phoenix_r = (block for block in blocks("r") if block.startswith("names <-"))
    parts = [name.removeprefix("Actor1Geo").removeprefix("Actor1") for name in gdelt_events.COLUMNS]
    for known, block in ((parts, gdelt), (phoenix.COLUMNS, phoenix_r)):
        listed = set(re.findall(r'"(\w+)"', block))
        assert [name for name in known if not any(name.endswith(one) for one in listed)] == []
