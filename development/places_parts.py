"""The places development file in two parts: documents whose kinds of error were looked at, and every fifth, untouched.

Usage: python development/places_parts.py
"""

from evaluate_all import SETS
from fifths import scored

FIGURES = ("strict", "relaxed", "accuracy_161km", "country_accuracy", "mean_error_km", "auc", "end_to_end")


def main() -> None:
    """Print the figures of each part."""
    file = next(one for one in SETS if one.name == "places")
    for part in scored(file.task, file.rows("input"), file.rows("gold")):
        print(part.line("names", FIGURES))


if __name__ == "__main__":
    main()
