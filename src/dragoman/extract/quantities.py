"""The numbers of a clause → quantities: value, unit, of what, whether approximate.

Counts, ranges, shares, amounts of money, measures, rates ("barrel per day"), lengths of time that an act takes or is
given, tallies of votes, a single craft or weapon ("a destroyer") and none ("no ships"). Years, dates, clock times,
ordinals and numbers of names are none.
"""

from collections.abc import Iterator

from dragoman.extract.quantity_runs import Run, runs
from dragoman.extract.quantity_units import Unit, behind, rate, unit_at
from dragoman.model.annotated import Token
from dragoman.model.event import Quantity
from dragoman.model.syntax import Tree
from dragoman.ontology import cues
from dragoman.ontology.actor_generics import generics

THING = "item"
"""Unit of what is counted but stands in no list."""
PERSON, VOTE, PERCENT = "person", "vote", "percent"
YEARS = range(1900, 2100)
"""Whole numbers without a comma that are taken as years where they count nothing listed."""
_NOUNS = ("NOUN", "PROPN", "ADJ")
_ABOVE = ("nummod", "quantmod", "amod", "compound", "det", "nmod", "predet")
_NEAR = 6
"""Words between an article and the noun that it counts."""


def quantities(tree: Tree, first: int, stop: int) -> tuple[Quantity, ...]:
    """The quantities told by the tokens `first` up to but not including `stop`, in their order."""
    told = list(_numbered(tree, first, stop))
    for one in (*_none(tree, first, stop), *_single(tree, first, stop)):
        if not any(one.span.start < other.span.end and other.span.start < one.span.end for other in told):
            told.append(one)
    return tuple(sorted(told, key=lambda one: one.span))


def _numbered(tree: Tree, first: int, stop: int) -> Iterator[Quantity]:
    for run in runs(tree, first, stop):
        made = _tally(tree, run) or _measured(tree, run, stop) or _length(tree, run, stop) or _counted(tree, run, stop)
        yield from made


def _tally(tree: Tree, run: Run) -> list[Quantity]:
    """Both sides of "passed 204-117", "by 61 votes to 38"."""
    node = tree.tokens[run.first]
    above = [node := tree.tokens[node.head] for _ in range(3)]
    if not any(t.lemma in cues.measures().vote_verbs for t in above):
        return []
    if run.joined and run.upper is not None:
        ends = (run.first, run.stop - 1)
        return [_told(tree, i, i + 1, _one(tree, i), VOTE) for i in ends]
    votes = tree.tokens[run.stop] if run.stop < len(tree.tokens) else None
    against = run.stop + 1
    if votes is None or votes.lemma != VOTE or against + 1 >= len(tree.tokens) or tree.tokens[against].lemma != "to":
        return []
    others = list(runs(tree, against + 1, against + 2))
    first = _quantity(tree, (run.first, run.stop), run, VOTE, None)
    return [first, *(_quantity(tree, (other.first, other.stop), other, VOTE, None) for other in others)]


def _one(tree: Tree, i: int) -> float:
    return next(iter(runs(tree, i, i + 1))).value


def _told(tree: Tree, first: int, stop: int, value: float, unit: str) -> Quantity:
    return _quantity(tree, (first, stop), Run(first, stop, value), unit, None)


def _measured(tree: Tree, run: Run, stop: int) -> list[Quantity]:
    """A share, an amount of money or a measure, with what it is of and per what time."""
    if run.joined and run.upper is not None and run.upper <= run.value:
        return []
    unit = Unit(run.unit, run.stop) if run.unit != "" else unit_at(tree, run.stop, stop)
    if unit is None or (run.timed and unit.name in cues.measures().span_units):
        return []
    of, end = behind(tree, run, unit, stop)
    per, last = rate(tree, unit.stop if end is None else end, stop)
    if per is None and end is not None:
        per, last = rate(tree, unit.stop, stop)
    name = unit.name if per is None else f"{unit.name} per {per}"
    return [_quantity(tree, (run.first, unit.stop if per is None or end is not None else last), run, name, of)]


def _length(tree: Tree, run: Run, stop: int) -> list[Quantity]:
    """How long something lasts or is given: "a two-day visit", "lasted nine hours", "12 years in prison"."""
    at = run.stop + 1 if run.stop < stop and tree.tokens[run.stop].text == "-" else run.stop
    noun = tree.tokens[at] if at < stop else None
    table = cues.measures()
    if noun is None or run.unit != "" or noun.lemma.lower() not in table.span_units:
        return []
    following = tree.tokens[at + 1].text.lower() if at + 1 < stop else ""
    if following in table.not_lasting:
        return []
    unit = noun.lemma.lower()
    last, of = _lasting(tree, noun, hyphened=at > run.stop)
    return [] if last is None else [_quantity(tree, (run.first, last + 1), run, unit, of)]


def _lasting(tree: Tree, noun: Token, *, hyphened: bool) -> tuple[int | None, str | None]:
    """The last word of a length of time, and what lasts so long; None where it is a mere time."""
    above = tree.tokens[noun.head]
    if hyphened and above.i > noun.i and above.pos in _NOUNS:
        return above.i, above.text
    held = _place_of(tree, noun)
    if held is not None and held.lemma in cues.measures().held_in:
        return held.i, held.text
    before = tree.tokens[max(0, min(i.i for i in (noun, *tree.kids(noun.i, "nummod"))) - 1)]
    if before.lemma == "in" and _tells_first(tree, before):
        return noun.i, None
    verb = tree.tokens[above.head] if above.pos == "ADP" else above
    if verb.lemma in cues.measures().lasting:
        subject = next(iter(tree.kids(verb.i, "nsubj", "nsubjpass")), None)
        return noun.i, None if subject is None else subject.text
    return None, None


def _place_of(tree: Tree, noun: Token) -> Token | None:
    return next((o for p in tree.kids(noun.i, "prep") if p.lemma == "in" for o in tree.kids(p.i, "pobj")), None)


def _tells_first(tree: Tree, preposition: Token) -> bool:
    """Whether "in 17 years" stands behind "first" or "worst"."""
    words = tree.tokens[max(0, preposition.i - 2 * _NEAR) : preposition.i]
    return any(
        t.lemma in cues.measures().first_in or t.tag == "JJS" for t in words if t.sentence == preposition.sentence
    )


def _counted(tree: Tree, run: Run, stop: int) -> list[Quantity]:
    """A number with the noun it counts; none for times and for a number that counts nothing."""
    noun = _noun(tree, run, stop)
    if run.timed or run.unit != "" or noun is None or noun.lemma.lower() in cues.measures().span_units:
        return []
    unit = unit_of(noun)
    if unit == THING and _is_year(tree, run):
        return []
    return [_quantity(tree, (run.first, max(run.stop, noun.i + 1)), run, unit, noun.text)]


def unit_of(noun: Token) -> str:
    """What a noun is counted as: listed ones by their unit, nouns for people as persons, others as items."""
    for form in (noun.lemma.lower(), noun.text.lower()):
        if form in cues.unit_of():
            return cues.unit_of()[form]
        if form in generics() and generics()[form].sort in ("person", "people"):
            return PERSON
    return PERSON if noun.lemma.lower().endswith(("man", "woman", "men", "women")) else THING


def _is_year(tree: Tree, run: Run) -> bool:
    """Whether a number looks like a year: "the 2015 deal"."""
    return run.stop == run.first + 1 and tree.tokens[run.first].text.isdigit() and run.value in YEARS


def _noun(tree: Tree, run: Run, stop: int) -> Token | None:
    """The noun that a number counts: above it, or behind "of"."""
    last = tree.tokens[run.stop - 1]
    behind_it = run.stop if last.text.lower() != "of" else run.stop - 1
    if behind_it < stop and tree.tokens[behind_it].text.lower() == "of":
        return next(iter(tree.kids(behind_it, "pobj")), None)
    node = last
    while node.head in range(run.first, run.stop) and node.head != node.i:
        node = tree.tokens[node.head]
    above = tree.tokens[node.head]
    if node.dep in _ABOVE and above.i >= run.stop:
        return above if above.i < stop and above.pos in _NOUNS else None
    if last.pos == "NOUN" and last.lemma.lower() in cues.unit_of():
        return last
    beside = tree.tokens[run.stop] if run.stop < stop else last
    return beside if beside.tag == "NNS" and not run.joined else None


def _single(tree: Tree, first: int, stop: int) -> Iterator[Quantity]:
    """One craft, vehicle or weapon: "a destroyer", "a missile"."""
    for token in tree.tokens[first:stop]:
        if token.tag != "NN" or cues.unit_of().get(token.lemma.lower()) not in cues.measures().assets:
            continue
        article = next((d for d in tree.kids(token.i, "det") if d.text.lower() in ("a", "an")), None)
        if article is not None and article.i >= first and token.i - article.i <= _NEAR:
            yield _of_noun(tree, article.i, token, 1)


def _none(tree: Tree, first: int, stop: int) -> Iterator[Quantity]:
    """None of what is counted: "no ships", "not a single tanker"."""
    for token in tree.tokens[first:stop]:
        if token.text.lower() != "no" or token.dep != "det":
            single = token.text.lower() == "single" and [t.text.lower() for t in tree.tokens[token.i - 2 : token.i]]
            if single != ["not", "a"]:
                continue
        noun = tree.tokens[token.head]
        start = token.i if token.dep == "det" else token.i - 2
        if first <= start and noun.i < stop and noun.tag in ("NN", "NNS") and unit_of(noun) != THING:
            yield _of_noun(tree, start, noun, 0)


def _of_noun(tree: Tree, first: int, noun: Token, value: float) -> Quantity:
    return _quantity(tree, (first, noun.i + 1), Run(first, noun.i + 1, value), unit_of(noun), noun.text)


def _quantity(tree: Tree, tokens: tuple[int, int], run: Run, unit: str, of: str | None) -> Quantity:
    part = tree.tokens[tokens[0] : tokens[1]]
    raw = "".join(
        t.text + (" " * (part[n + 1].span.start - t.span.end) if n + 1 < len(part) else "") for n, t in enumerate(part)
    )
    return Quantity(
        value=float(run.value),  # whole numbers of tables too: what is written reads back as it was
        upper=None if run.upper is None else float(run.upper),
        unit=unit,
        of=of,
        approximate=run.approximate,
        raw_text=raw,
        span=tree.span([part[0].i, part[-1].i]),
    )
