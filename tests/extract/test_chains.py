"""Claims inside claims: which of them are sources of an act, and which only passed a source's words on."""

import pytest

from dragoman.extract.attribution import Told
from dragoman.extract.attribution_told import CLAIMS
from dragoman.extract.chains import chained, sources_of
from dragoman.model.span import Span
from dragoman.ontology.cues import Manner

ACT = 99


def claim(source: int | None, cue: int, *inside: int, manner: Manner = "say") -> Told:
    """A claim about the act 99 whose content also holds some other claims' cues."""
    content = (*inside, ACT)
    return Told(
        source=(Span(cue if source is None else source, 0),),
        source_head=source,
        cue=Span(cue, 0),
        cue_tokens=(cue,),
        content=(),
        content_tokens=content,
        kind="named",
        manner=manner,
    )


def ways(told: tuple[Told, ...]) -> list[list[int | None]]:
    """Each claim's source, then those who passed it on."""
    return [[one.source_head, *(via.head for via in one.via)] for one in told]


PAPER, ENVOY, GENERAL = claim(1, 2, 3, 4, 5, 6), claim(3, 4, 5, 6), claim(5, 6)
RUMOUR = claim(None, 8)

SOURCES = [
    ("one claim", [GENERAL], [[5]]),
    ("each inside the one before", [GENERAL, PAPER, ENVOY], [[5, 3, 1]]),
    ("two beside each other inside a third", [PAPER, claim(3, 4), GENERAL], [[3, 1], [5, 1]]),
    ("two beside each other", [claim(3, 4), GENERAL], [[3], [5]]),
    ("nobody named inside a named claim", [claim(1, 2, 8), RUMOUR], [[1]]),
    ("nobody named around a named claim", [claim(None, 2, 5, 6), GENERAL], [[5]]),
    ("nobody named between two", [claim(1, 2, 8, 5, 6), claim(None, 8, 5, 6), GENERAL], [[5, 1]]),
    ("nobody named at all", [RUMOUR], [[None]]),
    ("somebody who quotes himself", [claim(5, 2, 5, 6), GENERAL], [[5]]),
]


@pytest.mark.parametrize(("told", "expected"), [case[1:] for case in SOURCES], ids=[case[0] for case in SOURCES])
def test_an_act_goes_back_to_the_innermost_claims(told: list[Told], expected: list[list[int | None]]) -> None:
    """Claims around them are ways; claims beside each other are sources of their own."""
    assert ways(sources_of(told)) == expected


def test_every_claim_is_kept_with_its_ways() -> None:
    """Where no single act is asked for, the claims around others stay claims."""
    assert ways(chained([GENERAL, PAPER, ENVOY])) == [[1], [3, 1], [5, 3, 1]]


def test_a_wish_passes_no_claim_on() -> None:
    """Who orders somebody to say something has not told what he says."""
    order = claim(1, 2, 5, 6, manner="direct")
    assert "direct" not in CLAIMS
    assert ways(chained([order, GENERAL])) == [[1], [5]]
