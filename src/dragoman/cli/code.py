"""`dragoman code`: articles → a file of event records, the issues beside it, and a closing summary."""

from typing import Annotated

import typer

from dragoman.cli.options import Actors, Columns, Lead, Limit, MaxCharacters, NoModel, Paths, columns
from dragoman.settings import MEGABYTE, Settings

Output = Annotated[
    str,
    typer.Option("--output", "-o", help="File to write, replaced in one step; - for standard output.", metavar="FILE"),
]
Format = Annotated[
    str | None,
    typer.Option("--format", help="jsonl, csv or parquet, where the suffix does not tell.", show_default=False),
]


def code(
    paths: Paths,
    output: Output = "-",
    named: Format = None,
    limit: Limit = None,
    lead: Lead = None,
    dyads: Annotated[
        bool, typer.Option("--dyads", help="CSV and Parquet: a row for each pair of actor and recipient.")
    ] = False,
    no_clobber: Annotated[bool, typer.Option("--no-clobber", help="Refuse to replace a file that is there.")] = False,
    max_characters: MaxCharacters = MEGABYTE,
    column: Columns = None,
    actors: Actors = None,
    candidates: Annotated[
        str | None,
        typer.Option(
            "--candidates",
            help="A file for persons that no dictionary knows, as their titles tell them, in the form of --actors.",
            metavar="FILE",
            show_default=False,
        ),
    ] = None,
    no_model: NoModel = False,
    min_confidence: Annotated[
        float,
        typer.Option(
            "--min-confidence", min=0, max=1, help="Leave out events that are less probably right; they are counted."
        ),
    ] = 0.0,
    disagreements: Annotated[
        str | None,
        typer.Option(
            "--disagreements",
            help="A table of the acts that lexicon and learned typer name differently, for who mends the lexicon.",
            metavar="FILE",
            show_default=False,
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar and no summary.")] = False,
) -> None:
    """Code articles into event records.

    Inputs that give no article are skipped, counted, and listed in NAME.issues.jsonl beside the output.
    """
    from dragoman.cli import coding

    settings = Settings(
        limit=limit,
        lead=lead,
        max_characters=max_characters,
        columns=columns(column),
        actors=tuple(actors or ()),
        model=not no_model,
    )
    job = coding.Job(
        tuple(paths),
        output,
        named=named,
        dyads=dyads,
        no_clobber=no_clobber,
        quiet=quiet,
        candidates=candidates,
        min_confidence=min_confidence,
        disagreements=disagreements,
    )
    coding.run(job, settings)
