"""Arguments and options that several commands share, each with its help, and what they are read into."""

from typing import Annotated

import typer

from dragoman.errors import UsageError

Paths = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders (with all below them), patterns in quotes, or - for standard input: plain text, HTML, "
        "JSON lines, CSV, Parquet, RSS or Atom, also .gz and .zip.",
        metavar="PATHS...",
        show_default=False,
    ),
]
Limit = Annotated[int | None, typer.Option(min=1, help="Stop after so many articles.", show_default=False)]
Lead = Annotated[
    int | None, typer.Option(min=1, help="Code only the first so many sentences of each article.", show_default=False)
]
MaxCharacters = Annotated[
    int, typer.Option(min=1, help="Skip articles that are longer, and list them as over-long.", metavar="N")
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        help="A column of a table by its own name, such as text=Story; may be given several times.",
        metavar="FIELD=NAME",
        show_default=False,
    ),
]

Actors = Annotated[
    list[str] | None,
    typer.Option(
        "--actors",
        help="A YAML file of your own actors, which adds to the dictionary and corrects it (docs/actors.md); "
        "may be given several times, the later ones winning.",
        metavar="FILE",
        show_default=False,
    ),
]

Desk = Annotated[
    str,
    typer.Option(
        "--desk",
        "-d",
        envvar="DRAGOMAN_DESK",
        help="The desk: an SQLite file, or a database as in postgresql+psycopg://user@host/name.",
        metavar="FILE|URL",
    ),
]

NoModel = Annotated[
    bool, typer.Option("--no-model", help="Take types from the lexicon alone; nothing learned is asked.")
]


def columns(given: list[str] | None) -> tuple[tuple[str, str], ...]:
    """Pairs of field and column name.

    Raises:
        UsageError: One of them has no equals sign.

    >>> columns(["text=Story"])
    (('text', 'Story'),)
    """
    return tuple(_pair(one) for one in given or ())


def _pair(given: str) -> tuple[str, str]:
    field, mark, name = given.partition("=")
    if mark == "":
        raise UsageError(f"--column {given!r}: write FIELD=NAME, such as text=Story")
    return field.strip(), name.strip()
