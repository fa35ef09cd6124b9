"""The suite's cells → `docs/status.md`; `python -m tests.extract.status_suite.page` writes the page anew.

Each cell is a row: the construction, the values that its cases share, and an example that is answered rightly.
"""

from pathlib import Path

from tests.extract.status_suite.cases import OPEN, Case, Cell, cells
from tests.extract.status_suite.suite import is_right

PAGE = Path(__file__).parents[3] / "docs" / "status.md"
BEGIN = "<!-- made by python -m tests.extract.status_suite.page: begin -->"
END = "<!-- made by python -m tests.extract.status_suite.page: end -->"
HEAD = ("construction", "example", "auxiliary", "told", "narrator", "phase", "source")


def example(cell: Cell) -> Case:
    """The first case of a cell that is not held out and is answered rightly."""
    return next(case for case in cell.cases if not case.held_out and is_right(case))


def table() -> str:
    """The rows of the page, between their marks."""
    lines = [BEGIN, "", _row(HEAD), _row(("---",) * len(HEAD)), *map(_told, cells()), "", END]
    return "\n".join(lines)


def written(page: str) -> str:
    """A page with its table written anew."""
    before, rest = page.split(BEGIN)
    return before + table() + rest.split(END)[1]


def _told(cell: Cell) -> str:
    case = example(cell)
    start, end = case.word
    marked = f"{case.text[:start]}**{case.text[start:end]}**{case.text[end:]}".split("\n")[0]
    values = (" ".join(sorted(case.auxiliary)) or "none", case.told, case.narrator, case.phase, _chain(case))
    return _row((f"**{cell.name}**. {cell.about}", marked, *("" if v == OPEN else v for v in values)))


def _chain(case: Case) -> str:
    if case.source is None:
        return OPEN
    return ", through ".join(f"{link.kind} ({link.word})" if link.word else link.kind for link in case.source) or "none"


def _row(fields: tuple[str, ...]) -> str:
    return f"| {' | '.join(fields)} |"


def main() -> None:
    """Writes the page."""
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
