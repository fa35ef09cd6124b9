"""What a JSON file beside an article says of it."""

import datetime as dt
from pathlib import Path

import pytest

from dragoman.read import sidecar
from tests.read.outcome import PROSE, outcome, put

SIDECAR = '{"pub_date": "3 June 2019", "source": {"name": "Fjord Post"}, "headline": "Talks", "id": 7}'


@pytest.mark.parametrize(
    "report, beside", [("a.txt", "a.txt.json"), ("a.txt", "a.json"), ("a", "a.json"), ("a.html", "a.json")]
)
def test_a_sidecar_gives_columns(tmp_path: Path, report: str, beside: str) -> None:
    """Date, publisher, title and id come from the sidecar, which is no article itself."""
    put(tmp_path, report, f"<p>{PROSE}</p>" if report.endswith("html") else PROSE)
    put(tmp_path, beside, SIDECAR)
    article = outcome(tmp_path).only
    assert (article.date, article.date_basis) == (dt.date(2019, 6, 3), "given")
    assert (article.publisher, article.title, article.id) == ("Fjord Post", "Talks", "7")


def test_a_sidecar_goes_before_the_text(tmp_path: Path) -> None:
    """A given date counts more than one that the text states; the body begins after the stated one all the same."""
    put(tmp_path, "a.txt", f"date 2001-01-01 {PROSE}")
    put(tmp_path, "a.json", '{"date": "2019-06-03"}')
    article = outcome(tmp_path).only
    assert (article.date, article.date_span, article.body) == (dt.date(2019, 6, 3), None, 16)


def test_a_sidecar_that_is_named_gives_no_article(tmp_path: Path) -> None:
    """A shell's pattern names the sidecars as well."""
    named = [put(tmp_path, "a.txt", PROSE), put(tmp_path, "a.json", SIDECAR)]
    assert outcome(*named).only.publisher == "Fjord Post"


@pytest.mark.parametrize("name", ["b.json", "data.csv.json", "a.jsonl"])
def test_other_json_files_are_none(name: str) -> None:
    """JSON beside nothing, or beside a table, is input of its own."""
    assert not sidecar.is_one(name, {"a.txt", "data.csv"}.__contains__)
