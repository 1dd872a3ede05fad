"""The page in a real browser under axe-core: no violation in either language, light or dark, wide or narrow.

A picture of each is left in `out/dashboard` for a person to look at.
"""

from importlib.resources import files
from pathlib import Path

import pytest

from compare.comparison import compare_with_many
from reports.cli.sample import read_sample
from reports.dashboard.page import render_dashboard

PICTURES = Path(__file__).parents[3] / "out" / "dashboard"
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RUN = """() => axe.run(document, { resultTypes: ["violations"] }).then((found) => found.violations.map(
  (each) => each.id + ": " + each.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | ")))"""


@pytest.fixture(scope="module", params=["pair", "years"])
def shown(request, sample_document):
    """Name and document of the page of a pair, and of one of several years."""
    if request.param == "pair":
        return "pair", sample_document
    *earlier, later = read_sample()
    return "years", render_dashboard(compare_with_many(earlier[-2:], later), "zh")


@pytest.mark.parametrize("look", ["360-light-zh", "1280-light-en", "1280-dark-zh", "1920-dark-en"])
def test_axe_finds_nothing(opened, shown, look):
    name, document = shown
    width, scheme, language = look.split("-")
    viewport = {"width": int(width), "height": 900}
    address = "?lang=en" if language == "en" else ""
    page = opened(document, place=address, viewport=viewport, color_scheme=scheme)
    for chart in page.locator(".chart:visible").all():
        page.draw(chart.get_attribute("id"))
    page.evaluate("for (const box of document.querySelectorAll('details.table, .more')) box.open = true")
    page.evaluate("scrollTo(0, 0)")
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}-{look}.png")
    page.evaluate(AXE)
    assert page.evaluate(RUN) == []
