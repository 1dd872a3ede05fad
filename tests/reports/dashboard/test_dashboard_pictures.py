"""Charts as files, and plotly.js from the network: what is drawn is what the page draws."""

import base64
import hashlib
import re
import struct

import pytest
from lxml import etree
from msgspec.structs import replace
from plotly.offline import get_plotlyjs

from corpora.errors import UsageError
from reports.dashboard import pictures
from reports.dashboard.page import render_dashboard
from reports.dashboard.pictures import render_pictures
from reports.formats import PictureFormat, PlotlyFrom


@pytest.fixture(scope="module")
def drawn(placed, chromium_path):
    return {target: render_pictures(placed, "zh", target, chromium_path) for target in PictureFormat}


def charts_of(read_page, comparison):
    return {
        element.get("id")
        for element in read_page(render_dashboard(comparison, "zh")).find("//*[@class='chart']")
    }


def test_every_chart_has_a_file_named_by_its_years(drawn, read_page, placed):
    names = {f"2023-2024-{chart.removeprefix('p1-')}" for chart in charts_of(read_page, placed)}
    assert "2023-2024-slope" in names
    for target, files in drawn.items():
        assert set(files) == {f"{name}.{target}" for name in names}


def test_a_png_is_twice_as_large_as_the_chart_on_the_page(drawn):
    for content in drawn[PictureFormat.PNG].values():
        assert content.startswith(b"\x89PNG\r\n\x1a\n")
        width, height = struct.unpack(">II", content[16:24])
        assert width > 2000
        assert height > 100


def test_an_svg_holds_the_headings_as_text(drawn):
    slope = etree.fromstring(drawn[PictureFormat.SVG]["2023-2024-slope.svg"])
    told = "".join(slope.itertext())
    assert "推进工业转型" in told
    assert "整治河道" in told


def test_charts_of_several_pairs_are_told_apart(comparison_of_many, chromium_path):
    files = render_pictures(comparison_of_many, "en", PictureFormat.SVG, chromium_path)
    assert {"2021-2024-slope.svg", "2023-2024-slope.svg"} <= set(files)
    assert any(name.startswith("overview") for name in files)


@pytest.mark.parametrize(("years", "name"), [((2021, 2023), "2021-2024-slope"), ((2023, 2023), "p1-slope")])
def test_pairs_of_the_same_years_keep_their_number(comparison_of_many, years, name):
    pairs = tuple(
        replace(pair, earlier=replace(pair.earlier, year=year))
        for pair, year in zip(comparison_of_many.pairs, years, strict=True)
    )
    assert pictures._name("p1-slope", replace(comparison_of_many, pairs=pairs)) == name  # noqa: SLF001


def test_a_browser_that_draws_nothing_is_told(placed, monkeypatch):
    monkeypatch.setattr(pictures, "dom_of", lambda *_: "<html></html>")
    with pytest.raises(UsageError, match="mine: drew no chart"):
        render_pictures(placed, "zh", PictureFormat.PNG, "mine")


# ---- plotly.js from the network ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def small(placed):
    return render_dashboard(placed, "zh", plotly=PlotlyFrom.CDN)


def test_the_page_from_the_network_is_small_and_pins_what_it_loads(small, read_page, placed):
    assert len(small) < len(render_dashboard(placed, "zh")) / 5
    (script,) = read_page(small).find("//script[@src]")
    digest = base64.b64encode(hashlib.sha256(get_plotlyjs().encode()).digest()).decode()
    assert script.get("integrity") == f"sha256-{digest}"
    assert script.get("crossorigin") == "anonymous"
    assert re.fullmatch(r"https://cdn\.plot\.ly/plotly-[0-9.]+\.min\.js", script.get("src"))
    (policy,) = read_page(small).find("//meta[@http-equiv='Content-Security-Policy']/@content")
    sources = dict(part.split(" ", 1) for part in policy.split("; "))
    assert [each for each in sources["script-src"].split() if "sha256-" not in each] == [script.get("src")]
    assert sources["default-src"] == "'none'"


def test_inline_is_what_a_page_is_without_being_asked(placed):
    assert render_dashboard(placed, "zh") == render_dashboard(placed, "zh", plotly=PlotlyFrom.INLINE)
    assert "cdn.plot.ly" not in re.sub(
        r"<script>/\*\*\n\* plotly.js.*?</script>", "", render_dashboard(placed, "zh"), flags=re.DOTALL
    )


@pytest.fixture
def served(browser, tmp_path):
    """Opens a page whose network has one file: what is said to be plotly.js."""
    contexts = []

    def opener(text, plotly):
        path = tmp_path / "page.html"
        path.write_text(text, encoding="utf-8")
        contexts.append(browser.new_context())
        page, asked = contexts[-1].new_page(), []

        def answer(route):
            asked.append(route.request.url)
            headers = {"access-control-allow-origin": "*", "content-type": "text/javascript; charset=utf-8"}
            route.fulfill(body=plotly, headers=headers)

        page.route(re.compile("^https:"), answer)
        page.goto(path.as_uri())
        return page, asked

    yield opener
    for context in contexts:
        context.close()


def test_charts_are_drawn_with_plotly_from_the_network(small, served):
    page, asked = served(small, get_plotlyjs())
    page.locator("#p1-slope").scroll_into_view_if_needed()
    page.wait_for_selector("#p1-slope.drawn svg.main-svg")
    assert len(asked) == 1


def test_another_script_in_its_place_does_not_run(small, served):
    page, asked = served(small, "document.title = 'stolen';")
    page.locator("#p1-slope").scroll_into_view_if_needed()
    assert len(asked) == 1
    assert page.title() != "stolen"
    assert page.locator("#p1-slope svg").count() == 0
    assert page.locator("#p1-slope").is_visible() or page.locator(".needs-script").first.is_visible()
