"""A desk → how it stands: what it holds, by kind and by day, what was left open, and what waits."""

import datetime as dt
from collections import Counter

import msgspec

from dragoman.desk import dating
from dragoman.model.event import Record
from dragoman.model.ids import ArticleId
from dragoman.store.desk.base import Desk, Run, Standing, Writer

_LAST_ADD = "last add"


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """How a desk stands.

    Attributes:
        standing: How many of everything there are.
        records: Records of current revisions by kind.
        first_day: The first day of an article, by its own date.
        last_day: The last one.
        issues: What was left open, by stage and reason.
        runs: The coders whose records are there.
        waiting: Articles without a date that are to be dated again, as dated ones came or went since.
        copies: Ids of articles that have one and the same text, a group for each such text.
        last_add: When articles were last added, in world time.
    """

    standing: Standing
    records: dict[str, int]
    first_day: dt.date | None
    last_day: dt.date | None
    issues: dict[str, int]
    runs: tuple[Run, ...]
    waiting: int
    copies: tuple[tuple[ArticleId, ...], ...]
    last_add: dt.datetime | None


def held(desk: Desk) -> Held:
    """How a desk stands now."""
    with desk.view() as view:
        days = [day for day, _ in view.told_days(dating.ARTICLE)]
        last_add = view.marked(_LAST_ADD)
        return Held(
            standing=view.standing(),
            records=_sorted(Counter(kind(one) for one in view.records())),
            first_day=min(days, default=None),
            last_day=max(days, default=None),
            issues=_sorted(Counter(f"{issue.stage}: {issue.reason}" for _, _, issue in view.issues())),
            runs=view.runs(),
            waiting=sum(1 for _ in dating.behind(view)),
            copies=view.copies(),
            last_add=None if last_add is None else dt.datetime.fromisoformat(last_add),
        )


def added(writer: Writer) -> None:
    """Note that articles were added now."""
    writer.mark(_LAST_ADD, dt.datetime.now(dt.UTC).isoformat(timespec="seconds"))


def kind(record: Record) -> str:
    """event, statement or figure."""
    return str(type(record).__struct_config__.tag)


def _sorted(counted: Counter[str]) -> dict[str, int]:
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
