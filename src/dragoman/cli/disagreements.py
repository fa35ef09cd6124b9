"""Acts that lexicon and learned typer name differently, over a run → a table for whoever mends the lexicon."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from dragoman.extract.opinions import DIFFER
from dragoman.model.coded import Coded
from dragoman.store.replace import replacing

COLUMNS = ("article", "words", "event", "votes", "sentence")


class Disagreements:
    """Acts over which the two votes differed, in the order of the run."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, ...]] = []

    def add(self, item: Coded) -> None:
        """Note those of a coded article."""
        for record in item.events:
            for reason in item.reasons.get(record.id, ()):
                if reason.rule == DIFFER:
                    sentence = " ".join(record.text.split())
                    words = " ".join(span.of(item.article.text) for span in reason.spans)
                    where = item.article.path or item.article.id
                    self._rows.append((where, words, record.event[0], reason.detail, sentence))

    def write(self, path: str | Path) -> None:
        """Write them as a table with tabs between its columns."""
        table = io.StringIO()
        writer = csv.writer(table, delimiter="\t", lineterminator="\n")
        writer.writerows([COLUMNS, *self._rows])
        with replacing(path) as file:
            file.write(table.getvalue().encode())

    def lines(self) -> Iterator[str]:
        """What the closing summary says of them; nothing where there are none."""
        if len(self._rows) > 0:
            noun = "act" if len(self._rows) == 1 else "acts"
            yield f"{len(self._rows)} {noun} that lexicon and learned typer name differently"
