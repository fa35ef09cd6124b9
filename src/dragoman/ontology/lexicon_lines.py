"""YAML files → plain lines of text values, each with the place where it stands; no meaning is judged here.

Scalars stay text whatever they look like: the preposition `on` is no truth value, and a CAMEO code keeps its zero.
"""

from importlib.resources.abc import Traversable

import msgspec
import yaml

Value = str | tuple[str, ...] | dict[str, tuple[str, ...]]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a file: where it stands and its values by key."""

    source: str
    values: dict[str, Value]

    def text(self, key: str) -> str | None:
        """The value of a key that holds one word or phrase."""
        value = self.values.get(key)
        return value if isinstance(value, str) else None

    def words(self, key: str) -> tuple[str, ...]:
        """The value of a key that holds a list; one word alone is a list of one."""
        value = self.values.get(key, ())
        return (value,) if isinstance(value, str) else tuple(value)

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """The value of a key that holds named lists."""
        value = self.values.get(key)
        return value if isinstance(value, dict) else {}

    def flag(self, key: str) -> bool:
        """Whether a key says true."""
        return self.values.get(key) == "true"


def entries(file: Traversable) -> tuple[list[Line], list[str]]:
    """The entries of a file that is one list, and its faults."""
    root, faults = _root(file)
    if root is None:
        return [], faults
    if not isinstance(root, yaml.SequenceNode):
        return [], [f"{file.name}:1: expected a list of frames, one a line"]
    lines = []
    for node in root.value:
        source = f"{file.name}:{node.start_mark.line + 1}"
        if isinstance(node, yaml.MappingNode):
            lines.append(Line(source=source, values=_mapping(node)))
        else:
            faults.append(f"{source}: expected {{key: value, ...}}")
    return lines, faults


def groups(file: Traversable) -> tuple[list[tuple[str, str, tuple[str, ...]]], list[str]]:
    """The (place, name, members) of a file that is one mapping of names to lists, and its faults."""
    root, faults = _root(file)
    if not isinstance(root, yaml.MappingNode):
        return [], [*faults, f"{file.name}:1: expected names with lists of nouns"]
    return [(f"{file.name}:{k.start_mark.line + 1}", str(k.value), _list(v)) for k, v in root.value], faults


def _root(file: Traversable) -> tuple[yaml.Node | None, list[str]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.compose(file.read_text(encoding="utf-8"), Loader=loader), []
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark is not None else 1
        return None, [f"{file.name}:{line}: {error.problem}"]


def _mapping(node: yaml.MappingNode) -> dict[str, Value]:
    return {str(key.value): _value(value) for key, value in node.value}


def _value(node: yaml.Node) -> Value:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _list(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return _list(node)
    return str(node.value)


def _list(node: yaml.Node) -> tuple[str, ...]:
    if isinstance(node, yaml.SequenceNode):
        return tuple(str(member.value) for member in node.value)
    return (str(node.value),)
