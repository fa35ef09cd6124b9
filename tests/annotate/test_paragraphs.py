"""Lines of live blogs and lists are parsed without the clock time or bullet at their head."""

import pytest

from dragoman.annotate.paragraphs import spans


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("14:20 Police cleared the bridge.", ["14:20", "Police cleared the bridge."]),
        ("9.05pm – “They left,” he said.", ["9.05pm", "“They left,” he said."]),
        ("• Two camps were closed.", ["Two camps were closed."]),
        ("14:20 is too late.", ["14:20 is too late."]),
    ],
)
def test_what_stands_before_the_sentence_is_apart(text: str, pieces: list[str]) -> None:
    """A clock time is a piece of its own, a bullet none; a sentence may begin with a time."""
    assert [span.of(text) for span in spans(text)] == pieces
