"""Articles that nobody wrote: the sample's sentences newly mixed and roughened with what feeds and files do to text."""

import datetime as dt
import random
from collections.abc import Iterator

from dragoman import sample
from dragoman.model import ids
from dragoman.model.article import Article

ROUGH = (
    lambda text: text,
    lambda text: text.replace("\n\n", "\n"),
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text.replace(" ", "  ", 7),
    lambda text: text.replace("'", "’").replace(' "', " “").replace('" ', "” "),
    lambda text: "\ufeff" + text,
    lambda text: text.replace(". ", ". 🛢️ ", 3),
    lambda text: text.replace("the ", "the\u00a0", 5),
    lambda text: text.upper(),
    lambda text: text.replace(" said", " \u200f\u0642\u0627\u0644\u200f said", 2),
    lambda text: text.replace("a", "á", 4).replace("e", "e\u0301", 3),
    lambda text: text[: len(text) // 2],
    lambda text: "\n\n\t " + text + "\n\n  \n",
)
"""What a text may go through before it reaches a reader."""


def sentences() -> list[str]:
    """Lines and sentences of the sample, in a fixed order."""
    texts = [path.read_text(encoding="utf-8") for path in sample.paths() if path.suffix == ".txt"]
    return [piece.strip() for text in texts for line in text.split("\n") for piece in line.split(". ") if piece.strip()]


def articles(count: int, seed: int = 41) -> Iterator[Article]:
    """Generated articles, the same for the same count and seed; every fifth is undated."""
    pool, chance = sentences(), random.Random(seed)
    for n in range(count):
        paragraphs = [". ".join(chance.sample(pool, chance.randint(1, 3))) + "." for _ in range(chance.randint(1, 4))]
        text = chance.choice(ROUGH)("\n\n".join(paragraphs))
        day = dt.date(2019, 1, 1) + dt.timedelta(days=chance.randint(0, 2000))
        yield Article(
            id=ids.article_id(f"generated-{n}", None, text),
            revision=ids.revision(text),
            text=text,
            date=None if n % 5 == 4 else day,
            date_basis="unknown" if n % 5 == 4 else "given",
        )
