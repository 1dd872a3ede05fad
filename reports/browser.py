"""A browser of this machine, asked to open a page and to say what became of it, without any network."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from corpora.errors import UsageError

CHOSEN = "CROSSYEAR_BROWSER"
# Chromium and what is made of it: the others have no such command line.
_NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "microsoft-edge-stable", "msedge", "brave-browser"),
)
_APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
    r"Chromium\Application\chrome.exe",
)
_SECONDS = 180
_VIRTUAL_MILLISECONDS = 60_000  # the page's own clock, which runs ahead while nothing is to do
_ADVICE = f"Install chromium, Chrome or Edge, or name one with the environment variable {CHOSEN}"


def find_browser() -> str:
    """The path of a browser that draws without a window.

    Returns:
        What `CROSSYEAR_BROWSER` names, or the first one found.

    Raises:
        UsageError: there is none.
    """
    chosen = os.environ.get(CHOSEN)
    if chosen:
        found = shutil.which(chosen)
        if found is None:
            raise UsageError(f"{CHOSEN}={chosen}: there is no such program", _ADVICE)
        return found
    found = next(_installed(), None)
    if found is None:
        raise UsageError("charts are drawn by a browser and none was found", _ADVICE)
    return found


def _installed() -> Iterator[str]:
    yield from filter(None, map(shutil.which, _NAMES))
    if sys.platform == "darwin":
        yield from (path for path in _APPLICATIONS if Path(path).is_file())
    if sys.platform == "win32":
        roots = (os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
        places = (Path(root, path) for root in roots if root for path in _WINDOWS)
        yield from (str(path) for path in places if path.is_file())


def dom_of(browser: str, page: str, width: int) -> str:
    """What a page has become once its scripts are done.

    Args:
        browser: what `find_browser` found.
        page: an HTML document.
        width: of the window, in CSS pixels.

    Returns:
        The document as text.

    Raises:
        UsageError: the browser cannot be started, fails, or does not end.
    """
    with tempfile.TemporaryDirectory(prefix="crossyear-", ignore_cleanup_errors=True) as folder:
        path = Path(folder, "page.html")
        path.write_text(page, encoding="utf-8")
        command = [browser, *_options(folder, width), "--dump-dom", path.as_uri()]
        try:
            done = subprocess.run(  # noqa: S603 - a browser that the user has, and a page of ours
                command, capture_output=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL
            )
        except OSError as error:
            raise UsageError(f"{browser}: cannot be started ({error.strerror})", _ADVICE) from error
        except subprocess.TimeoutExpired as error:
            raise UsageError(f"{browser}: had not ended after {_SECONDS} seconds", _ADVICE) from error
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        told = f": {last}" if last else ""
        raise UsageError(f"{browser}: failed with exit code {done.returncode}{told}", _ADVICE)
    return done.stdout.decode(errors="replace")


def _options(folder: str, width: int) -> Iterator[str]:
    yield from ("--headless", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-extensions")
    yield f"--user-data-dir={folder}/profile"
    yield f"--window-size={width},1200"
    yield f"--virtual-time-budget={_VIRTUAL_MILLISECONDS}"
    yield "--host-resolver-rules=MAP * ~NOTFOUND"
    # Chromium refuses to start as root inside its own sandbox, as in a container.
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        yield "--no-sandbox"
