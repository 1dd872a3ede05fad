"""A batch ends with the same tables whatever happened on the way, and tells all that is not in them."""

import errno
import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest
from msgspec.structs import replace

import reports.batch.work
from compare.comparison import compare_with_many
from corpora.cache import FOLDER
from corpora.errors import UsageError
from reports.batch.choices import BatchFormat, Pairs
from reports.batch.engine import InProcess, Processes
from reports.batch.plan import Selection
from reports.batch.run import run_batch
from reports.batch.work import Rooms
from reports.batch.write import Style, write_results
from reports.cli.sample import read_sample

STYLE = Style(BatchFormat.PARQUET, None, "zh", "small")


class Bench:
    """Runs batches of one corpus into folders beside it."""

    def __init__(self, folder, corpus, watcher, results):
        self.folder, self.corpus, self.watcher, self._results = folder, corpus, watcher, results

    def run(self, out="out", *, engine=None, selection=None, style=STYLE):
        rooms = Rooms(self.corpus, self.folder / out)
        rooms.out.mkdir(exist_ok=True)
        with engine or InProcess() as working:
            batch = run_batch(rooms, selection or Selection(), working, self.watcher)
            write_results(rooms, batch, style, self.watcher)
        return batch

    def results(self, out="out"):
        return self._results(self.folder / out)

    def table(self, name, out="out"):
        return pl.read_parquet(self.folder / out / f"{name}.parquet")


@pytest.fixture
def bench(tmp_path, small, watcher, results):
    reports.batch.work.recall.cache_clear()
    return Bench(tmp_path, small, watcher, results)


@pytest.fixture
def large(tmp_path, corpus, watcher, results):
    reports.batch.work.recall.cache_clear()
    return Bench(tmp_path, corpus, watcher, results)


@pytest.fixture
def whole(bench):
    """What an undisturbed run of the small corpus gives."""
    bench.run("whole")
    return bench.results("whole")


def test_every_pair_is_in_every_table(large):
    batch = large.run()
    pairs = large.table("pairs")

    assert pairs.select("later_place", "earlier_year", "later_year").rows() == [
        ("永安市", 2024, 2025),
        ("澜川市", 2020, 2021),
        ("澜川市", 2021, 2022),
        ("澜川市", 2022, 2024),
        ("澜川市", 2024, 2025),
    ]
    for name in ("links", "findings", "phrases", "targets", "promises", "priorities"):
        found = large.table(name)
        assert set(found["pair"]) <= set(pairs["pair"])
        counted = dict(found.group_by("pair").len().rows())
        if name in pairs.columns:
            assert counted == {pair: count for pair, count in pairs.select("pair", name).rows() if count}
    assert large.table("failures").select("stage", "file").rows() == [("reading", "recipe.txt")]
    assert (batch.fresh, batch.failed, batch.faults) == (5, frozenset(), ())
    assert large.watcher.stages == {"reading": [8, 8, 1], "comparing": [5, 5, 0], "writing": [5, 5, 0]}


def test_what_older_years_left_open_is_a_table_and_belongs_to_its_pair(large):
    large.run()
    found = large.table("open_promises")
    *older, earlier, later = read_sample()
    told = compare_with_many([earlier], later, history=older).open_promises
    (pair,) = (
        row["pair"]
        for row in large.table("pairs").rows(named=True)
        if (row["later_place"], row["later_year"]) == ("澜川市", 2025)
    )
    of_pair = found.filter(pl.col("pair") == pair)
    assert of_pair.select("promise_year", "promise_text").rows() == [(each.year, each.text) for each in told]
    assert told
    assert not found.filter(pl.col("later_place") == "永安市").height, "it has no older years"


def test_a_pair_is_told_as_compare_tells_it(bench):
    """The batch has the history of the corpus, as `crossyear compare --corpus` has."""
    from corpora.store import read_corpus
    from reports.batch.work import pair_tables
    from reports.rows.summary import summarize
    from reports.tables.catalogue import columns, rows

    bench.run()
    found = read_corpus(bench.corpus)
    earlier, later = found.named("澜川:2024"), found.named("澜川:2025")
    (pair,) = compare_with_many([earlier], later, history=found.before(later)).pairs
    for each in pair_tables():
        if each.name == "pairs":
            continue  # pairs has the names of the files, which the corpus tells without its folder
        told = bench.table(each.name).filter(pl.col("later_year") == 2025)
        assert told.rows() == list(rows(each, summarize(pair))), each.name
        assert told.columns == [column.name for column in columns(each)]


def test_the_tables_are_the_same_on_several_processes_and_wherever_the_corpus_lies(bench, whole, monkeypatch):
    bench.run("two", engine=Processes(2))
    assert bench.results("two") == whole

    (bench.folder / "elsewhere").mkdir()
    bench.corpus.rename(bench.folder / "elsewhere" / "small")
    monkeypatch.chdir(bench.folder / "elsewhere")
    bench.corpus, bench.folder = Path("small"), Path()
    bench.run()
    assert bench.results() == whole


def test_a_second_run_compares_nothing(bench, whole, monkeypatch):
    def never(*_):
        raise AssertionError

    monkeypatch.setattr(reports.batch.work, "compare_job", never)
    batch = bench.run("whole")

    assert batch.fresh == 0
    assert bench.watcher.stages["comparing"] == [0, 0, 0]
    assert bench.results("whole") == whole


def test_only_what_a_new_file_touches_is_compared_again(bench, whole):
    text = (bench.corpus / "lanchuan-2025.txt").read_text(encoding="utf-8")
    (bench.corpus / "lanchuan-2026.txt").write_text(text.replace("2025", "2026"), encoding="utf-8")
    assert bench.run("whole").fresh == 1
    assert bench.table("pairs", "whole").height == 3
    (bench.corpus / "lanchuan-2026.txt").unlink()
    assert bench.run("whole").fresh == 0
    assert bench.results("whole") == whole


def test_shards_together_are_the_whole(large):
    large.run("whole")
    for number in (1, 2, 3):
        style, part = replace(STYLE, shard=(number, 3)), Selection(shard=(number, 3))
        large.run("parts", selection=part, style=style)

    for name in ("pairs", "links", "findings"):
        parts = [large.table(f"{name}-{number}-of-3", "parts") for number in (1, 2, 3)]
        assert pl.concat(parts).equals(large.table(name, "whole"))
    assert large.run("parts").fresh == 0
    assert large.table("links", "parts").equals(large.table("links", "whole"))


def test_a_large_batch_is_several_files(large, monkeypatch):
    large.run()
    whole = large.results()
    monkeypatch.setattr(reports.batch.write, "PAIRS_IN_A_FILE", 2)
    large.run()

    names = [f"links-{number:04}" for number in (1, 2, 3)]
    assert sorted(path.stem for path in (large.folder / "out").glob("links*")) == names
    one = pl.read_parquet(io.BytesIO(whole["links.parquet"]))
    assert pl.concat(map(large.table, names)).equals(one)
    monkeypatch.undo()
    large.run()
    assert large.results() == whole


def test_files_of_the_users_in_the_folder_stay(bench, whole):
    own = bench.folder / "whole"
    for name in ("notes.txt", "links.csv"):
        (own / name).write_text("mine", encoding="utf-8")
    bench.run("whole")

    assert bench.results("whole") == whole | {"notes.txt": b"mine", "links.csv": b"mine"}


# -- what goes wrong on the way ----------------------------------------------------------------------------


def test_a_fault_in_one_pair_is_told_and_stops_nothing(bench, whole, monkeypatch):
    compare = reports.batch.work.compare_job

    def faulty(rooms, job):
        if job.later.year == 2024:
            raise ZeroDivisionError("of nothing")
        return compare(rooms, job)

    monkeypatch.setattr(reports.batch.work, "compare_job", faulty)
    batch = bench.run()

    assert bench.table("failures").select("stage", "file", "other_file", "year").rows() == [
        ("comparing", "lanchuan-2024.txt", "lanchuan-2022.txt", 2024)
    ]
    assert "ZeroDivisionError: of nothing" in bench.table("failures")["problem"][0]
    assert "ZeroDivisionError" in batch.faults[0]
    assert bench.table("pairs").height == 1
    monkeypatch.undo()
    assert bench.run().fresh == 1
    assert bench.results() == whole


def test_a_file_that_changes_under_way_is_told(bench, monkeypatch):
    run_jobs = reports.batch.run.run_jobs

    def change_first(rooms, jobs):
        text = (bench.corpus / "lanchuan-2025.txt").read_text(encoding="utf-8")
        (bench.corpus / "lanchuan-2025.txt").write_text(text.replace("5.5%", "9.9%"), encoding="utf-8")
        return run_jobs(rooms, jobs)

    monkeypatch.setattr(reports.batch.run, "run_jobs", change_first)
    bench.run()
    monkeypatch.undo()

    assert bench.table("failures").select("file", "problem").rows() == [
        ("lanchuan-2025.txt", "lanchuan-2025.txt: changed under way")
    ]
    assert bench.run().failures == ()
    assert bench.table("pairs").height == 2


@pytest.mark.parametrize(
    "damage", [lambda _: b"", lambda content: content[:-9], lambda content: content[::-1]]
)
def test_damaged_results_are_made_anew(damage, bench, whole):
    kept = {
        path: path.read_bytes()
        for path in (bench.folder / "whole" / FOLDER).rglob("pairs/*/*")
        if path.is_file()
    }
    assert len(kept) == 2
    for path, content in kept.items():
        path.write_bytes(damage(content))
    bench.run("whole")

    assert bench.results("whole") == whole
    assert {path: path.read_bytes() for path in kept} == kept


def test_a_disk_that_is_full_is_told_and_the_next_run_goes_on(bench, whole, monkeypatch):
    finished, place = [], Path.replace

    def full(self, target):
        if "pairs" in self.parts and finished:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        finished.extend(["one"] if "pairs" in self.parts else [])
        return place(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UsageError, match="No space left"):
        bench.run()
    assert bench.results() == {}
    monkeypatch.undo()
    assert bench.run().fresh == 1
    assert bench.results() == whole


COMMAND = "import sys; from reports.cli.main import run; sys.exit(run(sys.argv[1:]))"


def started(corpus, out, *more):
    root = Path(__file__).resolve().parents[3]
    command = [sys.executable, "-c", COMMAND, "batch", str(corpus), "-o", str(out), *more]
    environment = os.environ | {"PYTHONPATH": str(root), "OPENBLAS_NUM_THREADS": "1"}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_killed_at_any_moment_and_resumed(bench, whole):
    """Moments from the first import to the last file; what a run finished the next does not do again."""
    out = bench.folder / "out"
    with started(bench.corpus, bench.folder / "once") as process:
        began = time.monotonic()
        assert process.wait(timeout=300) == 0
        longest = time.monotonic() - began
    for part in (0.2, 0.35, 0.5, 0.65, 0.8, 0.95):
        with started(bench.corpus, out, "--workers", "2") as process:
            time.sleep(part * longest)
            process.send_signal(signal.SIGKILL)
    with started(bench.corpus, out, "--workers", "2") as process:
        assert process.wait(timeout=300) == 0, process.stderr.read()

    assert bench.results() == bench.results("once") == whole


def test_two_at_once(bench, whole):
    out = bench.folder / "out"
    with (
        started(bench.corpus, out, "--workers", "2") as one,
        started(bench.corpus, out, "--workers", "2") as other,
    ):
        codes = [one.wait(timeout=300), other.wait(timeout=300)]

    assert codes == [0, 0]
    assert bench.results() == whole


def test_all_with_all(bench):
    bench.run(selection=Selection(Pairs.ALL))

    assert bench.table("pairs").select("earlier_year", "later_year").rows() == [
        (2022, 2024),
        (2022, 2025),
        (2024, 2025),
    ]
