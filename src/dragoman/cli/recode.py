"""`dragoman recode`: the texts of a desk → coded by the present coder, and what that changes."""

from typing import Annotated

import typer

from dragoman.cli.options import Actors, Desk, Lead, NoModel
from dragoman.settings import Settings


def recode(
    desk: Desk = "dragoman.desk",
    diff: Annotated[bool, typer.Option("--diff", help="Print each record that came, went or changed.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing.")] = False,
    limit: Annotated[
        int | None, typer.Option(min=1, help="Print so many changes at most; all are counted.", show_default=False)
    ] = None,
    lead: Lead = None,
    actors: Actors = None,
    no_model: NoModel = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar and no summary.")] = False,
) -> None:
    """Code the texts of a desk with the coder as it is now, and tell what that changes.

    Texts that this very coder has coded are passed over, so that a work that was interrupted goes on. People's
    judgements stay: they hang on where a record stands in its text.
    """
    from dragoman.cli import recoding

    settings = Settings(lead=lead, actors=tuple(actors or ()), model=not no_model)
    recoding.run(recoding.Job(desk, diff=diff, dry_run=dry_run, limit=limit, quiet=quiet), settings)
