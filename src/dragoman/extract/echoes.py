"""Participants that a clause leaves out because the article tells them elsewhere ("welcomed the visit")."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dragoman.extract.cast import Cast, Part
from dragoman.extract.typing import Match, Typer
from dragoman.model.resolved import ActorMention
from dragoman.ontology import lexicon

POINTING = frozenset({"the", "this", "that", "these", "those"})
CONTENT_EVENTS = frozenset({"AGREE", "CONCEDE", "THREATEN"})
REACTIONS = frozenset({"SUPPORT", "ACCUSE", "REJECT"})
"""Types by which somebody answers what another has done."""
DEEDS = frozenset({"RETREAT", "CONCEDE", "AID", "SANCTION", "COERCE", "ASSAULT"})
"""Types of acts of one upon another to which others react ("hailed the release")."""
RECENT = 3
"""So many acts back "the decision" may point."""
CLIMB = 4
"""Words between a sanction and the verb that says who suffers it."""


class Before(NamedTuple):
    """An act told before: its types, mode and everyone in it."""

    events: frozenset[str]
    mode: str | None
    actor: tuple[Part, ...]
    parties: tuple[Part, ...]


class Echoes:
    """Finds left-out recipients."""

    def __init__(self, typer: Typer, cast: Cast) -> None:
        self.typer = typer
        self.cast = cast
        self.tree = typer.tree

    def recipient(self, match: Match, actor: tuple[Part, ...], before: Sequence[Before]) -> tuple[Part, ...]:
        """The recipient of an act whose own words name none; empty where nothing tells it."""
        sides = self.cast.sides(actor)
        ways = (
            self._pointed_at(match, before),
            self._sufferer(match),
            self._in_content(match),
            self._behind_deed(match, before[-RECENT:]),
        )
        for found in ways:
            others = tuple(p for p in found if self.cast.side(p.mention.entity) not in sides)
            if others:
                return tuple(Part(p.mention, loose=True) for p in others)
        return ()

    def _pointed_at(self, match: Match, before: Sequence[Before]) -> Iterable[Part]:
        """Everyone in the act that "the visit" as an object points back to."""
        for head in match.predication.objects:
            pointed = self.typer.match(head)
            determiners = {kid.text.lower() for kid in self.tree.kids(head, "det")}
            if pointed is None or not pointed.frame.is_event or not determiners & POINTING:
                continue
            for act in reversed(before):
                if pointed.frame.event in act.events and pointed.frame.mode in {act.mode, None}:
                    return act.parties
        return ()

    def _sufferer(self, match: Match) -> Iterable[Part]:
        """Who is told to be under, to face or to evade what the noun names."""
        if match.predication.kind != "noun":
            return ()
        undergo = lexicon.load().members("undergo")
        token, under = self.tree.tokens[match.predication.token], False
        for _ in range(CLIMB):
            token = self.tree.tokens[token.head]
            under = under or token.text.lower() == "under"
            predication = self.typer.by_token.get(token.i)
            if predication is not None and (token.lemma.lower() in undergo or (under and token.lemma == "be")):
                return self.cast.of(predication.subjects)
        return ()

    def _behind_deed(self, match: Match, before: Sequence[Before]) -> Iterable[Part]:
        """Who took "the step" to which somebody reacts: the doer of the last act that is no reaction itself."""
        if match.frame.event not in REACTIONS or match.predication.kind != "verb":
            return ()
        deeds = lexicon.load().members("deed")
        for head in match.predication.objects:
            determiners = {kid.text.lower() for kid in self.tree.kids(head, "det")}
            if not determiners & POINTING:
                continue
            lemma = self.tree.tokens[head].lemma.lower()
            kinds = {frame.event for frame in lexicon.load().frames_for(lemma, "noun")} & DEEDS
            told = [act.actor for act in before[-1:] if act.events & kinds and act.actor]
            if told:
                return told[-1]
            if lemma in deeds:
                doers = [act.actor for act in before if not act.events & REACTIONS and act.actor]
                return doers[-1] if doers else ()
        return ()

    def _in_content(self, match: Match) -> Iterable[Part]:
        """Who is named in what an act of saying promises or threatens."""
        if match.frame.event not in CONTENT_EVENTS or match.content is None:
            return ()
        inside = self.cast.within(self.tree.subtree(match.content))
        return tuple(Part(mention, loose=True) for mention in _nearest(inside))


def _nearest(mentions: Sequence[ActorMention]) -> Sequence[ActorMention]:
    return sorted(mentions, key=lambda m: m.span)[:1]
