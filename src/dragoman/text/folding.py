"""Text → its words as a search compares them: without case, accents or marks, so that every backend agrees.

A database's own way of cutting words differs from the next one's. What is searched is therefore cut here, once.
"""

import re
import unicodedata

_ASCII_WORD = re.compile("[a-z0-9]+")
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of a text, folded: letters and digits only, in small letters, without accents.

    >>> words("Iran's U.S. envoy met Erdoğan"), words("5.3 % of STRASSE, straße")
    (['iran', 's', 'u', 's', 'envoy', 'met', 'erdogan'], ['5', '3', 'of', 'strasse', 'strasse'])
    """
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    return _WORD.findall(_plain(_plain(text).casefold()))


def folded(text: str) -> str:
    """The words of a text with a space between them: what is handed to an index of words.

    >>> folded("Oil exports — halted!")
    'oil exports halted'
    """
    return " ".join(words(text))


def _plain(text: str) -> str:
    """Letters without the marks on them."""
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
