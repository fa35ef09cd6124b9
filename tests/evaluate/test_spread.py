"""The bootstrap standard error of a macro-F1, as the reports on trainings print it."""

import pytest
from training.spread import standard_error


def answers(number: int, share: float) -> tuple[list[str], list[str]]:
    """Two classes alike in size, the given share of the rows right."""
    right = [("AID", "YIELD")[i % 2] for i in range(number)]
    other = {"AID": "YIELD", "YIELD": "AID"}
    return right, [one if i % 10 < 10 * share else other[one] for i, one in enumerate(right)]


@pytest.mark.parametrize(("number", "share"), [(400, 0.8), (100, 0.8), (100, 0.6)])
def test_it_is_near_that_of_a_share(number: int, share: float) -> None:
    """With two classes of one size macro-F1 is nearly the share of right rows, whose error is known."""
    right, said = answers(number, share)
    hits = sum(a == b for a, b in zip(right, said, strict=True)) / number
    known = (hits * (1 - hits) / number) ** 0.5
    assert standard_error(range(number), right, said) == pytest.approx(known, rel=0.1)


def test_rows_of_one_sentence_go_together() -> None:
    """Four copies of each row in one sentence tell no more than one row; as sentences of their own they would."""
    right, said = answers(100, 0.8)
    once = standard_error(range(100), right, said)
    together = standard_error(
        [i // 4 for i in range(400)], [r for r in right for _ in "1234"], [s for s in said for _ in "1234"]
    )
    apart = standard_error(range(400), right * 4, said * 4)
    assert together == pytest.approx(once)
    assert apart < 0.6 * once


def test_the_same_answers_have_the_same_error_and_no_rows_none() -> None:
    right, said = answers(50, 0.7)
    assert standard_error(range(50), right, said) == standard_error(range(50), right, said) > 0
    assert standard_error([], [], []) == 0
