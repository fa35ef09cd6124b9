"""Records of whole articles against a reading of them: type, parties, auxiliary modes, dates and source of each act.

The form of a reading is told in `development/README.md`. A record answers a row when one of its words meets the row's;
it is right when type, actors, recipients and auxiliary are among the accepted ones, strictly right when its date and
its source are too. A record that answers no row is wrong.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from dragoman.model import interval
from dragoman.model.coded import Coded
from dragoman.model.event import ActorRef, EventRecord, FigureRecord, Record, StatementRecord
from dragoman.model.span import Span

Codes = list[str]


class Row(msgspec.Struct, frozen=True):
    """One act of a reading; see `development/README.md`."""

    file: str
    span: Span
    event: tuple[str, ...]
    actor: tuple[Codes, ...]
    recipient: tuple[Codes, ...]
    auxiliary: tuple[Codes, ...]
    edtf: tuple[str | None, ...]
    source: str | None
    optional: bool
    word: str
    also: tuple[Span, ...] = ()
    mode: str | None = None


class Verdict(NamedTuple):
    """A record held against the row that it answers best; which fields are right."""

    record: Record
    row: Row | None
    right: Mapping[str, bool]

    @property
    def act(self) -> bool:
        """Type, actors and recipients are right: what a record's confidence is the probability of."""
        return all(self.right.get(name, False) for name in ("event", "actor", "recipient"))

    @property
    def core(self) -> bool:
        """Type, actors, recipients and auxiliary are right."""
        return all(self.right.get(name, False) for name in ("event", "actor", "recipient", "auxiliary"))

    @property
    def strict(self) -> bool:
        """Date and source are right as well."""
        return self.core and self.right["edtf"] and self.right["source"]


def kind(record: Record) -> str:
    """Type of a record as readings name it."""
    if isinstance(record, EventRecord):
        return record.event[0]
    return "STATEMENT" if isinstance(record, StatementRecord) else "FIGURE"


def _codes(actors: Iterable[ActorRef]) -> Codes:
    return sorted({actor.code for actor in actors if actor.code is not None})


def parties(record: Record) -> tuple[list[Codes], list[Codes]]:
    """The codes of actors and recipients; a statement may be held against its addressee or whom it is about."""
    if isinstance(record, EventRecord):
        return [_codes(record.actor)], [_codes(record.recipient)]
    if isinstance(record, FigureRecord):
        ends = _codes(a for a in (record.source_of, record.destination) if a is not None)
        return [ends, []], [ends, []]
    return [_codes(record.speaker)], [_codes(record.addressee), _codes(record.about), []]


def compare(record: Record, row: Row) -> Verdict:
    """A record held against one row."""
    actors, recipients = parties(record)
    sources = [a.raw_text.lower() for a in record.attribution] + [a.cue.lower() for a in record.attribution]
    right = {
        "event": kind(record) in row.event,
        "actor": any(sorted(accepted) in actors for accepted in row.actor),
        "recipient": any(sorted(accepted) in recipients for accepted in row.recipient),
        "auxiliary": sorted(record.auxiliary) in [sorted(accepted) for accepted in row.auxiliary],
        "edtf": any(_same_days(record.edtf, accepted) for accepted in row.edtf),
        "source": not sources if row.source is None else any(row.source in source for source in sources),
    }
    return Verdict(record, row, right)


def _same_days(said: str | None, accepted: str | None) -> bool:
    """Whether two EDTF texts mean the same days, however they are written."""
    if said is None or accepted is None:
        return said == accepted
    one, other = interval.parse(said), interval.parse(accepted)
    return (one.start, one.end) == (other.start, other.end)


def answers(record: Record, row: Row) -> bool:
    """Whether a record stands at the words of a row."""
    spans = (record.event_span, *record.evidence.event)
    return any(span.meets(word) for span in spans for word in (row.span, *row.also))


def verdicts(records: Sequence[Record], rows: Sequence[Row]) -> tuple[list[Verdict], list[Row]]:
    """Each record with its best row (each row once), and the rows that no record got right."""
    found: list[Verdict] = []
    taken: set[int] = set()
    for record in records:
        options = [(compare(record, row), n) for n, row in enumerate(rows) if answers(record, row)]
        options.sort(key=lambda o: (o[0].core, o[1] not in taken, sum(o[0].right.values())), reverse=True)
        if not options:
            found.append(Verdict(record, None, {}))
            continue
        best, n = options[0]
        if best.core:
            taken.add(n)
        found.append(best)
    missed = [row for n, row in enumerate(rows) if n not in taken]
    return found, missed


def score(articles: Iterable[tuple[str, Coded]], rows: Sequence[Row]) -> dict[str, Any]:
    """Share of the reading's rows that were found and of the records that are right, and per field."""
    said: list[Verdict] = []
    found = 0
    for name, coded in articles:
        here = [row for row in rows if row.file == name]
        judged, missed = verdicts(coded.records, here)
        said += judged
        found += sum(not row.optional for row in here) - sum(not row.optional for row in missed)
    needed = sum(not row.optional for row in rows)
    fields = ("event", "actor", "recipient", "auxiliary", "edtf", "source")
    answered = [v for v in said if v.row is not None]
    return {
        "rows": needed,
        "records": len(said),
        "found": found / needed if needed else 0.0,
        "right": sum(v.core for v in said) / len(said) if said else 0.0,
        "strictly_right": sum(v.strict for v in said) / len(said) if said else 0.0,
        "answered": len(answered),
        **{f"{name}_right": sum(v.right[name] for v in answered) / max(len(answered), 1) for name in fields},
    }
