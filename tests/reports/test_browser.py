"""A browser is found where machines have one; what it lacks or breaks is told in one message."""

import os
import sys

import pytest

from corpora.errors import UsageError
from reports import browser as module
from reports.browser import dom_of, find_browser

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")


def program(folder, name, text="exit 0"):
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def empty_machine(tmp_path, monkeypatch):
    """No browser on the path, none chosen."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CROSSYEAR_BROWSER", raising=False)
    monkeypatch.setattr(module, "_APPLICATIONS", ())
    monkeypatch.setattr(module, "_WINDOWS", ())
    return tmp_path


@POSIX
@pytest.mark.parametrize("name", ["chromium", "google-chrome", "microsoft-edge"])
def test_a_browser_on_the_path_is_found(empty_machine, name):
    path = program(empty_machine, name)
    assert find_browser() == path


@POSIX
def test_the_chosen_one_goes_before_what_is_found(empty_machine, monkeypatch):
    program(empty_machine, "chromium")
    chosen = program(empty_machine, "mine")
    monkeypatch.setenv("CROSSYEAR_BROWSER", chosen)
    assert find_browser() == chosen


@pytest.mark.usefixtures("empty_machine")
def test_without_one_it_is_said_what_to_do():
    with pytest.raises(
        UsageError, match=r"none was found.*Install chromium, Chrome or Edge.*CROSSYEAR_BROWSER"
    ):
        find_browser()


@pytest.mark.usefixtures("empty_machine")
def test_a_chosen_one_that_is_not_there_is_told(monkeypatch):
    monkeypatch.setenv("CROSSYEAR_BROWSER", "no-such-browser")
    with pytest.raises(UsageError, match="CROSSYEAR_BROWSER=no-such-browser: there is no such program"):
        find_browser()


@POSIX
def test_the_page_is_opened_from_a_file_without_a_network(tmp_path):
    path = program(tmp_path, "chromium", 'for word in "$@"; do echo "$word"; done')
    told = dom_of(path, "<p>页</p>", 1280).splitlines()
    assert told[-2] == "--dump-dom"
    assert told[-1].startswith("file://")
    assert "--host-resolver-rules=MAP * ~NOTFOUND" in told
    assert ("--no-sandbox" in told) is (os.geteuid() == 0)
    assert not os.path.exists(told[-1].removeprefix("file://"))  # noqa: PTH110 - nothing is left behind


@POSIX
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("echo first >&2; echo no display >&2; exit 3", "failed with exit code 3: no display"),
        ("exit 1", "failed with exit code 1. "),
        ("sleep 5", "had not ended after 0.2 seconds"),
    ],
)
def test_what_a_browser_does_not_manage_is_told(tmp_path, monkeypatch, text, message):
    monkeypatch.setattr(module, "_SECONDS", 0.2)
    with pytest.raises(UsageError, match=message):
        dom_of(program(tmp_path, "chromium", text), "<p>", 1280)


def test_one_that_cannot_be_started_is_told(tmp_path):
    path = tmp_path / "chromium"
    path.write_text("no program")
    with pytest.raises(UsageError, match="chromium: cannot be started"):
        dom_of(str(path), "<p>", 1280)
