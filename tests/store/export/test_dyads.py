"""Rows of pairs: what has none, and the whole numbers that are their keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman.model.event import ActorRef, EventRecord
from dragoman.store.export import dyads
from dragoman.store.export.base import Tally
from tests import factory

REPORT = factory.article("Iran and Japan met Trump in Tokyo, and Abe saw Rouhani on Friday.")
IRAN, JAPAN, TRUMP = (factory.party(REPORT, name) for name in ("Iran", "Japan", "Trump"))


def event(kind: str, actors: tuple[ActorRef, ...], recipients: tuple[ActorRef, ...] = (), *notes: str) -> EventRecord:
    made = factory.event(REPORT, "met", kind, cameo="040", date=REPORT.date)
    return replace(made, actor=actors, recipient=recipients, notes=notes)


def test_what_has_no_code_or_day_is_counted() -> None:
    tally, undated = Tally("x"), factory.article("Iran met Japan.", date=None)
    rows = dyads.dyads(
        [
            event("CONSULT", (IRAN, JAPAN)),
            replace(event("CONSULT", (IRAN,)), cameo=None),
            replace(factory.event(undated, "met", cameo="040"), actor=(IRAN,)),
            factory.statement(REPORT, "saw", "Rouhani"),
            event("ASSAULT", ()),
        ],
        tally,
    )
    assert [row.code for row in rows] == ["040", "040"]
    assert tally.left_out == {
        "no CAMEO code for its type": 1,
        "no day, nor one of the article": 1,
        "no event": 1,
        dyads.NOBODY: 1,
    }


def test_a_record_without_a_day_that_was_asked_for_has_that_of_its_article() -> None:
    (row,) = dyads.dyads([replace(event("ACCUSE", (IRAN,)), date=None)], Tally("x"))
    assert row.day == REPORT.date


@given(st.lists(st.text(), min_size=1))
def test_numbers_are_whole_and_of_the_width_of_a_double(parts: list[str]) -> None:
    number = dyads.hashed(*parts)
    assert 1 <= number < 2**53
    assert int(float(number)) == number
    assert dyads.hashed(*parts) == number


def test_numbers_depend_on_record_and_sides_alone() -> None:
    one, other = event("CONSULT", (IRAN, JAPAN)), event("CONSULT", (JAPAN, IRAN))
    first = {(row.source, row.number) for row in dyads.dyads([one], Tally("x"))}
    assert first == {(row.source, row.number) for row in dyads.dyads([other], Tally("x"))}
    assert len({number for _, number in first}) == 2


def test_of_numbers_that_meet_the_later_takes_the_next_free_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also over the end of the width."""
    monkeypatch.setattr(dyads, "hashed", lambda *_: dyads.LARGEST - 1)
    records = [replace(event("ACCUSE", (IRAN,)), id=str(n)) for n in range(4)]
    assert [row.number for row in dyads.dyads(records, Tally("x"))] == [dyads.LARGEST - 1, dyads.LARGEST, 1, 2]


def test_a_hundred_thousand_rows_have_numbers_of_their_own() -> None:
    """Without one of them having to give way."""
    assert len({dyads.hashed(f"{n:016x}", "state:IRN", "state:JPN") for n in range(100_000)}) == 100_000
