"""The claims that the suite's texts pass on are found, with their sources; run as a program it prints pass rates.

Usage: python -m tests.extract.test_attribution_suite
"""

import functools
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from dragoman.extract.attribution import Told, attributions
from dragoman.model.span import Span
from dragoman.model.syntax import Tree
from tests.parsing import annotated

FLOOR = 0.95
"""Share of all texts; raised with the code."""
ALIKE = 0.8
"""Share of their words that a content and the wanted one have in common."""
WORD = re.compile(r"\w+")
DATE = "2024-03-15"


class Claim(NamedTuple):
    """A claim that a text passes on, as the suite tells it."""

    source: str | None
    cue: str
    content: tuple[str, ...]
    more: dict[str, Any]


@functools.cache
def suite() -> dict[str, list[tuple[str, list[Claim]]]]:
    """Group → its texts with the claims they pass on."""
    raw: dict[str, list[Any]] = yaml.safe_load(Path(__file__).with_name("attribution_suite.yaml").read_text("utf-8"))
    return {group: [(text, [_claim(*row) for row in rows]) for text, rows in cases] for group, cases in raw.items()}


def _claim(source: str | None, cue: str, content: str | list[str], more: dict[str, Any] | None = None) -> Claim:
    return Claim(source, cue, (content,) if isinstance(content, str) else tuple(content), more or {})


def found(text: str, *, every: bool) -> tuple[Told, ...]:
    """The claims that are found in a text."""
    layers = annotated(text, DATE)
    return attributions(layers, Tree(layers.tokens), every=every)


def _words(pieces: Iterator[str]) -> list[str]:
    return sorted(word.lower() for piece in pieces for word in WORD.findall(piece))


def _alike(one: Told, wanted: Claim, text: str) -> bool:
    ours, theirs = _words(span.of(text) for span in one.content), _words(iter(wanted.content))
    shared = sum(min(ours.count(word), theirs.count(word)) for word in set(theirs))
    return shared >= ALIKE * (len(ours) + len(theirs) - shared)


def answers(one: Told, wanted: Claim, text: str) -> bool:
    """Whether a claim is the wanted one in all that is asked of it."""
    more = wanted.more
    heads = (
        {word for span in one.source for word in WORD.findall(span.of(text))} if one.source_head is not None else set()
    )
    source = not heads if wanted.source is None else WORD.findall(wanted.source)[-1] in heads
    via = [relay.span.of(text) for relay in one.via]
    checks = (
        source and heads <= set(WORD.findall(wanted.source or "")),
        wanted.cue in one.cue.of(text),
        _alike(one, wanted, text),
        more.get("kind", one.kind) == one.kind,
        via == more.get("via", []),
        all(any(word in piece.of(text) for piece in one.qualities) for word in more.get("told", ())),
    )
    return all(checks)


def passes(group: str, text: str, wanted: list[Claim]) -> bool:
    """Whether a text's claims are those of the suite, all of them and, but for wishes, no others."""
    claims = found(text, every=group == "wishes")
    whole = all(any(answers(one, claim, text) for one in claims) for claim in wanted)
    return whole and (group == "wishes" or len(claims) == len(wanted))


def test_claims_are_found() -> None:
    """At least as many of the texts as the floor asks have all their claims and no others."""
    right = [passes(group, text, wanted) for group, cases in suite().items() for text, wanted in cases]
    assert sum(right) / len(right) >= FLOOR


def report() -> Iterator[str]:
    """What went wrong, and the pass rate of each group."""
    every = [(group, text, wanted, passes(group, text, wanted)) for group, c in suite().items() for text, wanted in c]
    for group, text, _, right in every:
        if not right:
            yield f"{group}: {text}"
            yield from (f"    {_shown(one, text)}" for one in found(text, every=group == "wishes"))
    for group in suite():
        some = [right for name, _, _, right in every if name == group]
        yield f"{group:12} {sum(some)} of {len(some)}"
    yield f"{sum(right for *_, right in every)} of {len(every)}"


def _shown(one: Told, text: str) -> str:
    def of(spans: tuple[Span, ...]) -> str:
        return " / ".join(span.of(text) for span in spans)

    via = [relay.span.of(text) for relay in one.via]
    return f"[{of(one.source)}] {one.kind} via {via} <{one.cue.of(text)}> {of(one.content)} | {of(one.qualities)}"


if __name__ == "__main__":
    sys.stdout.write("".join(f"{line}\n" for line in report()))
