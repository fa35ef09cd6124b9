"""Weekdays, yesterday and tomorrow, weekends and times of day → days, against the report's date and the tense."""

import datetime as dt

from dragoman.model.annotated import TimeExpression
from dragoman.model.interval import Interval
from dragoman.model.resolved import Reading
from dragoman.resolve import when_dates
from dragoman.resolve.when_scene import Found, Scene, against, day, left_open, no_report
from dragoman.text import calendar

OTHER_WEEK = 0.3
"""Weight of the reading a week off, where "last" or "next" may pass over the report's own week: an estimate."""
_NOON = 12
_LATE_PARTS = frozenset({"AF", "EV", "NI"})


def date(expression: TimeExpression, scene: Scene) -> Found:
    """A day or month, with the part of the day told with it ("the night of March 4")."""
    return _with_daypart(when_dates.date(expression, scene), expression.parts)


def weekday(expression: TimeExpression, scene: Scene) -> Found:
    """A weekday: the last one up to the report's day, or the next one where the words look ahead."""
    parts = expression.parts
    if "week" in parts:
        return _with_daypart(_of_week(parts, scene), parts)
    if "told" in parts:
        return _with_daypart(_beside_told(parts, scene), parts)
    if scene.report is None:
        return left_open("the report has no date", f"XXXX-WXX-{parts['weekday']}")
    wanted = int(parts["weekday"])
    found = _shifted(scene.report, wanted, int(parts["shift"])) if parts.get("shift") else _bare(scene, wanted)
    found = _off_by(found._replace(detail=found.detail.format(against(scene.report))), int(parts.get("days", 0)))
    return _with_daypart(found, parts)


def _off_by(found: Found, days: int) -> Found:
    """The day before or after the one found."""
    start = day(found.interval)
    moved = None if days == 0 or start is None else calendar.days_later(start, days)
    return found if moved is None else _of(moved, f"{found.detail}, {days:+d} day")


def _of(found: dt.date, detail: str, other: dt.date | None = None, weight: float = OTHER_WEEK) -> Found:
    readings: tuple[Reading, ...] = ()
    if other is not None:
        readings = (
            Reading(edtf=found.isoformat(), weight=round(1 - weight, 2)),
            Reading(edtf=other.isoformat(), weight=weight),
        )
    return Found(found.isoformat(), Interval.day(found), "relative", detail, readings)


def _bare(scene: Scene, wanted: int) -> Found:
    """A weekday alone, by the tense."""
    report = scene.report
    if report is None:
        return no_report()
    before, after = calendar.on_or_before(report, wanted), calendar.on_or_after(report, wanted)
    if before == after:
        later = report + calendar.WEEK if scene.direction == "future" else None
        return _of(report, "the day of the {}", later)
    if scene.direction == "future":
        return _of(after, "next one after the {}")
    other = after if scene.direction == "open" else None
    return _of(before, "last one before the {}", other)


def _shifted(report: dt.date, wanted: int, shift: int) -> Found:
    """Last, this or next Monday; a reading a week off where it lies in the report's own week."""
    if shift < 0:
        found = calendar.on_or_before(report - calendar.DAY, wanted)
        return _of(found, "last one before the {}", _off(found, report, -1))
    if shift > 0:
        found = calendar.on_or_after(report + calendar.DAY, wanted)
        return _of(found, "next one after the {}", _off(found, report, 1))
    return _of(calendar.on_or_after(report, wanted), "next one from the {} on")


def _off(found: dt.date, report: dt.date, weeks: int) -> dt.date | None:
    """The same weekday a week further on, if the one found is of the report's own week."""
    if calendar.iso_week(found) != calendar.iso_week(report):
        return None
    return found + weeks * calendar.WEEK


def _of_week(parts: dict[str, str], scene: Scene) -> Found:
    """A weekday of last, this or next week."""
    if scene.report is None:
        return left_open("the report has no date", f"XXXX-WXX-{parts['weekday']}")
    monday = calendar.on_or_before(scene.report, 1)
    found = monday + int(parts["week"]) * calendar.WEEK + (int(parts["weekday"]) - 1) * calendar.DAY
    return _of(found, f"week counted from the {against(scene.report)}")


def _beside_told(parts: dict[str, str], scene: Scene) -> Found:
    """The following or previous Friday: beside the day told last, else beside the report."""
    told = day(scene.told.interval) if scene.told is not None else None
    base = told or scene.report
    if base is None:
        return no_report()
    wanted, shift = int(parts["weekday"]), int(parts["told"])
    found = calendar.on_or_after(base + calendar.DAY, wanted) if shift > 0 else _last(base, wanted, shift)
    return _of(found, "beside the day told last")._replace(basis="narrative" if told else "relative")


def _last(base: dt.date, wanted: int, shift: int) -> dt.date:
    return calendar.on_or_before(base - calendar.DAY if shift < 0 else base, wanted)


def _with_daypart(found: Found, parts: dict[str, str]) -> Found:
    """The value with a part of the day or an hour behind the day."""
    hour = parts.get("daypart") or parts.get("noon")
    if hour is None or found.value is None or day(found.interval) is None:
        return found
    return found._replace(value=f"{found.value}T{hour}")


def calendar_day(expression: TimeExpression, scene: Scene) -> Found:
    """Yesterday, today, tonight, last night, tomorrow; "later in the day" is of the day told last."""
    parts = expression.parts
    if parts["day_word"] == "told":
        return _told_day(scene)
    if scene.report is None:
        return no_report()
    found = calendar.days_later(scene.report, int(parts["day_word"]))
    if found is None:
        return left_open("out of the calendar")
    return _with_daypart(_of(found, f"counted from the {against(scene.report)}"), parts)


def _told_day(scene: Scene) -> Found:
    told = day(scene.told.interval) if scene.told is not None else None
    if told is not None:
        return _of(told, "the day told last")._replace(basis="narrative")
    if scene.report is None:
        return no_report()
    return _of(scene.report, f"no day is told before it: the {against(scene.report)}")


def weekend(expression: TimeExpression, scene: Scene) -> Found:
    """Last, this or next weekend; the weekend by the tense."""
    if scene.report is None:
        return no_report()
    shift = expression.parts["shift"]
    if shift == "":
        base = calendar.on_or_before(scene.report, _SATURDAY)
        base += calendar.WEEK if scene.direction == "future" and base + 2 * calendar.DAY <= scene.report else _NONE
    else:
        base = scene.report + int(shift) * calendar.WEEK
    interval = calendar.weekend(base)
    return Found(f"{calendar.week_value(base)}-WE", interval, "relative", f"counted from the {against(scene.report)}")


_SATURDAY = 6
_NONE = dt.timedelta(0)


def clock(expression: TimeExpression, scene: Scene) -> Found:
    """A time of day, on the day told with it, in its sentence, or the report's."""
    parts = expression.parts
    if "stamp" in parts:
        day_digits, _, time = parts["stamp"].partition("t")
        found = when_dates.date(_with(expression, {"day": day_digits}), scene)
    else:
        time = _time(parts)
        found = _day_of_clock(expression, scene)
    if found.value is None or day(found.interval) is None:
        return left_open("no day is told for the time", f"XXXX-XX-XXT{time}")
    return found._replace(value=f"{found.value}T{time}{parts.get('zone') or parts.get('zone_city', '')}")


def _with(expression: TimeExpression, parts: dict[str, str]) -> TimeExpression:
    return TimeExpression(
        span=expression.span, type=expression.type, kind=expression.kind, parts=expression.parts | parts
    )


def _day_of_clock(expression: TimeExpression, scene: Scene) -> Found:
    parts = expression.parts
    if "month" in parts:
        return when_dates.date(expression, scene)
    if "weekday" in parts:
        return weekday(_without_hours(expression), scene)
    if "day_word" in parts:
        return calendar_day(_without_hours(expression), scene)
    return _here_or_report(scene)


def _without_hours(expression: TimeExpression) -> TimeExpression:
    kept = {k: v for k, v in expression.parts.items() if k in {"weekday", "day_word"}}
    return TimeExpression(span=expression.span, type=expression.type, kind=expression.kind, parts=kept)


def _here_or_report(scene: Scene) -> Found:
    """The day told in this sentence, else the report's day with some doubt."""
    here = day(scene.here)
    if here is not None:
        return _of(here, "the day told in the sentence")._replace(basis="narrative")
    if scene.report is None:
        return no_report()
    return _of(scene.report, f"no day is told with it: the {against(scene.report)}")


def _time(parts: dict[str, str]) -> str:
    """Hours and minutes of the 24-hour clock."""
    if "noon" in parts:
        return parts["noon"]
    digits = parts.get("clock", parts.get("hour", "0")).replace(".", ":")
    if len(digits) == len("0300") and digits.isdigit():
        return f"{digits[:2]}:{digits[2:]}"
    hour, _, minute = digits.partition(":")
    return f"{_hour(int(hour), parts):02d}:{minute or '00'}"


def _hour(told: int, parts: dict[str, str]) -> int:
    afternoon = parts.get("meridiem") == "PM" or parts.get("daypart") in _LATE_PARTS
    if afternoon and told < _NOON:
        return told + _NOON
    return 0 if parts.get("meridiem") == "AM" and told == _NOON else told


def daypart(expression: TimeExpression, scene: Scene) -> Found:
    """The morning, mid-afternoon: of the day told in the sentence, else the report's."""
    return _with_daypart(_here_or_report(scene), expression.parts)
