"""A match → who is actor and who is recipient: the slots of its frame, filled from the cast."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from dragoman.extract import absorbed, partners, slots
from dragoman.extract.arguments import antecedent, is_visiting
from dragoman.extract.cast import Cast, Part, together, without
from dragoman.extract.clock import WHILE
from dragoman.extract.hosts import is_at_host
from dragoman.extract.typing import Match, Typer
from dragoman.model.ids import EntityId
from dragoman.model.predication import Predication
from dragoman.model.resolved import ActorMention
from dragoman.ontology import plover

OFFICIAL = frozenset({"GOV", "MIL", "LEG", "SPY"})
"""Sectors whose members act for their state."""
VISITED = frozenset({"to", "in", "at", "for", "into"})
AIMED = frozenset({"on", "against", "toward", "towards"})
"""Prepositions by which the object of an act points at somebody."""
CONFLICT = frozenset({3, 4})
"""Quad codes of conflict."""
REACTIONS = frozenset({"ACCUSE", "SUPPORT", "PROTEST", "REJECT"})
"""Types by which somebody answers a deed: he who suffers the deed is not at their receiving end."""
KINDNESSES = frozenset({"AID", "CONCEDE", "RETREAT"})
"""Types of deeds for which their doer is praised, not he who gains by them."""
TOLD = {"teller": slots.teller, "listener": slots.listener}
"""Slots of the clause that tells of the act."""
NEAR_SLOTS = frozenset(
    {"subject", "object", "dative", "possessor", "modifier", "complement", "to", "of", "in", "with", "by"}
)
"""Slots that are too common to be looked for far from the act."""


class Roles(NamedTuple):
    """The actors of an act."""

    actor: tuple[Part, ...]
    recipient: tuple[Part, ...]


class Casting:
    """Fills the slots of frames with actors."""

    def __init__(self, typer: Typer, cast: Cast, hosts: Mapping[int, ActorMention]) -> None:
        self.typer = typer
        self.hosts = hosts
        self.cast = cast
        self.tree = typer.tree

    def roles(self, match: Match) -> Roles:
        """Actors and recipients of a matched act."""
        frame, predication = match.frame, match.predication
        if frame.event == "CONSULT" and is_visiting(self.tree, predication.token):
            return self._of_visit(match)
        if frame.mutual:
            slotted = (self.slot(match, slot) for slot in dict.fromkeys((*frame.actor, *frame.recipient)))
            parties = together((self.cast.of(partners.owners(match, self.tree)), *slotted))
            return Roles(self._with_bearer(match, parties), ())
        actor = self._doers(match)
        taken = {p.mention.entity.id for p in actor}
        recipient = self._first(match, frame.recipient, taken) or self._anywhere(match, frame.recipient, taken)
        if not recipient and predication.kind == "verb" and frame.is_event:
            recipient = self._by_object(match, actor)
        recipient = recipient or self._at_the_end(match, taken)
        if not recipient and (is_at_host(match) or self._is_attack_abroad(match, actor)):
            recipient = self._host(match, actor)
        if not actor and predication.kind == "noun":
            actor = self._bearers(match, {p.mention.entity.id for p in recipient}) or self._owner(match, recipient)
            if not actor and frame.say:
                actor = self.slot(match, "from")
        return Roles(actor, recipient)

    def _at_the_end(self, match: Match, taken: AbstractSet[EntityId]) -> tuple[Part, ...]:
        """Whom force meets that is used for something ("fired tear gas to drive back the strikers")."""
        ends = (self._first(end, end.frame.recipient, taken) for end in absorbed.ends(match, self.typer))
        return next((found for found in ends if found), ())

    def _with_bearer(self, match: Match, parties: tuple[Part, ...]) -> tuple[Part, ...]:
        """The parties of a mutual act; where its noun names one, he who did something amid it is another; else both."""
        if len(parties) > 1 or match.predication.kind != "noun":
            return parties
        if not parties:
            return self._both(match)
        if match.frame.event != "CONSULT" and not self._is_beside(match.predication):
            return parties
        own = self.cast.sides(parties)
        found = self.cast.of(partners.doers(match, self.typer))
        return together((tuple(p for p in found if self.cast.side(p.mention.entity) not in own), parties))

    def _both(self, match: Match) -> tuple[Part, ...]:
        """Those of two sides who did something in what its noun tells ("searched a house in a joint raid")."""
        both = self.cast.of(partners.doers(match, self.typer)) if match.frame.event in partners.SHARED else ()
        return both if len(self.cast.sides(both)) > 1 else ()

    def _of_visit(self, match: Match) -> Roles:
        """The visitor, who is the subject, and the host, who is the other party."""
        visitor = self.cast.of(match.predication.subjects)
        taken = {p.mention.entity.id for p in visitor}
        return Roles(visitor, self._first(match, ("object", "with"), taken))

    def _doers(self, match: Match) -> tuple[Part, ...]:
        for slot in match.frame.actor:
            found = self.slot(match, slot)
            if found:
                return found
        return self._of_passive(match)

    def _of_passive(self, match: Match) -> tuple[Part, ...]:
        """The doer of a passive whose "by" hangs elsewhere, else whose word was given ("Peru's offer was renewed")."""
        frame, predication = match.frame, match.predication
        if not (predication.kind == "verb" and predication.passive and frame.is_event):
            return ()
        owns = frame.say and frame.object is not None and "object.possessor" not in frame.recipient
        found = self._behind(predication.token, {"by"}, set())
        found = found or (self.slot(match, "object.possessor") if owns else ())
        return found or self.cast.of(slots.foreteller(self.typer, match))

    def _bearers(self, match: Match, taken: AbstractSet[EntityId]) -> tuple[Part, ...]:
        """The doer of an event noun that names none: the doer of the verb that only says how far it has come."""
        predication, governor = match.predication, match.predication.governor
        if governor is None:
            return ()
        if predication.token in set(self.typer.governed(governor)):
            return without(self.cast.of(predication.subjects), taken)
        if match.frame.mode == "visit" and self._is_beside(predication):
            return without(self.cast.of(self.typer.by_token[governor].subjects), taken)
        return ()

    def _owner(self, match: Match, recipient: tuple[Part, ...]) -> tuple[Part, ...]:
        """The possessor of a noun whose possessor would suffer it, where another is told to ("X's arrest of Y")."""
        if "possessor" not in match.frame.recipient or not recipient:
            return ()
        return without(self.slot(match, "possessor"), {p.mention.entity.id for p in recipient})

    def _is_beside(self, predication: Predication) -> bool:
        """Whether a noun tells during what the verb above it was done ("said during a visit to Oslo")."""
        above = self.typer.by_token.get(predication.governor) if predication.governor is not None else None
        if predication.relation != "pobj" or above is None or above.kind != "verb":
            return False
        return self.tree.tokens[self.tree.tokens[predication.token].head].text.lower() in WHILE

    def _first(self, match: Match, slots: Iterable[str], taken: AbstractSet[EntityId]) -> tuple[Part, ...]:
        for slot in self._asked_first(match, slots):
            found = without(self._unharmed(match, slot, self.slot(match, slot)), taken)
            inner = "." in slot or slot == "complement"
            if inner or any(part.loose for part in found):
                own = self.cast.sides(filter(self._may_act_for_state, self._doers(match)))
                found = tuple(p for p in found if not ((inner or p.loose) and self._is_own_office(p, own)))
            if found:
                return found
        return ()

    def _asked_first(self, match: Match, slots: Iterable[str]) -> Iterable[str]:
        """The slots of who is asked: of a finite clause its subject ("told the council that Peru must pay")."""
        finite = match.frame.event == "REQUEST" and match.content is not None and match.predication.kind == "verb"
        if finite and match.content is not None and self.tree.kids(match.content, "nsubj"):
            return ("complement.subject", *slots)
        return slots

    def _unharmed(self, match: Match, slot: str, found: tuple[Part, ...]) -> tuple[Part, ...]:
        """Whom a reaction meets: who did the deed ("condemned the killing of X by Y"), not who suffers it."""
        if match.frame.event not in REACTIONS or not found:
            return found
        for head in self._heads(match.predication, slot.partition(".")[0]):
            deed = self.typer.match(head)
            if deed is None or not (self.tells_harm(head) or _is_praised(match, deed)):
                continue
            roles = self.roles(deed)
            if roles.actor:
                return roles.actor
            found = without(found, {p.mention.entity.id for p in roles.recipient})
        return found

    def tells_harm(self, token: int) -> bool:
        """Whether a noun tells a hostile act of one upon another."""
        match = self.typer.match(token)
        if match is None or match.predication.kind != "noun" or not match.frame.is_event:
            return False
        return not match.frame.mutual and plover.quad(match.frame.event) in CONFLICT

    def _host(self, match: Match, visitor: tuple[Part, ...]) -> tuple[Part, ...]:
        """The state of the city that is visited, unless it is the visitor's own."""
        own = self.cast.sides(visitor)
        heads = (*match.predication.objects, *(o.head for o in match.predication.obliques if o.preposition in VISITED))
        found = (self.hosts[head] for head in heads if head in self.hosts)
        return tuple(Part(m, loose=True) for m in found if self.cast.side(m.entity) not in own)[:1]

    def _is_attack_abroad(self, match: Match, actor: tuple[Part, ...]) -> bool:
        """Whether somebody of a known side attacks: a town of another state then stands for that state."""
        known = any(self.cast.side(p.mention.entity) != p.mention.entity.id for p in actor)
        return known and match.frame.event == "ASSAULT" and match.predication.kind == "verb"

    def _by_object(self, match: Match, actor: tuple[Part, ...]) -> tuple[Part, ...]:
        """Whom an act meets through its object: what is theirs, if it is hostile, or is aimed at them."""
        own = self.cast.sides(actor)
        aimed = (o.head for o in match.predication.obliques if not o.near and o.preposition in AIMED)
        hostile = plover.quad(match.frame.event) in CONFLICT and match.frame.event != "MOBILIZE"
        met = self._unharmed(match, "object", self.cast.of(match.predication.objects)) if hostile else ()
        answered = match.frame.event in REACTIONS and any(map(self.tells_harm, match.predication.objects))
        found = met if answered else met or self.cast.of(aimed)
        return tuple(p for p in found if self.cast.side(p.mention.entity) not in own)

    def _may_act_for_state(self, part: Part) -> bool:
        """Whether somebody may act for a state: no rebel or striker does."""
        sectors = set(self.cast.sectors(part.mention.entity))
        return not sectors or bool(OFFICIAL & sectors)

    def _is_own_office(self, part: Part, own: frozenset[str]) -> bool:
        """Whether somebody acts for the doer's own state: "Tehran proposed that its president travel"."""
        entity = part.mention.entity
        if entity.kind not in {"person", "state"} or self.cast.side(entity) not in own:
            return False
        return bool(OFFICIAL & set(self.cast.sectors(entity)))

    def _anywhere(self, match: Match, slots: Iterable[str], taken: AbstractSet[EntityId]) -> tuple[Part, ...]:
        """Who stands behind one of the frame's prepositions anywhere right of the act in its clause."""
        names = {slot for slot in slots if slot not in NEAR_SLOTS}
        return self._behind(match.predication.token, names, taken) if match.predication.kind == "verb" else ()

    def _behind(self, token: int, names: AbstractSet[str], taken: AbstractSet[EntityId]) -> tuple[Part, ...]:
        for preposition in slots.right_of(self.tree, token):
            if preposition.text.lower() in names:
                heads = (k.i for k in self.tree.kids(preposition.i, "pobj"))
                found = without(self.cast.of(heads), taken)
                if found:
                    return found
        return ()

    def slot(self, match: Match, slot: str) -> tuple[Part, ...]:
        """Who stands in a slot; `object.possessor` looks inside the object's phrase."""
        outer, _, inner = slot.partition(".")
        if outer == "complement":
            return self._of_complement(match, inner)
        heads = self._heads(match.predication, outer)
        for step in inner.split(".") if inner else ():
            heads = tuple(h for i in heads for one in (i, *self.typer.whole(i)) for h in self._inside(one, step))
        if not heads and not inner and match.predication.kind == "verb":
            heads = slots.behind_words(self.tree, match.words[1:], outer)
        if not heads and match.frame.mutual and match.frame.is_event:
            heads = partners.behind_verb(match, self.typer, slot)
        return self.cast.of(heads)

    def _of_complement(self, match: Match, inner: str) -> tuple[Part, ...]:
        """Who stands in a slot of the clause that completes the act."""
        found: tuple[Part, ...] = ()
        if match.content is not None and match.content in self.typer.by_token:
            clause = self.typer.by_token[match.content]
            found = self.cast.of(self._heads(clause, inner or "subject"))
        if not found and match.complement is not None:
            found = self._of_inner(match.complement, is_doer=inner in {"", "subject"})
        return found

    def _of_inner(self, match: Match, *, is_doer: bool) -> tuple[Part, ...]:
        """Who does what is foreseen, or to whom; all who do it together may be either."""
        if is_doer:
            return self._doers(match)
        frame = match.frame
        if frame.mutual:
            return together(self.slot(match, slot) for slot in frame.actor)
        return self._first(match, frame.recipient, set())

    def _heads(self, predication: Predication, slot: str) -> tuple[int, ...]:
        fixed = {
            "subject": predication.subjects,
            "object": predication.objects,
            "dative": predication.datives
            + tuple(o.head for o in predication.obliques if o.preposition == "to" and o.near),
            "possessor": predication.possessors,
            "modifier": predication.modifiers,
        }
        if slot in fixed:
            return fixed[slot]
        if slot in TOLD:
            return TOLD[slot](self.typer, predication.token)
        if slot == "by" and predication.passive:
            return predication.subjects
        return tuple(o.head for o in predication.obliques if o.preposition == slot)

    def _inside(self, head: int, inner: str) -> tuple[int, ...]:
        """Words inside a phrase: its possessor, its modifiers, or those behind one of its prepositions."""
        if inner == "possessor":
            return tuple(antecedent(self.tree, k) for k in self.tree.kids(head, "poss"))
        if inner == "modifier":
            return tuple(k.i for k in self.tree.kids(head, "amod", "compound", "nmod"))
        prepositions = (k for k in self.tree.kids(head, "prep", "agent") if k.text.lower() == inner)
        found = tuple(c for p in prepositions for k in self.tree.kids(p.i, "pobj") for c in self.tree.conjuncts(k.i))
        return found or partners.behind_participle(self.tree, head, inner)


def _is_praised(match: Match, deed: Match) -> bool:
    """Whether somebody is praised for what he does for another ("hailed the release of the crew by Peru")."""
    return match.frame.event == "SUPPORT" and deed.predication.kind == "noun" and deed.frame.event in KINDNESSES
