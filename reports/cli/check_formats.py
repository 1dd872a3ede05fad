"""The formats that `crossyear check` writes, and which file names choose them."""

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from corpora.errors import CrossyearError
from reports.cli.console import as_text, note
from reports.output import STANDARD_OUTPUT, append_output, suffix_of, write_output

if TYPE_CHECKING:
    from compare.model import Comparison
    from reports.gate.lines import Told


class CheckFormat(StrEnum):
    """The formats a check can be written in."""

    TEXT = "text"
    MARKDOWN = "md"
    JSON = "json"
    HTML = "html"
    JUNIT = "junit"
    SARIF = "sarif"
    CODE_QUALITY = "codequality"
    ANNOTATIONS = "annotations"


SUFFIXES = {
    ".txt": CheckFormat.TEXT,
    ".md": CheckFormat.MARKDOWN,
    ".json": CheckFormat.JSON,
    ".html": CheckFormat.HTML,
    ".htm": CheckFormat.HTML,
    ".xml": CheckFormat.JUNIT,
    ".sarif": CheckFormat.SARIF,
}
# GitLab takes any name; a JSON file that says so in its name is meant for it.
_CODE_QUALITY_NAMES = ("code-quality.json", "codequality.json", "codeclimate.json")
Targets = Sequence[tuple[str, CheckFormat]]


def check_format_of(path: str) -> CheckFormat:
    """The format that a file's name chooses.

    Raises:
        UsageError: it is a folder, or its suffix is none of ours.
    """
    if PurePath(path).name.lower().endswith(_CODE_QUALITY_NAMES):
        return CheckFormat.CODE_QUALITY
    suffix = suffix_of(path, (*SUFFIXES, *_CODE_QUALITY_NAMES[:1]))
    return SUFFIXES[suffix]


def check_targets(outputs: Sequence[str] | None, chosen: CheckFormat | None) -> Targets:
    """Where each format goes: the files named, and standard output when asked for or nothing is named."""
    files = [path for path in outputs or () if path != STANDARD_OUTPUT]
    found = [(path, check_format_of(path)) for path in files]
    if chosen is not None or not files or STANDARD_OUTPUT in (outputs or ()):
        found.append((STANDARD_OUTPUT, chosen or CheckFormat.TEXT))
    return found


def write_check(told: "Told", comparison: "Comparison | None", targets: Targets, width: int | None) -> None:
    """Write a check wherever it was asked for, and where GitHub's runner looks for it.

    Everything is rendered before the first file is written; a failed check is written like a passed one.

    Args:
        told: the check, worded.
        comparison: what it rests on, or None when there is none.
        targets: (path or `-`, format) pairs.
        width: columns of text, or None for the natural width.

    Raises:
        UsageError: a file cannot be written.
    """
    rendered = [(path, render_check(told, comparison, target, path, width)) for path, target in targets]
    for path, text in rendered:
        write_output(path, text)
        if path != STANDARD_OUTPUT:
            note(f"wrote {path}")
    _tell_github(told, {target for _, target in targets})


def render_check(
    told: "Told", comparison: "Comparison | None", target: CheckFormat, path: str, width: int | None
) -> str:
    """A check in one format."""
    match target:
        case CheckFormat.TEXT:
            from reports.gate.formats.view import ON_SCREEN, view_check

            text = as_text(view_check(told, ON_SCREEN if path == STANDARD_OUTPUT else None), path, width)
        case CheckFormat.MARKDOWN:
            from reports.gate.formats.view import render_check_markdown

            text = render_check_markdown(told)
        case CheckFormat.JSON:
            from reports.gate.formats.document import render_check_json

            text = render_check_json(told)
        case CheckFormat.HTML:
            from reports.gate.formats.page import render_check_page

            text = render_check_page(told, comparison)
        case CheckFormat.JUNIT:
            from reports.gate.formats.junit import render_junit

            text = render_junit(told)
        case CheckFormat.SARIF:
            from reports.gate.formats.sarif import render_sarif

            text = render_sarif(told)
        case CheckFormat.CODE_QUALITY:
            from reports.gate.formats.code_quality import render_code_quality

            text = render_code_quality(told)
        case CheckFormat.ANNOTATIONS:
            from reports.gate.formats.annotations import render_annotations

            text = render_annotations(told)
    return text


def _tell_github(told: "Told", written: set[CheckFormat]) -> None:
    """The step's summary and annotations, where a runner of GitHub asks for them.

    The runner reads commands from both streams; standard output is left to the result.
    """
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        from reports.gate.formats.view import SUMMARY_BYTES, render_check_markdown

        before = Path(summary).stat().st_size if Path(summary).is_file() else 0
        text = render_check_markdown(told, max(SUMMARY_BYTES - before, 0))
        try:
            append_output(summary, text + "\n")
        except CrossyearError as error:
            note(f"the step's summary is missing: {error}")
    if os.environ.get("GITHUB_ACTIONS") == "true" and CheckFormat.ANNOTATIONS not in written:
        from reports.gate.formats.annotations import render_annotations

        sys.stderr.write(render_annotations(told))
