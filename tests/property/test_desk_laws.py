"""Laws of the store: what goes in comes out, the order of adding is nothing, removing leaves no trace and no gap."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.property.desk_strategies import CODINGS, ODD, RECORDS, Step, do, entries, judgements, steps

from dragoman.model.event import Record
from dragoman.model.ids import ArticleId
from dragoman.store.desk import passages, wire
from dragoman.store.desk.base import Coding, Desk
from dragoman.store.desk.memory import MemoryDesk
from dragoman.store.desk.open import open_desk
from dragoman.store.lines import line

WITHOUT_SHRINKING = tuple(phase for phase in Phase if phase not in {Phase.shrink, Phase.explain})
FILES = settings(max_examples=20, deadline=None, phases=WITHOUT_SHRINKING)
"""Laws that make files of SQLite see fewer examples, and a history that breaks one is shown as it was found."""
QUICK = settings(deadline=None)


@contextmanager
def a_file() -> Iterator[Desk]:
    """An empty desk in a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.sqlite"
        path.write_bytes(an_empty_file())
        with open_desk(path) as desk:
            yield desk


@cache
def an_empty_file() -> bytes:
    """The bytes of an empty desk: made once, as making its tables takes longer than what is tried with them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.sqlite"
        open_desk(path).close()
        return path.read_bytes()


def dump(desk: Desk) -> list[bytes]:
    """All that a desk holds; nothing may be wrong with it."""
    with desk.view() as view:
        assert list(view.verify()) == []
        return list(view.dump())


def added(desk: Desk, made: Iterable[Coding]) -> list[bytes]:
    """What a desk holds after codings were added, in one step each."""
    for coding in made:
        with desk.writer() as writer:
            writer.add(coding)
    return dump(desk)


@QUICK
@given(RECORDS, ODD)
def test_a_record_comes_back_from_its_line(record: Record, odd: str) -> None:
    """With any characters in it, and byte for byte."""
    told = replace(record, event_text=odd, article=replace(record.article, title=odd))
    assert wire.record(wire.body(told)) == told
    assert wire.body(told).encode() + b"\n" == line(told)
    assert "\0" not in wire.body(told)


@QUICK
@given(CODINGS)
def test_passages_that_were_left_out_come_back_with_the_text(made: Coding) -> None:
    """And nothing but them is left out."""
    for record in made.records:
        bare = passages.without(record)
        assert [held for _, _, held in passages.repeated(bare) if held != ""] == []
        assert passages.within(bare, made.stored.article.text) == record


@QUICK
@given(ODD, ODD)
def test_no_two_ids_become_one_in_a_column(one: str, other: str) -> None:
    """Whatever characters they have; and the column can hold them."""
    assert (wire.key(one) == wire.key(other)) == (one == other)
    assert wire.column(wire.key(one)) == wire.key(one)


@FILES
@given(st.lists(CODINGS, max_size=4).flatmap(lambda made: st.tuples(st.just(made), st.permutations(made))))
def test_adding_in_any_order_gives_the_same_desk(orders: tuple[list[Coding], list[Coding]]) -> None:
    """In memory and in a file, with revisions and copies among them."""
    made, otherwise = orders
    expected = added(MemoryDesk(), made)
    assert added(MemoryDesk(), otherwise) == expected
    with a_file() as desk:
        assert added(desk, otherwise) == expected


@FILES
@given(steps())
def test_a_file_does_what_memory_does(history: list[Step]) -> None:
    """Whatever is done with both, they say and hold the same, and all their rows agree."""
    memory = MemoryDesk()
    with a_file() as desk:
        with memory.writer() as one, desk.writer() as other:
            for step in history:
                assert do(one, step) == do(other, step)
        assert dump(desk) == dump(memory)


@FILES
@given(st.data())
def test_removing_leaves_the_desk_as_if_the_article_had_never_come(data: st.DataObject) -> None:
    """But for what rests on other articles too, which has to be derived again."""
    made = data.draw(st.lists(CODINGS, min_size=1, max_size=3))
    told = data.draw(st.lists(judgements(made), max_size=3))
    derived = data.draw(entries(made))
    gone = made[0].stored.article.id
    here = {one.stored.article.id for one in made} - {gone}
    theirs = {record.id for one in made if one.stored.article.id == gone for record in one.records}
    never = MemoryDesk()
    with never.writer() as writer:
        for coding in made:
            if coding.stored.article.id != gone:
                writer.add(coding)
        for one in told:
            if gone not in one.articles or not here.isdisjoint(one.articles):
                writer.judge(one)
        left = [replace(one, members=tuple(name for name in one.members if name not in theirs)) for one in derived]
        changed = [replace(new, stale=new != old) for new, old in zip(left, derived, strict=True)]
        writer.derive("happening", [one for one in changed if len(one.members) > 0])
    with a_file() as desk:
        with desk.writer() as writer:
            for coding in made:
                writer.add(coding)
            for one in told:
                writer.judge(one)
            writer.derive("happening", derived)
            writer.remove(ArticleId(gone))
        assert dump(desk) == dump(never)
