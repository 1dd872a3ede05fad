"""`crossyear compare`: the later report against each of the earlier ones."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from corpora.errors import UsageError
from reports.cli.console import note
from reports.cli.options import (
    SOURCE_HELP,
    WHAT,
    AliasFile,
    ChartFormatName,
    Charts,
    Debug,
    Encoding,
    FormatName,
    Lang,
    LaterPlace,
    LaterYear,
    Outputs,
    Plotly,
    TableFormatName,
    Tables,
    Width,
    destinations,
    refuse_terminal,
)
from reports.formats import PictureFormat, PlotlyFrom, TableFormat

if TYPE_CHECKING:
    from corpora.model import WorkReport

Told = TypeVar("Told")


def compare(
    before: Annotated[
        list[Path],
        typer.Argument(metavar="EARLIER...", help=f"One or more reports to compare with: {SOURCE_HELP}"),
    ],
    last: Annotated[Path, typer.Argument(metavar="LATER", help="The report that is looked at.")],
    *,
    earlier_year: Annotated[
        list[int] | None,
        typer.Option(
            "--earlier-year",
            metavar="YEAR",
            help="The year of EARLIER; of several, give it once for each, in their order.",
            rich_help_panel=WHAT,
        ),
    ] = None,
    earlier_place: Annotated[
        list[str] | None,
        typer.Option(
            "--earlier-place",
            metavar="PLACE",
            help="The place of EARLIER; given once, it holds for all of them.",
            rich_help_panel=WHAT,
        ),
    ] = None,
    later_year: LaterYear = None,
    later_place: LaterPlace = None,
    corpus: Annotated[
        Path | None,
        typer.Option(
            "--corpus",
            metavar="DIR",
            help="A folder with more reports: those of the same place and earlier years tell whether a "
            "formulation is new or returning; any of them can be named as PLACE:YEAR.",
            rich_help_panel=WHAT,
        ),
    ] = None,
    aliases: AliasFile = None,
    encoding: Encoding = None,
    output: Outputs = None,
    format_name: FormatName = None,
    tables: Tables = None,
    table_format: TableFormatName = TableFormat.CSV,
    charts: Charts = None,
    chart_format: ChartFormatName = PictureFormat.PNG,
    plotly: Plotly = PlotlyFrom.INLINE,
    lang: Lang = None,
    width: Width = None,
    debug: Debug = False,  # noqa: ARG001 - see options.Debug
) -> None:
    """Compare a report with one or more other years' reports.

    What matters first is told first. Then everything: priorities with their
    ranks; measures that are new, no longer found, moved or reworded; numbers
    and negations that changed; formulations that came and went. "No longer
    found" means not found in that text, no more. What was not compared is
    listed at the end, with the reason.

    With several EARLIER, the later report is compared with each of them, and
    the result opens with an overview: the earliest of the given years in which
    each priority and measure is found.

    [bold]Examples[/bold]
    crossyear compare 2024.txt 2025.txt
    crossyear compare 2024.docx 2025.docx -o changes.html -o changes.xlsx
    crossyear compare 2019.txt 2023.txt 2024.txt 2025.txt --lang en
    crossyear compare 2024.txt 2025.txt --corpus all-years --format json
    crossyear compare 山西:2024 Shanxi:2025 --corpus all-years
    """
    from compare.comparison import compare_with_many
    from compare.options import CompareOptions
    from reports.cli.folders import Folders
    from reports.cli.results import write_results
    from reports.cli.sources import Sources, check_result, history_of

    years = _for_each(before, earlier_year, "--earlier-year")
    places = _for_each(before, earlier_place, "--earlier-place", spread=True)
    folders = Folders(tables, table_format, charts, chart_format)
    targets = destinations(output, format_name, elsewhere=bool(folders.named))
    refuse_terminal(targets)
    for path, _ in targets:
        check_result(path, corpus, [*before, last])
    folders.check()
    options = CompareOptions(aliases=_groups(aliases))
    sources = Sources(corpus, encoding)
    earlier = [
        sources.read(path, place=place, year=year)
        for path, place, year in zip(before, places, years, strict=True)
    ]
    later = sources.read(last, place=later_place, year=later_year)
    _remark(earlier, later)
    history = history_of(sources, earlier, later) if corpus else ()
    comparison = compare_with_many(earlier, later, options=options, history=history)
    language = lang or later.language
    filled = folders.render(comparison, language)
    write_results(comparison, targets, language, width, folders=filled, plotly=plotly)


def _for_each(
    sources: Sequence[Path], told: Sequence[Told] | None, option: str, *, spread: bool = False
) -> list[Told | None]:
    """What an option tells of each source, in their order."""
    if not told:
        return [None] * len(sources)
    if spread and len(told) == 1:
        return [told[0]] * len(sources)
    if len(told) != len(sources):
        raise UsageError(
            f"{option} is given {len(told)} times for {len(sources)} earlier reports",
            "Give it once for each of them, in their order",
        )
    return list(told)


def _groups(alias_file: Path | None) -> tuple[tuple[str, ...], ...]:
    """The forms that an alias file joins."""
    from corpora.aliases import read_aliases

    return tuple((each, *more) for each, more in read_aliases(alias_file).items()) if alias_file else ()


def _remark(earlier: Sequence["WorkReport"], later: "WorkReport") -> None:
    """Note what is allowed but may be a slip."""
    for work_report in earlier:
        if work_report.source.sha256 == later.source.sha256:
            note(f"{work_report.source.name} and {later.source.name} have the same content")
        elif (work_report.place, work_report.year) == (later.place, later.year):
            names = f"{work_report.source.name} and {later.source.name}"
            both = f"{names} are both of {later.place} {later.year}"
            note(f"{both}; crossyear editions tells every edit between two texts of one report")
        if work_report.year > later.year:
            years = f"{work_report.year}, of {later.source.name} {later.year}"
            note(f"the year of {work_report.source.name} is {years}; they are compared in the order given")
