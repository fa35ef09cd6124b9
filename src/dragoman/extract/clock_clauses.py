"""Clauses that date each other: "when he left", "a day after they met", "the same day that it was announced"."""

from collections.abc import Iterator

from msgspec import structs

from dragoman.extract.clock_times import Times, Told, judging
from dragoman.model.annotated import Token
from dragoman.model.because import Because
from dragoman.model.interval import Interval
from dragoman.model.predication import Predication
from dragoman.model.resolved import DatedTime
from dragoman.model.span import Span
from dragoman.model.syntax import Tree
from dragoman.text import calendar, numbers

WHILE = frozenset({"during", "at", "in", "on"})
INHERITING = frozenset({"advcl", "xcomp", "pcomp", "conj", "prep"})
SAME_TIME = frozenset({"when", "while", "as", "whilst"})
FIXING = frozenset({"when", "while", "whilst"})
"""Words that open a clause whose time is also that of the clause it hangs on; "as" may give a ground instead."""
_DISTANCES = {"day": ("days", 1), "week": ("days", 7), "month": ("months", 1), "year": ("months", 12)}
_SIGNS = {"after": 1, "before": -1}
_EMPTY = frozenset({"say", "tell", "be", "have", "do"})
"""Verbs too common to mean the same act twice."""
CLIMB = 6


class Clauses:
    """The clauses of an article and the times that they lend each other."""

    def __init__(self, times: Times, tree: Tree, predicates: dict[int, Predication]) -> None:
        self.times = times
        self.tree = tree
        self.predicates = predicates

    def told(self, words: tuple[int, ...]) -> Told | None:
        """The time of some words; "the same day that X" is the day of X."""
        told = self.times.told(words)
        if told is None or told.time.because.rule != "told":
            return told
        clause = next((kid.i for kid in self.tree.kids(told.head, "relcl") if kid.i in self.predicates), None)
        return told if clause is None else self._beside(clause, 0, "days", told.time)

    def inherited(self, predicate: Predication) -> Told | None:
        """The time of the clause that a participle, infinitive, coordinated verb or when-clause leans on."""
        ways = (self._within, self._above, self._below, self._apart, self._through_object)
        return next((told for way in ways if (told := way(predicate)) is not None), None)

    def _within(self, predicate: Predication) -> Told | None:
        """The time of a noun behind "in" or "during" ("said in a speech on Friday")."""
        for preposition in self.tree.kids(predicate.token, "prep"):
            if preposition.text.lower() in WHILE:
                told = self.told(tuple(k.i for k in self.tree.kids(preposition.i, "pobj")))
                if told is not None:
                    return told
        return None

    def _above(self, predicate: Predication) -> Told | None:
        above = predicate
        for _ in range(CLIMB):
            named = self._named(above)
            if named is not None:
                return named
            if not self._shares(above) or above.governor is None or above.governor not in self.predicates:
                return None
            governing = self.predicates[above.governor]
            if governing.token == above.token:
                return None
            told = self.told((governing.token,)) or self._through_object(governing)
            if told is not None:
                return told
            above = governing
        return None

    def _named(self, predicate: Predication) -> Told | None:
        """The time that a when-clause hangs on ("in June, when he left")."""
        head = self.tree.tokens[predicate.token].head
        time = self.times.at.get(head)
        if time is None or time.interval is None or predicate.token in self.times.at:
            return None
        return Told(time, "", head) if self.opening(predicate.token) in SAME_TIME else None

    def is_during(self, predicate: Predication) -> bool:
        """Whether an event noun tells what was going on at the time of the clause ("said during a visit")."""
        return predicate.relation == "pobj" and self._head(predicate.token).text.lower() == "during"

    def _head(self, token: int) -> Token:
        return self.tree.tokens[self.tree.tokens[token].head]

    def _shares(self, predicate: Predication) -> bool:
        """Whether a clause takes its time from the one above it."""
        if self.is_during(predicate):
            return True
        if predicate.relation == "advcl" and self.opening(predicate.token) in SAME_TIME:
            return True
        return predicate.relation in INHERITING and self.leans(predicate)

    def leans(self, predicate: Predication) -> bool:
        """Whether a clause has no subject of its own, so that it shares the time of the one that it leans on."""
        return not self.tree.kids(predicate.token, "nsubj", "nsubjpass", "mark")

    def opening(self, token: int) -> str:
        """The conjunction that opens a clause, in lower case."""
        return next((k.text.lower() for k in self.tree.kids(token, "mark", "advmod") if k.i < token), "")

    def _through_object(self, predicate: Predication) -> Told | None:
        """A weekday of the report's week that was parsed below an object ("imposed sanctions on Monday")."""
        today = self.times.today
        if predicate.kind != "verb" or today is None or self.is_speech(predicate.token):
            return None
        told = self.told(tuple(k.i for k in self.tree.kids(predicate.token, "dobj")))
        if told is None or told.preposition != "on" or told.time.interval is None or told.time.interval.start is None:
            return None
        return told if calendar.DAY * 0 <= today - told.time.interval.start < calendar.WEEK else None

    def is_speech(self, token: int) -> bool:
        """Whether a verb passes on or gives somebody's word."""
        judges = self.tree.tokens[token].lemma.lower() in judging()
        return judges or any(k.i in self.predicates for k in self.tree.kids(token, "ccomp"))

    def _below(self, predicate: Predication) -> Told | None:
        """The time of a when-clause that hangs on a clause without one."""
        for clause in self.tree.kids(predicate.token, "advcl"):
            if self.opening(clause.i) in FIXING:
                told = self.told((clause.i,))
                if told is not None:
                    return told
        return None

    def _apart(self, predicate: Predication) -> Told | None:
        """A time so long after or before another act: "a day after they met"."""
        for clause, distance, unit, span in self._distant(predicate.token):
            if self._day_of(clause) is not None:
                return self._beside(clause, distance, unit, self._made(span, predicate.token))
        above = self.tree.tokens[predicate.token].head
        for clause, distance, unit, span in self._distant(above):
            if clause != predicate.token:
                continue
            told = self.told((above,))
            return None if told is None else self._moved(told, -distance, unit, self._made(span, clause))
        return None

    def _distant(self, token: int) -> Iterator[tuple[int, int, str, Span]]:
        """Clauses below a verb that are told to be so long before or after it."""
        for clause in self.tree.kids(token, "advcl"):
            sign = _SIGNS.get(self._mark(clause.i), 0)
            marks = [clause, *self.tree.kids(clause.i, "mark")]
            phrases = [p for m in marks for p in self.tree.kids(m.i, "npadvmod") if p.i < clause.i]
            for phrase in phrases:
                unit, days = _DISTANCES.get(phrase.lemma.lower(), ("", 0))
                if sign and unit:
                    words = [*(k.i for k in self.tree.kids(phrase.i, "det", "nummod")), phrase.i]
                    yield clause.i, sign * days * self._count(phrase.i), unit, self.tree.span(words)

    def _mark(self, token: int) -> str:
        return next((k.text.lower() for k in self.tree.kids(token, "mark") if k.text.lower() in _SIGNS), "")

    def _count(self, token: int) -> int:
        told = [numbers.parse(k.text) for k in self.tree.kids(token, "nummod")]
        return int(told[0].value) if told and told[0] is not None else 1

    def _made(self, span: Span, token: int) -> DatedTime:
        """A time of relative basis without days yet, for a phrase that the text's times do not hold."""
        word = self.tree.tokens[token].text
        why = Because(field="date", rule="beside-act", detail=f"counted from the clause of {word!r}", spans=(span,))
        return DatedTime(span=span, type="DATE", value=None, interval=None, basis="narrative", because=why)

    def _beside(self, clause: int, distance: int, unit: str, phrase: DatedTime) -> Told:
        """The day of another act, moved; without days where none is told for that act anywhere before."""
        told = self._day_of(clause)
        if told is None:
            return Told(structs.replace(phrase, interval=None), "", clause)
        return self._moved(told, distance, unit, phrase)

    def _moved(self, told: Told, distance: int, unit: str, phrase: DatedTime) -> Told:
        interval = told.time.interval
        start, last = (None, None) if interval is None else (interval.start, interval.last)
        if start is None or last is None or told.preposition in {"since", "until", "before", "after"}:
            return Told(structs.replace(phrase, interval=None), "", told.head)
        move = calendar.days_later if unit == "days" else calendar.months_later
        first, final = move(start, distance), move(last, distance)
        moved = None if first is None or final is None else Interval.days(first, final)
        why = structs.replace(phrase.because, detail=f"counted from {told.time.because.detail or 'a told time'}")
        return Told(structs.replace(phrase, interval=moved, basis="narrative", because=why), "", told.head)

    def _day_of(self, clause: int) -> Told | None:
        return self.times.told((clause,)) or self._echoed(clause)

    def _echoed(self, clause: int) -> Told | None:
        """The day told for the same word earlier in the article, the nearest one before."""
        lemma = self.predicates[clause].lemma if clause in self.predicates else ""
        if not lemma or lemma in _EMPTY:
            return None
        before = [i for i, p in self.predicates.items() if i < clause and p.lemma == lemma]
        found = (self.times.told((i,)) for i in sorted(before, reverse=True))
        return next((told for told in found if told is not None), None)
