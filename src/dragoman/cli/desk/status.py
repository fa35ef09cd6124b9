"""`dragoman desk status`: what a desk holds."""

from typing import Annotated

import typer

from dragoman.cli.options import Desk


def status(
    desk: Desk = "dragoman.desk",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Tell what a desk holds: articles, records by kind, days, runs, what was left open, and what waits."""
    from dragoman.cli.desk import standing

    standing.run(desk, as_json=as_json)
