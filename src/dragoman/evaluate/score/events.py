"""Whole event records: type, actor countries and recipient countries against gold records of single texts.

Gold {id, event, actor: [{code}], recipient: [{code}]}, where `id` names the text and may come twice; predictions are
event records: `article.id` names the text, `event` is a list of exactly one type, `actor` and `recipient` are lists
with `code`. Country sets must be equal. When the gold has several actors and no recipient (a mutual act), the
prediction may spread them over actor and recipient. UNO and EUR count as IGO, as in the gold. Predicted records
without a PLOVER type (mere statements) are not counted. `all`: one-to-one over all records; `best`: the share of gold
records for which some record of the text fits, with precision over the texts that have any record.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.evaluate.score.counting import f1
from dragoman.evaluate.score.rows import Figures, Row

COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
CONFLICT = frozenset(
    {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
)
TYPES = COOPERATION | CONFLICT
FOLDED = {"UNO": "IGO", "EUR": "IGO"}
LEVELS = ("type", "actor", "both")
Texts = Mapping[str, Sequence[Row]]
"""Records by the id of their text."""


def names(value: str | Iterable[str] | None) -> frozenset[str]:
    """A name, a list of names or nothing, as a set."""
    return frozenset([value] if isinstance(value, str) else value or [])


def _types(record: Row) -> frozenset[str]:
    return TYPES & names(record.get("event"))


def _countries(entities: Iterable[Row] | None) -> frozenset[str]:
    codes: list[str] = [e["code"] for e in entities or [] if e.get("code")]
    return frozenset(FOLDED.get(code, code) for code in codes)


def fits(gold: Row, said: Row, level: str) -> bool:
    """Whether a predicted record agrees with a gold record at a level: type, actor (type and actor) or both."""
    if len(_types(said)) != 1 or _types(gold) != _types(said):
        return False
    return level == "type" or _parties_fit(gold, said, level)


def _parties_fit(gold: Row, said: Row, level: str) -> bool:
    actors, recipients = _countries(gold.get("actor")), _countries(gold.get("recipient"))
    said_actors, said_recipients = _countries(said.get("actor")), _countries(said.get("recipient"))
    if _types(gold) == {"CONSULT"} and not said_recipients and said_actors == actors | recipients:
        return True  # a meeting: every party may stand as actor
    if len(gold["actor"]) > 1 and not recipients and said_actors | said_recipients == actors:
        return True
    return said_actors == actors and (level == "actor" or said_recipients == recipients)


def _one_to_one(rows: Sequence[Row], said: Sequence[Row], level: str) -> int:
    """Gold rows of one text that find a record of their own, in order."""
    left, found = list(said), 0
    for row in rows:
        first = next((n for n, record in enumerate(left) if fits(row, record, level)), None)
        if first is not None:
            left.pop(first)
            found += 1
    return found


def _level(rights: Texts, saids: Texts, level: str) -> Figures:
    n_gold = sum(map(len, rights.values()))
    counted = sum(len(saids.get(text, ())) for text in rights)
    answered = sum(len(rows) for text, rows in rights.items() if saids.get(text))
    paired = sum(_one_to_one(rows, saids.get(text, ()), level) for text, rows in rights.items())
    best = sum(any(fits(row, s, level) for s in saids.get(t, ())) for t, rows in rights.items() for row in rows)
    return {"all": f1(paired, counted, n_gold), "best": f1(best, answered, n_gold)}


def score(gold: Sequence[Row], predicted: Sequence[Row], texts: Mapping[str, str] | None = None) -> Figures:
    """Figures at the three levels."""
    del texts
    rights: dict[str, list[Row]] = defaultdict(list)
    saids: dict[str, list[Row]] = defaultdict(list)
    for row in gold:
        rights[row["id"]].append(row)
    for record in predicted:
        if _types(record):
            saids[record["article"]["id"]].append(record)
    return {
        "gold": len(gold),
        "predicted": sum(len(saids.get(text, ())) for text in rights),
        "answered": sum(len(rows) for text, rows in rights.items() if saids.get(text)),
        **{level: _level(rights, saids, level) for level in LEVELS},
    }
