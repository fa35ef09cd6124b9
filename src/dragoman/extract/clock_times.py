"""Dated times → the words that they modify: a verb, an event noun, or nothing that is coded."""

import datetime as dt
import functools
import importlib.resources
from collections.abc import Iterator
from typing import NamedTuple

import msgspec
import yaml

from dragoman.model.annotated import Token
from dragoman.model.predication import Predication
from dragoman.model.resolved import DatedTime, Resolved
from dragoman.model.span import Span
from dragoman.model.syntax import Tree

OWNED_BY_NOUN = frozenset({"nummod", "amod", "compound", "poss", "nmod", "appos"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_NO_DAYS = frozenset({"PRESENT_REF", "FUTURE_REF"})
"""Now and soon: they leave an act's day to the report."""
_ACTS = ("ing", "tion", "sion")
"""Endings of nouns that tell an act where "of" stands behind them ("the downing of")."""
_COMPARING = frozenset({"from", "than", "compared", "against", "versus"})
_PHRASE = 5
"""So many words before a time a figure may end ("$2.15 a share, a year earlier")."""
_CLAUSE = 60
"""So many words before a time the word of comparing may stand."""
_FIGURES = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})
_RELATED = frozenset({"told", "ago", "quarter", "quarter_shift"})
"""Kinds of times that figures are compared by."""
OWN_DAYS = dt.timedelta(days=2)
"""What a report calls its own news lies at most so far back: an estimate."""


class Told(NamedTuple):
    """A dated time with the preposition before it and its own head word."""

    time: DatedTime
    preposition: str
    head: int


class _Words(msgspec.Struct, frozen=True):
    judging: frozenset[str]
    durative: frozenset[str]


@functools.cache
def _words() -> _Words:
    path = importlib.resources.files("dragoman.text") / "data" / "time_words.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), _Words)


def judging() -> frozenset[str]:
    """Verbs by which somebody judges what another did."""
    return _words().judging


def durative() -> frozenset[str]:
    """Verbs of acts that go on."""
    return _words().durative


class Times:
    """The times of an article, each with the predicate that it modifies.

    Attributes:
        at: For each token of a dated time that time.
    """

    def __init__(self, resolved: Resolved, tree: Tree, predicates: dict[int, Predication]) -> None:
        self.tree = tree
        self.predicates = predicates
        self.today = resolved.annotated.article.date
        self.at: dict[int, DatedTime] = {}
        self._told: dict[int, list[Told]] = {}
        self._aside: dict[int, list[Told]] = {}
        starts = {token.span.start: token.i for token in tree.tokens}
        for time in resolved.times:
            self._tie(time, starts)

    def _tie(self, time: DatedTime, starts: dict[int, int]) -> None:
        first = next((starts[c] for c in range(time.span.start, time.span.end) if c in starts), None)
        if first is None or time.value in _NO_DAYS:
            return
        inside = [t.i for t in self.tree.tokens[first : first + 12] if time.span.holds(t.span)] or [first]
        head = next((i for i in inside if self.tree.tokens[i].head not in inside), inside[-1])
        if time.interval is None and not (time.because.rule == "told" and self.tree.kids(head, "relcl")):
            owner, preposition = self._owner(head)
            compared = time.because.rule in _RELATED and self._is_compared(owner, inside[0])
            if owner is not None and not compared:
                self._aside.setdefault(owner, []).append(Told(time, preposition, head))
            return
        self.at |= dict.fromkeys(inside, time)
        owner, preposition = self._before_subject(inside[0]) or self._owner(head)
        compared = time.because.rule in _RELATED and self._is_compared(owner, inside[0])
        owner = None if compared else self._judged(owner, time, inside[0])
        if owner is not None:
            self._told.setdefault(owner, []).append(Told(time, preposition, head))

    def _owner(self, i: int) -> tuple[int | None, str]:
        """The predicate that a time modifies: the nearest above; a noun keeps the times that are part of its name.

        "The first to visit since 1978" tells when somebody else visited, so such a time belongs to nothing here.
        """
        token, preposition, since = self.tree.tokens[i], "", False
        if token.dep in OWNED_BY_NOUN and self.tree.tokens[token.head].pos in _NOUNS:
            return token.head, ""
        while token.head != token.i:
            token = self.tree.tokens[token.head]
            if token.pos in {"ADP", "SCONJ"} and not preposition:
                preposition = token.text.lower()
            since = since or token.text.lower() == "since"
            if token.i in self.predicates:
                return (self._perfect(token) if since else token.i), preposition
        return None, preposition

    def _perfect(self, verb: Token) -> int | None:
        """The verb that "since" goes with: not an infinitive; behind "led by Peru since 2015" the perfect above it."""
        if verb.tag == "VB":
            return None
        if verb.dep != "acl":
            return verb.i
        above = (t for t in self.tree.ancestors(verb.i) if t.i in self.predicates)
        return next((t.i for t in above if any(k.lemma == "have" for k in self.tree.kids(t.i, "aux"))), verb.i)

    def _before_subject(self, first: int) -> tuple[int, str] | None:
        """The verb of a time that was parsed as a part of the subject ("On Friday soldiers shot a man")."""
        if first < 1 or self.tree.tokens[first].dep not in OWNED_BY_NOUN:
            return None
        opening = self.tree.tokens[first - 1]
        if opening.pos not in {"ADP", "SCONJ"} or opening.head not in self.predicates or opening.head < first:
            return None
        is_bare = not self.tree.kids(opening.i, "pobj")
        if is_bare or not self.tree.kids(opening.head, "nsubj", "nsubjpass"):
            return opening.head, opening.text.lower()
        return None

    def _is_compared(self, owner: int | None, first: int) -> bool:
        """Whether a time is that of the figure compared with ("rose to 9 from 7 a year earlier")."""
        if owner is None or first <= owner:
            return False
        between = self.tree.tokens[max(owner + 1, first - _CLAUSE) : first]
        is_figure = any(t.entity in _FIGURES for t in between[-_PHRASE:])
        return is_figure and any(t.text.lower() in _COMPARING for t in between)

    def _judged(self, owner: int | None, time: DatedTime, first: int) -> int | None:
        """The act that a word of judging is about, where a time behind it is too old for the report's own news."""
        if owner is None or first < 1 or self.tree.tokens[owner].lemma.lower() not in judging():
            return owner
        start = None if time.interval is None else time.interval.start
        if self.today is None or start is None or start >= self.today - OWN_DAYS:
            return owner
        here = self.tree.tokens[first - 1]
        here = self.tree.tokens[first - 2] if here.pos == "ADP" and first > 1 else here
        if here.pos not in _NOUNS:
            return owner
        for above in (here, *self.tree.ancestors(here.i)):
            if above.i == owner:
                break
            if above.i in self.predicates and self.predicates[above.i].kind == "noun":
                return above.i
            if above.lemma.lower().endswith(_ACTS) and any(k.text.lower() == "of" for k in self.tree.kids(above.i)):
                return None
        return owner

    def all(self, word: int) -> tuple[Told, ...]:
        """All times that modify a word, in the order of the text."""
        return tuple(self._told.get(word, ()))

    def told(self, words: tuple[int, ...]) -> Told | None:
        """The time that modifies one of some words: the first of several, or the most exact of those that meet it."""
        found = [told for word in words for told in self._told.get(word, ())]
        meeting = [told for told in found if _meets(told, found[0])]
        return min(meeting, key=_width, default=None)

    def lengths(self, words: tuple[int, ...]) -> tuple[Told, ...]:
        """The lengths of time that modify some words ("for three weeks", "two-week")."""
        return tuple(t for t in self._asides(words) if t.time.type == "DURATION")

    def returning(self, words: tuple[int, ...]) -> Told | None:
        """What is told of how often the act of some words comes back."""
        return next((t for t in self._asides(words) if t.time.type == "SET"), None)

    def undated(self, words: tuple[int, ...]) -> Told | None:
        """A time of some words that tells no days ("recently", "during Ramadan")."""
        return next((t for t in self._asides(words) if t.time.type in {"DATE", "TIME"}), None)

    def _asides(self, words: tuple[int, ...]) -> Iterator[Told]:
        return (told for word in words for told in self._aside.get(word, ()))


def _meets(one: Told, other: Told) -> bool:
    """Whether the days of two times meet."""
    a, b = one.time.interval, other.time.interval
    if a is None or b is None:
        return True
    in_time = a.start is None or b.end is None or a.start < b.end
    return in_time and (b.start is None or a.end is None or b.start < a.end)


def _width(told: Told) -> tuple[int, Span]:
    """Days that a time covers, so that the most exact one comes first."""
    interval = told.time.interval
    if interval is None or interval.start is None or interval.end is None:
        return (10**6, told.time.span)
    return ((interval.end - interval.start).days, told.time.span)
