"""Which verbs and units make a number a figure; read from `data/measures.yaml`."""

import functools
from importlib import resources

import msgspec
import yaml

CURRENCY_LENGTH = 3


class Measures(msgspec.Struct, frozen=True):
    """Verbs that tell a size, and units that measure one."""

    verbs: frozenset[str]
    units: frozenset[str]

    def measures(self, unit: str) -> bool:
        """Whether a unit measures; currencies (ISO 4217) do.

        >>> load().measures("USD"), load().measures("person")
        (True, False)
        >>> load().measures("barrel per day")
        True
        """
        base = unit.split(" per ", maxsplit=1)[0]
        return base in self.units or (len(base) == CURRENCY_LENGTH and base.isupper())


@functools.cache
def load() -> Measures:
    """The shipped list, read once."""
    text = resources.files("dragoman.ontology").joinpath("data/measures.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), Measures)
