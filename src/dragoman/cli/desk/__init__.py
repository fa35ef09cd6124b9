"""`dragoman desk`: the verbs of a desk in one dict, each from a file of its own."""

from collections.abc import Callable

from dragoman.cli.desk.add import add
from dragoman.cli.desk.backup import backup
from dragoman.cli.desk.export import export
from dragoman.cli.desk.find import find
from dragoman.cli.desk.init import init
from dragoman.cli.desk.remove import remove
from dragoman.cli.desk.status import status
from dragoman.cli.desk.verify import verify

DESK: dict[str, Callable[..., None]] = {
    "init": init,
    "add": add,
    "status": status,
    "find": find,
    "export": export,
    "backup": backup,
    "verify": verify,
    "remove": remove,
}
"""Every verb after `dragoman desk`."""
