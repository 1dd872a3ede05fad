"""A panel ends with the same tables whatever happened on the way, and tells all that is not in them."""

import polars as pl
import pytest

import reports.batch.work
import reports.panel.work
from corpora.cache import FOLDER
from corpora.errors import UsageError
from reports.batch.engine import InProcess, Processes
from reports.batch.plan import Selection
from reports.batch.run import run_batch
from reports.batch.work import Rooms
from reports.panel.plan import PanelSelection
from reports.panel.tables import PANEL_TABLES

ALL = {"reading": 8, "measuring": 7, "comparing": 3, "writing": 7}


def test_the_second_run_does_nothing_and_ends_with_the_same_files(bench):
    first = bench.run()
    assert (bench.watcher, first.fresh, first.failed) == (ALL, 10, frozenset())
    files = bench.results()
    assert bench.run().fresh == 0
    assert bench.watcher == ALL | {"measuring": 0, "comparing": 0}
    assert bench.results() == files


def test_processes_give_what_one_gives(bench):
    bench.run("one")
    bench.run("two", engine=Processes(2))
    assert bench.results("one") == bench.results("two")


def forbidden(*_):
    raise AssertionError("it is there already")


def test_pairs_that_a_batch_compared_are_taken(bench, monkeypatch):
    bench.run("alone")
    rooms = Rooms(bench.corpus, bench.folder / "out")
    rooms.out.mkdir()
    with InProcess() as engine:
        run_batch(rooms, Selection(), engine, bench.watcher)
    monkeypatch.setattr(reports.batch.work, "compare_job", forbidden)
    assert bench.run().failed == frozenset()
    assert bench.results() == bench.results("alone")


def test_pairs_that_a_panel_compared_are_taken_by_a_batch(bench, monkeypatch):
    bench.run(selection=PanelSelection(years=frozenset({2025}), places=("澜川",)))
    monkeypatch.setattr(reports.batch.work, "compare_job", forbidden)
    with InProcess() as engine:
        selection = Selection(places=("澜川",), years=frozenset({2024, 2025}))
        batch = run_batch(Rooms(bench.corpus, bench.folder / "out"), selection, engine, bench.watcher)
    assert (len(batch.plan.jobs), batch.fresh, batch.failures[1:]) == (1, 0, ())


def test_what_is_damaged_is_made_anew(bench):
    bench.run()
    files = bench.results()
    kept = [
        path
        for path in (bench.folder / "out" / FOLDER).rglob("*")
        if path.is_file() and path.parent.parent.name in {"pairs", "measures", "changes"}
    ]
    assert len(kept) == 3 + 7 + 3
    for path in kept:
        path.write_bytes(path.read_bytes()[:-9])
    bench.run()
    assert bench.results() == files


def test_a_pair_that_cannot_be_compared_is_told_and_stops_nothing(bench, monkeypatch):
    compare = reports.batch.work.compare_job

    def faulty(rooms, job):
        if job.later.year == 2021:
            raise ZeroDivisionError("of nothing")
        return compare(rooms, job)

    monkeypatch.setattr(reports.batch.work, "compare_job", faulty)
    panel = bench.run()
    table = bench.table("panel").filter(pl.col("place") == "澜川市")

    assert len(panel.faults) == 1
    assert table.select("year", "why_change").rows()[1:3] == [(2021, "not_compared"), (2022, None)]
    assert table["chars"].null_count() == 0
    told = bench.table("panel_failures").filter(pl.col("stage") == "comparing")
    assert told.select("file", "other_file", "year").rows() == [
        ("lanchuan-2021.txt", "lanchuan-2020.txt", 2021)
    ]
    monkeypatch.undo()
    assert bench.run().fresh == 1
    assert bench.table("panel")["why_change"].to_list().count("not_compared") == 0


def test_a_report_that_cannot_be_measured_is_told_and_stops_nothing(bench, monkeypatch):
    measure = reports.panel.work.measured

    def faulty(rooms, reading):
        if reading.listed.file == "yongan-2024.txt":
            raise ZeroDivisionError("of nothing")
        return measure(rooms, reading)

    monkeypatch.setattr(reports.panel.work, "measured", faulty)
    bench.run(selection=PanelSelection(places=("永安",)))

    assert bench.table("panel").select("year", "has_report", "chars", "why_report").row(0) == (
        *(2024, 1, None, "not_measured"),
    )
    assert bench.table("panel_targets").select("gdp_pct", "gdp_pct_why").row(0) == (None, "not_measured")
    assert bench.table("panel")["chars"].null_count() == 1
    assert bench.table("panel_failures")["stage"].to_list() == ["reading", "measuring"]


def test_the_parts_together_are_the_whole(bench):
    bench.run("whole")
    parts = []
    for number in (1, 2, 3):
        bench.run("parts", selection=PanelSelection(shard=(number, 3)))
        parts.append(pl.read_parquet(bench.folder / "parts" / f"panel-{number}-of-3.parquet"))
    assert pl.concat(parts).equals(bench.table("panel", "whole"))
    assert sorted(part.height for part in parts) == [2, 2, 3]


def test_the_first_year_that_is_asked_for_is_compared_with_the_year_before_it(bench):
    bench.run(selection=PanelSelection(places=("澜川",), years=frozenset({2025})))
    told = bench.table("panel")
    assert told.select("year", "why_change").rows() == [(2025, None)]
    assert told["share_new"].null_count() == 0


def test_a_balanced_panel_goes_over_the_years_that_are_asked_for(bench):
    years = frozenset({2019, 2023, 2024})
    bench.run(selection=PanelSelection(years=years, is_balanced=True))
    told = bench.table("panel").select("place", "year", "has_report").rows()
    assert told == [
        (place, year, int(year == 2024)) for place in ("永安市", "澜川市") for year in sorted(years)
    ]


def test_an_unbalanced_panel_has_rows_for_reports_only(bench):
    bench.run()
    assert bench.table("panel")["has_report"].to_list() == [1] * 7
    assert set(bench.table("panel_targets_long")["why"]) == {None, "in_words"}


@pytest.mark.parametrize(
    ("selection", "message"),
    [
        (PanelSelection(places=("山东",)), "there is no report of this place"),
        (
            PanelSelection(years=frozenset({1990, 1991})),
            "--years 1990-1991: there is no report of these years",
        ),
    ],
)
def test_what_is_not_there_is_told_with_what_is_near(selection, message, bench):
    with pytest.raises(UsageError, match=message):
        bench.run(selection=selection)


def test_a_part_without_a_single_row_gives_empty_tables(bench):
    bench.run(selection=PanelSelection(places=("永安",), is_balanced=True, shard=(1, 9)))
    heights = [bench.table(f"{table.name}-1-of-9").height for table in PANEL_TABLES]
    assert heights == [0, 0, 0, 0]
