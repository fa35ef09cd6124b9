"""Acts told twice in one article → one act with its other tellings."""

from collections.abc import Iterable

import msgspec

from dragoman.extract.acts import Act
from dragoman.extract.cast import Cast, Part
from dragoman.extract.clock import Dated
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
    modes = {mode for mode in (left.mode, right.mode) if mode is not None}
    return len(modes) <= 1 and _parties_agree(a.act, b.act, cast) and _days_agree(a, b)


def _parties_agree(a: Act, b: Act, cast: Cast) -> bool:
    """Whether actors and recipients agree, taken as sides of one act; an untold recipient agrees with any."""
    if cast.sides(a.roles.actor) == cast.sides(b.roles.actor):
        recipients = (cast.sides(a.roles.recipient), cast.sides(b.roles.recipient))
        told = [r for r in recipients if r]
        return _persons_agree(a, b) and (len(told) <= 1 or recipients[0] == recipients[1])
    everyone = (cast.sides(a.roles.actor + a.roles.recipient), cast.sides(b.roles.actor + b.roles.recipient))
    meeting = "CONSULT" in {a.folded.event, a.folded.foreseen} and "CONSULT" in {b.folded.event, b.folded.foreseen}
    return meeting and everyone[0] == everyone[1] and _persons_agree(a, b)


def _persons_agree(a: Act, b: Act) -> bool:
    """Whether no role is filled by two different persons."""
    return all(
        _may_be_same(left, right)
        for left, right in ((a.roles.actor, b.roles.actor), (a.roles.recipient, b.roles.recipient))
    ) or _may_be_same((*a.roles.actor, *a.roles.recipient), (*b.roles.actor, *b.roles.recipient), at_least=2)


def _may_be_same(left: tuple[Part, ...], right: tuple[Part, ...], at_least: int = 1) -> bool:
    """Whether two groups share a person, or one of them names none."""
    persons = [{p.mention.entity.id for p in side if p.mention.entity.kind == "person"} for side in (left, right)]
    if at_least == 1 and not (persons[0] and persons[1]):
        return True
    return len(persons[0] & persons[1]) >= at_least


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
    roles = one.roles._replace(
        actor=one.roles.actor or other.roles.actor, recipient=one.roles.recipient or other.roles.recipient
    )
    folded = one.folded._replace(mode=one.folded.mode or other.folded.mode)
    tellings = (*one.tellings, other.token, *other.tellings)
    dated = first.dated if _is_exact(first.dated) or not _is_exact(second.dated) else second.dated
    act = msgspec.structs.replace(one, roles=roles, folded=folded, tellings=tellings)
    return DatedAct(act=act, dated=dated, headline=first.headline)


def _is_exact(dated: Dated) -> bool:
    return dated.interval is not None and dated.basis != "article"
