"""The circulated report opens, holds what the JSON document holds, quotes both texts whole, and runs nothing."""

import io
import re
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Cm
from msgspec.structs import replace

from compare.comparison import compare_with_many
from compare.undertakings.model import OpenPromise
from corpora.model import Role, Span
from reports.circular.document import render_circular
from reports.circular.parts import FINDINGS
from reports.circular.side_by_side import LAID_OUT
from reports.circular.writing import ROWS
from reports.cli.sample import read_sample
from reports.documents.comparison import change_document


def opened(content):
    return docx.Document(io.BytesIO(content))


@pytest.fixture(scope="module")
def sample():
    *_, earlier, later = read_sample()
    return compare_with_many([earlier], later)


@pytest.fixture(scope="module")
def contents(sample):
    return {language: render_circular(sample, language) for language in ("zh", "en")}


@pytest.fixture(scope="module")
def document(contents):
    return opened(contents["zh"])


@pytest.fixture(scope="module")
def as_json(sample):
    return change_document(sample.pairs[0])


def chapters(document):
    """Heading of level 1 → the paragraphs and tables below it."""
    found, title = {}, ""
    for element in document.element.body.iterchildren():
        if element.tag == qn("w:p"):
            paragraph = docx.text.paragraph.Paragraph(element, document)
            if paragraph.style.name == "Heading 1":
                title = paragraph.text
            found.setdefault(title, ([], []))[0].append(paragraph)
        elif element.tag == qn("w:tbl"):
            found.setdefault(title, ([], []))[1].append(docx.table.Table(element, document))
    return found


def texts(paragraphs):
    return [paragraph.text for paragraph in paragraphs]


def rows(table):
    return [[cell.text for cell in row.cells] for row in table.rows[1:]]


def test_the_parts_are_numbered_headings_that_can_be_navigated(document):
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == [
        "一、要点",
        "二、总体变化",
        "三、工作任务及其位次",
        "四、预期目标",
        "五、目标完成情况",
        "六、承诺及回应",
        "七、提法",
        "八、文字对照",
        "九、未作比较的内容及原因",
    ]
    assert document.paragraphs[0].style.name == "Title"
    assert document.paragraphs[0].text == "澜川市 2025 年政府工作报告与 2024 年对比"


def test_the_first_findings_are_told_with_their_count(document, as_json):
    paragraphs, _ = chapters(document)["一、要点"]
    told = [text for text in texts(paragraphs) if re.match(r"[0-9]+\. \[", text)]
    assert [int(text.partition(".")[0]) for text in told] == list(range(1, FINDINGS + 1))
    assert f"共 {len(as_json['findings'])} 条" in paragraphs[-1].text
    assert "[任务移位]" in told[0]


def test_tables_have_as_many_rows_as_the_json_document(document, as_json):
    found = chapters(document)
    assert len(rows(found["三、工作任务及其位次"][1][0])) == len(as_json["priorities"])
    for title, name in (("四、预期目标", "targets"), ("五、目标完成情况", "outcomes")):
        paragraphs, (table,) = found[title]
        assert len(rows(table)) == ROWS
        assert f"另有 {len(as_json[name]) - ROWS} 项未列" in "".join(texts(paragraphs))
    assert len(rows(found["九、未作比较的内容及原因"][1][0])) == len(as_json["not_compared"])


def test_the_counts_are_those_of_the_json_document(document, as_json):
    found = chapters(document)
    figures = {row[0]: row[1:] for row in rows(found["二、总体变化"][1][0])}
    assert figures["新出现"][2] == str(len(as_json["new_units"]))
    assert figures["未再出现"][0] == str(len(as_json["dropped_units"]))
    silent = [each for each in as_json["promises"] if each["status"] == "silent"]
    line = texts(found["六、承诺及回应"][0])[1]
    assert f"承诺 {len(as_json['promises'])} 条" in line
    assert f"未见回应 {len(silent)} 条" in line
    sections = rows(found["六、承诺及回应"][1][0])
    assert sum(int(row[1]) for row in sections) == len(as_json["promises"])
    assert sum(int(row[4]) for row in sections) == len(silent)
    statuses = [each["status"] for each in as_json["phrases"]]
    assert f"新出现 {statuses.count('new')}（未列全）、" in "".join(texts(found["七、提法"][0]))


def unmarked(runs, *, struck, underlined):
    return "".join(
        run.text
        for run in runs
        if not (struck and run.font.strike) and not (underlined and run.font.underline)
    )


def test_the_wording_holds_both_texts_whole_and_marks_what_differs(document, as_json):
    _, tables = chapters(document)["八、文字对照"]
    units = {side: {unit["id"]: unit for unit in as_json[side]["units"]} for side in ("earlier", "later")}
    expected = {}
    for link in as_json["links"]:
        first = units["later"][link["later"][0]]
        if first["level"] == "measure" and first["role"] in set(LAID_OUT) and link["kind"] != "kept":
            both = ["\n".join(units[side][i]["text"] for i in link[side]) for side in ("earlier", "later")]
            expected[both[1]] = both[0]
    shown = {}
    for table in tables:
        for row in table.rows[1:]:
            left, right = (cell.paragraphs[0].runs for cell in row.cells)
            if left[0].text.startswith("（未见") or right[0].text.startswith("（未见"):
                continue
            assert right[0].text.startswith("[")
            shown["".join(run.text for run in right[1:])] = "".join(run.text for run in left)
            kept = unmarked(left, struck=True, underlined=False)
            again = unmarked(right[1:], struck=False, underlined=True)
            assert kept.replace("\n", "") == again.replace("\n", "")  # a split stands on two lines
            assert not any(run.font.underline for run in left)
            assert not any(run.font.strike for run in right)
    assert expected
    assert shown == expected


def test_numbers_that_changed_are_bold(document):
    _, tables = chapters(document)["八、文字对照"]
    runs = [
        run for t in tables for row in t.rows[1:] for cell in row.cells for run in cell.paragraphs[0].runs
    ]
    bold = {run.text for run in runs if run.font.bold}
    assert {"220", "230"} <= bold
    assert all(run.font.color.rgb is not None for run in runs if run.font.strike or run.font.underline)


def test_units_without_partner_stand_there_too(document, as_json):
    _, tables = chapters(document)["八、文字对照"]
    alone = [row for table in tables for row in rows(table) if "（未见对应内容）" in row]
    forward = [role.value for role in LAID_OUT]
    new = [
        unit
        for unit in as_json["later"]["units"]
        if unit["id"] in as_json["new_units"] and unit["level"] == "measure" and unit["role"] in forward
    ]
    assert [row[1] for row in alone if row[0] == "（未见对应内容）"] == [
        f"[新出现] {unit['text']}" for unit in sorted(new, key=lambda unit: forward.index(unit["role"]))
    ]
    assert any(row[0].startswith("[未再出现] ") for row in alone)


def test_it_is_a4_with_fonts_by_name_and_page_numbers(document):
    section = document.sections[0]
    assert [round(size / Cm(1), 1) for size in (section.page_width, section.page_height)] == [21.0, 29.7]
    fonts = {
        name: document.styles[name].element.rPr.rFonts.get(qn("w:eastAsia"))
        for name in ("Normal", "Title", "Heading 1", "Heading 2")
    }
    assert fonts == {"Normal": "宋体", "Title": "黑体", "Heading 1": "黑体", "Heading 2": "黑体"}
    fields = section.footer._element.iter(qn("w:fldSimple"))  # noqa: SLF001 - python-docx knows no fields
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE", "NUMPAGES"]


def test_the_heads_of_tables_are_repeated_and_cells_fill_the_width(document):
    for table in document.tables:
        assert table._element.find(f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:tblHeader')}") is not None  # noqa: SLF001
        for row in (table.rows[0], table.rows[-1]):
            assert abs(sum(cell.width for cell in row.cells) - Cm(15.6)) < Cm(0.05)


def test_several_pairs_have_an_overview_and_a_chapter_each(comparison_of_many):
    document = opened(render_circular(comparison_of_many, "en"))
    headings = [(p.style.name[-1], p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert [text for level, text in headings if level == "1"] == [
        "In which year each priority and measure is first found",
        "甲市: the 2024 work report compared with 2021",
        "甲市: the 2024 work report compared with 2023",
    ]
    assert [text for level, text in headings if level == "2"].count("1. Findings") == 2


def test_what_was_not_compared_is_never_told_as_none(comparison):
    found = chapters(opened(render_circular(comparison, "en")))
    (text,) = texts(found["4. Targets"][0])[1:]
    assert text == "targets (not yet compared)"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_same_comparison_gives_the_same_bytes(sample, contents, language, monkeypatch):
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert render_circular(sample, language) == contents[language]
    with zipfile.ZipFile(io.BytesIO(contents[language])) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml")
        assert b"<dcterms:created" not in core
        assert b"<dcterms:modified" not in core


def test_hostile_text_stays_text(make_report):
    nasty = ["响铃\x07和\x0b换页\x0c以及\ufffe", '<w:p/>&amp;"]]>', "建设一批重大项目，" * 4500]
    earlier = make_report(2023, [("一、", "旧<b>标题</b>", Role.PLAN, ["植树造林"])])
    later = make_report(2024, [("一、", "新<b>标题</b>\x00", Role.PLAN, nasty)])
    source = replace(later.source, name="\udcff.txt")
    comparison = compare_with_many([earlier], replace(later, source=source))
    document = opened(render_circular(comparison, "zh"))
    told = "\n".join(
        [
            *texts(document.paragraphs),
            *(text for table in document.tables for row in rows(table) for text in row),
        ]
    )
    assert '<w:p/>&amp;"]]>' in told
    assert "响铃\ufffd和\ufffd换页\ufffd以及\ufffd" in told
    assert nasty[2] in told
    assert "\ufffd.txt" in told
    with zipfile.ZipFile(io.BytesIO(render_circular(comparison, "zh"))) as package:
        relations = b"".join(package.read(name) for name in package.namelist() if name.endswith(".rels"))
        assert b'TargetMode="External"' not in relations


def test_what_stays_open_has_a_heading_of_its_own(comparison):
    promise = OpenPromise(2021, "建桥3座", Span(4, 8), "m2", (2022, 2024), None, None, "")
    found = chapters(opened(render_circular(replace(comparison, open_promises=(promise,)), "zh")))
    assert rows(found["往年承诺仍未见回应"][1][0]) == [["2021", "建桥3座", "2022、2024年", ""]]
    assert "往年承诺仍未见回应" not in chapters(opened(render_circular(comparison, "zh")))
