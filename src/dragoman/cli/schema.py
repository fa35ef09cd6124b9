"""`dragoman schema`: the JSON Schema of a line of output."""

import typer


def schema() -> None:
    """Print the JSON Schema of the records."""
    from dragoman.store.schema import schema_text

    typer.echo(schema_text(), nl=False)
