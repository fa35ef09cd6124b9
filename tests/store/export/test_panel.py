"""Panels of dyads and months, read by pandas and polars: which record counts in which cell, and how much."""

import datetime as dt
import io
from typing import Any

import pandas as pd
import polars as pl
import pytest
from msgspec.structs import replace
from pyarrow import parquet

from dragoman.model.event import EventRecord
from dragoman.model.interval import Interval
from dragoman.ontology import plover
from dragoman.store.export.panel_cells import NO_MONTH, NO_PAIR, countries, month, straddles
from dragoman.store.export.panel_tables import schema
from tests import factory
from tests.store.export.written import sample, taken, written

REPORT = factory.article("Rouhani met Abe and Trump in Tokyo; Iran sued Japan. They left.")
CODES = [f"{side}_{system}" for side in ("actor", "recipient") for system in ("iso3", "cow", "cow_code", "gw")]
Day = dt.date


def met(who: list[str], whom: list[str], days: Interval | None = None, **fields: object) -> EventRecord:
    record = factory.event(REPORT, "met", "CONSULT", (who, whom), quad_code=1, event_scale=2.5)
    told = days or Interval.day(Day(2019, 5, 8))
    return replace(record, **({"date": told.start, "enddate": told.last} | fields))


def rows(*records: EventRecord) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pl.read_parquet(io.BytesIO(written(records, "panel-parquet")[0])).to_dicts()
    return found


def cells(*records: EventRecord) -> list[tuple[str, str, float]]:
    return [(row["actor"], row["recipient"], row["weight"]) for row in rows(*records)]


def test_csv_and_parquet_hold_the_same() -> None:
    """Codes are text in both."""
    table = pd.read_csv(io.BytesIO(written(sample(), "panel")[0]), dtype=dict.fromkeys(CODES, str))
    other = pd.read_parquet(io.BytesIO(written(sample(), "panel-parquet")[0]))
    pd.testing.assert_frame_equal(table, other, check_dtype=False)


def test_the_columns_are_these() -> None:
    """In this order."""
    expected = [
        *("yearmonth", "year", "month"),
        *("actor", "actor_iso3", "actor_cow", "actor_cow_code", "actor_gw"),
        *("recipient", "recipient_iso3", "recipient_cow", "recipient_cow_code", "recipient_gw"),
        *("records", "weight", "straddling", "quad_1", "quad_2", "quad_3", "quad_4"),
        *("agree", "consult", "support", "concede", "cooperate", "aid", "retreat", "request", "accuse", "reject"),
        *("threaten", "protest", "sanction", "mobilize", "coerce", "assault"),
        *("scale_n", "scale_sum", "scale_mean"),
    ]
    assert schema().names == expected
    assert parquet.read_schema(io.BytesIO(written(sample(), "panel-parquet")[0])).names == expected


def test_weights_of_the_sample_add_up_to_the_records_that_count() -> None:
    """Each record counts for one in all."""
    table = pl.read_parquet(io.BytesIO(written(sample(), "panel-parquet")[0]))
    counted = [one for one in taken("panel") if countries(one) and month(one) is not None]
    assert table["weight"].sum() == pytest.approx(len(counted))
    assert table["records"].sum() == sum(len(countries(one)) for one in counted)


def test_counts_by_type_and_by_quad_add_up() -> None:
    """Each record has one type, and a quad unless it is denied."""
    table = pl.read_parquet(io.BytesIO(written(sample(), "panel-parquet")[0]))
    types = table.select(pl.sum_horizontal([name.lower() for name in plover.types()])).to_series()
    quads = table.select(pl.sum_horizontal(f"quad_{n}" for n in range(1, 5))).to_series()
    assert types.to_list() == quads.to_list() == table["records"].to_list()


def test_rows_are_sorted_and_each_cell_stands_once() -> None:
    """By month, then by pair."""
    keys = [(row["yearmonth"], row["actor"], row["recipient"]) for row in rows(*taken("panel"))]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(
    "record, told",
    [
        (met(["Rouhani"], ["Abe"]), [("IRN", "JPN", 1.0)]),
        (met(["Rouhani", "Iran"], ["Abe"]), [("IRN", "JPN", 1.0)]),
        (met(["Rouhani"], ["Abe", "Trump"]), [("IRN", "JPN", 0.5), ("IRN", "USA", 0.5)]),
        (met(["Rouhani", "Abe"], []), [("IRN", "JPN", 0.5), ("JPN", "IRN", 0.5)]),
        (met(["Rouhani", "Iran"], []), [("IRN", "IRN", 1.0)]),
        (met(["Rouhani"], []), []),
        (met(["They"], ["Abe"]), []),
    ],
)
def test_a_record_counts_once_for_each_ordered_pair_of_countries(
    record: EventRecord, told: list[tuple[str, str, float]]
) -> None:
    """Where all act on each other both orders count; without a country on each side there is no pair."""
    assert cells(record) == told


@pytest.mark.parametrize(
    "days, told, beyond",
    [
        (Interval.day(Day(2019, 5, 31)), Day(2019, 5, 31), False),
        (Interval.month(2019, 5), Day(2019, 5, 1), False),
        (Interval.days(Day(2019, 5, 31), Day(2019, 6, 1)), Day(2019, 5, 31), True),
        (Interval.days(Day(2019, 5, 5), Day(2019, 6, 4)), Day(2019, 5, 5), True),
        (Interval.days(Day(2019, 5, 5), Day(2019, 6, 5)), None, True),
        (Interval.year(2018), None, True),
        (Interval(Day(2019, 5, 5), None), Day(2019, 5, 5), True),
        (Interval(None, Day(2019, 5, 5)), None, False),
    ],
)
def test_the_month_is_that_of_the_first_day(days: Interval, told: dt.date | None, beyond: bool) -> None:  # noqa: FBT001 - a table
    """What may lie in more than a month of days is in none; what reaches into the next month is counted apart."""
    record = met(["Rouhani"], ["Abe"], days)
    assert (month(record), straddles(record)) == (told, beyond)


def test_what_does_not_count_is_told() -> None:
    """Each for its reason."""
    year = replace(met(["Rouhani"], ["Abe"], Interval.year(2018)), id="year")
    alone = replace(met(["Rouhani"], []), id="alone")
    planned = met(["Rouhani"], ["Abe"], auxiliary=("future",))
    assert written([year, alone, planned], "panel")[1].left_out == {NO_MONTH: 1, NO_PAIR: 1, "future": 1}


def test_scales_are_summed_and_averaged() -> None:
    """Over the records that have one."""
    scales = [(2.5, "1"), (-9.0, "2"), (None, "3")]
    records = [replace(met(["Iran"], ["Japan"]), event_scale=scale, id=name) for scale, name in scales]
    (row,) = rows(*records)
    assert (row["records"], row["scale_n"], row["scale_sum"], row["scale_mean"]) == (3, 2, -6.5, -3.25)


@pytest.mark.parametrize("fields", [{"auxiliary": ("negation",)}, {"factuality": "CT-"}])
def test_what_is_denied_has_neither_class_nor_score(fields: dict[str, object]) -> None:
    """Where it is asked for it counts as a record of its type, and as nothing that was done."""
    data, _ = written([met(["Iran"], ["Japan"], None, **fields)], "panel-parquet", ["negation"])
    (row,) = pl.read_parquet(io.BytesIO(data)).to_dicts()
    assert (row["records"], row["consult"], row["quad_1"], row["scale_n"]) == (1, 1, 0, 0)


@pytest.mark.parametrize(
    "code, year, told",
    [
        ("DEU", 2019, ("DEU", "255", "GMY", "260")),
        ("DEU", 1985, ("DEU", "260", "GFR", "260")),
        ("YEM", 2019, ("YEM", "679", "YEM", "678")),
        ("KOS", 2019, (None, "347", "KOS", "347")),
        ("KOS", 2001, (None, None, None, None)),
        ("EUR", 2019, (None, None, None, None)),
    ],
)
def test_codes_are_those_of_the_month(code: str, year: int, told: tuple[str | None, ...]) -> None:
    """What a system does not know is empty there."""
    record = met(["Rouhani"], ["Abe"], Interval.day(Day(year, 5, 8)))
    (row,) = rows(replace(record, actor=(replace(record.actor[0], code=code),)))
    assert row["actor"] == code
    assert tuple(row[name] for name in CODES[:4]) == told
