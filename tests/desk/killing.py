"""Work on a desk in a process of its own, which is killed at a moment drawn by lot, as if the plug were pulled.

The processes are forked from a server that has the parser loaded; the coder is the real one, without its learned typer.
"""

import multiprocessing
import random
import time
from collections.abc import Callable
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

from dragoman.desk import Adding, Options, Recoding
from dragoman.settings import Settings
from dragoman.store.desk.open import open_desk

SMALL_STEP = 2
"""Articles of a step: many steps are killed with few articles."""
LONG = 300.0
"""Seconds after which something hangs."""
OLD, NEW = Settings(model=False, lead=1), Settings(model=False)


class Job(NamedTuple):
    """A work on a desk, and what it is given."""

    work: Callable[[str, tuple[str, ...]], None]
    desk: Path
    given: tuple[str, ...] = ()


def add(desk: str, paths: tuple[str, ...], settings: Settings = NEW) -> None:
    """Add each path with an `add` of its own."""
    for path in paths:
        with open_desk(desk) as one:
            tally = Adding(one, settings, Options(batch=SMALL_STEP)).add([path])
        assert tally.skipped == []


def recode(desk: str, _: tuple[str, ...]) -> None:
    """Code a desk again."""
    with open_desk(desk) as one:
        for _recoded in Recoding(one, NEW, batch=SMALL_STEP).work():
            pass


def backup(desk: str, to: tuple[str, ...]) -> None:
    """Copy a desk."""
    with open_desk(desk) as one:
        one.backup(to[0])


def context() -> ForkServerContext:
    """Where processes come from."""
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(["tests.desk.warm"])
    return found


def started(job: Job) -> BaseProcess:
    """The work, begun."""
    process = context().Process(target=job.work, args=(str(job.desk), job.given), daemon=True)
    process.start()
    return process


def finished(job: Job) -> float:
    """Let the work end by itself; gives the seconds it took."""
    began, process = time.perf_counter(), started(job)
    process.join(LONG)
    assert process.exitcode == 0, f"ended with {process.exitcode}"
    return time.perf_counter() - began


def killed(job: Job, seconds: float, chance: random.Random) -> bool:
    """Kill the work at a moment out of so many seconds; False when it had ended by then."""
    process = started(job)
    process.join(chance.uniform(0, seconds))
    ended = process.exitcode is not None
    process.kill()
    process.join(LONG)
    return not ended


def dumped(desk: Path) -> bytes:
    """All that a desk holds, in one order."""
    with open_desk(desk, create=False) as one, one.view() as view:
        return b"".join(view.dump())


def faults(desk: Path) -> list[str]:
    """What is wrong in a desk; nothing where it was killed before there was one."""
    if not desk.exists():
        return []
    with open_desk(desk, create=False) as one, one.view() as view:
        return [f"{one.kind} {one.where} {one.detail}" for one in view.verify()]
