"""Scorers for the public evaluation sets: gold rows and predicted rows → figures, one module per task.

The definitions are those of the sets' own papers, told at the top of each module.
"""

from collections.abc import Callable, Mapping, Sequence

from dragoman.errors import UsageError
from dragoman.evaluate.score import (
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
from dragoman.evaluate.score.rows import Figures, Row, read_rows, rounded, texts_beside

__all__ = ["TASKS", "Figures", "Row", "read_rows", "rounded", "score", "texts_beside"]

Scorer = Callable[[Sequence[Row], Sequence[Row], Mapping[str, str]], Figures]

TASKS: dict[str, Scorer] = {
    "typing": event_typing.score,
    "timex": timex.score,
    "attribution": attribution.score,
    "factuality": factuality.score,
    "coref": coref.score,
    "timeline": timeline.score,
    "places": places.score,
    "events": events.score,
    "relevance": relevance.score,
    "modes": modes.score,
    "who": who.score,
}


def score(task: str, gold: Sequence[Row], predicted: Sequence[Row], texts: Mapping[str, str] | None = None) -> Figures:
    """Figures of a task's predictions against its gold rows.

    Args:
        task: One of `TASKS`.
        gold: Rows of the gold file.
        predicted: Rows of the prediction.
        texts: Text of each input row by id, for tasks that count tokens.

    Raises:
        UsageError: There is no such task.

    >>> score("factuality", [{"id": "a", "value": 3.0}], [{"id": "a", "value": 1.0}])["mae"]
    2.0
    """
    if task not in TASKS:
        raise UsageError(f"no task {task!r}; it is one of {', '.join(TASKS)}")
    return TASKS[task](gold, predicted, texts or {})
