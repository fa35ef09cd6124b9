"""The page in a real browser: it runs without a complaint, its script works, and it can be looked at."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from dragoman import pages
from tests import factory

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-logging=stderr",
    "--window-size=1300,1700",
)


def browse(folder: Path, page: str, *flags: str) -> subprocess.CompletedProcess[str]:
    """Open a page from a file, in a profile of its own."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert browser is not None, f"none of {', '.join(BROWSERS)} is installed"
    file, _, hash_ = page.partition("#")
    address = (folder / file).as_uri() + (f"#{hash_}" if hash_ else "")
    command = [browser, *FLAGS, f"--user-data-dir={folder / 'profile'}", *flags, address]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)


def complaints(errors: str) -> list[str]:
    """What the page said on the browser's console."""
    return re.findall(r"CONSOLE.*", errors)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a page of three articles."""
    (tmp_path / "index.html").write_text(pages.render([factory.visit()] * 3, "Test"), encoding="utf-8")
    return tmp_path


def test_the_page_runs_without_a_complaint(folder: Path) -> None:
    """Style and script are allowed by the page's own policy, and the script has shown the filters."""
    result = browse(folder, "index.html", "--dump-dom")
    assert complaints(result.stderr) == []
    assert re.search(r'<form class="filters"[^>]*hidden', result.stdout) is None
    assert "9 of 9" in result.stdout


def test_a_link_to_a_word_lights_the_record_up(folder: Path) -> None:
    """Opened at an event word, the page shows all that its record rests on."""
    dom = browse(folder, "index.html#m-1-1", "--dump-dom").stdout
    assert re.search(r'id="r-1-1" class="record event on"', dom)
    lit = re.findall(r'class="[^"]*\blit\b[^"]*" data-r="([^"]+)"', dom)
    assert len(lit) >= 3
    assert all("1-1" in keys.split() for keys in lit)


def test_a_foreign_script_is_refused(folder: Path) -> None:
    """The policy holds: a script that does not belong to the page does not run."""
    page = (folder / "index.html").read_text(encoding="utf-8")
    (folder / "index.html").write_text(page.replace("</body>", "<script>document.title='evil'</script></body>"))
    result = browse(folder, "index.html", "--dump-dom")
    assert "<title>Test</title>" in result.stdout
    assert any("Content Security Policy" in line for line in complaints(result.stderr))


def test_the_page_can_be_looked_at(folder: Path) -> None:
    """A screenshot shows more than an empty sheet."""
    browse(folder, "index.html", f"--screenshot={folder / 'page.png'}")
    assert (folder / "page.png").stat().st_size > 50_000
