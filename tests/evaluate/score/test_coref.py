"""Clusters of mentions are compared by links, by mentions and by alignment."""

import importlib
from types import ModuleType
from typing import Any

import pytest

from dragoman.errors import MissingExtraError
from dragoman.evaluate.score import coref
from dragoman.evaluate.score.rows import Row

near = pytest.approx


def spread(*groups: str) -> list[Row]:
    """Rows from strings of one-letter mentions."""
    return [{"id": m, "cluster": n} for n, group in enumerate(groups) for m in group]


def every(figures: dict[str, object], name: str = "all") -> dict[str, Any]:
    found = figures[name]
    assert isinstance(found, dict)
    return found


def test_a_split_cluster_keeps_precision() -> None:
    """Four mentions told as two pairs: nothing wrong is joined, some links are lost."""
    figures = every(coref.score(spread("ABCD"), spread("AB", "CD")))
    assert (figures["muc"]["precision"], figures["muc"]["recall"]) == (1.0, near(2 / 3))
    assert (figures["b3"]["precision"], figures["b3"]["recall"]) == (1.0, 0.5)
    assert (figures["ceafe"]["precision"], figures["ceafe"]["recall"]) == (near(1 / 3), near(2 / 3))
    assert figures["conll_f1"] == near((0.8 + 2 / 3 + 4 / 9) / 3)


@pytest.mark.parametrize("response, b3", [(("12345", "6789ABC"), 16 / 21), (("1234589ABC", "67"), 7 / 12)])
def test_the_published_example(response: tuple[str, ...], b3: float) -> None:
    """Bagga and Baldwin's two answers: links cannot tell them apart, mentions can."""
    figures = every(coref.score(spread("12345", "67", "89ABC"), spread(*response)))
    assert figures["muc"]["precision"] == near(0.9)
    assert figures["b3"]["precision"] == near(b3)


def test_singletons_may_be_left_out() -> None:
    """Clusters of one mention are dropped from each side on its own."""
    figures = coref.score(spread("AB", "C", "D"), spread("AB", "CD"))
    assert every(figures, "no_singletons")["b3"]["precision"] == 0.5
    assert every(figures)["b3"]["precision"] == 0.75


def test_missing_mentions_stand_alone_and_unknown_ones_are_dropped() -> None:
    """A gold mention that was not answered is a cluster of its own; a mention of nobody's does not count."""
    assert every(coref.score(spread("AB", "C"), spread("ABX")))["conll_f1"] == 1.0
    assert coref.score(spread("AB"), [])["missing"] == 2


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without scipy the message says what to install."""
    real = importlib.import_module

    def without_scipy(name: str) -> ModuleType:
        if name.startswith("scipy"):
            raise ModuleNotFoundError(name)
        return real(name)

    monkeypatch.setattr(importlib, "import_module", without_scipy)
    with pytest.raises(MissingExtraError, match="numpy and scipy"):
        coref.score(spread("AB"), spread("AB"))
