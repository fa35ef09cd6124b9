"""The timex development file in two parts: documents that rules were read off, and every fifth, which were not.

Usage: python development/timex_parts.py
"""

from evaluate_all import SETS
from fifths import scored

FIGURES = ("strict", "relaxed", "value", "type")


def main() -> None:
    """Print the figures of each part."""
    file = next(one for one in SETS if one.name == "timex")
    for part in scored(file.task, file.rows("input"), file.rows("gold")):
        print(part.line("expressions", FIGURES))


if __name__ == "__main__":
    main()
