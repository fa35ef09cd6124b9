"""The thread of a narrative: heads of a chronicle, and the day told last in a paragraph → when the rest was."""

import datetime as dt
import itertools
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.extract.clock_clauses import FIXING, Clauses
from dragoman.extract.clock_times import Told
from dragoman.model.annotated import Sentence, Token
from dragoman.model.interval import Interval, ended_before
from dragoman.model.predication import Predication
from dragoman.model.resolved import DatedTime, Resolved
from dragoman.model.syntax import Tree
from dragoman.text import calendar, date_heads

SCENE = dt.timedelta(days=31)
"""A time of at most so many days sets the scene for the clauses that follow it."""
_HEADS = frozenset({"date", "weekday", "slashed", "compact", "day"})
_OFF = frozenset({"since", "until", "till", "by", "before", "after", "from"})
"""Prepositions behind which a time does not tell when the act itself took place."""
_LEANING = frozenset({"advcl", "xcomp", "pcomp", "prep", "dobj", "nsubjpass", "pobj", "conj"})
CLIMB = 6


class Head(NamedTuple):
    """A date that heads what follows: where it ends, and in which paragraphs it holds."""

    place: int
    first: int
    last: int
    time: DatedTime


class Story:
    """The times that an article's clauses have from their place in it."""

    def __init__(self, resolved: Resolved, clauses: Clauses) -> None:
        self.annotated = resolved.annotated
        self.article = resolved.annotated.article
        self.clauses = clauses
        self.tree: Tree = clauses.tree
        self.heads = tuple(_heads(resolved))
        self._carried: dict[int, Told] | None = None

    def of(self, predicate: Predication) -> Told | None:
        """The time of a clause that tells none: told last in its paragraph, else that of the head it stands under."""
        if self._carried is None:
            self._carried = dict(self._each())
        main = self._main(predicate)
        return self._carried.get(main) or self._headed(main)

    def _main(self, predicate: Predication) -> int:
        """The clause that a participle, infinitive or event noun is a part of."""
        current = predicate
        for _ in range(CLIMB):
            is_part = current.relation in _LEANING and (current.kind == "noun" or self.clauses.leans(current))
            if not is_part or current.governor is None or current.governor not in self.clauses.predicates:
                break
            current = self.clauses.predicates[current.governor]
        return current.token

    def _headed(self, token: int) -> Told | None:
        if not self.heads:
            return None
        word = self.tree.tokens[token]
        paragraph = self.annotated.sentences[word.sentence].paragraph
        held = (h for h in self.heads if h.place <= word.span.start and h.first <= paragraph <= h.last)
        head = max(held, default=None, key=lambda h: h.place)
        return None if head is None else Told(head.time, "", token)

    def _each(self) -> Iterator[tuple[int, Told]]:
        """Main clauses in the past tense without a time, with the time told last in their paragraph."""
        for _, paragraph in itertools.groupby(self.annotated.sentences, key=lambda s: s.paragraph):
            last: Told | None = None
            teller = -1
            for token in self._mains(paragraph):
                told = self._last_told(token) or self._fronted(token)
                if told is not None:
                    last, teller = self._scene(told, token, last), token
                elif last is not None and self._is_past(token) and not self._is_anothers_word(token, teller):
                    yield token, last

    def _mains(self, sentences: Iterator[Sentence]) -> Iterator[int]:
        """The main verbs of some sentences outside quotations, coordinated ones included."""
        for sentence in sentences:
            roots = (t for t in self.tree.tokens[sentence.first : sentence.stop] if t.head == t.i)
            for token in (i for root in roots for i in self.tree.conjuncts(root.i)):
                predicate = self.clauses.predicates.get(token)
                if predicate is not None and predicate.kind == "verb" and not self._is_quoted(token):
                    yield token

    def _is_quoted(self, token: int) -> bool:
        span = self.tree.tokens[token].span
        return any(quote.clause and quote.span.holds(span) for quote in self.annotated.quotes)

    def _last_told(self, token: int) -> Told | None:
        """Of several times told for a clause the last one ("on Friday and again on Saturday")."""
        several = self.clauses.times.all(token)
        return several[-1] if len(several) > 1 else self.clauses.told((token,))

    def _is_anothers_word(self, token: int, teller: int) -> bool:
        """Whether somebody else speaks, or acts behind another's words, whose day is not told by the one before."""
        if not self.clauses.is_speech(token) and not self.clauses.is_speech(teller):
            return False
        subjects = [s for s in self._subjects(token) if s.pos != "PRON"]
        known = {s.text for s in self._subjects(teller)}
        return bool(subjects) and not known & {s.text for s in subjects}

    def _subjects(self, token: int) -> list[Token]:
        predicate = self.clauses.predicates.get(token)
        doers = () if predicate is None else (*predicate.subjects, *(predicate.objects if predicate.passive else ()))
        return [self.tree.tokens[i] for i in doers]

    def _fronted(self, token: int) -> Told | None:
        """The time of a when-clause before its main clause, which sets the scene for both."""
        for clause in self.tree.kids(token, "advcl"):
            if clause.i < token and self.clauses.opening(clause.i) in FIXING:
                return self.clauses.told((clause.i,))
        return None

    def _scene(self, told: Told, token: int, last: Told | None) -> Told | None:
        """What carries on behind a clause with a time: that time; nothing behind background; the same behind plans."""
        interval, today = told.time.interval, self.article.date
        if not self._is_past(token) or told.preposition in _OFF:
            return last
        if interval is None or interval.start is None or interval.end is None or interval.end - interval.start > SCENE:
            return None
        return None if today is not None and is_background(interval, today) else told

    def _is_past(self, token: int) -> bool:
        """Whether a verb stands in the simple or progressive past."""
        helpers = self.tree.kids(token, "aux", "auxpass")
        if any(h.tag == "MD" or h.text.lower() in {"had", "has", "have", "'d", "'ve", "'s"} for h in helpers):
            return False
        return self.tree.tokens[token].tag == "VBD" or any(h.tag == "VBD" for h in helpers)


def is_background(interval: Interval, today: dt.date) -> bool:
    """Whether what took place then had ended a year before the report."""
    before = calendar.months_later(today, -calendar.MONTHS)
    return before is not None and ended_before(interval, before)


def _heads(resolved: Resolved) -> Iterator[Head]:
    """The dates that head a part of the article, each with the paragraphs in which it holds."""
    annotated = resolved.annotated
    text, starts = annotated.article.text, [s.span.start for s in annotated.sentences]
    found = [t for t in resolved.times if _is_head(t, resolved)]
    if not found or not starts:
        return
    at = [_paragraph(annotated.sentences, t) for t in found]
    reach = max((two - one for one, two in itertools.pairwise(at)), default=0)
    for n, time in enumerate(found):
        following = at[n + 1] - 1 if n + 1 < len(at) else len(annotated.sentences)
        alone = text[time.span.end :].lstrip(" \t.:")[:1] in {"\n", "\r", ""}
        last = following if alone or reach == 0 else at[n] + max(reach, 1) - 1
        yield Head(time.span.end, at[n], max(at[n], min(last, following)), time)


def _paragraph(sentences: tuple[Sentence, ...], time: DatedTime) -> int:
    return max((s.paragraph for s in sentences if s.span.start <= time.span.start), default=0)


def _is_head(time: DatedTime, resolved: Resolved) -> bool:
    """Whether a time heads a part of the article and is not the article's own date."""
    article, interval = resolved.annotated.article, time.interval
    if interval is None or time.because.rule not in _HEADS or interval.start is None:
        return False
    own = time.span.start < article.body or (article.date_span is not None and article.date_span.meets(time.span))
    is_ahead = article.date is not None and interval.start > article.date
    return not own and not is_ahead and date_heads.is_head(article.text, time.span)
