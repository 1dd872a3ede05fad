"""`crossyear batch` as a user calls it: formats, index page, dictionary, messages and exit codes."""

import re

import openpyxl
import polars as pl
import pytest

import reports.batch.work
from reports.batch.progress import Bar
from reports.cli.main import run

TABLES = (
    *("pairs", "findings", "priorities", "targets", "outcomes", "promises", "phrases", "changes"),
    *("links", "not_compared", "inconsistencies", "open_promises", "failures", "dictionary"),
)


@pytest.fixture
def out(corpus, monkeypatch):
    """The folder of a batch of one city's last two years, in the folder where it was called."""
    tmp_path = corpus.parent
    monkeypatch.chdir(tmp_path)
    reports.batch.work.recall.cache_clear()
    assert batch() == 0
    return tmp_path / "tables"


def batch(*more, place="永安"):
    fixed = ["--workers", "1", "--years", "2024-2025", "--place", place]
    return run(["batch", "reports", "-o", "tables", *fixed, *more])


def test_what_is_said_is_on_standard_error(out, capsys):
    assert batch() == 0
    said = capsys.readouterr()

    assert said.out == ""
    assert "note: pairs: 1, compared now: 0, failures: 1" in said.err
    assert "tables/index.html" in said.err
    assert {path.name for path in out.iterdir()} - {".crossyear"} == {
        *(f"{name}.parquet" for name in TABLES),
        "index.html",
    }


def test_every_format_says_the_same(out, capsys):
    whole = {name: pl.read_parquet(out / f"{name}.parquet") for name in TABLES}
    assert batch("--format", "csv") == 0
    assert {path.suffix for path in out.iterdir()} - {""} == {".csv", ".html"}
    for name, frame in whole.items():
        found = pl.read_csv(out / f"{name}.csv", schema=frame.schema)
        guarded = frame.with_columns(pl.col(pl.String).str.replace(r"^([=+\-@])", "'$1"))
        assert found.equals(guarded), name
    assert batch("--format", "xlsx") == 0
    assert {path.name for path in out.iterdir()} - {".crossyear"} == {
        "tables.xlsx",
        "failures.xlsx",
        "index.html",
    }
    sheets = {
        sheet.title: list(sheet.iter_rows(values_only=True))
        for name in ("tables", "failures")
        for sheet in openpyxl.load_workbook(out / f"{name}.xlsx").worksheets
    }
    assert set(sheets) == set(whole)
    for name, frame in whole.items():
        head, *rows = sheets[name]
        assert list(head) == frame.columns
        assert len(rows) == frame.height
        for row, expected in zip(rows, frame.rows(), strict=True):
            # A spreadsheet keeps fifteen digits of a number.
            assert list(row) == [
                pytest.approx(v) if isinstance(v, float) else (None if v == "" else v) for v in expected
            ], name
    assert capsys.readouterr().out == ""


def test_a_workbook_is_the_same_twice(out):
    first = [batch("--format", "xlsx"), (out / "tables.xlsx").read_bytes()]
    assert first == [batch("--format", "xlsx"), (out / "tables.xlsx").read_bytes()]


def test_the_dictionary_tells_every_column_of_every_file(out):
    told = pl.read_parquet(out / "dictionary.parquet")
    for name in TABLES[:-1]:
        columns = pl.read_parquet(out / f"{name}.parquet").columns
        assert told.filter(pl.col("table") == name)["column"].to_list() == columns, name
    assert set(told["table"]) == set(TABLES[:-1])
    assert told.filter(pl.col("label_zh").eq("") | pl.col("about_en").eq("")).height == 0


@pytest.mark.parametrize(("language", "words"), [("zh", "数据字典"), ("en", "Data dictionary")])
def test_the_index_page_stands_alone_and_names_every_file(language, words, out):
    assert batch("--lang", language) == 0
    page = (out / "index.html").read_text(encoding="utf-8")

    assert words in page
    assert "recipe.txt" in page
    assert "永安市" in page
    for path in out.glob("*.parquet"):
        assert f'href="{path.name}"' in page
    assert not re.search(r"""(?:src|href)=["'](?:https?:|//)""", page)
    assert str(out.parent) not in page


def test_names_in_the_page_cannot_be_markup(corpus, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (corpus / "<img src=x onerror=alert(1)>.txt").write_text("x" * 400, encoding="utf-8")
    assert batch() == 0

    assert "<img src=x" not in (tmp_path / "tables" / "index.html").read_text(encoding="utf-8")


WRONG = [
    (["batch", "nowhere", "-o", "tables"], "there is no such folder"),
    (["batch", "reports", "-o", "reports/tables"], "lies inside the corpus"),
    (["batch", "reports", "-o", "reports"], "lies inside the corpus"),
    (["batch", "reports", "-o", "taken"], "cannot be made"),
    (["batch", "reports", "-o", "tables", "--years", "then"], "is no year and no range"),
    (["batch", "reports", "-o", "tables", "--shard", "5/4"], "no part of a whole"),
    (["batch", "reports", "-o", "tables", "--place", "山东"], "no report of this place"),
    (["batch", "reports", "-o", "tables", "--to", "澜川:1999"], "no such report"),
    (["batch", "reports", "-o", "tables", "--cluster", "tcp://127.0.0.1:1"], "no scheduler answers"),
]


def test_what_the_manifest_leaves_out_is_no_failure(corpus, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for file in corpus.glob("lanchuan-*"):
        file.unlink()
    (corpus / "manifest.csv").write_text("file,skip\nyongan-2024.txt,yes\n", encoding="utf-8")
    assert run(["batch", "reports", "-o", "tables", "--workers", "1"]) == 0
    assert "failures: 1, left out by the manifest: 1" in capsys.readouterr().err
    assert "failures; 1 file left out" in (tmp_path / "tables" / "index.html").read_text("utf-8").replace(
        "1 failure;", "failures;"
    )


def test_a_folder_with_a_report_and_no_pair_is_told_as_it_is(corpus, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for file in corpus.glob("lanchuan-*"):
        file.unlink()
    (corpus / "yongan-2024.txt").unlink()
    assert run(["batch", "reports", "-o", "tables", "--workers", "1"]) == 0
    assert "pairs: 0, compared now: 0, failures: 1" in capsys.readouterr().err
    assert pl.read_parquet(tmp_path / "tables" / "pairs.parquet").height == 0


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder, in which somebody works."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ((), "Name a folder that holds reports"),
        (("notes.xlsx.bak",), "Name a folder that holds reports"),
        (("recipe.txt",), "1 of 1 files):\n  recipe.txt: "),
        (("manifest.csv", "gone.txt", "recipe.txt"), "2 of 2 files):\n  gone.txt: named in the manifest"),
    ],
)
@pytest.mark.parametrize("verb", ["batch", "panel"])
def test_a_folder_without_a_single_report_is_refused(verb, files, told, here, capsys):
    (here / "wrong").mkdir()
    contents = {
        "recipe.txt": "把面粉倒进碗里，加水揉成面团。" * 60,
        "manifest.csv": "file,year\ngone.txt,2020\n",
    }
    for name in set(files) - {"gone.txt"}:
        (here / "wrong" / name).write_text(contents.get(name, "x"), encoding="utf-8")

    assert run([verb, "wrong", "-o", "tables", "--workers", "1"]) == 2
    said = capsys.readouterr().err
    assert "no report can be read there" in said
    assert told in said
    assert list((here / "tables").glob("*.*")) == []


@pytest.mark.usefixtures("corpus")
@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_what_cannot_be_is_told(arguments, message, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("reports.batch.cluster.PATIENCE", 1)
    (tmp_path / "taken").write_text("mine", encoding="utf-8")

    more = [] if "--cluster" in arguments else ["--workers", "1"]
    assert run([*arguments, *more]) == 2
    assert message in capsys.readouterr().err
    assert not list((tmp_path / "tables").glob("*.parquet"))


def test_a_corpus_that_takes_no_cache_is_told_once_and_compared_all_the_same(corpus, monkeypatch, capsys):
    monkeypatch.chdir(corpus.parent)
    (corpus / ".crossyear").write_text("mine", encoding="utf-8")

    assert batch() == 0
    assert capsys.readouterr().err.count("nothing can be kept there") == 1
    assert pl.read_parquet(corpus.parent / "tables" / "pairs.parquet").height == 1


@pytest.mark.usefixtures("out")
def test_a_bug_ends_with_its_own_code_after_all_else_is_done(tmp_path, capsys, monkeypatch):
    def faulty(*_):
        raise ZeroDivisionError("of nothing")

    monkeypatch.setattr(reports.batch.work, "compare_job", faulty)
    assert batch("--debug", place="澜川") == 70
    said = capsys.readouterr().err

    assert "1 of the failures is a bug" in said
    assert "ZeroDivisionError" in said
    failures = pl.read_parquet(tmp_path / "tables" / "failures.parquet")
    assert failures["stage"].to_list() == ["reading", "comparing"]


def test_progress_is_shown_on_a_terminal_only(capsys):
    for wanted in (True, False):
        with Bar(wanted=wanted) as bar:
            bar.begin("reading", 0)
            bar.begin("comparing", 4)
            bar.step(3, 1)
            bar.step(1, 0)
        said = capsys.readouterr().err
        assert ("4/4" in said) is wanted
        assert ("1 failed" in said) is wanted
