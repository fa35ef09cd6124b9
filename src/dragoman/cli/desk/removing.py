"""Ids of articles → a desk without them, and how much went with each."""

import typer

from dragoman import desk as desks
from dragoman.cli.tally import count
from dragoman.cli.terminal import printable
from dragoman.errors import UsageError
from dragoman.model.ids import ArticleId
from dragoman.store.desk.base import Desk, Removed


def run(desk: Desk, articles: tuple[str, ...]) -> None:
    """Take articles away, all of them or, where one is not there, none.

    Raises:
        UsageError: An article is not there.
    """
    with desk.view() as view:
        missing = [one for one in articles if len(view.revisions(ArticleId(one))) == 0]
    if len(missing) > 0:
        raise UsageError(f"no article {missing[0]!r} in this desk; nothing was removed")
    for article, removed in desks.remove(desk, articles).items():
        typer.echo(printable(f"{article}: {told(removed)}"))


def told(removed: Removed) -> str:
    """How much went."""
    return (
        f"{count(removed.revisions, 'revision')}, {count(removed.records, 'record')}, "
        f"{count(removed.judgements, 'judgement')}, {removed.derived:,} derived"
    )
