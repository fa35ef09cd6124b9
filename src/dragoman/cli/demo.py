"""`dragoman demo`: the sample that comes with the package → its chronology, its records, and a page to look at."""

from typing import Annotated

import typer


def demo(
    output: Annotated[str, typer.Option("--output", "-o", help="Folder to write to.", metavar="FOLDER")] = "demo",
) -> None:
    """Code the sample: its chronology, its records, and a page."""
    from dragoman.cli import demonstrating

    demonstrating.run(output)
