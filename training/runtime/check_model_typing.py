"""The learned typer: what it says of candidates, and that nothing but the sentence decides it."""

import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import msgspec
import pytest

from dragoman.model.span import Span
from dragoman.ontology import plover
from training.runtime import model_typing
from training.runtime.model_typing import Candidate, Vote

Item = tuple[str, tuple[Candidate, ...]]

TOLD = [
    ("Ruritania", "bombed", "Syldavia", "ASSAULT"),
    ("Ruritania", "condemned", "Syldavia", "ACCUSE"),
    ("Ruritania", "threatened to bomb", "Syldavia", "THREATEN"),
    ("The Ruritanian premier", "met", "her Syldavian counterpart", "CONSULT"),
    ("Ruritania", "sent food and medicine to", "Syldavia", "AID"),
    ("Thousands of students", "marched against", "the Syldavian government", "PROTEST"),
    ("Ruritania", "imposed an arms embargo on", "Syldavia", "SANCTION"),
    ("Ruritanian police", "arrested", "three Syldavian journalists", "COERCE"),
    ("Ruritania", "promised to help", "Syldavia", "AGREE"),
    ("Ruritania", "urged", "Syldavia to open its archives", "REQUEST"),
]


def span(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def candidate(text: str, actor: str | None, trigger: str | None, recipient: str | None) -> Candidate:
    return Candidate(
        actor=() if actor is None else (span(text, actor),),
        trigger=None if trigger is None else span(text, trigger),
        recipient=() if recipient is None else (span(text, recipient),),
    )


@cache
def sentences() -> tuple[Item, ...]:
    """Sentences of many lengths, each with one to five candidates."""
    made: list[Item] = []
    for number in range(8):
        for actor, act, other, _ in TOLD:
            text = f"{actor} {act} {other}" + " after a week of talks by the lake" * number + "."
            word = act.split()[0]
            both = [candidate(text, actor, word, other), candidate(text, other, word, actor)]
            some = [
                candidate(text, actor, None, None),
                candidate(text, None, word, other),
                candidate(text, None, None, other),
            ]
            made.append((text, (*both, *some)[: 1 + len(made) % 5]))
    return tuple(made)


def voted(items: Iterable[Item]) -> list[tuple[Vote, ...]]:
    typer = model_typing.load()
    return [typer.vote(*item) for item in items]


def in_bytes(votes: Sequence[tuple[Vote, ...]]) -> bytes:
    return msgspec.json.encode(votes)


WEAK = pytest.mark.xfail(reason="the weights take an embargo for COERCE: training/MODEL-CARD.md, what it is bad at")


@pytest.mark.parametrize(
    ("actor", "act", "recipient", "event"),
    [pytest.param(*told, marks=WEAK) if "embargo" in told[1] else told for told in TOLD],
)
def test_plain_sentences_get_their_type(actor: str, act: str, recipient: str, event: str) -> None:
    """A plain sentence with its parties and event word marked gets the codebook's type."""
    text = f"{actor} {act} {recipient} on Monday."
    (vote,) = model_typing.load().vote(text, [candidate(text, actor, act, recipient)])
    assert vote.event == event


def test_a_mere_statement_is_no_event() -> None:
    """Saying something about somebody is not an act upon him."""
    text = "The Ruritanian premier said that Syldavia lies to the north of the great lake."
    (vote,) = model_typing.load().vote(text, [candidate(text, "The Ruritanian premier", "said", "Syldavia")])
    assert vote.event is None
    assert vote.mode is None


def test_two_acts_of_one_sentence_get_two_types() -> None:
    """The event word decides which act of a pair is meant."""
    text = "Ruritania arrested two Syldavian envoys and condemned the Syldavian government as a nest of spies."
    both = [
        candidate(text, "Ruritania", "arrested", "Syldavian"),
        candidate(text, "Ruritania", "condemned", "the Syldavian"),
    ]
    assert [vote.event for vote in model_typing.load().vote(text, both)] == ["COERCE", "ACCUSE"]


def test_votes_are_well_formed() -> None:
    """Types and modes are PLOVER's, the likeliest first, and the probabilities are probabilities."""
    for vote in (vote for votes in voted(sentences()) for vote in votes):
        assert vote.top[0] == (vote.event, vote.probability)
        assert list(vote.top) == sorted(vote.top, key=lambda pair: -pair[1])
        assert 0 <= sum(probability for _, probability in vote.top) <= 1.001
        assert vote.mode is None or (vote.event is not None and vote.mode in plover.types()[vote.event].modes)


def test_no_candidates_no_votes() -> None:
    """A sentence without candidates is not read at all."""
    assert model_typing.load().vote("Nothing here.", []) == ()


@pytest.mark.parametrize("size", [1, 7, 64])
def test_votes_do_not_depend_on_what_is_coded_together(size: int) -> None:
    """Alone, in batches of 7 and 64 side by side in threads, and shuffled: the same bytes."""
    alone = in_bytes(voted(sentences()))
    order = sorted(range(len(sentences())), key=lambda i: (i * 37 % 79, i))
    answers: dict[int, tuple[Vote, ...]] = {}
    with ThreadPoolExecutor(2) as pool:
        for start in range(0, len(order), size):
            some = order[start : start + size]
            found = pool.map(lambda i: model_typing.load().vote(*sentences()[i]), some)
            answers |= zip(some, found, strict=True)
    assert in_bytes([answers[i] for i in range(len(sentences()))]) == alone


def test_votes_do_not_depend_on_other_candidates() -> None:
    """A candidate gets the same bytes whether the sentence has one candidate or many, in whatever order."""
    typer = model_typing.load()
    for text, candidates in sentences():
        single = [typer.vote(text, [one]) for one in candidates]
        turned = typer.vote(text, candidates[::-1])
        many = typer.vote(text, candidates * 3)
        assert in_bytes([(vote,) for vote in turned[::-1]]) == in_bytes(single)
        assert in_bytes([(vote,) for vote in many]) == in_bytes(single * 3)


def test_over_long_sentences_are_read_to_where_the_network_ends() -> None:
    """Parties beyond the last piece count as not given."""
    text = "Ruritania condemned the raid" + " and the other raid" * 60 + " by Syldavia."
    whole, without = (
        candidate(text, "Ruritania", "condemned", "Syldavia"),
        candidate(text, "Ruritania", "condemned", None),
    )
    assert len(set(model_typing.load().vote(text, [whole, without]))) == 1


def test_importing_loads_no_network() -> None:
    """The libraries behind the typer are loaded by the first `load`."""
    code = "import sys, training.runtime.model_typing; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()  # noqa: S603
    assert {"onnxruntime", "tokenizers", "numpy"} & set(loaded) == set()
