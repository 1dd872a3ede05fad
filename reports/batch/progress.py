"""How far a batch is: a bar on standard error where there is a terminal, otherwise nothing."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress

_STAGES = {
    "reading": "Reading",
    "measuring": "Measuring",
    "comparing": "Comparing",
    "showing": "Pages",
    "writing": "Writing",
}


class Bar:
    """A bar for each stage, with the rate, the time that is left and how many failed."""

    def __init__(self, *, wanted: bool | None = None) -> None:
        self._wanted = sys.stderr.isatty() if wanted is None else wanted
        self._progress: Progress | None = None

    def __enter__(self) -> Self:
        if not self._wanted:
            return self
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=None),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(compact=True),
            TextColumn("{task.fields[failed]}"),
            console=Console(stderr=True),
        )
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._progress:
            self._progress.stop()

    def begin(self, stage: str, total: int) -> None:
        """A stage begins; nothing is shown of one with nothing to do."""
        if self._progress and total:
            self._progress.add_task(f"{_STAGES[stage]:9}", total=total, rate="", failed="", failures=0)

    def step(self, count: int, failures: int) -> None:
        """So many more are done, and so many of them failed."""
        if not self._progress or not self._progress.tasks:
            return
        task = self._progress.tasks[-1]
        failed = task.fields["failures"] + failures
        elapsed = task.elapsed or 0
        rate = f"{(task.completed + count) / elapsed:.1f}/s" if elapsed else ""
        told = f"{failed} failed" if failed else ""
        self._progress.update(task.id, advance=count, rate=rate, failures=failed, failed=told)
