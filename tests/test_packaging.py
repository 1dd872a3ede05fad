"""The built wheel holds what it needs and nothing else, and does its job in a clean environment."""

import importlib.metadata
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from scripts import bootstrap

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("corpora", "compare", "reports")


def run(*command, cwd):
    """Runs a program apart from this checkout and this environment."""
    ours = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**environment, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation")
    done = run(*pip, "--disable-pip-version-check", "--wheel-dir", folder, ROOT, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def contents(wheel):
    """The names of the files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The folder of programs of a clean environment that holds the wheel and what it asks for, pinned."""
    folder = tmp_path_factory.mktemp("clean")
    programs = folder / ".venv" / ("Scripts" if os.name == "nt" else "bin")
    assert run(sys.executable, "-m", "venv", folder / ".venv", cwd=folder).returncode == 0
    pip = (programs / "python", "-m", "pip", "install", "--quiet", "--no-compile")
    done = run(*pip, "--disable-pip-version-check", "-c", ROOT / "requirements.lock", wheel, cwd=folder)
    if bootstrap.NO_NETWORK.search(done.stdout + done.stderr) and not os.environ.get("CI"):
        pytest.skip("needs a package index to fill a clean environment from")
    assert done.returncode == 0, done.stdout + done.stderr
    return programs


def test_the_wheel_holds_every_file_of_the_packages(contents):
    # hatchling leaves out what .gitignore names, without a word: a line like *.html would drop the page.
    sources = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert sources - contents == set()


@pytest.mark.parametrize(
    "needed",
    [
        r"corpora/data/.*\.txt",
        r"reports/dashboard/templates/.*\.html",
        r"reports/.*\.schema\.json",
        r"(corpora|compare|reports)/py\.typed",
        r"crossyear-[\d.]+\.dist-info/licenses/LICENSE",
    ],
)
def test_the_wheel_holds_what_the_program_reads(contents, needed):
    assert [name for name in contents if re.fullmatch(needed, name)]


def test_the_wheel_holds_nothing_else(contents):
    tops = {name.partition("/")[0] for name in contents}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)


def test_the_version_is_told(installed, tmp_path):
    done = run(installed / "crossyear", "--version", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == ["crossyear", importlib.metadata.version("crossyear")]


def test_the_demo_runs_in_an_empty_folder(installed, tmp_path):
    done = run(installed / "crossyear", "demo", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    page = tmp_path / "crossyear-demo.html"
    assert page.name in done.stdout.splitlines()[-1]
    assert list(tmp_path.iterdir()) == [page]
    assert "Plotly" in page.read_text(encoding="utf-8")


def test_every_module_can_be_imported_with_what_the_wheel_asks_for(contents, installed, tmp_path):
    files = sorted(name.removesuffix(".py") for name in contents if name.endswith(".py"))
    names = [name.removesuffix("/__init__").replace("/", ".") for name in files]
    code = f"import importlib\nfor name in {names}: importlib.import_module(name)"
    done = run(installed / "python", "-W", "error", "-c", code, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
