"""Replacing files: in one step or not at all, and what cannot be written says so by name."""

import os
import stat
from pathlib import Path

import pytest

from dragoman.errors import OutputError
from dragoman.store import replacing


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    """While it is written the old file is seen, afterwards the new one, and nothing else is left."""
    target = tmp_path / "events.jsonl"
    target.write_bytes(b"old")
    with replacing(target) as file:
        file.write(b"new")
        assert target.read_bytes() == b"old"
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def write_half(target: Path, error: type[BaseException]) -> None:
    with replacing(target) as file:
        file.write(b"half")
        raise error


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_an_error_leaves_the_old_file_and_no_traces(tmp_path: Path, error: type[BaseException]) -> None:
    """Faults and Ctrl-C while writing change nothing."""
    target = tmp_path / "events.jsonl"
    target.write_bytes(b"old")
    with pytest.raises(error):
        write_half(target, error)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_no_clobber_refuses_before_anything_is_done(tmp_path: Path) -> None:
    """A file that is there is kept, and the message names it."""
    target = tmp_path / "events.jsonl"
    target.write_bytes(b"old")
    with pytest.raises(OutputError, match=r"events\.jsonl.*--no-clobber"), replacing(target, no_clobber=True):
        pytest.fail("the work began")
    assert target.read_bytes() == b"old"


def test_no_clobber_refuses_also_what_appeared_meanwhile(tmp_path: Path) -> None:
    """A file that somebody else wrote during the run is kept."""
    target = tmp_path / "events.jsonl"
    with pytest.raises(OutputError), replacing(target, no_clobber=True):
        target.write_bytes(b"theirs")
    assert target.read_bytes() == b"theirs"


@pytest.mark.parametrize("name", [".", "missing/events.jsonl", "file/events.jsonl"])
def test_an_impossible_place_is_refused_by_name(tmp_path: Path, name: str) -> None:
    """A folder, or a file in a folder that is none, cannot be the output."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="folder"), replacing(tmp_path / name):
        pytest.fail("the work began")


def test_a_full_disk_is_told_as_an_output_error() -> None:
    """What the system says while writing names the output."""
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    with pytest.raises(OutputError, match="/dev/full"), replacing("/dev/full") as file:
        file.write(b"x" * 100_000)


def test_devices_and_pipes_are_written_not_replaced(tmp_path: Path) -> None:
    """A device stays a device."""
    with replacing(os.devnull) as file:
        file.write(b"gone")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_followed(tmp_path: Path) -> None:
    """The file behind a symbolic link is replaced, the link stays."""
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with replacing(tmp_path / "link") as file:
        file.write(b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_permissions_of_the_replaced_file_are_kept(tmp_path: Path) -> None:
    """A file for the group stays one; a new file gets what the mask allows."""
    (tmp_path / "old").write_bytes(b"")
    (tmp_path / "old").chmod(0o640)
    for name in ("old", "new"):
        with replacing(tmp_path / name) as file:
            file.write(b"x")
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((tmp_path / "old").stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o666 & ~mask
