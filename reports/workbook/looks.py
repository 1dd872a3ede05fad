"""How cells look: named styles of the workbook, each made when it is first needed."""

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from reports.tables.model import Column, Kind
from reports.words.vocabulary import Tone
from reports.workbook.captions import workbook_captions

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Alignment, Font

# Paper and ink of each tone, as the page has them in its light style.
_TONES: dict[Tone, tuple[str, str]] = {
    Tone.NEW: ("E2EFF7", "00629B"),
    Tone.GONE: ("FBE9DC", "A84300"),
    Tone.CHANGED: ("E0F1EC", "00705A"),
    Tone.MOVED: ("F6E4F0", "8A2F6B"),
    Tone.RETURNING: ("F3EECD", "6A5A00"),
}
_FORMATS = {
    Kind.INTEGER: "#,##0",
    Kind.YEAR: "0",
    Kind.OFFSET: "0",
    Kind.SHARE: "0%",
}
_SIGNED = "+0.######;-0.######;0"


class Part(StrEnum):
    """What a cell is for."""

    BODY = "body"
    HEAD = "head"
    TITLE = "title"
    HEADING = "heading"
    NOTE = "note"
    LINK = "link"


_FONTS: dict[Part, dict[str, Any]] = {
    Part.BODY: {"size": 11},
    Part.HEAD: {"size": 11, "bold": True, "color": "FFFFFF"},
    Part.TITLE: {"size": 16, "bold": True},
    Part.HEADING: {"size": 13, "bold": True},
    Part.NOTE: {"size": 10, "color": "5A564E"},
    Part.LINK: {"size": 11, "color": "0A5AD0", "underline": "single"},
}
_HEAD_PAPER = "3A3C41"


class Look(Struct, frozen=True):
    """How a cell looks.

    Attributes:
        part: what it is for.
        tone: what its colour says; the cell's word says the same.
        number_format: as a spreadsheet writes them.
        wrap: whether its text goes on in a further line.
    """

    part: Part = Part.BODY
    tone: Tone = Tone.QUIET
    number_format: str = "General"
    wrap: bool = False


class Looks:
    """The styles of one workbook."""

    def __init__(self, workbook: "Workbook", language: str) -> None:
        self._workbook = workbook
        self._font = workbook_captions(language).font
        self._names: dict[Look, str] = {}

    def dress(self, cell: "Cell", look: Look) -> None:
        """Give a cell a look. Do it before its value is set: a style takes all marks off a cell."""
        name = self._names.get(look)
        if name is None:
            name = self._names[look] = self._made(look)
        cell.style = name

    def _made(self, look: Look) -> str:
        """A named style of a look; the number keeps the names apart."""
        from openpyxl.styles import Border, NamedStyle, PatternFill, Side

        style = NamedStyle(f"crossyear {len(self._names) + 1} {look.part} {look.tone}")
        style.font = self._font_of(look)
        style.alignment = _alignment_of(look)
        style.number_format = look.number_format
        if look.part is Part.HEAD:
            style.fill = PatternFill("solid", fgColor=_HEAD_PAPER)
        elif look.tone in _TONES:
            style.fill = PatternFill("solid", fgColor=_TONES[look.tone][0])
        if look.part in {Part.BODY, Part.LINK}:
            style.border = Border(bottom=Side(style="thin", color="D9D4C8"))
        self._workbook.add_named_style(style)
        return str(style.name)

    def _font_of(self, look: Look) -> "Font":
        from openpyxl.styles import Font

        options = dict(_FONTS[look.part])
        if look.tone in _TONES:
            options["color"] = _TONES[look.tone][1]
        return Font(name=self._font, **options)


def look_of(column: Column[Any], tone: Tone = Tone.QUIET) -> Look:
    """How the cells of a tidy table's column look."""
    number_format = _SIGNED if column.name == "difference" else _FORMATS.get(column.kind, "General")
    return Look(Part.BODY, tone, number_format, wrap=column.kind in {Kind.TEXT, Kind.PASSAGE, Kind.WORD})


def _alignment_of(look: Look) -> "Alignment":
    from openpyxl.styles import Alignment

    vertical = "center" if look.part is Part.HEAD else "top"
    return Alignment(wrap_text=look.wrap or look.part is Part.HEAD, vertical=vertical)
