"""What is only said, or told to stand → statement records: speaker, addressee, about whom, content, polarity."""

from collections.abc import Iterable, Iterator

from dragoman.extract import denials, factuality, reasons, wire
from dragoman.extract.acts import Act
from dragoman.extract.clock import auxiliaries
from dragoman.extract.events import CODER, EventWriter
from dragoman.extract.merging import DatedAct
from dragoman.extract.typing import Match
from dragoman.model.event import StatementRecord
from dragoman.model.span import Span
from dragoman.ontology.frames import STATEMENT

SAID_BASE_CONFIDENCE = 0.7
LONGEST_CHAIN = 4


class StatementWriter:
    """Writes the statements of one article, given its events: what became an event is not a statement as well."""

    def __init__(self, writer: EventWriter, acts: Iterable[DatedAct]) -> None:
        self.writer = writer
        self.acting = writer.acting
        self.tree = writer.tree
        self.by_word = {
            token: dated.act
            for dated in acts
            for token in (dated.act.token, *dated.act.match.words, *dated.act.tellings)
        }

    def written(self) -> tuple[StatementRecord, ...]:
        """The statements, in the order of the text."""
        return tuple(self._each())

    def _each(self) -> Iterator[StatementRecord]:
        for match in self.acting.matches():
            aside = match.predication.relation in {"relcl", "acl"}
            if match.frame.event != STATEMENT or aside or self._is_cue_of_event(match):
                continue
            record = self._statement(match)
            if record is not None:
                yield record

    def _is_cue_of_event(self, match: Match) -> bool:
        """Whether the content is told by an event record already, or by a statement inside it."""
        content = match.content
        for _ in range(LONGEST_CHAIN):
            if content is None:
                return False
            if content in self.by_word:
                return self._tells(self.by_word[content], match)
            inner = self.acting.typer.match(content)
            if inner is not None and inner.frame.event == STATEMENT and inner.content is None:
                return False
            content = next(self.acting.typer.governed(content), None)
        return False

    def _tells(self, act: Act, match: Match) -> bool:
        """Whether an event keeps the word of the one who speaks: as its source, or as the word of its own doer."""
        cue = match.predication.token
        if any(cue in told.cue_tokens for told in act.told):
            return True
        cast, speakers = self.acting.cast, self.acting.casting.roles(match).actor
        return not speakers or bool(cast.sides(speakers) & cast.sides(act.roles.actor))

    def _statement(self, match: Match) -> StatementRecord | None:
        roles = self.acting.casting.roles(match)
        content = self._content(match)
        if not roles.actor or content is None:
            return None
        text, token = self.writer.article.text, match.predication.token
        span = self.tree.tokens[token].span
        judgement, stage = factuality.judge(self.tree, token), self.acting.governing.stage(token)
        ahead, doubtful = judgement.future or stage.future, judgement.hypothetical or stage.hypothetical
        dated = self.writer.clock.dated((token,), match.predication, open_to_future=ahead or doubtful)
        interval = dated.interval
        day = self.writer.article.date
        speakers = {p.mention.entity.id for p in (*roles.actor, *roles.recipient)}
        inside = [t.i for t in self.tree.tokens if content.holds(t.span)]
        about = [m for m in self.acting.cast.within(inside) if m.entity.id not in speakers]
        sentence = self.writer.sentence(token)
        identity = self.writer.identify("statement", span)
        self.writer.reasons[identity] = (
            *reasons.of_statement(match.frame.source, span, dated),
            *(p.mention.because for p in (*roles.actor, *roles.recipient)),
        )
        return StatementRecord(
            id=identity,
            article=self.writer.ref,
            kind="stands" if _stands(match) else "said",
            speaker=wire.actor_refs(roles.actor, text, day),
            addressee=wire.actor_refs(roles.recipient, text, day),
            about=tuple(wire.actor_ref(mention, text, day) for mention in about),
            position=content.of(text),
            position_span=content,
            polarity=match.frame.polarity,
            auxiliary=auxiliaries(
                historical=False, future=ahead and not doubtful, hypothetical=doubtful, negated=False
            ),
            quote=next(
                (q.span for q in self.writer.resolved.annotated.quotes if q.clause and q.span.meets(content)), None
            ),
            date=None if interval is None else interval.start,
            enddate=None if interval is None else interval.last,
            edtf=None if interval is None else interval.edtf,
            date_text=dated.text,
            date_span=dated.span,
            date_basis=dated.basis,
            readings=dated.readings,
            repeats=self.writer.clock.repeats((token,), dated),
            event_text=span.of(text),
            event_span=span,
            text=sentence.span.of(text),
            text_span=sentence.span,
            sentence=sentence.index,
            confidence=SAID_BASE_CONFIDENCE,
            coder=CODER,
        )

    def _is_clause(self, content: int | None) -> bool:
        """Whether a content is a clause that completes the verb, not one that only goes with it."""
        predication = None if content is None else self.acting.typer.by_token.get(content)
        return predication is not None and predication.relation in {"ccomp", "xcomp", "acl", "conj"}

    def _of_noun(self, match: Match) -> int | None:
        """The clause that says what a claim or an assurance is, as "that" opens it."""
        for noun in (match.predication.token, *match.predication.objects):
            for clause in self.tree.kids(noun, "acl", "ccomp"):
                if any(k.text.lower() == "that" for k in self.tree.kids(clause.i, "mark")):
                    return clause.i
        return None

    def _content(self, match: Match) -> Span | None:
        """The characters of what is said."""
        cue = match.predication.token
        pointed = denials.claim(self.tree, match, self.acting.voices.told, self.by_word)
        if pointed is not None:
            return pointed
        for told in self.acting.voices.told:
            if cue in told.cue_tokens and told.content:
                return Span(min(s.start for s in told.content), max(s.end for s in told.content))
        head = match.content if self._is_clause(match.content) else self._of_noun(match)
        if head is None and (match.frame.object is not None or _stands(match)):
            head = next(iter(match.predication.objects), match.predication.token)
        return None if head is None else self.tree.span(self.tree.subtree(head))


def _stands(match: Match) -> bool:
    """Whether a statement is one of a relation or state that stands, not of what somebody says or thinks."""
    frame = match.frame
    return not frame.say and (frame.kind == "noun" or frame.object is not None or bool(frame.prep))
