"""How many sentences and pairs the learned typer answers a second, on one thread and on two; median of five.

The sentences are the longest of the corpus, once with one candidate each ("marked sentences") and once with three.

Usage: python -m benchmarks.typing [SENTENCES]   (from the project's folder)
"""

import json
import platform
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from dragoman.model.span import Span
from training.runtime import model_typing
from training.runtime.model_typing import Candidate

CORPUS = Path(__file__).parents[1] / "corpus"
SENTENCES = 200
RUNS = 5
DENSE = 3
"""Candidates of a dense sentence: two acts of a pair, one of them in both directions."""

Item = tuple[str, list[Candidate]]


def spans(places: list[list[int]]) -> tuple[Span, ...]:
    """Places of the corpus as spans."""
    return tuple(Span(*place) for place in places)


def items(count: int, candidates: int) -> list[Item]:
    """The longest sentences of the corpus, which are nearest to news, each with so many candidates."""
    rows = [json.loads(line) for path in sorted(CORPUS.glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    rows.sort(key=lambda row: (-len(row["text"]), row["id"]))
    made = []
    for row in rows[:count]:
        told = Candidate(trigger=Span(*row["trigger"]), actor=spans(row["actor"]), recipient=spans(row["recipient"]))
        turned = Candidate(trigger=told.trigger, actor=told.recipient, recipient=told.actor)
        made.append((row["text"], [told, turned, Candidate(actor=told.actor, recipient=told.recipient)][:candidates]))
    return made


def rate(some: list[Item], threads: int) -> float:
    """Sentences a second."""
    typer = model_typing.load()
    start = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda item: typer.vote(*item), some))
    return len(some) / (time.perf_counter() - start)


def main(count: int) -> None:
    """Prints the figures."""
    print(f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, Python {platform.python_version()}")
    start = time.perf_counter()
    model_typing.load()
    print(f"load {time.perf_counter() - start:.2f} s")
    for candidates in (1, DENSE):
        some = items(count, candidates)
        words = statistics.mean(text.count(" ") + 1 for text, _ in some)
        for threads in (1, 2):
            found = statistics.median(rate(some, threads) for _ in range(RUNS))
            told = f"{found:.0f} sentences/s, {found * candidates:.0f} pairs/s"
            print(f"{len(some)} sentences of {words:.0f} words, {candidates} candidates, {threads} threads: {told}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SENTENCES)
