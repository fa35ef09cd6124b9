"""Print right, wrong and open for each kind; `--all` lists what is not right, never a held-out report."""

import sys
from collections.abc import Iterator

from tests.resolve.parties.scored import Judged, judged
from tests.resolve.references.scored import by_kind, rates


def told(one: Judged) -> str:
    """A phrase in two lines."""
    return (
        f"{one.verdict:5} {one.case.id} {one.words!r}: {one.answer} | {one.found} | {one.rules}\n      {one.case.plain}"
    )


def figures() -> Iterator[str]:
    """Counts for each kind, and shares of all."""
    for kind, counts in by_kind(judged()).items():
        yield f"{kind:16} {counts['right']:4} right {counts['wrong']:4} wrong {counts['open']:4} open"
    groups = {
        "all": judged(),
        "looked at": [j for j in judged() if not j.held_out],
        "held out": [j for j in judged() if j.held_out],
    }
    for name, phrases in groups.items():
        shares = " ".join(f"{verdict} {share:.3f}" for verdict, share in rates(phrases).items())
        yield f"{name:16} {len(phrases)} phrases: {shares}"


def main(arguments: list[str]) -> None:
    """Print the figures."""
    if "--all" in arguments:
        seen = (one for one in judged() if one.verdict != "right" and not one.held_out)
        sys.stdout.writelines(f"{told(one)}\n" for one in seen)
    sys.stdout.writelines(f"{line}\n" for line in figures())


if __name__ == "__main__":
    main(sys.argv[1:])
