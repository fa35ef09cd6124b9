"""By what records are counted: lengths of periods and what records are told apart by; the period that a day lies in."""

import datetime as dt
from typing import Literal, NamedTuple, get_args

Per = Literal["day", "week", "month", "year"]
By = Literal[
    "type",
    "quad",
    "pair",
    "actor",
    "recipient",
    "mode",
    "context",
    "auxiliary",
    "source",
    "told",
    "factuality",
    "status",
    "phase",
    "place",
    "publisher",
    "record",
]
PERIODS: tuple[Per, ...] = get_args(Per)
GROUPS: tuple[By, ...] = get_args(By)
UNDATED = ""
LENGTHS = {"day": len("2019-05-31"), "month": len("2019-05"), "year": len("2019")}
"""So many characters of a day tell its period."""


class Count(NamedTuple):
    """How many records: their period ("2019-05", "" where there is no first day), what they are, and the number."""

    period: str
    value: str
    number: int


def period(day: str, per: Per | None) -> str:
    """The period that a day lies in.

    >>> period("2019-05-31", "week"), period("2019-05-31", "month"), period("", "year")
    ('2019-W22', '2019-05', '')
    """
    if day == UNDATED or per is None:
        return UNDATED
    if per == "week":
        week = dt.date.fromisoformat(day).isocalendar()
        return f"{week.year:04d}-W{week.week:02d}"
    return day[: LENGTHS[per]]
