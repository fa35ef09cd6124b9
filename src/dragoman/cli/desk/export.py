"""`dragoman desk export`: the records of a desk → a layout that other programs read, and what was left out of it."""

import typer

from dragoman.cli.export import Include, Layouts, NoClobber, Output, Quiet, included
from dragoman.cli.options import Desk


def export(
    to: Layouts,
    output: Output = "-",
    desk: Desk = "dragoman.desk",
    include: Include = None,
    no_clobber: NoClobber = False,
    quiet: Quiet = False,
) -> None:
    """Write the records of a desk in a layout that other programs read, those of the newest revisions, by their ids.

    Layouts that cannot say that an act was denied, is only planned, or is not certain leave such records out, and tell
    how many on standard error.
    """
    from dragoman.cli.desk import opening
    from dragoman.store import export as exports

    with opening.opened(desk) as one, one.view() as view:
        tally = exports.write(view.records(), to, output, include=included(include), no_clobber=no_clobber)
    if not quiet:
        typer.echo("\n".join(tally.lines()), err=True)
