"""The work of a batch on a Dask cluster: the same functions, told names and keys, never texts."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from corpora.cache import code_version
from corpora.errors import UsageError
from reports.batch.engine import cores
from reports.batch.work import CODE

if TYPE_CHECKING:
    from distributed import Client

Task = TypeVar("Task")
Result = TypeVar("Result")

LOCAL = "local"
_WAITING = 1000  # tasks that the scheduler knows at once: enough for it to ask for more workers
_RETRIES = 3  # of a task that raised; one whose worker went is given to another without being counted
PATIENCE = 30  # seconds in which a scheduler must answer


class Cluster:
    """The workers of a Dask scheduler, or of one that is started here and ends with us."""

    def __init__(self, address: str, workers: int | None = None) -> None:
        self._address = address
        self._wanted = workers
        self._client: Client | None = None

    @property
    def workers(self) -> int:
        """How many workers there are now; more may come."""
        return max(1, len(self._connected().scheduler_info(n_workers=-1)["workers"]))

    def __enter__(self) -> Self:
        """Connects; see `Cluster`.

        Raises:
            UsageError: dask.distributed is not installed, nobody answers, or workers run another crossyear.
        """
        try:
            from distributed import Client, LocalCluster
        except ImportError:
            raise UsageError("--cluster needs dask.distributed", "pip install 'crossyear[cluster]'") from None
        try:
            if self._address == LOCAL:
                cluster = LocalCluster(
                    n_workers=self._wanted or cores(), threads_per_worker=1, dashboard_address=None
                )
                self._client = Client(cluster, timeout=PATIENCE)
            else:
                self._client = Client(self._address, timeout=PATIENCE)
        except (OSError, ValueError) as error:
            problem = f"--cluster {self._address}: no scheduler answers there ({error})"
            raise UsageError(problem, "Write it like tcp://host:8786, or local") from None
        self.check_versions(self._client)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leaves the scheduler; one that was started here ends."""
        client, self._client = self._client, None
        if client is not None:
            cluster = client.cluster if self._address == LOCAL else None
            client.close()
            if cluster is not None:
                cluster.close()

    def run(
        self, function: Callable[[Task], Result], tasks: Iterable[Task]
    ) -> Iterator[tuple[Task, Result | None]]:
        """Each task with its result as it comes; None for one that several workers died of."""
        from distributed import KilledWorker, as_completed

        client, waiting = self._connected(), deque(tasks)
        running: dict[object, Task] = {}
        done = as_completed()
        while waiting or running:
            while waiting and len(running) < _WAITING:
                task = waiting.popleft()
                future = client.submit(function, task, pure=False, retries=_RETRIES)
                running[future.key] = task
                done.add(future)
            future = next(done)
            task = running.pop(future.key)
            try:
                yield task, future.result()
            except KilledWorker:
                yield task, None

    def _connected(self) -> "Client":
        if self._client is None:
            raise RuntimeError("a cluster is used inside its with block only")
        return self._client

    def check_versions(self, client: "Client") -> None:
        """What a worker with other code finds would be kept where nobody looks for it."""
        other = [
            where
            for where, version in client.run(code_version, CODE).items()
            if version != code_version(CODE)
        ]
        if other:
            hint = "Install the same release on all of them"
            raise UsageError(f"--cluster {self._address}: {other[0]} runs another crossyear", hint)
