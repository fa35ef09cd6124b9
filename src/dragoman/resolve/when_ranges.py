"""A range of times ("June 12 to 14", "from 2015 to 2018") → its two ends, each anchored, and the days between."""

from dragoman.model.annotated import TimeExpression
from dragoman.model.interval import Interval
from dragoman.model.span import Span
from dragoman.resolve.when_scene import Found, Rule, Scene, left_open, narrowed

_PLACES = frozenset({"first_end", "second_start"})
_CENTURY = 100
_DECEMBER = 12


def is_range(expression: TimeExpression) -> bool:
    """Whether an expression tells two times."""
    return "first_end" in expression.parts


def separate(expression: TimeExpression) -> tuple[TimeExpression, ...]:
    """The two expressions of a range, as TimeML marks them; any other expression alone.

    >>> ends = {"first_end": "7", "second_start": "11", "month": "6", "day": "12", "day2": "14"}
    >>> [e.span for e in separate(TimeExpression(span=Span(0, 13), type="DATE", kind="date", parts=ends))]
    [Span(start=0, end=7), Span(start=11, end=13)]
    """
    if not is_range(expression) or "yy2" in expression.parts:
        return (expression,)
    start, end = expression.span
    first = Span(start, int(expression.parts["first_end"]))
    second = Span(int(expression.parts["second_start"]), end)
    return (_end(expression, _left(expression.parts), first), _end(expression, _right(expression.parts), second))


def _end(expression: TimeExpression, parts: dict[str, str], span: Span) -> TimeExpression:
    return TimeExpression(span=span, type=expression.type, kind=expression.kind, parts=parts)


def _left(parts: dict[str, str]) -> dict[str, str]:
    return {k: v for k, v in parts.items() if not k.endswith("2") and k not in _PLACES}


def _right(parts: dict[str, str]) -> dict[str, str]:
    own = {k.removesuffix("2"): v for k, v in parts.items() if k.endswith("2")}
    return {k: v for k, v in _left(parts).items() if k not in {"weekday", "mod", "daypart"}} | own


def ranged(expression: TimeExpression, scene: Scene, rule: Rule) -> Found:
    """From the first day of the one to the last of the other; the second is the next one after the first."""
    parts = _short_year(expression.parts)
    if "month" in parts and expression.kind == "year":
        return _month(parts)
    parts = _shared_year(parts)
    first = rule(_end(expression, _left(parts), expression.span), scene)
    first = narrowed(first, expression.modifier, scene.report)
    if first.interval is None or first.interval.start is None:
        return first
    after = scene._replace(report=first.interval.start, direction="future")
    second = rule(_end(expression, _right(parts), expression.span), after)
    second = narrowed(second, parts.get("mod2", ""), scene.report)
    if second.interval is None or second.interval.end is None:
        return second
    return _joined(first, second)


def _shared_year(parts: dict[str, str]) -> dict[str, str]:
    """The first month takes the year told for the second ("late December to early January 2021")."""
    if "year" in parts or not {"year2", "month", "month2"} <= parts.keys():
        return parts
    return parts | {"year": str(int(parts["year2"]) - (int(parts["month"]) > int(parts["month2"])))}


def _joined(first: Found, second: Found) -> Found:
    if first.interval is None or second.interval is None:
        return first
    start, end = first.interval.start, second.interval.end
    if start is None or end is None or end <= start:
        return left_open("the second time lies before the first", issue="inverted")
    whole = Interval(start, end)
    return first._replace(value=whole.edtf, interval=whole, readings=())


def _short_year(parts: dict[str, str]) -> dict[str, str]:
    """`2015-18` as two full years, `2019-12` as year and month."""
    if "yy2" not in parts:
        return parts
    year, last = int(parts["year"]), int(parts["yy2"])
    full = year - year % _CENTURY + last
    kept = {k: v for k, v in parts.items() if k != "yy2"}
    return kept | ({"month": str(last)} if full <= year and 1 <= last <= _DECEMBER else {"year2": str(full)})


def _month(parts: dict[str, str]) -> Found:
    """`2019-12`: the digits are no later year, but a month."""
    interval = Interval.month(int(parts["year"]), int(parts["month"]))
    return Found(interval.edtf, interval, "explicit", "told in full")
