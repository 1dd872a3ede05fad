"""In a real browser: each view shows what the comparison found, and each mark leads to the words it speaks of."""

from unicodedata import normalize

import pytest

from compare.comparison import compare_with_many
from compare.model import PhraseStatus
from compare.undertakings.model import PromiseStatus
from corpora.reading import read_work_report
from reports.cli.sample import read_sample
from reports.dashboard.page import render_dashboard
from reports.words.quoting import nested

PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def years():
    """Three years of the sample against the fourth."""
    *earlier, later = read_sample()
    return compare_with_many(earlier[-3:], later)


@pytest.fixture(scope="module")
def years_document(years):
    return render_dashboard(years, "zh")


def phrases_of(pair, status):
    return [phrase for phrase in pair.phrases if phrase.status is status]


# ---- by theme ------------------------------------------------------------------------------------------


def test_a_piece_of_a_theme_stands_for_a_formulation_and_leads_to_it(opened, sample_document, sample):
    page = opened(sample_document)
    page.draw("p1-by-theme")
    pieces = page.locator("#p1-by-theme .bars .point path")
    new, gone = (phrases_of(sample.pairs[0], s) for s in (PhraseStatus.NEW, PhraseStatus.DROPPED))
    assert pieces.count() == len(new) + len(gone)
    with page.led_elsewhere():
        page.click_mark("p1-by-theme", pieces.last)
    assert page.highlighted()[0] in {phrase.text for phrase in new}
    page.go_back()
    with page.led_elsewhere():
        page.click_mark("p1-by-theme", pieces.first)
    assert page.highlighted()[0] in {phrase.text for phrase in gone}


def test_the_table_of_themes_has_the_same_counts_as_the_chart(opened, sample_document, sample):
    page = opened(sample_document)
    rows = page.locator("#p1-themes tbody tr")
    told = rows.evaluate_all(
        "rows => rows.map(row => [...row.querySelectorAll('.n')].map(n => +n.textContent))"
    )
    for column, status in enumerate((PhraseStatus.DROPPED, PhraseStatus.NEW)):
        assert sum(row[column] for row in told) == len(phrases_of(sample.pairs[0], status))


# ---- targets -------------------------------------------------------------------------------------------


def test_a_point_of_the_targets_leads_to_the_words_of_the_target(opened, sample_document, sample):
    page = opened(sample_document)
    page.draw("p1-target-lines")
    points = page.locator("#p1-target-lines .points path")
    pair = sample.pairs[0]
    spans = {pair.earlier.quote(target.earlier.span) for target in pair.targets if target.earlier}
    assert points.count() > len(spans) / 2
    with page.led_elsewhere():
        page.click_mark("p1-target-lines", points.first)
    assert page.highlighted()[0] in spans


# ---- undertakings --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["silent", "reported", "numbered"])
def test_undertakings_can_be_chosen_by_their_answer(opened, sample_document, sample, kind):
    promises = sample.pairs[0].promises
    counts = {
        "silent": sum(promise.status is PromiseStatus.SILENT for promise in promises),
        "reported": sum(promise.status is PromiseStatus.REPORTED for promise in promises),
        "numbered": sum(promise.with_number for promise in promises),
    }
    page = opened(sample_document)
    rows = page.locator("#p1-promises [data-row-kinds]")
    assert rows.count() == len(promises)
    assert page.locator("#p1-promises [data-row-kinds]:visible").count() == 0
    chip = page.locator(f"#p1-promises [data-rows='{kind}']")
    assert chip.locator(".count").inner_text() == str(counts[kind])
    chip.click()
    assert page.locator("#p1-promises [data-row-kinds]:visible").count() == counts[kind]
    chip.click()
    assert page.locator("#p1-promises [data-row-kinds]:visible").count() == 0
    assert (
        page.locator("#p1-promises details:visible").count() == page.locator("#p1-promises details").count()
    )


# ---- flow and spread -----------------------------------------------------------------------------------


def test_a_cell_of_the_flow_leads_to_the_passage_that_carries_most(opened, sample_document):
    page = opened(sample_document)
    cells = page.locator("#p1-flow td a")
    assert cells.count() > 10
    with page.led_elsewhere():
        cells.nth(3).click()
    assert page.sees("#" + page.url.split("#")[1])


# Bars that a mouse can be pointed at: short sentences and unchanged ones are less than a pixel.
WIDE_BARS = """bars => bars.map((bar, place) => [place, bar.getBoundingClientRect()])
  .filter(([, box]) => box.width >= 3 && box.height >= 6).map(([place]) => place)"""


@pytest.mark.parametrize("place", [0, -1])
def test_a_bar_of_the_spread_tells_its_sentence_and_leads_to_it(opened, sample_document, place):
    page = opened(sample_document)
    page.draw("p1-strip")
    bars = page.locator("#p1-strip .bars .point path")
    bar = bars.nth(bars.evaluate_all(WIDE_BARS)[place])
    with page.led_elsewhere():
        told = page.click_mark("p1-strip", bar)
    target = "#" + page.url.split("#")[1]
    assert page.sees(target)
    assert page.locator(f"{target}.target").count() == 1
    words = page.locator(target).inner_text()
    assert "另一文本" in told
    assert words[:8] in told


# ---- many years ----------------------------------------------------------------------------------------


def test_ranks_through_the_years_lead_into_each_years_text(opened, years_document, years):
    page = opened(years_document)
    page.draw("overview-ranks")
    names = " ".join(page.locator("#overview-ranks .annotation-text").all_text_contents())
    for pair in years.pairs:
        assert str(pair.earlier.year) in names
    points = page.locator("#overview-ranks .points path")
    assert points.count() >= len(years.overview.priorities)
    with page.led_elsewhere():
        page.click_mark("overview-ranks", points.first)
    assert page.sees("#" + page.url.split("#")[1])


def test_uses_through_the_years_are_those_of_the_reports(opened, years_document, years):
    page = opened(years_document)
    rows = page.locator(".uses tbody tr")
    assert rows.count() > 5
    texts = [pair.earlier.text for pair in sorted(years.pairs, key=lambda pair: pair.earlier.year)]
    texts.append(years.pairs[0].later.text)
    for row in rows.all()[::4]:
        phrase = row.locator("th").inner_text()
        cells = [cell.inner_text() for cell in row.locator(".heat").all()]
        assert len(cells) == len(texts)
        for cell, text in zip(cells, texts, strict=True):
            # Printed forms of a digit or letter count as one.
            used = normalize("NFKC", phrase) in normalize("NFKC", text)
            assert cell.startswith("~") or (cell == "·") == (not used)
    link = rows.first.locator("a").last
    with page.led_elsewhere():
        link.click()
    assert page.highlighted() == [rows.first.locator("th").inner_text()]


# ---- everything at once --------------------------------------------------------------------------------


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1920, "height": 1080}], ids=["phone", "projector"])
def test_every_chart_is_drawn_and_nothing_sticks_out(opened, years_document, viewport):
    page = opened(years_document, viewport=viewport)
    for chart in page.locator(".chart:visible").all():
        page.draw(chart.get_attribute("id"))
    assert page.locator(".chart:visible:not(.drawn)").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_every_mark_of_a_chart_and_every_link_leads_to_a_place_on_the_page(opened, sample_document):
    page = opened(sample_document)
    lost = page.evaluate(
        """() => {
          const places = new Set();
          const walk = (value) => {
            if (Array.isArray(value)) {
              if (value.length === 2 && typeof value[0] === "string" && typeof value[1] === "string") places.add(value[0]);
              value.forEach(walk);
            } else if (value && typeof value === "object") Object.values(value).forEach(walk);
          };
          for (const figure of Object.values(JSON.parse(document.getElementById("figures").textContent))) {
            figure.data.forEach((trace) => walk(trace.customdata || []));
          }
          for (const link of document.querySelectorAll("a")) places.add(link.hash.slice(1));
          return [...places].filter((place) => place && !document.getElementById(place));
        }"""
    )
    assert lost == []


def test_a_page_can_be_used_by_keyboard_alone(opened, sample_document):
    page = opened(sample_document)
    visited = []
    for _ in range(60):
        page.keyboard.press("Tab")
        visited.append(
            page.evaluate(
                "(e => [e.className || e.tagName, e.dataset.mark !== undefined,"
                " getComputedStyle(e).outlineStyle])(document.activeElement)"
            )
        )
        if visited[-1][1]:
            break
    assert visited[0][0] == "skip"
    assert visited[-1][1], "the first quote is reached"
    assert all(outline != "none" for _, _, outline in visited), "focus can be seen"
    page.keyboard.press("Enter")
    assert page.highlighted()
    assert page.evaluate("document.activeElement.closest('.row') !== null")
    page.keyboard.press("n")
    first = page.evaluate("document.activeElement.querySelector('.permalink').hash")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.querySelector('.permalink').hash") != first


def test_unchanged_text_can_be_unfolded_and_folded(opened, document):
    page = opened(document)
    button = page.locator("#p1-texts [data-action='unfold']")
    folds = page.locator("#p1-texts .fold")
    assert folds.count() > 0
    for expected in (folds.count(), 0):
        button.click()
        assert page.locator("#p1-texts .fold[open]").count() == expected


@pytest.mark.parametrize(("earlier", "later"), [(2024, 2025), (2011, 2012)])
def test_every_finding_of_a_real_pair_leads_to_its_quote(shared, opened, earlier, later):
    folder = shared / "corpus" / "national"
    reports = [read_work_report(str(folder / f"{year}.txt")) for year in (earlier, later)]
    comparison = compare_with_many(reports[:1], reports[1])
    page = opened(render_dashboard(comparison, "zh"))
    page.evaluate("document.querySelector('.more').open = true")
    # A click each would take minutes; what a click does is tried above, here all links are followed at once.
    told = page.evaluate(
        """() => [...document.querySelectorAll("#p1-findings .told:not([data-tongue='en']) a[data-mark]")].map((link) => {
          link.click();
          const range = [...CSS.highlights.get("quote") || []][0];
          const words = link.querySelector("q") || link;
          return [words.textContent, range ? range.toString() : null];
        })"""
    )
    assert len(told) > 20
    # Between marks of ours the quote's own are those of the next level.
    assert [pair for pair in told if pair[0] not in (pair[1], nested(pair[1] or ""))] == []


def test_the_first_chart_is_drawn_before_the_rest_of_the_page_is_there(opened, document):
    closing = "</script>"
    begun = document[: document.rindex(closing, 0, document.index('id="p1-texts"')) + len(closing)]
    page = opened(begun)

    page.locator("#p1-slope").scroll_into_view_if_needed()
    page.wait_for_selector("#p1-slope .main-svg", state="visible")
    assert page.locator("#p1-texts").count() == 0


def test_the_first_chart_listens_once_when_the_page_is_whole(opened, document):
    page = opened(document)
    page.locator("#p1-slope").scroll_into_view_if_needed()
    page.wait_for_selector("#p1-slope .main-svg", state="visible")
    heard = page.evaluate(
        """() => {
          const chart = document.getElementById("p1-slope");
          const listeners = Object.entries(chart._ev._events).map(([name, each]) => [name, [each].flat().length]);
          return [chart._context.staticPlot, Object.fromEntries(listeners)];
        }"""
    )
    assert heard == [False, {"plotly_click": 1, "plotly_clickannotation": 1}]
