"""How the cases of the status suite are answered; `python -m tests.extract.status_suite.suite` tells pass rates.

In: the cases. Out: for each cell the share with auxiliary modes, factuality and sources right, and with all of them;
`--wrong` adds what was said instead, but never of the cases that are held out.
"""

import functools
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from dragoman import extract, resolve
from dragoman.extract import attribution
from dragoman.extract.acts import Acting
from dragoman.extract.cast import Cast
from dragoman.extract.clock import Clock
from dragoman.extract.hosts import hosts
from dragoman.extract.predications import predications
from dragoman.extract.status import of_word
from dragoman.extract.typing import Typer
from dragoman.model.event import Attribution, EventRecord
from dragoman.model.resolved import Resolved
from dragoman.model.syntax import Tree
from tests.extract.status_suite.cases import OPEN, Case, cases, cells
from tests.parsing import annotated

DATE = "2024-03-15"


class Answer(NamedTuple):
    """What is said of a case; chains as kind and words, from the first source outwards."""

    by: str
    auxiliary: frozenset[str]
    told: str
    narrator: str
    phase: str
    chains: tuple[tuple[tuple[str, str], ...], ...]


@functools.cache
def answer(case: Case) -> Answer:
    """What the coder says of a case: by the record of its word, else by the word alone."""
    resolved = next(resolve.articles([annotated(case.text, DATE)]))
    record = next((e for e in next(extract.records([resolved])).events if _tells(e, case)), None)
    return _of_word(resolved, case) if record is None else _of_record(record)


def _tells(record: EventRecord, case: Case) -> bool:
    return any(span.meets(case.word) for span in (record.event_span, *record.evidence.event))


def _of_record(record: EventRecord) -> Answer:
    told = record.factuality if record.factuality != "U" else next((a.factuality for a in record.attribution), "U")
    return Answer(
        by=record.event[0],
        auxiliary=frozenset(record.auxiliary),
        told=told,
        narrator=record.factuality,
        phase=str(record.phase),
        chains=tuple(map(_chain, record.attribution)),
    )


def _chain(one: Attribution) -> tuple[tuple[str, str], ...]:
    return ((one.kind, one.raw_text), *((via.kind, via.raw_text) for via in one.via))


def _of_word(resolved: Resolved, case: Case) -> Answer:
    tree = Tree(resolved.annotated.tokens)
    cast = Cast(resolved.actors, tree, resolved.annotated.article.date)
    typer = Typer(predications(tree), tree, cast)
    acting = Acting(typer, cast, attribution.attributions(resolved.annotated, tree), hosts(resolved.places))
    clock = Clock(resolved, tree, typer.by_token)
    one = of_word(acting, clock, next(t.i for t in tree.tokens if t.span.meets(case.word)))
    text = case.text
    return Answer(
        by="word",
        auxiliary=frozenset(one.auxiliary),
        told=one.told,
        narrator=one.narrator,
        phase=str(one.phase),
        chains=tuple(
            ((t.kind, t.source[0].of(text)), *((via.kind, via.span.of(text)) for via in t.via)) for t in one.sources
        ),
    )


def is_auxiliary_right(case: Case) -> bool:
    """Whether the auxiliary modes are as expected."""
    return answer(case).auxiliary == case.auxiliary


def is_factuality_right(case: Case) -> bool:
    """Whether the told factuality and the narrator's are as expected."""
    said = answer(case)
    return said.told == case.told and case.narrator in {OPEN, said.narrator}


def is_source_right(case: Case) -> bool:
    """Whether there is one chain of sources, each of its kind and with its word, or none where none is expected."""
    said = answer(case).chains
    if case.source is None:
        return True
    if not case.source:
        return not said
    if len(said) != 1 or len(said[0]) != len(case.source):
        return False
    return all(kind == link.kind and link.word in raw for (kind, raw), link in zip(said[0], case.source, strict=True))


def is_right(case: Case) -> bool:
    """Whether auxiliary modes, factuality and sources are all right."""
    return is_auxiliary_right(case) and is_factuality_right(case) and is_source_right(case)


def is_phase_right(case: Case) -> bool:
    """Whether the phase is as expected, where it is asked."""
    return case.phase in {OPEN, answer(case).phase}


CHECKS: dict[str, Callable[[Case], bool]] = {
    "aux": is_auxiliary_right,
    "fact": is_factuality_right,
    "source": is_source_right,
    "all": is_right,
    "phase": is_phase_right,
}


def rates(chosen: Iterable[Case]) -> dict[str, float]:
    """The share of some cases that passes each check; of the phase, of those that ask for one."""
    kept = tuple(chosen)
    asked = {"phase": [case for case in kept if case.phase != OPEN]}
    return {name: _share(check, asked.get(name, kept)) for name, check in CHECKS.items()}


def _share(check: Callable[[Case], bool], kept: Iterable[Case]) -> float:
    passed = [check(case) for case in kept]
    return sum(passed) / len(passed) if passed else 1.0


def _line(name: str, kept: tuple[Case, ...]) -> str:
    return f"{name:22}{len(kept):4}  " + "  ".join(f"{key} {rate:.2f}" for key, rate in rates(kept).items())


def report() -> Iterator[str]:
    """A line for each cell, for all that are open, and for all that are held out."""
    for cell in cells():
        yield _line(cell.name, cell.cases)
    yield _line("open", tuple(case for case in cases() if not case.held_out))
    yield _line("held out", tuple(case for case in cases() if case.held_out))
    yield _line("all", tuple(cases()))


def failures() -> Iterator[str]:
    """The cases that are not right and not held out, with what was said."""
    for case in cases():
        wrong = [name for name, check in CHECKS.items() if name != "all" and not check(case)]
        if wrong and not case.held_out:
            word = case.text[case.word.start : case.word.end]
            yield f"{case.cell} ({', '.join(wrong)}): {case.text} [{word}]\n    {_expected(case)}\n    {_said(case)}"


def _expected(case: Case) -> str:
    modes = " ".join(sorted(case.auxiliary)) or "-"
    return f"want {modes} {case.told} {case.narrator} {case.phase} {case.source}"


def _said(case: Case) -> str:
    said = answer(case)
    modes = " ".join(sorted(said.auxiliary)) or "-"
    return f"said {modes} {said.told} {said.narrator} {said.phase} {said.chains} by {said.by}"


def main() -> None:
    """Tells the pass rates and, with `--wrong`, each case that does not pass."""
    lines = [*report(), *(failures() if "--wrong" in sys.argv else ())]
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    main()
