"""Takes the README's picture: the sample's page in the system's chromium (`make picture`)."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "images" / "dashboard.png"
WIDTH, HEIGHT = 1180, 1400  # what a reader of the README sees without zooming
SETTLED_MS = 1500  # charts are drawn when they come into view


def main() -> int:
    """Make the page of the sample and take its picture.

    Returns:
        0 when the picture was taken, 1 when there is no browser to take it with.
    """
    from playwright.sync_api import sync_playwright

    browser_path = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser_path is None:
        print("There is no chromium on this machine to take the picture with.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "demo.html"
        program = Path(sys.executable).with_name("crossyear")
        subprocess.run([program, "demo", "-o", page_file], check=True, stdout=subprocess.DEVNULL)
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(page_file.as_uri())
        page.wait_for_timeout(SETTLED_MS)
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURE)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
