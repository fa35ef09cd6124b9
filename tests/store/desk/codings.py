"""Codings for tests in one line each: short reports with their records, as a run hands them to a desk."""

import datetime as dt

from msgspec.structs import replace

from dragoman.model import ids
from dragoman.model.because import Issue
from dragoman.model.event import Record
from dragoman.model.ids import ArticleId
from dragoman.store.desk.base import Coding, Desk, StoredArticle
from dragoman.store.desk.values import Run, Told
from tests import factory

RUN = Run(coder="dragoman test", models=("typer 1",), settings=(("model", "True"),))
BETTER = Run(coder="dragoman better")
NOON = dt.datetime(2019, 12, 20, 12, tzinfo=dt.UTC)
VISIT = "Rouhani met Abe in Tokyo on Friday. He said talks would go on."
MERKEL = "Trump called Abe on Monday. Officials in Tokyo said nothing."


def coding(name: str, text: str = VISIT, hour: int = 12, **fields: object) -> Coding:
    """A report under a name, seen at an hour, coded as what its first verb tells."""
    report = factory.article(text, id=ArticleId(name), publisher="The Daily Example", title="Talks held")
    made = Coding(
        stored=StoredArticle(article=report, seen=NOON.replace(hour=hour), length=len(text)),
        run=RUN,
        records=records(text, name),
        issues=(Issue(stage="resolve", reason="ambiguous-name", detail="which one is meant"),),
        told=(Told(key="CONSULT person:abe IRN", day=dt.date(2019, 12, 20), body='{"a":1}'),),
    )
    return replace(made, **fields)


def records(text: str, name: str) -> tuple[Record, ...]:
    """Two records: an event of the first verb, and a statement of the last words of a text."""
    report = factory.article(text, id=ArticleId(name), publisher="The Daily Example", title="Talks held")
    who, verb, whom, *_, last = text.split()
    return (
        factory.event(report, verb, parties=([who], [whom]), mode=("visit",), context=("diplomatic",), quad_code=1),
        factory.statement(report, "said", last, attribution=(factory.source(report, whom),)),
    )


def recoded(made: Coding, **fields: object) -> Coding:
    """The same by a better coder, its first record with other fields."""
    first, *others = made.records
    return replace(made, run=BETTER, records=(replace(first, coder="dragoman better", **fields), *others))


def of(made: Coding, text: str, hour: int) -> Coding:
    """Another text of the same article."""
    return coding(made.stored.article.id, text, hour)


def add(desk: Desk, *made: Coding) -> list[str]:
    """Add codings in one step."""
    with desk.writer() as writer:
        return [writer.add(one) for one in made]


def dump(desk: Desk) -> list[bytes]:
    """All that a desk holds."""
    with desk.view() as view:
        return list(view.dump())


def faults(desk: Desk) -> list[str]:
    """The kinds of all that is wrong in a desk, and where."""
    with desk.view() as view:
        return [f"{one.kind}: {one.where}: {one.detail}" for one in view.verify()]


def revision(made: Coding) -> str:
    """The hash of a coding's text."""
    return ids.revision(made.stored.article.text)
