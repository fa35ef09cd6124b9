"""One line of a table of actors, of the package or of the user's: where it stands and what its fields say."""

from typing import NamedTuple

_PARTED = ";"


class Row(NamedTuple):
    """One line: file and number, its fields by column, and its table where the user's own file tells it."""

    file: str
    line: int
    fields: dict[str, str]
    table: str = ""

    @property
    def own(self) -> bool:
        """Whether the user's own file tells it."""
        return self.table != ""

    @property
    def source(self) -> str:
        """File and line, as an entity's source shows it."""
        return f"{self.file}:{self.line}"

    def one(self, column: str) -> str:
        """A field."""
        return self.fields[column]

    def several(self, column: str) -> tuple[str, ...]:
        """A field of parts joined by semicolons."""
        return tuple(p for p in self.fields[column].split(_PARTED) if p != "")
