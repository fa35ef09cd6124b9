"""Numbers are read in figures and in words, with their units, and vague ones say so."""

import pytest

from dragoman.text.numbers import Number, is_number, parse

CASES = [
    ("1,500", Number(1500)),
    ("4,000", Number(4000)),
    ("two", Number(2)),
    ("a dozen", Number(12)),
    ("two dozen", Number(24)),
    ("dozens", Number(24, approximate=True)),
    ("hundreds of", Number(200, approximate=True)),
    ("several hundred", Number(300, approximate=True)),
    ("a few thousand", Number(3000, approximate=True)),
    ("at least 12", Number(12, approximate=True)),
    ("more than 1.2 million", Number(1_200_000, approximate=True)),
    ("forty-one", Number(41)),
    ("two hundred and five", Number(205)),
    ("three hundred thousand", Number(300_000)),
    ("41st", Number(41, unit="ordinal")),
    ("fifth", Number(5, unit="ordinal")),
    ("twenty-first", Number(21, unit="ordinal")),
    ("5.3 percent", Number(5.3, unit="percent")),
    ("5.3%", Number(5.3, unit="percent")),
    ("12 per cent", Number(12, unit="percent")),
    ("$2.5 billion", Number(2.5e9, unit="USD")),
    ("US$300m", Number(3e8, unit="USD")),
    ("€40", Number(40, unit="EUR")),
    ("3 trillion yen", Number(3e12, unit="JPY")),
    ("about 80 million euros", Number(8e7, approximate=True, unit="EUR")),
    ("the envoy", None),
    ("", None),
    ("a", None),
]


@pytest.mark.parametrize(("text", "number"), CASES)
def test_reads_a_number(text: str, number: Number | None) -> None:
    """A phrase gives its value, whether it is vague, and its unit."""
    assert parse(text) == number


@pytest.mark.parametrize("word", ["12", "1,500", "two", "dozens", "forty-one", "million", "2nd"])
def test_knows_words_that_carry_a_number(word: str) -> None:
    """Figures, number words and plural scales carry a number."""
    assert is_number(word)


@pytest.mark.parametrize("word", ["a", "some", "m", "Tenor", "twofold", "-"])
def test_knows_words_that_carry_none(word: str) -> None:
    """Articles, quantifiers and lone scale letters do not."""
    assert not is_number(word)
