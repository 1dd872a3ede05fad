"""In a real browser: the charts are drawn, and every mark leads to the words it speaks of."""

import pytest
from msgspec.structs import replace

from compare.model import PhraseStatus
from corpora.model import Span
from reports.dashboard.page import render_dashboard

PHONE = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 900}
PROJECTOR = {"width": 1920, "height": 1080}


# ---- charts --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, WIDE, PROJECTOR], ids=lambda viewport: str(viewport["width"]))
def test_charts_are_drawn_with_their_data(opened, document, placed, viewport, scheme):
    page = opened(document, viewport=viewport, color_scheme=scheme)
    for chart in ("p1-slope", "p1-bars"):
        page.draw(chart)
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
    page.draw("p1-slope")


@pytest.mark.parametrize("viewport", [PHONE, WIDE, PROJECTOR], ids=lambda viewport: str(viewport["width"]))
def test_a_chart_drawn_pushes_nothing_away(opened, document, viewport):
    page = opened(document, viewport=viewport | {"height": 300})
    waiting = page.locator(".chart:visible:not(.drawn)")
    rooms = {chart.get_attribute("id"): chart.bounding_box()["height"] for chart in waiting.all()}
    assert len(rooms) >= 3
    for chart, room in rooms.items():
        page.draw(chart)
        assert page.locator(f"#{chart}").bounding_box()["height"] == pytest.approx(room, abs=1), chart


@pytest.mark.parametrize("viewport", [PHONE, WIDE, PROJECTOR], ids=lambda viewport: str(viewport["width"]))
def test_names_of_the_slope_chart_do_not_overlap(opened, sample_document, viewport):
    page = opened(sample_document, viewport=viewport)
    page.draw("p1-slope")
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
    page.draw("p1-slope")
    page.set_viewport_size(PHONE)
    page.wait_for_function(
        "document.querySelector('#p1-slope svg.main-svg').getBoundingClientRect().width < 360"
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# ---- every mark leads to the words ---------------------------------------------------------------------


def test_every_finding_leads_to_the_words_it_quotes(opened, document):
    page = opened(document)
    page.locator(".more > summary").click()
    links = page.locator("#p1-findings .told:not([data-tongue='en']) a[data-mark]")
    assert links.count() > 10
    for place in range(0, links.count(), 5):
        link = links.nth(place)
        words = link.locator("q")
        expected = words.inner_text() if words.count() else link.inner_text()
        target = link.get_attribute("href")
        link.click()
        assert page.url.endswith(target)
        assert page.highlighted() == [expected]
        assert page.sees(target)
        assert page.evaluate("document.activeElement.closest('.row') !== null")


def test_a_bar_leads_to_the_sentence(opened, document):
    page = opened(document)
    page.draw("p1-bars")
    with page.led_elsewhere():
        page.click_mark("p1-bars", page.locator("#p1-bars .bars .point path").first)
    assert page.highlighted() == ["整治河道"]
    assert page.sees("#" + page.url.split("#")[1])


def test_a_name_in_a_chart_leads_to_the_sentence(opened, document):
    page = opened(document)
    page.draw("p1-bars")
    with page.led_elsewhere():
        page.locator("#p1-bars .annotation-text", has_text="低空经济").click()
    assert page.highlighted() == ["低空经济"]


def test_a_point_of_the_slope_leads_to_the_heading(opened, document):
    page = opened(document)
    page.draw("p1-slope")
    with page.led_elsewhere():
        page.locator("#p1-slope .annotation-text", has_text="整治河道").click()
    assert page.highlighted() == ["整治河道"]


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
    page.locator("#p1-findings .told:not([data-tongue='en']) a[data-mark]").click()
    assert page.highlighted() == [later.quote(span)]


def test_back_leads_back(opened, document):
    page = opened(document)
    page.locator("#p1-findings .told:not([data-tongue='en']) a[data-mark]").first.click()
    first = page.url
    page.evaluate("scrollTo(0, 0)")
    page.locator(".parts a", has_text="提法").click()
    assert page.url.endswith("#p1-phrases")
    page.go_back()
    assert page.url == first
    assert page.highlighted()


def test_an_address_leads_to_its_place(opened, document):
    page = opened(document, place="#p1-l-m8")
    assert page.sees("#p1-l-m8")
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
