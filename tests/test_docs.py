"""The documentation is true: its made parts are current, its links lead somewhere, and nothing is left out."""

import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dragoman import pipeline, sample
from dragoman.cli import reference
from dragoman.cli.app import COMMANDS, GROUPS
from dragoman.cli.exits import Exit
from dragoman.store import STATUSES

PROJECT = Path(__file__).parents[1]
PAGES = [*PROJECT.glob("*.md"), *PROJECT.glob("docs/**/*.md")]
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)


@pytest.mark.parametrize("name", reference.pages())
def test_the_made_parts_are_current(name: str) -> None:
    """`make fix` writes them anew."""
    text = (PROJECT / name).read_text(encoding="utf-8")
    assert reference.placed(text, reference.pages()[name]) == text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_files_lead_somewhere(page: Path) -> None:
    """No page points at a file that is not there."""
    links = LINK.findall(CODE.sub("", page.read_text()))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_command_and_exit_code_is_documented() -> None:
    """In docs/cli.md, and each command in the README."""
    text = (PROJECT / "docs/cli.md").read_text()
    readme = (PROJECT / "README.md").read_text()
    assert [name for name in COMMANDS if f"dragoman {name}" not in readme or f"`dragoman {name}`" not in text] == []
    assert [name for name in reference.names() if f"`dragoman {name}`" not in text] == []
    assert [name for name in GROUPS if f"dragoman {name}" not in readme] == []
    assert [code for code in Exit if f"| {code.value} |" not in text] == []


@pytest.mark.parametrize("page", ["docs/records.md", "docs/words.md"])
def test_every_status_is_explained(page: str) -> None:
    """Each word that pages use stands in the documentation."""
    text = (PROJECT / page).read_text()
    assert [word for word in STATUSES if word not in text] == []


def test_every_make_target_is_documented() -> None:
    """A target that nobody knows of is not used."""
    targets = re.search(r"^\.PHONY: (.+)$", (PROJECT / "Makefile").read_text(), re.MULTILINE)
    told = (PROJECT / "README.md").read_text() + (PROJECT / "CONTRIBUTING.md").read_text()
    assert targets is not None
    assert [one for one in targets[1].split() if f"make {one}" not in told] == []


def test_the_readme_shows_what_the_coder_gives() -> None:
    """The record in the first screen is what the sample's report gives, field by field."""
    shown = re.search(r"```json\n(.*?)```", (PROJECT / "README.md").read_text(), re.DOTALL)
    assert shown is not None
    told = json.loads(shown[1])
    report = next(path for path in sample.paths() if path.name == "05-abe-in-tehran.txt")
    records = json.loads(msgspec.json.encode(next(pipeline.coded([report])).records))
    assert part(told, next(one for one in records if one["event_text"] == told["event_text"])) == told


def part(shown: Any, whole: Any) -> Any:  # noqa: ANN401 - any JSON value
    """What of a value is shown."""
    if isinstance(shown, dict):
        return {key: part(shown[key], whole[key]) for key in shown}
    if isinstance(shown, list) and len(shown) == len(whole):
        return [part(one, other) for one, other in zip(shown, whole, strict=True)]
    return whole
