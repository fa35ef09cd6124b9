"""`dragoman show`: text, records, silent sentences and codes, safe for any terminal."""

import pytest
from rich.console import Console

from dragoman.cli import showing
from dragoman.model.article import Skipped
from dragoman.model.coded import Coded
from dragoman.pages import views
from tests import factory
from tests.cli.conftest import Run


@pytest.mark.usefixtures("prepared")
def test_all_that_belongs_to_an_article_is_shown(run: Run) -> None:
    """The marked text, its records in words, the sentence without a record, and the codes with their names."""
    output = run("show", "visit.txt").stdout
    for expected in (
        "Iran's leader in Japan",
        "Harbour Gazette",
        "[met]¹",
        "20 Dec 2019",
        "President Rouhani IRN GOV →",
        "planned",
        "officials",
        "1 sentence with two actors and no record",
        "– Trump also spoke of Iran and Japan.",
        "CONSULT",
        "government, executive",
    ):
        assert expected in output, expected


def test_an_article_cannot_steer_the_terminal(run: Run, prepared: list[Coded | Skipped]) -> None:
    """Control characters of a report are shown, not obeyed; half a surrogate pair does not stop it."""
    report = factory.article("Abe met \x1b[2J\x07 Rouhani \ud800.", title="\x1b]0;title\x07")
    prepared[:] = [factory.coded(report, factory.event(report, "met"))]
    result = run("show", "x")
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout


def test_what_was_skipped_is_told(run: Run, prepared: list[Coded | Skipped]) -> None:
    """Each skipped input with its reason; nothing read at all is an error."""
    prepared[:] = [Skipped(file="a.txt", reason="empty")]
    result = run("show", "a.txt")
    assert result.exit_code == 1
    assert "skipped a.txt: empty" in result.stderr


def test_marks_are_styles_on_a_terminal() -> None:
    """Where there are colours, the text stays as it is, with numbers after the event words."""
    marked = showing.text(views.article(factory.visit(), 1).pieces, brackets=False)
    console = Console(force_terminal=True, color_system="standard", width=200, no_color=False)
    with console.capture() as captured:
        console.print(marked)
    assert "\x1b[" in captured.get()
    assert "President Rouhani met¹ Prime Minister Abe" in marked.plain
