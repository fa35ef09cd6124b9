"""Quotations are found by any of the press's marks, and told apart from scare quotes, titles and apostrophes."""

import pytest

from dragoman.annotate.quotes import quotations

CASES = [
    ('The envoy said: "We will not sign it."', ["We will not sign it."]),
    ("“We will not sign it,” the envoy said.", ["We will not sign it,"]),
    ("`` We will not sign it , '' the envoy said .", ["We will not sign it ,"]),
    ("``We will not sign,'' he said. ``Not now.''", ["We will not sign,", "Not now."]),
    ("« Nous ne signerons pas », he said.", ["Nous ne signerons pas"]),
    ("‘We won’t sign it today,’ the envoy said.", ["We won’t sign it today,"]),
    ("'We won't sign the ministers' paper,' the envoy said.", ["We won't sign the ministers' paper,"]),
    ("The ministers' plan and Chad's army don't count.", []),
    ("The ministers’ plan and Chad’s army don’t count.", []),
    ("“He told me ‘never again’ twice,” she said.", ["He told me ‘never again’ twice,"]),
    ('The 5\'10" guard spoke of a "deal" there.', ["deal"]),
    ("“We will go on.\n\n“Nobody can stop us,” he said.", ["We will go on.", "Nobody can stop us,"]),
]


@pytest.mark.parametrize(("text", "inner"), CASES)
def test_finds_what_stands_between_the_marks(text: str, inner: list[str]) -> None:
    """Each style of marks gives the words inside it."""
    assert [q.inner.of(text) for q in quotations(text, 0)] == inner


CLAUSES = [
    ('He called it a "disgrace" yesterday.', False),
    ('They read "The Winter of Our Discontent" aloud.', False),
    ('She answered: "Never."', True),
    ('She said the pact was "a danger to the whole region".', True),
    ('"No," he said.', True),
    ('The so-called "People\'s Republic" voted.', False),
]


@pytest.mark.parametrize(("text", "clause"), CLAUSES)
def test_tells_speech_from_scare_quotes_and_titles(text: str, *, clause: bool) -> None:
    """Speech is a clause or at least four words; a word in doubt and a title are not speech."""
    assert [q.clause for q in quotations(text, 0)] == [clause]


def test_begins_at_the_offset() -> None:
    """What stands before the body is not searched."""
    text = '"Old." News "We are leaving the talks," he said.'
    assert [q.inner.of(text) for q in quotations(text, 7)] == ["We are leaving the talks,"]


def test_marks_of_two_kinds_and_speech_that_runs_on() -> None:
    """A straight mark may be closed by a curly one; speech left open goes on where the next paragraph opens a mark."""
    text = '"We lost the harbour,” she said. "We lost the town too.\n\n"And then the sea came."'
    assert [q.inner.of(text) for q in quotations(text, 0)] == [
        "We lost the harbour,",
        "We lost the town too.",
        "And then the sea came.",
    ]
