"""The learned typer: what it says of candidates, and that nothing but the sentence decides it."""

import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import msgspec
import pytest

from dragoman.extract.learned import typer
from dragoman.extract.learned.typer import Candidate, Vote
from dragoman.model.span import Span
from dragoman.ontology import plover

Item = tuple[str, tuple[Candidate, ...]]

TOLD = [
    ("Kenya", "bombed", "Uganda", "ASSAULT"),
    ("Kenya", "condemned", "Uganda", "ACCUSE"),
    ("Kenya", "threatened to bomb", "Uganda", "THREATEN"),
    ("The Kenyan premier", "met", "her Ugandan counterpart", "CONSULT"),
    ("Kenya", "sent food and medicine to", "Uganda", "AID"),
    ("Thousands of students", "marched against", "the Ugandan government", "PROTEST"),
    ("Kenya", "imposed an arms embargo on", "Uganda", "SANCTION"),
    ("Kenyan police", "arrested", "three Ugandan journalists", "COERCE"),
    ("Kenya", "promised to help", "Uganda", "AGREE"),
    ("Kenya", "urged", "Uganda to open its archives", "REQUEST"),
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


def votes(text: str, candidates: Sequence[Candidate]) -> tuple[Vote, ...]:
    """What the typer says of candidates of a sentence that it reads anew."""
    learned = typer.load()
    return learned.votes(learned.encoded(text), candidates)


def voted(items: Iterable[Item]) -> list[tuple[Vote, ...]]:
    return [votes(*item) for item in items]


def in_bytes(found: Sequence[tuple[Vote, ...]]) -> bytes:
    return msgspec.json.encode(found)


@pytest.mark.parametrize(
    ("actor", "act", "recipient", "event"),
    TOLD,
)
def test_plain_sentences_get_their_type(actor: str, act: str, recipient: str, event: str) -> None:
    """A plain sentence with its parties and event word marked gets the codebook's type."""
    text = f"{actor} {act} {recipient} on Monday."
    (vote,) = votes(text, [candidate(text, actor, act, recipient)])
    assert vote.event == event


def test_a_mere_statement_is_no_event() -> None:
    """Saying something about somebody is not an act upon him."""
    text = "The Kenyan premier said that Uganda lies to the north of the great lake."
    (vote,) = votes(text, [candidate(text, "The Kenyan premier", "said", "Uganda")])
    assert vote.event is None


def test_two_acts_of_one_sentence_get_two_types() -> None:
    """The event word decides which act of a pair is meant."""
    text = "Kenya arrested two Ugandan envoys and condemned the Ugandan government as a nest of spies."
    both = [
        candidate(text, "Kenya", "arrested", "Ugandan"),
        candidate(text, "Kenya", "condemned", "the Ugandan"),
    ]
    assert [vote.event for vote in votes(text, both)] == ["COERCE", "ACCUSE"]


def test_votes_are_well_formed() -> None:
    """Types and modes are PLOVER's, the likeliest first, and the probabilities are probabilities."""
    for vote in (vote for found in voted(sentences()) for vote in found):
        assert vote.types[0] == (vote.event, vote.probability)
        assert list(vote.types) == sorted(vote.types, key=lambda pair: -pair[1])
        assert sum(probability for _, probability in vote.types) == pytest.approx(1, abs=0.002)
        assert all(mode is None or mode in plover.types()[event].modes for event, mode in vote.modes.items())


@pytest.mark.parametrize("size", [1, 7, 64])
def test_votes_do_not_depend_on_what_is_coded_together(size: int) -> None:
    """Alone, in batches of 7 and 64 side by side in threads, and shuffled: the same bytes."""
    alone = in_bytes(voted(sentences()))
    order = sorted(range(len(sentences())), key=lambda i: (i * 37 % 79, i))
    answers: dict[int, tuple[Vote, ...]] = {}
    with ThreadPoolExecutor(2) as pool:
        for start in range(0, len(order), size):
            some = order[start : start + size]
            found = pool.map(lambda i: votes(*sentences()[i]), some)
            answers |= zip(some, found, strict=True)
    assert in_bytes([answers[i] for i in range(len(sentences()))]) == alone


def test_votes_do_not_depend_on_other_candidates() -> None:
    """A candidate gets the same bytes whether the sentence has one candidate or many, in whatever order."""
    for text, candidates in sentences():
        single = [votes(text, [one]) for one in candidates]
        turned = votes(text, candidates[::-1])
        many = votes(text, candidates * 3)
        assert in_bytes([(vote,) for vote in turned[::-1]]) == in_bytes(single)
        assert in_bytes([(vote,) for vote in many]) == in_bytes(single * 3)


def test_over_long_sentences_are_read_to_where_the_network_ends() -> None:
    """Parties beyond the last piece count as not given."""
    text = "Kenya condemned the raid" + " and the other raid" * 60 + " by Uganda."
    whole, without = (
        candidate(text, "Kenya", "condemned", "Uganda"),
        candidate(text, "Kenya", "condemned", None),
    )
    first, second = votes(text, [whole, without])
    assert first == second


def test_importing_loads_no_network() -> None:
    """The libraries behind the typer are loaded by the first `load`."""
    code = "import sys, dragoman.extract; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"onnxruntime", "tokenizers", "numpy"} & set(loaded) == set()
