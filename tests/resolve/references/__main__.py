"""Print right, wrong and open for each construction; `--all` lists what is not right, never a held-out case."""

import sys
from collections.abc import Iterator

from tests.resolve.references.scored import Judged, by_kind, judged, rates


def told(one: Judged) -> str:
    """A case in two lines."""
    return f"{one.verdict:5} {one.case.id} {one.case.answer} | {one.found} | {one.rules}\n      {one.case.text}"


def figures() -> Iterator[str]:
    """Counts for each construction, and shares of all."""
    for kind, counts in by_kind(judged()).items():
        yield f"{kind:16} {counts['right']:4} right {counts['wrong']:4} wrong {counts['open']:4} open"
    groups = {"all": judged(), "held out": [j for j in judged() if j.case.held_out]}
    for name, cases in groups.items():
        shares = " ".join(f"{verdict} {share:.3f}" for verdict, share in rates(cases).items())
        yield f"{name:16} {len(cases)} cases: {shares}"


def main(arguments: list[str]) -> None:
    """Print the figures."""
    if "--all" in arguments:
        seen = (one for one in judged() if one.verdict != "right" and not one.case.held_out)
        sys.stdout.writelines(f"{told(one)}\n" for one in seen)
    sys.stdout.writelines(f"{line}\n" for line in figures())


if __name__ == "__main__":
    main(sys.argv[1:])
