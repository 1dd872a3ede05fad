"""The empty document: A4, fonts by name for Chinese and Latin text, headings as styles, page numbers.

The margins are those of GB/T 9704 (format of official documents); the fonts are those that every office has:
宋体 for text, 黑体 for headings. None is embedded.
"""

from typing import TYPE_CHECKING, Any

from reports.circular.captions import CircularCaptions
from reports.words.language import Language

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

SONG, HEI, LATIN = "宋体", "黑体", "Times New Roman"
_INK = "1B1A17"
# Centimetres: 297 x 210, less the margins of the standard.
_TOP, _BOTTOM, _LEFT, _RIGHT = 3.7, 3.5, 2.8, 2.6
TEXT_WIDTH = 21.0 - _LEFT - _RIGHT
_BODY, _SMALL = 12.0, 10.5  # points: 小四, 五号
_HEADINGS = {1: 15.0, 2: 13.0, 3: 12.0}


def empty_document(words: CircularCaptions, language: str, title: str) -> "Document":
    """A document with nothing in it but its styles and its footer.

    Args:
        words: the captions, for the page number.
        language: `zh` or `en`, for the language of the text.
        title: the document's title, among its properties.
    """
    from importlib import metadata

    from docx import Document
    from docx.shared import Cm

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(_TOP), Cm(_BOTTOM)
    section.left_margin, section.right_margin = Cm(_LEFT), Cm(_RIGHT)
    _styles(document, language)
    _footer(section.footer.paragraphs[0], words)
    properties = document.core_properties
    properties.author = f"crossyear {metadata.version('crossyear')}"
    properties.title, properties.comments = title, ""
    properties.language = "zh-CN" if language == Language.ZH else "en"
    return document


def _styles(document: "Document", language: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    styles: Any = document.styles
    _font(styles["Normal"], SONG, _BODY)
    _language(styles["Normal"], language)
    normal = styles["Normal"].paragraph_format
    normal.line_spacing, normal.space_after = 1.35, Pt(4)
    _font(styles["Title"], HEI, 20.0)
    title = styles["Title"].paragraph_format
    title.alignment, title.space_after = WD_ALIGN_PARAGRAPH.CENTER, Pt(14)
    _without_border(styles["Title"])
    for level, size in _HEADINGS.items():
        style = styles[f"Heading {level}"]
        _font(style, HEI, size)
        style.font.bold = False  # 黑体 is the bold of Chinese print
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(14), Pt(6)
        style.paragraph_format.keep_with_next = True
    _font(styles["Caption"], SONG, _SMALL)
    styles["Caption"].font.bold = False
    styles["Caption"].paragraph_format.space_after = Pt(8)


def _font(style: "ParagraphStyle", chinese: str, size: float) -> None:
    """Set the font by name for each script; a heading's theme font would win over a name otherwise."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size = LATIN, Pt(size)
    style.font.color.rgb = RGBColor.from_string(_INK)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), chinese)
    fonts.set(qn("w:cs"), LATIN)


def _language(style: "ParagraphStyle", language: str) -> None:
    """Quotes are Chinese whatever the language of our own words."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement("w:lang")
    element.set(qn("w:val"), "zh-CN" if language == Language.ZH else "en-GB")
    element.set(qn("w:eastAsia"), "zh-CN")
    style.element.get_or_add_rPr().append(element)


def _without_border(style: "ParagraphStyle") -> None:
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _footer(paragraph: "Paragraph", words: CircularCaptions) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    before, between, after = words.page
    paragraph.add_run(before)
    _field(paragraph, "PAGE")
    paragraph.add_run(between)
    _field(paragraph, "NUMPAGES")
    paragraph.add_run(after)


def _field(paragraph: "Paragraph", name: str) -> None:
    """A number that the program which shows the document reckons."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = paragraph.add_run("1")
    field.append(run._r)  # noqa: SLF001 - python-docx knows no fields
    paragraph._p.append(field)  # noqa: SLF001 - and this is how its elements are reached
