"""Confidence falls with every doubt, says which, and never so low that it looks like nothing."""

import math

import pytest

from dragoman.evaluate.tasks import event_typing
from dragoman.extract.confidence import FACTORS, START
from dragoman.extract.records import coded
from dragoman.resolve.ties import resolved
from tests.parsing import annotated

DAY = "2019-12-20"

ORDERED = {
    "a pronoun": ("Kenya condemned Somalia.", "Kenya met Uganda. It condemned Somalia."),
    "planned": ("Norway expelled two Russian diplomats.", "Norway will expel two Russian diplomats."),
    "nobody at the receiving end": ("Chile imposed sanctions on Peru.", "Chile imposed sanctions."),
    "nobody who does it": ("Sudan attacked Chad on Monday.", "Chad was attacked on Monday."),
}


def sureness(text: str) -> tuple[float, str]:
    """Confidence and the reason for it of the last event of a text."""
    one = coded(resolved(annotated(text, DAY)), model=False)
    record = one.events[-1]
    return record.confidence, next(b.detail for b in one.reasons[record.id] if b.field == "confidence")


@pytest.mark.parametrize("name", ORDERED)
def test_a_doubt_more_makes_a_record_less_sure(name: str) -> None:
    plain, doubted = ORDERED[name]
    assert sureness(doubted)[0] < sureness(plain)[0]


def test_the_reason_names_each_doubt_with_its_factor_and_they_multiply_to_the_confidence() -> None:
    """What `explain` shows can be reckoned again by hand."""
    value, detail = sureness("Kenya met Uganda. It may condemn Somalia.")
    numbers = [float(part.split("× ")[-1]) for part in detail.split("; ")]
    assert "a pronoun or description: Kenya × " in detail
    assert "denied, planned or conditional × " in detail
    assert value == round(math.prod(numbers), 2)


def test_every_doubt_lowers_the_probability() -> None:
    assert all(0.5 <= factor < 1 for factor in FACTORS.values())


def test_all_doubts_together_still_leave_more_than_the_typing_task_takes_for_none() -> None:
    assert START * math.prod(FACTORS.values()) > event_typing.SURE
