"""All articles of a run that have no date → for each, what those that are like it tell of its days (docs/dating.md).

Each is a voice by its own words and tables alone, never by what it was told by others: so none confirms itself.
"""

import hashlib
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman.model.dating import Likeness
from dragoman.model.interval import Interval
from dragoman.model.span import Span
from dragoman.resolve import undated_days as curves
from dragoman.resolve import undated_pool as pool
from dragoman.resolve.undated_clues import Weighed
from dragoman.resolve.undated_days import Curve
from dragoman.resolve.undated_numbers import numbers

MOST = 2000
"""So many articles are heard, some 45 kB each; of a greater run a sample that its order does not change."""
COMMON = 200
"""Articles that a word stands in at most, if it is to find others like one: keeps the search linear."""
Places = NDArray[np.int64]


class Voice(NamedTuple):
    """An article without a date: its words, its acts, and shares of steps by its own clues."""

    words: tuple[str, ...]
    acts: tuple[str, ...]
    shares: pool.Shares


class Kin:
    """The articles of a run that have no date: first all are added, then each may be asked for."""

    def __init__(self) -> None:
        self._voices: dict[str, Voice] = {}

    def add(self, like: Likeness, shares: Curve) -> None:
        """Let an article be a voice.

        Args:
            like: By what others are found to be like it.
            shares: The shares of days by its own clues.
        """
        words = tuple(map(sys.intern, like.words))
        self._voices[like.article] = Voice(words, like.acts, pool.steps(shares))
        if len(self._voices) > 2 * MOST:
            self._voices = _sample(self._voices)

    def clues(self, like: Likeness) -> Iterator[Weighed]:
        """What the others tell: those of the same acts, and those of like words."""
        known = self._known
        same = known.of_acts(like)
        if len(same) > 0:
            yield _clue(same, "that tell the same", pool.tied(known.shares(same)))
        others, voices = known.nearest(like, same)
        if len(others) > 0:
            yield _clue(others, "of like words", pool.pooled(known.shares(others), voices))

    @cached_property
    def _known(self) -> "_Known":
        return _Known(_sample(self._voices))


def _sample(voices: Mapping[str, Voice]) -> dict[str, Voice]:
    """At most so many of them as are kept, whatever their order was."""
    chosen = sorted(voices, key=lambda name: hashlib.sha256(name.encode(errors="replace")).digest())[:MOST]
    return {name: voices[name] for name in sorted(chosen)}


def _clue(others: Sequence[int], what: str, found: pool.Pooled) -> Weighed:
    detail = f"undated reports of the run {what} ({len(others)}): together most likely of {_days(found.steps).edtf}"
    return Weighed("kin", detail, Span(0, 0), found.curve * numbers().kin.weight, holds=True)


def _days(steps: Curve) -> Interval:
    first, last = curves.shortest(steps / steps.sum(), numbers().likely)
    return Interval.days(curves.day(first * pool.STEP), curves.day(min((last + 1) * pool.STEP, len(curves.days())) - 1))


class _Known:
    """The voices, found by their words and acts."""

    def __init__(self, voices: Mapping[str, Voice]) -> None:
        self._voices = list(voices.values())
        self._places = {name: place for place, name in enumerate(voices)}
        self._number = self._numbered()
        self._rows = [self._row(voice.words) for voice in self._voices]
        self._having = _inverted(self._rows)
        self._doing: defaultdict[str, list[int]] = defaultdict(list)
        for place, voice in enumerate(self._voices):
            for act in voice.acts:
                self._doing[act].append(place)

    def of_acts(self, like: Likeness) -> list[int]:
        """The places of the voices that tell an act that this one tells, at most so many as a word may find."""
        found = {place for act in like.acts for place in self._doing.get(act, ())}
        return sorted(found - {self._places.get(like.article, -1)})[:COMMON]

    def nearest(self, like: Likeness, but: Sequence[int]) -> tuple[list[int], Curve]:
        """The places of the voices whose words are most like an article's, and how much each of them counts."""
        row = self._row(like.words)
        scores = self._scores(row)
        for place in (self._places.get(like.article, -1), *but):
            scores.pop(place, None)
        most = min(numbers().kin.others, round(len(self._voices) * numbers().kin.part))
        chosen = sorted(scores, key=lambda place: (-round(scores[place], 9), place))[:most]
        return chosen, self._counts(chosen, row)

    def shares(self, places: Sequence[int]) -> pool.Shares:
        """The shares of steps of some voices."""
        return np.array([self._voices[place].shares for place in places])

    def _numbered(self) -> dict[str, tuple[int, float]]:
        """The words that find others, each with its number and how rare it is; none if there are too few articles."""
        every = len(self._voices)
        if every < numbers().run.enough:
            return {}
        having = Counter(word for voice in self._voices for word in voice.words)
        most = min(COMMON, every * numbers().kin.common)
        kept = sorted(word for word, count in having.items() if 1 < count <= most)
        return {word: (place, math.log(every / having[word])) for place, word in enumerate(kept)}

    def _row(self, words: Iterable[str]) -> "_Row":
        known = sorted({self._number[word] for word in words if word in self._number})
        weights = np.array([rareness for _, rareness in known])
        return _Row(np.array([number for number, _ in known], dtype=np.int64), weights / (_length(weights) or 1))

    def _scores(self, row: "_Row") -> dict[int, float]:
        """By place, how like the words are: the cosine of their rareness."""
        if len(row.words) == 0:
            return {}
        found = [self._having[number] for number in row.words]
        places = np.concatenate([places for places, _ in found])
        weights = np.concatenate([w * weight for (_, weight), w in zip(found, row.weights, strict=True)])
        every, which = np.unique(places, return_inverse=True)
        return dict(zip(every.tolist(), np.bincount(which, weights).tolist(), strict=True))

    def _counts(self, chosen: Sequence[int], row: "_Row") -> Curve:
        """How much each of the chosen counts: those that are like each other, or this one, share a voice."""
        found = numbers().kin
        likeness = _cosines([*(self._rows[place] for place in chosen), row])
        same = np.clip((likeness - found.apart) / (found.same - found.apart), 0.0, 1.0)
        np.fill_diagonal(same, 1.0)
        return np.asarray(1 / same[:-1].sum(axis=1))


class _Row(NamedTuple):
    """The numbers of an article's words, and their weights, together of length 1."""

    words: Places
    weights: Curve


def _inverted(rows: Sequence[_Row]) -> dict[int, tuple[Places, Curve]]:
    """By word: the places of the articles that have it, and its weights there."""
    words = np.concatenate([np.empty(0, np.int64), *(row.words for row in rows)])
    if len(words) == 0:
        return {}
    weights = np.concatenate([row.weights for row in rows])
    places = np.repeat(np.arange(len(rows)), [len(row.words) for row in rows])
    order = np.argsort(words, kind="stable")
    every, starts = np.unique(words[order], return_index=True)
    parts = zip(every, np.split(places[order], starts[1:]), np.split(weights[order], starts[1:]), strict=True)
    return {int(word): (some, weight) for word, some, weight in parts}


def _cosines(rows: Sequence[_Row]) -> Curve:
    """How like each article is to each other one."""
    words, which = np.unique(np.concatenate([row.words for row in rows]), return_inverse=True)
    table = np.zeros((len(rows), len(words)))
    table[np.repeat(np.arange(len(rows)), [len(row.words) for row in rows]), which] = np.concatenate(
        [row.weights for row in rows]
    )
    return np.asarray(table @ table.T)


def _length(weights: Curve) -> float:
    return float(np.sqrt((weights**2).sum()))
