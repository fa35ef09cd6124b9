"""Writes a desk in a database: gathers rows, writes them in large steps, settles what a revision changes in others."""

from collections.abc import Iterable
from types import TracebackType
from typing import NamedTuple

from sqlalchemy import Engine, Table, delete, func, insert, select, update

from dragoman.model.ids import ArticleId
from dragoman.store.desk import order, tables
from dragoman.store.desk.base import Change, Coding, Outcome, Removed, StoredArticle, StoredRevision, Writer
from dragoman.store.desk.change import changed, touched
from dragoman.store.desk.dialect import Dialect
from dragoman.store.desk.ids import RunId
from dragoman.store.desk.rows import Batch
from dragoman.store.desk.sql_beside import Beside
from dragoman.store.desk.sql_records import Kept, Records
from dragoman.store.desk.values import Derived, Judgement, Run
from dragoman.store.desk.wire import body, key, value

RECORDS_AT_ONCE = 500
"""Records handed to the database together: more are no faster, as Python then has more to sweep up."""
ANALYSED = "analysed"
"""The line of the journal that tells how many records there were when the database last looked at what it holds."""
ANALYSED_AFTER = 1.2
"""How many times as large a desk has to be before that is done again; plans do not hang on less."""
_REVISIONS = (
    "SELECT revisions.n, runs.id, revisions.body FROM articles JOIN revisions ON revisions.article = articles.n "
    "JOIN runs ON runs.n = revisions.run WHERE articles.id = {}"
)
"""Asked for every article, so it goes past what composes statements."""


class Old(NamedTuple):
    """A revision that is there."""

    n: int
    run: RunId
    stored: StoredArticle


class SqlWriter(Writer):
    """Begins a step with the first change, and ends it with `commit`."""

    def __init__(self, engine: Engine, dialect: Dialect) -> None:
        self._dialect = dialect
        self._connection = dialect.writing(engine)
        self._batch = Batch(dialect)
        self._records = Records(self._connection, self._batch)
        self._beside = Beside(self._connection)
        self._next: dict[Table, int] = {}
        self._runs: dict[RunId, int] = {}
        self._waiting: set[ArticleId] = set()
        self._added = 0
        self._asked = _REVISIONS.format(dialect.named.format("article"))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self.commit()
                self._analyse()
            else:
                self._connection.rollback()
        finally:
            self._connection.close()

    def commit(self) -> None:
        """End the step."""
        if self._connection.in_transaction():
            self._flush()
            self._connection.commit()
        self._next, self._runs = {}, {}

    def add(self, coding: Coding) -> Outcome:
        """Keep a coded article."""
        coding = order.normal(coding)
        old = self._revisions(coding.stored.article.id)
        same = old.get(coding.stored.article.revision)
        if len(old) == 0:
            self._add_first(coding)
            return "new"
        if same is None or order.told_before(coding, self._coding(same)):
            self._put(coding, same)
        return "revision" if same is None else "same"

    def recode(self, coding: Coding) -> Change:
        """Put the records of another run in the place of a revision's."""
        coding = order.normal(coding)
        same = self._revisions(coding.stored.article.id).get(coding.stored.article.revision)
        if same is None:
            self.add(coding)
            return changed((), coding.records)
        before = [one.record for one in self._records.of(same.n)]
        self._put(order.seen_with(coding, same.stored), same)
        return changed(before, coding.records)

    def remove(self, article: ArticleId) -> Removed:
        """Take an article away."""
        gone = [(one.n, self._records.of(one.n)) for one in self._revisions(article).values()]
        self._begin()
        records = frozenset(kept.record.id for _, found in gone for kept in found)
        for n, _ in gone:
            self._records.take(n)
        derived = self._beside.leave(records)
        self._connection.execute(delete(tables.articles).where(tables.articles.c.id == key(article)))
        judgements = self._beside.leave_judgements(key(article))
        self._flush()
        self._drop_runs()
        return Removed(revisions=len(gone), records=len(records), judgements=judgements, derived=derived)

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement."""
        self._begin()
        self._beside.judge(judgement, self._number(tables.judgements))

    def derive(self, kind: str, entries: Iterable[Derived]) -> None:
        """Put these in the place of all of a kind."""
        self._begin()
        self._flush()
        self._beside.derive(kind, ((self._number(tables.derived), entry) for entry in entries))

    def mark(self, key: str, value: str) -> None:
        """Write a line of the journal."""
        self._begin()
        self._beside.mark(key, value)

    def _begin(self) -> None:
        """Take one's turn, if that was not done in this step."""
        if not self._connection.in_transaction():
            self._dialect.lock(self._connection)

    def _number(self, table: Table) -> int:
        """The next number of a table; nobody else gives any in this step."""
        if table not in self._next:
            last = self._connection.scalar(select(func.max(table.c.n)))
            self._next[table] = 0 if last is None else last
        self._next[table] += 1
        return self._next[table]

    def _revisions(self, article: ArticleId) -> dict[str, Old]:
        """The revisions of an article that are there."""
        self._begin()
        if article in self._waiting:
            self._flush()
        rows = self._connection.exec_driver_sql(self._asked, {"article": key(article)})
        found = [Old(n, RunId(run), value(told, StoredArticle)) for n, run, told in rows]
        return {one.stored.article.revision: one for one in found}

    def _coding(self, old: Old) -> Coding:
        """A revision as it was handed in."""
        return self._records.coding(old.n, old.stored, self._run_of(old.run))

    def _run_of(self, run: RunId) -> Run:
        told = self._connection.scalar(select(tables.runs.c.body).where(tables.runs.c.id == run))
        return value(told or "", Run)

    def _add_first(self, coding: Coding) -> None:
        """An article that nobody knew: nothing has to be settled."""
        article, revision = self._number(tables.articles), self._number(tables.revisions)
        self._batch.add(tables.articles, (article, key(coding.stored.article.id)))
        told = StoredRevision(stored=coding.stored, run=coding.run.id, current=True)
        self._batch.revision(revision, article, self._run(coding.run), told)
        self._fill(revision, coding, current=True)
        self._waiting.add(coding.stored.article.id)
        if self._batch.records >= RECORDS_AT_ONCE:
            self._batch.flush_rows(self._connection)
            self._waiting = set()

    def _fill(self, revision: int, coding: Coding, *, current: bool) -> None:
        """What belongs to a revision."""
        self._batch.issues(revision, coding.issues)
        self._batch.told(revision, coding.told)
        for place, record in enumerate(coding.records):
            n = self._number(tables.records)
            self._batch.record(n, revision, place, record)
            if current:
                self._batch.index(n, record)
        self._added += len(coding.records)

    def _put(self, coding: Coding, old: Old | None) -> None:
        """A revision beside others, or in the place of the same one coded before."""
        article = coding.stored.article.id
        n = self._article(article)
        before = self._current(n)
        if old is not None:
            self._records.take(old.n)
            self._connection.execute(delete(tables.revisions).where(tables.revisions.c.n == old.n))
        revision = self._number(tables.revisions)
        told = StoredRevision(stored=coding.stored, run=coding.run.id, current=False)
        self._batch.revision(revision, n, self._run(coding.run), told)
        self._fill(revision, coding, current=False)
        self._flush()
        self._settle(article)
        self._beside.spoil(touched((one.record for one in before), (one.record for one in self._current(n))))
        self._drop_runs()

    def _settle(self, article: ArticleId) -> None:
        """See which revision is current, what each changed, and that records of the current one are found."""
        there = self._revisions(article)
        for told in order.chain((one.stored, one.run) for one in there.values()):
            n = there[told.stored.article.revision].n
            edits = None if told.edits is None else order.written(told.edits)
            columns = {"turn": told.turn, "current": told.current, "before": told.before, "edits": edits}
            self._connection.execute(update(tables.revisions).where(tables.revisions.c.n == n).values(columns))
            if told.current:
                self._records.show(n)
            else:
                self._records.hide(n)
        self._flush()

    def _article(self, article: ArticleId) -> int:
        found = self._connection.scalar(select(tables.articles.c.n).where(tables.articles.c.id == key(article)))
        return -1 if found is None else found

    def _current(self, article: int) -> list[Kept]:
        """The records of an article's current revision."""
        revisions = tables.revisions.c
        asked = select(revisions.n).where(revisions.article == article, revisions.current)
        return [kept for n in self._connection.scalars(asked).all() for kept in self._records.of(n)]

    def _run(self, run: Run) -> int:
        """The number of a run, which is added if it is not there."""
        if run.id not in self._runs:
            found = self._connection.scalar(select(tables.runs.c.n).where(tables.runs.c.id == run.id))
            if found is None:
                found = self._number(tables.runs)
                self._connection.execute(insert(tables.runs).values(n=found, id=run.id, body=body(run)))
            self._runs[run.id] = found
        return self._runs[run.id]

    def _drop_runs(self) -> None:
        """Runs whose records are all gone go too."""
        used = select(tables.revisions.c.run)
        self._connection.execute(delete(tables.runs).where(tables.runs.c.n.not_in(used)))
        self._runs = {}

    def _flush(self) -> None:
        self._batch.flush(self._connection)
        self._waiting = set()

    def _analyse(self) -> None:
        """Have the database look at what it holds, if much was added."""
        if self._added == 0:
            return
        total = self._connection.scalar(select(func.max(tables.records.c.n))) or 0
        journal = tables.journal.c
        last = self._connection.scalar(select(journal.value).where(journal.key == ANALYSED)) or "0"
        self._connection.commit()
        if total > int(last) * ANALYSED_AFTER:
            self._begin()
            self._dialect.analyse(self._connection)
            self._beside.mark(ANALYSED, str(total))
            self._connection.commit()
