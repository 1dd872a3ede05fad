"""The results of a panel as files: its tables in the format asked for, and their codebook."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reports.batch.choices import BatchFormat
from reports.batch.failures import failures_frame
from reports.batch.run import Watcher
from reports.batch.work import Rooms
from reports.batch.workbook import as_workbook
from reports.batch.write import Style, remove_others
from reports.formats import TableFormat
from reports.output import write_output
from reports.panel.codebook import CODEBOOK, codebook_frame, describe, render_codebook, render_labels
from reports.panel.run import Panel, rows_of
from reports.panel.tables import FAILURES, PANEL, frames_of
from reports.tables.files import table_bytes

if TYPE_CHECKING:
    import polars as pl

_ROWS_AT_ONCE = 1000  # as values they take ten times the room that they take in a frame
_LABELS = "labels"


def write_panel(rooms: Rooms, panel: Panel, style: Style, watcher: Watcher, *, is_balanced: bool) -> Path:
    """Write a panel; files of an earlier run that are not written again are removed.

    Args:
        rooms: the corpus and the folder of the results.
        panel: what was worked out.
        style: how it is written.
        watcher: is told how far it is.
        is_balanced: whether places and years without a report, and indicators without a target, have rows.

    Returns:
        The codebook.

    Raises:
        UsageError: a file cannot be written.
    """
    frames = _frames(rooms, panel, watcher, is_balanced=is_balanced)
    described = list(describe(frames))
    codebook = codebook_frame(described)
    contents: dict[str, str | bytes] = dict(_tables(frames | {CODEBOOK: codebook}, style))
    contents[f"{style.name(CODEBOOK)}.csv"] = table_bytes(codebook, TableFormat.CSV, for_spreadsheets=False)
    page = f"{style.name(CODEBOOK)}.md"
    contents[page] = render_codebook(described, frames, style.corpus, style.language)
    if style.target is BatchFormat.CSV:
        names = {name: style.name(name) for name in frames}
        contents[f"{style.name(_LABELS)}.do"] = render_labels(names)
    for name, content in contents.items():
        write_output(str(rooms.out / name), content)
    remove_others(rooms.out, style.name("panel-files"), set(contents))
    return rooms.out / page


def _frames(rooms: Rooms, panel: Panel, watcher: Watcher, *, is_balanced: bool) -> "dict[str, pl.DataFrame]":
    import polars as pl

    planned = panel.plan.rows
    watcher.begin("writing", len(planned))
    groups = []
    for at in range(0, max(len(planned), 1), _ROWS_AT_ONCE):
        some = planned[at : at + _ROWS_AT_ONCE]
        groups.append(frames_of(rows_of(rooms, panel, some), is_balanced=is_balanced))
        watcher.step(len(some), 0)
    frames = {name: pl.concat([group[name] for group in groups]) for name in groups[0]}
    return frames | {FAILURES.name: failures_frame(panel.failures)}


def _tables(frames: "dict[str, pl.DataFrame]", style: Style) -> Iterator[tuple[str, bytes]]:
    if style.target is BatchFormat.XLSX:
        yield f"{style.name(PANEL.name)}.xlsx", as_workbook(frames, style.language)
        return
    for name, frame in frames.items():
        if name != CODEBOOK:
            content = table_bytes(frame, TableFormat(style.target.value), for_spreadsheets=False)
            yield f"{style.name(name)}.{style.target.value}", content
