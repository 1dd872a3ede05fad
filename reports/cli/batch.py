"""`crossyear batch`: all pairs of a corpus as tidy tables."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from reports.batch.choices import BatchFormat, Pairs
from reports.cli.console import note
from reports.cli.options import WHICH, Debug, Lang, YearsAsked
from reports.cli.whole_corpus import (
    HOW,
    ClusterAddress,
    Folder,
    Output,
    Places,
    Shard,
    Workers,
    check_folders,
    engine_of,
    failures_told,
    note_what_cannot_be_kept,
    tell_faults,
)
from reports.formats import PlotlyFrom

if TYPE_CHECKING:
    from reports.batch.engine import Engine
    from reports.batch.plan import Selection


def batch(
    folder: Folder,
    *,
    output: Output,
    pairs: Annotated[
        Pairs,
        typer.Option(
            help="Of each place: each report with the one before it, with the first, or all with all.",
            rich_help_panel=WHICH,
        ),
    ] = Pairs.CONSECUTIVE,
    to: Annotated[
        str | None,
        typer.Option(metavar="PLACE:YEAR", help="Every report with this one instead.", rich_help_panel=WHICH),
    ] = None,
    place: Places = None,
    years: YearsAsked = None,
    shard: Shard = None,
    format_name: Annotated[
        BatchFormat, typer.Option("--format", help="The format of the tables.", rich_help_panel=HOW)
    ] = BatchFormat.PARQUET,
    pages: Annotated[
        bool,
        typer.Option("--pages", help="Write a page for each pair too, some 6 MB each.", rich_help_panel=HOW),
    ] = False,
    plotly: Annotated[
        PlotlyFrom,
        typer.Option(
            "--plotly",
            help="Where those pages have plotly.js from; cdn: a fifth as large, charts need a network.",
            rich_help_panel=HOW,
        ),
    ] = PlotlyFrom.INLINE,
    workers: Workers = None,
    cluster: ClusterAddress = None,
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Compare all pairs of a corpus and write what was found as tidy tables.

    pairs, findings, priorities, targets, outcomes, promises, phrases,
    changes, links, not_compared, inconsistencies, open_promises; failures
    says which files and pairs are missing and why; dictionary says what each
    column means; index.html shows it all at a glance: small multiples of every
    place, the pairs to sort and narrow, with --pages links to their pages.

    It can be stopped at any moment: the next run does only what is missing,
    and ends with the same files.

    [bold]Examples[/bold]
    crossyear batch reports -o tables
    crossyear batch reports -o tables --place 山西 --years 2015-2025 --format csv
    crossyear batch reports -o tables --to 全国:2025
    crossyear batch reports -o tables --shard 3/16
    crossyear batch reports -o tables --place 山西 --pages --plotly cdn
    """
    from reports.batch.plan import Selection, parse_shard
    from reports.cli.years import read_years

    selection = Selection(
        pairs,
        to,
        tuple(place or ()),
        read_years(years) or frozenset(),
        parse_shard(shard) if shard else None,
    )
    check_folders(folder, output)
    wanted = _Wanted(format_name, lang or "zh", plotly if pages else None)
    _run(folder, output, selection, engine_of(workers, cluster), wanted, debug=debug)


class _Wanted(Struct, frozen=True):
    """What is written: the format of the tables, the language, and of pages where plotly.js comes from."""

    target: BatchFormat
    language: str
    pages: PlotlyFrom | None


def _run(
    folder: Path,
    output: Path,
    selection: "Selection",
    engine: "Engine",
    wanted: _Wanted,
    *,
    debug: bool,
) -> None:
    from reports.batch.pages import Look, Pages, write_pages
    from reports.batch.progress import Bar
    from reports.batch.run import run_batch
    from reports.batch.work import Rooms
    from reports.batch.write import Style, write_results

    rooms = Rooms(Path(os.path.realpath(folder)), Path(os.path.realpath(output)))
    note_what_cannot_be_kept(rooms.corpus)
    with Bar() as bar, engine:
        found = run_batch(rooms, selection, engine, bar)
        how = Style(wanted.target, selection.shard, wanted.language, rooms.corpus.name)
        pages = Pages({})
        if wanted.pages:
            pages = write_pages(rooms, found, Look(wanted.language, wanted.pages), engine, bar)
        page = write_results(rooms, found, how, bar, pages)
    count = len(found.plan.jobs) - len(found.failed)
    told = (*found.failures, *pages.failures)
    note(f"pairs: {count:,}, compared now: {found.fresh:,}, {failures_told(told)}")
    note(f"{Path(os.path.relpath(page)) if not output.is_absolute() else page} shows what was found")
    tell_faults((*found.faults, *pages.faults), debug=debug)
