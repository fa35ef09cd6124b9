"""How many of the acts of our own readings the coder finds, and how many of its records are right: floors that hold.

The figures stand a little under those of `python development/readings.py` (2026-11-22); raise them when it prints more.
"""

import json
from pathlib import Path

import msgspec
import pytest

from dragoman import pipeline
from dragoman.evaluate import calibration, reading
from dragoman.model.event import EventRecord
from tests.golden import frozen

DEVELOPMENT = Path(__file__).parents[2] / "development"
SEEDS = DEVELOPMENT.parents[1] / "shared" / "seeds"


def rows(name: str) -> list[reading.Row]:
    with (DEVELOPMENT / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [msgspec.convert(json.loads(raw), reading.Row) for raw in lines]


def test_the_sample_is_read_as_we_read_it() -> None:
    """The reading was written by somebody who had not seen the coder's records."""
    figures = reading.score(frozen.coded().items(), rows("sample"))
    assert figures["found"] >= 0.59
    assert figures["right"] >= 0.78


def test_confidence_ranks_the_events_and_does_not_promise_too_much() -> None:
    """The sample was worked on, the level of confidence is that of texts which were not: it stands a little below.

    `python development/calibration.py` prints how far for all readings, also cross-validated.
    """
    expected = rows("sample")
    pairs = [
        (verdict.record.confidence, verdict.act)
        for name, one in frozen.coded().items()
        for verdict in reading.verdicts(one.records, [row for row in expected if row.file == name])[0]
        if isinstance(verdict.record, EventRecord)
    ]
    assert calibration.expected_error(pairs) <= 0.13
    assert sum(chance for chance, _ in pairs) <= sum(right for _, right in pairs)
    assert calibration.ranked(pairs) >= 0.65


@pytest.mark.gold
@pytest.mark.skipif(not SEEDS.exists(), reason="the two first reports are not beside the project")
def test_the_first_two_reports_are_read_as_we_read_them() -> None:
    """The reading was committed before the coder that answers it."""
    coded = [(Path(one.article.path).name, one) for one in pipeline.coded([SEEDS])]
    figures = reading.score(coded, rows("seeds"))
    assert figures["found"] >= 0.74
    assert figures["right"] >= 0.81
