"""A page for each pair of a batch, as `compare` writes it; one that is there already is not made again."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from corpora.cache import Cache, code_version, digest_of
from corpora.errors import UsageError
from reports.batch.engine import Engine
from reports.batch.plan import Failure, Job
from reports.batch.run import Batch, Watcher, work_through
from reports.batch.work import CODE, Done, Rooms, keep, recall
from reports.formats import PlotlyFrom
from reports.output import write_output

PAGES = "pages"  # the folder, and the kind under which it is kept that a page is written


class Look(Struct, frozen=True):
    """How the pages are made: the language in which they open, and where plotly.js comes from."""

    language: str
    plotly: PlotlyFrom


class _Page(Struct, frozen=True):
    """A page to be written."""

    key: str
    file: str
    job: Job


class Pages(Struct, frozen=True):
    """The pages of a batch.

    Attributes:
        files: names by the keys of the jobs, relative to the folder of the results.
        failures: pairs whose page could not be made.
        faults: traces of faults of the program.
    """

    files: dict[str, str]
    failures: tuple[Failure, ...] = ()
    faults: tuple[str, ...] = ()


def write_pages(rooms: Rooms, batch: Batch, look: Look, engine: Engine, watcher: Watcher) -> Pages:
    """Write the page of each pair that was compared.

    Args:
        rooms: the corpus and the folder of the results.
        batch: the pairs.
        look: how the pages are made.
        engine: where the work is done.
        watcher: is told how far it is.

    Raises:
        UsageError: the folder of the pages cannot be made, or nothing can be kept.
    """
    pages = [_page(job, look) for job in batch.plan.jobs if job.key not in batch.failed]
    try:
        (rooms.out / PAGES).mkdir(exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"{rooms.out / PAGES}: cannot be made ({error.strerror})", "Use another OUT"
        ) from None
    written = Cache(rooms.out, CODE)
    missing = [
        page for page in pages if not (written.has(PAGES, page.key) and (rooms.out / page.file).is_file())
    ]
    watcher.begin("showing", len(missing))
    done = {each.key: each for each in work_through(partial(_run, rooms, look), missing, engine, watcher)}
    failed = {key: each for key, each in done.items() if each.problem}
    return Pages(
        {page.job.key: page.file for page in pages if page.key not in failed},
        tuple(_failure(page.job, failed[page.key]) for page in pages if page.key in failed),
        tuple(each.trace for each in failed.values() if each.trace),
    )


def _page(job: Job, look: Look) -> _Page:
    """A page; all that makes it goes into its name, so that no other run into the folder writes over it."""
    key = digest_of(job.key, look.language, look.plotly.value, code_version(CODE))
    return _Page(key, f"{PAGES}/{job.earlier.year}-{job.later.year}-{key[:12]}.html", job)


def _run(rooms: Rooms, look: Look, pages: Sequence[_Page]) -> tuple[Done, ...]:
    """Make some pages, in whatever process it is called."""
    written = Cache(rooms.out, CODE)
    return tuple(keep(written, PAGES, page.key, partial(_write, rooms, look, page)) for page in pages)


def _write(rooms: Rooms, look: Look, page: _Page) -> bytes:
    from compare.comparison import compare_with_many
    from reports.dashboard.page import render_dashboard

    job = page.job
    earlier, later, *history = (recall(rooms.corpus, each) for each in (job.earlier, job.later, *job.history))
    comparison = compare_with_many([earlier], later, history=history)
    document = render_dashboard(comparison, look.language, plotly=look.plotly)
    write_output(str(rooms.out / Path(page.file)), document)
    return page.file.encode()


def _failure(job: Job, done: Done) -> Failure:
    return Failure("showing", job.later.file, job.earlier.file, job.later.place, job.later.year, done.problem)
