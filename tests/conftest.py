"""What tests of every room share: the folder with real reports, the browser, the profile of hypothesis."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
IN_CI = bool(os.environ.get("CI"))

# No deadline: a busy machine is no defect. In CI the same cases each time: a red run can be repeated.
settings.register_profile("crossyear", deadline=None, derandomize=IN_CI, print_blob=True)
settings.load_profile("crossyear")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports and gold standards beside the checkout, where there is one."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the folder ../shared with real reports, which is not here")
    return folder


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The system's chromium, for tests that look at a page as a reader does."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    reason = "needs a chromium on the PATH, on Debian from `apt-get install chromium`"
    if IN_CI:
        pytest.fail(f"{reason}: CI must not skip the browser tests")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser(chromium_path):
    """The browser of all tests of pages: playwright starts in a process once."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as engine:
        arguments = ["--no-sandbox", "--disable-background-networking", "--force-color-profile=srgb"]
        browser = engine.chromium.launch(executable_path=chromium_path, args=arguments)
        yield browser
        browser.close()
