"""`dragoman export`: the records of a run → a layout that other programs read, and what was left out of it."""

from typing import Annotated

import typer

Events = Annotated[
    str,
    typer.Argument(help="JSON lines of dragoman code; - for standard input.", metavar="EVENTS", show_default=False),
]
Layouts = Annotated[
    str,
    typer.Option(
        "--to",
        help="plover, polecat, icews, gdelt-events, gdelt-mentions, phoenix, ftm, timelinejs, geojson, ical, panel or "
        "panel-parquet (docs/exports.md).",
        metavar="LAYOUT",
    ),
]
Output = Annotated[
    str,
    typer.Option("--output", "-o", help="File to write, replaced in one step; - for standard output.", metavar="FILE"),
]
Include = Annotated[
    list[str] | None,
    typer.Option(
        "--include",
        help="Records that a layout leaves out because it cannot tell them from what happened: negation, hypothetical, "
        "future, uncertain; and undated, no-recipient, statements, figures. Several at once with commas.",
        metavar="WHAT",
        show_default=False,
    ),
]
NoClobber = Annotated[bool, typer.Option("--no-clobber", help="Refuse to replace a file that is there.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Do not tell what was written and left out.")]


def export(
    events: Events,
    to: Layouts,
    output: Output = "-",
    include: Include = None,
    no_clobber: NoClobber = False,
    quiet: Quiet = False,
) -> None:
    """Write records in a layout that other programs read.

    Layouts that cannot say that an act was denied, is only planned, or is not certain leave such records out, and tell
    how many on standard error.
    """
    from dragoman.store import export as exports
    from dragoman.store import reading

    tally = exports.write(reading.records(events), to, output, include=included(include), no_clobber=no_clobber)
    if not quiet:
        typer.echo("\n".join(tally.lines()), err=True)


def included(given: list[str] | None) -> tuple[str, ...]:
    """The words of all `--include`.

    >>> included(["future,negation", "undated"]), included(None)
    (('future', 'negation', 'undated'), ())
    """
    return tuple(word.strip() for one in given or () for word in one.split(",") if word.strip())
