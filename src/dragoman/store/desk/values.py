"""The small values that stand beside articles and records in a desk: runs, judgements, derived entries, edits."""

import datetime as dt

import msgspec

from dragoman.model.event import Record
from dragoman.model.ids import ArticleId, RecordId
from dragoman.model.span import Span
from dragoman.store.desk.ids import DerivedId, JudgementId, RunId, digest


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """What made records: the coder and its models by name and version, and the settings that can change a record.

    Two runs of the same coder with the same models and settings are the same run; when it was made is no part of it.
    """

    coder: str
    models: tuple[str, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> RunId:
        """Hash of coder, models and settings."""
        return RunId(digest((self.coder, self.models, self.settings)))


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody decided about one record or several, with reason, name and time; never changed afterwards.

    Attributes:
        kind: What was asked, in a fixed word ("record", "field", "same-happening" …).
        records: The records that it is on.
        articles: The articles that these come from: it goes only when all of them go.
        verdict: The answer, in a fixed word ("right", "wrong", "yes", "no" …).
        field: The field that it is on, where it is not the whole record.
        value: What should stand there instead, as JSON.
        reason: Why, in words.
        by: Who, a person's or a program's name.
        at: When, with its zone.
        score: How sure, from 0 to 1, where that is known.
    """

    kind: str
    records: tuple[RecordId, ...]
    articles: tuple[ArticleId, ...]
    verdict: str
    field: str | None = None
    value: str | None = None
    reason: str = ""
    by: str
    at: dt.datetime
    score: float | None = None

    @property
    def id(self) -> JudgementId:
        """Hash of all that it says: the same judgement twice is one."""
        return JudgementId(digest((msgspec.to_builtins(self),)))


def judged(*records: Record, **fields: object) -> Judgement:
    """A judgement on records; kind, verdict, by and at are to be named."""
    told = {
        "records": tuple(record.id for record in records),
        "articles": tuple(sorted({record.article.id for record in records})),
    }
    return msgspec.convert(told | fields, Judgement)


class Derived(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that follows from records and can be made again: a happening, or a line of a ledger.

    Attributes:
        kind: happening, or the ledger's name.
        id: Its id, given by what derives it.
        members: The records that it rests on.
        body: What it says, as JSON.
        day: Its first day, where it has one.
        last_day: Its last day, where it has one.
        stale: Whether a member has changed or gone since it was derived.
    """

    kind: str
    id: DerivedId
    members: tuple[RecordId, ...]
    body: str
    day: dt.date | None = None
    last_day: dt.date | None = None
    stale: bool = False


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """One difference between two revisions: characters of the older text, and those of the newer in their place."""

    before: Span
    after: Span


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a dated article tells that helps to date others.

    Attributes:
        key: Under what others look for it: type and parties of an act, or a name.
        day: Its first day, or the day of the article.
        body: What it says, as JSON; empty for a name.
    """

    key: str
    day: dt.date
    body: str = ""
