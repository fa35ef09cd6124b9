"""Articles with records that nobody wrote, as many as are asked for: the same for the same number and seed, streamed.

Frequencies are made up after what news looks like: a few countries, publishers and words are in most records, most in
almost none; a report tells a dozen records, each resting on a sentence of its text; later years have more reports.
"""

import datetime as dt
import random
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from dragoman.model import ids
from dragoman.model.article import Article
from dragoman.model.event import (
    ActorRef,
    Anticipated,
    ArticleRef,
    Attribution,
    EventLoc,
    EventRecord,
    FigureRecord,
    Record,
    Size,
    SourceKind,
    StatementRecord,
)
from dragoman.model.ids import EntityId
from dragoman.model.interval import Interval
from dragoman.model.span import Span
from dragoman.ontology import plover
from dragoman.ontology.countries import countries

SEED = 20191220
RECORDS = 12
"""Records of an article on the average: the sample's articles give 11."""
FIRST, DAYS = dt.date(2005, 1, 1), 7300
"""Twenty years of reports."""
SEEN = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
"""When all of it was seen first."""
WORDS, PUBLISHERS, PERSONS = 30_000, 400, 5_000
STEEP = 1.05
"""How steeply frequency falls with rank (Zipf): that of words in newspapers."""
KINDS = {"event": 75, "statement": 18, "figure": 7}
TYPES = (
    *("CONSULT",) * 22,
    *("AGREE",) * 12,
    *("SUPPORT",) * 9,
    *("ACCUSE",) * 14,
    *("REQUEST",) * 9,
    *("REJECT",) * 5,
    *("ASSAULT",) * 9,
    *("COERCE",) * 7,
    *("SANCTION",) * 4,
    *("THREATEN",) * 3,
    *("MOBILIZE",) * 2,
    *("PROTEST",) * 2,
    *("COOPERATE", "AID", "RETREAT", "CONCEDE"),
)
SOURCES: tuple[SourceKind, ...] = ("named", "named", "named", "anonymous", "outlet", "document")
LASTING, SHARES = (1, 3, 30, 365, 0, None), (70, 3, 8, 3, 2, 14)
"""Days that acts last, 0 for an open end and None for no time at all, with how many in a hundred do."""
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we", "zi")


class Chances(NamedTuple):
    """Things to draw from, the frequent ones first, with their running shares."""

    things: tuple[str, ...]
    shares: tuple[float, ...]

    def of(self, chance: random.Random) -> str:
        """One of them."""
        return chance.choices(self.things, cum_weights=self.shares)[0]

    def some(self, chance: random.Random, count: int) -> list[str]:
        """So many of them."""
        return chance.choices(self.things, cum_weights=self.shares, k=count)


@cache
def falling(kind: str) -> Chances:
    """Countries, words, publishers or persons, in the order of their frequency."""
    things = tuple(_things(kind))
    shares, total = [], 0.0
    for rank in range(1, len(things) + 1):
        total += rank**-STEEP
        shares.append(total)
    return Chances(things, tuple(shares))


def _things(kind: str) -> list[str]:
    if kind == "country":
        return sorted(countries(), key=ids.revision)
    count = {"word": WORDS, "publisher": PUBLISHERS, "person": PERSONS}[kind]
    return [_name(number) for number in range(count)]


def _name(number: int) -> str:
    """A word for a number: no two have the same."""
    letters = ""
    number += len(SYLLABLES)
    while number > 0:
        number, rest = divmod(number, len(SYLLABLES))
        letters += SYLLABLES[rest]
    return letters


def articles(first: int, count: int, seed: int = SEED) -> Iterator[tuple[Article, tuple[Record, ...]]]:
    """Articles from a number on, each with its records; a part of the stream is the same as when all of it is made."""
    for number in range(first, first + count):
        yield article(number, seed)


def article(number: int, seed: int = SEED) -> tuple[Article, tuple[Record, ...]]:
    """The article of a number, with its records."""
    chance = random.Random(f"{seed} {number}")
    sentences = [_sentence(chance) for _ in range(chance.randint(RECORDS // 2, RECORDS + RECORDS // 2))]
    text = " ".join(sentences)
    spans: list[Span] = []
    for sentence in sentences:
        start = spans[-1].end + 1 if spans else 0
        spans.append(Span(start, start + len(sentence)))
    told = Article(
        id=ids.ArticleId(f"https://news.example/{number}"),
        revision=ids.revision(text),
        text=text,
        publisher=falling("publisher").of(chance).title(),
        url=f"https://news.example/{number}",
        title=sentences[0][:60],
        date=FIRST + dt.timedelta(days=int(DAYS * chance.random() ** 0.5)),
        date_basis="given",
    )
    return told, tuple(_record(chance, told, spans[n], n) for n in range(len(spans)))


def _sentence(chance: random.Random) -> str:
    return " ".join(falling("word").some(chance, chance.randint(14, 34))).capitalize() + "."


def _record(chance: random.Random, told: Article, where: Span, number: int) -> Record:
    kind = chance.choices(tuple(KINDS), tuple(KINDS.values()))[0]
    shared = _shared(chance, told, where, number, kind)
    if kind == "event":
        return EventRecord(**shared, **_event(chance, told, where))
    if kind == "statement":
        speaker, about = (_party(chance, told, where),), (_party(chance, told, where),)
        position = where.of(told.text)
        return StatementRecord(
            **shared, kind="said", speaker=speaker, about=about, position=position, position_span=where
        )
    value = float(chance.randint(1, 5000))
    return FigureRecord(**shared, measure="oil", value=value, unit="barrel", source_of=_party(chance, told, where))


def _shared(chance: random.Random, told: Article, where: Span, number: int, kind: str) -> dict[str, Any]:
    first = _first(told.text, where)
    return {
        "id": ids.record_id(told.id, told.revision, kind, first, 0),
        "article": _reference(told),
        "auxiliary": chance.choice(((),) * 8 + (("future",), ("negation",), ("historical",), ("hypothetical",))),
        "factuality": chance.choice(("CT+",) * 7 + ("U", "PR+", "PS+", "CT-")),
        **_days(chance, told),
        "event_loc": _place(chance, told, first) if chance.random() < 0.6 else None,  # noqa: PLR2004 - made up
        "attribution": (_source(chance, told, where),) if chance.random() < 0.4 else (),  # noqa: PLR2004 - made up
        "event_text": first.of(told.text),
        "event_span": first,
        "text": where.of(told.text),
        "text_span": where,
        "sentence": number,
        "confidence": round(chance.random(), 2),
        "coder": "dragoman generated",
    }


def _days(chance: random.Random, told: Article) -> dict[str, Any]:
    """When it was: mostly one day, often untold, at times within a month or year, or still going on."""
    day = (told.date or FIRST) - dt.timedelta(days=chance.choice((0, 0, 0, 1, 1, 2, 30, 400)))
    lasting = chance.choices(LASTING, SHARES)[0]
    if lasting is None:
        return {}
    days = Interval(day, None) if lasting == 0 else Interval.days(day, day + dt.timedelta(days=lasting - 1))
    return {"date": days.start, "enddate": days.last, "edtf": days.edtf, "date_basis": "relative"}


def _event(chance: random.Random, told: Article, where: Span) -> dict[str, Any]:
    name = chance.choice(TYPES)
    kind = plover.types()[name]
    modes = () if len(kind.modes) == 0 else (chance.choice(tuple(kind.modes)),)
    foreseen = Anticipated(event="CONSULT", mode=("visit",), edtf="2019-06", event_span=_first(told.text, where))
    return {
        "event": (name,),
        "mode": modes,
        "context": tuple(chance.sample(plover.contexts(), chance.choice((0, 1, 1, 2)))),
        "quad_code": kind.quad,
        "event_scale": plover.scale(name, modes),
        "phase": chance.choice((None, None, None, "scheduled", "completed")),
        "anticipates": (foreseen,) if name == "AGREE" else None,
        "actor": tuple(_party(chance, told, where) for _ in range(chance.choice((1, 1, 1, 2)))),
        "recipient": tuple(_party(chance, told, where) for _ in range(chance.choice((0, 1, 1, 1, 2)))),
        "size": Size(dead=chance.randint(1, 40)) if name == "ASSAULT" else Size(),
    }


def _party(chance: random.Random, told: Article, where: Span) -> ActorRef:
    code = falling("country").of(chance)
    person = chance.random() < 0.3  # noqa: PLR2004 - made up
    name = falling("person").of(chance).title() if person else countries()[code].name
    return ActorRef(
        raw_text=_first(told.text, where).of(told.text),
        span=_first(told.text, where),
        entity_id=EntityId(f"person:{name.lower()}" if person else f"country:{code}"),
        entity_name=name,
        country_name=countries()[code].name,
        code=code,
        sector_code=chance.choice(("GOV", "GOV", "GOV", "MIL", "REB", "LEG", "BUS")),
        role="minister" if person else None,
    )


def _place(chance: random.Random, told: Article, where: Span) -> EventLoc:
    code = falling("country").of(chance)
    capital = next(iter(countries()[code].capitals), countries()[code].name)
    return EventLoc(
        raw_text=where.of(told.text),
        span=where,
        name=capital,
        feature="city",
        admin1=None,
        admin2=None,
        country=code,
        lat=round(chance.uniform(-60, 70), 4),
        lon=round(chance.uniform(-180, 180), 4),
        geonameid=chance.randint(1, 10**7),
        resolution=4,
    )


def _source(chance: random.Random, told: Article, where: Span) -> Attribution:
    at = _first(told.text, where)
    entity = _party(chance, told, where)
    kind = chance.choice(SOURCES)
    return Attribution(
        kind=kind,
        raw_text=at.of(told.text),
        span=at,
        cue=at.of(told.text),
        cue_span=at,
        entity=entity if kind == "named" else None,
        factuality="CT+",
    )


def _first(text: str, where: Span) -> Span:
    """The first word of a sentence."""
    return Span(where.start, text.index(" ", where.start))


def _reference(told: Article) -> ArticleRef:
    return ArticleRef(
        id=told.id,
        revision=told.revision,
        publisher=told.publisher,
        url=told.url,
        title=told.title,
        language=told.language,
        date=told.date,
        date_basis=told.date_basis,
    )
