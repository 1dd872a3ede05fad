"""The workbook opens, holds what the JSON document holds, leads from finding to row, and runs nothing."""

import io
import re
import zipfile

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from compare.comparison import compare_with_many
from compare.model import Comparison
from compare.undertakings.model import OpenPromise
from corpora.model import Role, Span
from reports.cli.sample import read_sample
from reports.documents.comparison import change_document
from reports.opc import repacked, xml_text
from reports.tables.catalogue import TABLES, columns
from reports.workbook.book import render_workbook
from reports.workbook.captions import workbook_captions
from reports.workbook.cells import MOST_CHARACTERS, safe_text

NAMES = [table.name for table in TABLES if table.always]
HOSTILE = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", '=HYPERLINK("http://example.org","看")', "#N/A", "\t=1+1"]


def opened(comparison, language="zh"):
    return load_workbook(io.BytesIO(render_workbook(comparison, language)))


@pytest.fixture(scope="module")
def sample():
    *_, earlier, later = read_sample()
    return compare_with_many([earlier], later)


@pytest.fixture(scope="module")
def books(sample):
    """The sample's last pair in both languages, as bytes."""
    return {language: render_workbook(sample, language) for language in ("zh", "en")}


@pytest.fixture(scope="module")
def book(books):
    return load_workbook(io.BytesIO(books["zh"]))


def sheet(book, name, language="zh"):
    title = next(table.title for table in TABLES if table.name == name)
    return book[title.text(language)]


def heads(worksheet):
    return [cell.value for cell in worksheet[1]]


def column(worksheet, head):
    letter = worksheet.cell(1, heads(worksheet).index(head) + 1).column_letter
    return [cell.value for cell in worksheet[letter][1:]]


def row_of(book, cell):
    """The sheet and the row that a cell leads to."""
    title, row = re.fullmatch(r"'(.+)'!A([0-9]+)", cell.hyperlink.location).groups()
    return book[title], int(row)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_titles_can_name_sheets(language):
    titles = [table.title.text(language) for table in TABLES]
    titles += [workbook_captions(language).first, workbook_captions(language).columns]
    assert len(set(titles)) == len(titles)
    assert all(0 < len(title) <= 31 and not set(title) & set("[]:*?/\\'") for title in titles)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_table_has_a_sheet_with_as_many_rows_as_the_json_document(sample, books, language):
    book, document = load_workbook(io.BytesIO(books[language])), change_document(sample.pairs[0])
    for name in set(NAMES) & set(document):
        assert sheet(book, name, language).max_row - 1 == len(document[name]), name
    assert sheet(book, "units", language).max_row - 1 == sum(
        len(document[side]["units"]) for side in ("earlier", "later")
    )
    assert book.sheetnames[0] == workbook_captions(language).first


def test_every_column_is_there_and_sentences_in_one_language_only(book):
    for table in (table for table in TABLES if table.always):
        shown = [c for c in columns(table) if c.language != "en"]
        labels = {c.label.zh for c in shown[0 if table.name == "pairs" else 5 :]}
        extra = {"要点序号", "详见"}
        assert set(heads(sheet(book, table.name))) - extra == labels - extra, table.name


def test_cells_hold_the_json_documents_values(sample, book):
    document = change_document(sample.pairs[0])
    findings, units = sheet(book, "findings"), sheet(book, "units")
    assert column(findings, "序号") == list(range(1, len(document["findings"]) + 1))
    assert column(findings, "重要程度") == sorted(
        (each["importance"] for each in document["findings"]), reverse=True
    )
    texts = [unit["text"] for side in ("earlier", "later") for unit in document[side]["units"]]
    assert column(units, "全文") == texts
    assert column(sheet(book, "phrases"), "权重").count(None) == 0


def test_words_are_shown_by_their_labels_with_a_colour_beside_them(book):
    worksheet = sheet(book, "priorities")
    letter = worksheet.cell(1, heads(worksheet).index("变化") + 1).column_letter
    fills = {cell.value: cell.fill.fgColor.rgb for cell in worksheet[letter][1:] if cell.fill.fill_type}
    assert {"移位", "新列", "未再单列"} <= set(fills)
    assert len({fills["移位"], fills["新列"], fills["未再单列"]}) == 3


def test_shares_and_ranks_have_number_formats(book):
    links, first = sheet(book, "links"), book[book.sheetnames[0]]
    letter = links.cell(1, heads(links).index("相似度") + 1).column_letter
    assert {cell.number_format for cell in links[letter][1:]} == {"0%"}
    assert "0%" in {cell.number_format for row in first.iter_rows() for cell in row}
    findings = sheet(book, "findings")
    assert findings.cell(2, heads(findings).index("序号") + 1).number_format == "#,##0"


def test_heads_are_frozen_and_filtered_and_printed_on_every_page(book):
    for name in NAMES:
        worksheet = sheet(book, name)
        assert worksheet.freeze_panes == "A2"
        assert worksheet.auto_filter.ref == worksheet.dimensions
        assert worksheet.print_title_rows == "$1:$1"
        assert str(worksheet.page_setup.paperSize) == "9"
        assert worksheet.page_setup.fitToHeight == 0


def test_columns_are_wide_enough_for_chinese_and_long_text_wraps(book):
    worksheet = sheet(book, "priorities")
    place = heads(worksheet).index("后一文本标题") + 1
    cell = max((row[place - 1] for row in worksheet.iter_rows(min_row=2)), key=lambda c: len(c.value or ""))
    width = worksheet.column_dimensions[cell.column_letter].width
    lines = worksheet.row_dimensions[cell.row].height / 15
    assert 2 * len(cell.value) <= width * lines
    assert cell.alignment.wrap_text


def test_every_finding_leads_to_the_row_it_is_about_and_the_row_back(book):
    findings = sheet(book, "findings")
    see = heads(findings).index("详见") + 1
    kinds = column(findings, "类别")
    led = [cell for (cell,) in findings.iter_rows(min_row=2, min_col=see, max_col=see) if cell.hyperlink]
    # One finding is about all undertakings together; every other one has its row.
    assert len(kinds) - len(led) == kinds.count("未见回应的承诺") == 1
    back = {}
    for cell in led:
        worksheet, row = row_of(book, cell)
        assert cell.value == f"{worksheet.title} 第{row}行"
        back.setdefault((worksheet.title, row), []).append(cell.row)
    for (title, row), first in back.items():
        cell = book[title].cell(row, 1)
        assert heads(book[title])[0] == "要点序号"
        assert row_of(book, cell) == (findings, min(first))


def test_a_finding_leads_to_a_row_with_the_same_words(book):
    findings = sheet(book, "findings")
    by_head = {head: place for place, head in enumerate(heads(findings))}
    seen = set()
    for cells in findings.iter_rows(min_row=2):
        if cells[by_head["详见"]].hyperlink:
            worksheet, row = row_of(book, cells[by_head["详见"]])
            seen.add(worksheet.title)
            told = " ".join(str(cell.value) for cell in worksheet[row])
            quotes = (cells[by_head["前一文本原文"]].value, cells[by_head["后一文本原文"]].value)
            label = re.compile(r"^(（.+?）|[一二三四五六七八九十]+、)|[。，；]$")
            assert any(label.sub("", quote) in told for quote in quotes if quote), (quotes, told)
    assert {"工作任务", "提法", "预期目标", "目标完成情况", "要素变化", "单元"} <= seen


def test_the_first_sheet_tells_what_matters_first_and_leads_on(book):
    first = book[book.sheetnames[0]]
    texts = [str(cell.value) for row in first.iter_rows() for cell in row if cell.value is not None]
    assert texts[0] == "澜川市 2025 年政府工作报告与 2024 年对比"
    assert any("未作比较：标题、称呼和报道文字" in text for text in texts)
    led = {}
    for row in first.iter_rows():
        for cell in row:
            if cell.hyperlink:
                led.setdefault(row_of(book, cell)[0].title, []).append(cell)
    assert set(led) == set(book.sheetnames[1:])
    findings = sheet(book, "findings")
    sentences = column(findings, "要点")
    for cell in led["要点"]:
        row = row_of(book, cell)[1]
        if row > 1:
            assert cell.value == sentences[row - 2]


def test_links_between_sheets_lead_to_rows_that_are_there(book):
    for worksheet in book:
        for row in worksheet.iter_rows():
            for cell in row:
                if cell.hyperlink:
                    target, number = row_of(book, cell)
                    assert cell.hyperlink.target is None
                    assert number <= target.max_row


def test_several_pairs_are_told_apart_by_key_columns(comparison_of_many):
    book = opened(comparison_of_many)
    assert set(column(sheet(book, "findings"), "前一文本年份")) == {2021, 2023}
    assert "后一文本年份" not in heads(sheet(book, "findings"))
    assert "对比编号" not in heads(sheet(book, "findings"))
    assert sheet(book, "pairs").max_row == 3


def test_pairs_of_the_same_year_are_told_apart_by_their_key(comparison):
    (pair,) = comparison.pairs
    other = replace(pair.earlier, source=replace(pair.earlier.source, sha256="f" * 64))
    book = opened(Comparison((pair, replace(pair, earlier=other)), comparison.overview))
    assert len(set(column(sheet(book, "findings"), "对比编号"))) == 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_same_comparison_gives_the_same_bytes(sample, books, language, monkeypatch):
    first = books[language]
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert render_workbook(sample, language) == first
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms" not in package.read("docProps/core.xml").split(b">", 2)[2]


@pytest.fixture(scope="module")
def hostile_book(make_report):
    long = "建设一批重大项目，" * 4500
    texts = [*HOSTILE, "响铃\x07和\x0b换页\x0c以及\ufffe", long]
    earlier = make_report(2023, [("一、", "=cmd|'/C calc'!A0", Role.PLAN, texts[:3])])
    later = make_report(2024, [("一、", "=cmd|'/C calc'!A0", Role.PLAN, texts)])
    source = replace(later.source, name="=\udcff.txt")
    return opened(compare_with_many([earlier], replace(later, source=source, title="@SUM(1)")))


def test_hostile_text_stays_text(hostile_book):
    book = hostile_book
    cells = [cell for worksheet in book for row in worksheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    texts = [cell for cell in cells if isinstance(cell.value, str)]
    for begins in ("=", "+", "-", "@"):
        risky = [cell for cell in texts if cell.value.startswith(begins)]
        assert risky, begins
        assert all(cell.quotePrefix for cell in risky)
    assert not any(cell.quotePrefix for cell in texts if not cell.value.startswith(tuple("=+-@\t\r")))
    assert "=\ufffd.txt" in {cell.value for cell in texts}
    assert set(HOSTILE) - {"\t=1+1"} <= {cell.value for cell in texts}


def test_a_text_longer_than_a_cell_is_cut_and_says_so(hostile_book):
    texts = column(sheet(hostile_book, "units"), "全文")
    longest = max(texts, key=len)
    assert len(longest) == MOST_CHARACTERS
    assert longest.endswith("（共 40,500 字，超出单元格上限，全文见 JSON 输出）")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("提法\n第二行\t表", "提法\n第二行\t表"),
        ("a\x00b\x1fc\x7f", "a\ufffdb\ufffdc\x7f"),
        ("\ud800\ufffe\uffff", "\ufffd" * 3),
        ("𠮷", "𠮷"),
    ],
)
def test_text_that_xml_cannot_hold_is_seen_as_missing(text, expected):
    assert xml_text(text) == expected


def test_characters_beyond_the_basic_plane_count_twice():
    kept = safe_text("𠮷" * 20_000, "en")
    assert len(kept.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
    assert kept.startswith("𠮷" * 16_000)
    assert safe_text("𠮷" * 16_383, "en") == "𠮷" * 16_383


def test_repacking_keeps_every_part():
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr("b.xml", "<b/>")
        archive.writestr("docProps/core.xml", '<c><dcterms:created a="b">2020</dcterms:created><t>x</t></c>')
    with zipfile.ZipFile(io.BytesIO(repacked(package.getvalue()))) as archive:
        assert archive.namelist() == ["b.xml", "docProps/core.xml"]
        assert archive.read("b.xml") == b"<b/>"
        assert archive.read("docProps/core.xml") == b"<c><t>x</t></c>"


def test_the_whole_has_sheets_only_where_there_is_something_to_tell(comparison, comparison_of_many):
    assert "最早见于" not in opened(comparison).sheetnames
    many = opened(comparison_of_many)
    assert column(many["最早见于"], "最早见于") == [2021, None, 2023, None]
    promise = OpenPromise(2021, "建桥3座", Span(4, 8), "m2", (2022, 2024), None, None, "")
    assert column(opened(replace(comparison, open_promises=(promise,)))["往年承诺"], "承诺原文") == [
        "建桥3座"
    ]
