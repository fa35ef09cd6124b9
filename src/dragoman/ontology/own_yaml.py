"""The text of a YAML file → its sections as items that know their line; wrong shapes are told, not raised."""

from collections.abc import Iterator, Mapping

import msgspec
import yaml


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One mapping: its place, its texts by field, and its inner items by field."""

    file: str
    line: int
    fields: dict[str, tuple[str, ...]]
    items: dict[str, tuple["Item", ...]]
    lists: frozenset[str]

    @property
    def source(self) -> str:
        """File and line."""
        return f"{self.file}:{self.line}"

    def one(self, field: str) -> str:
        """The text of a field; empty where it is not given."""
        return next(iter(self.fields.get(field, ())), "")

    def several(self, field: str) -> tuple[str, ...]:
        """All texts of a field."""
        return self.fields.get(field, ())

    def inner(self, field: str) -> tuple["Item", ...]:
        """Items inside a field."""
        return self.items.get(field, ())

    def unlike(self, known: Mapping[str, bool]) -> Iterator[str]:
        """What is wrong with the fields, where `known` tells which there are and whether they hold lists."""
        for field in (*self.fields, *self.items):
            if field not in known:
                yield f"{self.source}: {field!r} is not one of {', '.join(known)}"
            elif field in self.lists and not known[field]:
                yield f"{self.source}: {field!r} must be one text, not a list"
        for field, texts in self.fields.items():
            for text in texts:
                if ";" in text:
                    yield f"{self.source}: {field} {text!r} has a semicolon"


class Items(msgspec.Struct, frozen=True, kw_only=True):
    """A section: its place and its items."""

    source: str
    items: tuple[Item, ...]


class Sections(msgspec.Struct, frozen=True, kw_only=True):
    """All sections of a file by name, and what has the wrong shape."""

    items: dict[str, Items]
    faults: tuple[str, ...]


def document(text: str, file: str) -> Sections:
    r"""The sections of a file.

    >>> sections = document("forget:\n  - Bush\n  - name: Lee\n", "mine.yaml")
    >>> [(item.source, item.one("name")) for item in sections.items["forget"].items]
    [('mine.yaml:2', 'Bush'), ('mine.yaml:3', 'Lee')]

    Raises:
        yaml.YAMLError: The text is no YAML.
    """
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    if node is None:
        return Sections(items={}, faults=())
    if not isinstance(node, yaml.MappingNode):
        return Sections(items={}, faults=(f"{file}:1: must be sections with lists",))
    faults: list[str] = []
    sections = {}
    for key, value in node.value:
        source = f"{file}:{_line(key)}"
        if not isinstance(value, yaml.SequenceNode):
            faults.append(f"{source}: {key.value!r} must be a list")
            continue
        sections[str(key.value)] = Items(source=source, items=tuple(_items(value, file, faults)))
    return Sections(items=sections, faults=tuple(faults))


def _items(node: yaml.SequenceNode, file: str, faults: list[str]) -> Iterator[Item]:
    for one in node.value:
        if isinstance(one, yaml.MappingNode):
            yield _item(one, file, faults)
        elif isinstance(one, yaml.ScalarNode):
            name = (str(one.value),)
            yield Item(file=file, line=_line(one), fields={"name": name}, items={}, lists=frozenset())
        else:
            faults.append(f"{file}:{_line(one)}: a list where an item must stand")


def _item(node: yaml.MappingNode, file: str, faults: list[str]) -> Item:
    fields: dict[str, tuple[str, ...]] = {}
    items: dict[str, tuple[Item, ...]] = {}
    lists = set()
    for key, value in node.value:
        name = str(key.value)
        if isinstance(value, yaml.SequenceNode):
            lists.add(name)
            if any(isinstance(one, yaml.MappingNode) for one in value.value):
                items[name] = tuple(_items(value, file, faults))
            else:
                fields[name] = tuple(_texts(value, file, faults))
        elif isinstance(value, yaml.ScalarNode):
            fields[name] = () if value.tag.endswith(":null") else (str(value.value),)
        else:
            faults.append(f"{file}:{_line(value)}: {name!r} must be a text or a list")
    return Item(file=file, line=_line(node), fields=fields, items=items, lists=frozenset(lists))


def _texts(node: yaml.SequenceNode, file: str, faults: list[str]) -> Iterator[str]:
    for one in node.value:
        if isinstance(one, yaml.ScalarNode):
            yield str(one.value)
        else:
            faults.append(f"{file}:{_line(one)}: a list inside a list")


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
