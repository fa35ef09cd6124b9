"""Events → Phoenix's layout: twenty-six columns parted by tabs, no header, a row for each pair of source and target."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.model.event import ActorRef, Record
from dragoman.store.columns import LIST_MARK
from dragoman.store.export import codes
from dragoman.store.export.base import AUXILIARY, Layout, Output, Tally
from dragoman.store.export.dyads import Dyad, classed, dyads, root, score
from dragoman.store.export.places import state
from dragoman.store.export.rows import Cell, Table, digits

COLUMNS: tuple[str, ...] = (
    "id_version",
    "date",
    "year",
    "month",
    "day",
    *(f"{side}{part}" for side in ("Source", "Target") for part in ("Full", "Entity", "Role", "Attr")),
    "CAMEO",
    "root",
    "quad",
    "Goldstein",
    "issues",
    "lat",
    "lon",
    "place",
    "state",
    "country",
    "ids",
    "urls",
    "sources",
)
"""Names of the columns, which the file itself does not tell."""
PRIMARY = frozenset({"GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "MED", "EDU", "BUS", "CRM", "CVL"})
"""Roles that have a column of their own; all others stand among the attributes."""


class Actor(NamedTuple):
    """A party in CAMEO's codes: all of them in one, the country or kind of body, the role, the others."""

    full: str
    entity: str
    role: str
    others: str


def actor(party: ActorRef | None) -> Actor:
    """A party in Phoenix's codes."""
    if party is None:
        return Actor("", "", "", "")
    entity, *rest = [*_standing(party), *_roles(party)] if party.code is not None else ["", *_roles(party)]
    role = rest.pop(0) if len(rest) > 0 and rest[0] in PRIMARY else ""
    return Actor("".join((entity, role, *rest)), entity, role, LIST_MARK.join(rest))


def write(records: Iterable[Record], output: Output, tally: Tally) -> None:
    """Write a row for each pair."""
    table = Table(output, tally)
    for row in dyads(records, tally):
        table.row(_cells(row, table))


def _standing(party: ActorRef) -> Iterator[str]:
    """The country, else the kind of body and the group it is known as."""
    body = codes.body(party.code)
    yield str(party.code) if body is None else body.cameo
    if body is not None and body.group is not None:
        yield body.group


def _roles(party: ActorRef) -> Iterator[str]:
    known = (codes.sector(code) for code in (party.sector_code, *party.other_sector_codes))
    yield from dict.fromkeys(one.cameo for one in known if one is not None and one.cameo is not None)


def _cells(row: Dyad, table: Table) -> Iterator[Cell]:
    record, day, quad, place = row.record, digits(row.day), classed(row), row.record.event_loc
    yield f"{row.number}_{record.coder.rpartition(' ')[2]}"
    yield from (day, day[:4], day[4:6], day[6:])
    yield from (*actor(row.source), *actor(row.target))
    yield from (row.code, root(row.code), None if quad is None else quad.phoenix, score(row))
    yield table.listed(f"{context},1" for context in record.context)
    yield from (None,) * 5 if place is None else (place.lat, place.lon, place.name, place.admin1, state(place))
    yield table.listed([f"{record.article.id}_{record.sentence + 1}"])
    yield from (table.listed([record.article.url]), table.listed([record.article.publisher]))


LAYOUT = Layout(
    name="phoenix",
    suffix=".txt",
    means="Phoenix, 26 columns parted by tabs, no header, a row for each pair",
    write=write,
    carries=frozenset({"no-recipient"}),
    takes=AUXILIARY | {"undated"},
)
