"""A paper that is told to be signed names its parties, even where nobody is told to sign it."""

import pytest

from tests.extract.test_records import code as coded_text
from tests.extract.test_records import codes

CASES = {
    "by-phrase": ("Oman left a treaty signed by Yemen and Eritrea in 2014.", "ERI YEM"),
    "between, behind the participle": (
        "A pact signed in May between Malawi and Zambia was hailed by Mali.",
        "MWI ZMB",
    ),
    "between, in the noun's phrase": ("The treaty between Chile and Bolivia, signed in 2011, will expire.", "BOL CHL"),
    "possessor and partner": ("Cuba's fishing agreement with Panama was signed on Tuesday.", "CUB PAN"),
    "possessor of a described noun": ("Nepal's transit treaty with China, signed in 2016, stays in force.", "CHN NPL"),
    "a person's state": ("Macron's deal with Gabon was concluded in June.", "FRA GAB"),
    "pair of adjectives": ("The Turkish-Georgian trade treaty was signed on Monday.", "GEO TUR"),
    "pair of names": ("The Kenya-Uganda border accord signed in March has failed.", "KEN UGA"),
    "possessor beside a signer": ("Laos's loan agreement was signed on Monday by Thailand.", "THA"),
}


@pytest.mark.parametrize(("text", "parties"), CASES.values(), ids=CASES)
def test_parties_of_what_was_signed(text: str, parties: str) -> None:
    """From the by-phrase, "between", "with" or a pair of names; the possessor only where no signer is told."""
    signed = [r for r in coded_text(text).events if r.event_text in {"signed", "concluded"}]
    assert [codes(r.actor) for r in signed] == [parties]


def test_a_place_names_no_party() -> None:
    """The town in an agreement's name is where it was made."""
    assert coded_text("The Geneva accord was signed on Monday.").events == ()


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Kenya-Uganda talks resumed on Monday in Geneva.", "KEN UGA"),
        ("The Armenia–Azerbaijan negotiations collapsed in Paris.", "ARM AZE"),
        ("Anti-Iran talks began in Warsaw.", ""),
    ],
)
def test_names_that_hyphens_join_before_talks(text: str, parties: str) -> None:
    """All of them talk with each other; what talks are against is no party."""
    talks = [r for r in coded_text(text).events if r.event == ("CONSULT",)]
    assert [codes(r.actor) for r in talks] == ([parties] if parties else [])
