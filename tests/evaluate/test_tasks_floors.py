"""Floors of the development figures: read, compared, raised and never lowered."""

from pathlib import Path

import pytest
from development import evaluate_all
from development.evaluate_all import SETS, Line, figure, raised, read_floors

from dragoman.evaluate import score


def test_every_set_names_a_task_and_every_floor_a_figure_of_a_set() -> None:
    figures = {one.name: set(one.figures) for one in SETS}
    assert all(one.task in score.TASKS for one in SETS)
    assert all(set(named) <= figures[name] for kind in read_floors().values() for name, named in kind.items())


def test_a_floor_is_raised_to_a_little_under_the_figure_and_never_lowered() -> None:
    floors = {"timex": {"strict.f1": 0.5, "value.f1": 0.9}}
    lines = [Line("timex", "strict.f1", 0.8, 0.5), Line("timex", "value.f1", 0.7, 0.9)]
    assert raised(floors, lines) == {"timex": {"strict.f1": 0.79, "value.f1": 0.9}}


def test_a_figure_that_only_helps_to_read_the_others_gets_no_floor() -> None:
    assert raised({}, [Line("factuality_uw", "mae", 0.5, None)]) == {}


def test_a_figure_below_its_floor_is_low() -> None:
    assert Line("timex", "strict.f1", 0.4, 0.5).is_low
    assert not Line("timex", "strict.f1", 0.5, 0.5).is_low


def test_a_figure_is_found_by_its_path() -> None:
    assert figure({"root": {"macro_f1": 0.5}}, "root.macro_f1") == 0.5
    with pytest.raises(KeyError):
        figure({"root": {}}, "root.macro_f1")


def test_without_the_development_data_nothing_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(evaluate_all, "GOLD", tmp_path / "nowhere")
    assert evaluate_all.main([]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
