"""Report dates, time expressions of every kind, and how one is anchored: shared by the laws of the calendar."""

import datetime as dt
from typing import get_args

from hypothesis import strategies as st

from dragoman.model.annotated import TimeExpression
from dragoman.model.span import Span
from dragoman.resolve.when_rules import resolved
from dragoman.resolve.when_scene import Found, Scene
from dragoman.text.calendar import Direction

REPORTS = st.dates(dt.date(1000, 1, 1), dt.date(2100, 12, 31))
INNER = st.dates(dt.date(1100, 1, 1), dt.date(2090, 12, 31))
DIRECTIONS = st.sampled_from(get_args(Direction))
WEEKDAYS = st.integers(1, 7)
MODIFIERS = st.sampled_from(["", "EARLY", "MID", "LATE", "EARLIER", "LATER", "START", "MIDDLE", "END", "APPROX"])
WEEKS = st.integers(-300, 300)
UNITS = st.sampled_from(["D", "W", "F", "M", "Q", "Y", "E", "C", "H", "MIN", "S"])
COUNTS = st.one_of(st.integers(0, 5000).map(str), st.sampled_from(["X", "2.5", "1.5"]))


def _day_of_year(day: dt.date) -> dict[str, str]:
    return {"month": str(day.month), "day": str(day.day)}


PARTS = st.one_of(
    st.tuples(st.just("date"), st.dates(dt.date(2000, 1, 1), dt.date(2000, 12, 31)).map(_day_of_year)),
    st.tuples(
        st.just("date"),
        st.fixed_dictionaries({"month": st.integers(1, 12).map(str), "shift": st.sampled_from(["-1", "0", "1"])}),
    ),
    st.tuples(
        st.just("date"),
        st.fixed_dictionaries({"month": st.integers(1, 12).map(str), "year": st.integers(1, 9999).map(str)}),
    ),
    st.tuples(
        st.just("weekday"),
        st.fixed_dictionaries({"weekday": WEEKDAYS.map(str), "shift": st.sampled_from(["", "-1", "0", "1"])}),
    ),
    st.tuples(st.just("weekend"), st.fixed_dictionaries({"shift": st.sampled_from(["", "-1", "0", "1"])})),
    st.tuples(st.just("unit"), st.fixed_dictionaries({"unit": UNITS, "shift": st.sampled_from(["-1", "0", "1"])})),
    st.tuples(st.sampled_from(["ago", "ahead", "duration"]), st.fixed_dictionaries({"unit": UNITS, "n": COUNTS})),
    st.tuples(
        st.just("span"),
        st.fixed_dictionaries({"unit": UNITS, "n": COUNTS, "shift": st.sampled_from(["-1", "1"])}),
    ),
    st.tuples(
        st.just("told"),
        st.fixed_dictionaries({"unit": UNITS, "n": COUNTS, "way": st.sampled_from(["EARLIER", "LATER"])}),
    ),
    st.tuples(
        st.just("season"),
        st.fixed_dictionaries(
            {"season": st.sampled_from(["SP", "SU", "FA", "WI"])}, optional={"shift": st.sampled_from(["-1", "0", "1"])}
        ),
    ),
    st.tuples(
        st.just("quarter"),
        st.fixed_dictionaries({"n": st.integers(0, 9).map(str), "part": st.sampled_from(["Q", "H"])}),
    ),
    st.tuples(st.just("year"), st.fixed_dictionaries({"year": st.integers(0, 9999).map(str)})),
    st.tuples(
        st.just("week_in"),
        st.fixed_dictionaries({"month": st.integers(1, 12).map(str), "n": st.sampled_from(["1", "2", "4", "5", "-1"])}),
    ),
    st.tuples(st.just("day_of_month"), st.fixed_dictionaries({"day": st.integers(1, 31).map(str)})),
    st.tuples(
        st.just("weekday_count"),
        st.fixed_dictionaries(
            {
                "weekday": WEEKDAYS.map(str),
                "n": COUNTS,
                "base": st.sampled_from(["ago", "week_ago", "week_from"]),
            }
        ),
    ),
    st.tuples(st.just("within"), st.fixed_dictionaries({"unit": UNITS, "n": COUNTS})),
    st.tuples(st.just("year_quarter"), st.fixed_dictionaries({"year": st.integers(1000, 2100).map(str)})),
    st.tuples(
        st.just("date"),
        st.fixed_dictionaries(
            {
                "month": st.integers(1, 12).map(str),
                "month2": st.integers(1, 12).map(str),
                "mod2": st.sampled_from(["EARLY", "MID", "LATE"]),
                "first_end": st.just("1"),
                "second_start": st.just("2"),
            },
            optional={"year2": st.integers(1, 9999).map(str)},
        ),
    ),
    st.tuples(
        st.just("holiday"),
        st.fixed_dictionaries(
            {
                "name": st.sampled_from(
                    ["easter monday", "orthodox easter", "labor day", "christmas", "nowruz", "national day"]
                )
            },
            optional={"shift": st.sampled_from(["-1", "0", "1"]), "land": st.sampled_from(["china", "atlantis"])},
        ),
    ),
    st.tuples(
        st.just("slashed"),
        st.fixed_dictionaries(
            {"a": st.integers(1, 31).map(str), "b": st.integers(1, 31).map(str), "yy": st.just("07")}
        ),
    ),
)


def anchored(kind: str, parts: dict[str, str], scene: Scene, modifier: str = "") -> Found:
    expression = TimeExpression(span=Span(0, 1), type="DATE", kind=kind, parts=parts, modifier=modifier)
    return resolved(expression, scene)
