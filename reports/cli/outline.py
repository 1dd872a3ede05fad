"""`crossyear outline`: how a report was read."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpora.errors import UsageError
from reports.cli.options import (
    SOURCE_HELP,
    WHAT,
    WHERE,
    Debug,
    Encoding,
    Format,
    Lang,
    PageFormat,
    PageFormatName,
    PageOutputs,
    Width,
    destinations,
    refuse_formats,
)

if TYPE_CHECKING:
    from corpora.model import WorkReport

THERE_ARE_DOUBTS = 1  # exit code


def outline(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help=f"A report: {SOURCE_HELP}")],
    *,
    year: Annotated[
        int | None,
        typer.Option("--year", metavar="YEAR", help="The year it was given in.", rich_help_panel=WHAT),
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", help="The place it is about.", rich_help_panel=WHAT)
    ] = None,
    corpus: Annotated[
        Path | None,
        typer.Option("--corpus", metavar="DIR", help="Where PLACE:YEAR is found.", rich_help_panel=WHAT),
    ] = None,
    encoding: Encoding = None,
    text_only: Annotated[
        bool, typer.Option("--text", help="Print the cleaned text and nothing else.", rich_help_panel=WHERE)
    ] = False,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help="List only what should be checked; exit code 1 when there is something.",
            rich_help_panel=WHERE,
        ),
    ] = False,
    output: PageOutputs = None,
    format_name: PageFormatName = None,
    lang: Lang = None,
    width: Width = None,
    debug: Debug = False,  # noqa: ARG001 - see options.Debug
) -> None:
    """Show how a report was read: facts, parts with their roles, and what was left out and why.

    Look here first when a comparison surprises you: a year or place that was
    read wrongly can be told, and what is listed as left out was not compared.

    [bold]Examples[/bold]
    crossyear outline 2025.txt
    crossyear outline digest.docx --place 运城市 --year 2025
    crossyear outline 2025.txt --format json > 2025.json
    crossyear outline 2025.pdf --check
    crossyear outline 2025.docx -o 2025.html
    crossyear outline reports.zip!2025.docx --text > 2025.txt
    """
    from reports.cli.console import note
    from reports.cli.sources import Sources
    from reports.output import STANDARD_OUTPUT, check_destination, write_output

    targets = destinations(output, format_name)
    refuse_formats(targets, PageFormat, "an outline")
    for path, target in targets:
        if text_only and target is not Format.TEXT:
            raise UsageError(f"--text prints the text and is no {target}", "Leave one of the two out")
        check_destination(path, [source])
    work_report = Sources(corpus, encoding).read(source, place=place, year=year)
    language = lang or work_report.language
    rendered = [
        (
            path,
            f"{work_report.text}\n"
            if text_only
            else _rendered(work_report, target, language, path, width, doubts_only=check),
        )
        for path, target in targets
    ]
    for path, text in rendered:
        write_output(path, text)
        if path != STANDARD_OUTPUT:
            note(f"wrote {path}")
    if check and work_report.doubts:
        raise typer.Exit(THERE_ARE_DOUBTS)


def _rendered(
    work_report: "WorkReport",
    target: Format,
    language: str,
    path: str,
    width: int | None,
    *,
    doubts_only: bool,
) -> str:
    if target is Format.JSON:
        from reports.documents.comparison import outline_document, render_json

        return render_json(outline_document(work_report))
    from reports.views.outline import view_doubts, view_outline

    blocks = (view_doubts if doubts_only else view_outline)(work_report, language)
    if target is Format.MARKDOWN:
        from reports.markdown import render_markdown

        return render_markdown(blocks)
    if target is Format.HTML:
        from reports.html_document import render_html
        from reports.words.captions import captions

        title = captions(language).outline_title.format(place=work_report.place, year=work_report.year)
        return render_html(blocks, title=title, language=language, quoted=work_report.language)
    from reports.cli.console import as_text

    return as_text(blocks, path, width)
