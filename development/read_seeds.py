"""Print how the coder's records stand against our reading of the two first reports."""

import json
import sys
from pathlib import Path

import msgspec

from dragoman import pipeline
from dragoman.evaluate import reading

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parent.parent / "shared" / "seeds"


def line(record: reading.Record) -> str:
    """A record in one line."""
    actors, recipients = reading.parties(record)
    source = ",".join(a.raw_text for a in record.attribution)
    when = record.edtf or "-"
    extra = "".join(f" {name}" for name in record.auxiliary)
    return f"{record.event_text:14} {reading.kind(record):9} {actors[0]} → {recipients[0]}{extra} | {when} | {source}"


def main() -> None:
    """Code the reports, list every verdict, print the figures."""
    rows = [msgspec.convert(json.loads(raw), reading.Row) for raw in (HERE / "seeds.jsonl").open(encoding="utf-8")]
    coded = [
        (Path(c.article.path).name, c) for c in pipeline.coded([SEEDS], skipped=lambda s: print(s, file=sys.stderr))
    ]
    for name, one in coded:
        said, missed = reading.verdicts(one.records, [row for row in rows if row.file == name])
        print(f"== {name} {one.article.date} {one.article.date_basis}")
        for verdict in said:
            wrong = ",".join(k for k, v in verdict.right.items() if not v) if verdict.row else "answers no row"
            print("  ok " if verdict.core else "  NO ", line(verdict.record), "|", wrong)
        for row in missed:
            print("  .. " if row.optional else "  -- ", row.word, row.event, row.actor, row.recipient, row.auxiliary)
    print(json.dumps(reading.score(coded, rows), indent=1))


if __name__ == "__main__":
    main()
