"""Acts told twice in one article → one act with its other tellings."""

from collections.abc import Iterable

import msgspec

from dragoman.extract.acts import Act
from dragoman.extract.cast import Cast, Part
from dragoman.extract.clock import Dated
from dragoman.extract.roles import OFFICIAL
from dragoman.model.interval import Interval


class DatedAct(msgspec.Struct, frozen=True, kw_only=True):
    """An act with its date, and whether it stands in the headline."""

    act: Act
    dated: Dated
    headline: bool = False


def merged(acts: Iterable[DatedAct], cast: Cast) -> tuple[DatedAct, ...]:
    """Acts with repeats joined, in the order of their first telling in the body (else of the headline)."""
    kept: list[DatedAct] = []
    for act in acts:
        for n, other in enumerate(kept):
            if same(other, act, cast):
                kept[n] = joined(other, act)
                break
        else:
            kept.append(act)
    return tuple(sorted(kept, key=lambda a: a.act.token))


def same(a: DatedAct, b: DatedAct, cast: Cast) -> bool:
    """Whether two tellings can be of one act: same type and auxiliary, agreeing parties, modes and days."""
    left, right = a.act.folded, b.act.folded
    if (left.event, left.future, left.hypothetical, left.negated) != (
        right.event,
        right.future,
        right.hypothetical,
        right.negated,
    ):
        return False
    if len({foreseen for foreseen in (_foreseen(a.act), _foreseen(b.act)) if foreseen is not None}) > 1:
        return False
    modes = {mode for mode in (left.mode, right.mode) if mode is not None}
    return len(modes) <= 1 and _parties_agree(a, b, cast) and _days_agree(a, b)


def _parties_agree(a: DatedAct, b: DatedAct, cast: Cast) -> bool:
    """Whether actors and recipients agree, taken as sides of one act; an untold recipient agrees with any."""
    one, other = a.act.roles, b.act.roles
    if not _persons_agree(a.act, b.act, cast):
        return False
    actors, recipients = (
        (cast.sides(one.actor), cast.sides(other.actor)),
        (
            cast.sides(one.recipient),
            cast.sides(other.recipient),
        ),
    )
    if a.headline or b.headline:
        return _known_agree(*actors) and _known_agree(*recipients)
    if actors[0] == actors[1]:
        return not (recipients[0] and recipients[1]) or recipients[0] == recipients[1]
    meeting = "CONSULT" in _contents(a.act) and "CONSULT" in _contents(b.act)
    return meeting and actors[0] | recipients[0] == actors[1] | recipients[1]


def _known_agree(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether the sides that a short headline and the body name agree, those without a code left aside."""
    known = [{side for side in sides if ":" not in side} for sides in (left, right)]
    return not (known[0] and known[1]) or known[0] == known[1]


def _contents(act: Act) -> set[str]:
    """The type of an act and of what it foresees."""
    inner = act.match.complement
    found = {act.folded.event, act.folded.foreseen, None if inner is None else inner.frame.event}
    return {event for event in found if event is not None}


def _foreseen(act: Act) -> str | None:
    """The type of what an act of saying foresees."""
    inner = act.match.complement
    return act.folded.foreseen or (None if inner is None else inner.frame.event)


def _persons_agree(a: Act, b: Act, cast: Cast) -> bool:
    """Whether each who is named in one telling can be somebody named in the other.

    Role by role, unless one telling names all parties of a mutual act together: then all are held against all.
    """
    if any(len(act.roles.actor) > 1 and not act.roles.recipient for act in (a, b)):
        return _may_be_same((*a.roles.actor, *a.roles.recipient), (*b.roles.actor, *b.roles.recipient), cast)
    roles = ((a.roles.actor, b.roles.actor), (a.roles.recipient, b.roles.recipient))
    return all(_may_be_same(left, right, cast) for left, right in roles)


def _may_be_same(left: tuple[Part, ...], right: tuple[Part, ...], cast: Cast) -> bool:
    """Whether everyone of the smaller group has a counterpart in the larger one; nobody agrees with anybody."""
    small, large = sorted((left, right), key=len)
    return all(any(_counterparts(one, other, cast) for other in large) for one in small)


def _counterparts(one: Part, other: Part, cast: Cast) -> bool:
    """Whether two names can mean one party: the same actor, or a state and somebody who acts for it."""
    a, b = one.mention.entity, other.mention.entity
    if a.id == b.id or _is_short_form(a.name, b.name) or _is_short_form(b.name, a.name):
        return True
    same_side = cast.side(a) == cast.side(b)
    if "state" in {a.kind, b.kind}:
        return same_side
    official = [set(cast.sectors(entity)) & OFFICIAL for entity in (a, b)]
    return same_side and bool(official[0] and official[1]) and {a.kind, b.kind} != {"person"}


def _is_short_form(short: str, full: str) -> bool:
    """Whether a name is the end of a longer one ("the council" of "Harbour Council")."""
    return full.lower().endswith(f" {short.lower()}")


def _days_agree(a: DatedAct, b: DatedAct) -> bool:
    """Whether the days told can be the same; what the report alone dates agrees with any day near it."""
    if a.dated.interval is None or b.dated.interval is None:
        return True
    return _meet(a.dated.interval, b.dated.interval)


def _meet(a: Interval, b: Interval) -> bool:
    starts_in_time = a.start is None or b.end is None or a.start < b.end
    return starts_in_time and (b.start is None or a.end is None or b.start < a.end)


def joined(first: DatedAct, second: DatedAct) -> DatedAct:
    """One act from two tellings: the body's first telling leads, each field from the telling that has it."""
    if first.headline and not second.headline:
        first, second = second, first
    one, other = first.act, second.act
    known = one.roles.recipient or (() if len(one.roles.actor) > 1 else other.roles.recipient)
    roles = one.roles._replace(actor=one.roles.actor or other.roles.actor, recipient=known)
    folded = one.folded._replace(mode=one.folded.mode or other.folded.mode)
    tellings = (*one.tellings, other.token, *other.tellings)
    dated = first.dated if _is_exact(first.dated) or not _is_exact(second.dated) else second.dated
    act = msgspec.structs.replace(one, roles=roles, folded=folded, tellings=tellings)
    return DatedAct(act=act, dated=dated, headline=first.headline)


def _is_exact(dated: Dated) -> bool:
    return dated.interval is not None and dated.basis != "article"
