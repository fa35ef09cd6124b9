"""Who says what: verbs, nouns, phrases and chains, each with its source, its content and the kind of source."""

import pytest

from dragoman.extract.attribution import Told, attributions, governing, rows
from dragoman.model.syntax import Tree
from tests.parsing import annotated


def told(text: str) -> tuple[Told, ...]:
    layers = annotated(text)
    return attributions(layers, Tree(layers.tokens))


def shown(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each claim."""
    return [(t.source[0].of(text), t.cue.of(text), " / ".join(c.of(text) for c in t.content)) for t in told(text)]


CASES = [
    (
        "The rebels said on Monday that they had captured the town.",
        ("The rebels", "said", "that they had captured the town"),
    ),
    (
        "The ministers will meet next week, a report said Sunday.",
        ("a report", "said", "The ministers will meet next week"),
    ),
    (
        "According to two diplomats, the ceasefire was never implemented.",
        ("two diplomats", "According to", "the ceasefire was never implemented"),
    ),
    (
        "Two soldiers were killed, according to the army.",
        ("the army", "according to", "Two soldiers were killed"),
    ),
    ("Chad claims to have freed the hostages.", ("Chad", "claims", "to have freed the hostages")),
    (
        "The claim by the army that twelve fighters were killed was not verified.",
        ("the army", "claim", "that twelve fighters were killed"),
    ),
    ("Peru's view that the site was inspected is disputed.", ("Peru's", "view", "that the site was inspected")),
    (
        "The envoy offered assurances that the border would stay open.",
        ("The envoy", "assurances", "that the border would stay open"),
    ),
    (
        "The army, which said it had lost a drone, withdrew.",
        ("The army", "said", "it had lost a drone"),
    ),
    ("The island reportedly bought ten missiles.", ("reportedly", "reportedly", "The island / bought ten missiles")),
    (
        "The company is believed to have paid a ransom.",
        ("believed", "believed", "The company / to have paid a ransom"),
    ),
    (
        "It is understood that the ministers agreed.",
        ("understood", "understood", "that the ministers agreed"),
    ),
    (
        '"We will never accept this border," the president told reporters.',
        ("the president", "told", '"We will never accept this border,"'),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:30] for text, _ in CASES])
def test_finds_source_cue_and_content(text: str, expected: tuple[str, str, str]) -> None:
    """Each construction gives who, by which words, and what."""
    assert expected in shown(text)


KINDS = [
    ("President Maria Santos said the deal was dead.", "named"),
    ("A senior official said the deal was dead.", "anonymous"),
    ("Three diplomats said the deal was dead.", "anonymous"),
    ("The interior ministry said the deal was dead.", "named"),
    ("The president said the deal was dead.", "named"),
    ("The newspaper said the deal was dead.", "outlet"),
    ("A state news agency said the deal was dead.", "outlet"),
    ("A report said the deal was dead.", "document"),
    ("It was said that the deal was dead.", "anonymous"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_tells_kinds_of_sources(text: str, kind: str) -> None:
    """Names, nameless people, papers and newspapers are told apart."""
    assert [t.kind for t in told(text)] == [kind]


CHAINS = [
    (
        "The general will resign, the newspaper said, citing unnamed aides.",
        ("unnamed aides", ["the newspaper"]),
    ),
    (
        "Turkey was quoted by Anadolu as saying that it would not withdraw.",
        ("Turkey", ["Anadolu"]),
    ),
    ("The minister told Reuters that the port was closed.", ("The minister", [])),
]


@pytest.mark.parametrize(("text", "expected"), CHAINS)
def test_follows_a_claim_to_its_first_source(text: str, expected: tuple[str, list[str]]) -> None:
    """Those who are cited are the source; those who cite them passed it on; an addressee did neither."""
    assert expected in [(t.source[0].of(text), [v.span.of(text) for v in t.via]) for t in told(text)]


def test_a_denied_message_and_a_wish_are_no_claims() -> None:
    """What somebody was not told, wants or orders is nobody's claim about the world."""
    assert told("The envoy was not told.") == ()
    assert told("India plans to buy jets.") == ()
    assert told("India urged France to speed up delivery.") == ()


def test_every_manner_on_request() -> None:
    """Wishes and orders are found when they are asked for."""
    layers = annotated("India urged France to speed up delivery.")
    found = attributions(layers, Tree(layers.tokens), every=True)
    assert [t.manner for t in found] == ["direct"]


def test_governing_goes_from_the_outermost_inwards() -> None:
    """A claim inside a claim is told by both, the reporter of both first."""
    text = "The paper said the general believed that the war was lost."
    found = told(text)
    lost = next(t.i for t in annotated(text).tokens if t.text == "lost")
    assert [t.cue.of(text) for t in governing(found, lost)] == ["said", "believed"]


def test_rows_name_those_who_passed_it_on_too() -> None:
    """For evaluation a chain gives one row for each of its members."""
    text = "The general will resign, the newspaper said, citing unnamed aides."
    assert [row.source[0].of(text) for row in rows(told(text))] == ["unnamed aides", "the newspaper"]


def test_spans_hold_their_words() -> None:
    """Every content token lies inside one of the content's spans."""
    text = "Officials, a spokesman said, would not comment."
    layers = annotated(text)
    for one in told(text):
        for i in one.content_tokens:
            assert any(c.meets(layers.tokens[i].span) for c in one.content) or not layers.tokens[i].text.isalnum()
