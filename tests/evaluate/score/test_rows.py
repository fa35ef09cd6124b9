"""Rows are read from JSONL files, with the fault's line when one is broken."""

from pathlib import Path

import pytest

from dragoman.errors import InputError, UsageError
from dragoman.evaluate import score


def test_blank_lines_are_passed_over(tmp_path: Path) -> None:
    """An empty line is no row."""
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": "a"}\n\n{"id": "b"}\n', encoding="utf-8")
    assert [row["id"] for row in score.read_rows(path)] == ["a", "b"]


@pytest.mark.parametrize("line", ["[1]", "{", "nonsense"])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    """The message tells file and line."""
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": "a"}\n' + line, encoding="utf-8")
    with pytest.raises(InputError, match=r"rows\.jsonl:2"):
        score.read_rows(path)


def test_texts_come_from_the_input_beside_the_gold(tmp_path: Path) -> None:
    """`x.input.jsonl` belongs to `x.gold.jsonl`; without it there are no texts."""
    gold = tmp_path / "x.gold.jsonl"
    assert score.texts_beside(gold) == {}
    gold.with_name("x.input.jsonl").write_text('{"id": "a", "text": "Peace."}', encoding="utf-8")
    assert score.texts_beside(gold) == {"a": "Peace."}


def test_an_unknown_task_is_refused() -> None:
    """The message lists the tasks there are."""
    with pytest.raises(UsageError, match="typing, timex"):
        score.score("weather", [], [])
