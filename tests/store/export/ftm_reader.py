"""FollowTheMoney's own reader; it wants PyICU and warns without, so it is loaded and used with warnings off."""

import json
import warnings
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from followthemoney import model
    from followthemoney.proxy import EntityProxy


def entities(data: bytes, *, cleaned: bool = False) -> dict[str, EntityProxy]:
    """The entities of a file by id, each valid for its schema and once; `cleaned` as the library would write them."""
    found: dict[str, EntityProxy] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for line in data.decode().splitlines():
            told = json.loads(line)
            one = _valid(told, cleaned=cleaned)
            found[one.id or ""] = one
        assert len(found) == len(data.decode().splitlines())
    return found


def _valid(told: dict[str, Any], *, cleaned: bool) -> EntityProxy:
    one = model.get_proxy(told, cleaned=not cleaned)
    assert set(told["properties"]) <= set(one.schema.properties)
    one.schema.validate({"properties": told["properties"]})
    return one
