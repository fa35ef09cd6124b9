"""Sentences in the words of agencies, ministries and aid bodies: which type, by whom, to whom, by the whole coder.

Usage: python -m tests.typing_behaviour.breadth_suite [--no-model] [--wrong] [FILE …]

A line of `breadth/<TYPE>.tsv`: CAMEO code, mode (`-`: not plain), sentence with `{a:…}` actor, `{r:…}` recipient and
`{b:…}` each of those who do it together; `<TYPE>-2.tsv` were written after the lexicon had grown by the first. Files
called `none…` hold sentences that only look like acts: no record may come of them but what is told as history.
Every fifth line of a file is held out: it is counted, and never shown. So is a quarter of the lines of the files of
`…things`, whose acts are done to things (duties, money, texts, crossings, licences, posts), drawn by their checksum.
"""

import functools
import re
import sys
import zlib
from collections.abc import Iterator
from itertools import starmap
from pathlib import Path
from typing import NamedTuple

from dragoman import extract, resolve
from dragoman.model.coded import Coded
from dragoman.model.event import ActorRef, EventRecord
from dragoman.model.span import Span
from tests.parsing import annotated

FOLDER = Path(__file__).with_name("breadth")
MARK = re.compile(r"\{([arb]):([^}]*)\}")
NONE = "none"
DATE = "2023-06-14"
HELD_OUT_EVERY = 5
THINGS = "things"
"""How the names of files end of which a quarter is held out at random."""
THINGS_EVERY = 4
MUTUAL = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
"""Types of acts that may be told as done together, so that a record has actors alone."""


class Case(NamedTuple):
    """A sentence, its parties by the letter of their mark, and the type and mode of its act."""

    group: str
    event: str
    mode: str | None
    text: str
    parties: tuple[tuple[str, Span], ...]
    held_out: bool


class Answer(NamedTuple):
    """What is right about the records of a case: a type (or, in null cases, silence), its parties, its mode."""

    type: bool
    parties: bool
    mode: bool | None


@functools.cache
def cases() -> tuple[Case, ...]:
    """All cases, in the order of their files."""
    return tuple(case for path in sorted(FOLDER.glob("*.tsv")) for case in _of_file(path))


def _of_file(path: Path) -> Iterator[Case]:
    event = NONE if path.stem.startswith(NONE) else path.stem.partition("-")[0]
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        _, mode, sentence = line.split("\t")
        held_out = _is_held_out(path.stem, number, sentence)
        yield Case(
            path.stem,
            event,
            None if mode == "-" else mode,
            MARK.sub(r"\2", sentence),
            tuple(_parties(sentence)),
            held_out,
        )


def _is_held_out(group: str, number: int, sentence: str) -> bool:
    if group.endswith(THINGS):
        return zlib.crc32(sentence.encode()) % THINGS_EVERY == 0
    return number % HELD_OUT_EVERY == 0


def _parties(sentence: str) -> Iterator[tuple[str, Span]]:
    for number, mark in enumerate(MARK.finditer(sentence)):
        start = mark.start() - number * len("{a:}")
        yield mark[1], Span(start, start + len(mark[2]))


@functools.cache
def answered(*, model: bool) -> tuple[tuple[Case, Answer], ...]:
    """Each case with what is right about its records."""
    return tuple((case, _answer(case, coded(case.text, model=model))) for case in cases())


@functools.cache
def coded(text: str, *, model: bool) -> Coded:
    """A sentence as an article of its own, coded."""
    return next(extract.records(resolve.articles([annotated(text, DATE)]), model=model))


def _answer(case: Case, found: Coded) -> Answer:
    if case.event == NONE:
        is_silent = all("historical" in record.auxiliary for record in found.events)
        return Answer(is_silent, is_silent, None)
    ofs = [record for record in found.events if record.event[0] == case.event and not record.auxiliary]
    between = [record for record in ofs if all(_has(record, mark, span, found) for mark, span in case.parties)]
    mode = None if case.mode is None else any(case.mode in record.mode for record in between)
    return Answer(bool(ofs), bool(between), mode)


def _has(record: EventRecord, mark: str, span: Span, found: Coded) -> bool:
    """Whether a record has a marked party in its role, by the words marked or by who is meant there."""
    together = (*record.actor, *record.recipient)
    received = record.recipient or (together if record.event[0] in MUTUAL else ())
    named: dict[str, tuple[ActorRef, ...]] = {"a": record.actor, "r": received}
    there = {m.entity.id for m in found.resolved.actors if m.span.meets(span)}
    parties = named.get(mark, together)
    return any(party.span.meets(span) or party.entity_id in there for party in parties)


def rate(answers: list[Answer], name: str) -> float:
    """The share of answers that are right about something, among those that are asked about it."""
    asked = [getattr(answer, name) for answer in answers if getattr(answer, name) is not None]
    return sum(asked) / len(asked) if asked else 1.0


def of_files(names: frozenset[str], *, model: bool, held_out: bool) -> list[Answer]:
    """What is right about the cases of some files."""
    return [a for c, a in answered(model=model) if c.group in names and c.held_out == held_out]


def report(*, model: bool, wrong: bool, only: frozenset[str]) -> Iterator[str]:
    """Rates by type, seen and held out; with `wrong` also the seen cases that fail."""
    chosen = [(case, answer) for case, answer in answered(model=model) if not only or case.group in only]
    for group in (*dict.fromkeys(case.group for case, _ in chosen), "all"):
        for held_out in (False, True):
            some = [a for c, a in chosen if c.held_out == held_out and group in {c.group, "all"}]
            rates = ", ".join(f"{name} {rate(some, name):.3f}" for name in Answer._fields)
            yield f"{group:16} {'held out' if held_out else 'seen':8} {len(some):4}: {rates}"
    if wrong:
        failed = [(c, a) for c, a in chosen if not c.held_out and not (a.parties and a.mode is not False)]
        yield from starmap(functools.partial(_told, model=model), failed)


def _told(case: Case, answer: Answer, *, model: bool) -> str:
    said = "; ".join(map(_line, coded(case.text, model=model).events))
    marked = ", ".join(f"{mark} {case.text[span.start : span.end]!r}" for mark, span in case.parties)
    fault = "mode" if answer.parties else "parties" if answer.type else "type"
    return f"{fault:7} {case.event} {case.mode or ''} [{marked}] ← [{said}] {case.text}"


def _line(record: EventRecord) -> str:
    actors, recipients = (", ".join(p.raw_text for p in side) or "-" for side in (record.actor, record.recipient))
    return " ".join((*record.event, *record.mode, *record.auxiliary, f"{actors} > {recipients}"))


def main() -> None:
    """Tells the rates."""
    flags, only = ({a for a in sys.argv[1:] if a.startswith("--") is is_flag} for is_flag in (True, False))
    lines = report(model="--no-model" not in flags, wrong="--wrong" in flags, only=frozenset(only))
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    main()
