"""Who means his own deeds when he tells others what will be done to them."""

import pytest

from dragoman.evaluate.tasks import event_typing
from dragoman.evaluate.tasks.parsed import Row


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "event"),
    [
        ("The governor warned the pilots that they would be jailed.", "The governor", "the pilots", "THREATEN"),
        ("The junta told the monks they would be arrested if they marched.", "The junta", "the monks", "THREATEN"),
        ("The monks were arrested, the junta told the envoy.", "the junta", "The monks", "COERCE"),
    ],
)
def test_what_will_be_done_to_them_is_a_threat_of_him_who_says_so(
    text: str, actor: str, recipient: str, event: str
) -> None:
    """A passive without a doer that lies ahead is the teller's; what has happened is no threat of his."""
    spans = {name: [text.index(one), text.index(one) + len(one)] for name, one in (("a", actor), ("r", recipient))}
    row: Row = {"id": "one", "text": text, "actor": spans["a"], "recipient": spans["r"]}
    assert next(event_typing.predict([row], model=False))["event"] == event
