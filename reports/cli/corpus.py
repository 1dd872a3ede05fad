"""`crossyear corpus`: what a folder of reports holds."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpora.errors import UsageError
from reports.cli.options import Debug, Format, FormatName, Lang, Outputs, Width, destinations
from reports.cli.sources import note_cache_problem

if TYPE_CHECKING:
    from corpora.store import Corpus

app = typer.Typer(no_args_is_help=True, help="What a corpus, made of your own files, has in it.")


@app.command("list")
def list_reports(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder; its subfolders are read too.")],
    *,
    output: Outputs = None,
    format_name: FormatName = None,
    lang: Lang = None,
    width: Width = None,
    debug: Debug = False,  # noqa: ARG001 - see options.Debug
) -> None:
    """List the reports of a folder: place, year, kind, format, length, encoding, and what to check.

    Any of them can then be named as PLACE:YEAR where --corpus DIR is given.
    What reading cannot know is told in manifest.csv or manifest.toml in the
    folder: file, and any of place, year, kind, edition, encoding. A file that
    cannot be read is listed with the reason.

    [bold]Examples[/bold]
    crossyear corpus list reports
    crossyear corpus list reports --format json
    crossyear compare Shanxi:2024 山西:2025 --corpus reports
    """
    from corpora.store import read_corpus
    from reports.output import check_destination, write_output

    targets = destinations(output, format_name)
    for path, target in targets:
        if target is Format.HTML:
            raise UsageError("a list of reports is not written as a page (html)", "Ask for text, md or json")
        check_destination(path)
    corpus = read_corpus(folder)
    note_cache_problem(corpus)
    for path, target in targets:
        write_output(path, _rendered(corpus, target, lang or "zh", path, width))


def _rendered(corpus: "Corpus", target: Format, language: str, path: str, width: int | None) -> str:
    from reports.views.corpus import corpus_document, view_corpus

    if target is Format.JSON:
        from reports.json_document import render_json

        return render_json(corpus_document(corpus))
    blocks = view_corpus(corpus, language)
    if target is Format.MARKDOWN:
        from reports.markdown import render_markdown

        return render_markdown(blocks)
    from reports.cli.console import as_text

    return as_text(blocks, path, width)
