"""`crossyear editions`: two texts of one report, as delivered and as adopted."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpora.errors import UsageError
from reports.cli.history_formats import placed
from reports.cli.options import (
    FORMAT_OPTION,
    WHAT,
    Debug,
    Encoding,
    Lang,
    Width,
    output_option,
)

if TYPE_CHECKING:
    from compare.editions.model import EditionComparison
    from corpora.model import WorkReport


class EditionFormat(StrEnum):
    """What a comparison of editions can be printed as."""

    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"
    HTML = "html"


_FILE_HELP = ".txt, .md, .html, .docx, .doc, .pdf, or one in a .zip (archive.zip!name)."
_DOCX = "docx"
_SUFFIXES = {
    ".txt": EditionFormat.TEXT.value,
    ".md": EditionFormat.MARKDOWN.value,
    ".json": EditionFormat.JSON.value,
    ".html": EditionFormat.HTML.value,
    ".htm": EditionFormat.HTML.value,
    ".docx": _DOCX,
}


def editions(
    delivered: Annotated[
        Path, typer.Argument(metavar="DELIVERED", help=f"The text as delivered or as drafted: {_FILE_HELP}")
    ],
    adopted: Annotated[Path, typer.Argument(metavar="ADOPTED", help="The text as adopted and published.")],
    *,
    place: Annotated[
        str | None,
        typer.Option("--place", metavar="PLACE", help="The place of both texts.", rich_help_panel=WHAT),
    ] = None,
    year: Annotated[
        int | None,
        typer.Option("--year", metavar="YEAR", help="The year of both texts.", rich_help_panel=WHAT),
    ] = None,
    encoding: Encoding = None,
    output: Annotated[
        list[str] | None,
        output_option(".html .docx .md .json .txt"),
    ] = None,
    format_name: Annotated[
        EditionFormat | None,
        FORMAT_OPTION,
    ] = None,
    lang: Lang = None,
    width: Width = None,
    debug: Debug = False,  # noqa: ARG001 - see options.Debug
) -> None:
    """Tell every edit between two texts of one report.

    A report is delivered, deliberated, and adopted with amendments. Such a pair
    is compared as a revision: every edit in order, by section and paragraph, as
    the official briefings tell it: 在……后增加……, 将……修改为……, 删除……, and what
    moved; with counts, and with figures, negations, words of strength and
    qualifiers marked where they changed. Punctuation and renumbered headings
    are listed apart. White space, width, paragraph breaks and page numbers are
    no edits; how often they differ is told at the end.

    Texts of other years are rewrites, not revisions: crossyear compare.

    [bold]Examples[/bold]
    crossyear editions delivered.txt adopted.docx
    crossyear editions delivered.txt adopted.docx -o briefing.docx -o edits.json
    crossyear editions draft-3.docx draft-4.docx --place 澜川市 --year 2026
    """
    from compare.editions.comparison import compare_editions
    from corpora.reading import read_work_report
    from reports.cli.console import note
    from reports.output import STANDARD_OUTPUT, check_destination, write_output

    places = placed(output, format_name, _SUFFIXES)
    for path, _ in places:
        check_destination(path, [delivered, adopted])
    earlier, later = (
        read_work_report(path, place=place, year=year, encoding=encoding) for path in (delivered, adopted)
    )
    _refuse_strangers(earlier, later)
    comparison = compare_editions(earlier, later)
    rendered = [(path, _rendered(comparison, target, lang, path, width)) for path, target in places]
    for path, content in rendered:
        write_output(path, content)
        if path != STANDARD_OUTPUT:
            note(f"wrote {path}")


def _refuse_strangers(earlier: "WorkReport", later: "WorkReport") -> None:
    """Refuse texts that are no editions of one report, and note what may be a slip.

    Raises:
        UsageError: they are of different places or years, or have too little in common.
    """
    from compare.editions.comparison import LEAST_IN_COMMON, words_in_common
    from corpora.model import Edition
    from reports.cli.console import note

    names = earlier.source.name, later.source.name
    if (earlier.place, earlier.year) != (later.place, later.year):
        raise UsageError(
            f"{names[0]} is of {earlier.place} {earlier.year}, {names[1]} of {later.place} {later.year}: "
            "editions are texts of one place and year",
            "Use crossyear compare, or tell with --place and --year what both are",
        )
    common = words_in_common(earlier, later)
    if common < LEAST_IN_COMMON:
        raise UsageError(
            f"{names[0]} and {names[1]} have too little in common for editions of one report: "
            f"{common:.0%} of their words stand in clauses of both",
            "One of them may be a news digest or another year's report; crossyear compare takes both",
        )
    if earlier.source.sha256 == later.source.sha256:
        note(f"{names[0]} and {names[1]} have the same content")
    elif (earlier.edition, later.edition) == (Edition.ADOPTED, Edition.DELIVERED):
        note(
            f"{names[0]} says it is as adopted, {names[1]} as delivered; they are compared in the order given"
        )


def _rendered(
    comparison: "EditionComparison", target: str, lang: str | None, path: str, width: int | None
) -> str | bytes:
    language = lang or comparison.later.language
    if target == EditionFormat.JSON:
        from reports.documents.comparison import render_json
        from reports.documents.editions import editions_document

        return render_json(editions_document(comparison))
    if target == _DOCX:
        from reports.circular.editions import render_editions_circular

        return render_editions_circular(comparison, language)
    from reports.views.editions import edition_title, view_editions

    blocks = view_editions(comparison, language)
    if target == EditionFormat.MARKDOWN:
        from reports.markdown import render_markdown

        return render_markdown(blocks)
    if target == EditionFormat.HTML:
        from reports.html_document import render_html

        title = edition_title(comparison, language)
        return render_html(blocks, title=title, language=language, quoted=comparison.later.language)
    from reports.cli.console import as_text

    return as_text(blocks, path, width)
