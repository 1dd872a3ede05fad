"""The long reports that growth is measured on. What it takes to compare them is measured by hand."""

import pytest

from compare import similarity, vectors
from compare.comparison import compare_reports
from compare.undertakings import promises
from corpora.model import Role
from scripts.growth import grown_report


@pytest.mark.parametrize("length", [3_000, 20_000])
def test_a_grown_report_has_its_length_and_all_parts(length):
    grown = grown_report(2025, length, 1)
    assert 0.9 * length < len(grown.text) < 1.2 * length
    assert {Role.REVIEW, Role.REQUIREMENTS, Role.PLAN} <= {unit.role for unit in grown.units}
    assert grown == grown_report(2025, length, 1)
    assert grown.text != grown_report(2025, length, 2).text


def test_what_is_compared_in_portions_is_compared_alike(monkeypatch):
    def compared():  # of new objects: what one report decides is remembered
        return compare_reports(grown_report(2024, 4_000, 1), grown_report(2025, 4_000, 2))

    whole = compared()
    for module in (similarity, promises, vectors):
        monkeypatch.setattr(module, "_AT_ONCE", 1_000)
    parts = compared()
    assert parts.links == whole.links
    assert parts.phrases == whole.phrases
    assert [each.answer for each in parts.promises] == [each.answer for each in whole.promises]
