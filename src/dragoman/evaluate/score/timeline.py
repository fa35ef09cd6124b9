"""Timelines of an entity across documents, scored as temporal graphs (temporal awareness, as in TempEval-3).

Gold and prediction rows {entity, date, mentions: [{doc, sentence, word}], corpus?, order?}: one row is one event with
all its mentions; `date` is YYYY, YYYY-MM, YYYY-MM-DD or null. Where a file leaves out `order`, dated rows are ordered
by date and undated rows have order 0. Rows of order 0 (not placed in time) take no part in the graph.

Graph of one timeline: each mention is simultaneous with its date and with the mentions of the same order, and before
those of a later order. Reduced relations: mention - date for each mention, a chain of neighbours inside one order, and
one link to the next order. Precision is the share of the predicted reduced relations that follow from the gold graph's
closure; recall the reverse; counts of all timelines are pooled (micro-F1). Words are compared without case, `_` joins
words. SemEval-2015 Task 4 builds on the same measure, but neither its program nor the full text of its rules was at
hand: what counts as reduced and the part of order 0 are our reading; published figures are comparable only roughly.

Beside it: `date_mention`, F1 of (entity, date, mention) for dated rows, and `date`, F1 of (entity, date).
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from dragoman.evaluate.score.counting import f1, harmonic, ratio
from dragoman.evaluate.score.rows import Figures, Row

NOT_PLACED = 0
Mention = tuple[str, int, str]
Name = tuple[str, str]
"""Corpus and entity of a timeline."""


class _Event(NamedTuple):
    """One row: its place in the order (0 = not placed), its date and its mentions."""

    order: int
    date: str | None
    mentions: tuple[Mention, ...]


Timelines = dict[Name, list[_Event]]


class _Link(NamedTuple):
    """A relation of two mentions (`same`, `before`) or of a mention and its date (`on`)."""

    first: Mention
    relation: str
    second: Mention | str


def _mention(row: Row) -> Mention:
    return str(row["doc"]), int(row["sentence"]), row["word"].lower().replace(" ", "_")


def _event(row: Row, dates: Sequence[str]) -> _Event:
    place = dates.index(row["date"]) + 1 if row["date"] else NOT_PLACED
    return _Event(row.get("order", place), row["date"], tuple(_mention(m) for m in row["mentions"]))


def _timelines(rows: Sequence[Row], corpus: str) -> Timelines:
    grouped: dict[Name, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row.get("corpus", corpus), row["entity"]].append(row)
    result: Timelines = {}
    for name, group in grouped.items():
        dates = sorted({row["date"] for row in group if row["date"]})
        result[name] = [_event(row, dates) for row in group]
    return result


class _Graph:
    """The temporal graph of one timeline: every mention's place and date."""

    def __init__(self, events: Sequence[_Event]) -> None:
        self.place: dict[Mention, int] = {}
        self.date: dict[Mention, str] = {}
        for event in events:
            for m in event.mentions if event.order else ():
                self.place[m] = event.order
                if event.date:
                    self.date[m] = event.date

    def reduced(self) -> list[_Link]:
        """The relations from which all others follow."""
        ordered = sorted(self.place, key=lambda m: (self.place[m], m))
        chain = [_Link(a, self._order(a, b), b) for a, b in pairwise(ordered)]
        return chain + [_Link(m, "on", self.date[m]) for m in ordered if m in self.date]

    def _order(self, a: Mention, b: Mention) -> str:
        return "same" if self.place[a] == self.place[b] else "before"

    def holds(self, link: _Link) -> bool:
        """Whether a relation follows from the graph."""
        if isinstance(link.second, str):
            return self.date.get(link.first) == link.second
        if link.first not in self.place or link.second not in self.place:
            return False
        first, second = self.place[link.first], self.place[link.second]
        return first == second if link.relation == "same" else first < second


def _cells(timelines: Timelines) -> set[tuple[Name, str, Mention]]:
    """Every dated mention with its timeline and date."""
    return {(name, e.date, m) for name, events in timelines.items() for e in events if e.date for m in e.mentions}


def _counted(right: _Graph, said: _Graph) -> Counter[str]:
    wanted, given = right.reduced(), said.reduced()
    return Counter(
        wanted=len(wanted),
        given=len(given),
        given_right=sum(right.holds(link) for link in given),
        wanted_said=sum(said.holds(link) for link in wanted),
    )


def score(gold: Sequence[Row], predicted: Sequence[Row], texts: Mapping[str, str] | None = None) -> Figures:
    """Micro figures over all timelines of the file."""
    del texts
    corpus = gold[0].get("corpus", "") if len(gold) > 0 else ""
    right, said = _timelines(gold, corpus), _timelines(predicted, corpus)
    n: Counter[str] = Counter()
    for name in right.keys() | said.keys():
        n.update(_counted(_Graph(right.get(name, [])), _Graph(said.get(name, []))))
    wanted, given = _cells(right), _cells(said)
    days, given_days = {cell[:2] for cell in wanted}, {cell[:2] for cell in given}
    return {
        "timelines": len(right),
        "graph": harmonic(ratio(n["given_right"], n["given"]), ratio(n["wanted_said"], n["wanted"])),
        "date_mention": f1(len(wanted & given), len(given), len(wanted)),
        "date": f1(len(days & given_days), len(given_days), len(days)),
    }
