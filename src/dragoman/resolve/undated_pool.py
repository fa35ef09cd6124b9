"""Days of the articles that are like an undated one → how likely each day is for it, be they of one time or of many.

What is not known is weighed, not chosen: the middle of their time, how long it lasted, and what share of them is of it
at all. Where their own clues agree, the undated article is drawn there; where they contradict each other, it is not.
"""

import functools
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman.resolve import undated_days as curves
from dragoman.resolve.undated_days import Curve
from dragoman.resolve.undated_numbers import numbers

STEP = 7
"""Days that are weighed as one here: nearer than a week, no article tells of another by its words."""
REACH = 5600 // STEP
"""Steps on either side over which a time is spread; beyond, nothing is left."""
STEEP = 4
"""How steeply a time ends: nearly even within its length, then soon nothing."""
Shares = NDArray[np.float32]


class Pooled(NamedTuple):
    """What the others tell: how likely each day is beside what it would be without them, and the shares of steps."""

    curve: Curve
    steps: Curve


def steps(shares: Curve) -> Shares:
    """The shares of days as shares of steps."""
    return np.bincount(_step_of_day(), shares).astype(np.float32)


def pooled(others: Shares, voices: Curve) -> Pooled:
    """What articles of like words tell together.

    Args:
        others: The shares of steps by the own clues of each.
        voices: How much each counts: several that tell the same story have one voice together.
    """
    found = numbers().kin
    mixed = np.array(found.mixed, dtype=np.float32)
    spread = [_spread(others, length) / _before() for length in found.lengths]
    weights = np.array([[_fit(ratios, share, voices) for share in mixed] for ratios in spread])
    weights = np.exp(weights - weights.max()) * _before()
    weights /= weights.sum()
    middles = np.einsum("lms,m->ls", weights, mixed)
    drawn = sum(_spread(middle[np.newaxis], length)[0] for middle, length in zip(middles, found.lengths, strict=True))
    apart = 1 - float(middles.sum())
    ratio = np.maximum(apart + np.asarray(drawn) / _before(), curves.NOTHING)
    return Pooled(np.log(ratio)[_step_of_day()], ratio * _before())


def tied(others: Shares) -> Pooled:
    """What articles tell that tell the same act: one of them is of about the same days, unless it is another act."""
    found = numbers().kin
    ratio = found.other_act + (1 - found.other_act) * _spread(others, found.act_length).mean(axis=0) / _before()
    return Pooled(np.log(ratio)[_step_of_day()], ratio * _before())


def _fit(ratios: Curve, share: float, voices: Curve) -> Curve:
    """For each middle, how well a time there explains the articles, were so great a share of them of it."""
    return np.asarray(voices @ np.log1p(share * (ratios - 1)))


def _spread(shares: Shares | Curve, length: float) -> Curve:
    """Shares of steps, spread over a time of so many days to either side."""
    size = _fast(shares.shape[-1] + 2 * REACH)
    raised = np.fft.rfft(shares, size, axis=-1) * _kernel(length, size)
    found = np.fft.irfft(raised, size, axis=-1)[..., REACH : REACH + shares.shape[-1]]
    return np.maximum(found, curves.NOTHING).astype(np.float32)


@functools.cache
def _kernel(length: float, size: int) -> NDArray[np.complex128]:
    distance = np.abs(np.arange(-REACH, REACH + 1)) * STEP
    shares = 1 / (1 + (distance / length) ** STEEP)
    return np.asarray(np.fft.rfft(shares / shares.sum(), size))


def _fast(size: int) -> int:
    """A length in which transforms are fast."""
    return 1 << (size - 1).bit_length()


@functools.cache
def _before() -> Curve:
    """The shares of steps before anything is read."""
    return np.bincount(_step_of_day(), curves.posterior(curves.prior())).astype(np.float64)


@functools.cache
def _step_of_day() -> NDArray[np.int64]:
    return np.arange(len(curves.days())) // STEP
