"""Records → PLOVER's exchange form: one JSON object a line with the field names of its manual, keys in a fixed order.

What the manual has no field for (who says so, how certain, what is foreseen) stands in one object, `dragoman`.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import msgspec

from dragoman.model.event import ActorRef, EventLoc, EventRecord, Record, Size
from dragoman.store.columns import parties
from dragoman.store.export.base import AUXILIARY, Layout, Output, Tally, Write
from dragoman.store.lines import line
from dragoman.store.status import status, told_factuality

CODEBOOK = "PLOVER 0.9"
"""The draft whose types and modes are coded."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A line: the manual's fields, and ours in `dragoman`; coded_date stays empty, as no clock is asked."""

    id: str
    has_event: bool
    date: dt.date | None
    enddate: dt.date | None
    actor: list[dict[str, Any]]
    recipient: list[dict[str, Any]]
    event: tuple[str, ...]
    mode: tuple[str, ...]
    context: tuple[str, ...]
    event_loc: dict[str, Any] | None
    event_text: str
    quad_code: int | None
    event_scale: float | None
    link: str | None
    text: str
    text_info: dict[str, int]
    cite_info: dict[str, Any]
    coder: str
    coded_date: None
    size: Size | None
    dragoman: dict[str, Any]


ELSEWHERE = frozenset({*Told.__struct_fields__, "coder"}) - {"dragoman", "link"}
"""Fields of a record that stand in the manual's; all others are kept in ours, so that nothing is lost."""


def writer(happenings: Mapping[str, str]) -> Write:
    """A writer that fills `link` with the happening that a record tells."""

    def write(records: Iterable[Record], output: Output, tally: Tally) -> None:
        """Write one line for each record."""
        for record in records:
            output.write(line(told(record, happenings.get(record.id))))
            tally.rows += 1

    return write


def told(record: Record, link: str | None = None) -> Told:
    """A record in PLOVER's fields; a statement or figure has no event, and the ends of a figure stand as its sides."""
    actors, recipients = parties(record)
    event = record if isinstance(record, EventRecord) else None
    scored = event if event is not None and "negation" not in event.auxiliary else None
    return Told(
        id=record.id,
        has_event=event is not None,
        date=record.date,
        enddate=record.enddate,
        actor=[_entity(one) for one in actors],
        recipient=[_entity(one) for one in recipients],
        event=() if event is None else event.event,
        mode=(*(() if event is None else event.mode), *record.auxiliary),
        context=() if event is None else event.context,
        event_loc=None if record.event_loc is None else _location(record.event_loc),
        event_text=record.event_text,
        quad_code=None if scored is None else scored.quad_code,
        event_scale=None if scored is None else scored.event_scale,
        link=link,
        text=record.text,
        text_info={"sequence": record.sentence, "start": record.text_span.start, "end": record.text_span.end},
        cite_info=_cited(record),
        coder=record.coder,
        coded_date=None,
        size=None if event is None else event.size,
        dragoman=_ours(record),
    )


def _entity(one: ActorRef) -> dict[str, Any]:
    return {
        "code": one.code,
        "sector": [code for code in (one.sector_code, *one.other_sector_codes) if code is not None],
        "entity_text": one.raw_text,
        "identifier_id": one.wikidata_id,
        "identifier_text": one.entity_name,
        "office": one.role,
        "entity_id": one.entity_id,
        "country_name": one.country_name,
        "start": one.span.start,
        "end": one.span.end,
    }


def _location(place: EventLoc) -> dict[str, Any]:
    return {
        "search_name": place.raw_text,
        "start_char": place.span.start,
        "end_char": place.span.end,
        "name": place.name,
        "feature": place.feature,
        "admin1_name": place.admin1,
        "admin2_name": place.admin2,
        "country_code3": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "geonameid": place.geonameid,
        "resolution": place.resolution,
    }


def _cited(record: Record) -> dict[str, Any]:
    article = record.article
    day = None if article.date is None else article.date.isoformat()
    return {
        "citation": ", ".join(part for part in (article.publisher, article.title, day) if part) or None,
        "url": article.url,
        "title": article.title,
        "language": article.language,
        "publication": article.publisher,
        "coder": record.coder,
        "codebook": CODEBOOK,
        "version": record.schema_version,
    }


def _ours(record: Record) -> dict[str, Any]:
    """All other fields of the record, under their own names."""
    whole: dict[str, Any] = msgspec.to_builtins(record)
    return {"status": status(record), "told_factuality": told_factuality(record)} | {
        name: value for name, value in whole.items() if name not in ELSEWHERE
    }


LAYOUT = Layout(
    name="plover",
    suffix=".jsonl",
    means="PLOVER's exchange form, JSON lines",
    write=writer({}),
    carries=AUXILIARY | {"undated"},
    takes=frozenset({"statements", "figures", "no-recipient"}),
)


def linked(happenings: Mapping[str, str]) -> Layout:
    """The layout with `link` filled.

    Args:
        happenings: Name of the happening that a record tells, by the record's id; records of one happening share it.
    """
    return replace(LAYOUT, write=writer(happenings))
