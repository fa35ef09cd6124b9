"""Errors and interruptions of a command → one line on standard error and a documented exit code, never a traceback."""

import functools
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from enum import IntEnum
from types import FrameType
from typing import NoReturn

import typer

from dragoman.errors import DragomanError, OutputError, UsageError

NOTHING_REPLACED = "interrupted; no output was replaced"


class Exit(IntEnum):
    """Exit codes of all commands; docs/cli.md tells them to users."""

    FINE = 0
    NOTHING_READ = 1
    USAGE = 2
    NOT_WRITTEN = 3
    INTERRUPTED = 130
    CLOSED_PIPE = 141
    TERMINATED = 143


class Interrupted(KeyboardInterrupt):
    """Ctrl-C in a work that keeps what it did; the message tells what."""


def guarded(verb: Callable[..., None]) -> Callable[..., None]:
    """A command that ends with the exit code that its error stands for."""

    @functools.wraps(verb)
    def run(*args: object, **options: object) -> None:
        signal.signal(signal.SIGTERM, _terminated)
        try:
            verb(*args, **options)
            _flush()
        except KeyboardInterrupt as interrupted:
            raise typer.Exit(_say(Exit.INTERRUPTED, str(interrupted) or NOTHING_REPLACED)) from None
        except BrokenPipeError:
            _silence()
            raise typer.Exit(Exit.CLOSED_PIPE) from None
        except DragomanError as error:
            raise typer.Exit(_say(_code(error), str(error))) from None
        except OSError as error:
            _silence()
            raise typer.Exit(_say(Exit.NOT_WRITTEN, f"output cannot be written: {error.strerror or error}")) from None

    return run


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _code(error: DragomanError) -> Exit:
    if isinstance(error, UsageError):
        return Exit.USAGE
    return Exit.NOT_WRITTEN if isinstance(error, OutputError) else Exit.NOTHING_READ


def _say(code: Exit, message: str) -> Exit:
    with suppress(BrokenPipeError):
        typer.echo(f"dragoman: {message}", err=True)
    return code


def _silence() -> None:
    """Write what is left to nowhere, so that the interpreter's end stays quiet."""
    with suppress(OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _terminated(_number: int, _frame: FrameType | None) -> NoReturn:
    """End as Ctrl-C does, so that temporary files are removed."""
    raise SystemExit(Exit.TERMINATED)
