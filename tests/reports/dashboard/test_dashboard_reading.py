"""In a real browser: filters, search, several pairs, keyboard, colours, paper, and text that wants to run."""

import pytest
from msgspec.structs import replace

from corpora.model import Span
from reports.dashboard.page import render_dashboard

HOSTILE = "</script><img src=x onerror=window.ran=1><script>window.ran=2</script>"


# ---- filters and search --------------------------------------------------------------------------------


def test_filters_show_as_many_passages_as_they_say(opened, sample_document):
    page = opened(sample_document)
    everything = page.passages().count()
    for chip in page.locator("#p1-texts .chip").all():
        count = int(chip.locator(".count").inner_text())
        chip.click()
        assert page.passages().count() == count
        assert str(count) in page.locator("#p1-texts .status").inner_text()
        chip.click()
    assert page.passages().count() == everything


def test_filters_add_up(opened, document):
    page = opened(document)
    for kind in ("new", "dropped"):
        page.locator(f"#p1-texts .chip[data-kind='{kind}']").click()
    assert page.passages().count() == 5


def test_a_number_on_the_first_screen_leads_to_what_it_counts(opened, document):
    page = opened(document)
    page.locator(".big a", has_text="新出现").click()
    assert page.locator("#p1-texts .chip[aria-pressed='true']").all_inner_texts() == ["+\n新出现\n3"]
    assert page.sees("#p1-texts")


def test_a_part_can_be_chosen(opened, sample_document, sample):
    page = opened(sample_document)
    page.locator("#p1-texts [data-control='role']").select_option("problems")
    units = [
        unit for work_report in (sample.pairs[0].earlier, sample.pairs[0].later) for unit in work_report.units
    ]
    assert units
    assert 0 < page.passages().count() <= sum(unit.role == "problems" for unit in units)


@pytest.mark.parametrize("words", ["小区", "元", "NASTY 没有的话", "<b>F</b>"])
def test_search_finds_and_marks_every_occurrence(opened, document, placed, words):
    page = opened(document)
    page.locator("#p1-texts [data-control='search']").fill(words)
    page.wait_for_timeout(200)
    texts = [u.text.lower() for r in (placed.pairs[0].earlier, placed.pairs[0].later) for u in r.units]
    occurrences = sum(text.count(words.lower()) for text in texts)
    found = page.highlighted("search")
    assert len(found) == occurrences
    assert {text.lower() for text in found} <= {words.lower()}
    assert (page.passages().count() == 0) == (occurrences == 0)
    if not occurrences:
        assert page.locator("#p1-texts .status").inner_text() == "没有符合条件的文字"


def test_next_change_walks_through_the_changes_and_round(opened, document):
    page = opened(document)
    changed = page.locator("#p1-texts .is-changed").count()
    page.evaluate("scrollTo(0, 0)")
    page.locator("#p1-texts [data-action='next']").click()
    visited = []
    for _ in range(changed):
        visited.append(page.evaluate("document.activeElement.querySelector('.permalink').hash"))
        page.keyboard.press("n")
    assert len(set(visited)) == changed
    assert page.evaluate("document.activeElement.querySelector('.permalink').hash") == visited[0]
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.querySelector('.permalink').hash") == visited[-1]


def test_a_section_can_be_chosen(opened, document, placed):
    page = opened(document)
    page.locator("#p1-texts [data-control='section']").select_option(label="建设数字政府")
    later = placed.pairs[0].later
    units = [f"p1-l-{unit.id}" for unit in later.units if "s5" in (unit.id, unit.parent)]
    shown = page.locator("#p1-texts .side-l .unit:visible")
    assert shown.evaluate_all("units => units.map(unit => unit.id)") == units
    page.locator("#p1-texts [data-control='section']").select_option("")
    assert page.passages().count() > len(units)


# ---- several pairs -------------------------------------------------------------------------------------


def test_one_pair_is_shown_and_another_can_be_chosen(opened, comparison_of_many):
    page = opened(render_dashboard(comparison_of_many, "zh"))
    assert [pair.is_visible() for pair in page.locator(".pair").all()] == [False, True]
    page.locator("a[data-pair='p1']").click()
    assert [pair.is_visible() for pair in page.locator(".pair").all()] == [True, False]
    assert page.locator("a[data-pair][aria-current]").get_attribute("data-pair") == "p1"
    assert page.locator(".parts:visible").get_attribute("data-parts") == "p1"
    page.draw("p1-slope")
    page.go_back()
    page.go_forward()
    assert [pair.is_visible() for pair in page.locator(".pair").all()] == [True, False]


@pytest.mark.parametrize("width", [360, 900, 1280])
def test_what_is_led_to_does_not_hide_behind_the_bar(opened, comparison_of_many, width):
    page = opened(render_dashboard(comparison_of_many, "zh"), viewport={"width": width, "height": 700})
    page.locator(".parts a:visible", has_text="原文对照").click()
    bar, title = (page.locator(selector).bounding_box() for selector in (".contents", "#p2-texts-title"))
    assert bar["y"] + bar["height"] <= title["y"] < 700
    page.locator("#p2-l-m9").scroll_into_view_if_needed()
    if width > 640:
        tools = page.locator("#p2-texts .tools").bounding_box()
        assert bar["y"] + bar["height"] - 2 <= tools["y"]


def test_the_overview_leads_into_the_pair_of_the_year(opened, comparison_of_many):
    page = opened(render_dashboard(comparison_of_many, "zh"))
    page.locator("#overview a[href='#p1-e-s3']").first.click()
    assert page.locator("#p1-e-s3").is_visible()
    assert page.sees("#p1-e-s3")


# ---- for everyone --------------------------------------------------------------------------------------


def test_colours_can_be_chosen_and_charts_follow(opened, document):
    page = opened(document)
    page.draw("p1-bars")

    def look():
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return ground, page.locator("#p1-bars .bars .point path").last.evaluate("bar => bar.style.stroke")

    def choose(name):
        page.locator(f"[data-theme-choice='{name}']").click()
        assert page.locator("[data-theme-choice][aria-pressed='true']").count() == 1
        return look()

    automatic = look()
    assert page.locator("[data-theme-choice='auto']").get_attribute("aria-pressed") == "true"
    dark = choose("dark")
    assert automatic[0] != dark[0]
    assert automatic[1] != dark[1]
    assert choose("light") == automatic
    page.emulate_media(color_scheme="dark")
    assert choose("auto") == dark


def test_the_system_says_light_or_dark(opened, document):
    grounds = {
        opened(document, name=f"{scheme}.html", color_scheme=scheme).evaluate(
            "getComputedStyle(document.body).backgroundColor"
        )
        for scheme in ("light", "dark")
    }
    assert len(grounds) == 2


def test_the_keyboard_reaches_the_content_first(opened, document):
    page = opened(document)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_letters_typed_into_the_search_do_not_jump(opened, document):
    page = opened(document)
    field = page.locator("#p1-texts [data-control='search']")
    field.press_sequentially("np")
    assert field.input_value() == "np"
    assert page.evaluate("document.activeElement.type") == "search"


def test_everything_is_there_without_scripts(opened, comparison_of_many):
    page = opened(render_dashboard(comparison_of_many, "zh"), java_script_enabled=False)
    assert page.locator(".pair:visible").count() == 2
    assert page.locator(".tools:visible, button:visible").count() == 0
    assert page.get_by_text("图表需要启用 JavaScript").first.is_visible()


def test_paper_shows_every_chart_and_the_whole_text(opened, document):
    page = opened(document, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".chart.drawn").count() == page.locator(".chart").count() == 4
    assert page.locator("details:not([open]):not(.same)").count() == 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator(".tools:visible, .contents:visible").count() == 0
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


def test_nothing_is_wider_than_paper(opened, sample_document):
    page = opened(sample_document, viewport={"width": 702, "height": 1000})
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_hostile_text_runs_nothing(opened, placed):
    pair = placed.pairs[0]
    unit = pair.later.units[-1]
    text = pair.later.text[: unit.span.start] + HOSTILE
    span = Span(unit.span.start, len(text))
    later = replace(
        pair.later,
        text=text,
        title=HOSTILE,
        units=(
            *pair.later.units[:-1],
            replace(unit, text=HOSTILE, span=span, heading=HOSTILE, body=span.start),
        ),
    )
    phrase = replace(pair.phrases[0], text=HOSTILE, later_spans=(span,))
    hostile = replace(placed, pairs=(replace(pair, later=later, phrases=(phrase,), findings=()),))
    page = opened(render_dashboard(hostile, "zh"))
    page.draw("p1-bars")
    page.click_mark("p1-bars", page.locator("#p1-bars .bars .point path").first)
    assert page.highlighted() == [HOSTILE]
    page.evaluate("scrollTo(0, 0)")
    page.locator("#p1-bars .annotation-text").last.click()
    assert page.highlighted() == [HOSTILE]
    assert page.evaluate("window.ran") is None
    assert page.locator("img").count() == 0


def test_a_chart_can_be_saved(opened, document):
    page = opened(document)
    page.draw("p1-bars")
    with page.expect_download() as download:
        page.locator("[data-chart='p1-bars']").click()
    assert download.value.suggested_filename == "p1-bars.png"
    assert download.value.path().read_bytes().startswith(b"\x89PNG")
