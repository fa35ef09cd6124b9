"""A desk's worth of small records, drawn once, in which every key of the query language has values and gaps."""

import datetime as dt
import random
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from dragoman.model.article import Article
from dragoman.model.event import ActorRef, EventLoc, Record
from dragoman.model.ids import ArticleId, EntityId, RecordId
from dragoman.model.interval import Interval
from dragoman.model.span import Span
from dragoman.ontology import plover
from dragoman.store.desk.base import Coding, Desk, StoredArticle
from dragoman.store.desk.ids import DerivedId
from dragoman.store.desk.values import Derived
from dragoman.store.find.keys import terms
from tests import factory
from tests.store.desk.codings import NOON, RUN
from tests.store.find.strategies import CODES, IDS, WORDS

ARTICLES, RECORDS = 24, 12
DAYS = ("2018-12-31", "2019-05-01", "2019-05-02", "2019-05-31", "2019-06-03")
PUBLISHERS = (None, "Oil & Exports", "The Envoy", "the met")
_T = TypeVar("_T")


def fill(desk: Desk) -> None:
    """Add the articles, an older revision of one, and happenings over some of the records."""
    chance = random.Random(7)
    made = [_coding(chance, number) for number in range(ARTICLES)]
    older = _coding(chance, 0, hour=1)
    ids = [record.id for coding in made for record in coding.records]
    with desk.writer() as writer:
        for coding in (*made, older):
            writer.add(coding)
        writer.derive("happening", [_happening(name, chance.sample(ids, 9)) for name in IDS])


def _coding(chance: random.Random, number: int, hour: int = 12) -> Coding:
    text = " ".join(f"{_sentence(chance)} told{n}." for n in range(RECORDS))
    name = IDS[number] if number < len(IDS) else f"article {number}"
    date = chance.choice((None, *DAYS))
    report = factory.article(f"{text} {number} {hour}", date, id=ArticleId(name), publisher=chance.choice(PUBLISHERS))
    records = tuple(_record(chance, report, n) for n in range(RECORDS))
    stored = StoredArticle(article=report, seen=NOON.replace(hour=hour), length=len(report.text))
    return Coding(stored=stored, run=RUN, records=records)


def _happening(name: str, members: Sequence[RecordId]) -> Derived:
    return Derived(kind="happening", id=DerivedId(name), members=tuple(members), body="{}")


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=5)).capitalize()


def _record(chance: random.Random, report: Article, number: int) -> Record:
    word = f"told{number}"
    shared = _shared(chance)
    kind = chance.choice(("event", "event", "event", "statement", "figure"))
    if kind == "statement":
        speaker, about = _some(chance, _parties(chance)), _some(chance, _parties(chance))
        return factory.statement(report, word, word, speaker=speaker, about=about, **shared)
    if kind == "figure":
        return factory.figure(report, word, 5.3, "barrel", source_of=chance.choice((None, *_parties(chance))), **shared)
    kind_of_event = _term(chance, "type")
    return replace(factory.event(report, word, kind_of_event), **shared, **_event(chance, kind_of_event))


def _event(chance: random.Random, kind: str) -> dict[str, Any]:
    return {
        "mode": _some(chance, plover.types()[kind].modes)[:1],
        "context": _some(chance, terms("context").values()),
        "quad_code": chance.choice((None, 1, 2, 3, 4)),
        "cameo": chance.choice((None, "04", "042", "138", "none")),
        "phase": chance.choice((None, "scheduled", "cancelled")),
        "actor": _some(chance, _parties(chance)),
        "recipient": _some(chance, _parties(chance)),
    }


def _shared(chance: random.Random) -> dict[str, Any]:
    days = _days(chance)
    report = factory.article("met")
    kinds = _some(chance, terms("source").values())
    sources = tuple(factory.source(report, "met", "met", kind=kind, factuality="PR+") for kind in kinds)
    return {
        "auxiliary": _some(chance, terms("auxiliary").values()),
        "factuality": _term(chance, "factuality"),
        "date": days.start,
        "enddate": days.last,
        "event_loc": _place(chance),
        "attribution": sources,
        "confidence": chance.choice((0.0, 0.25, 0.5, 0.8, 1.0)),
    }


def _days(chance: random.Random) -> Interval:
    """One day, several, open on a side, or none told."""
    first, last = sorted(dt.date.fromisoformat(chance.choice(DAYS)) for _ in range(2))
    day = Interval.day(first)
    return chance.choice((day, day, Interval.days(first, last), Interval(first), Interval(None, day.end), Interval()))


def _parties(chance: random.Random) -> tuple[ActorRef, ...]:
    return tuple(_party(chance) for _ in range(2))


def _party(chance: random.Random) -> ActorRef:
    code = chance.choice((None, *CODES))
    name = " ".join(chance.choices(WORDS, k=2)).title()
    return ActorRef(
        raw_text=name,
        span=Span(0, 1),
        entity_id=EntityId("state:IRN" if code == "IRN" else f"test:{name}"),
        entity_name="Abe of Iran" if code == "IRN" else name,
        code=code,
        sector_code=chance.choice((None, "GOV", "MIL")),
        other_sector_codes=_some(chance, ("MIL", "SPY")),
    )


def _place(chance: random.Random) -> EventLoc | None:
    if chance.random() < 0.3:
        return None
    name = " ".join(chance.choices(WORDS, k=2)).title()
    country = chance.choice((None, *CODES))
    nowhere: dict[str, Any] = {
        "admin1": None,
        "admin2": None,
        "lat": None,
        "lon": None,
        "geonameid": None,
        "resolution": 4,
    }
    return EventLoc(raw_text=name, span=Span(0, 1), name=name, feature="city", country=country, **nowhere)


def _term(chance: random.Random, key: str) -> str:
    return chance.choice(tuple(terms(key).values()))


def _some(chance: random.Random, things: Iterable[_T]) -> tuple[_T, ...]:
    """None, one or two of some things."""
    found = tuple(things)
    return tuple(chance.sample(found, min(len(found), chance.choice((0, 1, 1, 2)))))
