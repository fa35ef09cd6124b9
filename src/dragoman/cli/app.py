"""The command `dragoman`: its verbs in one dict, each from a file of its own; importing this loads no heavy library."""

from collections.abc import Callable
from typing import Annotated

import typer

from dragoman import __version__
from dragoman.cli.code import code
from dragoman.cli.date import date
from dragoman.cli.demo import demo
from dragoman.cli.desk import DESK
from dragoman.cli.evaluate import evaluate
from dragoman.cli.exits import guarded
from dragoman.cli.explain import explain
from dragoman.cli.export import export
from dragoman.cli.recode import recode
from dragoman.cli.schema import schema
from dragoman.cli.show import show
from dragoman.cli.who import who

COMMANDS: dict[str, Callable[..., None]] = {
    "code": code,
    "show": show,
    "explain": explain,
    "who": who,
    "date": date,
    "export": export,
    "recode": recode,
    "demo": demo,
    "evaluate": evaluate,
    "schema": schema,
}
"""Every verb of the command line, but those of the desk, which stand after the word `desk`."""
GROUPS: dict[str, dict[str, Callable[..., None]]] = {"desk": DESK}
"""Verbs that stand after another word."""
GROUP_HELP = {"desk": "A desk: keep reports with all that is read from them, find it again, hand it on."}


def _version(*, asked: bool) -> None:
    if asked:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


def about(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=lambda asked: _version(asked=asked), is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """Read news reports and keep the record: who did what to whom, when, according to whom, and whether it happened."""
    del version


def build() -> typer.Typer:
    """The application with all its commands."""
    app = _typer("dragoman")
    app.callback()(about)
    for name, verb in COMMANDS.items():
        app.command(name)(guarded(verb))
    for group, verbs in GROUPS.items():
        below = _typer(group, GROUP_HELP[group])
        for name, verb in verbs.items():
            below.command(name)(guarded(verb))
        app.add_typer(below)
    return app


def _typer(name: str, about: str | None = None) -> typer.Typer:
    return typer.Typer(
        name=name,
        help=about,
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )


def main() -> None:
    """Run the command line."""
    build()()
