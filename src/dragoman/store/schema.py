"""The types of the records → the JSON Schema of a line of output; what fields mean stands in `data/fields.yaml`.

The schema that is shipped beside this module is made by it, and a test compares both.
"""

import inspect
import json
import re
from functools import cache
from importlib import resources
from typing import Any

import msgspec
import yaml

from dragoman.model.event import SCHEMA_VERSION, Record

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SECTION = re.compile(r"\n\s*Attributes:\n")
_ATTRIBUTE = re.compile(r"^ {4}(\w+): (.+)$", re.MULTILINE)

Schema = dict[str, Any]


def schema() -> Schema:
    """JSON Schema (2020-12) of one record: an event, a statement or a figure. All fields are always written.

    >>> schema()["$defs"]["Size"]["required"]
    ['dead', 'injured', 'arrested']
    """
    made = msgspec.json.schema(Record)
    head = {
        "$schema": _DIALECT,
        "title": "Dragoman record",
        "description": f"One line of the output, schema version {SCHEMA_VERSION}.",
    }
    return head | made | {"$defs": {name: _explained(name, made["$defs"][name]) for name in made["$defs"]}}


def schema_text() -> str:
    """The schema as it is printed and shipped."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def shipped() -> str:
    """The text of the schema that is shipped with the package."""
    return resources.files("dragoman.store").joinpath("events.schema.json").read_text(encoding="utf-8")


def _explained(name: str, definition: Schema) -> Schema:
    """A type's definition with the meaning of each field, and all fields required."""
    summary, own = documented(definition.get("description", ""))
    properties = definition.get("properties", {})
    if len(properties) == 0:
        return definition
    meanings = own | _meanings(name)
    described = {field: {"description": meanings[field]} | shape for field, shape in properties.items()}
    return definition | {"description": summary, "properties": described, "required": list(properties)}


def documented(docstring: str) -> tuple[str, dict[str, str]]:
    r"""A docstring's text, and its attributes with their meanings.

    >>> documented("A port.\n\n    Attributes:\n        name: Its name.")
    ('A port.', {'name': 'Its name.'})
    """
    summary, *attributes = _SECTION.split(inspect.cleandoc(docstring))
    return summary.strip(), dict(_ATTRIBUTE.findall("\n".join(attributes)))


def _meanings(name: str) -> dict[str, str]:
    """What the fields of a type mean that its docstring does not explain."""
    table = fields()
    shared = table["Record"] if name.endswith("Record") else {}
    return shared | table.get(name, {})


@cache
def fields() -> dict[str, dict[str, str]]:
    """The meaning of fields by type, from the data file."""
    text = resources.files("dragoman.store").joinpath("data/fields.yaml").read_text(encoding="utf-8")
    table: dict[str, dict[str, str]] = yaml.safe_load(text)
    return table
