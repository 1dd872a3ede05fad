"""Makes `.venv` with the pinned packages of requirements.lock, for `make demo` and `make test`.

It needs nothing but a Python, and does nothing while nothing has changed. What can be wrong on a fresh
machine (an old Python, no venv module, no network) is told in one sentence. Syntax and imports are those of
Python 3.6, so that an old Python can read far enough to say that it is old.
"""

import hashlib
import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Callable, Tuple

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
PINNED = ("pyproject.toml", "requirements.lock")
PACKAGES = ("corpora", "compare", "reports")

# What pip prints when it cannot get at an index. After a refused connection it goes on to say that it found
# no version at all; where it did reach an index that lacks the pinned version, it lists the others.
NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError|SSLError"
    r"|Max retries exceeded|Temporary failure in name resolution|Network is unreachable"
    r"|Connection (?:refused|reset)|from versions: none"
)
NO_SPACE = re.compile(r"No space left on device|Disk quota exceeded")


class SetupError(Exception):
    """The environment cannot be made; the message is one sentence for the person who ran make."""


def check_python(version: Tuple[int, ...], executable: str) -> None:
    """Refuses a Python that is too old.

    Args:
        version: its version numbers, `(3, 9, 2)`.
        executable: its name or path, for the message.

    Raises:
        SetupError: it is older than `OLDEST_PYTHON`.
    """
    if tuple(version[:2]) < OLDEST_PYTHON:
        needed, found = (".".join(map(str, numbers)) for numbers in (OLDEST_PYTHON, version[:3]))
        raise SetupError(
            f"crossyear needs Python {needed} or newer, but {executable} is {found}: "
            f"name a newer one, for example `make test PYTHON=python{needed}`."
        )


def is_importable(module: str) -> bool:
    """Whether this Python can import the module."""
    return importlib.util.find_spec(module) is not None


def choose_maker(available: Callable[[str], bool], version: Tuple[int, ...]) -> str:
    """The module that makes virtual environments on this machine: `venv`, or else `virtualenv`.

    Args:
        available: tells of a module's name whether it can be imported.
        version: of this Python; the name of Debian's package carries it.

    Raises:
        SetupError: there is neither.
    """
    # Debian splits venv: the module is there, but ensurepip, with which it brings in pip, is in python3-venv.
    if available("venv") and available("ensurepip"):
        return "venv"
    if available("virtualenv"):
        return "virtualenv"
    raise SetupError(
        "This Python has no venv module to make .venv with: "
        f"install it, on Debian and Ubuntu with `apt-get install python{version[0]}.{version[1]}-venv`."
    )


def fingerprint(root: Path, python: str) -> str:
    """A digest of all that the environment depends on.

    The folder's path counts, because the programs in an environment hold it: a moved one is broken.

    Args:
        root: the checkout.
        python: version of the Python that makes the environment.
    """
    digest = hashlib.sha256()
    for part in [(root / name).read_bytes() for name in PINNED] + [python.encode(), os.fsencode(str(root))]:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def last_line(output: str) -> str:
    """The last line of what a program printed that is not blank: where it failed, that is the reason."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1] if lines else "no reason given"


def explain_pip(output: str) -> str:
    """One sentence for what pip printed before it failed."""
    if NO_SPACE.search(output):
        return "The disk is full: the packages in .venv need about 700 MB."
    if NO_NETWORK.search(output):
        return (
            "pip could not reach a package index: the first make needs the network, "
            "or a mirror that pip knows of; later ones do not."
        )
    return f"pip could not install the packages of requirements.lock: {last_line(output)}"


def run(*command: str) -> Tuple[int, str]:
    """Runs a program; gives its exit code and all that it printed."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return done.returncode, done.stdout


def is_usable(python: Path) -> bool:
    """Whether this is the interpreter of an environment that packages can be installed into.

    It must run, have pip, be of this Python's version and stand where it was made.
    """
    if not python.exists():
        return False
    code, output = run(
        str(python), "-c", "import pip, platform, sys; print(platform.python_version(), sys.prefix)"
    )
    return code == 0 and output.strip() == f"{platform.python_version()} {python.parent.parent}"


def make_environment(root: Path, folder: Path, python: Path) -> None:
    """Makes the environment, unless the one that is there is usable, and installs into it.

    Args:
        root: the checkout, which is installed as editable beside the pinned packages.
        folder: of the environment.
        python: its interpreter.

    Raises:
        SetupError: a step failed.
    """
    if not is_usable(python):
        maker = choose_maker(is_importable, sys.version_info[:3])
        shutil.rmtree(str(folder), ignore_errors=True)
        code, output = run(sys.executable, "-m", maker, str(folder))
        if code != 0:
            raise SetupError(f"{maker} could not make .venv: {last_line(output)}")
    pip = [str(python), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    packages = ["-r", str(root / "requirements.lock")]
    # Without isolation the build backend is the pinned one, and nothing more is downloaded for it.
    checkout = ["--no-deps", "--no-build-isolation", "-e", str(root)]
    for what in (packages, checkout):
        code, output = run(*pip, *what)
        if code != 0:
            raise SetupError(explain_pip(output))
    compile_checkout(root, python)


def compile_checkout(root: Path, python: Path) -> None:
    """Compiles the checkout's packages, as pip does for an installed wheel: the first run need not.

    What changes later is compiled anew by Python itself, so a failure here costs time and nothing else.
    """
    run(str(python), "-m", "compileall", "-q", *[str(root / package) for package in PACKAGES])


def set_up(root: Path) -> None:
    """Brings `.venv` of the checkout up to date.

    Raises:
        SetupError: that was not possible.
    """
    check_python(sys.version_info[:3], sys.executable)
    folder = root / ".venv"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "crossyear-stamp"
    wanted = fingerprint(root, platform.python_version())
    if python.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    print("Setting up .venv; this happens once and takes a minute or so ...", flush=True)
    try:
        make_environment(root, folder, python)
        stamp.write_text(wanted, encoding="utf-8")
    except OSError as error:
        raise SetupError(f".venv could not be written: {error}") from error


def main() -> int:
    """Runs the set-up; gives the exit code."""
    try:
        set_up(ROOT)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Interrupted: make takes it up again.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
