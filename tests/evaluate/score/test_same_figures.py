"""Our scorers give the very figures of the ones that came with the development data, on damaged gold answers."""

import importlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dragoman.evaluate import score

Damage = Callable[[dict[str, Any], int], dict[str, Any]]

TASK_OF_FILE = {
    "typing": "typing",
    "typing_aw": "typing",
    "timex": "timex",
    "attribution": "attribution",
    "factuality_uw": "factuality",
    "factuality_uds": "factuality",
    "coref": "coref",
    "timeline": "timeline",
    "places": "places",
    "events": "events",
    "relevance": "relevance",
}
ROWS = 400
ARTICLES = 60
"""Rows compared of each file, and of the one whose rows are whole articles; more only take longer."""
EVENT_TYPES = ("AGREE", "CONCEDE", "ASSAULT", "CONSULT", "statement")


def shifted(span: list[int], by: int) -> list[int]:
    return [span[0] + by, span[1] + by]


def damaged_attribution(found: dict[str, Any], n: int) -> dict[str, Any]:
    return {role: [shifted(span, n % 5) for span in spans] for role, spans in found.items()}


def damaged_event(row: dict[str, Any], n: int) -> dict[str, Any]:
    actor, recipient = row["actor"], row["recipient"]
    swapped = {"actor": recipient, "recipient": actor} if n % 3 == 0 else {"actor": actor, "recipient": recipient}
    return {"article": {"id": row["id"]}, "event": [row["event"] if n % 2 else "CONSULT"], **swapped}


DAMAGE: dict[str, Damage] = {
    "typing": lambda row, n: {"id": row["id"], "event": row.get("root", "AID") if n % 3 else EVENT_TYPES[n % 5]},
    "timex": lambda row, n: {
        "id": row["id"],
        "timex": [{**t, "span": shifted(t["span"], (n + k) % 4)} for k, t in enumerate(row["timex"]) if k % 3],
    },
    "attribution": lambda row, n: {
        "id": row["id"],
        "attributions": [damaged_attribution(a, n + k) for k, a in enumerate(row["attributions"])],
    },
    "factuality": lambda row, n: {"id": row["id"], "value": row["value"] - n % 4},
    "coref": lambda row, n: {"id": row["id"], "cluster": row["cluster"] if n % 4 else n % 97},
    "timeline": lambda row, n: {**row, "date": row["date"] if n % 3 else "2001", "order": row["order"] + n % 2},
    "places": lambda row, n: {
        "id": row["id"],
        "places": [
            {**p, "span": shifted(p["span"], k % 3), "lat": p["lat"] + n % 5} for k, p in enumerate(row["places"])
        ],
    },
    "events": damaged_event,
    "relevance": lambda row, n: {"id": row["id"], "label": (n % 10) / 10, "labels": row["labels"][: n % 3]},
}


def shared_folder() -> Path | None:
    here = Path(__file__).resolve()
    return next((p.parent / "shared" for p in here.parents if (p.parent / "shared" / "score").is_dir()), None)


@pytest.fixture
def theirs(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The other scorers, importable under their own name during one test."""
    folder = shared_folder()
    if folder is None:
        pytest.skip("the development data is not beside the project")
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    yield importlib.import_module("score.__main__")
    for name in [n for n in sys.modules if n == "score" or n.startswith("score.")]:
        del sys.modules[name]


@pytest.mark.gold
@pytest.mark.parametrize("name", TASK_OF_FILE)
def test_figures_are_the_same(name: str, theirs: ModuleType) -> None:
    """Every figure of a development file is equal."""
    folder = shared_folder()
    assert folder is not None
    path, task = folder / "gold" / f"{name}.gold.jsonl", TASK_OF_FILE[name]
    most = ARTICLES if task == "attribution" else ROWS
    gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[:most]]
    said = [DAMAGE[task](row, n) for n, row in enumerate(gold) if n % 7]
    texts = score.texts_beside(path)
    scorer = importlib.import_module(f"score.{theirs.TASKS[task]}")
    assert score.score(task, gold, said, texts) == scorer.score(gold, said, texts)


@pytest.mark.gold
def test_the_tasks_are_the_same(theirs: ModuleType) -> None:
    """No task is missing and none is added."""
    assert score.TASKS.keys() == theirs.TASKS.keys()
