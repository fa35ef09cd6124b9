"""A denial that only points back denies the nearest claim before it, and nothing else of its sentence."""

import pytest

from tests.extract.test_records import code

DENIALS = {
    "sentence before": (
        "Malta sued Libya on Monday. Rebels said that Togo shelled a port in Benin. Togo denies this.",
        "that Togo shelled a port in Benin",
    ),
    "same sentence": ("Cuba says that Peru jammed its radar; Peru denies it.", "that Peru jammed its radar"),
    "coordinated": ("Cuba says Peru jammed its radars, but Peru disputes this.", "Peru jammed its radars"),
    "comma alone": ("Panama said Chile seized a trawler, Chile denied this.", "Chile seized a trawler"),
    "a charge": ("Ghana blamed Togo for the blast, a charge Togo denies.", "Ghana blamed Togo for the blast"),
    "quotation": ('The envoy said: "Oman armed the tribes." Oman denied that.', '"Oman armed the tribes."'),
    "a deed told by nobody else": (
        "Laos jailed six monks on Friday. Vientiane denies that.",
        "Laos jailed six monks on Friday",
    ),
    "own content": ("Cuba sued Peru. Peru denied any knowledge of the letter.", "any knowledge of the letter"),
}


@pytest.mark.parametrize(("text", "position"), DENIALS.values(), ids=DENIALS)
def test_what_is_denied(text: str, position: str) -> None:
    """The claim, else the deed, of the same or the previous sentence; not where the denial tells it itself."""
    denied = [s for s in code(text).statements if s.polarity == "negative"]
    assert [s.position for s in denied] == [position]


def test_nothing_before_is_not_guessed() -> None:
    """A denial at the head of a report points at nothing that is told."""
    assert [s.position for s in code("Iceland denied it.").statements] == ["it"]


@pytest.mark.parametrize("end", ["an allegation Chad denies.", "a claim the army in Chad disputes."])
def test_accusing_is_not_denied(end: str) -> None:
    """Denied is what somebody is accused of, not that he was accused."""
    record = code(f"Sudan accused Chad of arming rebels, {end}").events[0]
    assert (record.event, record.auxiliary, record.factuality) == (("ACCUSE",), (), "CT+")
