"""The second measurement: a network trained on the corpus learns from the PLV development rows too, in five folds.

Nothing that comes of this ships. Folds are made by sentence; each row is answered by the network of the fold that has
not seen its sentence, and the figures are those of all rows together.

Usage: python -m training.folds START NAME [--folds 0,1,2,3,4] [--seed N]   (answers in build/training/NAME)
       python -m training.folds START NAME --report
"""

import argparse
import hashlib
import json
import random
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import nn

from training import rows as data
from training.encoders import BUILD
from training.network import Typing
from training.report import RULES, Vote, development, figures, prior, together, votes_of, with_errors
from training.train import BATCH, THREADS, batches, encoder_of, probabilities, trained

FOLDS = 5
EPOCHS = 6
ENCODER_RATE, HEAD_RATE = 4e-5, 3e-4
WARM = 0.1
KNOWN = tuple(name for name in data.TYPES if name not in {"CONCEDE", "RETREAT", data.NULL})
CLASSES = (*KNOWN, "YIELD")
"""The development set's classes: CONCEDE and RETREAT are one, and there is no null."""
SMALL = frozenset({"COOPERATE", "MOBILIZE"})
"""The classes with the fewest rows, left out for a second figure."""


def fold(row: data.Row) -> int:
    """The fold of a row, the same for all rows of a sentence."""
    return hashlib.sha256(row["text"].encode()).digest()[0] % FOLDS


def classes(scores: torch.Tensor) -> torch.Tensor:
    """Logarithms of the probabilities of the development set's classes."""
    yields = scores[:, [data.TYPES.index("CONCEDE"), data.TYPES.index("RETREAT")]].logsumexp(-1, keepdim=True)
    return torch.cat([scores[:, [data.TYPES.index(name) for name in KNOWN]], yields], -1).log_softmax(-1)


def answer(name: str) -> str:
    """A row's class."""
    return "YIELD" if name in {"CONCEDE", "RETREAT"} else name


def loss(network: Typing, some: Sequence[data.Row], batch: data.Batch) -> torch.Tensor:
    """How wrong the network is about the classes."""
    right = torch.tensor([CLASSES.index(answer(row["event"])) for row in some])
    told = classes(network(batch)[0].float())
    return (1 - data.SMOOTHING) * nn.functional.nll_loss(told, right) - data.SMOOTHING * told.mean()


def tuned(start: str, rows: list[data.Row], seed: int, epochs: int) -> Typing:
    """The network of a run, trained on with these rows."""
    by = encoder_of(start)
    torch.manual_seed(seed)
    network = trained(start)
    network.encoder.embeddings.requires_grad_(requires_grad=False)
    inner = [p for name, p in network.named_parameters() if name.startswith("encoder.") and p.requires_grad]
    outer = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    rates = [{"params": inner, "lr": ENCODER_RATE}, {"params": outer, "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(rates, weight_decay=0.01, fused=True)
    steps = epochs * (len(rows) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (WARM * steps), max(0.0, (steps - step) / steps))
    )
    chance = random.Random(seed)
    sizes = Counter(answer(row["event"]) for row in rows)
    for _ in range(epochs):
        network.train()
        picked = chance.choices(rows, [sizes[answer(row["event"])] ** -0.5 for row in rows], k=len(rows))
        for some in batches(picked, chance):
            optimizer.zero_grad()
            with torch.autocast("cpu", torch.bfloat16):
                value = loss(network, some, data.batch([{**r, "event": None} for r in some], by, chance))
            value.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    return network


def run(start: str, folder: Path, number: int, options: argparse.Namespace) -> None:
    """Trains one fold and writes its answers."""
    rows = development(votes_of("typing"))
    learn, held = [r for r in rows if fold(r) != number], [r for r in rows if fold(r) == number]
    began = time.perf_counter()
    network = tuned(start, learn, options.seed * 10 + number, options.epochs)
    asked = [{**row, "event": None} for row in held]
    table = classes(probabilities(network, asked, encoder_of(start)).log()).exp()
    told = {row["id"]: [round(p, 5) for p in line] for row, line in zip(held, table.tolist(), strict=True)}
    (folder / f"fold-{number}-{options.seed}.json").write_text(json.dumps(told), "utf-8")
    best = [CLASSES[max(range(len(CLASSES)), key=told[row["id"]].__getitem__)] for row in held]
    print(f"fold {number}, seed {options.seed}, {time.perf_counter() - began:.0f} s:", figures(held, best), flush=True)


def report(folder: Path) -> None:
    """Prints the figures over all folds, one seed a fold, and those of each seed where a fold has several.

    The network answers alone, then with the lexicon, whose word counts as in `training.report`: by so many nats where
    its act fits the parties, and by so many where it does not. For each fold both are chosen on the answers of the
    other folds. The lexicon itself was written with all these rows in sight, so the second figure is of no unseen data.
    """
    lexicon = votes_of("typing")
    rows = {row["id"]: row for row in development(lexicon)}
    answers: dict[str, list[float]] = {}
    for number in range(FOLDS):
        files = sorted(folder.glob(f"fold-{number}-*.json"))
        if not files:
            print(f"fold {number} is missing")
            continue
        answers |= json.loads(files[0].read_text())
        for path in files if len(files) > 1 else []:
            printed(path.name, rows, *alone(json.loads(path.read_text())))
    if not answers:
        return
    votes = together(list(answers.values()), [rows[name] for name in answers], lexicon)
    printed("network alone, pooled over folds", rows, *alone(answers))
    printed("with the lexicon", rows, list(answers), fitted([rows[name] for name in answers], votes))


def alone(answers: dict[str, list[float]]) -> tuple[list[str], list[str]]:
    """Ids of rows, and what the network says of them."""
    return list(answers), [CLASSES[line.index(max(line))] for line in answers.values()]


def printed(name: str, rows: dict[str, data.Row], ids: list[str], said: list[str]) -> None:
    """Prints the figures of what is said of some rows, then those without the small classes."""
    print(f"{name}, {len(ids)} rows: {with_errors([rows[one] for one in ids], said)}")
    wide = {one: told for one, told in zip(ids, said, strict=True) if rows[one]["event"] not in SMALL}
    figures_of = with_errors([rows[one] for one in wide], list(wide.values()))
    print(f"   without {', '.join(sorted(SMALL))}, {len(wide)} rows: {figures_of}")


def classed(vote: Vote) -> Vote:
    """Both votes in the development set's classes."""
    return vote._replace(event=None if vote.event is None else answer(vote.event))


def fitted(rows: Sequence[data.Row], votes: Sequence[Vote]) -> list[str]:
    """What network and lexicon say together, the lexicon's worth for each fold chosen on the other folds."""
    folds, both = [fold(row) for row in rows], [classed(vote) for vote in votes]
    said = {worth: [prior(*worth, CLASSES)(vote) for vote in both] for worth in RULES}
    best = {}
    for number in set(folds):
        others = [i for i, of in enumerate(folds) if of != number]
        scores = {w: figures([rows[i] for i in others], [told[i] for i in others]) for w, told in said.items()}
        best[number] = max(scores, key=lambda worth: sum(scores[worth].values()))
    print("the lexicon's worth by fold, where its act fits and where not:", dict(sorted(best.items())))
    return [said[best[number]][i] for i, number in enumerate(folds)]


def main() -> None:
    """Trains folds, or reports them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("start")
    parser.add_argument("name")
    parser.add_argument("--folds", default="0,1,2,3,4")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--report", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(THREADS)
    folder = BUILD / options.name
    folder.mkdir(parents=True, exist_ok=True)
    for number in [] if options.report else map(int, options.folds.split(",")):
        run(options.start, folder, number, options)
    report(folder)


if __name__ == "__main__":
    main()
