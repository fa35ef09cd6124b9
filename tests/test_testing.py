"""The coder for other people's tests keeps the laws of the real one."""

from dragoman.testing import WordCoder


def test_listed_words_become_events_at_their_places() -> None:
    """Each telling is a record with spans that hold its characters and an id of its own."""
    text = "They met, and met again.\nNobody left. "
    coded = WordCoder({"met": "CONSULT", "left": "RETREAT"}).code(text, date="2019-12-20")
    assert [(one.event, one.event_text, one.text) for one in coded.events] == [
        (("CONSULT",), "met", "They met, and met again."),
        (("CONSULT",), "met", "They met, and met again."),
        (("RETREAT",), "left", "Nobody left."),
    ]
    assert all(one.event_span.of(text) == one.event_text and one.text_span.of(text) == one.text for one in coded.events)
    assert len({one.id for one in coded.events}) == 3
