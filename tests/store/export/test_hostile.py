"""What holds for every export of ours, whatever the texts and days: it can be read, and it is the same again."""

import io
import json
import warnings
from typing import Any

import geojson
import icalendar
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.model.event import EventRecord
from dragoman.store.export import AUXILIARY, LAYOUTS
from tests.store.export.hostile import events
from tests.store.export.written import sample, written

OURS = ("ftm", "timelinejs", "geojson", "ical", "panel", "panel-parquet")
RECORDS = st.lists(events(), max_size=5)
SLOW = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def everything(records: list[EventRecord], layout: str) -> bytes:
    """An export with all that the layout can take."""
    return written(records, layout, AUXILIARY & LAYOUTS[layout].takes)[0]


@pytest.mark.parametrize("layout", OURS)
def test_the_same_records_give_the_same_bytes(layout: str) -> None:
    """Twice."""
    assert written(sample(), layout)[0] == written(sample(), layout)[0]


@pytest.mark.parametrize("layout", OURS)
def test_nothing_gives_a_file_that_can_be_read(layout: str) -> None:
    """An export of no records is empty, not broken."""
    data, tally = written([], layout)
    assert (tally.rows, tally.written) == (0, 0)
    assert readable(data, layout) == 0


@SLOW
@given(RECORDS)
def test_every_record_is_written_or_counted(records: list[EventRecord]) -> None:
    """Nothing is lost silently: what came in was written, or left out for a reason that is told."""
    for layout in OURS:
        data, tally = written(records, layout)
        assert tally.read == len(records)
        assert readable(data, layout) == tally.rows


@SLOW
@given(RECORDS)
def test_all_that_is_included_can_be_read(records: list[EventRecord]) -> None:
    """Also what is denied, doubted or foreseen."""
    for layout in OURS:
        readable(everything(records, layout), layout)


@SLOW
@given(RECORDS)
def test_a_panel_does_not_depend_on_the_order_of_records(records: list[EventRecord]) -> None:
    """The same rows, byte for byte."""
    one_each = list({record.id: record for record in records}.values())
    assert everything(one_each, "panel") == everything(one_each[::-1], "panel")


@SLOW
@given(RECORDS)
def test_no_markup_of_an_article_reaches_a_timeline(records: list[EventRecord]) -> None:
    """TimelineJS shows texts as HTML."""
    for slide in json.loads(everything(records, "timelinejs"))["events"]:
        body = slide["text"]["headline"] + slide["text"]["text"]
        for ours in ("<p>", "</p>", "<br>", "</a>", '<a href="http'):
            body = body.replace(ours, "")
        assert "<" not in body


def readable(data: bytes, layout: str) -> int:
    """How many rows the layout's own reader finds."""
    rows: int = READERS[layout](data)
    return rows


def _ical(data: bytes) -> int:
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert set(data.replace(b"\r\n", b"")).isdisjoint(b"\r\n")
    return len(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def _geojson(data: bytes) -> int:
    collection: Any = geojson.loads(data)
    assert collection.is_valid
    return len(collection["features"])


def _ftm(data: bytes) -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from tests.store.export import ftm_reader  # noqa: PLC0415 - it warns when it is loaded

        return len(ftm_reader.entities(data))


READERS: dict[str, Any] = {
    "ftm": _ftm,
    "timelinejs": lambda data: len(json.loads(data)["events"]),
    "geojson": _geojson,
    "ical": _ical,
    "panel": lambda data: len(pd.read_csv(io.BytesIO(data))),
    "panel-parquet": lambda data: len(pd.read_parquet(io.BytesIO(data))),
}
