"""The user's own actors add to the dictionary, correct it and join names; faults are told with their lines."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.ontology import actor_check, actor_own
from dragoman.ontology.lookup import found, look, named

DAY = dt.date(2019, 6, 1)
Write = Callable[..., tuple[str, ...]]


@pytest.fixture
def write(tmp_path: Path) -> Iterator[Write]:
    """Write files and take them into use; afterwards the shipped tables are in use again."""

    def use(*texts: str) -> tuple[str, ...]:
        paths = [tmp_path / f"own{number}.yaml" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        return actor_check.use(tuple(map(str, paths)))

    yield use
    actor_own.use(())


NEW = """\
persons:
  - name: Wanda Otieno
    aliases: [W. Otieno]
    surnames: [Otieno]
    gender: f
    offices:
      - {title: Trade Minister, code: KEN, sectors: [GOV], start: 2018-02-05, end: 2020-01}
organisations:
  - {name: Lake Guard, aliases: [Guardians of the Lake], code: KEN, sectors: [PRM], kind: armed}
"""


def test_new_actors_are_known_with_their_lines(write: Write) -> None:
    """Dates may be exact, since the user's file is the basis."""
    assert write(NEW) == ()
    (meaning,) = look("W. Otieno", DAY).meanings
    assert (meaning.standing.code, meaning.standing.role) == ("KEN", "Trade Minister")
    assert meaning.line is not None
    assert (meaning.line.file, meaning.line.number, meaning.line.basis) == ("own0.yaml", 7, "file:own0.yaml")
    (body,) = found("Guardians of the Lake")
    assert (body.name, body.sectors) == ("Lake Guard", ("PRM",))


def test_the_shipped_tables_are_untouched_without_the_file(write: Write) -> None:
    """What one run adds, another does not know."""
    write(NEW)
    actor_own.use(())
    assert named("Wanda Otieno") is None


def test_a_correction_replaces_the_term_it_meets_and_says_so(write: Write) -> None:
    """The same office in the same time is told anew; other terms stay."""
    (note,) = write(
        "persons:\n  - name: Hassan Rouhani\n    offices:\n"
        "      - {title: President, code: IRN, sectors: [GOV], start: 2013-08-03, end: 2019-01-31}\n"
    )
    assert note.startswith("own0.yaml:4: President of person:hassan-rouhani replaces offices.csv:")
    assert look("Hassan Rouhani", DAY).meanings[0].standing.role == "former President"


def test_the_later_file_wins(write: Write) -> None:
    """And the replaced line of the earlier one is named."""
    first = "organisations:\n  - {name: Lake Guard, code: KEN, sectors: [PRM], kind: armed}\n"
    notes = write(first, first.replace("PRM", "REB"))
    assert notes == ("own1.yaml:2: Lake Guard replaces own0.yaml:2",)
    assert found("Lake Guard")[0].sectors == ("REB",)


def test_names_are_joined_and_forgotten(write: Write) -> None:
    """A joined name means the other person; a forgotten one means nobody."""
    write("merge:\n  - {name: Sergei Ivanov, into: Igor Ivanov}\nforget:\n  - Kremlin\n")
    entity = named("Sergei Ivanov")
    assert entity is not None
    assert entity.id == "person:igor-ivanov"
    assert found("Kremlin") == ()


FAULTY = """\
persons:
  - nane: Wanda Otieno
  - name: Ole Lund
    gender: male
    offices:
      - {title: Trade Minister, code: XQX, sectors: [GOV], start: soon}
organisations:
  - {name: Lake Guard, code: KEN, sectors: [ARMY], kind: gang}
merge:
  - {name: Nobody At All, into: Igor Ivanov}
forget: Bush
people: []
"""


def test_all_faults_are_told_at_once(write: Write) -> None:
    """Each with file and line, whatever table it concerns."""
    with pytest.raises(DataError) as raised:
        write(FAULTY)
    told = {(fault.split(": ")[0], fault.split(": ")[1].split(" ")[0]) for fault in raised.value.faults}
    assert {line for line, _ in told} == {f"own0.yaml:{n}" for n in (2, 3, 6, 8, 10, 11, 12)}
    assert ("own0.yaml:6", "unknown") in told
    assert ("own0.yaml:10", "no") in told


@pytest.mark.parametrize(("text", "line"), [("persons: [", 1), ("just a text", 1), ("persons:\n  - [a]\n", 2)])
def test_files_of_another_shape(write: Write, text: str, line: int) -> None:
    """Text that is no YAML, or no sections with lists of items."""
    with pytest.raises(DataError) as raised:
        write(text)
    assert raised.value.faults[0].startswith(f"own0.yaml:{line}: ")


def test_a_file_that_is_not_there() -> None:
    """Is told like any fault."""
    with pytest.raises(DataError, match=r"nowhere\.yaml:1: cannot be read"):
        actor_check.use(("nowhere.yaml",))
    actor_own.use(())
