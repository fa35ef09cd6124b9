"""Whatever moment a work on a desk is killed at: the desk is whole, the same work goes on, nothing is lost or twice.

`make kills` kills each work fifty times; the quick form here does so twice.
"""

import itertools
import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks import generated

from dragoman.store.desk.base import Coding, Run, StoredArticle
from dragoman.store.desk.open import open_desk
from tests.desk import killing, reports
from tests.desk.killing import Job, dumped, faults, finished, killed

KILLS = int(os.environ.get("DRAGOMAN_KILLS", "2"))
MOST_IN_A_ROW = 4
"""So often the same desk is killed before it may finish."""
FEW = 10
BIG = 100
"""Articles of the desk that is copied: some five megabytes, so that the copying lasts."""


def lots(seed: str, kills: int) -> Iterator[tuple[random.Random, int]]:
    """How often each desk is killed, until all kills are used up, with the chance of the moments."""
    chance = random.Random(seed)
    while kills > 0:
        number = min(kills, chance.randint(1, MOST_IN_A_ROW))
        kills -= number
        yield chance, number


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the reports lie, and desks that others are compared with."""
    return tmp_path_factory.mktemp("killed")


@pytest.fixture(scope="module")
def files(folder: Path) -> tuple[str, ...]:
    """The reports, and later a revision."""
    return tuple(str(path) for path in reports.written(folder))


def survives(job: Job, seconds: float, lot: tuple[random.Random, int]) -> int:
    """Kill a work some times, finding the desk whole each time; then let it end. Gives how many kills came in time."""
    chance, number = lot
    hits = 0
    for _ in range(number):
        hits += killed(job, seconds, chance)
        assert faults(job.desk) == []
    finished(job)
    assert faults(job.desk) == []
    return hits


def enough(hits: int) -> bool:
    """Whether so many kills came in time that they tell something; of very few all may come late."""
    return hits >= KILLS // 2 or KILLS < FEW


def test_adding_survives(folder: Path, files: tuple[str, ...]) -> None:
    """The desk in the end is the one that nobody disturbed."""
    finished(
        Job(killing.add, folder / "first", files)
    )  # the first work also loads the parser: it says nothing of the next
    seconds = finished(Job(killing.add, folder / "undisturbed", files))
    wanted = dumped(folder / "undisturbed")
    assert wanted.count(b"\n") > 0
    hits = 0
    for number, lot in enumerate(lots("add", KILLS)):
        job = Job(killing.add, folder / f"added {number}", files)
        hits += survives(job, seconds, lot)
        assert dumped(job.desk) == wanted
    assert enough(hits)


def test_coding_again_survives(folder: Path, files: tuple[str, ...]) -> None:
    """All texts have their records of the new coder in the end, also those killed half-way."""
    old = folder / "old"
    for file in files:
        killing.add(str(old), (file,), killing.OLD)
    shutil.copy(old, folder / "recoded")
    seconds = finished(Job(killing.recode, folder / "recoded"))
    wanted = dumped(folder / "recoded")
    assert wanted != dumped(old)
    hits = 0
    for number, lot in enumerate(lots("recode", KILLS)):
        desk = Path(shutil.copy(old, folder / f"recoded {number}"))
        hits += survives(Job(killing.recode, desk), seconds, lot)
        assert dumped(desk) == wanted
    assert enough(hits)


def test_a_backup_is_whole_or_not_there(folder: Path) -> None:
    """The desk itself is not touched, and what a killed copy left is gone after the next."""
    desk, copies = folder / "big", folder / "copies"
    copies.mkdir()
    fill(desk, BIG)
    copy = copies / "copy"
    wanted, seconds = dumped(desk), finished(Job(killing.backup, desk, (str(copy),)))
    assert dumped(copy) == wanted
    hits = 0
    for chance, number in lots("backup", KILLS):
        copy.unlink()
        for _ in range(number):
            hits += killed(Job(killing.backup, desk, (str(copy),)), seconds, chance)
            assert not copy.exists() or dumped(copy) == wanted
        finished(Job(killing.backup, desk, (str(copy),)))
        assert (dumped(copy), faults(copy), [one.name for one in copies.iterdir()]) == (wanted, [], ["copy"])
    assert (dumped(desk), faults(desk), enough(hits)) == (wanted, [], True)


def fill(desk: Path, count: int) -> None:
    """A desk with generated articles."""
    run = Run(coder="dragoman generated")
    with open_desk(desk) as one, one.writer() as writer:
        for article, records in itertools.islice(generated.articles(0, count), count):
            stored = StoredArticle(article=article, seen=generated.SEEN, length=len(article.text))
            writer.add(Coding(stored=stored, run=run, records=records))
