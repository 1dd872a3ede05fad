"""One is told in the singular, everything else in the plural."""

import pytest

from reports.dashboard.bilingual import Worded
from reports.words.counts import Count, filled

TEMPLATE = "{reports} {reports:report|reports} of {places} {places:place|places}"


@pytest.mark.parametrize(
    ("reports", "places", "told"),
    [
        (1, 1, "1 report of 1 place"),
        (2, 1, "2 reports of 1 place"),
        (0, 0, "0 reports of 0 places"),
        (11, 21, "11 reports of 21 places"),
    ],
)
def test_a_noun_goes_with_its_count(reports, places, told):
    assert filled(TEMPLATE, reports=reports, places=places) == told
    assert Worded("{reports}", TEMPLATE).format(reports=reports, places=places).other == told


@pytest.mark.parametrize(
    ("value", "told"), [("1", "1 time"), ("3", "3 times"), ("", "0 times"), ("x", "0 times")]
)
def test_a_count_may_come_as_text(value, told):
    assert f"{Count.of(value)} {Count.of(value):time|times}" == told


def test_a_number_keeps_its_format_and_text_is_left_alone():
    assert filled("{count:,} {name}", count=12345, name="x") == "12,345 x"
