"""The tables that others' scripts read: exact columns, rows, keys and codes, read back by pandas and as R would."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman.model.event import EventRecord
from dragoman.ontology import cameo
from dragoman.store.export import AUXILIARY, LAYOUTS, codes, gdelt_events, gdelt_mentions, icews, phoenix, polecat
from dragoman.store.pairs import pairs
from tests import factory
from tests.store.export import readers
from tests.store.export.columns import COLUMNS, HEADED
from tests.store.export.hostile import events
from tests.store.export.written import sample, taken, written

TABLES = [*COLUMNS]
DYADIC = ["icews", "gdelt-events", "gdelt-mentions", "phoenix"]
OURS: dict[str, list[str]] = {
    "polecat": [*polecat.COLUMNS],
    "icews": [*icews.COLUMNS],
    "gdelt-events": [*gdelt_events.COLUMNS],
    "gdelt-mentions": [*gdelt_mentions.COLUMNS],
    "phoenix": [*phoenix.COLUMNS],
}
GDELT = ("events", "mentions")
READERS = [readers.as_text, readers.as_guessed, readers.as_in_r]
NUMBERS = {
    "polecat": {"Intensity": "float64", "Latitude": "float64", "Longitude": "float64", "GeoNames ID": "Int64"},
    "icews": {"Event ID": "int64", "Intensity": "float64", "Story ID": "int64", "Sentence Number": "int64"},
    "gdelt-events": {"GLOBALEVENTID": "int64", "Year": "int64", "FractionDate": "float64", "QuadClass": "int64"},
    "gdelt-mentions": {"GLOBALEVENTID": "int64", "Confidence": "int64", "Actor1CharOffset": "Int64"},
    "phoenix": {"year": "int64", "quad": "int64", "Goldstein": "float64", "lat": "float64", "lon": "float64"},
}
CODE = {"icews": "CAMEO Code", "gdelt-events": "EventCode", "phoenix": "CAMEO"}
KEY = {
    "polecat": ["Event ID"],
    "icews": ["Event ID", "Event Date"],
    "gdelt-events": ["GLOBALEVENTID"],
    "gdelt-mentions": ["GLOBALEVENTID"],
    "phoenix": ["id_version"],
}


def rows(layout: str) -> list[tuple[EventRecord, int]]:
    """The events of the sample that a layout has, each with how many rows it has."""
    if layout not in DYADIC:
        return [(record, 1) for record in taken(layout)]
    return [(record, len(pairs(record))) for record in taken(layout) if record.actor or record.recipient]


@pytest.mark.parametrize("layout", TABLES)
def test_columns_are_those_that_users_know(layout: str) -> None:
    """By name, in order; where the file has a header, it is this."""
    assert OURS[layout] == COLUMNS[layout]
    if layout in HEADED:
        assert written([], layout)[0].decode() == "\t".join(COLUMNS[layout]) + "\n"


def test_the_numbers_of_columns_are_those_of_the_field() -> None:
    assert [len(COLUMNS[layout]) for layout in TABLES] == [40, 20, 61, 16, 26]


@pytest.mark.parametrize("layout", TABLES)
@pytest.mark.parametrize("read", READERS)
def test_every_way_to_read_it_finds_every_row(layout: str, read: Callable[[bytes, str], pd.DataFrame]) -> None:
    """Read as text, with nothing said, and as R does."""
    data, tally = written(sample(), layout)
    table = read(data, layout)
    assert list(table.columns) == COLUMNS[layout]
    assert len(table) == tally.rows == sum(number for _, number in rows(layout))


@pytest.mark.parametrize("layout", TABLES)
def test_stated_types_fit(layout: str) -> None:
    """Numbers are numbers, and nothing else has to be guessed."""
    table = readers.as_typed(written(sample(), layout)[0], layout, NUMBERS[layout])
    assert {name: str(table[name].dtype) for name in NUMBERS[layout]} == NUMBERS[layout]


@pytest.mark.parametrize("layout", TABLES)
def test_the_key_is_unique(layout: str) -> None:
    table = readers.as_text(written(sample(), layout, AUXILIARY | LAYOUTS[layout].takes)[0], layout)
    assert len(table) > 100
    assert not table.duplicated(KEY[layout]).any()


@pytest.mark.parametrize("layout", [*CODE])
def test_codes_stay_text_and_are_those_of_the_records(layout: str) -> None:
    """The code for a statement is 010 and not ten."""
    table = readers.as_text(written(sample(), layout)[0], layout)
    expected = [record.cameo for record, number in rows(layout) for _ in range(number)]
    assert list(table[CODE[layout]]) == expected
    assert table[CODE[layout]].isin(list(cameo.names())).all()
    assert table[CODE[layout]].str.startswith("0").any()


@pytest.mark.parametrize("layout", TABLES)
def test_the_same_records_give_the_same_bytes(layout: str) -> None:
    assert written(sample(), layout)[0] == written(list(sample()), layout)[0]


def test_reciprocal_records_are_written_both_ways() -> None:
    table = readers.as_text(written(sample(), "icews")[0], "icews")
    both = set(zip(table["Story ID"], table["CAMEO Code"], table["Source Name"], table["Target Name"], strict=True))
    met = next(one for one, number in rows("icews") if number > 1 and one.event == ("CONSULT",) and not one.recipient)
    names = [one.entity_name for one in met.actor[:2]]
    assert {tuple(row[2:]) for row in both if row[1] == met.cameo} >= {tuple(names), tuple(reversed(names))}


def test_mentions_have_the_numbers_of_the_events() -> None:
    events_, mentions = (readers.as_text(written(sample(), f"gdelt-{one}")[0], f"gdelt-{one}") for one in GDELT)
    assert list(events_["GLOBALEVENTID"]) == list(mentions["GLOBALEVENTID"])


def test_polecat_explodes_into_pairs_as_its_users_explode_it() -> None:
    """Lists of names and countries of one side have as many items as the record has actors."""
    table = readers.as_text(written(sample(), "polecat")[0], "polecat")
    for row, (record, _) in zip(table.to_dict("records"), rows("polecat"), strict=True):
        for name, side in (("Actor", record.actor), ("Recipient", record.recipient)):
            if any(one.code for one in side):
                assert [None if code == "None" else code for code in row[f"{name} Country"].split(";")] == [
                    one.code for one in side
                ]
                assert len(row[f"{name} Name"].split(";")) == len(row[f"{name} COW"].split(";")) or (
                    row[f"{name} COW"] == "None"
                )


MADE = st.builds(
    lambda record, code: replace(record, cameo=code), events(), st.sampled_from([None, "010", "0334", "190", "2042"])
)
SLOW = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@SLOW
@given(st.lists(MADE, max_size=5))
def test_no_text_breaks_a_table(records: list[EventRecord]) -> None:
    """Whatever an article has: as many lines as rows, as many cells as columns, and every reader finds them all."""
    for layout in TABLES:
        data, tally = written(records, layout, AUXILIARY | LAYOUTS[layout].takes)
        lines = data.decode().split("\n")
        assert lines.pop() == ""
        assert {line.count("\t") for line in lines} <= {len(COLUMNS[layout]) - 1}
        assert len(lines) == tally.rows + (layout in HEADED)
        assert [line for line in lines if len(line.splitlines()) > 1 or '"' in line] == []
        if tally.rows > 0:
            for read in READERS:
                assert len(read(data, layout)) == tally.rows


def test_what_had_to_be_replaced_is_told() -> None:
    report = factory.article('Iran met "Japan" in Tokyo.', publisher='The\t"Daily"\nPost \ud83d')
    record = factory.event(report, "met", "CONSULT", (["Iran"], ["Japan"]), cameo="040", date=report.date)
    data, tally = written([record], "icews")
    assert "The 'Daily' Post \N{REPLACEMENT CHARACTER}" in data.decode()
    assert list(tally.lines())[2:] == [
        "      1  cells with broken characters, written as \N{REPLACEMENT CHARACTER}",
        "      1  cells with double quotes, written as single ones",
        "      1  cells with tabs or line breaks, written as spaces",
    ]


def test_scores_are_those_of_cameo() -> None:
    table = pd.read_csv(io.BytesIO(written(sample(), "icews")[0]), sep="\t", dtype={"CAMEO Code": str})
    assert list(table["Intensity"]) == [codes.goldstein(code) for code in table["CAMEO Code"]]


@pytest.mark.parametrize("layout", TABLES)
def test_every_column_is_documented(layout: str) -> None:
    """What stands in it, or why it is empty, in the table of its layout."""
    page = (Path(__file__).parents[3] / "docs/exports.md").read_text(encoding="utf-8")
    section = page.split(f"(`{layout}`)\n", 1)[1].split("\n## ", 1)[0]
    cells = [line.split(" | ", 1) for line in section.splitlines() if line.startswith("| `")]
    named = [name for row in cells for name in re.findall("`([^`]+)`", row[0])]
    assert sorted(named) == sorted(COLUMNS[layout])
