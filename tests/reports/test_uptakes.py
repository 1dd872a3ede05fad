"""A higher level's formulations in a lower level's report, as every output shows them."""

import io
import json
from importlib.resources import files

import docx
import jsonschema
import pytest
from lxml import html
from msgspec.structs import replace
from openpyxl import load_workbook

from compare.comparison import compare_with_many
from corpora.model import Fact, Role
from reports.circular.document import render_circular
from reports.dashboard.page import render_dashboard
from reports.documents.comparison import comparison_document
from reports.terminal import render_terminal
from reports.views.change import view_comparison
from reports.views.context import SCREEN
from reports.workbook.book import render_workbook

CENTRAL = "实施梨产业振兴行动，建设现代化果业体系，健全果品质量安全追溯制度，推进农村道路提质改造工程。"
LOCAL = "实施梨产业振兴行动，建设现代果业体系，修缮县城河堤。"


@pytest.fixture(scope="module")
def levels(make_report):
    def report_of(place, level, year, text):
        made = make_report(year, [("一、", "工作任务", Role.PLAN, [text])], place=place)
        return replace(made, facts=(*made.facts, Fact("level", level, "name of the place")))

    return compare_with_many(
        [report_of("甲省", "province", 2024, CENTRAL)], report_of("乙市", "city", 2025, LOCAL)
    )


def test_the_document_holds_them_and_fits_its_schema(levels):
    document = json.loads(json.dumps(comparison_document(levels)))
    schema = json.loads((files("reports") / "schema" / "crossyear.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, schema)
    assert {one["kind"] for one in document["uptakes"]} == {"verbatim", "adapted", "absent"}


def test_a_pair_of_one_level_has_no_such_field(comparison):
    assert "uptakes" not in comparison_document(comparison)


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", ("甲省2024年的提法在乙市2025年的文本中", "改写", "未见不等于没有落实")),
     ("en", ("Formulations of 甲省 2024 in the text of 乙市 2025", "in other words", "not found"))],
)  # fmt: skip
def test_the_terminal_shows_them_by_kind(levels, language, words):
    shown = " ".join(render_terminal(view_comparison(levels, language, SCREEN), width=120).split())
    assert all(word in shown for word in words)
    assert "现代化果业体系" in shown


def test_the_page_leads_from_each_to_its_places(levels):
    page = html.document_fromstring(render_dashboard(levels, "zh"))
    (part,) = page.xpath("//section[@id='p1-uptakes']")
    assert page.xpath("//nav//a[@href='#p1-uptakes']")
    links = part.xpath(".//a[@data-mark]")
    places = {element.get("id") for element in page.iter() if element.get("id")}
    assert links
    assert all(link.get("href")[1:] in places for link in links)


def test_the_office_files_have_them_where_levels_differ(levels, comparison):
    book = load_workbook(io.BytesIO(render_workbook(levels, "zh")))
    document = comparison_document(levels)
    assert [row[0] for row in book["上下级提法"].iter_rows(min_row=2, values_only=True)] == [
        one["text"] for one in document["uptakes"]
    ]
    assert "上下级提法" not in load_workbook(io.BytesIO(render_workbook(comparison, "zh"))).sheetnames
    told = docx.Document(io.BytesIO(render_circular(levels, "zh")))
    cells = [cell.text for table in told.tables for row in table.rows for cell in row.cells]
    assert {one["text"] for one in document["uptakes"]} <= set(cells)
    headings = [paragraph.text for paragraph in told.paragraphs if paragraph.style.name == "Heading 2"]
    assert any("的提法在" in heading for heading in headings)
