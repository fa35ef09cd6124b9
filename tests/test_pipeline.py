"""The flow as a whole: one article that fails is reported, and the run goes on."""

from pathlib import Path

import pytest

from dragoman import extract, pipeline, resolve
from dragoman.model.article import Skipped
from dragoman.model.coded import Coded
from dragoman.model.resolved import Resolved
from dragoman.settings import Settings
from tests.parsing import article

TEXTS = ("Kenya condemned Somalia on Monday.", "A broken article.", "Peru met Chile in Lima on Monday.")


def test_an_article_that_fails_is_reported_and_the_next_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of our own in one article costs that article alone, and is told."""
    records = extract.records

    def fragile(stream: list[Resolved]) -> list[Coded]:
        if any("broken" in one.annotated.article.text for one in stream):
            raise ValueError("no such thing")
        return list(records(stream))

    monkeypatch.setattr(extract, "records", lambda stream, **_: iter(fragile(list(stream))))
    skipped: list[Skipped] = []
    coded = list(pipeline.flow([article(text) for text in TEXTS], Settings(), skipped.append))
    assert [one.article.text for one in coded] == [TEXTS[0], TEXTS[2]]
    assert [(s.reason, s.detail) for s in skipped] == [("failed", "ValueError: no such thing")]


def test_a_failure_without_anybody_to_tell_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is lost silently."""

    def failing(_: object, **__: object) -> object:
        raise ValueError("no such thing")

    monkeypatch.setattr(extract, "records", failing)
    with pytest.raises(ValueError, match="no such thing"):
        list(pipeline.flow([article(TEXTS[0])], Settings()))


def test_a_text_can_be_coded_in_one_call() -> None:
    """`Coder().code` takes a text with its date and gives the coded article."""
    (record,) = pipeline.Coder().code(TEXTS[0], date="2019-12-20").events
    assert (record.event, record.edtf) == (("ACCUSE",), "2019-12-16")


def test_own_actors_are_known_to_the_coder_that_was_given_them(tmp_path: Path) -> None:
    """And to no other one, in whatever turn they code."""
    own = tmp_path / "mine.yaml"
    own.write_text("organisations:\n  - {name: Lake Guard, code: KEN, sectors: [PRM], kind: armed}\n", encoding="utf-8")
    with_own, without = pipeline.Coder(Settings(actors=(str(own),))), pipeline.Coder()
    text = "Lake Guard attacked Uganda on Monday."
    codes = [
        {actor.code for event in coder.code(text, date="2019-06-05").events for actor in event.actor}
        for coder in (with_own, without, with_own)
    ]
    assert ["KEN" in found for found in codes] == [True, False, True]


def test_articles_without_a_date_come_last_each_wave_in_the_order_of_the_input() -> None:
    """What had no date is coded after the others, and says whether it was dated."""
    dates = (None, "2019-12-20", None, "2019-12-21")
    every = [article(f"Kenya condemned Somalia on Monday, for the {n}th time.", date) for n, date in enumerate(dates)]
    coded = list(pipeline.waves(every, Settings()))
    assert [every.index(one.article) for one in coded] == [1, 3, 0, 2]
    assert [{issue.reason for issue in one.issues} & {"undated"} for one in coded] == [
        set(),
        set(),
        {"undated"},
        {"undated"},
    ]


UNDATED = "Greenpeace accused Norway of lying on Friday, June 12."
TOLD = "Greenpeace accused Norway of lying yesterday, June 12, 2015. Norway denied it on Saturday, 13 June 2015."
STRANGE = "Kenya will pay 40 teachers. The school was built in 1996."


@pytest.mark.parametrize(
    "others, day", [((), None), ((STRANGE,), None), ((TOLD,), "2015-06-12"), ((STRANGE, TOLD), "2015-06-12")]
)
def test_articles_without_a_date_are_dated_by_each_other(others: tuple[str, ...], day: str | None) -> None:
    """One that tells its year dates the one that tells the same act; a stranger dates nobody, wherever it stands."""
    for texts in ((UNDATED, *others), (*others, UNDATED)):
        coded = {one.article.text: one for one in pipeline.waves([article(text, None) for text in texts], Settings())}
        found = coded[UNDATED].article.date
        assert (None if found is None else str(found)) == day
        assert coded.get(STRANGE, coded[UNDATED]).article.date in {None, found}


def test_the_other_articles_without_a_date_are_named_as_a_clue(tmp_path: Path) -> None:
    """So that the days found can be judged."""
    for name, text in (("one.txt", UNDATED), ("other.txt", TOLD)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    datings = {one.text.strip(): found for one, found in pipeline.datings([tmp_path])}
    found = datings[UNDATED]
    assert found is not None
    (told,) = [clue.detail for clue in found.clues if clue.kind == "kin"]
    assert told.startswith("undated reports of the run that tell the same (1): together most likely of ")


def test_a_failure_while_dating_costs_that_article_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is reported like any other fault."""

    def failing(*_: object) -> object:
        raise ValueError("no such thing")

    monkeypatch.setattr(resolve, "dating", failing)
    skipped: list[Skipped] = []
    every = [article(TEXTS[0], None), article(TEXTS[2])]
    assert [one.article.text for one in pipeline.waves(every, Settings(), skipped.append)] == [TEXTS[2]]
    assert [one.reason for one in skipped] == ["failed"]
