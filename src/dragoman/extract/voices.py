"""According to whom an act is told, and whether that is the word of the doer's own side."""

from dragoman.extract.attribution import Told
from dragoman.extract.cast import Cast, Part
from dragoman.extract.folding import OwnWord
from dragoman.extract.roles import Roles
from dragoman.extract.typing import Match

SPOKEN = frozenset({"AGREE", "CONCEDE", "THREATEN", "REJECT", "REQUEST", "ACCUSE", "SUPPORT"})
"""Types that are done by saying."""
PRESS = "JRN"


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
            speakers = {} if told.source_head is None else {p.mention.entity.id for p in self.cast.at(told.source_head)}
            if not (doers & set(speakers) and match.frame.event in SPOKEN):
                found.append(told)
        return tuple(found)

    def of_word(self, token: int) -> tuple[Told, ...]:
        """Those according to whom a single word is told."""
        return tuple(t for t in self.told if token in t.content_tokens and token not in t.cue_tokens)

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
