"""`crossyear history`: formulations, priorities and targets of one place through the years."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpora.errors import UsageError
from reports.cli.history_formats import HISTORY_SUFFIXES, HistoryFormat, as_table, placed
from reports.cli.options import (
    FORMAT_OPTION,
    WHERE,
    AliasFile,
    CorpusFolder,
    Debug,
    Lang,
    TableFormatName,
    Tables,
    Width,
    YearsAsked,
    output_option,
)
from reports.formats import TableFormat

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from compare.history.model import History
    from corpora.model import WorkReport

_LEAST_REPORTS = 2
_KIND = "history"  # of entries of the cache


def history(
    place: Annotated[str, typer.Argument(metavar="PLACE", help="Whose reports: 全国, 山西, Shanxi, 运城 …")],
    *,
    corpus: CorpusFolder,
    years: YearsAsked = None,
    aliases: AliasFile = None,
    propose: Annotated[
        bool,
        typer.Option(
            "--propose-aliases",
            help="Print only an alias file to be judged: forms that may name one thing, each with the reason "
            "and both sentences.",
            rich_help_panel=WHERE,
        ),
    ] = False,
    targets: Annotated[
        bool,
        typer.Option("--targets", help="Only the panel of targets, all of it.", rich_help_panel=WHERE),
    ] = False,
    output: Annotated[
        list[str] | None,
        output_option(".html .xlsx .md .json .txt; .csv and .parquet hold formulations by year"),
    ] = None,
    format_name: Annotated[
        HistoryFormat | None,
        FORMAT_OPTION,
    ] = None,
    tables: Tables = None,
    table_format: TableFormatName = TableFormat.CSV,
    lang: Lang = None,
    width: Width = None,
    debug: Debug = False,  # noqa: ARG001 - see options.Debug
) -> None:
    """Show what one place's reports say through the years: formulations, priorities, targets.

    Formulations (提法) with their uses in each year, by what became of them:
    recent, returning, in use, no longer found; the variants of one
    formulation with the sentence of each; the rank of every task of the plan
    in each year; the targets as a table. Years that are missing in the folder
    are named: first and returning are said of the others only.

    A workbook has a column for each year; csv and parquet are one tidy table
    of formulations by year, with --targets of targets; --tables writes all.

    [bold]Examples[/bold]
    crossyear history 全国 --corpus reports
    crossyear history 山西 --corpus reports --years 2015-2025 --lang en
    crossyear history 全国 --corpus reports --targets
    crossyear history 全国 --corpus reports --propose-aliases > aliases.toml
    crossyear history 全国 --corpus reports -o history.html -o history.xlsx
    crossyear history 全国 --corpus reports --tables panel --table-format parquet
    """
    from reports.cli.sources import check_result
    from reports.output import STANDARD_OUTPUT, check_folder, write_folder, write_output

    if propose and (output or format_name or tables):
        raise UsageError("--propose-aliases is printed alone", "Send it to a file: > aliases.toml")
    places = (
        [] if tables and not output and not format_name else placed(output, format_name, HISTORY_SUFFIXES)
    )
    for path, _ in places:
        check_result(path, corpus)
    if tables is not None:
        check_folder(tables)
    told = _tell(place, corpus, years, aliases)
    if propose:
        from reports.alias_proposals import render_proposals

        write_output(STANDARD_OUTPUT, render_proposals(told, lang or "zh"))
        return
    rendered = [
        (path, _rendered(told, target, lang or "zh", path, width, targets_only=targets))
        for path, target in places
    ]
    for path, content in rendered:
        write_output(path, content)
    if tables is not None:
        from reports.tables.history import history_tables

        write_folder(
            tables,
            {f"{each.name}.{table_format}": as_table(each, table_format) for each in history_tables(told)},
        )


def _tell(place: str, folder: Path, years: str | None, alias_file: Path | None) -> "History":
    from corpora.aliases import read_aliases
    from reports.cli.sources import Sources, note_not_read
    from reports.cli.years import read_years, reports_of

    wanted = read_years(years)
    aliases = read_aliases(alias_file) if alias_file else {}
    corpus = Sources(folder).corpus
    left_out = sum(each.is_left_out for each in corpus.entries)
    note_not_read(sum(not each.work_report for each in corpus.entries) - left_out, folder, left_out)
    reports = reports_of(corpus.work_reports, corpus.folder, place, wanted)
    if len({each.year for each in reports}) < _LEAST_REPORTS:
        raise UsageError(
            f"{place}: there is only the report of {reports[0].year}",
            "A history needs reports of two years or more: add them to the folder, or ask for more --years",
        )
    return _kept_or_told(reports, aliases, corpus.folder)


def _kept_or_told(
    reports: "Sequence[WorkReport]", aliases: "Mapping[str, Sequence[str]]", folder: Path
) -> "History":
    """The history that was kept of the same texts by the same code, or a new one, which is kept."""
    from compare.history.model import History
    from corpora.cache import Cache, digest_of
    from corpora.packing import pack, unpack

    cache = Cache(folder, ("corpora", "compare"))
    parts = [(each.id, each.kind, each.edition, each.source.name, each.text) for each in reports]
    key = digest_of(*(part for each in parts for part in each), repr(aliases))
    kept = cache.load_bytes(_KIND, key)
    if kept is not None:
        with contextlib.suppress(ValueError):  # damaged: it is told anew
            return unpack(History, kept)
    from compare.history.story import tell_history

    told = tell_history(reports, aliases)
    cache.save_bytes(_KIND, key, pack(told))
    return told


def _rendered(
    told: "History", target: str, language: str, path: str, width: int | None, *, targets_only: bool
) -> str | bytes:
    from reports.output import STANDARD_OUTPUT

    if target == HistoryFormat.JSON:
        from reports.documents.comparison import render_json
        from reports.documents.history import history_document

        return render_json(history_document(told))
    if target == HistoryFormat.HTML:
        from reports.dashboard.history_page import render_history_page

        return render_history_page(told, language)
    if target == "xlsx":
        from reports.workbook.history import render_history_workbook

        return render_history_workbook(told, language)
    if target in set(TableFormat):
        from reports.tables.history import formulations_table, targets_table

        return as_table(targets_table(told) if targets_only else formulations_table(told), target)
    from reports.views.history import EVERYTHING, SCREEN, view_history

    if target == HistoryFormat.MARKDOWN:
        from reports.markdown import render_markdown

        return render_markdown(view_history(told, language, EVERYTHING, targets_only=targets_only))
    from reports.cli.console import as_text

    limits = SCREEN if path == STANDARD_OUTPUT else EVERYTHING
    return as_text(view_history(told, language, limits, targets_only=targets_only), path, width)
