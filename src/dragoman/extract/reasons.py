"""Why the fields of a record are what they are: the reasons that are not left by another stage already."""

from collections.abc import Iterable, Iterator

from dragoman.extract.acts import Act
from dragoman.extract.attribution import Told
from dragoman.extract.clock import Dated
from dragoman.extract.confidence import START, confidence, doubts
from dragoman.extract.dating import why
from dragoman.extract.folding import Folded
from dragoman.model.because import Because
from dragoman.model.event import EventRecord
from dragoman.model.ids import RecordId
from dragoman.model.resolved import PlaceMention
from dragoman.model.span import Span
from dragoman.model.syntax import Tree


def of_event(act: Act, dated: Dated, place: PlaceMention | None, tree: Tree) -> Iterator[Because]:
    """The reasons for the fields of an event record, field by field."""
    trigger = tree.tokens[act.token].span
    yield from act.reasons
    yield from _of_mode(act.folded, act.match.frame.source, trigger)
    yield _of_factuality(act, tree)
    yield why(dated)
    if place is not None:
        yield place.because
    yield from (of_source(told) for told in act.told)
    if act.stage.phase is not None:
        words = tuple(tree.tokens[i].span for i in act.stage.words)
        yield Because(field="phase", rule="governing-word", detail=f"{act.stage.phase}", spans=words)
    detail = "; ".join((f"odds {START:g}", *map(str, doubts(act, tree))))
    yield Because(field="confidence", rule="factors", detail=detail, score=confidence(act, tree))


def of_links(events: Iterable[EventRecord]) -> Iterator[tuple[RecordId, Because]]:
    """For each event with ties the words that draw them, and the acts that they point at."""
    others = {event.id: event for event in events}
    for event in others.values():
        for link in event.links:
            told = f"{link.kind} {others[link.to].event_text}" + ("" if link.source is None else f", by {link.source}")
            yield event.id, Because(field="links", rule="motive-words", detail=told, spans=(link.span,))


def _of_mode(folded: Folded, source: str, trigger: Span) -> Iterator[Because]:
    if folded.mode is not None:
        yield Because(field="mode", rule=source, detail=f"{folded.event} {folded.mode}", spans=(trigger,))


def _of_factuality(act: Act, tree: Tree) -> Because:
    """What the words around an act tell of whether it happened; with sources, the narrator leaves it open."""
    judgement = act.judgement
    governing = tuple(tree.tokens[i].span for i in act.stage.words)
    detail = judgement.because or "no word around it casts doubt"
    if act.told:
        detail += "; told by a source, so the narrator leaves it open"
    return Because(field="factuality", rule="factuality-cues", detail=detail, spans=(*judgement.cues, *governing))


def of_source(told: Told) -> Because:
    """Why somebody is the source of what is told."""
    return Because(
        field="attribution",
        rule=f"attribution-{told.kind}",
        detail=f"content of {told.manner!r}",
        spans=(told.cue, *told.source),
    )


def of_statement(source: str, trigger: Span, dated: Dated) -> Iterator[Because]:
    """The reasons for a statement's kind, position and date."""
    yield Because(field="kind", rule=source, spans=(trigger,))
    yield why(dated)


def of_figure(unit: str, verb: Span, number: Span) -> Iterator[Because]:
    """The reasons for a figure's value and measure."""
    yield Because(field="value", rule="numbers", detail=f"a number that measures {unit}", spans=(number,))
    yield Because(field="measure", rule="measures.yaml", detail="subject of a verb that tells a size", spans=(verb,))
