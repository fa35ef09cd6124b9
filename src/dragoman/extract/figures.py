"""Shares and amounts told for a measure → figure records: value, unit, of what, from, to, over which period."""

from collections.abc import Iterator

from dragoman.extract import reasons, wire
from dragoman.extract.clock import Dated
from dragoman.extract.events import CODER, EventWriter
from dragoman.extract.quantities import quantities
from dragoman.model.annotated import Token
from dragoman.model.event import ActorRef, FigureRecord, Quantity
from dragoman.model.predication import Predication
from dragoman.ontology import measures

CONFIDENCE = 0.6
"""Set by reading the sample's figures against their sentences."""
CLIMB = 6
"""Words between a number and the verb that tells it."""


class FigureWriter:
    """Writes the figures of one article."""

    def __init__(self, writer: EventWriter) -> None:
        self.writer = writer
        self.tree = writer.tree
        self.cast = writer.cast
        self.known = measures.load()

    def written(self) -> tuple[FigureRecord, ...]:
        """The figure records, in the order of the text."""
        return tuple(self._each())

    def _each(self) -> Iterator[FigureRecord]:
        for sentence in self.writer.resolved.annotated.sentences:
            if not any(t.pos == "NUM" or t.tag == "CD" for t in self.tree.tokens[sentence.first : sentence.stop]):
                continue
            for quantity in quantities(self.tree, sentence.first, sentence.stop):
                verb = self._verb(quantity, sentence.first, sentence.stop)
                if verb is not None and verb.subjects and self.tree.tokens[verb.token].tag != "VB":
                    yield self._figure(quantity, verb)

    def _verb(self, quantity: Quantity, first: int, stop: int) -> Predication | None:
        """The verb that tells a measured number, if it is one that tells sizes."""
        if not self.known.measures(quantity.unit):
            return None
        inside = [t for t in self.tree.tokens[first:stop] if quantity.span.holds(t.span)]
        token: Token | None = inside[-1] if inside else None
        for _ in range(CLIMB):
            if token is None or token.head == token.i:
                return None
            token = self.tree.tokens[token.head]
            predication = self.writer.acting.typer.by_token.get(token.i)
            if predication is not None and predication.kind == "verb":
                return predication if token.lemma in self.known.verbs else None
        return None

    def _figure(self, quantity: Quantity, verb: Predication) -> FigureRecord:
        text, subject = self.writer.article.text, verb.subjects[0]
        span, sentence = self.tree.tokens[verb.token].span, self.writer.sentence(verb.token)
        dated = self._dated(verb)
        interval = None if dated is None else dated.interval
        identity = self.writer.identify("figure", span)
        self.writer.reasons[identity] = tuple(reasons.of_figure(quantity.unit, span, quantity.span))
        return FigureRecord(
            id=identity,
            article=self.writer.ref,
            measure=self.tree.span(self.tree.subtree(subject)).of(text),
            value=quantity.value,
            unit=quantity.unit,
            of=quantity.of,
            source_of=self._end(subject, "from") or self._owner(subject),
            destination=self._end(subject, "to"),
            period=None if interval is None else interval.edtf,
            date=None if interval is None else interval.start,
            enddate=None if interval is None else interval.last,
            edtf=None if interval is None else interval.edtf,
            date_text=None if dated is None else dated.text,
            date_span=None if dated is None else dated.span,
            date_basis=None if dated is None else dated.basis,
            event_text=span.of(text),
            event_span=span,
            text=sentence.span.of(text),
            text_span=sentence.span,
            sentence=sentence.index,
            confidence=CONFIDENCE,
            coder=CODER,
        )

    def _dated(self, verb: Predication) -> Dated | None:
        """The period told for the figure; the report's own day is none."""
        told = self.writer.clock.told((verb.token,))
        return None if told is None else self.writer.clock.from_told(told, open_to_future=False)

    def _end(self, subject: int, preposition: str) -> ActorRef | None:
        heads = [
            k.i
            for p in self.tree.kids(subject, "prep")
            if p.text.lower() == preposition
            for k in self.tree.kids(p.i, "pobj")
        ]
        return self._first(heads)

    def _owner(self, subject: int) -> ActorRef | None:
        return self._first([k.i for k in self.tree.kids(subject, "poss", "amod", "compound")])

    def _first(self, heads: list[int]) -> ActorRef | None:
        found = self.cast.of(heads)
        article = self.writer.article
        return wire.actor_ref(found[0].mention, article.text, article.date) if found else None
