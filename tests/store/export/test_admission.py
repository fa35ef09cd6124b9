"""Who is let into an export: no denied, planned or doubted act among those that happened, unless it is asked for."""

import pytest
from msgspec.structs import replace

from dragoman.errors import UsageError
from dragoman.model.event import EventRecord, Record
from dragoman.store.export import AUXILIARY, LAYOUTS, REASONS
from dragoman.store.export.admission import REPEATED, checked, reasons
from tests import factory
from tests.store.export.written import written

REPORT = factory.article("Officials said on Friday that Iran met Japan in Tokyo.")
LOSSY = [name for name, layout in LAYOUTS.items() if not layout.lossless]
TABLES = ["polecat", "icews", "gdelt-events", "gdelt-mentions", "phoenix"]


def met(**fields: object) -> EventRecord:
    made = factory.event(
        REPORT, "met", "CONSULT", (["Iran"], ["Japan"]), cameo="040", date=REPORT.date, enddate=REPORT.date
    )
    return replace(made, **fields)


def according(factuality: str) -> EventRecord:
    """Only a source says so, and this is how sure it is."""
    return met(factuality="U", attribution=(factory.source(REPORT, "Officials", factuality=factuality),))


STATEMENT = factory.statement(REPORT, "said", "Iran met Japan", date=REPORT.date)
FIGURE = factory.figure(REPORT, "Friday", 1, "day", date=REPORT.date)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (met(), ()),
        (met(auxiliary=("historical",)), ()),
        (met(auxiliary=("negation",)), ("negation",)),
        (met(auxiliary=("hypothetical",)), ("hypothetical",)),
        (met(auxiliary=("future",)), ("future",)),
        (met(auxiliary=("future", "negation")), ("negation", "future")),
        (met(factuality="PR+"), ()),
        (met(factuality="PS+"), ("uncertain",)),
        (met(factuality="U"), ("uncertain",)),
        (met(factuality="CT-"), ("negation",)),
        (met(factuality="PR-"), ("negation",)),
        (met(factuality="PS-"), ("negation",)),
        (met(factuality="CT-", auxiliary=("negation",)), ("negation",)),
        (according("CT+"), ()),
        (according("PR+"), ()),
        (according("PS+"), ("uncertain",)),
        (according("U"), ("uncertain",)),
        (according("CT-"), ("negation",)),
        (met(date=None), ("undated",)),
        (met(notes=("recipient_missing",)), ("no-recipient",)),
        (met(notes=("reciprocal",)), ()),
        (STATEMENT, ("statements",)),
        (FIGURE, ("figures",)),
    ],
)
def test_why_a_record_may_be_left_out(record: Record, expected: tuple[str, ...]) -> None:
    assert reasons(record) == expected


@pytest.mark.parametrize("layout", TABLES)
@pytest.mark.parametrize(
    ("record", "word"),
    [
        (met(auxiliary=("negation",)), "negation"),
        (met(auxiliary=("hypothetical",)), "hypothetical"),
        (met(auxiliary=("future",)), "future"),
        (met(factuality="PS+"), "uncertain"),
        (according("U"), "uncertain"),
    ],
)
def test_a_layout_without_auxiliary_modes_takes_such_a_record_only_when_asked(
    layout: str, record: EventRecord, word: str
) -> None:
    _, without = written([record, met(id="other")], layout)
    assert (without.written, without.left_out) == (1, {word: 1})
    _, included = written([record, met(id="other")], layout, [word])
    assert (included.written, included.left_out) == (2, {})


def test_a_record_with_two_reasons_needs_both_lifted_and_counts_under_each() -> None:
    record = met(auxiliary=("future",), factuality="PS+")
    _, tally = written([record], "icews", ["future"])
    assert (tally.kept_out, tally.left_out) == (1, {"uncertain": 1})
    _, tally = written([record], "icews")
    assert (tally.kept_out, tally.left_out) == (1, {"uncertain": 1, "future": 1})
    assert written([record], "icews", ["future", "uncertain"])[1].written == 1


def test_a_lossless_layout_carries_all() -> None:
    records = [met(id=str(n), auxiliary=modes) for n, modes in enumerate([(), ("negation",), ("future",)])]
    assert written([*records, met(id="u", factuality="U")], "plover")[1].written == 4


def test_statements_and_figures_come_only_when_asked() -> None:
    assert written([STATEMENT, FIGURE], "plover")[1].written == 0
    assert written([STATEMENT, FIGURE], "plover", ["statements", "figures"])[1].written == 2


def test_the_same_record_again_is_written_once() -> None:
    data, tally = written([met(), met()], "icews")
    assert (tally.rows, tally.left_out, data.count(b"\n")) == (1, {REPEATED: 1}, 2)


def test_words_that_mean_nothing_for_a_layout_are_refused_with_what_it_takes() -> None:
    with pytest.raises(UsageError, match="'icews' can take negation, hypothetical, future, uncertain, undated"):
        checked(LAYOUTS["icews"], ["figures"])


@pytest.mark.parametrize("name", LOSSY)
def test_no_layout_carries_unasked_what_it_cannot_tell_apart(name: str) -> None:
    """Either a layout tells all four apart, or `--include` is needed for those that it does not."""
    layout = LAYOUTS[name]
    assert (layout.carries | layout.takes) >= AUXILIARY or name == "ical"
    assert set(layout.carries | layout.takes) <= set(REASONS)


def test_the_tally_tells_what_was_left_out() -> None:
    _, tally = written([met(), met(id="b", auxiliary=("future",)), STATEMENT], "icews")
    assert list(tally.lines()) == [
        "icews: 1 of 3 records written, as 1 rows",
        "2 left out, some for several reasons",
        "      1  future",
        "      1  statements",
    ]
