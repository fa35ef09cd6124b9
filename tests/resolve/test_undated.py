"""When an undated article was written: our own reports, single clues, and laws that every result keeps."""

import datetime as dt
import functools
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.parsing import annotated, article
from tests.steps import counted

from dragoman import extract, pipeline, resolve
from dragoman.model.dating import Dating
from dragoman.settings import Settings
from dragoman.store import parties

REPORTS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "undated_reports.yaml").read_text())
"""Committed before the code that dates them."""
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
seeds = pytest.mark.skipif(not SEEDS.exists(), reason="the two first reports are not beside the project")


@functools.cache
def dated(text: str) -> Dating:
    return resolve.dating(next(resolve.articles([annotated(text, None)])))


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report["name"])
def test_the_interval_holds_the_day_that_a_report_is_written_for(report: dict[str, Any]) -> None:
    """Where nothing tells, no days are claimed."""
    found = dated(report["text"])
    assert found.interval is not None
    assert found.interval.start is not None
    assert found.interval.end is not None
    assert found.interval.start <= report["date"] < found.interval.end
    assert found.claimed == (report["width"] is not None)


def test_reports_of_different_stories_leave_each_other_alone() -> None:
    """All of them undated in one run are dated as each is alone."""
    resolved = [next(resolve.articles([annotated(report["text"], None)])) for report in REPORTS]
    coded = [next(extract.records([one])) for one in resolved]
    kin = resolve.Kin()
    for one in coded:
        kin.add(parties.likeness(one), resolve.voice(one.resolved))
    together = [resolve.dating(one.resolved, kin=kin.clues(parties.likeness(one))) for one in coded]
    assert together == [dated(report["text"]) for report in REPORTS]


def test_reports_are_dated_as_near_as_we_hoped() -> None:
    """The widths and distances written down beforehand; those that are missed are told in docs/dating.md."""
    hoped = [(dated(report["text"]), report) for report in REPORTS if report["width"] is not None]
    near = [r["name"] for found, r in hoped if found.best and abs((found.best - r["date"]).days) <= r["near"]]
    narrow = [
        r["name"]
        for found, r in hoped
        if found.interval and found.interval.start and found.interval.end
        if (found.interval.end - found.interval.start).days <= r["width"]
    ]
    assert len(near) >= 3, near
    assert len(narrow) >= 2, narrow


@pytest.mark.parametrize(
    "text, first, last",
    [
        ("The treaty was signed on 4 July 2011. It will be in force from 1 January 2012.", "2011-07-04", "2012-01-01"),
        ("President Barack Obama said Prime Minister David Cameron was a friend.", "2010-05-01", "2016-07-31"),
        ("Soviet troops left Kabul yesterday, 15 February 1989, the ministry said.", "1989-02-16", "1989-02-16"),
        ("Former President Jimmy Carter met Soviet leader Mikhail Gorbachev.", "1985-03-01", "1991-12-31"),
    ],
)
def test_the_best_day_lies_where_the_words_say(text: str, first: str, last: str) -> None:
    """Offices, full dates on both sides, relative times beside dates."""
    best = dated(text).best
    assert best is not None
    assert dt.date.fromisoformat(first) <= best <= dt.date.fromisoformat(last)


def test_a_weekday_with_its_date_leaves_the_years_in_which_it_fits() -> None:
    """12 June was a Friday in 2009, 2015, 2020 …; between two dates with years only one is left."""
    text = "The court will rule on Friday, June 12. It was asked in March 2013, and the law ends in December 2016."
    found = dated(text)
    assert found.best is not None
    assert (found.best.year, found.best <= dt.date(2015, 6, 12)) == (2015, True)


def test_the_tense_of_a_public_event_tells_the_side() -> None:
    """Games that are to come are told earlier than games that are over."""
    ahead = dated("Athletes will go to the Paris Olympics. The Paris Olympics will be a feast.").best
    over = dated("Athletes came home from the Paris Olympics. The Paris Olympics were a feast.").best
    assert ahead is not None
    assert over is not None
    assert dt.date(2024, 1, 1) < ahead < over < dt.date(2024, 12, 31)


def test_every_clue_points_at_its_words() -> None:
    """Spans lie in the text, effects between -1 and 1, the most telling clue first."""
    for report in REPORTS:
        found = dated(report["text"])
        assert all(0 <= clue.span.start <= clue.span.end <= len(report["text"]) for clue in found.clues)
        assert [clue.effect for clue in found.clues] == sorted((c.effect for c in found.clues), reverse=True)
        assert all(-1 <= clue.effect <= 1 for clue in found.clues)


def test_a_text_without_any_clue_is_not_dated() -> None:
    """No interval, no day, no confidence."""
    assert dated("Rain fell on the hills.") == Dating()


def test_long_runs_of_dates_take_linear_steps() -> None:
    """Four times the dates take no more than some four times the steps."""
    steps = []
    for count in (50, 200):
        text = " ".join(f"It rained on {1 + n % 28} May {1980 + n % 40}, on Friday and in June." for n in range(count))
        one = next(resolve.articles([annotated(text, None)]))
        steps.append(counted(functools.partial(resolve.dating, one)))
    assert steps[1] < 5 * steps[0]


def test_an_undated_article_is_coded_on_its_days() -> None:
    """The record says that the date is inferred, among which days, and its own date is as wide as those leave it."""
    report = REPORTS[0]
    item = next(pipeline.waves([article(report["text"], None)], Settings()))
    days = dated(report["text"]).interval
    assert days is not None
    assert (item.article.date_basis, item.article.date_edtf) == ("inferred", days.edtf)
    assert [issue.reason for issue in item.issues if issue.reason == "inferred-date"] == ["inferred-date"]
    assert any("~" in (event.edtf or "") for event in item.events)
    again = next(pipeline.waves([article(report["text"], None)], Settings()))
    assert again.events == item.events


@pytest.mark.gold
@seeds
def test_the_second_report_is_dated_by_itself() -> None:
    """It was written on Sunday 2 June 2019."""
    ((_, found),) = pipeline.datings([SEEDS / "002_62fcb64d888e6311.txt"])
    assert found is not None
    assert found.interval is not None
    assert found.interval.start is not None
    assert found.interval.end is not None
    assert found.interval.start <= dt.date(2019, 6, 2) < found.interval.end
    assert (found.interval.end - found.interval.start).days <= 31
    assert found.best == dt.date(2019, 6, 2)


@pytest.mark.gold
@seeds
def test_the_second_report_is_dated_nearer_beside_the_first() -> None:
    """The first one tells of the journey that the second one foresees."""
    (_, nothing), (_, found) = pipeline.datings([SEEDS])
    assert nothing is None
    assert found is not None
    assert found.best == dt.date(2019, 6, 2)
    assert "run" in {clue.kind for clue in found.clues}
