"""The first sheet: what was compared, what matters first, how much changed, where all is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from compare.model import Comparison
from corpora.model import WorkReport
from reports.rows.rows import FindingRow, Summary, Tally
from reports.views.change import pair_title
from reports.views.context import digest_notes
from reports.views.left_out import things_not_compared
from reports.words.captions import captions
from reports.words.pairs import (
    finding_word,
    is_through_time,
    pair_captions,
    pair_word,
    side_labels,
    text_names,
)
from reports.words.sentences import finding_sentence
from reports.words.vocabulary import Tone, label
from reports.workbook.cells import cell_at, put
from reports.workbook.looks import Look, Looks, Part
from reports.workbook.plan import FINDINGS, Sheet
from reports.workbook.sheets import HEAD_ROWS, Made, lead_to, lines_of, paper

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

FINDINGS_SHOWN = 10  # as the other outputs tell first
FINDINGS_OF_SEVERAL = 5  # of each pair where there are several
_WIDTHS = (18, 17, 34, 22, 14, 30)
_LINE, _SHARE = 15.0, "0%"
_HIGHEST = 400.0  # points: no spreadsheet has rows higher than 409
Cells = Sequence[str | int | float | None]


class FirstSheet:
    """Writes the first sheet from top to bottom."""

    def __init__(self, worksheet: "Worksheet", made: Made) -> None:
        self._worksheet = worksheet
        self._made = made
        self._looks: Looks = made.looks
        self._language = made.language
        self._row = 0

    def write(self, comparison: Comparison, summaries: Sequence[Summary]) -> None:
        """Write everything.

        Args:
            comparison: what the workbook shows.
            summaries: one for each pair, in the same order.
        """
        for number, width in enumerate(_WIDTHS, start=1):
            self._worksheet.column_dimensions[cell_at(self._worksheet, 1, number).column_letter].width = width
        several = len(summaries) > 1
        self._line(self._title(comparison), Look(Part.TITLE), height=26)
        for position, summary in enumerate(summaries):
            if several:
                self._gap()
                self._line(pair_title(summary.change_report, self._language), Look(Part.HEADING), height=20)
            self._texts(summary)
            self._findings(summary, position, FINDINGS_OF_SEVERAL if several else FINDINGS_SHOWN)
            self._counts(summary)
        self._sheets()
        paper(self._worksheet, self._made.words)

    def _title(self, comparison: Comparison) -> str:
        if len(comparison.pairs) == 1:
            return pair_title(comparison.pairs[0], self._language)
        later = comparison.pairs[0].later
        return captions(self._language).title_many.format(
            place=later.place, later=later.year, count=len(comparison.pairs)
        )

    # -- what was compared -----------------------------------------------------------------------------

    def _texts(self, summary: Summary) -> None:
        words, own = captions(self._language), self._made.words
        self._cells((None, own.place_year, own.title, own.kind, own.characters, own.source), Look(Part.HEAD))
        change_report = summary.change_report
        first, second = side_labels(change_report, self._language)
        self._text(first, change_report.earlier, summary.earlier_characters)
        self._text(second, change_report.later, summary.later_characters)
        things, sheet = things_not_compared(change_report, self._language), self._made.title("not_compared")
        line = own.not_compared.format(list=things, sheet=sheet) if things else words.nothing_not_compared
        cell = self._line(line, Look(Part.NOTE, wrap=True))
        if things:
            lead_to(cell, sheet, 1)
        for note in digest_notes(change_report, self._language):
            self._line(note, Look(Part.NOTE, wrap=True))

    def _text(self, side: str, report: WorkReport, characters: int) -> None:
        kind = f"{label(report.kind, self._language)}, {label(report.edition, self._language)}"
        if self._language == "zh":
            kind = kind.replace(", ", "，")
        place = f"{report.place} {report.year}"
        self._cells((side, place, report.title, kind, characters, report.source.name), Look(wrap=True))

    # -- what matters first ----------------------------------------------------------------------------

    def _findings(self, summary: Summary, pair: int, most: int) -> None:
        words = pair_captions(summary.change_report, self._language)
        self._gap()
        self._line(words.findings, Look(Part.HEADING), height=20)
        if not summary.findings:
            self._line(words.nothing_changed, Look())
            return
        rows = {rank: row for row, rank in self._ranks(pair)}
        for row in summary.findings[:most]:
            self._finding(row, summary, rows[row.rank])
        title, count = self._made.title(FINDINGS), len(summary.findings)
        if count > most:
            line = self._made.words.all_findings.format(count=count, sheet=title)
            lead_to(self._line(line, Look(Part.LINK)), title, 1)

    def _ranks(self, pair: int) -> list[tuple[int, int]]:
        sheet = self._made.plan.sheets[FINDINGS]
        ranks = ((row, sheet.value(row, "rank")) for row, of in enumerate(sheet.pairs) if of == pair)
        return [(row, rank) for row, rank in ranks if isinstance(rank, int)]

    def _finding(self, row: FindingRow, summary: Summary, place: int) -> None:
        entry = finding_word(row.finding, summary.change_report)
        self._row += 1
        kind = cell_at(self._worksheet, self._row, 1)
        self._looks.dress(kind, Look(tone=entry.tone, wrap=True))
        put(kind, entry.label(self._language), self._language)
        sentence = finding_sentence(row.finding, summary.change_report, self._language)
        cell = self._merged(sentence, Look(Part.LINK, wrap=True), first=2)
        lead_to(cell, self._made.title(FINDINGS), place + HEAD_ROWS + 1)

    # -- how much changed ------------------------------------------------------------------------------

    def _counts(self, summary: Summary) -> None:
        words, own = pair_captions(summary.change_report, self._language), self._made.words
        earlier, later = text_names(summary.change_report, self._language)
        self._gap()
        self._line(words.at_a_glance, Look(Part.HEADING), height=20)
        self._cells(
            (
                words.outcome,
                own.earlier_units.format(name=earlier),
                words.share_of.format(name=earlier),
                own.later_units.format(name=later),
                words.share_of.format(name=later),
                own.moved if is_through_time(summary.change_report) else own.moved_aside,
            ),
            Look(Part.HEAD),
        )
        for tally in summary.whole:
            self._tally(tally, summary)

    def _tally(self, tally: Tally, summary: Summary) -> None:
        entry = pair_word(tally.outcome, summary.change_report)
        figures = (
            (tally.earlier_units, "#,##0"),
            (_share(tally.earlier_characters, summary.earlier_characters), _SHARE),
            (tally.later_units, "#,##0"),
            (_share(tally.later_characters, summary.later_characters), _SHARE),
            (tally.moved, "#,##0"),
        )
        self._row += 1
        name = cell_at(self._worksheet, self._row, 1)
        self._looks.dress(name, Look(tone=entry.tone))
        put(name, entry.label(self._language), self._language)
        for number, (figure, number_format) in enumerate(figures, start=2):
            cell = cell_at(self._worksheet, self._row, number)
            self._looks.dress(cell, Look(number_format=number_format))
            put(cell, figure or None, self._language)

    # -- where all is ----------------------------------------------------------------------------------

    def _sheets(self) -> None:
        own = self._made.words
        self._gap()
        self._cells((own.sheet, own.rows, own.about), Look(Part.HEAD))
        for sheet in self._made.plan.sheets.values():
            title = sheet.table.title.text(self._language)
            self._row += 1
            name, count = cell_at(self._worksheet, self._row, 1), cell_at(self._worksheet, self._row, 2)
            self._looks.dress(name, Look(Part.LINK))
            put(name, title, self._language)
            lead_to(name, title, 1)
            self._looks.dress(count, Look(number_format="#,##0"))
            put(count, self._rows_told(sheet), self._language)
            self._merged(sheet.table.about.text(self._language), Look(wrap=True), first=3)
        self._row += 1
        name = cell_at(self._worksheet, self._row, 1)
        self._looks.dress(name, Look(Part.LINK))
        put(name, own.columns, self._language)
        lead_to(name, own.columns, 1)

    def _rows_told(self, sheet: Sheet) -> str | int:
        """How many rows a sheet has; what was not compared is never told as none."""
        if not sheet.rows and sheet.table.name in self._made.plan.not_compared:
            return self._made.title("not_compared")
        return len(sheet.rows)

    # -- lines -----------------------------------------------------------------------------------------

    def _gap(self) -> None:
        self._row += 1

    def _cells(self, values: Cells, look: Look) -> None:
        self._row += 1
        lines = 1
        for number, value in enumerate(values, start=1):
            cell = cell_at(self._worksheet, self._row, number)
            number_format = "#,##0" if isinstance(value, int) else "General"
            self._looks.dress(cell, Look(look.part, Tone.QUIET, number_format, look.wrap))
            put(cell, value, self._language)
            if isinstance(value, str):
                lines = max(lines, lines_of(value, _WIDTHS[number - 1]))
        self._worksheet.row_dimensions[self._row].height = min(lines * _LINE + 3, _HIGHEST)

    def _line(self, text: str, look: Look, height: float | None = None) -> "Cell":
        """A line over the whole width."""
        self._row += 1
        cell = self._merged(text, look, first=1)
        if height is not None:
            self._worksheet.row_dimensions[self._row].height = height
        return cell

    def _merged(self, text: str, look: Look, first: int) -> "Cell":
        """A text from a column to the last one of the current row."""
        cell = cell_at(self._worksheet, self._row, first)
        self._looks.dress(cell, look)
        put(cell, text, self._language)
        self._worksheet.merge_cells(
            start_row=self._row, end_row=self._row, start_column=first, end_column=len(_WIDTHS)
        )
        lines = lines_of(text, sum(_WIDTHS[first - 1 :]))
        self._worksheet.row_dimensions[self._row].height = min(lines * _LINE + 3, _HIGHEST)
        return cell


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
