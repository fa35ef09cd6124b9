"""Status: what the text says outright outweighs what is only foreseen."""

from typing import Any

import pytest

from dragoman.store import STATUSES, status, told_factuality
from tests import factory

REPORT = factory.article("Abe said that he may meet Rouhani.")
PLAN = (factory.foreseen(REPORT, "meet"),)
PERHAPS = (factory.foreseen(REPORT, "meet", auxiliary=("hypothetical",)),)
SAID = (factory.source(REPORT, "Abe", factuality="PS+"),)


@pytest.mark.parametrize(
    "kind, fields, expected",
    [
        ("CONSULT", {}, "happened"),
        ("CONSULT", {"auxiliary": ("historical",)}, "past"),
        ("SANCTION", {"auxiliary": ("future",)}, "planned"),
        ("SANCTION", {"auxiliary": ("future", "hypothetical")}, "conditional"),
        ("CONSULT", {"auxiliary": ("negation",), "factuality": "CT-"}, "denied"),
        ("CONSULT", {"factuality": "PS+"}, "uncertain"),
        ("CONSULT", {"factuality": "U", "attribution": SAID}, "uncertain"),
        ("CONSULT", {"factuality": "CT-"}, "denied"),
        ("AGREE", {"anticipates": PLAN}, "planned"),
        ("AGREE", {"anticipates": PERHAPS}, "conditional"),
        ("AGREE", {}, "happened"),
        ("THREATEN", {"anticipates": PLAN}, "threatened"),
        ("AGREE", {"anticipates": PLAN, "phase": "cancelled"}, "called off"),
        ("AGREE", {"anticipates": PLAN, "phase": "postponed"}, "postponed"),
    ],
)
def test_status(kind: str, fields: dict[str, Any], expected: str) -> None:
    """One word tells whether it happened."""
    assert status(factory.event(REPORT, "meet", kind, **fields)) == expected
    assert expected in STATUSES


def test_the_source_is_asked_where_the_narrator_does_not_say() -> None:
    """U gives way to the innermost source's view; the narrator's own view is kept."""
    quoted = factory.event(REPORT, "meet", factuality="U", attribution=SAID)
    assert told_factuality(quoted) == "PS+"
    assert told_factuality(factory.event(REPORT, "meet", factuality="CT-", attribution=SAID)) == "CT-"
