"""Commands and types → the parts of the documentation that are made from them; `make fix` writes them anew.

Usage: python -m dragoman.cli.reference FOLDER   (the project's folder)
"""

import os
import sys
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from dragoman.cli.app import COMMANDS, GROUPS, build
from dragoman.evaluate.coverage import by_basis
from dragoman.store.columns import COLUMNS
from dragoman.store.find.reference import listed
from dragoman.store.schema import schema, schema_text

WIDTH = 100
_BEGIN, _END = "<!-- made by make fix: begin -->", "<!-- made by make fix: end -->"
_RECORDS = ("EventRecord", "StatementRecord", "FigureRecord")


def pages() -> dict[str, str]:
    """Made parts by the file, relative to the project's folder, that they stand in."""
    return {
        "docs/cli.md": commands(),
        "docs/records.md": records(),
        "docs/actors.md": by_basis(),
        "docs/find.md": listed(),
    }


def commands() -> str:
    """The help of every command."""
    return "\n\n".join(f"## `dragoman {name}`\n\n```text\n{help_of(name)}\n```" for name in names())


def names() -> list[str]:
    """Every command as it is typed."""
    return [*COMMANDS, *(f"{group} {verb}" for group, verbs in GROUPS.items() for verb in verbs)]


def help_of(name: str) -> str:
    """What `dragoman NAME --help` prints."""
    environment = {"COLUMNS": str(WIDTH), "TERMINAL_WIDTH": str(WIDTH), "NO_COLOR": "1"}
    printed = CliRunner().invoke(build(), [*name.split(), "--help"], env=os.environ | environment, prog_name="dragoman")
    return "\n".join(line.rstrip() for line in printed.output.strip().splitlines())


def records() -> str:
    """A table of fields for each type of record and of its parts, and the columns of the flat forms."""
    definitions = schema()["$defs"]
    shared = set.intersection(*(set(definitions[name]["properties"]) for name in _RECORDS))
    parts = [
        _fields("All records", "Fields that events, statements and figures share.", definitions["EventRecord"], shared)
    ]
    for name, definition in definitions.items():
        if "properties" in definition:
            own = set(definition["properties"]) - (shared if name in _RECORDS else set())
            parts.append(_fields(name, definition["description"], definition, own))
    columns = ", ".join(f"`{column.name}`" for column in COLUMNS)
    return "\n\n".join([*parts, f"## Columns of CSV and Parquet\n\n{columns}."])


def _fields(name: str, about: str, definition: dict[str, Any], shown: set[str]) -> str:
    rows = [
        f"| `{field}` | {_type(shape)} | {shape['description']} |"
        for field, shape in definition["properties"].items()
        if field in shown
    ]
    return "\n".join([f"## {name}\n\n{about}\n", "| field | type | meaning |", "|---|---|---|", *rows])


def _type(shape: dict[str, Any]) -> str:
    """A type in a word or two."""
    if "anyOf" in shape:
        return " or ".join(_type(one) for one in shape["anyOf"])
    if "$ref" in shape:
        return str(shape["$ref"].rpartition("/")[2])
    if "enum" in shape:
        return ", ".join(f"`{value}`" for value in shape["enum"])
    if shape.get("type") == "array":
        return f"list of {_type(shape['items'])}" if shape.get("items") else "list"
    return str(shape.get("format") or shape["type"])


def placed(text: str, made: str) -> str:
    """A page's text with its made part put between the marks."""
    head, _, rest = text.partition(_BEGIN)
    _, _, tail = rest.partition(_END)
    return f"{head}{_BEGIN}\n\n{made}\n\n{_END}{tail}"


def main(folder: Path) -> None:
    """Write all made parts, and the schema that is shipped."""
    for name, made in pages().items():
        path = folder / name
        path.write_text(placed(path.read_text(encoding="utf-8"), made), encoding="utf-8")
    (folder / "src/dragoman/store/events.schema.json").write_text(schema_text(), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
