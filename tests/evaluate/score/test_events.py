"""Event records are compared by type and by the countries of both parties."""

from collections.abc import Sequence

from dragoman.evaluate.score import events
from dragoman.evaluate.score.counting import f1
from dragoman.evaluate.score.rows import Row


def parties(codes: Sequence[str]) -> list[Row]:
    return [{"code": code} for code in codes]


def wanted(text: str, event: str, actor: Sequence[str], recipient: Sequence[str] = ()) -> Row:
    return {"id": text, "event": event, "actor": parties(actor), "recipient": parties(recipient)}


def said(text: str, event: str, actor: Sequence[str], recipient: Sequence[str] = ()) -> Row:
    return {"article": {"id": text}, "event": [event], "actor": parties(actor), "recipient": parties(recipient)}


def test_the_three_levels() -> None:
    """Type alone, type with actors, and all; statements are not counted; the EU and the UN count as IGO."""
    gold = [
        wanted("t", "THREATEN", ["IND", "USA"], ["PAK"]),
        wanted("t", "REJECT", ["PAK"]),
        wanted("u", "AID", ["IGO"], ["HTI"]),
    ]
    given = [
        said("t", "THREATEN", ["USA", "IND"], ["CHN"]),
        said("t", "statement", ["PAK"]),
        said("u", "AID", ["EUR"], ["HTI"]),
    ]
    figures = events.score(gold, given)
    assert (figures["predicted"], figures["answered"]) == (2, 3)
    assert figures["type"] == figures["actor"] == {"all": f1(2, 2, 3), "best": f1(2, 3, 3)}
    assert figures["both"] == {"all": f1(1, 2, 3), "best": f1(1, 3, 3)}


def test_one_record_answers_one_gold_record() -> None:
    """A record is used once for `all`, as often as it fits for `best`."""
    gold = [wanted("t", "AID", ["JPN"], ["KEN"]), wanted("t", "AID", ["JPN"], ["KEN"])]
    both = events.score(gold, [said("t", "AID", ["JPN"], ["KEN"])])["both"]
    assert both == {"all": f1(1, 1, 2), "best": f1(2, 2, 2)}


def test_parties_of_a_mutual_act_may_be_spread() -> None:
    """Where the gold has two actors and no recipient, one may be told as the recipient."""
    gold = [wanted("t", "AGREE", ["BRA", "ARG"])]
    assert events.score(gold, [said("t", "AGREE", ["BRA"], ["ARG"])])["both"] == {
        "all": f1(1, 1, 1),
        "best": f1(1, 1, 1),
    }
    assert events.score(gold, [said("t", "AGREE", ["BRA"], ["CHL"])])["both"] == {
        "all": f1(0, 1, 1),
        "best": f1(0, 1, 1),
    }


def test_all_parties_of_a_meeting_may_be_actors() -> None:
    """A CONSULT may name everybody as actor."""
    gold = [wanted("t", "CONSULT", ["BRA"], ["ARG"])]
    figures = events.score(gold, [said("t", "CONSULT", ["ARG", "BRA"])])
    assert figures["both"] == {"all": f1(1, 1, 1), "best": f1(1, 1, 1)}


def test_silence_scores_nothing() -> None:
    """No record, no recall; precision over no text is 0."""
    figures = events.score([wanted("t", "AID", ["JPN"])], [])
    assert figures["type"] == {"all": f1(0, 0, 1), "best": f1(0, 0, 1)}
