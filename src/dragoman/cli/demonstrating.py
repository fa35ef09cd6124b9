"""The sample → its chronology on the terminal, and a folder with the records and the page."""

from pathlib import Path

from dragoman import pages, pipeline, sample, store
from dragoman.cli import tables
from dragoman.cli.tally import Tally
from dragoman.cli.terminal import Terminal
from dragoman.errors import OutputError
from dragoman.model.coded import Coded
from dragoman.pages import views
from dragoman.settings import Settings

TITLE = "Japan, Iran and the United States, 2019"
RECORDS = ("events.jsonl", "events.csv")
PAGE = "index.html"


def run(output: str) -> None:
    """Code the sample, print its chronology, write its records and its page, and say where they are.

    Raises:
        OutputError: The folder cannot be written.
    """
    folder = made(Path(output))
    tally = Tally()
    items = tuple(tally.counted(pipeline.coded(sample.paths(), Settings(), tally.skip)))
    tally.require_articles()
    terminal = Terminal()
    terminal.print(tables.chronology(views.chronology(items, views.articles(items))))
    for path in write(folder, items):
        terminal.print(f"wrote {path}", style="dim", highlight=False, soft_wrap=True)


def made(folder: Path) -> Path:
    """The folder, made when it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{str(folder)!r} cannot be made: {error.strerror}") from error
    return folder


def write(folder: Path, items: tuple[Coded, ...]) -> list[Path]:
    """Write records and page; gives the files that were written."""
    for name in RECORDS:
        with store.writing(folder / name) as writer:
            for item in items:
                writer.write(item.records)
    with store.replacing(folder / PAGE) as file:
        file.write(pages.render(items, TITLE).encode("utf-8", "replace"))
    return [folder / name for name in (*RECORDS, PAGE)]
