"""The command line as its users and scripts meet it: exit codes, messages, streams, files."""

import io
import json
import os
import re
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from reports.cli import main as command_line
from reports.cli.main import app, run

DATA = Path(__file__).resolve().parents[2] / "corpora" / "data"
EARLIER, LATER, DIGEST = "lanchuan-2024.txt", "lanchuan-2025.txt", "lanchuan-2025-digest.txt"
PROGRAM = [sys.executable, "-c", "from reports.cli.main import main; main()"]
ROOT = Path(__file__).resolve().parents[2]

# A password-protected .docx is an OLE container with a stream of this name.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ENCRYPTED = OLE + "EncryptedPackage".encode("utf-16-le") + bytes(512)


def broken_docx():
    """A Word document whose main part stops in the middle."""
    whole, broken = io.BytesIO(), io.BytesIO()
    docx.Document().save(whole)
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content[:300] if name == "word/document.xml" else content)
    return broken.getvalue()


FILES = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "binary.txt": bytes(range(256)) * 40,
    "cut.docx": b"PK\x03\x04" + bytes(200),
    "broken.docx": broken_docx(),
    "letter.docx": b"no archive at all",
    "locked.docx": ENCRYPTED,
    "old.doc": OLE,
    "recipe.txt": ("把面粉倒进碗里，加水揉成面团，放置一小时。" * 40).encode(),
    "short.txt": "2025年澜川市政府工作报告".encode(),
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with the sample's reports and some files that are no reports; it is the current one."""
    for name in (EARLIER, LATER, DIGEST):
        (tmp_path / name).write_bytes((DATA / name).read_bytes())
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    undated = re.sub("20[0-9][0-9]年?", "", (DATA / LATER).read_text(encoding="utf-8"))
    (tmp_path / "undated.txt").write_text(undated, encoding="utf-8")
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERM", "dumb")
    return tmp_path


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["compare", "missing.txt", LATER], "missing.txt: there is no such file"),
        (["compare", EARLIER, "folder"], "folder: is a folder, not a file"),
        (["compare", EARLIER, "empty.txt"], "empty.txt: the file is empty"),
        (["compare", EARLIER, "blank.txt"], "blank.txt: there is no text in it"),
        (["compare", EARLIER, "binary.txt"], "binary.txt: "),
        (["compare", EARLIER, "cut.docx"], "cut.docx: "),
        (["compare", EARLIER, "broken.docx"], "broken.docx: the Word document is broken"),
        (["compare", EARLIER, "letter.docx"], "letter.docx: the Word document is broken"),
        (["compare", EARLIER, "locked.docx"], "locked.docx: is protected by a password"),
        (["compare", EARLIER, "old.doc"], "old.doc: is a document of the old Office formats"),
        (["compare", EARLIER, "recipe.txt"], "recipe.txt: does not look like a government work report"),
        (["compare", EARLIER, "short.txt"], "short.txt: does not look like a government work report"),
        (["compare", EARLIER, "undated.txt"], "undated.txt: no year can be found"),
        (["outline", "undated.txt"], "undated.txt: no year can be found"),
        (["outline", "missing.txt"], "missing.txt: there is no such file"),
        (["compare", EARLIER, LATER, "-o", "missing/x.html"], "missing/x.html: there is no folder"),
        (["compare", EARLIER, LATER, "-o", "empty.txt/x.html"], "empty.txt/x.html: "),
        (["compare", EARLIER, LATER, "-o", "folder"], "folder: the suffix chooses no format"),
        (["compare", EARLIER, LATER, "-o", "x.xlsm"], "x.xlsm: the suffix chooses no format"),
        (["compare", EARLIER, LATER, "-o", "x"], "x: the suffix chooses no format"),
        (["compare", EARLIER, LATER, "--corpus", "missing"], "--corpus missing: there is no such folder"),
        (["compare", EARLIER, LATER, "--corpus", EARLIER], f"--corpus {EARLIER}: there is no such folder"),
        (
            ["compare", EARLIER, LATER, "--earlier-year", "2023", "--earlier-year", "2024"],
            "--earlier-year is given 2 times for 1 earlier reports",
        ),
        (
            ["compare", EARLIER, EARLIER, LATER, "--earlier-year", "2023"],
            "--earlier-year is given 1 times for 2 earlier reports",
        ),
        (["outline", LATER, "-o", "x.html"], "an outline is not written as a page"),
        (["outline", LATER, "--format", "html"], "an outline is not written as a page"),
        (["demo", "-o", "x.pdf"], "x.pdf: the suffix chooses no format"),
    ],
)
def test_wrong_input_gets_one_clear_message(folder, capsys, arguments, said):
    before = contents(folder)
    assert run(arguments) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.startswith("crossyear: " + said)
    assert streams.err.count("\n") == 1
    assert len(streams.err) > len("crossyear: " + said) + 10  # what is wrong, and what to try
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["compare"], "Missing argument"),
        (["compare", LATER], "Missing argument"),
        (["outline"], "Missing argument"),
        (["outline", LATER, EARLIER], "unexpected extra argument"),
        (["compair", EARLIER, LATER], "Did you mean 'compare'?"),
        (["compare", EARLIER, LATER, "--format", "pdf"], "'pdf' is not one of"),
        (["compare", EARLIER, LATER, "--lang", "fr"], "'fr' is not one of"),
        (["compare", EARLIER, LATER, "--width", "10"], "greater than or equal to 40"),
        (["compare", EARLIER, LATER, "--later-year", "last"], "should be a valid integer"),
        (["compare", EARLIER, LATER, "--colour"], "No such option"),
    ],
)
def test_wrong_usage_is_told(folder, capsys, arguments, said):
    assert run(arguments) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert said in re.sub(r"[│\s]+", " ", streams.err)
    assert "Traceback" not in streams.err
    assert set(contents(folder)) >= set(FILES)


def test_an_existing_output_survives_wrong_input(folder, capsys):
    (folder / "x.html").write_text("kept")
    assert run(["compare", EARLIER, "recipe.txt", "-o", "x.html"]) == 2
    assert (folder / "x.html").read_text() == "kept"
    assert "recipe.txt" in capsys.readouterr().err


def test_nothing_is_written_when_one_of_several_outputs_cannot_be(folder, capsys):
    assert run(["compare", EARLIER, LATER, "-o", "x.md", "-o", "missing/x.json"]) == 2
    assert not (folder / "x.md").exists()
    assert "missing/x.json" in capsys.readouterr().err


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
    (corpus / "recipe.txt").write_bytes(FILES["recipe.txt"])
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
    ],
)
@pytest.mark.usefixtures("folder")
def test_outline(capsys, arguments, start):
    assert run(["outline", DIGEST, *arguments]) == 0
    assert capsys.readouterr().out.startswith(start)


def test_outline_writes_files_too(folder, capsys):
    assert run(["outline", LATER, "-o", "x.md", "-o", "x.json"]) == 0
    assert capsys.readouterr().out == ""
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


@pytest.mark.parametrize("verb", ["", "demo", "outline", "compare"])
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

    assert set(get_command(app).commands) == {"demo", "outline", "compare"}


@pytest.mark.parametrize("debug", [False, True])
@pytest.mark.usefixtures("folder")
def test_a_bug_is_told_as_one(capsys, monkeypatch, debug):
    def fail(*_arguments, **_options):
        raise ZeroDivisionError("deep inside")

    monkeypatch.setattr("compare.comparison.compare_with_many", fail)
    assert run(["compare", EARLIER, LATER, *(["--debug"] if debug else [])]) == 70
    streams = capsys.readouterr()
    assert streams.out == ""
    assert ("Traceback" in streams.err) is debug
    assert "deep inside" in streams.err
    assert "this is a bug" in streams.err


@pytest.mark.usefixtures("folder")
def test_debug_shows_where_wrong_input_was_noticed(capsys):
    assert run(["outline", "missing.txt", "--debug"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_an_interruption_ends_with_its_own_code(folder, capsys, monkeypatch):
    def interrupt(*_arguments, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr("compare.comparison.compare_with_many", interrupt)
    (folder / "x.md").write_text("kept")
    assert run(["compare", EARLIER, LATER, "-o", "x.md"]) == 130
    assert "Traceback" not in capsys.readouterr().err
    assert (folder / "x.md").read_text() == "kept"


def start(*arguments, **options):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C", "PYTHONUTF8": "0"}
    return subprocess.Popen(
        [*PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, **options
    )


@pytest.mark.usefixtures("folder")
def test_output_is_utf8_in_any_locale():
    program = start("outline", LATER)
    out, err = program.communicate()
    assert (program.returncode, err) == (0, b"")
    assert "政府工作报告" in out.decode("utf-8")


@pytest.mark.usefixtures("folder")
def test_a_reader_that_leaves_is_no_error():
    with start("compare", EARLIER, LATER, "--format", "json") as program:
        program.stdout.read(10)
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
@pytest.mark.usefixtures("folder")
def test_the_interrupt_signal():
    os.mkfifo("pipe.txt")  # reading it waits for a writer that never comes
    program = start("outline", "pipe.txt")
    # The pipe can be opened for writing without waiting once the program reads it.
    while True:
        try:
            writer = os.open("pipe.txt", os.O_WRONLY | os.O_NONBLOCK)
            break
        except OSError:
            assert program.poll() is None
    program.send_signal(signal.SIGINT)
    out, err = program.communicate()
    os.close(writer)
    assert (program.returncode, out) == (130, b"")
    assert b"Traceback" not in err


def test_exit_codes_are_told_in_the_help(capsys):
    run(["--help"])
    shown = re.sub(r"\s+", " ", capsys.readouterr().out)
    codes = command_line.DONE, command_line.WRONG_INPUT, command_line.BUG, command_line.INTERRUPTED
    assert codes == (0, 2, 70, 130)
    assert all(f"{code} " in shown for code in codes)
