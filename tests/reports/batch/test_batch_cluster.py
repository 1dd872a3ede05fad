"""A real scheduler and real workers, one of them killed on the way: the same tables as without."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import reports.batch.work
from corpora.cache import FOLDER
from corpora.errors import UsageError
from reports.batch.cluster import Cluster
from reports.batch.engine import InProcess
from reports.batch.plan import Selection
from reports.batch.run import run_batch
from reports.batch.work import Rooms
from reports.batch.write import Style, write_results

pytest.importorskip("distributed", reason="needs dask.distributed, from `pip install 'crossyear[cluster]'`")

ROOT = Path(__file__).resolve().parents[3]
SCHEDULER = "from distributed.cli.dask_scheduler import main; main()"
WORKER = "from distributed.cli.dask_worker import main; main()"


def started(code, *arguments):
    environment = os.environ | {"PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def waited_for(found, what):
    end = time.monotonic() + 120
    while not (value := found()):
        assert time.monotonic() < end, what
        time.sleep(0.05)
    return value


@pytest.fixture
def scheduler(tmp_path):
    """The address of a scheduler with two workers, and the workers."""
    file = tmp_path / "scheduler.json"
    processes = [started(SCHEDULER, "--port", 0, "--no-dashboard", "--scheduler-file", file)]
    try:
        waited_for(lambda: file.is_file() and file.stat().st_size, "the scheduler does not begin")
        for _ in range(2):
            more = ("--nthreads", 1, "--no-dashboard", "--no-nanny", "--local-directory", tmp_path / "spill")
            processes.append(started(WORKER, "--scheduler-file", file, *more))
        from distributed import Client

        with Client(scheduler_file=str(file)) as client:
            client.wait_for_workers(2, timeout=120)
            address = client.scheduler.address
        yield address, processes[1:]
    finally:
        for process in reversed(processes):
            process.kill()
            process.wait()


def run(corpus, out, engine, watcher):
    out.mkdir()
    rooms = Rooms(corpus, out)
    with engine as working:
        batch = run_batch(rooms, Selection(), working, watcher)
        write_results(rooms, batch, Style(reports.batch.write.BatchFormat.PARQUET, None, "zh", "x"), watcher)
    return batch


def test_a_worker_killed_on_the_way_costs_nothing(scheduler, corpus, tmp_path, watcher, results):
    address, workers = scheduler
    run(corpus, tmp_path / "alone", InProcess(), watcher)
    killed = []

    def kill_one(count, _):
        if watcher.now == "comparing" and not killed:
            workers[0].send_signal(signal.SIGKILL)
            killed.append(count)

    watcher.step = kill_one
    batch = run(corpus, tmp_path / "cluster", Cluster(address), watcher)

    assert killed
    assert workers[0].wait(timeout=60) == -signal.SIGKILL
    assert (batch.fresh, batch.faults) == (5, ())
    assert results(tmp_path / "cluster") == results(tmp_path / "alone")


def test_what_is_sent_holds_no_text(corpus, tmp_path, watcher):
    """Names and keys: a job of five reports is shorter than a paragraph of one."""
    import pickle

    from reports.batch.plan import plan_pairs
    from reports.batch.run import list_corpus

    listed = list_corpus(Rooms(corpus, tmp_path), InProcess(), watcher)
    jobs = plan_pairs(listed, Selection()).jobs
    assert max(len(pickle.dumps(job)) for job in jobs) < 2500
    assert "经济" not in repr(jobs)


def test_a_cluster_of_its_own(small, tmp_path, watcher, results):
    run(small, tmp_path / "alone", InProcess(), watcher)
    run(small, tmp_path / "local", Cluster("local", 1), watcher)

    assert results(tmp_path / "local") == results(tmp_path / "alone")
    assert (tmp_path / "local" / FOLDER).is_dir()


def test_workers_with_other_code_are_refused(monkeypatch):
    version = reports.batch.cluster.code_version
    told = iter(["another", version(), version()])
    monkeypatch.setattr(reports.batch.cluster, "code_version", lambda _: next(told))

    class Client:
        def run(self, function, code):
            return {"tcp://worker:1": function(code)}

    with pytest.raises(UsageError, match=r"tcp://worker:1 runs another crossyear"):
        Cluster("tcp://scheduler:1").check_versions(Client())


def test_without_the_library_it_is_told_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"needs dask\.distributed") as caught, Cluster("local"):
        pass
    assert "crossyear[cluster]" in caught.value.hint
