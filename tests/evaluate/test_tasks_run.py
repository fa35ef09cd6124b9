"""A run of an evaluation task: files in, predictions out, and the score of what was asked."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman.cli.app import build
from dragoman.errors import InputError, UsageError
from dragoman.evaluate.tasks import run

Row = dict[str, Any]
NAMES = ("Shinzo Abe", "Nobody At All", "Barack Obama")


def write(path: Path, rows: list[Row]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def files(folder: Path) -> run.Files:
    rows = [{"id": str(n), "name": name, "date": "2015-06-01"} for n, name in enumerate(NAMES)]
    gold = [{"id": "0", "code": ["JPN"], "gov": True}, {"id": "1", "code": ["PER"], "gov": True}]
    return run.Files(
        write(folder / "in", rows),
        folder / "out",
        write(folder / "gold", [*gold, {"id": "2", "code": ["USA"], "gov": True}]),
    )


def test_predictions_are_written_and_scored(tmp_path: Path) -> None:
    figures = run.evaluate("who", files(tmp_path))
    assert figures is not None
    assert (figures["rows"], figures["country"]) == (3, 0.66667)
    assert [json.loads(line)["id"] for line in (tmp_path / "out").read_text(encoding="utf-8").splitlines()] == list(
        "012"
    )


def test_with_a_limit_only_the_rows_read_are_scored(tmp_path: Path) -> None:
    figures = run.evaluate("who", files(tmp_path), run.Sample(1))
    assert figures is not None
    assert (figures["rows"], figures["country"]) == (1, 1.0)


def test_without_gold_rows_there_is_no_score(tmp_path: Path) -> None:
    assert run.evaluate("who", files(tmp_path)._replace(gold=None)) is None
    assert (tmp_path / "out").exists()


def test_a_seeded_sample_is_always_the_same_and_in_the_order_of_the_file() -> None:
    rows = [{"id": n} for n in range(50)]
    drawn = run.Sample(10, seed=4).of(rows)
    assert drawn == run.Sample(10, seed=4).of(rows)
    assert drawn != run.Sample(10, seed=5).of(rows)
    assert [row["id"] for row in drawn] == sorted(row["id"] for row in drawn)


BELONGING = [
    ({"id": "a"}, {"id": "a"}),
    ({"doc": "d", "mentions": [{"id": "m"}]}, {"id": "m"}),
    ({"id": "d", "sentences": [{"id": "d-0"}]}, {"id": "d-0"}),
    ({"corpus": "c", "docs": []}, {"corpus": "c", "entity": "e"}),
]


@pytest.mark.parametrize(("row", "gold"), BELONGING)
def test_gold_rows_are_those_of_the_input_rows(row: Row, gold: Row) -> None:
    assert run.asked([gold, {"id": "another"}], [row]) == [gold]


def test_a_row_that_lacks_a_field_is_told_before_anything_is_written(tmp_path: Path) -> None:
    given = files(tmp_path)._replace(rows=write(tmp_path / "bad", [{"id": "a"}]))
    with pytest.raises(InputError, match="input row 1: 'who' needs id, name"):
        run.evaluate("who", given)
    assert not (tmp_path / "out").exists()


def test_predictions_and_score_do_not_share_standard_output(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="name a file"):
        run.evaluate("who", files(tmp_path)._replace(predictions="-"))


def test_an_unknown_task_and_a_missing_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no task 'weather'"):
        run.evaluate("weather", files(tmp_path))
    with pytest.raises(InputError, match="cannot be read"):
        run.evaluate("who", files(tmp_path)._replace(rows=tmp_path / "nothing"))


def test_the_command_prints_the_score_as_json(tmp_path: Path) -> None:
    given = [str(path) for path in files(tmp_path)]
    options = ["evaluate", "who", "--input", given[0], "--predictions", given[1], "--gold", given[2]]
    result = CliRunner().invoke(build(), options)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["in_office"] == 0.66667
