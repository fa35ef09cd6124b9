"""Days that follow from the words without being told ("first in 41 years", "90th anniversary", "fifth step").

Reads an article's times and the words around them; gives the day, the word that it hangs on and the arithmetic.
"""

import bisect
import datetime as dt
import functools
import importlib.resources
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
import yaml

from dragoman.extract.clock import Clock
from dragoman.model.annotated import Token
from dragoman.model.interval import Interval
from dragoman.model.resolved import DatedTime, Resolved
from dragoman.model.span import Span
from dragoman.model.syntax import Tree
from dragoman.text import calendar, numbers

SUPERLATIVE = frozenset({"JJS", "RBS"})
_VERBS = frozenset({"VERB", "AUX"})
_ROUGH = {"decade": 2, "centur": 20}
"""Decades and centuries are counted roughly: so many years on either side, as for "a decade ago"."""
NEXT = 4
"""So many times behind "first" are looked at."""
CLIMB = 8
"""Words between a number or time and the verb that both hang on."""
MOST = 1000
"""No ordinal larger than this counts years or steps."""
PHRASE = 60
"""So many words on either side a phrase is taken from."""
LAST_LOOK = 4
"""So many sentences before a numbered step its rhythm may be told."""


class Derived(NamedTuple):
    """A day that follows from the words: the word, the characters that tell it, the days, the arithmetic."""

    token: int
    position: Span
    interval: Interval
    detail: str
    spans: tuple[Span, ...]


class _Words(msgspec.Struct, frozen=True):
    anniversaries: dict[str, int]
    steps: frozenset[str]
    beginnings: frozenset[str]
    firsts: frozenset[str]


@functools.cache
def _words() -> _Words:
    path = importlib.resources.files("dragoman.text") / "data" / "derived.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), _Words)


class Deriver:
    """Works out the untold days of one article."""

    def __init__(self, resolved: Resolved, clock: Clock) -> None:
        self.resolved = resolved
        self.clock = clock
        self.tree: Tree = clock.tree
        self.text = resolved.annotated.article.text
        self.times = tuple(self._placed())
        self.places = [place for place, _ in self.times]
        self.rhythms: dict[int, tuple[DatedTime, str] | None] = {}
        self.by_sentence: dict[int, list[tuple[int, DatedTime]]] = {}
        for first, time in self.times:
            self.by_sentence.setdefault(self.tree.tokens[first].sentence, []).append((first, time))

    def _placed(self) -> Iterator[tuple[int, DatedTime]]:
        """Each time with its head token."""
        starts = {token.span.start: token.i for token in self.tree.tokens}
        for time in self.resolved.times:
            first = starts.get(time.span.start)
            if first is not None:
                yield first, time

    def each(self) -> Iterator[Derived]:
        """The derived days, in the order of the text."""
        for token in self.tree.tokens:
            lemma = token.lemma.lower()
            if lemma in _words().anniversaries:
                found = self._anniversary(token)
            elif lemma in _words().steps:
                found = self._step(token)
            elif lemma in _words().firsts or token.tag in SUPERLATIVE:
                found = self._last_such(token)
            else:
                continue
            if found is not None:
                yield found

    # --- the first in 41 years, the first since 2000

    def _last_such(self, first: Token) -> Derived | None:
        chain = set(self._up(first.i))
        here = bisect.bisect_right(self.places, first.i)
        for place, time in self.times[here : here + NEXT]:
            if self.tree.tokens[place].sentence != first.sentence or not chain & set(self._up(place)):
                continue
            opening = self._opening(place)
            interval = time.interval if opening == "since" else self._so_long_ago(time) if opening == "in" else None
            if interval is not None and interval.start is not None:
                detail = self._told_last(time, interval, opening)
                return self._of(first, interval, detail, time)
        return None

    def _up(self, i: int) -> Iterator[int]:
        """A word and those above it, up to the first verb."""
        for _ in range(CLIMB):
            yield i
            token = self.tree.tokens[i]
            if token.head == i or (token.pos in _VERBS and token.dep not in {"relcl", "acl", "xcomp", "aux"}):
                return
            i = token.head

    def _opening(self, place: int) -> str:
        """The preposition right before a time, over words such as "the last" and "almost"."""
        inside = self.tree.tokens[max(0, place - 2) : place]
        return next((t.text.lower() for t in reversed(inside) if t.pos in {"ADP", "SCONJ"}), "")

    def _so_long_ago(self, time: DatedTime) -> Interval | None:
        """The unit of the calendar around the day reached by going back a length of time from the report."""
        today = self.clock.today
        if today is None or time.type != "DURATION" or time.value is None:
            return None
        day = calendar.length_later(today, time.value, -1)
        if day is None:
            return None
        words = time.span.of(self.text).lower()
        wide = next((years for word, years in _ROUGH.items() if word in words), 0)
        if wide:
            return Interval(dt.date(day.year - wide, 1, 1), dt.date(day.year + wide + 1, 1, 1), approximate=True)
        whole = Interval.year(day.year) if time.value.endswith("Y") else Interval.month(day.year, day.month)
        found = whole if time.value[-1] in "YM" else Interval.day(day)
        return Interval(found.start, found.end, approximate=True) if time.modifier else found

    def _told_last(self, time: DatedTime, interval: Interval, opening: str) -> str:
        if opening == "since" or self.clock.today is None:
            return f"since {interval.edtf}: the one before it was then"
        return f"{self.clock.today.isoformat()} less {time.value}: the one before it was in {interval.edtf}"

    # --- the 90th anniversary

    def _anniversary(self, noun: Token) -> Derived | None:
        years = _words().anniversaries[noun.lemma.lower()] or self._number(noun)
        told = self._told_for(noun)
        base = told or (None if self.clock.today is None else Interval.day(self.clock.today))
        if years is None or base is None or base.start is None:
            return None
        then = calendar.length_later(base.start, f"P{years}Y", -1)
        if then is None:
            return None
        is_day = told is not None and base.last == base.start
        interval = Interval.day(then) if is_day else Interval.year(then.year)
        shown = base.start.isoformat() if is_day else str(base.start.year)
        return self._of(noun, interval, f"{shown} less {years} years = {interval.edtf}", None)

    def _told_for(self, noun: Token) -> Interval | None:
        """The time told for an anniversary or its verb."""
        above = next((i for i in self._up(noun.i) if self.tree.tokens[i].pos in _VERBS), noun.i)
        told = self.clock.told((noun.i, above))
        return None if told is None or told.preposition == "since" else told.time.interval

    def _number(self, noun: Token) -> int | None:
        """The ordinal that counts a noun ("fifth", "90th")."""
        for kid in self.tree.kids(noun.i, "amod", "nummod", "compound"):
            found = numbers.parse(kid.text)
            if found is not None and found.unit == "ordinal" and 0 < found.value <= MOST:
                return int(found.value)
        return None

    # --- a fifth step, every two months, since May

    def _step(self, noun: Token) -> Derived | None:
        number = self._number(noun)
        rhythm = None if number is None else self._rhythm(noun)
        if rhythm is None or number is None:
            return None
        begun, period = rhythm
        if begun.interval is None or begun.interval.start is None or begun.interval.last is None:
            return None
        first = self._moved(begun.interval.start, period, number - 1)
        last = self._moved(begun.interval.last, period, number - 1)
        if first is None or last is None:
            return None
        whole = begun.interval == Interval.month(begun.interval.start.year, begun.interval.start.month)
        interval = Interval.month(first.year, first.month) if whole else Interval.days(first, last)
        detail = f"{begun.interval.edtf} and {number} - 1 times {period} = {interval.edtf}"
        return self._of(noun, interval, detail, begun)

    def _moved(self, day: dt.date, period: str, times: int) -> dt.date | None:
        for _ in range(times):
            moved = calendar.length_later(day, period)
            if moved is None:
                return None
            day = moved
        return day

    def _rhythm(self, noun: Token) -> tuple[DatedTime, str] | None:
        """Since when and how often, told in the same sentence or shortly before."""
        for sentence in range(noun.sentence, max(-1, noun.sentence - LAST_LOOK), -1):
            if sentence not in self.rhythms:
                self.rhythms[sentence] = self._rhythm_of(sentence)
            found = self.rhythms[sentence]
            if found is not None:
                return found
        return None

    def _rhythm_of(self, sentence: int) -> tuple[DatedTime, str] | None:
        here = self.by_sentence.get(sentence, ())
        period = next((t.repeats.removeprefix("R/") for _, t in here if t.repeats is not None), "")
        begun = next((t for place, t in here if t.interval is not None and self._begins(place)), None)
        return (begun, period) if begun is not None and period.startswith("P") else None

    def _begins(self, place: int) -> bool:
        """Whether a time tells since when ("since May", "began in May", "in May started")."""
        if self._opening(place) in {"since", "from"}:
            return True
        above = (self.tree.tokens[i] for i in self._up(place))
        return any(token.lemma.lower() in _words().beginnings for token in above)

    def _of(self, token: Token, interval: Interval, detail: str, time: DatedTime | None) -> Derived:
        head = token.i if token.pos == "NOUN" else token.head
        position = token.span if self.tree.tokens[head].pos in _VERBS else self.tree.span(self._phrase(head, token))
        spans = (token.span,) if time is None else (token.span, time.span)
        return Derived(token.i, position, interval, detail, spans)

    def _phrase(self, head: int, token: Token) -> list[int]:
        """What hangs on a noun, near the word itself."""
        near = range(max(0, token.i - PHRASE), token.i + PHRASE)
        return [i for i in self.tree.subtree(head) if i in near and self.tree.tokens[i].sentence == token.sentence]
