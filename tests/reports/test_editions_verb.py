"""What `crossyear editions` says, in every format, and what it refuses."""

import io
import json
import re
from importlib import resources

import docx
import pytest
from jsonschema import Draft202012Validator

from compare.editions.comparison import compare_editions
from compare.editions.model import Extent, RevisionKind
from corpora.reading import read_work_report
from reports.circular.editions import render_editions_circular
from reports.cli.main import run
from reports.cli.sample import read_sample
from reports.documents.comparison import SCHEMA_FILE, render_json
from reports.documents.editions import editions_document
from reports.html_document import render_html
from reports.markdown import render_markdown
from reports.rows.editions import summarize_editions
from reports.terminal import render_terminal
from reports.views.editions import view_editions
from reports.words.editions import REVISION_KINDS
from scripts.editions_of_sample import AMENDMENTS, adopted_text, editions_of_sample

SCHEMA = json.loads((resources.files("reports") / "schema" / SCHEMA_FILE).read_text(encoding="utf-8"))
NAMES = ["editions-zh.txt", "editions-en-100.txt", "editions-zh.md", "editions-revisions.json"]
CIRCULAR = "editions-circular-zh.txt"


def text_of_circular(content):
    paragraphs = docx.Document(io.BytesIO(content)).paragraphs
    return "".join(f"[{each.style.name}] {each.text}\n" for each in paragraphs)


@pytest.fixture(scope="module")
def comparison():
    return editions_of_sample()


@pytest.fixture(scope="module")
def made(comparison):
    document = editions_document(comparison)
    told = {name: document[name] for name in document if name not in {"generator", "earlier", "later"}}
    return {
        "editions-zh.txt": render_terminal(view_editions(comparison, "zh")),
        "editions-en-100.txt": render_terminal(view_editions(comparison, "en"), width=100),
        "editions-zh.md": render_markdown(view_editions(comparison, "zh")),
        "editions-revisions.json": render_json(told),
        CIRCULAR: text_of_circular(render_editions_circular(comparison, "zh")),
    }


@pytest.fixture
def files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = read_sample()[-1].source.text
    (tmp_path / "delivered.txt").write_text(text, encoding="utf-8")
    (tmp_path / "adopted.txt").write_text(adopted_text(text), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", [*NAMES, CIRCULAR])
def test_the_samples_invented_adopted_edition(golden, made, name):
    golden.check(name, made[name])


def test_no_golden_file_of_these_is_left_over(golden_folder):
    found = [path.name for path in golden_folder.iterdir() if path.name.startswith("editions")]
    assert sorted(found) == sorted([*NAMES, CIRCULAR])


def test_every_invented_amendment_is_told_once(comparison):
    # the date line is no part of the report, figures in another width and a comma are no words, a move is one
    assert summarize_editions(comparison).count == len(AMENDMENTS) - 3 + 1


def test_every_kind_has_words_and_the_schema_names_it():
    properties = SCHEMA["$defs"]["revision"]["properties"]
    assert set(REVISION_KINDS) == set(RevisionKind)
    assert sorted(properties["kind"]["enum"]) == sorted(RevisionKind)
    assert sorted(properties["extent"]["enum"]) == sorted(Extent)


def test_the_document_validates_and_its_steps_make_the_adopted_text(comparison):
    document = json.loads(render_json(editions_document(comparison)))
    one_kind = {name: value for name, value in SCHEMA.items() if name != "anyOf"} | {
        "$ref": "#/$defs/editions"
    }
    for schema in (SCHEMA, one_kind):
        assert [error.message for error in Draft202012Validator(schema).iter_errors(document)] == []
    texts = [comparison.earlier.text, comparison.later.text]
    steps = sorted(
        (*step["earlier"], *step["later"]) for each in document["revisions"] for step in each["steps"]
    )
    text, reached = "", 0
    for start, end, other, last in steps:
        text, reached = text + texts[0][reached:start] + texts[1][other:last], end
    bare = ["".join(one.split()) for one in (text + texts[0][reached:], texts[1])]
    # what differs are the date line and the width of figures
    bare[1] = bare[1].replace("２.５３", "2.53")
    assert bare[0].partition("一、")[2] == bare[1].partition("一、")[2]


def test_a_page_has_every_revision_and_goes_on_counting(comparison):
    page = render_html(view_editions(comparison, "zh"), title="修改", language="zh", quoted="zh")
    assert page.count("<li class=") == len(comparison.revisions)
    assert re.search('<ol class="?items"? start="?2"?>', page)


def test_writes_all_formats(files):
    names = ["briefing.docx", "edits.json", "edits.md", "edits.html", "edits.txt"]
    arguments = [word for name in names for word in ("-o", name)]
    assert run(["editions", "delivered.txt", "adopted.txt", *arguments]) == 0
    assert all((files / name).stat().st_size > 1000 for name in names)
    paragraphs = [each.text for each in docx.Document(io.BytesIO((files / names[0]).read_bytes())).paragraphs]
    assert any("将“探索建设零碳园区”修改为“加快建设零碳园区”" in each for each in paragraphs)


@pytest.mark.usefixtures("files")
def test_same_texts_have_nothing_to_tell(capsys):
    assert run(["editions", "delivered.txt", "delivered.txt"]) == 0
    out, err = capsys.readouterr()
    assert "两个文本文字相同" in out
    assert "have the same content" in err


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("lanchuan-2024.txt", "editions are texts of one place and year. Use crossyear compare"),
        ("lanchuan-2025-digest.txt", "too little in common for editions of one report"),
    ],
)
def test_what_is_no_edition_is_refused(folder, capsys, other, said):
    assert run(["editions", "lanchuan-2025.txt", other, "-o", "x.json"]) == 2
    assert said in capsys.readouterr().err
    assert not (folder / "x.json").exists()


@pytest.mark.usefixtures("files")
def test_a_suffix_that_chooses_no_format_is_refused(capsys):
    assert run(["editions", "delivered.txt", "adopted.txt", "-o", "x.xlsx"]) == 2
    assert "chooses no format" in capsys.readouterr().err


@pytest.mark.usefixtures("files")
def test_compare_points_to_editions(capsys):
    assert run(["compare", "delivered.txt", "adopted.txt", "-o", "x.md"]) == 0
    assert "crossyear editions tells every edit" in capsys.readouterr().err


def test_a_docx_and_a_text_of_the_same_words_have_no_edits(files):
    document = docx.Document()
    for line in (files / "delivered.txt").read_text(encoding="utf-8").split("\n"):
        document.add_paragraph(line)
    document.save(files / "delivered.docx")
    one, other = read_work_report("delivered.txt"), read_work_report("delivered.docx")
    assert compare_editions(one, other).revisions == ()
