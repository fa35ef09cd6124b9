"""Records → those that a layout lets in; the others are counted by the reason that keeps them out.

A table that says only who, what and whom would tell a denied, planned or doubted act as one that happened.
"""

from collections.abc import Iterable, Iterator

from dragoman.errors import UsageError
from dragoman.model.event import EventRecord, Factuality, FigureRecord, Record, StatementRecord
from dragoman.store.export.base import REASONS, Layout, Reason, Tally
from dragoman.store.status import told_factuality

RECIPIENT_MISSING = "recipient_missing"
"""The coder's note on a record whose type wants a recipient that the text does not name."""
REPEATED = "the same record again"
_BY_FACTUALITY: dict[Factuality, Reason] = {
    "CT-": "negation",
    "PR-": "negation",
    "PS-": "negation",
    "PS+": "uncertain",
    "U": "uncertain",
}


def admitted(records: Iterable[Record], layout: Layout, include: frozenset[str], tally: Tally) -> Iterator[Record]:
    """The records that go into a layout, each once."""
    lifted, seen = layout.carries | include, set[str]()
    for record in records:
        tally.read += 1
        against = [reason for reason in reasons(record) if reason not in lifted]
        if record.id in seen:
            tally.leave(REPEATED)
        elif len(against) > 0:
            tally.leave(*against)
        else:
            seen.add(record.id)
            yield record


def reasons(record: Record) -> tuple[Reason, ...]:
    """All that may keep a record out, in a fixed order; nothing for an event that happened and has a day."""
    found = set(_kind(record)) | set(_auxiliary(record))
    if record.date is None:
        found.add("undated")
    if isinstance(record, EventRecord) and RECIPIENT_MISSING in record.notes:
        found.add("no-recipient")
    return tuple(reason for reason in REASONS if reason in found)


def denied(record: Record) -> bool:
    """Whether it is told as not so; such an act has neither class nor score in a layout that cannot say so."""
    return "negation" in reasons(record)


def checked(layout: Layout, include: Iterable[str]) -> frozenset[str]:
    """What the user wants to have in.

    Raises:
        UsageError: A word means nothing for this layout.
    """
    wanted, allowed = frozenset(include), layout.carries | layout.takes
    for word in sorted(wanted - allowed):
        listed = ", ".join(reason for reason in REASONS if reason in allowed) or "nothing"
        raise UsageError(f"--include {word!r}: the layout {layout.name!r} can take {listed}")
    return wanted


def _kind(record: Record) -> Iterator[Reason]:
    if isinstance(record, StatementRecord):
        yield "statements"
    if isinstance(record, FigureRecord):
        yield "figures"


def _auxiliary(record: Record) -> Iterator[Reason]:
    """`historical` keeps nothing out: it tells what happened."""
    for mode in record.auxiliary:
        if mode != "historical":
            yield mode
    told = _BY_FACTUALITY.get(told_factuality(record))
    if told is not None:
        yield told
