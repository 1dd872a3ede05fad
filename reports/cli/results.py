"""A comparison → the formats and places that were asked for."""

from collections.abc import Mapping, Sequence

from compare.model import Comparison
from reports.cli.console import as_text, note
from reports.cli.options import Format
from reports.formats import PlotlyFrom
from reports.output import STANDARD_OUTPUT, write_folder, write_output
from reports.words.counts import Count


def write_results(
    comparison: Comparison,
    targets: Sequence[tuple[str, Format]],
    language: str,
    width: int | None,
    *,
    folders: Mapping[str, Mapping[str, bytes]] | None = None,
    plotly: PlotlyFrom = PlotlyFrom.INLINE,
) -> None:
    """Write a comparison wherever it was asked for.

    Everything is rendered before the first file is written, so that a failure leaves no half of the results.

    Args:
        comparison: what was found.
        targets: (path or `-`, format) pairs.
        language: `zh` or `en`.
        width: columns of text outputs, or None for the natural width.
        folders: what else is written: folder → file name → content.
        plotly: where a page has plotly.js from.

    Raises:
        UsageError: a file cannot be written.
    """
    rendered = [
        (path, render(comparison, target, language, path, width, plotly=plotly)) for path, target in targets
    ]
    for path, content in rendered:
        write_output(path, content)
        if path != STANDARD_OUTPUT:
            note(f"wrote {path}")
    for folder, contents in (folders or {}).items():
        write_folder(folder, contents)
        note(f"wrote {len(contents)} {Count(len(contents)):file|files} into {folder}")


def render(
    comparison: Comparison,
    target: Format,
    language: str,
    path: str,
    width: int | None,
    *,
    plotly: PlotlyFrom = PlotlyFrom.INLINE,
) -> str | bytes:
    """A comparison in one format; files list everything, the terminal what fits on a few screens."""
    match target:
        case Format.TEXT | Format.MARKDOWN:
            return _as_blocks(comparison, target, language, path, width)
        case Format.JSON:
            from reports.documents.comparison import comparison_document, render_json

            return render_json(comparison_document(comparison))
        case Format.HTML:
            from reports.dashboard.page import render_dashboard

            return render_dashboard(comparison, language, plotly=plotly)
        case Format.XLSX:
            from reports.workbook.book import render_workbook

            return render_workbook(comparison, language)
        case Format.DOCX:
            from reports.circular.document import render_circular

            return render_circular(comparison, language)
        case Format.CSV | Format.PARQUET:
            from reports.formats import TableFormat
            from reports.tables.files import render_table
            from reports.tables.findings import FINDINGS

            return render_table(FINDINGS, comparison, TableFormat(target))


def _as_blocks(comparison: Comparison, target: Format, language: str, path: str, width: int | None) -> str:
    """A comparison as running text."""
    from reports.views.change import view_comparison
    from reports.views.context import EVERYTHING, SCREEN

    if target is Format.MARKDOWN:
        from reports.markdown import render_markdown

        return render_markdown(view_comparison(comparison, language, EVERYTHING))
    limits = SCREEN if path == STANDARD_OUTPUT else EVERYTHING
    return as_text(view_comparison(comparison, language, limits), path, width)
