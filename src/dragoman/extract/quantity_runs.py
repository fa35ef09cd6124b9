"""The tokens of a sentence → its runs of number words: "some 1,500", "20 to 30", "two-thirds", "$2.5 billion"."""

import functools
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.model.annotated import Token
from dragoman.model.syntax import Tree
from dragoman.ontology import cues, measures
from dragoman.text import numbers
from dragoman.text.numbers import Number

PERCENT = "percent"
SIGN = 2
"""Letters of the longest sign for a scale, which stands right behind figures only ("bn", "k")."""
_LONGEST_LEAD = 4
"""Words before a number that may make it vague: "no fewer than", "as many as"."""
_DASHES = ("-", "–", "—")
_PAIRS = {"between": "and", "from": "to"}
"""What opens a range, and what stands between its ends."""
_TIMED = ("DATE", "TIME")
_ARTICLES = ("a", "an")


class Run(NamedTuple):
    """Neighbouring tokens that make one number or range.

    Attributes:
        first: The first token, vague words and currency signs included.
        stop: Behind the last token, a percent sign or a currency's name included.
        value: The number; of a range the smaller one.
        upper: The larger end of a range.
        approximate: Whether the words leave it open.
        unit: percent, percentage point, basis point, a currency (ISO 4217), or "" for a plain count.
        timed: Whether the parser takes it for a date, a time or a length of time.
        joined: Whether two numbers stand on either side of a bare dash, as in "204-117".
    """

    first: int
    stop: int
    value: float
    upper: float | None = None
    approximate: bool = False
    unit: str = ""
    timed: bool = False
    joined: bool = False


class _Single(NamedTuple):
    """One number by itself."""

    first: int
    stop: int
    number: Number


def runs(tree: Tree, first: int, stop: int) -> Iterator[Run]:
    """The runs between two tokens, in their order; ordinals are none."""
    i = first
    while i < stop:
        run = _fraction(tree, i, stop) or _span_of_two(tree, i, stop) or _plain(tree, i, stop)
        if run is None:
            i = _behind_word(tree, i, stop)
            continue
        yield _with_lead(tree, first, run)
        i = run.stop


def _behind_word(tree: Tree, i: int, stop: int) -> int:
    """Where to go on: behind a number that tells none, as an ordinal, else behind the word."""
    return max(i + 1, _chain(tree, i, stop))


def _low(tree: Tree, i: int, stop: int) -> str:
    return tree.tokens[i].text.lower() if i < stop else ""


def _fraction(tree: Tree, i: int, stop: int) -> Run | None:
    """A share in percent: "a third of", "two-thirds of", "half of", "half the fleet"."""
    table = cues.measures().fractions
    if _low(tree, i, stop) == "half" and _low(tree, i + 1, stop) in cues.measures().half_before:
        return Run(i, i + 1, table["half"], unit=PERCENT)
    count = 1.0 if _low(tree, i, stop) in _ARTICLES else numbers.words().small.get(_low(tree, i, stop))
    at = i + 2 if _low(tree, i + 1, stop) in _DASHES else i + 1
    part = table.get(_low(tree, at, stop))
    if count is None or part is None or _low(tree, at + 1, stop) != "of":
        return None
    return Run(i, at + 1, count * part, unit=PERCENT)


def _span_of_two(tree: Tree, i: int, stop: int) -> Run | None:
    """A range: "between A and B", "from A to B", "A to B", "A-B", "A or B"."""
    opener = _low(tree, i, stop)
    if opener == "from" and tree.tokens[tree.tokens[i].head].lemma in measures.load().verbs:
        return None
    start = i + 1 if opener in _PAIRS else i
    lower = _single(tree, start, stop)
    if lower is None:
        return None
    joint = _low(tree, lower.stop, stop)
    if joint not in ((_PAIRS[opener],) if opener in _PAIRS else ("to", "or", *_DASHES)):
        return None
    upper = _single(tree, lower.stop + 1, stop)
    if upper is None or (opener not in _PAIRS and lower.number.unit not in ("", upper.number.unit)):
        return None
    dashed = joint in _DASHES
    least, most = lower.number.value * _scale(lower, upper), upper.number.value
    if not (least < most or dashed):
        return None
    return Run(
        i,
        upper.stop,
        least,
        most,
        approximate=True,
        unit=upper.number.unit,
        timed=_timed(tree, lower) or _timed(tree, upper),
        joined=dashed,
    )


def _scale(lower: _Single, upper: _Single) -> float:
    """By what the lower end must be multiplied: "2 to 3 million" are millions both."""
    for scale in (1e12, 1e9, 1e6, 1e3):
        if upper.number.value >= scale:
            return scale if lower.number.value * scale < upper.number.value else 1.0
    return 1.0


def _plain(tree: Tree, i: int, stop: int) -> Run | None:
    """A number by itself."""
    one = _single(tree, i, stop)
    if one is None:
        return None
    number = one.number
    return Run(one.first, one.stop, number.value, None, number.approximate, number.unit, _timed(tree, one))


def _timed(tree: Tree, one: _Single) -> bool:
    return any(t.entity in _TIMED for t in tree.tokens[one.first : one.stop])


def _single(tree: Tree, i: int, stop: int) -> _Single | None:
    """The number that begins at a token, with its sign and its unit."""
    end = _chain(tree, i, stop)
    if end == i or not _counts(tree, tree.tokens[end - 1]):
        return None
    number = numbers.parse(" ".join(t.text.removesuffix(".") for t in tree.tokens[i:end]))
    if number is None or number.unit == "ordinal":
        return None
    end, unit = _unit(tree, end, stop)
    return _Single(i, end, number if unit is None else number._replace(unit=unit))


def _counts(tree: Tree, token: Token) -> bool:
    """Whether a number token counts something: no ordinal, no number of a name ("Article 5")."""
    if token.entity == "ORDINAL" or token.pos not in ("NUM", "NOUN", "ADJ", "DET", "PRON", "X", "SYM", "PROPN", "ADP"):
        return False
    before = tree.tokens[max(0, token.i - 1)]
    if before.text.lower().removesuffix("s") in cues.measures().numbered and before.i < token.i:
        return False
    return not (token.dep in ("nummod", "appos") and token.head < token.i and tree.tokens[token.head].pos == "PROPN")


def _chain(tree: Tree, i: int, stop: int) -> int:
    """Behind the last token of the number words from a token on; the token itself where there are none."""
    at = i
    while at < stop and tree.tokens[at].text in numbers.words().currency_signs:
        at += 1
    end = _opening(tree, at, stop)
    if end == at:
        return i
    while end < stop and (grown := _grown(tree, end, stop)) > end:
        end = grown
    return end


def _opening(tree: Tree, i: int, stop: int) -> int:
    """Behind the words that begin a number: a figure, "several", "half a dozen", "a couple of", "a few"."""
    low, following = _low(tree, i, stop), _low(tree, i + 1, stop)
    vague, scale = numbers.words().vague, numbers.words().scale
    if low == "half" and following in _ARTICLES and _low(tree, i + 2, stop) in scale:
        return i + 3
    if low in _ARTICLES and (following in vague or following in scale):
        return i + (3 if _low(tree, i + 2, stop) == "of" and following == "couple" else 2)
    if low == "several" or (low != "" and tree.tokens[i].entity != "ORDINAL" and numbers.is_number(low)):
        return i + 1
    return i


def _grown(tree: Tree, end: int, stop: int) -> int:
    """A number's end, one word on where the next word belongs to it."""
    before, low, following = _low(tree, end - 1, stop), _low(tree, end, stop), _low(tree, end + 1, stop)
    table = numbers.words()
    if low.removesuffix(".") in table.scale and (len(low) > SIGN or before[:1].isdigit()):
        return end + 1
    if low in _DASHES:
        return end + 2 if before in table.small and following in table.small else end
    if low == "and":
        half = following in _ARTICLES and _low(tree, end + 2, stop) == "half"
        return end + 3 if half else end + 2 if before in table.scale and following in table.small else end
    if low == "of":
        return end + 2 if before in table.plural_scale and following in table.plural_scale else end
    small = low in table.small and not before[:1].isdigit()
    return end + 1 if small or low in table.plural_scale else end


def _unit(tree: Tree, end: int, stop: int) -> tuple[int, str | None]:
    """The end behind a percent sign or a currency's name, and the unit that it makes, None where none stands there."""
    low, following = _low(tree, end, stop), _low(tree, end + 1, stop)
    points = following.removesuffix("s") == "point"
    if low in ("percentage", "basis") and points:
        return end + 2, f"{low} point"
    if low == "per" and following == "cent":
        return end + 2, PERCENT
    if low in numbers.words().percent and low != "percentage":
        return end + 1, PERCENT
    own = numbers.words().currency_adjectives.get(tree.tokens[end].text) if end < stop else None
    if own is not None and numbers.currency(following) is not None:
        return end + 2, own
    word = low if low.isalpha() else ""
    code = numbers.currency(word)
    return (end, None) if code is None or tree.tokens[end].text[:1].isupper() else (end + 1, code)


def _with_lead(tree: Tree, first: int, run: Run) -> Run:
    """A run with the words before it that make it vague."""
    for size in range(_LONGEST_LEAD, 0, -1):
        start = run.first - size
        words = " ".join(t.text for t in tree.tokens[max(start, first) : run.first]).lower()
        if start >= first and words in _approximators():
            return run._replace(first=start, approximate=True)
    return run


@functools.cache
def _approximators() -> frozenset[str]:
    return frozenset(numbers.words().approximators)
