"""Marked sentences, training/corpus/source/*.tsv → training/corpus/*.jsonl, one file a writer, with the corpus's rules.

A line is `EVENT<TAB>mode or -<TAB>kind<TAB>sentence`; in the sentence `{a:…}` marks an actor, `{r:…}` a recipient and
`{e:…}` the event word. Lines with a fault are listed and left out.

Usage: python -m training.build_corpus [--check]   (from the project's folder; --check writes nothing, fails on a rule)
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.ontology import plover

CORPUS = Path(__file__).parent / "corpus"
DEVELOPMENT = Path(__file__).parents[2] / "shared" / "gold"
"""Development texts beside the project, where there are any; no sentence may resemble one of them."""
ASIDE = frozenset({"wire_f"})
"""Files that no network which ships learns from: their authors had read rows of the sets that figures are taken on."""
NULL = "NONE"
NULLS = {"null-statement", "null-comention", "null-bystander", "null-direction", "null-other"}
KINDS = {"plain", "pair", "indirect", "passive", "nominal", "long", "headline"} | NULLS
UNIQUE = 0.95
"""Least share of sentences that stay different once names and numbers are masked."""
GRAM = 5
OVERLAP = 0.5
"""Largest share of a sentence's 5-grams that one development text may hold."""
KIN = 0.5
"""Neighbouring lines that share so much of their words belong together (hard pairs) and are never parted."""
MARK = re.compile(r"\{([are]):([^{}]+)\}")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
COLUMNS = 4

Row = dict[str, Any]


class Built(NamedTuple):
    """The rows of all writers and the faults found on the way."""

    rows: dict[str, list[Row]]
    faults: list[str]


def build(folder: Path = CORPUS / "source") -> Built:
    """All rows that are in order, by writer, and what is wrong with the others."""
    rows: dict[str, list[Row]] = {}
    faults: list[str] = []
    seen: set[str] = set()
    for path in sorted(folder.glob("*.tsv")):
        rows[path.stem] = []
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            wrong, row = read(line, f"{path.stem}-{number:04}")
            wrong += ["the same sentence with the same marks as before"] if row and marked(row) in seen else []
            faults += [f"{path.name}:{number}: {fault}" for fault in wrong]
            if row and not wrong:
                rows[path.stem].append(row)
                seen.add(marked(row))
        group(rows[path.stem])
    return Built(rows, faults)


def read(line: str, name: str) -> tuple[list[str], Row]:
    """One line → what is wrong with it, and its row."""
    cells = line.split("\t")
    if len(cells) != COLUMNS:
        return [f"{len(cells)} columns instead of {COLUMNS}"], {}
    event, mode, kind, sentence = cells
    text, spans = unmarked(sentence)
    wrong = [*wrong_label(event, mode, kind), *wrong_marks(text, spans)]
    row = {
        "id": name,
        "text": text,
        "actor": spans["a"],
        "recipient": spans["r"],
        "trigger": next(iter(spans["e"]), None),
        "event": None if event == NULL else event,
        "mode": None if mode == "-" else mode,
        "kind": kind,
    }
    return wrong, row


def marked(row: Row) -> str:
    """What two rows may not share: the sentence and what is marked in it. One sentence may tell of several acts."""
    return json.dumps([row["text"], row["actor"], row["recipient"], row["trigger"]])


def unmarked(sentence: str) -> tuple[str, dict[str, list[list[int]]]]:
    """The sentence without its marks, and where they stood."""
    spans: dict[str, list[list[int]]] = {"a": [], "r": [], "e": []}
    text, end = "", 0
    for mark in MARK.finditer(sentence):
        text += sentence[end : mark.start()]
        spans[mark[1]].append([len(text), len(text) + len(mark[2])])
        text += mark[2]
        end = mark.end()
    return text + sentence[end:], spans


def wrong_label(event: str, mode: str, kind: str) -> Iterator[str]:
    """What is wrong with type, mode and kind."""
    known = plover.types()
    if event != NULL and event not in known:
        yield f"no such type {event!r}"
    elif mode != "-" and (event == NULL or mode not in known[event].modes):
        yield f"no such mode of {event}: {mode!r}"
    if kind not in KINDS:
        yield f"no such kind {kind!r}"
    if kind in NULLS and event != NULL:
        yield f"kind {kind!r} with type {event}"


def wrong_marks(text: str, spans: dict[str, list[list[int]]]) -> Iterator[str]:
    """What is wrong with the marks."""
    if "{" in text or "}" in text:
        yield "a brace that is no mark"
    if len(spans["e"]) != 1:
        yield f"{len(spans['e'])} event words instead of one"
    if len(spans["a"]) + len(spans["r"]) == 0:
        yield "neither actor nor recipient"


def group(rows: list[Row]) -> None:
    """Names the group of each row: hard pairs, found by the words that neighbours share."""
    for row in rows:
        row["group"] = row["id"]
    for before, row in pairwise(rows):
        ours, theirs = set(words(row["text"])), set(words(before["text"]))
        if len(ours & theirs) >= KIN * len(ours | theirs):
            row["group"] = before["group"]


def words(text: str) -> list[str]:
    """The words of a text, lower-cased."""
    return [word.lower() for word in WORD.findall(text)]


def masked(texts: list[str]) -> list[str]:
    """Each text with names (capitalised words that the corpus never writes small) and numbers put out of sight."""
    small = {word for text in texts for word in WORD.findall(text) if word.islower()}

    def mask(found: re.Match[str]) -> str:
        word = found[0]
        if any(letter.isdigit() for letter in word):
            return "0"
        return "N" if word.lower() not in small else word.lower()

    return [re.sub(r"N(?:\W+N)+", "N", WORD.sub(mask, text)) for text in texts]


def grams(text: str) -> set[tuple[str, ...]]:
    """The runs of five words of a text."""
    found = words(text)
    return {tuple(found[i : i + GRAM]) for i in range(len(found) - GRAM + 1)}


def strings(value: object) -> Iterator[str]:
    """Every string inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


def development_texts() -> Iterator[str]:
    """All texts of the development data, where it lies beside the project."""
    for path in sorted(DEVELOPMENT.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield from (text for text in strings(json.loads(line)) if text.count(" ") >= GRAM - 1)


def alike(rows: list[Row]) -> dict[str, float]:
    """Rows of whose runs of five words one development text holds more than is allowed, with the share."""
    runs = {row["id"]: grams(row["text"]) for row in rows}
    where: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, found in runs.items():
        for gram in found:
            where[gram].append(name)
    worst: dict[str, float] = {}
    for text in development_texts():
        hits = Counter(name for gram in grams(text) if gram in where for name in where[gram])
        for name, count in hits.items():
            worst[name] = max(worst.get(name, 0), count / len(runs[name]))
    return {name: share for name, share in worst.items() if share > OVERLAP}


def counted(rows: Iterable[Row]) -> None:
    """Prints how many rows there are of each type, mode and kind."""
    rows = list(rows)
    print(f"{len(rows)} rows in {len({row['group'] for row in rows})} groups")
    for name in (*plover.types(), None):
        of_type = [row for row in rows if row["event"] == name]
        modes = Counter(row["mode"] or "-" for row in of_type)
        told = ", ".join(f"{mode} {count}" for mode, count in sorted(modes.items()) if modes.keys() != {"-"})
        print(f"{len(of_type):6} {name or NULL} {told}".rstrip())
    print("kinds: " + ", ".join(f"{kind} {count}" for kind, count in sorted(Counter(r["kind"] for r in rows).items())))


def write(built: Built) -> None:
    """Writes one file a writer."""
    for name, rows in built.rows.items():
        lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
        (CORPUS / f"{name}.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")


def broken(built: Built) -> list[str]:
    """The rules that the corpus as a whole breaks."""
    rows = [row for part in built.rows.values() for row in part]
    unique = len(set(masked([row["text"] for row in rows]))) / max(1, len(rows))
    near = alike(rows)
    present = "" if DEVELOPMENT.is_dir() else " (no development texts here: nothing compared)"
    counted(rows)
    print(f"unique after masking names and numbers: {unique:.3f}; too near a development text: {len(near)}{present}")
    found = [f"only {unique:.3f} unique after masking, {UNIQUE} wanted"] if unique < UNIQUE else []
    return found + [f"{name}: {share:.2f} of its runs of five words stand in one text" for name, share in near.items()]


def main(arguments: list[str]) -> int:
    """Checks the corpus and, unless told only to check, writes it."""
    built = build()
    faults = broken(built)
    for fault in (*built.faults, *faults):
        print(fault, file=sys.stderr)
    print(f"{len(built.faults)} lines left out")
    if "--check" not in arguments:
        write(built)
    return int(len(faults) > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
