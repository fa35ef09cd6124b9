"""Files of the user's → taken into use, with all their faults told at once, and what they replace."""

from functools import cache

from dragoman.ontology import actor_own
from dragoman.ontology.actors import dictionary
from dragoman.ontology.office_rows import offices


def use(files: actor_own.Files) -> tuple[str, ...]:
    """Take the user's files into use, checked together with the tables they change.

    Returns:
        What they put in place of something else, each with both files and lines.

    Raises:
        DataError: The files have faults; all of them are listed.
    """
    actor_own.use(files)
    return _checked(files) if len(files) > 0 else ()


@cache
def _checked(_files: actor_own.Files) -> tuple[str, ...]:
    dictionary()
    offices()
    actor_own.check()
    return tuple(dict.fromkeys(actor_own.book().replaced))
