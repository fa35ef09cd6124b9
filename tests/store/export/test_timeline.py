"""TimelineJS: what its page needs of a slide, and how doubt and inexact days are told in it."""

import datetime as dt
import json
from typing import Any

import pytest
from msgspec.structs import replace

from dragoman.model.event import EventRecord
from dragoman.model.interval import Interval
from dragoman.ontology import plover
from dragoman.store.export.timeline import NO_QUAD, NO_YEAR, slide
from tests import factory
from tests.store.export.written import sample, taken, written

VISIT = factory.visit().events[0]


def dated(days: Interval) -> EventRecord:
    return replace(VISIT, date=days.start, enddate=days.last, edtf=days.edtf)


def slides() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written(sample(), "timelinejs")[0])["events"]
    return found


def test_what_has_a_year_is_a_slide_and_the_rest_is_counted() -> None:
    """Under the record's id, in the order of the records."""
    _, tally = written(sample(), "timelinejs")
    placed = [one for one in taken("timelinejs") if one.date is not None or one.enddate is not None]
    assert [one["unique_id"] for one in slides()] == [one.id for one in placed]
    assert tally.left_out[NO_YEAR] == len(taken("timelinejs")) - len(placed)


def test_every_slide_has_what_the_page_needs() -> None:
    """A numeric year, a headline, a date in words, and a group of five."""
    groups = {*plover.quads().values(), NO_QUAD}
    for one in slides():
        assert isinstance(one["start_date"]["year"], int)
        assert one["text"]["headline"]
        assert one["display_date"]
        assert one["group"] in groups


@pytest.mark.parametrize(
    "days, start, end, words",
    [
        (Interval.day(dt.date(2019, 6, 12)), {"year": 2019, "month": 6, "day": 12}, None, "12 Jun 2019"),
        (Interval.month(2019, 6), {"year": 2019, "month": 6}, None, "Jun 2019"),
        (Interval.year(2018), {"year": 2018}, None, "2018"),
        (
            Interval.days(dt.date(2019, 6, 12), dt.date(2019, 6, 14)),
            {"year": 2019, "month": 6, "day": 12},
            {"year": 2019, "month": 6, "day": 14},
            "12–14 Jun 2019",
        ),
        (
            Interval(dt.date(1997, 1, 1), dt.date(2002, 1, 1), approximate=True),
            {"year": 1997},
            {"year": 2001},
            "about 1997–2001",
        ),
        (Interval(dt.date(2019, 5, 1), None), {"year": 2019, "month": 5, "day": 1}, None, "since 1 May 2019"),
        (Interval(None, dt.date(2019, 5, 2)), {"year": 2019, "month": 5, "day": 1}, None, "until 1 May 2019"),
    ],
)
def test_days_are_as_exact_as_they_are_known(
    days: Interval, start: dict[str, int], end: dict[str, int] | None, words: str
) -> None:
    """What the parts of a date cannot tell stands in words."""
    made = slide(dated(days))
    assert made is not None
    assert (made["start_date"], made.get("end_date"), made["display_date"]) == (start, end, words)


def test_a_denied_act_is_called_so() -> None:
    """Where it is asked for, it stands in a group of its own."""
    made = slide(replace(dated(Interval.year(2018)), auxiliary=("negation",), quad_code=None))
    assert made is not None
    assert (made["group"], made["text"]["headline"].rpartition("(")[2]) == (NO_QUAD, "denied)")


def test_a_slide_leads_to_its_article_and_nowhere_else() -> None:
    """Links are to the web only."""
    web, script = "https://example.org/?a=1&b=2", "javascript:alert(1)"
    bodies = [
        slide(replace(dated(Interval.year(2018)), article=replace(VISIT.article, url=url, title="<b>Talks</b>")))
        for url in (web, script)
    ]
    assert bodies[0] is not None
    assert bodies[1] is not None
    link = '<a href="https://example.org/?a=1&amp;b=2">&lt;b&gt;Talks&lt;/b&gt;</a>'
    assert link in bodies[0]["text"]["text"]
    assert "href" not in bodies[1]["text"]["text"]


def test_a_type_that_plover_does_not_have_names_itself() -> None:
    """A record of another coder is shown, not refused."""
    made = slide(replace(dated(Interval.year(2018)), event=("FIGHT",), mode=("odd",)))
    assert made is not None
    assert made["text"]["headline"] == "President Rouhani → Prime Minister Abe: FIGHT"
