"""The sample: short reports on one story of 2019 that show what the coder does, each a text file in `articles`.

All sentences were written for this project. What they tell is public fact; the outlets and the voices without a name
are invented. A file `NAME.txt.json` beside a text is its sidecar, with date, publisher and title.
"""

import importlib.resources
from pathlib import Path

__all__ = ["paths"]


def paths() -> tuple[Path, ...]:
    """The sample's articles in the order of the story.

    >>> paths()[0].name
    '01-waivers-end.txt'
    """
    folder = Path(str(importlib.resources.files(__name__))) / "articles"
    return tuple(sorted(folder.glob("*.txt")))
