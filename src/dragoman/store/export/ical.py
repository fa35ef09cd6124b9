"""Records of what is foreseen → iCalendar (RFC 5545): a tentative all-day event for each foreseen act with a day.

Foreseen is what is coded as `future`, and what an AGREE, CONCEDE or THREATEN anticipates, unless that is itself told as
only possible or as not to be. Days of which one is meant are shown as a stretch, and the summary says so in words.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.model.event import Auxiliary, EventRecord, Record
from dragoman.ontology import plover
from dragoman.store import wording
from dragoman.store.export.base import Layout, Output, Tally
from dragoman.store.export.ical_lines import address, component, day, stamp, text
from dragoman.store.export.telling import certainty, events, one_line, sides, source, web_address
from dragoman.store.status import status
from dragoman.text.day_words import readable

NOTHING, UNDATED = "foresees nothing", "foresees something without a day"
NO_DAY_OF_REPORT = dt.date(1970, 1, 1)
"""DTSTAMP must be there and must not change from run to run; this stands for reports without a date."""
_NOT_TO_COME: frozenset[Auxiliary] = frozenset({"negation", "hypothetical"})
_AS_EXPECTED = frozenset({"planned", "happened"})
"""Status of a record whose summary needs no word of doubt beyond that it is tentative."""
_NAME = "Foreseen in the news"
_PRODUCT = "-//Dragoman//Records of news//EN"
_ONE_DAY = dt.timedelta(days=1)


class Plan(NamedTuple):
    """What is to come: type in words, code, days, and the number that tells it from others of its record."""

    label: str
    event: str
    first: dt.date | None
    last: dt.date | None
    edtf: str | None
    number: int = 0

    @property
    def begins(self) -> dt.date | None:
        """The first day or, where only a limit is told, that."""
        return self.first or self.last


def write(records: Iterable[Record], output: Output, tally: Tally) -> None:
    """Write one calendar with a component for each dated plan."""
    output.write(component(("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", _PRODUCT), ("X-WR-CALNAME", _NAME)))
    for record in events(records):
        told = list(plans(record))
        dated = [one for one in told if one.begins is not None]
        if len(dated) == 0:
            tally.leave(NOTHING if len(told) == 0 else UNDATED)
        for one in dated:
            output.write(vevent(record, one))
            tally.rows += 1
    output.write(component(("END", "VCALENDAR")))


def plans(record: EventRecord) -> Iterator[Plan]:
    """What a record foresees: itself, or the content of what is said."""
    if "future" in record.auxiliary:
        yield Plan(wording.label(record), record.event[0], record.date, record.enddate, record.edtf)
        return
    for number, one in enumerate(record.anticipates or ()):
        if _NOT_TO_COME.isdisjoint(one.auxiliary):
            yield Plan(plover.label(one.event, one.mode), one.event, one.date, one.enddate, one.edtf, number)


def vevent(record: EventRecord, plan: Plan) -> bytes:
    """A plan as a component; its UID is the record's id, with a number where one record has several plans."""
    begins, ends = plan.begins, plan.last if plan.first is not None else None
    return component(
        ("BEGIN", "VEVENT"),
        ("UID", record.id if plan.number == 0 else f"{record.id}-{plan.number}"),
        ("DTSTAMP", stamp(record.article.date or NO_DAY_OF_REPORT)),
        ("DTSTART;VALUE=DATE", None if begins is None else day(begins)),
        ("DTEND;VALUE=DATE", None if ends is None or ends == dt.date.max else day(ends + _ONE_DAY)),
        ("SUMMARY", text(summary(record, plan))),
        ("DESCRIPTION", text("\n".join(_description(record, plan)))),
        ("LOCATION", text(_place(record))),
        ("CATEGORIES", text(plan.event)),
        ("STATUS", "CANCELLED" if record.phase == "cancelled" else "TENTATIVE"),
        ("TRANSP", "TRANSPARENT"),
        ("URL", address(web_address(record.article.url))),
        ("END", "VEVENT"),
    )


def summary(record: EventRecord, plan: Plan) -> str:
    """Who and what and, where it is not one day, when."""
    when = [] if plan.first == plan.last else [_when(plan)]
    told = status(record)
    doubt = [] if told in _AS_EXPECTED else [told]
    qualified = ", ".join((*doubt, *when))
    return one_line(f"{sides(record)}: {plan.label}" + (f" ({qualified})" if qualified else ""))


def _when(plan: Plan) -> str:
    if plan.first is None or plan.last is None:
        return f"{'by' if plan.first is None else 'from'} {readable(plan.begins, plan.begins, plan.edtf)}"
    return f"some time in {readable(plan.first, plan.last, plan.edtf)}"


def _description(record: EventRecord, plan: Plan) -> Iterator[str]:
    yield one_line(record.text)
    yield one_line(f"When, as told: {readable(plan.first, plan.last, plan.edtf)} ({plan.edtf})")
    yield one_line(f"Coded as: {wording.code(record)}, {certainty(record)}")
    yield f"According to: {source(record)}"


def _place(record: EventRecord) -> str:
    """Where a coded act that is itself to come takes place; the place where one speaks of it is not told."""
    return one_line(wording.where(record)) if "future" in record.auxiliary else ""


LAYOUT = Layout(
    name="ical",
    suffix=".ics",
    means="iCalendar, what is foreseen on a day",
    write=write,
    carries=frozenset({"future", "undated", "no-recipient"}),
    takes=frozenset({"hypothetical", "uncertain"}),
)
