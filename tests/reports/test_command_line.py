"""The command line as its users and scripts meet it: formats, streams, files, options."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from reports.cli.main import app, run

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "corpora" / "data"
EARLIER, LATER, DIGEST = "lanchuan-2024.txt", "lanchuan-2025.txt", "lanchuan-2025-digest.txt"


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.usefixtures("folder")
def test_the_same_file_twice_is_compared_with_a_note(capsys):
    assert run(["compare", LATER, LATER, "--format", "json"]) == 0
    streams = capsys.readouterr()
    assert f"note: {LATER} and {LATER} have the same content" in streams.err
    document = json.loads(streams.out)
    assert {link["kind"] for link in document["links"]} == {"kept"}
    assert (document["new_units"], document["dropped_units"]) == ([], [])


@pytest.mark.usefixtures("folder")
def test_a_swapped_order_is_kept_and_noted(capsys):
    assert run(["compare", LATER, EARLIER]) == 0
    assert "compared in the order given" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        ([], "澜川市 2025 年政府工作报告与 2024 年对比\n"),
        (["--format", "text", "--lang", "en"], "澜川市: the 2025 work report compared with 2024\n"),
        (["--format", "md"], "# 澜川市 2025 年政府工作报告与 2024 年对比\n"),
        (["--format", "json"], '{\n"schema_version": "1.0",\n'),
        (["-o", "-"], "澜川市 2025 年政府工作报告与 2024 年对比\n"),
        (["-o", "-", "--format", "md"], "# 澜川市 2025 年政府工作报告与 2024 年对比\n"),
    ],
)
def test_one_format_goes_to_standard_output(folder, capsys, arguments, start):
    before = contents(folder)
    assert run(["compare", EARLIER, LATER, *arguments]) == 0
    streams = capsys.readouterr()
    assert streams.out.startswith(start)
    assert streams.err == ""
    assert contents(folder) == before


def test_files_are_written_and_named_on_standard_error(folder, capsys):
    files = ["x.txt", "x.md", "x.json", "x.HTML"]
    options = [word for name in files for word in ("-o", name)]
    assert run(["compare", EARLIER, LATER, *options]) == 0
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err == "".join(f"crossyear: note: wrote {name}\n" for name in files)
    assert (folder / "x.md").read_text(encoding="utf-8").startswith("# 澜川市")
    assert json.loads((folder / "x.json").read_text(encoding="utf-8"))["schema_version"] == "1.0"
    assert (folder / "x.HTML").read_text(encoding="utf-8").lower().startswith("<!doctype html>")


def test_files_and_standard_output_go_together(folder, capsys):
    assert run(["compare", EARLIER, LATER, "-o", "x.json", "--format", "json"]) == 0
    assert capsys.readouterr().out == (folder / "x.json").read_text(encoding="utf-8")


def test_a_text_file_lists_everything(folder, capsys):
    assert run(["compare", EARLIER, LATER, "-o", "x.txt", "--format", "text"]) == 0
    assert "项未列" in capsys.readouterr().out
    assert "项未列" not in (folder / "x.txt").read_text(encoding="utf-8")


@pytest.mark.usefixtures("folder")
def test_several_earlier_reports_open_with_the_overview(capsys):
    older = DATA / "lanchuan-2022.txt"
    assert run(["compare", str(older), EARLIER, LATER]) == 0
    first, second, third = re.findall(r"^(.+)\n=+$", capsys.readouterr().out, flags=re.MULTILINE)
    assert first == "澜川市 2025 年政府工作报告与此前 2 份报告对比"
    assert [second, third] == [f"澜川市 2025 年政府工作报告与 {year} 年对比" for year in (2022, 2024)]
    assert run(["compare", str(older), EARLIER, LATER, "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["overview"]["years"] == [2022, 2024]
    assert document["overview"]["missing_years"] == [2023]


@pytest.mark.usefixtures("folder")
def test_facts_can_be_told(capsys):
    told = [
        "--earlier-year",
        "2019",
        "--earlier-place",
        "甲市",
        "--later-year",
        "2020",
        "--later-place",
        "乙市",
    ]
    assert run(["compare", EARLIER, LATER, "--format", "json", *told]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["earlier"]["id"], document["later"]["id"]) == ("甲市:2019", "乙市:2020")
    assert run(["outline", "undated.txt", "--year", "2031", "--place", "丙市", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "丙市:2031"


@pytest.mark.usefixtures("folder")
def test_years_are_told_in_order_and_one_place_holds_for_all(capsys):
    told = ["--earlier-year", "2001", "--earlier-year", "2002", "--earlier-place", "甲市"]
    assert run(["compare", EARLIER, EARLIER, LATER, "--format", "json", *told]) == 0
    pairs = json.loads(capsys.readouterr().out)["comparisons"]
    assert [pair["earlier"]["id"] for pair in pairs] == ["甲市:2001", "甲市:2002"]


def test_a_corpus_gives_history_and_what_it_cannot_read_is_noted(folder, capsys):
    corpus = folder / "folder"
    for year in (2020, 2021, 2022):
        name = f"lanchuan-{year}.txt"
        (corpus / name).write_bytes((DATA / name).read_bytes())
    for name in (EARLIER, LATER):
        (corpus / name).write_bytes((folder / name).read_bytes())
    (corpus / "recipe.txt").write_bytes((folder / "recipe.txt").read_bytes())
    (corpus / "table.csv").write_text("not a report, not worth a note")
    assert run(["compare", EARLIER, LATER, "--format", "json", "--corpus", "folder"]) == 0
    streams = capsys.readouterr()
    assert json.loads(streams.out)["history_years"] == [2020, 2021, 2022]
    assert streams.err.count("\n") == 1
    assert f"not used as history: {Path('folder') / 'recipe.txt'}: does not look like" in streams.err


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        ([], "澜川市 2025 年政府工作报告的读法\n"),
        (["--lang", "en"], "How the 澜川市 2025 work report was read\n"),
        (["--format", "md"], "# 澜川市 2025 年政府工作报告的读法\n"),
        (["--format", "json"], '{\n"schema_version": "1.0",\n'),
        (["--format", "html"], "<!doctype html>\n"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_outline(capsys, arguments, start):
    assert run(["outline", DIGEST, *arguments]) == 0
    assert capsys.readouterr().out.startswith(start)


def test_outline_writes_files_too(folder, capsys):
    assert run(["outline", LATER, "-o", "x.md", "-o", "x.json", "-o", "x.html"]) == 0
    assert capsys.readouterr().out == ""
    assert (folder / "x.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads((folder / "x.json").read_text(encoding="utf-8"))["id"] == "澜川市:2025"
    assert (folder / "x.md").read_text(encoding="utf-8").startswith("# 澜川市")


@pytest.mark.parametrize(
    ("arguments", "page"), [([], "crossyear-demo.html"), (["-o", "new/d.html"], "new/d.html")]
)
def test_the_demo_says_in_its_last_line_where_the_page_lies(folder, capsys, arguments, page):
    assert run(["demo", *arguments]) == 0
    streams = capsys.readouterr()
    assert streams.err == ""
    assert streams.out.splitlines()[-1].endswith(page)
    assert "首先要看的变化" in streams.out
    assert (folder / page).stat().st_size > 100_000


@pytest.mark.parametrize(
    "verb",
    ["", "demo", "outline", "compare", "editions", "check", "history", "find", "diffusion", "batch", "panel"],
)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_teaches(capsys, verb, option):
    assert run([*verb.split(), option]) == 0
    shown = capsys.readouterr().out
    assert "Usage: crossyear " + verb in shown
    assert "crossyear compare 2024.txt 2025.txt" in shown or f"\n crossyear {verb}" in shown


def test_without_arguments_help_is_shown(capsys):
    assert run([]) == 2
    assert "Usage: crossyear" in "".join(capsys.readouterr())


def test_the_version(capsys):
    assert run(["--version"]) == 0
    assert re.fullmatch(r"crossyear \d+\.\d+\.\d+\S*\n", capsys.readouterr().out)


def test_every_verb_is_tested_here():
    from typer.main import get_command

    assert set(get_command(app).commands) == {
        *(
            "demo",
            "outline",
            "compare",
            "editions",
            "check",
            "history",
            "find",
            "diffusion",
            "corpus",
            "evaluate",
            "batch",
            "panel",
        ),
    }


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("terminal", "variables", "coloured"),
    [
        (True, {"TERM": "xterm-256color"}, True),
        (True, {"TERM": "xterm-256color", "NO_COLOR": ""}, True),
        (True, {"TERM": "xterm-256color", "NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
        (False, {"TERM": "xterm-256color"}, False),
        (False, {"TERM": "xterm-256color", "FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_only_on_a_terminal_that_wants_it(capsys, monkeypatch, terminal, variables, coloured):
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert run(["outline", LATER]) == 0
    assert ("\x1b[" in capsys.readouterr().out) is coloured


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("terminal", "arguments", "expected"),
    [(True, [], 100), (False, [], 80), (True, ["--width", "60"], 60), (False, ["--width", "120"], 120)],
)
def test_text_is_as_wide_as_the_terminal_and_80_columns_elsewhere(
    capsys, monkeypatch, terminal, arguments, expected
):
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert run(["compare", EARLIER, LATER, *arguments]) == 0
    widths = [cell_len(line) for line in capsys.readouterr().out.splitlines()]
    assert expected - 4 <= max(widths) <= expected


def test_a_text_file_is_never_coloured(folder, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run(["compare", EARLIER, LATER, "-o", "x.txt"]) == 0
    assert "\x1b[" not in (folder / "x.txt").read_text(encoding="utf-8")


def test_files_for_an_office_are_written_whole(folder, capsys):
    names = ["x.xlsx", "x.docx", "x.parquet", "x.csv"]
    assert run(["compare", EARLIER, LATER, *(word for name in names for word in ("-o", name))]) == 0
    assert capsys.readouterr().out == ""
    starts = {name: (folder / name).read_bytes()[:4] for name in names}
    zipped = b"PK\x03\x04"
    assert starts == {"x.xlsx": zipped, "x.docx": zipped, "x.parquet": b"PAR1", "x.csv": b"\xef\xbb\xbfp"}


def test_what_is_no_text_goes_into_a_pipe_byte_by_byte(folder):
    command = [sys.executable, "-c", "from reports.cli.main import main; main()"]
    arguments = ["compare", EARLIER, LATER, "--format", "xlsx", "-o", "x.xlsx"]
    done = subprocess.run(
        [*command, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )
    assert done.stdout == (folder / "x.xlsx").read_bytes()


def test_a_folder_of_tables(folder, capsys):
    (folder / "t").mkdir()
    (folder / "t" / "mine.txt").write_text("kept")
    assert run(["compare", EARLIER, LATER, "--tables", "t", "--table-format", "parquet"]) == 0
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err == "crossyear: note: wrote 16 files into t\n"
    assert (folder / "t" / "mine.txt").read_text() == "kept"
    assert len(list((folder / "t").glob("*.parquet"))) == 16


def test_a_page_with_plotly_from_the_network(folder):
    assert run(["compare", EARLIER, LATER, "-o", "x.html", "--plotly", "cdn"]) == 0
    page = (folder / "x.html").read_text(encoding="utf-8")
    assert '<script src="https://cdn.plot.ly/plotly-' in page
    assert len(page) < 2_000_000


def test_a_folder_of_charts(folder, capsys, chromium_path, monkeypatch):
    monkeypatch.setenv("CROSSYEAR_BROWSER", chromium_path)
    assert run(["compare", EARLIER, LATER, "--charts", "c", "--chart-format", "svg"]) == 0
    assert capsys.readouterr().out == ""
    assert "2024-2025-slope.svg" in {path.name for path in (folder / "c").iterdir()}


def test_a_folder_of_tables_and_standard_output_go_together(folder, capsys):
    assert run(["compare", EARLIER, LATER, "--tables", "new", "--format", "csv"]) == 0
    assert capsys.readouterr().out.encode() == (folder / "new" / "findings.csv").read_bytes()
