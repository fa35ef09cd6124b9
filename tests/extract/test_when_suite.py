"""A reading of which act has which time, written before the rules: the record's days, what it foresees, what repeats.

`python -m tests.extract.test_when_suite` prints how many are right, and each that is not.
"""

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman import extract, resolve
from dragoman.model.coded import Coded
from dragoman.model.event import EventRecord, Record
from tests.parsing import annotated

FRIDAY = "2024-03-15"
FILE = Path(__file__).with_name("when_suite.yaml")
Row = dict[str, Any]


@functools.cache
def _file() -> dict[str, list[Row]]:
    """The suite, all values as text."""
    found: dict[str, list[Row]] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return found


@functools.cache
def _coded(text: str, date: str | None) -> Coded:
    return next(extract.records(resolve.articles([annotated(text, date)])))


def _text(value: str) -> str | None:
    return None if value in {"null", "~", ""} else value


def coded(row: Row) -> Coded:
    return _coded(row["text"], _text(row.get("date", FRIDAY)))


def telling(row: Row) -> Record | None:
    """The event record that the row's word tells, else the figure or statement."""
    one = coded(row)
    place = row["text"].rfind(row["word"])
    every: tuple[Record, ...] = (*one.events, *one.figures, *one.statements)
    return next(
        (r for r in every if any(s.start == place for s in (r.event_span, *r.evidence.event))),
        None,
    )


def said(row: Row) -> Row:
    """The fields of a row as the record has them; empty where there is no record."""
    record = telling(row)
    if record is None:
        return {}
    foreseen = record.anticipates[0].edtf if isinstance(record, EventRecord) and record.anticipates else None
    fields: Row = {
        "act": record.edtf,
        "foresees": foreseen,
        "repeats": record.repeats,
        "readings": [r.edtf for r in record.readings],
    }
    return {name: fields[name] for name in fields if name in row}


def wanted(row: Row) -> Row:
    """The fields of a row as we read them."""
    fields = {name: row[name] for name in ("act", "foresees", "repeats", "readings") if name in row}
    return {name: value if isinstance(value, list) else _text(value) for name, value in fields.items()}


def derived(row: Row) -> str | None:
    """Days of the derived statement at a word."""
    place = row["text"].rfind(row["word"])
    return next(
        (s.edtf for s in coded(row).statements if s.date_basis == "derived" and s.event_span.start == place), None
    )


@pytest.mark.parametrize("row", _file()["acts"], ids=lambda row: f"{row['word']} in {row['text'][:40]}")
def test_an_act_has_the_days_that_we_read(row: Row) -> None:
    """The act, what it foresees, how it repeats, and its other readings."""
    assert said(row) == wanted(row)


@pytest.mark.parametrize("row", _file()["derived"], ids=lambda row: row["text"][:40])
def test_what_follows_by_arithmetic_is_a_dated_statement_of_its_own(row: Row) -> None:
    """First, anniversary and numbered steps give the day that is not told."""
    assert derived(row) == _text(row["edtf"])


def failures() -> Iterator[str]:
    """Each row that is not right, with what was said."""
    for row in _file()["acts"]:
        if said(row) != wanted(row):
            yield f"{row['text']} [{row['word']}] {wanted(row)} | {said(row)}"
    for row in _file()["derived"]:
        if derived(row) != _text(row["edtf"]):
            yield f"{row['text']} [{row['word']}] {row['edtf']} | {derived(row)}"


def total() -> int:
    """Number of rows."""
    return sum(len(rows) for rows in _file().values())


if __name__ == "__main__":
    wrong = list(failures())
    print("\n".join(wrong))
    print(f"{total() - len(wrong)} of {total()} right")
