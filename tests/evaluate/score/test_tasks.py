"""Tasks whose rows carry labels or spans: each figure follows its definition on a case worked out by hand."""

from collections.abc import Sequence

import pytest

from dragoman.evaluate.score import attribution, event_typing, factuality, modes, places, relevance, timex, who
from dragoman.evaluate.score.counting import f1
from dragoman.evaluate.score.rows import Row

near = pytest.approx
SENTENCE = "Aides of the minister warned that the border would close , drivers said ."


def at(*phrases: str) -> list[list[int]]:
    return [[SENTENCE.index(p), SENTENCE.index(p) + len(p)] for p in phrases]


def typed(*pairs: tuple[str, int]) -> list[Row]:
    return [{"id": n, "root": root, "penta": penta} for n, (root, penta) in enumerate(pairs)]


def answers(*events: str | None) -> list[Row]:
    return [{"id": n, "event": event} for n, event in enumerate(events)]


def test_typing_folds_two_types_into_yield() -> None:
    """CONCEDE and RETREAT are both right where the set says YIELD; other names are no answer."""
    gold = typed(("YIELD", 2), ("YIELD", 2), ("SUPPORT", 1), ("PROTEST", 4))
    figures = event_typing.score(gold, answers("RETREAT", "CONCEDE", "AGREE", "figure"))
    assert figures["answered"] == 3
    assert figures["root"] == {"macro_f1": near(1 / 3), "accuracy": 0.5, "f1": {"PROTEST": 0, "SUPPORT": 0, "YIELD": 1}}
    assert figures["quad"] == {"macro_f1": near(2 / 3), "accuracy": 0.75, "f1": {1: 1.0, 2: 1.0, 4: 0.0}}


def test_typing_of_polarity_alone() -> None:
    """Where the gold tells only cooperation from conflict, only that is scored."""
    figures = event_typing.score([{"id": 0, "binary": 1}, {"id": 1, "binary": 0}], answers("ASSAULT", "ACCUSE"))
    assert "root" not in figures
    assert figures["binary"] == {"macro_f1": near(1 / 3), "accuracy": 0.5, "f1": {0: 0.0, 1: near(2 / 3)}}


def expression(start: int, end: int, value: str, kind: str = "DATE") -> Row:
    return {"span": [start, end], "type": kind, "value": value}


def test_timex_levels() -> None:
    """Strict wants equal spans, relaxed any overlap; value and type are judged on relaxed matches."""
    gold = [{"id": "x", "timex": [expression(0, 6, "2020-05"), expression(10, 20, "P3D", "DURATION")]}]
    said = [{"id": "x", "timex": [expression(0, 6, "2020-05"), expression(15, 20, "P3D"), expression(30, 33, "2020")]}]
    figures = timex.score(gold, said)
    assert figures["strict"] == f1(1, 3, 2)
    assert figures["relaxed"] == figures["value"] == f1(2, 3, 2)
    assert figures["type"] == f1(1, 3, 2)
    assert figures["value_accuracy"] == 1.0


def test_an_expression_is_used_once() -> None:
    """One long prediction over two gold expressions finds only one of them."""
    gold: list[Row] = [{"id": "x", "timex": [expression(0, 4, "a"), expression(5, 9, "b")]}, {"id": "y", "timex": []}]
    assert timex.score(gold, [{"id": "x", "timex": [expression(0, 9, "a")]}])["relaxed"] == f1(1, 1, 2)


def test_attribution_levels() -> None:
    """Contents match by half of their tokens, sources by their head word, cues by any token and on their own."""
    whole, inner = "that the border would close", "the border would close"
    gold = [
        {"source": at("Aides of the minister"), "cue": at("warned"), "content": at(whole)},
        {"source": at("drivers"), "cue": at("said"), "content": []},
    ]
    said = [
        {"source": at("Aides"), "cue": at("warned"), "content": at(inner)},
        {"source": at("minister"), "cue": at("close"), "content": at("drivers")},
    ]
    figures = attribution.score(
        [{"id": "x", "attributions": gold}], [{"id": "x", "attributions": said}], {"x": SENTENCE}
    )
    assert figures["content"] == figures["joint"] == f1(1, 2, 1)
    assert figures["source_correct"] == 1.0
    assert figures["cue"] == f1(1, 2, 2)


@pytest.mark.parametrize(
    "phrases, right", [(("Aides",), 1.0), (("of the minister",), 1.0), (("the minister",), 1.0), (("minister",), 0.0)]
)
def test_a_source_holds_the_head_or_half_of_the_tokens(phrases: Sequence[str], right: float) -> None:
    """The head word is the last before a preposition; without it half of the tokens must be shared."""
    content = at("would close")
    gold = [{"id": "x", "attributions": [{"source": at("Aides of the minister"), "cue": [], "content": content}]}]
    said = [{"id": "x", "attributions": [{"source": at(*phrases), "cue": [], "content": content}]}]
    assert attribution.score(gold, said, {"x": SENTENCE})["source_correct"] == right


def test_attribution_without_texts_compares_characters() -> None:
    """Where no text is given, overlap is counted in characters and heads are not looked for."""
    gold = [{"id": "x", "attributions": [{"source": [[0, 10]], "cue": [], "content": [[20, 30]]}]}]
    said = [{"id": "x", "attributions": [{"source": [[0, 4]], "cue": [], "content": [[20, 26]]}]}]
    figures = attribution.score(gold, said)
    assert figures["content"] == f1(1, 1, 1)
    assert figures["source_correct"] == 0.0


def test_factuality_takes_silence_as_happened() -> None:
    """A row without a prediction counts as 3."""
    gold = [{"id": n, "value": v} for n, v in enumerate([3.0, -3.0, 0.0])]
    figures = factuality.score(gold, [{"id": 1, "value": -1.0}, {"id": 2, "value": 1.0}])
    assert figures["missing"] == 1
    assert figures["mae"] == 1.0
    assert figures["sign_accuracy"] == near(2 / 3)


@pytest.mark.parametrize("said, expected", [([2.0, 4.0, 6.0], 1.0), ([1.0, 3.0, 2.0], 0.5), ([3.0, 3.0, 3.0], 0.0)])
def test_pearson(said: list[float], expected: float) -> None:
    """Correlation is 1 on a line, and 0 where a list is constant."""
    assert factuality.pearson([1.0, 2.0, 3.0], said) == near(expected)


OSLO = {"lat": 59.9127, "lon": 10.7461, "geonameid": 1, "country": "NOR"}
ROME = {"lat": 41.8919, "lon": 12.5113, "geonameid": 2, "country": "ITA"}


def test_places_are_found_then_located() -> None:
    """Location is judged on overlapping names; a prediction on a name without coordinates is not counted."""
    gold = [{"id": "x", "places": [{"span": [0, 4], **OSLO}, {"span": [10, 16], **ROME}], "unlocated": [[20, 25]]}]
    said = [{"id": "x", "places": [{"span": [0, 4], **OSLO}, {"span": [10, 14], **OSLO}, {"span": [20, 24], **OSLO}]}]
    figures = places.score(gold, said)
    assert figures["strict"] == figures["end_to_end"] == f1(1, 2, 2)
    assert figures["relaxed"] == f1(2, 2, 2)
    assert figures["accuracy_161km"] == figures["country_accuracy"] == figures["geonameid_accuracy"] == 0.5
    assert figures["mean_error_km"] == near(places.distance(OSLO, ROME) / 2)


def test_distance() -> None:
    """Oslo lies some 2,000 km from Rome; without coordinates the distance is the largest there is."""
    assert places.distance(OSLO, ROME) == near(2007, abs=5)
    assert places.distance(OSLO, {"lat": None, "lon": 3}) == places.FARTHEST


@pytest.mark.parametrize("errors, expected", [([], None), ([places.FARTHEST], 1.0), ([0, places.FARTHEST], 0.5)])
def test_area_under_the_errors(errors: list[float], expected: float | None) -> None:
    """No error is 0, the largest everywhere is 1."""
    assert places.area(errors) == (None if expected is None else near(expected))


def test_relevance_by_threshold_and_by_rank() -> None:
    """Half and more is relevant; the ranking is judged by average precision; classes only where they are told."""
    gold = [{"id": n, "labels": labels} for n, labels in enumerate([["A"], [], ["A", "B"]])]
    figures = relevance.score(
        gold, [{"id": 0, "label": 0.4, "labels": ["A"]}, {"id": 1, "label": True}, {"id": 2, "label": 0.5}]
    )
    assert (figures["precision"], figures["recall"]) == (0.5, 0.5)
    assert figures["average_precision"] == near((1 / 2 + 2 / 3) / 2)
    assert figures["labels"] == {"A": f1(1, 1, 2), "B": f1(0, 0, 1)}


def test_modes_want_one_type_and_only_accepted_modes() -> None:
    """Naming two types is wrong; naming none is right where there is no event; each label weighs the same."""
    gold = [
        {"id": 0, "label": "RAID", "event": ["ASSAULT"], "mode": ["aerial", "drone"]},
        {"id": 1, "label": "RAID", "event": ["ASSAULT"], "mode": ["aerial"]},
        {"id": 2, "label": "NONE", "event": [], "mode": []},
    ]
    said = [{"id": 0, "event": "ASSAULT", "mode": ["drone"]}, {"id": 1, "event": ["ASSAULT", "AID"], "mode": "drone"}]
    figures = modes.score(gold, said)
    assert figures["event_accuracy"] == near(2 / 3)
    assert figures["event_accuracy_by_label"] == 0.75
    assert (figures["mode_rows"], figures["mode_accuracy"]) == (2, 0.5)


def test_who_needs_a_sector_out_of_office() -> None:
    """Out of office, silence about the sector is no answer."""
    gold = [{"id": 0, "code": ["KEN"], "gov": True}, {"id": 1, "code": ["KEN"], "gov": False}]
    said = [{"id": 0, "code": "KEN", "sector_code": "GOV"}, {"id": 1, "code": "KEN", "sector_code": None}]
    assert who.score(gold, said) == {"rows": 2, "country": 1.0, "in_office": 1.0, "out_of_office": 0.0}
