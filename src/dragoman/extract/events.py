"""Dated acts → event records: PLOVER's fields, each tied to its characters, with the reasons beside them."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from dragoman.extract import reasons, status, wire
from dragoman.extract.acts import Act, Acting
from dragoman.extract.arguments import clause
from dragoman.extract.clock import Clock, is_historical
from dragoman.extract.confidence import confidence
from dragoman.extract.contexts import ContextReader, Told, spans
from dragoman.extract.dating import anticipated
from dragoman.extract.harm import size
from dragoman.extract.merging import DatedAct
from dragoman.extract.quantities import quantities
from dragoman.extract.quantity_owners import Owner
from dragoman.extract.staging import Stages
from dragoman.extract.status import Status
from dragoman.model import ids
from dragoman.model.annotated import Sentence
from dragoman.model.because import Because, Issue
from dragoman.model.event import Attribution, EventRecord, Evidence, Quantity
from dragoman.model.ids import RecordId
from dragoman.model.resolved import Resolved
from dragoman.model.span import Span
from dragoman.ontology import cameo, plover
from dragoman.settings import VERSION

CODER = f"dragoman {VERSION}"
INTENDED = {"CONSULT": "036", "COOPERATE": "031", "AID": "033", "SUPPORT": "032"}
"""CAMEO codes of expressing the intent to do what an AGREE record foresees."""


class EventWriter:
    """Writes the records of one article.

    Attributes:
        reasons: For each record written why its fields are what they are.
        issues: What was left open.
    """

    def __init__(self, resolved: Resolved, acting: Acting, clock: Clock) -> None:
        self.resolved = resolved
        self.acting = acting
        self.clock = clock
        self.tree = acting.tree
        self.cast = acting.cast
        self.article = resolved.annotated.article
        self.ref = wire.article_ref(self.article)
        self.stages = Stages(resolved, self.tree)
        self.contexts = ContextReader(resolved, acting)
        self.reasons: dict[RecordId, tuple[Because, ...]] = {}
        self.issues: list[Issue] = []
        self._ordinals: Counter[tuple[str, Span]] = Counter()
        self._tellings: frozenset[int] = frozenset()

    def written(self, acts: Sequence[DatedAct]) -> tuple[EventRecord, ...]:
        """The event records, in the order of the text."""
        self._tellings = frozenset(i for dated in acts for i in (dated.act.token, *dated.act.tellings))
        return tuple(self._event(dated) for dated in acts)

    def identify(self, record: str, span: Span) -> RecordId:
        """The id of a record; further records at the same words get further ordinals."""
        ordinal = self._ordinals[record, span]
        self._ordinals[record, span] += 1
        return ids.record_id(self.article.id, self.article.revision, record, span, ordinal)

    def sentence(self, token: int) -> Sentence:
        """The sentence of a token."""
        return self.resolved.annotated.sentences[self.tree.tokens[token].sentence]

    def day(self, dated: DatedAct) -> dt.date | None:
        """The day on which the offices of an act's actors are looked up."""
        interval = dated.dated.interval
        if interval is None:
            return self.article.date
        return interval.last if interval.last is not None else interval.start

    def _event(self, dated: DatedAct) -> EventRecord:
        act, text, folded = dated.act, self.article.text, dated.act.folded
        span = self.tree.tokens[act.token].span
        sentence, day, interval = self.sentence(act.token), self.day(dated), dated.dated.interval
        told_as = status.of_act(act, historical=is_historical(interval, self.article.date))
        modes = () if folded.mode is None else (folded.mode,)
        identity = self.identify("event", span)
        place = self.stages.of(act)
        told = self.contexts.of(act, _cameo(act))
        because = (one.because for one in told)
        self.reasons[identity] = (*reasons.of_event(act, dated.dated, place, self.tree), *because)
        return EventRecord(
            id=identity,
            article=self.ref,
            event=(folded.event,),
            mode=modes,
            context=tuple(one.context for one in told),
            quad_code=None if folded.negated else plover.quad(folded.event),
            event_scale=None if folded.negated else plover.scale(folded.event, modes),
            cameo=_cameo(act),
            auxiliary=told_as.auxiliary,
            factuality=told_as.narrator,
            phase=told_as.phase,
            anticipates=anticipated(act, self.clock),
            actor=wire.actor_refs(act.roles.actor, text, day),
            recipient=wire.actor_refs(act.roles.recipient, text, day),
            date=None if interval is None else interval.start,
            enddate=None if interval is None else interval.last,
            edtf=None if interval is None else interval.edtf,
            date_text=dated.dated.text,
            date_span=dated.dated.span,
            date_basis=dated.dated.basis,
            readings=dated.dated.readings,
            repeats=self.clock.repeats((*act.match.words, *act.stage.words), dated.dated),
            event_loc=None if place is None else wire.event_loc(place, text),
            attribution=self.attributions(told_as, day),
            quantity=self._quantities(act),
            size=size(self.tree, act.token),
            event_text=span.of(text),
            event_span=span,
            text=sentence.span.of(text),
            text_span=sentence.span,
            sentence=sentence.index,
            evidence=self._evidence(act, told),
            notes=_notes(act),
            confidence=confidence(act, self.tree),
            coder=CODER,
        )

    def attributions(self, one: Status, day: dt.date | None) -> tuple[Attribution, ...]:
        """The sources of an act, the outermost first."""
        return tuple(wire.attribution(told, self.cast, self.article.text, day, one.told) for told in one.sources)

    def _quantities(self, act: Act) -> tuple[Quantity, ...]:
        """The numbers of the act's clause that belong to it."""
        tokens = clause(self.tree, act.token)
        first, stop = min(tokens), max(tokens) + 1
        return Owner(self.tree, act, self._tellings).of(quantities(self.tree, first, stop), first, stop)

    def _evidence(self, act: Act, told: tuple[Told, ...]) -> Evidence:
        tokens = self.tree.tokens
        others = (*act.match.words[1:], *act.tellings)
        staged = tuple(tokens[i].span for i in act.stage.words)
        has_modality = bool(act.folded.future or act.folded.hypothetical or act.folded.negated)
        return Evidence(
            event=tuple(dict.fromkeys(tokens[i].span for i in others)),
            mode=() if act.folded.mode is None else (tokens[act.token].span,),
            context=spans(told),
            auxiliary=tuple(dict.fromkeys((*act.judgement.cues, *staged))) if has_modality else (),
            factuality=act.judgement.cues,
            phase=staged if act.stage.phase is not None else (),
        )


def _cameo(act: Act) -> str | None:
    """The frame's own code; for an act that was folded, the code of intending what it foresees."""
    folded, frame = act.folded, act.match.frame
    if folded.event == frame.event:
        return cameo.code(folded.event, folded.mode, hint=frame.cameo)
    return cameo.code(folded.event, folded.mode, hint=INTENDED.get(folded.foreseen or ""))


def _notes(act: Act) -> tuple[str, ...]:
    """What stands in nobody's field: that all parties act on each other, or that a recipient is wanted and not told."""
    if act.roles.recipient:
        return ()
    if act.match.frame.mutual and len(act.roles.actor) > 1:
        return ("reciprocal",)
    return ("recipient_missing",) if plover.types()[act.folded.event].recipient_required else ()
