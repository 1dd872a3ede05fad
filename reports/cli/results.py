"""A comparison → the formats and places that were asked for."""

from collections.abc import Sequence

from compare.model import Comparison
from reports.cli.console import as_text, note
from reports.cli.options import Format
from reports.output import STANDARD_OUTPUT, write_output


def write_results(
    comparison: Comparison, targets: Sequence[tuple[str, Format]], language: str, width: int | None
) -> None:
    """Write a comparison wherever it was asked for.

    Everything is rendered before the first file is written, so that a failure leaves no half of the results.

    Args:
        comparison: what was found.
        targets: (path or `-`, format) pairs.
        language: `zh` or `en`.
        width: columns of text outputs, or None for the natural width.

    Raises:
        UsageError: a file cannot be written.
    """
    rendered = [(path, render(comparison, target, language, path, width)) for path, target in targets]
    for path, text in rendered:
        write_output(path, text)
        if path != STANDARD_OUTPUT:
            note(f"wrote {path}")


def render(comparison: Comparison, target: Format, language: str, path: str, width: int | None) -> str:
    """A comparison in one format; files list everything, the terminal what fits on a few screens."""
    match target:
        case Format.JSON:
            from reports.json_document import comparison_document, render_json

            return render_json(comparison_document(comparison))
        case Format.HTML:
            from reports.dashboard.page import render_dashboard

            return render_dashboard(comparison, language)
        case Format.MARKDOWN:
            from reports.markdown import render_markdown
            from reports.views.change import view_comparison
            from reports.views.context import EVERYTHING

            return render_markdown(view_comparison(comparison, language, EVERYTHING))
        case Format.TEXT:
            from reports.views.change import view_comparison
            from reports.views.context import EVERYTHING, SCREEN

            limits = SCREEN if path == STANDARD_OUTPUT else EVERYTHING
            return as_text(view_comparison(comparison, language, limits), path, width)
