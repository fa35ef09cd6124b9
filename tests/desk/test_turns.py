"""Several programs at one desk, as processes of their own: writers take turns, readers never wait."""

import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from dragoman.desk import batches
from dragoman.desk.batches import turn
from dragoman.store.desk.base import Coding, Run
from dragoman.store.desk.coding import coding
from dragoman.store.desk.open import open_desk
from tests import factory
from tests.desk import stub
from tests.store.desk import codings

CONTEXT = multiprocessing.get_context("spawn")
LONG = 60.0
"""Seconds after which something hangs, also on a busy machine."""


def made(number: int) -> Coding:
    """A small article of a number."""
    report = factory.article(f"Abe met Rouhani in Tehran, and {number} others.")
    return coding(stub.coded(report), Run(coder="dragoman test"), codings.NOON)


def hold(desk: str, begun: Event, end: Event) -> None:
    """Write an article, and keep the turn."""
    with open_desk(desk) as one, one.writer() as writer:
        writer.add(made(0))
        begun.set()
        end.wait(LONG)


def write(desk: str, first: int, told: Event) -> None:
    """Write three articles, a step for each; an event tells that the turn of another took long."""
    batches.LONG = 0.1
    with open_desk(desk) as one:
        for number in range(first, first + 3):
            with turn(one, told.set) as writer:
                writer.add(made(number))


@contextmanager
def held(desk: str) -> Iterator[Event]:
    """Another process has its turn; the event ends it."""
    begun, end = CONTEXT.Event(), CONTEXT.Event()
    process = CONTEXT.Process(target=hold, args=(desk, begun, end), daemon=True)
    process.start()
    assert begun.wait(LONG)
    try:
        yield end
    finally:
        end.set()
        process.join(LONG)
    assert process.exitcode == 0


@pytest.fixture
def desk(tmp_path: Path) -> str:
    """A desk with an article."""
    place = str(tmp_path / "desk")
    with open_desk(place) as one, one.writer() as writer:
        writer.add(made(99))
    return place


def articles(desk: str) -> int:
    """What a reader sees that opens the desk now."""
    with open_desk(desk, create=False) as one, one.view() as view:
        return view.standing().articles


def test_a_reader_never_waits_for_a_writer(desk: str) -> None:
    """It sees the desk as it was before the turn that is not ended."""
    with held(desk):
        began = time.perf_counter()
        assert articles(desk) == 1
        assert time.perf_counter() - began < LONG / 2
    assert articles(desk) == 2


def test_a_view_stays_as_it_was(desk: str) -> None:
    """Whatever is written meanwhile."""
    with open_desk(desk) as one, one.view() as view:
        before = b"".join(view.dump())
        with one.writer() as writer:
            writer.add(made(1))
        assert b"".join(view.dump()) == before
    assert articles(desk) == 2


def test_two_writers_take_turns(desk: str) -> None:
    """Neither loses anything, and each step of one stands between steps of the other or beside them."""
    told = CONTEXT.Event()
    writers = [CONTEXT.Process(target=write, args=(desk, first, told), daemon=True) for first in (10, 20)]
    for process in writers:
        process.start()
    for process in writers:
        process.join(LONG)
    assert [process.exitcode for process in writers] == [0, 0]
    assert articles(desk) == 7


def test_who_waits_long_is_told(desk: str) -> None:
    """And writes when the turn has ended."""
    told = CONTEXT.Event()
    with held(desk) as end:
        process = CONTEXT.Process(target=write, args=(desk, 10, told), daemon=True)
        process.start()
        assert told.wait(LONG)
        assert process.is_alive()
        end.set()
        process.join(LONG)
    assert articles(desk) == 5
