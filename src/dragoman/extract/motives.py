"""Events of an article → the same with ties between them: what brought one about, what it answers, what it is for.

Only ties that the text draws in words count, and only between acts that both have a record. The reading is that of
the source under whose word the tie stands, else the article's own.
"""

from collections.abc import Iterable

import msgspec

from dragoman.extract.attribution import Told
from dragoman.extract.motive_words import Tie, ties
from dragoman.model.annotated import Token
from dragoman.model.event import EventRecord, Link
from dragoman.model.span import Span
from dragoman.model.syntax import Tree
from dragoman.ontology import cues

DEEPEST = 5
"""Steps from a word down to the act that it means."""
HIGHEST = 3
"""Steps from a word up to the act that it goes with."""
FARTHEST = 3
"""Sentences between "In response" and what it answers, a quoted opinion or two lying between."""
_OWN = (
    "xcomp",
    "dobj",
    "ccomp",
    "prep",
    "pobj",
    "pcomp",
    "conj",
    "attr",
    "nsubjpass",
    "oprd",
    "agent",
    "dative",
    "acl",
)


class Motives:
    """The acts of one article by their words."""

    def __init__(self, tree: Tree, told: tuple[Told, ...], events: Iterable[EventRecord]) -> None:
        self.tree = tree
        self.told = told
        self.events = tuple(events)
        by_span = {token.span.start: token.i for token in tree.tokens}
        self.by_token = {
            by_span[span.start]: event
            for event in reversed(self.events)
            for span in (*reversed(event.evidence.event), event.event_span)
            if span.start in by_span
        }

    def linked(self) -> tuple[EventRecord, ...]:
        """The events with their ties."""
        found: dict[str, dict[tuple[str, str], Link]] = {}
        for tie in ties(self.tree, {i: event.event[0] for i, event in self.by_token.items()}):
            effect = self._effect(tie)
            cause = None if effect is None else self._cause(tie, effect)
            if effect is not None and cause is not None and effect.id != cause.id:
                link = Link(kind=tie.kind, to=cause.id, span=self._span(tie), source=self._reader(tie))
                found.setdefault(effect.id, {}).setdefault((link.kind, link.to), link)
        return tuple(
            msgspec.structs.replace(event, links=tuple(found[event.id].values())) if event.id in found else event
            for event in self.events
        )

    def _effect(self, tie: Tie) -> EventRecord | None:
        """The act that a tie hangs on, or goes with."""
        node, beyond = self.tree.tokens[tie.effect], set(self.tree.subtree(tie.words[0])) - {tie.effect}
        for _ in range(HIGHEST):
            below = self._below(node, _OWN, beyond)
            if below is not None or node.head == node.i:
                return below
            node = self.tree.tokens[node.head]
        return None

    def _cause(self, tie: Tie, effect: EventRecord) -> EventRecord | None:
        """The act on the other side of a tie; where none is told, the nearest before it by somebody else."""
        if tie.cause is not None:
            return self._below(self.tree.tokens[tie.cause], None, self._averted(tie))
        own, here = {actor.entity_id for actor in effect.actor}, self.tree.tokens[tie.effect].sentence
        for before in range(here - 1, here - 1 - FARTHEST, -1):
            for i in sorted(i for i in self.by_token if self.tree.tokens[i].sentence == before):
                if not own & {actor.entity_id for actor in self.by_token[i].actor}:
                    return self.by_token[i]
        return None

    def _averted(self, tie: Tie) -> set[int]:
        """What is to be prevented or ended is not what an act is for."""
        if tie.kind != "purpose" or tie.cause is None:
            return set()
        subtree = self.tree.subtree(tie.cause)
        ending = [i for i in subtree if self.tree.tokens[i].lemma in cues.motives().against]
        return {j for i in ending for j in self.tree.subtree(i)}

    def _below(self, top: Token, relations: tuple[str, ...] | None, beyond: set[int]) -> EventRecord | None:
        """The act told by a word or by the nearest one below it, not by those beyond."""
        level = [top]
        for _ in range(DEEPEST):
            found = [self.by_token[t.i] for t in level if t.i in self.by_token]
            if found:
                return found[0]
            kids = [k for t in level for k in self.tree.kids(t.i) if relations is None or k.dep in relations]
            level = [k for k in kids if k.i not in beyond]
        return None

    def _span(self, tie: Tie) -> Span:
        return self.tree.span(list(tie.words))

    def _reader(self, tie: Tie) -> str | None:
        """The words of the source under whose word a tie stands."""
        word, above = tie.words[0], self.tree.tokens[tie.words[0]].head
        for told in self.told:
            beside = above in told.cue_tokens and above not in self.by_token
            if (word in told.content_tokens or beside) and told.source_head is not None:
                return " ".join(self._text(span) for span in told.source)
        return None

    def _text(self, span: Span) -> str:
        tokens = [t for t in self.tree.tokens if span.holds(t.span)]
        return "".join(
            t.text + " " * (tokens[n + 1].span.start - t.span.end if n + 1 < len(tokens) else 0)
            for n, t in enumerate(tokens)
        )


def linked(tree: Tree, told: tuple[Told, ...], events: tuple[EventRecord, ...]) -> tuple[EventRecord, ...]:
    """The events of an article with the ties that its words draw between them."""
    return Motives(tree, told, events).linked() if len(events) > 1 else events
