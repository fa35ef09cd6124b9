"""Commands in tests: run inside the process on prepared articles, so that no model is loaded."""

from collections.abc import Callable, Iterable, Iterator

import pytest
from typer.testing import CliRunner, Result

from dragoman import pipeline
from dragoman.cli.app import build
from dragoman.model.article import Skipped
from dragoman.model.coded import Coded
from dragoman.settings import Settings
from tests import factory

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Run `dragoman` with arguments."""

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(build(), list(arguments), prog_name="dragoman", env={"COLUMNS": "120"})

    return invoke


@pytest.fixture
def prepared(monkeypatch: pytest.MonkeyPatch) -> list[Coded | Skipped]:
    """What the coder gives: prepared articles and skipped inputs, to be changed by a test; one visit at first."""
    given: list[Coded | Skipped] = [factory.visit()]

    def coded(
        sources: Iterable[str], settings: Settings | None = None, skipped: Callable[[Skipped], None] = lambda _: None
    ) -> Iterator[Coded]:
        del sources, settings
        for item in given:
            if isinstance(item, Skipped):
                skipped(item)
            else:
                yield item

    monkeypatch.setattr(pipeline, "coded", coded)
    return given
