"""Labels of `typing_others.jsonl` and the development texts beside the project → figures of the typing, printed.

Usage: python development/typing_others.py [--wrong] [--lexicon]

Each row is a pair of actors in a sentence of a text of *another* task: what act the first does to the second,
or none. The typing task answers without the event word. Macro-F1 over the types that occur, over quads, and F1 of none.
`--wrong` lists the rows that were answered otherwise, `--lexicon` asks the lexicon without the learned typer.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.evaluate.tasks import event_typing
from dragoman.ontology import plover

HERE = Path(__file__).parent
GOLD = HERE.parents[1] / "shared" / "gold"
LABELS = HERE / "typing_others.jsonl"
NULL = "none"

Row = dict[str, Any]


class Answer(NamedTuple):
    """One row with what the typing said, and what it said with enough confidence."""

    row: Row
    said: str
    surely: str


def texts() -> dict[tuple[str, str, str], str]:
    """Every text of the sets that the labels point into, by set, document and sentence."""
    found: dict[tuple[str, str, str], str] = {}
    for name in sorted({row["set"] for row in labels()}):
        for line in (GOLD / f"{name}.input.jsonl").open(encoding="utf-8"):
            found |= {(name, doc, sentence): text for doc, sentence, text in parts(name, json.loads(line))}
    return found


def parts(name: str, row: Row) -> Iterator[tuple[str, str, str]]:
    """Document, sentence (empty where the set does not part them) and text of one row of an input file."""
    if name == "timeline":
        for doc in row["docs"]:
            yield from ((doc["id"], str(i), text) for i, text in enumerate(doc["sentences"]))
    elif name == "relevance":
        yield from ((row["id"], one["id"], one["text"]) for one in row["sentences"])
    else:
        yield row["doc" if name == "coref" else "id"], "", row["text"]


def labels() -> list[Row]:
    """The labelled rows, without texts."""
    return [json.loads(line) for line in LABELS.open(encoding="utf-8")]


def joined() -> list[Row]:
    """The labelled rows with the text of their sentences."""
    known = texts()
    return [{**row, "text": sentence(row, known)} for row in labels()]


def sentence(row: Row, known: dict[tuple[str, str, str], str]) -> str:
    """The text of a row's sentence."""
    place = row["sentence"]
    if isinstance(place, str):
        return known[row["set"], row["doc"], place]
    return known[row["set"], row["doc"], ""][place[0] : place[1]]


def answers(rows: list[Row], *, model: bool) -> list[Answer]:
    """What the typing says of each row."""
    said = event_typing.by_codebook(
        [{k: row[k] for k in ("id", "text", "actor", "recipient")} for row in rows], model=model
    )
    return [Answer(row, one["event"] or NULL, surely(one)) for row, one in zip(rows, said, strict=True)]


def surely(said: Row) -> str:
    """An answer; none where it is not confident."""
    return said["event"] if said["event"] is not None and said["confidence"] >= event_typing.SURE else NULL


def f1(pairs: Iterable[tuple[str, str]], label: str) -> float:
    """F1 of one label over (gold, said)."""
    told = list(pairs)
    hits = sum(gold == said == label for gold, said in told)
    all_of = sum(gold == label for gold, _ in told) + sum(said == label for _, said in told)
    return 2 * hits / all_of if all_of else 0.0


def macro(pairs: list[tuple[str, str]]) -> float:
    """Mean F1 over the labels that the gold has, none left out."""
    names = sorted({gold for gold, _ in pairs} - {NULL})
    return sum(f1(pairs, name) for name in names) / len(names)


def quad(label: str) -> str:
    """The quad of a type; none stays none."""
    return label if label == NULL else str(plover.quad(label))


def main(arguments: list[str]) -> None:
    """Prints the figures, and with `--wrong` the rows that were answered otherwise."""
    if not GOLD.is_dir():
        print("no development data beside the project (../shared/gold): nothing measured")
        return
    found = answers(joined(), model="--lexicon" not in arguments)
    pairs = [(one.row["event"] or NULL, one.surely) for one in found]
    if "--wrong" in arguments:
        for one, (gold, said) in zip(found, pairs, strict=True):
            if gold != said:
                print(told(one.row, gold, said))
    print(f"{len(pairs)} pairs, {sum(gold == NULL for gold, _ in pairs)} of them none")
    print("every answer taken", *figures([(one.row["event"] or NULL, one.said) for one in found]), sep="; ")
    print(f"answers below {event_typing.SURE} taken as none", *figures(pairs), sep="; ")
    print(", ".join(f"{name} {f1(pairs, name):.2f}" for name in sorted({gold for gold, _ in pairs})))


def figures(pairs: list[tuple[str, str]]) -> Iterator[str]:
    """The three figures with their bars."""
    quads = [(quad(gold), quad(said)) for gold, said in pairs]
    yield f"quad macro-F1 {macro(quads):.3f} (bar .80)"
    yield f"none F1 {f1(pairs, NULL):.3f} (bar .80)"
    yield f"type macro-F1 {macro(pairs):.3f} (bar .70)"


def told(row: Row, gold: str, said: str) -> str:
    """One row in a line, its parties in brackets."""
    text = row["text"]
    spans = sorted((*row[name], mark) for name, mark in (("actor", "A"), ("recipient", "R")) if row[name])
    for start, end, mark in reversed(spans):
        text = f"{text[:start]}[{mark} {text[start:end]}]{text[end:]}"
    return f"{row['id']} {gold} ← {said}: {' '.join(text.split())}"


if __name__ == "__main__":
    main(sys.argv[1:])
