"""Ids of articles → a desk without them and without what rested on them alone."""

from collections.abc import Iterable

from dragoman.desk import dating
from dragoman.model.ids import ArticleId
from dragoman.store.desk.base import Desk, Removed


def remove(desk: Desk, articles: Iterable[str]) -> dict[str, Removed]:
    """Take articles away in one step; gives what went with each.

    Articles without a date that were dated by what these told are dated again when articles are next added.
    """
    with desk.writer() as writer:
        gone = {one: writer.remove(ArticleId(one)) for one in articles}
        dating.changed(writer)
    return gone
