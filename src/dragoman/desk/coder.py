"""The coder as it is installed, with its settings → the run by which a desk knows whose work its records are.

The version alone would not do: a table mended between two releases makes other records.
"""

import hashlib
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

from dragoman.settings import VERSION, Settings
from dragoman.store.desk.base import Run

PARTS = ("annotate", "extract", "model", "ontology", "resolve", "text")
"""Folders of the package that decide what a text gives; readers are no part of it, as the desk keeps what they read."""
LEFT_OUT = frozenset({"__pycache__"})
DIGITS = 16


def present(settings: Settings) -> Run:
    """The coder with these settings, as a desk notes it; settings that no record depends on are no part of it."""
    actors = (_digest([Path(file).read_bytes()]) for file in settings.actors)
    return Run(
        coder=f"dragoman {VERSION}",
        models=tuple(f"{part} {_version(part)}" for part in ("spacy", settings.pipeline)),
        settings=(
            ("rules", _rules()),
            ("lead", str(settings.lead)),
            ("model", str(settings.model)),
            *((f"actors {number}", digest) for number, digest in enumerate(actors, 1)),
        ),
    )


def _version(part: str) -> str:
    try:
        return metadata.version(part.replace("_", "-"))
    except metadata.PackageNotFoundError:
        return "unknown"


@cache
def _rules() -> str:
    """Digest of all rules, tables and learned weights."""
    root = resources.files("dragoman")
    return _digest([part for name in PARTS for part in _files(root.joinpath(name))])


def _files(folder: Traversable) -> list[bytes]:
    """Names and contents of all files of a folder, in the order of their names."""
    found: list[bytes] = []
    for part in sorted(folder.iterdir(), key=lambda one: one.name):
        if part.is_dir() and part.name not in LEFT_OUT:
            found += _files(part)
        elif part.is_file():
            found += (part.name.encode(), part.read_bytes())
    return found


def _digest(parts: list[bytes]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()[:DIGITS]
