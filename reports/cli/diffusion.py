"""`crossyear diffusion`: who used a formulation first, who followed, and when."""

from typing import TYPE_CHECKING, Annotated

import typer

from reports.cli.history_formats import HistoryFormat, as_prose, as_table, placed
from reports.cli.options import (
    FORMAT_OPTION,
    AliasFile,
    CorpusFolder,
    Debug,
    Lang,
    Width,
    YearsAsked,
    output_option,
)
from reports.cli.searching import Regex, query_of, search
from reports.formats import TableFormat

if TYPE_CHECKING:
    from compare.history.diffusion import Diffusion

_SUFFIXES = {
    ".txt": "text", ".md": "md", ".json": "json", ".csv": "csv", ".parquet": "parquet", ".html": "html",
    ".htm": "html",
}  # fmt: skip


def diffusion(
    phrase: Annotated[str, typer.Argument(metavar="PHRASE", help="The formulation: 低空经济, 互联网+ …")],
    variants: Annotated[
        list[str] | None, typer.Argument(metavar="[VARIANT]...", help="Further forms that name the same.")
    ] = None,
    *,
    corpus: CorpusFolder,
    regex: Regex = False,
    years: YearsAsked = None,
    aliases: AliasFile = None,
    output: Annotated[
        list[str] | None,
        output_option(".html .md .json .csv .parquet .txt"),
    ] = None,
    format_name: Annotated[
        HistoryFormat | None,
        FORMAT_OPTION,
    ] = None,
    lang: Lang = None,
    width: Width = None,
    debug: Debug = False,  # noqa: ARG001 - see options.Debug
) -> None:
    """Show which place used a formulation first, and who followed, when and at what level.

    All places of the corpus, in the order in which they came to it: from the
    nation to provinces and cities, or the other way. "First" is said of the
    reports at hand: where a place's oldest report has it already, where years
    between are missing, and who has no report from before, is told.

    [bold]Examples[/bold]
    crossyear diffusion 低空经济 --corpus reports
    crossyear diffusion 最多跑一次 只跑一次 --corpus reports --years 2015-2025
    crossyear diffusion 新质生产力 --corpus reports -o spread.html -o spread.csv
    """
    from compare.history.diffusion import trace_diffusion
    from corpora.places import level_of
    from reports.cli.sources import check_result
    from reports.output import write_output

    places = placed(output, format_name, _SUFFIXES)
    for path, _ in places:
        check_result(path, corpus)
    query = query_of(phrase, variants or (), aliases, regex=regex)
    found = search(query, corpus, years=years, near=False)
    traced = trace_diffusion([(one, level_of(one.shelf.place)) for one in found])
    for path, target in places:
        write_output(path, _rendered(traced, target, lang or "zh", path, width))


def _rendered(
    diffusion: "Diffusion", target: str, language: str, path: str, width: int | None
) -> str | bytes:
    if target == HistoryFormat.JSON:
        from reports.documents.comparison import render_json
        from reports.documents.history import diffusion_document

        return render_json(diffusion_document(diffusion))
    if target == HistoryFormat.HTML:
        from reports.dashboard.diffusion_page import render_diffusion_page

        return render_diffusion_page(diffusion, language)
    if target in set(TableFormat):
        from reports.tables.history import diffusion_table

        return as_table(diffusion_table(diffusion), target)
    from reports.views.diffusion import SCREEN, view_diffusion

    return as_prose(lambda most: view_diffusion(diffusion, language, most), target, path, width, SCREEN)
