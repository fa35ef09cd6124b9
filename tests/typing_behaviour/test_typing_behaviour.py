"""Event typing keeps its pass rate in every group of cases."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from tests.typing_behaviour import suite

FLOORS: dict[str, dict[str, float]] = yaml.safe_load(
    Path(__file__).with_name("floors.yaml").read_text(encoding="utf-8")
)
MOST_ALIKE = 3
NAME = re.compile(r"\{[are]:[^}]*\}|\b[A-Z]\w+|\d+")


@pytest.mark.parametrize("group", sorted({case.group for case in suite.cases()}))
def test_a_group_passes_at_least_as_often_as_its_floor_says(group: str) -> None:
    assert suite.rates()[group] >= FLOORS["lexicon"][group]


def test_there_are_three_hundred_cases_of_which_few_are_alike_but_for_their_names() -> None:
    masked = Counter(NAME.sub("_", case.row["id"]) for case in suite.cases() if case.group != "direction")
    assert sum(masked.values()) >= 300
    assert max(masked.values()) <= MOST_ALIKE


def test_changed_over_parties_do_not_get_the_same_confident_answer() -> None:
    known = {case.row["text"]: case.event for case in suite.cases() if case.group != "direction"}
    swapped = [case for case in suite.cases() if case.group == "direction" and case.row["text"] in known]
    same = [case.row["id"] for case in swapped if suite.typed(case) == known[case.row["text"]]]
    assert len(same) <= FLOORS["lexicon"]["same when changed over"] * len(swapped)
