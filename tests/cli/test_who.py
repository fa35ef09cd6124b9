"""`dragoman who` answers with the line of the data file, and is honest about what it does not know."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_who_tells_the_office_of_the_day(run: Run) -> None:
    answer = run("who", "Hassan Rouhani", "--on", "2019-12-20")
    head, line = answer.stdout.splitlines()
    assert head == "Hassan Rouhani on 2019-12-20: Iran (IRN), GOV, President"
    assert line.startswith("  offices.csv:")
    assert "Hassan Rouhani,President,IRN,GOV,2013" in line


def test_who_says_that_a_name_may_mean_several(run: Run) -> None:
    assert "'Bush' may be any of 2" in run("who", "Bush").stdout


def test_who_suggests_names_and_fails_for_one_that_nobody_has(run: Run) -> None:
    answer = run("who", "Hassan Rouhany")
    assert answer.exit_code == 1
    assert "spelt like it: Hassan Rouhani" in answer.stdout


def test_who_as_json(run: Run) -> None:
    answer = json.loads(run("who", "Emmanuel Macron", "--on", "2020-01-01", "--json").stdout)
    assert (answer["answers"][0]["code"], answer["answers"][0]["sector_code"]) == ("FRA", "GOV")
    assert answer["answers"][0]["line"]["file"] == "offices.csv"


def test_who_wants_a_day(run: Run) -> None:
    answer = run("who", "Emmanuel Macron", "--on", "May")
    assert answer.exit_code == 2
    assert "--on 'May'" in answer.stderr


def test_who_takes_own_actors_and_notes_what_they_replace(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "mine.yaml"
    own.write_text("organisations:\n  - {name: NATO, code: IGO, sectors: [GOV], kind: alliance}\n", encoding="utf-8")
    answer = run("who", "NATO", "--actors", str(own))
    assert "note: mine.yaml:2: NATO replaces organisations.csv:" in answer.stderr
    assert "mine.yaml:2 [file:mine.yaml]" in answer.stdout
    assert run("who", "NATO").stderr == ""
