"""Timelines are compared as graphs of what comes before what, and on which date."""

from dragoman.evaluate.score import timeline
from dragoman.evaluate.score.counting import f1
from dragoman.evaluate.score.rows import Row


def row(date: str | None, *words: str, order: int | None = None) -> Row:
    told = {"entity": "E", "date": date, "mentions": [{"doc": "d", "sentence": 1, "word": w} for w in words]}
    return told if order is None else {**told, "order": order}


GOLD = [
    row(None, "unplaced", order=0),
    row("2005-01", "opened", "founded", order=1),
    row("2006", "was sold", order=2),
]


def graph(gold: list[Row], said: list[Row]) -> object:
    return timeline.score(gold, said)["graph"]


def test_reduced_relations_must_follow_from_the_other_side() -> None:
    """Two links and three dates on each side, of which one link and one date are wrong."""
    said = [row("2005-01", "Opened"), row("2006", "was_sold"), row("2007", "founded")]
    figures = timeline.score(GOLD, said)
    assert figures["graph"] == {"precision": 0.6, "recall": 0.6, "f1": 0.6}
    assert figures["date_mention"] == f1(2, 3, 3)
    assert figures["date"] == f1(2, 3, 2)


def test_a_perfect_and_a_reversed_order() -> None:
    """The same timeline scores 1, the one turned round 0."""
    gold = [row("2005", "a"), row("2006", "b")]
    assert graph(gold, gold) == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert graph(gold, [row("2005", "b"), row("2006", "a")]) == {"precision": 0.0, "recall": 0.0, "f1": 0.0}


def test_timelines_of_other_entities_cost_precision() -> None:
    """A timeline that nobody asked for counts as said."""
    gold = [row("2005", "a")]
    other = {**row("2005", "a"), "entity": "F"}
    assert graph(gold, [*gold, other]) == {"precision": 0.5, "recall": 1.0, "f1": 2 / 3}
