"""Patterns of words → where a sentence has them: how the calendar finds the events and names that a sentence tells.

A pattern is one or more parts joined by `+`, all of which must stand in one sentence, near each other; alternatives are
set apart by `;`, single words by `|`. Letters in lower case match capitals too.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from dragoman.model.span import Span

_WORD = re.compile(r"\w+")
NEAR = 8
"""So many places of a word in one sentence are looked at; no name needs more, and long runs of a word stay cheap."""

APART = 25
"""Words between the phrases of a pattern, at most; further apart they mostly tell of different things."""

NUMBER_APART = 8
"""The same for patterns with a bare number: there are many in a report, of many things."""

T = TypeVar("T")
Phrase = tuple[str, ...]
Pattern = tuple[tuple[Phrase, ...], ...]
"""Parts, of each of which one phrase must stand in the sentence."""


class Seen(NamedTuple, Generic[T]):
    """Something of the calendar that a sentence names.

    Attributes:
        what: The event or name.
        span: The first phrase by which it is named.
        words: All phrases of the pattern.
    """

    what: T
    span: Span
    words: frozenset[Span]

    @property
    def exact(self) -> bool:
        """Whether one phrase names it, and not words spread over the sentence."""
        return len(self.words) == 1


class Index(Generic[T]):
    """Patterns by the first words of one of their parts: of that which fewest patterns before them are filed under."""

    def __init__(self) -> None:
        self._by_word: defaultdict[str, list[tuple[int, Pattern, T]]] = defaultdict(list)
        self._number = itertools.count()

    def add(self, patterns: tuple[Pattern, ...], what: T) -> None:
        """Add what some patterns name."""
        for pattern in patterns:
            heads = [{phrase[0].lower() for phrase in part} for part in pattern]
            filed = (next(self._number), pattern, what)
            for word in sorted(min(heads, key=self._crowd)):
                self._by_word[word].append(filed)

    def _crowd(self, words: Iterable[str]) -> int:
        return sum(len(self._by_word.get(word, ())) for word in words)

    def seen(self, text: str, sentence: Span) -> Iterator[Seen[T]]:
        """What a sentence names, in the order of its words; each pattern once."""
        words = [(m[0], Span(*m.span())) for m in _WORD.finditer(text, sentence.start, sentence.end)]
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, (word, _) in enumerate(words):
            if len(places[word.lower()]) < NEAR:
                places[word.lower()].append(place)
        filed = {one[0]: one for word in list(places) for one in self._by_word.get(word, ())}
        found = [
            (spots, number, what)
            for number, pattern, what in filed.values()
            if (spots := _found(pattern, words, places))
        ]
        for spots, _, what in sorted(found, key=lambda one: one[:2]):
            spans = [Span(words[first][1].start, words[last][1].end) for first, last in spots]
            yield Seen(what, spans[0], frozenset(spans))


def _found(pattern: Pattern, words: list[tuple[str, Span]], places: dict[str, list[int]]) -> list[tuple[int, int]]:
    """First and last words of the parts of a pattern, each as near to the first one as it stands; else nothing."""
    if not all(any(phrase[0].lower() in places for phrase in part) for part in pattern):
        return []
    spots: list[tuple[int, int]] = []
    for part in pattern:
        near = spots[0][0] if spots else 0
        here = ((abs(at - near), at, at + len(phrase) - 1) for phrase in part for at in _places(phrase, words, places))
        nearest = min(here, default=None)
        if nearest is None or (spots and nearest[0] > _reach(words[near][0], words[nearest[1]][0])):
            return []
        spots.append(nearest[1:])
    return spots


def _places(phrase: Phrase, words: list[tuple[str, Span]], places: dict[str, list[int]]) -> Iterator[int]:
    """The places of the words where a phrase stands."""
    for place in places.get(phrase[0].lower(), ()):
        if place + len(phrase) <= len(words) and all(map(_same, phrase, (w for w, _ in words[place:]))):
            yield place


def _reach(*words: str) -> int:
    """How far two parts of a pattern may stand from each other, by the words with which they begin."""
    return NUMBER_APART if any(word.isdigit() and len(word) < len("1999") for word in words) else APART


def _same(told: str, word: str) -> bool:
    return told == (word if told != told.lower() else word.lower())


def patterns(text: str) -> tuple[Pattern, ...]:
    """The alternatives of a cell; `|` sets apart single words.

    >>> patterns("fall of Kabul; Kabul|Bagram + evacuation")
    (((('fall', 'of', 'Kabul'),),), ((('Kabul',), ('Bagram',)), (('evacuation',),)))
    """
    told = (cell.split(" + ") for cell in text.split(";") if cell.strip())
    return tuple(tuple(tuple(_alternatives(part)) for part in parts) for parts in told)


def _alternatives(part: str) -> Iterator[Phrase]:
    """A part of a pattern with each of its single words that are set apart by `|`."""
    for words in itertools.product(*(word.split("|") for word in part.split())):
        yield tuple(_WORD.findall(" ".join(words)))
