"""CAMEO codes: text with their zeros, one for nearly every PLOVER type and mode."""

import pytest

from dragoman.ontology import cameo, plover


@pytest.mark.parametrize(
    "event, mode, hint, code",
    [
        ("CONSULT", "visit", None, "042"),
        ("CONSULT", "phone", None, "041"),
        ("AGREE", None, "036", "036"),
        ("SANCTION", "discontinue", None, "163"),
        ("AGREE", None, "no such code", "030"),
        ("COERCE", "misinformation", None, None),
        ("STATEMENT", None, None, None),
    ],
)
def test_code_says_best_what_type_and_mode_say(
    event: str, mode: str | None, hint: str | None, code: str | None
) -> None:
    assert cameo.code(event, mode, hint) == code


@pytest.mark.parametrize("event", plover.types())
def test_every_type_and_mode_gets_a_known_code(event: str) -> None:
    modes = [None, *(m for m in plover.types()[event].modes if m != "misinformation")]
    assert {cameo.code(event, mode) for mode in modes} <= set(cameo.names())


def test_codes_are_text_of_three_or_four_digits() -> None:
    assert all(code.isdigit() and len(code) in {3, 4} for code in cameo.names())
