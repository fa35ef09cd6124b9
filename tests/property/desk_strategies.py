"""Reports, codings, judgements, derived entries and what is done with a desk: shared by the laws of the store."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from benchmarks import generated
from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman.model import ids
from dragoman.model.article import Article
from dragoman.model.event import Record
from dragoman.model.ids import ArticleId
from dragoman.store.desk.base import Coding, StoredArticle, Writer
from dragoman.store.desk.coding import withheld
from dragoman.store.desk.ids import DerivedId
from dragoman.store.desk.values import Derived, Judgement, Run, judged

RUN, BETTER = Run(coder="one"), Run(coder="two", models=("typer 2",))
NAMES = ("a", "b", "c")
DAY = dt.datetime(2019, 12, 20, tzinfo=dt.UTC)
ODD = st.text(st.one_of(st.characters(), st.sampled_from("\x00\ud83d\udc4d\"'%_|;")), max_size=8)
HOURS = st.integers(0, 3)
SENTENCES = 2


def generated_coding(number: int, name: str, hour: int, publisher: str | None = None) -> Coding:
    """The beginning of a generated report under a name, with the records of its first sentences."""
    told, records = generated.article(number)
    text = told.text[: records[SENTENCES - 1].text_span.end]
    report = replace(told, id=ArticleId(name), revision=ids.revision(text), text=text, publisher=publisher)
    stored = StoredArticle(article=report, seen=DAY.replace(hour=hour), length=len(text))
    return Coding(stored=stored, run=RUN, records=tuple(_moved(record, report) for record in records[:SENTENCES]))


def _moved(record: Record, report: Article) -> Record:
    """A record as one of another article."""
    kind = type(record).__name__.removesuffix("Record").lower()
    name = ids.record_id(report.id, report.revision, kind, record.event_span, 0)
    article = replace(record.article, id=report.id, revision=report.revision, publisher=report.publisher)
    return replace(record, id=name, article=article)


def recoded(made: Coding, kept: int) -> Coding:
    """The same by another run: fewer records, and the first with another factuality."""
    records = tuple(
        replace(one, factuality="PS-") if place == 0 else one for place, one in enumerate(made.records[:kept])
    )
    return replace(made, run=BETTER, records=records)


CODINGS = st.builds(
    generated_coding,
    st.integers(0, 4),
    st.sampled_from(NAMES),
    HOURS,
    st.one_of(st.none(), ODD),
)
RECORDS = st.builds(lambda made, place: made.records[place], CODINGS, st.integers(0, SENTENCES - 1))


@st.composite
def judgements(draw: st.DrawFn, made: Iterable[Coding]) -> Judgement:
    """A judgement on one or two records of codings."""
    records = [record for one in made for record in one.records]
    on = draw(st.lists(st.sampled_from(records), min_size=1, max_size=2, unique_by=lambda one: one.id))
    return judged(*on, kind="record", verdict="right", by=draw(st.sampled_from(("Ann", "Ben"))), at=DAY)


@st.composite
def entries(draw: st.DrawFn, made: Iterable[Coding]) -> list[Derived]:
    """Happenings that rest on records of codings."""
    names = sorted({record.id for one in made for record in one.records})
    members = st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True)
    drawn = draw(st.lists(members, max_size=3))
    return [
        Derived(kind="happening", id=DerivedId(f"h{number}"), members=tuple(one), body="{}")
        for number, one in enumerate(drawn)
    ]


Step = tuple[str, Any]
"""What is done with a writer: the name of its method, and with what."""


@st.composite
def steps(draw: st.DrawFn) -> list[Step]:
    """A short history of a desk."""
    made = draw(st.lists(CODINGS, min_size=1, max_size=3))
    some = st.sampled_from(made)
    step: st.SearchStrategy[Step] = st.one_of(
        st.tuples(st.just("add"), some),
        st.tuples(st.just("add"), some.map(withheld)),
        st.tuples(st.just("recode"), st.builds(recoded, some, st.integers(0, SENTENCES))),
        st.tuples(st.just("remove"), st.sampled_from(NAMES)),
        st.tuples(st.just("judge"), judgements(made)),
        st.tuples(st.just("derive"), entries(made)),
        st.tuples(st.just("commit"), st.none()),
    )
    return [("add", made[0]), *draw(st.lists(step, max_size=6))]


def do(writer: Writer, step: Step) -> object:
    """Do a step; gives what the writer says."""
    name, told = step
    if name == "commit":
        writer.commit()
        return None
    if name == "derive":
        writer.derive("happening", told)
        return None
    return getattr(writer, name)(told)
