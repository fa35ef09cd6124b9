"""Events → ICEWS's layout: a header and twenty columns parted by tabs, a row for each pair of source and target."""

from collections.abc import Callable, Iterable

from dragoman.model.event import ActorRef, EventLoc, Record
from dragoman.store.export import codes
from dragoman.store.export.base import AUXILIARY, Layout, Output, Tally
from dragoman.store.export.dyads import Dyad, dyads, hashed, in_words, score
from dragoman.store.export.places import city
from dragoman.store.export.rows import Cell, Table

SECTOR_MARK = ","


def _party(side: Callable[[Dyad], ActorRef | None], name: str) -> dict[str, Callable[[Dyad], Cell]]:
    def told(row: Dyad) -> str | None:
        party = side(row)
        return None if party is None else party.entity_name

    return {
        f"{name} Name": told,
        f"{name} Sectors": lambda row: _sectors(side(row)),
        f"{name} Country": lambda row: _country(row, side(row)),
    }


def _sectors(party: ActorRef | None) -> str | None:
    """The sectors of a party by their names, each once; of what is no country also what it is."""
    if party is None:
        return None
    known = (codes.sector(code) for code in (party.sector_code, *party.other_sector_codes))
    told = [one.icews for one in (*known, codes.body(party.code)) if one is not None and one.icews is not None]
    return SECTOR_MARK.join(dict.fromkeys(name for names in told for name in names.split(SECTOR_MARK))) or None


def _country(row: Dyad, party: ActorRef | None) -> str | None:
    return None if party is None else _named(row, party.code)


def _named(row: Dyad, iso3: str | None) -> str | None:
    country = codes.country(iso3, row.day)
    return None if country is None else country.icews


def _place(field: str) -> Callable[[Dyad], Cell]:
    def cell(row: Dyad) -> Cell:
        found: str | float | None = getattr(row.record.event_loc, field, None)
        return found

    return cell


def _where(row: Dyad) -> str | None:
    place: EventLoc | None = row.record.event_loc
    return None if place is None else _named(row, place.country)


COLUMNS: dict[str, Callable[[Dyad], Cell]] = {
    "Event ID": lambda row: row.number,
    "Event Date": lambda row: row.day.isoformat(),
    **_party(lambda row: row.source, "Source"),
    "Event Text": lambda row: in_words(row.code),
    "CAMEO Code": lambda row: row.code,
    "Intensity": score,
    **_party(lambda row: row.target, "Target"),
    "Story ID": lambda row: hashed(row.record.article.id, row.record.article.revision),
    "Sentence Number": lambda row: row.record.sentence + 1,
    "Publisher": lambda row: row.record.article.publisher,
    "City": lambda row: city(row.record.event_loc),
    "District": _place("admin2"),
    "Province": _place("admin1"),
    "Country": _where,
    "Latitude": _place("lat"),
    "Longitude": _place("lon"),
}
"""Every column with what stands in it, in ICEWS's order."""


def write(records: Iterable[Record], output: Output, tally: Tally) -> None:
    """Write a header and a row for each pair."""
    table = Table(output, tally)
    table.head(COLUMNS)
    for row in dyads(records, tally):
        table.row(cell(row) for cell in COLUMNS.values())


LAYOUT = Layout(
    name="icews",
    suffix=".tab",
    means="ICEWS, 20 columns parted by tabs, a row for each pair",
    write=write,
    carries=frozenset({"no-recipient"}),
    takes=AUXILIARY | {"undated"},
)
