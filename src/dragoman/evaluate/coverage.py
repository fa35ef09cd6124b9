"""The actor dictionary → states and years without a head, heads who are two at once, and rows by their basis.

Usage: python -m dragoman.evaluate.coverage [FIRST LAST]   (2000 2026)
"""

import csv
import datetime as dt
import itertools
import json
import sys
from collections import Counter
from functools import cache
from importlib import resources

import yaml

from dragoman.ontology.actor_rows import RECALLED, shipped
from dragoman.ontology.countries import countries
from dragoman.ontology.office_rows import Office, by_code, offices

HEADS = "data/actors/heads.yaml"
NO_STATE = frozenset({"ATA", "HKG"})
"""Codes of territories without a head of state or government of their own."""
BEGAN = {"TLS": 2002, "MNE": 2006, "KOS": 2008, "SSD": 2011, "SRB": 2000}
"""First full or first covered year of states younger than the period."""
OVERLAP = 62
"""Days by which terms known to the month may overlap."""
FIRST, LAST = 2000, 2026
FILES = (
    "countries.csv",
    "metonyms.csv",
    "organisations.csv",
    "persons.csv",
    "offices.csv",
    "offices_beside.csv",
    "generics.csv",
    "ships.csv",
    "spellings.csv",
)
"""Tables of the dictionary whose rows tell their basis."""


@cache
def heads() -> frozenset[str]:
    """Titles of heads of state and government."""
    text = (resources.files("dragoman.ontology") / HEADS).read_text(encoding="utf-8")
    return frozenset(yaml.safe_load(text))


def missing(first: int, last: int) -> dict[str, tuple[int, ...]]:
    """Years without any head on 1 July, by code of the state; the present year is asked in January."""
    found = {}
    for code in sorted(countries().keys() - NO_STATE):
        held = [o for o in by_code().get(code, ()) if o.title in heads()]
        years = range(max(first, BEGAN.get(code, first)), last + 1)
        gaps = tuple(year for year in years if not any(o.held(_day(year)) for o in held))
        if len(gaps) > 0:
            found[code] = gaps
    return found


def _day(year: int) -> dt.date:
    return dt.date(year, 1 if year == LAST else 7, 1)


def two_at_once() -> list[str]:
    """Offices of a head that two people hold on more than a change's days: slips of the table, or rivals."""
    found = []
    for code, held in by_code().items():
        ruling = [o for o in held if o.title in heads() and "PRE" not in o.sectors and not o.beside]
        for one, other in itertools.combinations(ruling, 2):
            if one.title == other.title and one.person != other.person and _overlap(one, other) > OVERLAP:
                found.append(f"{code} {one.title}: {one.person} ({one.source}), {other.person} ({other.source})")
    return sorted(found)


def _overlap(one: Office, other: Office) -> int:
    end = dt.date(LAST, 1, 1)
    return (min(one.last or end, other.last or end) - max(one.first, other.first)).days


def by_basis() -> str:
    """A table of how many rows each file of the dictionary has on which basis, as docs/actors.md shows it."""
    counts = {file: Counter(_bases(file)) for file in FILES}
    bases = sorted({basis for found in counts.values() for basis in found}, key=lambda b: (b != RECALLED, b))
    lines = [f"| file | {' | '.join(f'`{basis}`' for basis in bases)} |", "|---|" + "---:|" * len(bases)]
    lines += [f"| `{file}` | {' | '.join(f'{found[b]:,}' for b in bases)} |" for file, found in counts.items()]
    total = sum(counts.values(), Counter())
    return "\n".join([*lines, f"| together | {' | '.join(f'{total[b]:,}' for b in bases)} |"])


def _bases(file: str) -> list[str]:
    return [row["basis"] for row in csv.DictReader(shipped(file).splitlines())]


def figures(first: int, last: int) -> dict[str, object]:
    """States × years with a head, the gaps, and what contradicts itself."""
    gaps = missing(first, last)
    asked = sum(last + 1 - max(first, BEGAN.get(code, first)) for code in countries().keys() - NO_STATE)
    titles = Counter(office.title for held in offices().values() for office in held)
    return {
        "states": len(countries().keys() - NO_STATE),
        "states_years": asked,
        "covered": asked - sum(map(len, gaps.values())),
        "offices": titles.total(),
        "foreign_ministers": titles["Foreign Minister"] + titles["Foreign Secretary"] + titles["Secretary of State"],
        "missing": {code: " ".join(map(str, years)) for code, years in gaps.items()},
        "two_at_once": two_at_once(),
    }


if __name__ == "__main__":
    asked_years = [int(year) for year in sys.argv[1:3]] or [FIRST, LAST]
    json.dump(figures(*asked_years), sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")
