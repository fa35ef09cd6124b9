"""Sentences in the words of agencies keep their rates, those held out too."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.typing_behaviour import breadth_suite

FLOORS: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("floors.yaml").read_text("utf-8"))[
    "breadth"
]
MOST_ALIKE = 3
NAME = re.compile(r"\b[A-Z]\w+|\d+")


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_a_set_of_files_passes_at_least_as_often_as_its_floor_says(name: str) -> None:
    floor = FLOORS[name]
    for held_out in (False, True):
        found = breadth_suite.of_files(frozenset(floor["files"]), model=False, held_out=held_out)
        rates = {kind: breadth_suite.rate(found, kind) for kind in ("type", "parties")}
        assert rates["type"] >= floor["type"][held_out]
        assert rates["parties"] >= floor["parties"][held_out]


def test_few_sentences_are_alike_but_for_their_names() -> None:
    masked = Counter(NAME.sub("_", case.text) for case in breadth_suite.cases())
    assert max(masked.values()) <= MOST_ALIKE


def test_every_case_of_an_act_marks_somebody_who_does_it_or_suffers_it() -> None:
    assert all(case.parties for case in breadth_suite.cases() if case.event != breadth_suite.NONE)
