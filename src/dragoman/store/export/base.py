"""What every layout of the exports is made of: its name, what it can tell apart, and the function that writes it.

A writer gets the records that were let in, an output of bytes, and the tally, in which it counts rows and what it could
not write.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, Protocol, get_args

from dragoman.model.event import Record

Reason = Literal["negation", "hypothetical", "future", "uncertain", "statements", "figures", "undated", "no-recipient"]
"""Why a record may be left out, and the word after `--include` that brings it in."""
REASONS: tuple[Reason, ...] = get_args(Reason)
AUXILIARY: frozenset[Reason] = frozenset({"negation", "hypothetical", "future", "uncertain"})
"""What a layout without auxiliary modes cannot say of a record."""


class Output(Protocol):
    """Where bytes go."""

    def write(self, data: bytes, /) -> int:
        """Write all of them."""


@dataclass
class Tally:
    """What an export wrote, left out and altered.

    Attributes:
        layout: Name of the layout.
        read: Records that came in.
        rows: Rows, lines or entities that were written.
        kept_out: Records that were left out.
        left_out: The same by reason; a record with several reasons counts under each.
        altered: How often something had to be written otherwise than the record has it, by what was done.
    """

    layout: str
    read: int = 0
    rows: int = 0
    kept_out: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    altered: Counter[str] = field(default_factory=Counter)

    @property
    def written(self) -> int:
        """Records that were written."""
        return self.read - self.kept_out

    def leave(self, *reasons: str) -> None:
        """Count a record that is not written."""
        self.kept_out += 1
        self.left_out.update(reasons)

    def lines(self) -> Iterator[str]:
        """What is told to the user when the export is done."""
        yield f"{self.layout}: {self.written:,} of {self.read:,} records written, as {self.rows:,} rows"
        if self.kept_out > 0:
            yield f"{self.kept_out:,} left out, some for several reasons"
        for told in (self.left_out, self.altered):
            for what, number in sorted(told.items(), key=lambda item: (-item[1], item[0])):
                yield f"{number:>7,}  {what}"


Write = Callable[[Iterable[Record], Output, Tally], None]
"""Writes the records that were let in; counts rows, and what it leaves out of its own, in the tally."""


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A form that other programs read.

    Attributes:
        name: As it is asked for.
        suffix: Of its files, with the full stop.
        means: What it is, in a few words for the help.
        carries: Reasons that keep no record out, as the layout tells such records apart.
        takes: Reasons that `--include` can lift.
        write: Writes it.
    """

    name: str
    suffix: str
    means: str
    write: Write
    carries: frozenset[Reason] = frozenset()
    takes: frozenset[Reason] = AUXILIARY | {"undated", "no-recipient"}

    @property
    def lossless(self) -> bool:
        """Whether it tells apart what happened and what was denied, foreseen or doubted."""
        return self.carries >= AUXILIARY
