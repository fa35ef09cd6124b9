"""Coded articles → the desk, a number of them in one step, so that whatever happens only the last step is lost."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from types import TracebackType
from typing import NamedTuple, Self

from dragoman.desk import dating
from dragoman.store.desk.base import Coding, Desk, Writer

ARTICLES = 50
"""Articles of a step: about ten seconds of coding are lost when somebody pulls the plug."""
LONG = 5.0
"""Seconds of waiting for another writer that want a word: a step of `add` takes one or two."""
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
"""What became of an article: new, revision, again (coded again, other records), unchanged (coded again), or same."""
_AS_BEFORE = frozenset({"unchanged", "same"})
Written = Callable[[Item, Way], None]
Turns = Callable[[], AbstractContextManager[Writer]]
"""Gives a writer when its turn has come."""


@contextmanager
def turn(desk: Desk, waiting: Callable[[], None] = lambda: None) -> Iterator[Writer]:
    """A writer of a desk; `waiting` is called once when somebody else's turn takes long."""
    alarm = threading.Timer(LONG, waiting)
    alarm.daemon = True
    with ExitStack() as stack:
        alarm.start()
        try:
            writer = stack.enter_context(desk.writer())
            writer.mark("turn", "taken")  # the first line that is written is what waits
        finally:
            alarm.cancel()
        yield writer


class Batches(AbstractContextManager["Batches"]):
    """Holds coded articles until they are enough; on leaving, also by Ctrl-C, the rest is written."""

    def __init__(self, turns: Turns, written: Written, size: int = ARTICLES) -> None:
        self._turns = turns
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
        with self._turns() as writer:
            ways = [_put(writer, item) for item in held]
            if any(item.reached is None and way not in _AS_BEFORE for item, way in zip(held, ways, strict=True)):
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
    return "again" if change.added or change.removed or change.changed else "unchanged"
