"""Names are found in the spellings of the press, and never at the cost of another person's own name."""

import pytest

from dragoman.errors import DataError
from dragoman.ontology import actor_spellings
from dragoman.ontology.actors import dictionary


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Viktor Orbán told parliament", "person:viktor-orban"),
        ("Recep Tayyip Erdoğan left for Baku", "person:recep-tayyip-erdogan"),
        ("Haider Al-Abadi rejected it", "person:haider-al-abadi"),
        ("PV Narasimha Rao opened the market", "person:p-v-narasimha-rao"),
        ("Mohamed Khatami was elected", "person:mohammad-khatami"),
        ("Sergey Lavrov flew home", "person:sergei-lavrov"),
    ],
)
def test_other_spellings_mean_the_same_person(text: str, person: str) -> None:
    """Accents, articles, initials and parts of names that are written differently."""
    assert dictionary().find(text)[0].readings[0].entity.id == person


def test_a_spelling_made_up_gives_way_to_a_name_of_the_table() -> None:
    """Every full name of one person means him alone, whatever could be made of another's."""
    people = {a: {r.entity.id for r in rs if r.kind == "person"} for a, rs in dictionary().aliases.items()}
    assert {name: ids for name, ids in people.items() if len(ids) > 1} == {}


def test_a_levelled_text_keeps_its_length() -> None:
    """Spans found in it are spans of the text as it was read."""
    text = "Đặng Xuân – ‘Straße’ ﬁn\u0301"
    assert len(actor_spellings.level(text)) == len(text)


def test_faults_of_spellings() -> None:
    """A spelling stands in one set only."""
    with pytest.raises(DataError, match="stands twice"):
        actor_spellings.load("part,others,basis\nJon,John,recalled\nJohn,Johan,recalled\n")
