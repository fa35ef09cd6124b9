"""`dragoman desk find`: a query → records of a desk as a table, a file, or counted."""

from typing import Annotated

import typer

from dragoman.cli.options import Desk


def find(
    query: Annotated[
        list[str] | None,
        typer.Argument(
            help="What is looked for, in quotation marks, such as 'actor:IRN type:THREATEN oil' (docs/find.md); "
            "all records without it.",
            metavar="QUERY",
            show_default=False,
        ),
    ] = None,
    desk: Desk = "dragoman.desk",
    count: Annotated[
        str | None,
        typer.Option(help="Numbers of records by day, week, month or year.", metavar="PERIOD", show_default=False),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            help="Numbers by type, quad, pair, actor, recipient, mode, context, auxiliary, source, told, factuality, "
            "status, phase, place, publisher or record; with --count in each period.",
            metavar="WHAT",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(min=1, help="Stop after so many records; 50 on the terminal.", show_default=False),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option("--to", help="jsonl, csv or parquet, where the suffix does not tell.", show_default=False),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", help="File to write, replaced in one step; - for standard output.", metavar="FILE"
        ),
    ] = None,
    dyads: Annotated[
        bool, typer.Option("--dyads", help="CSV and Parquet: a row for each pair of actor and recipient.")
    ] = False,
) -> None:
    """Find records in a desk, or count them.

    They come by the day of the act, those without one last. Ends with 1 if there are none.
    """
    from dragoman.cli.desk import finding

    asked = finding.Asked(" ".join(query or ()), count, by, limit)
    target = None if to is None and output is None else finding.Target(output or "-", to, dyads)
    if not finding.run(desk, asked, target):
        raise typer.Exit(1)
