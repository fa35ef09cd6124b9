"""Items are paired one to one, the best pair first."""

from dragoman.evaluate.score.matching import closeness, overlap, pair_up


def test_the_heaviest_pair_wins() -> None:
    """A heavier pair takes both of its members away from lighter ones."""
    weight = {(0, 0): 1, (0, 1): 3, (1, 1): 2}
    assert pair_up([0, 1], [0, 1], lambda g, p: weight.get((g, p))) == [(0, 1)]


def test_ties_go_to_the_first() -> None:
    """Of equally heavy pairs the one that stands first is taken."""
    assert pair_up("ab", "xy", lambda _g, _p: 1) == [(0, 0), (1, 1)]


def test_equal_spans_come_before_long_overlaps() -> None:
    """An exact span outweighs any mere overlap."""
    exact = closeness({"span": [0, 2]}, {"span": [0, 2]})
    longer = closeness({"span": [0, 9]}, {"span": [0, 8]})
    assert exact is not None
    assert longer is not None
    assert exact > longer


def test_spans_that_touch_do_not_overlap() -> None:
    """The end of a span is not part of it."""
    assert overlap([0, 5], [5, 9]) == 0
