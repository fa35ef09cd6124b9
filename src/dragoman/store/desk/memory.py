"""A desk in memory: what the others must do, in the fewest words; gone when it is let go of.

It serves tests and short work. Everything that follows from what was handed in is worked out when it is asked for.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

import msgspec
from msgspec import structs

from dragoman.errors import UsageError
from dragoman.model.because import Issue
from dragoman.model.event import Record
from dragoman.model.ids import ArticleId, RecordId, Revision
from dragoman.store.desk import checks, order
from dragoman.store.desk.base import (
    Change,
    Coding,
    Desk,
    Fault,
    Outcome,
    Removed,
    Standing,
    StoredRevision,
    View,
    Writer,
)
from dragoman.store.desk.change import changed, touched
from dragoman.store.desk.dump import dump
from dragoman.store.desk.ids import DerivedId, JudgementId
from dragoman.store.desk.values import Derived, Judgement, Run, Told
from dragoman.store.desk.wire import body


class State(msgspec.Struct, kw_only=True):
    """What was handed in."""

    codings: dict[ArticleId, dict[Revision, Coding]] = {}
    judgements: dict[JudgementId, Judgement] = {}
    derived: dict[tuple[str, DerivedId], Derived] = {}
    journal: dict[str, str] = {}

    def copied(self) -> "State":
        """The same in containers of its own."""
        return State(
            codings={name: dict(one) for name, one in self.codings.items()},
            judgements=dict(self.judgements),
            derived=dict(self.derived),
            journal=dict(self.journal),
        )


class MemoryDesk(Desk):
    """A desk that nobody else sees."""

    def __init__(self) -> None:
        self.state = State()
        self.turn = Lock()

    def writer(self) -> "MemoryWriter":
        """What changes it."""
        return MemoryWriter(self)

    def view(self) -> "MemoryView":
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
        here = {record.id for revisions in self._state.codings.values() for record in _current(revisions)}
        for one in entries:
            stale = one.stale or not here.issuperset(one.members)
            self._state.derived[kind, one.id] = structs.replace(one, kind=kind, stale=stale)

    def mark(self, key: str, value: str) -> None:
        """Write a line of the journal."""
        self._state.journal[key] = value

    def _put(self, coding: Coding) -> None:
        revisions = self._state.codings.setdefault(coding.stored.article.id, {})
        before = _current(revisions)
        revisions[coding.stored.article.revision] = coding
        self._spoil(touched(before, _current(revisions)), leaving=frozenset())

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


def _current(revisions: dict[Revision, Coding]) -> tuple[Record, ...]:
    """The records of the newest revision."""
    if len(revisions) == 0:
        return ()
    return max(revisions.values(), key=lambda one: order.age(one.stored)).records


class MemoryView(View):
    """Reads a state that changes no more."""

    def __init__(self, state: State) -> None:
        self._state = state

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is open."""

    def codings(self) -> Iterator[Coding]:
        """All revisions with their records."""
        for name in sorted(self._state.codings):
            yield from sorted(self._state.codings[name].values(), key=lambda one: order.age(one.stored))

    def articles(self) -> Iterator[StoredRevision]:
        """All revisions."""
        for name in sorted(self._state.codings):
            yield from self.revisions(name)

    def undated(self) -> Iterator[StoredRevision]:
        """Current revisions of articles that were read without a date."""
        return (one for one in self.articles() if one.current and not order.dated(one.stored.article))

    def revisions(self, article: ArticleId) -> tuple[StoredRevision, ...]:
        """The revisions of one article."""
        found = self._state.codings.get(article, {}).values()
        return order.chain((one.stored, one.run.id) for one in found)

    def copies(self) -> tuple[tuple[ArticleId, ...], ...]:
        """Articles of one text."""
        return order.copies(one.stored.article for one in self.articles() if one.current)

    def record(self, record: RecordId) -> Record | None:
        """A record by its id."""
        return next((one for coding in self.codings() for one in coding.records if one.id == record), None)

    def records(self, article: ArticleId | None = None) -> Iterator[Record]:
        """The records of current revisions."""
        names = self._state.codings if article is None else [article]
        found = [one for name in names for one in _current(self._state.codings.get(name, {}))]
        return iter(sorted(found, key=lambda one: one.id))

    def lines(self) -> Iterator[bytes]:
        """The lines of current revisions."""
        return (body(one).encode() + b"\n" for one in self.records())

    def judgements(self, record: RecordId | None = None) -> tuple[Judgement, ...]:
        """Judgements by time and id."""
        found = [one for one in self._state.judgements.values() if record is None or record in one.records]
        return tuple(sorted(found, key=lambda one: (order.instant(one.at), one.id)))

    def derived(self, kind: str) -> Iterator[Derived]:
        """The derived entries of a kind."""
        return iter(sorted((one for one in self._state.derived.values() if one.kind == kind), key=lambda one: one.id))

    def issues(self, article: ArticleId | None = None) -> Iterator[tuple[ArticleId, Revision, Issue]]:
        """What was left open."""
        for coding in self.codings():
            told = coding.stored.article
            if article is None or told.id == article:
                yield from ((told.id, told.revision, issue) for issue in coding.issues)

    def told(self, keys: Iterable[str], most: int) -> tuple[Told, ...]:
        """What current revisions tell under any of these keys."""
        wanted = frozenset(keys)
        found = {(one.day, one.body): one for one in self._told() if one.key in wanted}
        return tuple(found[key] for key in sorted(found)[:most])

    def told_days(self, key: str, most: int | None = None) -> tuple[tuple[dt.date, int], ...]:
        """Days under a key."""
        days = Counter(one.day for one in self._told() if one.key == key)
        return tuple(sorted(days.items())[:most])

    def _told(self) -> Iterator[Told]:
        for revisions in self._state.codings.values():
            yield from max(revisions.values(), key=lambda one: order.age(one.stored)).told

    def runs(self) -> tuple[Run, ...]:
        """The runs whose records are there."""
        found = {coding.run.id: coding.run for coding in self.codings()}
        return tuple(found[name] for name in sorted(found))

    def marked(self, key: str) -> str | None:
        """A line of the journal."""
        return self._state.journal.get(key)

    def standing(self) -> Standing:
        """How much is there."""
        codings = list(self.codings())
        current = sum(1 for _ in self.records())
        return Standing(
            articles=len(self._state.codings),
            revisions=len(codings),
            records=current,
            superseded=sum(len(one.records) for one in codings) - current,
            judgements=len(self._state.judgements),
            derived=len(self._state.derived),
            issues=sum(len(one.issues) for one in codings),
            runs=len(self.runs()),
        )

    def dump(self) -> Iterator[bytes]:
        """Everything in one order."""
        return dump(self, sorted({one.kind for one in self._state.derived.values()}))

    def verify(self) -> Iterator[Fault]:
        """Everything that cannot be right."""
        for coding in self.codings():
            yield from checks.faults(coding)
