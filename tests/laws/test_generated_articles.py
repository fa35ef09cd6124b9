"""Laws of spans, time and identity on articles that nobody wrote."""

import os

import msgspec
import pytest

from dragoman.pipeline import flow
from dragoman.settings import Settings
from tests.laws.checks import broken
from tests.laws.generated import articles

SHORT = 300
COUNT = int(os.environ.get("DRAGOMAN_LAWS", SHORT))
"""`make laws` sets 2,000."""


@pytest.fixture(scope="module")
def coded() -> list[tuple[bytes, list[str]]]:
    """The records of all generated articles as bytes, with the laws that they break."""
    return [(msgspec.json.encode(c.records), list(broken(c))) for c in flow(articles(COUNT), Settings())]


def test_every_record_keeps_the_laws(coded: list[tuple[bytes, list[str]]]) -> None:
    """Spans point at the characters beside them, nothing done begins after its report, ids are unique."""
    assert [fault for _, faults in coded for fault in faults] == []


def test_generated_articles_give_records(coded: list[tuple[bytes, list[str]]]) -> None:
    """The laws are not kept by having nothing to say."""
    assert sum(records != b"[]" for records, _ in coded) > len(coded) / 2


def test_the_same_articles_give_the_same_bytes(coded: list[tuple[bytes, list[str]]]) -> None:
    """A second run over some of them, in other batches, gives byte-identical records."""
    again = Settings(batch=7)
    every = [c for n, c in enumerate(articles(COUNT)) if n % 5 == 0]
    assert [msgspec.json.encode(c.records) for c in flow(every, again)] == [r for r, _ in coded][::5]
