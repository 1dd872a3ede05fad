"""What the verbs that work through a whole corpus have in common: where it is done, and what is said."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpora.errors import UsageError
from reports.cli.console import note
from reports.cli.options import WHICH
from reports.words.counts import Count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reports.batch.engine import Engine
    from reports.batch.plan import Failure

HOW = "How it is done"
_BUG = 70

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The corpus.")]
Output = Annotated[
    Path, typer.Option("--output", "-o", metavar="OUT", help="The folder of the tables; made if needed.")
]
Places = Annotated[
    list[str] | None,
    typer.Option(
        "--place",
        metavar="PLACE",
        help="Only this place; may be given several times.",
        rich_help_panel=WHICH,
    ),
]
Shard = Annotated[
    str | None,
    typer.Option(
        metavar="N/COUNT",
        help="Only one of so many parts of the work: 3/16. Its files are called so.",
        rich_help_panel=WHICH,
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="Processes. Default: one for each core.", rich_help_panel=HOW),
]
ClusterAddress = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="Work on a Dask cluster instead: tcp://host:8786, or local for one of its own. Needs "
        "crossyear\\[cluster]; all its workers must see DIR and OUT under the same paths.",
        rich_help_panel=HOW,
    ),
]


def failures_told(told: "Sequence[Failure]") -> str:
    """How much failed and, apart from it, how many files the manifest leaves out.

    Args:
        told: what stands in the table of failures.
    """
    from reports.batch.plan import count_failed, count_left_out

    line, left = f"failures: {count_failed(told):,}", count_left_out(told)
    return f"{line}, left out by the manifest: {left:,}" if left else line


def check_folders(folder: Path, output: Path) -> None:
    """Make the folder of the results, before any work is done for it.

    Args:
        folder: the corpus.
        output: the folder of the results.

    Raises:
        UsageError: there is no such corpus, the results would be read as part of it, or their folder cannot
            be made or written to.
    """
    corpus, out = (Path(os.path.realpath(each)) for each in (folder, output))
    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder", "Name a folder that holds reports")
    if out.is_relative_to(corpus):
        raise UsageError(
            f"-o {output}: lies inside the corpus", "Its files would be read as reports; use another"
        )
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"-o {output}: cannot be made ({error.strerror})", "Name another folder") from None
    if not os.access(output, os.W_OK):
        raise UsageError(
            f"-o {output}: cannot be written to", "Check the permissions, or name another folder"
        )


def engine_of(workers: int | None, cluster: str | None) -> "Engine":
    """Where the work is done, as the options say."""
    from reports.batch.engine import InProcess, Processes, cores

    if cluster is not None:
        from reports.batch.cluster import Cluster

        return Cluster(cluster, workers)
    count = workers or cores()
    return InProcess() if count == 1 else Processes(count)


def note_what_cannot_be_kept(corpus: Path) -> None:
    """Tell once, and not from every worker, that readings cannot be kept beside the corpus."""
    from corpora.cache import Cache

    probe = Cache(corpus)
    probe.save_bytes("probe", "", b"")
    if probe.problem:
        note(f"{probe.problem}; it goes on without, and reads the files of each pair anew")


def tell_faults(faults: "Sequence[str]", *, debug: bool) -> None:
    """End with the code of a bug where some of the failures are faults of the program.

    Args:
        faults: their traces.
        debug: whether the first is shown.
    """
    if faults:
        bugs = Count(len(faults))
        note(
            f"{bugs} of the failures {bugs:is a bug|are bugs}; run it again with --debug and report "
            f"{bugs:it|them}"
        )
        if debug:
            note(faults[0])
        raise typer.Exit(_BUG)
