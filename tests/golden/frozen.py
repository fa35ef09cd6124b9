"""The sample's records as short lines to hold against the sentences; written by `python -m tests.golden.frozen`.

A changed line is a changed judgement: read it against its sentence before it is written anew.
"""

import functools
from collections.abc import Iterator
from pathlib import Path

from dragoman import pipeline, sample
from dragoman.model.coded import Coded
from dragoman.model.event import ActorRef, EventRecord, FigureRecord, Record

FOLDER = Path(__file__).parent / "sample"


@functools.cache
def coded() -> dict[str, Coded]:
    """The coded sample by file name, from one run."""
    return {Path(one.article.path).name: one for one in pipeline.coded(sample.paths())}


def lines(one: Coded) -> Iterator[str]:
    """One line a record: where, what, who, when, whether, according to whom, and of an event its contexts."""
    for record in one.records:
        sources = "; ".join(a.raw_text for a in record.attribution)
        auxiliary = " ".join(record.auxiliary) or "-"
        yield " | ".join(
            (
                f"{record.event_span.start}-{record.event_span.end} {record.event_text}",
                *_what(record),
                auxiliary,
                record.factuality,
                record.edtf or "-",
                record.date_basis or "-",
                sources or "-",
                *_contexts(record),
            )
        )


def _what(record: Record) -> tuple[str, str]:
    if isinstance(record, EventRecord):
        kind = " ".join((record.event[0], *record.mode))
        return kind, f"{_names(record.actor)} > {_names(record.recipient)}"
    if isinstance(record, FigureRecord):
        return f"figure {record.value:g} {record.unit}", record.measure
    return f"statement {record.kind}", f"{_names(record.speaker)} > {_names(record.addressee)}"


def _contexts(record: Record) -> tuple[str, ...]:
    return (" ".join(record.context) or "-",) if isinstance(record, EventRecord) else ()


def _names(actors: tuple[ActorRef, ...]) -> str:
    return ", ".join(f"{a.entity_name} {a.code or '?'} {a.sector_code or ''}".strip() for a in actors) or "-"


def main() -> None:
    """Write the frozen lines of all articles."""
    FOLDER.mkdir(exist_ok=True)
    for name, one in coded().items():
        (FOLDER / name).write_text("".join(f"{line}\n" for line in lines(one)), encoding="utf-8")


if __name__ == "__main__":
    main()
