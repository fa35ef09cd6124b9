"""Which time belongs to which predicate, and from when to when the act is dated."""

import datetime as dt
from typing import NamedTuple

from msgspec import structs

from dragoman.extract.clock_clauses import WHILE, Clauses
from dragoman.extract.clock_story import Story, is_background
from dragoman.extract.clock_times import Times, Told, durative
from dragoman.model.annotated import Token
from dragoman.model.because import Because
from dragoman.model.event import Auxiliary
from dragoman.model.interval import Basis, Interval, begins_after, cut_at, parse
from dragoman.model.predication import Predication
from dragoman.model.resolved import Reading, Resolved
from dragoman.model.span import Span
from dragoman.model.syntax import Tree
from dragoman.text import calendar

__all__ = ["NEVER", "WHILE", "Clock", "Dated", "Told", "auxiliaries", "is_historical"]
OPENING = frozenset({"since", "from", "after"})
UNTIL = frozenset({"until", "till", "by"})
_SHIFTING = OPENING | UNTIL | {"before"}
_HAVE = frozenset({"have", "'ve", "’ve"})
CONCEDING = frozenset({"although", "though", "whereas"})
"""Words that open a clause which tells news beside the main clause."""
ASIDE = frozenset({"relcl", "acl", "amod"})


class Dated(NamedTuple):
    """When an act took place: days, basis, the words that say so, and why."""

    interval: Interval | None
    basis: Basis | None
    text: str | None
    span: Span | None
    because: Because
    readings: tuple[Reading, ...] = ()


NEVER = Because(field="date", rule="no-time-told", detail="no time is told for it, and it is background")


class Clock:
    """The times of an article, tied to the words that they modify."""

    def __init__(self, resolved: Resolved, tree: Tree, predicates: dict[int, Predication]) -> None:
        self.resolved = resolved
        self.tree = tree
        self.predicates = predicates
        self.today = resolved.annotated.article.date
        self.clauses = Clauses(Times(resolved, tree, predicates), tree, predicates)
        self.story = Story(resolved, self.clauses)

    def told(self, words: tuple[int, ...]) -> Told | None:
        """The time that modifies one of some words: the most exact one."""
        return self.clauses.told(words)

    def inherited(self, predicate: Predication) -> Told | None:
        """The time of a clause that another one lends its time to."""
        return self.clauses.inherited(predicate)

    def dated(self, words: tuple[int, ...], predicate: Predication, *, open_to_future: bool) -> Dated:
        """When the act told by some words took place.

        Args:
            words: The words that tell it.
            predicate: The predication it was read from.
            open_to_future: Whether the act may lie after the report.
        """
        going = self.is_still_on(predicate.token)
        told = self.told(words)
        if told is None:
            kept = self._for_so_long(words, going=going) or self._without_days(words)
            if kept is not None:
                return kept
            told = self.inherited(predicate)
        if told is not None:
            return self.from_told(told, open_to_future=open_to_future, going=going)
        return self.by_report(predicate, open_to_future=open_to_future)

    def is_still_on(self, token: int) -> bool:
        """Whether an act is told as still under way: "is blocking", "has been shelling", "has occupied"."""
        verb, helpers = self.tree.tokens[token], self.tree.kids(token, "aux", "auxpass")
        if not any(h.tag in {"VBZ", "VBP"} for h in helpers):
            return False
        is_perfect = any(h.lemma.lower() in _HAVE for h in helpers)
        lasts = verb.lemma.lower() in durative() or self.clauses.times.returning((token,)) is not None
        return verb.tag == "VBG" or (is_perfect and lasts)

    def repeats(self, words: tuple[int, ...], dated: Dated) -> str | None:
        """The repeating interval of an act that comes back, from the day since which it does where that is told."""
        told = self.clauses.times.returning(words)
        if told is None or told.time.repeats is None:
            return None
        opening = self.told(words)
        start = dated.interval.start if dated.interval is not None else None
        if (
            start is None
            or opening is None
            or opening.preposition != "since"
            or not told.time.repeats.startswith("R/P")
        ):
            return told.time.repeats
        return f"R/{start.isoformat()}/{told.time.repeats.removeprefix('R/')}"

    def lasting(self, words: tuple[int, ...], dated: Dated) -> Dated:
        """An act that began on a day and is told to last so long, up to its end."""
        interval = dated.interval
        first = None if interval is None else interval.start
        if interval is None or first is None or interval.last != first or dated.basis == "article":
            return dated
        ends = (calendar.length_later(first, t.time.value or "") for t in self.clauses.times.lengths(words))
        end = next((e for e in ends if e is not None and e > first), None)
        return dated if end is None else dated._replace(interval=Interval(first, end), readings=())

    def _for_so_long(self, words: tuple[int, ...], *, going: bool) -> Dated | None:
        """The days of what still goes on after so long ("have occupied it for three weeks")."""
        if not going or self.today is None:
            return None
        for told in self.clauses.times.lengths(words):
            start = calendar.length_later(self.today, told.time.value or "", -1)
            if told.preposition == "for" and start is not None:
                detail = f"still going on, {told.time.value} before the report of {self.today.isoformat()}"
                return self._aside(told, Interval(start, None), Because(field="date", rule="so-long", detail=detail))
        return None

    def _without_days(self, words: tuple[int, ...]) -> Dated | None:
        """No days, where the time told for an act has none ("recently", "every Friday", "during Ramadan")."""
        times = self.clauses.times
        told = times.undated(words) or times.returning(words)
        if told is None:
            return None
        return self._aside(told, None, Because(field="date", rule="told-without-days", detail=told.time.because.detail))

    def _aside(self, told: Told, interval: Interval | None, why: Because) -> Dated:
        span = told.time.span
        because = structs.replace(why, spans=(span,))
        basis: Basis | None = None if interval is None else "relative"
        return Dated(interval, basis, span.of(self.resolved.annotated.article.text), span, because)

    def from_told(self, told: Told, *, open_to_future: bool, going: bool = False) -> Dated:
        """The days that a told time gives an act, cut at the report where the act lies behind it.

        Args:
            told: The time and its preposition.
            open_to_future: Whether the act may lie after the report.
            going: Whether the act is told as still under way.
        """
        time, text = told.time, self.resolved.annotated.article.text
        interval = self._opened(told, going=going)
        if not open_to_future and self.today is not None and interval is not None:
            if begins_after(interval, self.today):
                why = Because(
                    field="date", rule="would-begin-after-report", detail=time.span.of(text), spans=(time.span,)
                )
                return Dated(None, None, time.span.of(text), time.span, why)
            if told.preposition not in OPENING and not (going and told.preposition in UNTIL):
                interval = cut_at(interval, self.today)
        readings = self._readings(told, interval, open_to_future=open_to_future)
        return Dated(interval, time.basis, time.span.of(text), time.span, time.because, readings)

    def _readings(self, told: Told, interval: Interval | None, *, open_to_future: bool) -> tuple[Reading, ...]:
        """The other days that a time may mean, those after the report left out where the act lies behind it."""
        if interval is None or interval.start is None or told.preposition in _SHIFTING:
            return ()
        kept = tuple(
            r
            for r in told.time.readings
            if open_to_future or self.today is None or not begins_after(parse(r.edtf), self.today)
        )
        return kept if len(kept) > 1 else ()

    def _opened(self, told: Told, *, going: bool) -> Interval | None:
        """The days meant with "since", "until" and the like before the time."""
        interval = told.time.interval
        if interval is None:
            return None
        if told.preposition == "since":
            if going:
                return Interval(interval.start, None)
            end = None if self.today is None else self.today + dt.timedelta(days=1)
            return Interval(interval.start, end)
        if told.preposition in UNTIL:
            return Interval(None, interval.end)
        if told.preposition == "before":
            return Interval(None, interval.start)
        if told.preposition == "after":
            return Interval(interval.end, None)
        return interval

    def by_report(self, predicate: Predication, *, open_to_future: bool) -> Dated:
        """News without a time is dated by the narrative, else by the report: the day before it, or the day itself."""
        if open_to_future or not self.is_news(predicate):
            return Dated(None, None, None, None, NEVER)
        carried = self._narrated(predicate)
        if carried is not None:
            return carried
        if self.today is None:
            return Dated(None, None, None, None, NEVER)
        detail = f"the report's own news, no time told: the day before {self.today.isoformat()} or that day"
        interval = Interval.days(self.today - dt.timedelta(days=1), self.today)
        return Dated(interval, "article", None, None, Because(field="date", rule="article", detail=detail))

    def _narrated(self, predicate: Predication) -> Dated | None:
        """The day that the narrative has come to, unless that lies after the report."""
        told = self.story.of(predicate)
        if told is None:
            return None
        dated = self.from_told(told, open_to_future=False)
        detail = f"no time of its own; the narrative stands at {dated.text!r}"
        why = Because(field="date", rule="narrative", detail=detail, spans=(told.time.span,))
        return None if dated.interval is None else dated._replace(basis="narrative", because=why)

    def is_news(self, predicate: Predication) -> bool:
        """Whether a predicate stands in the foreground: a main clause or what is said there, not the pluperfect."""
        current = predicate
        for _ in range(6):
            during = self.clauses.is_during(current)
            if current.kind == "noun" and not during and current.relation not in {"dobj", "nsubjpass"}:
                return False
            token = self.tree.tokens[current.token]
            is_aside = (current.relation in ASIDE and not self._is_going_on(token)) or self._is_subordinate(current)
            if is_aside or self._is_past_perfect(token.i):
                return False
            if current.governor is None or current.governor not in self.predicates:
                return token.tag != "NN"
            current = self.predicates[current.governor]
        return False

    def _is_subordinate(self, predicate: Predication) -> bool:
        """Whether a finite clause only places another in time or gives its ground ("a year after X left")."""
        return (
            predicate.relation == "advcl"
            and not self.clauses.leans(predicate)
            and self.clauses.opening(predicate.token) not in CONCEDING
        )

    def _is_going_on(self, token: Token) -> bool:
        """Whether a clause tells what is going on just then ("who is visiting Beijing")."""
        return token.tag == "VBG" and any(kid.tag in {"VBZ", "VBP"} for kid in self.tree.kids(token.i, "aux"))

    def _is_past_perfect(self, i: int) -> bool:
        return any(kid.text.lower() in {"had", "'d"} for kid in self.tree.kids(i, "aux"))


def is_historical(interval: Interval | None, today: dt.date | None) -> bool:
    """Whether an act is told as background from over a year before the report."""
    return interval is not None and today is not None and is_background(interval, today)


def auxiliaries(*, historical: bool, future: bool, hypothetical: bool, negated: bool) -> tuple[Auxiliary, ...]:
    """The auxiliary modes that are set, in PLOVER's order."""
    flags: tuple[tuple[Auxiliary, bool], ...] = (
        ("historical", historical),
        ("future", future),
        ("hypothetical", hypothetical),
        ("negation", negated),
    )
    return tuple(name for name, is_set in flags if is_set)
