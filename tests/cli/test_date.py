"""`dragoman date`: text, JSON lines, what is skipped, and the errors of all commands."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator

import pytest

from dragoman import pipeline
from dragoman.model.article import Article, Skipped
from dragoman.model.dating import Clue, Dating
from dragoman.model.interval import Interval
from dragoman.settings import Settings
from tests import factory
from tests.cli.conftest import Run

DATED = factory.article("Rain fell.", "2019-12-20", path="a.txt")
UNDATED = factory.article("Snow fell in June.", None, path="b.txt")
FOUND = Dating(
    interval=Interval.month(2019, 6),
    likely=Interval.days(dt.date(2019, 6, 2), dt.date(2019, 6, 4)),
    best=dt.date(2019, 6, 2),
    confidence=0.9,
    near=0.5,
    clues=(Clue(kind="period", detail="shortly after June", span=factory.span(UNDATED, "June"), effect=0.4),),
)
Given = list[tuple[Article, Dating | None] | Skipped]


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Given:
    """What is found: one article with a date, one without."""
    every: Given = [(DATED, None), (UNDATED, FOUND)]

    def datings(
        sources: Iterable[str], settings: Settings, skipped: Callable[[Skipped], None]
    ) -> Iterator[tuple[Article, Dating | None]]:
        del sources, settings
        for one in every:
            if isinstance(one, Skipped):
                skipped(one)
            else:
                yield one

    monkeypatch.setattr(pipeline, "datings", datings)
    return every


@pytest.mark.usefixtures("given")
def test_the_days_and_their_clues_are_told(run: Run) -> None:
    """Dated articles with their date; others with interval, best day, confidence, and the words of each clue."""
    result = run("date", "x")
    assert result.exit_code == 0
    assert "a.txt: 2019-12-20 (given)" in result.stdout
    assert "b.txt: 2019-06, best 2019-06-02, likely 2019-06-02/2019-06-04 (confidence 0.90" in result.stdout
    assert "+0.400  period: shortly after June  “June” 13–17" in result.stdout


@pytest.mark.usefixtures("given")
def test_json_has_a_line_for_each_article(run: Run) -> None:
    """The end is half-open; each clue has its span."""
    lines = [json.loads(line) for line in run("date", "x", "--json").stdout.splitlines()]
    assert [line["date"] for line in lines] == ["2019-12-20", "2019-06-02"]
    assert (lines[1]["start"], lines[1]["end"], lines[1]["date_basis"]) == ("2019-06-01", "2019-07-01", "inferred")
    assert lines[1]["clues"][0]["span"] == [13, 17]


def test_what_cannot_be_dated_says_so(run: Run, given: Given) -> None:
    """Nothing told, or too wide."""
    wide = Dating(interval=Interval.days(dt.date(1990, 1, 1), dt.date(1999, 12, 31)), best=dt.date(1995, 1, 1))
    given[:] = [(UNDATED, Dating()), (UNDATED, wide)]
    text = run("date", "x").stdout
    assert "nothing tells when it was written" in text
    assert "not dated; 1990/1999 is too wide" in text


def test_nothing_read_is_an_error(run: Run, given: Given) -> None:
    """One line and exit code 1; the skipped input is told."""
    given[:] = [Skipped(file="broken.html", reason="unreadable")]
    result = run("date", "x")
    assert (result.exit_code, "Traceback" in result.output) == (1, False)
    assert "skipped broken.html: unreadable" in result.stderr
