"""Runs that went on from one network → the mean of their weights as a run of its own, in `build/training/NAME/`.

Networks trained on from the same one with other seeds lie close to each other, and their mean errs less on sentences
of others than each (Wortsman et al. 2022, "Model soups").

Usage: python -m training.averaged NAME RUN RUN …   (after train; the runs share their `--start`)
"""

import json
import sys

import torch

from training import rows as data
from training.encoders import BUILD
from training.train import PARTING, THREADS, encoder_of, probabilities, temperature, trained


def mean(names: list[str]) -> dict[str, torch.Tensor]:
    """The mean of the runs' weights, by name."""
    states = [trained(name).state_dict() for name in names]
    return {key: torch.stack([state[key].float() for state in states]).mean(0) for key in states[0]}


def main() -> None:
    """Writes the mean as a run, with the temperature that suits it on the rows held out."""
    name, *runs = sys.argv[1:]
    torch.set_num_threads(THREADS)
    folder = BUILD / name
    folder.mkdir(parents=True, exist_ok=True)
    weights = mean(runs)
    torch.save({"network": weights}, folder / "state.pt")
    (folder / "encoder.json").write_text((BUILD / runs[0] / "encoder.json").read_text("utf-8"), "utf-8")
    held = data.parted(data.corpus(), PARTING)[1]
    right = [data.TYPES.index(row["event"] or data.NULL) for row in held]
    warmth = temperature(probabilities(trained(name), held, encoder_of(name)), right)
    (folder / "temperature.json").write_text(json.dumps(warmth), "utf-8")
    print(f"temperature {warmth:.2f}")


if __name__ == "__main__":
    main()
