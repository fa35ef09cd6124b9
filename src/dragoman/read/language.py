"""The words of a text → whether it is English; a light look at script and function words, not a language detector."""

import functools
import importlib.resources
import re
from collections import Counter

import yaml

LOOK = 4_000
"""Characters that are looked at: the share of function words is steady after a few hundred words."""
LATIN_SHARE = 0.5
"""English is written in Latin letters; quoted names in another script may take up to half of a short text."""
LONG = 40
"""Words from which the share of English function words speaks for itself …"""
ENGLISH_SHARE = 0.02
"""… and the share below which it is some other language; the least in news prose is 0.14 (see docs/reading.md)."""
FOREIGN_WORDS = 2
"""So many different function words of another language, and more in all than English ones, make a text foreign."""
_WORD = re.compile(r"[^\W\d_]+")
_LAST_LATIN = "\u024f"


ENGLISH = "english"


@functools.cache
def function_words() -> dict[str, tuple[str, ...]]:
    """For each function word the languages that have it, from the data file."""
    file = importlib.resources.files("dragoman.read").joinpath("data/function_words.yaml")
    data = yaml.safe_load(file.read_text("utf-8"))
    languages: dict[str, list[str]] = {word: [ENGLISH] for word in data[ENGLISH]}
    for name, words in data["other"].items():
        for word in words:
            languages.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in languages.items()}


def foreign(text: str, start: int = 0) -> str | None:
    """Why a text is not English; None when it is, or when it is too short to tell.

    >>> foreign("The ministers met in Oslo.")
    >>> foreign("Die Minister trafen sich in Oslo und sprachen mit der Presse.")
    'words of german: 5 of 11, English: 0'
    """
    seen = text[start : start + LOOK]
    return _by_script(seen) or _by_words([word.lower() for word in _WORD.findall(seen)])


def _by_script(seen: str) -> str | None:
    if seen.isascii():
        return None
    letters = [character for character in seen if character.isalpha()]
    other = sum(character > _LAST_LATIN for character in letters)
    return f"letters of another script: {other} of {len(letters)}" if other > LATIN_SHARE * len(letters) else None


def _by_words(words: list[str]) -> str | None:
    known = function_words()
    seen = Counter(word for word in words if word in known)
    shares: Counter[str] = Counter()
    for word, times in seen.items():
        for name in known[word]:
            shares[name] += times
    english = shares.pop(ENGLISH, 0)
    language, count = max(sorted(shares.items()), key=lambda share: share[1], default=("", 0))
    if count > english and sum(language in known[word] for word in seen) >= FOREIGN_WORDS:
        return f"words of {language}: {count} of {len(words)}, English: {english}"
    if len(words) >= LONG and english < ENGLISH_SHARE * len(words):
        return f"hardly any English function words: {english} of {len(words)}"
    return None
