"""Every development file through `dragoman evaluate`'s predictors → a table of figures, held against their floors.

A fixed, seeded part of each file is read, or all of it with `--full`. The development data lies beside the project in
`../shared/gold` and is not part of it; where it is missing, nothing is measured. The exit code is 1 if a figure lies
below its floor.
"""

import argparse
import datetime as dt
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import NamedTuple

import msgspec
import yaml

from dragoman.evaluate import score
from dragoman.evaluate.tasks import TASKS, run
from dragoman.evaluate.tasks.parsed import Row

PROJECT = Path(__file__).parents[1]
GOLD = PROJECT.parent / "shared" / "gold"
OWN = PROJECT / "development"
"""Files that we wrote ourselves (development/README.md): few rows, and by people who know the coder."""
DOCS = PROJECT / "docs" / "evaluation.md"
SEED = 20
MARGIN = 0.01
"""So far below a measured value its floor is set: changes elsewhere may cost a figure that much unasked."""
FEW = 0.04
"""The same for sets in which two or three rows make that much."""


class Set(NamedTuple):
    """A development file: its name, its task, how many rows the short run reads, and which figures are told.

    Those of `figures` have floors; those of `beside` are better when smaller or only help to read the others.
    """

    name: str
    task: str
    limit: int | None
    figures: tuple[str, ...]
    beside: tuple[str, ...] = ()
    margin: float = MARGIN

    def rows(self, kind: str) -> list[Row]:
        """The rows of its `input` or `gold` file."""
        folder = OWN if self.name in WRITTEN_HERE else GOLD
        return score.read_rows(folder / f"{self.name}.{kind}.jsonl")


WRITTEN_HERE = frozenset({"who", "holders", "modes"})
SETS = (
    Set("typing", "typing", None, ("root.macro_f1", "quad.macro_f1", "binary.macro_f1"), ("answered",)),
    Set("typing_aw", "typing", None, ("binary.macro_f1",), ("answered",)),
    Set("timex", "timex", 120, ("strict.f1", "relaxed.f1", "value.f1")),
    Set("attribution", "attribution", 60, ("content.f1", "joint.f1", "cue.f1"), ("source_correct",)),
    Set("factuality_uw", "factuality", 2500, ("pearson", "sign_accuracy"), ("mae",)),
    Set("factuality_uds", "factuality", 2500, ("pearson", "sign_accuracy"), ("mae",)),
    Set("coref", "coref", None, ("all.conll_f1", "no_singletons.conll_f1")),
    Set("timeline", "timeline", None, ("graph.f1", "date_mention.f1", "date.f1"), margin=FEW),
    Set("places", "places", 60, ("relaxed.f1", "accuracy_161km", "country_accuracy", "end_to_end.f1")),
    Set("events", "events", None, ("type.all.f1", "actor.all.f1", "both.all.f1"), ("predicted",), FEW),
    Set("relevance", "relevance", 150, ("f1", "average_precision"), ("precision", "recall")),
    Set("who", "who", None, ("country", "in_office", "out_of_office"), margin=FEW),
    Set("holders", "who", None, ("country", "in_office", "out_of_office")),
    Set("modes", "modes", None, ("event_accuracy", "mode_accuracy"), margin=FEW),
)
"""Coref, which joins across documents, is never cut; small files are not either."""


class Line(NamedTuple):
    """One figure of one set: its value and its floor."""

    set: str
    figure: str
    value: float
    floor: float | None

    @property
    def is_low(self) -> bool:
        """Whether it lies below its floor."""
        return self.floor is not None and self.value < self.floor


Floors = dict[str, dict[str, dict[str, float]]]
"""By run (`sample` or `full`), set and figure."""


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, compare; 1 if a figure lies below its floor."""
    asked = _arguments(arguments)
    if not GOLD.is_dir():
        print("no development data beside the project (../shared/gold): nothing measured")
        return 0
    kind, began = "full" if asked.full else "sample", time.perf_counter()
    floors = read_floors()
    chosen = [one for one in SETS if one.name in (asked.sets or [one.name])]
    lines = [line for one in chosen for line in _measured(one, floors.get(kind, {}), full=asked.full)]
    print(f"{len(lines)} figures of {len(chosen)} sets in {time.perf_counter() - began:.0f} s")
    low = [line for line in lines if line.is_low]
    for line in low:
        print(f"below its floor: {line.set} {line.figure} is {line.value:.4f}, floor {line.floor:.3f}", file=sys.stderr)
    if asked.update:
        floors[kind] = raised(floors.get(kind, {}), lines)
        write_floors(floors)
        write_docs(kind, lines)
    return int(bool(low))


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sets", nargs="*", metavar="SET", help="only these sets")
    parser.add_argument("--full", action="store_true", help="read every row, not the fixed part of each file")
    parser.add_argument("--update", action="store_true", help="raise floors (never lower them) and renew the docs")
    asked = parser.parse_args(arguments)
    unknown = set(asked.sets) - {one.name for one in SETS}
    if unknown:
        parser.error(f"no set {sorted(unknown)!r}; there are {', '.join(one.name for one in SETS)}")
    return asked


def _measured(one: Set, floors: Mapping[str, Mapping[str, float]], *, full: bool) -> Iterator[Line]:
    """The lines of a set, printed as they are made."""
    began = time.perf_counter()
    figures = figures_of(one, full=full)
    print(f"{one.name} ({time.perf_counter() - began:.0f} s)", flush=True)
    for name in (*one.figures, *one.beside):
        line = Line(one.name, name, figure(figures, name), floors.get(one.name, {}).get(name))
        print(f"    {_told(line)}{'  BELOW' if line.is_low else ''}")
        yield line


def figures_of(one: Set, *, full: bool) -> score.Figures:
    """All figures of a set, on all its rows or on the fixed part."""
    rows = run.Sample(None if full else one.limit, SEED).of(one.rows("input"))
    said: list[Row] = [msgspec.json.decode(msgspec.json.encode(row)) for row in TASKS[one.task](rows)]
    gold = run.asked(one.rows("gold"), rows)
    return run.scored(one.task, rows, said, gold)


def figure(figures: Mapping[str, object], name: str) -> float:
    """A figure by its path, such as "root.macro_f1"."""
    value: object = figures
    for part in name.split("."):
        value = value[part] if isinstance(value, Mapping) else None
    if not isinstance(value, (int, float)):
        raise KeyError(name)
    return float(value)


def _told(line: Line) -> str:
    value = f"{line.value:.0f}" if line.value > 1 and line.value.is_integer() else f"{line.value:.4f}"
    return f"{line.figure:24} {value:>8}  {'' if line.floor is None else f'floor {line.floor:.3f}'}".rstrip()


def read_floors() -> Floors:
    """The floors that ship with the package."""
    text = resources.files("dragoman.evaluate").joinpath("floors.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text) or {}, Floors)


def raised(floors: Mapping[str, Mapping[str, float]], lines: Iterable[Line]) -> dict[str, dict[str, float]]:
    """The floors of a run with those raised that were measured higher; none is ever lowered."""
    found = {name: dict(figures) for name, figures in floors.items()}
    margins = {(one.name, name): one.margin for one in SETS for name in one.figures}
    for line in lines:
        if (line.set, line.figure) in margins:
            old = found.setdefault(line.set, {}).get(line.figure, 0.0)
            found[line.set][line.figure] = max(old, round(line.value - margins[line.set, line.figure], 3))
    return found


def write_floors(floors: Floors) -> None:
    """Write the floors back to the package's file, under its opening comment."""
    path = PROJECT / "src" / "dragoman" / "evaluate" / "floors.yaml"
    comment = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    told = yaml.safe_dump(floors, sort_keys=False, default_flow_style=False)
    path.write_text("\n".join(comment) + "\n" + told, encoding="utf-8")


def write_docs(kind: str, lines: Sequence[Line]) -> None:
    """Put a run's figures between their marks in the docs; sets that were not measured keep their rows."""
    text = DOCS.read_text(encoding="utf-8")
    opening, closing = f"<!-- {kind} -->\n", f"<!-- end {kind} -->"
    before, _, rest = text.partition(opening)
    old, _, after = rest.partition(closing)
    rows = {row.split("|")[1].strip(): row for row in old.splitlines() if row.startswith("| ") and "`" in row}
    for one in SETS:
        mine = ", ".join(f"{line.figure} {_short(line.value)}" for line in lines if line.set == one.name)
        if mine:
            read = "all" if kind == "full" or one.limit is None else str(one.limit)
            rows[f"`{one.name}`"] = f"| `{one.name}` | {read} | {mine} | {dt.datetime.now(dt.UTC).date()} |"
    head = "| file | rows read | figures | measured |\n|---|---|---|---|\n"
    table = "\n".join(rows[f"`{one.name}`"] for one in SETS if f"`{one.name}`" in rows)
    DOCS.write_text(before + opening + head + table + "\n" + closing + after, encoding="utf-8")


def _short(value: float) -> str:
    return f"{value:.0f}" if value > 1 and value.is_integer() else f"{value:.3f}"


if __name__ == "__main__":
    sys.exit(main())
