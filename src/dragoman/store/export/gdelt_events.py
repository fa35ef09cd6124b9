"""Events → GDELT 2.0's table of events: sixty-one columns parted by tabs, no header, a row for each pair of actors."""

from collections.abc import Iterable, Iterator

from dragoman.model.event import EventLoc, EventRecord, Record
from dragoman.ontology.countries import country_name
from dragoman.store.export.base import AUXILIARY, Layout, Output, Tally
from dragoman.store.export.dyads import Dyad, classed, dyads, root, score
from dragoman.store.export.gdelt import Actor, actor, fips, fraction, midnight
from dragoman.store.export.places import state
from dragoman.store.export.rows import Cell, Table, digits

_ACTOR = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
_PLACE = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID"
COLUMNS: tuple[str, ...] = (
    *["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"],
    *(f"Actor{n}{name}" for n in (1, 2) for name in _ACTOR.split()),
    *["IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"],
    *["NumMentions", "NumSources", "NumArticles", "AvgTone"],
    *(f"{of}Geo_{name}" for of in ("Actor1", "Actor2", "Action") for name in _PLACE.split()),
    *["DATEADDED", "SOURCEURL"],
)
"""Names of the columns, which the file itself does not tell."""
LEAD = 3
"""Sentences, the headline among them, in which an act counts as what the report is about (IsRootEvent).

GDELT asks for the lead paragraph; records do not tell paragraphs.
"""
BASE = 3
"""Digits of a code's base."""
PLACES = len(_PLACE.split())
COUNTRY, US_STATE, US_CITY, CITY, REGION = range(1, 6)
"""GDELT's kinds of places."""
POINT = 4
"""Our resolution from which a place is a city or a site in one."""


def write(records: Iterable[Record], output: Output, tally: Tally) -> None:
    """Write a row for each pair."""
    table = Table(output, tally)
    for row in dyads(records, tally):
        table.row(_cells(row))


def _cells(row: Dyad) -> Iterator[Cell]:
    record, day = row.record, digits(row.day)
    yield from (row.number, day, day[:6], day[:4], fraction(row.day))
    yield from _actor(actor(row.source, row.day))
    yield from _actor(actor(row.target, row.day))
    quad = classed(row)
    yield from (int(record.sentence < LEAD), row.code, row.code[:BASE], root(row.code))
    yield from (None if quad is None else quad.gdelt, score(row), mentions(record), 1, 1, None)
    yield from (None,) * (2 * PLACES)
    yield from (None,) * PLACES if record.event_loc is None else _place(row, record.event_loc)
    yield from (midnight(record.article.date), record.article.url)


def _actor(one: Actor) -> Iterator[Cell]:
    yield from (one.code, one.name, one.country, one.group, None, None, None, *one.types)


def mentions(record: EventRecord) -> int:
    """How often the article tells it: its own sentence, and words elsewhere that tell it again."""
    return 1 + sum(not span.meets(record.text_span) for span in record.evidence.event)


def _place(row: Dyad, place: EventLoc) -> Iterator[Cell]:
    parts = (place.name, place.admin1, country_name(state(place)))
    whole = ", ".join(dict.fromkeys(part for part in parts if part))
    code = fips(place.country, place.admin1, row.day)
    yield from (_kind(place), whole, code, code if place.resolution == 1 else None, None, place.lat, place.lon, None)


def _kind(place: EventLoc) -> int | None:
    """What GDELT calls such a place; seas and straits are none of its kinds."""
    if place.country is None:
        return None
    if place.resolution == 1:
        return COUNTRY
    american = place.country == "USA"
    if place.resolution >= POINT:
        return US_CITY if american else CITY
    return US_STATE if american else REGION


LAYOUT = Layout(
    name="gdelt-events",
    suffix=".export.CSV",
    means="GDELT 2.0 events, 61 columns parted by tabs, no header, a row for each pair",
    write=write,
    carries=frozenset({"no-recipient"}),
    takes=AUXILIARY | {"undated"},
)
