"""Predictors of the evaluation tasks: rows in, rows out, on small texts of our own."""

from typing import Any

import pytest

from dragoman.evaluate import score
from dragoman.evaluate.tasks import FIELDS, TASKS

Row = dict[str, Any]


def said(task: str, *rows: Row) -> list[Row]:
    return list(TASKS[task](rows))


def spans(text: str, *words: str) -> list[list[int]]:
    return [[text.index(word), text.index(word) + len(word)] for word in words]


def test_every_task_that_can_be_scored_can_be_predicted() -> None:
    assert set(TASKS) == set(FIELDS) == set(score.TASKS)


TYPED = [
    ("Norway condemned Peru over the raid.", "Norway", "Peru", "ACCUSE"),
    ("Farmers said that Norway, which Peru had invaded, will meet Chile.", "Norway", "Chile", "AGREE"),
    ("Farmers said that Norway, which Peru had invaded, will meet Chile.", "Peru", "Norway", "ASSAULT"),
    ("Norway said it would not lift the embargo on Peru.", "Norway", "Peru", "REJECT"),
]


@pytest.mark.parametrize(("text", "actor", "recipient", "event"), TYPED)
def test_the_type_is_that_of_the_act_between_the_given_parties(
    text: str, actor: str, recipient: str, event: str
) -> None:
    first, second = spans(text, actor, recipient)
    assert said("typing", {"id": "a", "text": text, "actor": first, "recipient": second})[0]["event"] == event


def test_a_sentence_without_a_known_event_word_gets_no_type() -> None:
    row = {"id": "a", "text": "The lake is deep.", "actor": None, "recipient": None}
    assert said("typing", row) == [{"id": "a", "event": None, "confidence": 0.0}]


def test_times_are_anchored_to_the_date_even_where_it_has_a_clock_time() -> None:
    row = {"id": "a", "text": "They met on Friday.", "date": "2019-12-20T09:30"}
    assert said("timex", row) == [{"id": "a", "timex": [{"span": [12, 18], "type": "DATE", "value": "2019-12-20"}]}]


def test_an_attribution_has_spans_of_source_cue_and_content() -> None:
    text = "Norway said Peru had left."
    found = said("attribution", {"id": "a", "text": text})[0]["attributions"]
    assert found == [
        {"source": spans(text, "Norway"), "cue": spans(text, "said"), "content": spans(text, "Peru had left")}
    ]


def test_rows_with_the_same_text_are_answered_each_for_its_own_word() -> None:
    text = "The army attacked the port but did not enter the town."
    attacked, enter = spans(text, "attacked", "enter")
    rows = said("factuality", {"id": "a", "text": text, "span": attacked}, {"id": "b", "text": text, "span": enter})
    assert rows[0]["value"] > 0 > rows[1]["value"]


def test_uds_rows_ask_whether_it_has_happened_and_other_rows_whether_it_will() -> None:
    text = "The army will attack the port."
    ids = ("uw-1", "uds-1")
    will, has = (said("factuality", {"id": i, "text": text, "span": spans(text, "attack")[0]})[0]["value"] for i in ids)
    assert will > has


def test_one_event_told_in_two_reports_of_a_story_is_one_cluster() -> None:
    texts = (
        "A quake shook Calama on Monday. Miners in Calama were evacuated.",
        "The Calama quake : Calama miners ordered to end evacuation .",
        "Singer Ana Roldan married in Lisbon. Guests evacuated the Lisbon ballroom.",
    )
    words = ("evacuated", "evacuation", "evacuated")
    rows = [
        {"doc": str(n), "text": text, "mentions": [{"id": str(n), "span": spans(text, word)[0]}]}
        for n, (text, word) in enumerate(zip(texts, words, strict=True))
    ]
    clusters = {row["id"]: row["cluster"] for row in said("coref", *rows)}
    assert clusters["0"] == clusters["1"] != clusters["2"]


def test_a_timeline_dates_what_its_entity_does() -> None:
    sentences = ["Roldan wins vote", "Ana Roldan founded the league in 1998 .", "The league opened a school ."]
    row = {
        "corpus": "c",
        "entities": ["Ana Roldan"],
        "docs": [{"id": "d", "date": "2019-12-20", "sentences": sentences}],
    }
    found = said("timeline", row)
    founded = {"doc": "d", "sentence": 1, "word": "founded"}
    assert {"corpus": "c", "entity": "Ana Roldan", "date": "1998", "mentions": [founded]} in found
    assert all(mention["word"] != "opened" for line in found for mention in line["mentions"])


def test_places_have_coordinates_and_country() -> None:
    (place,) = said("places", {"id": "a", "text": "Talks were held in Lima."})[0]["places"]
    assert (place["span"], place["country"], round(place["lat"])) == ([19, 23], "PER", -12)


def test_records_carry_the_id_of_their_row_and_no_date() -> None:
    text = "Norway condemned Peru on Friday."
    (record,) = said("events", {"id": "x", "text": text, "date": "2000-01-01"})
    assert (record["article"]["id"], record["event"], record["date"]) == ("x", ("ACCUSE",), None)


def test_type_and_mode_are_those_of_the_first_record_or_null() -> None:
    rows = ({"id": "a", "text": "Norwegian police arrested a banker."}, {"id": "b", "text": "The lake is deep."})
    assert said("modes", *rows) == [
        {"id": "a", "event": "COERCE", "mode": ["arrest"]},
        {"id": "b", "event": None, "mode": None},
    ]


WHO = [
    ("Shinzo Abe", "2019-06-01", "JPN", "GOV"),
    ("President Barack Obama", "2012-06-01", "USA", "GOV"),
    ("Barack Obama", "2019-06-01", "USA", "ELI"),
    ("Nobody At All", "2019-06-01", None, None),
]


@pytest.mark.parametrize(("name", "date", "code", "sector"), WHO)
def test_a_person_has_the_office_of_the_day(name: str, date: str, code: str | None, sector: str | None) -> None:
    (row,) = said("who", {"id": "a", "name": name, "date": date})
    assert (row["code"], row["sector_code"]) == (code, sector)


POLICE = [
    ("police fired teargas at the crowd.", True),
    ("two men were arrested on sunday.", True),
    ("the minister spoke of the monsoon.", False),
]


@pytest.mark.parametrize(("text", "relevant"), POLICE)
def test_what_police_do_is_relevant_also_in_lower_case(*, text: str, relevant: bool) -> None:
    (row,) = said("relevance", {"id": "d", "sentences": [{"id": "d-0", "text": text}]})
    assert (row["label"] >= 0.5) is relevant
