"""The page's tables of targets, outcomes and undertakings: every row is there and leads to its place."""

import pytest
from msgspec.structs import replace

from compare.comparison import compare_with_many
from compare.model import PhraseStatus
from compare.model.formulations import Emphasis
from reports.cli.sample import read_sample
from reports.dashboard.page import render_dashboard
from reports.words.undertaking_captions import undertaking_captions


@pytest.fixture(scope="module")
def sample():
    *_, earlier, later = read_sample()
    return compare_with_many([earlier], later)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_row_is_shown_and_leads_to_a_place_on_the_page(sample, shown, language):
    page, (pair,) = shown(sample, language), sample.pairs
    assert len(page.find("//*[@id='p1-targets']//tbody/tr")) == len(pair.targets)
    assert len(page.find("//*[@id='p1-outcomes']//tbody/tr")) == len(pair.outcomes)
    assert len(page.find("//*[@id='p1-promises']//details//tbody/tr")) == len(pair.promises)
    places = {element.get("id") for element in page.find("//*[@id]")}
    links = page.find("//*[@id='p1-targets' or @id='p1-outcomes' or @id='p1-promises']//tbody//a")
    assert links
    assert {link.get("href").removeprefix("#") for link in links} <= places


def test_counts_by_section_add_up_to_the_whole(sample, shown):
    rows = shown(sample).find("//*[@id='p1-promises']/div//tbody/tr")
    counts = [[int(cell) for cell in row.xpath("./td[@class='n']/text()")] for row in rows]
    assert sum(row[0] for row in counts) == len(sample.pairs[0].promises)
    assert all(promised == answered + silent for promised, answered, _, silent in counts)


def test_silence_is_never_told_as_undone_and_doubts_are_questions(sample, shown):
    page = shown(sample)
    assert "不等于没有做" in page.text("p1-promises")
    assert "214" in page.text("p1-doubts")
    assert "？" in page.text("p1-doubts")


def test_what_was_not_compared_has_no_table(comparison, shown):
    page = shown(comparison)
    assert not page.find("//*[@id='p1-targets' or @id='p1-promises']")
    assert undertaking_captions("zh").promises_short not in page.text("content").split()


@pytest.fixture(scope="module")
def with_older_years():
    """The last two years with all older ones as history: some of what those undertook is still open."""
    *older, earlier, later = read_sample()
    return compare_with_many([earlier], later, history=older)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_older_years_undertook_is_shown_and_leads_to_what_comes_nearest(
    with_older_years, shown, language
):
    page, told = shown(with_older_years, language), with_older_years.open_promises
    rows = page.find("//*[@id='p1-open-promises']//tbody/tr")
    assert len(rows) == len(told) > 0
    for row, promise in zip(rows, told, strict=True):
        year, text, _, nearest = row.xpath("./td")
        assert (page.words(year), page.words(text)) == (str(promise.year), promise.text)
        links = nearest.xpath(".//a")
        assert [page.quoted(link) for link in links] == ([promise.nearest_text] if promise.nearest else [])


def test_without_older_years_nothing_is_said_of_them(sample, shown):
    assert "p1-open-promises" not in shown(sample).places


def test_of_several_pairs_one_tells_what_older_years_undertook(shown):
    *older, earlier, middle, later = read_sample()
    page = shown(compare_with_many([earlier, middle], later, history=older))
    assert [name for name in page.places if name.endswith("-open-promises")] == ["p2-open-promises"]


def with_emphasis(comparison, low, high):
    """The comparison with one carried formulation that is used more, and all others as they were."""
    (pair,) = comparison.pairs
    carried = next(each for each in pair.phrases if each.status is PhraseStatus.CARRIED)
    used = replace(carried, emphasis=Emphasis(1.5, 4.25, 2.0, 2.1, 3.0, low, high, is_clear=True, parts=()))
    others = tuple(replace(each, emphasis=None) for each in pair.phrases if each is not carried)
    return replace(comparison, pairs=(replace(pair, phrases=(used, *others)),)), carried


@pytest.mark.parametrize(
    ("language", "heading", "interval"),
    [
        ("zh", "提得更多或更少的沿用提法", (1.2, 7.5)),
        ("en", "Carried on, but used more or less", (1.2, 7.5)),
        ("zh", "", (0.9, 7.5)),
    ],
)
def test_a_formulation_used_more_is_shown_with_its_figures(sample, shown, language, heading, interval):
    comparison, carried = with_emphasis(sample, *interval)
    page = shown(comparison, language)
    found = page.find("//*[@id='p1-phrases']//details[contains(., '[1.20, 7.50]')]")
    if not heading:
        assert found == [], "what chance may do is not told"
        return
    (box,) = found
    assert page.words(box.xpath("./summary")[0]) == heading
    ((text, before, after, expected, ratio),) = [row.xpath("./td") for row in box.xpath(".//tbody/tr")]
    assert page.words(text) == carried.text
    assert page.words(before) == f"{carried.earlier_count} (1.5)"
    assert page.words(after) == f"{carried.later_count} (4.2)"
    assert (page.words(expected), page.words(ratio)) == ("2.1", "3.00 [1.20, 7.50]")


def test_the_figures_of_a_formulation_lead_to_its_words_in_either_text(sample, opened):
    comparison, carried = with_emphasis(sample, 1.2, 7.5)
    page = opened(render_dashboard(comparison, "zh"))
    box = page.locator("#p1-phrases details", has_text="[1.20, 7.50]")
    for column, side in ((1, "e"), (2, "l")):
        box.evaluate("box => { box.open = true; }")
        link = box.locator("tbody td").nth(column).locator("a")
        assert link.get_attribute("href").startswith(f"#p1-{side}-")
        link.click()
        assert page.highlighted() == [carried.text]
