"""Cases of event typing in groups, and how each is answered; `python -m tests.typing_behaviour.suite` tells pass rates.

A line of `cases/<group>.tsv`: expected type or `none`, sentence with `{a:…}` actor, `{r:…}` recipient, perhaps `{e:…}`
event word. In the groups about whether an act happened a second field names the auxiliary mode of the whole coder's
record (`-`: none at all); `rules.tsv` names the reading rule first. `floors.yaml` holds the least share that must pass.
"""

import functools
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from dragoman import extract, resolve
from dragoman.evaluate.tasks import event_typing
from dragoman.model.coded import Coded
from dragoman.model.event import EventRecord
from dragoman.model.span import Span
from tests.parsing import annotated

FOLDER = Path(__file__).with_name("cases")
MARK = re.compile(r"\{([are]):([^}]*)\}")
NAMES = {"a": "actor", "r": "recipient", "e": "word"}
NONE = "none"
WHOLE = frozenset({"negated", "conditional", "quoted", "historical", "rules"})
"""Groups that the whole coder must answer too."""
DATE = "2023-06-14"

Row = dict[str, Any]


class Case(NamedTuple):
    """One case: sentence with its parties, the type expected, and for the whole coder the auxiliary mode or "-"."""

    group: str
    rule: str
    event: str
    auxiliary: str | None
    row: Row


@functools.cache
def cases() -> tuple[Case, ...]:
    """All cases, in the order of their files."""
    return tuple(case for path in sorted(FOLDER.glob("*.tsv")) for case in _of_file(path))


def _of_file(path: Path) -> Iterator[Case]:
    group = path.stem
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        rule = fields.pop(0) if group == "rules" else ""
        auxiliary = fields.pop(1) if group in WHOLE else None
        event, sentence = fields
        yield Case(group, rule, event, auxiliary, marked(sentence))


def marked(sentence: str) -> Row:
    """A marked sentence as a row of the typing task."""
    row: Row = {"id": sentence, "text": MARK.sub(r"\2", sentence), "actor": None, "recipient": None, "word": None}
    removed = 0
    for mark in MARK.finditer(sentence):
        start = mark.start() - removed
        row[NAMES[mark[1]]] = [start, start + len(mark[2])]
        removed += len("{a:}")
    return row


def passes(case: Case, *, model: bool = False) -> bool:
    """Whether a case is answered as expected, by the lexicon alone or with the learned typer."""
    by_typing = case.auxiliary not in {None, "-"} or typed(case, model=model) == case.event
    return by_typing and (case.auxiliary is None or is_coded(case))


def typed(case: Case, *, model: bool = False) -> str:
    """What the typing task says of a case."""
    found = _answers(model=model)[case.row["id"]]
    return found["event"] if found["event"] is not None and found["confidence"] >= event_typing.SURE else NONE


@functools.cache
def _answers(*, model: bool) -> dict[str, Row]:
    return {found["id"]: found for found in event_typing.by_codebook((case.row for case in cases()), model=model)}


def is_coded(case: Case) -> bool:
    """Whether the whole coder gives the record expected between the two parties, or none."""
    found = [(e.event[0], " ".join(e.auxiliary) or "-") for e in between(case)]
    return len(found) == 0 if case.event == NONE else (case.event, case.auxiliary) in found


def between(case: Case) -> Iterator[EventRecord]:
    """The records of a case's sentence that tell an act of its actor to its recipient."""
    for record in _coded(case.row["text"]).events:
        actor = _meets(case.row, "actor", record)
        recipient = case.row["recipient"] is None or _meets(case.row, "recipient", record)
        if actor and recipient:
            yield record


@functools.cache
def _coded(text: str) -> Coded:
    return next(extract.records(resolve.articles([annotated(text, DATE)])))


def _meets(row: Row, name: str, record: EventRecord) -> bool:
    """Whether one of a record's parties stands in a place, or is the one who stands there, in whatever role."""
    place = Span(*row[name])
    there = {m.entity.id for m in _coded(row["text"]).resolved.actors if m.span.meets(place)}
    return any(p.span.meets(place) or p.entity_id in there for p in (*record.actor, *record.recipient))


def rates(*, model: bool = False) -> dict[str, float]:
    """The share of each group that passes."""
    groups: dict[str, list[bool]] = {}
    for case in cases():
        groups.setdefault(case.group, []).append(passes(case, model=model))
    return {name: sum(found) / len(found) for name, found in groups.items()}


def main() -> None:
    """Tells the pass rates and, with `--wrong`, each case that does not pass; `--model` asks the learned typer too."""
    model = "--model" in sys.argv
    found = rates(model=model)
    sizes = {name: sum(case.group == name for case in cases()) for name in found}
    lines = [f"{name:12} {rate:.3f} of {sizes[name]}" for name, rate in found.items()]
    failed = [case for case in cases() if not passes(case, model=model)]
    lines.append(f"{'all':12} {1 - len(failed) / len(cases()):.3f} of {len(cases())}")
    lines.extend(map(_told, failed if "--wrong" in sys.argv else ()))
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _told(case: Case) -> str:
    coded = [(e.event[0], " ".join(e.auxiliary) or "-") for e in between(case)] if case.auxiliary else ""
    said = typed(case, model="--model" in sys.argv)
    return f"{case.group} {case.rule} {case.event} {case.auxiliary or ''} ← {said} {coded}: {case.row['id']}"


if __name__ == "__main__":
    main()
