"""The schema: made from the types, shipped, and true of what is written."""

import json

import msgspec
import pytest

from dragoman.model.event import Record
from dragoman.store.schema import documented, fields, schema, schema_text, shipped
from tests import factory


def test_the_shipped_schema_is_the_one_that_the_types_give() -> None:
    """`make fix` writes it anew when a type has changed."""
    assert shipped() == schema_text()


def test_every_type_and_field_is_explained() -> None:
    """No field goes out without a sentence that says what it means."""
    for name, definition in schema()["$defs"].items():
        assert definition["description"], name
        for field, shape in definition.get("properties", {}).items():
            assert shape["description"], f"{name}.{field}"


def test_no_explanation_is_left_over_and_none_stands_twice() -> None:
    """Each line of the data file belongs to a field that exists and that its docstring does not explain."""
    raw = msgspec.json.schema(Record)["$defs"]
    for name, lines in fields().items():
        types = [kind for kind in raw if kind.endswith("Record")] if name == "Record" else [name]
        for kind in types:
            assert set(lines) <= set(raw[kind]["properties"]), kind
            assert not set(lines) & set(documented(raw[kind]["description"])[1]), kind


@pytest.mark.parametrize("record", factory.visit().records, ids=lambda record: type(record).__name__)
def test_what_is_written_has_exactly_the_fields_of_the_schema(record: Record) -> None:
    """All fields are required and all are there."""
    definition = schema()["$defs"][type(record).__name__]
    written = json.loads(msgspec.json.encode(record))
    assert list(written) == definition["required"] == list(definition["properties"])
