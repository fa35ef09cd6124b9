"""Our own word pieces against those of the library `tokenizers`, on every sentence of the corpus and of files given.

Usage: python -m training.check_pieces [FILE …]   (text files, a sentence a line)
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from dragoman.extract.learned.pieces import pieces
from training.encoders import PIECES, encoder

CORPUS = Path(__file__).parent / "corpus"
ODD = (
    "",
    " ",
    "naïve café",
    "İstanbul’da",
    "“Ça va?”",
    "北京 said",
    "a\u200bb",
    "x" * 120,
    "№5 ½ €3bn",
    "Nagorno-Karabakh",
)


def sentences(files: list[str]) -> Iterator[str]:
    """Sentences to compare on."""
    yield from ODD
    for path in sorted(CORPUS.glob("*.jsonl")):
        yield from (json.loads(line)["text"] for line in path.open(encoding="utf-8"))
    for name in files:
        yield from Path(name).read_text("utf-8").splitlines()


def main(files: list[str]) -> int:
    """Prints how many sentences are read alike, and those that are not."""
    tokenizer = encoder("small").tokenizer
    vocabulary = tokenizer.get_vocab()
    count, differing = 0, 0
    for text in sentences(files):
        found, theirs = pieces(text, vocabulary, PIECES), tokenizer.encode(text)
        count += 1
        if list(found.ids) != theirs.ids or list(found.offsets) != theirs.offsets:
            differing += 1
            print(repr(text[:200]))
    print(f"{count} sentences, {differing} read differently")
    return int(differing > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
