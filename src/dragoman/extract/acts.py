"""Matches → acts: who did what to whom, whether it happened, folded as PLOVER's reading rules ask."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from dragoman.extract import absorbed, factuality
from dragoman.extract.arguments import is_infinitive, is_visiting
from dragoman.extract.attribution import Told
from dragoman.extract.cast import Cast
from dragoman.extract.clock import WHILE
from dragoman.extract.echoes import Before, Echoes
from dragoman.extract.factuality import Judgement
from dragoman.extract.folding import Folded, fold
from dragoman.extract.governing import Governing, Stage, announced
from dragoman.extract.learned.typer import Vote
from dragoman.extract.opinions import LEARNED, Opinions, decided, open_frame, with_event
from dragoman.extract.roles import Casting, Roles
from dragoman.extract.slots import is_ranked
from dragoman.extract.telling import is_told_of_somebody
from dragoman.extract.typing import Match, Typer
from dragoman.extract.voices import SPOKEN, Reading, Voices
from dragoman.model.because import Because
from dragoman.model.resolved import ActorMention
from dragoman.model.span import Span
from dragoman.model.syntax import Tree
from dragoman.ontology import lexicon
from dragoman.ontology.frames import NOTHING, STATEMENT


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One act as one clause tells it.

    Attributes:
        match: The predicate and its frame.
        folded: Type, mode and auxiliary after PLOVER's reading rules.
        roles: Actors and recipients.
        judgement: Whether it happened, by the words around it.
        stage: What governing words add.
        told: According to whom, outermost first.
        tellings: Trigger tokens of the same act elsewhere in the article.
        reasons: Why.
        backing: How probable the learned typer holds the type to be; None where it was not asked.
    """

    match: Match
    folded: Folded
    roles: Roles
    judgement: Judgement
    stage: Stage
    told: tuple[Told, ...]
    tellings: tuple[int, ...] = ()
    reasons: tuple[Because, ...] = ()
    backing: float | None = None

    @property
    def token(self) -> int:
        """The word that tells the act."""
        return self.match.predication.token


class Acting:
    """Reads the acts of one article.

    Attributes:
        removed: For each act of the lexicon that the learned typer holds to be none, both votes.
    """

    def __init__(
        self,
        typer: Typer,
        cast: Cast,
        told: tuple[Told, ...],
        hosts: Mapping[int, ActorMention] | None = None,
        opinions: Opinions | None = None,
    ) -> None:
        self.typer = typer
        self.tree: Tree = typer.tree
        self.cast = cast
        self.opinions = opinions
        self.casting = Casting(typer, cast, hosts or {})
        self.governing = Governing(typer)
        self.echoes = Echoes(typer, cast)
        self.voices = Voices(told, cast)
        self.consumed = frozenset(self._consumed())
        self.removed: list[Because] = []

    def _consumed(self) -> Iterator[int]:
        """Tokens that are a part of another act: its content, its particles, its light-verb noun."""
        for token in self.typer.by_token:
            match = self.typer.match(token)
            if match is None:
                continue
            yield from (*match.words[1:], *absorbed.words(match, self.typer))
            content = self.typer.by_token.get(match.content) if match.content is not None else None
            if match.frame.event == STATEMENT and content is not None and content.relation == "xcomp":
                inner = self.typer.match(content.token)
                yield from () if inner is None or inner.frame.is_event else inner.words
            if match.complement is not None and absorbed.is_foreseen(match, match.complement, self.cast):
                yield from match.complement.words
                yield from self._coordinated(match)

    def _coordinated(self, match: Match) -> Iterator[int]:
        """Words of the acts coordinated with an act's content ("threatening to fine … or restrict …")."""
        for token in match.predication.complements:
            inner = self.typer.act(token) if token in self.tree.conjuncts(match.content or token) else None
            yield from () if inner is None else inner.words

    def matches(self) -> Iterator[Match]:
        """The matches that stand on their own, in the order of the text."""
        for token in self.typer.by_token:
            match = self.typer.match(token)
            if match is None or match.frame.event == NOTHING or token in self.consumed:
                continue
            if match.frame.event != STATEMENT or not self._only_governs(token):
                yield match

    def _only_governs(self, token: int) -> bool:
        """Whether a word of thought only says how far its own doer's act has come ("is considering a visit")."""
        own = set(self.typer.by_token[token].subjects)
        acts = (self.typer.act(t) for t in self.typer.governed(token))
        told = (act for act in acts if act is not None and act.frame.is_event)
        return any(not act.predication.subjects or own & set(act.predication.subjects) for act in told)

    def acts(self) -> Iterator[Act]:
        """The acts with at least one actor or recipient."""
        before: list[Before] = []
        unknown = self._unknown() if self.opinions is not None else ()
        for match in sorted((*self.matches(), *unknown), key=lambda match: match.predication.token):
            if match.frame.event == STATEMENT or self.is_mere_purpose(match):
                continue
            act = self.act(match, before)
            if act is not None:
                kinds = frozenset(e for e in (act.folded.event, act.folded.foreseen) if e is not None)
                before.append(Before(kinds, act.folded.mode, act.roles.actor, (*act.roles.actor, *act.roles.recipient)))
                yield act

    def _unknown(self) -> Iterator[Match]:
        """Verbs with a subject of their own that the lexicon does not know, for the learned typer to look at."""
        for token, predication in self.typer.by_token.items():
            is_free = token not in self.consumed and self.typer.aspect(token) is None
            has_doer = predication.kind == "verb" and bool(self.tree.kids(token, "nsubj", "nsubjpass"))
            if has_doer and is_free and self.typer.match(token) is None:
                yield Match(predication, open_frame(predication), (token,))

    def is_mere_purpose(self, match: Match) -> bool:
        """Whether an act is only what something else is for ("a deal to freeze the program")."""
        token = self.tree.tokens[match.predication.token]
        if token.dep not in {"advcl", "acl", "relcl"} or not is_infinitive(self.tree, token):
            return False
        if is_ranked(self.tree, token.head):
            return False
        return self.governing.aspect(token.head, token.i) is None and not self._is_said_on_occasion(match)

    def _is_said_on_occasion(self, match: Match) -> bool:
        """Whether somebody did something in order to speak, and so spoke ("flew to Oslo to ask for help")."""
        above = self.tree.tokens[self.tree.tokens[match.predication.token].head]
        is_done = above.tag in {"VBD", "VBN", "VBZ"} and above.lemma.lower() in lexicon.members("occasion")
        return is_done and match.frame.say

    def act(self, match: Match, before: Sequence[Before] = ()) -> Act | None:
        """One match as an act; None where nobody is told to do or to suffer it."""
        roles = self.casting.roles(match)
        stage = self.governing.stage(match.predication.token)
        is_known = match.frame.source != LEARNED
        if not is_known and not self._has_two_sides(roles):
            return None
        if not roles.recipient and not match.frame.mutual:
            roles = roles._replace(recipient=self.echoes.recipient(match, roles.actor, before))
        if is_known and not is_told_of_somebody(match, roles) and not self._is_harm(match):
            return None
        anchor = match.predication.token
        if self._asks_itself(match, roles):
            anchor, roles = self._reattached(match, roles)
            stage = self.governing.stage(anchor)
        judgement = self._judged(anchor)
        vote = self._vote(match, roles, judgement, stage)
        decision = decided(match.frame, vote, self._spans(match))
        if decision.event is None:
            self.removed += decision.reasons
            return None
        match = with_event(match, decision)
        told = self.voices.sources(match, roles)
        is_condition = self._is_condition(anchor)
        own = self.voices.own_word(roles, told)._replace(
            acts=not match.predication.passive, refuses=absorbed.is_refusal(self.tree, anchor) and not is_condition
        )
        folded = fold(match, judgement, stage, own, is_condition=is_condition)
        if folded.foreseen is not None and match.frame.recipient == ("subject",):
            roles = Roles(roles.recipient, roles.actor)  # he who will host others is the one who agrees
        stage = announced(stage, judgement) if own.said else stage
        told = self.voices.authorities(told, roles, Reading(judgement, stage, folded))
        if folded.event == "CONSULT" and folded.mode is None and is_visiting(self.tree, match.predication.token):
            folded = folded._replace(mode="visit")
        why = Because(field="event", rule=match.frame.source, detail=_words(self.tree, match), spans=self._spans(match))
        return Act(
            match=match,
            folded=folded,
            roles=roles,
            judgement=judgement,
            stage=stage,
            told=told,
            reasons=(why, *decision.reasons, *folded.reasons, *_reasons(roles)),
            backing=decision.backing,
        )

    def _has_two_sides(self, roles: Roles) -> bool:
        """Whether an act has an actor and a recipient, and both are not of one side."""
        sides = self.cast.sides(roles.actor), self.cast.sides(roles.recipient)
        return all(sides) and sides[0].isdisjoint(sides[1])

    def _vote(self, match: Match, roles: Roles, judgement: Judgement, stage: Stage) -> Vote | None:
        """The learned typer's word on an act with both parties that no reading rule turns into another type."""
        doubts = (
            judgement.negated,
            judgement.future,
            judgement.hypothetical,
            stage.negated,
            stage.future,
            stage.willing,
        )
        is_whole = bool(roles.actor) and (bool(roles.recipient) or match.frame.mutual)
        if self.opinions is None or any(doubts) or not is_whole:
            return None
        return self.opinions.vote(match.predication.token, roles, mutual=match.frame.mutual)

    def _is_condition(self, token: int) -> bool:
        """Whether an act is a condition: behind "if", or with its auxiliary first ("should ships be attacked")."""
        if any(kid.text.lower() in CONDITIONS for kid in self.tree.kids(token, "mark")):
            return True
        subjects = [kid.i for kid in self.tree.kids(token, "nsubj", "nsubjpass")]
        first = [kid for kid in self.tree.kids(token, "aux") if kid.text.lower() in INVERTED]
        return bool(subjects and first) and first[0].i < min(subjects) and self.tree.tokens[token].dep == "advcl"

    def _is_harm(self, match: Match) -> bool:
        """Whether harm is told although nobody in it is known: something was done to something, or on a day."""
        if match.frame.event not in HARM:
            return False
        predication = match.predication
        if predication.kind == "verb":
            return bool(predication.objects) and predication.relation != "amod"
        dated = any(kid.entity in {"DATE", "TIME"} for kid in self.tree.kids(predication.token))
        return match.frame.event == "ASSAULT" and (dated or bool(self.casting.roles(match).recipient))

    def _judged(self, token: int) -> Judgement:
        """Whether an act happened; a noun beside what lies ahead ("will meet … during his tour") lies ahead too."""
        own = factuality.judge(self.tree, token)
        predication = self.typer.by_token[token]
        if predication.kind != "noun" or own.future or own.hypothetical or predication.relation != "pobj":
            return own
        above = self.typer.by_token.get(predication.governor) if predication.governor is not None else None
        preposition = self.tree.tokens[self.tree.tokens[token].head].text.lower()
        if above is None or above.kind != "verb" or preposition not in WHILE:
            return own
        governing = factuality.judge(self.tree, above.token)
        return msgspec.structs.replace(own, future=governing.future, cues=governing.cues)

    def _asks_itself(self, match: Match, roles: Roles) -> bool:
        """Whether a coordinated act of speech would be directed at its own side: the parser joined it too low."""
        is_low = match.predication.relation == "conj" and match.frame.event in SPOKEN
        return is_low and bool(self.cast.sides(roles.actor) & self.cast.sides(roles.recipient))

    def _reattached(self, match: Match, roles: Roles) -> tuple[int, Roles]:
        """The verb further up that the act can be coordinated with, and the roles with that verb's subject."""
        tag = self.tree.tokens[match.predication.token].tag
        for above in self.tree.ancestors(match.predication.token):
            subjects = self.cast.of(self.typer.by_token[above.i].subjects) if above.i in self.typer.by_token else ()
            if above.tag == tag and subjects and not self.cast.sides(subjects) & self.cast.sides(roles.recipient):
                return above.i, roles._replace(actor=subjects)
        return match.predication.token, roles

    def _spans(self, match: Match) -> tuple[Span, ...]:
        return tuple(self.tree.tokens[i].span for i in match.words)


CONDITIONS = frozenset({"if", "unless"})
INVERTED = frozenset({"should", "had", "were"})
HARM = frozenset({"ASSAULT", "COERCE"})
"""Types that are kept even where nobody in them is known."""


def _reasons(roles: Roles) -> tuple[Because, ...]:
    """Why each actor and recipient is who it is."""
    whose = (*(("actor", p) for p in roles.actor), *(("recipient", p) for p in roles.recipient))
    return tuple(msgspec.structs.replace(part.mention.because, field=field) for field, part in whose)


def _words(tree: Tree, match: Match) -> str:
    return " … ".join(tree.tokens[i].text for i in match.words)
