"""Resolved articles → coded articles: predications, acts, statements and figures, written as records."""

from collections.abc import Iterable, Iterator

from dragoman.extract import attribution, derived_statements, motives, reasons
from dragoman.extract.acts import Acting
from dragoman.extract.cast import Cast
from dragoman.extract.clock import Clock
from dragoman.extract.dating import of_act
from dragoman.extract.events import EventWriter
from dragoman.extract.figures import FigureWriter
from dragoman.extract.hosts import hosts
from dragoman.extract.merging import DatedAct, merged
from dragoman.extract.opinions import Opinions, removed
from dragoman.extract.outcomes import ended
from dragoman.extract.predications import predications as read_predications
from dragoman.extract.standing import StandingWriter
from dragoman.extract.statements import StatementWriter
from dragoman.extract.typing import Typer
from dragoman.model.coded import Coded
from dragoman.model.event import EventRecord, StatementRecord
from dragoman.model.predication import Predication
from dragoman.model.resolved import Resolved
from dragoman.model.span import Span
from dragoman.model.syntax import Tree


def predications(resolved: Resolved) -> tuple[Predication, ...]:
    """Every predicate of an article with its participants, in the order of the text."""
    return read_predications(Tree(resolved.annotated.tokens))


def records(stream: Iterable[Resolved], *, model: bool = True) -> Iterator[Coded]:
    """Each article with its records, in the order given; `model` asks the learned typer beside the lexicon."""
    return (coded(resolved, model=model) for resolved in stream)


def coded(resolved: Resolved, *, model: bool = True) -> Coded:
    """One article with its records."""
    annotated = resolved.annotated
    tree = Tree(annotated.tokens)
    cast = Cast(resolved.actors, tree, annotated.article.date)
    typer = Typer(read_predications(tree), tree, cast)
    opinions = Opinions(annotated, tree) if model else None
    told = attribution.attributions(annotated, tree)
    acting = Acting(typer, cast, told, hosts(resolved.places), opinions)
    clock = Clock(resolved, tree, typer.by_token)
    acts = merged(ended(_dated(acting, clock, resolved), tree, cast), cast)
    writer = EventWriter(resolved, acting, clock)
    events = motives.linked(tree, told, writer.written(acts))
    for identity, because in reasons.of_links(events):
        writer.reasons[identity] = (*writer.reasons[identity], because)
    statements = _statements(writer, acts)
    return Coded(
        article=annotated.article,
        resolved=resolved,
        events=events,
        statements=tuple(sorted(statements, key=lambda s: s.event_span)),
        figures=FigureWriter(writer).written(),
        silent=tuple(_silent(resolved, events)),
        reasons=writer.reasons,
        issues=(*annotated.issues, *resolved.issues, *writer.issues, *map(removed, acting.removed)),
    )


def _statements(writer: EventWriter, acts: tuple[DatedAct, ...]) -> tuple[StatementRecord, ...]:
    """What is said, what follows by arithmetic, and what stands, where no other statement tells it."""
    said = (*StatementWriter(writer, acts).written(), *derived_statements.written(writer))
    starts = {span.start for one in said for span in (one.event_span, one.position_span)}
    told = frozenset(t.i for t in writer.tree.tokens if t.span.start in starts)
    return (*said, *StandingWriter(writer, told).written())


def _dated(acting: Acting, clock: Clock, resolved: Resolved) -> Iterator[DatedAct]:
    headline = resolved.annotated.article.headline
    for act in acting.acts():
        in_headline = headline is not None and headline.holds(acting.tree.tokens[act.token].span)
        yield DatedAct(act=act, dated=of_act(act, clock), headline=in_headline)


def _silent(resolved: Resolved, events: tuple[EventRecord, ...]) -> Iterator[Span]:
    """Sentences that name two or more actors and gave no event record."""
    telling = {span for event in events for span in (event.event_span, *event.evidence.event)}
    for sentence in resolved.annotated.sentences:
        named = {m.entity.id for m in resolved.actors if sentence.first <= m.head < sentence.stop}
        if len(named) > 1 and not any(sentence.span.meets(span) for span in telling):
            yield sentence.span
