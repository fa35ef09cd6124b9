"""Records → FollowTheMoney entities: one JSON object a line, its properties lists of text.

Of each record an Event; of each article, when it is met first, an Article, which is the event's `proof`; of each actor
one entity with all that the records say of it, written at the end in the order of the ids (so memory grows with the
number of different actors and articles). FollowTheMoney knows no recipient: who does it stands in `organizer`, to whom
it is done in `involved`.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache

from dragoman.model.event import ArticleRef, EventRecord, Record
from dragoman.model.interval import Interval
from dragoman.ontology import plover
from dragoman.store import wording
from dragoman.store.export.base import AUXILIARY, Layout, Output, Tally
from dragoman.store.export.ftm_actors import Entity, Properties, actor, actor_id, alpha_2, entity, key, merged
from dragoman.store.export.telling import (
    certainty,
    events,
    headline,
    json_text,
    one_line,
    quad,
    scale,
    source,
    web_address,
)

_YEARS = range(1000, 3000)
"""Years that FollowTheMoney takes for dates."""
OPEN_OR_LONG = "/"
"""In EDTF: two days, or one and an open side."""
_KNOWN_DATES = frozenset({"given", "stated"})


def write(records: Iterable[Record], output: Output, tally: Tally) -> None:
    """Write events with their articles as they come, and the actors at the end."""
    articles, actors = set[str](), dict[str, Entity]()
    for record in events(records):
        if record.article.id not in articles:
            articles.add(record.article.id)
            _put(article(record.article), output, tally)
        _put(event(record), output, tally)
        for one in (*record.actor, *record.recipient):
            _keep(actor(one, record.article), actors)
    for name in sorted(actors):
        _put(actors[name], output, tally)


def event(record: EventRecord) -> Entity:
    """A record as an Event."""
    place = record.event_loc
    told = record.date_basis
    return entity(
        f"event-{record.id}",
        "Event",
        {
            "name": [headline(record)],
            "summary": [record.text],
            **dates(record.date, record.enddate),
            "organizer": [actor_id(one, record.article) for one in record.actor],
            "involved": [actor_id(one, record.article) for one in record.recipient],
            "location": [None if place is None else place.name],
            "country": [None if place is None else alpha_2(place.country)],
            "keywords": [*record.event, *record.mode, *record.context, *_quad(record)],
            "notes": list(_notes(record)),
            "description": [f"When: {wording.when(record)} ({told})" if record.edtf and told else None],
            "recordId": [record.id],
            "publisher": [record.article.publisher],
            "sourceUrl": [web_address(record.article.url)],
            "proof": [article_id(record.article)],
        },
    )


def dates(first: dt.date | None, last: dt.date | None) -> Properties:
    """A day, month or year as `date`; anything longer, or with an open side, as `startDate` and `endDate`.

    >>> dates(dt.date(2019, 5, 1), dt.date(2019, 5, 31)), dates(dt.date(2019, 5, 1), None)
    ({'date': ['2019-05']}, {'startDate': ['2019-05-01'], 'endDate': [None]})
    """
    start, end = _day(first), _day(last)
    if start is not None and end is not None:
        told = Interval.days(first, last).edtf
        if OPEN_OR_LONG not in told:
            return {"date": [told]}
    return {"startDate": [start], "endDate": [end]}


def article(told: ArticleRef) -> Entity:
    """An article as an Article."""
    day = _day(told.date) if told.date_basis in _KNOWN_DATES else None
    inferred = None if day is not None or told.date is None else f"Date inferred: {told.date_edtf or told.date}"
    return entity(
        article_id(told),
        "Article",
        {
            "name": [one_line(told.title) or told.id],
            "title": [told.title],
            "publisher": [told.publisher],
            "publishedAt": [day],
            "sourceUrl": [web_address(told.url)],
            "language": [_alpha_3(told.language)],
            "description": [inferred],
        },
    )


def article_id(told: ArticleRef) -> str:
    """The same for all records and revisions of an article."""
    return key("article", told.id)


def _quad(record: EventRecord) -> list[str]:
    code = quad(record)
    return [] if code is None else [plover.quads()[code]]


def _notes(record: EventRecord) -> Iterator[str]:
    yield f"Status: {certainty(record)}"
    yield f"According to: {source(record)}"
    score = scale(record)
    if score is not None:
        yield f"Scale: {score:g}"
    foreseen = wording.foreseen(record)
    if foreseen:
        yield f"Foresees: {foreseen}"


def _day(day: dt.date | None) -> str | None:
    return None if day is None or day.year not in _YEARS else day.isoformat()


@cache
def _alpha_3(language: str) -> str | None:
    import pycountry  # noqa: PLC0415 - its tables are read only when this layout is asked for

    found = pycountry.languages.get(alpha_2=language)
    return None if found is None else str(found.alpha_3)


def _keep(one: Entity, actors: dict[str, Entity]) -> None:
    known = actors.setdefault(one.id, one)
    if known != one:
        actors[one.id] = merged(known, one)


def _put(one: Entity, output: Output, tally: Tally) -> None:
    output.write(json_text(one) + b"\n")
    tally.rows += 1


LAYOUT = Layout(
    name="ftm",
    suffix=".ftm.json",
    means="FollowTheMoney entities, JSON lines",
    write=write,
    carries=frozenset({"undated", "no-recipient"}),
    takes=AUXILIARY,
)
