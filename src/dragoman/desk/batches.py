"""Coded articles → the desk, a number of them in one step, so that whatever happens only the last step is lost."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from types import TracebackType
from typing import NamedTuple, Self

from dragoman.desk import dating
from dragoman.store.desk.base import Coding, Desk, Writer

ARTICLES = 50
"""Articles of a step: about ten seconds of coding are lost when somebody pulls the plug."""
INTERRUPTIONS = (KeyboardInterrupt, SystemExit)


class Item(NamedTuple):
    """A coded article on its way.

    Attributes:
        coding: What is kept of it.
        instead: Whether it replaces what another coder, or another state of the desk, made of the same text.
        reached: The state of the dated articles by which it was dated; None for one that has a date.
    """

    coding: Coding
    instead: bool = False
    reached: str | None = None


Way = str
"""What became of an article: new, a revision, coded again, or the same as was there."""
Written = Callable[[Item, Way], None]


class Batches(AbstractContextManager["Batches"]):
    """Holds coded articles until they are enough; on leaving, also by Ctrl-C, the rest is written."""

    def __init__(self, desk: Desk, written: Written, size: int = ARTICLES) -> None:
        self._desk = desk
        self._written = written
        self._size = size
        self._held: list[Item] = []

    def put(self, item: Item) -> None:
        """Take one more."""
        self._held.append(item)
        if len(self._held) >= self._size:
            self.write()

    def write(self) -> None:
        """Write what is held, all of it or nothing."""
        if len(self._held) == 0:
            return
        held, self._held = self._held, []
        with self._desk.writer() as writer:
            ways = [_put(writer, item) for item in held]
            if any(item.reached is None and way != "same" for item, way in zip(held, ways, strict=True)):
                dating.changed(writer)
        for item, way in zip(held, ways, strict=True):
            self._written(item, way)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None or issubclass(kind, INTERRUPTIONS):
            self.write()


def _put(writer: Writer, item: Item) -> Way:
    if item.reached is not None:
        dating.note(writer, item.coding.stored.article.id, item.reached)
    if not item.instead:
        return writer.add(item.coding)
    change = writer.recode(item.coding)
    return "again" if change.added or change.removed or change.changed else "same"
