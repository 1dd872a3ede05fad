"""`crossyear demo`: the main job on the bundled sample."""

import contextlib
from pathlib import Path
from typing import Annotated

import typer

from corpora.errors import UsageError
from reports.cli.options import Debug, Format, Lang, Width, format_of


def demo(
    *,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="PATH", help="Where to write the dashboard.")
    ] = "crossyear-demo.html",
    lang: Lang = None,
    width: Width = None,
    debug: Debug = False,  # noqa: ARG001 - see options.Debug
) -> None:
    """Compare the bundled sample's reports: an invented city, five years, one of them missing.

    Prints what matters first and writes the dashboard; the last line says where it lies.

    [bold]Examples[/bold]
    crossyear demo
    crossyear demo -o sample.html --lang en
    """
    from compare.comparison import compare_with_many
    from reports.cli.console import as_text
    from reports.cli.results import render
    from reports.cli.sample import read_sample
    from reports.output import STANDARD_OUTPUT, check_destination, write_output, write_standard_output
    from reports.views.change import view_briefly
    from reports.words.captions import captions

    if format_of(output) is not Format.HTML:
        raise UsageError(f"{output}: the demo writes its dashboard as a page", "Name the file with .html")
    with contextlib.suppress(OSError):  # what stands in the way is told by the check
        Path(output).parent.mkdir(parents=True, exist_ok=True)
    check_destination(output)
    *earlier, later = read_sample()
    comparison = compare_with_many(earlier, later)
    language = lang or later.language
    write_output(output, render(comparison, Format.HTML, language, output, width))
    write_standard_output(as_text(view_briefly(comparison, language), STANDARD_OUTPUT, width))
    write_standard_output(f"\n{captions(language).dashboard_lies.format(path=output)}\n")
