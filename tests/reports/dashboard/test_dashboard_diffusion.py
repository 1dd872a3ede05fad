"""The page of a diffusion: curves and staircase that hold what its table holds, in both languages."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from msgspec.structs import replace
from plotly.graph_objects import Figure

from compare.history.concordance import ask, find_uses
from compare.history.diffusion import trace_diffusion
from reports.cli.sample import read_sample
from reports.dashboard.diffusion_page import render_diffusion_page


def diffusion_of(phrase):
    reports = read_sample()
    corpus = {
        "北川市": ("city", reports[-1:]),
        "澜川市": ("city", reports),
        "江北省": ("province", reports[1:]),
    }
    return trace_diffusion(
        [
            (find_uses([replace(one, place=place) for one in some], ask(phrase), near=False), level)
            for place, (level, some) in corpus.items()
        ]
    )


@pytest.fixture(scope="module")
def diffusion():
    return diffusion_of("亩均论英雄")


@pytest.fixture(scope="module")
def text(diffusion):
    return render_diffusion_page(diffusion, "zh")


@pytest.fixture(scope="module")
def page(text, read_page):
    return read_page(text)


def test_the_table_has_every_place_that_used_it_in_order(page, diffusion):
    rows = page.find("//section[@id='order']//tbody/tr")
    assert [page.words(row[1]) for row in rows] == [one.place for one in diffusion.users]


def test_a_curve_for_each_level_ends_at_its_share(page, diffusion):
    traces = page.figures("zh-CN")["curves"]["data"]
    assert [trace["y"][-1] for trace in traces] == [round(one.years[-1].share, 4) for one in diffusion.levels]


def test_the_staircase_tells_uses_reports_without_and_no_reports_apart(page, diffusion):
    (trace,) = page.figures("zh-CN")["stairs"]["data"]
    years = page.figures("zh-CN")["stairs"]["layout"]["xaxis"]
    places = dict(zip(map(int, years["ticktext"]), years["tickvals"], strict=True))
    for row, one in zip(trace["text"], diffusion.users, strict=True):
        counts = dict(zip(one.shelf.years, one.counts, strict=True))
        for year, place in places.items():
            told = "" if year not in counts else str(counts[year]) if counts[year] else "·"
            assert row[place] == told


def test_plotly_takes_every_figure(page):
    for language in ("zh-CN", "en"):
        for figure in page.figures(language).values():
            layout = {name: value for name, value in figure["layout"].items() if name != "meta"}
            assert Figure(figure["data"], layout).data


def test_a_phrase_that_nobody_used_makes_a_page_without_charts(read_page):
    nowhere = read_page(render_diffusion_page(diffusion_of("没有的词"), "en"))
    assert "None of these reports has it." in nowhere.words(nowhere.root)
    assert not nowhere.find("//*[@class='chart']")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_reader_sees_it_and_axe_finds_nothing(opened, text, scheme):
    page = opened(text, color_scheme=scheme)
    for chart in ("curves", "stairs"):
        page.locator(f"#{chart}").scroll_into_view_if_needed()
        page.wait_for_selector(f"#{chart} .main-svg", state="visible")
    page.locator("[data-language='en']").click()
    assert "How “亩均论英雄” spread" in page.locator("h1").inner_text()
    assert Axe().run(page.page).response["violations"] == []
