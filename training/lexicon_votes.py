"""The lexicon's word on rows with given parties: {id, event, fit, confidence, trigger} → build/training/*.votes.jsonl.

Usage: python -m training.lexicon_votes   (from the project's folder, in the project's own environment)
"""

import itertools
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dragoman.evaluate.tasks.event_typing import choices
from dragoman.evaluate.tasks.parsed import of_row, resolved

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build" / "training"
GOLD = ROOT.parent / "shared" / "gold"

Row = dict[str, Any]


def read(path: Path) -> list[Row]:
    """The rows of a file."""
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def of_corpus() -> list[Row]:
    """The corpus's rows in the form of the evaluation sets: one span a party."""
    rows = (row for path in sorted((ROOT / "training" / "corpus").glob("*.jsonl")) for row in read(path))
    return [{**r, "actor": next(iter(r["actor"]), None), "recipient": next(iter(r["recipient"]), None)} for r in rows]


def votes(rows: Iterable[Row]) -> Iterator[Row]:
    """The lexicon's best choice for each row, with the word that told it."""
    first, second = itertools.tee(rows)
    for row, layers in zip(first, resolved(map(of_row, second)), strict=True):
        best = max(choices(row, layers), default=None)
        vote: Row = {"id": row["id"], "event": None, "fit": 0, "confidence": 0.0, "trigger": None}
        if best is not None:
            vote |= {"event": best.event, "fit": best.fit, "weight": best.weight, "confidence": best.confidence}
            vote["trigger"] = list(layers.annotated.tokens[-best.earliness].span)
        yield vote


def main() -> None:
    """Writes the votes on the corpus and, where they lie beside the project, on the development rows."""
    BUILD.mkdir(parents=True, exist_ok=True)
    sets = {"corpus": of_corpus()}
    sets |= {name: read(path) for name in ("typing", "typing_aw") if (path := GOLD / f"{name}.input.jsonl").exists()}
    for name, rows in sets.items():
        lines = (f"{json.dumps(vote)}\n" for vote in votes(rows))
        (BUILD / f"{name}.votes.jsonl").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
