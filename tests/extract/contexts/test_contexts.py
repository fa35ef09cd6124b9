"""Contexts of records, read by us before there were rules: wanted ones are there, and no wrong ones.

`python -m tests.extract.contexts.test_contexts` prints how many are right, and each that is not.
"""

import functools
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from dragoman import extract, resolve
from dragoman.model.coded import Coded
from dragoman.model.event import EventRecord
from tests.parsing import annotated

MOST = 3
FILE = Path(__file__).with_name("cases.yaml")


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence, the word that tells the act, and its contexts as we read them."""

    text: str
    word: str
    contexts: frozenset[str]
    also: frozenset[str] = frozenset()


@functools.cache
def groups() -> dict[str, tuple[Row, ...]]:
    """The suite by group."""
    return msgspec.yaml.decode(FILE.read_bytes(), type=dict[str, tuple[Row, ...]])


@functools.cache
def coded(text: str) -> Coded:
    """The coded sentence."""
    return next(extract.records(resolve.articles([annotated(text)])))


def telling(row: Row) -> EventRecord | None:
    """The event record that the row's word tells."""
    place = row.text.rfind(row.word)
    spans = ((r, s) for r in coded(row.text).events for s in (r.event_span, *r.evidence.event))
    return next((record for record, span in spans if span.start == place), None)


def fault(row: Row) -> str:
    """What is wrong with the contexts of a row's record, or ""."""
    record = telling(row)
    if record is None:
        return "no record"
    found = frozenset(record.context)
    right = row.contexts <= found <= row.contexts | row.also and len(record.context) <= MOST
    return (
        "" if right else f"{' '.join(record.context) or 'none'} instead of {' '.join(sorted(row.contexts)) or 'none'}"
    )


ROWS = [row for rows in groups().values() for row in rows]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text[:50])
def test_a_record_has_the_contexts_that_we_read(row: Row) -> None:
    """All wanted contexts, and no others than those that a reader would let pass."""
    assert fault(row) == ""


@pytest.mark.parametrize("row", [row for row in ROWS if row.contexts], ids=lambda row: row.text[:50])
def test_each_context_rests_on_characters_and_leaves_a_reason(row: Row) -> None:
    """`evidence.context` lies in the article, and `explain` has one reason for each context, in their order."""
    one, record = coded(row.text), telling(row)
    assert record is not None
    reasons = [because for because in one.reasons[record.id] if because.field == "context"]
    assert [because.detail.partition(":")[0] for because in reasons] == list(record.context)
    spans = {span for because in reasons for span in because.spans}
    assert record.evidence.context == tuple(sorted(spans))
    assert spans
    assert all(span.of(row.text).strip() for span in spans)


def test_a_record_has_three_contexts_at_most_the_strongest_first() -> None:
    """Words of the object come before what only the sides tell."""
    text = "Algeria and Italy discussed natural gas, migration and terrorism at the embassy in Rome."
    record = coded(text).events[0]
    assert len(record.context) == MOST
    assert set(record.context) == {"natural_resource", "migration", "terrorism"}


def report() -> Iterator[str]:
    """Each row that is wrong, and the figures by group."""
    for name, rows in groups().items():
        wrong = [(row, said) for row in rows if (said := fault(row))]
        yield from (f"  {row.text} [{row.word}] {said}" for row, said in wrong)
        yield f"{name}: {len(rows) - len(wrong)} of {len(rows)} right"
    yield f"all: {sum(not fault(row) for row in ROWS)} of {len(ROWS)} right"


if __name__ == "__main__":
    print("\n".join(report()))
