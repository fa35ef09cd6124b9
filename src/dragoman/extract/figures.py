"""Shares and amounts told for a measure → figure records."""

from dragoman.extract.cast import Cast
from dragoman.extract.events import EventWriter
from dragoman.model.event import FigureRecord
from dragoman.model.resolved import Resolved
from dragoman.model.syntax import Tree


def figures(resolved: Resolved, tree: Tree, cast: Cast, writer: EventWriter) -> tuple[FigureRecord, ...]:
    """The figure records of an article, in the order of the text."""
    del resolved, tree, cast, writer
    return ()
