"""The coder as it is installed, with its settings → a mark by which the desk knows whose work its records are.

The version alone would not do: a table mended between two releases makes other records.
"""

import hashlib
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from dragoman.settings import VERSION, Settings

PARTS = ("annotate", "extract", "model", "ontology", "resolve", "text")
"""Folders of the package that decide what a text gives; readers are no part of it, as the desk keeps what they read."""
LEFT_OUT = frozenset({"__pycache__"})
DIGITS = 16


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """Who codes, and how.

    Attributes:
        version: The version of this package.
        rules: Digest of all rules, tables and models, and of the parser's version.
        settings: Those that decide what a text gives, as JSON.
    """

    version: str
    rules: str
    settings: str

    @property
    def digest(self) -> str:
        """All of it in one word."""
        return _digest([part.encode() for part in (self.version, self.rules, self.settings)])


def mark(settings: Settings) -> Mark:
    """The mark of the coder with these settings."""
    told = {
        "pipeline": settings.pipeline,
        "lead": settings.lead,
        "model": settings.model,
        "actors": [_digest([Path(file).read_bytes()]) for file in settings.actors],
    }
    return Mark(version=VERSION, rules=_rules(settings.pipeline), settings=msgspec.json.encode(told).decode())


@cache
def _rules(pipeline: str) -> str:
    root = resources.files("dragoman")
    found = [part for name in PARTS for part in _files(root.joinpath(name))]
    return _digest([metadata.version(pipeline.replace("_", "-")).encode(), *found])


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
