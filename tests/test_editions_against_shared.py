"""Editions of real reports: the same text in other formats, and edits planted; skipped without ../shared."""

from itertools import pairwise

import pytest

from compare.editions.comparison import LEAST_IN_COMMON, compare_editions, words_in_common
from compare.editions.model import Extent
from corpora.reading import read_work_report
from scripts.planted_editions import check_planted

CONVERTED = (
    *("2025年云南省政府工作报告.pdf", "2025年北京市政府工作报告.pdf", "2025年山西省政府工作报告.doc"),
    *("2025年山西省政府工作报告.html", "2025年山西省政府工作报告.pdf", "2025年广东省政府工作报告.pdf"),
)


@pytest.mark.parametrize("name", CONVERTED)
def test_a_report_in_another_format_has_the_same_words(shared, name):
    corpus = shared / "corpus"
    original = next((corpus / "provinces").glob(name.rpartition(".")[0] + ".docx"))
    comparison = compare_editions(read_work_report(original), read_work_report(corpus / "converted" / name))
    # where a line of the page ends a PDF may lack its comma: at most that, and told as a mark
    assert {each.extent for each in comparison.revisions} <= {Extent.PUNCTUATION}
    assert len(comparison.revisions) <= name.endswith(".pdf")


@pytest.mark.parametrize("year", [1999, 2006, 2012, 2019, 2025])
def test_edits_planted_into_real_reports_are_told_once_each(shared, year):
    for seed in range(3):
        told = check_planted(shared / "corpus" / "national" / f"{year}.txt", seed)
        assert told.planted >= 12
        assert (told.missing, told.more) == ((), ())


def test_reports_of_neighbouring_years_are_no_editions(shared):
    paths = sorted((shared / "corpus" / "national").glob("*.txt"))
    reports = [read_work_report(path) for path in paths[-6:]]
    for one, other in pairwise(reports):
        assert words_in_common(one, other) < LEAST_IN_COMMON / 3
