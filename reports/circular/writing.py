"""Paragraphs, headings, tables and marked runs of the document, from text that is safe to write."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from reports.circular.captions import CircularCaptions, circular_captions
from reports.circular.paper import TEXT_WIDTH, empty_document
from reports.opc import xml_text
from reports.words.vocabulary import Tone

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph

_INKS = {
    Tone.NEW: "00629B",
    Tone.GONE: "A84300",
    Tone.CHANGED: "00705A",
    Tone.MOVED: "8A2F6B",
    Tone.RETURNING: "6A5A00",
}
_HEAD_PAPER = "ECEAE4"
ROWS = 30  # of a long table: a circular is read, the workbook has all
_SMALL = 10.5  # points
_QUOTE_INDENT = 0.75  # centimetres


class Run(Struct, frozen=True):
    """A stretch of text that looks alike.

    Attributes:
        text: as it stands.
        tone: what its colour says.
        bold: for numbers and negations that changed.
        struck: for deleted text.
        underlined: for inserted text.
    """

    text: str
    tone: Tone = Tone.QUIET
    bold: bool = False
    struck: bool = False
    underlined: bool = False


Cell = str | Run | Sequence[Run]


class Writer:
    """Writes the document from its beginning to its end."""

    def __init__(self, language: str, title: str) -> None:
        self.language = language
        self.words: CircularCaptions = circular_captions(language)
        self.document: Document = empty_document(self.words, language, xml_text(title))
        self.document.add_paragraph(xml_text(title), style="Title")

    def heading(self, text: str, level: int) -> None:
        """A heading that the navigation pane shows; level 1 is the highest."""
        self.document.add_paragraph(xml_text(text), style=f"Heading {level}")

    def paragraph(self, text: str) -> None:
        """Running text of our own."""
        self.document.add_paragraph(xml_text(text))

    def note(self, text: str) -> None:
        """A remark in small type."""
        self.document.add_paragraph(xml_text(text), style="Caption")

    def more(self, text: str) -> None:
        """A remark about rows that are not listed, if there are any."""
        if text:
            self.note(text)

    def finding(self, number: int, kind: Run, sentence: str, quotes: Iterable[str]) -> None:
        """A numbered sentence with the quotes that show it."""
        from docx.shared import Cm, Pt

        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        _add(paragraph, Run(f"{number}. "))
        _add(paragraph, Run(f"[{kind.text}] ", kind.tone))
        _add(paragraph, Run(sentence))
        for quote in quotes:
            below = self.document.add_paragraph()
            below.paragraph_format.left_indent = Cm(_QUOTE_INDENT)
            below.paragraph_format.space_after = Pt(2)
            _add(below, Run(quote), small=True)

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Sequence[float]) -> None:
        """A table with ruled cells whose head is repeated on every page.

        Args:
            heads: one for each column.
            rows: as many cells as heads.
            widths: parts of the text's width, one for each column.
        """
        from docx.shared import Cm

        table = self.document.add_table(rows=1, cols=len(heads), style="Table Grid")
        table.autofit = False
        sizes = [Cm(TEXT_WIDTH * width / sum(widths)) for width in widths]
        # Programs differ in whether they go by the columns' widths or by the cells'.
        for column, size in zip(table.columns, sizes, strict=True):
            column.width = size
        for cell, head, size in zip(table.rows[0].cells, heads, sizes, strict=True):
            cell.width = size
            _fill(cell, Run(head, bold=True))
            _shade(cell)
        _repeat(table.rows[0])
        for row in rows:
            for cell, content, size in zip(table.add_row().cells, row, sizes, strict=True):
                cell.width = size
                _fill(cell, content)
        self.document.add_paragraph().paragraph_format.space_after = Cm(0)

    def bytes(self) -> bytes:
        """The document as a file."""
        import io

        from reports.opc import repacked

        written = io.BytesIO()
        self.document.save(written)
        return repacked(written.getvalue())


def _fill(cell: "_Cell", content: Cell) -> None:
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.line_spacing, paragraph.paragraph_format.space_after = 1.15, Pt(1)
    runs = [Run(content)] if isinstance(content, str) else [content] if isinstance(content, Run) else content
    for run in runs:
        _add(paragraph, run, small=True)


def _add(paragraph: "Paragraph", run: Run, *, small: bool = False) -> None:
    from docx.shared import Pt, RGBColor

    if not run.text:
        return
    written = paragraph.add_run(xml_text(run.text))
    if small:
        written.font.size = Pt(_SMALL)
    if run.tone in _INKS:
        written.font.color.rgb = RGBColor.from_string(_INKS[run.tone])
    if run.bold:
        written.font.bold = True
    if run.struck:
        written.font.strike = True
    if run.underlined:
        written.font.underline = True


def _shade(cell: "_Cell") -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), _HEAD_PAPER)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx knows no shading


def _repeat(row: "_Row") -> None:
    from docx.oxml import OxmlElement

    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - nor heads that repeat
    properties.append(OxmlElement("w:tblHeader"))
