"""A reading of some hundred and fifty time expressions, written before the rules: value, days, or nothing at all.

`python -m tests.resolve.test_when_suite` prints how many are right, and each that is not.
"""

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.parsing import annotated

from dragoman.resolve.when import dated

TUESDAY = "2024-03-12"
FILE = Path(__file__).with_name("when_suite.yaml")


@functools.cache
def _file() -> dict[str, Any]:
    """The suite, all values as text."""
    found: dict[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    return found


def _text(value: str) -> str | None:
    return None if value in {"null", "~", ""} else value


def times() -> list[list[Any]]:
    """Rows of sentence, words, value, days and perhaps a mapping with the report's date."""
    rows: list[list[Any]] = _file()["times"]
    return rows


def said(text: str, words: str, date: str | None) -> tuple[str | None, str | None] | None:
    """Value and days of the expression with exactly these characters; None where there is none."""
    found, _ = dated(annotated(text, date))
    for time in found:
        if time.span.of(text) == words:
            return time.value, None if time.interval is None else time.interval.edtf
    return None


def _report(row: list[Any]) -> str | None:
    return _text(row[4]["date"]) if len(row) > len(("text", "words", "value", "days")) else TUESDAY


@pytest.mark.parametrize("row", times(), ids=lambda row: f"{row[1]} in {row[0][:30]}")
def test_an_expression_has_the_value_and_the_days_that_we_read(row: list[Any]) -> None:
    """Value and days are those of the suite."""
    assert said(row[0], row[1], _report(row)) == (_text(row[2]), _text(row[3]))


@pytest.mark.parametrize("text", _file()["nothing"])
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    """Names, counts, ages and verbs are no times."""
    assert dated(annotated(text, TUESDAY)) == ((), ())


def failures() -> Iterator[str]:
    """Each row that is not right, with what was said."""
    for row in times():
        got = said(row[0], row[1], _report(row))
        if got != (_text(row[2]), _text(row[3])):
            yield f"{row[0]} [{row[1]}] {row[2]} {row[3]} | {got}"
    for text in _file()["nothing"]:
        found, _ = dated(annotated(text, TUESDAY))
        if found:
            yield f"{text} nothing | {[t.span.of(text) for t in found]}"


def total() -> int:
    """Number of rows."""
    return len(times()) + len(_file()["nothing"])


if __name__ == "__main__":
    wrong = list(failures())
    print("\n".join(wrong))
    print(f"{total() - len(wrong)} of {total()} right")
