"""Dated acts → acts without those that only tell how an attack ended ("shelled the port, killing two men")."""

from collections.abc import Iterable

import msgspec

from dragoman.extract.acts import Act
from dragoman.extract.cast import Cast
from dragoman.extract.merging import DatedAct
from dragoman.model.syntax import Tree

OUTCOME = "ASSAULT"
"""The type of acts whose outcome is an act of the same type, told by a participle behind them."""


def ended(acts: Iterable[DatedAct], tree: Tree, cast: Cast) -> tuple[DatedAct, ...]:
    """The acts, each outcome joined to the attack that it ended: its type, day and doer, and whom it met if untold."""
    kept: list[DatedAct] = []
    for one in acts:
        n = next((n for n, other in enumerate(kept) if is_outcome(one.act, other.act, tree, cast)), None)
        if n is None:
            kept.append(one)
        else:
            kept[n] = _with_outcome(kept[n], one.act, cast)
    return tuple(kept)


def is_outcome(one: Act, other: Act, tree: Tree, cast: Cast) -> bool:
    """Whether an act is told by a participle that hangs on another attack by the same doer, of the same side."""
    token = tree.tokens[one.token]
    if token.dep != "advcl" or token.tag != "VBG" or token.head != other.token or tree.kids(token.i, "mark", "nsubj"):
        return False
    left, right = one.folded, other.folded
    flags = [(f.event, f.future, f.hypothetical, f.negated) for f in (left, right)]
    is_attack = left.event == OUTCOME and one.match.frame.mode != "abduct" and flags[0] == flags[1]
    return is_attack and cast.sides(one.roles.actor) == cast.sides(other.roles.actor) and _meets(one, other, cast)


def _meets(one: Act, other: Act, cast: Cast) -> bool:
    """Whether those whom both meet can be of one side; people without a state can be of any."""
    known = [{side for side in cast.sides(act.roles.recipient) if ":" not in side} for act in (one, other)]
    return not (known[0] and known[1]) or known[0] == known[1]


def _with_outcome(attack: DatedAct, outcome: Act, cast: Cast) -> DatedAct:
    act = attack.act
    is_known = any(":" not in side for side in cast.sides(act.roles.recipient))
    names = act.roles.recipient if is_known else outcome.roles.recipient or act.roles.recipient
    folded = act.folded._replace(mode=act.folded.mode or outcome.folded.mode)
    changed = msgspec.structs.replace(
        act,
        roles=act.roles._replace(recipient=names),
        folded=folded,
        tellings=(*act.tellings, outcome.token, *outcome.tellings),
    )
    return msgspec.structs.replace(attack, act=changed)
