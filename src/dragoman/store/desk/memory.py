"""A desk in memory: what the others must do, in the fewest words; gone when it is let go of.

It serves tests and short work.
"""

from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from msgspec import structs

from dragoman.errors import UsageError
from dragoman.model.ids import ArticleId, RecordId
from dragoman.store.desk import order
from dragoman.store.desk.base import Change, Coding, Desk, Outcome, Removed, Writer
from dragoman.store.desk.change import changed, touched
from dragoman.store.desk.memory_view import MemoryView, State, newest
from dragoman.store.desk.values import Derived, Judgement


class MemoryDesk(Desk):
    """A desk that nobody else sees."""

    def __init__(self) -> None:
        self.state = State()
        self.turn = Lock()

    def writer(self) -> "MemoryWriter":
        """What changes it."""
        return MemoryWriter(self)

    def view(self) -> MemoryView:
        """What reads it."""
        return MemoryView(self.state.copied())

    def backup(self, path: str | Path) -> None:
        """Not offered: `View.dump` gives all of it."""
        raise UsageError(f"{str(path)!r}: a desk in memory has no backup; write the lines of its dump")

    def close(self) -> None:
        """Nothing is open."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class MemoryWriter(Writer):
    """Works on a copy, which takes the place of the old state with `commit`."""

    def __init__(self, desk: MemoryDesk) -> None:
        self._desk = desk
        self._state = State()

    def __enter__(self) -> Self:
        self._desk.turn.acquire()
        self._state = self._desk.state.copied()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self.commit()
        self._desk.turn.release()

    def commit(self) -> None:
        """Show the copy."""
        self._desk.state = self._state.copied()

    def add(self, coding: Coding) -> Outcome:
        """Keep a coded article."""
        coding = order.normal(coding)
        revisions = self._state.codings.get(coding.stored.article.id, {})
        old = revisions.get(coding.stored.article.revision)
        if old is None or order.told_before(coding, old):
            self._put(coding)
        if old is not None:
            return "same"
        return "new" if len(revisions) == 0 else "revision"

    def recode(self, coding: Coding) -> Change:
        """Put the records of another run in the place of a revision's."""
        coding = order.normal(coding)
        revisions = self._state.codings.get(coding.stored.article.id, {})
        old = revisions.get(coding.stored.article.revision)
        self._put(coding if old is None else order.seen_with(coding, old.stored))
        return changed(() if old is None else old.records, coding.records)

    def remove(self, article: ArticleId) -> Removed:
        """Take an article away."""
        state = self._state
        gone = {one.id for coding in state.codings.get(article, {}).values() for one in coding.records}
        revisions = len(state.codings.pop(article, {}))
        resting = [one for one in state.derived.values() if gone.issuperset(one.members) and one.members]
        judged = [one for one in state.judgements.values() if self._rests_on(one, article)]
        for entry in resting:
            del state.derived[entry.kind, entry.id]
        for judgement in judged:
            del state.judgements[judgement.id]
        self._spoil(gone, leaving=gone)
        return Removed(revisions=revisions, records=len(gone), judgements=len(judged), derived=len(resting))

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement."""
        self._state.judgements.setdefault(judgement.id, judgement)

    def derive(self, kind: str, entries: Iterable[Derived]) -> None:
        """Put these in the place of all of a kind."""
        self._state.derived = {key: one for key, one in self._state.derived.items() if one.kind != kind}
        here = {record.id for revisions in self._state.codings.values() for record in newest(revisions)}
        for one in entries:
            stale = one.stale or not here.issuperset(one.members)
            self._state.derived[kind, one.id] = structs.replace(one, kind=kind, stale=stale)

    def mark(self, key: str, value: str) -> None:
        """Write a line of the journal."""
        self._state.journal[key] = value

    def _put(self, coding: Coding) -> None:
        revisions = self._state.codings.setdefault(coding.stored.article.id, {})
        before = newest(revisions)
        revisions[coding.stored.article.revision] = coding
        self._spoil(touched(before, newest(revisions)), leaving=frozenset())

    def _rests_on(self, judgement: Judgement, article: ArticleId) -> bool:
        """Whether a judgement is on an article and on no other that is there; the article itself is gone by now."""
        others = [one for one in judgement.articles if one in self._state.codings]
        return article in judgement.articles and len(others) == 0

    def _spoil(self, records: Iterable[RecordId], *, leaving: Iterable[RecordId]) -> None:
        """Mark what rests on records as to be derived again; those that leave are no members any more."""
        records, leaving = frozenset(records), frozenset(leaving)
        for key, one in self._state.derived.items():
            if not records.isdisjoint(one.members):
                members = tuple(member for member in one.members if member not in leaving)
                self._state.derived[key] = structs.replace(one, stale=True, members=members)
