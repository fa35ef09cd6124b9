"""An event's pairs: each with each, and both ways where the parties act on each other."""

import pytest
from msgspec.structs import replace

from dragoman.model.event import ActorRef, EventRecord
from dragoman.store import columns
from dragoman.store.pairs import pairs
from tests import factory

REPORT = factory.article("Iran and Japan met Trump in Tokyo, and Abe saw Rouhani on Friday.")
IRAN, JAPAN, TRUMP = (factory.party(REPORT, name) for name in ("Iran", "Japan", "Trump"))


def event(kind: str, actors: tuple[ActorRef, ...], recipients: tuple[ActorRef, ...] = (), *notes: str) -> EventRecord:
    made = factory.event(REPORT, "met", kind, cameo="040", date=REPORT.date)
    return replace(made, actor=actors, recipient=recipients, notes=notes)


def told(record: EventRecord) -> list[str]:
    names = [[side.raw_text if side else "-" for side in pair] for pair in pairs(record)]
    return [" > ".join(pair) for pair in names]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (event("ACCUSE", (IRAN,), (JAPAN,)), ["Iran > Japan"]),
        (event("ACCUSE", (IRAN, JAPAN), (TRUMP,)), ["Iran > Trump", "Japan > Trump"]),
        (event("ACCUSE", (TRUMP,), (IRAN, JAPAN)), ["Trump > Iran", "Trump > Japan"]),
        (event("PROTEST", (IRAN,)), ["Iran > -"]),
        (event("ASSAULT", (), (IRAN,)), ["- > Iran"]),
        (event("ASSAULT", ()), ["- > -"]),
        (event("ACCUSE", (IRAN, JAPAN)), ["Iran > -", "Japan > -"]),
        (event("CONSULT", (IRAN, JAPAN)), ["Iran > Japan", "Japan > Iran"]),
        (event("CONSULT", (IRAN, JAPAN), (TRUMP,)), ["Iran > Trump", "Japan > Trump"]),
        (event("AGREE", (IRAN, JAPAN)), ["Iran > -", "Japan > -"]),
        (event("AGREE", (IRAN, JAPAN), (), "reciprocal"), ["Iran > Japan", "Japan > Iran"]),
        (event("ASSAULT", (IRAN, JAPAN), (), "reciprocal"), ["Iran > Japan", "Japan > Iran"]),
        (event("CONSULT", (IRAN,)), ["Iran > -"]),
        (event("CONSULT", (IRAN, IRAN)), ["Iran > -"]),
        (event("ACCUSE", (IRAN, IRAN), (JAPAN,)), ["Iran > Japan"]),
        (
            event("CONSULT", (IRAN, JAPAN, TRUMP)),
            ["Iran > Japan", "Iran > Trump", "Japan > Iran", "Japan > Trump", "Trump > Iran", "Trump > Japan"],
        ),
    ],
)
def test_pairs(record: EventRecord, expected: list[str]) -> None:
    assert told(record) == expected


def test_rows_of_pairs_have_both_orders_of_those_who_act_on_each_other() -> None:
    rows = list(columns.dyads(event("CONSULT", (IRAN, JAPAN))))
    assert [(row.actors, row.recipients, row.rows) for row in rows] == [
        ((IRAN,), (JAPAN,), 2),
        ((JAPAN,), (IRAN,), 2),
    ]
