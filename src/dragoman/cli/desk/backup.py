"""`dragoman desk backup`: a whole copy of a desk."""

from typing import Annotated

import typer

from dragoman.cli.options import Desk


def backup(
    to: Annotated[str, typer.Argument(help="The copy: a file that is not there yet, or is replaced.", metavar="FILE")],
    desk: Desk = "dragoman.desk",
) -> None:
    """Write a copy of a desk, whole or not at all, while others go on reading and writing it."""
    from dragoman.cli.desk import opening

    with opening.opened(desk) as one:
        one.backup(to)
    typer.echo(f"{opening.shown(desk)} is copied to {to}")
