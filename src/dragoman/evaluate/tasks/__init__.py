"""Predictors for the public evaluation sets: input rows → prediction rows, one module per task.

Importing this loads the parser; the command line does so only when it evaluates.
"""

from collections.abc import Callable, Iterable, Iterator

from dragoman.evaluate.tasks import (
    attribution,
    coref,
    event_typing,
    events,
    factuality,
    modes,
    places,
    relevance,
    timeline,
    timex,
    who,
)
from dragoman.evaluate.tasks.parsed import Row

__all__ = ["FIELDS", "TASKS", "Predictor", "Row"]

Predictor = Callable[[Iterable[Row]], Iterator[Row]]

TASKS: dict[str, Predictor] = {
    "typing": event_typing.predict,
    "timex": timex.predict,
    "attribution": attribution.predict,
    "factuality": factuality.predict,
    "coref": coref.predict,
    "timeline": timeline.predict,
    "places": places.predict,
    "events": events.predict,
    "relevance": relevance.predict,
    "who": who.predict,
    "modes": modes.predict,
}
"""Predictor of each task, under the names that `dragoman.evaluate.score.TASKS` has."""

FIELDS: dict[str, tuple[str, ...]] = {
    "typing": ("id", "text", "actor", "recipient"),
    "timex": ("id", "text"),
    "attribution": ("id", "text"),
    "factuality": ("id", "text", "span"),
    "coref": ("text", "mentions"),
    "timeline": ("corpus", "docs", "entities"),
    "places": ("id", "text"),
    "events": ("id", "text"),
    "relevance": ("sentences",),
    "who": ("id", "name"),
    "modes": ("id", "text"),
}
"""What an input row of each task must have; a date may be missing everywhere."""
