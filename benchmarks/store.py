"""How fast a desk in SQLite takes in records, and answers questions while it goes on taking them in.

Usage: python -m benchmarks.store [RECORDS] [FOLDER]   (from the project's folder; 1,000,000 records take some 5 GB)

Records are generated (benchmarks/generated.py); the time that takes is not counted. They are written in steps of some
6,000 records. Then another process goes on writing, in steps of as many articles as `dragoman desk add` writes in one,
and each question is asked with several values: the median over all of them is told, by the clock and by the processor's
time, which on a busy machine is about what the clock would show on a quiet one, as far as no disk is waited for.
"""

import gc
import multiprocessing
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count, islice, pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks import generated
from dragoman.desk.batches import ARTICLES
from dragoman.model.article import Article
from dragoman.model.event import Record
from dragoman.store.desk.base import Coding, Run, StoredArticle, View
from dragoman.store.desk.open import open_desk
from dragoman.store.find import counts, records

RECORDS = 1_000_000
BULK = 500
"""Articles of a step of the first load: indexes of a large desk are written for many records at once."""
PAGE = 50
"""Records read of each answer: a screen or two, what `dragoman desk find` shows."""
ROUNDS = 3
"""How often each question is asked."""
RUN = Run(coder="dragoman generated")

Ask = Callable[[View, str], int]
WHO, WORDS = ("IRN", "USA", "JPN", "FRA", "TON"), tuple(generated.falling("word").things[n] for n in (3, 30, 300, 3000))
PAIRS = tuple(f"{a}-{b}" for a, b in zip(generated.falling("country").things[:6], WHO * 2, strict=False) if a != b)


class Took(NamedTuple):
    """Milliseconds of an answer, by the clock and by the processor's time."""

    clock: float
    processor: float


class Question(NamedTuple):
    """What is asked: the bar it has to hold, what is looked for, and how."""

    kind: str
    name: str
    queries: tuple[str, ...]
    per: str | None = None
    by: str | None = None


def filters() -> Iterator[Question]:
    """One for each filter, and some of several."""
    values = {
        "actor": WHO,
        "recipient": WHO,
        "party": (*WHO, "Japan"),
        "pair": PAIRS,
        "type": ("CONSULT", "ASSAULT", "AID"),
        "mode": ("visit", "allege", "curfew"),
        "context": ("military", "asylum"),
        "auxiliary": ("future", "negation"),
        "told": ("CT+", "PS+", "U"),
        "status": ("happened", "planned"),
        "phase": ("scheduled", "completed"),
        "source": ("named", "anonymous"),
        "publisher": tuple(generated.falling("publisher").things[n] for n in (0, 40, 300)),
        "place": ("JPN", "London", "Tokyo"),
        "date": ("2019-05-03", "2019-05", "2012", "2019-05..2019-07"),
        "published": ("2019-05-03", "2019-05"),
    }
    for key, told in values.items():
        yield Question("filter", key, tuple(f"{key}:{value}" for value in told))
    yield Question("filter", "actor type date", tuple(f"actor:{who} type:CONSULT date:2019" for who in WHO))
    yield Question("filter", "pair told context", tuple(f"pair:{pair} told:CT+ context:military" for pair in PAIRS))
    yield Question("filter", "type -auxiliary phase", ("type:AGREE -auxiliary:future phase:scheduled date:2015",))


def tallies() -> Iterator[Question]:
    """By each length of period and what records are grouped by."""
    for per, by in (("day", None), ("week", "type"), ("month", "type"), ("year", "quad"), ("year", "pair")):
        queries = ("",) if by != "pair" else tuple(f"pair:{pair}" for pair in PAIRS)
        yield Question("count", f"{per} × {by or 'all'}", queries, per, by)
    yield Question("count", "month × type of a pair", tuple(f"pair:{pair}" for pair in PAIRS), "month", "type")
    yield Question("count", "month × type of an actor", tuple(f"actor:{who}" for who in WHO), "month", "type")
    yield Question("count", "year × quad of a year", ("date:2019", "date:2012"), "year", "quad")


def searches() -> Iterator[Question]:
    """Words, alone and with filters."""
    yield Question("text", "a word", WORDS)
    yield Question("text", "two words", tuple(f"{a} {b}" for a, b in pairwise(WORDS)))
    yield Question("text", "beginning", tuple(f"{word}*" for word in WORDS))
    yield Question("text", "word, actor", tuple(f"{word} actor:{who}" for word, who in zip(WORDS, WHO, strict=False)))
    yield Question("text", "word, type, year", tuple(f"{word} type:CONSULT date:2019" for word in WORDS))


def steps(first: int, size: int) -> Iterator[list[Coding]]:
    """Generated articles from a number on, so many together."""
    for start in count(first, size):
        yield [_coding(*one) for one in generated.articles(start, size)]


def _coding(article: Article, told: tuple[Record, ...]) -> Coding:
    stored = StoredArticle(article=article, seen=generated.SEEN, length=len(article.text))
    return Coding(stored=stored, run=RUN, records=told)


def ingest(desk: str, number: int, show: Callable[[str], None]) -> tuple[int, int, float, float]:
    """Write so many records; gives articles, records, seconds by the clock and by the processor."""
    articles, written, seconds, busy = 0, 0, 0.0, 0.0
    with open_desk(desk) as one:
        for step in steps(0, BULK):
            gc.freeze()  # what was generated is not swept through again and again while it is written
            began, began_busy = time.perf_counter(), time.process_time()
            with one.writer() as writer:
                for coding in step:
                    writer.add(coding)
            seconds += time.perf_counter() - began
            busy += time.process_time() - began_busy
            gc.unfreeze()
            articles, written = articles + len(step), written + sum(len(coding.records) for coding in step)
            if articles % (10 * BULK) == 0:
                show(f"  {written:,} records, {written / seconds:,.0f} a second")
            if written >= number:
                return articles, written, seconds, busy
    raise AssertionError


def go_on(desk: str, first: int, written: "multiprocessing.sharedctypes.Synchronized[int]") -> None:
    """Write more and more, until killed."""
    with open_desk(desk) as one:
        for step in steps(first, ARTICLES):
            with one.writer() as writer:
                for coding in step:
                    writer.add(coding)
            written.value += sum(len(coding.records) for coding in step)


@contextmanager
def writing(desk: str, first: int) -> Iterator[Callable[[], int]]:
    """Another process that goes on writing; tells how many records it has written."""
    context = multiprocessing.get_context("spawn")
    written = context.Value("q", 0)
    process = context.Process(target=go_on, args=(desk, first, written), daemon=True)
    process.start()
    try:
        while written.value == 0:
            time.sleep(0.1)
        yield lambda: written.value
    finally:
        process.kill()
        process.join()


def asked(desk: str, question: Question, rounds: int) -> tuple[list[Took], int]:
    """How long each answer took, and the records or lines of the largest."""
    took, most = [], 0
    with open_desk(desk, create=False) as one:
        for query in question.queries * rounds:
            began, busy = time.perf_counter(), time.process_time()
            with one.view() as view:
                most = max(most, _answer(view, query, question))
            took.append(Took(1000 * (time.perf_counter() - began), 1000 * (time.process_time() - busy)))
    return took, most


def _answer(view: View, query: str, question: Question) -> int:
    if question.kind == "count":
        return len(counts(view, query, per=question.per, by=question.by).rows)  # type: ignore[arg-type]
    return sum(1 for _ in islice(records(view, query, limit=PAGE), PAGE))


def ask(desk: str, questions: Iterable[Question], show: Callable[[str], None]) -> None:
    """Ask all questions, and tell for each kind the median over all of its answers."""
    every: dict[str, list[Took]] = {}
    show(f"{'':34} {'':>5} {'by the clock':>19} {'by the processor':>19}")
    show(f"{'kind':7} {'question':26} {'asked':>5} {'median':>9} {'slowest':>9} {'median':>9} {'slowest':>9}  lines")
    for question in questions:
        took, most = asked(desk, question, ROUNDS)
        every.setdefault(question.kind, []).extend(took)
        show(_line(question.kind, question.name, took, str(most)))
    for kind, took in every.items():
        show(_line(kind, "all of them", took, ""))


def _line(kind: str, name: str, took: list[Took], more: str) -> str:
    times = " ".join(f"{statistics.median(one):>6.1f} ms {max(one):>6.0f} ms" for one in zip(*took, strict=True))
    return f"{kind:7} {name:26} {len(took):>5} {times}  {more}"


def machine() -> str:
    """Where and when, and how busy it was."""
    load = os.getloadavg()[0]
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, {os.cpu_count()} cores, load {load:.1f}, "
        f"Python {platform.python_version()}"
    )


def main(number: int, folder: Path, show: Callable[[str], None] = print) -> None:
    """Run the measurement and print it."""
    desk = str(folder / "benchmark.desk")
    show(machine())
    articles, written, seconds, busy = ingest(desk, number, show)
    size = Path(desk).stat().st_size / 1e9
    show(f"{articles:,} articles, {written:,} records, {size:.2f} GB; steps of {BULK} articles")
    show(f"ingest {written / seconds:,.0f} records/s by the clock, {written / busy:,.0f} by the processor's time")
    questions = [*filters(), *tallies(), *searches()]
    show(f"\nwhile another process writes; {machine()}")
    with writing(desk, articles) as more:
        began, before = time.perf_counter(), more()
        ask(desk, questions, show)
        rate = (more() - before) / (time.perf_counter() - began)
    show(f"meanwhile {rate:,.0f} records/s were generated and written\n\nwhile nobody writes; {machine()}")
    ask(desk, questions, show)


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else RECORDS
    if len(sys.argv) > 2:  # noqa: PLR2004 - the folder is named
        main(wanted, Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(wanted, Path(made))
