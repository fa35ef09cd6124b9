"""A record → the words people read: what, who, when, where, according to whom; for exports, pages and terminal."""

from dragoman.model.event import ActorRef, Anticipated, Attribution, EventRecord, FigureRecord, Record, StatementRecord
from dragoman.ontology import plover
from dragoman.text.day_words import readable

UNKNOWN = "—"
ITSELF = "the report"
_STATEMENTS = {"said": "statement", "stands": "standing relation"}


def what(record: Record) -> str:
    """What a record tells, in words.

    An event by the name of its type or mode, with what it foresees; a statement by its position; a figure by its value.
    """
    if isinstance(record, EventRecord):
        return ": ".join(part for part in (label(record), foreseen(record)) if part)
    if isinstance(record, StatementRecord):
        return f"{_STATEMENTS[record.kind]}: “{record.position}”"
    return f"{record.measure}: {amount(record)}"


def label(record: EventRecord) -> str:
    """Name of a type or its modes ("visit")."""
    return plover.label(record.event[0], record.mode)


def code(record: Record) -> str:
    """PLOVER's type and modes as codes ("CONSULT visit"); the kind of record where there is no type."""
    if isinstance(record, EventRecord):
        return " ".join((record.event[0], *record.mode))
    return "statement" if isinstance(record, StatementRecord) else "figure"


def foreseen(record: EventRecord) -> str:
    """What an act of saying foresees, with its time."""
    return "; ".join(_anticipated(one) for one in record.anticipates or ())


def _anticipated(one: Anticipated) -> str:
    if one.event not in plover.types():
        return one.event
    told = readable(one.date, one.enddate, one.edtf)
    conditional = "possible " if "hypothetical" in one.auxiliary else ""
    return f"{conditional}{plover.label(one.event, one.mode)}" + (f", {told}" if told else "")


def amount(record: FigureRecord) -> str:
    """A figure's number with its unit, object and period."""
    ends = "".join(
        f" {word} {one.entity_name}"
        for word, one in (("from", record.source_of), ("to", record.destination))
        if one is not None
    )
    counted = "" if record.of is None else f" of {record.of}"
    return f"{record.value:g} {record.unit}{counted}{ends}" + ("" if record.period is None else f" ({record.period})")


def when(record: Record) -> str:
    """When it took place, empty when nothing is known."""
    return readable(record.date, record.enddate, record.edtf)


def names(members: tuple[ActorRef, ...]) -> str:
    """Who, by plain names.

    >>> names(())
    '—'
    """
    return ", ".join(dict.fromkeys(one.entity_name for one in members)) or UNKNOWN


def codes(member: ActorRef) -> str:
    """Country and sectors of an actor ("IRN GOV")."""
    return " ".join(part for part in (member.code, member.sector_code, *member.other_sector_codes) if part)


def according(record: Record) -> str:
    """According to whom: each source with those who passed its word on; the report itself where there is none."""
    return "; ".join(_source(one) for one in record.attribution) or ITSELF


def _source(one: Attribution) -> str:
    first = one.raw_text if one.entity is None else one.entity.entity_name
    through = [link.raw_text if link.entity is None else link.entity.entity_name for link in one.via]
    return " via ".join([first, *through])


def where(record: Record) -> str:
    """Where it took place, empty when nothing is known."""
    place = record.event_loc
    if place is None:
        return ""
    return place.name if place.country is None or place.feature == "country" else f"{place.name} ({place.country})"
