"""The records of an article before and after it was coded again → which came, which went, and which fields changed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from dragoman.model.event import Record
from dragoman.model.ids import RecordId

Way = Literal["added", "gone", "changed"]
NOT_COMPARED = frozenset({"coder", "schema_version"})
"""Fields that tell who wrote a record, not what it says."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one record.

    Attributes:
        id: The record.
        way: Whether it came, went or changed.
        before: As it was; None for one that came.
        after: As it is; None for one that went.
        fields: Which fields changed, in the order of the record.
    """

    id: RecordId
    way: Way
    before: Record | None
    after: Record | None
    fields: tuple[str, ...] = ()


def changes(before: Iterable[Record], after: Iterable[Record]) -> Iterator[Change]:
    """What became of the records of an article, in the order of the text."""
    was, now = ({one.id: one for one in records} for records in (before, after))
    for one in sorted((was | now).values(), key=lambda record: (record.event_span, record.id)):
        change = _change(one.id, was.get(one.id), now.get(one.id))
        if change.way != "changed" or len(change.fields) > 0:
            yield change


def _change(name: RecordId, before: Record | None, after: Record | None) -> Change:
    if before is None or after is None:
        return Change(id=name, way="added" if before is None else "gone", before=before, after=after)
    fields = tuple(
        field
        for field in after.__struct_fields__
        if field not in NOT_COMPARED and getattr(before, field, None) != getattr(after, field)
    )
    return Change(id=name, way="changed", before=before, after=after, fields=fields)


class Counts:
    """How many records came, went and changed, and in which fields."""

    def __init__(self) -> None:
        self.ways: Counter[Way] = Counter()
        self.fields: Counter[str] = Counter()

    def add(self, found: Iterable[Change]) -> None:
        """Count changes."""
        for one in found:
            self.ways[one.way] += 1
            self.fields.update(one.fields)
