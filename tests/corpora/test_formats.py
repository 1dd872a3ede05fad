"""The same report in every format: the same paragraphs, whatever surrounds them, and nothing lost on the way."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.cleaning import clean
from corpora.errors import SourceError
from corpora.reading import read_source, read_work_report
from corpora.reading.report import as_work_report
from corpora.reading.source import as_source

SUFFIXES = {".txt", ".docx", ".pdf", ".doc", ".html"}
FORMATS = ["txt", "docx", "html", "pdf", "doc"]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_gives_the_same_paragraphs(form, files, paragraphs):
    source = as_source(f"report.{form}", files[form])

    assert source.format == form
    assert tuple(as_work_report(source).text.split("\n")) == paragraphs


@pytest.mark.parametrize("form", FORMATS)
def test_the_format_is_told_by_the_content_not_by_the_name(form, files):
    assert as_source("report.txt", files[form]).format == form


@pytest.mark.parametrize("form", FORMATS)
def test_kept_and_left_out_make_up_the_source_in_every_format(form, files, all_words):
    there, told = all_words(as_source("a", files[form]))

    assert told == there


words = st.text(
    st.sampled_from("经济发展，。；：“”5%aB 一是二——（三）、\u3000\u200b#*|>-_`~[]() \t版下转第页摄"),
    min_size=1, max_size=60,
)  # fmt: skip


@pytest.mark.parametrize("form", [*FORMATS, "md"])
@given(st.lists(words, min_size=1, max_size=12))
def test_nothing_is_lost_whatever_the_paragraphs(form, make, all_words, lines):
    content = getattr(make, "txt" if form == "md" else form)(
        ("各位代表：现在，我代表市人民政府，向大会报告政府工作。", *lines)
    )
    source = as_source(f"a.{form}", content)
    there, told = all_words(source)

    assert told == there
    printed = "".join("".join(lines).replace("\u200b", "").split())
    if form == "pdf":  # PDFium takes a hyphen at a line's end for hyphenation
        printed, there = printed.replace("-", ""), there.replace("-", "")
    assert form == "html" or printed in there.replace("\u200b", "")


def test_kept_and_left_out_make_up_every_real_file(shared, all_words):
    files = [path for path in sorted((shared / "corpus").rglob("*")) if path.suffix in SUFFIXES]
    assert len(files) > 50
    for path in files:
        there, told = all_words(read_source(path))
        assert told == there, path.name


# -- web pages -------------------------------------------------------------------------------------


def page(body, head=""):
    return f"<html><head>{head}</head><body>{body}</body></html>"


def test_what_surrounds_the_text_of_a_page_is_left_out_with_its_reason(files):
    left_out = as_work_report(as_source("a", files["html"])).left_out

    assert {piece.reason for piece in left_out} == {"page-frame"}
    assert "首页政务公开" in left_out[0].text
    assert left_out[-1].text.startswith("版权所有")


def test_an_old_page_with_one_table_cell_and_breaks(paragraphs):
    links = "".join(f"<tr><td><a href='{n}'>各地动态：第{n}条新闻的标题。</a></td></tr>" for n in range(40))
    text = "<br><br>".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{each}" for each in paragraphs)
    body = f"<table>{links}</table><table><tr><td><font size=3>{text}</font></td></tr></table><table>{links}</table>"
    content = page(body, "<meta http-equiv=Content-Type content='text/html; charset=gb2312'>").encode(
        "gb18030"
    )
    source = as_source("a.htm", content)

    assert (source.format, source.encoding) == ("html", "gb18030")
    assert tuple(as_work_report(source).text.split("\n")) == paragraphs


def test_a_page_with_each_paragraph_in_a_division(paragraphs):
    text = "".join(f"<div><span>{each[:3]}</span><font>{each[3:]}</font></div>" for each in paragraphs)
    body = f"<ul><li><a href=x>首页</a></li></ul><div class=TRS_UEDITOR>{text}</div><p>打印本页</p>"

    assert tuple(as_work_report(as_source("a", page(body).encode())).text.split("\n")) == paragraphs


LINES = [
    # (what it is about, body, lines)
    ("line ends in the source are no blanks in Chinese", "<p>经济\n 发展</p>", ["经济发展"]),
    ("but they are between Latin words", "<p>Open\nAI</p>", ["Open AI"]),
    ("inline elements are no borders", "<p>增长<b>5%</b>左右</p>", ["增长5%左右"]),
    ("breaks are", "<p>一、回顾<br/>过去一年</p>", ["一、回顾", "过去一年"]),
    ("cells of a table", "<table><tr><td>指标</td><td>5%</td></tr></table>", ["指标", "5%"]),
    ("comments say nothing, what follows does", "<p>经济<!-- x -->发展</p>", ["经济发展"]),
    ("scripts say nothing, what follows does", "<p>经济<script>x()</script>发展</p>", ["经济发展"]),
    ("hidden junk", "<p>经济<span style='display: none'>垃圾</span>发展</p>", ["经济发展"]),
    ("entities", "<p>&ldquo;双创&rdquo;&#20013;</p>", ["“双创”中"]),
    ("unclosed tags", "<p>经济<p>发展<font><font>改革", ["经济", "发展改革"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "lines"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_lines_of_a_page(body, lines):
    assert as_source("a", page(body).encode()).text.split("\n") == lines


def test_nesting_beyond_reason_is_refused():
    with pytest.raises(SourceError, match="nested too deeply"):
        as_source("a", page("<div>" * 10_000 + "经济发展").encode())


# -- PDF -------------------------------------------------------------------------------------------


def test_page_numbers_and_running_heads(make, paragraphs):
    long = [each for each in paragraphs if len(each) > 50] * 12
    left_out = as_work_report(as_source("a.pdf", make.pdf((*paragraphs, *long)))).left_out

    assert [piece.text for piece in left_out][:2] == ["- 1 -", "- 2 -"]
    assert {piece.reason for piece in left_out} == {"page-number"}


@pytest.mark.parametrize("row_by_row", [False, True], ids=["by column", "by row"])
def test_two_columns_are_read_one_after_the_other(row_by_row, make, paragraphs, all_words):
    printed = (*paragraphs, *paragraphs[6:9], *paragraphs[11:])  # else every page were like the one before
    source = as_source("a.pdf", make.columns_pdf(printed, row_by_row=row_by_row))
    there, told = all_words(source)

    assert tuple(clean(source.text, source.outside).text.split("\n")) == printed
    assert told == there
    assert {piece.reason for piece in source.outside} == {"page-number"}


def test_a_wide_gap_in_a_line_makes_no_column(make, paragraphs):
    signed = (*paragraphs[:2], "市长\u3000\u3000\u3000\u3000\u3000章明", *paragraphs[3:])
    report = as_work_report(as_source("a.pdf", make.pdf(signed)))

    assert report.text.replace(" ", "").replace("\u3000", "").split("\n") == [
        each.replace(" ", "").replace("\u3000", "") for each in signed
    ]


def test_a_scanned_pdf_is_told(make):
    with pytest.raises(SourceError, match=r"scanned PDF.*\(OCR\)"):
        as_source("a.pdf", make.pdf(["1"]))


@pytest.mark.parametrize("keep", [20, 200, 900])
def test_a_cut_pdf_is_told(keep, files):
    with pytest.raises(SourceError, match="PDF"):
        as_source("a.pdf", files["pdf"][:keep])


# -- old Word --------------------------------------------------------------------------------------


def test_fields_show_their_result_only(make):
    text = '见\x13 HYPERLINK "x" \x14附件\x15，经济发展。'

    assert as_source("a.doc", make.doc([text])).text == "见附件，经济发展。\n"


OLE_KINDS = [
    ({"Workbook": b"x"}, r"old Excel \(\.xls\)"),
    ({"EncryptedPackage": b"x"}, "protected by a password"),
    ({"PowerPoint Document": b"x"}, r"presentation \(\.ppt\)"),
    ({"Other": b"x"}, r"WPS or Office document.*save it as \.docx"),
    ({"WordDocument": b"\xec\xa5" + bytes(40), "1Table": b""}, "broken"),
]


@pytest.mark.parametrize(("streams", "problem"), OLE_KINDS)
def test_other_documents_in_the_old_container(streams, problem, make):
    with pytest.raises(SourceError, match=problem):
        as_source("a.doc", make.compound_file(streams))


# -- what is known but not read --------------------------------------------------------------------

KNOWN = [
    (b"\x89PNG\r\n\x1a\n" + bytes(99), r"picture \(\.png\).*OCR"),
    (b"\xff\xd8\xff\xe0" + bytes(99), r"picture \(\.jpg\).*OCR"),
    (b"GIF89a" + bytes(99), "picture"),
    (b"RIFF1234WEBPVP8 ", "picture"),
    (b"Rar!\x1a\x07\x01" + bytes(99), r"archive \(\.rar\).*Unpack"),
    (b"7z\xbc\xaf\x27\x1c" + bytes(99), r"archive \(\.7z\)"),
    (rb"{\rtf1\ansi}", r"Rich Text.*save it as \.docx"),
    (b"MIME-Version: 1.0\r\n", r"\.mht.*\(\.html\)"),
    (codecs.BOM_UTF8, "no text"),
    (bytes(range(256)) * 9, "charset that can be told"),
]


@pytest.mark.parametrize(("content", "problem"), KNOWN)
def test_what_is_known_but_not_read(content, problem):
    with pytest.raises(SourceError, match=problem):
        as_source("a", content)


ZIP_KINDS = [
    ({"OFD.xml": b"x", "Doc_0/Document.xml": b"x"}, r"\.ofd.*as PDF"),
    ({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"}, r"\.xlsx"),
    ({"[Content_Types].xml": b"x", "ppt/presentation.xml": b"x"}, r"\.pptx"),
    ({"mimetype": b"x", "META-INF/manifest.xml": b"x"}, r"\.odt"),
]


@pytest.mark.parametrize(("inside", "problem"), ZIP_KINDS)
def test_documents_that_are_archives(inside, problem, make, tmp_path):
    path = tmp_path / "a.bin"
    path.write_bytes(make.zip(inside))
    with pytest.raises(SourceError, match=problem):
        read_source(path)


# -- files -----------------------------------------------------------------------------------------


def test_the_users_charset(tmp_path, paragraphs):
    path = tmp_path / "2025.txt"
    path.write_bytes("\n".join(paragraphs).encode("big5", "ignore"))

    assert read_source(path, encoding="big5").encoding == "big5"


@pytest.mark.parametrize("name", ["no/such\0name.txt", "x" * 5000])
def test_names_that_no_file_can_have(name):
    with pytest.raises(SourceError, match=r"cannot be opened|no such file"):
        read_work_report(name)


@pytest.mark.parametrize("form", ["html", "pdf", "doc"])
def test_converted_files_have_the_measures_of_their_documents(form, shared):
    """The figure that is asked for is .98 of the measures of each file, white space aside."""
    found = sorted((shared / "corpus" / "converted").glob(f"*.{form}"))
    assert found
    for path in found:
        converted = {"".join(unit.text.split()) for unit in read_work_report(path).units}
        document = read_work_report(shared / "corpus" / "provinces" / f"{path.stem}.docx")
        measures = ["".join(unit.text.split()) for unit in document.units]
        assert sum(text in converted for text in measures) >= 0.98 * len(measures), path.name
