"""Names that several states share, half adjectives, short forms and other spellings are tied to the one meant."""

import pytest
from tests.parsing import annotated

from dragoman.resolve.who import mentions
from dragoman.resolve.who_spellings import near_spelling


def codes(text: str, words: str) -> set[str | None]:
    """The codes of the mentions with these words."""
    return {m.entity.code for m in mentions(annotated(text))[0] if m.span.of(text) == words}


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Congo shut the road to Goma on Friday.", "Congo", "COD"),
        ("Congo held a vote. Crowds in Brazzaville cheered.", "Congo", "COG"),
        ("Officials in Seoul met. Korea wants a trade deal.", "Korea", "KOR"),
        ("South Korean tourists left the hotel. The North had shut it.", "The North", "PRK"),
    ],
)
def test_shared_name_is_the_state_the_article_tells_of(text: str, words: str, code: str) -> None:
    """Cities, people and leaders of one of them speak for it."""
    assert codes(text, words) == {code}


def test_shared_name_without_context_is_left_open() -> None:
    """Nothing speaks for one of the two: no mention, but an issue."""
    found, doubts = mentions(annotated("Congo sells timber to a firm in Antwerp."))
    assert "state:COD" not in [m.entity.id for m in found]
    assert [d.reason for d in doubts] == ["ambiguous-name"]


def test_both_of_the_name() -> None:
    """A plural means every state of the name."""
    assert codes("The two Koreas sent one team.", "The two Koreas") == {"PRK", "KOR"}
    assert codes("Envoys of the two Koreas met in a hut.", "Envoys of the two Koreas") == {"PRK", "KOR"}


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Sino-Indian trade fell for a year.", "Sino", "CHN"),
        ("A Russo-Turkish patrol was stoned.", "Russo", "RUS"),
        ("Ankara-backed fighters took a village.", "Ankara", "TUR"),
    ],
)
def test_countries_inside_joint_words(text: str, words: str, code: str) -> None:
    """The first half of an adjective, or of "X-backed", names a state of its own."""
    assert codes(text, words) == {code}


def test_own_soldiers_of_nobody_else() -> None:
    """Who is backed by a state is not that state's."""
    assert codes("Ankara-backed fighters took a village.", "Ankara-backed fighters") <= {None}


def test_long_form_before_brackets_is_one_body() -> None:
    """Its initials tell where its name begins, the country in its name whose it is."""
    text = "The Miners Federation of Bolivia (MFB) walked out. By noon the MFB had blocked a bridge."
    assert codes(text, "the MFB") == {"BOL"}


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Vladmir Putin", "person:vladimir-putin"),
        ("Benyamin Netanyahu", "person:benjamin-netanyahu"),
        ("Janet L. Yellen", "person:janet-yellen"),
        ("Hassan Dehghani", None),
        ("Ivana Horvat", None),
        ("Putin", None),
    ],
)
def test_near_spelling_of_a_full_name(name: str, person: str | None) -> None:
    """Consonants in the same order mean the same person; another ending or name does not."""
    found = near_spelling(name)
    assert (None if found is None else found.id) == person


def test_stranger_keeps_his_surname() -> None:
    """After a full name that no dictionary knows its surname is not somebody of the dictionary."""
    text = "Meghan Macron, a baker in Halifax, won. Macron thanked her mother."
    assert "person:emmanuel-macron" not in [m.entity.id for m in mentions(annotated(text))[0]]


def test_ship_by_its_class() -> None:
    """A ship told before is the vessel, with the same flag."""
    text = "Divers reached the Greek tanker Evia. Smoke rose from the vessel."
    assert codes(text, "the vessel") == {"GRC"}
