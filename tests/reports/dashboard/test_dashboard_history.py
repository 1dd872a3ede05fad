"""The page of a history: charts that hold what its tables hold, in both languages, without asking for anything."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from plotly.graph_objects import Figure

from compare.history.story import tell_history
from reports.cli.sample import read_sample
from reports.dashboard.history_page import render_history_page
from reports.dashboard.year_axis import axis_of
from reports.rows.history import Life, life

YEARS = ["2020", "2021", "2022", "2024", "2025"]


@pytest.fixture(scope="module")
def history():
    return tell_history(read_sample())


@pytest.fixture(scope="module")
def text(history):
    return render_history_page(history, "zh")


@pytest.fixture(scope="module")
def page(text, read_page):
    return read_page(text)


def test_missing_years_have_a_place_between_the_reports(history):
    axis = axis_of(history.shelf)
    assert axis.labels == ("2020", "2021", "2022", "2023", "2024", "2025")
    assert axis.gaps == (3,)
    assert axis.places == {2020: 0, 2021: 1, 2022: 2, 2024: 4, 2025: 5}


def test_the_page_names_the_years_it_rests_on(page):
    (note, *_) = page.find("//p[@class='standfirst']")
    assert "所查年份：2020—2022、2024—2025年，缺2023年" in page.words(note)


def test_every_formulation_is_in_the_table_and_the_weightiest_of_each_life_in_the_chart(page, history):
    rows = page.find("//section[@id='formulations']//tbody/tr")
    assert [page.words(row[0]) for row in rows] == [one.text for one in history.formulations]
    names = [note["text"] for note in page.figures("zh-CN")["heat"]["layout"]["annotations"]]
    for kind in Life:
        first = next(one.text for one in history.formulations if life(one.counts) is kind)
        assert first in names


def test_the_heat_map_says_the_uses_and_nothing_where_there_are_none(page, history):
    (trace,) = page.figures("zh-CN")["heat"]["data"]
    names = [note["text"] for note in page.figures("zh-CN")["heat"]["layout"]["annotations"]]
    counts = {one.text: one.counts for one in history.formulations}
    for name, texts, rates in zip(names, trace["text"], trace["z"], strict=True):
        told = [texts[place] for place in (0, 1, 2, 4, 5)]
        assert told == [str(count) if count else "" for count in counts[name]]
        assert [rate is None for rate in rates] == [text == "" for text in texts]


def test_the_ranks_of_the_last_report_are_named_at_the_end_of_their_lines(page, history):
    layout = page.figures("zh-CN")["bump"]["layout"]
    last = {
        place.rank: place.heading for one in history.priorities for place in one.places if place.year == 2025
    }
    assert {note["y"]: note["text"] for note in layout["annotations"]} == last


def test_a_line_of_targets_breaks_where_there_is_none(page):
    figure = page.figures("zh-CN")["series"]
    names = [note["text"] for note in figure["layout"]["annotations"]]
    values = dict(zip(names, (trace["y"] for trace in figure["data"]), strict=True))
    assert values["城镇调查失业率（%）"] == [None, 5.5, 5.5, None, 5.5, 5.5]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_languages_are_on_the_page_whichever_it_opens_in(history, read_page, language):
    page = read_page(render_history_page(history, language))
    words = json.loads(page.places["words"].text)
    assert set(words) == {"zh-CN", "en"}
    assert page.figures("en")["series"]["layout"]["annotations"][0]["text"] == "GDP growth (%)"
    assert page.figures("zh-CN")["series"]["layout"]["annotations"][0]["text"] == "生产总值增速（%）"
    assert page.root.get("lang") == {"zh": "zh-CN", "en": "en"}[language]


def test_plotly_takes_the_charts(page):
    for figure in page.figures("zh-CN").values():
        assert Figure(figure).data


def test_the_same_history_gives_the_same_bytes(history, text):
    assert render_history_page(history, "zh") == text


def test_what_stands_in_a_report_cannot_run(make_report, read_page):
    nasty = "</script><script>alert(1)</script>“<b>甲</b>&梨产业”行动"
    reports = [
        make_report(year, [("一、", nasty, "plan", [f"推进{nasty}，建设“{nasty}”。"])])
        for year in (2020, 2021)
    ]
    page = read_page(render_history_page(tell_history(reports), "zh"))
    scripts = page.find("//script[not(@type)]")
    assert all("alert(1)" not in (script.text or "") for script in scripts)
    policy = page.find("//meta[@http-equiv='Content-Security-Policy']")[0].get("content")
    assert len(re.findall("'sha256-", policy)) == len(scripts)


@pytest.mark.parametrize("width", [390, 1280])
def test_a_reader_sees_the_charts_and_no_page_wider_than_the_window(opened, text, width):
    reader = opened(text, viewport={"width": width, "height": 900})
    for chart in ("heat", "bump", "series"):
        reader.draw(chart)
    assert reader.evaluate("document.documentElement.scrollWidth") == width


def test_a_reader_switches_the_language_of_the_charts(opened, text):
    reader = opened(text)
    reader.draw("series")
    reader.locator("[data-language='en']").click()
    reader.wait_for_function("document.querySelector('#series').textContent.includes('GDP growth')")
    assert reader.locator("h1").inner_text().startswith("澜川市: work reports through the years")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_usable_for_everyone(opened, text, scheme):
    # The page lets no script but its own run; the judge's has to be let in.
    reader = opened(text, color_scheme=scheme, bypass_csp=True)
    for chart in ("heat", "bump", "series"):
        reader.draw(chart)
    reader.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert [found["id"] for found in Axe().run(reader.page).response["violations"]] == []
