"""The run of a coder: the same for the same coder and settings, another for everything that changes records."""

from pathlib import Path

import pytest

from dragoman.desk import coder
from dragoman.settings import Settings


def test_the_same_coder_has_the_same_run() -> None:
    """What no record depends on does not count."""
    assert coder.present(Settings()) == coder.present(Settings(limit=3, batch=7, max_characters=10))


@pytest.mark.parametrize("settings", [Settings(lead=3), Settings(model=False)])
def test_settings_that_change_records_change_the_run(settings: Settings) -> None:
    """How much of a text is coded, and by whom, is a part of the run."""
    assert coder.present(settings).id != coder.present(Settings()).id


def test_a_file_of_actors_counts_by_what_it_says(tmp_path: Path) -> None:
    """Moved it is the same; changed it is another."""
    here, there = tmp_path / "here.yaml", tmp_path / "there.yaml"
    here.write_text("persons: []\n")
    there.write_text("persons: []\n")
    one, same = (coder.present(Settings(actors=(str(file),))).id for file in (here, there))
    there.write_text("persons: [ ]\n")
    assert one == same
    assert coder.present(Settings(actors=(str(there),))).id != one
