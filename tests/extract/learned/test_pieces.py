"""Word pieces: what each stands for, and how odd words are cut."""

from importlib import resources

import pytest

from dragoman.extract.learned.pieces import pieces

VOCABULARY = {
    piece: number
    for number, piece in enumerate(
        resources.files("dragoman.extract.learned")
        .joinpath("data", "vocabulary.txt")
        .read_text("utf-8")
        .split("\n")[:-1]
    )
}


def cut(text: str) -> list[tuple[str, str]]:
    """Each piece of a text with the characters that it stands for."""
    names = list(VOCABULARY)
    found = pieces(text, VOCABULARY, 96)
    return [(names[number], text[a:b]) for number, (a, b) in zip(found.ids, found.offsets, strict=True)][1:-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru met", [("peru", "Peru"), ("met", "met")]),
        ("São Tomé", [("sao", "São"), ("tome", "Tomé")]),
        ("U.S.", [("u", "U"), (".", "."), ("s", "S"), (".", ".")]),
        ("Ouagadougou", [("ou", "Ou"), ("##aga", "aga"), ("##dou", "dou"), ("##go", "go"), ("##u", "u")]),
        ("北京 said", [("北", "北"), ("京", "京"), ("said", "said")]),
        ("a\u200bb", [("ab", "a\u200bb")]),
        ("☃" * 2, [("[UNK]", "☃☃")]),
        ("x" * 101, [("[UNK]", "x" * 101)]),
        ("", []),
    ],
)
def test_words_are_cut_into_the_longest_known_pieces(text: str, expected: list[tuple[str, str]]) -> None:
    assert cut(text) == expected


def test_a_long_text_is_cut_off_and_keeps_its_ends() -> None:
    """No more pieces than the network reads, the marks of begin and end among them."""
    found = pieces("word " * 200, VOCABULARY, 96)
    assert len(found.ids) == 96
    assert (found.ids[0], found.ids[-1]) == (VOCABULARY["[CLS]"], VOCABULARY["[SEP]"])
