"""How fast the coder is beside the bare parser on the same texts in the same run, where the time goes, and what memory.

Usage: python -m benchmarks.throughput [ARTICLES]   (from the project's folder)
"""

import platform
import resource
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import TypeVar

import msgspec

from benchmarks.corpus import articles
from dragoman import annotate, extract, resolve
from dragoman.annotate.backends.spacy_parser import pipeline
from dragoman.model.article import Article
from dragoman.settings import Settings

CHUNK = 100
"""Articles timed in turn by the parser alone and by the coder, so that a machine's moods meet both."""
EARLY = 500
"""Memory is read after so many articles and at the end."""

T = TypeVar("T")
Clock = dict[str, float]


def timed(name: str, stream: Iterable[T], spent: Clock) -> Iterator[T]:
    """The stream, adding the time spent inside it to `spent[name]`."""
    waiting = iter(stream)
    while True:
        start = time.perf_counter()
        try:
            item = next(waiting)
        except StopIteration:
            spent[name] += time.perf_counter() - start
            return
        spent[name] += time.perf_counter() - start
        yield item


def bare(chunk: list[Article], settings: Settings) -> tuple[float, int]:
    """Seconds of the parser alone, and the sentences it saw."""
    start = time.perf_counter()
    sentences = sum(sum(1 for _ in doc.sents) for doc in pipeline(settings.pipeline).pipe(a.text for a in chunk))
    return time.perf_counter() - start, sentences


def coded(chunk: list[Article], settings: Settings, spent: Clock) -> tuple[float, int]:
    """Seconds of the whole coder, and the records it wrote; the time inside each stage is added to `spent`."""
    start = time.perf_counter()
    layers = timed("annotate", annotate.articles(chunk, settings), spent)
    tied = timed("resolve", resolve.articles(layers), spent)
    done = timed("extract", extract.records(tied), spent)
    written = 0
    for one in done:
        begun = time.perf_counter()
        written += len([msgspec.json.encode(record) for record in one.records])
        spent["write"] += time.perf_counter() - begun
    return time.perf_counter() - start, written


def memory() -> float:
    """Peak memory of this process in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def chunks(stream: Iterator[Article]) -> Iterator[list[Article]]:
    """Groups of articles to time together."""
    group: list[Article] = []
    for article in stream:
        group.append(article)
        if len(group) == CHUNK:
            yield group
            group = []
    if group:
        yield group


def main(count: int, show: Callable[[str], None] = print) -> None:
    """Run the measurement and print it."""
    settings, spent = Settings(), defaultdict(float)
    bare(list(articles(5)), settings)
    coded(list(articles(5)), settings, defaultdict(float))
    alone, whole, sentences, records, done, early = [], [], 0, 0, 0, 0.0
    for group in chunks(articles(count)):
        seconds, seen = bare(group, settings)
        alone.append(seconds)
        sentences += seen
        seconds, written = coded(group, settings, spent)
        whole.append(seconds)
        records += written
        done += len(group)
        if done == EARLY:
            early = memory()
    stages = {"annotate": spent["annotate"], "resolve": spent["resolve"] - spent["annotate"]}
    stages |= {"extract": spent["extract"] - spent["resolve"], "write": spent["write"]}
    show(f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, Python {platform.python_version()}, one thread of work")
    show(f"{done} articles, {sentences} sentences, {records} records")
    show(f"parser alone  {sum(alone):8.1f} s  {sentences / sum(alone):7.1f} sentences/s")
    speed = f"{sentences / sum(whole):7.1f} sentences/s  {done / sum(whole):6.2f} articles/s"
    show(f"whole coder   {sum(whole):8.1f} s  {speed}")
    ratios = [a / b for a, b in zip(whole, alone, strict=True)]
    show(f"ratio         {sum(whole) / sum(alone):.2f} (median of chunks {statistics.median(ratios):.2f})")
    for name, seconds in stages.items():
        show(f"  {name:10} {100 * seconds / sum(alone):6.1f} % of the parser's time")
    grown = f", {100 * (memory() - early) / early:+.1f} % since {EARLY} articles" if early else ""
    show(f"peak memory   {memory():.0f} MB{grown}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
