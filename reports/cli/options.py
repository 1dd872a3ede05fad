"""The options that several verbs share, each declared once."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from corpora.errors import UsageError
from reports.formats import PictureFormat, PlotlyFrom, TableFormat
from reports.output import STANDARD_OUTPUT, suffix_of
from reports.words.language import Language


class Format(StrEnum):
    """The formats a result can be written in."""

    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"
    HTML = "html"
    XLSX = "xlsx"
    DOCX = "docx"
    CSV = "csv"
    PARQUET = "parquet"


class PlainFormat(StrEnum):
    """The formats that every result can be written in; most of the others are for comparisons."""

    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"


class PageFormat(StrEnum):
    """The formats of what can also be a page."""

    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"
    HTML = "html"


SUFFIXES = {
    ".txt": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".json": Format.JSON,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xlsx": Format.XLSX,
    ".docx": Format.DOCX,
    ".csv": Format.CSV,
    ".parquet": Format.PARQUET,
}
# No text: a terminal would show noise.
BINARY = frozenset({Format.XLSX, Format.DOCX, Format.PARQUET})

WHERE = "Where and how it is shown"
WHAT = "What the files do not tell"
WHICH = "What is looked at"

FORMAT_OPTION = typer.Option("--format", help="Print this format to standard output.", rich_help_panel=WHERE)


def output_option(formats: str, *, chosen_by: str = "suffix") -> Any:  # noqa: ANN401 - as typer has it
    """The option --output of a verb.

    Args:
        formats: the suffixes and what they hold, for the help.
        chosen_by: what of a file's name chooses.
    """
    return typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        help=f"Write to this file; the {chosen_by} chooses the format: {formats}. May be given several "
        "times. Nothing is printed then, unless --format is given too. - is standard output.",
        rich_help_panel=WHERE,
    )


Outputs = Annotated[
    list[str] | None,
    output_option(".html .xlsx .docx .md .json .txt; .csv and .parquet hold the table of findings"),
]
PlainOutputs = Annotated[
    list[str] | None,
    output_option(".md .json .txt"),
]
PageOutputs = Annotated[
    list[str] | None,
    output_option(".html .md .json .txt"),
]
PageFormatName = Annotated[
    PageFormat | None,
    FORMAT_OPTION,
]
PlainFormatName = Annotated[
    PlainFormat | None,
    FORMAT_OPTION,
]
FormatName = Annotated[
    Format | None,
    FORMAT_OPTION,
]
Lang = Annotated[
    Language | None,
    typer.Option(
        "--lang",
        help="Language of headings and sentences; quotes stay as they are. Default: the report's own.",
        rich_help_panel=WHERE,
    ),
]
Width = Annotated[
    int | None,
    typer.Option(
        "--width",
        min=40,
        metavar="COLUMNS",
        help="Width of the text. Default: the terminal's, 80 when piped or written to a file.",
        rich_help_panel=WHERE,
    ),
]
Tables = Annotated[
    str | None,
    typer.Option(
        "--tables",
        metavar="DIR",
        help="Write every table into this folder, one file each, and a dictionary of their columns.",
        rich_help_panel=WHERE,
    ),
]
TableFormatName = Annotated[
    TableFormat,
    typer.Option("--table-format", help="The format of the files of --tables.", rich_help_panel=WHERE),
]
Charts = Annotated[
    str | None,
    typer.Option(
        "--charts",
        metavar="DIR",
        help="Write every chart of the page into this folder as a picture. An installed Chromium, Chrome or "
        "Edge draws them; CROSSYEAR_BROWSER names another one.",
        rich_help_panel=WHERE,
    ),
]
ChartFormatName = Annotated[
    PictureFormat,
    typer.Option("--chart-format", help="The format of the files of --charts.", rich_help_panel=WHERE),
]
Plotly = Annotated[
    PlotlyFrom,
    typer.Option(
        "--plotly",
        help="Where a page has plotly.js from, which draws its charts. cdn makes a page that is a fifth as "
        "large, and whose charts need a network whenever it is opened.",
        rich_help_panel=WHERE,
    ),
]
SOURCE_HELP = (
    ".txt, .md, .html, .docx, .doc, .pdf, one in a .zip (archive.zip!name), or PLACE:YEAR with --corpus."
)

Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="CHARSET",
        help="The charset of text files and web pages, where it is told wrongly: utf-8, gb18030, big5 …",
        rich_help_panel=WHAT,
    ),
]
CorpusFolder = Annotated[
    Path,
    typer.Option("--corpus", metavar="DIR", help="The folder with the reports.", rich_help_panel=WHICH),
]
YearsAsked = Annotated[
    str | None,
    typer.Option("--years", metavar="YEARS", help="Only these years: 2015-2019,2023.", rich_help_panel=WHICH),
]
AliasFile = Annotated[
    Path | None,
    typer.Option(
        "--aliases",
        metavar="FILE",
        help='Forms that name one formulation, as TOML: "营改增" = ["营业税改征增值税"].',
        rich_help_panel=WHAT,
    ),
]
LaterYear = Annotated[
    int | None,
    typer.Option("--later-year", metavar="YEAR", help="The year of LATER.", rich_help_panel=WHAT),
]
LaterPlace = Annotated[
    str | None,
    typer.Option("--later-place", metavar="PLACE", help="The place of LATER.", rich_help_panel=WHAT),
]
# Read by `reports.cli.main` from the command line itself, so that it also serves what fails outside a verb.
Debug = Annotated[
    bool,
    typer.Option("--debug", help="Show the traceback of an error.", rich_help_panel=WHERE),
]


def format_of(path: str) -> Format:
    """The format that a path's suffix chooses.

    Raises:
        UsageError: it is a folder, or the suffix is none of ours.
    """
    return SUFFIXES[suffix_of(path, SUFFIXES)]


def refuse_formats(
    targets: Iterable[tuple[str, Format]], allowed: type[PlainFormat] | type[PageFormat], thing: str
) -> None:
    """Refuse formats that a result is not written in.

    Args:
        targets: (path or `-`, format) pairs.
        allowed: the formats that there are.
        thing: what is to be written, for the message.

    Raises:
        UsageError: one of the formats is none of those allowed.
    """
    known = [each.value for each in allowed]
    for _, target in targets:
        if target.value not in known:
            asked = f"Ask for {', '.join(known[:-1])} or {known[-1]}"
            raise UsageError(f"{thing} is not written as {target}", asked)


def refuse_terminal(targets: Iterable[tuple[str, Format]]) -> None:
    """Refuse to print what is no text where a person would see it.

    Raises:
        UsageError: standard output is a terminal.
    """
    for path, target in targets:
        if path == STANDARD_OUTPUT and target in BINARY and sys.stdout.isatty():
            raise UsageError(
                f"--format {target} is no text and standard output is a terminal",
                f"Write to a file with -o NAME.{target}, or into a pipe",
            )


def destinations(
    outputs: list[str] | None, chosen: Format | PageFormat | PlainFormat | None, *, elsewhere: bool = False
) -> list[tuple[str, Format]]:
    """Where each format goes: the files named, and standard output when asked for or nothing is named.

    Args:
        outputs: what `-o` names.
        chosen: what `--format` names.
        elsewhere: whether another option names a place, so that nothing need be printed.

    Raises:
        UsageError: a suffix is none of ours.
    """
    files = [path for path in outputs or [] if path != STANDARD_OUTPUT]
    found = [(path, format_of(path)) for path in files]
    nowhere = not files and not elsewhere
    if chosen is not None or nowhere or STANDARD_OUTPUT in (outputs or []):
        found.append((STANDARD_OUTPUT, Format(chosen or Format.TEXT)))
    return found
