"""Events → POLECAT's layout: a header and forty columns parted by tabs, `None` for what is missing, `;` in lists."""

from collections.abc import Callable, Iterable

from dragoman.model.event import ActorRef, EventRecord, Record
from dragoman.ontology import plover
from dragoman.store.export import codes
from dragoman.store.export.base import AUXILIARY, Layout, Output, Tally
from dragoman.store.export.dyads import note_days
from dragoman.store.export.places import city, state
from dragoman.store.export.rows import Cell, Table
from dragoman.store.export.telling import quad, scale

MISSING = "None"
Take = Callable[[EventRecord, Table], Cell]
Side = Callable[[EventRecord], tuple[ActorRef, ...]]


def _each(side: Side, value: Callable[[ActorRef], str | None]) -> Take:
    """One item for each party, in the order of the parties."""
    return lambda record, table: table.listed(value(one) for one in side(record))


def _party(name: str, side: Side) -> dict[str, Take]:
    return {
        f"{name} Name": _each(side, lambda one: one.entity_name),
        f"{name} Country": _each(side, lambda one: one.code),
        f"{name} COW": lambda record, table: table.listed(_cow(record, one) for one in side(record)),
        f"Primary {name} Sector": _each(side, lambda one: one.sector_code),
        f"{name} Sectors": lambda record, table: table.listed(_sectors(side(record))),
        f"{name} Title": _each(side, lambda one: one.role),
        f"{name} Name Raw": _each(side, lambda one: one.raw_text),
        f"Wikipedia {name} ID": _nothing,
    }


def _cow(record: EventRecord, party: ActorRef) -> str | None:
    country = codes.country(party.code, record.date or record.article.date)
    return None if country is None else country.cow


def _sectors(parties: Iterable[ActorRef]) -> list[str | None]:
    """All sectors of all parties, each once: POLECAT does not tell here whose they are."""
    told = (code for one in parties for code in (one.sector_code, *one.other_sector_codes))
    return list(dict.fromkeys(told))


def _nothing(_record: EventRecord, _table: Table) -> Cell:
    return None


def _quad(record: EventRecord, _table: Table) -> Cell:
    """The class in words and capitals; None where the act is denied."""
    code = quad(record)
    return None if code is None else plover.quads()[code].upper()


def _of_place(field: str) -> Take:
    def take(record: EventRecord, _table: Table) -> Cell:
        found: str | float | None = getattr(record.event_loc, field, None)
        return found

    return take


def _of_article(field: str) -> Take:
    def take(record: EventRecord, _table: Table) -> Cell:
        found = getattr(record.article, field)
        return None if found is None else str(found)

    return take


COLUMNS: dict[str, Take] = {
    "Event ID": lambda record, _: record.id,
    "Event Date": lambda record, _: None if record.date is None else record.date.isoformat(),
    "Event Type": lambda record, _: record.event[0],
    "Event Mode": lambda record, table: table.listed(record.mode),
    "Intensity": lambda record, _: scale(record),
    "Quad Code": _quad,
    "Contexts": lambda record, table: table.listed(record.context),
    **_party("Actor", lambda record: record.actor),
    **_party("Recipient", lambda record: record.recipient),
    "Placename": _of_place("name"),
    "City": lambda record, _: city(record.event_loc),
    "District": _of_place("admin2"),
    "Province": _of_place("admin1"),
    "Country": lambda record, _: state(record.event_loc),
    "Latitude": _of_place("lat"),
    "Longitude": _of_place("lon"),
    "GeoNames ID": _of_place("geonameid"),
    "Raw Placename": _of_place("raw_text"),
    "Feature Type": _of_place("feature"),
    "Source": _of_article("publisher"),
    "Publication Date": _of_article("date"),
    "Story People": _nothing,
    "Story Organizations": _nothing,
    "Story Locations": _nothing,
    "Language": _of_article("language"),
    "Version": lambda record, _: record.coder,
}
"""Every column with what stands in it, in POLECAT's order."""


def write(records: Iterable[Record], output: Output, tally: Tally) -> None:
    """Write a header and a row for each event."""
    table = Table(output, tally, MISSING)
    table.head(COLUMNS)
    for record in records:
        if isinstance(record, EventRecord):
            note_days(record, tally)
            table.row(take(record, table) for take in COLUMNS.values())
        else:
            tally.leave("no event")


LAYOUT = Layout(
    name="polecat",
    suffix=".txt",
    means="POLECAT, 40 columns parted by tabs, a row for each event",
    write=write,
    carries=frozenset({"undated"}),
    takes=AUXILIARY | {"no-recipient"},
)
