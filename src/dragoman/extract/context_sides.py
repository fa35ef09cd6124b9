"""An act's actors and recipients → what their sectors tell of its contexts, and which contexts they rule out."""

from collections.abc import Iterable, Iterator

from dragoman.extract.acts import Act
from dragoman.extract.cast import Cast, Part
from dragoman.model.resolved import ActorMention
from dragoman.ontology import contexts

STATE = frozenset({"GOV", "LEG", "MIL", "SPY"})
BODIES = frozenset({"IGO", "UNO", "EUR"})
"""Codes of bodies of states."""
FORCES = frozenset({"MIL", "REB", "PRM"})
ORGANS = frozenset({"GOV", "COP", "MIL", "SPY", "JUD", "PRM"})
"""Sectors that use a state's force."""
OUTLAWS = frozenset({"REB", "UAF", "PRM", "CRM", "MIL"})
"""Those whose arrests are no matter of law."""
CIVIL = frozenset({"COP", "CVL", "CRM", "UAF", "UNK"})
"""Those whose violence is no war."""
HOSTILE = frozenset({"COERCE", "ASSAULT", "THREATEN", "SANCTION"})
Telling = tuple[str, tuple[ActorMention, ...], str]
"""A context, whose sector tells it, and what is told in words."""


class Sides:
    """What the actors of one article's acts tell."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.repressed = contexts.load().repressed

    def are_states(self, act: Act) -> bool:
        """Whether states or bodies of states stand on two sides."""
        parties = (*act.roles.actor, *act.roles.recipient)
        return len({self.cast.side(p.mention.entity) for p in parties if self._is_state(p)}) > 1

    def are_forces(self, act: Act) -> bool:
        """Whether an armed force has part in it, or both sides are states."""
        parties = (*act.roles.actor, *act.roles.recipient)
        return any(self._sectors(p) & FORCES for p in parties) or self.are_states(act)

    def forbid(self, context: str, act: Act) -> bool:
        """Whether the doers rule a context out that the word alone would bring."""
        doers = [self._sectors(part) for part in act.roles.actor]
        event, mode = act.folded.event, act.folded.mode
        if context == "legal":
            return event == "COERCE" and any(sectors & OUTLAWS for sectors in doers)
        if context == "terrorism":
            return event == "ASSAULT" and any(sectors & {"MIL", "GOV"} for sectors in doers)
        if context == "military" and event in {"ASSAULT", "RETREAT"} and mode not in {"drone", "heavy-weapons"}:
            return bool(doers) and all(sectors <= CIVIL for sectors in doers)
        return False

    def tell(self, act: Act) -> Iterator[Telling]:
        """The contexts that sectors tell."""
        actor, recipient = act.roles.actor, act.roles.recipient
        courts = self._with(actor, "JUD")
        if courts:
            yield "legal", courts, "a court does it"
        houses = tuple(m for m in self._with(actor, "LEG") if m.entity.kind != "person")
        if houses:
            yield "legislative", houses, "a parliament does it"
        services = self._with((*actor, *recipient), "SPY")
        if services:
            yield "intelligence", services, "an intelligence service has part in it"
        reporters = self._with(recipient, "JRN") if act.folded.event in HOSTILE else ()
        if reporters:
            yield "rights_freedoms", reporters, "done to journalists"
        yield from self._of_war(actor, recipient)
        yield from self._of_repression(act)

    def _of_war(self, actor: tuple[Part, ...], recipient: tuple[Part, ...]) -> Iterator[Telling]:
        """Armed forces on both sides."""
        sides = (actor, recipient) if recipient else (actor[:1], actor[1:])
        armed = [[p.mention for p in side if self._sectors(p) & FORCES] for side in sides]
        if all(armed):
            yield "military", (*armed[0], *armed[1]), "armed forces on both sides"

    def _of_repression(self, act: Act) -> Iterator[Telling]:
        """Arrest or force by a state against its opponents and those who protest."""
        if act.folded.event not in {"COERCE", "ASSAULT"}:
            return
        doers = act.roles.actor
        if not doers or not all(self._sectors(p) & ORGANS for p in doers):
            return
        own = self.cast.sides(doers)
        found = tuple(p.mention for p in act.roles.recipient if self._is_opponent(p) and self._is_of(p, own))
        if found:
            yield "repression", found, "done by a state to its opponents"

    def _is_opponent(self, part: Part) -> bool:
        head = self.cast.tree.tokens[part.mention.head]
        return "OPP" in self._sectors(part) or head.lemma.lower() in self.repressed

    def _is_of(self, part: Part, sides: frozenset[str]) -> bool:
        """Whether somebody is of one of the sides, as far as it is known."""
        side = self.cast.side(part.mention.entity)
        return side in sides or side == part.mention.entity.id

    def _is_state(self, part: Part) -> bool:
        return bool(self._sectors(part) & STATE) or self.cast.side(part.mention.entity) in BODIES

    def _sectors(self, part: Part) -> frozenset[str]:
        return frozenset(self.cast.sectors(part.mention.entity))

    def _with(self, parts: Iterable[Part], sector: str) -> tuple[ActorMention, ...]:
        return tuple(p.mention for p in parts if sector in self._sectors(p))
