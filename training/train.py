"""The corpus → a trained network, `build/training/NAME/`; a run that was stopped goes on after its last epoch.

Usage: python -m training.train NAME [--encoder small|large] [--seed N] [--epochs N] [--start NAME] [--teacher NAME]
(from the project's folder; extra `train`)
"""

import argparse
import json
import random
import time
from collections import Counter
from pathlib import Path

import torch
from torch import nn

from training import rows as data
from training.encoders import BUILD, Encoder, encoder
from training.network import Typing

EPOCHS = 5
BATCH = 32
POOL = 16
"""Batches drawn together and sorted by length, so that little is padded."""
ENCODER_RATE = {"small": 1e-4, "large": 5e-5}
HEAD_RATE = 1e-3
WARM = 0.1
"""Share of the steps in which the rates rise; they fall to nought over the others."""
MODE_WEIGHT = 0.5
THREADS = 2
PARTING = 7
"""Seed of the rows held out, the same for every run."""


def drawn(rows: list[data.Row], chance: random.Random) -> list[list[data.Row]]:
    """One epoch: as many rows as there are, drawn by one over the root of their class's size, in batches."""
    sizes = Counter(row["event"] for row in rows)
    picked = chance.choices(rows, [sizes[row["event"]] ** -0.5 for row in rows], k=len(rows))
    picked = [data.joined(r, chance.choice(rows), chance) if chance.random() < data.JOINED else r for r in picked]
    return batches([data.withheld(row, chance) for row in picked], chance)


def batches(picked: list[data.Row], chance: random.Random) -> list[list[data.Row]]:
    """Rows in batches of about one length, shuffled."""
    made = []
    for start in range(0, len(picked), BATCH * POOL):
        pool = sorted(picked[start : start + BATCH * POOL], key=lambda row: len(row["text"]))
        made += [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
    chance.shuffle(made)
    return made


def loss(network: Typing, batch: data.Batch) -> torch.Tensor:
    """How wrong the network is about types, and about modes among those of the right type."""
    types, modes = network(batch)
    wrong = nn.functional.cross_entropy(types, batch.targets)
    told = batch.modes >= 0
    if not told.any():
        return wrong
    owners = torch.tensor([data.TYPES.index(name) for name, _ in data.MODES])
    foreign = owners[None] != batch.types[told][:, None]
    return wrong + MODE_WEIGHT * nn.functional.cross_entropy(modes[told].masked_fill(foreign, -1e4), batch.modes[told])


def probabilities(network: Typing, rows: list[data.Row], by: Encoder) -> torch.Tensor:
    """The network's distribution over the types for each row."""
    network.eval()
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]["text"]))
    result = torch.zeros(len(rows), len(data.TYPES))
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(order), BATCH):
            some = order[start : start + BATCH]
            result[some] = network(data.batch([rows[i] for i in some], by))[0].float().softmax(-1)
    return result


def macro_f1(right: list[int], said: list[int]) -> float:
    """Mean over the classes of their F1."""
    pairs = Counter(zip(right, said, strict=True))
    true, told = Counter(right), Counter(said)
    return sum(2 * pairs[c, c] / (true[c] + told[c]) for c in true) / len(true)


def temperature(table: torch.Tensor, right: list[int]) -> float:
    """By what the scores must be divided for the probabilities to be worth most on rows held out."""
    truth = torch.tensor(right)
    able = [0.3 + 0.02 * i for i in range(60)]
    return min(able, key=lambda t: nn.functional.cross_entropy(table.log() / t, truth).item())


def taught(teacher: str, rows: list[data.Row], folder: Path) -> list[data.Row]:
    """The rows with a teacher's distribution over the types, asked once and kept."""
    kept = folder / "taught.json"
    if not kept.exists():
        asked = probabilities(trained(teacher), rows, encoder_of(teacher))
        kept.write_text(json.dumps([[round(p, 4) for p in line] for line in asked.tolist()]), "utf-8")
    return [{**row, "taught": line} for row, line in zip(rows, json.loads(kept.read_text()), strict=True)]


def encoder_of(name: str) -> Encoder:
    """The encoder that a run stands on."""
    return encoder(json.loads((BUILD / name / "encoder.json").read_text()))


def trained(name: str) -> Typing:
    """The network of a run."""
    network = Typing(encoder_of(name).network())
    network.load_state_dict(torch.load(BUILD / name / "state.pt", weights_only=True)["network"])
    return network


class Training:
    """A training under way: network, rates and where they stand."""

    def __init__(self, folder: Path, base: str, seed: int, epochs: int) -> None:
        torch.manual_seed(seed)
        self.folder, self.seed, self.epochs = folder, seed, epochs
        self.by = encoder(base)
        (folder / "encoder.json").write_text(json.dumps(base), "utf-8")
        self.learn, self.held = data.parted(data.corpus(), PARTING)
        self.network = Typing(self.by.network())
        self.network.encoder.embeddings.requires_grad_(requires_grad=False)
        outer = [p for name, p in self.network.named_parameters() if not name.startswith("encoder.")]
        inner = {"params": list(self.network.encoder.encoder.parameters()), "lr": ENCODER_RATE[base]}
        self.optimizer = torch.optim.AdamW([inner, {"params": outer, "lr": HEAD_RATE}], weight_decay=0.01, fused=True)
        steps = epochs * int((1 + data.SWAPPED) * len(self.learn) / BATCH + 1)
        rise = int(WARM * steps)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda step: min((step + 1) / rise, max(0.0, (steps - step) / (steps - rise)))
        )

    @property
    def parts(self) -> dict[str, object]:
        """What a checkpoint holds, by name."""
        return {"network": self.network, "optimizer": self.optimizer, "schedule": self.schedule}

    def resume(self) -> int:
        """Takes up the last checkpoint, if there is one, and says how many epochs are done."""
        state = self.folder / "state.pt"
        if not state.exists():
            return 0
        saved = torch.load(state, weights_only=True)
        for name, part in self.parts.items():
            part.load_state_dict(saved[name])
        return saved["epoch"]

    def save(self, epoch: int) -> None:
        """Writes a checkpoint."""
        states = {name: part.state_dict() for name, part in self.parts.items()}
        torch.save({**states, "epoch": epoch}, self.folder / "state.pt")

    def epoch(self, number: int) -> float:
        """One pass over as many rows as there are; the mean loss."""
        torch.manual_seed(self.seed * 1000 + number)
        chance = random.Random(self.seed * 1000 + number)
        self.network.train()
        total, count = 0.0, 0
        for some in drawn([*self.learn, *data.swapped(self.learn, chance)], chance):
            self.optimizer.zero_grad()
            with torch.autocast("cpu", torch.bfloat16):
                value = loss(self.network, data.batch(some, self.by, chance))
            value.backward()
            nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimizer.step()
            self.schedule.step()
            total, count = total + value.item(), count + 1
        return total / count

    def tested(self) -> tuple[torch.Tensor, list[int]]:
        """The distributions over the types for the rows held out, and the right types."""
        table = probabilities(self.network, self.held, self.by)
        return table, [data.TYPES.index(row["event"] or data.NULL) for row in self.held]

    def run(self) -> None:
        """All epochs that are still to do, then the temperature."""
        done = self.resume()
        print(f"{len(self.learn)} rows to learn from, {len(self.held)} held out", flush=True)
        for number in range(done, self.epochs):
            start = time.perf_counter()
            figures = {"epoch": number + 1, "loss": round(self.epoch(number), 3)}
            self.save(number + 1)
            table, right = self.tested()
            figures["macro_f1"] = round(macro_f1(right, table.argmax(-1).tolist()), 4)
            print(json.dumps({**figures, "seconds": round(time.perf_counter() - start)}), flush=True)
        warmth = temperature(*self.tested())
        print(f"temperature {warmth:.2f}")
        (self.folder / "temperature.json").write_text(json.dumps(warmth), "utf-8")


def main() -> None:
    """Trains, printing the figures of each epoch on the rows held out."""
    parser = argparse.ArgumentParser()
    parser.add_argument("name")
    parser.add_argument("--encoder", choices=sorted(ENCODER_RATE), default="small")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--teacher", help="a finished run whose word on the rows counts beside their labels")
    parser.add_argument("--start", help="a finished run whose network is trained on, at rates that rise and fall anew")
    options = parser.parse_args()
    torch.set_num_threads(THREADS)
    folder = BUILD / options.name
    folder.mkdir(parents=True, exist_ok=True)
    training = Training(folder, options.encoder, options.seed, options.epochs)
    if options.start is not None:
        training.network.load_state_dict(trained(options.start).state_dict())
    if options.teacher is not None:
        training.learn = taught(options.teacher, training.learn, folder)
    training.run()


if __name__ == "__main__":
    main()
