"""Acts that lexicon and learned typer name differently, over a run → a table for whoever mends the lexicon."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dragoman.extract.opinions import DIFFER, REMOVED
from dragoman.model.coded import Coded
from dragoman.model.span import Span
from dragoman.store.replace import replacing

COLUMNS = ("article", "words", "event", "votes", "sentence")


class Act(NamedTuple):
    """An act with two votes: its words, its type in the end, "" for none, both votes, and the sentence."""

    spans: tuple[Span, ...]
    event: str
    votes: str
    sentence: Span


class Disagreements:
    """Acts over which the two votes differed, in the order of the run."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, ...]] = []

    def add(self, item: Coded) -> None:
        """Note those of a coded article."""
        where, text = item.article.path or item.article.id, item.article.text
        for act in sorted((*_kept(item), *_removed(item))):
            words = " ".join(span.of(text) for span in act.spans)
            self._rows.append((where, words, act.event, act.votes, " ".join(act.sentence.of(text).split())))

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
            removed = sum(row[COLUMNS.index("event")] == "" for row in self._rows)
            without = f"; {removed} without a record, as none by the typer" if removed > 0 else ""
            yield f"{len(self._rows)} {noun} that lexicon and learned typer name differently{without}"


def _kept(item: Coded) -> Iterator[Act]:
    """Those with a record."""
    for record in item.events:
        for reason in item.reasons.get(record.id, ()):
            if reason.rule == DIFFER:
                yield Act(reason.spans, record.event[0], reason.detail, record.text_span)


def _removed(item: Coded) -> Iterator[Act]:
    """Those that the typer holds to be no act, which have no record."""
    for issue in item.issues:
        if issue.reason == REMOVED and issue.span is not None:
            yield Act((issue.span,), "", issue.detail, _sentence(item, issue.span))


def _sentence(item: Coded, span: Span) -> Span:
    """The sentence around a word."""
    return next((one.span for one in item.resolved.annotated.sentences if one.span.holds(span)), span)
