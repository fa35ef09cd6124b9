"""All rows that weights which ship may learn from, those held out among them → the examples that `explain` shows.

They go to the package's data folder.

Usage: python -m training.examples   (in the project's own environment, after export)
"""

import json
from pathlib import Path

import numpy as np

from dragoman.extract.learned import typer
from dragoman.extract.learned.typer import Candidate
from dragoman.model.span import Span
from training.build_corpus import ASIDE, CORPUS

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "src" / "dragoman" / "extract" / "learned" / "data"
TOP = 127


def main() -> None:
    """Writes sentences with labels, and a vector of eight-bit numbers for each."""
    paths = [path for path in sorted(CORPUS.glob("*.jsonl")) if path.stem not in ASIDE]
    rows = [json.loads(line) for path in paths for line in path.open()]
    learned = typer.load()
    vectors = []
    for row in rows:
        actor, recipient = (tuple(Span(*place) for place in row[name]) for name in ("actor", "recipient"))
        candidate = Candidate(trigger=Span(*row["trigger"]), actor=actor, recipient=recipient)
        (answer,) = learned.answers(learned.encoded(row["text"]), [candidate])
        vectors.append(np.rint(answer.hidden / np.abs(answer.hidden).max() * TOP).astype(np.int8))
    (FOLDER / "examples.bin").write_bytes(np.stack(vectors).tobytes())
    told = [[row["event"], row["mode"], row["text"]] for row in rows]
    written = [dict(zip(("event", "mode", "text"), one, strict=True)) for one in told]
    (FOLDER / "examples.json").write_text(json.dumps(written, ensure_ascii=False, separators=(",", ":")), "utf-8")


if __name__ == "__main__":
    main()
