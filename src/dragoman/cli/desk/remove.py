"""`dragoman desk remove`: an article goes, with everything that rested on it alone."""

from typing import Annotated

import typer

from dragoman.cli.options import Desk


def remove(
    article: Annotated[list[str], typer.Argument(help="Ids of articles, whole.", metavar="ARTICLE-ID...")],
    desk: Desk = "dragoman.desk",
) -> None:
    """Take articles away with everything that rested on them alone: revisions, records, judgements."""
    from dragoman.cli.desk import opening, removing

    with opening.opened(desk) as one:
        removing.run(one, tuple(article))
