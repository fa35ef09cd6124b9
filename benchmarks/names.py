"""How long a name costs: the dictionary's search on one text with as many names, and with ten times as many.

The names added are made up of syllables, with one surname and one alias each, so that none of them stands in the text.

Usage: python -m benchmarks.names [TIMES ...]   (from the project's folder; 1 10)
"""

import itertools
import platform
import resource
import statistics
import sys
import time
from datetime import UTC, datetime

from dragoman import sample
from dragoman.model.entity import Entity
from dragoman.model.ids import EntityId
from dragoman.ontology.actors import Dictionary, dictionary

SYLLABLES = ("ka", "ro", "mi", "ten", "du", "val", "os", "bri", "pel", "zu", "har", "ni", "go", "len", "qua", "fir")
WORD = 5
"""Syllables of a made-up surname: enough for half a million of them."""
COPIES = 20
"""The sample's reports are searched so often in one round, which makes a round last some tenths of a second."""
ROUNDS = 9


def grown(times: int) -> Dictionary:
    """The shipped dictionary with made-up persons added until it has so many times as many names."""
    found, shipped = Dictionary(), dictionary()
    for alias, readings in shipped.aliases.items():
        for reading in readings:
            found.add(reading.entity, alias, reading.kind, alone=reading.alone)
    words = map("".join, itertools.product(SYLLABLES, repeat=WORD))
    for number, word in enumerate(words):
        if len(found.aliases) >= times * len(shipped.aliases):
            break
        first, last = word[::-1].capitalize(), word.capitalize()
        entity = Entity(id=EntityId(f"person:made-{number}"), name=f"{first} {last}", kind="person")
        found.add(entity, entity.name, "person")
        found.add(entity, last, "surname")
    found.close()
    return found


def seconds(names: Dictionary, text: str) -> float:
    """Median processor time of one search, which other work on the machine disturbs least."""
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        names.find(text)
        spent.append(time.process_time() - start)
    return statistics.median(spent)


def main(times: tuple[int, ...]) -> None:
    """Print a line for each size."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sample.paths()) * COPIES
    print(f"{datetime.now(UTC):%Y-%m-%d} · {platform.machine()} · {len(text):,} characters, median of {ROUNDS}")
    base = None
    for one in times:
        names = grown(one)
        took = seconds(names, text)
        base = base or took
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        speed = f"{took / len(text) * 1e9:.0f} ns a character"
        print(f"{one:3d} × {len(names.aliases):8,} names: {speed}, {took / base:.2f} of the first, {memory} MB")


if __name__ == "__main__":
    main(tuple(int(one) for one in sys.argv[1:]) or (1, 10))
