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
# Rows of one make come in hundreds: the first ones stand for all, or axe would take minutes. Of what is drawn
# in a chart it can judge nothing; the colours are measured in test_dashboard_style.
RUN = """() => axe.run(
  { exclude: [[".rows > :nth-child(n+20)"], ["tbody > :nth-child(n+6)"], [".finding:nth-child(n+8)"],
    [".chart > *"]] },
  { resultTypes: ["violations"] },
).then((found) => found.violations.map((each) => each.id + ": "
  + each.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | ")))"""


@pytest.fixture(scope="module")
def documents(sample_document):
    """The pages of a pair and of several years."""
    *earlier, later = read_sample()
    return {
        "pair": sample_document,
        "years": render_dashboard(compare_with_many(earlier[-2:], later), "zh"),
    }


@pytest.mark.parametrize("look", ["pair-360-light-zh", "years-1280-dark-en"])
def test_axe_finds_nothing(opened, documents, look):
    name, width, scheme, language = look.split("-")
    document = documents[name]
    viewport = {"width": int(width), "height": 900}
    address = "?lang=en" if language == "en" else ""
    page = opened(document, place=address, viewport=viewport, color_scheme=scheme)
    for chart in page.locator(".chart:visible").all():
        page.draw(chart.get_attribute("id"))
    page.evaluate("for (const box of document.querySelectorAll('details.table, .more')) box.open = true")
    page.evaluate("scrollTo(0, 0)")
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{look}.png")
    page.evaluate(AXE)
    assert page.evaluate(RUN) == []
