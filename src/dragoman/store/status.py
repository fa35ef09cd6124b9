"""A record → whether it happened, in one word, as exports, pages and the terminal say it."""

from typing import Literal, get_args

from dragoman.model.event import Auxiliary, EventRecord, Factuality, Record

Status = Literal[
    "happened", "past", "planned", "threatened", "conditional", "uncertain", "called off", "postponed", "denied", "told"
]
STATUSES: tuple[Status, ...] = get_args(Status)

_BY_PHASE: dict[str | None, Status] = {"cancelled": "called off", "postponed": "postponed"}
_BY_AUXILIARY: dict[Auxiliary, Status] = {
    "negation": "denied",
    "hypothetical": "conditional",
    "future": "planned",
    "historical": "past",
}
_BY_FACTUALITY: dict[Factuality, Status] = {
    "CT-": "denied",
    "PR-": "denied",
    "PS-": "denied",
    "PR+": "uncertain",
    "PS+": "uncertain",
    "U": "uncertain",
}
_OF_FORESEEING: dict[str, Status] = {"AGREE": "planned", "CONCEDE": "planned"}
"""Acts done by saying: their content is still to come, and that is what a reader wants to know."""


def told_factuality(record: Record) -> Factuality:
    """The narrator's view or, where the article only passes on a word, that of the innermost source."""
    if record.factuality == "U" and len(record.attribution) > 0:
        return record.attribution[0].factuality
    return record.factuality


def status(record: Record) -> Status:
    """Whether the record tells something that happened, is only planned, threatened, conditional or denied.

    What the text says outright (called off, denied) outweighs what is only foreseen.
    A statement or figure does not happen: it is told.
    """
    if isinstance(record, EventRecord) and record.phase in _BY_PHASE:
        return _BY_PHASE[record.phase]
    for auxiliary, word in _BY_AUXILIARY.items():
        if auxiliary in record.auxiliary:
            return word
    doubted = _BY_FACTUALITY.get(told_factuality(record))
    if doubted is not None:
        return doubted
    return _foreseen(record) if isinstance(record, EventRecord) else "told"


def _foreseen(record: EventRecord) -> Status:
    if record.event[0] == "THREATEN":
        return "threatened"
    foreseen = record.anticipates or ()
    if len(foreseen) == 0:
        return "happened"
    if all("hypothetical" in one.auxiliary for one in foreseen):
        return "conditional"
    return _OF_FORESEEING.get(record.event[0], "happened")
