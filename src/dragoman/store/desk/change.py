"""Records before and after a change of a desk → what changed, by ids."""

from collections.abc import Iterable

from dragoman.model.event import Record
from dragoman.model.ids import RecordId
from dragoman.store.desk.base import Change


def changed(before: Iterable[Record], after: Iterable[Record]) -> Change:
    """What is new, gone, different and the same among the records of one text."""
    was, now = ({one.id: one for one in records} for records in (before, after))
    both = was.keys() & now.keys()
    differing = {name for name in both if was[name] != now[name]}
    return Change(
        added=tuple(sorted(now.keys() - was.keys())),
        removed=tuple(sorted(was.keys() - now.keys())),
        changed=tuple(sorted(differing)),
        kept=len(both) - len(differing),
    )


def touched(before: Iterable[Record], after: Iterable[Record]) -> frozenset[RecordId]:
    """Ids of records on which something derived rests wrongly now: those that are gone or different."""
    change = changed(before, after)
    return frozenset((*change.removed, *change.changed))
