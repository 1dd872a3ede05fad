"""The page's tables of targets, outcomes and undertakings: every row is there and leads to its place."""

import pytest

from compare.comparison import compare_with_many
from reports.cli.sample import read_sample
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
