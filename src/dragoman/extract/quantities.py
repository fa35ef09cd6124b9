"""The numbers of a clause → quantities with what they count, and the people an act harmed or held."""

import functools
from collections.abc import Iterator
from typing import NamedTuple

from dragoman.model.annotated import Token
from dragoman.model.event import Quantity, Size
from dragoman.model.syntax import Tree
from dragoman.ontology import cues
from dragoman.text import numbers
from dragoman.text.numbers import Number

THING = "item"
"""Unit of what is counted but stands in no list."""
_LONGEST_LEAD = 4
"""Words before a number that may make it vague: "no fewer than", "as many as"."""
_TIMES = ("DATE", "TIME", "ORDINAL")
_CLAUSES = ("conj", "advcl", "xcomp", "acl", "relcl", "ccomp", "parataxis", "appos", "oprd")
YEARS = range(1900, 2100)
"""Whole numbers without a comma that are taken as years where they count nothing listed."""
_JOINERS = frozenset(("-", "and", "per"))


class _Run(NamedTuple):
    """Neighbouring tokens that make one number, with the vague words and the sign before it."""

    first: int
    stop: int
    number: Number


def quantities(tree: Tree, first: int, stop: int) -> tuple[Quantity, ...]:
    """The quantities told by the tokens `first` up to but not including `stop`."""
    return tuple(_quantities(tree, first, stop))


def _quantities(tree: Tree, first: int, stop: int) -> Iterator[Quantity]:
    for run in _runs(tree, first, stop):
        made = _counted(tree, run, stop) if run.number.unit == "" else _measured(tree, run)
        if made is not None:
            yield made


def _runs(tree: Tree, first: int, stop: int) -> Iterator[_Run]:
    """The numbers between two tokens, times and ordinals left out."""
    i = first
    while i < stop:
        token = tree.tokens[i]
        if not numbers.is_number(token.text) or not _counts(tree, token):
            i += 1
            continue
        run = _run(tree, first, i, stop)
        if run is not None:
            yield run
        i = i + 1 if run is None else run.stop


def _counts(tree: Tree, token: Token) -> bool:
    """Whether a number token counts something: no part of a date, no ordinal, no number of a name ("Article 5")."""
    if token.entity in _TIMES or token.pos not in ("NUM", "NOUN", "ADJ", "DET", "PRON", "X", "SYM"):
        return False
    behind_name = token.dep in ("nummod", "appos") and token.head < token.i and tree.tokens[token.head].pos == "PROPN"
    return not behind_name and not (token.dep == "nummod" and token.head < token.i - 1)


def _run(tree: Tree, first: int, i: int, stop: int) -> _Run | None:
    """The longest number that begins at a token, with sign, unit word and vague words around it."""
    end = i + 1
    while end < stop and (numbers.is_number(tree.tokens[end].text) or _joins(tree, end, stop)):
        end += 1
    end = _with_unit(tree, end, stop)
    begin = i
    while begin > first and (
        numbers.currency(tree.tokens[begin - 1].text) is not None and not _is_word(tree, begin - 1)
    ):
        begin -= 1
    begin = _with_vague(tree, first, begin)
    number = numbers.parse(_text(tree, begin, end))
    if number is None or number.unit == "ordinal":
        return None
    begin, vague = _lead(tree, first, begin)
    return _Run(begin, end, number._replace(approximate=number.approximate or vague))


def _with_vague(tree: Tree, first: int, begin: int) -> int:
    """The beginning with "several", "a few" or the article of "a dozen"."""
    if begin > first and tree.tokens[begin - 1].text.lower() in numbers.words().vague:
        begin -= 1
    is_article = begin > first and tree.tokens[begin - 1].text.lower() in ("a", "an")
    return begin - 1 if is_article and not tree.tokens[begin].text[:1].isdigit() else begin


def _is_word(tree: Tree, i: int) -> bool:
    return tree.tokens[i].text.isalpha() and tree.tokens[i].text.islower()


def _joins(tree: Tree, i: int, stop: int) -> bool:
    """Whether a joiner stands between two number words: "two hundred and five"."""
    text = tree.tokens[i].text.lower()
    scaled = tree.tokens[i - 1].text.lower() in numbers.words().scale
    return text in _JOINERS and scaled and i + 1 < stop and tree.tokens[i + 1].text.lower() in numbers.words().small


def _with_unit(tree: Tree, end: int, stop: int) -> int:
    """The end behind a percent sign or word, or a currency's name."""
    if end >= stop:
        return end
    word = tree.tokens[end].text.lower()
    if word == "per" and end + 1 < stop and tree.tokens[end + 1].text.lower() == "cent":
        return end + 2
    return end + 1 if word in numbers.words().percent or (numbers.currency(word) and _is_word(tree, end)) else end


def _lead(tree: Tree, first: int, begin: int) -> tuple[int, bool]:
    """Where the words begin that make a number vague, and whether there are any."""
    for size in range(_LONGEST_LEAD, 0, -1):
        start = begin - size
        if start >= first and _text(tree, start, begin).lower() in _approximators():
            return start, True
    return begin, False


@functools.cache
def _approximators() -> frozenset[str]:
    return frozenset(numbers.words().approximators)


def _text(tree: Tree, first: int, stop: int) -> str:
    return " ".join(t.text for t in tree.tokens[first:stop])


def _counted(tree: Tree, run: _Run, stop: int) -> Quantity | None:
    """A number with the noun it counts; None for times and for a number that counts nothing."""
    noun = _noun(tree, run, stop)
    if noun is None or noun.lemma.lower() in cues.measures().span_units or noun.entity in _TIMES:
        return None
    unit = cues.unit_of().get(noun.lemma.lower(), THING)
    if unit == THING and _is_year(tree, run):
        return None
    last = max(run.stop - 1, noun.i)
    return _quantity(tree, run, last, unit, noun.text)


def _is_year(tree: Tree, run: _Run) -> bool:
    """Whether a number looks like a year: "the 2015 deal"."""
    text = tree.tokens[run.first].text
    return run.stop == run.first + 1 and text.isdigit() and run.number.value in YEARS


def _noun(tree: Tree, run: _Run, stop: int) -> Token | None:
    """The noun that a number counts: above it, or behind "of"."""
    last = tree.tokens[run.stop - 1]
    behind = tree.tokens[run.stop].text.lower() if run.stop < stop else ""
    if behind == "of":
        preposition = tree.tokens[run.stop]
        return next(iter(tree.kids(preposition.i, "pobj")), None)
    node = last
    while node.head in range(run.first, run.stop) and node.head != node.i:
        node = tree.tokens[node.head]
    above = tree.tokens[node.head]
    if node.dep in ("nummod", "quantmod", "amod", "compound", "det", "nmod") and above.i >= run.stop:
        return above if above.i < stop and above.pos in ("NOUN", "PROPN", "ADJ") else None
    return last if last.pos == "NOUN" and last.lemma.lower() in cues.unit_of() else None


def _measured(tree: Tree, run: _Run) -> Quantity:
    """A share or an amount of money, with what it is a share of."""
    of = next((k for k in tree.kids(run.stop - 1, "prep") if k.lemma in ("of", "in")), None)
    below = None if of is None else next(iter(tree.kids(of.i, "pobj")), None)
    told = None
    if below is not None:
        numbers_ = [i for i in tree.subtree(below.i) if tree.tokens[i].dep not in ("relcl", "punct", "npadvmod")]
        told = " ".join(t.text for t in tree.tokens[min(numbers_) : below.i + 1])
    return _quantity(tree, run, run.stop - 1, run.number.unit, told)


def _quantity(tree: Tree, run: _Run, last: int, unit: str, of: str | None) -> Quantity:
    span = tree.span([run.first, last])
    raw = "".join(
        t.text + (" " if n + 1 < len(part) and part[n + 1].span.start > t.span.end else "")
        for part in (tree.tokens[run.first : last + 1],)
        for n, t in enumerate(part)
    )
    return Quantity(
        value=run.number.value, unit=unit, of=of, approximate=run.number.approximate, raw_text=raw, span=span
    )


def size(tree: Tree, event: int) -> Size:
    """How many people an act killed, injured or arrested, by the verbs of its sentence that belong to it."""
    found: dict[str, int] = {}
    for verb in _verbs(tree, event):
        for kind, count in _harmed(tree, verb):
            found.setdefault(kind, count)
    return Size(dead=found.get("dead"), injured=found.get("injured"), arrested=found.get("arrested"))


def _verbs(tree: Tree, event: int) -> Iterator[Token]:
    """The word of the act, verbs joined to it or hung on it, and the verb whose subject it is."""
    token = tree.tokens[event]
    starts = [event]
    if token.dep in ("nsubj", "conj", "pobj") and tree.tokens[token.head].head != token.i:
        starts.extend([token.head] if token.dep != "pobj" else [])
    for i in starts:
        stack = [i]
        while stack:
            node = stack.pop(0)
            yield tree.tokens[node]
            stack.extend(k.i for k in tree.kids(node, *_CLAUSES))


def _harmed(tree: Tree, verb: Token) -> Iterator[tuple[str, int]]:
    """Kinds of harm that one word tells, each with the number of people."""
    if tree.kids(verb.i, "neg"):
        return
    for kind, phrases in (*_by_verb(tree, verb), *_by_noun(tree, verb), *_by_adjective(tree, verb)):
        yield from _people(tree, kind, phrases)


def _by_verb(tree: Tree, verb: Token) -> Iterator[tuple[str, list[Token]]]:
    """Those harmed by "killed 12", "12 were killed", "12 died"."""
    lemma, table = verb.lemma.lower(), cues.measures()
    for kind, verbs in table.harm.items():
        if lemma in verbs:
            yield kind, tree.kids(verb.i, "dobj", "nsubjpass")
    for kind, verbs in table.harm_subjects.items():
        if lemma in verbs:
            yield kind, tree.kids(verb.i, "nsubj")


def _by_noun(tree: Tree, verb: Token) -> Iterator[tuple[str, list[Token]]]:
    """Those counted by "caused 12 deaths", "led to the arrest of 45 people"."""
    objects = [*tree.kids(verb.i, "dobj", "attr"), *_behind(tree, verb, "to", "in", "with"), verb]
    for kind, nouns in cues.measures().harm_nouns.items():
        for noun in objects:
            if noun.lemma.lower() in nouns and noun.pos == "NOUN":
                yield kind, [noun, *_behind(tree, noun, "of")]


def _behind(tree: Tree, token: Token, *prepositions: str) -> list[Token]:
    return [o for k in tree.kids(token.i, "prep") if k.lemma in prepositions for o in tree.kids(k.i, "pobj")]


def _by_adjective(tree: Tree, verb: Token) -> Iterator[tuple[str, list[Token]]]:
    """Those told of by "left three soldiers dead and 12 wounded"."""
    states = [verb, *tree.kids(verb.i, "oprd", "acomp", "dobj", "attr")]
    for kind, adjectives in cues.measures().harm_adjectives.items():
        for state in states:
            if state.text.lower() not in adjectives:
                continue
            before = tree.tokens[max(0, state.i - 1)]
            if numbers.is_number(before.text):
                yield kind, [before]
            elif state.i != verb.i:
                yield kind, [state, *tree.kids(verb.i, "dobj"), *tree.kids(state.i, "nsubj")]


def _people(tree: Tree, kind: str, phrases: list[Token]) -> Iterator[tuple[str, int]]:
    """The number of the first phrase that has one; vague plurals ("dozens") give none."""
    for phrase in phrases:
        numbered = tree.kids(phrase.i, "nummod")
        last = max([phrase.i, *(k.i for k in numbered)])
        first = min([phrase.i, *(i for k in numbered for i in tree.subtree(k.i))])
        for run in _runs(tree, first, last + 1):
            vague = run.number.approximate and any(
                t.text.lower() in numbers.words().plural_scale for t in tree.tokens[run.first : run.stop]
            )
            if run.number.unit == "" and not vague:
                yield kind, int(run.number.value)
                return
