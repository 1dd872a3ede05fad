"""`crossyear find`: every use of a phrase through the years."""

from typing import TYPE_CHECKING, Annotated

import typer

from reports.cli.history_formats import SUFFIXES, FindFormat, as_prose, as_table, placed
from reports.cli.options import (
    FORMAT_OPTION,
    WHICH,
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
    from collections.abc import Sequence

    from compare.history.concordance import Concordance

_ON_SCREEN = 20  # uses of each place that a terminal lists


def find(
    phrase: Annotated[str, typer.Argument(metavar="PHRASE", help="What to look for: 新质生产力, 互联网+ …")],
    *,
    corpus: CorpusFolder,
    regex: Regex = False,
    place: Annotated[
        str | None,
        typer.Option("--place", metavar="PLACE", help="Only this place's reports.", rich_help_panel=WHICH),
    ] = None,
    years: YearsAsked = None,
    aliases: AliasFile = None,
    output: Annotated[
        list[str] | None,
        output_option(".txt .md .json .csv .parquet"),
    ] = None,
    format_name: Annotated[
        FindFormat | None,
        FORMAT_OPTION,
    ] = None,
    lang: Lang = None,
    width: Width = None,
    debug: Debug = False,  # noqa: ARG001 - see options.Debug
) -> None:
    """Show every year's use of a phrase in context, with counts by year.

    The phrase is found in any width, quotes or spacing (互联网＋, “互联网+”),
    and the forms as printed are told apart. Years whose report lacks it are
    listed, and so are years that are missing in the folder: "first" is said
    of the others only. Where it is not found at all, the forms that come near
    are shown. A place where a word of the text runs over the phrase (高质量
    in 提高质量) is listed, not counted.

    [bold]Examples[/bold]
    crossyear find 互联网+ --corpus reports
    crossyear find 低空经济 --corpus reports --place 全国 --years 2015-2025
    crossyear find "稳健.{0,4}的货币政策" --regex --corpus reports
    crossyear find 共同富裕 --corpus reports -o uses.csv
    """
    from reports.cli.sources import check_result
    from reports.output import write_output

    places = placed(output, format_name, SUFFIXES)
    for path, _ in places:
        check_result(path, corpus)
    query = query_of(phrase, (), aliases, regex=regex)
    concordances = search(query, corpus, place=place, years=years, listed=_listed(places))
    for path, target in places:
        write_output(path, _rendered(concordances, target, lang or "zh", path, width))


def _listed(places: "Sequence[tuple[str, str]]") -> int | None:
    """Of how many places the uses are listed, if only a terminal shows them; a file holds them all."""
    from reports.output import STANDARD_OUTPUT
    from reports.views.concordance import MOST_PLACES

    on_screen = all(each == (STANDARD_OUTPUT, FindFormat.TEXT) for each in places)
    return MOST_PLACES if on_screen else None


def _rendered(
    concordances: "Sequence[Concordance]", target: str, language: str, path: str, width: int | None
) -> str | bytes:
    if target == FindFormat.JSON:
        from reports.documents.comparison import render_json
        from reports.documents.history import concordances_document

        return render_json(concordances_document(concordances))
    if target in set(TableFormat):
        from reports.tables.history import uses_table

        return as_table(uses_table(concordances), target)
    from reports.views.concordance import view_concordances

    return as_prose(
        lambda most: view_concordances(concordances, language, most), target, path, width, _ON_SCREEN
    )
