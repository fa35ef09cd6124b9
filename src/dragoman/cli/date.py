"""`dragoman date`: articles → when those without a date were written, and on which words that rests."""

from typing import Annotated

import typer

from dragoman.cli.options import Actors, Columns, Limit, MaxCharacters, Paths, columns
from dragoman.settings import MEGABYTE, Settings


def date(
    paths: Paths,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line for each article.")] = False,
    limit: Limit = None,
    max_characters: MaxCharacters = MEGABYTE,
    column: Columns = None,
    actors: Actors = None,
) -> None:
    """Tell when articles without a date were written.

    Their words, a calendar of public events, the offices that people hold, and what other articles of the same
    input tell, with a date or without, are weighed over all days. Articles that have a date are listed with it, first.
    """
    from dragoman.cli import dating

    settings = Settings(limit=limit, max_characters=max_characters, columns=columns(column), actors=tuple(actors or ()))
    dating.run(tuple(paths), settings, as_json=as_json)
