"""Persons that no dictionary knows are counted in the summary and listed in a file that `--actors` takes."""

from pathlib import Path

from msgspec import structs

from dragoman.cli.candidates import Candidates
from dragoman.model.because import Because
from dragoman.model.coded import Coded
from dragoman.model.entity import Entity
from dragoman.model.ids import EntityId
from dragoman.model.resolved import ActorMention
from dragoman.model.span import Span
from dragoman.ontology.actor_own import Book
from tests import factory
from tests.cli.conftest import Run

STRANGER = Entity(
    id=EntityId("article:amina-okafor"),
    name="Amina Okafor",
    kind="person",
    code="NGA",
    sectors=("GOV",),
    role="deputy health minister",
)


def visit_with_stranger() -> Coded:
    """A coded article that names somebody whom only it knows."""
    coded = factory.visit()
    because = Because(field="actor", rule="name-by-recogniser")
    mention = ActorMention(span=Span(0, 1), head=0, first=0, stop=1, entity=STRANGER, kind="name", because=because)
    resolved = structs.replace(coded.resolved, actors=(*coded.resolved.actors, mention))
    return structs.replace(coded, resolved=resolved)


def test_candidates_are_counted_and_written(run: Run, prepared: list[Coded], tmp_path: Path) -> None:
    """The file is one of one's own actors without faults."""
    prepared[:] = [visit_with_stranger()]
    file = tmp_path / "new.yaml"
    result = run("code", "reports", "-o", str(tmp_path / "events.jsonl"), "--candidates", str(file))
    assert result.exit_code == 0
    assert f"1 person in no dictionary, coded by title; see {file}" in result.stderr
    book = Book((str(file),))
    assert book.faults == []
    assert [row.fields["code"] for row in book.rows if "code" in row.fields] == ["NGA"]


def test_those_of_undated_reports_are_comments(tmp_path: Path) -> None:
    """An office needs a day, and none is made up."""
    coded = visit_with_stranger()
    met = Candidates()
    met.add(structs.replace(coded, article=structs.replace(coded.article, date=None)))
    met.write(tmp_path / "new.yaml")
    assert "# no day told: Amina Okafor, deputy health minister, NGA GOV" in (tmp_path / "new.yaml").read_text()
