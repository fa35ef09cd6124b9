"""`dragoman desk init`: a new, empty desk."""

import typer

from dragoman.cli.options import Desk


def init(desk: Desk = "dragoman.desk") -> None:
    """Make a new desk: one file, or the tables of a PostgreSQL database. One that is there stays as it is."""
    from dragoman.cli.desk import opening

    with opening.made(desk):
        pass
    typer.echo(f"{opening.shown(desk)} is ready; add articles with: dragoman desk add PATHS...")
