"""Network, lexicon and both together on rows held out and, only told and never used, on the development rows.

Behind each macro-F1 stands its bootstrap standard error, by sentence (`spread`).

Usage: python -m training.report NAME [NAME …]   (after train and lexicon_votes; several names: the mean)
"""

import itertools
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch

from training import rows as data
from training.encoders import BUILD
from training.spread import standard_error
from training.train import PARTING, encoder_of, macro_f1, probabilities, trained

GOLD = Path(__file__).parents[2] / "shared" / "gold"
QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
"""Quad classes as the development set counts them, CONCEDE and RETREAT in one."""
CONFLICT = 3
WEIGHTS = (0.0, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0, 6.0)
"""Nats that the lexicon's word is worth, tried on the rows held out."""
THRESHOLDS = tuple(round(0.3 + 0.05 * i, 2) for i in range(13))
"""Probabilities from which on the network may tell an act where the lexicon knows none between the parties."""
SHIPPED = (6.0, 2.5)
"""Worths of the lexicon's word in the rule that ships."""
FITTING = 3
"""From here on the lexicon's act has both parties, at least one of them in its role."""
SURE = 0.5
"""A type with more than this is likelier than all others together."""
TINY = 1e-6


class Vote(NamedTuple):
    """What both say of one row: the network's distribution, the lexicon's type and how its act fits the parties."""

    network: list[float]
    event: str | None
    fit: int


Rule = Callable[[Vote], str]


def network_alone(vote: Vote, names: Sequence[str] = data.TYPES) -> str:
    """The network's likeliest type, of the classes that it gives probabilities for."""
    return names[max(range(len(vote.network)), key=vote.network.__getitem__)]


def lexicon_alone(vote: Vote) -> str:
    """The lexicon's type, or none."""
    return vote.event or data.NULL


def prior(fitting: float, other: float, names: Sequence[str] = data.TYPES) -> Rule:
    """The lexicon's type counts as evidence, by so many nats where its act fits the parties, and where it does not.

    `names` are the classes whose probabilities the network gives, in their order.
    """

    def rule(vote: Vote) -> str:
        scores = torch.tensor(vote.network).clamp(min=TINY).log()
        if vote.event in names:
            scores[names.index(vote.event)] += fitting if vote.fit >= FITTING else other
        return names[int(scores.argmax())]

    return rule


RULES = {(a, b): prior(a, b) for a, b in itertools.product(WEIGHTS, WEIGHTS) if b <= a}


def yielded(event: str) -> str:
    """The development set knows no difference between CONCEDE and RETREAT."""
    return "YIELD" if event in {"CONCEDE", "RETREAT"} else event


def levels(rows: Sequence[data.Row], said: Sequence[str]) -> dict[str, tuple[list[Any], list[Any]]]:
    """What is right and what is said by type, quad and polarity, as the development set's scorer counts them."""
    roots = [yielded(row["event"]) for row in rows]
    quads = [row.get("penta") or QUADS[root] for row, root in zip(rows, roots, strict=True)]
    told = [yielded(event) for event in said]
    told_quads = [QUADS.get(event, 0) for event in told]
    polar = [int(quad >= CONFLICT) for quad in quads]
    told_polar = [int(quad >= CONFLICT) if quad else -1 for quad in told_quads]
    return {"root": (roots, told), "quad": (quads, told_quads), "binary": (polar, told_polar)}


def figures(rows: Sequence[data.Row], said: Sequence[str]) -> dict[str, float]:
    """Macro-F1 by type, quad and polarity."""
    return {name: round(macro_f1(*pair), 4) for name, pair in levels(rows, said).items()}


def with_errors(rows: Sequence[data.Row], said: Sequence[str]) -> str:
    """The same in words, each with its standard error."""
    return ", ".join(f"{name} {with_error(rows, *pair)}" for name, pair in levels(rows, said).items())


def with_error(rows: Sequence[data.Row], right: list[Any], said: list[Any]) -> str:
    """A macro-F1 and its standard error."""
    return f"{macro_f1(right, said):.4f} ± {standard_error([row['text'] for row in rows], right, said):.4f}"


def read(path: Path) -> list[data.Row]:
    """The rows of a file."""
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def votes_of(name: str) -> dict[str, data.Row]:
    """The lexicon's votes by row."""
    return {vote["id"]: vote for vote in read(BUILD / f"{name}.votes.jsonl")}


def as_found(row: data.Row, vote: data.Row) -> data.Row:
    """A row whose event word is the one that the lexicon found beside the parties, if any, as when text is coded."""
    return {**row, "trigger": vote["trigger"] if vote["fit"] > 0 else None}


def development(lexicon: dict[str, data.Row]) -> list[data.Row]:
    """The development rows in the corpus's form."""
    answers = {row["id"]: row for row in read(GOLD / "typing.gold.jsonl")}
    rows = []
    for row in read(GOLD / "typing.input.jsonl"):
        spans = {name: [] if row[name] is None else [row[name]] for name in ("actor", "recipient")}
        answer = answers[row["id"]]
        told = {**row, **spans, "event": answer["root"], "penta": answer["penta"], "mode": None}
        rows.append(as_found(told, lexicon[row["id"]]))
    return rows


def distributions(names: Sequence[str], rows: list[data.Row]) -> list[list[float]]:
    """The networks' mean distribution for each row, by their temperatures; no answer is shown to them."""
    rows = [{**row, "event": None, "mode": None} for row in rows]
    total = torch.zeros(len(rows), len(data.TYPES))
    for name in names:
        warmth = json.loads((BUILD / name / "temperature.json").read_text())
        total += (probabilities(trained(name), rows, encoder_of(name)).log() / warmth).softmax(-1)
    return (total / len(names)).tolist()


def together(table: Sequence[list[float]], rows: Sequence[data.Row], lexicon: dict[str, data.Row]) -> list[Vote]:
    """Both votes on each row."""
    found = [lexicon[row["id"]] for row in rows]
    return [Vote(p, v["event"], v["fit"]) for p, v in zip(table, found, strict=True)]


def without_null(votes: Sequence[Vote]) -> list[Vote]:
    """The votes where it is given that there is an act."""
    return [vote._replace(network=vote.network[:-1]) for vote in votes]


def by_class(right: Sequence[str], said: Sequence[str]) -> None:
    """Prints recall and precision of each class."""
    for name in sorted(set(right)):
        hits = sum(a == b == name for a, b in zip(right, said, strict=True))
        recall, precision = hits / right.count(name), hits / max(1, said.count(name))
        print(f"   {name:10} {right.count(name):4} recall {recall:.2f} precision {precision:.2f}")


def calibration(table: Sequence[list[float]], right: Sequence[str], bins: int = 10) -> float:
    """Expected calibration error of the likeliest type."""
    best = [(max(p), data.TYPES[p.index(max(p))] == truth) for p, truth in zip(table, right, strict=True)]
    error = 0.0
    for number in range(bins):
        some = [pair for pair in best if number / bins < pair[0] <= (number + 1) / bins]
        error += abs(sum(p for p, _ in some) - sum(hit for _, hit in some))
    return error / len(best)


def by_itself(rows: Sequence[data.Row], votes: Sequence[Vote], right: Sequence[str]) -> None:
    """Prints from which probability on the network may tell an act alone: the best, and the highest near it."""
    found: dict[float, tuple[float, float]] = {}
    for least in THRESHOLDS:
        said = [shipped(vote, least) for vote in votes]
        error = standard_error([row["text"] for row in rows], list(right), said)
        found[least] = (macro_f1(right, said), error)
    best = max(found, key=lambda least: found[least][0])
    floor = found[best][0] - found[best][1]
    highest = max(least for least, (value, _) in found.items() if value >= floor)
    told = ", ".join(f"{least} {value:.4f}" for least, (value, _) in found.items())
    print(f"the network by itself from {best} on best, {highest} the highest within {found[best][1]:.4f}: {told}")


def shipped(vote: Vote, least: float) -> str:
    """What both end on by the rule that ships; the network alone where the lexicon's act leaves both parties out."""
    if vote.fit > 0:
        return RULES[SHIPPED](vote)
    said = network_alone(vote)
    return said if max(vote.network[:-1]) >= least else data.NULL


def held_out(names: list[str]) -> tuple[Rule, Rule]:
    """Prints the figures on the rows held out and gives the best rules there, with and without null."""
    held, lexicon = data.parted(data.corpus(), PARTING)[1], votes_of("corpus")
    right = [row["event"] or data.NULL for row in held]
    marked = distributions(names, held)
    said = [network_alone(vote) for vote in together(marked, held, lexicon)]
    print(f"held out {len(held)}, event word marked, with null: {with_error(held, right, said)}")
    print(f"   calibration error {calibration(marked, right):.3f}")
    by_class(right, said)
    turned = [{**r, "actor": r["recipient"], "recipient": r["actor"]} for r in held if r["event"] in data.DIRECTED]
    turned = [row for row in turned if row["actor"] and row["recipient"]]
    kept = sum(
        p[data.TYPES.index(r["event"])] > SURE for p, r in zip(distributions(names, turned), turned, strict=True)
    )
    print(f"   parties changed over: {kept} of {len(turned)} still get their type with more than 0.5")
    votes = together(distributions(names, [as_found(row, lexicon[row["id"]]) for row in held]), held, lexicon)
    with_null = {key: macro_f1(right, [rule(vote) for vote in votes]) for key, rule in RULES.items()}
    best = max(with_null, key=with_null.__getitem__)
    print("event word as the lexicon finds it, with null:")
    for name, rule in (("network", RULES[0, 0]), ("lexicon", lexicon_alone), (f"together {best}", RULES[best])):
        print(f"   {name} {with_error(held, right, [rule(vote) for vote in votes])}")
    by_itself(held, votes, right)
    acts = [i for i, row in enumerate(held) if row["event"] is not None]
    rows, sure = [held[i] for i in acts], without_null([votes[i] for i in acts])
    scored = {key: figures(rows, [rule(vote) for vote in sure]) for key, rule in RULES.items()}
    forced = max(scored, key=lambda key: sum(scored[key].values()))
    print("the same, acts only:")
    for name, rule in (("network", RULES[0, 0]), ("lexicon", lexicon_alone), (f"together {forced}", RULES[forced])):
        print(f"   {name} {with_errors(rows, [rule(vote) for vote in sure])}")
    return RULES[best], RULES[forced]


def main(names: list[str]) -> None:
    """Chooses the rule on the rows held out, then prints the figures of that rule on the development rows."""
    torch.set_num_threads(2)
    _, rule = held_out(names)
    if not (GOLD / "typing.input.jsonl").exists():
        return
    lexicon = votes_of("typing")
    rows = development(lexicon)
    votes = without_null(together(distributions(names, rows), rows, lexicon))
    for name, way in (("network", network_alone), ("lexicon", lexicon_alone), ("together", rule)):
        print("development:", name, with_errors(rows, [way(vote) for vote in votes]))
    by_class([row["event"] for row in rows], [yielded(rule(vote)) for vote in votes])


if __name__ == "__main__":
    main(sys.argv[1:])
