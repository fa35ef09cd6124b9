"""What a desk keeps and how it is written and read: the frozen values and the protocols that every backend answers to.

A desk keeps articles in all their revisions, the records of each revision, people's judgements of them, what was
derived from them, what was left open, and which coder made them. Nothing here knows how a backend does it.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Literal, Protocol

import msgspec

from dragoman.model.article import Article
from dragoman.model.because import Issue
from dragoman.model.event import Record
from dragoman.model.ids import ArticleId, RecordId, Revision
from dragoman.store.desk.ids import DerivedId, JudgementId, RunId
from dragoman.store.desk.values import Derived, Edit, Judgement, Run, Told

Outcome = Literal["new", "revision", "same"]


class StoredArticle(msgspec.Struct, frozen=True, kw_only=True):
    """One revision of an article as it lies in the desk.

    Attributes:
        article: The article; its text is empty where it may not be kept.
        seen: When this text was first seen, with its zone: the file's time, or that of the download.
        length: Characters of the text.
        kept: Whether the text is kept; if not, its hash (`article.revision`), its length and the spans remain.
    """

    article: Article
    seen: dt.datetime
    length: int
    kept: bool = True


class Coding(msgspec.Struct, frozen=True, kw_only=True):
    """What one run made of one revision of an article: what is handed to a writer.

    Attributes:
        stored: The revision.
        run: The run that coded it.
        records: Its records, in the order of the text.
        issues: What the run left open in it.
        told: What it tells that helps to date others, where it has a date itself.
    """

    stored: StoredArticle
    run: Run
    records: tuple[Record, ...]
    issues: tuple[Issue, ...] = ()
    told: tuple[Told, ...] = ()


class StoredRevision(msgspec.Struct, frozen=True, kw_only=True):
    """A revision with what follows from its neighbours.

    Attributes:
        stored: The revision.
        run: The run whose records it has.
        turn: Its place among the revisions of its article, from 0.
        current: Whether it is the newest of its article; only the records of such are found by queries.
        before: The revision that it came after.
        edits: What it changed there; None where it is the first or a text is not kept.
    """

    stored: StoredArticle
    run: RunId
    turn: int = 0
    current: bool
    before: Revision | None = None
    edits: tuple[Edit, ...] | None = None


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What a new coding of a revision changed, by the ids of records.

    Attributes:
        added: Records that were not there.
        removed: Records that are gone; judgements on them stay.
        changed: Records at the same place in the text that say something else now.
        kept: So many stayed byte for byte.
    """

    added: tuple[RecordId, ...] = ()
    removed: tuple[RecordId, ...] = ()
    changed: tuple[RecordId, ...] = ()
    kept: int = 0


class Removed(msgspec.Struct, frozen=True, kw_only=True):
    """How much went with an article: what rested on it and on nothing else."""

    revisions: int = 0
    records: int = 0
    judgements: int = 0
    derived: int = 0


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Something in a desk that cannot be right: a fixed word that can be counted, where it is, and what it is."""

    kind: str
    where: str
    detail: str = ""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How much a desk holds; `records` counts those of current revisions, `superseded` the others."""

    articles: int = 0
    revisions: int = 0
    records: int = 0
    superseded: int = 0
    judgements: int = 0
    derived: int = 0
    issues: int = 0
    runs: int = 0


class Writer(AbstractContextManager["Writer"], Protocol):
    """Changes a desk; one at a time, a second one waits.

    Leaving the block keeps all; an error in it leaves the desk as it was at the last `commit`.
    """

    def add(self, coding: Coding) -> Outcome:
        """Keep a coded article: "new", a "revision" beside older ones, or the "same" as was there.

        What is kept of the same text told twice is what was seen first, so that the order of adding is nothing.
        """

    def recode(self, coding: Coding) -> Change:
        """Put the records of another run in the place of a revision's; the article, if it is not there, is added."""

    def remove(self, article: ArticleId) -> Removed:
        """Take an article away with everything that rested on it alone."""

    def judge(self, judgement: Judgement) -> None:
        """Keep a person's or program's judgement, for good: there is no way to change or to take back one."""

    def derive(self, kind: str, entries: Iterable[Derived]) -> None:
        """Put these in the place of all derived entries of a kind; one with a member that is not there is stale."""

    def mark(self, key: str, value: str) -> None:
        """Write a line of the journal, in the same step as what else is written; an old one of that key is replaced."""

    def commit(self) -> None:
        """Keep what was written so far, whatever happens next."""


class View(AbstractContextManager["View"], Protocol):
    """Reads a desk as it was when the view was opened; it never waits for a writer."""

    def articles(self) -> Iterator[StoredRevision]:
        """All revisions of all articles, by id of the article, oldest first."""

    def codings(self) -> Iterator[Coding]:
        """All that was handed in of articles and is still there, by id of the article, oldest revision first."""

    def undated(self) -> Iterator[StoredRevision]:
        """The current revisions of articles that were read without a date, by id of the article."""

    def revisions(self, article: ArticleId) -> tuple[StoredRevision, ...]:
        """The revisions of one article, oldest first; empty for one that is not there."""

    def copies(self) -> tuple[tuple[ArticleId, ...], ...]:
        """Articles that now have the very same text, by its hash: the ids of each such text, all sorted."""

    def record(self, record: RecordId) -> Record | None:
        """A record by its id, also of a superseded revision."""

    def records(self, article: ArticleId | None = None) -> Iterator[Record]:
        """The records of current revisions, of all articles or of one, in the order of their ids."""

    def lines(self) -> Iterator[bytes]:
        """The records of current revisions as the lines that `dragoman code` wrote, in the order of their ids."""

    def judgements(self, record: RecordId | None = None) -> tuple[Judgement, ...]:
        """All judgements, or those on one record, by time and id; also when the record is gone."""

    def derived(self, kind: str) -> Iterator[Derived]:
        """The derived entries of a kind, by id."""

    def issues(self, article: ArticleId | None = None) -> Iterator[tuple[ArticleId, Revision, Issue]]:
        """What was left open, in all articles or in one."""

    def told(self, keys: Iterable[str], most: int) -> tuple[Told, ...]:
        """What current revisions tell under any of these keys, each once, by day and body; at most so many."""

    def told_days(self, key: str, most: int | None = None) -> tuple[tuple[dt.date, int], ...]:
        """Days under a key, and how many current revisions tell it on each; the first so many."""

    def runs(self) -> tuple[Run, ...]:
        """The runs whose records are there, by id."""

    def marked(self, key: str) -> str | None:
        """A line of the journal."""

    def standing(self) -> Standing:
        """How much is there."""

    def dump(self) -> Iterator[bytes]:
        """Everything but the journal as JSON lines in one order: equal desks give equal bytes, `restore` takes them."""

    def verify(self) -> Iterator[Fault]:
        """Everything that cannot be right: hashes, spans, ids, ties between rows, and what the indexes hold."""


class Desk(AbstractContextManager["Desk"], Protocol):
    """A place where reports and all that was read from them are kept."""

    def writer(self) -> Writer:
        """What changes it; to be used in a `with` block."""

    def view(self) -> View:
        """What reads it; to be used in a `with` block."""

    def backup(self, path: str | Path) -> None:
        """Write a copy that can be opened, whole or not at all, while others go on reading and writing."""

    def close(self) -> None:
        """Let go of files and connections."""


__all__ = [
    "Change",
    "Coding",
    "Derived",
    "DerivedId",
    "Desk",
    "Edit",
    "Fault",
    "Judgement",
    "JudgementId",
    "Outcome",
    "Removed",
    "Run",
    "RunId",
    "Standing",
    "StoredArticle",
    "StoredRevision",
    "Told",
    "View",
    "Writer",
]
