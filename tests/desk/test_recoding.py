"""Another coder's records take the place of the old ones; what was judged stays judged."""

import datetime as dt

from dragoman.desk import Options, Recoding, add
from dragoman.model.ids import ArticleId
from dragoman.settings import Settings
from dragoman.store.desk.base import Desk
from dragoman.store.desk.values import judged
from tests.desk.conftest import Reports, dump, modes

NEWS = (("one", "2019-06-13", "Abe met Rouhani."), ("two", "2019-12-20", "It rained."), ("three", None, "They met."))
OTHER = Settings(lead=1)


def test_what_changes_is_told_and_written(desk: Desk, reports: Reports) -> None:
    """Articles with a date first; those that stay as they were are told with no change."""
    add(desk, [reports("news", *NEWS)])
    done = list(Recoding(desk, OTHER).work())
    assert [(one.article.id, [change.fields for change in one.changes]) for one in done[:2]] == [
        ("one", [("mode",)]),
        ("two", []),
    ]
    assert done[2].article.date_basis == "inferred"
    assert modes(desk) == [("visit",), ("visit",)]


def test_a_dry_run_writes_nothing(desk: Desk, reports: Reports) -> None:
    """It tells the same."""
    add(desk, [reports("news", *NEWS)])
    before = dump(desk)
    told = list(Recoding(desk, OTHER, dry_run=True).work())
    assert dump(desk) == before
    assert list(Recoding(desk, OTHER).work()) == told


def test_what_the_coder_did_itself_is_passed_over(desk: Desk, reports: Reports) -> None:
    """A work that was broken off goes on: here after one of three."""
    add(desk, [reports("news", *NEWS)])
    some = Recoding(desk, OTHER, batch=1).work()
    next(some)
    del some  # as an interruption would
    left = Recoding(desk, OTHER)
    assert (left.plan.done, left.plan.articles) == (1, 2)
    assert (len(list(left.work())), Recoding(desk, OTHER).plan.articles) == (2, 0)


def test_judgements_survive(desk: Desk, reports: Reports) -> None:
    """They hang on where a record stands."""
    add(desk, [reports("news", *NEWS)])
    at = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    with desk.view() as view, desk.writer() as writer:
        record = next(view.records(ArticleId("one")))
        writer.judge(judged(record, kind="record", verdict="right", by="somebody", at=at))
    list(Recoding(desk, OTHER).work())
    with desk.view() as view:
        assert [one.verdict for one in view.judgements(record.id)] == ["right"]
        assert view.record(record.id) != record


def test_articles_without_a_text_stay_as_they_are(desk: Desk, reports: Reports) -> None:
    """There is nothing to code."""
    add(desk, [reports("news", *NEWS)], options=Options(keep_text=False))
    before = dump(desk)
    work = Recoding(desk, OTHER)
    assert (list(work.work()), work.plan.without_text) == ([], 3)
    assert dump(desk) == before
