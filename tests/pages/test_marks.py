"""Marks: the pieces are the text, character by character, whatever lies over it."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.ids import RecordId
from dragoman.model.span import Span
from dragoman.pages.marks import KINDS, Mark, cut, pieces
from tests import factory

TEXT = "Rouhani met Abe in Tokyo."
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).filter(lambda pair: pair[0] < pair[1])
MARKS = st.builds(
    Mark,
    st.sampled_from(KINDS),
    SPANS.map(lambda pair: Span(*pair)),
    st.sampled_from([RecordId("a"), RecordId("b"), None]),
)


@given(st.lists(MARKS, max_size=8))
def test_pieces_joined_are_the_text_and_every_mark_is_kept(marks: list[Mark]) -> None:
    """No character is lost, doubled or marked wrongly, however marks overlap."""
    found = tuple(cut(TEXT, tuple(marks)))
    assert "".join(piece.text for piece in found) == TEXT
    for piece in found:
        over = [mark for mark in marks if mark.span.meets(piece.span)]
        assert all(mark.span.holds(piece.span) for mark in over)
        assert set(piece.kinds) == {mark.kind for mark in over}
        assert set(piece.records) == {mark.record for mark in over} - {None}


def test_a_record_marks_all_the_words_it_rests_on() -> None:
    """Event, parties, time, source, what is foreseen, and the sentence that gave no record."""
    item = factory.visit()
    seen = {kind: [p.text for p in pieces(item) if kind in p.kinds] for kind in KINDS}
    assert "met" in seen["event"]
    assert "President Rouhani" in seen["actor"]
    assert "Prime Minister Abe" in seen["recipient"]
    assert seen["time"] == ["Friday"]
    assert "".join(seen["source"]) == "officialssaid"
    assert "travel" in seen["foreseen"]
    assert "".join(seen["silent"]) == "Trump also spoke of Iran and Japan."


def test_a_text_without_marks_is_one_piece_and_an_empty_one_none() -> None:
    """Nothing is cut without need."""
    assert [piece.text for piece in cut(TEXT, ())] == [TEXT]
    assert list(cut("", ())) == []
