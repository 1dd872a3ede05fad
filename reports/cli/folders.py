"""What fills whole folders: the tables of a comparison, and the charts of its page."""

from typing import TYPE_CHECKING

from msgspec import Struct

from reports.formats import PictureFormat, TableFormat

if TYPE_CHECKING:
    from compare.model import Comparison


class Folders(Struct, frozen=True):
    """The folders that were asked for, and the format of what fills them."""

    tables: str | None
    table_format: TableFormat
    charts: str | None
    chart_format: PictureFormat

    @property
    def named(self) -> tuple[str, ...]:
        """The folders that were named."""
        return tuple(folder for folder in (self.tables, self.charts) if folder is not None)

    def check(self) -> None:
        """Refuse what cannot be written before any work is done for it.

        Raises:
            UsageError: a folder cannot be written into, or there is no browser to draw charts.
        """
        from reports.browser import find_browser
        from reports.output import check_folder

        for folder in self.named:
            check_folder(folder)
        if self.charts is not None:
            find_browser()

    def render(self, comparison: "Comparison", language: str) -> dict[str, dict[str, bytes]]:
        """Folder → file name → content.

        Raises:
            UsageError: the browser failed.
        """
        found: dict[str, dict[str, bytes]] = {folder: {} for folder in self.named}
        if self.tables is not None:
            from reports.tables.files import render_tables

            found[self.tables] |= render_tables(comparison, self.table_format)
        if self.charts is not None:
            from reports.browser import find_browser
            from reports.dashboard.pictures import render_pictures

            pictures = render_pictures(comparison, language, self.chart_format, find_browser())
            found[self.charts] |= pictures
        return found
