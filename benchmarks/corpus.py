"""Articles for measuring: paragraphs of the sample, and of the development texts where present, newly mixed."""

import datetime as dt
import json
import random
from collections.abc import Iterator
from pathlib import Path

from dragoman import sample
from dragoman.model import ids
from dragoman.model.article import Article

GOLD = Path(__file__).resolve().parent.parent.parent / "shared" / "gold"
SETS = ("timex", "attribution", "places")
PARAGRAPHS = (3, 12)
"""Fewest and most paragraphs of an article."""
SHORTEST, LONGEST = 40, 1200
"""Characters: shorter paragraphs are bylines and the like, longer ones whole articles without line ends."""


def paragraphs() -> list[str]:
    """The paragraphs that articles are mixed from, in a fixed order."""
    texts = [path.read_text(encoding="utf-8") for path in sample.paths() if path.suffix == ".txt"]
    for name in SETS:
        file = GOLD / f"{name}.input.jsonl"
        if file.exists():
            with file.open(encoding="utf-8") as lines:
                texts += [json.loads(line)["text"] for line in lines]
    found = [block.strip() for text in texts for block in text.replace("\n\n", "\n").split("\n")]
    return [block for block in found if SHORTEST < len(block) < LONGEST]


def articles(count: int, seed: int = 20191220) -> Iterator[Article]:
    """Mixed articles, the same for the same count and seed; each is dated."""
    pool, chance = paragraphs(), random.Random(seed)
    for n in range(count):
        text = "\n\n".join(chance.sample(pool, chance.randint(*PARAGRAPHS)))
        day = f"2019-{n % 12 + 1:02d}-{n % 28 + 1:02d}"
        yield Article(
            id=ids.article_id(f"generated-{n}", None, text),
            revision=ids.revision(text),
            text=text,
            date=dt.date.fromisoformat(day),
            date_basis="given",
        )
