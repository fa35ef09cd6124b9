"""`dragoman desk verify`: what cannot be right in a desk."""

import typer

from dragoman.cli.options import Desk


def verify(desk: Desk = "dragoman.desk") -> None:
    """Check a whole desk: hashes, places in the texts, ids, ties, and the indexes. Ends with 1 if anything is wrong."""
    from dragoman.cli.desk import opening
    from dragoman.cli.tally import count
    from dragoman.cli.terminal import printable

    wrong = 0
    with opening.opened(desk) as one, one.view() as view:
        for fault in view.verify():
            wrong += 1
            typer.echo(printable(f"{fault.kind}: {fault.where}{f': {fault.detail}' if fault.detail else ''}"))
        standing = view.standing()
    typer.echo(
        f"{count(standing.articles, 'article')}, {count(standing.records, 'record')}: "
        f"{'nothing is wrong' if wrong == 0 else count(wrong, 'fault')}"
    )
    if wrong > 0:
        raise typer.Exit(1)
