"""The shipped lexicon: it covers all of PLOVER, and common phrases meet the frame that an expert means."""

from typing import NamedTuple

import pytest

from dragoman.ontology import lexicon, plover
from dragoman.ontology.frames import Frame, Nouns

ENTRIES = 1500
FRAMES = 900


class Phrase(NamedTuple):
    """A trigger with the heads around it."""

    lemma: str
    kind: lexicon.Kind = "verb"
    object: str = ""
    prep: tuple[str, str] = ("", "")
    clause: str = ""
    particle: str = ""


def _takes(nouns: Nouns, phrase: str) -> bool:
    *modifiers, head = phrase.split() or [""]
    return bool(phrase) and nouns.takes(head, modifiers, actor=phrase == "Japan")


def _fits(frame: Frame, phrase: Phrase) -> bool:
    return (
        set(frame.particle) <= set(phrase.particle.split())
        and (frame.object is None or _takes(frame.object, phrase.object))
        and (frame.not_object is None or not _takes(frame.not_object, phrase.object))
        and frame.subject is None
        and (
            not frame.prep or any(key == phrase.prep[0] and _takes(n, phrase.prep[1]) for key, n in frame.prep.items())
        )
        and (
            frame.complement is None or (bool(phrase.clause) and frame.complement.takes("", *phrase.clause.split(".")))
        )
    )


def _typed(phrase: Phrase) -> tuple[str, str | None]:
    fitting = (f for f in lexicon.load().frames_for(phrase.lemma, phrase.kind) if _fits(f, phrase))
    best = next(fitting, None)
    return ("", None) if best is None else (best.event, best.mode)


@pytest.mark.parametrize(
    "phrase, event, mode",
    [
        (Phrase("meet", object="Japan"), "CONSULT", None),
        (Phrase("meet", object="demand"), "CONCEDE", None),
        (Phrase("meet", object="target"), "NONE", None),
        (Phrase("visit", object="Japan"), "CONSULT", "visit"),
        (Phrase("slap", object="tariff"), "SANCTION", "discontinue"),
        (Phrase("end", object="moratorium"), "SANCTION", "discontinue"),
        (Phrase("lift", object="sanction"), "CONCEDE", None),
        (Phrase("withdraw", prep=("from", "treaty")), "SANCTION", "withdraw"),
        (Phrase("withdraw", object="troop", prep=("from", "region")), "RETREAT", "withdraw"),
        (Phrase("reduce", object="commitment"), "SANCTION", "withdraw"),
        (Phrase("summon", object="ambassador"), "ACCUSE", "disapprove"),
        (Phrase("express", object="concern"), "ACCUSE", "disapprove"),
        (Phrase("express", object="support"), "SUPPORT", None),
        (Phrase("sign", object="treaty"), "SUPPORT", None),
        (Phrase("strike", object="deal"), "SUPPORT", None),
        (Phrase("strike", object="balance"), "NONE", None),
        (Phrase("strike", object="village"), "ASSAULT", None),
        (Phrase("give", object="green light"), "SUPPORT", None),
        (Phrase("give", object="speech"), "NONE", None),
        (Phrase("step", particle="down"), "RETREAT", "resign"),
        (Phrase("call", particle="off", object="visit"), "REJECT", "meet"),
        (Phrase("urge", object="Japan", clause="RETREAT.release"), "REQUEST", "yield"),
        (Phrase("urge", object="Japan", clause="CONSULT"), "REQUEST", "meet"),
        (Phrase("threaten", clause="ASSAULT"), "THREATEN", "violence"),
        (Phrase("threaten", clause="SANCTION.expel"), "THREATEN", "expel"),
        (Phrase("agree", clause="AID"), "AGREE", None),
        (Phrase("refuse", clause="CONSULT"), "REJECT", "meet"),
        (Phrase("declare", object="truce"), "CONCEDE", None),
        (Phrase("observe", object="truce"), "RETREAT", "ceasefire"),
        (Phrase("convict", object="Japan"), "SANCTION", "convict"),
        (Phrase("extradite", object="suspect"), "COOPERATE", None),
        (Phrase("import", object="oil"), "COOPERATE", None),
        (Phrase("say"), "STATEMENT", None),
        (Phrase("withdrawal", "noun", prep=("from", "pact")), "SANCTION", "withdraw"),
        (Phrase("strike", "noun", particle="hunger"), "PROTEST", "hunger"),
        (Phrase("strike", "noun", particle="air"), "ASSAULT", "aerial"),
        (Phrase("attack", "noun", particle="heart"), "NONE", None),
        (Phrase("open", "adjective", prep=("to", "talk")), "AGREE", None),
        (Phrase("critical", "adjective", prep=("of", "Japan")), "ACCUSE", "disapprove"),
    ],
)
def test_a_phrase_meets_the_frame_that_is_meant(phrase: Phrase, event: str, mode: str | None) -> None:
    assert _typed(phrase) == (event, mode)


def test_every_type_and_mode_of_plover_has_a_frame() -> None:
    told = {(f.event, f.mode) for frames in lexicon.load().frames.values() for f in frames}
    assert {(e, m) for e, kind in plover.types().items() for m in kind.modes} <= told
    assert set(plover.types()) <= {event for event, _ in told}


def test_lexicon_is_as_large_as_the_job() -> None:
    frames = [frame for found in lexicon.load().frames.values() for frame in found]
    assert len({frame.source for frame in frames}) >= FRAMES
    assert len({(f.kind, f.lemma, f.particle) for f in frames}) >= ENTRIES


def test_the_most_constrained_frame_comes_first() -> None:
    weights = [frame.weight for frame in lexicon.load().frames_for("withdraw", "verb")]
    assert weights == sorted(weights, reverse=True)


def test_a_type_in_a_noun_list_stands_for_the_nouns_that_tell_it() -> None:
    frame = next(f for f in lexicon.load().frames_for("cancel", "verb") if f.mode == "meet")
    assert frame.object is not None
    assert frame.object.takes("summit")


def test_words_that_only_govern_are_told_with_what_they_add() -> None:
    assert lexicon.load().aspect_for("intend")[0].auxiliary == "future"
    assert lexicon.load().aspect_for("begin")[0].phase == "begun"
    assert lexicon.load().aspect_for("meet") == ()


def test_classes_take_in_other_classes_and_unknown_ones_are_empty() -> None:
    assert "treaty" in lexicon.members("agreement")
    assert lexicon.members("no such class") == frozenset()
