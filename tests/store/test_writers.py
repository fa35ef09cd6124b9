"""Writers: nothing lost in JSON lines, flat rows in CSV and Parquet, dyads, and what is refused."""

import csv
import datetime as dt
import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from pyarrow import parquet

from dragoman.errors import UsageError
from dragoman.model.event import Record
from dragoman.store import columns, tables, writing
from tests import factory

Written = Callable[..., bytes]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """The bytes that records become in a file of a given name."""

    def write(name: str, records: tuple[Record, ...], *, dyads: bool = False) -> bytes:
        with writing(tmp_path / name, dyads=dyads) as writer:
            writer.write(records)
        return (tmp_path / name).read_bytes()

    return write


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode())))


def test_json_lines_come_back_as_the_same_records(written: Written) -> None:
    """A record that is written and read again is equal to the first."""
    records = factory.visit().records
    lines = written("events.jsonl", records).splitlines()
    assert tuple(msgspec.json.decode(line, type=Record) for line in lines) == records


def test_json_lines_keep_all_keys_in_the_order_of_the_type(written: Written) -> None:
    """Each line has every field, empty or not, in the order of the type."""
    record = factory.visit().events[0]
    keys = list(json.loads(written("events.jsonl", (record,))))
    assert keys == ["record", *msgspec.structs.asdict(record)]


@pytest.mark.parametrize("name", ["events.jsonl", "events.csv", "events.parquet"])
def test_every_format_holds_any_characters(written: Written, name: str) -> None:
    """Emoji, right-to-left text, NULs, line breaks, quotes and half a surrogate pair do not stop the writing."""
    report = factory.article('Ünal 😀 "met"\u0000 \ud800 סופר,\nline')
    assert len(written(name, (factory.event(report, "met", text=report.text),))) > 0


def test_csv_has_a_row_for_each_record_with_empty_cells_for_what_is_missing(written: Written) -> None:
    """Rows carry POLECAT's columns; what is not known is an empty cell, never the word None."""
    visit, plan, denial, statement = rows(written("events.csv", factory.visit().records))
    assert (visit["event_type"], visit["event_mode"], visit["actor_country"]) == ("CONSULT", "visit", "IRN")
    assert (visit["event_date"], plan["event_date"], plan["publication_date"]) == ("2019-12-20", "", "2019-12-20")
    assert (plan["attribution_kind"], plan["told_factuality"], plan["status"]) == ("anonymous", "CT+", "planned")
    assert (denial["status"], denial["intensity"], statement["record"]) == ("denied", "", "statement")
    assert "None" not in set(visit.values())


def test_codes_stay_text(written: Written) -> None:
    """A CAMEO code keeps its leading zero, in CSV as written and in Parquet by its type."""
    record = factory.visit().events[0]
    assert rows(written("events.csv", (record,)))[0]["cameo"] == "042"
    assert parquet.read_table(io.BytesIO(written("events.parquet", (record,))))["cameo"].to_pylist() == ["042"]


def test_parquet_has_typed_columns(written: Written) -> None:
    """Dates, numbers and text come back as such."""
    table = parquet.read_table(io.BytesIO(written("events.parquet", factory.visit().records)))
    assert table.schema.equals(tables.SCHEMA)
    assert table["event_date"].to_pylist()[0] == dt.date(2019, 12, 20)
    assert table["quad_code"].to_pylist() == [None, 1, None, None]


def test_parquet_is_written_in_row_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows are not held until the end."""
    monkeypatch.setattr(tables, "ROWS_AT_ONCE", 2)
    record = factory.visit().events[0]
    with writing(tmp_path / "events.parquet") as writer:
        for _ in range(5):
            writer.write((record,))
    assert parquet.ParquetFile(tmp_path / "events.parquet").num_row_groups == 3


@pytest.mark.parametrize("name", ["events.csv", "events.parquet"])
def test_an_output_without_records_still_has_its_columns(written: Written, name: str) -> None:
    """Scripts that read the file find the columns also when nothing was coded."""
    data = io.BytesIO(written(name, ()))
    header = data.read().decode().strip() if name.endswith("csv") else ",".join(parquet.read_schema(data).names)
    assert header.replace('"', "").split(",") == [column.name for column in columns.COLUMNS]


def test_dyads_give_a_row_for_each_pair(written: Written) -> None:
    """Two actors and two recipients are four rows of one event, and each row says so."""
    report = factory.article("Iran and Tehran met Japan and Tokyo.")
    met = factory.event(report, "met", "CONSULT", (["Iran", "Tehran"], ["Japan", "Tokyo"]))
    found = rows(written("dyads.csv", (met,), dyads=True))
    assert [(row["actor_name"], row["recipient_name"]) for row in found] == [
        ("Iran", "Japan"),
        ("Iran", "Tokyo"),
        ("Tehran", "Japan"),
        ("Tehran", "Tokyo"),
    ]
    assert {(row["event_id"], row["n_dyads"]) for row in found} == {(met.id, "4")}


def test_dyads_keep_events_without_a_recipient_and_leave_statements_out(written: Written) -> None:
    """An empty side is one empty place; only events have dyads."""
    report = factory.article("Iran protested. Trump spoke.")
    alone = factory.event(report, "protested", "PROTEST", (["Iran"], []))
    found = rows(written("dyads.csv", (alone, factory.statement(report, "spoke", "spoke")), dyads=True))
    assert [(row["actor_name"], row["recipient_name"], row["n_dyads"]) for row in found] == [("Iran", "", "1")]


def test_lists_are_joined_and_keep_their_places(written: Written) -> None:
    """A semicolon inside a name cannot be taken for the mark between two names, and gaps stay in their place."""
    report = factory.article("Iran; Tehran and Nemo met Abe.")
    met = factory.event(report, "met", "CONSULT", (["Iran; Tehran", "Nemo", "Abe"], []))
    row = rows(written("events.csv", (met,)))[0]
    assert row["actor_name"] == "Iran, Tehran;Nemo;Abe"
    assert row["actor_country"] == "IRN;;JPN"
    assert row["actor_span"] == "0-12;17-21;26-29"


@pytest.mark.parametrize("name, dyads", [("events.txt", False), ("events.jsonl", True)])
def test_what_makes_no_sense_is_refused(tmp_path: Path, name: str, *, dyads: bool) -> None:
    """An unknown suffix, or dyads where there are no rows, is a usage error and leaves no file."""
    with pytest.raises(UsageError), writing(tmp_path / name, dyads=dyads):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_named_pipe_gets_json_lines(tmp_path: Path) -> None:
    """What is no file is written directly, whatever it is called."""
    os.mkfifo(tmp_path / "pipe")
    reading = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    with writing(tmp_path / "pipe") as writer:
        writer.write(factory.visit().events[:1])
    assert json.loads(os.read(reading, 100_000))["record"] == "event"
    os.close(reading)
