"""Work on many processes: every task once, whatever dies; and nothing of it outlives its parent."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from reports.batch.engine import InProcess, Processes, cores


def square(number):
    return number * number


def die_of(victims, number):
    """A task that takes its process with it: always, or the first time."""
    for marker, always in victims.get(number, ()):
        path = Path(marker)
        if always or not path.exists():
            path.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return number * number


@pytest.mark.parametrize("engine", [InProcess(), Processes(1), Processes(2)], ids=["none", "one", "two"])
def test_every_task_comes_back_once(engine):
    with engine:
        assert sorted(engine.run(square, range(40))) == [(number, number * number) for number in range(40)]
        assert list(engine.run(square, ())) == []
        assert list(engine.run(square, [7])) == [(7, 49)]


@pytest.mark.parametrize("always", [False, True])
def test_a_process_that_dies_costs_at_most_its_own_task(always, tmp_path):
    victims = {3: [(str(tmp_path / "three"), always)], 11: [(str(tmp_path / "eleven"), False)]}
    with Processes(2) as engine:
        found = dict(engine.run(partial(die_of, victims), range(20)))

    assert found == {number: None if always and number == 3 else number * number for number in range(20)}


def fail(number):
    raise ValueError(number)


def test_a_fault_is_not_swallowed():
    with Processes(2) as engine, pytest.raises(ValueError, match="5"):
        list(engine.run(fail, [5]))


def test_there_is_a_core():
    assert 1 <= cores() <= (os.cpu_count() or 1)


PARENT = """
import sys, time
from reports.batch.engine import Processes
sys.path.insert(0, {folder!r})
from slow_tasks import sleep
if __name__ == "__main__":
    with Processes(2) as engine:
        list(engine.run(sleep, range(2)))
"""
TASKS = """
import os, time
from pathlib import Path
def sleep(number):
    (Path({folder!r}) / f"pid-{{number}}").write_text(str(os.getpid()))
    time.sleep(600)
"""


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_no_process_outlives_its_parent(sign, tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(PARENT.format(folder=str(tmp_path)), encoding="utf-8")
    (tmp_path / "slow_tasks.py").write_text(TASKS.format(folder=str(tmp_path)), encoding="utf-8")
    root = Path(__file__).resolve().parents[3]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(root), str(tmp_path)])}
    with subprocess.Popen([sys.executable, script], env=environment, stderr=subprocess.DEVNULL) as parent:
        workers = [pid_in(tmp_path / f"pid-{number}") for number in range(2)]
        parent.send_signal(sign)
        parent.wait(timeout=60)
    end = time.monotonic() + 60
    while any(is_running(pid) for pid in workers):
        assert time.monotonic() < end, "a worker lives on"
        time.sleep(0.05)


def pid_in(path):
    end = time.monotonic() + 60
    while not (path.exists() and path.read_text(encoding="utf-8")):
        assert time.monotonic() < end, "a worker does not begin"
        time.sleep(0.05)
    return int(path.read_text(encoding="utf-8"))


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not (stat.exists() and stat.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z")


@pytest.mark.parametrize(
    ("error", "is_told"), [(OSError("handle is closed"), False), (OSError(24, "full"), True)]
)
def test_a_pool_that_dies_while_it_is_given_a_task_is_replaced(error, is_told, monkeypatch):
    failures = [error]
    submit = ProcessPoolExecutor.submit

    def submit_or_fail(pool, *task):
        if failures:
            raise failures.pop()
        return submit(pool, *task)

    monkeypatch.setattr(ProcessPoolExecutor, "submit", submit_or_fail)
    with Processes(2) as engine:
        if is_told:
            with pytest.raises(OSError, match="full"):
                dict(engine.run(abs, range(4)))
        else:
            assert dict(engine.run(abs, range(4))) == {number: number for number in range(4)}
