"""The page in a real browser: it draws, leads, filters and speaks to nobody."""

import re
from contextlib import contextmanager
from dataclasses import replace
from importlib.resources import files

import pytest
from playwright.sync_api import sync_playwright

from compare.comparison import compare_with_many
from compare.model import PhraseStatus
from corpora.model import Span
from corpora.reading import read_work_report
from reports.dashboard.page import render_dashboard

SAMPLE = files("corpora") / "data"
WIDE, PHONE, PROJECTOR = (
    {"width": 1280, "height": 900},
    {"width": 360, "height": 740},
    {"width": 1920, "height": 1080},
)
HOSTILE = "</script><img src=x onerror=window.ran=1><script>window.ran=2</script>"


@pytest.fixture(scope="module")
def browser(chromium_path):
    with sync_playwright() as engine:
        arguments = ["--no-sandbox", "--disable-background-networking", "--force-color-profile=srgb"]
        browser = engine.chromium.launch(executable_path=chromium_path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def opened(browser, tmp_path):
    """Opens a document as a reader does; afterwards nothing may have been asked for or complained about."""
    complaints, contexts = [], []

    def opener(document, *, name="page.html", place="", **options):
        path = tmp_path / name
        path.write_text(document, encoding="utf-8")
        context = browser.new_context(**{"viewport": WIDE, "color_scheme": "light"} | options)
        contexts.append(context)
        page = context.new_page()

        def leaves(address):
            # A saved chart is a blob of the page itself.
            return address.split("#")[0] != path.as_uri() and not address.startswith(("blob:", "data:"))

        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.append(request.url) if leaves(request.url) else None)
        page.goto(f"{path.as_uri()}{place}")
        return page

    yield opener
    for context in contexts:
        context.close()
    assert complaints == []


def spans(text, work_report):
    return tuple(Span(m.start(), m.end()) for m in re.finditer(re.escape(text), work_report.text))


@pytest.fixture(scope="module")
def placed(comparison):
    """The comparison in which everything occurs, with the places of its formulations."""
    pair = comparison.pairs[0]
    phrases = tuple(
        replace(
            phrase,
            earlier_spans=spans(phrase.earlier_text or phrase.text, pair.earlier),
            later_spans=spans(phrase.later_text or phrase.text, pair.later),
        )
        for phrase in pair.phrases
    )
    return replace(comparison, pairs=(replace(pair, phrases=phrases),))


@pytest.fixture(scope="module")
def document(placed):
    return render_dashboard(placed, "zh")


@pytest.fixture(scope="module")
def sample():
    """A year of the sample against the year before, as the demo shows it."""
    earlier, later = (read_work_report(str(SAMPLE / f"lanchuan-{year}.txt")) for year in (2024, 2025))
    return compare_with_many([earlier], later)


@pytest.fixture(scope="module")
def sample_document(sample):
    return render_dashboard(sample, "zh")


def draw(page, chart):
    """Scrolls to a chart and waits until it is drawn."""
    page.locator(f"#{chart}").scroll_into_view_if_needed()
    page.wait_for_selector(f"#{chart}.drawn svg.main-svg")


def highlighted(page, name="quote"):
    """The stretches of text that are highlighted now."""
    return page.evaluate(
        "name => Array.from(CSS.highlights.get(name) || [], range => range.toString())", name
    )


def shown_rows(page, pair="p1"):
    """The passages a reader can see; headings that only lead to them are not counted."""
    return page.locator(f"#{pair}-texts .row:not(.pointer):not(.leads):visible")


def middle(locator):
    """Where to point at a mark of a chart; plotly lays a sheet that catches the mouse over its marks."""
    locator.scroll_into_view_if_needed()
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def in_view(page, selector):
    box = page.locator(selector).first.bounding_box()
    return box is not None and 0 <= box["y"] < page.viewport_size["height"]


@contextmanager
def changed_address(page):
    before = page.url
    yield
    assert page.url != before


# ---- charts --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, WIDE, PROJECTOR], ids=lambda viewport: str(viewport["width"]))
def test_charts_are_drawn_with_their_data(opened, document, placed, viewport, scheme):
    page = opened(document, viewport=viewport, color_scheme=scheme)
    for chart in ("p1-slope", "p1-bars"):
        draw(page, chart)
    bars = page.locator("#p1-bars .bars .point path")
    one_sided = [p for p in placed.pairs[0].phrases if p.status in {PhraseStatus.NEW, PhraseStatus.DROPPED}]
    assert bars.count() == len(one_sided)
    assert "低空经济" in " ".join(page.locator("#p1-bars .annotation-text").all_text_contents())
    names = " ".join(page.locator("#p1-slope .annotation-text").all_text_contents())
    for heading in ("扩大内需", "推进工业转型", "整治河道", "建设数字政府"):
        assert heading in names
    assert page.locator("#p1-slope .points path").count() == 8
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out sideways"


def test_charts_wait_until_they_come_into_view(opened, sample_document):
    page = opened(sample_document, viewport={"width": 1280, "height": 300})
    page.wait_for_timeout(300)
    assert page.locator(".chart.drawn").count() == 0
    draw(page, "p1-slope")


@pytest.mark.parametrize("viewport", [PHONE, WIDE, PROJECTOR], ids=lambda viewport: str(viewport["width"]))
def test_names_of_the_slope_chart_do_not_overlap(opened, sample_document, viewport):
    page = opened(sample_document, viewport=viewport)
    draw(page, "p1-slope")
    boxes = [
        box for box in (n.bounding_box() for n in page.locator("#p1-slope .annotation-text").all()) if box
    ]
    assert len(boxes) > 10
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            apart = (
                one["x"] + one["width"] <= other["x"]
                or other["x"] + other["width"] <= one["x"]
                or one["y"] + one["height"] <= other["y"] + 1
                or other["y"] + other["height"] <= one["y"] + 1
            )
            assert apart
    frame = page.locator("#p1-slope").bounding_box()
    for box in boxes:
        assert frame["x"] - 1 <= box["x"]
        assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 1


def test_charts_are_drawn_anew_for_another_width(opened, sample_document):
    page = opened(sample_document)
    draw(page, "p1-slope")
    page.set_viewport_size(PHONE)
    page.wait_for_function(
        "document.querySelector('#p1-slope svg.main-svg').getBoundingClientRect().width < 360"
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# ---- every mark leads to the words ---------------------------------------------------------------------


def test_every_finding_leads_to_the_words_it_quotes(opened, document):
    page = opened(document)
    page.locator(".more > summary").click()
    links = page.locator("#p1-findings a[data-mark]")
    assert links.count() > 10
    for place in range(0, links.count(), 5):
        link = links.nth(place)
        words = link.locator("q")
        expected = words.inner_text() if words.count() else link.inner_text()
        target = link.get_attribute("href")
        link.click()
        assert page.url.endswith(target)
        assert highlighted(page) == [expected]
        assert in_view(page, target)
        assert page.evaluate("document.activeElement.closest('.row') !== null")


def test_a_bar_leads_to_the_sentence(opened, document):
    page = opened(document)
    draw(page, "p1-bars")
    with changed_address(page):
        page.mouse.click(*middle(page.locator("#p1-bars .bars .point path").first))
    assert highlighted(page) == ["整治河道"]
    assert in_view(page, "#" + page.url.split("#")[1])


def test_a_name_in_a_chart_leads_to_the_sentence(opened, document):
    page = opened(document)
    draw(page, "p1-bars")
    with changed_address(page):
        page.locator("#p1-bars .annotation-text", has_text="低空经济").click()
    assert highlighted(page) == ["低空经济"]


def test_a_point_of_the_slope_leads_to_the_heading(opened, document):
    page = opened(document)
    draw(page, "p1-slope")
    with changed_address(page):
        page.locator("#p1-slope .annotation-text", has_text="整治河道").click()
    assert highlighted(page) == ["整治河道"]


def test_a_mark_counts_characters_as_the_data_does(opened, placed):
    """A character beyond the basic plane is one in the data and two in a script."""
    pair = placed.pairs[0]
    unit = pair.later.units[-1]
    text = pair.later.text[: unit.span.start] + "𠮷𠮷" + pair.later.text[unit.span.start + 2 :]
    changed = replace(unit, text="𠮷𠮷" + unit.text[2:])
    later = replace(pair.later, text=text, units=(*pair.later.units[:-1], changed))
    span = Span(unit.span.start + 2, unit.span.start + 4)
    finding = replace(pair.findings[0], earlier=None, later=span)
    page = opened(
        render_dashboard(replace(placed, pairs=(replace(pair, later=later, findings=(finding,)),)), "zh")
    )
    page.locator("#p1-findings a[data-mark]").click()
    assert highlighted(page) == [later.quote(span)]


def test_back_leads_back(opened, document):
    page = opened(document)
    page.locator("#p1-findings a[data-mark]").first.click()
    first = page.url
    page.evaluate("scrollTo(0, 0)")
    page.locator(".parts a", has_text="提法").click()
    assert page.url.endswith("#p1-phrases")
    page.go_back()
    assert page.url == first
    assert highlighted(page)


def test_an_address_leads_to_its_place(opened, document):
    page = opened(document, place="#p1-l-m8")
    assert in_view(page, "#p1-l-m8")
    assert page.locator("#p1-l-m8.target").count() == 1


def test_a_link_to_a_filtered_passage_shows_it(opened, document):
    page = opened(document)
    page.locator("#p1-texts .chip[data-kind='kept']").click()
    assert not page.locator("#p1-l-m8").is_visible()
    page.evaluate("document.querySelector(\"#p1-findings a[href^='#p1-l-']\").click()")
    assert page.locator("#p1-l-m8").is_visible()


def test_a_link_into_a_fold_opens_it(opened, document):
    page = opened(document, place="#p1-e-m9")
    fold = page.locator(".fold", has=page.locator("#p1-e-m10"))
    assert fold.get_attribute("open") is None
    page.goto(page.url.split("#")[0] + "#p1-e-m10")
    page.wait_for_selector("#p1-e-m10", state="visible")


# ---- filters and search --------------------------------------------------------------------------------


def test_filters_show_as_many_passages_as_they_say(opened, sample_document):
    page = opened(sample_document)
    everything = shown_rows(page).count()
    for chip in page.locator("#p1-texts .chip").all():
        count = int(chip.locator(".count").inner_text())
        chip.click()
        assert shown_rows(page).count() == count
        assert str(count) in page.locator("#p1-texts .status").inner_text()
        chip.click()
    assert shown_rows(page).count() == everything


def test_filters_add_up(opened, document):
    page = opened(document)
    for kind in ("new", "dropped"):
        page.locator(f"#p1-texts .chip[data-kind='{kind}']").click()
    assert shown_rows(page).count() == 5


def test_a_number_on_the_first_screen_leads_to_what_it_counts(opened, document):
    page = opened(document)
    page.locator(".big a", has_text="新出现").click()
    assert page.locator("#p1-texts .chip[aria-pressed='true']").all_inner_texts() == ["+\n新出现\n3"]
    assert in_view(page, "#p1-texts")


def test_a_part_can_be_chosen(opened, sample_document, sample):
    page = opened(sample_document)
    page.locator("#p1-texts [data-control='role']").select_option("problems")
    units = [
        unit for work_report in (sample.pairs[0].earlier, sample.pairs[0].later) for unit in work_report.units
    ]
    assert units
    assert 0 < shown_rows(page).count() <= sum(unit.role == "problems" for unit in units)


@pytest.mark.parametrize("words", ["小区", "元", "NASTY 没有的话", "<b>F</b>"])
def test_search_finds_and_marks_every_occurrence(opened, document, placed, words):
    page = opened(document)
    page.locator("#p1-texts [data-control='search']").fill(words)
    page.wait_for_timeout(200)
    texts = [u.text.lower() for r in (placed.pairs[0].earlier, placed.pairs[0].later) for u in r.units]
    occurrences = sum(text.count(words.lower()) for text in texts)
    found = highlighted(page, "search")
    assert len(found) == occurrences
    assert {text.lower() for text in found} <= {words.lower()}
    assert (shown_rows(page).count() == 0) == (occurrences == 0)
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


def test_a_section_can_be_chosen(opened, document):
    page = opened(document)
    page.locator("#p1-texts [data-control='section']").select_option(label="建设数字政府")
    assert page.url.endswith("#p1-l-s5")
    assert in_view(page, "#p1-l-s5")


# ---- several pairs -------------------------------------------------------------------------------------


def test_one_pair_is_shown_and_another_can_be_chosen(opened, comparison_of_many):
    page = opened(render_dashboard(comparison_of_many, "zh"))
    assert [pair.is_visible() for pair in page.locator(".pair").all()] == [False, True]
    page.locator("a[data-pair='p1']").click()
    assert [pair.is_visible() for pair in page.locator(".pair").all()] == [True, False]
    assert page.locator("a[data-pair][aria-current]").get_attribute("data-pair") == "p1"
    assert page.locator(".parts:visible").get_attribute("data-parts") == "p1"
    draw(page, "p1-slope")
    page.go_back()
    page.go_forward()
    assert [pair.is_visible() for pair in page.locator(".pair").all()] == [True, False]


def test_the_overview_leads_into_the_pair_of_the_year(opened, comparison_of_many):
    page = opened(render_dashboard(comparison_of_many, "zh"))
    page.locator("#overview a[href='#p1-e-s3']").first.click()
    assert page.locator("#p1-e-s3").is_visible()
    assert in_view(page, "#p1-e-s3")


# ---- for everyone --------------------------------------------------------------------------------------


def test_colours_can_be_chosen_and_charts_follow(opened, document):
    page = opened(document)
    draw(page, "p1-bars")

    def look():
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return ground, page.locator("#p1-bars .bars .point path").last.evaluate("bar => bar.style.stroke")

    light = look()
    page.locator("[data-action='theme']").click()
    dark = look()
    assert light[0] != dark[0]
    assert light[1] != dark[1]
    page.locator("[data-action='theme']").click()
    assert look() == light


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
    assert page.locator(".chart.drawn").count() == 2
    assert page.locator("details:not([open]):not(.same)").count() == 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator(".tools:visible, .contents:visible").count() == 0
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


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
    draw(page, "p1-bars")
    page.mouse.move(*middle(page.locator("#p1-bars .bars .point path").first))
    page.wait_for_selector("#p1-bars .hoverlayer .hovertext")
    page.locator("#p1-bars .annotation-text").last.click()
    assert highlighted(page) == [HOSTILE]
    assert page.evaluate("window.ran") is None
    assert page.locator("img").count() == 0


def test_a_chart_can_be_saved(opened, document):
    page = opened(document)
    draw(page, "p1-bars")
    with page.expect_download() as download:
        page.locator("[data-chart='p1-bars']").click()
    assert download.value.suggested_filename == "p1-bars.png"
    assert download.value.path().read_bytes().startswith(b"\x89PNG")
