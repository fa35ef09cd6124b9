"""Confidence falls with every doubt, says which, and never so low that it looks like nothing."""

import math

import pytest

from dragoman.evaluate.tasks import event_typing
from dragoman.extract.confidence import FACTORS, probability
from dragoman.extract.records import coded
from dragoman.resolve.ties import resolved
from tests.parsing import annotated

DAY = "2019-12-20"

ORDERED = {
    "it": ("Kenya condemned Somalia.", "Kenya met Uganda. It condemned Somalia."),
    "a common noun": ("Norway expelled Russia's ambassador.", "Norway expelled the officials."),
    "a doer without a country": ("Peru attacked Chad.", "Gunmen attacked Chad."),
    "nobody who does it": ("Sudan attacked Chad on Monday.", "Chad was attacked on Monday."),
    "a noun": ("Sudan attacked Chad.", "Sudan's attack on Chad came at dawn."),
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


def test_what_tells_little_on_fresh_reports_is_no_doubt() -> None:
    """Plans, and acts that name nobody at the receiving end, are right as often as others."""
    assert sureness("Norway will expel two Russian diplomats.") == sureness("Norway expelled two Russian diplomats.")
    assert sureness("Chile imposed sanctions.")[0] >= sureness("Chile imposed sanctions on Peru.")[0]


def test_the_reason_names_each_doubt_with_its_factor_and_they_give_the_confidence() -> None:
    """What `explain` shows can be reckoned again by hand."""
    value, detail = sureness("Kenya met Uganda. It condemned the officials.")
    start, *doubts = detail.split("; ")
    odds = float(start.removeprefix("odds ")) * math.prod(float(part.split("× ")[-1]) for part in doubts)
    assert "it or they: Kenya × " in detail
    assert value == round(odds / (1 + odds), 2)


def test_every_doubt_lowers_the_probability() -> None:
    assert all(0.1 <= factor < 1 for factor in FACTORS.values())


def test_all_doubts_together_still_leave_more_than_the_typing_task_takes_for_none() -> None:
    assert probability(FACTORS.values()) > event_typing.SURE
