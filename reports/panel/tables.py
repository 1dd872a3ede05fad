"""The tables of a panel, each defined once: its file, what a row is, its variables."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from reports.batch.failures import COLUMNS as FAILURE_COLUMNS
from reports.panel.changes import CHANGES
from reports.panel.keys import KEYS, REPORTS
from reports.panel.model import PlaceYear
from reports.panel.targets import LONG, WIDE, long_rows
from reports.panel.texts import TEXTS
from reports.tables.catalogue import frame_of
from reports.tables.model import Both, Column

if TYPE_CHECKING:
    import polars as pl


class PanelTable(Struct, frozen=True):
    """A table of a panel.

    Attributes:
        name: stable; the name of its file.
        title: for people.
        about: what one row is.
        columns: its variables.
    """

    name: str
    title: Both
    about: Both
    columns: tuple[Column[Any], ...]


PANEL = PanelTable(
    "panel",
    Both("面板数据", "Panel"),
    Both("一行是一个地方的一年", "one row is a place and a year"),
    (*KEYS, *REPORTS, *TEXTS, *CHANGES),
)
TARGETS = PanelTable(
    "panel_targets",
    Both("目标宽表", "Targets, wide"),
    Both(
        "一行是一个地方的一年，一组变量是一项指标的年度目标",
        "one row is a place and a year, a group of variables an indicator's aim for that year",
    ),
    WIDE,
)
TARGETS_LONG = PanelTable(
    "panel_targets_long",
    Both("目标长表", "Targets, long"),
    Both(
        "一行是一个地方一年的一项目标，含多年目标",
        "one row is a target of a place and year, those for several years included",
    ),
    LONG,
)
FAILURES = PanelTable(
    "panel_failures",
    Both("未完成", "Failures"),
    Both(
        "一行是各表中没有的一个文件或一对报告",
        "one row is a file or a pair of reports that is missing, and why",
    ),
    FAILURE_COLUMNS,
)
PANEL_TABLES = (PANEL, TARGETS, TARGETS_LONG, FAILURES)


def frames_of(rows: Sequence[PlaceYear], *, is_balanced: bool) -> "dict[str, pl.DataFrame]":
    """Some rows in every table but that of failures.

    Args:
        rows: places and years.
        is_balanced: whether the long table has a row for each indicator.
    """
    of_target = list(long_rows(rows, is_balanced=is_balanced))
    return {
        PANEL.name: _frame(PANEL, rows),
        TARGETS.name: _frame(TARGETS, rows),
        TARGETS_LONG.name: _frame(TARGETS_LONG, of_target),
    }


def _frame(table: PanelTable, rows: Sequence[Any]) -> "pl.DataFrame":
    return frame_of(table.columns, [tuple(column.value(row) for column in table.columns) for row in rows])
