"""How many sentences and pairs the learned typer answers a second, on one thread and on two; median of five.

The sentences are of the corpus: those of 18 to 32 words, as long as agencies write, and the longest; once with one
candidate each ("marked sentences") and once with three.

Usage: python -m benchmarks.typing [SENTENCES]   (from the project's folder)
"""

import itertools
import json
import platform
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from dragoman.extract.learned import typer
from dragoman.extract.learned.typer import Candidate
from dragoman.model.span import Span

CORPUS = Path(__file__).parents[1] / "training" / "corpus"
SENTENCES = 200
RUNS = 5
USUAL = (18, 32)
"""Words of a usual sentence."""
DENSE = 3
"""Candidates of a dense sentence: two acts of a pair, one of them in both directions."""

Item = tuple[str, list[Candidate]]


def spans(places: list[list[int]]) -> tuple[Span, ...]:
    """Places of the corpus as spans."""
    return tuple(Span(*place) for place in places)


def items(count: int, candidates: int, *, longest: bool) -> list[Item]:
    """So many sentences of the corpus, each with so many candidates."""
    rows = [json.loads(line) for path in sorted(CORPUS.glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    rows.sort(key=lambda row: (-len(row["text"]), row["id"]) if longest else (row["id"][::-1],))
    rows = rows if longest else [row for row in rows if USUAL[0] <= row["text"].count(" ") + 1 <= USUAL[1]]
    made = []
    for row in rows[:count]:
        told = Candidate(trigger=Span(*row["trigger"]), actor=spans(row["actor"]), recipient=spans(row["recipient"]))
        turned = Candidate(trigger=told.trigger, actor=told.recipient, recipient=told.actor)
        made.append((row["text"], [told, turned, Candidate(actor=told.actor, recipient=told.recipient)][:candidates]))
    return made


def rate(some: list[Item], threads: int) -> float:
    """Sentences a second."""
    learned = typer.load()
    start = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda item: learned.votes(learned.encoded(item[0]), item[1]), some))
    return len(some) / (time.perf_counter() - start)


def main(count: int) -> None:
    """Prints the figures."""
    print(f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, Python {platform.python_version()}")
    start = time.perf_counter()
    typer.load()
    print(f"load {time.perf_counter() - start:.2f} s")
    for longest, candidates in itertools.product((False, True), (1, DENSE)):
        some = items(count, candidates, longest=longest)
        words = statistics.mean(text.count(" ") + 1 for text, _ in some)
        for threads in (1, 2):
            found = statistics.median(rate(some, threads) for _ in range(RUNS))
            told = f"{found:.0f} sentences/s, {found * candidates:.0f} pairs/s"
            print(f"{len(some)} sentences of {words:.0f} words, {candidates} candidates, {threads} threads: {told}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SENTENCES)
