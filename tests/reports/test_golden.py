"""Whole outputs as golden files: of hand-made comparisons with every kind of change, and of the sample.

A missing or orphaned file fails. When a change is wanted: look at the output, then
`pytest tests/reports/test_golden.py --update-golden`, and read the difference before you commit it.
"""

import io
import json
from importlib import metadata

import docx
import pytest
from openpyxl import load_workbook

from compare.comparison import compare_with_many
from reports.circular.document import render_circular
from reports.cli.sample import read_sample
from reports.documents.comparison import comparison_document, outline_document, render_json
from reports.html_document import render_html
from reports.markdown import render_markdown
from reports.terminal import render_terminal
from reports.views.change import view_briefly, view_comparison
from reports.views.context import EVERYTHING, SCREEN
from reports.views.outline import view_outline
from reports.workbook.book import render_workbook


@pytest.fixture(scope="session")
def sample_comparison():
    *_, earlier, later = read_sample()
    return compare_with_many([earlier], later)


def as_json(document):
    """Without the version, which each release changes."""
    document["generator"]["version"] = "VERSION"
    return render_json(document)


def body_of(page):
    """Without the style, which is told by how it looks."""
    return page.partition("</head>\n")[2]


def text_of_workbook(content):
    """Sheet by sheet but for the dictionary, a line for each row that is not empty; of many the first five."""
    lines = []
    for number, sheet in enumerate(load_workbook(io.BytesIO(content)).worksheets[:-1]):
        lines.append(f"## {sheet.title} {sheet.dimensions}")
        rows = [
            ["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)
        ]
        lines += [" | ".join(row).rstrip(" |") for row in rows[: None if number == 0 else 6] if any(row)]
    return "\n".join(lines) + "\n"


def text_of_circular(content):
    """Paragraphs with their styles, and tables row by row, in the order of the document."""
    document, lines = docx.Document(io.BytesIO(content)), []
    for block in document.iter_inner_content():
        if isinstance(block, docx.table.Table):
            lines += [" | ".join(cell.text.replace("\n", " / ") for cell in row.cells) for row in block.rows]
        elif block.text:
            lines.append(f"[{block.style.name}] {block.text}")
    return "\n".join(lines) + "\n"


def made(comparison, many, work_report):
    """What is made of the hand-made comparisons, by file name."""
    return {
        "made-zh.txt": render_terminal(view_comparison(comparison, "zh", SCREEN)),
        "made-en-100.txt": render_terminal(view_comparison(comparison, "en", SCREEN), width=100),
        "made-en.md": render_markdown(view_comparison(comparison, "en", EVERYTHING)),
        "made.json": as_json(comparison_document(comparison)),
        "made-many-zh.txt": render_terminal(view_comparison(many, "zh", SCREEN)),
        "made-colour-zh.txt": render_terminal(view_briefly(comparison, "zh"), colour=True),
        "made-outline-zh.txt": render_terminal(view_outline(work_report, "zh")),
        "made-outline-en.md": render_markdown(view_outline(work_report, "en")),
        "made-outline-en.html": body_of(
            render_html(view_outline(work_report, "en"), title="How it was read", language="en", quoted="zh")
        ),
        "made-outline.json": as_json(outline_document(work_report)),
        "made-circular-zh.txt": text_of_circular(render_circular(comparison, "zh")),
        "made-circular-many-en.txt": text_of_circular(render_circular(many, "en")),
        "made-workbook-zh.txt": text_of_workbook(render_workbook(comparison, "zh")),
        "made-workbook-many-en.txt": text_of_workbook(render_workbook(many, "en")),
    }


def sampled(comparison):
    """What is made of the sample's last pair, by file name."""
    return {
        "sample-zh.txt": render_terminal(view_comparison(comparison, "zh", SCREEN)),
        "sample-zh.md": render_markdown(view_comparison(comparison, "zh", EVERYTHING)),
        "sample.json": as_json(comparison_document(comparison)),
    }


MADE = [
    *("made-zh.txt", "made-en-100.txt", "made-en.md", "made.json", "made-many-zh.txt", "made-colour-zh.txt"),
    *("made-outline-zh.txt", "made-outline-en.md", "made-outline-en.html", "made-outline.json"),
    *("made-workbook-zh.txt", "made-workbook-many-en.txt"),
    *("made-circular-zh.txt", "made-circular-many-en.txt"),
]
SAMPLED = ["sample-zh.txt", "sample-zh.md", "sample.json"]
ELSEWHERE = ("history", "find", "diffusion", "editions")  # of test_history_golden and test_editions_verb


@pytest.mark.parametrize("name", MADE)
def test_hand_made_comparisons(golden, comparison, comparison_of_many, earlier, name):
    golden.check(name, made(comparison, comparison_of_many, earlier)[name])


@pytest.mark.parametrize("name", SAMPLED)
def test_the_samples_last_pair(golden, sample_comparison, name):
    golden.check(name, sampled(sample_comparison)[name])


def test_no_golden_file_is_left_over(golden_folder):
    names = [path.name for path in golden_folder.iterdir() if not path.name.startswith(ELSEWHERE)]
    assert sorted(names) == sorted(MADE + SAMPLED)


def test_the_same_input_gives_the_same_bytes(sample_comparison):
    *_, earlier, later = read_sample()
    assert sampled(compare_with_many([earlier], later)) == sampled(sample_comparison)


def test_the_version_is_the_only_thing_that_is_taken_out(sample_comparison):
    document = json.loads(render_json(comparison_document(sample_comparison)))
    assert document["generator"]["version"] == metadata.version("crossyear")
