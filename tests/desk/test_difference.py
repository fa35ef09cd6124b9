"""What a better coder changed: records that came, went, and the fields that are told otherwise."""

import pytest
from msgspec.structs import replace

from dragoman.desk.difference import Counts, changes
from dragoman.model.event import EventRecord, Record
from tests import factory

REPORT = factory.article("Iran met Japan and accused Trump of a plot.")
MET = factory.event(REPORT, "met", "CONSULT", (["Iran"], ["Japan"]))
ACCUSED = factory.event(REPORT, "accused", "ACCUSE", (["Iran"], ["Trump"]))


def otherwise(record: EventRecord, **fields: object) -> EventRecord:
    return replace(record, **fields)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ([MET], [MET], []),
        ([MET], [otherwise(MET, coder="another", schema_version=9)], []),
        ([MET], [], [("gone", ())]),
        ([], [MET], [("added", ())]),
        ([ACCUSED], [MET, ACCUSED], [("added", ())]),
        ([MET], [otherwise(MET, event=("AGREE",), actor=())], [("changed", ("event", "actor"))]),
        ([MET], [ACCUSED], [("gone", ()), ("added", ())]),
    ],
)
def test_a_record_comes_goes_or_changes(
    before: list[Record], after: list[Record], told: list[tuple[str, tuple[str, ...]]]
) -> None:
    """Records are the same by their id; who coded them is no difference."""
    assert [(one.way, one.fields) for one in changes(before, after)] == told


def test_changes_are_counted_by_way_and_field() -> None:
    """The counts of several articles add up."""
    counts = Counts()
    counts.add(changes([MET], [otherwise(MET, mode=("visit",))]))
    counts.add(changes([MET, ACCUSED], [otherwise(MET, mode=("phone",), factuality="PR+")]))
    assert counts.ways == {"changed": 2, "gone": 1}
    assert counts.fields == {"mode": 2, "factuality": 1}
