"""The actor dictionary knows states, houses, organisations and persons, and its loaders name every fault."""

import pytest

from dragoman.errors import DataError
from dragoman.model.ids import EntityId
from dragoman.ontology import actor_generics, actor_persons, actor_ships, countries
from dragoman.ontology.actor_words import words
from dragoman.ontology.actors import dictionary, entity

LEAST_ORGANISATIONS = 250
LEAST_NOUNS = 200


@pytest.mark.parametrize(
    ("alias", "kind", "meant"),
    [
        ("Kenya", "name", "state:KEN"),
        ("Soviet Union", "name", "state:RUS"),
        ("Peruvian", "adjective", "state:PER"),
        ("Britons", "people", "generic:people:GBR"),
        ("Oslo", "capital", "state:NOR"),
        ("Knesset", "house", "org:knesset:ISR"),
        ("OPEC", "organisation", "org:opec"),
        ("Hizbullah", "organisation", "org:hezbollah"),
        ("Angela Merkel", "person", "person:angela-merkel"),
        ("Zelenskyy", "surname", "person:volodymyr-zelensky"),
    ],
)
def test_aliases(alias: str, kind: str, meant: str) -> None:
    """An alias is found under its kind."""
    assert (kind, meant) in [(r.kind, r.entity.id) for r in dictionary().aliases[alias]]


def test_search_takes_whole_words_and_the_longest() -> None:
    """Names inside words are not found, and of two that overlap the longer one is."""
    found = dictionary().find("Nigerians and the South Korean envoy left Chadwick Hall for Papua New Guinea")
    assert [r.readings[0].entity.id for r in found] == ["generic:people:NGA", "state:KOR", "state:PNG"]


def test_territories_of_plover_are_known() -> None:
    """PLOVER's codes beside ISO's states are countries too."""
    assert {"KOS", "PSE", "HKG", "TWN", "ATA", "VAT"} <= countries.countries().keys()


def test_dictionary_is_broad() -> None:
    """There are enough organisations and common nouns."""
    assert len(dictionary().kinds) >= LEAST_ORGANISATIONS
    assert len(actor_generics.generics()) >= LEAST_NOUNS


def test_generic_actor_is_made_from_its_id() -> None:
    """An id of noun and country gives the actor back."""
    police = entity(EntityId("generic:riot-police:KEN"))
    assert police is not None
    assert (police.name, police.code, police.sectors) == ("Kenyan riot police", "KEN", ("COP",))


def test_unknown_ids_are_nobody() -> None:
    """Ids of no data line and no noun give nothing."""
    assert entity(EntityId("generic:unicorn:KEN")) is None
    assert entity(EntityId("article:jane-doe")) is None


def test_companions_and_their_sectors_exist() -> None:
    """Every sector that a companion word gives is one that some noun has."""
    known = {sector for noun in actor_generics.generics().values() for sector in noun.sectors}
    assert set(words().companions.values()) <= known


def test_faults_of_a_table_are_told_together() -> None:
    """Two bad lines give two faults, each with file and line."""
    text = "noun,variants,sectors,sort,title,basis\nking,,GOF,person,yes,recalled\nwizard,,GOV,wand,,hearsay\n"
    with pytest.raises(DataError) as raised:
        actor_generics.load(text)
    assert [fault.split(": ")[0] for fault in raised.value.faults] == [
        "generics.csv:2",
        "generics.csv:3",
        "generics.csv:3",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("name,surnames\n", "columns"),
        ("name,surnames,aliases,gender,alone,basis\nAnn Lee,Lee,,x,yes,recalled\n", "gender"),
        ("name,surnames,aliases,gender,alone,basis\nAnn Lee,Lee,,f,maybe,recalled\n", "alone"),
        ("name,surnames,aliases,gender,alone,basis\nAnn Lee,Lee,,f,yes\n", "5 fields"),
        (
            "name,surnames,aliases,gender,alone,basis\nAnn Lee,Lee,,f,yes,recalled\nAnn Lee,Lee,,f,yes,recalled\n",
            "twice",
        ),
    ],
)
def test_faults_of_persons(text: str, fault: str) -> None:
    """Each kind of fault is named."""
    with pytest.raises(DataError, match=fault):
        actor_persons.load(text)


def test_faults_of_countries() -> None:
    """A code must have three capital letters and stand once."""
    head = "code,name,names,former,adjectives,people,capitals,regions,forms,basis\n"
    with pytest.raises(DataError) as raised:
        countries.load(head + "ken,Kenya,,,,,,,,recalled\nken,Kenya,,,,,,,,recalled\n")
    assert len(raised.value.faults) == 3


def test_faults_of_ships() -> None:
    """A ship stands once, and its country is a state."""
    head = "name,code,sectors,basis\n"
    with pytest.raises(DataError) as raised:
        actor_ships.load(head + "Otter,NOR,MIL,recalled\nOtter,NOR,MIL,recalled\nElk,XQX,MIL,recalled\n")
    assert [fault.split(": ")[0] for fault in raised.value.faults] == ["ships.csv:3", "ships.csv:4"]


def test_ships_are_found_by_name() -> None:
    """A famous warship has its country and sector."""
    assert (actor_ships.ships()["Charles de Gaulle"].code, actor_ships.ships()["Moskva"].sectors) == ("FRA", ("MIL",))
