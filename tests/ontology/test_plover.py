"""PLOVER's table: complete, consistent with itself, and read with the codebook's rules."""

import pytest

from dragoman.ontology import plover


def test_sixteen_types_in_four_quads() -> None:
    assert len(plover.types()) == 16
    assert {kind.quad for kind in plover.types().values()} == set(plover.quads())


@pytest.mark.parametrize("event", plover.types())
def test_every_type_and_mode_has_a_legend(event: str) -> None:
    kind = plover.types()[event]
    assert kind.label
    assert all(mode.label and mode.means for mode in kind.modes.values())


@pytest.mark.parametrize("event", plover.types())
def test_conflict_scores_below_cooperation(event: str) -> None:
    kind = plover.types()[event]
    scores = [kind.score, *(mode.score for mode in kind.modes.values())]
    assert all(score > 0 if kind.quad in {1, 2} else score <= 0.5 for score in scores)


@pytest.mark.parametrize(
    "event, modes, score",
    [
        ("AGREE", (), 2.5),
        ("CONSULT", ("phone",), 1.5),
        ("PROTEST", ("demo", "riot"), -7.0),
        ("REQUEST", ("assist", "change"), -1.0),
        ("ACCUSE", (), -3.0),
    ],
)
def test_scale_is_that_of_the_strongest_mode_else_of_the_type(event: str, modes: tuple[str, ...], score: float) -> None:
    assert plover.scale(event, modes) == score


def test_only_three_types_require_a_recipient() -> None:
    assert [e for e, kind in plover.types().items() if kind.recipient_required] == ["COOPERATE", "AID", "SANCTION"]


def test_code_lists_are_those_of_the_codebook() -> None:
    assert plover.sectors()["MED"] == "health workers"
    assert plover.country_like()["IGO"] == "intergovernmental organisation"
    assert plover.auxiliary_modes() == ("historical", "future", "hypothetical", "negation")
    assert len(plover.contexts()) == 37
