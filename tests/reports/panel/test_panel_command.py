"""`crossyear panel` as a user calls it: formats, messages and exit codes."""

import openpyxl
import polars as pl
import pytest

import reports.batch.work
from reports.cli.main import run

TABLES = ("panel", "panel_targets", "panel_targets_long", "panel_failures")


@pytest.fixture
def out(corpus, monkeypatch):
    """The folder of a panel of one place's last two years, in the folder where it was called."""
    monkeypatch.chdir(corpus.parent)
    reports.batch.work.recall.cache_clear()
    assert panel() == 0
    return corpus.parent / "tables"


def panel(*more):
    fixed = ["--workers", "1", "--place", "澜川", "--years", "2023-2025", "--balanced"]
    return run(["panel", "reports", "-o", "tables", *fixed, *more])


def names_in(folder):
    return {path.name for path in folder.iterdir()} - {".crossyear"}


def test_what_is_said_is_on_standard_error(out, capsys):
    assert panel() == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "note: rows: 3, of them without a report: 1, failures: 1" in said.err
    assert "tables/codebook.md" in said.err
    assert names_in(out) == {*(f"{name}.csv" for name in TABLES), "codebook.csv", "codebook.md", "labels.do"}


def test_every_format_says_the_same_and_the_files_of_the_last_are_gone(out):
    told = {name: pl.read_csv(out / f"{name}.csv", infer_schema=False) for name in TABLES}
    assert panel("--format", "parquet") == 0
    assert names_in(out) == {*(f"{name}.parquet" for name in TABLES), "codebook.csv", "codebook.md"}
    for name, strings in told.items():
        frame = pl.read_parquet(out / f"{name}.parquet")
        assert frame.columns == strings.columns
        assert strings.cast(frame.schema).equals(frame), name
    assert panel("--format", "xlsx") == 0
    assert names_in(out) == {"panel.xlsx", "codebook.csv", "codebook.md"}
    book = openpyxl.load_workbook(out / "panel.xlsx")
    assert book.sheetnames == [*TABLES, "codebook"]
    for name, strings in told.items():
        rows = list(book[name].iter_rows(values_only=True))
        assert list(rows[0]) == strings.columns
        assert len(rows) == strings.height + 1


def test_csv_begins_with_its_first_name_and_holds_missing_values_as_empty(out):
    head, *rows = (out / "panel.csv").read_text("utf-8").splitlines()
    assert head.startswith("place,year,level,has_report,")
    assert rows[0].startswith("澜川市,2023,city,0,,,,no_report,,")


def test_csv_for_statistics_has_texts_as_they_stand(out, corpus):
    """Parquet and CSV of a panel are the same data; the tables of a batch are read in spreadsheets, too."""
    (corpus / "=1+1.txt").write_text("盐少许。" * 90, encoding="utf-8")
    assert panel() == 0
    assert ",=1+1.txt," in (out / "panel_failures.csv").read_text("utf-8")
    assert (
        run(["batch", "reports", "-o", "tables", "--workers", "1", "--place", "永安", "--format", "csv"]) == 0
    )
    assert ",'=1+1.txt," in (out / "failures.csv").read_text("utf-8-sig")


def test_the_codebook_is_worded_in_the_language_that_is_asked_for(out):
    assert "编码手册" in (out / "codebook.md").read_text("utf-8")
    assert panel("--lang", "en") == 0
    page = (out / "codebook.md").read_text("utf-8")
    assert "# reports: codebook" in page
    assert "One row is a place and a year. 3 rows." in page


def test_a_panel_and_a_batch_share_a_folder(out):
    files = {name: (out / name).read_bytes() for name in names_in(out)}
    assert run(["batch", "reports", "-o", "tables", "--workers", "1", "--format", "csv"]) == 0
    assert run(["batch", "reports", "-o", "tables", "--workers", "1"]) == 0
    assert {name: (out / name).read_bytes() for name in names_in(out) & set(files)} == files


WRONG = [
    (["panel", "nowhere", "-o", "tables"], "there is no such folder"),
    (["panel", "reports", "-o", "reports/tables"], "lies inside the corpus"),
    (["panel", "reports", "-o", "tables", "--years", "then"], "is no year and no range"),
    (["panel", "reports", "-o", "tables", "--years", "1990"], "there is no report of these years"),
    (["panel", "reports", "-o", "tables", "--shard", "5/4"], "no part of a whole"),
    (["panel", "reports", "-o", "tables", "--place", "山东"], "no report of this place"),
]


@pytest.mark.usefixtures("corpus")
@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_what_cannot_be_is_told(arguments, message, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run([*arguments, "--workers", "1"]) == 2
    assert message in capsys.readouterr().err
    assert not list((tmp_path / "tables").glob("*.csv"))


def test_a_bug_ends_with_its_own_code_after_all_else_is_done(corpus, monkeypatch, capsys):
    def faulty(*_):
        raise ZeroDivisionError("of nothing")

    monkeypatch.chdir(corpus.parent)
    monkeypatch.setattr(reports.batch.work, "compare_job", faulty)
    assert panel("--debug") == 70
    said = capsys.readouterr().err
    assert "1 of the failures is a bug" in said
    assert "ZeroDivisionError" in said
    told = pl.read_csv(corpus.parent / "tables" / "panel.csv")
    assert told["why_change"].to_list() == ["no_report", "no_previous_report", "not_compared"]
