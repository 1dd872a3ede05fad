"""Figures on real reports, scored by ../shared/eval/score.py; skipped where that folder is missing."""

import importlib.util
import json
from pathlib import Path

import pytest

from compare.comparison import compare_reports, compare_with_many
from compare.evaluation.judged import judged_figures
from compare.model import PriorityStatus
from corpora.model import Level
from corpora.reading import read_work_report
from reports.documents.comparison import comparison_document, outline_document
from reports.evaluation.gold_files import read_gold

JUDGED = Path(__file__).resolve().parent.parent / "evaluation" / "judged"


@pytest.fixture(scope="module")
def score(shared):
    spec = importlib.util.spec_from_file_location("score", shared / "eval" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def national(shared):
    """Reads a report of the State Council, each year once."""
    read = {}

    def report(year):
        if year not in read:
            read[year] = read_work_report(shared / "corpus" / "national" / f"{year}.txt")
        return read[year]

    return report


def gold(shared, name):
    return json.loads((shared / "gold" / f"{name}.json").read_text(encoding="utf-8"))


FLOORS = {(2024, 2025): (1.0, 0.96), (2016, 2017): (0.98, 0.96)}  # F1 of sections and of measures


@pytest.mark.parametrize("years", FLOORS)
def test_alignment(shared, score, national, years):
    found = comparison_document(compare_with_many([national(years[0])], national(years[1])))
    figures = score.alignment(gold(shared, f"alignment-{years[0]}_{years[1]}"), found)

    assert figures["section"]["f1"] >= FLOORS[years][0]
    assert figures["measure"]["f1"] >= FLOORS[years][1]
    for side in ("outline_old", "outline_new"):
        assert figures[side]["role_right"] >= 0.95
        assert figures[side]["starts_right"] >= 0.97


def test_the_digest_of_a_city(shared, score):
    work_report = read_work_report(shared / "corpus" / "yuncheng" / "2025-digest.txt")
    figures = score.outline(gold(shared, "outline-yuncheng-2025"), outline_document(work_report))

    assert set(figures.values()) == {1.0}


def test_domestic_demand_rises_and_what_it_passes_is_only_displaced(national):
    rows = {row.later_rank: row for row in compare_reports(national(2024), national(2025)).priorities}

    assert (rows[1].earlier_rank, rows[1].status) == (3, PriorityStatus.MOVED)
    assert [rows[rank].status for rank in (2, 3)] == [PriorityStatus.DISPLACED] * 2
    assert PriorityStatus.MOVED not in {rows[rank].status for rank in range(2, 11)}


def test_the_overview_names_a_given_year_for_each_measure_or_none(national):
    later = national(2025)
    overview = compare_with_many([national(2023), national(2024)], later).overview

    assert {first.unit for first in overview.measures} == {
        unit.id
        for unit in later.units
        if unit.level is Level.MEASURE and unit.role not in {"frame", "appendix"}
    }
    assert {first.first_year for first in overview.measures} == {2023, 2024, None}


@pytest.mark.parametrize("earlier", ["provinces/2025年山西省政府工作报告.docx", "national/2025.txt"])
def test_a_digest_against_a_full_report(shared, earlier):
    digest = read_work_report(shared / "corpus" / "yuncheng" / "2025-digest.txt")
    found = compare_reports(read_work_report(shared / "corpus" / earlier), digest)

    partners = {row.later_unit for row in found.priorities if row.earlier_unit and row.later_unit}
    assert len(partners) == 7  # every task of the city has one above it
    assert found.new_units  # what has no partner is said, with what comes nearest
    assert {near.unit for near in found.nearest if near.side == "later"} >= {
        unit for unit in found.new_units if digest.unit(unit).level is Level.MEASURE
    }


@pytest.mark.parametrize("file", sorted(JUDGED.glob("judged-*.json")), ids=lambda path: path.stem)
def test_what_is_listed_was_judged_right_by_a_reader(national, file):
    earlier, later = map(int, file.stem.removeprefix("judged-").split("_"))
    standard = next(each for each in read_gold(JUDGED, "全国").files if each.name == file.stem).gold
    figures = judged_figures(standard, compare_reports(national(earlier), national(later)))

    assert figures["aims"].value >= 0.95
    assert all(figures[name].value >= 0.8 for name in ("new_named", "dropped_named") if name in figures)
    assert (
        figures["judged"].value >= 0.8
    )  # else the judgements say little: scripts/judged.py lists what lacks
