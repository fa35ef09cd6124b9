"""A desk ↔ lines of JSON that hold all of it in one order: to compare two desks, and to carry one elsewhere."""

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.errors import InputError
from dragoman.store.desk.base import Coding, Desk, View, Writer
from dragoman.store.desk.values import Derived, Judgement
from dragoman.store.desk.wire import body, value

AT_ONCE = 500
"""Lines kept in one step: enough for speed, few enough that a writer who waits does not wait long."""


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line: one of these."""

    coding: Coding | None = None
    judgement: Judgement | None = None
    derived: Derived | None = None


def dump(view: View, kinds: Iterable[str]) -> Iterator[bytes]:
    """Articles with their records, then judgements, then what is derived, each in the order of their ids.

    Args:
        view: What is read.
        kinds: The kinds of derived entries that are there, in order.
    """
    lines = (Line(coding=one) for one in view.codings())
    yield from (_written(line) for line in lines)
    yield from (_written(Line(judgement=one)) for one in view.judgements())
    yield from (_written(Line(derived=one)) for kind in kinds for one in view.derived(kind))


def restore(desk: Desk, lines: Iterable[bytes]) -> int:
    """Add everything of a dump to a desk; what is there already stays as it is.

    Returns:
        How many lines were read.

    Raises:
        InputError: A line is no line of a dump.
    """
    derived: dict[str, list[Derived]] = {}
    number = 0
    with desk.writer() as writer:
        for number, line in enumerate(lines, 1):
            _take(writer, _read(line, number), derived)
            if number % AT_ONCE == 0:
                writer.commit()
        for kind, entries in derived.items():
            writer.derive(kind, entries)
    return number


def _written(line: Line) -> bytes:
    return body(line).encode() + b"\n"


def _read(line: bytes, number: int) -> Line:
    try:
        return value(line, Line)
    except ValueError as error:
        raise InputError(f"line {number} is no line of a desk's dump: {error}") from error


def _take(writer: Writer, line: Line, derived: dict[str, list[Derived]]) -> None:
    if line.coding is not None:
        writer.add(line.coding)
    if line.judgement is not None:
        writer.judge(line.judgement)
    if line.derived is not None:
        derived.setdefault(line.derived.kind, []).append(line.derived)
