"""`dragoman evaluate`: the rows of a public evaluation set → predictions, and their score where gold rows are given."""

import json
from typing import Annotated

import typer

TASKS = "typing, timex, attribution, factuality, coref, timeline, places, events, relevance, who or modes"


def evaluate(
    task: Annotated[str, typer.Argument(help=f"What to predict: {TASKS}.", metavar="TASK", show_default=False)],
    rows: Annotated[
        str, typer.Option("--input", help="Input rows, a JSON object a line.", metavar="FILE", show_default=False)
    ],
    predictions: Annotated[
        str,
        typer.Option(help="File to write, replaced in one step; - for standard output.", metavar="FILE"),
    ],
    gold: Annotated[
        str | None, typer.Option(help="Gold rows: the score is printed as JSON.", metavar="FILE", show_default=False)
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Read only so many rows.", show_default=False)] = None,
    seed: Annotated[
        int | None, typer.Option(help="Draw the rows of --limit by this seed, not from the top.", show_default=False)
    ] = None,
) -> None:
    """Predict the rows of an evaluation set, and score them."""
    from dragoman.evaluate.tasks import run

    figures = run.evaluate(task, run.Files(rows, predictions, gold), run.Sample(limit, seed))
    if figures is not None:
        typer.echo(json.dumps(figures, indent=1))
