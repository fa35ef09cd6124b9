"""A number belongs to the act of the clause or noun that it stands in."""

import pytest

from tests.extract.test_records import code

CASES = {
    "doers of a noun inside": ("Togo hailed steps by the three armies to end the fighting.", "hailed", []),
    "relative clause": ("Latvia offered Estonia a treaty that would be the first in 28 years.", "offered", []),
    "what a pact is": ("Malta proposed a pact that would be the first in 33 years.", "proposed", []),
    "what an attack did": ("Rebels launched an attack that left 11 porters dead.", "launched", [11]),
    "act of a relative clause": ("Ghana denounced the raid, which killed nine fishermen.", "denounced", []),
    "the inner act keeps it": ("Ghana denounced the raid, which killed nine fishermen.", "killed", [9]),
    "act inside the object": ("Spain praised a plan to send 80 doctors to Haiti.", "praised", []),
    "its doer": ("Oman's decision to deport four clerics was condemned by Yemen.", "condemned", []),
    "own object": ("Chile will send 640 soldiers to Haiti.", "send", [640]),
    "behind a preposition of its own noun": ("Canada imposed sanctions on seven banks in Belarus.", "imposed", [7]),
    "worth of an object": ("Egypt signed with Poland a contract worth $3 billion.", "signed", [3e9]),
    "doers of the act": ("Two trawlers of Peru were seized by four warships of Chile.", "seized", [2, 4]),
    "by how much": ("The United States cut its aid to Kenya by 40 million dollars.", "cut", [4e7]),
    "coordinated act": ("Police in Minsk arrested a blogger and expelled six Polish diplomats.", "arrested", []),
}


@pytest.mark.parametrize(("text", "word", "expected"), CASES.values(), ids=CASES)
def test_numbers_belong_to_their_own_act(text: str, word: str, expected: list[float]) -> None:
    """Neither to the act whose phrases only mention the clause, the act or the doer that is counted."""
    record = next(r for r in code(text).events if r.event_text == word)
    assert [one.value for one in record.quantity] == expected
