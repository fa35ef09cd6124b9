"""Values → JSON lines: one object a line, keys in the order of the types, nothing left out."""

import json

import msgspec

_ENCODER = msgspec.json.Encoder()


def line(value: msgspec.Struct) -> bytes:
    """One value as a line of JSON, with the newline.

    Half of a surrogate pair, which UTF-8 cannot hold but a JSON input may bring, is written as an escape.
    """
    try:
        return _ENCODER.encode(value) + b"\n"
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(value), separators=(",", ":")).encode("ascii") + b"\n"
