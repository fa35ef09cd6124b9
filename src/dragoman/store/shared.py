"""An article without a date → what dated ones tell of it too, wherever their tellings are kept: of a run or a desk."""

import datetime as dt
from typing import Protocol

from dragoman.model.coded import Coded
from dragoman.model.dating import Happened, Run, Shared, SharedName
from dragoman.store import parties

KEPT = 40
"""So many dated tellings of the same parties and type are weighed for one act; more add nothing."""
MOST_DAYS = 200
"""A name told on more days tells nothing about one of them, and is not read on."""

Days = tuple[tuple[dt.date, int], ...]
"""Days, and how many articles each has."""


class Tellings(Protocol):
    """Where the tellings of dated articles are kept."""

    def happened(self, keys: tuple[str, ...]) -> tuple[Happened, ...]:
        """What is told under any of these keys, by first day and content; at most `KEPT`."""

    def days_of(self, name: str) -> Days:
        """On which days dated articles had a name; the first `MOST_DAYS` and one more."""

    def weeks(self) -> Days:
        """How many dated articles each week has, by its Monday."""

    def months_of(self, word: str) -> Days:
        """In which months (`month_of`) dated articles had a word; nothing where words are not kept."""


def shared(coded: Coded, tellings: Tellings) -> Run:
    """What an article without a date tells as well, beside what the dated ones tell of it."""
    acts = ((act, tellings.happened(act.keys)) for act in parties.acts(coded))
    names = ((name, span, tellings.days_of(name)) for name, span in parties.names(coded).items())
    return Run(
        acts=tuple(
            Shared(span=act.span, foreseen=act.foreseen, time=act.time, told=told) for act, told in acts if told
        ),
        names=tuple(
            SharedName(name=name, span=span, days=days) for name, span, days in names if 0 < len(days) <= MOST_DAYS
        ),
        days=tellings.weeks(),
        words=tuple(told for word in parties.words(coded) if _several(told := tellings.months_of(word))),
    )


def _several(days: Days) -> bool:
    """Whether more than one article is counted: what only one has tells of no habit."""
    return sum(count for _, count in days) > 1
