"""PLOVER's exchange form: the manual's fields, nothing lost, no class or score for what is denied."""

import datetime as dt
import json
from typing import Any

from msgspec.structs import replace

from dragoman.model.event import Record
from dragoman.store import export
from dragoman.store.export import plover_json
from tests import factory
from tests.store.export.written import sample, written

FIELDS = [
    *("id", "has_event", "date", "enddate", "actor", "recipient", "event", "mode", "context", "event_loc"),
    *("event_text", "quad_code", "event_scale", "link", "text", "text_info", "cite_info", "coder", "coded_date"),
    *("size", "dragoman"),
]
REPORT = factory.article("Iran met Japan in Tokyo.", publisher="Harbour Gazette", title="Talks")


def lines(*records: Record, include: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(records, "plover", include)[0].splitlines()]


def met(**fields: object) -> Record:
    made = factory.event(REPORT, "met", "CONSULT", (["Iran"], ["Japan"]), mode=("visit",), date=dt.date(2019, 12, 20))
    return replace(made, quad_code=1, event_scale=4.0, **fields)


def test_a_line_has_the_fields_of_the_manual_in_their_order() -> None:
    (line,) = lines(met())
    assert list(line) == FIELDS
    assert (line["event"], line["mode"], line["quad_code"], line["event_scale"]) == (["CONSULT"], ["visit"], 1, 4.0)
    assert line["actor"][0]["code"] == "IRN"
    assert line["actor"][0]["sector"] == ["GOV"]
    assert line["cite_info"]["citation"] == "Harbour Gazette, Talks, 2019-12-20"
    assert line["date"] == "2019-12-20"


def test_offsets_point_into_the_article() -> None:
    (line,) = lines(met())
    assert REPORT.text[line["text_info"]["start"] : line["text_info"]["end"]] == line["text"]
    entity = line["recipient"][0]
    assert REPORT.text[entity["start"] : entity["end"]] == entity["entity_text"]


def test_auxiliary_modes_stand_among_the_modes_and_a_denied_act_has_no_score() -> None:
    (line,) = lines(met(auxiliary=("negation",)))
    assert (line["mode"], line["quad_code"], line["event_scale"]) == (["visit", "negation"], None, None)
    assert line["dragoman"]["status"] == "denied"


def test_statements_and_figures_have_no_event() -> None:
    said = factory.statement(REPORT, "met", "Japan in Tokyo", speaker=(factory.party(REPORT, "Iran"),))
    told, counted = lines(said, factory.figure(REPORT, "Tokyo", 1, "city"), include=("statements", "figures"))
    assert (told["has_event"], told["event"], told["actor"][0]["entity_text"]) == (False, [], "Iran")
    assert (counted["has_event"], counted["dragoman"]["value"]) == (False, 1)


def test_records_of_one_happening_share_their_link() -> None:
    first, other = met(id="a"), met(id="b")
    line = plover_json.told(first, "happening-1")
    assert (line.link, plover_json.told(other).link) == ("happening-1", None)
    layout = plover_json.linked({"a": "h", "b": "h"})
    assert (layout.name, layout.lossless, layout.suffix) == ("plover", True, ".jsonl")


def test_nothing_of_a_record_is_lost() -> None:
    """Every field stands in the manual's or in ours."""
    data, _ = written(sample(), "plover", ["statements", "figures", "no-recipient"])
    found = [json.loads(line) for line in data.splitlines()]
    assert [one["id"] for one in found] == [record.id for record in sample()]
    for line, record in zip(found, sample(), strict=True):
        fields = {"from": "source_of", "to": "destination"}
        told = {fields.get(name, name) for name in (*line, *line["dragoman"])}
        assert {*record.__struct_fields__} - told == set()


def test_the_same_records_give_the_same_bytes() -> None:
    assert written(sample(), "plover")[0] == written(list(sample()), "plover")[0]
    assert export.LAYOUTS["plover"].lossless
