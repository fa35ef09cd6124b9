"""What comes back ("every two months", "each Thursday", "twice a year") → TIMEX3 value and repeating interval."""

import datetime as dt

from dragoman.model.annotated import TimeExpression
from dragoman.resolve.when_scene import Found, Scene
from dragoman.resolve.when_units import duration_value
from dragoman.text import calendar

_ONCE = {"once": 1, "twice": 2}
_HOURS, _MONTHS = 24, 12


def repeated(expression: TimeExpression, scene: Scene) -> Found:
    """What comes back; it has no days of its own."""
    parts = expression.parts
    return Found(_value(parts), None, "explicit", "a repeated time", repeats=_repeats(parts, scene.report))


def _value(parts: dict[str, str]) -> str:
    if "often" in parts:
        return parts["often"]
    if "weekday" in parts:
        hour = parts.get("daypart")
        if "monthly" in parts:
            return f"XXXX-XX-WXX-{parts['weekday']}"
        return f"XXXX-WXX-{parts['weekday']}" + (f"T{hour}" if hour else "")
    if "month" in parts:
        return f"XXXX-{int(parts['month']):02d}"
    if "season" in parts:
        return f"XXXX-{parts['season']}"
    return duration_value(parts.get("n", "1"), parts["unit"])


def _repeats(parts: dict[str, str], report: dt.date | None) -> str | None:
    """The repeating interval; a weekday is counted from the last one by the report."""
    if "monthly" in parts:
        return "R/P1M"
    if "weekday" in parts:
        return "R/P1W" if report is None else f"R/{calendar.on_or_before(report, int(parts['weekday']))}/P1W"
    if "month" in parts or "season" in parts:
        return "R/P1Y"
    if "freq" in parts:
        period = _divided(_ONCE.get(parts["freq"]) or int(parts["freq"]), parts["unit"])
    else:
        period = _value(parts)
    return None if period is None or "X" in period else f"R/{period}"


def _divided(times: int, unit: str) -> str | None:
    """The period of what comes several times in a unit, where months or hours can tell it.

    >>> _divided(2, "Y"), _divided(1, "W"), _divided(3, "W")
    ('P6M', 'P1W', None)
    """
    if times == 1:
        return duration_value("1", unit)
    if unit == "Y" and _MONTHS % times == 0:
        return f"P{_MONTHS // times}M"
    return f"PT{_HOURS // times}H" if unit == "D" and _HOURS % times == 0 else None
