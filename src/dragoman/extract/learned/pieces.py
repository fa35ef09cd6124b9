"""A sentence → the word pieces that the network knows, each with the characters that it stands for.

The rules are those of uncased BERT (Devlin et al. 2019): letters small and without accents, marks apart, the longest
known pieces from the left. Written here because the library for it brings a model hub's client of 37 MB with it;
`training/check_pieces.py` holds both against each other.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

LONGEST_WORD = 100
"""Letters of a word beyond which it is one unknown piece."""
BEGIN, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
NOWHERE = (0, 0)
IDEOGRAPHS = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2EBEF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
"""Chinese characters, each a word of its own."""


class Letter(NamedTuple):
    """A letter after folding, and the character of the text from which it comes."""

    text: str
    at: int


class Pieces(NamedTuple):
    """Word pieces as numbers, with the characters that each stands for; begin and end stand for none."""

    ids: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]


def pieces(text: str, vocabulary: Mapping[str, int], longest: int) -> Pieces:
    """The pieces of a sentence between the marks of begin and end, `longest` at most in all."""
    found = [(vocabulary[BEGIN], NOWHERE)]
    for word in _words(text):
        found.extend(_of_word(word, vocabulary))
        if len(found) >= longest:
            break
    found = [*found[: longest - 1], (vocabulary[END], NOWHERE)]
    return Pieces(tuple(number for number, _ in found), tuple(place for _, place in found))


def _words(text: str) -> Iterator[list[Letter]]:
    """Runs of letters; marks and ideographs stand alone."""
    word: list[Letter] = []
    for at, character in enumerate(text):
        for letter in _folded(character):
            if letter.isspace() or _is_alone(letter):
                if word:
                    yield word
                word = []
                if not letter.isspace():
                    yield [Letter(letter, at)]
            else:
                word.append(Letter(letter, at))
    if word:
        yield word


def _folded(character: str) -> str:
    """A character small, without accents; nothing for control characters."""
    if character in "\t\n\r":
        return " "
    if ord(character) in {0, 0xFFFD} or unicodedata.category(character).startswith("C"):
        return ""
    parted = unicodedata.normalize("NFD", character)
    return "".join(part for part in parted if unicodedata.category(part) != "Mn").lower()


def _is_alone(letter: str) -> bool:
    if letter.isascii():
        return not letter.isalnum()
    return unicodedata.category(letter).startswith("P") or any(a <= ord(letter) <= b for a, b in IDEOGRAPHS)


def _of_word(word: list[Letter], vocabulary: Mapping[str, int]) -> list[tuple[int, tuple[int, int]]]:
    """The longest known pieces of a word from the left; an unknown one where they do not cover it."""
    whole = [(vocabulary[UNKNOWN], (word[0].at, word[-1].at + 1))]
    if len(word) > LONGEST_WORD:
        return whole
    letters, start, found = "".join(letter.text for letter in word), 0, []
    while start < len(word):
        begun = "##" if start else ""
        ends = range(len(word), start, -1)
        end = next((end for end in ends if begun + letters[start:end] in vocabulary), None)
        if end is None:
            return whole
        found.append((vocabulary[begun + letters[start:end]], (word[start].at, word[end - 1].at + 1)))
        start = end
    return found
