"""How long a page takes to show its first chart, and to answer: `.venv/bin/python scripts/opening.py PAGE`.

Times are the page's own clock, the median of five openings, each in a new browser.
"""

import argparse
import shutil
import statistics
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

TIMES = 5
# When plotly has put its picture into the document, the next frame paints it.
WATCH = """
new MutationObserver((_, watcher) => {
  if (!document.querySelector(".js-plotly-plot .main-svg")) return;
  watcher.disconnect();
  requestAnimationFrame(() => setTimeout(() => { document.firstChart = performance.now(); }));
}).observe(document, { subtree: true, childList: true });
"""
# A change is answered when the line that tells the count has changed and the next frame is painted.
ACT = """
([selector, words]) => new Promise((done) => {
  const control = document.querySelector(selector);
  const told = control.closest(".texts").querySelector(".status");
  const begun = performance.now();
  new MutationObserver((_, watcher) => {
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
  }).observe(told, { subtree: true, childList: true, characterData: true });
  if (words) { control.value = words; control.dispatchEvent(new Event("input", { bubbles: true })); }
  else control.click();
})
"""
CHIP, SEARCH = ".texts .chip", ".texts [data-control='search']"


def measure(playwright: "Playwright", browser: str, address: str, words: str) -> tuple[float, float, float]:
    """Milliseconds to the first chart, of a press on a filter, and of a search for some words."""
    program = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
    page = program.new_page(viewport={"width": 1280, "height": 800})
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_selector(".js-plotly-plot .main-svg")
    while not (chart := page.evaluate("document.firstChart")):
        page.wait_for_timeout(10)
    times = chart, page.evaluate(ACT, [CHIP, ""]), page.evaluate(ACT, [SEARCH, words])
    program.close()
    return times


def main() -> int:
    """Measure a page that `crossyear compare … -o PAGE` wrote.

    Returns:
        0, or 1 when there is no browser.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", type=Path)
    parser.add_argument("--words", default="发展", help="what is searched for")
    asked = parser.parse_args()
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        print("There is no chromium on this machine to measure with.", file=sys.stderr)
        return 1
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        times = [
            measure(playwright, browser, asked.page.resolve().as_uri(), asked.words) for _ in range(TIMES)
        ]
    for name, column in zip(("first chart", "filter", "search"), zip(*times, strict=True), strict=True):
        print(f"{name:12} {statistics.median(column):7.0f} ms   ({min(column):.0f} to {max(column):.0f})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
