"""`dragoman who`: a name, and what it stood for on a day, with the line of the data file that says so."""

from typing import Annotated

import typer

from dragoman.cli.options import Actors


def who(
    name: Annotated[str, typer.Argument(help="A person, state, body or group, by any of its names.", metavar="NAME")],
    on: Annotated[
        str | None,
        typer.Option(help="The day (YYYY-MM-DD); without it, what the name is best known as.", metavar="DATE"),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    actors: Actors = None,
) -> None:
    """Tell whom a name stands for, and what that actor was on a day.

    All readings of a name are told; a name that nobody has ends with exit code 1 and names spelt like it.
    """
    from dragoman.cli import asking

    if not asking.run(name, asking.day(on), as_json=as_json, actors=tuple(actors or ())):
        raise typer.Exit(1)
