"""The set-up behind make: what can be wrong on a fresh machine is told in one sentence, without traceback."""

import ast
import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import bootstrap

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "scripts" / "bootstrap.py"


def run_set_up(folder, prelude="", **environment):
    """Runs a copy of the set-up in `folder` as make does, after the lines of `prelude`."""
    (folder / "scripts").mkdir()
    for name in (*bootstrap.PINNED, "scripts/bootstrap.py"):
        shutil.copy(ROOT / name, folder / name)
    lines = [prelude, "import runpy", "runpy.run_path('scripts/bootstrap.py', run_name='__main__')"]
    return subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def assert_one_sentence(done, *parts):
    """It failed with one line on standard error that holds all parts."""
    lines = done.stderr.splitlines()
    assert done.returncode == 1
    assert len(lines) == 1, done.stderr
    assert [part for part in parts if part not in lines[0]] == []


def test_an_old_python_can_read_the_script():
    source = SCRIPT.read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))
    imported = set(re.findall(r"^(?:import|from) (\w+)", source, flags=re.MULTILINE))
    assert imported <= sys.stdlib_module_names


@pytest.mark.parametrize(
    ("version", "accepted"),
    [
        ((3, 6, 15), False),
        ((3, 10, 14), False),
        ((3, 11, 0), True),
        ((3, 14, 1), True),
        ((4, 0, 0), True),
    ],
)
def test_python_versions(version, accepted):
    if accepted:
        bootstrap.check_python(version, "python3")
    else:
        with pytest.raises(bootstrap.SetupError, match=re.escape(".".join(map(str, version)))):
            bootstrap.check_python(version, "python3")


@pytest.mark.parametrize(
    ("importable", "maker"),
    [
        ({"venv", "ensurepip"}, "venv"),
        ({"venv", "ensurepip", "virtualenv"}, "venv"),
        ({"venv", "virtualenv"}, "virtualenv"),
        ({"virtualenv"}, "virtualenv"),
    ],
)
def test_what_makes_the_environment(importable, maker):
    assert bootstrap.choose_maker(importable.__contains__, (3, 12, 1)) == maker


@pytest.mark.parametrize("importable", [{"venv"}, {"ensurepip"}, set()])
def test_no_module_makes_the_environment(importable):
    with pytest.raises(bootstrap.SetupError, match=r"apt-get install python3\.12-venv"):
        bootstrap.choose_maker(importable.__contains__, (3, 12, 1))


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        (
            "ERROR: Could not find a version that satisfies the requirement x==1 (from versions: none)",
            "network",
        ),
        (
            "WARNING: Retrying: NewConnectionError('Connection refused')\nERROR: No matching distribution",
            "network",
        ),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        (
            "Collecting x\nERROR: No matching distribution found for x==9 (from versions: 1, 2)\n",
            "found for x==9",
        ),
        ("", "no reason given"),
    ],
)
def test_what_is_told_of_a_failed_installation(printed, told):
    sentence = bootstrap.explain_pip(printed)
    assert told in sentence
    assert "\n" not in sentence


def test_the_fingerprint_changes_with_what_the_environment_depends_on(tmp_path):
    for name in bootstrap.PINNED:
        (tmp_path / name).write_text("a==1\n", encoding="utf-8")
    first = bootstrap.fingerprint(tmp_path, "3.11.7")
    assert first == bootstrap.fingerprint(tmp_path, "3.11.7")
    others = {bootstrap.fingerprint(tmp_path, "3.12.0")}
    for name in bootstrap.PINNED:
        (tmp_path / name).write_text("a==2\n", encoding="utf-8")
        others.add(bootstrap.fingerprint(tmp_path, "3.11.7"))
    moved = shutil.copytree(tmp_path, tmp_path / "moved")
    others.add(bootstrap.fingerprint(moved, "3.11.7"))
    assert len(others - {first}) == 4


def test_nothing_is_done_while_nothing_has_changed(tmp_path, monkeypatch, capsys):
    for name in bootstrap.PINNED:
        (tmp_path / name).write_text("a==1\n", encoding="utf-8")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").touch()
    made = []
    monkeypatch.setattr(bootstrap, "make_environment", lambda *arguments: made.append(arguments))
    bootstrap.set_up(tmp_path)
    bootstrap.set_up(tmp_path)
    assert len(made) == 1
    (tmp_path / "requirements.lock").write_text("a==2\n", encoding="utf-8")
    bootstrap.set_up(tmp_path)
    assert len(made) == 2
    assert capsys.readouterr().out.count("Setting up .venv") == 2


def test_a_failed_set_up_is_taken_up_again(tmp_path, monkeypatch):
    for name in bootstrap.PINNED:
        (tmp_path / name).write_text("a==1\n", encoding="utf-8")

    def fail(*_):
        raise bootstrap.SetupError("no")

    monkeypatch.setattr(bootstrap, "make_environment", fail)
    for _ in range(2):
        with pytest.raises(bootstrap.SetupError):
            bootstrap.set_up(tmp_path)


def test_only_a_whole_environment_that_stands_where_it_was_made_is_installed_into(tmp_path):
    made = tmp_path / "made"
    python = made / "bin" / "python"
    assert not bootstrap.is_usable(python)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", made], check=True)
    assert not bootstrap.is_usable(python)
    library = made / "lib" / "python{}.{}".format(*sys.version_info) / "site-packages"
    (library / "pip.py").touch()
    assert bootstrap.is_usable(python)
    moved = made.rename(tmp_path / "moved")
    (moved / "pyvenv.cfg").unlink()
    assert not bootstrap.is_usable(moved / "bin" / "python")


def test_old_python_is_told(tmp_path):
    done = run_set_up(tmp_path, "import sys; sys.version_info = (3, 9, 2)")
    assert_one_sentence(done, "needs Python 3.11", "3.9.2", "PYTHON=")
    assert not (tmp_path / ".venv").exists()


def test_missing_venv_module_is_told(tmp_path):
    done = run_set_up(tmp_path, "import importlib.util as util; util.find_spec = lambda name: None")
    assert_one_sentence(done, "apt-get install python{}.{}-venv".format(*platform.python_version_tuple()))


def test_missing_network_is_told_and_leaves_no_stamp(tmp_path):
    done = run_set_up(tmp_path, PIP_NO_INDEX="1", PIP_FIND_LINKS="", PIP_CONFIG_FILE=os.devnull)
    assert_one_sentence(done, "package index", "network")
    assert not (tmp_path / ".venv" / "crossyear-stamp").exists()


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / ".venv").touch()
    assert_one_sentence(run_set_up(tmp_path), "venv could not make .venv")


@pytest.mark.skipif(not shutil.which("make"), reason="needs make")
def test_missing_python_is_told():
    done = subprocess.run(
        ["make", "setup", "PYTHON=no-such-python"],  # noqa: S607 - the make of whoever runs the tests
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("There is no no-such-python on this machine: install Python 3.11 or newer.")
