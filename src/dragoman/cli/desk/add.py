"""`dragoman desk add`: articles → a desk, which keeps them with all that is read from them."""

from typing import Annotated

import typer

from dragoman.cli.options import Actors, Columns, Desk, Lead, Limit, MaxCharacters, NoModel, Paths, columns
from dragoman.settings import MEGABYTE, Settings


def add(
    paths: Paths,
    desk: Desk = "dragoman.desk",
    no_text: Annotated[
        bool,
        typer.Option("--no-text", help="Keep no text, where that is not allowed: hashes, lengths and places remain."),
    ] = False,
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            help="Code again what the desk has, and take its date, title and publisher as they are told now.",
        ),
    ] = False,
    keep_dates: Annotated[
        bool,
        typer.Option("--keep-dates", help="Leave the undated articles of the desk as they were dated."),
    ] = False,
    issues: Annotated[
        str | None,
        typer.Option("--issues", help="A file for the inputs that gave no article, as JSON lines.", metavar="FILE"),
    ] = None,
    limit: Limit = None,
    lead: Lead = None,
    max_characters: MaxCharacters = MEGABYTE,
    column: Columns = None,
    actors: Actors = None,
    no_model: NoModel = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar and no summary.")] = False,
) -> None:
    """Code the articles that a desk has not got yet, and keep them.

    What it has from this very coder is passed over, so that the same command goes on where it was interrupted.
    """
    from dragoman.cli.desk import adding
    from dragoman.desk.adding import Options

    settings = Settings(
        limit=limit,
        lead=lead,
        max_characters=max_characters,
        columns=columns(column),
        actors=tuple(actors or ()),
        model=not no_model,
    )
    options = Options(keep_text=not no_text, again=again, redate=not keep_dates)
    adding.run(adding.Job(tuple(paths), desk, issues=issues, quiet=quiet), settings, options)
