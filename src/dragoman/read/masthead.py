r"""The first lines of a text → the date line among them, the headline above it, and where the text goes on."""

from typing import NamedTuple

from dragoman.model.span import Span
from dragoman.read import date_lines, lines
from dragoman.read.date_lines import DateLine

LINES = 6
"""Lines with words among which a date line is looked for: kicker, outlet, two lines of headline, byline go before."""
HEADLINE_WORDS = 20
"""A first line of more words is a sentence without its full stop."""
STANDFIRST_WORDS = 40
"""Words that one sentence below the headline may have, where a label announces the date."""
LABEL_WORDS = 4
"""Words that a line of mere capitals may have that is a label ("PRESS RELEASE") and no headline."""
NO_HEADLINE_ENDS = (".", ",", ";", ":", ".”", '."', ",”")


class Masthead(NamedTuple):
    """A date line, the headline above it, and where the text goes on below."""

    told: DateLine
    headline: Span | None
    body: int


def found(text: str, start: int) -> Masthead | None:
    r"""The date line among the first lines; of several the one that tells the day of publication.

    >>> found("Talks fail\n\nPublished: 4 July 2019 10:35 GMT\n\nThe talks failed.", 0).headline
    Span(start=0, end=10)
    """
    above: list[Span] = []
    seen: Masthead | None = None
    here = lines.next_word(text, start)
    for _ in range(LINES):
        line = lines.at(text, here)
        here = lines.next_word(text, line.end)
        told = date_lines.at(text, line)
        if here == len(text) or (told is None and not _is_short(text, line, above)):
            break
        if told is not None and _counts(text, line, told, above, seen):
            seen = Masthead(_better(seen, told), _headline(text, above, here), here)
        else:
            above.append(line)
    return seen


def is_headline(text: str, line: Span) -> bool:
    """Whether a line has the form of a headline: words, few of them, no full stop, no address of a page."""
    words = line.of(text).split()
    short = 0 < len(words) <= HEADLINE_WORDS and any(c.isalpha() for c in line.of(text))
    return short and "://" not in words[0] and not words[-1].endswith(NO_HEADLINE_ENDS)


def _is_short(text: str, line: Span, above: list[Span]) -> bool:
    """Whether a line may stand above a date line: no prose, but for one short sentence below a headline."""
    if line.end - line.start > STANDFIRST_WORDS * HEADLINE_WORDS:
        return False
    words = line.of(text).split()
    if len(words) <= HEADLINE_WORDS and not words[-1].endswith((".", "?”", ".”", '."')):
        return True
    return len(above) > 0 and len(words) <= STANDFIRST_WORDS and all(is_headline(text, one) for one in above)


def _counts(text: str, line: Span, told: DateLine, above: list[Span], seen: Masthead | None) -> bool:
    """Whether a date line stands where one may: not inside wrapped prose, and below another one only with a label."""
    if lines.runs_on(text, line):
        return False
    if told.labelled:
        return True
    return seen is None and not any(one.of(text).rstrip().endswith(".") for one in above)


def _better(seen: Masthead | None, told: DateLine) -> DateLine:
    """The first date of publication, else the first of a later version; a publisher is kept."""
    if seen is None:
        return told
    if told.revised or not seen.told.revised:
        return seen.told._replace(publisher=seen.told.publisher or told.publisher)
    return told._replace(publisher=told.publisher or seen.told.publisher)


def _headline(text: str, above: list[Span], below: int) -> Span | None:
    """The first line above that has the form of one; none if that is a label and a headline follows below."""
    forms = [line for line in above if is_headline(text, line) and not _is_byline(text, line)]
    follows = lines.at(text, below)
    named = is_headline(text, follows) and lines.blank_below(text, follows) and not _is_byline(text, follows)
    if len(forms) == 0 or (named and _is_label(text, forms[0])):
        return None
    chosen = next((line for line in forms if not _is_label(text, line)), forms[0])
    return Span(chosen.start, chosen.start + len(chosen.of(text).rstrip()))


def _is_label(text: str, line: Span) -> bool:
    return line.of(text).isupper() and len(line.of(text).split()) <= LABEL_WORDS


def _is_byline(text: str, line: Span) -> bool:
    return line.of(text).lower().startswith("by ")
