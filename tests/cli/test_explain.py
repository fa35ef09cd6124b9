"""`dragoman explain`: each decided field with rule, score and words; ids that are none."""

import pytest
from msgspec.structs import replace

from dragoman.model.article import Skipped
from dragoman.model.because import Because
from dragoman.model.coded import Coded
from dragoman.model.span import Span
from tests import factory
from tests.cli.conftest import Run


@pytest.mark.usefixtures("prepared")
def test_every_reason_is_told_with_its_words(run: Run) -> None:
    """Field, value, rule, score, and the quoted characters with their place."""
    record = factory.visit().events[0]
    output = run("explain", record.id, "visit.txt").stdout
    assert record.id in output
    assert "event  CONSULT" in output
    assert f"lexicon:test 0.90  the verb tells it  “met” {record.event_span.start}–{record.event_span.end}" in output


def test_reasons_follow_the_order_of_the_record(run: Run, prepared: list[Coded | Skipped]) -> None:
    """Fields of the record first, in its order, then whatever else stages name."""
    item = factory.visit()
    record = item.events[0]
    fields = ("merging", "actor", "date")
    reasons = tuple(Because(field=field, rule=f"rule:{field}", spans=(Span(0, 4),)) for field in fields)
    prepared[:] = [replace(item, reasons={record.id: reasons})]
    output = run("explain", record.id, "visit.txt").stdout
    assert output.index("rule:date") < output.index("rule:actor") < output.index("rule:merging")
    assert "actor  President Rouhani IRN GOV" in output


@pytest.mark.usefixtures("prepared")
def test_the_beginning_of_an_id_is_enough(run: Run) -> None:
    """As long as only one record begins so."""
    record = factory.visit().events[0]
    assert record.id in run("explain", record.id[:6], "visit.txt").stdout


@pytest.mark.usefixtures("prepared")
@pytest.mark.parametrize("wanted, message", [("ffffffffffffffff", "no record"), ("", "records begin with")])
def test_an_unknown_or_ambiguous_id_is_a_usage_error(run: Run, wanted: str, message: str) -> None:
    """The message says how many there are, and what to give."""
    result = run("explain", wanted, "visit.txt")
    assert (result.exit_code, message in result.stderr) == (2, True)
