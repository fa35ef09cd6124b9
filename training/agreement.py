"""How far the second labels of training/corpus/second_labels.tsv agree with the corpus's own.

A line of second labels is `id<TAB>EVENT<TAB>mode or -`, given without sight of the first label. Agreement is told as a
share and, except for modes, as Cohen's kappa.

Usage: python -m training.agreement [--list]   (from the project's folder; --list: disagreements as `id first second`)
"""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from training.build_corpus import CORPUS, NULL, build, wrong_label

SECOND = CORPUS / "second_labels.tsv"
QUADS = {
    "verbal cooperation": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "material cooperation": ("COOPERATE", "AID", "RETREAT"),
    "verbal conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "material conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    NULL: (NULL,),
}
QUAD = {event: quad for quad, events in QUADS.items() for event in events}
"""The quad of each type; no act is a class of its own."""
UNMODED = frozenset({"AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", NULL})
"""What has no modes, where two labels cannot differ in mode."""


class Label(NamedTuple):
    """What one annotator says of a row."""

    event: str
    mode: str

    def __str__(self) -> str:
        """The label as it is listed."""
        return self.event if self.mode == "-" else f"{self.event}/{self.mode}"


class Pair(NamedTuple):
    """Both labels of a row."""

    name: str
    first: Label
    second: Label


def firsts() -> dict[str, Label]:
    """The corpus's own labels by row."""
    rows = (row for part in build().rows.values() for row in part)
    return {row["id"]: Label(row["event"] or NULL, row["mode"] or "-") for row in rows}


def pairs(path: Path = SECOND) -> list[Pair]:
    """Both labels of every row that was labelled twice."""
    first = firsts()
    found: dict[str, Pair] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        name, event, mode = line.split("\t")
        wrong = [*wrong_label(event, mode, "plain")]
        wrong += [f"no such row {name!r}"] if name not in first else []
        wrong += [f"{name!r} stands there twice"] if name in found else []
        if wrong:
            raise ValueError(f"{path.name}:{number}: {'; '.join(wrong)}")
        found[name] = Pair(name, first[name], Label(event, mode))
    return list(found.values())


def share(answers: Sequence[tuple[str, str]]) -> float:
    """The share of rows with the same answer twice."""
    return sum(first == second for first, second in answers) / len(answers)


def kappa(answers: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa: the agreement beyond what two who answer by chance, each as often as here, would reach."""
    ours, theirs = (Counter(side) for side in zip(*answers, strict=True))
    chance = sum(count * theirs[name] for name, count in ours.items()) / len(answers) ** 2
    return 1.0 if chance == 1 else (share(answers) - chance) / (1 - chance)


def told(what: str, answers: Sequence[tuple[str, str]], *, chance: bool = True) -> None:
    """Prints one line of figures."""
    if not answers:
        print(f"{what:12} no rows")
        return
    same = sum(first == second for first, second in answers)
    beyond = f"  kappa {kappa(answers):.3f}" if chance else ""
    print(f"{what:12} {same}/{len(answers)} = {share(answers):.3f}{beyond}")


def figures(rows: Sequence[Pair]) -> None:
    """Prints the agreement on type, quad, act or none, and mode where both name the same type."""
    events = [(row.first.event, row.second.event) for row in rows]
    told("type", events)
    told("quad or none", [(QUAD[first], QUAD[second]) for first, second in events])
    told("act or none", [(str(first == NULL), str(second == NULL)) for first, second in events])
    moded = [row for row in rows if row.first.event == row.second.event and row.first.event not in UNMODED]
    told("mode", [(row.first.mode, row.second.mode) for row in moded], chance=False)


def main(arguments: list[str]) -> int:
    """Prints the figures and, if told to, the disagreements."""
    rows = pairs()
    figures(rows)
    if "--list" in arguments:
        for row in rows:
            if row.first != row.second:
                print(row.name, row.first, row.second)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
