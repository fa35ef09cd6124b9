"""Coded articles → the text of one HTML file that needs nothing else: no network, no other file.

Style and script stand inside the page and are allowed by their hashes; everything else is forbidden by its policy.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import NamedTuple

import jinja2
from markupsafe import Markup

from dragoman.model.coded import Coded
from dragoman.ontology import plover
from dragoman.pages import views
from dragoman.pages.strip import strip
from dragoman.store.status import STATUSES

TEMPLATE = "page.html.jinja"


class Choice(NamedTuple):
    """A value that the chronology can be filtered by, with the number of its rows."""

    value: str
    words: str
    rows: int


def render(items: Iterable[Coded], title: str) -> str:
    """One self-contained HTML page: the chronology of all articles, then each article with its marks and records.

    Args:
        items: Coded articles, in the order in which they are to stand.
        title: Heading of the page.

    Returns:
        The text of the page, to be written as UTF-8.
    """
    coded = tuple(items)
    articles = views.articles(coded)
    months = views.chronology(coded, articles)
    rows = [row for month in months for row in month.rows]
    dates = (item.article.date for item in coded if item.article.date is not None)
    style, script = _part("page.css"), _part("page.js")
    page: str = _template().render(
        title=title,
        articles=articles,
        months=months,
        strip=strip(views.events(coded, articles), dates),
        total=len(rows),
        types=_types(rows),
        statuses=_statuses(rows),
        quads=plover.quads(),
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        policy=_policy(style, script),
    )
    return page


def _types(rows: list[views.RecordView]) -> tuple[Choice, ...]:
    counted = Counter(row.code.partition(" ")[0] for row in rows)
    return tuple(Choice(name, kind.label, counted[name]) for name, kind in plover.types().items() if counted[name] > 0)


def _statuses(rows: list[views.RecordView]) -> tuple[Choice, ...]:
    counted = Counter(row.status for row in rows)
    return tuple(Choice(word, word, counted[word]) for word in STATUSES if counted[word] > 0)


def _policy(style: str, script: str) -> str:
    """What a browser may load for this page: its own style and script, known by their hashes, and nothing else."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    return environment.from_string(_part(TEMPLATE))


@cache
def _part(name: str) -> str:
    return resources.files("dragoman.pages").joinpath("templates", name).read_text(encoding="utf-8")
