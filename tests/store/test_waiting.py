"""Articles without a date wait in order; what the dated ones tell of the same parties and names is found again."""

import datetime as dt

from msgspec import structs

from dragoman import extract, resolve
from dragoman.model.article import Article
from dragoman.model.event import ActorRef
from dragoman.model.ids import EntityId
from dragoman.store import Waiting
from tests import factory
from tests.parsing import annotated

DATED = factory.article("Abe met Rouhani in Tehran.", "2019-06-12")
UNDATED = factory.article("Abe will meet Rouhani in Tehran.", None)


def person(report: Article) -> ActorRef:
    return factory.party(report, "Abe", entity_id=EntityId("person:shinzo-abe"))


def state(report: Article) -> ActorRef:
    return factory.party(report, "Tehran", entity_id=EntityId("state:IRN"))


def test_dated_articles_pass_and_others_wait_in_order() -> None:
    """Also texts with halves of surrogate pairs."""
    every = [factory.article(f"One {n} \ud800.", "2019-06-12" if n % 2 else None) for n in range(5)]
    with Waiting() as waiting:
        assert list(waiting.dated(every)) == every[1::2]
        assert list(waiting.undated()) == every[::2]


def test_the_same_parties_and_type_are_found_again() -> None:
    """Under their type, the person of the one side and the country of the other."""
    day = dt.date(2019, 6, 12)
    told = factory.event(DATED, "met", actor=(person(DATED),), recipient=(state(DATED),), date=day, enddate=day)
    own = factory.event(UNDATED, "meet", actor=(person(UNDATED),), recipient=(state(UNDATED),), auxiliary=("future",))
    with Waiting() as waiting:
        waiting.tell(factory.coded(DATED, told))
        run = waiting.shared(factory.coded(UNDATED, own))
    assert [(act.foreseen, [one.days.edtf for one in act.told]) for act in run.acts] == [(True, ["2019-06-12"])]
    assert run.days == ((dt.date(2019, 6, 10), 1),)


def test_words_of_several_dated_articles_are_counted_by_month() -> None:
    """A word that one article alone has tells of no habit."""
    dated = [
        annotated(text, day) for text, day in (("The ferry sank.", "2019-06-12"), ("A ferry burnt.", "2019-06-13"))
    ]
    coded = [next(extract.records(resolve.articles([one]))) for one in (*dated, annotated("No ferry sank.", None))]
    with Waiting() as waiting:
        for one in coded[:2]:
            waiting.tell(one)
        run = waiting.shared(coded[2])
    assert run.words == (((dt.date(2019, 6, 1), 2),),)


def test_what_was_read_of_an_article_without_a_date_is_kept_whole() -> None:
    """Its layers, what dated ones tell of it, and by what it is like others; also a file name of halves of pairs."""
    texts = ("Abe will meet Rouhani in Tehran on Friday.", "A ferry sank.")
    layers = [annotated(text, None) for text in texts]
    layers[1] = structs.replace(layers[1], article=structs.replace(layers[1].article, path="\ud800.txt"))
    coded = [next(extract.records(resolve.articles([one]))) for one in layers]
    with Waiting() as waiting:
        waiting.tell(factory.coded(DATED))
        for one in coded:
            waiting.keep(one)
        kept = list(waiting.kept())
        assert [one.annotated for one in kept] == layers
        assert [one.run for one in kept] == [waiting.shared(one) for one in coded]
    assert [one.like.words[-1] for one in kept] == ["friday", "sank"]
