"""Which time belongs to which predicate, and from when to when the act is dated."""

import datetime as dt
from typing import NamedTuple

from dragoman.model.because import Because
from dragoman.model.event import Auxiliary
from dragoman.model.interval import Basis, Interval, begins_after, cut_at, ended_before
from dragoman.model.predication import Predication
from dragoman.model.resolved import DatedTime, Resolved
from dragoman.model.span import Span
from dragoman.model.syntax import Tree

OPENING = frozenset({"since", "from", "after"})
WHILE = frozenset({"during", "at", "in", "on"})
UNTIL = frozenset({"until", "till", "by"})
OWNED_BY_NOUN = frozenset({"nummod", "amod", "compound", "poss", "nmod", "appos"})
INHERITING = frozenset({"advcl", "xcomp", "pcomp", "conj", "prep"})
YEAR = dt.timedelta(days=366)


class Told(NamedTuple):
    """A dated time with the preposition before it."""

    time: DatedTime
    preposition: str


class Dated(NamedTuple):
    """When an act took place: days, basis, the words that say so, and why."""

    interval: Interval | None
    basis: Basis | None
    text: str | None
    span: Span | None
    because: Because


NEVER = Because(field="date", rule="no-time-told", detail="no time is told for it, and it is background")


class Clock:
    """The times of an article, tied to the words that they modify."""

    def __init__(self, resolved: Resolved, tree: Tree, predicates: dict[int, Predication]) -> None:
        self.resolved = resolved
        self.tree = tree
        self.predicates = predicates
        self.today = resolved.annotated.article.date
        self._told: dict[int, list[Told]] = {}
        starts = {token.span.start: token.i for token in tree.tokens}
        for time in resolved.times:
            self._tie(time, starts)

    def _tie(self, time: DatedTime, starts: dict[int, int]) -> None:
        first = next((starts[c] for c in range(time.span.start, time.span.end) if c in starts), None)
        if first is None or time.interval is None or time.type in {"DURATION", "SET"}:
            return
        inside = [t.i for t in self.tree.tokens[first : first + 12] if time.span.holds(t.span)] or [first]
        head = next((i for i in inside if self.tree.tokens[i].head not in inside), inside[-1])
        owner, preposition = self._owner(head)
        if owner is not None:
            self._told.setdefault(owner, []).append(Told(time, preposition))

    def _owner(self, i: int) -> tuple[int | None, str]:
        """The predicate that a time modifies: the nearest above; a noun keeps the times that are part of its name.

        "The first to visit since 1978" tells when somebody else visited, so such a time belongs to nothing here.
        """
        token, preposition, since = self.tree.tokens[i], "", False
        if token.dep in OWNED_BY_NOUN and self.tree.tokens[token.head].pos in {"NOUN", "PROPN"}:
            return token.head, ""
        while token.head != token.i:
            token = self.tree.tokens[token.head]
            if token.pos in {"ADP", "SCONJ"} and not preposition:
                preposition = token.text.lower()
            since = since or token.text.lower() == "since"
            if token.i in self.predicates:
                return (None if since and token.tag == "VB" else token.i), preposition
        return None, preposition

    def told(self, words: tuple[int, ...]) -> Told | None:
        """The time that modifies one of some words: the most exact one."""
        found = [told for word in words for told in self._told.get(word, ())]
        return min(found, key=_width, default=None)

    def inherited(self, predicate: Predication) -> Told | None:
        """The time of the clause that a participle, infinitive or coordinated verb leans on."""
        for preposition in self.tree.kids(predicate.token, "prep"):
            if preposition.text.lower() in WHILE:
                told = self.told(tuple(k.i for k in self.tree.kids(preposition.i, "pobj")))
                if told is not None:
                    return told
        above = predicate
        while above.relation in INHERITING and above.governor in self.predicates and self._leans(above):
            governing = self.predicates[above.governor]
            if governing.token == above.token:
                break
            told = self.told((governing.token,))
            if told is not None:
                return told
            above = governing
        return None

    def _leans(self, predicate: Predication) -> bool:
        """Whether a clause has no subject of its own, so that it shares the time of the one that it leans on."""
        return not self.tree.kids(predicate.token, "nsubj", "nsubjpass", "mark")

    def dated(self, words: tuple[int, ...], predicate: Predication, *, open_to_future: bool) -> Dated:
        """When the act told by some words took place.

        Args:
            words: The words that tell it.
            predicate: The predication it was read from.
            open_to_future: Whether the act may lie after the report.
        """
        told = self.told(words) or self.inherited(predicate)
        if told is not None:
            return self.from_told(told, open_to_future=open_to_future)
        return self.by_report(predicate, open_to_future=open_to_future)

    def from_told(self, told: Told, *, open_to_future: bool) -> Dated:
        """The days that a told time gives an act, cut at the report where the act lies behind it."""
        time, text = told.time, self.resolved.annotated.article.text
        interval = self._opened(told)
        if not open_to_future and self.today is not None and interval is not None:
            if begins_after(interval, self.today):
                why = Because(
                    field="date", rule="would-begin-after-report", detail=time.span.of(text), spans=(time.span,)
                )
                return Dated(None, None, time.span.of(text), time.span, why)
            if told.preposition not in OPENING:
                interval = cut_at(interval, self.today)
        return Dated(interval, time.basis, time.span.of(text), time.span, time.because)

    def _opened(self, told: Told) -> Interval | None:
        """The days meant with "since", "until" and the like before the time."""
        interval = told.time.interval
        if interval is None:
            return None
        if told.preposition == "since":
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
        """The report's own news is dated by the report: the day before it, or the day itself."""
        if self.today is None or open_to_future or not self.is_news(predicate):
            return Dated(None, None, None, None, NEVER)
        detail = f"the report's own news, no time told: the day before {self.today.isoformat()} or that day"
        interval = Interval.days(self.today - dt.timedelta(days=1), self.today)
        return Dated(interval, "article", None, None, Because(field="date", rule="article", detail=detail))

    def is_news(self, predicate: Predication) -> bool:
        """Whether a predicate stands in the foreground: a main clause or what is said there, not the pluperfect."""
        current = predicate
        for _ in range(6):
            if current.kind == "noun" and current.relation not in {"dobj", "nsubjpass"}:
                return False
            token = self.tree.tokens[current.token]
            is_aside = current.relation in {"relcl", "acl", "amod"} or self._is_subordinate(current)
            if is_aside or self._is_past_perfect(token.i):
                return False
            if current.governor is None or current.governor not in self.predicates:
                return token.tag != "NN"
            current = self.predicates[current.governor]
        return False

    def _is_subordinate(self, predicate: Predication) -> bool:
        """Whether a finite clause only places another in time or gives its ground ("a year after X left")."""
        return predicate.relation == "advcl" and not self._leans(predicate)

    def _is_past_perfect(self, i: int) -> bool:
        return any(kid.text.lower() in {"had", "'d"} for kid in self.tree.kids(i, "aux"))


def _width(told: Told) -> tuple[int, Span]:
    """Days that a time covers, so that the most exact one comes first."""
    interval = told.time.interval
    if interval is None or interval.start is None or interval.end is None:
        return (10**6, told.time.span)
    return ((interval.end - interval.start).days, told.time.span)


def is_historical(interval: Interval | None, today: dt.date | None) -> bool:
    """Whether an act is told as background from over a year before the report."""
    return interval is not None and today is not None and ended_before(interval, today - YEAR)


def auxiliaries(*, historical: bool, future: bool, hypothetical: bool, negated: bool) -> tuple[Auxiliary, ...]:
    """The auxiliary modes that are set, in PLOVER's order."""
    flags: tuple[tuple[Auxiliary, bool], ...] = (
        ("historical", historical),
        ("future", future),
        ("hypothetical", hypothetical),
        ("negation", negated),
    )
    return tuple(name for name, is_set in flags if is_set)
