"""Annotated article → its actor mentions, one for each noun phrase that names an actor, and what stayed unsure.

The rules run in this order: names of the dictionary, ships, names that only the parser knows, titles and appositions
around them, common nouns, then pronouns and descriptions in the order of the text, then homes for those still without
one (docs/actors.md tells them at length).
"""

from dragoman.model.annotated import Annotated
from dragoman.model.because import Because, Issue
from dragoman.model.resolved import ActorMention
from dragoman.model.span import Span
from dragoman.resolve.names import named
from dragoman.resolve.persons import unknown
from dragoman.resolve.references import settled
from dragoman.resolve.who_aboard import sailed_on
from dragoman.resolve.who_americans import american
from dragoman.resolve.who_home import homes
from dragoman.resolve.who_joint import joined
from dragoman.resolve.who_namesakes import shared
from dragoman.resolve.who_nouns import common, gathered
from dragoman.resolve.who_regions import regions
from dragoman.resolve.who_scene import Draft, Scene, scene
from dragoman.resolve.who_ships import afloat
from dragoman.resolve.who_titles import titled
from dragoman.resolve.who_union import union

FIELD = "actor"


def mentions(annotated: Annotated) -> tuple[tuple[ActorMention, ...], tuple[Issue, ...]]:
    """All actor mentions of an article in the order of the text, and the references that were left open."""
    made = scene(annotated)
    shared(made)
    named(made)
    joined(made)
    afloat(made)
    sailed_on(made)
    unknown(made)
    union(made)
    regions(made)
    titled(made)
    american(made)
    common(made)
    gathered(made)
    settled(made)
    homes(made)
    found = [mention for draft in made.living() for mention in _mentions(made, draft)]
    return tuple(found), tuple(made.issues)


def _mentions(made: Scene, draft: Draft) -> list[ActorMention]:
    tokens = made.tokens
    span = draft.span or Span(tokens[draft.first].span.start, tokens[draft.stop - 1].span.end)
    because = Because(field=FIELD, rule=draft.rule, detail=draft.detail, spans=(span,))
    return [
        ActorMention(
            span=span,
            head=draft.head,
            first=draft.first,
            stop=draft.stop,
            entity=entity,
            kind=draft.kind,
            because=because,
        )
        for entity in draft.entities
    ]
