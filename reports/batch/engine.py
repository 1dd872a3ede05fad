"""Where the work of a batch is done: in this process, on all cores, or on the workers of a cluster."""

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection
from types import TracebackType
from typing import Protocol, Self, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

_AHEAD = 4  # tasks per worker that wait in its queue


class Engine(Protocol):
    """Runs a function on many tasks, in any order. It is used inside a `with` block."""

    @property
    def workers(self) -> int:
        """How many tasks are done at once."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def run(
        self, function: Callable[[Task], Result], tasks: Iterable[Task]
    ) -> Iterator[tuple[Task, Result | None]]:
        """Each task with its result as it comes; None where it took two workers with it that had no other."""
        ...


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class InProcess:
    """One task after the other, in this process."""

    workers = 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """There is nothing to end."""

    def run(
        self, function: Callable[[Task], Result], tasks: Iterable[Task]
    ) -> Iterator[tuple[Task, Result | None]]:
        """Each task with its result."""
        for task in tasks:
            yield task, function(task)


class Processes:
    """Processes of this machine. One that dies is replaced; what it was at is tried again, alone."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes: at once when something went wrong or was interrupted."""
        self._end(at_once=kind is not None)

    def run(
        self, function: Callable[[Task], Result], tasks: Iterable[Task]
    ) -> Iterator[tuple[Task, Result | None]]:
        """Each task with its result as it comes."""
        waiting: deque[Task] = deque(tasks)
        suspects: deque[Task] = deque()
        running: dict[Future[Result], Task] = {}
        while waiting or suspects or running:
            # After a crash nobody knows which task it was: each that ran is tried with nothing beside it.
            if suspects:
                yield self._alone(function, suspects.popleft())
                continue
            try:
                while waiting and len(running) < self.workers * _AHEAD:
                    running[self._submitted(function, waiting[0])] = waiting[0]
                    waiting.popleft()
                yield from self._finished(running)
            except BrokenProcessPool:
                suspects.extend(running.values())
                running.clear()
                self._end(at_once=True)

    def _finished(self, running: dict[Future[Result], Task]) -> Iterator[tuple[Task, Result | None]]:
        """The tasks that are done, at least one.

        Raises:
            BrokenProcessPool: a process died; what is still in `running` may be lost.
        """
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        broken = next((each for each in done if isinstance(each.exception(), BrokenProcessPool)), None)
        for future in done:
            if not isinstance(future.exception(), BrokenProcessPool):
                yield running.pop(future), future.result()
        if broken is not None:
            broken.result()

    def _alone(self, function: Callable[[Task], Result], task: Task) -> tuple[Task, Result | None]:
        for _ in range(2):
            try:
                return task, self._submitted(function, task).result()
            except BrokenProcessPool:
                self._end(at_once=True)
        return task, None

    def _submitted(self, function: Callable[[Task], Result], task: Task) -> "Future[Result]":
        """A task on its way.

        Raises:
            BrokenProcessPool: a process died before it could be sent.
        """
        try:
            return self._started().submit(function, task)
        except OSError as error:
            if error.errno is not None:
                raise
            # A pipe that the dying pool closed while another process was being started with it.
            raise BrokenProcessPool(str(error)) from error

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Spawned, not forked: polars' threads do not survive a fork, and other systems know no other way.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self.workers, context, initializer=prepare_worker)
        return self._pool

    def _end(self, *, at_once: bool) -> None:
        pool, self._pool = self._pool, None
        if pool is None:
            return
        processes = list((getattr(pool, "_processes", None) or {}).values()) if at_once else []
        for process in processes:
            process.terminate()
        pool.shutdown(wait=True, cancel_futures=True)
        del pool
        gc.collect()  # lets its semaphores go: the program may end without a tidy exit


def prepare_worker() -> None:
    """What a process of ours does first: it leaves interrupts to its parent and does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(2_000_000, 20, 20)  # see reports.cli.main
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
