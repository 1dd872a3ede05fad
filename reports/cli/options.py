"""The options that several verbs share, each declared once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from corpora.errors import UsageError
from reports.language import Language
from reports.output import STANDARD_OUTPUT


class Format(StrEnum):
    """The formats a result can be written in."""

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
}

WHERE = "Where and how it is shown"
WHAT = "What the files do not tell"
WHICH = "What is looked at"

Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        help="Write to this file; the suffix chooses the format: .html .json .md .txt. May be given several "
        "times. Nothing is printed then, unless --format is given too. - is standard output.",
        rich_help_panel=WHERE,
    ),
]
FormatName = Annotated[
    Format | None,
    typer.Option("--format", help="Print this format to standard output.", rich_help_panel=WHERE),
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
# Read by `reports.cli.main` from the command line itself, so that it also serves what fails outside a verb.
Debug = Annotated[
    bool,
    typer.Option("--debug", help="Show the traceback of an error.", rich_help_panel=WHERE),
]


def format_of(path: str) -> Format:
    """The format that a path's suffix chooses.

    Raises:
        UsageError: the suffix is none of ours.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES:
        known = " ".join(SUFFIXES)
        raise UsageError(f"{path}: the suffix chooses no format", f"Name the file with one of {known}")
    return SUFFIXES[suffix]


def destinations(outputs: list[str] | None, chosen: Format | None) -> list[tuple[str, Format]]:
    """Where each format goes: the files named, and standard output when asked for or nothing is named."""
    files = [path for path in outputs or [] if path != STANDARD_OUTPUT]
    found = [(path, format_of(path)) for path in files]
    if chosen is not None or not files or STANDARD_OUTPUT in (outputs or []):
        found.append((STANDARD_OUTPUT, chosen or Format.TEXT))
    return found
