"""Which rows a panel has, on facts alone."""

import pytest

from corpora.listing import Listed
from corpora.manifest import Line
from corpora.model import TextKind
from reports.panel.model import Why
from reports.panel.plan import PanelSelection, plan_panel


def listed(place, year, kind=TextKind.FULL):
    name = f"{place}-{year}-{kind.value}"
    return Listed(f"{name}.txt", Line(), f"key of {name}", place, year, kind, text=f"text of {name}")


def planned(files, **selection):
    rows = plan_panel(files, PanelSelection(**selection)).rows
    return [(row.place, row.year, row.job and row.job.earlier.year, row.why_no_job) for row in rows]


def test_a_place_has_one_name_whatever_its_reports_call_it():
    assert planned([listed("山西", 2023), listed("山西省", 2024)], is_balanced=True) == [
        ("山西省", 2023, None, Why.NO_PREVIOUS_REPORT),
        ("山西省", 2024, 2023, None),
    ]


def test_of_two_texts_of_a_year_the_report_is_taken_and_compared():
    files = [listed("甲市", 2023), listed("甲市", 2024), listed("甲市", 2024, TextKind.DIGEST)]
    assert planned(files)[1:] == [("甲市", 2024, 2023, None)]
    (failure,) = plan_panel(files, PanelSelection()).failures
    assert (failure.stage, failure.file) == ("choosing", "甲市-2024-digest.txt")


def test_two_digests_can_be_compared_and_a_digest_with_a_report_cannot():
    full, digest = TextKind.FULL, TextKind.DIGEST
    for one, other, why in (
        (digest, digest, None),
        (full, digest, Why.KINDS_DIFFER),
        (digest, full, Why.KINDS_DIFFER),
    ):
        rows = planned([listed("甲市", 2023, one), listed("甲市", 2024, other)])
        assert rows[1] == ("甲市", 2024, None if why else 2023, why)


def test_what_is_compared_knows_the_place_s_older_reports_as_in_a_batch():
    files = [listed("甲市", year) for year in (2018, 2023, 2024)] + [listed("乙市", 2022)]
    rows = plan_panel(files, PanelSelection(years=frozenset({2024}))).rows
    assert [[each.year for each in row.job.history] for row in rows] == [[2018]]


@pytest.mark.parametrize("count", [1, 2, 5, 9])
def test_parts_share_nothing_and_are_the_whole(count):
    files = [listed(place, year) for place in ("甲市", "乙市") for year in (2020, 2021, 2023)]
    whole = plan_panel(files, PanelSelection(is_balanced=True)).rows
    parts = [
        plan_panel(files, PanelSelection(is_balanced=True, shard=(n + 1, count))).rows for n in range(count)
    ]
    assert sum(parts, ()) == whole
    assert len(whole) == 8
