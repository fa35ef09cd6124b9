"""The tables of docs/time.md hold: each sentence gives the value, days and anchor of its row."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.parsing import annotated

from dragoman import extract, resolve
from dragoman.model.coded import Coded
from dragoman.model.event import EventRecord
from dragoman.resolve.when import dated

PAGE = Path(__file__).parents[2] / "docs" / "time.md"
TUESDAY = "2024-03-12"
ANCHORS = {"explicit": "none", "relative": "report", "narrative": "told"}
NONE = "–"


def rows(kind: str) -> Iterator[tuple[str, ...]]:
    """The rows of all tables whose first column has a name."""
    inside = False
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = tuple(cell.strip() for cell in line.strip().strip("|").split("|")) if line.startswith("|") else ()
        if not cells or not inside:
            inside = bool(cells) and cells[0] == kind
        elif "**" in cells[0]:
            yield cells


def told(sentence: str) -> tuple[str, int, str]:
    """The sentence without its marks, where the words in bold begin, and those words."""
    start = sentence.index("**")
    return sentence.replace("**", ""), start, sentence.split("**")[1]


def coded(text: str) -> Coded:
    return next(extract.records(resolve.articles([annotated(text, TUESDAY)])))


@pytest.mark.parametrize("row", tuple(rows("sentence")), ids=lambda row: row[0][:60])
def test_an_expression_is_read_as_its_row_says(row: tuple[str, ...]) -> None:
    """Value, days, anchor, and the issue or repeating interval beside it."""
    text, start, words = told(row[0])
    times, issues = dated(annotated(text, TUESDAY))
    time = next(t for t in times if t.span.start == start and t.span.of(text) == words)
    days = NONE if time.interval is None else time.interval.edtf
    anchor = "none" if time.interval is None else ANCHORS[time.basis]
    assert (time.value or NONE, days, anchor) == row[1:4]
    assert all(f"issue `{i.reason}`" in row[4] for i in issues if i.span == time.span)
    assert time.repeats is None or f"`{time.repeats}`" in row[4]
    assert all(r.edtf in row[4] for r in time.readings[1:] if time.interval is not None)


@pytest.mark.parametrize("row", tuple(rows("act")), ids=lambda row: row[0][:60])
def test_an_act_is_dated_as_its_row_says(row: tuple[str, ...]) -> None:
    """Days, basis, what is foreseen, and how it repeats."""
    text, start, _ = told(row[0])
    found: EventRecord = next(
        e for e in coded(text).events if start in {e.event_span.start, *(s.start for s in e.evidence.event)}
    )
    foreseen = found.anticipates[0].edtf if found.anticipates else None
    got = (found.edtf, found.date_basis, foreseen, found.repeats)
    assert tuple(value or NONE for value in got) == row[1:5]


@pytest.mark.parametrize("row", tuple(rows("derived")), ids=lambda row: row[0][:60])
def test_a_derived_day_has_its_arithmetic(row: tuple[str, ...]) -> None:
    """The day, and how it was worked out."""
    text, start, _ = told(row[0])
    one = coded(text)
    found = next(s for s in one.statements if s.date_basis == "derived" and s.event_span.start == start)
    assert (found.edtf, one.reasons[found.id][-1].detail) == row[1:3]


def test_the_page_has_rows_of_every_kind() -> None:
    """The tables are found."""
    least = {"sentence": 150, "act": 15, "derived": 6}
    assert all(len(list(rows(kind))) >= number for kind, number in least.items())
