"""`crossyear panel`: place × year tables of a corpus, for statistics packages."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reports.batch.choices import BatchFormat
from reports.cli.console import note
from reports.cli.options import WHICH, Debug, Lang
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

if TYPE_CHECKING:
    from reports.batch.engine import Engine
    from reports.batch.write import Style
    from reports.panel.plan import PanelSelection


def panel(
    folder: Folder,
    *,
    output: Output,
    place: Places = None,
    years: Annotated[
        str | None,
        typer.Option(
            metavar="YEARS",
            help="Only rows of these years: 2015-2020,2023. The first is compared with the year before it.",
            rich_help_panel=WHICH,
        ),
    ] = None,
    balanced: Annotated[
        bool,
        typer.Option(
            "--balanced",
            help="A row for each place and year, and for each target of each, also where there is none, "
            "with the reason.",
            rich_help_panel=WHICH,
        ),
    ] = False,
    shard: Shard = None,
    format_name: Annotated[
        BatchFormat, typer.Option("--format", help="The format of the tables.", rich_help_panel=HOW)
    ] = BatchFormat.CSV,
    workers: Workers = None,
    cluster: ClusterAddress = None,
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Write place × year tables of a corpus, ready for Stata, R, pandas.

    panel has a row for each report: how long it is, how much of it speaks of
    which field of policy, what is new and gone since the year before, what
    came of that year's promises and aims. panel_targets has the targets, a
    group of variables for each indicator that is told in numbers;
    panel_targets_long a row for each target; panel_failures which files and
    pairs are missing and why; codebook.csv and codebook.md what each variable
    says. Where a value is missing, a variable tells why.

    It resumes where it stopped, and takes what batch compared in OUT.

    [bold]Examples[/bold]
    crossyear panel reports -o tables
    crossyear panel reports -o tables --place 山西 --years 2015-2025 --balanced
    crossyear panel reports -o tables --format parquet
    """
    from reports.batch.plan import parse_shard
    from reports.batch.write import Style
    from reports.cli.years import read_years
    from reports.panel.plan import PanelSelection

    part = parse_shard(shard) if shard else None
    selection = PanelSelection(tuple(place or ()), read_years(years) or frozenset(), balanced, part)
    check_folders(folder, output)
    corpus = Path(os.path.realpath(folder))
    style = Style(format_name, part, lang or "zh", corpus.name)
    _run(corpus, output, selection, engine_of(workers, cluster), style, debug=debug)


def _run(
    corpus: Path, output: Path, selection: "PanelSelection", engine: "Engine", style: "Style", *, debug: bool
) -> None:
    from reports.batch.progress import Bar
    from reports.batch.work import Rooms
    from reports.panel.run import run_panel
    from reports.panel.write import write_panel

    rooms = Rooms(corpus, Path(os.path.realpath(output)))
    note_what_cannot_be_kept(rooms.corpus)
    with Bar() as bar, engine:
        found = run_panel(rooms, selection, engine, bar)
        codebook = write_panel(rooms, found, style, bar, is_balanced=selection.is_balanced)
    rows = found.plan.rows
    without = sum(row.listed is None for row in rows)
    note(f"rows: {len(rows):,}, of them without a report: {without:,}, {failures_told(found.failures)}")
    shown = codebook if output.is_absolute() else Path(os.path.relpath(codebook))
    note(f"{shown} tells what each variable says")
    tell_faults(found.faults, debug=debug)
