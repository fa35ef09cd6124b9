"""What the coder makes of the sample's articles, against the frozen lines and against our own reading."""

from pathlib import Path

import pytest

from dragoman import sample
from tests.golden import frozen
from tests.laws.checks import broken

NAMES = [path.name for path in sample.paths() if path.suffix == ".txt"]
READING = Path(__file__).parents[2] / "development" / "sample.jsonl"


@pytest.mark.parametrize("name", NAMES)
def test_an_article_gives_its_frozen_records(name: str) -> None:
    """A changed judgement shows as a changed line; `python -m tests.golden.frozen` writes them anew once read."""
    expected = (frozen.FOLDER / name).read_text(encoding="utf-8").splitlines()
    assert list(frozen.lines(frozen.coded()[name])) == expected


@pytest.mark.parametrize("name", NAMES)
def test_the_laws_hold_on_every_article(name: str) -> None:
    """Spans, order of days, ids and round trips."""
    assert list(broken(frozen.coded()[name])) == []


def test_one_article_alone_has_no_date() -> None:
    """The undated report of the sample stays undated, all others are dated."""
    undated = [name for name, one in frozen.coded().items() if one.article.date is None]
    assert undated == ["08-strike-called-off.txt"]


def test_only_harm_is_told_of_nobody() -> None:
    """A record that names nobody counts nothing, but an attack by unknown hands is still an attack."""
    nobody = [e for one in frozen.coded().values() for e in one.events if not (e.actor or e.recipient)]
    assert {e.event[0] for e in nobody} <= {"ASSAULT", "COERCE"}
