"""Identifiers of what a desk keeps beside records: each made by one function, from a hash of what it stands for."""

import hashlib
from typing import NewType

import msgspec

from dragoman.model.ids import DIGITS

RunId = NewType("RunId", str)
JudgementId = NewType("JudgementId", str)
DerivedId = NewType("DerivedId", str)


def digest(parts: tuple[object, ...]) -> str:
    """Hash of unambiguously joined parts, as long as the other ids."""
    return hashlib.sha256(msgspec.json.encode(parts, order="deterministic")).hexdigest()[:DIGITS]
