"""Word documents, made with python-docx and broken on purpose."""

import io

import pytest
from docx import Document
from docx.oxml import parse_xml

from corpora.errors import SourceError
from corpora.reading.docx import read_docx

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(document):
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_paragraphs_stand_on_lines_of_their_own():
    document = Document()
    for text in ("2025年澜川市政府工作报告", "各位代表：", "一、2024年工作回顾"):
        document.add_paragraph(text)

    assert read_docx("a.docx", saved(document)).split("\n") == [
        "2025年澜川市政府工作报告", "各位代表：", "一、2024年工作回顾",
    ]  # fmt: skip


def test_tabs_breaks_and_table_cells():
    document = Document()
    document.add_paragraph("一、回顾\t过去一年\n向好")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "指标", "5%"

    assert read_docx("a.docx", saved(document)) == "一、回顾\t过去一年\n向好\n指标\n5%"


def test_tracked_changes_read_as_accepted():
    document = Document()
    paragraph = document.add_paragraph("实施")
    for tag, text_tag, text in (("del", "delText", "稳健"), ("ins", "t", "适度宽松")):
        paragraph._p.append(parse_xml(  # noqa: SLF001 - python-docx makes no tracked changes itself
            f'<w:{tag} xmlns:w="{WORD}" w:id="1" w:author="x"><w:r><w:{text_tag}>{text}</w:{text_tag}></w:r></w:{tag}>'
        ))  # fmt: skip
    paragraph.add_run("的货币政策")

    assert read_docx("a.docx", saved(document)) == "实施适度宽松的货币政策"


@pytest.mark.parametrize("keep", [0.2, 0.6, 0.95])
def test_truncated(keep):
    content = saved(Document())

    with pytest.raises(SourceError, match=r"a\.docx: the Word document is broken.*save it again"):
        read_docx("a.docx", content[: int(len(content) * keep)])


def test_not_a_zip():
    with pytest.raises(SourceError, match="broken"):
        read_docx("a.docx", b"PK\x03\x04 and then nothing of the kind")
