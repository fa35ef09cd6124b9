"""Coded articles → the terminal: text with marks, records below it, what gave none, and the codes in words."""

import sys
from collections.abc import Iterable

from rich.rule import Rule
from rich.style import Style
from rich.text import Text

from dragoman import pipeline
from dragoman.cli import tables
from dragoman.cli.tally import Tally, count
from dragoman.cli.terminal import Terminal, printable
from dragoman.model.coded import Coded
from dragoman.pages import views
from dragoman.pages.marks import Kind
from dragoman.settings import Settings

STYLES: dict[Kind, Style] = {
    "headline": Style(bold=True),
    "foreseen": Style(color="yellow"),
    "evidence": Style(color="yellow", bold=True),
    "actor": Style(color="bright_blue", underline=True),
    "recipient": Style(color="magenta", underline=True),
    "source": Style(color="cyan", italic=True),
    "time": Style(color="green"),
    "place": Style(color="red"),
    "quantity": Style(color="bright_black", underline=True),
    "event": Style(color="black", bgcolor="yellow", bold=True),
}
"""Marks from the weakest to the strongest: where several lie over the same words, the later ones win."""

_NUMBERS = str.maketrans("0123456789,", "⁰¹²³⁴⁵⁶⁷⁸⁹’")


def run(paths: tuple[str, ...], settings: Settings) -> None:
    """Show all articles.

    Raises:
        NothingReadError: No input gave an article.
    """
    terminal, tally = Terminal(), Tally()
    terminal.print(marks())
    rows: list[views.RecordView] = []
    for number, item in enumerate(tally.counted(pipeline.coded(paths, settings, tally.skip)), start=1):
        view = views.article(item, number)
        rows.extend(view.records)
        show(terminal, item, view)
    for one in tally.skipped:
        sys.stderr.write(f"skipped {one.file}: {one.reason}{f' ({one.detail})' if one.detail else ''}\n")
    tally.require_articles()
    terminal.print(Rule("Codes", align="left"), tables.legend(rows))


def show(terminal: Terminal, item: Coded, view: views.ArticleView) -> None:
    """One article with all that belongs to it."""
    about = " · ".join(part for part in (view.outlet, view.date or "undated") if part)
    terminal.print()
    terminal.print(Rule(Text(printable(f"{view.number} {view.title} · {about}")), align="left"))
    plain = terminal.color_system is None
    marked = text(view.pieces, brackets=plain)
    marked.rstrip()
    terminal.print(marked)
    terminal.print()
    terminal.print(tables.records(view.records) if view.records else Text("no record", style="dim"))
    if len(item.silent) > 0:
        terminal.print(Text(f"\n{count(len(item.silent), 'sentence')} with two actors and no record:", style="dim"))
        terminal.print(*(Text(printable(f"  – {one}"), style="dim") for one in view.silent), sep="\n")


def text(pieces: Iterable[views.PieceView], *, brackets: bool) -> Text:
    """The article with its marks; the number of a record stands after its event word.

    Args:
        pieces: The pieces of the text.
        brackets: Put event words into brackets, for where there are no colours.
    """
    made = Text()
    for piece in pieces:
        words = printable(piece.text)
        if brackets and "event" in piece.kinds:
            words = f"[{words}]"
        made.append(words, _style(piece))
        if len(piece.begins) > 0:
            made.append(",".join(key.split("-")[1] for key in piece.begins).translate(_NUMBERS), "dim")
    return made


def _style(piece: views.PieceView) -> Style:
    return sum((style for kind, style in STYLES.items() if kind in piece.kinds), Style.null())


def marks() -> Text:
    """The legend of the marks."""
    return Text("  ").join(Text(kind, style) for kind, style in STYLES.items())
