"""Records → TimelineJS: one JSON object with a slide for each dated record.

TimelineJS knows no uncertainty: `display_date` says in words what the day fields cannot. Its texts are HTML, so what
comes from an article is escaped. It sorts the slides itself; they stand in the order of the records.
"""

import datetime as dt
import html
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.model.event import EventRecord, Record
from dragoman.ontology import plover
from dragoman.store import wording
from dragoman.store.export.base import AUXILIARY, Layout, Output, Tally
from dragoman.store.export.telling import certainty, events, headline, json_text, one_line, quad, source, web_address

NO_YEAR = "no year"
NO_QUAD = "denied"
"""The group of records without a quad code."""
TITLE = {
    "headline": "What was reported",
    "text": "Coded from news reports; each slide quotes the sentence it rests on.",
}
BETWEEN, END = b",\n", b"\n]}\n"

Json = dict[str, Any]


def write(records: Iterable[Record], output: Output, tally: Tally) -> None:
    """Write one object with a slide for each record that has a year."""
    output.write(b'{"title":' + json_text({"text": TITLE}) + b',"events":[\n')
    for record in events(records):
        made = slide(record)
        if made is None:
            tally.leave(NO_YEAR)
            continue
        output.write((BETWEEN if tally.rows > 0 else b"") + json_text(made))
        tally.rows += 1
    output.write(END)


def slide(record: EventRecord) -> Json | None:
    """The slide of a record; None where not even a year is known."""
    days, group = _days(record), quad(record)
    if len(days) == 0:
        return None
    return days | {
        "unique_id": record.id,
        "display_date": wording.when(record),
        "group": NO_QUAD if group is None else plover.quads()[group],
        "text": {"headline": html.escape(headline(record)), "text": "".join(_body(record))},
    }


def _days(record: EventRecord) -> Json:
    """Start and end; of an interval with one open side the other side stands as the start."""
    first, last = record.date, record.enddate
    start = first or last
    if start is None:
        return {}
    begins = _date(start, record.edtf)
    ends = begins if first is None or last is None else _date(last, record.edtf)
    return {"start_date": begins} | ({} if ends == begins else {"end_date": ends})


def _date(day: dt.date, edtf: str | None) -> Json:
    """A day in the parts that the record knows: year alone, year and month, or all three."""
    parts = {"year": day.year, "month": day.month, "day": day.day}
    exact = list(parts)[: _exactness(edtf)]
    return {name: parts[name] for name in exact}


def _exactness(edtf: str | None) -> int:
    """How many parts of a date an EDTF value tells on its more exact side."""
    sides = (edtf or "").replace("~", "").split("/")
    told = [len(side.lstrip("-").split("-")) for side in sides if side not in {"", ".."}]
    return max(told, default=3)


def _body(record: EventRecord) -> Iterator[str]:
    """The sentence, then what qualifies it, each in a paragraph of its own."""
    yield f"<p>{html.escape(one_line(record.text))}</p>"
    told = {
        "Status": certainty(record),
        "According to": source(record),
        "Place": one_line(wording.where(record)),
    }
    yield "<p>" + "<br>".join(f"{name}: {html.escape(words)}" for name, words in told.items() if words) + "</p>"
    address = web_address(record.article.url)
    if address is not None:
        title = one_line(record.article.title) or address
        yield f'<p><a href="{html.escape(address)}">{html.escape(title)}</a></p>'


LAYOUT = Layout(
    name="timelinejs",
    suffix=".json",
    means="TimelineJS, a slide for each dated record",
    write=write,
    carries=frozenset({"undated", "no-recipient"}),
    takes=AUXILIARY,
)
