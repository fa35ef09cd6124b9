"""Relevance: rows {id, date, sentences: [{id, text}]} → {id, label} per sentence: how likely it tells what police do.

The texts may be in lower case throughout, so words are looked up in lists and names are not. The lists know reports of
riots in India best, and the police of other countries by their general names only.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

import msgspec
import yaml

from dragoman.evaluate.tasks.parsed import Row, article, beside
from dragoman.extract.predications import predications
from dragoman.model.annotated import Annotated
from dragoman.model.predication import Predication
from dragoman.model.syntax import Tree

POLICE_DO, POLICE_NAMED, ACT, FORCE_DOES, SHARED_ACT, NOTHING = 0.97, 0.85, 0.75, 0.6, 0.4, 0.03
"""Share of relevant sentences by their strongest sign, seen on 250 of the set's documents (docs/evaluation.md)."""


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """The words of `data/police.yaml`."""

    police: frozenset[str]
    forces: frozenset[str]
    acts: frozenset[str]
    shared_acts: frozenset[str]


@cache
def words() -> Words:
    """The word lists, read once."""
    text = resources.files("dragoman.evaluate.tasks").joinpath("data/police.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), Words)


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """How likely each sentence is relevant, from 0 to 1."""
    sentences = (sentence for row in rows for sentence in row["sentences"])
    for sentence, layers in beside(sentences, lambda s: article(str(s["id"]), s["text"])):
        yield {"id": sentence["id"], "label": likelihood(layers)}


def likelihood(layers: Annotated) -> float:
    """How likely a sentence tells what police do: its strongest sign."""
    tree = Tree(layers.tokens)
    lemmas = {token.lemma.lower() for token in layers.tokens}
    signs = {of_predication(tree, predication) for predication in predications(tree)}
    if lemmas & words().police:
        signs.add(POLICE_NAMED)
    if lemmas & words().acts:
        signs.add(ACT)
    return max(signs, default=NOTHING)


def of_predication(tree: Tree, predication: Predication) -> float:
    """How likely one predicate tells what police do, by its doer and, where none is named, by its word."""
    doers = {lemma for head in predication.subjects for lemma in _around(tree, head)}
    if doers & words().police:
        return POLICE_DO
    is_act = predication.lemma in words().shared_acts
    if doers & words().forces:
        return FORCE_DOES if is_act or predication.kind == "verb" else SHARED_ACT
    return SHARED_ACT if is_act and not predication.subjects else NOTHING


def _around(tree: Tree, head: int) -> Iterator[str]:
    """Lemmas of a participant's head and of the words that hang on it."""
    yield from (tree.tokens[i].lemma.lower() for i in (head, *tree.children[head]))
