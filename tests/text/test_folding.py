"""Folding: one way of cutting words for every search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.folding import folded, words


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("oil-export ban", ["oil", "export", "ban"]),
        ("Malmö's S-400s", ["malmo", "s", "s", "400s"]),
        ("İstanbul ﬁne", ["istanbul", "fine"]),
        ("snake_case", ["snake", "case"]),
        ("— … !", []),
        ("中国 外交部", ["中国", "外交部"]),
    ],
)
def test_words_are_cut_at_all_that_is_no_letter_or_digit(text: str, cut: list[str]) -> None:
    """Case, accents and ligatures do not count."""
    assert words(text) == cut


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """What is folded for the index and again for the question is the same."""
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_no_folded_word_holds_a_space_or_an_ascii_mark(text: str) -> None:
    """An index that cuts at ASCII marks alone finds the very same words."""
    assert all(one.isalnum() or not one.isascii() for one in words(text))
    assert folded(text).split(" ") == (words(text) or [""])
