"""`dragoman show`: articles → the terminal, marked, with their records, what gave none, and the codes in words."""

from dragoman.cli.options import Columns, Lead, Limit, MaxCharacters, Paths, columns
from dragoman.settings import MEGABYTE, Settings


def show(
    paths: Paths,
    limit: Limit = None,
    lead: Lead = None,
    max_characters: MaxCharacters = MEGABYTE,
    column: Columns = None,
) -> None:
    """Show articles with their marks and records.

    Below each article stand its records, and the sentences that name two actors and gave none.
    """
    from dragoman.cli import showing

    settings = Settings(limit=limit, lead=lead, max_characters=max_characters, columns=columns(column))
    showing.run(tuple(paths), settings)
