"""According to whom an act is told, and whether that is the word of the doer's own side."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from dragoman.extract import sources
from dragoman.extract.attribution import Told
from dragoman.extract.cast import Cast, Part
from dragoman.extract.chains import alleged, sources_of, with_hearers
from dragoman.extract.factuality import Judgement
from dragoman.extract.folding import PROPOSED, Folded, OwnWord
from dragoman.extract.governing import Stage
from dragoman.extract.roles import Roles
from dragoman.extract.typing import Match
from dragoman.model.event import SourceKind
from dragoman.ontology import certainty

SPOKEN = frozenset({"AGREE", "CONCEDE", "THREATEN", "REJECT", "REQUEST", "ACCUSE", "SUPPORT"})
"""Types that are done by saying."""
PRESS = "JRN"
UNCLAIMED = frozenset({"proposed", "weighed", "wished", "intended", "attempted"})
"""What a verb does to its content when it makes no claim that it is so."""


class Reading(NamedTuple):
    """How an act was read: whether it happened, what governs it, and what it is coded as."""

    judgement: Judgement
    stage: Stage
    folded: Folded


class Voices:
    """The attributions of an article, held against its acts."""

    def __init__(self, told: tuple[Told, ...], cast: Cast) -> None:
        self.told = told
        self.cast = cast

    def sources(self, match: Match, roles: Roles) -> tuple[Told, ...]:
        """Those according to whom the act is told; not the doer of a speech act himself."""
        doers = {p.mention.entity.id for p in roles.actor}
        own = set(match.words)
        found = []
        for told in self.told:
            if match.predication.token not in told.content_tokens or own & set(told.cue_tokens):
                continue
            if self._is_silent(told):
                continue
            if not (doers & self._speakers(told) and match.frame.event in SPOKEN):
                found.append(told)
        return tuple(found) or alleged(self.cast.tree, match.predication.token)

    def of_word(self, token: int, stage: Stage, judgement: Judgement) -> tuple[Told, ...]:
        """Those according to whom a single word is told."""
        holding = (t for t in self.told if token in t.content_tokens and token not in t.cue_tokens)
        claiming = (t for t in holding if not self._is_silent(t) and not self._is_proposal(t, stage, judgement))
        found = self._chained(told for told in claiming if not self._is_expectation(told))
        return found or alleged(self.cast.tree, token)

    def authorities(self, told: tuple[Told, ...], roles: Roles, read: Reading) -> tuple[Told, ...]:
        """Those of the sources on whose authority the coded act rests.

        Not the doer of a speech act himself, nor whoever only proposes or promises what is coded.
        """
        doers = {p.mention.entity.id for p in roles.actor}
        kept = (t for t in told if not (read.folded.event in SPOKEN and doers & self._speakers(t)))
        kept = (t for t in kept if not self._is_proposal(t, read.stage, read.judgement))
        return self._chained(t for t in kept if not self._is_expectation(t))

    def _chained(self, told: Iterable[Told]) -> tuple[Told, ...]:
        """Claims within claims as chains; a pronoun for nobody known has no name."""
        found = (with_hearers(self.cast.tree, one) for one in sources_of(told))
        return tuple(msgspec.structs.replace(one, kind=self._kind(one)) for one in found)

    def _kind(self, told: Told) -> SourceKind:
        """The kind of a source; a pronoun for no known actor is of the kind of the subject of the sentence before."""
        tree, head = self.cast.tree, told.source_head
        if head is None or tree.tokens[head].pos != "PRON":
            return told.kind
        if any(part.mention.entity.kind != "generic" for part in self.cast.at(head)):
            return told.kind
        before = tree.tokens[head].sentence - 1
        subjects = (t.i for t in tree.tokens[:head] if t.sentence == before and t.dep == "nsubj")
        last = next(subjects, None)
        return told.kind if last is None else sources.kind(tree, last)

    def _is_proposal(self, told: Told, stage: Stage, judgement: Judgement) -> bool:
        """Whether the words that say so only propose, weigh or promise the act."""
        cue = self.cast.tree.tokens[told.cue_tokens[0]]
        effect = certainty.words().verbs.get(cue.lemma.lower())
        is_claim = effect == PROPOSED and judgement.phase != PROPOSED  # "suggested that it may"
        return cue.i in stage.words and effect in UNCLAIMED and not is_claim

    def _is_silent(self, told: Told) -> bool:
        """Whether somebody is told not to say something ("would not comment")."""
        return bool(self.cast.tree.kids(told.cue_tokens[0], "neg"))

    def _is_expectation(self, told: Told) -> bool:
        """Whether nobody in particular expects something ("is expected to"): a doubt of the article's own."""
        cue = self.cast.tree.tokens[told.cue_tokens[0]]
        return told.source_head is None and certainty.words().verbs.get(cue.lemma.lower()) == "expected"

    def _speakers(self, told: Told) -> set[str]:
        return set() if told.source_head is None else {p.mention.entity.id for p in self.cast.at(told.source_head)}

    def own_word(self, roles: Roles, told: tuple[Told, ...]) -> OwnWord:
        """Whether those who tell it are parties to it; the press and the unnamed are of no side."""
        speakers = [p for t in told if t.source_head is not None for p in self.cast.at(t.source_head)]
        named = {p.mention.entity.id for p in (*roles.actor, *roles.recipient)}
        partial = [p for p in speakers if p.mention.entity.id in named or _has_side(p)]
        partial = [p for p in partial if PRESS not in self.cast.sectors(p.mention.entity)]
        parties = self.cast.sides((*roles.actor, *roles.recipient))
        said = bool(parties & self.cast.sides(partial))
        return OwnWord(possible=said or not partial, said=said)


def _has_side(part: Part) -> bool:
    """Whether somebody speaks for a known side: a person, or an actor with a code."""
    return bool(part.mention.entity.code) or part.mention.entity.kind == "person"
