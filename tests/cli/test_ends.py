"""How commands end when they are interrupted or nobody reads on; run as programs of their own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SLOW = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell that starts jobs behind its back has it ignored
from dragoman import pipeline
from dragoman.cli.app import main
from tests import factory

def coded(sources, settings=None, skipped=None):
    for _ in range(2000):
        yield factory.visit()
        if "slow" in sys.argv:
            open("started", "w").close()
            time.sleep(60)

pipeline.coded = coded
main()
"""
PROJECT = Path(__file__).parents[2]


def started(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """A command on prepared articles, as a program of its own."""
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-c", SLOW, *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=pipe, stderr=pipe)


@pytest.mark.parametrize("number, code", [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_leaves_the_old_output_alone(tmp_path: Path, number: signal.Signals, code: int) -> None:
    """Ctrl-C and SIGTERM: the old file stays, no temporary file is left, the code is the shell's."""
    (tmp_path / "events.jsonl").write_text("old")
    process = started(tmp_path, "code", "slow", "-o", "events.jsonl")
    deadline = time.monotonic() + 20
    while not (tmp_path / "started").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(number)
    _, errors = process.communicate(timeout=20)
    assert (process.returncode, b"Traceback" in errors) == (code, False)
    assert (tmp_path / "events.jsonl").read_text() == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"events.jsonl", "started"}


@pytest.mark.parametrize("arguments", [("code", "x"), ("code", "x", "--format", "csv"), ("show", "x")])
def test_a_closed_pipe_ends_quietly(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Code 141, as shells report it, and not a word."""
    with started(tmp_path, *arguments) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        errors = process.stderr.read()
    assert (process.returncode, errors) == (141, b"")


@pytest.mark.parametrize("arguments", [("code", "x"), ("show", "x"), ("schema",), ("code", "x", "-o", "/dev/full")])
def test_a_full_disk_is_one_line_and_code_3(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Standard output and devices that take no more."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full on this system")
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    with full.open("wb") as nowhere:
        result = subprocess.run(
            [sys.executable, "-c", SLOW, *arguments],
            cwd=tmp_path,
            env=environment,
            stdout=nowhere,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (result.returncode, result.stderr.count("\n")) == (3, 1)
    assert "No space left" in result.stderr
