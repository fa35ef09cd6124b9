"""`dragoman explain`: a record's id and the articles → for every field of the record what decided it."""

from typing import Annotated

import typer

from dragoman.cli.options import Columns, Lead, MaxCharacters, NoModel, Paths, columns
from dragoman.settings import MEGABYTE, Settings


def explain(
    record_id: Annotated[str, typer.Argument(help="Id of the record, or its beginning.", show_default=False)],
    paths: Paths,
    lead: Lead = None,
    max_characters: MaxCharacters = MEGABYTE,
    column: Columns = None,
    no_model: NoModel = False,
) -> None:
    """Tell what decided each field of a record.

    Its article is coded again for that. Give the same articles and the same --lead as when it was coded.
    """
    from dragoman.cli import explaining

    settings = Settings(lead=lead, max_characters=max_characters, columns=columns(column), model=not no_model)
    explaining.run(record_id, tuple(paths), settings)
