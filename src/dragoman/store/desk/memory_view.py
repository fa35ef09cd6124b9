"""What lies in a desk in memory, and how it is read; what follows from it is worked out when it is asked for."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from types import TracebackType

import msgspec

from dragoman.model.because import Issue
from dragoman.model.event import Record
from dragoman.model.ids import ArticleId, RecordId, Revision
from dragoman.store.desk import checks, order
from dragoman.store.desk.base import Coding, Fault, Standing, StoredRevision, View
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


def newest(revisions: dict[Revision, Coding]) -> tuple[Record, ...]:
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
        found = [one for name in names for one in newest(self._state.codings.get(name, {}))]
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
