"""`dragoman desk export`: the records of a desk → a layout that other programs read, and what was left out of it."""

from typing import Annotated

import typer

from dragoman.cli.export import Include, Layouts, NoClobber, Output, Quiet, included
from dragoman.cli.options import Desk


def export(
    to: Layouts,
    query: Annotated[
        list[str] | None,
        typer.Argument(help="Which records, as for desk find; all without it.", metavar="QUERY", show_default=False),
    ] = None,
    output: Output = "-",
    desk: Desk = "dragoman.desk",
    include: Include = None,
    no_clobber: NoClobber = False,
    quiet: Quiet = False,
) -> None:
    """Write the records of a desk in a layout that other programs read, by the day of the act.

    Layouts that cannot say that an act was denied, is only planned, or is not certain leave such records out, and tell
    how many on standard error.
    """
    from dragoman.cli.desk import opening
    from dragoman.store import export as exports
    from dragoman.store.find import parse, records

    asked = parse(" ".join(query or ()))
    with opening.opened(desk) as one, one.view() as view:
        tally = exports.write(records(view, asked), to, output, include=included(include), no_clobber=no_clobber)
    if not quiet:
        typer.echo("\n".join(tally.lines()), err=True)
