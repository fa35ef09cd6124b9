"""Development texts of other tasks → the sentences from which `typing_others.jsonl` was labelled, on standard output.

Usage: python development/typing_others_draw.py

Of each set a fixed number of documents is drawn by a seed, of each document at most two sentences in which at least two
actors stand. Typing takes no part in the draw. Nothing is printed where the development data does not lie beside the
project (`../shared/gold`).
"""

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.evaluate.tasks.parsed import article, resolved
from dragoman.model.resolved import Resolved

GOLD = Path(__file__).parents[2] / "shared" / "gold"
SEED = 3
DOCUMENTS = {"timex": 110, "attribution": 170, "coref": 110, "timeline": 30, "places": 90, "relevance": 90}
"""Documents drawn of each set; the sentences of factuality_uw are those of timex."""
AGENCIES = ("APW", "NYT", "VOA", "CNN", "PRI", "ABC", "XIE", "ed98", "ea98", "AP9", "SJMN")
"""Beginnings of the names of timex documents that are no business pages: those are drawn again, for rare types."""
PER_DOCUMENT = 2
PER_AGENCY = 6
SHORTEST, LONGEST = 40, 420
"""Characters of a sentence that is drawn."""

Row = dict[str, Any]


class Text(NamedTuple):
    """A text that is drawn: whole documents, or one sentence of a set that has them parted."""

    set: str
    doc: str
    sentence: str | None
    text: str


def texts(name: str, row: Row) -> list[Text]:
    """The texts of one row of an input file."""
    if name == "timeline":
        docs = row["docs"]
        return [Text(name, d["id"], str(i), s) for d in docs for i, s in enumerate(d["sentences"])]
    if name == "relevance":
        return [Text(name, row["id"], s["id"], s["text"]) for s in row["sentences"]]
    return [Text(name, row["doc" if name == "coref" else "id"], None, row["text"])]


def documents(name: str) -> dict[str, list[Text]]:
    """The texts of a set by document."""
    found: dict[str, list[Text]] = {}
    seen: set[str] = set()
    for line in (GOLD / f"{name}.input.jsonl").open(encoding="utf-8"):
        for text in texts(name, json.loads(line)):
            key = f"{text.doc}/{text.sentence}"
            if key not in seen:
                seen.add(key)
                found.setdefault(text.doc, []).append(text)
    return found


def drawn(name: str) -> Iterator[Row]:
    """The sentences drawn of a set, with the place of each."""
    chance = random.Random(f"{SEED} {name}")
    by_doc = documents(name)
    for doc in chance.sample(sorted(by_doc), min(DOCUMENTS[name], len(by_doc))):
        yield from of_document(by_doc[doc], PER_DOCUMENT, chance)


def of_agencies() -> Iterator[Row]:
    """More sentences of the agency texts among the timex documents."""
    chance = random.Random(f"{SEED} agencies")
    for doc, parts in sorted(documents("timex").items()):
        if doc.startswith(AGENCIES):
            yield from of_document(parts, PER_AGENCY, chance)


def of_document(parts: list[Text], most: int, chance: random.Random) -> Iterator[Row]:
    """Some sentences of a document, in the order of the text."""
    layers = resolved(article(f"{p.doc}/{p.sentence}", p.text) for p in parts)
    able = [row for part, one in zip(parts, layers, strict=True) for row in sentences(part, one)]
    yield from sorted(chance.sample(able, min(most, len(able))), key=str)


def sentences(part: Text, layers: Resolved) -> Iterator[Row]:
    """The sentences of a text in which at least two actors stand."""
    for sentence in layers.annotated.sentences:
        a, b = sentence.span
        inside = {m.entity.id for m in layers.actors if a <= m.span.start and m.span.end <= b}
        cut = part.text[a:b]
        if len(inside) > 1 and SHORTEST <= len(cut) <= LONGEST:
            yield {"set": part.set, "doc": part.doc, "sentence": part.sentence or [a, b], "text": cut}


def main() -> None:
    """Prints the sentences, one JSON object a line."""
    if not GOLD.is_dir():
        sys.exit("no development data beside the project (../shared/gold): nothing drawn")
    for name in DOCUMENTS:
        for row in drawn(name):
            sys.stdout.write(f"{json.dumps(row)}\n")
    for row in of_agencies():
        sys.stdout.write(f"{json.dumps(row)}\n")


if __name__ == "__main__":
    main()
