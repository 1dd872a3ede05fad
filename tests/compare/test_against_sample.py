"""The comparison finds what the sample corpus was written to hold (corpora/data/answer-key.json)."""

import json
from importlib.resources import files

import pytest

from compare.comparison import compare_reports
from compare.matching import bare_form
from compare.model import Channel, PriorityStatus
from corpora.reading import read_work_report

DATA = files("corpora") / "data"
KEY = json.loads((DATA / "answer-key.json").read_text(encoding="utf-8"))
FILES = {entry["year"]: entry["file"] for entry in KEY["reports"]}
PAIRS = [(pair["earlier"], pair["later"]) for pair in KEY["pairs"]]
KEY_OF = {(pair["earlier"], pair["later"]): pair for pair in KEY["pairs"]}


@pytest.fixture(scope="module")
def compared():
    reports = {year: read_work_report(str(DATA / name)) for year, name in FILES.items()}
    return {pair: compare_reports(reports[pair[0]], reports[pair[1]]) for pair in PAIRS}


def headings(found):
    """Priorities as the key writes them: status, earlier headings, later headings."""
    rows = []
    for row in found.priorities:
        one = found.earlier.unit(row.earlier_unit).heading if row.earlier_unit else None
        other = found.later.unit(row.later_unit).heading if row.later_unit else None
        rows.append((row.status.value, bare_form(one or ""), bare_form(other or "")))
    return set(rows)


@pytest.mark.parametrize("pair", PAIRS)
def test_what_became_of_every_priority(compared, pair):
    told = headings(compared[pair])
    for entry in KEY_OF[pair]["priorities"]:
        if entry["debatable"]:
            continue
        for one in entry["earlier"] or [{"heading": ""}]:
            for other in entry["later"] or [{"heading": ""}]:
                expected = (entry["status"], bare_form(one["heading"]), bare_form(other["heading"]))
                assert expected in told


def test_demand_rises_from_third_to_first_and_the_others_are_only_displaced(compared):
    rows = {row.later_rank: row for row in compared[2024, 2025].priorities if row.later_rank}

    assert (rows[1].earlier_rank, rows[1].status) == (3, PriorityStatus.MOVED)
    assert [rows[rank].status for rank in (2, 3)] == [PriorityStatus.DISPLACED] * 2


def pairs_of(found):
    """All linked pairs of units as the beginnings of their text, and whether they moved."""
    return [
        (found.earlier.unit(one).text, found.later.unit(other).text, link.moved)
        for link in found.links
        for one in link.earlier
        for other in link.later
    ]


MEASURES = [entry for entry in KEY_OF[2024, 2025]["measures"]["links"] if not entry["debatable"]]


@pytest.mark.parametrize("entry", MEASURES, ids=lambda entry: entry["later"][0][:12])
def test_every_measure_finds_its_partner(compared, entry):
    linked = pairs_of(compared[2024, 2025])
    for one in entry["earlier"]:
        for other in entry["later"]:
            found = [row for row in linked if one in row[0] and other in row[1]]
            assert found
            if entry["moved"] is not None:
                assert found[0][2] is entry["moved"]


@pytest.mark.parametrize("side", ["new", "dropped"])
def test_measures_without_partner(compared, side):
    found = compared[2024, 2025]
    work_report, ids = (
        (found.later, found.new_units) if side == "new" else (found.earlier, found.dropped_units)
    )
    texts = [work_report.unit(unit_id).text for unit_id in ids]
    for quote in KEY_OF[2024, 2025]["measures"][side]:
        assert any(quote in text for text in texts)


NEGATIONS = [
    (pair, entry)
    for pair in PAIRS
    for entry in KEY_OF[pair]["wording"]
    if entry["kind"] == "negation_dropped"
]


@pytest.mark.parametrize(("pair", "entry"), NEGATIONS)
def test_a_negation_that_disappears_is_told(compared, pair, entry):
    found = compared[pair]
    told = [
        (found.earlier.quote(change.earlier_clause), found.later.quote(change.later_clause))
        for link in found.links
        for change in link.changes
        if change.channel is Channel.NEGATION
    ]

    assert any(
        bare_form(one) in bare_form(entry["earlier"]) or bare_form(entry["earlier"]) in bare_form(one)
        for one, _ in told
    )
