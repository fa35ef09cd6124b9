"""Frames that ask for who or what stands in them: beside other words they tell no act of that type."""

import pytest

from dragoman import extract, resolve
from tests.parsing import annotated

NO_SUCH_ACT = [
    ("The ranger insists that her team is not targeting any village.", "THREATEN"),
    ("Lima's mayor repeated his promise to fight air pollution.", "THREATEN"),
    ("The senator pledged to expand the ferry service and open two libraries.", "THREATEN"),
    ("A survey gave Kaunda a lead of nine points.", "COOPERATE"),
    ("The minister reviewed the safety of bridges.", "CONSULT"),
    ("Five students signed up for a cookery class.", "AGREE"),
    ("Pensioners make up a third of the voters.", "AGREE"),
    ("The wedding will clash with the final exams.", "ASSAULT"),
    ("The crash wiped out the savings of Maltese families.", "ASSAULT"),
    ("This subscription offers customers access to old films.", "RETREAT"),
    ("A spokesman was not authorised to speak about the visit.", "CONCEDE"),
    ("Malian farmers sold the whole harvest before winter.", "COOPERATE"),
    ("“The holidays, Marta, are over,” the president said.", "REQUEST"),
    ("The chancellor and his wife seem tired, the reporter wrote.", "REQUEST"),
]
SUCH_ACT = [
    ("Kenya gave back the captured tanker to Somalia.", "RETREAT"),
    ("Nepal signed up to the border treaty with Bhutan.", "AGREE"),
    ("Reports told of the deployment of Kenyan troops along the border with Somalia.", "MOBILIZE"),
    ("Hundreds of rebels surrendered to the Malian army.", "RETREAT"),
    ("Chad sold two cargoes of gum to Sudan.", "COOPERATE"),
    ("A mob attacked two students near the station.", "ASSAULT"),
    ("Sudan's generals vowed to topple the government in Juba.", "THREATEN"),
]


def _types(text: str) -> set[str]:
    coded = next(extract.records(resolve.articles([annotated(text, "2023-06-14")]), model=False))
    return {event for record in coded.events for event in record.event}


@pytest.mark.parametrize(("text", "event"), NO_SUCH_ACT)
def test_words_of_another_matter_tell_no_act(text: str, event: str) -> None:
    assert event not in _types(text)


@pytest.mark.parametrize(("text", "event"), SUCH_ACT)
def test_words_of_the_matter_tell_the_act(text: str, event: str) -> None:
    assert event in _types(text)
